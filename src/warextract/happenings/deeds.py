"""One article's events put together: a deed and what came of it are one happening."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from warextract.happenings.identity import around, has_own_name, sides
from warextract.happenings.sentences import is_apart, set_in
from warextract.happenings.settings import Joining
from warextract.records import ArticleRecord, Event

_NOT_DONE = frozenset({"planned", "hypothetical"})
_SEVERAL = 3  # dead
_PERIOD = 31  # days; what is told of so many is a sum


def deeds_of(record: ArticleRecord, settings: Joining) -> Iterator[tuple[Event, ...]]:
    """The record's events, those of one happening together: the deed first, then its consequences in text order.

    Together belong: events told by the same words; the casualties and damage of a deed of the same sentence, or with
    its toll; and what goes on, without a place or at the same place, in the sentences right after ("Forty were hurt").
    """
    events = record.events
    group: dict[str, str] = {event.id: event.id for event in events}
    link = _Links(record, settings)

    def root(name: str) -> str:
        while group[name] != name:
            name = group[name]
        return name

    for i, event in enumerate(events):
        found = link.same(event, events[:i])
        if found is None and event.type in settings.consequences:
            found = link.deed(event)
            if found is None and (before := link.going_on(event, events[:i])):
                together = [e for e in events[:i] if root(e.id) == root(before.id)]
                found = None if any(_other_day(e, event) for e in together) else before
        if found is not None:
            a, b = sorted((root(found.id), root(event.id)), key=lambda name: (len(name), name))
            group[b] = a
    members: dict[str, list[Event]] = {}
    for event in events:
        members.setdefault(root(event.id), []).append(event)
    for together in members.values():
        deed = min(together, key=lambda e: (e.type in settings.consequences, together.index(e)))
        yield deed, *(e for e in together if e is not deed)


@dataclass(frozen=True, slots=True)
class _Links:
    """To which event of its record an event belongs."""

    record: ArticleRecord
    settings: Joining

    def same(self, event: Event, before: Sequence[Event]) -> Event | None:
        """The event told by the same words."""
        return next((e for e in before if _same_words(e, event) and self.settings.near(e.type, event.type)), None)

    def deed(self, event: Event) -> Event | None:
        """The deed of a consequence: the nearest of its sentence, else the nearest with its toll."""
        deeds = [e for e in self.record.events if e.type in self.settings.deeds and self._may_be(e, event)]
        sentence = event.sentence
        here = [e for e in deeds if sentence.start <= e.trigger.start < sentence.end and not self._elsewhere(e, event)]
        there = [e for e in deeds if not self._moved(e, event)]
        meant = [e for e in there if any(sentence.start <= s.start < sentence.end for s in e.also)]
        large = _one_toll(event, event, self.settings.limits["large_toll"])
        alike = [e for e in (deeds if large else there) if _one_toll(e, event, _SEVERAL) and not _other_day(e, event)]
        alike = [] if is_apart(event) else alike
        return min(here or meant or alike, key=lambda e: abs(e.trigger.start - event.trigger.start), default=None)

    def going_on(self, event: Event, before: Sequence[Event]) -> Event | None:
        """The deed or consequence told last, where a consequence goes on with it."""
        if is_apart(event):
            return None
        for other in reversed(before):
            if event.sentence.start - other.sentence.end > self.settings.limits["going_on"]:
                return None
            if other.type not in self.settings.deeds | self.settings.consequences or not self._may_be(other, event):
                continue
            if (other.status in _NOT_DONE) != (event.status in _NOT_DONE):
                continue
            apart = self._moved(other, event) or _other_day(other, event) or _other_toll(other, event)
            return None if apart else other
        return None

    def _may_be(self, other: Event, event: Event) -> bool:
        """Whether types and doers allow both to be of one happening."""
        if other is event or not self.settings.near(other.type, event.type):
            return False
        a, b = self._sides(other), self._sides(event)
        return not a or not b or bool(a & b)

    def _sides(self, event: Event) -> frozenset[str]:
        """On whose side those are who do it."""
        actors = {actor.id: actor for actor in self.record.actors}
        return sides(actors[p.actor] for p in event.participants if p.role == "agent" and p.actor in actors)

    def _moved(self, other: Event, event: Event) -> bool:
        """Whether an event is told of another place than the one before it."""
        towns, before = self._towns(event), self._towns(other)
        if towns and towns != before:
            return True
        places = {place.id: place for place in self.record.places}
        outer = {p.id for name in before for p in around(places[name], places)}
        scenes = [{p.id for p in around(place, places)} for place in set_in(self.record, event)]
        return bool(before and scenes) and not any(scene & before or scene <= outer for scene in scenes)

    def _elsewhere(self, other: Event, event: Event) -> bool:
        """Whether both have a place of their own, and neither is in the other."""
        places = {place.id: place for place in self.record.places}
        a, b = ({p.id for name in self._towns(e) for p in around(places[name], places)} for e in (other, event))
        return bool(a and b and not a & b)

    def _towns(self, event: Event) -> frozenset[str]:
        """Where it happened; of damage the very site, if it has a name."""
        named = {p.place for p in event.places} | {p.place for p in event.participants if p.place}
        kinds = ("settlement", "area", "region")
        return frozenset(
            p.id
            for p in self.record.places
            if p.id in named and (p.kind in kinds or (event.type == "damage" and has_own_name(p)))
        )


def _same_words(a: Event, b: Event) -> bool:
    return a.trigger.start < b.trigger.end and b.trigger.start < a.trigger.end


def _other_day(a: Event, b: Event) -> bool:
    """Whether two are told of days apart, or one of a day and the other of a season."""
    if a.time is None or b.time is None:
        return False
    lengths = [(time.end - time.start).days for time in (a.time, b.time)]
    apart = a.time.end < b.time.start or b.time.end < a.time.start
    return apart or (max(lengths) >= _PERIOD and min(lengths) < _PERIOD)


def _other_toll(a: Event, b: Event) -> bool:
    """Two numbers of dead are of two deeds, unless nobody is."""
    killed_a, killed_b = _killed(a), _killed(b)
    return bool(killed_a and killed_b and killed_a != killed_b)


def _one_toll(a: Event, b: Event, least: int) -> bool:
    """Whether two have one toll of so many dead that it is hardly told of others too."""
    killed = _killed(a)
    return a.casualties == b.casualties and killed is not None and killed[1] >= least


def _killed(event: Event) -> tuple[int, int] | None:
    killed = event.casualties.killed if event.casualties else None
    return (killed.min, killed.max) if killed and killed.max else None
