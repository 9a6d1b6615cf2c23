"""Verbs that a small parser takes for nouns or hangs as such, and objects that it takes for phrases, set right.

Each repair is narrow: it names a shape that is almost never right as it stands.
"""

from warextract.lexicon.predicates import load_predicates
from warextract.lexicon.verb_forms import load_verb_forms
from warextract.syntax import labels
from warextract.syntax.gerunds import is_gerund
from warextract.syntax.labels import Role
from warextract.syntax.rehanging import put_over
from warextract.syntax.word import Words

_PLURALS = ("NNS", "NNPS")
_MEASURES = frozenset({"percent", "%", "km", "kilometer", "kilometre", "mile", "meter", "metre", "hour", "day", "time"})
_PREPOSITIONS = frozenset({"from", "in", "at", "near", "into", "against", "with", "outside", "inside"})
_INTENDING = frozenset({"threaten", "vow", "pledge", "promise", "refuse", "agree", "plan", "decide", "offer", "swear"})
_DEEDS = frozenset({"shelling", "bombing", "fighting", "shooting", "looting", "bombardment", "burning", "killing"})
_DITRANSITIVE = frozenset({"give", "send", "offer", "grant", "pay", "tell", "show", "award", "teach", "call", "name"})


def verb_for_noun(words: Words, i: int, heads: list[int], roles: list[Role]) -> None:
    """Arcs of a verb whose tag was set right: it takes its noun as object and the phrases behind as its own."""
    if words[i].tag_ == "VBG" and roles[i] is Role.SUBJECT_CLAUSE and words[i].lower_ in _DEEDS:
        if not any(heads[c] == i and roles[c] in (Role.OBJECT, Role.SUBJECT) for c in range(len(words))):
            roles[i] = Role.SUBJECT  # "Shelling by the army killed nine civilians"
    elif words[i].tag_ == "VBG" and roles[i] in (Role.COMPOUND, Role.ADJECTIVE) and heads[i] > i:
        _gerund_for_compound(words, i, heads, roles)
    elif words[i].tag_ == "VBG" and roles[i] is Role.OPEN_COMPLEMENT:
        _participle_before_object(words, i, heads, roles)
    elif words[i].tag_ == "VB" and roles[i] is Role.ADVERBIAL_CLAUSE and _is_meant(words, i, heads, roles):
        roles[i] = Role.OPEN_COMPLEMENT
    elif words[i].tag_ == "VB" and roles[i] in (Role.OBLIQUE, Role.NOMINAL_MODIFIER) and words[i - 1].lower_ == "to":
        verb = heads[i]
        roles[i], roles[i - 1] = Role.OPEN_COMPLEMENT, Role.MARKER
        _take_phrases(words, verb, i, heads, roles)


def past_of_noun(words: Words, i: int, heads: list[int], roles: list[Role]) -> None:
    """ "A missile tore through a street": a past tense hung on the noun before it is what that noun did."""
    noun = heads[i]
    if words[i].lower_ not in load_verb_forms().pasts or noun >= i or not labels.is_noun(words[noun]):
        return
    if roles[i] not in (Role.ADVERB, Role.ADJECTIVE, Role.COMPOUND, Role.OTHER, Role.MODIFIER_BARE, Role.APPOSITION):
        return
    put_over(i, noun, Role.SUBJECT, heads, roles)
    for c in range(i + 1, words[i].sent_end):
        if heads[c] == noun:
            heads[c] = i
            if roles[c] is Role.NOUN_CLAUSE and words[c].tag_ == "VBG":
                roles[c] = Role.ADVERBIAL_CLAUSE


def _is_meant(words: Words, i: int, heads: list[int], roles: list[Role]) -> bool:
    """ "threatened last week to set fire to hotels": the infinitive is what is threatened, no purpose."""
    verb = heads[i]
    if verb > i or words[verb].lemma_.lower() not in _INTENDING or words[i].sent_start != words[verb].sent_start:
        return False
    if any(heads[c] == verb and roles[c] is Role.OBJECT for c in range(verb, i)):
        return False
    return any(heads[c] == i and words[c].lower_ == "to" for c in range(verb + 1, i))


def _gerund_for_compound(words: Words, i: int, heads: list[int], roles: list[Role]) -> None:
    """ "denied bombing homes", "accused it of bombing hospitals" """
    if words[i].lower_ not in load_verb_forms().gerunds or not is_gerund(words, i, words[i - 1].sent_start):
        return
    noun = heads[i]
    governor, role = heads[noun], roles[noun]
    if governor == noun or governor > i:
        return
    before = i - 1
    if words[before].lower_ in load_verb_forms().prepositions and heads[before] == noun:
        if role is Role.NOMINAL_MODIFIER and labels.is_verb(words[heads[governor]]):
            governor = heads[governor]
        heads[before], roles[before] = i, Role.MARKER
        role = Role.ADVERBIAL_CLAUSE
    else:
        role = Role.OPEN_COMPLEMENT
    heads[i], roles[i] = governor, role
    heads[noun], roles[noun] = i, Role.OBJECT
    _take_phrases(words, governor, i, heads, roles)


