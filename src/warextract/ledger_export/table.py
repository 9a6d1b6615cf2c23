"""Rows of the ledger as rows of a flat table."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from warextract.exports.lookup import UNNAMED, joined
from warextract.happenings import LedgerParticipant, LedgerRow, Standing, Toll, Voice
from warextract.ledger_export.row import LedgerTableRow
from warextract.records import NumberRange
from warextract.vocabulary import ParticipantRole

_BESIDE = " | "  # between sayings, which may hold "; "


def ledger_table(rows: Iterable[LedgerRow]) -> Iterator[LedgerTableRow]:
    """A flat row for each happening, in their order. docs/ledger.md tells the columns.

    >>> import warextract
    >>> record = warextract.extract("KYIV - Troops captured Toretsk on Friday, Moscow said.", published="2025-02-07")
    >>> [(row.where, row.claimed_by) for row in warextract.ledger_table(warextract.ledger([record]))]
    [('Toretsk', 'Russia')]
    """
    for row in rows:
        yield LedgerTableRow.model_validate(_values(row))


def _values(row: LedgerRow) -> dict[str, Any]:
    where, when = row.where, row.when
    tolls = [toll for toll in row.tolls if toll.duplicate_of is None]
    killed = _extremes(toll.casualties.killed for toll in tolls)
    wounded = _extremes(toll.casualties.wounded for toll in tolls)
    days = [telling.published for telling in row.tellings if telling.published]
    return {
        "happening_id": row.id,
        "type": row.type,
        "types": joined(row.types),
        "what": row.what,
        "status": row.status,
        "where": where and where.name,
        "where_kind": where and where.kind,
        "country": where and where.country,
        "admin1": where and where.admin1,
        "latitude": where and where.lat,
        "longitude": where and where.lon,
        "geonames": where and where.geonames,
        "places": joined(place.name for place in row.places),
        "date_start": when and when.start,
        "date_end": when and when.end,
        "date_precision": when and when.precision,
        "agents": _names(row.participants, "agent"),
        "targets": _names(row.participants, "target"),
        "weapons": joined(row.weapons),
        "killed_min": killed[0],
        "killed_max": killed[1],
        "wounded_min": wounded[0],
        "wounded_max": wounded[1],
        "tolls": _beside(map(_toll, tolls)),
        **_said("claimed_by", "claimed_words", row.claimed_by),
        **_said("denied_by", "denied_words", row.denied_by),
        **_said("silent", "silent_words", row.withheld_by),
        **_said("evidence_by", "evidence", row.evidence),
        "reported_by": joined(telling.article for telling in row.reported_by if telling.duplicate_of is None),
        "history": _beside(map(_standing, row.history)),
        "first_told": min(days, default=None),
        "last_told": max(days, default=None),
        "article_ids": joined(telling.article for telling in row.tellings),
        "outlets": joined(telling.outlet for telling in row.tellings),
        "articles": row.articles,
        "copies": row.copies,
    }


def _names(participants: Iterable[LedgerParticipant], role: ParticipantRole) -> str | None:
    """Those of a role by name."""
    chosen = [p.actor or p.place for p in participants if p.role == role]
    return joined(each.name for each in chosen if each is not None)


def _said(by: str, words: str, voices: Iterable[Voice]) -> dict[str, str | None]:
    """Two columns: who, and what they say."""
    originals = [voice for voice in voices if voice.duplicate_of is None]
    return {by: joined(map(_speaker, originals)), words: _beside(map(_saying, originals))}


def _speaker(voice: Voice) -> str:
    if voice.source is not None:
        return voice.source.name
    return voice.source_words.text if voice.source_words else UNNAMED


def _saying(voice: Voice) -> str:
    """One saying with where it stands: `M23 asserts “has been ours since Monday” (wire-7, 2025-01-28)`."""
    span = voice.words or voice.cue
    said = f" “{span.text}”" if span else ""
    back = ", taken back later" if voice.withdrawn else ""
    old = ", replaced since" if voice.superseded_by else ""
    return f"{_speaker(voice)} {voice.stance}{said} ({voice.article}{_day(voice.date)}{back}{old})"


def _toll(toll: Toll) -> str:
    counts = (("killed", toll.casualties.killed), ("wounded", toll.casualties.wounded))
    numbers = ", ".join(f"{_range(number)} {name}" for name, number in counts if number) or "no number"
    sources = joined(source.name for source in toll.sources)
    return f"{numbers} ({f'{sources}, ' if sources else ''}{toll.article}{_day(toll.date)})"


def _standing(standing: Standing) -> str:
    copy = f", copy of {standing.duplicate_of}" if standing.duplicate_of else ""
    old = f", replaced by {standing.superseded_by}" if standing.superseded_by else ""
    day = standing.date.isoformat() if standing.date else "undated"
    return f"{day} {standing.article}: {standing.told or 'silent'}, overall {standing.overall}{copy}{old}"


def _range(number: NumberRange) -> str:
    about = "about " if number.approximate else ""
    return f"{about}{number.min}" if number.min == number.max else f"{about}{number.min}–{number.max}"


def _extremes(numbers: Iterable[NumberRange | None]) -> tuple[int | None, int | None]:
    known = [number for number in numbers if number is not None]
    return min((n.min for n in known), default=None), max((n.max for n in known), default=None)


def _day(day: date | None) -> str:
    return f", {day.isoformat()}" if day else ""


def _beside(texts: Iterable[str]) -> str | None:
    """Different texts in one cell, each on one line."""
    return _BESIDE.join(dict.fromkeys(" ".join(text.split()) for text in texts)) or None
