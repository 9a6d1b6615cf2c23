"""Records as a flat event table: one row an event."""

from collections.abc import Iterable, Iterator
from typing import Any

from warextract.exports.countries import country_name, numeric_code
from warextract.exports.event_row import EventRow
from warextract.exports.locate import locate
from warextract.exports.lookup import Lookup, aligned, joined
from warextract.exports.row import least_and_most, toll
from warextract.records import ArticleRecord, Event, Participant, Time
from warextract.vocabulary import SKEPTICAL

_CODE_MARK = " / "  # between event type and sub-event type
DISORDER_TYPES = {
    "Battles": "Political violence",
    "Explosions/Remote violence": "Political violence",
    "Violence against civilians": "Political violence",
    "Protests": "Demonstrations",
    "Strategic developments": "Strategic developments",
}


def event_table(records: Iterable[ArticleRecord]) -> Iterator[EventRow]:
    """A row for each event of the records, in their order, as they are asked for.

    The columns are those of docs/exports.md; see ``claim_table`` for who says what.
    """
    for number, record in enumerate(records, start=1):
        lookup = Lookup(record)
        for event in record.events:
            yield EventRow.model_validate(_row(event, lookup, number))


def _row(event: Event, lookup: Lookup, number: int) -> dict[str, Any]:
    article = lookup.record.article
    agency = article.dateline.agency if article.dateline else None
    return {
        "event_id_cnty": lookup.outer(event.id),
        "source": article.source or agency,
        "notes": event.sentence.text,
        "wx_type": event.type,
        "wx_status": event.status,
        "wx_negated": event.negated,
        "wx_confidence": event.confidence,
        "wx_rule": event.rule,
        "wx_trigger": event.trigger.text,
        "wx_trigger_start": event.trigger.start,
        "wx_trigger_end": event.trigger.end,
        "wx_sentence_start": event.sentence.start,
        "wx_sentence_end": event.sentence.end,
        "wx_tellings": 1 + len(event.also),
        "wx_article_id": article.id,
        "wx_record": number,
        "wx_event_id": event.id,
        "wx_published": article.published,
        "wx_title": article.title,
        "wx_url": article.url,
        "wx_path": article.path,
        "wx_duplicate_of": article.duplicate_of,
        "wx_supersedes": article.supersedes,
        **_codes(event),
        **_when(event.time),
        **_participants(event, lookup),
        **_where(event, lookup),
        **_voices(event, lookup),
        **_weapons(event, lookup),
        **_toll(event, lookup),
    }


def _codes(event: Event) -> dict[str, Any]:
    kind, _, sub_kind = (event.codes.acled or "").partition(_CODE_MARK)
    return {
        "disorder_type": DISORDER_TYPES.get(kind),
        "event_type": kind or None,
        "sub_event_type": sub_kind or None,
        "wx_cameo": event.codes.cameo,
        "wx_plover": event.codes.plover,
    }


def _when(time: Time | None) -> dict[str, Any]:
    return {
        "event_date": time and time.start,
        "year": time and time.start.year,
        "time_precision": time and time_precision(time),
        "wx_date_end": time and time.end,
        "wx_date_precision": time and time.precision,
        "wx_date_text": time and time.text,
    }


def time_precision(time: Time) -> int:
    """1 for a day, 2 for up to a week, 3 for more."""
    days = (time.end - time.start).days + 1
    return 1 if days == 1 else 2 if days <= 7 else 3


def _participants(event: Event, lookup: Lookup) -> dict[str, Any]:
    agents, targets, recipients = (
        [each for each in event.participants if each.role == role] for role in ("agent", "target", "recipient")
    )
    doers = [lookup.participant(each) for each in agents]
    others = [lookup.participant(each) for each in (*targets, *recipients) if each.actor is not None]
    return {
        "actor1": joined(doers[:1]),
        "assoc_actor_1": joined(doers[1:]),
        "actor2": joined(others[:1]),
        "assoc_actor_2": joined(others[1:]),
        "wx_agents": joined(doers),
        "wx_agent_countries": joined(_country(each, lookup) for each in agents),
        "wx_agent_kinds": joined(_kind(each, lookup) for each in agents),
        "wx_targets": joined(lookup.participant(each) for each in targets),
        "wx_target_countries": joined(_country(each, lookup) for each in targets),
        "wx_target_kinds": joined(_kind(each, lookup) for each in targets),
        "wx_recipients": joined(lookup.participant(each) for each in recipients),
    }


def _country(participant: Participant, lookup: Lookup) -> str | None:
    who = lookup.taking_part(participant)
    return who.country if who else None


def _kind(participant: Participant, lookup: Lookup) -> str | None:
    who = lookup.taking_part(participant)
    return who.kind if who else None


def _where(event: Event, lookup: Lookup) -> dict[str, Any]:
    found = locate(event, lookup)
    point = found.point if found else None
    return {
        "iso": numeric_code(found.country) if found else None,
        "country": country_name(found.country) if found else None,
        "admin1": found and found.admin1,
        "location": found and found.place.name,
        "latitude": point and point.lat,
        "longitude": point and point.lon,
        "geo_precision": found and found.precision,
        "wx_iso3": found and found.country,
        "wx_place_kind": found and found.place.kind,
        "wx_place_role": found and found.role,
        "wx_point": point and point.name,
        "wx_geonames": point and point.geonames,
        "wx_places": joined(lookup.places[p.place].name for p in event.places if p.place in lookup.places),
    }


def _voices(event: Event, lookup: Lookup) -> dict[str, Any]:
    voices: dict[str, list[str]] = {"said": [], "denies": [], "doubts": [], "withholds": []}
    for claim in (lookup.claims[id_] for id_ in event.claims if id_ in lookup.claims):
        # "did not confirm" and "did not deny" say nothing either way
        stance = "withholds" if claim.negated_cue else claim.stance if claim.stance in SKEPTICAL else "said"
        voices[stance].append(lookup.source(claim))
    return {
        "wx_said_by": joined(voices["said"]),
        "wx_denied_by": joined(voices["denies"]),
        "wx_doubted_by": joined(voices["doubts"]),
        "wx_withheld_by": joined(voices["withholds"]),
        "wx_claims": aligned(lookup.outer(id_) for id_ in event.claims),
    }


def _weapons(event: Event, lookup: Lookup) -> dict[str, Any]:
    return {
        "wx_weapons": joined(lookup.weapon(id_) for id_ in event.weapons),
        "wx_weapon_classes": joined(lookup.weapons[id_].class_ for id_ in event.weapons if id_ in lookup.weapons),
    }


def _toll(event: Event, lookup: Lookup) -> dict[str, Any]:
    told = toll(event.casualties)
    values: dict[str, Any] = {"fatalities": told.killed and told.killed.min}
    for what, number in (("killed", told.killed), ("wounded", told.wounded), ("captured", told.captured)):
        values[f"wx_{what}_min"], values[f"wx_{what}_max"] = least_and_most(number)
    return values | {"wx_repeats_toll_of": _same_toll(event, lookup)}


def _same_toll(event: Event, lookup: Lookup) -> str | None:
    """An attack and its casualties are two events with the same numbers; of several attacks the one told nearest."""
    if event.type != "casualties" or event.casualties is None:
        return None
    alike = [e for e in lookup.record.events if e.type != "casualties" and e.casualties == event.casualties]
    nearest = min(alike, key=lambda other: abs(other.sentence.start - event.sentence.start), default=None)
    return lookup.outer(nearest.id) if nearest else None
