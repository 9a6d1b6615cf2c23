"""What kind of actor a noun for people describes."""

from typing import cast

from warextract.lexicon.place_nouns import load_place_nouns
from warextract.mentions.candidate import is_counted, plural
from warextract.mentions.survey import Survey
from warextract.syntax import labels
from warextract.syntax.labels import Role
from warextract.vocabulary import ActorKind

ADJECTIVAL = frozenset({"wounded", "dead", "injured", "missing", "displaced", "elderly", "killed"})
LOYAL = frozenset({"government", "army", "federal", "loyalist", "pro-government"})
_UNIONS = frozenset({"coalition", "alliance", "federation", "umbrella", "front", "collection", "union"})
_PARTS = frozenset({"unit", "division", "company"})  # of armies, and of plants and firms


def kind_of_people(survey: Survey, i: int) -> ActorKind | None:
    """Kind of the actor that a noun describes, or None when it names no people."""
    tree = survey.tree
    token = tree.token(i)
    people = survey.gazetteer.people
    if token.lower_ in ADJECTIVAL:
        nominal = tree.child(i, Role.DETERMINER) is not None or is_counted(tree, i)
        verbal = tree.child(i, Role.SUBJECT, Role.SUBJECT_PASSIVE, Role.AUXILIARY, Role.OBJECT) is not None
        return "population" if nominal and not verbal and tree.roles[i] is not Role.ADJECTIVE else None
    lemma = survey.noun(i)
    if not labels.is_noun(token) or lemma not in survey.gazetteer.kinds:
        return None
    if token.pos_ == "PROPN" and lemma in people.weak["nouns"] and not is_written_large(survey, i):
        return None
    if lemma in _PARTS and (own := kind_of_part(survey, i, lemma)) != "military":
        return own
    if lemma in ("source", "party"):
        return "other"
    if lemma in ("department", "municipality") and _is_province(survey, i):
        return None
    people_kind = survey.gazetteer.kinds[lemma]
    for c in tree.children(i, Role.COMPOUND, Role.ADJECTIVE):
        hit = survey.at.get(c)
        if c < i and hit is not None and hit.use == "name" and survey.gazetteer.actors[hit.id].kind == "igo":
            return "igo"
        for kind, words in people.compounds.items():
            if tree.lemma(c) == "armed" and people_kind in ("military", "government"):
                continue  # "armed officers"
            if tree.lemma(c) in LOYAL and lemma in people.joins["armed-forces"]:
                continue  # "government troops"
            if c < i and tree.lemma(c) in words:
                return cast("ActorKind", kind)
    if lemma in _UNIONS and (inner := _joined_groups(survey, i)) is not None:
        return inner
    if lemma in ("group", "movement") and plural(tree, i) and tree.child(i, Role.ADJECTIVE, Role.COMPOUND) is not None:
        return "other"  # "pressure groups", "conservative movements"
    return cast("ActorKind", people_kind)


def _joined_groups(survey: Survey, i: int) -> ActorKind | None:
    """ "a coalition of rebel groups", "an alliance of militias": of the kind of those who join in it."""
    tree = survey.tree
    inner = (c for c in tree.children(i, Role.NOMINAL_MODIFIER) if c > i and tree.preposition(c) == "of")
    kinds = {kind_of_people(survey, c) for c in inner} | {
        "armed_group"
        for c in tree.children(i, Role.NOMINAL_MODIFIER)
        if c > i and any(tree.lemma(m) in survey.gazetteer.people.compounds["armed_group"] for m in tree.children(c))
    }
    return "armed_group" if "armed_group" in kinds else None


def _is_province(survey: Survey, i: int) -> bool:
    """ "the southwestern department of Cauca", "the departments of Cauca and Nariño": land, no body."""
    tree = survey.tree
    directions = load_place_nouns().not_names.directions
    if any(tree.lemma(c) in directions for c in tree.children(i, Role.ADJECTIVE)):
        return True
    if tree.preposition(i) in ("in", "across", "throughout") and tree.token(i).text.islower():
        return True  # "in Benin's Alibori department"
    of = [c for c in tree.children(i, Role.NOMINAL_MODIFIER) if tree.preposition(c) == "of"]
    return any(labels.entity_type(tree.token(c).ent_type_) is labels.EntityType.LOCATION for c in of)


def kind_of_part(survey: Survey, i: int, lemma: str) -> ActorKind | None:
    """ "an oil exploration company" is a firm, "a processing unit" nothing; "a tank company" is of an army."""
    people = survey.gazetteer.people
    nouns = [survey.tree.lemma(c) for c in survey.tree.children(i, Role.COMPOUND) if c < i and c not in survey.at]
    armed = {
        *people.units["branches"],
        *people.compounds["military"],
        *people.compounds["government"],
        *people.kinds["military"],
    }
    if any(noun in armed for noun in nouns) or (not nouns and lemma != "company"):
        return "military"
    return "company" if lemma == "company" else None


def is_group(survey: Survey, lemma: str) -> bool:
    return any(lemma in nouns for nouns in survey.gazetteer.people.groups.values())


def is_written_large(survey: Survey, i: int) -> bool:
    """ "The Ministry has no confirmation", "Pakistan's Information Minister": a common noun with a capital."""
    tree = survey.tree
    alone = tree.base_phrase(i)[0] == i - 1 and tree.token(i - 1).lower_ == "the"
    alone = alone or any(survey.country_hit(c) is not None for c in tree.children(i, Role.POSSESSOR))
    after = tree.token(i + 1) if i + 1 < len(tree.tokens) else None
    return alone and (after is None or not after.text[0].isupper())
