"""One article's events put together: a deed and what came of it are one happening."""

from collections.abc import Callable, Iterator, Sequence

from warextract.happenings.identity import sides as sides_of
from warextract.happenings.settings import Joining
from warextract.records import ArticleRecord, Event

_NOT_DONE = frozenset({"planned", "hypothetical"})


def deeds_of(record: ArticleRecord, settings: Joining) -> Iterator[tuple[Event, ...]]:
    """The record's events, those of one happening together: the deed first, then its consequences in text order.

    Together belong: events told by the same words; the casualties and damage of a deed of the same sentence, or with
    its toll; and what goes on, without a place or at the same place, in the sentences right after ("Forty were hurt").
    """
    events = record.events
    towns = {event.id: _towns(record, event) for event in events}
    group: dict[str, str] = {event.id: event.id for event in events}

    sides = _sides(record)

    def by_others(a: Event, b: Event) -> bool:
        return bool(sides[a.id] and sides[b.id] and not sides[a.id] & sides[b.id])

    def root(name: str) -> str:
        while group[name] != name:
            name = group[name]
        return name

    for i, event in enumerate(events):
        before = events[:i]
        found = next((e for e in before if _same_words(e, event) and settings.near(e.type, event.type)), None)
        if found is None and event.type in settings.consequences:
            found = _of_deed(event, events, settings, by_others) or _going_on(event, before, towns, settings)
        if found is not None:
            a, b = sorted((root(found.id), root(event.id)), key=lambda name: (len(name), name))
            group[b] = a
    members: dict[str, list[Event]] = {}
    for event in events:
        members.setdefault(root(event.id), []).append(event)
    for together in members.values():
        deed = min(together, key=lambda e: (e.type in settings.consequences, together.index(e)))
        yield deed, *(e for e in together if e is not deed)


def _same_words(a: Event, b: Event) -> bool:
    return a.trigger.start < b.trigger.end and b.trigger.start < a.trigger.end


def _of_deed(
    event: Event, events: Sequence[Event], settings: Joining, by_others: Callable[[Event, Event], bool]
) -> Event | None:
    """The deed of a consequence: the nearest of its sentence, else the nearest with its toll."""
    deeds = [
        e
        for e in events
        if e.type in settings.deeds and e is not event and settings.near(e.type, event.type) and not by_others(e, event)
    ]
    sentence = event.sentence
    here = [e for e in deeds if any(sentence.start <= s.start < sentence.end for s in (e.trigger, *e.also))]
    alike = [e for e in deeds if _several(event) and e.casualties == event.casualties and not _other_day(e, event)]
    return min(here or alike, key=lambda e: abs(e.trigger.start - event.trigger.start), default=None)


def _going_on(
    event: Event, before: Sequence[Event], towns: dict[str, frozenset[str]], settings: Joining
) -> Event | None:
    """The deed or consequence told last, where a consequence goes on with it."""
    for other in reversed(before):
        if event.sentence.start - other.sentence.end > settings.limits["going_on"]:
            return None
        if other.type not in settings.deeds | settings.consequences or not settings.near(other.type, event.type):
            continue
        if (other.status in _NOT_DONE) != (event.status in _NOT_DONE):
            continue
        moved = towns[event.id] and towns[event.id] != towns[other.id]
        return None if moved or _other_day(other, event) or _other_toll(other, event) else other
    return None


def _other_day(a: Event, b: Event) -> bool:
    return bool(a.time and b.time and (a.time.end < b.time.start or b.time.end < a.time.start))


def _other_toll(a: Event, b: Event) -> bool:
    """Two numbers of dead are of two deeds, unless nobody is."""
    killed_a, killed_b = _killed(a), _killed(b)
    return bool(killed_a and killed_b and killed_a != killed_b)


def _several(event: Event) -> bool:
    killed = _killed(event)
    return killed is not None and killed[1] > 1


def _killed(event: Event) -> tuple[int, int] | None:
    killed = event.casualties.killed if event.casualties else None
    return (killed.min, killed.max) if killed and killed.max else None


def _sides(record: ArticleRecord) -> dict[str, frozenset[str]]:
    """On whose side those are who do it, for each event."""
    actors = {actor.id: actor for actor in record.actors}
    return {
        event.id: sides_of(actors[p.actor] for p in event.participants if p.role == "agent" and p.actor in actors)
        for event in record.events
    }


def _towns(record: ArticleRecord, event: Event) -> frozenset[str]:
    named = {p.place for p in event.places} | {p.place for p in event.participants if p.place}
    return frozenset(p.id for p in record.places if p.id in named and p.kind in ("settlement", "area", "region"))
