"""Claims of a file of articles in the prediction format of PolNeAR's scorer.

    python benchmarks/polnear.py ARTICLES.jsonl PREDICTIONS.jsonl

ARTICLES.jsonl holds {"id", "text"} a line. A prediction is {"id", "attributions": [{"source_span", "cue_span",
"content_span"}]} with spans as [[start, end], …]. Silences without content are left out: PolNeAR has none.
"""

import json
import sys
from pathlib import Path
from typing import Any

import warextract
from warextract.records import Claim, Span


def bounds(span: Span | None) -> list[list[int]]:
    """A span as the scorer wants it; no span is an empty list."""
    return [[span.start, span.end]] if span else []


def attributions(claims: tuple[Claim, ...]) -> list[dict[str, Any]]:
    """Claims as attributions: sentences of one quotation under one cue are one attribution there."""
    groups: dict[tuple[object, ...], list[Claim]] = {}
    for claim in claims:
        if claim.content is None:
            continue
        own = claim.quote == "direct" and claim.cue is not None
        key = (claim.cue, claim.source_span) if own else (claim.id,)
        groups.setdefault(key, []).append(claim)
    return [
        {
            "source_span": bounds(group[0].source_span),
            "cue_span": bounds(group[0].cue),
            "content_span": [b for claim in group for b in bounds(claim.content)],
        }
        for group in groups.values()
    ]


def main(articles: Path, predictions: Path) -> None:
    extractor = warextract.load()
    with predictions.open("w", encoding="utf-8") as out:
        for line in articles.read_text("utf-8").splitlines():
            entry = json.loads(line)
            record = extractor.extract(warextract.Article(id=entry["id"], text=entry["text"]))
            out.write(json.dumps({"id": entry["id"], "attributions": attributions(record.claims)}) + "\n")


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit("usage: python benchmarks/polnear.py ARTICLES.jsonl PREDICTIONS.jsonl")
    main(Path(sys.argv[1]), Path(sys.argv[2]))
