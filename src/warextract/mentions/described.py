"""People and bodies that are described rather than named: "four people", "a local committee", "his unit"."""

from collections.abc import Iterator
from typing import cast

from warextract.mentions.candidate import (
    Candidate,
    is_argument,
    is_counted,
    is_definite,
    is_subject,
    modifiers,
    plural,
    possessor,
)
from warextract.mentions.survey import Survey
from warextract.syntax import clauses, labels
from warextract.syntax.labels import Role
from warextract.vocabulary import ActorKind

_ADJECTIVAL = frozenset({"wounded", "dead", "injured", "missing", "displaced", "elderly", "killed"})
_COLLECTIVE = frozenset({"people", "police", "personnel", "medium", "press", "staff", "crew"})
_FOREIGN_VOICES = frozenset({"analyst", "expert", "diplomat", "observer", "reporter", "journalist", "source", "historian"})
_SAYING = frozenset({"say", "tell", "report", "claim", "announce", "add", "warn", "deny", "state", "note", "write", "confirm"})


def described(survey: Survey, used: frozenset[int]) -> Iterator[Candidate]:
    """Nouns for people, counted phrases, and evidence that says something."""
    doc = survey.tree.doc
    for token in doc:
        i = token.i
        if i in used or i in survey.taken or token.is_space or token.is_punct:
            continue
        found = _evidence(survey, i) or _people(survey, i, used) or _nationals(survey, i)
        if found is not None:
            yield found


def noun_kind(survey: Survey, i: int) -> ActorKind | None:
    """Kind of the actor that a noun describes, or None when it names no people."""
    tree = survey.tree
    lemma = tree.lemma(i)
    people = survey.gazetteer.people
    if lemma not in survey.gazetteer.kinds:
        return None
    for c in tree.children(i, Role.COMPOUND, Role.ADJECTIVE):
        if c < i:
            for kind, words in people.compounds.items():
                if tree.lemma(c) in words and not (lemma == "group" and kind == "military"):
                    return cast("ActorKind", kind)
            hit = survey.at.get(c)
            if hit is not None and hit.use == "name":
                owner = survey.gazetteer.actors[hit.id].kind
                if owner == "igo":
                    return "igo"
    return cast("ActorKind", survey.gazetteer.kinds[lemma])


def _people(survey: Survey, i: int, used: frozenset[int]) -> Candidate | None:
    tree = survey.tree
    token = tree.token(i)
    head = i
    quantity = tree.lemma(i) in survey.gazetteer.people.quantities["nouns"] or token.pos_ == "NUM" or token.lower_ in ("one", "many", "some", "several", "most")
    if quantity:
        inner = next((c for c in tree.children(i, Role.NOMINAL_MODIFIER) if c > i and tree.preposition(c) == "of"), None)
        if inner is None or inner in used:
            return None
        noun = inner
    else:
        if _under_quantity(survey, i):
            return None
        noun = i
    kind = _kind(survey, noun)
    if kind is None or not is_argument(tree, head) or _is_part_of_name(survey, noun):
        return None
    lemma = tree.lemma(noun)
    people = survey.gazetteer.people
    counted = quantity or is_counted(tree, noun)
    weak = lemma in people.weak["nouns"] and not quantity
    definite = is_definite(tree, noun) and not quantity
    many = plural(tree, noun) or quantity
    if weak and not definite and not _does(survey, head) and not is_counted(tree, noun):
        return None
    hit = survey.phrase_country(noun)
    country = survey.code(hit) if hit is not None else None
    start, end = tree.base_phrase(noun)
    if quantity:
        start, end = min(start, tree.base_phrase(head)[0]), max(end, head + 1)
    if not many and kind != "person" and lemma not in _groups(survey) and lemma not in _COLLECTIVE:
        kind = "person"
    joined = _joined_force(survey, lemma, country, counted)
    words = modifiers(tree, noun)
    key = joined
    bare = many and not counted and not definite and tree.child(noun, Role.DETERMINER) is None
    if key is None and bare and possessor(tree, noun) is None:
        key = f"described:{lemma}:{' '.join(sorted(words))}:{country or ''}"
    return Candidate(
        start, end, head, "nominal", "described", tree.span_text(*_without_determiner(survey, start, end)), kind,
        key=key, country=country, lemma=lemma, plural=many, definite=definite, counted=counted,
        local=not (lemma in _FOREIGN_VOICES and country is None), weak=weak, owner=_owner(survey, noun, hit is not None),
        modifiers=words, entry=None,
    )  # fmt: skip


