"""Verbs that a small parser takes for nouns or hangs as such, and objects that it takes for phrases, set right.

Each repair is narrow: it names a shape that is almost never right as it stands.
"""

from typing import TYPE_CHECKING

from warextract.lexicon.predicates import load_predicates
from warextract.lexicon.verb_forms import load_verb_forms
from warextract.syntax import labels
from warextract.syntax.labels import Role

if TYPE_CHECKING:
    from spacy.tokens import Doc

_PLURALS = ("NNS", "NNPS")
_COMMON = ("NN", *_PLURALS)
_QUESTIONED = frozenset({"questioned", "doubted"})
_WHETHER = frozenset({"whether", "how", "why"})
_REACH = 4  # tokens of a noun phrase between a gerund and its head
_MEASURES = frozenset({"percent", "%", "km", "kilometer", "kilometre", "mile", "meter", "metre", "hour", "day", "time"})
_PREPOSITIONS = frozenset({"from", "in", "at", "near", "into", "against", "with", "outside", "inside"})
_INTENDING = frozenset({"threaten", "vow", "pledge", "promise", "refuse", "agree", "plan", "decide", "offer", "swear"})
_DEEDS = frozenset({"shelling", "bombing", "fighting", "shooting", "looting", "bombardment", "burning", "killing"})
_DITRANSITIVE = frozenset({"give", "send", "offer", "grant", "pay", "tell", "show", "award", "teach", "call", "name"})


def set_verb_tags(doc: "Doc") -> None:
    """Tags of verbs that were taken for nouns: "denied shelling villages", "threatened to march on the capital"; and
    "said two were hurt and questioned whether", which nobody is.
    """
    forms = load_verb_forms()
    for token in doc:
        if token.i == 0:
            continue
        word = token.lower_
        if word in forms.gerunds and token.tag_ in ("NN", "VBG", "JJ") and _is_gerund(doc, token.i):
            token.tag_, token.pos_, token.lemma_ = "VBG", "VERB", forms.gerunds[word]
        elif word in forms.pasts and token.pos_ not in ("VERB", "AUX"):
            token.tag_, token.pos_, token.lemma_ = "VBD", "VERB", forms.pasts[word]
        elif token.tag_ == "VBN" and word in _QUESTIONED and token.dep_ == "conj" and _asks(doc, token.i):
            token.tag_ = "VBD"
        elif word in forms.infinitives and token.tag_ in ("NN", "NNP", "JJ") and _is_infinitive(doc, token.i):
            token.tag_, token.pos_, token.lemma_ = "VB", "VERB", word


def _asks(doc: "Doc", i: int) -> bool:
    """Whether a question is told right behind a word."""
    return i + 1 < len(doc) and doc[i + 1].lower_ in _WHETHER


def _is_gerund(doc: "Doc", i: int) -> bool:
    forms = load_verb_forms()
    if doc[i].tag_ == "VBG" and doc[i].dep_ not in ("compound", "amod"):
        return False
    noun = _plural_after(doc, i)
    if noun is None or doc[noun].lemma_.lower() in forms.not_before:
        return False
    before = doc[i - 1]
    if before.lemma_.lower() in forms.gerunds_after and labels.is_verb(before):
        return True
    if before.lower_ not in forms.prepositions:
        return False
    start = max(before.sent.start, i - 12)
    return any(doc[k].lemma_.lower() in forms.gerunds_after for k in range(i - 2, start - 1, -1))


def _plural_after(doc: "Doc", i: int) -> int | None:
    """The plural noun that heads the phrase right after a word, without article and without number before."""
    for k in range(i + 1, min(len(doc), i + 1 + _REACH)):
        if doc[k].tag_ in _PLURALS:
            return k if k + 1 == len(doc) or doc[k + 1].tag_ not in _COMMON else None
        if doc[k].pos_ not in ("ADJ", "NOUN", "PROPN", "NUM"):
            return None
    return None


def _is_infinitive(doc: "Doc", i: int) -> bool:
    if doc[i - 1].lower_ != "to" or i < 2:
        return False
    after = doc[i + 1] if i + 1 < len(doc) else None
    if after is not None and after.tag_ in _COMMON and after.dep_ not in ("dobj", "obj"):
        return False
    forms = load_verb_forms().infinitives_after
    if doc[i - 2].lemma_.lower() in forms or doc[i - 2].lower_ in forms:
        return True
    governor = doc[i].head
    return governor.i < i and i - governor.i <= _REACH and governor.lemma_.lower() in forms


