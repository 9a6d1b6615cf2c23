"""From a reading to the record: numbering, references by id, spans of the text. Pure functions, no judgement."""

import hashlib
from collections.abc import Callable, Iterable, Mapping
from typing import TypeVar

from warextract.article import Article
from warextract.claims.draft import ClaimDraft
from warextract.events.draft import EventDraft, TimeDraft
from warextract.lexicon.codes import claim_code, event_codes
from warextract.mentions.entities import ActorEntity, Mention, PlaceEntity, WeaponEntity
from warextract.reading import Reading
from warextract.records import (
    Actor,
    ArticleInfo,
    ArticleRecord,
    Claim,
    Dateline,
    Event,
    EventPlace,
    Evidence,
    Participant,
    Place,
    Revision,
    Span,
    Time,
    Weapon,
    WeaponAttributes,
)
from warextract.text.revisions import find_revision
from warextract.vocabulary import ActorKind

Ids = dict[str, str]
"""Key of an entity or claim to its id in the record."""
EntityT = TypeVar("EntityT", ActorEntity, PlaceEntity, WeaponEntity)


def assemble(reading: Reading) -> ArticleRecord:
    """The record of one article.

    Entities are numbered by their first mention, claims and events by where they stand; references to entities
    that did not get into the record become null.
    """
    actors = _ordered((*reading.entities.actors, *reading.claims.speakers))
    places = _ordered(reading.entities.places)
    weapons = _ordered(reading.entities.weapons)
    ids = {
        **_numbered("a", (a.key for a in actors)),
        **_numbered("p", (p.key for p in places)),
        **_numbered("w", (w.key for w in weapons)),
    }
    claims = _numbered("c", (c.key for c in reading.claims.drafts))
    events = _numbered("e", (str(i) for i in range(len(reading.events))))
    kinds = {a.key: a.kind for a in reading.entities.actors}
    told: dict[str, list[str]] = {}
    for number, event in enumerate(reading.events):
        for key in event.claims:
            told.setdefault(key, []).append(events[str(number)])
    return ArticleRecord(
        article=_article(reading, ids),
        actors=tuple(_actor(reading, a, ids) for a in actors),
        places=tuple(_place(reading, p, ids) for p in places),
        weapons=tuple(_weapon(reading, w, ids) for w in weapons),
        claims=tuple(_claim(reading, c, claims, ids, told.get(c.key, [])) for c in reading.claims.drafts),
        events=tuple(_event(reading, e, events[str(i)], claims, ids, kinds) for i, e in enumerate(reading.events)),
        warnings=reading.warnings,
    )


def _ordered(entities: Iterable[EntityT]) -> list[EntityT]:
    def first(entity: EntityT) -> tuple[int, str]:
        return min(m.start for m in entity.mentions), entity.key

    return sorted((e for e in entities if e.mentions), key=first)


def _numbered(letter: str, keys: Iterable[str]) -> Ids:
    return {key: f"{letter}{number}" for number, key in enumerate(keys, start=1)}


def _span(reading: Reading, chars: tuple[int, int]) -> Span:
    return reading.spans[chars]


def _optional(reading: Reading, chars: tuple[int, int] | None) -> Span | None:
    return _span(reading, chars) if chars else None


def _mentions(
    reading: Reading, mentions: tuple[Mention, ...], keep: Callable[[Mention], bool] = lambda _: True
) -> tuple[Span, ...]:
    bounds = sorted({(m.start, m.end) for m in mentions if keep(m)})
    return tuple(_span(reading, reading.tree.offsets(*b)) for b in bounds)


def _article(reading: Reading, ids: Ids) -> ArticleInfo:
    article = reading.article
    return ArticleInfo(
        id=article.id,
        source=article.source,
        title=article.title,
        url=article.url,
        published=article.published.isoformat() if article.published else None,
        language=article.language,
        dateline=_dateline(reading, ids),
        sha256=hashlib.sha256(article.text.encode("utf-8", "surrogatepass")).hexdigest(),
        path=article.path.as_posix() if article.path else None,
        retrieved=article.retrieved,
        revision=_revision(article),
    )


def _revision(article: Article) -> Revision | None:
    """What the story says of itself, or else the publisher's count: version 2 is the first update."""
    if article.version is not None and article.version > 1:
        counted = Revision(kind="update", number=article.version - 1)
    else:
        counted = None
    return find_revision(article.title, article.text) or counted


def _dateline(reading: Reading, ids: Ids) -> Dateline | None:
    found = reading.dateline
    if found is None:
        return None
    place = None
    if found.place_start is not None and found.place_end is not None:
        for entity in reading.entities.places:
            for mention in entity.mentions:
                start, end = reading.tree.offsets(mention.start, mention.end)
                if place is None and found.place_start <= start and end <= found.place_end:
                    place = ids.get(entity.key)
    span = _span(reading, (found.start, found.end))
    return Dateline(place=place, date=found.date, agency=found.agency, span=span)


