"""The actors of an article: names, institutions, units, persons and described people, joined into entities."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from warextract.lexicon.actor_sources import cameo
from warextract.lexicon.gazetteer import ActorGazetteer
from warextract.mentions.actor_names import known_names
from warextract.mentions.allegiance import settle_countries
from warextract.mentions.candidate import Candidate
from warextract.mentions.cast import Cast, Draft
from warextract.mentions.coreference import Coreference
from warextract.mentions.described import described
from warextract.mentions.entities import ActorEntity, PlaceEntity
from warextract.mentions.evidence import evidence
from warextract.mentions.institutions import institutions
from warextract.mentions.leaders import joined_leaders, joined_titles
from warextract.mentions.organisations import explained_names, organisations
from warextract.mentions.persons import persons
from warextract.mentions.pronouns import Pronouns
from warextract.mentions.roles import affiliation_of, title_of
from warextract.mentions.survey import Survey
from warextract.mentions.units import units
from warextract.syntax.labels import Role
from warextract.syntax.tree import Tree

_POSSESSIVE = frozenset({"his", "her", "its", "their", "our", "my", "your", "whose"})


@dataclass(frozen=True, slots=True)
class ActorReading:
    """The actors of an article before their countries are settled, which its places help to tell."""

    survey: Survey
    cast: Cast

    def named(self) -> frozenset[int]:
        """Tokens of the names of actors, which are no places."""
        mentions = (m for draft in self.cast.drafts for m in draft.mentions if m.form == "name")
        return frozenset(i for m in mentions for i in range(m.start, m.end))

    def owners(self) -> dict[int, str]:
        """The country of each possessive pronoun that takes up a state ("its")."""
        pronouns = ((m.head, d) for d in self.cast.drafts for m in d.mentions if m.form == "pronoun")
        return {i: d.country for i, d in pronouns if d.kind == "state" and d.country is not None}

    def entities(self, places: tuple[PlaceEntity, ...] = ()) -> tuple[ActorEntity, ...]:
        """The actors in order of appearance, given the places found beside them. Call it once."""
        _settle(self.survey, self.cast, places)
        found = joined_leaders(tuple(_entity(draft, self.cast) for draft in self.cast.drafts))
        return joined_titles(self.survey.tree, found)


def find_actors(
    tree: Tree, gazetteer: ActorGazetteer, *, taken: frozenset[int] = frozenset()
) -> tuple[ActorEntity, ...]:
    """Every actor that does, suffers or says something, in order of appearance, with all its mentions.

    ``taken`` holds the tokens that are no part of the story (datelines, bylines). Pronouns are mentions of form
    "pronoun"; each token is the head of at most one mention.
    """
    return read_actors(tree, gazetteer, taken=taken).entities()


def read_actors(
    tree: Tree,
    gazetteer: ActorGazetteer,
    *,
    taken: frozenset[int] = frozenset(),
    agency: str = "",
    published: date | None = None,
) -> ActorReading:
    """As ``find_actors``, with countries still to be settled; ``agency`` is that of the dateline, ``published`` the
    day of the article.
    """
    survey = Survey(tree, gazetteer, taken, agency, published)
    cast = Cast()
    coreference = Coreference(survey, cast)
    pronouns = Pronouns(survey, cast)
    found = {c.head: c for c in _independent(tree, list(_candidates(survey)))}
    # A phrase is read after its possessor: "three of its soldiers".
    due = [(max(c.head, c.owner or 0), 1, c.head) for c in found.values()]
    due += [(t.i, 0, t.i) for t in tree.tokens if pronouns.is_pronoun(t.i) and t.i not in found and t.i not in taken]
    for _, _, head in sorted(due):
        if head in found:
            coreference.enter(found[head])
            continue
        antecedent = pronouns.antecedent(head)
        if antecedent is not None:
            cast.enter(_pronoun(tree, head), antecedent)
    return ActorReading(survey, cast)


def _candidates(survey: Survey) -> Iterator[Candidate]:
    """Candidates of all finders; a word that one has read is not read again by a later one."""
    names = list(known_names(survey))
    yield from names
    used = _words(names) | survey.settled
    for finder in (units, institutions, explained_names, persons, organisations, described, evidence):
        found = list(finder(survey, used))
        fresh = _apart(found)
        yield from fresh
        used |= _words(fresh)


def _words(candidates: Iterable[Candidate]) -> frozenset[int]:
    return frozenset(
        i for c in candidates for i in ((*range(c.start, c.end), c.head) if c.form == "name" else (c.head,))
    )


def _as_body(c: Candidate, description: Candidate | None) -> Candidate:
    """ "the power company Khersonoblenergo": one word that the recogniser took for a person."""
    if description is None or c.rule != "person" or " " in c.name:
        return c
    return replace(c, kind=description.kind, rule="organisation", weak=False)


def _is_title(tree: Tree, c: Candidate, names: dict[int, Candidate]) -> bool:
    """ "US Ambassador to the United Nations Nikki Haley": a description that runs into the name."""
    end = max(c.end, tree.noun_phrase(c.head)[1])
    if any(c.head < start < c.end for start in names):
        return True
    name = names.get(c.end) or names.get(end)
    if name is None:
        inside = [n for start, n in names.items() if c.end < start < end]
        name = inside[0] if len(inside) == 1 and tree.heads[inside[0].head] == c.head else None
    return name is not None and all(tree.token(i).text != "," for i in range(c.head, name.start))


def _apart(candidates: list[Candidate]) -> list[Candidate]:
    """The longest of candidates with one head."""
    by_head: dict[int, Candidate] = {}
    for c in candidates:
        other = by_head.get(c.head)
        if other is None or c.end - c.start > other.end - other.start:
            by_head[c.head] = c
    return list(by_head.values())


def _independent(tree: Tree, candidates: list[Candidate]) -> list[Candidate]:
    """Without countries and descriptions that only say whose another actor is ("Congo's president")."""
    heads = {c.head for c in candidates}
    names = {c.start: c for c in candidates if c.kind == "person" and c.form == "name"}
    bodies = {c.start: c.head for c in candidates if c.form == "name" and c.kind != "state"}
    inside = {i for c in candidates for i in range(c.start, c.end) if i != c.head}

    bounds = [(c.start, c.end) for c in candidates if c.institution is not None]

    def depends(c: Candidate) -> bool:
        if any(start <= c.start and c.end <= end and c.end - c.start < end - start for start, end in bounds):
            return c.form == "name"  # "Armed Forces of Ukraine" in "General Staff of the Armed Forces of Ukraine"
        of_another = tree.roles[c.head] is Role.POSSESSOR and tree.heads[c.head] in heads
        if c.rule == "described" and not c.plural:
            if c.kind == "person" and _is_title(tree, c, names):
                return True
            if c.kind != "person" and c.end in bodies and tree.heads[bodies[c.end]] in (c.head, tree.heads[c.head]):
                return True  # "missile maker Nordvik Defence"
        if c.kind == "state":
            return of_another or c.head in inside
        return of_another and c.form == "nominal" and c.rule in ("described", "nationals")

    described = {
        c.end: c for c in candidates if c.rule == "described" and c.kind in ("company", "armed_group", "media")
    }
    return [_as_body(c, described.get(c.start)) for c in candidates if not depends(c)]


def _pronoun(tree: Tree, i: int) -> Candidate:
    text = tree.token(i).text
    return Candidate(i, i + 1, i, "pronoun", "pronoun", text, "other")


def _settle(survey: Survey, cast: Cast, places: tuple[PlaceEntity, ...]) -> None:
    """Role, affiliation and country, once all actors are known."""
    for draft in cast.drafts:
        if draft.kind == "person":
            for mention in draft.mentions:
                if mention.form != "pronoun":
                    draft.role = draft.role or title_of(survey.tree, mention)
                    if draft.affiliation is None:
                        draft.affiliation = affiliation_of(survey.tree, mention, cast, draft)
    settle_countries(survey, cast, survey.scene.located(places, survey.published) if places else survey.scene)


def _full_name(draft: Draft, cast: Cast) -> str:
    """The name of a draft, without "its" and "their", with "his" told by whose it is: "lawyers of Kyle Rittenhouse"."""
    first, _, rest = draft.name.partition(" ")
    if draft.named or not rest or first.lower() not in _POSSESSIVE:
        return draft.name
    owner = cast.at.get(draft.owner) if draft.owner is not None else None
    if owner is None or owner is draft or not owner.named or owner.kind != "person":
        return rest
    return f"{rest} of {owner.entry.name if owner.entry is not None else owner.name}"


def _entity(draft: Draft, cast: Cast) -> ActorEntity:
    entry = draft.entry
    owner = cast.at.get(draft.affiliation) if draft.affiliation is not None else None
    part_of = cast.get(f"actor:{entry.part_of}") if entry and entry.part_of else None
    affiliation = owner or (cast.get(f"actor:{entry.affiliation}") if entry and entry.affiliation else None)
    return ActorEntity(
        key=draft.key,
        name=entry.name if entry is not None else _full_name(draft, cast),
        kind=entry.kind if entry is not None else draft.kind,
        country=draft.country,
        mentions=tuple(sorted(draft.mentions, key=lambda m: (m.start, m.end))),
        role=draft.role,
        affiliation=affiliation.key if affiliation is not None and affiliation is not draft else None,
        part_of=part_of.key if part_of is not None else None,
        wikidata=entry.wikidata if entry else None,
        cameo=draft.cameo or cameo(draft.kind, draft.country),
    )
