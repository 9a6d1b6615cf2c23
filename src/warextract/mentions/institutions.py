"""Mentions of bodies that every state has: "Russia's Defence Ministry", "the Syrian army", "Armed Forces of Mali"."""

from collections.abc import Iterator

from warextract.lexicon.actor_sources import cameo
from warextract.lexicon.entries import Institution
from warextract.lexicon.name_index import Hit
from warextract.mentions.candidate import (
    Candidate,
    is_argument,
    is_counted,
    is_definite,
    is_subject,
    plural,
    possessor,
    without_article,
)
from warextract.mentions.survey import Survey
from warextract.mentions.usage import head_of
from warextract.syntax.labels import Role

_MODIFIER = (Role.COMPOUND, Role.ADJECTIVE, Role.MODIFIER_BARE, Role.FLAT)
_LOCAL = frozenset({"city", "municipal", "regional", "local", "provincial", "state", "district", "military", "village"})
_PLACES = ("LOC", "GPE")
_POPULATION = "people"
_THE_ONLY = frozenset({"armed-forces", "government"})


def institutions(survey: Survey, used: frozenset[int]) -> Iterator[Candidate]:
    """Institutions whose head no longer name has taken."""
    for hit in survey.forms:
        institution = survey.gazetteer.institutions[hit.id]
        found = _institution(survey, hit, institution, used)
        if found is not None:
            yield found


def _institution(survey: Survey, hit: Hit, institution: Institution, used: frozenset[int]) -> Candidate | None:
    tree = survey.tree
    head = head_of(tree, hit.start, hit.end)
    if hit.start in survey.taken or any(i in used for i in range(hit.start, max(head, hit.start) + 1)):
        return None
    if tree.roles[head] in _MODIFIER and tree.heads[head] >= hit.end:
        return None  # "army base", "government buildings"
    if not is_argument(tree, head) or (institution.subject_only and not is_subject(tree, head)):
        return None
    start = tree.base_phrase(head)[0]
    before = survey.modifying(start, head) or survey.modifying(min(start, hit.start), hit.start)
    country_hit = before or survey.following(head)
    if institution.id == _POPULATION and country_hit is None:
        return None
    if country_hit is None and institution.id in _THE_ONLY and tree.token(start).lower_ in ("a", "an"):
        return None  # "an army of strike-breakers", "a parallel government"
    if country_hit is None and _is_local_body(survey, institution, head, hit.start):
        return None
    end = _end(hit, head, None if before else country_hit)
    country = survey.code(country_hit) if country_hit is not None else _of_leader(survey, head)
    given = survey.gazetteer.country(country_hit.id) if country_hit is not None else None
    named = given is not None
    name = institution.named(given or survey.gazetteer.country(country))
    entry = survey.gazetteer.institution_actor(country, institution.id) if country else None
    key = None
    if entry is not None:
        key = f"actor:{entry.id}"
    elif country_hit is not None or country is not None:
        key = f"institution:{country_hit.id if country_hit is not None else country}:{institution.id}"
    return Candidate(
        without_article(tree, start, end) if named else start, end, head, "name" if named else "nominal",
        f"institution:{institution.id}", entry.name if entry else name,
        entry.kind if entry else institution.kind, key=key, country=country, entry=entry,
        lemma=tree.lemma(head), cameo=cameo(institution.kind, country, institution.cameo), plural=plural(tree, head),
        definite=is_definite(tree, head), counted=is_counted(tree, head), local=True, institution=institution.id,
        owner=None if named else possessor(tree, head),
    )  # fmt: skip


def _of_leader(survey: Survey, head: int) -> str | None:
    """The country in "the government of Abdrabbuh Mansur Hadi": that of the leader."""
    tree = survey.tree
    for c in tree.children(head, Role.NOMINAL_MODIFIER):
        hit = survey.at.get(c)
        if hit is not None and tree.preposition(c) == "of" and hit.use == "name":
            actor = survey.gazetteer.actors[hit.id]
            return actor.country if actor.kind == "person" else None
    return None


def _is_local_body(survey: Survey, institution: Institution, head: int, before: int) -> bool:
    """ "the city military administration", "Free Army": no institution of the state."""
    tree = survey.tree
    own = [c for c in tree.children(head, Role.COMPOUND, Role.ADJECTIVE) if c < before]
    if institution.id == "government" and any(tree.lemma(c) in _LOCAL for c in own):
        return True
    return any(tree.token(c).pos_ == "PROPN" and tree.token(c).ent_type_ not in _PLACES for c in own)


def _end(hit: Hit, head: int, following: Hit | None) -> int:
    if following is not None and following.start >= hit.end:
        return following.end
    return max(hit.end, head + 1)