def _kind(survey: Survey, i: int) -> ActorKind | None:
    token = survey.tree.token(i)
    if token.lower_ in _ADJECTIVAL:
        nominal = survey.tree.child(i, Role.DETERMINER) is not None or is_counted(survey.tree, i)
        verbal = clauses.is_predicate(survey.tree, i) or survey.tree.roles[i] is Role.ADJECTIVE
        return "population" if nominal and not verbal else None
    if not labels.is_noun(token):
        return None
    if token.pos_ == "PROPN" and survey.tree.lemma(i) in survey.gazetteer.people.weak["nouns"]:
        return None
    return noun_kind(survey, i)


def _groups(survey: Survey) -> frozenset[str]:
    return frozenset().union(*survey.gazetteer.people.groups.values())


def _owner(survey: Survey, noun: int, has_country: bool) -> int | None:
    owner = possessor(survey.tree, noun)
    return None if has_country else owner


def _under_quantity(survey: Survey, i: int) -> bool:
    tree = survey.tree
    above = tree.heads[i]
    nouns = survey.gazetteer.people.quantities["nouns"]
    counted = tree.lemma(above) in nouns or tree.token(above).pos_ == "NUM" or tree.token(above).lower_ in ("one", "many", "some", "several", "most")
    return above < i and counted and tree.roles[i] is Role.NOMINAL_MODIFIER and tree.preposition(i) == "of"


def _is_part_of_name(survey: Survey, i: int) -> bool:
    """Titles ("President Ruto", "the spokesman Peskov") and words inside names of bodies."""
    tree = survey.tree
    if tree.roles[i] in (Role.COMPOUND, Role.FLAT, Role.ADJECTIVE):
        return True
    following = i + 1 < len(tree.doc) and labels.entity_type(tree.token(i + 1).ent_type_)
    if following is labels.EntityType.PERSON and tree.heads[i + 1] in (i, tree.heads[i]) and tree.token(i).ent_type_ == "":
        return tree.heads[i + 1] == i
    return labels.entity_type(tree.token(i).ent_type_) is labels.EntityType.ORGANISATION


def _does(survey: Survey, head: int) -> bool:
    """Whether a noun is the active subject of a verb, its agent, or the source after "according to"."""
    tree = survey.tree
    first = tree.first_conjunct(head)
    if tree.roles[first] is Role.AGENT or tree.preposition(first) in ("according_to", "by"):
        return True
    return is_subject(tree, head) and labels.is_verb(tree.token(tree.heads[first]))


def _joined_force(survey: Survey, lemma: str, country: str | None, counted: bool) -> str | None:
    if counted or country is None:
        return None
    for institution, nouns in survey.gazetteer.people.joins.items():
        if lemma in nouns and lemma not in ("enemy", "fighter"):
            entry = survey.gazetteer.institution_actor(country, institution)
            return f"actor:{entry.id}" if entry else f"institution:{country}:{institution}"
    return None


def _without_determiner(survey: Survey, start: int, end: int) -> tuple[int, int]:
    while start + 1 < end and survey.tree.token(start).pos_ in ("DET", "PUNCT"):
        start += 1
    return start, end


def _evidence(survey: Survey, i: int) -> Candidate | None:
    """Footage, maps and reports that show or say something."""
    tree = survey.tree
    evidence = survey.gazetteer.people.evidence
    if tree.lemma(i) not in evidence["nouns"] or not labels.is_noun(tree.token(i)):
        return None
    verb = tree.heads[tree.first_conjunct(i)]
    says = is_subject(tree, i) and labels.is_verb(tree.token(verb)) and not clauses.is_passive(tree, verb) and tree.lemma(verb) in evidence["verbs"]
    if not says and tree.preposition(tree.first_conjunct(i)) != "according_to":
        return None
    start, end = tree.base_phrase(i)
    return Candidate(
        start, end, i, "nominal", "evidence", tree.span_text(*_without_determiner(survey, start, end)), "other",
        lemma=tree.lemma(i), plural=plural(tree, i), definite=is_definite(tree, i), modifiers=modifiers(tree, i),
    )  # fmt: skip


def _nationals(survey: Survey, i: int) -> Candidate | None:
    """ "Ukrainians", "displaced Palestinians", "the Israelis"."""
    tree = survey.tree
    hit = survey.at.get(i)
    if hit is None or hit.use != "people" or hit.end != i + 1 or not is_argument(tree, i):
        return None
    country = survey.code(hit)
    start, end = tree.base_phrase(i)
    words = modifiers(tree, i)
    counted = is_counted(tree, i)
    key = None if counted or is_definite(tree, i) else f"described:national:{' '.join(sorted(words))}:{hit.id}"
    return Candidate(
        start, end, i, "nominal", "nationals", tree.span_text(start, end), "population", key=key, country=country,
        lemma=tree.lemma(i), plural=True, definite=is_definite(tree, i), counted=counted, modifiers=words,
    )  # fmt: skip
