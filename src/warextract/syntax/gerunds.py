"""Gerunds that a small parser takes for a noun before a plural: "denied shelling villages"."""

from typing import TYPE_CHECKING

from warextract.lexicon.verb_forms import load_verb_forms
from warextract.syntax import labels
from warextract.syntax.word import Words

if TYPE_CHECKING:
    from spacy.tokens import Doc

_PLURALS = ("NNS", "NNPS")
COMMON = ("NN", *_PLURALS)
"""Tags of common nouns."""
_REACH = 4  # tokens of a noun phrase between a gerund and its head


def is_gerund(words: "Words | Doc", i: int, start: int) -> bool:
    """Whether a word in -ing is what somebody is said, denied or accused to do to the plural noun behind it; ``start``
    is the first word of its sentence.
    """
    forms = load_verb_forms()
    noun = _plural_after(words, i)
    if noun is None or words[noun].lemma_.lower() in forms.not_before:
        return False
    before = words[i - 1]
    if before.lemma_.lower() in forms.gerunds_after and labels.is_verb(before):
        return True
    if before.lower_ not in forms.prepositions:
        return False
    return any(words[k].lemma_.lower() in forms.gerunds_after for k in range(i - 2, max(start, i - 12) - 1, -1))


def _plural_after(words: "Words | Doc", i: int) -> int | None:
    """The plural noun that heads the phrase right after a word, without article and without number before."""
    for k in range(i + 1, min(len(words), i + 1 + _REACH)):
        if words[k].tag_ in _PLURALS:
            return k if k + 1 == len(words) or words[k + 1].tag_ not in COMMON else None
        if words[k].pos_ not in ("ADJ", "NOUN", "PROPN", "NUM"):
            return None
    return None
