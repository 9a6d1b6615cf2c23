"""The scorer: a perfect record scores 1, and each damage lowers the measures that are about it alone."""

import copy
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from annotations import find
from score import Scores, pair, report, score

TEXT = """KYIV - Russia said its troops took Toretsk on Monday with two drones. Ukraine denied it.
The drones hit Toretsk again and killed 3 people. Officials did not comment.
"""
GOLD: dict[str, Any] = {
    "actors": {
        "A1": {"name": "Russia", "country": "RUS", "mentions": ["Russia", "its troops"]},
        "A2": {"name": "Ukraine", "country": "UKR", "mentions": ["Ukraine"]},
        "A3": {"name": "officials", "country": None, "mentions": ["Officials"]},
    },
    "places": {"P1": {"name": "Toretsk", "country": "UKR", "mentions": ["Toretsk"]}},
    "weapons": {"W1": {"class": "drone.fpv", "mentions": ["drones", {"text": "drones", "n": 2}],
                       "quantity": {"min": 2, "max": 2}}},
    "claims": [
        {"source": "A1", "cue": "said", "stance": "asserts", "content": "its troops took Toretsk on Monday"},
        {"source": "A2", "cue": "denied", "stance": "denies", "content": "it"},
        {"source": "A3", "cue": "did not comment", "stance": "withholds", "content": None},
    ],
    "events": [
        {"type": "capture", "trigger": "took", "agents": ["A1"], "targets": ["P1"], "places": ["P1"],
         "date": ["2025-03-03", "2025-03-03"], "weapons": ["W1"], "casualties": None, "status": "disputed"},
        {"type": "drone_strike", "trigger": "hit", "also": ["killed"], "agents": [], "targets": ["P1"],
         "places": [], "date": None, "weapons": ["W1"], "casualties": {"killed": 3}, "status": "reported"},
    ],
}  # fmt: skip


def span(mention: Any) -> dict[str, Any]:
    start, end = find(TEXT, mention)
    return {"start": start, "end": end, "text": TEXT[start:end]}


def perfect() -> dict[str, Any]:
    """The record that says exactly what gold says."""
    event_of = [
        {
            "type": event["type"],
            "trigger": span(event["trigger"]),
            "participants": [{"role": "agent", "actor": each} for each in event["agents"]]
            + [{"role": "target", "place": each} for each in event["targets"]],
            "places": [{"place": each} for each in event["places"]],
            "weapons": event["weapons"],
            "time": {"start": event["date"][0], "end": event["date"][1]} if event["date"] else None,
            "casualties": {"killed": {"min": 3, "max": 3}} if event["casualties"] else None,
            "status": event["status"],
        }
        for event in GOLD["events"]
    ]
    claims = [
        {**claim, "cue": span(claim["cue"]), "content": span(claim["content"]) if claim["content"] else None}
        for claim in GOLD["claims"]
    ]
    layers = {
        layer: [{**each, "id": key, "mentions": [*map(span, each["mentions"])]} for key, each in GOLD[layer].items()]
        for layer in ("actors", "places", "weapons")
    }
    return {"article": {"id": "a"}, **layers, "claims": claims, "events": event_of}


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "a.json").write_text(json.dumps(GOLD), encoding="utf-8")
    return tmp_path


def values(scores: Scores) -> dict[str, float]:
    return {name: row.get("f1", row.get("share", 0.0)) for name, row in scores.rows().items()}


def test_perfect_record_scores_one_everywhere(gold: Path) -> None:
    record = perfect()
    record["places"][0]["mentions"].append(span({"text": "Toretsk", "n": 2}))
    scores = score(gold, {"a": record})
    assert set(values(scores).values()) == {1.0}
    assert len(values(scores)) == 21
    assert scores.misses == []


def test_missing_record_scores_nothing(gold: Path) -> None:
    scores = score(gold, {})
    assert scores.overall == 0
    assert {miss.kind for miss in scores.misses} == {"missed"}


Damage = Callable[[dict[str, Any]], object]


@pytest.mark.parametrize(
    ("damage", "lowered"),
    [
        (lambda r: r["actors"][1].update(country="RUS"), {"actors country"}),
        (lambda r: r["weapons"][0].update({"class": "drone.naval"}), {"weapons class"}),
        (lambda r: r["weapons"][0].update({"class": "bomb"}), {"weapons class", "weapons family"}),
        (lambda r: r["weapons"][0].update(quantity={"min": 1, "max": 9}), {"weapons quantity"}),
        (lambda r: r["claims"][1].update(stance="asserts"), {"claims full", "denials", "claims stance"}),
        (lambda r: r["claims"][0].update(source="A2"), {"claims full", "claims source"}),
        (lambda r: r["claims"].pop(2), {"claims content", "claims full", "denials"}),
        (lambda r: r["claims"][0].update(content=span("Monday")), {"claims content", "claims full"}),
        (lambda r: r["events"][0].update(type="advance"), {"events typed", "events args"}),
        (lambda r: r["events"][0].update(status="claimed"), {"events status"}),
        (lambda r: r["events"][0].update(time=None), {"events date"}),
        (lambda r: r["events"][0]["participants"].pop(), {"events args"}),
        (lambda r: r["events"][0].update(weapons=[]), {"events args"}),
        (lambda r: r["events"][1].update(casualties=None), {"events casualties"}),
        (
            lambda r: r["actors"].append({"id": "x", "mentions": [span("Monday")]}),
            {"actors", "actors mentions"},
        ),
    ],
)
def test_damage_lowers_what_it_is_about(gold: Path, damage: Damage, lowered: set[str]) -> None:
    record = perfect()
    record["places"][0]["mentions"].append(span({"text": "Toretsk", "n": 2}))
    damage(record)
    scores = score(gold, {"a": record})
    assert {name for name, value in values(scores).items() if value < 1} - {"overall"} == lowered
    assert scores.misses or lowered <= {"actors country", "weapons quantity", "events casualties"}


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda r: r["events"].append({**r["events"][1], "trigger": span("killed")}), id="told-twice"),
        pytest.param(lambda r: r["events"][1].update(trigger=span("killed")), id="told-later"),
        pytest.param(lambda r: r["actors"].append({"id": "x", "mentions": [span("it")]}), id="pronoun"),
    ],
)
def test_what_costs_nothing(gold: Path, change: Damage) -> None:
    record = perfect()
    record["places"][0]["mentions"].append(span({"text": "Toretsk", "n": 2}))
    change(record)
    assert set(values(score(gold, {"a": record})).values()) == {1.0}


def test_offset_that_does_not_hold_is_refused(gold: Path) -> None:
    record = copy.deepcopy(perfect())
    record["actors"][0]["mentions"][0]["text"] = "Prussia"
    with pytest.raises(ValueError, match="a: offsets and text differ"):
        score(gold, {"a": record})


def test_gold_string_that_is_not_there_is_refused() -> None:
    with pytest.raises(ValueError, match="not in the text: 'Paris'"):
        find(TEXT, "Paris")
    with pytest.raises(ValueError, match="not in the text"):
        find(TEXT, {"text": "Ukraine", "n": 2})


def test_heaviest_pair_comes_first() -> None:
    assert pair([1, 2], [2, 4], lambda g, p: g * p) == [(1, 1), (0, 0)]
    assert pair([1], [2], lambda g, p: 0) == []


def test_report_lists_so_many_errors_of_a_kind(gold: Path) -> None:
    table = report(score(gold, {}), errors=1)
    assert "overall            F1 0.000" in table
    assert table.count("| claims | missed |") == 1
