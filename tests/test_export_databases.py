"""The databases opened again with their own libraries, and the records built anew from what is in them."""

import re
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, get_args, get_origin

import duckdb
import pytest
from pydantic import BaseModel

import warextract
from full_record import full_record
from warextract.article import Article
from warextract.errors import WarextractError
from warextract.exports.annotations import without_none
from warextract.exports.database_rows import database_rows, tables_sql, views_sql
from warextract.exports.export import Exported, export
from warextract.records import Actor, ArticleInfo, ArticleRecord, Claim, Event, Place, Span, Weapon

Query = Callable[..., list[dict[str, Any]]]

_MANY = {  # lists within an entry: their table, their key there, and what a row of it becomes
    ("claims", "events"): ("claim_events", "claim", "event"),
    ("claims", "hedges"): ("claim_hedges", "claim", Span),
    ("claims", "via"): ("claim_via", "claim", "via"),
    ("events", "participants"): ("event_participants", "event", None),
    ("events", "places"): ("event_places", "event", None),
    ("events", "weapons"): ("event_weapons", "event", "weapon"),
    ("events", "also"): ("event_tellings", "event", Span),
    ("claims", "evidence"): ("evidence", "claim", None),
    ("events", "evidence"): ("evidence", "event", None),
    ("actors", "mentions"): ("mentions", "actor", Span),
    ("actors", "pronouns"): ("mentions", "actor", Span),
    ("places", "mentions"): ("mentions", "place", Span),
    ("weapons", "mentions"): ("mentions", "weapon", Span),
}


def nested(model: type[BaseModel], row: dict[str, Any], prefix: str = "") -> dict[str, Any] | None:
    """The values of a model out of a row's columns; None when all of them are empty."""
    values: dict[str, Any] = {}
    for name, field in model.model_fields.items():
        kind = without_none(field.annotation)
        if get_origin(kind) is tuple:
            continue
        key = field.alias or name
        values[key] = (
            nested(kind, row, f"{prefix}{key}_")
            if isinstance(kind, type) and issubclass(kind, BaseModel)
            else row[prefix + key]
        )
    return None if all(value is None for value in values.values()) else values


def rebuilt(query: Query, number: int) -> ArticleRecord:
    """A record out of the tables."""
    (article,) = query("SELECT * FROM articles WHERE article = ?", number)
    values: dict[str, Any] = {"schema_version": article["schema_version"], "article": nested(ArticleInfo, article)}
    values["warnings"] = [
        row["warning"] for row in query("SELECT * FROM warnings WHERE article = ? ORDER BY position", number)
    ]
    models = {"actors": Actor, "places": Place, "weapons": Weapon, "claims": Claim, "events": Event}
    for table, model in models.items():
        entries = []
        for row in query(f"SELECT * FROM {table} WHERE article = ?", number):
            entry = nested(model, row)
            assert entry is not None
            if model is Weapon and entry["attributes"] is None:
                entry["attributes"] = {}
            if model is Event:
                entry["codes"] = entry["codes"] or {}
                told = query("SELECT claim FROM claim_events WHERE article = ? AND event = ?", number, row["id"])
                entry["claims"] = [each["claim"] for each in told]
            for (owner, name), (many, key, what) in _MANY.items():
                if owner == table:
                    entry[name] = many_of(query, number, row["id"], model, name, many, key, what)
            entries.append(entry)
        values[table] = sorted(entries, key=lambda entry: int(entry["id"][1:]))
    return ArticleRecord.model_validate(values)


def many_of(
    query: Query, number: int, id_: str, model: type[BaseModel], name: str, many: str, key: str, what: Any
) -> list[Any]:
    found = query(f"SELECT * FROM {many} WHERE article = ? AND {key} = ? ORDER BY position", number, id_)
    if many == "mentions":
        found = [row for row in found if row["pronoun"] or name == "mentions"]
    if isinstance(what, str):
        return [row[what] for row in found]
    if what is Span:
        return [nested(Span, row, "span_") for row in found]
    element, _ = get_args(model.model_fields[name].annotation)
    return [nested(element, row) for row in found]


def comparable(record: ArticleRecord) -> ArticleRecord:
    """The record with what the tables do not keep put in order: which claim about an event comes first."""
    events = tuple(
        event.model_copy(update={"claims": tuple(sorted(event.claims, key=lambda id_: int(id_[1:])))})
        for event in record.events
    )
    return record.model_copy(update={"events": events})


@pytest.fixture(scope="module")
def records(root: Path, extractor: warextract.Extractor) -> tuple[ArticleRecord, ...]:
    """Two of the same id, by hand, and two that were read from articles."""
    paths = sorted((root / "tests" / "fixtures" / "articles").glob("*.txt"))[2:4]
    articles = [Article(id=path.stem, text=path.read_text("utf-8"), path=path) for path in paths]
    return (full_record(), full_record(), *map(extractor.extract, articles))


