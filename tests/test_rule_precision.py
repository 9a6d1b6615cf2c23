"""The measured precision of event rules, and the confidence that rests on it."""

import json
from importlib.resources import files

import pytest

from annotations import Event
from rule_precision import Judged, judge, precisions, render
from warextract.events.confidence import UNMEASURED, confidence
from warextract.lexicon.rulebook import Rulebook

MEASURED = json.loads((files("warextract.lexicon") / "data" / "rule_precision.json").read_text("utf-8"))


def event(type_: str, start: int, *also: tuple[int, int]) -> Event:
    return Event(type_, (start, start + 5), also, (), None, None, None)


def test_measured_rules_are_rules_of_the_book() -> None:
    assert MEASURED
    assert set(MEASURED) <= {rule.id for rule in Rulebook.load().rules if rule.emits == "event"}


def test_measured_values_are_shares_of_something() -> None:
    assert all(0 <= value["precision"] <= 1 and value["count"] > 0 for value in MEASURED.values())


def test_what_was_measured_moves_confidence() -> None:
    best = max(MEASURED, key=lambda rule: MEASURED[rule]["precision"])
    assert confidence((best,), 4, 4) == MEASURED[best]["precision"]
    assert confidence((best,), 4, 4) > confidence(("no.such_rule",), 4, 4) == UNMEASURED


def test_a_second_telling_of_a_matched_event_counts_for_nothing() -> None:
    gold = [event("attack", 10, (50, 55))]
    told = [event("attack", 12), event("attack", 51), event("attack", 90), event("capture", 10)]
    verdicts = judge(gold, told, ["a.one", "a.two", "a.three", "c.one"])
    assert [(v.rule, v.right) for v in verdicts] == [("a.one", True), ("a.three", False), ("c.one", False)]


@pytest.mark.parametrize(
    ("right", "wrong", "expected"),
    [(1, 0, 0.833), (0, 1, 0.333), (4, 0, 0.933), (0, 0, None)],
)
def test_few_matches_are_drawn_to_the_mean_of_the_type(right: int, wrong: int, expected: float | None) -> None:
    own = [Judged("a.x", "attack", True)] * right + [Judged("a.x", "attack", False)] * wrong
    total = 6  # the type's mean is 2/3 in every case
    hits = 4 - right
    others = [Judged("a.y", "attack", i < hits) for i in range(total - len(own))]
    assert precisions(own + others).get("a.x", {}).get("precision") == expected


def test_the_file_is_json_with_a_rule_a_line() -> None:
    measured = {"a.x": {"precision": 0.5, "count": 3}}
    assert json.loads(render(measured)) == measured
    assert render(measured).count("\n") == 3
