"""Each file opened again with its own library and compared, value by value, with the rows."""

import csv
import json
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pyarrow.parquet
import pytest
from pydantic import ValidationError

import warextract
from full_record import full_record
from warextract.article import Article
from warextract.errors import WarextractError
from warextract.exports.arrow_schema import arrow_schema
from warextract.exports.claim_table import ClaimRow, claim_table
from warextract.exports.csv_file import guarded
from warextract.exports.event_row import EventRow
from warextract.exports.event_table import event_table
from warextract.exports.export import SUFFIXES, Exported, Table, export
from warextract.exports.row import Row
from warextract.records import ArticleRecord

SAMPLES = ("el_obeid_siege", "marib_xinhua", "lashio_falls")
ODD = 'nul \0, tab\t, quote ", break\r\n, right-to-left \u202eשלום, emoji 🚀, line\u2028separator'


@pytest.fixture(scope="module")
def records(root: Path, extractor: warextract.Extractor) -> tuple[ArticleRecord, ...]:
    """One record by hand, one with odd characters, three that were read from articles."""
    folder = root / "tests" / "fixtures" / "articles"
    articles = [
        Article(id=name, text=(folder / f"{name}.txt").read_text("utf-8"), published=date(2024, 6, 4))
        for name in SAMPLES
    ]
    odd = full_record("odd")
    odd = odd.model_copy(update={"article": odd.article.model_copy(update={"title": ODD, "source": "@SUM(1+1)"})})
    return (full_record(), odd, *map(extractor.extract, articles))


TABLES: dict[Table, type[Row]] = {"events": EventRow, "claims": ClaimRow}


def rows_of(records: tuple[ArticleRecord, ...], table: Table) -> list[Row]:
    return list(event_table(records) if table == "events" else claim_table(records))


@pytest.mark.parametrize("table", TABLES)
def test_csv_has_every_value(records: tuple[ArticleRecord, ...], tmp_path: Path, table: Table) -> None:
    rows = rows_of(records, table)
    assert len(rows) > 20
    assert export(records, tmp_path / "t.csv", table=table) == Exported(len(rows))
    with (tmp_path / "t.csv").open(encoding="utf-8-sig", newline="") as file:
        header, *lines = csv.reader(file)
    assert header == list(TABLES[table].model_fields)
    assert lines == [[as_cell(getattr(row, name)) for name in header] for row in rows]


def as_cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    return guarded(value) if isinstance(value, str) else str(value)


@pytest.mark.parametrize("table", TABLES)
def test_parquet_has_every_value(records: tuple[ArticleRecord, ...], tmp_path: Path, table: Table) -> None:
    rows = rows_of(records, table)
    assert export(records, tmp_path / "t.parquet", table=table) == Exported(len(rows))
    found = pyarrow.parquet.read_table(tmp_path / "t.parquet")
    assert found.schema == arrow_schema(TABLES[table])
    assert found.to_pylist() == [row.model_dump() for row in rows]


def test_parquet_is_written_a_group_at_a_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("warextract.exports.parquet_file.GROUP", 3)
    export([full_record(str(n)) for n in range(5)], tmp_path / "t.parquet")
    file = pyarrow.parquet.ParquetFile(tmp_path / "t.parquet")
    assert [file.metadata.row_group(n).num_rows for n in range(file.num_row_groups)] == [3, 3, 3, 1]
    assert file.read().column("wx_article_id").to_pylist() == [str(n) for n in range(5) for _ in range(2)]


def test_geojson_has_every_event_that_has_a_point(records: tuple[ArticleRecord, ...], tmp_path: Path) -> None:
    rows = [row for row in rows_of(records, "events") if isinstance(row, EventRow)]
    shown = [row for row in rows if row.latitude is not None]
    assert len(shown) > 5
    assert export(records, tmp_path / "t.geojson") == Exported(len(shown), left_out=len(rows) - len(shown))
    found = json.loads((tmp_path / "t.geojson").read_text("utf-8"))
    assert found["type"] == "FeatureCollection"
    for feature, row in zip(found["features"], shown, strict=True):
        assert (feature["type"], feature["id"]) == ("Feature", row.event_id_cnty)
        assert feature["geometry"] == {"type": "Point", "coordinates": [row.longitude, row.latitude]}
        assert feature["properties"] == row.model_dump(mode="json", exclude={"latitude", "longitude"})
    lines = (tmp_path / "t.geojson").read_text("utf-8").split("\n")
    assert len(lines) == len(shown) + 3  # a feature a line, whatever line ends its texts hold


