"""Run once from an installed wheel: did pipeline, rules, word lists, gazetteers and page travel with it?"""

import json
import subprocess
import sys
from pathlib import Path

ARTICLE = """\
KYIV, March 4 (Agency) - Russian forces captured the town of Toretsk, the Russian Defence Ministry said.
Ukraine's General Staff denied that the town had fallen. Its troops shot down 12 Shahed drones, it said.
"""


def main() -> None:
    """Extract one article by the installed command, make its page, and look at what came out."""
    Path("article.txt").write_text(ARTICLE, encoding="utf-8")
    program = str(Path(sys.executable).with_name("warextract"))
    command = [program, "extract", "article.txt", "--published", "2025-03-04"]
    record = json.loads(subprocess.run(command, check=True, capture_output=True, encoding="utf-8").stdout)
    expected = {
        "a claim": len(record["claims"]) > 0,
        "a denial": any(claim["stance"] == "denies" for claim in record["claims"]),
        "an event": len(record["events"]) > 0,
        "the place with its coordinates": any(p["name"] == "Toretsk" and p["lat"] for p in record["places"]),
        "the ministry as a source": any(a["kind"] == "government" for a in record["actors"]),
        "the drones": any(w["class"].startswith("drone") for w in record["weapons"]),
    }
    missing = [what for what, found in expected.items() if not found]
    if missing:
        sys.exit(f"the installed wheel's record lacks {', '.join(missing)}:\n{json.dumps(record, indent=1)}")
    Path("records.jsonl").write_text(json.dumps(record) + "\n", encoding="utf-8")
    subprocess.run([program, "report", "records.jsonl", "-o", "report.html"], check=True)
    page = Path("report.html").read_text("utf-8")
    parts = {"style": "--ground:", "script": "use strict", "outlines": '"outlines":', "text": "Its troops shot down"}
    missing = [what for what, words in parts.items() if words not in page]
    if missing:
        sys.exit(f"the page that the installed wheel makes lacks {', '.join(missing)}")
    print(f"the installed wheel's record has {', '.join(expected)}; its page has {', '.join(parts)}")


if __name__ == "__main__":
    main()
