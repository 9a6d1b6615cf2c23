"""docs/events.md says what the rule book and the measurements say."""

import json
import subprocess
import sys
from pathlib import Path

from annotations import Event
from event_types import count
from warextract.vocabulary import EVENT_TYPES


def event(type_: str, start: int, *also: tuple[int, int]) -> Event:
    return Event(type_, (start, start + 5), also, (), None, None, None)


def test_the_page_of_events_is_up_to_date(root: Path) -> None:
    done = subprocess.run(
        [sys.executable, root / "tools" / "events_page.py", "--check"], check=False, capture_output=True
    )
    assert done.returncode == 0, done.stderr.decode()


def test_every_type_was_measured(root: Path) -> None:
    measured = json.loads((root / "eval" / "event_types.json").read_text("utf-8"))
    assert set(measured) == set(EVENT_TYPES)
    assert sum(n["right"] for n in measured.values()) > 0
    assert all(0 <= n["right"] <= min(n["gold"], n["found"]) for n in measured.values())


def test_counts_are_by_type_and_leave_second_tellings_out() -> None:
    gold = [event("attack", 10, (50, 55)), event("capture", 90)]
    found = [event("attack", 11), event("attack", 51), event("attack", 90)]
    assert count(gold, found) == {
        "attack": {"gold": 1, "found": 2, "right": 1},
        "capture": {"gold": 1, "found": 0, "right": 0},
    }