def verb_for_noun(doc: "Doc", i: int, heads: list[int], roles: list[Role]) -> None:
    """Arcs of a verb whose tag was set right: it takes its noun as object and the phrases behind as its own."""
    if doc[i].tag_ == "VBG" and roles[i] is Role.SUBJECT_CLAUSE and doc[i].lower_ in _DEEDS:
        if not any(heads[c] == i and roles[c] in (Role.OBJECT, Role.SUBJECT) for c in range(len(doc))):
            roles[i] = Role.SUBJECT  # "Shelling by the army killed nine civilians"
    elif doc[i].tag_ == "VBG" and roles[i] in (Role.COMPOUND, Role.ADJECTIVE) and heads[i] > i:
        _gerund_for_compound(doc, i, heads, roles)
    elif doc[i].tag_ == "VBG" and roles[i] is Role.OPEN_COMPLEMENT and doc[i].dep_ == "xcomp":
        _participle_before_object(doc, i, heads, roles)
    elif doc[i].tag_ == "VB" and roles[i] is Role.ADVERBIAL_CLAUSE and _is_meant(doc, i, heads, roles):
        roles[i] = Role.OPEN_COMPLEMENT
    elif doc[i].tag_ == "VB" and roles[i] in (Role.OBLIQUE, Role.NOMINAL_MODIFIER) and doc[i - 1].lower_ == "to":
        verb = heads[i]
        roles[i], roles[i - 1] = Role.OPEN_COMPLEMENT, Role.MARKER
        _take_phrases(doc, verb, i, heads, roles)


def past_of_noun(doc: "Doc", i: int, heads: list[int], roles: list[Role]) -> None:
    """ "A missile tore through a street": a past tense hung on the noun before it is what that noun did."""
    noun = heads[i]
    if doc[i].lower_ not in load_verb_forms().pasts or noun >= i or not labels.is_noun(doc[noun]):
        return
    if roles[i] not in (Role.ADVERB, Role.ADJECTIVE, Role.COMPOUND, Role.OTHER, Role.MODIFIER_BARE, Role.APPOSITION):
        return
    heads[i], roles[i] = (i if heads[noun] == noun else heads[noun]), roles[noun]
    heads[noun], roles[noun] = i, Role.SUBJECT
    for c in range(i + 1, doc[i].sent.end):
        if heads[c] == noun:
            heads[c] = i
            if roles[c] is Role.NOUN_CLAUSE and doc[c].tag_ == "VBG":
                roles[c] = Role.ADVERBIAL_CLAUSE


def _is_meant(doc: "Doc", i: int, heads: list[int], roles: list[Role]) -> bool:
    """ "threatened last week to set fire to hotels": the infinitive is what is threatened, no purpose."""
    verb = heads[i]
    if verb > i or doc[verb].lemma_.lower() not in _INTENDING or doc[i].sent != doc[verb].sent:
        return False
    if any(heads[c] == verb and roles[c] is Role.OBJECT for c in range(verb, i)):
        return False
    return any(heads[c] == i and doc[c].lower_ == "to" for c in range(verb + 1, i))


def _gerund_for_compound(doc: "Doc", i: int, heads: list[int], roles: list[Role]) -> None:
    """ "denied bombing homes", "accused it of bombing hospitals" """
    if doc[i].lower_ not in load_verb_forms().gerunds or not _is_gerund(doc, i):
        return
    noun = heads[i]
    governor, role = heads[noun], roles[noun]
    if governor == noun or governor > i:
        return
    before = i - 1
    if doc[before].lower_ in load_verb_forms().prepositions and heads[before] == noun:
        if role is Role.NOMINAL_MODIFIER and labels.is_verb(doc[heads[governor]]):
            governor = heads[governor]
        heads[before], roles[before] = i, Role.MARKER
        role = Role.ADVERBIAL_CLAUSE
    else:
        role = Role.OPEN_COMPLEMENT
    heads[i], roles[i] = governor, role
    heads[noun], roles[noun] = i, Role.OBJECT
    _take_phrases(doc, governor, i, heads, roles)


