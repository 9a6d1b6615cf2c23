"""Groups of tellings into the ledger's rows."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from warextract.happenings.identity import actor_key, around, place_key
from warextract.happenings.phrases import what_of
from warextract.happenings.rows import (
    LedgerActor,
    LedgerParticipant,
    LedgerPlace,
    LedgerRow,
    LedgerTime,
    Standing,
    Telling,
    Toll,
    Voice,
)
from warextract.happenings.settings import Joining
from warextract.happenings.standing import overall, withdrawn
from warextract.happenings.told import Told, places_told
from warextract.happenings.voices import Heard, heard_of, is_independent
from warextract.records import Actor, ArticleRecord, Event, Place
from warextract.vocabulary import EventType, WeaponClass

Order = tuple[object, ...]
_EXACT = ("facility", "settlement", "area", "region", "country")


@dataclass(frozen=True, slots=True)
class Versions:
    """Which articles are copies, and by which articles others were replaced: id to id."""

    copies: Mapping[str, str]
    replaced: Mapping[str, str]

    def counts(self, article: str) -> bool:
        """Whether an article's word counts today."""
        return article not in self.copies and article not in self.replaced


def row_of(
    group: Sequence[Told], versions: Versions, records: Mapping[str, ArticleRecord], settings: Joining
) -> LedgerRow:
    """The row of one happening; ``group`` is in order of publication."""
    heard = [h for told in group for h in heard_of(told, settings)]
    counting = [t for t in group if versions.counts(t.record.article.id)] or list(group)
    ids = {t.record.article.id for t in counting}
    back = withdrawn(h for h in heard if h.told.record.article.id in ids)
    parties = frozenset(key for told in group for key in told.agents | told.targets)
    independent = frozenset(h.order for h in heard if is_independent(h, parties, settings))
    live = [h for h in heard if h.told.record.article.id in ids and h.order not in back]
    best = max(counting, key=_clearness)
    first = next((told for told in group if told.record.article.id not in versions.copies), group[0])

    def voices(side: Iterable[str], only: frozenset[Order] | None = None) -> tuple[Voice, ...]:
        chosen = [h for h in heard if h.side in side and (only is None or h.order in only)]
        once = {h.order: h for h in chosen}.values()  # one claim may be about several tellings of an article
        return tuple(_voice(h, h.order in independent, h.order in back, versions) for h in once)

    events = [(told, event) for told in group for event in told.events]
    tellings = tuple(_telling(told.record, event, versions) for told, event in events)
    return LedgerRow(
        id=f"{first.record.article.id}/{first.events[0].id}",
        type=best.events[0].type,
        types=_types(counting),
        what=what_of(best),
        status=overall(counting, live, independent),
        where=_where(counting),
        places=_places(counting),
        when=_when(counting),
        participants=_participants(counting),
        weapons=_weapons(counting),
        tolls=tuple(toll for told, event in events if (toll := _toll(told, event, versions)) is not None),
        claimed_by=voices(("for",)),
        denied_by=voices(("against",)),
        withheld_by=voices(("silent",)),
        evidence=voices(("for", "against"), independent),
        reported_by=tuple(t for t in tellings if t.status == "reported"),
        history=_history(group, heard, independent, versions, records),
        tellings=tellings,
        articles=len(ids),
        copies=len({t.record.article.id for t in group if t.record.article.id in versions.copies}),
    )


def _clearness(told: Told) -> tuple[object, ...]:
    """The telling that says most, the earliest of several."""
    event = told.events[0]
    named = len(told.agents) + len(told.targets) + len(told.sites)
    own_type = event.type not in ("attack", "casualties", "damage")
    early = [-ord(c) for c in f"{told.order}"]
    return told.mood == "done", bool(told.where.exact), own_type, event.time is not None, named, event.confidence, early


def _types(group: Sequence[Told]) -> tuple[EventType, ...]:
    counts = Counter(event.type for told in group for event in told.events)
    return tuple(sorted(counts, key=lambda name: (-counts[name], name)))


def _day(record: ArticleRecord) -> date | None:
    return date.fromisoformat(record.article.published) if record.article.published else None


def _outlet(record: ArticleRecord) -> str | None:
    article = record.article
    return article.source or (article.dateline.agency if article.dateline else None)


def _actor(actor: Actor) -> LedgerActor:
    return LedgerActor(name=actor.name, kind=actor.kind, country=actor.country, wikidata=actor.wikidata)


def _place(place: Place) -> LedgerPlace:
    return LedgerPlace(
        name=place.name, kind=place.kind, country=place.country, admin1=place.admin1,
        lat=place.lat, lon=place.lon, geonames=place.geonames,
    )  # fmt: skip


def _telling(record: ArticleRecord, event: Event, versions: Versions) -> Telling:
    article = record.article
    return Telling(
        article=article.id,
        event=event.id,
        outlet=_outlet(record),
        published=_day(record),
        title=article.title,
        type=event.type,
        status=event.status,
        trigger=event.trigger,
        sentence=event.sentence,
        also=event.also,
        duplicate_of=versions.copies.get(article.id),
        superseded_by=versions.replaced.get(article.id),
    )


def _voice(heard: Heard, independent: bool, back: bool, versions: Versions) -> Voice:
    record, claim = heard.told.record, heard.claim
    return Voice(
        article=record.article.id,
        claim=claim.id,
        outlet=_outlet(record),
        date=_day(record),
        source=_actor(heard.source) if heard.source else None,
        stance=claim.stance,
        source_words=claim.source_span,
        cue=claim.cue,
        words=claim.content,
        independent=independent,
        withdrawn=back,
        duplicate_of=versions.copies.get(record.article.id),
        superseded_by=versions.replaced.get(record.article.id),
    )


