"""In which country a building lies that an army strikes and no word locates: in that of the army it fights."""

from collections.abc import Sequence
from dataclasses import replace

from warextract.lexicon.place_nouns import load_place_nouns
from warextract.mentions.entities import ActorEntity, PlaceEntity
from warextract.syntax import clauses, labels
from warextract.syntax.tree import Tree


def settle_struck(
    tree: Tree, places: Sequence[PlaceEntity], actors: Sequence[ActorEntity], attack: frozenset[str]
) -> tuple[PlaceEntity, ...]:
    """The places, those located that lay in no country: "the air force struck two airfields", where the armies of
    two countries are spoken of. ``attack`` are the lemmas of verbs by which one side strikes the other.
    """
    armies = {actor.country for actor in actors if actor.kind == "military" and actor.country is not None}
    if len(armies) != 2:
        return tuple(places)
    soldiers = {m.head: actor.country for actor in actors if actor.kind == "military" for m in actor.mentions}
    out = []
    for place in places:
        striker = _striker(tree, place, soldiers, attack)
        enemies = armies - {striker} if striker in armies else set()
        out.append(replace(place, country=enemies.pop()) if enemies else place)
    return tuple(out)


def _striker(tree: Tree, place: PlaceEntity, soldiers: dict[int, str | None], attack: frozenset[str]) -> str | None:
    """The country whose soldiers strike a building that lies nowhere and does not move."""
    first = place.mentions[0]
    if place.kind != "facility" or place.country is not None or first.rule != "site":
        return None
    moving = load_place_nouns().moving
    if tree.lemma(first.head) in moving.facility | moving.civil_only | moving.at_sea:
        return None
    head = tree.first_conjunct(first.head)
    verb = tree.heads[head]
    if not labels.is_verb(tree.token(verb)) or tree.lemma(verb) not in attack:
        return None
    if head in clauses.surface_subject(tree, verb).heads:
        heads = clauses.agents(tree, verb) if clauses.is_passive(tree, verb) else ()
    else:
        heads = clauses.surface_subject(tree, verb).heads
    return next((country for i in heads if (country := soldiers.get(i)) is not None), None)
