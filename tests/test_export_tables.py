"""The flat tables: what stands in a row, read off records made by hand."""

import re
import subprocess
import sys
from datetime import date
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

import warextract
from full_record import TEXT, empty_fields, full_record, span
from warextract.exports.claim_table import ClaimRow, claim_table
from warextract.exports.countries import country_name, numeric_code
from warextract.exports.event_row import EventRow
from warextract.exports.event_table import DISORDER_TYPES, event_table, time_precision
from warextract.exports.locate import locate
from warextract.exports.lookup import Lookup, joined
from warextract.exports.row import columns_of
from warextract.lexicon.gazetteer import ActorGazetteer
from warextract.records import ArticleInfo, ArticleRecord, Codes, Event, EventPlace, Participant, Place, Time


def test_record_for_these_tests_is_full() -> None:
    assert empty_fields(full_record()) == set()
    assert full_record().article.id == "toretsk"


def test_event_row_says_all_of_an_event() -> None:
    capture, casualties = event_table([full_record()])
    expected = {
        "event_id_cnty": "toretsk:e1",
        "event_date": date(2025, 3, 4),
        "year": 2025,
        "time_precision": 1,
        "disorder_type": "Political violence",
        "event_type": "Battles",
        "sub_event_type": "Armed clash",
        "actor1": "Russia",
        "assoc_actor_1": None,
        "actor2": "General Staff of Ukraine",
        "assoc_actor_2": None,
        "iso": 804,
        "country": "Ukraine",
        "admin1": "Donetsk Oblast",
        "location": "Toretsk",
        "latitude": 48.3948,
        "longitude": 37.8478,
        "geo_precision": 1,
        "source": "Agency",
        "notes": TEXT[25 : TEXT.index(' "They"')],
        "fatalities": 0,
        "wx_type": "capture",
        "wx_status": "disputed",
        "wx_negated": False,
        "wx_confidence": 0.75,
        "wx_rule": "capture.take",
        "wx_agents": "Russia",
        "wx_agent_countries": "RUS",
        "wx_agent_kinds": "state",
        "wx_targets": "Toretsk",
        "wx_target_countries": "UKR",
        "wx_target_kinds": "settlement",
        "wx_recipients": "General Staff of Ukraine",
        "wx_said_by": "Russia; the ministry",
        "wx_denied_by": "General Staff of Ukraine",
        "wx_doubted_by": None,
        "wx_withheld_by": "(unnamed)",
        "wx_claims": "toretsk:c1; toretsk:c2; toretsk:c3; toretsk:c4",
        "wx_date_end": date(2025, 3, 4),
        "wx_date_precision": "day",
        "wx_date_text": "on Tuesday",
        "wx_iso3": "UKR",
        "wx_place_kind": "settlement",
        "wx_place_role": "location",
        "wx_point": "Toretsk",
        "wx_geonames": 709354,
        "wx_places": "Toretsk",
        "wx_weapons": "Su-34",
        "wx_weapon_classes": "aircraft.bomber",
        "wx_killed_min": 0,
        "wx_killed_max": 30,
        "wx_wounded_min": 12,
        "wx_wounded_max": 12,
        "wx_captured_min": 12,
        "wx_captured_max": 12,
        "wx_repeats_toll_of": None,
        "wx_cameo": "192",
        "wx_plover": "COERCE",
        "wx_trigger": "captured",
        "wx_trigger_start": span("captured").start,
        "wx_trigger_end": span("captured").end,
        "wx_sentence_start": 25,
        "wx_sentence_end": TEXT.index(' "They"'),
        "wx_tellings": 2,
        "wx_article_id": "toretsk",
        "wx_record": 1,
        "wx_event_id": "e1",
        "wx_published": "2025-03-04",
        "wx_title": 'Moscow "takes" Toretsk; Kyiv denies it',
        "wx_url": "https://example.org/toretsk?a=1&b=2",
        "wx_path": "wire/toretsk, new.txt",
        "wx_duplicate_of": "earlier",
        "wx_supersedes": "first",
    }
    assert capture.model_dump() == expected
    assert (casualties.wx_repeats_toll_of, casualties.fatalities) == ("toretsk:e1", 0)
    assert (casualties.event_date, casualties.location, casualties.event_type) == (None, None, None)


