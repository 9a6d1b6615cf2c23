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
    ],
)
def test_what_is_said(extractor: Extractor, text: str, expected: tuple[str, str, str]) -> None:
    assert claims(extractor, text)[0] == expected


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


def test_an_attack_says_nothing(extractor: Extractor) -> None:
    text = 'An eyewitness described for the news agency how the attack unfolded, stating, "I saw a man with a knife."'
    record = extractor.extract(Article(id="a", text=text, published=date(2024, 5, 20)))
    names = {actor.id: actor.name for actor in record.actors}
    assert {names[claim.source] for claim in record.claims if claim.source} == {"eyewitness"}
