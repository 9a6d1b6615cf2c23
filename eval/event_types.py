"""Count, type by type, the events that are right on the annotated articles; docs/events.md shows the figures.

    python eval/event_types.py             write eval/event_types.json
    python eval/event_types.py --check     say what would change, write nothing

Counted as eval/score.py counts typed events: right are those whose type and trigger gold has; a second telling of one
that was matched counts for nothing.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from annotations import Event, of_gold, of_record, read_gold
from gate import GOLD, extract_all
from rule_precision import judge, render, weight
from score import pair

CORPORA = ("dev", "dev2", "heldout", "dev3")
TARGET = Path(__file__).parent / "event_types.json"

Counts = dict[str, dict[str, int]]


def count(gold: Sequence[Event], predicted: Sequence[Event]) -> Counts:
    """Events of gold, of the record and in both, by type.

    >>> event = Event("attack", (0, 5), (), (), None, None, None)
    >>> count([event], [event])
    {'attack': {'gold': 1, 'found': 1, 'right': 1}}
    """
    in_gold = Counter(event.type for event in gold)
    found = Counter(v.type for v in judge(gold, predicted, [""] * len(predicted)))
    right = Counter(gold[i].type for i, _ in pair(gold, predicted, weight))
    kinds = sorted({*in_gold, *found})
    return {kind: {"gold": in_gold[kind], "found": found[kind], "right": right[kind]} for kind in kinds}


def count_corpora(names: Sequence[str] = CORPORA) -> Counts:
    """The counts of all articles of these folders of ``gold``."""
    total: dict[str, Counter[str]] = {}
    for name in names:
        records = extract_all(GOLD / name)
        for article, text, gold in read_gold(GOLD / name):
            counts = count(of_gold(text, gold).events, of_record(text, records[article]).events)
            for kind, numbers in counts.items():
                total.setdefault(kind, Counter()).update(numbers)
    return {kind: {key: total[kind][key] for key in ("gold", "found", "right")} for kind in sorted(total)}


def main(arguments: Sequence[str] | None = None) -> int:
    """Write or check the file; 1 when a check finds it out of date."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="write nothing; fail when the file is out of date")
    given = parser.parse_args(arguments)
    text = render(count_corpora())
    if not given.check:
        TARGET.write_text(text, encoding="utf-8")
        sys.stdout.write(f"{TARGET}\n")
        return 0
    same = TARGET.exists() and TARGET.read_text("utf-8") == text
    sys.stdout.write("" if same else f"{TARGET} is out of date; run python eval/event_types.py\n")
    return 0 if same else 1


if __name__ == "__main__":
    sys.exit(main())
