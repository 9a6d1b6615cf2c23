"""Who did it and to whom, wherever the sentence puts it."""

from datetime import date

import pytest

from warextract import Article, Extractor
from warextract.records import ArticleRecord, Event

ATTACKS = [
    ("The authorities accused jihadists of an attack on a hospital in Bunia.", {"jihadists"}, {"hospital in Bunia"}),
    ("Separatists staged a series of attacks on farmers in Makurdi.", {"Separatists"}, {"farmers"}),
    ("The raid by jihadists on civilians in Goma left nine people dead.", {"jihadists"}, {"civilians"}),
    ("Nine people died in an attack by gunmen on aid workers in Bunia.", {"gunmen"}, {"aid workers"}),
    ("The UN condemned an attack on teachers in Goma.", set(), {"teachers"}),
    ("A church in Marib was attacked on Sunday. A local official blamed gunmen.", {"gunmen"}, {"church in Marib"}),
    ("A bus was attacked in Mopti, an act the governor blamed on gunmen.", {"gunmen"}, {"bus in Mopti"}),
    ("An army patrol came under attack from gunmen on Monday.", {"gunmen"}, {"army patrol"}),
    ("An attack by two gunmen on an aid convoy in Bunia killed nine people.", {"two gunmen"}, {"aid convoy in Bunia"}),
    ("A market in Mopti came under attack by the Islamist group al-Shabaab.", {"Al-Shabaab"}, {"market in Mopti"}),
    ("Insurgents linked to Islamic State attacked a bus in Mopti.", {"Insurgents"}, {"bus in Mopti"}),
    ("Rebels riding motorcycles attacked a church in Palma at dawn.", {"Rebels"}, {"church in Palma"}),
    ("The UN condemned an attack on a school, which it said was carried out by rebels.", {"rebels"}, {"school"}),
]


def names(record: ArticleRecord, event: Event, role: str) -> set[str]:
    known = {actor.id: actor.name for actor in record.actors} | {place.id: place.name for place in record.places}
    return {known[p.actor or p.place or ""] for p in event.participants if p.role == role}


@pytest.mark.parametrize(("text", "agents", "targets"), ATTACKS)
def test_an_attack_has_its_doer_and_its_target(
    extractor: Extractor, text: str, agents: set[str], targets: set[str]
) -> None:
    record = extractor.extract(Article(id="a", text=text, published=date(2024, 5, 20)))
    found = [event for event in record.events if event.type == "attack"]
    assert [(names(record, e, "agent"), names(record, e, "target")) for e in found] == [(agents, targets)]


@pytest.mark.parametrize(
    "text",
    [
        "A church in Marib was attacked on Sunday. The opposition blamed the minister for high prices.",
        "A church in Marib was attacked on Sunday. Gunmen shot at a bus. Officials blamed rebels for that.",
        "A church in Marib was attacked on Sunday. Officials did not blame gunmen.",
    ],
)
def test_who_is_blamed_for_something_else_did_not_do_it(extractor: Extractor, text: str) -> None:
    record = extractor.extract(Article(id="a", text=text, published=date(2024, 5, 20)))
    assert names(record, record.events[0], "agent") == set()


@pytest.mark.parametrize(
    "text",
    [
        "He survived a drone attack in 2019.",
        "The critics came out and gave up.",
        "The minister condemned an attack on teachers, calling it an aggression.",
        "Leaflets were dropped from a drone over Goma.",
        "The bus ran over a kerb.",
        "The festival is in full control of the curators.",
    ],
)
def test_such_phrases_tell_none_of_them(extractor: Extractor, text: str) -> None:
    record = extractor.extract(Article(id="a", text=text, published=date(2024, 5, 20)))
    assert not [e for e in record.events if e.type in ("hold", "surrender", "bombing", "capture")]
    assert not any(p.role == "agent" for e in record.events for p in e.participants)


def test_there_is_the_place_named_last(extractor: Extractor) -> None:
    text = "Residents of Palma said militants had attacked a bus there."
    record = extractor.extract(Article(id="a", text=text, published=date(2024, 5, 20)))
    known = {place.id: place.name for place in record.places}
    assert "Palma" in {known[p.place] for e in record.events for p in e.places}