def _actor(reading: Reading, actor: ActorEntity, ids: Ids) -> Actor:
    return Actor(
        id=ids[actor.key],
        name=actor.name,
        kind=actor.kind,
        country=actor.country,
        role=actor.role,
        affiliation=ids.get(actor.affiliation or ""),
        part_of=ids.get(actor.part_of or ""),
        wikidata=actor.wikidata,
        cameo=actor.cameo,
        rule=actor.mentions[0].rule,
        mentions=_mentions(reading, actor.mentions),
        pronouns=_mentions(reading, actor.mentions, lambda m: m.form == "pronoun"),
    )


def _place(reading: Reading, place: PlaceEntity, ids: Ids) -> Place:
    return Place(
        id=ids[place.key],
        name=place.name,
        kind=place.kind,
        country=place.country,
        admin1=place.admin1,
        lat=place.lat,
        lon=place.lon,
        geonames=place.geonames,
        within=ids.get(place.within or ""),
        rule=place.mentions[0].rule,
        mentions=_mentions(reading, place.mentions),
    )


def _weapon(reading: Reading, weapon: WeaponEntity, ids: Ids) -> Weapon:
    operator = reading.operators.get(weapon.key) or weapon.operator
    return Weapon(
        id=ids[weapon.key],
        class_=weapon.class_,
        designation=weapon.designation,
        quantity=weapon.quantity,
        attributes=WeaponAttributes(mass_kg=weapon.mass_kg, calibre_mm=weapon.calibre_mm, range_km=weapon.range_km),
        operator=ids.get(operator or ""),
        origin=weapon.origin,
        rule=weapon.mentions[0].rule,
        mentions=_mentions(reading, weapon.mentions),
    )


def _claim(reading: Reading, draft: ClaimDraft, claims: Ids, ids: Ids, events: list[str]) -> Claim:
    evidence = [
        Evidence(span=_span(reading, chars), rule=draft.rule)
        for chars in (draft.source_span, draft.cue, draft.content)
        if chars
    ]
    return Claim(
        id=claims[draft.key],
        source=ids.get(draft.source or ""),
        source_span=_optional(reading, draft.source_span),
        cue=_optional(reading, draft.cue),
        stance=draft.stance,
        content=_optional(reading, draft.content),
        quote=draft.quote,
        hedges=tuple(_span(reading, h) for h in draft.hedges),
        channel=draft.channel,
        date=_time(reading, reading.said.get(draft.key)),
        certainty=draft.certainty,
        negated_cue=draft.negated_cue,
        via=draft.via,
        parent=claims.get(draft.parent or ""),
        responds_to=claims.get(draft.responds_to or ""),
        events=tuple(events),
        cameo=claim_code(draft.stance),
        rule=draft.rule,
        evidence=tuple(evidence),
    )


def _time(reading: Reading, time: TimeDraft | None) -> Time | None:
    if time is None:
        return None
    return Time(
        text=time.text,
        start=time.first,
        end=time.last,
        precision=time.precision,
        span=_optional(reading, time.chars),
    )


def _event(
    reading: Reading, draft: EventDraft, event_id: str, claims: Ids, ids: Ids, known: Mapping[str, ActorKind]
) -> Event:
    participants = [
        Participant(
            role=p.role,
            actor=ids.get(p.actor or ""),
            place=ids.get(p.place or ""),
            span=_optional(reading, p.chars),
        )
        for p in draft.participants
        if (p.actor or p.place) in ids
    ]
    places = [
        EventPlace(place=ids[p.place], role=p.role, span=_optional(reading, p.chars))
        for p in draft.places
        if p.place in ids
    ]

    def kinds(role: str) -> list[ActorKind]:
        return [known[p.actor] for p in draft.participants if p.role == role and p.actor and p.actor in known]

    return Event(
        id=event_id,
        type=draft.type,
        trigger=_span(reading, draft.trigger),
        sentence=_span(reading, draft.sentence),
        participants=tuple(participants),
        places=tuple(places),
        time=_time(reading, draft.time),
        weapons=tuple(ids[w] for w in draft.weapons if w in ids),
        casualties=draft.casualties,
        status=draft.status,
        negated=draft.negated,
        claims=tuple(claims[c] for c in draft.claims if c in claims),
        also=tuple(_span(reading, chars) for chars in draft.also),
        codes=event_codes(draft.type, draft.status, kinds("agent"), kinds("target")),
        rule=draft.rule,
        confidence=round(draft.confidence, 2),
        evidence=tuple(Evidence(span=_span(reading, e.chars), rule=e.rule) for e in draft.evidence),
    )
