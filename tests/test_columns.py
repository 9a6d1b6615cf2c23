"""The function that engines call on each batch: rows in, rows out, whatever is in them."""

import ast
import re
from datetime import date, datetime, timedelta, timezone
from importlib import import_module
from pathlib import Path
from typing import Any

import pyarrow
import pytest

import warextract
from full_record import empty_fields, full_record
from stand_in import StandIn
from stand_in_settings import StandInSettings
from warextract import columns
from warextract.article import Article
from warextract.columns import KNOWN, extract_table, results_schema
from warextract.errors import WarextractError
from warextract.records import ArticleRecord
from warextract.worker import Settings

PARTS = tuple(ArticleRecord.model_fields)


@pytest.fixture
def settings() -> Settings:
    return StandInSettings()


def table(**values: list[Any]) -> pyarrow.Table:
    number = len(next(iter(values.values())))
    return pyarrow.table({"id": [f"a{i}" for i in range(number)]} | values)


def record_of(row: dict[str, Any]) -> ArticleRecord:
    """The record that the typed columns of a row tell."""
    return ArticleRecord.model_validate({part: row[part] for part in PARTS})


def test_columns_tell_the_record_that_the_extractor_gives(root: Path, extractor: warextract.Extractor) -> None:
    names = ("el_obeid_siege", "marib_xinhua", "lashio_falls")
    texts = [(root / "tests/fixtures/articles" / f"{name}.txt").read_text("utf-8") for name in names]
    days = [date(2024, 6, 4)] * 3
    rows = extract_table(pyarrow.table({"id": names, "text": texts, "published": days})).to_pylist()
    articles = [Article(id=i, text=t, published=d) for i, t, d in zip(names, texts, days, strict=True)]
    expected = [extractor.extract(article) for article in articles]
    assert [row["record"] for row in rows] == [record.to_json() for record in expected]
    assert [record_of(row) for row in rows] == expected
    assert [row["error"] for row in rows] == [None] * 3


def test_every_field_of_a_record_has_its_column(monkeypatch: pytest.MonkeyPatch, settings: Settings) -> None:
    record = full_record()
    assert empty_fields(record) == set()
    monkeypatch.setattr(StandIn, "extract", lambda self, article: record)
    (row,) = extract_table(table(text=["anything"]), settings=settings).to_pylist()
    assert record_of(row) == record


@pytest.mark.parametrize("kind", [pyarrow.Table, pyarrow.RecordBatch])
def test_result_is_of_the_kind_that_was_given(settings: Settings, kind: Any) -> None:
    rows = [{"id": "a", "text": "one", "outlet": "Agency"}, {"id": "b", "text": "two", "outlet": None}]
    given = kind.from_pylist(rows)
    result = extract_table(given, settings=settings, keep=["outlet"])
    assert type(result) is kind
    assert result.schema.names == ["id", *PARTS, "record", "error", "outlet"]
    assert result.column("outlet").to_pylist() == ["Agency", None]
    assert result.schema.names[:-1] == results_schema().names
    assert extract_table(given.slice(0, 0), settings=settings).num_rows == 0


def test_kept_columns_may_be_those_that_are_read(settings: Settings) -> None:
    day = date(2025, 3, 4)
    given = table(text=["one"], published=[day])
    (row,) = extract_table(given, settings=settings, keep=["published", "text"]).to_pylist()
    assert (row["published"], row["text"], row["article"]["published"]) == (day, "one", "2025-03-04")


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ("", "article a1: there is no text in it; give the article's text or leave it out"),
        (None, "article a1: there is no text in it; give the article's text or leave it out"),
        ("FAIL", "article a1: could not be extracted (ValueError: a rule stumbled); please report it with the article"),
        ("x" * 1_000_001, "article a1: longer than 1,000,000 characters; split it into its articles"),
    ],
)
def test_a_bad_article_is_a_column_and_not_a_failure(settings: Settings, text: str | None, error: str) -> None:
    rows = extract_table(table(text=["one", text, "three"]), settings=settings).to_pylist()
    assert [row["error"] for row in rows] == [None, error, None]
    assert [row["record"] is None for row in rows] == [False, True, False]
    assert {rows[1][part] for part in PARTS} == {None}


def test_bytes_that_are_no_text_are_an_error_of_their_row(settings: Settings) -> None:
    broken = pyarrow.Array.from_buffers(
        pyarrow.string(), 2, [None, pyarrow.py_buffer(b"\0\0\0\0\1\0\0\0\4\0\0\0"), pyarrow.py_buffer(b"\xffone")]
    )
    rows = extract_table(pyarrow.table({"id": ["a", "b"], "text": broken}), settings=settings).to_pylist()
    assert rows[0]["error"].startswith("article a: holds bytes that are no UTF-8 ")
    assert rows[1]["error"] is None


