"""Finite verbs that a small parser takes for participles, adjectives or nouns, set right.

Each repair is narrow: it names a shape that is almost never right as it stands.
"""

from warextract.syntax import labels
from warextract.syntax.labels import Role
from warextract.syntax.rehanging import put_over
from warextract.syntax.repairs_subjects import SUBJECTS
from warextract.syntax.word import Words


def finite_participle(words: Words, i: int, heads: list[int], roles: list[Role]) -> None:
    """ "A device destroyed the mast": a participle with an object of its own, on the noun that heads its sentence, is
    the sentence's verb (only a finite form has both).
    """
    noun = heads[i]
    if roles[i] is not Role.NOUN_CLAUSE or words[i].tag_ not in ("VBN", "VBD") or heads[noun] != noun or noun > i:
        return
    if not labels.is_noun(words[noun]) or words[i].lower_ in _GIVEN:
        return
    own = [c for c in range(i + 1, min(len(heads), i + 12)) if heads[c] == i and roles[c] is Role.OBJECT]
    if not own or any(words[k].text == "," for k in range(noun, i)):
        return
    heads[noun], roles[noun] = i, Role.SUBJECT
    heads[i], roles[i] = i, Role.ROOT
    for c in range(len(heads)):
        if heads[c] == noun and c > i and roles[c] in (Role.PUNCTUATION, Role.CONJUNCT, Role.PARATAXIS):
            heads[c] = i


_GIVEN = frozenset(
    {"given", "sent", "offered", "granted", "paid", "told", "shown", "awarded", "taught", "called", "named"}
)


def verb_as_adjective(words: Words, i: int, heads: list[int], roles: list[Role]) -> None:
    """ "The envoy voiced concern that": a past tense with a subject, hung as an adjective on its object."""
    noun = heads[i]
    if roles[i] is not Role.ADJECTIVE or noun < i:
        return
    children = [c for c in range(max(0, i - 30), i) if heads[c] in (noun, i)]
    subject = next((c for c in reversed(children) if roles[c] in SUBJECTS), None)
    if subject is None or any(roles[c] is Role.COPULA for c in children):
        return
    commas = [k for k in range(subject + 1, i) if words[k].text == ","]
    if len(commas) % 2 or (commas and commas[-1] != i - 1):
        return  # no clause between two commas
    if not commas and any(words[k].pos_ in ("DET", "AUX") for k in range(subject + 1, i)):
        return
    if words[i + 1].text == "," and words[i].tag_ == "VBN":  # "Five killed, dozens wounded": two clauses
        heads[subject], roles[subject] = i, Role.SUBJECT_PASSIVE
        roles[i] = Role.PARATAXIS
        return
    put_over(i, noun, Role.OBJECT, heads, roles)
    for c in children:
        if roles[c] in (Role.SUBJECT, Role.SUBJECT_PASSIVE, Role.ADVERB, Role.MARKER):
            heads[c] = i
            roles[c] = Role.SUBJECT if roles[c] is Role.SUBJECT_PASSIVE else roles[c]


def perfect_as_adjective(words: Words, i: int, heads: list[int], roles: list[Role]) -> None:
    """ "its air force had bombed positions": a participle after "had", hung as an adjective on its own object."""
    noun = heads[i]
    if roles[i] is not Role.ADJECTIVE or noun < i or words[i].tag_ != "VBN":
        return
    had = next((c for c in range(max(0, i - 3), i) if words[c].lower_ in ("had", "has", "have")), None)
    if (
        had is None
        or heads[had] not in (i, noun)
        or any(words[k].pos_ not in ("ADV", "PART") for k in range(had + 1, i))
    ):
        return
    before = [c for c in range(had - 1, max(-1, had - 20), -1) if roles[c] in SUBJECTS and heads[c] in (had, noun)]
    subject = next(iter(before), None)
    if subject is None or heads[noun] == noun:
        return
    heads[i], roles[i] = heads[noun], Role.CLAUSE_COMPLEMENT if heads[noun] < had else roles[noun]
    heads[noun], roles[noun] = i, Role.OBJECT
    heads[had], roles[had] = i, Role.AUXILIARY
    for c in range(max(0, had - 20), had):
        if heads[c] in (had, noun):
            heads[c] = i
    roles[subject] = Role.SUBJECT


def noun_with_copula(i: int, heads: list[int], roles: list[Role]) -> None:
    """ "These are lies meant to": a noun with a copula is the predicate, the participle behind it describes it."""
    noun = next((c for c in range(max(0, i - 3), i) if heads[c] == i and roles[c] is Role.SUBJECT_PASSIVE), None)
    if noun is None or any(heads[c] == i and roles[c] is Role.AUXILIARY_PASSIVE for c in range(noun, i)):
        return
    if not any(heads[c] == noun and roles[c] is Role.COPULA for c in range(max(0, noun - 4), noun)):
        return
    put_over(noun, i, Role.NOUN_CLAUSE, heads, roles)
