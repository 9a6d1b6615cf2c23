"""Measure how often each event rule is right on the development articles; the confidence of events rests on it.

    python eval/rule_precision.py             write src/warextract/lexicon/data/rule_precision.json
    python eval/rule_precision.py --check     say what would change, write nothing

An event is right when gold has one of its type whose trigger it shares. A second telling of an event that was matched
counts for nothing. Few matches say little, so a rule starts with one match as good as its type's mean:

    precision = (right + mean of the type) / (count + 1)
"""

import argparse
import json
import sys
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from annotations import Event, of_gold, of_record, read_gold
from gate import GOLD, extract_all
from score import overlap, pair

CORPORA = ("dev", "dev2")
TARGET = Path(__file__).parent.parent / "src/warextract/lexicon/data/rule_precision.json"


class Judged(NamedTuple):
    """One extracted event: the rule that told it, its type, and whether gold has it."""

    rule: str
    type: str
    right: bool


def weight(gold: Event, predicted: Event) -> int:
    """2 for the trigger of an event of the same type, 1 for one of its later tellings, 0 for no match."""
    if gold.type != predicted.type:
        return 0
    if overlap(gold.trigger, predicted.trigger):
        return 2
    return int(any(overlap(span, predicted.trigger) for span in gold.also))


def judge(gold: Sequence[Event], predicted: Sequence[Event], rules: Sequence[str]) -> list[Judged]:
    """The verdict on each extracted event of an article; ``rules`` go with ``predicted``."""
    matched = {j for _, j in pair(gold, predicted, weight)}
    return [
        Judged(rule, event.type, j in matched)
        for j, (event, rule) in enumerate(zip(predicted, rules, strict=True))
        if j in matched or not any(weight(each, event) for each in gold)
    ]


def precisions(judged: Iterable[Judged]) -> dict[str, dict[str, float | int]]:
    """Precision and count of each rule, by its id.

    >>> precisions([Judged("a.x", "attack", True), Judged("a.y", "attack", False)])["a.x"]
    {'precision': 0.75, 'count': 1}
    """
    by_rule: dict[tuple[str, str], list[bool]] = defaultdict(list)
    by_type: dict[str, list[bool]] = defaultdict(list)
    for each in judged:
        by_rule[each.rule, each.type].append(each.right)
        by_type[each.type].append(each.right)
    out: dict[str, dict[str, float | int]] = {}
    for rule in sorted({rule for rule, _ in by_rule}):
        verdicts = {kind: v for (name, kind), v in by_rule.items() if name == rule}
        kind = max(verdicts, key=lambda k: (len(verdicts[k]), k))  # a negated rule may tell another type
        mean = sum(by_type[kind]) / len(by_type[kind])
        right, count = sum(map(sum, verdicts.values())), sum(map(len, verdicts.values()))
        out[rule] = {"precision": round((right + mean) / (count + 1), 3), "count": count}
    return out


def judge_corpora(names: Sequence[str] = CORPORA) -> list[Judged]:
    """The verdicts on all events that the package extracts from the folders of ``gold``."""
    out: list[Judged] = []
    for name in names:
        records = extract_all(GOLD / name)
        for article, text, gold in read_gold(GOLD / name):
            record = records[article]
            rules = [event["rule"] for event in record["events"]]
            out += judge(of_gold(text, gold).events, of_record(text, record).events, rules)
    return out


def render(measured: Mapping[str, Mapping[str, float | int]]) -> str:
    """A file's text, a rule (or a type) a line."""
    lines = [f"  {json.dumps(rule)}: {json.dumps(value)}" for rule, value in measured.items()]
    return "{\n" + ",\n".join(lines) + "\n}\n"


def main(arguments: Sequence[str] | None = None) -> int:
    """Write or check the file; 1 when a check finds it out of date."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="write nothing; fail when the file is out of date")
    given = parser.parse_args(arguments)
    measured = precisions(judge_corpora())
    text = render(measured)
    if not given.check:
        TARGET.write_text(text, encoding="utf-8")
        sys.stdout.write(f"{len(measured)} rules measured: {TARGET}\n")
        return 0
    old = json.loads(TARGET.read_text("utf-8")) if TARGET.exists() else {}
    changed = [rule for rule in sorted({*old, *measured}) if old.get(rule) != measured.get(rule)]
    for rule in changed:
        sys.stdout.write(f"{rule}: {old.get(rule)} is now {measured.get(rule)}\n")
    return 1 if changed else 0


if __name__ == "__main__":
    sys.exit(main())
