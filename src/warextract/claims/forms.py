"""Where the content of a claim stands: clause, infinitive, object, prepositional phrase, fronted clause.

Each form is a function from a cue's frame to token bounds, or None where the sentence has no such form.
"""

from collections.abc import Callable

from warextract.claims.beside import fronted
from warextract.claims.block import Tokens
from warextract.claims.clauses import clause, infinitive, question, rest, that_clause, told
from warextract.claims.nouns import described, obj, preposition
from warextract.syntax.frames import Frame
from warextract.syntax.tree import Tree

FORMS: dict[str, Callable[[Tree, Frame], Tokens | None]] = {
    "clause": clause,
    "told": told,
    "that_clause": that_clause,
    "rest": rest,
    "infinitive": infinitive,
    "question": question,
    "object": obj,
    "described": described,
    "fronted": fronted,
}
"""Content forms by the name that rules use; any other name is a preposition."""


def content_tokens(tree: Tree, frame: Frame, names: tuple[str, ...]) -> Tokens | None:
    """The first of the named forms that the sentence has."""
    for name in names:
        if name in ("none", "quote"):
            continue
        found = FORMS.get(name, preposition(name))(tree, frame)
        if found and found[1] > found[0]:
            return found
    return None
