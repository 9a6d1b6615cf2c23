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
