"""Verb forms whose lemma is set right by data."""

from functools import lru_cache

import pytest

from warextract.extractor import Extractor, load
from warextract.lexicon.lemmas import load_lemmas


@lru_cache(maxsize=1)
def extractor() -> Extractor:
    return load()


@pytest.mark.parametrize(
    ("text", "word", "lemma"),
    [
        ("The rebels fled the town on Monday.", "fled", "flee"),
        ("The rebels freed nine hostages.", "freed", "free"),
        ("The army staged an attack on the base.", "staged", "stage"),
        ("Heavy fighting raged in the city.", "raged", "rage"),
        ("Fire gutted the depot.", "gutted", "gut"),
        ("The army waged a long war in the north.", "waged", "wage"),
        ("The rebels seized the town.", "seized", "seize"),
    ],
)
def test_a_war_verb_has_its_lemma(text: str, word: str, lemma: str) -> None:
    tree = extractor().read(text).tree
    found = next(token.i for token in tree.tokens if token.text == word)
    assert tree.lemma(found) == lemma


def test_forms_and_lemmas_are_lower_case_words() -> None:
    assert all(form.islower() and lemma.islower() for form, lemma in load_lemmas().items())
