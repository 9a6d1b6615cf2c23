"""Arcs that a small parser often draws wrongly in wire copy, set right before anything stands on them.

Each repair is narrow: it names a shape that is almost never right as it stands.
"""

from typing import TYPE_CHECKING

from warextract.syntax import labels
from warextract.syntax.labels import Role

if TYPE_CHECKING:
    from spacy.tokens import Doc

DAYS = frozenset(
    {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "yesterday", "today", "tomorrow",
     "tonight"}
)  # fmt: skip
_FINITE = frozenset({"VBD", "VBZ", "VBP"})


def repaired(doc: "Doc", heads: tuple[int, ...], roles: tuple[Role, ...]) -> labels.Arcs:
    """Heads and roles with the known mistakes mended."""
    new_heads, new_roles = list(heads), list(roles)
    for token in doc:
        i = token.i
        if token.lower_ in DAYS:
            _day_after_verb(doc, i, new_heads, new_roles)
        elif token.tag_ in _FINITE or token.tag_ == "VBN":
            _missing_subject(doc, i, new_heads, new_roles)
            _two_subjects(i, new_heads, new_roles)
    return tuple(new_heads), tuple(new_roles)


def _day_after_verb(doc: "Doc", i: int, heads: list[int], roles: list[Role]) -> None:
    """ "officials said Monday": a day after its verb is a time, no subject or object."""
    if heads[i] < i and labels.is_verb(doc[heads[i]]) and roles[i] in (
        Role.SUBJECT, Role.SUBJECT_PASSIVE, Role.OBJECT, Role.RECIPIENT, Role.OPEN_COMPLEMENT, Role.CLAUSE_COMPLEMENT
    ):  # fmt: skip
        roles[i] = Role.OBLIQUE_BARE


def _two_subjects(i: int, heads: list[int], roles: list[Role]) -> None:
    """Of two subjects before a verb the nearer one is its own; the other belongs to a clause that was not seen."""
    before = [c for c in range(max(0, i - 60), i) if heads[c] == i and roles[c] is Role.SUBJECT]
    for c in before[:-1]:
        roles[c] = Role.OTHER


def _missing_subject(doc: "Doc", i: int, heads: list[int], roles: list[Role]) -> None:
    """ "The RSF spoke": a name hung as a modifier on the finite verb that follows it is its subject;
    "The pope called for": a verb hung as a clause on the first noun of its sentence is the predicate.
    """
    children = [c for c in range(max(0, i - 12), i) if heads[c] == i]
    if any(roles[c] in (Role.SUBJECT, Role.SUBJECT_PASSIVE, Role.SUBJECT_CLAUSE, Role.EXPLETIVE) for c in children):
        return
    if doc[i].tag_ in _FINITE:
        for c in reversed(children):
            if roles[c] in (Role.ADJECTIVE, Role.COMPOUND, Role.FLAT) and doc[c].text[:1].isupper():
                roles[c] = Role.SUBJECT
                return
    noun = heads[i]
    if _speaks_after_quotation(doc, i, noun, roles):
        heads[i], roles[i] = i, Role.ROOT
        heads[noun], roles[noun] = i, Role.SUBJECT
        return
    if not (noun < i and heads[noun] == noun and roles[i] is Role.NOUN_CLAUSE and labels.is_noun(doc[noun])):
        return
    if doc[i].tag_ == "VBG" or any(roles[c] in (Role.AUXILIARY, Role.AUXILIARY_PASSIVE, Role.MARKER) for c in children):
        return
    after = [c for c in range(i + 1, min(len(doc), i + 40)) if heads[c] == i]
    if any(roles[c] is Role.AGENT or (roles[c] is Role.OBLIQUE and _by(doc, c, heads)) for c in after):
        return
    if not doc[i].text.endswith("ed") and doc[i].tag_ == "VBN":
        return  # "taken", "shot": no past tense looks like that
    heads[i], roles[i] = i, Role.ROOT
    for c in range(len(doc)):
        if heads[c] == noun and c > i:
            heads[c] = i
    heads[noun], roles[noun] = i, Role.SUBJECT


def _speaks_after_quotation(doc: "Doc", i: int, noun: int, roles: list[Role]) -> bool:
    """ "“…?” a woman shouted.": a participle on a noun that follows a closing mark is the verb of speech."""
    if roles[i] is not Role.NOUN_CLAUSE or doc[i].tag_ == "VBG" or noun != i - 1 or not labels.is_noun(doc[noun]):
        return False
    start = noun
    while start > 0 and doc[start - 1].pos_ in ("DET", "ADJ", "NOUN", "PROPN"):
        start -= 1
    return start > 0 and doc[start - 1].is_quote


def _by(doc: "Doc", i: int, heads: list[int]) -> bool:
    return any(heads[c] == i and doc[c].lower_ == "by" for c in range(max(0, i - 8), i))
