"""What a noun may be said of: when an actor was mentioned last, which body it is, what a person is told to be."""

from warextract.mentions.candidate import Candidate
from warextract.mentions.cast import Cast, Draft
from warextract.syntax import clauses
from warextract.syntax.labels import Role
from warextract.syntax.tree import Tree

NEVER = -9999
GROUPS = frozenset({"group", "movement", "organisation", "organization", "outfit", "faction", "militia"})
_GENERIC = frozenset(
    {"islamic", "islamist", "extremist", "militant", "rebel", "armed", "jihadist", "insurgent", "paramilitary",
     "separatist", "guerrilla", "terrorist"}
)  # fmt: skip
_DOERS = frozenset(
    {"attacker", "assailant", "bomber", "gunman", "shooter", "assassin", "suspect", "perpetrator", "knifeman"}
)


def says_which(c: Candidate) -> bool:
    """Whether a description tells its actor from others: "the Kurdish group", not "the Islamist group"."""
    return bool(c.modifiers - _GENERIC if c.lemma in GROUPS else c.modifiers)


def last_before(d: Draft, before: int) -> int:
    return max((m.head for m in d.mentions if m.head < before), default=NEVER)


def is_institution(d: Draft, institution: str) -> bool:
    own = d.entry.institution if d.entry is not None else d.institution
    short = institution.removesuffix("-ministry")
    return (own is not None and own == short) or d.institution == institution


def has_role(d: Draft, lemma: str) -> bool:
    """Whether a person is told to be what a noun says: by an earlier description, or by a title. One bomber, attacker
    and suspect of an article is one man.
    """
    if lemma in d.lemmas | d.titles or (d.role is not None and lemma in d.role.lower().split()):
        return True
    return lemma in _DOERS and not d.named and not d.plural and bool(d.lemmas & _DOERS)


def speaker_over(tree: Tree, cast: Cast, head: int) -> Draft | None:
    """Who says the clause in which a noun stands: "the doctors said shelling by the group": not the doctors."""
    node = head
    for above in tree.ancestors(head):
        if tree.roles[node] is Role.CLAUSE_COMPLEMENT and above < node:
            subjects = clauses.surface_subject(tree, above).heads
            return next((d for s in subjects if (d := cast.at.get(s)) is not None), None)
        node = above
    return None
