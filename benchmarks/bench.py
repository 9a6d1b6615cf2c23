"""All benchmarks of the package; results go to docs/benchmarks.json, and from there into the README.

    python benchmarks/bench.py [SECTION …] [--articles 20000]

Sections are start_up, layers, layers_of_sources, workers, memory and report_page; without any, all are measured, which
takes an hour or so for the 20,000 articles of ``memory``. A section that is not measured stays as it stands in the
file. Run by ``make bench`` it measures the package as it is installed, compiled; ``layers_of_sources`` measures the
modules of ``src`` as Python runs them.
"""

import argparse
import json
import os
import tempfile
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import layers
import machine
import performance
import processes
from warextract.threads import with_one_thread

ROOT = Path(__file__).parent.parent
RESULTS = ROOT / "docs" / "benchmarks.json"


def sections(folder: Path, articles: int) -> dict[str, Callable[[], dict[str, Any]]]:
    """How each section is measured, in order: start-up first, while nothing is loaded."""
    return {
        "start_up": lambda: processes.start_up(folder),
        "layers": lambda: layers.measure(layers.articles()),
        "layers_of_sources": layers.of_sources,
        "workers": lambda: processes.scaling(folder),
        "memory": lambda: {
            str(number): processes.long_run(folder, number, paragraphs=(2, 5)) for number in (500, articles)
        },
        "report_page": _report_page,
    }


def _report_page() -> dict[str, Any]:
    import report_page  # noqa: PLC0415 (start-up is measured while nothing is loaded)

    return report_page.measure()


def main() -> None:
    """Measure, print each section as it is done, and write it down."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("section", nargs="*", help="what to measure; all if none")
    parser.add_argument("--articles", type=int, default=20_000, help="how many articles the long run has")
    asked = parser.parse_args()
    os.environ.update(with_one_thread(os.environ))  # as in a worker, before anything loads numpy
    with tempfile.TemporaryDirectory() as folder:
        known = sections(Path(folder), asked.articles)
        if unknown := set(asked.section) - known.keys():
            parser.error(f"no section {', '.join(sorted(unknown))}; there are {', '.join(known)}")
        for name in asked.section or known:
            before = machine.load()
            found = known[name]() | {"load_before": before, "measured": datetime.now(UTC).date().isoformat()}
            print(json.dumps({name: found}, indent=2), flush=True)
            enter(name, found)


def enter(name: str, found: dict[str, Any]) -> None:
    """Put a section into the file of results, with the machine's description, and its figures into the README."""
    results = json.loads(RESULTS.read_text("utf-8")) if RESULTS.exists() else {}
    results |= {"machine": machine.described(), name: found}
    RESULTS.write_text(json.dumps(results, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    performance.write(ROOT / "README.md", results)


if __name__ == "__main__":
    main()
