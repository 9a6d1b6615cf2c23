"""A sentence by itself, as headlines and notes of monitors have it: nothing around it tells what a name names."""

from datetime import date

import pytest

from warextract import Article, Extractor

Told = tuple[str, str | None, str | None]


def events(extractor: Extractor, text: str) -> list[Told]:
    """Type, first agent and first target of each event."""
    record = extractor.extract(Article(id="a", text=text))
    names = {each.id: each.name for each in (*record.actors, *record.places)}

    def first(roles: list[str | None]) -> str | None:
        return next((names[each] for each in roles if each), None)

    return [
        (
            event.type,
            first([p.actor or p.place for p in event.participants if p.role == "agent"]),
            first([p.actor or p.place for p in event.participants if p.role == "target"]),
        )
        for event in record.events
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Insurgents overran Kunduz.", [("capture", "Insurgents", "Kunduz")]),
        ("Rebels seized Uvira.", [("capture", "Rebels", "Uvira")]),
        ("The air force bombed Sagaing.", [("air_strike", "Burmese Air Force", "Sagaing")]),
        ("Paramilitary soldiers raided Omdurman.", [("attack", "Paramilitary soldiers", "Omdurman")]),
    ],
)
def test_what_is_overrun_or_bombed_is_a_town(extractor: Extractor, text: str, expected: list[Told]) -> None:
    assert events(extractor, text) == expected


def test_who_is_arrested_is_no_town(extractor: Extractor) -> None:
    record = extractor.extract(Article(id="a", text="Police arrested Omdurman on Monday."))
    assert "Omdurman" not in [place.name for place in record.places]


@pytest.mark.parametrize("noun", ["Soldiers", "Rebels", "Gunmen", "Troops"])
def test_people_who_open_a_sentence_act(extractor: Extractor, noun: str) -> None:
    assert events(extractor, f"{noun} opened fire on demonstrators.") == [("attack", noun, "demonstrators")]


def test_a_government_bombs_from_the_air(extractor: Extractor) -> None:
    assert events(extractor, "The junta bombed a school in Loikaw.")[0][0] == "air_strike"


def test_one_word_tells_one_event_of_a_type(extractor: Extractor) -> None:
    told = [kind for kind, _, _ in events(extractor, "A car bomb exploded near the governor's office in Aden.")]
    assert told == ["bombing"]


def test_a_raid_is_not_in_what_was_burned_besides(extractor: Extractor) -> None:
    text = "Gunmen raided the village of Tera, burned granaries and abducted 14 girls."
    record = extractor.extract(Article(id="a", text=text))
    kinds = {place.id: place.kind for place in record.places}
    where = {event.type: [kinds[each.place] for each in event.places] for event in record.events}
    assert where["attack"] == ["settlement"]
    assert where["damage"] == ["facility", "settlement"]


def test_a_navy_is_not_of_the_land_whose_rifles_it_finds(extractor: Extractor) -> None:
    record = extractor.extract(Article(id="a", text="The navy seized a dhow carrying Iranian rifles."))
    assert [actor.country for actor in record.actors if actor.kind == "military"] == [None]


@pytest.mark.parametrize("noun", ["labourers", "shepherds", "truckers", "musicians", "carpenters", "nomads", "hikers"])
def test_whoever_is_killed_is_somebody(extractor: Extractor, noun: str) -> None:
    told = events(extractor, f"Gunmen killed four {noun} near the river on Monday.")
    assert [target for _, agent, target in told if agent == "Gunmen"] == [f"four {noun}"]


@pytest.mark.parametrize("noun", ["market", "data centre", "swimming pool", "brewery", "roundabout", "guesthouse"])
def test_whatever_is_struck_is_a_place(extractor: Extractor, noun: str) -> None:
    assert events(extractor, f"A drone struck a {noun} on Monday.") == [("drone_strike", None, noun)]


@pytest.mark.parametrize("name", ["Al-Mawasi", "Al-Hasakah", "Wad Madani", "Omdurman"])
def test_a_town_that_is_hit_is_nobody(extractor: Extractor, name: str) -> None:
    record = extractor.extract(Article(id="a", text=f"Strikes hit {name}."))
    assert name in {mention.text for place in record.places for mention in place.mentions}


def test_the_military_of_a_land_without_an_army_is_its_foe(extractor: Extractor) -> None:
    text = "Israeli fire kills 31 in Gaza, medics say; military denies shooting. Israel has fought in Gaza for a year."
    names = {actor.name for actor in extractor.extract(Article(id="a", text=text)).actors}
    assert "Israel Defense Forces" in names
    assert not [name for name in names if "Palestin" in name]


def test_an_old_attack_is_not_the_one_in_the_news(extractor: Extractor) -> None:
    text = (
        "Soldiers opened fire near a school in Rafah on Sunday, medics said. Israel launched its offensive after the "
        "Hamas-led attack of October 7, 2023, in which 1,200 people were killed."
    )
    record = extractor.extract(Article(id="a", text=text, published=date(2025, 6, 2)))
    fire = next(event for event in record.events if event.trigger.text == "opened fire")
    assert fire.time is not None
    assert fire.time.start == date(2025, 6, 1)
