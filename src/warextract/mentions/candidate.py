"""A mention of an actor before it is known which actor it is, and what its phrase says."""

from dataclasses import dataclass

from warextract.lexicon.entries import ActorEntry
from warextract.mentions.entities import Form
from warextract.syntax import labels
from warextract.syntax.labels import Role
from warextract.syntax.tree import Tree
from warextract.vocabulary import ActorKind

_DEFINITE = frozenset({"the", "this", "that", "these", "those", "both", "its", "his", "her", "their", "our", "my"})
_NOMINAL = frozenset(
    {Role.SUBJECT, Role.SUBJECT_PASSIVE, Role.OBJECT, Role.RECIPIENT, Role.OBLIQUE, Role.AGENT, Role.POSSESSOR,
     Role.NOMINAL_MODIFIER, Role.APPOSITION, Role.CONJUNCT, Role.OBLIQUE_BARE, Role.PARATAXIS, Role.ROOT, Role.OTHER}
)  # fmt: skip
_SUBJECTS = (Role.SUBJECT, Role.SUBJECT_PASSIVE)
PARTIES = (*_SUBJECTS, Role.OBJECT, Role.RECIPIENT, Role.AGENT)
"""Roles of those who do something or to whom it is done."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A mention with what is known of its actor.

    ``key`` is the actor's identity where the words settle it; without one, the mention takes up an earlier
    actor or brings a new one. ``owner`` is the token of a possessor ("its" in "its forces"); ``local`` says that
    the actor belongs to where the story plays, unless something else is said.
    """

    start: int
    end: int
    head: int
    form: Form
    rule: str
    name: str
    kind: ActorKind
    key: str | None = None
    country: str | None = None
    entry: ActorEntry | None = None
    lemma: str = ""
    cameo: str | None = None
    plural: bool = False
    definite: bool = False
    counted: bool = False
    local: bool = False
    weak: bool = False
    owner: int | None = None
    modifiers: frozenset[str] = frozenset()
    role: str | None = None
    institution: str | None = None


def is_definite(tree: Tree, head: int) -> bool:
    """Whether a noun has a definite determiner or a possessor: it may take up an actor named before."""
    if tree.child(head, Role.POSSESSOR) is not None:
        return True
    return any(tree.token(c).lower_ in _DEFINITE for c in tree.children(head, Role.DETERMINER))


def is_counted(tree: Tree, head: int) -> bool:
    """Whether a number stands with a noun."""
    return tree.child(head, Role.NUMERAL) is not None or tree.token(head).pos_ == "NUM"


def is_argument(tree: Tree, head: int) -> bool:
    """Whether a noun stands where those who do, suffer or say something stand."""
    first = tree.first_conjunct(head)
    return tree.roles[first] in _NOMINAL


def is_subject(tree: Tree, head: int) -> bool:
    """Whether a noun, or the coordination it is in, is the subject of a clause."""
    return tree.roles[tree.first_conjunct(head)] in _SUBJECTS


def plural(tree: Tree, head: int) -> bool:
    token = tree.token(head)
    return labels.is_plural(token) or token.lower_ in ("people", "police", "personnel")


def modifiers(tree: Tree, head: int) -> frozenset[str]:
    """Lemmas of adjectives and nouns before a noun."""
    return frozenset(tree.lemma(c) for c in tree.children(head, Role.ADJECTIVE, Role.COMPOUND) if c < head)


def possessor(tree: Tree, head: int) -> int | None:
    """The token of what a noun belongs to ("its" in "its forces")."""
    return tree.child(head, Role.POSSESSOR)


def without_article(tree: Tree, start: int, end: int) -> int:
    """Start of a name without a leading article or space."""
    while start + 1 < end and (tree.token(start).lower_ in ("the", "a", "an") or tree.token(start).is_space):
        start += 1
    return start
