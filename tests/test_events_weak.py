"""Weak tellings: kept only where the article is about fighting."""

from functools import lru_cache

import pytest

from warextract.article import Article
from warextract.extractor import Extractor, load
from warextract.lexicon.rulebook import Rulebook

WEAK = {rule.id for rule in Rulebook.load().rules if rule.emits == "event" and rule.priority < 0}


@lru_cache(maxsize=1)
def extractor() -> Extractor:
    return load()


def rules_of(text: str) -> set[str]:
    """Rules that tell of the events kept of a text."""
    record = extractor().extract(Article(id="x", text=text))
    return {evidence.rule for event in record.events for evidence in event.evidence}


def test_there_are_weak_rules() -> None:
    assert WEAK


@pytest.mark.parametrize(
    "text",
    [
        "The home side made wave after wave of attacks. The battle was lost in the last minute.",
        "The chef opened a restaurant. The attack of the critics came at once.",
    ],
)
def test_weak_words_alone_tell_of_nothing(text: str) -> None:
    assert not rules_of(text) & WEAK


def test_one_warlike_event_is_not_enough() -> None:
    assert not rules_of("The army shelled the town of Homs. Later the toll rose to nine.") & WEAK


def test_weak_words_count_in_an_article_about_fighting() -> None:
    text = (
        "Rebels captured the town of Saraqib on Monday. The army shelled the village of Maarat overnight.\n\n"
        "The battle lasted for nine hours. A toll of nine was given by doctors."
    )
    assert rules_of(text) & WEAK
