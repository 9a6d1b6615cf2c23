"""Whether what is done to a name is done to places alone: "retook Korda", "the siege of Korda", "Korda fell to"."""

from warextract.lexicon.place_nouns import load_place_nouns
from warextract.mentions.usage import head_of
from warextract.syntax import clauses
from warextract.syntax.labels import Role
from warextract.syntax.tree import Tree
from warextract.syntax.verb_arguments import is_verb_of

_PHRASE = (Role.NOMINAL_MODIFIER, Role.OBLIQUE)
_UNDERGOES = (Role.OBJECT, Role.SUBJECT_PASSIVE)


def is_territory(tree: Tree, start: int, end: int) -> bool:
    """For a name of one word from token ``start`` to ``end``."""
    if end - start != 1:
        return False
    head = head_of(tree, start, end)
    first = tree.first_conjunct(head)
    words, above, role = load_place_nouns().targeted, tree.heads[first], tree.roles[first]
    if role in _PHRASE and (tree.preposition(head) or tree.preposition(first)) in ("of", "for"):
        return tree.lemma(above) in words.territory_nouns
    if role in _UNDERGOES and is_verb_of(tree, above, words.territory):
        return True
    if role is Role.SUBJECT and (_falls_to(tree, above) or _is_under(tree, above)):
        return True
    return any(_tells(tree, head, clause) for clause in tree.children(head, Role.RELATIVE_CLAUSE, Role.NOUN_CLAUSE))


def _falls_to(tree: Tree, verb: int) -> bool:
    """ "fell to the rebels" """
    return tree.lemma(verb) == "fall" and any(tree.preposition(c) == "to" for c in tree.children(verb, *_PHRASE))


def _is_under(tree: Tree, noun: int) -> bool:
    """ "has been under siege" """
    return tree.lemma(noun) in load_place_nouns().targeted.territory_nouns and tree.preposition(noun) == "under"


def _tells(tree: Tree, head: int, clause: int) -> bool:
    """ "Korda, which is controlled by", "Korda, which rebels seized", "Korda, retaken by" """
    if not is_verb_of(tree, clause, load_place_nouns().targeted.territory):
        return False
    return clauses.is_passive(tree, clause) or head in clauses.surface_object(tree, clause).heads