def test_a_number_beyond_64_bits_is_an_error_of_its_row(monkeypatch: pytest.MonkeyPatch, settings: Settings) -> None:
    record = full_record()
    toll = record.events[1].casualties.killed.model_copy(update={"max": 2**63})
    casualties = record.events[1].casualties.model_copy(update={"killed": toll})
    giant = record.model_copy(update={"events": (record.events[1].model_copy(update={"casualties": casualties}),)})
    monkeypatch.setattr(StandIn, "extract", lambda self, article: giant if article.id == "a0" else record)
    rows = extract_table(table(text=["many", "few"]), settings=settings).to_pylist()
    assert rows[0]["error"].startswith("article a0: could not be extracted (")
    assert rows[0]["events"] is None
    assert record_of(rows[1]) == record


@pytest.mark.parametrize(
    ("published", "day"),
    [
        ([date(2025, 3, 4)], "2025-03-04"),
        (["2025-03-04"], "2025-03-04"),
        (["2025-03-04T23:30:00Z"], "2025-03-04"),
        ([datetime(2025, 3, 4, 23, 30)], "2025-03-04"),
        ([datetime(2025, 3, 5, 1, 30, tzinfo=timezone(timedelta(hours=2)))], "2025-03-05"),  # the day it was there
        (pyarrow.array([1741131000000000001], pyarrow.timestamp("ns", "Asia/Tokyo")), "2025-03-05"),
        ([None], None),
        ([""], None),
    ],
)
def test_published_is_a_day_in_many_forms(settings: Settings, published: Any, day: str | None) -> None:
    (row,) = extract_table(table(text=["one"], published=published), settings=settings).to_pylist()
    assert row["error"] is None
    assert row["article"]["published"] == day


def test_published_that_is_no_day_is_an_error_of_its_row(settings: Settings) -> None:
    (row,) = extract_table(table(text=["one"], published=["soon"]), settings=settings).to_pylist()
    assert row["error"] == "article a0: published is 'soon', which is no day; write it as YYYY-MM-DD"


def test_ids_may_be_numbers_and_must_be_there(settings: Settings) -> None:
    given = pyarrow.table({"id": [7, None], "text": ["one", "two"]})
    rows = extract_table(given, settings=settings).to_pylist()
    assert [row["id"] for row in rows] == ["7", None]
    assert rows[0]["article"]["id"] == "7"
    assert rows[1]["error"] == "article None: id is None: input should be a valid string; mend it or leave it out"


@pytest.mark.parametrize(
    ("names", "keep", "message"),
    [
        (["id", "body"], [], r"no column 'text' among the articles' \(id, body\); rename or add it"),
        (["id", "text"], ["year"], "no column 'year'"),
        (["id", "text", "events"], ["events"], "the result has a column 'events' of its own; rename the one to keep"),
    ],
)
def test_columns_that_do_not_fit_are_named(names: list[str], keep: list[str], message: str) -> None:
    with pytest.raises(WarextractError, match=message):
        extract_table(pyarrow.table({name: ["x"] for name in names}), keep=keep)


def test_extractor_is_loaded_once_a_process(monkeypatch: pytest.MonkeyPatch, settings: Settings) -> None:
    loaded: list[Settings] = []
    monkeypatch.setattr(StandInSettings, "load", lambda self: loaded.append(self) or StandIn())
    columns._extractor.cache_clear()
    for _ in range(3):
        extract_table(table(text=["one"]), settings=StandInSettings())
    extract_table(table(text=["one"]), settings=StandInSettings(model="another"))
    assert loaded == [settings, StandInSettings(model="another")]


def test_page_on_clusters_names_every_column(root: Path) -> None:
    page = (root / "docs/clusters.md").read_text("utf-8")
    given, result = re.findall(r"\n\| column \| holds \|\n\|---\|---\|\n((?:\|.*\n)+)", page)
    first = re.compile(r"^\| (.*?) \|", flags=re.MULTILINE)
    names = [re.findall(r"`(\w+)`", " ".join(first.findall(table))) for table in (given, result)]
    assert names == [list(KNOWN), results_schema().names]


def test_programs_of_the_page_use_names_that_are_there(root: Path) -> None:
    page = (root / "docs/clusters.md").read_text("utf-8")
    programs = re.findall(r"```python\n(.*?)```", page, flags=re.DOTALL)
    assert len(programs) == 4
    imported = [
        (node.module, alias.name)
        for program in programs
        for node in ast.walk(ast.parse(program))
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("warextract")
        for alias in node.names
    ]
    assert len(imported) >= 3
    for module, name in imported:
        assert hasattr(import_module(str(module)), name)