OTHERS = [
    (
        "air_strike",
        "A camp in Makurdi was hit in an air strike by the Sudanese army.",
        {"Sudanese Armed Forces"},
        {"camp in Makurdi"},
    ),
    ("air_strike", "Saudi jets carried out six raids on a market in Marib.", None, {"market in Marib"}),
    ("bombing", "The bombing of a church in Goma was claimed by separatists.", {"separatists"}, {"church in Goma"}),
    ("capture", "Kaya fell to jihadists on Monday.", {"jihadists"}, {"Kaya"}),
    ("capture", "Marib was captured by gunmen on Monday.", {"gunmen"}, {"Marib"}),
    ("hold", "Goma, which is controlled by rebels, has no doctor.", {"rebels"}, {"Goma"}),
    ("advance", "Armed men have laid siege to Palma since May.", {"Armed men"}, {"Palma"}),
    ("clash", "Heavy fighting is under way in Makurdi between rebels and gunmen.", {"rebels", "gunmen"}, set()),
    (
        "clash",
        "Fighting between separatists and soldiers in Goma killed nine people.",
        {"separatists", "soldiers"},
        set(),
    ),
]


@pytest.mark.parametrize(("kind", "text", "agents", "targets"), OTHERS)
def test_other_happenings_have_theirs(
    extractor: Extractor, kind: str, text: str, agents: set[str] | None, targets: set[str]
) -> None:
    record = extractor.extract(Article(id="a", text=text, published=date(2024, 5, 20)))
    (event,) = [event for event in record.events if event.type == kind]
    assert agents is None or names(record, event, "agent") == agents
    assert names(record, event, "target") == targets


def test_what_was_seized_before_is_the_town(extractor: Extractor) -> None:
    text = "The army is trying to retake Marib, seized by separatists in May."
    record = extractor.extract(Article(id="a", text=text, published=date(2024, 5, 20)))
    told = [(names(record, e, "agent"), names(record, e, "target")) for e in record.events if e.type == "capture"]
    assert told == [({"armed forces"}, {"Marib"}), ({"separatists"}, {"Marib"})]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Pakistan hit back before dawn with cruise missiles.", "missile_strike"),
        ("Rebels ambushed a convoy near Kidal with roadside bombs.", "bombing"),
        ("Rebels ambushed a convoy near Kidal with roadside bombs and rifles.", "attack"),
        ("Rebels ambushed a convoy near Kidal with rifles.", "attack"),
    ],
)
def test_one_means_makes_an_attack_a_strike_of_its_kind(extractor: Extractor, text: str, kind: str) -> None:
    record = extractor.extract(Article(id="a", text=text, published=date(2024, 5, 20)))
    assert [event.type for event in record.events] == [kind]


def test_missiles_by_name_are_no_doers(extractor: Extractor) -> None:
    record = extractor.extract(
        Article(id="a", text="Two Iskanders crashed into the centre of Chernihiv.", published=None)
    )
    assert [(e.type, names(record, e, "agent")) for e in record.events] == [("missile_strike", set())]


DEEDS = [
    ("capture", "The seizure by gunmen of Goma was a crime.", {"gunmen"}, {"Goma"}),
    ("capture", "Hundreds left after the seizure of the airport in Marib by gunmen.", {"gunmen"}, {"airport in Marib"}),
    ("killing", "The UN said the murder by jihadists of two priests was a crime.", {"jihadists"}, {"two priests"}),
    ("killing", "Hundreds met after the murder of two priests by jihadists in March.", {"jihadists"}, {"two priests"}),
    ("abduction", "The forced disappearance of six villagers by soldiers is a crime.", {"soldiers"}, {"six villagers"}),
    ("damage", "The ransacking of a market in Goma by gunmen was a crime.", {"gunmen"}, {"market in Goma"}),
    ("advance", "The besieging of Goma by gunmen was condemned.", {"gunmen"}, {"Goma"}),
    ("attack", "An attack by fighters of the movement killed nine people in Goma.", {"fighters"}, {"nine people"}),
]


@pytest.mark.parametrize(("kind", "text", "agents", "targets"), DEEDS)
def test_deeds_told_as_nouns_have_both(
    extractor: Extractor, kind: str, text: str, agents: set[str], targets: set[str]
) -> None:
    record = extractor.extract(Article(id="a", text=text, published=date(2024, 5, 20)))
    (event,) = [event for event in record.events if event.type == kind]
    assert (names(record, event, "agent"), names(record, event, "target")) == (agents, targets)
