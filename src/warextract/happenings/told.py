"""What one article tells of a happening, in keys that can be compared with another article's."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from warextract.happenings.identity import actor_key, around, place_key, region_key, sides, site_noun
from warextract.happenings.settings import Joining
from warextract.records import Actor, ArticleRecord, Event, NumberRange, Place

Mood = Literal["done", "planned", "possible"]
_MOODS: dict[str, Mood] = {"planned": "planned", "hypothetical": "possible"}
_LONG = 31  # days; a longer time is a period, of which many happenings are told


@dataclass(frozen=True, slots=True)
class Window:
    """The days, as ordinals, on which it may have happened, both included.

    ``sure`` says how: on a day or days that are told, in a longer period, or "open" where no time is told.
    """

    first: int
    last: int
    sure: Literal["days", "period", "open"]

    @property
    def length(self) -> int:
        return self.last - self.first


@dataclass(frozen=True, slots=True)
class Spot:
    """Where an event happened: keys of settlements and sites, of regions, of countries; most exact first."""

    spots: frozenset[str] = frozenset()
    regions: frozenset[str] = frozenset()
    countries: frozenset[str] = frozenset()
    points: tuple[tuple[float, float], ...] = ()


@dataclass(frozen=True, slots=True)
class Told:
    """A deed with its consequences, as one article tells them. ``events`` begins with the deed."""

    record: ArticleRecord
    events: tuple[Event, ...]
    counted: bool
    mood: Mood
    where: Spot
    context: frozenset[str]
    window: Window | None
    agents: frozenset[str]
    targets: frozenset[str]
    sites: frozenset[str]
    weapons: frozenset[str]
    killed: NumberRange | None

    @property
    def type(self) -> str:
        return self.events[0].type

    @property
    def order(self) -> tuple[str, str, str, int, str]:
        """Day of publication, id and text of the article, place in the article."""
        article, event = self.record.article, self.events[0]
        return article.published or "9999", article.id, article.sha256, event.trigger.start, event.id


def tellings_of(record: ArticleRecord, settings: Joining, *, counted: bool) -> Iterator[Told]:
    """The tellings of a record, in text order of their deeds."""
    actors = {actor.id: actor for actor in record.actors}
    places = {place.id: place for place in record.places}
    context = frozenset(place_key(p) for p in record.places if p.kind == "settlement")
    for events in _deeds(record.events, settings):
        where = _spot([spot for event in events for spot in _places_of(event, places)], places)
        acting = [actors[p.actor] for e in events for p in e.participants if p.role == "agent" and p.actor in actors]
        suffering = [actors[p.actor] for e in events for p in e.participants if p.role != "agent" and p.actor in actors]
        mood: Mood = min((_MOODS.get(e.status, "done") for e in events), key=("done", "planned", "possible").index)
        yield Told(
            record=record,
            events=events,
            counted=counted,
            mood=mood,
            where=where,
            context=context,
            window=_window(record, events[0], mood, settings),
            agents=sides(acting),
            targets=sides(suffering) | frozenset(actor_key(a) for a in suffering if a.kind in ("person", "company")),
            sites=frozenset(_sites(events, places, settings)),
            weapons=frozenset(w.class_.split(".")[0] for w in record.weapons for e in events if w.id in e.weapons),
            killed=next((e.casualties.killed for e in events if e.casualties and e.casualties.killed), None),
        )


def _deeds(events: Iterable[Event], settings: Joining) -> Iterator[tuple[Event, ...]]:
    """Deeds with what came of them: the casualties of one sentence, or the same toll told again."""
    all_events = tuple(events)
    deeds = [e for e in all_events if e.type in settings.deeds and e.type not in settings.consequences]
    belongs: dict[str, str] = {}
    for event in all_events:
        if event.type in settings.consequences:
            deed = _deed_of(event, deeds)
            if deed is not None:
                belongs[event.id] = deed.id
    for event in all_events:
        if event.id not in belongs:
            yield event, *(e for e in all_events if belongs.get(e.id) == event.id)


def _deed_of(event: Event, deeds: Iterable[Event]) -> Event | None:
    """The deed nearest before or around a consequence, of its sentence or with its toll."""
    fitting = [
        deed
        for deed in deeds
        if deed.sentence.start == event.sentence.start
        or (event.casualties is not None and event.casualties == deed.casualties and _some(event))
    ]
    return min(fitting, key=lambda deed: abs(deed.trigger.start - event.trigger.start), default=None)


def _some(event: Event) -> bool:
    killed = event.casualties.killed if event.casualties else None
    return killed is not None and killed.max > 0


def _places_of(event: Event, places: dict[str, Place]) -> Iterator[Place]:
    """Where it happened: what was left is where a withdrawal happened, elsewhere only where something came from."""
    for place in event.places:
        if place.place in places and (place.role != "origin" or event.type == "withdrawal"):
            yield places[place.place]
    for participant in event.participants:
        if participant.role == "target" and participant.place in places:
            yield places[participant.place or ""]


def _spot(named: list[Place], places: dict[str, Place]) -> Spot:
    spots: set[str] = set()
    regions: set[str] = set()
    countries: set[str] = set()
    points: list[tuple[float, float]] = []
    for place in named:
        chain = tuple(around(place, places))
        exact = any(p.kind == "settlement" for p in chain)
        for p in chain:
            if p.kind in ("settlement", "facility") or (p.kind == "area" and exact):
                spots.add(place_key(p))
                if p.kind == "settlement" and p.lat is not None and p.lon is not None:
                    points.append((p.lat, p.lon))
            elif p.kind in ("region", "area"):
                regions.add(region_key(p.name, p.country))
            if p.admin1:
                regions.add(region_key(p.admin1, p.country))
            if p.country:
                countries.add(p.country)
    return Spot(frozenset(spots), frozenset(regions), frozenset(countries), tuple(sorted(set(points))))


def _sites(events: tuple[Event, ...], places: dict[str, Place], settings: Joining) -> Iterator[str]:
    for event in events:
        for place in _places_of(event, places):
            noun = site_noun(place)
            if noun and noun not in settings.vague_sites:
                yield noun.removesuffix("s")


def _window(record: ArticleRecord, event: Event, mood: Mood, settings: Joining) -> Window | None:
    published = date.fromisoformat(record.article.published).toordinal() if record.article.published else None
    time = event.time
    if time is not None:
        late = settings.limits["announced"] if time.span is None and time.precision == "day" else 0
        first, last = time.start.toordinal() - late, time.end.toordinal()
        exact = last - first <= settings.limits["short"]
        return Window(first, last, "days" if exact else "period")
    if published is None:
        return None
    if mood != "done":
        return Window(published - settings.limits["undated"], published + settings.limits["ahead"], "open")
    back = settings.limits["undated_once" if event.type in settings.once else "undated"]
    return Window(published - back, published, "open")


def is_long(window: Window) -> bool:
    """Whether a window is a period in which many happenings are told: a season, a year."""
    return window.length > _LONG


def actors_of(told: Told) -> dict[str, Actor]:
    """The actors of a telling's record by id."""
    return {actor.id: actor for actor in told.record.actors}