def _toll(told: Told, event: Event, versions: Versions) -> Toll | None:
    """A toll as it is told; the deed's own only where no consequence tells the same."""
    if event.casualties is None:
        return None
    if event is told.events[0] and any(e.casualties == event.casualties for e in told.events[1:]):
        return None
    record = told.record
    actors = {actor.id: actor for actor in record.actors}
    claims = [c for c in record.claims if c.id in event.claims and c.stance not in ("withholds", "denies", "doubts")]
    return Toll(
        article=record.article.id,
        event=event.id,
        date=_day(record),
        casualties=event.casualties,
        sources=tuple(_actor(actors[c.source]) for c in claims if c.source in actors),
        claims=tuple(c.id for c in claims),
        duplicate_of=versions.copies.get(record.article.id),
        superseded_by=versions.replaced.get(record.article.id),
    )


def _located(group: Sequence[Told]) -> list[Place]:
    """All places that the tellings name, with those that contain them."""
    out = []
    for told in group:
        places = places_told(told.record)
        for event in told.events:
            named = [p.place for p in event.places if p.role != "origin" or event.type == "withdrawal"]
            named += [p.place for p in event.participants if p.place and p.role == "target"]
            out += [outer for key in named if key in places for outer in around(places[key], places)]
    return out


def _places(group: Sequence[Told]) -> tuple[LedgerPlace, ...]:
    """The places, the most exact first and of these the most often named."""
    located = _located(group)
    counts = Counter(place_key(place) for place in located)
    first: dict[str, Place] = {}
    for place in located:
        known = first.get(place_key(place))
        if known is None or (known.lat is None and place.lat is not None):
            first[place_key(place)] = place
    ranked = sorted(first, key=lambda key: (_EXACT.index(first[key].kind), -counts[key], key))
    return tuple(_place(first[key]) for key in ranked)


def _where(group: Sequence[Told]) -> LedgerPlace | None:
    """The place for a map: the most exact one with coordinates, else the most exact one."""
    places = _places(group)
    return next((place for place in places if place.lat is not None), places[0] if places else None)


def _when(group: Sequence[Told]) -> LedgerTime | None:
    """The most exact time told, the most often told of several."""
    times = [told.events[0].time for told in group if told.events[0].time is not None]
    if not times:
        return None
    counts = Counter((t.start, t.end) for t in times)
    exact = min((t.end - t.start).days for t in times)
    chosen = [t for t in times if (t.end - t.start).days == exact]
    best = min(chosen, key=lambda t: (t.span is None, -counts[t.start, t.end], t.start))
    return LedgerTime(start=best.start, end=best.end, precision=best.precision)


def _weapons(group: Sequence[Told]) -> tuple[WeaponClass, ...]:
    used = ((told.record, set(event.weapons)) for told in group for event in told.events)
    return tuple(sorted({weapon.class_ for record, ids in used for weapon in record.weapons if weapon.id in ids}))


def _participants(group: Sequence[Told]) -> tuple[LedgerParticipant, ...]:
    """Who took part, those named by most articles first within each role."""
    articles: dict[tuple[str, str], set[str]] = {}
    shown: dict[tuple[str, str], LedgerParticipant] = {}
    for told in group:
        actors = {actor.id: actor for actor in told.record.actors}
        places = {place.id: place for place in told.record.places}
        for event in told.events:
            for p in event.participants:
                actor, place = actors.get(p.actor or ""), places.get(p.place or "")
                key = (p.role, actor_key(actor) if actor else place_key(place) if place else "")
                if not key[1]:
                    continue
                articles.setdefault(key, set()).add(told.record.article.id)
                shown.setdefault(
                    key,
                    LedgerParticipant(
                        role=p.role,
                        actor=_actor(actor) if actor else None,
                        place=_place(place) if place else None,
                        articles=0,
                    ),
                )
    roles = ("agent", "target", "recipient")
    ranked = sorted(shown, key=lambda key: (roles.index(key[0]), -len(articles[key]), key[1]))
    return tuple(shown[key].model_copy(update={"articles": len(articles[key])}) for key in ranked)


def _history(
    group: Sequence[Told],
    heard: Sequence[Heard],
    independent: frozenset[Order],
    versions: Versions,
    records: Mapping[str, ArticleRecord],
) -> tuple[Standing, ...]:
    """One line an article in order of publication, replaced versions until they were replaced."""
    telling = {told.record.article.id: told.record for told in group}
    silent = {new: records[new] for old in telling if (new := versions.replaced.get(old)) and new not in telling}
    articles = sorted({**telling, **silent}.values(), key=lambda r: (r.article.published or "9999", r.article.id))
    out: list[Standing] = []
    until: list[str] = []
    for record in articles:
        name = record.article.id
        until = [old for old in [*until, name] if versions.replaced.get(old) != name]
        counted = {old for old in until if old not in versions.copies} or {name}
        tellings = [t for t in group if t.record.article.id in counted]
        now = [h for h in heard if h.told.record.article.id in counted]
        back = withdrawn(now)
        live = [h for h in now if h.order not in back]
        told = next((t.events[0].status for t in group if t.record.article.id == name), None)
        before = out[-1].overall if out else "hypothetical"
        out.append(
            Standing(
                article=name,
                date=_day(record),
                outlet=_outlet(record),
                told=told,
                overall=overall(tellings, live, independent) if tellings else before,
                duplicate_of=versions.copies.get(name),
                superseded_by=versions.replaced.get(name),
            )
        )
    return tuple(out)
