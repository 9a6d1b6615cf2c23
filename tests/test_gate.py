from pathlib import Path

import pytest

import gate
from gate import CORPORA, Corpus, checksum, measures_of, raised, read_floors, regressions, write_floors
from score import Scores

FLOOR = Corpus("sum", {"actors": 0.8, "events date": 40.0, "overall": 0.6})


def measured(sha256: str = "sum", **changes: float) -> Corpus:
    return Corpus(sha256, FLOOR.measures | {name.replace("_", " "): value for name, value in changes.items()})


@pytest.mark.parametrize(
    ("now", "complaints"),
    [
        (measured(), []),
        (measured(actors=0.9, events_date=41), []),
        (measured(actors=0.7996), []),
        (measured(actors=0.7994), ["dev: actors is 0.7994, below its floor of 0.8"]),
        (measured(events_date=39), ["dev: events date is 39, below its floor of 40"]),
        (Corpus("sum", {"actors": 0.8, "overall": 0.6}), ["dev: events date is 0, below its floor of 40"]),
        (
            measured("other"),
            ["dev: its articles are not those that the floors are for; pin new ones with --update"],
        ),
    ],
)
def test_what_is_below_its_floor_is_told(now: Corpus, complaints: list[str]) -> None:
    assert regressions("dev", now, FLOOR) == complaints


def test_corpus_without_floors_fails() -> None:
    assert regressions("dev", measured(), None) == ["dev: has no floors; pin them with --update"]


def test_floors_rise_and_never_fall_by_themselves() -> None:
    up, refused = raised("dev", measured(actors=0.91239, overall=0.59995), FLOOR, allow_regression=False)
    assert (up.measures["actors"], up.measures["overall"], refused) == (0.9123, 0.6, [])
    kept, refused = raised("dev", measured(actors=0.9, overall=0.5), FLOOR, allow_regression=False)
    assert (kept, refused) == (FLOOR, ["dev: overall is 0.5, below its floor of 0.6"])
    down, refused = raised("dev", measured(overall=0.5), FLOOR, allow_regression=True)
    assert (down.measures["overall"], refused) == (0.5, [])


def test_new_articles_do_not_lower_a_floor_by_themselves() -> None:
    kept, refused = raised("dev", measured("other", overall=0.5), FLOOR, allow_regression=False)
    assert (kept, len(refused)) == (FLOOR, 1)


def test_values_count_how_many_are_right() -> None:
    scores = Scores()
    scores.shares["events date"].add(True)
    scores.shares["events date"].add(False)
    scores.tallies["actors"].add(1, 2, 2)
    assert measures_of(scores)["events date"] == 1.0
    assert measures_of(scores)["actors"] == 0.5


def test_floors_come_back_as_they_were_written(tmp_path: Path) -> None:
    write_floors(tmp_path / "floors.json", {"dev": FLOOR})
    assert read_floors(tmp_path / "floors.json") == {"dev": FLOOR}
    assert read_floors(tmp_path / "none.json") == {}


def test_checksum_changes_with_an_article(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("one", encoding="utf-8")
    before = checksum(tmp_path)
    (tmp_path / "notes.md").write_text("no article", encoding="utf-8")
    assert checksum(tmp_path) == before
    (tmp_path / "a.txt").write_text("two", encoding="utf-8")
    assert checksum(tmp_path) != before


@pytest.mark.parametrize("name", CORPORA)
def test_committed_floors_are_for_the_committed_articles(name: str) -> None:
    floors = read_floors(gate.FLOORS)[name]
    assert floors.sha256 == checksum(gate.GOLD / name)
    assert all(value > 0 for value in floors.measures.values())
