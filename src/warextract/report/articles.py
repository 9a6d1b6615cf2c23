"""A record and its text as the page's script wants them: plain JSON values, spans as pairs, nothing that is empty."""

from collections.abc import Iterable, Mapping
from typing import Any

from warextract.records import (
    Actor,
    ArticleInfo,
    ArticleRecord,
    Casualties,
    Claim,
    Event,
    Evidence,
    NumberRange,
    Place,
    Span,
    Time,
    Weapon,
)
from warextract.report.escape import web_address
from warextract.report.offsets import Offsets, pieces_of
from warextract.vocabulary import SKEPTICAL

Values = dict[str, Any]


def article_values(record: ArticleRecord, text: str | None) -> Values:
    """All that the article view shows; without a text, the stretches that the record holds."""
    pieces = pieces_of(record, text)
    offsets = Offsets.of(pieces)
    return full(
        {
            **_info(record.article),
            "text": [[offsets.at(piece.start), piece.text] for piece in pieces],
            "whole": text is not None,
            "dateline": record.article.dateline and offsets.pair(record.article.dateline.span),
            "actors": [_actor(actor, offsets) for actor in record.actors],
            "places": [_place(place, offsets) for place in record.places],
            "weapons": [_weapon(weapon, offsets) for weapon in record.weapons],
            "claims": [_claim(claim, offsets) for claim in record.claims],
            "events": [_event(event, offsets) for event in record.events],
            "warnings": record.warnings,
        }
    )


def full(values: Mapping[str, Any]) -> Values:
    """The values without those that say nothing (None, False, empty); zero says something."""
    return {key: value for key, value in values.items() if value or (value == 0 and value is not False)}


def range_values(number: NumberRange | None) -> list[int] | None:
    """Least, most, and 1 if it is about so many."""
    return None if number is None else [number.min, number.max, int(number.approximate)]


def toll_values(casualties: Casualties) -> Values:
    """The counts that are told."""
    kinds = ("killed", "wounded", "captured")
    return full({kind: range_values(getattr(casualties, kind)) for kind in kinds})


def _info(article: ArticleInfo) -> Values:
    return {
        "id": article.id,
        "source": article.source,
        "title": article.title,
        "url": web_address(article.url),
        "published": article.published,
        "revision": article.revision and _joined((article.revision.kind, article.revision.number)),
        "duplicate_of": article.duplicate_of,
        "supersedes": article.supersedes,
    }


def _joined(parts: Iterable[str | int | None]) -> str:
    return " ".join(str(part) for part in parts if part is not None)


def _actor(actor: Actor, offsets: Offsets) -> Values:
    known = actor.model_dump(include={"id", "name", "kind", "country", "role", "wikidata", "cameo", "rule"})
    more = {"affiliation": actor.affiliation, "part_of": actor.part_of}
    pronouns = set(actor.pronouns)
    named = [span for span in actor.mentions if span not in pronouns]
    return full(known | more | {"at": _flat(named, offsets), "pronouns": _flat(actor.pronouns, offsets)})


def _place(place: Place, offsets: Offsets) -> Values:
    return full(place.model_dump(exclude={"mentions"}) | {"at": _flat(place.mentions, offsets)})


def _weapon(weapon: Weapon, offsets: Offsets) -> Values:
    known = weapon.model_dump(include={"id", "designation", "operator", "origin", "rule"})
    more = {
        "class": weapon.class_,
        "quantity": range_values(weapon.quantity),
        "attributes": full(weapon.attributes.model_dump()),
        "at": _flat(weapon.mentions, offsets),
    }
    return full(known | more)


def _claim(claim: Claim, offsets: Offsets) -> Values:
    plain = ("id", "source", "stance", "channel", "via", "parent", "responds_to", "events", "cameo", "rule")
    spans = {"source_at": claim.source_span, "cue_at": claim.cue, "content_at": claim.content}
    return full(
        {name: getattr(claim, name) for name in plain}
        | {name: span and offsets.pair(span) for name, span in spans.items()}
        | {
            "quote": claim.quote if claim.quote != "none" else None,
            "certainty": claim.certainty if claim.certainty != "certain" else None,
            "not": claim.negated_cue and claim.stance not in SKEPTICAL,
            "hedges": _flat(claim.hedges, offsets),
            "date": claim.date and _time(claim.date, offsets),
            "evidence": _evidence(claim.evidence, claim.rule, offsets),
        }
    )


def _event(event: Event, offsets: Offsets) -> Values:
    return full(
        {
            "id": event.id,
            "type": event.type,
            "status": event.status,
            "negated": event.negated,
            "at": _flat((event.trigger,), offsets),
            "sentence": offsets.pair(event.sentence),
            "also": _flat(event.also, offsets),
            "who": [
                full({"role": p.role, "is": p.actor or p.place, "at": p.span and offsets.pair(p.span)})
                for p in event.participants
            ],
            "where": [
                full({"role": p.role, "is": p.place, "at": p.span and offsets.pair(p.span)}) for p in event.places
            ],
            "time": event.time and _time(event.time, offsets),
            "weapons": event.weapons,
            "toll": event.casualties and toll_values(event.casualties),
            "claims": event.claims,
            "codes": full(event.codes.model_dump()),
            "rule": event.rule,
            "confidence": event.confidence,
            "evidence": _evidence(event.evidence, event.rule, offsets),
        }
    )


def _time(time: Time, offsets: Offsets) -> Values:
    days = {"start": time.start.isoformat(), "end": time.end.isoformat(), "precision": time.precision}
    return full(days | {"words": time.text, "at": time.span and offsets.pair(time.span)})


def _evidence(evidence: Iterable[Evidence], rule: str, offsets: Offsets) -> list[list[Any]]:
    """Start, end and rule of what other rules than the main one read."""
    return [[*offsets.pair(each.span), each.rule] for each in evidence if each.rule != rule]


def _flat(spans: Iterable[Span], offsets: Offsets) -> list[int]:
    return [offset for span in spans for offset in offsets.pair(span)]
