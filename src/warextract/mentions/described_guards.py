"""Nouns that look like people and are none here: denied, machines, counted with others, or another's own mention."""

import re

from warextract.mentions.candidate import modifiers, plural
from warextract.mentions.survey import Survey
from warextract.syntax.labels import Role

_SIDES = frozenset(
    {"west", "east", "north", "south", "left", "right", "opposite", "river", "western", "eastern", "far"}
)
_STRENGTH = frozenset({"full", "brute", "sheer", "driving", "main", "excessive", "lethal", "deadly", "governing"})
_CRAFT = frozenset(
    {"jet", "plane", "aircraft", "airliner", "ferry", "ship", "train", "bus", "boat", "vessel", "flight"}
)
_INCLUDING = frozenset({"including", "mostly", "mainly", "them"})
_TAKEN = frozenset({"prisoner", "hostage", "captive"})
_CODE = re.compile(r"\b[A-Z][A-Za-z]{0,3}-\d{1,3}[A-Za-z]{0,3}")  # "Su-24", "F-35B"


def is_denied(survey: Survey, noun: int, given: bool) -> bool:
    """ "no group", "neither side"; or a bare singular that names no body ("back to power")."""
    tree = survey.tree
    determiners = [tree.token(c).lower_ for c in tree.children(noun, Role.DETERMINER)]
    start = tree.base_phrase(noun)[0]
    first = tree.token(start).lower_
    if (
        first in ("no", "neither", "which", "what", "whatever")
        or (first == "not" and noun > start)
        or tree.token(start - 1).lower_ == "not"
    ):
        return True
    if not determiners and tree.lemma(noun) in _TAKEN and tree.lemma(tree.heads[noun]) in ("take", "hold", "keep"):
        return not plural(tree, noun)  # "was taken prisoner"
    bare = not determiners and not given and survey.noun(noun) in survey.gazetteer.people.weak["anaphoric"]
    if survey.noun(noun) == "force" and modifiers(tree, noun) & _STRENGTH:
        return True  # "the full force of the law"
    if survey.noun(noun) == "bank" and modifiers(tree, noun) & _SIDES:
        return True  # of a river
    if (
        noun + 2 < len(tree.tokens)
        and tree.token(noun).lower_ == "command"
        and tree.token(noun + 2).lower_ == "control"
    ):
        return True  # "command and control centres"
    things = plural(tree, noun) and survey.noun(noun) in ("office", "movement", "administration", "leadership", "fund")
    return bare or things or bool({"no", "neither", "each", "every"} & set(determiners))


def is_body_part(survey: Survey, noun: int) -> bool:
    """ "with their hands on their heads"."""
    owner = survey.tree.child(noun, Role.POSSESSOR)
    owned = owner is not None and survey.tree.token(owner).lower_ in ("their", "his", "her", "my", "our")
    where = survey.tree.preposition(noun) in ("on", "over", "above", "around", "in")
    return owned and where and survey.tree.token(noun).lower_ in ("heads", "head")


def is_machine(survey: Survey, noun: int) -> bool:
    """ "F-16 fighters", "fighter jets": aircraft, not people."""
    tree = survey.tree
    if tree.lemma(noun) == "passenger" and noun + 1 < len(tree.tokens) and tree.lemma(noun + 1) in _CRAFT:
        return True  # "a passenger jet", parsed as two phrases
    if tree.lemma(noun) not in ("fighter", "bomber", "carrier", "operator", "raider"):
        return False
    before = range(tree.base_phrase(noun)[0], noun)
    coded = any(_CODE.fullmatch(tree.token(i).text) for i in before)
    coded = coded or bool(_CODE.search(tree.span_text(max(0, noun - 3), noun).split("\n")[-1]))
    return coded or any(
        tree.lemma(c) in ("jet", "stealth", "missile", "aircraft", "personnel")
        for c in tree.children(noun, Role.COMPOUND)
    )


def belongs(survey: Survey, noun: int, bare: bool, used: frozenset[int]) -> bool:
    """ "units of the 72nd Brigade" is the brigade's own mention."""
    tree = survey.tree
    kind = survey.gazetteer.kinds.get(survey.noun(noun))
    if not bare or (kind not in ("military", "armed_group") and survey.noun(noun) not in ("element", "member")):
        return False
    return any(c in used for c in tree.children(noun, Role.NOMINAL_MODIFIER) if tree.preposition(c) == "of")


def is_named_after(survey: Survey, noun: int, used: frozenset[int]) -> bool:
    """ "members of the banned group Boko Haram": the noun only says what the name after it is."""
    tree = survey.tree
    after = noun + 1
    if after not in used or survey.noun(noun) not in survey.gazetteer.people.groups["armed_group"]:
        return False
    name = tree.token(after)
    return tree.token(noun).text.islower() and name.text[:1].isupper() and survey.country_hit(after) is None


def is_included(survey: Survey, i: int) -> bool:
    """ "26 people, mostly women and children", "six civilians, including two children": counted with the others."""
    tree = survey.tree
    first = tree.first_conjunct(i)
    start = tree.base_phrase(first)[0]
    before = next((at for at in range(start - 1, max(-1, start - 4), -1) if not tree.token(at).is_punct), None)
    including = tree.preposition(first) in ("including", "among") or (
        before is not None and tree.token(before).lower_ in _INCLUDING
    )
    inner = tree.token(start).lower_ in ("mostly", "mainly", "many", "half")
    return (including or inner) and any(tree.token(at).text == "," for at in range(max(0, start - 6), start))
