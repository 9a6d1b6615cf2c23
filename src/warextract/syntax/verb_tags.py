"""Tags of verbs that a small tagger takes for nouns, set right before the parse is read."""

from typing import TYPE_CHECKING

from warextract.lexicon.verb_forms import load_verb_forms
from warextract.syntax.gerunds import COMMON, is_gerund

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_QUESTIONED = frozenset({"questioned", "doubted"})
_WHETHER = frozenset({"whether", "how", "why"})
_REACH = 4  # tokens between a verb and its infinitive


def set_verb_tags(doc: "Doc") -> None:
    """Tags of verbs that were taken for nouns: "denied shelling villages", "threatened to march on the capital"; and
    "said two were hurt and questioned whether", which nobody is.
    """
    forms = load_verb_forms()
    for token in doc:
        if token.i == 0:
            continue
        word = token.lower_
        if word in forms.gerunds and _may_be_gerund(token) and is_gerund(doc, token.i, doc[token.i - 1].sent.start):
            token.tag_, token.pos_, token.lemma_ = "VBG", "VERB", forms.gerunds[word]
        elif word in forms.pasts and token.pos_ not in ("VERB", "AUX"):
            token.tag_, token.pos_, token.lemma_ = "VBD", "VERB", forms.pasts[word]
        elif token.tag_ == "VBN" and word in _QUESTIONED and token.dep_ == "conj" and _asks(doc, token.i):
            token.tag_ = "VBD"
        elif word in forms.infinitives and token.tag_ in ("NN", "NNP", "JJ") and _is_infinitive(doc, token.i):
            token.tag_, token.pos_, token.lemma_ = "VB", "VERB", word


def _may_be_gerund(token: "Token") -> bool:
    return token.tag_ in ("NN", "JJ") or (token.tag_ == "VBG" and token.dep_ in ("compound", "amod"))


def _asks(doc: "Doc", i: int) -> bool:
    """Whether a question is told right behind a word."""
    return i + 1 < len(doc) and doc[i + 1].lower_ in _WHETHER


def _is_infinitive(doc: "Doc", i: int) -> bool:
    if doc[i - 1].lower_ != "to" or i < 2:
        return False
    after = doc[i + 1] if i + 1 < len(doc) else None
    if after is not None and after.tag_ in COMMON and after.dep_ not in ("dobj", "obj"):
        return False
    forms = load_verb_forms().infinitives_after
    if doc[i - 2].lemma_.lower() in forms or doc[i - 2].lower_ in forms:
        return True
    governor = doc[i].head
    return governor.i < i and i - governor.i <= _REACH and governor.lemma_.lower() in forms
