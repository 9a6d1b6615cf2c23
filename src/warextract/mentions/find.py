"""All entities of an article: places, actors and weapons, found in an order that lets one yield to another."""

from warextract.mentions.entities import ActorEntity, Entities, Mention, PlaceEntity
from warextract.syntax import labels
from warextract.syntax.tree import Tree


def find_entities(tree: Tree) -> Entities:
    """Stand-in of the first hours: names by the recogniser alone."""
    actors: dict[str, list[Mention]] = {}
    places: dict[str, list[Mention]] = {}
    for ent in tree.doc.ents:
        kind = labels.entity_type(ent.label_)
        mention = Mention(ent.start, ent.end, ent.root.i, "name", "model")
        (places if kind is labels.EntityType.LOCATION else actors).setdefault(ent.text, []).append(mention)
    return Entities.of(
        tuple(ActorEntity(k, k, "other", None, tuple(m)) for k, m in actors.items()),
        tuple(PlaceEntity(k, k, "settlement", None, tuple(m)) for k, m in places.items()),
        (),
    )
