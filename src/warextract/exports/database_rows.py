"""A record as rows of the database's tables, and the SQL that makes these."""

import re
from collections.abc import Iterable, Iterator, Mapping
from importlib.resources import files
from typing import Any, TypeAlias

from pydantic import BaseModel

from warextract.records import ArticleRecord, Claim, Event, Span

Values: TypeAlias = dict[str, Any]

_DEFERRED = re.compile(r",\n  FOREIGN KEY [^\n]*? DEFERRABLE INITIALLY DEFERRED")


def tables_sql(*, deferred_keys: bool) -> str:
    """The statements that make the tables; without deferred foreign keys for databases that have none."""
    text = (files("warextract.exports") / "schema.sql").read_text("utf-8")
    return text if deferred_keys else _DEFERRED.sub("", text)


def views_sql() -> str:
    """The statements that make the views."""
    return (files("warextract.exports") / "views.sql").read_text("utf-8")


def database_rows(record: ArticleRecord, number: int) -> Iterator[tuple[str, Values]]:
    """Table and row of all that a record holds, whatever others refer to first; a value that is none is left out."""
    for table, values in _rows(record):
        yield table, {"article": number, **values}


def _rows(record: ArticleRecord) -> Iterator[tuple[str, Values]]:
    yield "articles", {**_flat(record.article), "schema_version": record.schema_version}
    for position, warning in enumerate(record.warnings):
        yield "warnings", {"position": position, "warning": warning}
    things = {"actors": record.actors, "places": record.places, "weapons": record.weapons}
    for table, entries in (things | {"claims": record.claims, "events": record.events}).items():
        yield from ((table, _flat(entry)) for entry in entries)
    yield from _numbered("mentions", _mentions(record))
    for event in record.events:
        yield from _of_event(event)
    for claim in record.claims:
        yield from _of_claim(claim)
    yield from _numbered("evidence", _evidence(record))


def _of_event(event: Event) -> Iterator[tuple[str, Values]]:
    key = {"event": event.id}
    yield from _numbered("event_participants", map(_flat, event.participants), key)
    yield from _numbered("event_places", map(_flat, event.places), key)
    yield from _numbered("event_weapons", ({"weapon": weapon} for weapon in event.weapons), key)
    yield from _numbered("event_tellings", map(_span, event.also), key)


def _of_claim(claim: Claim) -> Iterator[tuple[str, Values]]:
    key = {"claim": claim.id}
    yield from _numbered("claim_events", ({"event": event} for event in claim.events), key)
    yield from _numbered("claim_hedges", map(_span, claim.hedges), key)
    yield from _numbered("claim_via", ({"via": via} for via in claim.via), key)


def _mentions(record: ArticleRecord) -> Iterator[Values]:
    for actor in record.actors:
        pronouns = frozenset(actor.pronouns)  # which are among the mentions
        yield from ({"actor": actor.id, "pronoun": span in pronouns, **_span(span)} for span in actor.mentions)
    for place in record.places:
        yield from ({"place": place.id, "pronoun": False, **_span(span)} for span in place.mentions)
    for weapon in record.weapons:
        yield from ({"weapon": weapon.id, "pronoun": False, **_span(span)} for span in weapon.mentions)


def _evidence(record: ArticleRecord) -> Iterator[Values]:
    for claim in record.claims:
        yield from ({"claim": claim.id, **_flat(each)} for each in claim.evidence)
    for event in record.events:
        yield from ({"event": event.id, **_flat(each)} for each in event.evidence)


def _numbered(table: str, rows: Iterable[Values], key: Mapping[str, str] | None = None) -> Iterator[tuple[str, Values]]:
    for position, row in enumerate(rows):
        yield table, {**(key or {}), "position": position, **row}


def _span(span: Span) -> Values:
    return _joined({"span": span.model_dump()})


def _flat(model: BaseModel) -> Values:
    """The single values of a model, under the names of its JSON; what it holds many of has tables of its own."""
    return _joined(model.model_dump(mode="json", by_alias=True))


def _joined(values: Mapping[str, Any], prefix: str = "") -> Values:
    found: Values = {}
    for name, value in values.items():
        if isinstance(value, Mapping):
            found |= _joined(value, f"{prefix}{name}_")
        elif value is not None and not isinstance(value, list):
            found[prefix + name] = value
    return found