def _take_phrases(doc: "Doc", governor: int, verb: int, heads: list[int], roles: list[Role]) -> None:
    """Phrases behind a verb, which were hung on the word above it."""
    end = doc[verb].sent.end
    for c in range(verb + 1, end):
        if doc[c].text == ",":
            return
        if heads[c] == governor and roles[c] in (Role.OBLIQUE, Role.OBLIQUE_BARE):
            heads[c] = verb


def _participle_before_object(doc: "Doc", i: int, heads: list[int], roles: list[Role]) -> None:
    """ "hit retreating columns": a participle between a verb and its object."""
    verb, noun = heads[i], i + 1
    if verb != i - 1 or noun >= len(doc) or heads[noun] != i or roles[noun] is not Role.OBJECT:
        return
    if doc[i].lemma_.lower() not in load_verb_forms().participles or doc[noun].tag_ not in _PLURALS:
        return
    heads[noun], roles[noun] = verb, Role.OBJECT
    heads[i], roles[i] = noun, Role.ADJECTIVE
    for c in range(noun + 1, doc[i].sent.end):
        if heads[c] == i:
            heads[c] = verb


def up_to(doc: "Doc", i: int, heads: list[int], roles: list[Role]) -> None:
    """ "deploy up to 400 soldiers": a bound of a number, no particle and no goal."""
    number = i + 2
    if number >= len(doc) or doc[i + 1].lower_ != "to" or doc[number].pos_ != "NUM":
        return
    noun = heads[number] if roles[number] is Role.NUMERAL else number
    verb = heads[noun]
    heads[i], roles[i] = number, Role.OTHER
    heads[i + 1], roles[i + 1] = number, Role.OTHER
    if roles[noun] is not Role.OBLIQUE or not labels.is_verb(doc[verb]) or verb > i:
        return
    measured = doc[noun].lemma_.lower() in _MEASURES or (noun == number and doc[number].is_sent_end)
    if not measured and not any(heads[c] == verb and roles[c] is Role.OBJECT for c in range(verb, i)):
        roles[noun] = Role.OBJECT


def phrase_for_object(doc: "Doc", i: int, heads: list[int], roles: list[Role]) -> None:
    """ "were fired from launchers at the town": what a preposition stands before is no object."""
    if roles[i] is not Role.OBJECT or not labels.is_verb(doc[heads[i]]) or heads[i] > i:
        return
    for c in range(heads[i] + 1, i):
        if roles[c] is Role.CASE and doc[c].lower_ in _PREPOSITIONS and i in (heads[c], heads[heads[c]]):
            heads[c], roles[i] = i, Role.OBLIQUE


def acts_on_object(doc: "Doc", i: int, heads: list[int], roles: list[Role]) -> None:
    """ "a car bomb destroyed much of the base": with an object and no auxiliary, what stands before a verb acts."""
    if doc[i].tag_ not in ("VBN", "VBD") or doc[i].lemma_.lower() in _DITRANSITIVE:
        return
    if roles[i] is Role.ADJECTIVE and roles[heads[i]] is Role.APPOSITION:
        _verb_between_nouns(doc, i, heads, roles)
        return
    near = range(max(0, i - 30), min(len(doc), i + 12))
    children = [c for c in near if heads[c] == i and c != i]
    subject = next((c for c in children if c < i and roles[c] is Role.SUBJECT_PASSIVE), None)
    if subject is None or any(roles[c] is Role.AUXILIARY_PASSIVE for c in children):
        return
    acted = any(
        c > i and roles[c] is Role.OBJECT and (labels.is_noun(doc[c]) or doc[c].pos_ == "ADJ") for c in children
    )
    moved = doc[i].lemma_.lower() in load_predicates().intransitive and heads[i] == i
    if acted or moved:
        roles[subject] = Role.SUBJECT


def _verb_between_nouns(doc: "Doc", i: int, heads: list[int], roles: list[Role]) -> None:
    """ "A roadside bomb destroyed part of the convoy", its verb read as an adjective of an apposition."""
    noun = heads[i]
    subject = heads[noun]
    if subject != i - 1 or noun < i or not labels.is_noun(doc[subject]):
        return
    heads[i], roles[i] = (i if heads[subject] == subject else heads[subject]), roles[subject]
    heads[subject], roles[subject] = i, Role.SUBJECT
    heads[noun], roles[noun] = i, Role.OBJECT
    for c in range(i + 1, doc[i].sent.end):
        if heads[c] == subject:
            heads[c] = i
