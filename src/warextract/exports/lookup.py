"""What the ids of one record stand for, and how they are named outside it."""

from collections.abc import Iterable

from warextract.records import Actor, ArticleRecord, Claim, Participant, Place

UNNAMED = "(unnamed)"
_JOINT = "; "


class Lookup:
    """The entries of a record by their ids.

    An id outside its record is the article's id and its own: ``toretsk:e1``.
    """

    def __init__(self, record: ArticleRecord) -> None:
        self.record = record
        self.actors = {actor.id: actor for actor in record.actors}
        self.places = {place.id: place for place in record.places}
        self.weapons = {weapon.id: weapon for weapon in record.weapons}
        self.claims = {claim.id: claim for claim in record.claims}
        self.events = {event.id: event for event in record.events}

    def outer(self, inner: str) -> str:
        """An id of the record, unique among articles."""
        return f"{self.record.article.id}:{inner}"

    def source(self, claim: Claim) -> str:
        """Who says it: the actor's name, or the words for a source that is no actor, or ``(unnamed)``."""
        if claim.source in self.actors:
            return self.actors[claim.source].name
        return claim.source_span.text if claim.source_span else UNNAMED

    def participant(self, participant: Participant) -> str | None:
        """The name of an actor or a place that takes part in an event."""
        who = self.taking_part(participant)
        return who.name if who else None

    def taking_part(self, participant: Participant) -> Actor | Place | None:
        """The actor or the place that takes part in an event."""
        return self.actors.get(participant.actor or "") or self.places.get(participant.place or "")

    def weapon(self, id_: str) -> str | None:
        """A weapon's designation, or the words of its first mention."""
        weapon = self.weapons.get(id_)
        if weapon is None:
            return None
        return weapon.designation or (weapon.mentions[0].text if weapon.mentions else weapon.class_)

    def containing(self, place: Place) -> tuple[Place, ...]:
        """The places that contain a place, the nearest first."""
        found: list[Place] = []
        inner = place
        while inner.within in self.places and self.places[inner.within] not in (place, *found):
            inner = self.places[inner.within]
            found.append(inner)
        return tuple(found)


def joined(names: Iterable[str | None]) -> str | None:
    """Different names in one cell, each once and on one line; None when there is none.

    >>> joined(["Hezbollah", None, "Israel\\nDefense Forces", "Hezbollah"])
    'Hezbollah; Israel Defense Forces'
    """
    flat = (" ".join(name.split()) for name in names if name)
    return _JOINT.join(dict.fromkeys(flat)) or None


def aligned(values: Iterable[str]) -> str | None:
    """Values in one cell, all of them in their order; None when there is none.

    >>> aligned(["capture", "capture"])
    'capture; capture'
    """
    return _JOINT.join(values) or None
