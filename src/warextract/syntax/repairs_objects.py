"""Objects, and what is said of them, that a small parser hangs elsewhere, set right.

Each repair is narrow: it names a shape that is almost never right as it stands.
"""

from warextract.syntax import labels
from warextract.syntax.labels import Role
from warextract.syntax.word import Words

STATES = frozenset({"captive", "hostage", "prisoner", "dead", "ablaze", "alight", "death"})


def small_clause(i: int, heads: list[int], roles: list[Role]) -> None:
    """ "took eleven men captive in the hills", "hacked to death two men": people and place belong to the verb."""
    verb = heads[i]
    if roles[i] not in (Role.OPEN_COMPLEMENT, Role.CLAUSE_COMPLEMENT) or verb > i:
        return
    if any(heads[c] == i and roles[c] in (Role.COPULA, Role.MARKER) for c in range(verb + 1, i)):
        return  # "denied that two nurses were among the dead": a clause of its own
    for c in range(verb + 1, len(heads)):
        if heads[c] == i and roles[c] in (Role.SUBJECT, Role.OBJECT):
            heads[c], roles[c] = verb, Role.OBJECT
        elif heads[c] == i and c > i and roles[c] is Role.OBLIQUE:
            heads[c] = verb
    roles[i] = Role.OPEN_COMPLEMENT


def day_after_verb(words: Words, i: int, heads: list[int], roles: list[Role]) -> None:
    """ "officials said Monday": a day after its verb is a time, no subject or object."""
    if heads[i] < i and labels.is_verb(words[heads[i]]) and roles[i] in (
        Role.SUBJECT, Role.SUBJECT_PASSIVE, Role.OBJECT, Role.RECIPIENT, Role.OPEN_COMPLEMENT, Role.CLAUSE_COMPLEMENT
    ):  # fmt: skip
        roles[i] = Role.OBLIQUE_BARE


_PUT = frozenset({"put", "puts", "putting"})


def put_at(words: Words, i: int, heads: list[int], roles: list[Role]) -> None:
    """ "put the number of soldiers killed at 17": the figure belongs to the first verb."""
    if roles[i] is not Role.OBLIQUE or not labels.is_verb(words[heads[i]]) or roles[heads[i]] is not Role.NOUN_CLAUSE:
        return
    if not any(heads[c] == i and words[c].lower_ == "at" for c in range(max(0, i - 4), i)):
        return
    up = heads[i]
    for _ in range(6):
        if words[up].lower_ in _PUT and labels.is_verb(words[up]):
            heads[i] = up
            return
        up = heads[up]


def phrasal_object(words: Words, i: int, heads: list[int], roles: list[Role]) -> None:
    """ "brushed off the remark": a particle hung as a preposition makes an object of its noun."""
    noun = heads[i]
    verb = heads[noun]
    if (
        roles[i] is not Role.CASE
        or roles[noun] is not Role.OBLIQUE
        or words[i + 1].lower_ == "of"
        or words[noun].like_num
    ):
        return  # "pulled out of the town", "took on 4 October"
    if verb == i - 1 and noun > i and labels.is_verb(words[verb]):
        heads[i], roles[i] = verb, Role.PARTICLE
        roles[noun] = Role.OBJECT


def shifted_object(words: Words, i: int, heads: list[int], roles: list[Role]) -> None:
    """ "rejected for the first time the claim": a noun hung without a comma on a circumstance is the verb's object."""
    before = heads[i]
    verb = heads[before]
    if not (before < i and roles[before] is Role.OBLIQUE and labels.is_verb(words[verb]) and verb < before):
        return
    between = range(before + 1, i)
    if not between or words[between[0]].pos_ != "DET" or any(words[k].is_punct for k in between):
        return
    if any(heads[c] == verb and roles[c] is Role.OBJECT for c in range(verb, min(len(words), i + 1))):
        return
    heads[i], roles[i] = verb, Role.OBJECT