@pytest.mark.parametrize("suffix", [".csv", ".geojson"])
def test_second_run_gives_the_same_bytes(records: tuple[ArticleRecord, ...], tmp_path: Path, suffix: str) -> None:
    for name in ("first", "second"):
        export(records, tmp_path / f"{name}{suffix}")
    assert (tmp_path / f"first{suffix}").read_bytes() == (tmp_path / f"second{suffix}").read_bytes()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        *((mark + "1", "'" + mark + "1") for mark in "=+-@\t\r\n＝＋－＠"),
        ("Toretsk=1", "Toretsk=1"),
        ("", ""),
        ("'=1", "'=1"),
    ],
)
def test_no_cell_is_a_formula(text: str, expected: str) -> None:
    assert guarded(text) == expected


def test_formulas_of_an_article_are_texts_and_numbers_stay_numbers(tmp_path: Path) -> None:
    record = full_record()
    west = record.places[0].model_copy(update={"lon": -3.5})
    record = record.model_copy(update={"places": (west, *record.places[1:])})
    export([record], tmp_path / "t.csv")
    with (tmp_path / "t.csv").open(encoding="utf-8-sig", newline="") as file:
        row = next(csv.DictReader(file))
    assert row["notes"].startswith("'=Russian forces")
    assert row["longitude"] == "-3.5"


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_nothing_is_a_file_too(tmp_path: Path, suffix: str) -> None:
    assert export(iter(()), tmp_path / f"t{suffix}") == Exported(0)
    assert (tmp_path / f"t{suffix}").stat().st_size > 0


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_file_appears_only_when_it_is_whole(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"t{suffix}"
    path.write_text("older", encoding="utf-8")

    def cut_short() -> Iterator[ArticleRecord]:
        yield full_record()
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        export(cut_short(), path)
    assert list(tmp_path.iterdir()) == [path]
    assert path.read_text("utf-8") == "older"
    export([full_record()], path)
    assert list(tmp_path.iterdir()) == [path]
    assert path.read_bytes() != b"older"


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_place_that_cannot_be_written_is_named(tmp_path: Path, suffix: str) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(WarextractError, match=rf"t{suffix}: cannot be written"):
        export([full_record()], tmp_path / "file" / f"t{suffix}")


@pytest.mark.parametrize(
    ("suffix", "records", "limit"),
    [*((suffix, 3_000, 20_000) for suffix in SUFFIXES), (".duckdb", 3, 100_000)],  # its spool, then the file itself
)
def test_full_disk_is_one_error_and_no_file(tmp_path: Path, suffix: str, records: int, limit: int) -> None:
    """A limit on the size of files stands for the disk; SQLite, DuckDB and Arrow meet it in C."""
    program = (
        "import resource, sys\n"
        "from pathlib import Path\n"
        "from full_record import full_record\n"
        "from warextract import WarextractError, export\n"
        "import pyarrow.parquet, duckdb\n"
        f"resource.setrlimit(resource.RLIMIT_FSIZE, ({limit}, {limit}))\n"
        "try:\n"
        f"    export((full_record(str(n)) for n in range({records})), sys.argv[1])\n"
        "except WarextractError as error:\n"
        "    sys.exit(str(error))\n"
    )
    path = tmp_path / f"t{suffix}"
    done = subprocess.run(
        [sys.executable, "-c", program, path],
        capture_output=True,
        check=False,
        encoding="utf-8",
        cwd=Path(__file__).parent / "support",
        timeout=120,
    )
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith(f"{path}: cannot be written")
    assert done.stderr.endswith("; give another place\n")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("suffix", "library", "extra"), [(".parquet", "pyarrow", "parquet"), (".duckdb", "duckdb", "duckdb")]
)
def test_missing_library_is_named_with_its_extra(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, suffix: str, library: str, extra: str
) -> None:
    monkeypatch.setitem(sys.modules, library, None)
    with pytest.raises(WarextractError, match=rf'needs {library}: pip install "warextract\[{extra}\]"'):
        export([full_record()], tmp_path / f"t{suffix}")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["t.xlsx", "t", "t.csv.gz"])
def test_unknown_suffix_is_named(tmp_path: Path, name: str) -> None:
    with pytest.raises(WarextractError, match=r"no file of a known kind; name it \.csv, .* or \.duckdb"):
        export([], tmp_path / name)


def test_suffix_in_capitals_is_the_same(tmp_path: Path) -> None:
    assert export([full_record()], tmp_path / "T.CSV") == Exported(2)


def test_row_takes_nothing_undeclared() -> None:
    with pytest.raises(ValidationError):
        EventRow.model_validate({"colour": "red"})