def test_casualties_repeat_the_toll_of_the_attack_told_nearest() -> None:
    record = full_record()
    attack, casualties = record.events
    far, near = (attack.model_copy(update={"id": i, "sentence": span(w)}) for i, w in (("e1", "KYIV"), ("e3", "They")))
    hit = casualties.model_copy(update={"sentence": span("may have taken")})
    rows = list(event_table([record.model_copy(update={"events": (far, hit, near)})]))
    assert [row.wx_repeats_toll_of for row in rows] == [None, "toretsk:e3", None]


def test_claim_row_says_all_of_a_claim() -> None:
    rows = list(claim_table([full_record("x"), full_record()]))
    assert [row.claim_id for row in rows] == [f"{a}:c{n}" for a in ("x", "toretsk") for n in (1, 2, 3, 4)]
    said, inner, denied, evasive = rows[4:]
    content = span("=Russian forces captured Toretsk on Tuesday with 12 Su-34 jets, killing up to 30")
    expected: dict[str, Any] = {
        "claim_id": "toretsk:c1",
        "source": "Russia",
        "source_kind": "state",
        "source_country": "RUS",
        "source_text": "Moscow",
        "source_start": span("Moscow").start,
        "source_end": span("Moscow").end,
        "stance": "asserts",
        "negated_cue": False,
        "content": content.text,
        "content_start": content.start,
        "content_end": content.end,
        "cue": "said",
        "cue_start": span("said").start,
        "cue_end": span("said").end,
        "quote": "indirect",
        "hedges": None,
        "certainty": "certain",
        "channel": "social media",
        "via": "Telegram",
        "date_start": date(2025, 3, 4),
        "date_end": date(2025, 3, 4),
        "parent": None,
        "responds_to": None,
        "answered_source": None,
        "answered_stance": None,
        "answered_content": None,
        "events": "toretsk:e1; toretsk:e2",
        "event_types": "capture; casualties",
        "event_statuses": "disputed; claimed",
        "cameo": "010",
        "rule": "assert.say",
        "article_id": "toretsk",
        "record": 2,
        "claim": "c1",
        "outlet": "Agency",
        "published": "2025-03-04",
        "title": 'Moscow "takes" Toretsk; Kyiv denies it',
        "url": "https://example.org/toretsk?a=1&b=2",
        "path": "wire/toretsk, new.txt",
        "duplicate_of": "earlier",
        "supersedes": "first",
    }
    assert said.model_dump() == expected
    assert (inner.source, inner.source_kind, inner.hedges, inner.parent) == ("the ministry", None, "may", "toretsk:c1")
    assert (denied.responds_to, denied.answered_source, denied.answered_stance) == ("toretsk:c1", "Russia", "asserts")
    assert denied.answered_content == content.text
    assert (evasive.source, evasive.negated_cue) == ("(unnamed)", True)


def test_rows_come_as_they_are_asked_for() -> None:
    def records() -> Any:
        yield full_record()
        raise AssertionError("nobody asked for the second")

    assert next(event_table(records())).wx_record == 1
    assert next(claim_table(records())).record == 1


def place(id_: str, kind: str, **values: Any) -> Place:
    return Place.model_validate({"id": id_, "name": id_, "kind": kind, "rule": "r", "mentions": ()} | values)


POINT = {"lat": 0.0, "lon": 10.5}
TOWN = place("town", "settlement", country="SDN", admin1="Sennar", **POINT)
VILLAGE = place("village", "settlement", within="region")
DEPOT = place("depot", "facility", within="town")
REGION = place("region", "region", country="SDN", within="land", **POINT)
LAND = place("land", "country", country="SDN", **POINT)
RIVER = place("river", "area", country="SDN", **POINT)
RING = place("ring", "area", within="gnir")
GNIR = place("gnir", "area", within="ring")
PLACES = (TOWN, VILLAGE, DEPOT, REGION, LAND, RIVER, RING, GNIR)


