"""Where an event is put on a map: one place, one point, and how near the point is."""

from dataclasses import dataclass
from typing import Literal

from warextract.exports.lookup import Lookup
from warextract.records import Event, Place
from warextract.vocabulary import PlaceKind, PlaceRole

Precision = Literal[1, 2, 3]
_OWN_PRECISION: dict[PlaceKind, Precision] = {"settlement": 1, "facility": 1, "area": 2, "region": 3, "country": 3}
_FINEST_FIRST: tuple[PlaceKind, ...] = ("settlement", "facility", "area", "region", "country")
_ROLES: tuple[PlaceRole, ...] = ("location", "destination", "origin")


@dataclass(frozen=True, slots=True)
class Location:
    """The place of an event.

    ``role`` is that of the place in the event, "target" when the event names it only as what was hit. ``point`` is
    the place whose coordinates stand for it: itself, another place told of the event, or one that contains it.
    ``precision`` is that of the point: 1 the town or site, 2 near it, 3 its region or country.
    """

    place: Place
    role: PlaceRole | Literal["target"]
    point: Place | None
    precision: Precision | None
    country: str | None
    admin1: str | None


def locate(event: Event, lookup: Lookup) -> Location | None:
    """The place of an event, or None when it names none.

    The first place where it happens; failing that the first it goes to, comes from, or hits.
    """
    role, candidates = _candidates(event, lookup)
    if not candidates:
        return None
    place = candidates[0]
    around = [place, *candidates[1:], *(outer for each in candidates for outer in lookup.containing(each))]
    point = _point(place, around)
    near = [place, *([point] if point else []), *lookup.containing(place)]
    return Location(
        place=place,
        role=role,
        point=point,
        precision=_precision(place, point),
        country=next((each.country for each in near if each.country), None),
        admin1=next((each.admin1 for each in near if each.admin1), None),
    )


def _candidates(event: Event, lookup: Lookup) -> tuple[PlaceRole | Literal["target"], list[Place]]:
    for role in _ROLES:
        ids = [each.place for each in event.places if each.role == role]
        if found := [lookup.places[id_] for id_ in ids if id_ in lookup.places]:
            return role, found
    targets = [each.place for each in event.participants if each.role == "target"]
    return "target", [lookup.places[id_] for id_ in targets if id_ in lookup.places]


def _point(place: Place, around: list[Place]) -> Place | None:
    known = [each for each in around if each.lat is not None and each.lon is not None]
    if place in known:
        return place
    return min(known, key=lambda each: _FINEST_FIRST.index(each.kind), default=None)


def _precision(place: Place, point: Place | None) -> Precision | None:
    if point is None:
        return None
    own = _OWN_PRECISION[point.kind]
    if point is place or (place.kind == "facility" and own == 1):  # a depot in a town is where the town is
        return own
    return 3 if own == 3 else 2
