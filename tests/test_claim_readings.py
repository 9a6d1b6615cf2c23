"""What counts as a statement, and how far it goes, in sentences as wire copy has them, read by the whole package."""

from datetime import date

import pytest

from warextract import Article, Extractor


def claims(extractor: Extractor, text: str) -> list[tuple[str, str | None, str | None]]:
    record = extractor.extract(Article(id="a", text=text, published=date(2024, 5, 20)))
    return [(c.stance, c.cue.text if c.cue else None, c.content.text if c.content else None) for c in record.claims]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Moscow dismissed as absurd claims that its troops had shelled the hospital.",
            ("denies", "dismissed", "claims that its troops had shelled the hospital"),
        ),
        (
            "Kigali dismissed the report as baseless propaganda.",
            ("denies", "dismissed", "the report as baseless propaganda"),
        ),
        (
            "The agency did not mention if there were casualties, but said exports went on.",
            ("withholds", "did not mention", "if there were casualties"),
        ),
        (
            "The paper cited a commander as saying the bridge was lost.",
            ("asserts", "saying", "the bridge was lost"),
        ),
        (
            "Crews left the port of Odesa, which the police have declared a war zone.",
            ("asserts", "declared", "a war zone"),
        ),
        (
            "Talks with the rebels “have failed,” the mediator said.",
            ("asserts", "said", "Talks with the rebels “have failed"),
        ),
        (
            "Storing shells in a school “never was policy,” the colonel told reporters.",
            ("asserts", "told", "Storing shells in a school “never was policy"),
        ),
        (
            "“It may have failed,” the mediator said.",
            ("asserts", "said", "It may have failed"),
        ),
        (
            "The colonel said Kidal had fallen, and his men were “regrouping” near the river.",
            ("asserts", "said", "Kidal had fallen, and his men were “regrouping” near the river"),
        ),
        (
            "The colonel said Kidal had fallen, and a map showed “red” troops near the river.",
            ("asserts", "said", "Kidal had fallen"),
        ),
        (
            "Guards fired what the police described as warning shots.",
            ("asserts", "described", "warning shots"),
        ),
        (
            "They published a list of what they called legitimate targets in the north.",
            ("asserts", "called", "legitimate targets in the north"),
        ),
        (
            "The group, which the government calls a gang of thieves, took Goma.",
            ("asserts", "calls", "a gang of thieves"),
        ),
    ],
)
def test_what_is_said(extractor: Extractor, text: str, expected: tuple[str, str, str]) -> None:
    assert claims(extractor, text)[0] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The United States condemned what it called dangerous actions.",
            [("accuses", "condemned", "what it called dangerous actions")],
        ),
        ("It was difficult to verify the reports.", [("withholds", "to verify", "the reports")]),
        ("It took days to verify the reports.", []),
    ],
)
def test_what_is_condemned_or_cannot_be_checked(
    extractor: Extractor, text: str, expected: list[tuple[str, str, str]]
) -> None:
    assert claims(extractor, text)[:1] == expected


def test_what_he_called_it_is_what_he_said_of_it(extractor: Extractor) -> None:
    text = 'The president condemned the attack in Arauca, which he called "a cowardly act."'
    assert ("accuses", "called", "a cowardly act") in claims(extractor, text)


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("The mayor praised the crews responding to the fire in Odesa, which had spread to the port.", "responding"),
        ('The governor urged people to help the police and "deny terrorism any victory".', "deny"),
    ],
)
def test_what_is_no_statement(extractor: Extractor, text: str, cue: str) -> None:
    assert cue not in [found for _, found, _ in claims(extractor, text)]


def test_what_is_called_something_by_its_maker_is_not_denied(extractor: Extractor) -> None:
    text = 'Iran tested the Qased, which it calls the "latest version" of its rocket.'
    assert "denies" not in [stance for stance, _, _ in claims(extractor, text)]


@pytest.mark.parametrize(
    ("text", "told", "denied"),
    [
        ("Bogota says the men were rebels, something Caracas disputes.", "the men were rebels", "something"),
        (
            "President Gustavo Petro insisted that the guerrillas had broken the truce, which the ELN denies.",
            "the guerrillas had broken the truce",
            "which",
        ),
        ("Kinshasa accuses Rwanda of backing the M23, a charge Kigali rejects.", "backing the M23", "a charge"),
    ],
)
def test_what_another_says_of_it_is_no_part_of_a_statement(
    extractor: Extractor, text: str, told: str, denied: str
) -> None:
    record = extractor.extract(Article(id="a", text=text, published=date(2024, 5, 20)))
    first, answer = record.claims
    assert (first.content.text if first.content else None) == told
    assert (answer.stance, answer.content.text if answer.content else None) == ("denies", denied)
    assert answer.responds_to == first.id


def test_an_attack_says_nothing(extractor: Extractor) -> None:
    text = 'An eyewitness described for the news agency how the attack unfolded, stating, "I saw a man with a knife."'
    record = extractor.extract(Article(id="a", text=text, published=date(2024, 5, 20)))
    names = {actor.id: actor.name for actor in record.actors}
    assert {names[claim.source] for claim in record.claims if claim.source} == {"eyewitness"}


def test_what_is_said_of_a_charge_is_not_the_charge(extractor: Extractor) -> None:
    found = claims(extractor, "India accuses Pakistan of arming the rebels, a charge that Islamabad denies.")
    assert [stance for stance, _, _ in found] == ["accuses", "denies"]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("A huge quantity of arms was seized in Kabul, according to the statement.", "statement"),
        ("Sudan's army left. In Addis Ababa, the foreign ministry said it regretted that.", "Ethiopian Ministry"),
    ],
)
def test_who_says_it(extractor: Extractor, text: str, source: str) -> None:
    record = extractor.extract(Article(id="a", text=text, published=date(2024, 5, 20)))
    names = {actor.id: actor.name for actor in record.actors}
    assert [names[claim.source or ""].startswith(source) for claim in record.claims] == [True]


def test_he_who_describes_in_a_clause_is_he_who_speaks(extractor: Extractor) -> None:
    text = (
        "Dmitry Peskov praised the truce. Alexander Zakharchenko said his forces had nothing to do with the attack, "
        "which he described as a provocation."
    )
    record = extractor.extract(Article(id="a", text=text, published=date(2024, 5, 20)))
    names = {actor.id: actor.name for actor in record.actors}
    found = {c.cue.text: names[c.source] for c in record.claims if c.cue and c.source}
    assert found["described"] == "Alexander Zakharchenko"


def test_what_did_not_happen_was_said(extractor: Extractor) -> None:
    text = "A missile hit a tanker in the Red Sea, causing a fire but no injuries, the firm Ambrey said."
    (claim,) = claims(extractor, text)
    assert claim[0] == "asserts"
    assert claim[2] is not None
    assert claim[2].startswith("A missile hit a tanker")
