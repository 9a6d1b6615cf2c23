"""One death told by two words is one event."""

import pytest

import warextract


def told(extractor: "warextract.Extractor", text: str) -> list[tuple[str, str]]:
    record = extractor.extract(warextract.Article(id="deaths", text=text))
    return [(event.type, event.trigger.text) for event in record.events]


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen shot and killed a local official near Baquba.",
        "Three villagers were shot and killed in Oromia.",
        "A policeman was shot dead in Karachi on Sunday.",
        "Soldiers shot a teenager dead in Hebron.",
    ],
    ids=["shot-and-killed", "passive", "shot-dead", "object-between"],
)
def test_a_shooting_that_kills_is_one_killing(extractor: "warextract.Extractor", text: str) -> None:
    assert told(extractor, text) == [("killing", "shot")]


def test_who_was_only_wounded_was_not_killed(extractor: "warextract.Extractor") -> None:
    assert "killing" not in {kind for kind, _ in told(extractor, "Gunmen shot and wounded a judge in Quetta.")}


def test_what_stands_after_a_preposition_is_nobody_killed(extractor: "warextract.Extractor") -> None:
    text = "The second blast hit first responders following the first; between the two blasts, at least 20 were killed."
    killed = [e.casualties.killed for e in extractor.extract(text).events if e.casualties and e.casualties.killed]
    assert {(toll.min, toll.max) for toll in killed} == {(20, 20)}


@pytest.mark.parametrize(
    ("text", "least", "most"),
    [
        ("The attack killed at least 40.", 40, None),
        ("Gunmen kill at least 40 in attack on town, mayor says", 40, None),
        ("Blast kills at least 12, wounds 30 in Kabul", 12, None),
        ("The strike killed as many as 30.", 0, 30),
    ],
)
def test_a_number_alone_is_who_was_killed(
    extractor: "warextract.Extractor", text: str, least: int, most: int | None
) -> None:
    killed = [e.casualties.killed for e in extractor.extract(text).events if e.casualties and e.casualties.killed]
    assert {toll.min for toll in killed} == {least}
    assert most is None or {toll.max for toll in killed} == {most}


def test_cows_are_nobody(extractor: "warextract.Extractor") -> None:
    assert "casualties" not in {kind for kind, _ in told(extractor, "A shell landed in a garden, killing two cows.")}


def test_bandits_left_dead_are_dead(extractor: "warextract.Extractor") -> None:
    events = extractor.extract("A raid left one of the captives and four bandits dead.").events
    assert [e.casualties.killed.min for e in events if e.casualties and e.casualties.killed] == [5]


def test_the_minister_who_tells_it_damaged_nothing(extractor: "warextract.Extractor") -> None:
    text = "A rocket struck a clinic in Surin, damaging its emergency ward, health minister Omar Saleh says."
    events = extractor.extract(text).events
    assert not [p for e in events for p in e.participants if p.role == "agent"]


@pytest.mark.parametrize(
    ("text", "dead"),
    [
        ("Three men were lined up against a wall and killed.", 3),
        ("A bomb killed the deputy head of the commission and his driver.", 2),
    ],
)
def test_who_undergoes_a_killing_is_dead(extractor: "warextract.Extractor", text: str, dead: int) -> None:
    (event,) = extractor.extract(text).events
    assert [p.role for p in event.participants] == ["target"] * len(event.participants)
    assert event.casualties is not None
    assert event.casualties.killed is not None
    assert event.casualties.killed.min == dead


def test_the_accused_killed_and_not_the_accusers(extractor: "warextract.Extractor") -> None:
    record = extractor.extract("The Arakan Army has been accused by activists of massacring civilians.")
    names = {actor.id: actor.name for actor in record.actors}
    agents = [names.get(p.actor or "") for e in record.events for p in e.participants if p.role == "agent"]
    assert agents == ["Arakan Army"]
