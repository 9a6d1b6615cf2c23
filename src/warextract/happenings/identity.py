"""What an actor or a place is called in all articles: keys that are the same wherever it is met."""

from collections.abc import Iterable, Iterator, Mapping

from warextract.lexicon.place_names import fold
from warextract.lexicon.place_nouns import load_place_nouns
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
    populations, outlets and the like, nor for groups without a name ("insurgents"), which say nothing of sides.
    """
    if actor.kind in _KINDS_OF_A_STATE and actor.country:
        return frozenset({actor.country})
    if actor.kind == "armed_group" and any(word[:1].isupper() for word in actor.name.split()[1:] or [actor.name]):
        return frozenset({actor_key(actor)})
    return frozenset()


def name_keys(person: Actor) -> frozenset[str]:
    """All keys of a person who is called by a name of two words or more, and not "the mayor"; the country is only
    guessed of most.
    """
    parts = person.name.split()
    named = len(parts) > 1 and all(part[:1].isupper() for part in (parts[0], parts[-1]))
    return frozenset({person.wikidata or fold(person.name), fold(person.name)} if named else ())


def place_key(place: Place) -> str:
    """GeoNames id, else name and country."""
    return f"g{place.geonames}" if place.geonames else region_key(place.name, place.country)


def place_keys(place: Place) -> frozenset[str]:
    """All keys by which a place is known: another article may have its name only, or call it a district. The country of
    a place without coordinates is only guessed, so that two of one name are held for one.
    """
    guessed = set() if is_located(place) else {region_key(place.name, None)}
    return frozenset({place_key(place), region_key(place.name, place.country), *guessed})


def is_located(place: Place) -> bool:
    """Whether a place stands in the place table, so that its country is known."""
    return place.lat is not None


def region_key(name: str, country: str | None) -> str:
    """The key of a region by name, however it is called.

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


def site_nouns(place: Place) -> frozenset[str]:
    """What kind of facility a place is, by the nouns of its name.

    "Monastery schools in Tabayin" are a monastery and a school: one article may call them this and another that.
    """
    if place.kind != "facility":
        return frozenset()
    words = _until_preposition(place.name.split())
    nouns = [_singular(fold(word)) for word in words]
    facilities = load_place_nouns().fixed.facility
    last = [nouns[-1]] if words and (words[-1].islower() or nouns[-1] in facilities) else []
    return frozenset([*(noun for noun in nouns[:-1] if noun in facilities), *last])


def _singular(noun: str) -> str:
    """One of many.

    >>> [_singular(noun) for noun in ("monasteries", "markets", "pass")]
    ['monastery', 'market', 'pass']
    """
    if noun.endswith("ies") and len(noun) > 4:
        return f"{noun[:-3]}y"
    return noun if noun.endswith("ss") else noun.removesuffix("s")


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


def has_own_name(place: Place) -> bool:
    """Whether a place is a facility with a name of its own: "Al-Shifa Hospital", but not "market in Kutum"."""
    own = place.name.split(" in ")[0].split(" of ")[0].split(" near ")[0]
    return place.kind == "facility" and any(word[:1].isupper() for word in own.split()[:-1])