@pytest.fixture(scope="module", params=["t.sqlite", "t.db", "t.duckdb"])
def query(
    request: pytest.FixtureRequest, records: tuple[ArticleRecord, ...], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Query]:
    """Asks a database of the records, opened by its own library."""
    path = tmp_path_factory.mktemp("databases") / request.param
    assert export(iter(records), path) == Exported(len(records))
    assert list(path.parent.iterdir()) == [path]
    database = duckdb.connect(str(path), read_only=True) if path.suffix == ".duckdb" else sqlite3.connect(path)

    def ask(sql: str, *values: object) -> list[dict[str, Any]]:
        cursor = database.execute(sql, values)
        names = [column[0] for column in cursor.description or ()]
        return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]

    yield ask
    database.close()


def test_records_come_back_out_of_the_tables(query: Query, records: tuple[ArticleRecord, ...]) -> None:
    for number, record in enumerate(records, start=1):
        assert comparable(rebuilt(query, number)) == comparable(record)


def test_views_agree_with_the_records(query: Query, records: tuple[ArticleRecord, ...]) -> None:
    for number, record in enumerate(records, start=1):
        rows = list(warextract.event_table([record]))
        seen = query("SELECT * FROM event_status WHERE article = ?", number)
        assert {row["event"]: (row["type"], row["status"], bool(row["negated"])) for row in seen} == {
            row.wx_event_id: (row.wx_type, row.wx_status, row.wx_negated) for row in rows
        }
        voices = {row["event"]: (row["said"] > 0, row["denied"] > 0, row["doubted"] > 0) for row in seen}
        assert voices == {
            row.wx_event_id: (bool(row.wx_said_by), bool(row.wx_denied_by), bool(row.wx_doubted_by)) for row in rows
        }
        claims = {row.claim: row for row in warextract.claim_table([record])}
        for row in query("SELECT * FROM claim_ledger WHERE article = ?", number):
            claim = claims.pop(row["claim"])
            assert (row["source"], row["stance"], row["content"]) == (claim.source, claim.stance, claim.content)
            assert (row["answered_source"], row["answered_content"]) == (claim.answered_source, claim.answered_content)
        assert claims == {}


def test_denials_of_the_record_made_by_hand(query: Query) -> None:
    (row,) = query("SELECT * FROM who_denies_what WHERE article = 1")
    assert (row["denier"], row["answered_source"]) == ("General Staff of Ukraine", "Russia")
    assert (row["event"], row["event_type"], row["event_status"]) == ("e1", "capture", "disputed")
    (row,) = query("SELECT * FROM event_status WHERE article = 1 AND event = 'e1'")
    assert (row["agents"], row["targets"], row["places"]) == ("Russia", "Toretsk", "Toretsk")
    assert (row["said"], row["denied"], row["doubted"]) == (2, 1, 0)


@pytest.mark.parametrize("deferred", [True, False])
def test_every_column_is_filled_by_the_full_record(deferred: bool) -> None:
    """A field that the record gains wants a column; a column that no field fills is to go."""
    database = sqlite3.connect(":memory:")
    database.executescript(tables_sql(deferred_keys=deferred) + views_sql())
    tables = [row[0] for row in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    columns = {table: {row[1] for row in database.execute(f"PRAGMA table_info({table})")} for table in tables}
    database.close()
    filled: dict[str, set[str]] = {}
    for table, values in database_rows(full_record(), 1):
        filled.setdefault(table, set()).update(values)
    assert filled == columns


def test_only_deferred_keys_are_taken_away() -> None:
    whole, without = tables_sql(deferred_keys=True), tables_sql(deferred_keys=False)
    assert len(re.findall("DEFERRABLE", whole)) == 6
    assert "DEFERRABLE" not in without
    assert whole.count("FOREIGN KEY") - without.count("FOREIGN KEY") == 6


@pytest.mark.parametrize("suffix", [".sqlite", ".duckdb"])
@pytest.mark.parametrize(
    "broken",
    [
        pytest.param({"places": ()}, id="dangling"),
        pytest.param({"actors": full_record().actors[:1] * 2}, id="twice"),
    ],
)
def test_record_that_does_not_hold_together_is_named(tmp_path: Path, suffix: str, broken: dict[str, Any]) -> None:
    record = full_record().model_copy(update=broken)
    with pytest.raises(WarextractError, match=r"names an id twice, or refers to what it does not hold .*extract it"):
        export([full_record("good"), record], tmp_path / f"t{suffix}")
    assert list(tmp_path.iterdir()) == []