def _take_phrases(words: Words, governor: int, verb: int, heads: list[int], roles: list[Role]) -> None:
    """Phrases behind a verb, which were hung on the word above it."""
    end = words[verb].sent_end
    for c in range(verb + 1, end):
        if words[c].text == ",":
            return
        if heads[c] == governor and roles[c] in (Role.OBLIQUE, Role.OBLIQUE_BARE):
            heads[c] = verb


def _participle_before_object(words: Words, i: int, heads: list[int], roles: list[Role]) -> None:
    """ "hit retreating columns": a participle between a verb and its object."""
    verb, noun = heads[i], i + 1
    if verb != i - 1 or noun >= len(words) or heads[noun] != i or roles[noun] is not Role.OBJECT:
        return
    if words[i].lemma_.lower() not in load_verb_forms().participles or words[noun].tag_ not in _PLURALS:
        return
    heads[noun], roles[noun] = verb, Role.OBJECT
    heads[i], roles[i] = noun, Role.ADJECTIVE
    for c in range(noun + 1, words[i].sent_end):
        if heads[c] == i:
            heads[c] = verb


def up_to(words: Words, i: int, heads: list[int], roles: list[Role]) -> None:
    """ "deploy up to 400 soldiers": a bound of a number, no particle and no goal."""
    number = i + 2
    if number >= len(words) or words[i + 1].lower_ != "to" or words[number].pos_ != "NUM":
        return
    noun = heads[number] if roles[number] is Role.NUMERAL else number
    verb = heads[noun]
    heads[i], roles[i] = number, Role.OTHER
    heads[i + 1], roles[i + 1] = number, Role.OTHER
    if roles[noun] is not Role.OBLIQUE or not labels.is_verb(words[verb]) or verb > i:
        return
    measured = words[noun].lemma_.lower() in _MEASURES or (noun == number and words[number].is_sent_end)
    if not measured and not any(heads[c] == verb and roles[c] is Role.OBJECT for c in range(verb, i)):
        roles[noun] = Role.OBJECT


def phrase_for_object(words: Words, i: int, heads: list[int], roles: list[Role]) -> None:
    """ "were fired from launchers at the town": what a preposition stands before is no object."""
    if roles[i] is not Role.OBJECT or not labels.is_verb(words[heads[i]]) or heads[i] > i:
        return
    for c in range(heads[i] + 1, i):
        if roles[c] is Role.CASE and words[c].lower_ in _PREPOSITIONS and i in (heads[c], heads[heads[c]]):
            heads[c], roles[i] = i, Role.OBLIQUE


def acts_on_object(words: Words, i: int, heads: list[int], roles: list[Role]) -> None:
    """ "a car bomb destroyed much of the base": with an object and no auxiliary, what stands before a verb acts."""
    if words[i].tag_ not in ("VBN", "VBD") or words[i].lemma_.lower() in _DITRANSITIVE:
        return
    if roles[i] is Role.ADJECTIVE and roles[heads[i]] is Role.APPOSITION:
        _verb_between_nouns(words, i, heads, roles)
        return
    near = range(max(0, i - 30), min(len(words), i + 12))
    children = [c for c in near if heads[c] == i and c != i]
    subject = next((c for c in children if c < i and roles[c] is Role.SUBJECT_PASSIVE), None)
    if subject is None or any(roles[c] is Role.AUXILIARY_PASSIVE for c in children):
        return
    acted = any(
        c > i and roles[c] is Role.OBJECT and (labels.is_noun(words[c]) or words[c].pos_ == "ADJ") for c in children
    )
    moved = words[i].lemma_.lower() in load_predicates().intransitive and heads[i] == i
    if acted or moved:
        roles[subject] = Role.SUBJECT


def _verb_between_nouns(words: Words, i: int, heads: list[int], roles: list[Role]) -> None:
    """ "A roadside bomb destroyed part of the convoy", its verb read as an adjective of an apposition."""
    noun = heads[i]
    subject = heads[noun]
    if subject != i - 1 or noun < i or not labels.is_noun(words[subject]):
        return
    put_over(i, subject, Role.SUBJECT, heads, roles)
    heads[noun], roles[noun] = i, Role.OBJECT
    for c in range(i + 1, words[i].sent_end):
        if heads[c] == subject:
            heads[c] = i
