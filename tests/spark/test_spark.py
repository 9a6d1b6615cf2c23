"""A local Spark session of two workers gives the records of the local run; an article's fault is a column."""

import sys
from datetime import date, datetime
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any

import pytest

import warextract
from stand_in_settings import StandInSettings, TellingSettings
from warextract.batch import run
from warextract.columns import results_schema
from warextract.errors import WarextractError
from warextract.readers import find_sources, read_articles
from warextract.records import ArticleRecord
from warextract.spark import AT_A_TIME, extract

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession

SCHEMA = "id string, text string, published date"


@pytest.fixture(scope="module")
def samples(root: Path) -> Path:
    return root / "tests/fixtures/articles"


@pytest.fixture(scope="module")
def rows(spark: "SparkSession", samples: Path) -> dict[str, Any]:
    """The rows of the sample articles by id, with some beside them that are wrong in one way each."""
    articles = [each for each in read_articles(find_sources([samples])) if isinstance(each, warextract.Article)]
    names = ("id", "text", "published", "source", "title", "url", "language")
    values = [tuple(getattr(article, name) for name in names) for article in articles]
    broken = [
        ("empty", "", date(2025, 3, 4)),
        ("null", None, date(2025, 3, 4)),
        ("long", "The army denied it. " * 60_000, date(2025, 3, 4)),
        ("undated", "The army denied shelling the port on Tuesday.", None),
    ]
    schema = ", ".join(f"{name} {'date' if name == 'published' else 'string'}" for name in names)
    given = spark.createDataFrame([*values, *((*row, None, None, None, None) for row in broken)], schema)
    assert spark.sparkContext.defaultParallelism == 2
    return {row["id"]: row.asDict(recursive=True) for row in extract(given.repartition(4)).collect()}


def test_records_are_those_of_the_local_run(rows: dict[str, Any], samples: Path) -> None:
    local = [record for record in run([samples]) if isinstance(record, ArticleRecord)]
    assert len(local) > 10
    unread = {"path": None}  # a DataFrame has no files
    for record in local:
        row = rows[record.article.id]
        alike = record.model_copy(update={"article": record.article.model_copy(update=unread)})
        assert row["record"] == alike.to_json()
        assert ArticleRecord.model_validate({part: row[part] for part in ArticleRecord.model_fields}) == alike
        assert row["error"] is None


@pytest.mark.parametrize(
    ("name", "error"),
    [
        ("empty", "article empty: there is no text in it; give the article's text or leave it out"),
        ("null", "article null: there is no text in it; give the article's text or leave it out"),
        ("long", "article long: longer than 1,000,000 characters; split it into its articles"),
    ],
)
def test_a_bad_article_is_a_row_with_its_error(rows: dict[str, Any], name: str, error: str) -> None:
    assert rows[name]["error"] == error
    assert {rows[name][part] for part in (*ArticleRecord.model_fields, "record")} == {None}


def test_article_without_a_day_has_a_record(rows: dict[str, Any]) -> None:
    row = rows["undated"]
    assert row["error"] is None
    assert row["article"]["published"] is None
    assert [claim["stance"] for claim in row["claims"]] == ["denies"]
    assert "no date of publication" in row["warnings"][0]


def test_fault_of_the_extractor_costs_its_article_alone(spark: "SparkSession") -> None:
    given = spark.createDataFrame([(str(i), "FAIL" if i == 7 else "well", None) for i in range(100)], SCHEMA)
    found = extract(given.coalesce(1), settings=StandInSettings()).select("id", "error").collect()
    assert [row["id"] for row in found] == [str(i) for i in range(100)]
    assert len(found) > AT_A_TIME  # so that a partition is taken in more than one piece
    assert {row["id"]: row["error"] for row in found if row["error"]} == {
        "7": "article 7: could not be extracted (ValueError: a rule stumbled); please report it with the article"
    }


def test_bytes_that_are_no_text_are_an_error_of_their_row(spark: "SparkSession") -> None:
    given = spark.sql("select 'a' as id, cast(x'ff41' as string) as text union all select 'b', 'well'")
    found = {row["id"]: row["error"] for row in extract(given, settings=StandInSettings()).collect()}
    assert found["a"].startswith("article a: holds bytes that are no UTF-8 ")
    assert found["b"] is None


def test_extractor_is_loaded_once_a_worker(spark: "SparkSession") -> None:
    given = spark.createDataFrame([(str(i), "well", None) for i in range(400)], SCHEMA)
    found = extract(given.repartition(8), settings=TellingSettings()).select("warnings").collect()
    warnings = [row["warnings"] for row in found]
    assert len(warnings) == 400
    assert len({process for process, _ in warnings}) == 2
    assert {load for _, load in warnings} == {"load 1"}


def test_columns_have_the_types_of_the_arrow_schema(spark: "SparkSession") -> None:
    given = spark.createDataFrame([("a", "well", 2025, [1.5], datetime(2025, 3, 4, 5))],
        "id string, text string, year int not null, scores array<double>, seen timestamp")  # fmt: skip
    found = extract(given, settings=StandInSettings(), keep=["year", "scores", "seen"])
    assert found.columns == [*results_schema().names, "year", "scores", "seen"]
    types = dict(found.dtypes)
    assert types["year"] == "int"
    assert types["events"].startswith("array<struct<id:string,type:string,trigger:struct<start:bigint,")
    assert types["claims"].count("date") > 1
    (row,) = found.collect()
    assert (row["year"], row["scores"], row["seen"]) == (2025, [1.5], datetime(2025, 3, 4, 5))


@pytest.mark.parametrize(
    ("select", "keep", "message"),
    [
        ("'a' as id", [], r"no column 'text' among the articles' \(id\); rename or add it"),
        ("'a' as id, 'b' as text", ["year"], "no column 'year'"),
        ("'a' as id, 'b' as text, 1 as events", ["events"], "has a column 'events' of its own"),
    ],
)
def test_columns_that_do_not_fit_are_named_before_the_job(
    spark: "SparkSession", select: str, keep: list[str], message: str
) -> None:
    with pytest.raises(WarextractError, match=message):
        extract(spark.sql(f"select {select}"), keep=keep)


@pytest.mark.parametrize("version", ["3.5.7", None])
def test_missing_or_old_pyspark_is_told_with_its_remedy(monkeypatch: pytest.MonkeyPatch, version: str | None) -> None:
    old = ModuleType("pyspark")
    old.__version__ = version  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "pyspark", old if version else None)
    frame: DataFrame = None
    with pytest.raises(WarextractError, match=r'pip install "warextract\[spark\]"'):
        extract(frame)