@pytest.mark.parametrize(
    ("places", "expected"),
    [
        pytest.param("", None, id="nowhere"),
        pytest.param("town", ("town", "location", "town", 1, "Sennar"), id="town"),
        pytest.param("depot", ("depot", "location", "town", 1, "Sennar"), id="site-in-a-town"),
        pytest.param("village", ("village", "location", "region", 3, None), id="unknown-village"),
        pytest.param("village town", ("village", "location", "town", 2, "Sennar"), id="unknown-village-near-a-town"),
        pytest.param("depot river", ("depot", "location", "town", 1, "Sennar"), id="finest-point-wins"),
        pytest.param("region town", ("region", "location", "region", 3, None), id="own-point-wins"),
        pytest.param("river", ("river", "location", "river", 2, None), id="river"),
        pytest.param("land", ("land", "location", "land", 3, None), id="country"),
        pytest.param("ring", ("ring", "location", None, None, None), id="places-within-each-other"),
        pytest.param("origin:land destination:town", ("town", "destination", "town", 1, "Sennar"), id="destination"),
        pytest.param("origin:land", ("land", "origin", "land", 3, None), id="origin"),
        pytest.param("destination:village location:river", ("river", "location", "river", 2, None), id="first"),
        pytest.param("target:depot", ("depot", "target", "town", 1, "Sennar"), id="target"),
        pytest.param("target:depot origin:river", ("river", "origin", "river", 2, None), id="target-last"),
    ],
)
def test_event_is_put_on_the_map(places: str, expected: tuple[object, ...] | None) -> None:
    told = [each.rpartition(":") for each in places.split()]
    event = Event(
        id="e1",
        type="attack",
        trigger=span("captured"),
        sentence=span("captured"),
        participants=tuple(Participant(role="target", place=name) for role, _, name in told if role == "target"),
        places=tuple(
            EventPlace.model_validate({"place": name, "role": role or "location"})
            for role, _, name in told
            if role != "target"
        ),
        status="reported",
        codes=Codes(),
        rule="r",
        confidence=1,
    )
    record = ArticleRecord(article=ArticleInfo(id="a", sha256=""), places=PLACES, events=(event,))
    found = locate(event, Lookup(record))
    assert (found and (found.place.id, found.role, found.point and found.point.id, found.precision, found.admin1)) == (
        expected
    )
    (row,) = event_table([record])
    assert row.location == (expected and expected[0])
    assert (row.latitude, row.longitude) == ((0.0, 10.5) if expected and expected[2] else (None, None))


@pytest.mark.parametrize(("days", "expected"), [(0, 1), (1, 2), (6, 2), (7, 3), (400, 3)])
def test_time_precision_is_how_long_the_time_is(days: int, expected: int) -> None:
    start = date(2024, 1, 1)
    time = Time(text="then", start=start, end=date.fromordinal(start.toordinal() + days), precision="range")
    assert time_precision(time) == expected


def test_names_in_a_cell_are_there_once_and_in_order() -> None:
    assert joined(["b", None, "a\n c", "b", ""]) == "b; a c"
    assert joined([None, ""]) is None


def test_dangling_ids_cost_their_cell_only() -> None:
    record = full_record().model_copy(update={"actors": (), "places": (), "weapons": (), "claims": ()})
    row = next(event_table([record]))
    assert (row.actor1, row.location, row.wx_weapons, row.wx_said_by) == (None, None, None, None)
    record = full_record().model_copy(update={"actors": (), "events": ()})
    rows = list(claim_table([record]))
    assert (rows[0].source, rows[0].events, rows[2].source) == ("Moscow", None, "(unnamed)")


def test_every_country_has_its_numeric_code() -> None:
    codes = [country.id for country in ActorGazetteer.load().countries.values() if country.iso]
    assert len(codes) > 190
    assert {code for code in codes if numeric_code(code) is None} == {"XKX"}
    assert len({numeric_code(code) for code in codes}) == len(codes)
    assert {country_name(code) for code in ("UKR", "MMR", "XXX")} == {"Ukraine", "Myanmar", None}


def test_columns_are_documented(root: Path) -> None:
    for table in (EventRow, ClaimRow):
        columns = list(columns_of(table))
        assert [column.name for column in columns] == list(table.model_fields)
        assert all(column.meaning.endswith(".") for column in columns)
    done = subprocess.run([sys.executable, root / "tools" / "exports_page.py", "--check"], check=False)
    assert done.returncode == 0


def test_own_columns_stand_behind_those_of_acled_and_have_the_prefix() -> None:
    names = list(EventRow.model_fields)
    first = next(n for n, name in enumerate(names) if name.startswith("wx_"))
    assert first == 21
    assert all(name.startswith("wx_") for name in names[first:])


def test_every_event_type_of_acled_has_its_disorder_type() -> None:
    text = (files("warextract.lexicon") / "codes.toml").read_text("utf-8")
    kinds = {code.partition(" / ")[0] for code in re.findall(r'^acled = "(.+)"$', text, flags=re.MULTILINE)}
    assert len(kinds) >= 5
    assert kinds <= set(DISORDER_TYPES)


def test_public_names_are_these() -> None:
    assert warextract.event_table is event_table
    assert warextract.claim_table is claim_table
