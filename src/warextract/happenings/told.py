"""What one article tells of a happening, in keys that can be compared with another article's."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from warextract.happenings.deeds import deeds_of
from warextract.happenings.identity import (
    actor_key,
    around,
    has_own_name,
    is_located,
    name_keys,
    place_keys,
    region_key,
    sides,
    site_nouns,
)
from warextract.happenings.sentences import is_apart, is_general, set_in
from warextract.happenings.settings import Joining
from warextract.records import ArticleRecord, Event, NumberRange, Place, Time
from warextract.vocabulary import Stance

Mood = Literal["done", "planned", "possible"]
_MOODS: dict[str, Mood] = {"planned": "planned", "hypothetical": "possible"}
Sureness = Literal["told", "taken", "period", "open"]
_SURE: tuple[Sureness, ...] = ("told", "taken", "period", "open")
_CLOCK = re.compile(
    r"(?:(?:at|around|about|by|before|after|shortly|just|from) )*"
    r"\d{1,2}(?:[:.]\d\d)?(?: ?[ap]\.?m\.?)?(?: (?:local time|GMT|[A-Z]{2,4}))?(?: \([^)]*\))?",
    re.IGNORECASE,
)  # a time of day, whose day is taken from what is told around it
_RANK: tuple[Mood, ...] = ("done", "planned", "possible")
_YEAR = 365
_LONG = 31  # days; a longer time is a period, of which many happenings are told


@dataclass(frozen=True, slots=True)
class Window:
    """The days, as ordinals, on which it may have happened, both included.

    ``sure`` says how they are known: from words of its own, from what was told around it, from a longer period, or not
    at all ("open").
    """

    first: int
    last: int
    sure: Sureness

    @property
    def doubt(self) -> int:
        """How unsure it is: 0 told, 1 taken over, 2 a period, 3 open."""
        return _SURE.index(self.sure)

    @property
    def length(self) -> int:
        return self.last - self.first


@dataclass(frozen=True, slots=True)
class Spot:
    """Where an event happened. ``towns`` and ``regions`` tell apart, ``named`` (sites and areas by name) do not."""

    towns: frozenset[str] = frozenset()
    named: frozenset[str] = frozenset()
    regions: frozenset[str] = frozenset()
    countries: frozenset[str] = frozenset()
    points: tuple[tuple[float, float], ...] = ()
    is_site: bool = False  # a facility or ship by name, in no town that is told

    @property
    def exact(self) -> frozenset[str]:
        """Keys by which two tellings are at one spot."""
        return self.towns | self.named


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
    persons: frozenset[str]
    sites: frozenset[str]
    weapons: frozenset[str]
    killed: tuple[NumberRange, ...]
    apart: bool = False  # from what the article told before

    @property
    def type(self) -> str:
        return self.events[0].type

    @property
    def order(self) -> tuple[str, str, str, int, str]:
        """Day of publication, id and text of the article, place in the article."""
        article, event = self.record.article, self.events[0]
        return article.published or "9999", article.id, article.sha256, event.trigger.start, event.id


def tellings_of(record: ArticleRecord, settings: Joining, *, counted: bool) -> Iterator[Told]:
    """The tellings of a record, in text order of their first events."""
    actors = {actor.id: actor for actor in record.actors}
    context = frozenset(key for p in record.places if _is_spot(p) for key in place_keys(p))
    places = places_told(record)
    for events in deeds_of(record, settings):
        acting = [actors[p.actor] for e in events for p in e.participants if p.role == "agent" and p.actor in actors]
        suffering = [actors[p.actor] for e in events for p in e.participants if p.role != "agent" and p.actor in actors]
        mood = min((_mood(record, event) for event in events), key=_RANK.index)
        named = [place for event in events for place in _places_of(event, places)]
        named = named or [place for place in set_in(record, events[0]) if place.id in places]
        yield Told(
            record=record,
            events=events,
            counted=counted,
            mood=mood,
            where=_spot(named, places),
            context=context,
            window=_window(record, events, mood, settings),
            agents=sides(acting),
            targets=sides(suffering) | {actor_key(a) for a in suffering if a.kind in ("person", "company")},
            persons=frozenset(key for a in suffering if a.kind == "person" for key in name_keys(a)),
            sites=frozenset(_sites(named, settings)),
            weapons=frozenset(w.class_.split(".")[0] for w in record.weapons for e in events if w.id in e.weapons),
            killed=tuple(e.casualties.killed for e in events if e.casualties and e.casualties.killed),
            apart=is_apart(events[0]),
        )


def places_told(record: ArticleRecord) -> dict[str, Place]:
    """The places of a record by id, without one that only its dateline names."""
    return {place.id: place for place in record.places if not _only_dates(record, place)}


def _only_dates(record: ArticleRecord, place: Place) -> bool:
    """Whether a place is only named in the dateline: where it was written, which need not be where it happened."""
    line = record.article.dateline.span if record.article.dateline else None
    return line is not None and all(line.start <= m.start and m.end <= line.end for m in place.mentions)


def _mood(record: ArticleRecord, event: Event) -> Mood:
    """What somebody denies, somebody else has told as done, however it is put ("rejected the claim that it fell")."""
    denied = any(claim.stance == "denies" and event.id in claim.events for claim in record.claims)
    return "done" if denied else _MOODS.get(event.status, "done")


def _places_of(event: Event, places: dict[str, Place]) -> Iterator[Place]:
    """Where it happened: what was left is where a withdrawal happened, elsewhere only where something came from."""
    for place in event.places:
        if place.place in places and (place.role != "origin" or event.type == "withdrawal"):
            yield places[place.place]
    for participant in event.participants:
        if participant.role == "target" and participant.place in places:
            yield places[participant.place or ""]


def _spot(named: list[Place], places: dict[str, Place]) -> Spot:
    towns: set[str] = set()
    exact: set[str] = set()
    regions: set[str] = set()
    countries: set[str] = set()
    points: set[tuple[float, float]] = set()
    for place in named:
        for p in around(place, places):
            if p.kind == "settlement":
                towns |= place_keys(p)
                if p.lat is not None and p.lon is not None:
                    points.add((p.lat, p.lon))
            elif p.kind == "region":
                regions.add(region_key(p.name, p.country))
            elif _is_spot(p):
                exact |= place_keys(p)
            if p.admin1 and (p.within is None or p.within in places):
                regions.add(region_key(p.admin1, p.country))
            if p.country and is_located(p) and (p.within is None or p.within in places):
                countries.add(p.country)
    return Spot(
        frozenset(towns),
        frozenset(exact),
        frozenset(regions),
        frozenset(countries),
        tuple(sorted(points)),
        is_site=not towns and any(has_own_name(place) for place in named),
    )


def _is_spot(place: Place) -> bool:
    """Whether a place is so small, or so well named, that what happens there on one day is mostly one thing."""
    return place.kind in ("settlement", "area") or has_own_name(place)


def _sites(named: Iterable[Place], settings: Joining) -> Iterator[str]:
    for place in named:
        yield from site_nouns(place) - settings.vague_sites


def _window(record: ArticleRecord, events: tuple[Event, ...], mood: Mood, settings: Joining) -> Window | None:
    """The time of the deed, unless one of what came of it lies within and is surer; without any, the days before
    publication.
    """
    published = date.fromisoformat(record.article.published).toordinal() if record.article.published else None
    if published is not None and is_general(events[0]):
        return Window(published - _YEAR, published, "period")
    windows = [_told_window(e, e.time, record, settings) for e in events if e.time is not None]
    if windows:
        chosen = windows[0]
        for other in windows[1:]:
            if other.doubt < chosen.doubt and chosen.first <= other.first and other.last <= chosen.last:
                chosen = other
        return chosen
    if published is None:
        return None
    if mood != "done":
        return Window(published - settings.limits["undated"], published + settings.limits["ahead"], "open")
    back = settings.limits["undated_once" if events[0].type in settings.once else "undated"]
    return Window(published - back, published, "open")


def _told_window(event: Event, time: Time, record: ArticleRecord, settings: Joining) -> Window:
    first, last = time.start.toordinal(), time.end.toordinal()
    said = _said_then(event, time, record)
    if said in ("denies", "doubts", "withholds"):
        return Window(first - settings.limits["undated"], last, "open")
    if said:
        return Window(first - settings.limits["announced"], last, "taken")
    if last - first > settings.limits["short"]:
        return Window(first, last, "period")
    if time.span is None or _CLOCK.fullmatch(time.text):
        return Window(first - settings.limits["announced"], last, "taken")
    return Window(first, last, "told")


def _said_then(event: Event, time: Time, record: ArticleRecord) -> Stance | None:
    """The stance of a claim that tells the event, if the time is not in its words but in those of the saying: "rejected
    on Saturday an accusation that its troops had shelled the town".
    """
    if time.span is None:
        return None
    at = time.span.start
    for claim in record.claims:
        content = claim.content
        if content and event.id in claim.events and content.start <= event.trigger.start < content.end:
            sentence = event.sentence
            if sentence.start <= at < sentence.end and not content.start <= at < content.end:
                return claim.stance
    return None


def is_long(window: Window) -> bool:
    """Whether a window is a period in which many happenings are told: a season, a year."""
    return window.length > _LONG
