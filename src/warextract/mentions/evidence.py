"""Footage, maps, memos and whatever else is told to show or say something: an actor of kind "other"."""

from collections.abc import Iterator

from warextract.mentions.candidate import Candidate, is_definite, is_subject, modifiers, plural
from warextract.mentions.phrases import phrase_bounds, phrase_name
from warextract.mentions.survey import Survey
from warextract.syntax import clauses, labels
from warextract.syntax.tree import Tree

_AGENTS = ("er", "or", "ist", "ant", "ian", "ee", "man", "woman", "person")


def evidence(survey: Survey, used: frozenset[int]) -> Iterator[Candidate]:
    """Footage, maps and reports where they show or say something."""
    tree = survey.tree
    words = survey.gazetteer.people.evidence
    for token in tree.tokens:
        i = token.i
        if i in used or i in survey.taken or not labels.is_noun(token) or token.ent_type_:
            continue
        if token.tag_ == "VBG" or token.lower_.endswith("ing"):
            continue
        denied = any(tree.token(c).lower_ in ("no", "neither") for c in tree.children(i))
        if denied or token.lower_.strip(".") in survey.gazetteer.people.titles["words"]:
            continue
        first = tree.first_conjunct(i)
        verb = tree.heads[first]
        speech = words["verbs"] if tree.lemma(i) in words["nouns"] else words["speech"]
        known = tree.lemma(i) in words["nouns"]
        says = is_subject(tree, i) and labels.is_verb(tree.token(verb)) and tree.lemma(verb) in speech
        if any(tree.token(c).lower_ in ("which", "what") for c in tree.children(i)):
            continue
        if says and not known and not _tells(tree, i, first, verb):
            continue  # "said two drones had been jammed"
        if (says and not clauses.is_passive(tree, verb)) or tree.preposition(first) == "according_to":
            start, end = phrase_bounds(survey, i)
            hit = survey.phrase_country(i) if not known else None
            yield Candidate(
                start, end, i, "nominal", "evidence", phrase_name(survey, start, end),
                "person" if not known and _is_person(tree, i) else "other", country=survey.code(hit) if hit else None,
                lemma=tree.lemma(i), plural=plural(tree, i), definite=is_definite(tree, i), local=not known,
                modifiers=modifiers(tree, i),
            )  # fmt: skip


def _is_person(tree: Tree, i: int) -> bool:
    """Whether a noun that no list knows names one person, by its ending ("accountant", "lobbyist")."""
    return not plural(tree, i) and tree.lemma(i).endswith(_AGENTS)


def _tells(tree: Tree, i: int, first: int, verb: int) -> bool:
    """Whether a noun that names no people stands where a speaker does: before the verb, or after a quotation."""
    if first < verb:
        return i < verb
    start = tree.base_phrase(first)[0]
    before = tree.token(verb - 1) if verb else None
    return start == verb + 1 and before is not None and (before.is_punct or before.is_quote)
