"""The day that a sentence tells of a happening: which of its times belongs to which of its predicates."""

from datetime import date

import pytest

import warextract
from warextract.records import Event

PUBLISHED = date(2025, 3, 12)  # a Wednesday


def _event(extractor: "warextract.Extractor", text: str, trigger: str) -> Event:
    record = extractor.extract(warextract.Article(id="days", text=text, published=PUBLISHED))
    return next(e for e in record.events if trigger in e.trigger.text)


@pytest.mark.parametrize(
    ("text", "trigger", "first", "last"),
    [
        pytest.param(
            "Some 40 people have died since Friday, when rebels attacked a police post, the mayor says.",
            "attacked", "2025-03-07", "2025-03-07", id="since-when",
        ),
        pytest.param(
            "Some 40 people have died since Friday, when rebels attacked a police post, the mayor says.",
            "died", "2025-03-07", "2025-03-12", id="since",
        ),
        pytest.param(
            "Villagers buried their dead on Tuesday, a day after soldiers shot and killed nine of them.",
            "shot", "2025-03-10", "2025-03-10", id="a-day-after",
        ),
        pytest.param(
            "The truce agreed in February 2021 had largely held until last month.",
            "truce", "2021-02-01", "2021-02-28", id="held-until",
        ),
        pytest.param(
            "A meeting between the ministers, last held in 2018, may be sought next week, a diplomat said.",
            "meeting", "2025-03-17", "2025-03-23", id="last-held",
        ),
        pytest.param(
            "The militia lost five fighters, nine were wounded, and 46 soldiers were captured over the past two days.",
            "lost", "2025-03-10", "2025-03-12", id="of-the-whole-list",
        ),
        pytest.param(
            "The envoy will travel to Cairo on Friday to press for calm in Sudan, where rebels took a town on Sunday.",
            "took", "2025-03-09", "2025-03-09", id="behind-a-plan",
        ),
        pytest.param(
            "The city has been under siege for two weeks, the mayor said.",
            "siege", "2025-02-26", "2025-03-12", id="for-two-weeks",
        ),
    ],
)  # fmt: skip
def test_a_happening_has_the_day_of_its_own_clause(
    extractor: "warextract.Extractor", text: str, trigger: str, first: str, last: str
) -> None:
    found = _event(extractor, text, trigger).time
    assert found is not None
    assert (str(found.start), str(found.end)) == (first, last)


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        pytest.param(
            "The leaders will meet in Kingston on Monday, and the council is weighing sanctions on two generals.",
            "sanctions", id="another-clause",
        ),
        pytest.param(
            "Russia has massed troops near the border and may attack in April, the minister said.",
            "massed", id="before-a-modal",
        ),
    ],
)  # fmt: skip
def test_a_happening_has_no_day_of_another_clause(extractor: "warextract.Extractor", text: str, trigger: str) -> None:
    assert _event(extractor, text, trigger).time is None


@pytest.mark.parametrize(
    "text", ["The two sides resume talks in Doha on Friday.", "The ministers meet in Rome on Friday."]
)
def test_what_is_told_in_the_present_for_a_day_to_come_is_planned(extractor: "warextract.Extractor", text: str) -> None:
    found = next(e for e in extractor.extract(warextract.Article(id="days", text=text, published=PUBLISHED)).events)
    assert found.time is not None
    assert (found.type, found.status, str(found.time.start)) == ("meeting", "planned", "2025-03-14")


def test_the_toll_since_an_attack_is_not_the_toll_of_the_attack(extractor: "warextract.Extractor") -> None:
    text = "More than 700 people have been killed since May 7, when a raid by gunmen on the town killed 12 people."
    attack = _event(extractor, text, "raid")
    assert attack.casualties is not None
    assert attack.casualties.killed is not None
    assert attack.casualties.killed.max == 12


@pytest.mark.parametrize(
    "text",
    [
        "Shells hit the market on Monday. Gangs have for years kidnapped travellers on the road.",
        "Shells hit the market on Monday. The militia denies kidnapping travellers.",
    ],
    ids=["for-years", "denies"],
)
def test_a_habit_or_a_standing_denial_has_no_day(extractor: "warextract.Extractor", text: str) -> None:
    assert _event(extractor, text, "kidnapp").time is None


def test_what_has_been_done_since_runs_up_to_the_news(extractor: "warextract.Extractor") -> None:
    text = "Rebel forces captured the plant in March 2022 and have since mined its perimeter."
    found = _event(extractor, text, "mined").time
    assert found is not None
    assert (str(found.start), str(found.end)) == ("2022-03-01", "2025-03-12")


def test_what_happens_beside_a_meeting_is_not_where_the_meeting_is(extractor: "warextract.Extractor") -> None:
    text = "Foreign ministers met in Istanbul on Friday as shells fell on Zaporizhzhia."
    record = extractor.extract(warextract.Article(id="days", text=text, published=PUBLISHED))
    names = {place.id: place.name for place in record.places}
    (shelling,) = (e for e in record.events if e.type == "shelling")
    assert [names[p.place] for p in shelling.places] == ["Zaporizhzhia"]
