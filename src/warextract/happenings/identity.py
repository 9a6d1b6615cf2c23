"""What an actor or a place is called in all articles: keys that are the same wherever it is met."""

from collections.abc import Iterable, Iterator, Mapping

from warextract.lexicon.place_names import fold
from warextract.records import Actor, Place

_KINDS_OF_A_STATE = frozenset({"state", "government", "military", "person"})
_OF_REGIONS = frozenset(
    {"oblast", "region", "province", "governorate", "state", "district", "department", "prefecture"}
)


def actor_key(actor: Actor) -> str:
    """Wikidata id, else name and country.

    >>> from warextract.records import Actor
    >>> actor_key(Actor(id="a1", name="M23", kind="armed_group", country="COD", rule="", mentions=()))
    'm23|COD'
    """
    return actor.wikidata or f"{fold(actor.name)}|{actor.country or ''}"


def side_keys(actor: Actor) -> frozenset[str]:
    """On whose side an actor acts: a state with all its bodies and people is one side, an armed group its own; none for
    populations, outlets and the like, which say nothing of sides.
    """
    if actor.kind in _KINDS_OF_A_STATE and actor.country:
        return frozenset({actor.country})
    if actor.kind == "armed_group":
        return frozenset({actor_key(actor)})
    return frozenset()


def place_key(place: Place) -> str:
    """GeoNames id, else name and country."""
    return f"g{place.geonames}" if place.geonames else f"{_plain(place.name)}|{place.country or ''}"


def region_key(name: str, country: str | None) -> str:
    """The key of a first-level region, however it is called.

    >>> region_key("Kharkiv Oblast", "UKR") == region_key("Kharkiv region", "UKR")
    True
    """
    return f"{_plain(name)}|{country or ''}"


def around(place: Place, places: Mapping[str, Place]) -> Iterator[Place]:
    """A place and those that contain it, from the inside out; ``places`` are those of its record by id."""
    seen: set[str] = set()
    current: Place | None = place
    while current is not None and current.id not in seen:
        seen.add(current.id)
        yield current
        current = places.get(current.within or "")


def site_noun(place: Place) -> str | None:
    """What kind of facility a place is, by the noun of its name: "crowded market in Darfur" is a market."""
    if place.kind != "facility":
        return None
    words = _until_preposition(place.name.split())
    return fold(words[-1]) if words else None


def _until_preposition(words: list[str]) -> list[str]:
    for i, word in enumerate(words):
        if i and word.lower() in ("in", "of", "near", "at", "on", "outside", "for", "north", "south", "east", "west"):
            return words[:i]
    return words


def _plain(name: str) -> str:
    words = fold(name).split()
    kept = [word for word in words if word not in _OF_REGIONS]
    return " ".join(kept or words)


def sides(actors: Iterable[Actor]) -> frozenset[str]:
    """The sides of several actors together."""
    return frozenset(key for actor in actors for key in side_keys(actor))
