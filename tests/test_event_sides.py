"""Who fights whom in an article: the doer and the opponent that a telling leaves out."""

from datetime import date

import pytest

import warextract
from warextract.records import ArticleRecord, Event

PUBLISHED = date(2025, 3, 12)


def record(extractor: "warextract.Extractor", text: str) -> ArticleRecord:
    return extractor.extract(warextract.Article(id="sides", text=text, published=PUBLISHED))


def names(record: ArticleRecord, event: Event, role: str) -> set[str]:
    actors = {actor.id: actor.name for actor in record.actors}
    return {actors[p.actor] for p in event.participants if p.role == role and p.actor}


def test_what_is_shot_down_is_the_opponents(extractor: "warextract.Extractor") -> None:
    told = record(
        extractor,
        "Armenian forces shelled villages in Azerbaijan on Monday. Azerbaijan's army fired rockets at Armenia. "
        "Armenia said it had shot down 17 drones.",
    )
    downed = next(e for e in told.events if e.type == "interception")
    assert names(told, downed, "target")
    assert not names(told, downed, "target") & names(told, downed, "agent")


def test_a_town_falls_to_those_who_took_the_others(extractor: "warextract.Extractor") -> None:
    told = record(
        extractor, "Rebels captured the town of Goma on Monday. Two days later Bukavu fell. The army did not comment."
    )
    fell = next(e for e in told.events if e.rule == "capture.fall")
    assert names(told, fell, "agent")


def test_a_side_does_not_take_its_own_town(extractor: "warextract.Extractor") -> None:
    told = record(
        extractor, "Ukrainian forces recaptured Balakliia on Friday. Izium fell in April after a month of siege."
    )
    fell = next(e for e in told.events if e.rule == "capture.fall")
    assert not names(told, fell, "agent")


@pytest.mark.parametrize(
    ("text", "doer"),
    [
        ("RSF shelling killed nine people in El Fasher, Sudan.", "Rapid Support Forces"),
        ("A Hamas attack killed twelve people in Sderot.", "Hamas"),
        ("Houthi missile strikes sank two ships.", "Houthis"),
        ("An Al-Qaeda suicide attack killed nine men.", "Al-Qaeda"),
    ],
)
def test_a_group_before_its_deed_did_it(extractor: "warextract.Extractor", text: str, doer: str) -> None:
    told = record(extractor, text)
    assert all(names(told, event, "agent") == {doer} for event in told.events)
    assert len(told.events) == 2


@pytest.mark.parametrize(
    ("text", "doer"),
    [
        (
            "Hezbollah lost ten men. The army met the ministry in Juba. "
            "Hezbollah spokesman Omar Haddad said it had fired ten rockets at Haifa.",
            {"Hezbollah"},
        ),
        (
            "The rebels shelled Goma. Rwanda kept silent. Army spokesman Sylvain Ekenge said it had downed two drones.",
            set(),
        ),
    ],
)
def test_it_is_whom_the_spokesman_speaks_for_or_nobody(
    extractor: "warextract.Extractor", text: str, doer: set[str]
) -> None:
    told = record(extractor, text)
    assert names(told, told.events[-1], "agent") == doer


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Gunmen used a truck to attack the convoy.", "reported"),
        ("Troops moved north to attack the convoy.", "planned"),
        ("He was held over a plot to attack the convoy.", "planned"),
    ],
)
def test_what_means_are_used_for_was_done(extractor: "warextract.Extractor", text: str, status: str) -> None:
    assert [e.status for e in record(extractor, text).events if e.type == "attack"] == [status]


@pytest.mark.parametrize(
    ("text", "doer"),
    [
        ("Israeli shelling killed two women in Rafah.", "Israel"),
        ("The US strike killed nine men near Raqqa.", "United States"),
        ("Ukrainian drone attacks hit a refinery in Ryazan.", "Ukraine"),
    ],
)
def test_a_state_that_only_an_adjective_names_did_it(extractor: "warextract.Extractor", text: str, doer: str) -> None:
    told = record(extractor, text)
    assert {name for event in told.events for name in names(told, event, "agent")} == {doer}


def test_an_adjective_of_goods_makes_no_actor(extractor: "warextract.Extractor") -> None:
    assert not record(extractor, "The price of Russian oil fell in Rotterdam.").actors
