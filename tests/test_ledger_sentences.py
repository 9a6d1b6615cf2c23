"""What one article tells of elsewhere, of another place or time and again is no part of the happening before it."""

import pytest

import warextract
from warextract.happenings.sentences import is_apart, is_general
from warextract.records import Event, Span


def event(text: str, trigger: str) -> Event:
    start = text.index(trigger)
    return Event.model_validate(
        {
            "id": "e1",
            "type": "attack",
            "trigger": Span.of(text, start, start + len(trigger)),
            "sentence": Span.of(text, 0, len(text)),
            "status": "reported",
            "codes": {},
            "rule": "test",
            "confidence": 1.0,
        }
    )


@pytest.mark.parametrize(
    ("text", "trigger", "apart"),
    [
        ("Elsewhere, shells hit a school.", "hit", True),
        ("Separately, a drone struck a lorry.", "struck", True),
        ("Another strike killed a nurse.", "strike", True),
        ("Another official said the strike killed a nurse.", "strike", False),
        ("Shells hit a school.", "hit", False),
    ],
)
def test_apart(text: str, trigger: str, apart: bool) -> None:
    assert is_apart(event(text, trigger)) is apart


@pytest.mark.parametrize(
    ("text", "trigger", "general"),
    [
        ("Gangs have for years kidnapped travellers.", "kidnapped", True),
        ("The town is shelled almost daily.", "shelled", True),
        ("Gunmen kidnapped four travellers.", "kidnapped", False),
    ],
)
def test_general(text: str, trigger: str, general: bool) -> None:
    assert is_general(event(text, trigger)) is general


@pytest.mark.parametrize(
    ("text", "kept_apart"),
    [
        (
            "KYIV - Russian shells killed two people in Nikopol on Tuesday. Elsewhere, drones killed two in Sumy.",
            ("Nikopol", "Sumy"),
        ),
        (
            "KYIV - Russian shelling killed three people in Pokrovsk on Tuesday. And in Crimea, an attack on a port "
            "caused no casualties, its governor said.",
            ("Pokrovsk", "Crimea"),
        ),
    ],
)
def test_two_places_are_two_rows(extractor: warextract.Extractor, text: str, kept_apart: tuple[str, str]) -> None:
    record = extractor.extract(warextract.Article(id="a", text=text, published="2025-02-05"))
    named = [{place.name for place in row.places} for row in warextract.ledger([record])]
    assert all(any(place in names for names in named) for place in kept_apart)
    assert not any(set(kept_apart) <= names for names in named)


def test_an_event_without_a_day_may_be_one_told_before_in_its_article(extractor: warextract.Extractor) -> None:
    text = (
        "NAIROBI - An air strike killed 14 people in Kutum on March 3, a rights group said in a report on Thursday. "
        "The army bombed Kutum in spite of a truce, it said."
    )
    record = extractor.extract(warextract.Article(id="a", text=text, published="2025-03-27"))
    strikes = [row for row in warextract.ledger([record]) if "air_strike" in row.types]
    assert [len([t for t in row.tellings if t.type == "air_strike"]) for row in strikes] == [2]


@pytest.mark.parametrize("days", ["on Saturday dismissed as baseless", "rejected on Saturday"])
def test_the_day_of_a_denial_is_not_that_of_the_deed(extractor: warextract.Extractor, days: str) -> None:
    first = "AMMAN - Rocket fire hit a market in Kutum on Thursday, killing nine people, medics said."
    second = f"AMMAN - The army {days} an allegation that it had shelled a market in Kutum."
    records = [
        extractor.extract(warextract.Article(id="a", text=first, published="2025-03-28")),
        extractor.extract(warextract.Article(id="b", text=second, published="2025-03-29")),
    ]
    (row,) = [row for row in warextract.ledger(records) if "shelling" in row.types]
    assert {telling.article for telling in row.tellings} == {"a", "b"}
    assert row.status == "disputed"


def test_who_is_killed_by_name_is_killed_once(extractor: warextract.Extractor) -> None:
    first = "BAMAKO - A drone strike killed the rebel commander Amadou Koufa near Tessit on Wednesday, the army said."
    second = "DAKAR - The killing of Amadou Koufa in an air strike last week has weakened the rebels, analysts said."
    records = [
        extractor.extract(warextract.Article(id="a", text=first, published="2025-03-28")),
        extractor.extract(warextract.Article(id="b", text=second, published="2025-04-02")),
    ]
    assert max(row.articles for row in warextract.ledger(records)) == 2


def test_a_claim_about_two_tellings_of_an_article_is_one_voice(extractor: warextract.Extractor) -> None:
    text = (
        "MOGADISHU, Aug 28 - Al-Shabaab militants stormed an army base in the village of Cowsweyne early Saturday, "
        "detonating at least two truck bombs before overrunning the camp, residents said. The group claimed that 178 "
        "soldiers had been killed in the raid on Cowsweyne."
    )
    record = extractor.extract(warextract.Article(id="a", text=text, published="2023-08-28"))
    rows = [row for row in warextract.ledger([record]) if len(row.tellings) > 1 and row.claimed_by]
    assert rows
    for row in rows:
        heard = [voice.claim for voice in row.claimed_by]
        assert sorted(heard) == sorted(set(heard))
