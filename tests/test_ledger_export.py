"""`warextract ledger`: the rows of the ledger as files, and what is wrong usage."""

import csv
import json
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow.parquet
import pytest

import warextract
from full_record import full_record
from warextract import cli
from warextract.exports.row import columns_of
from warextract.ledger_export import SUFFIXES, LedgerTableRow, ledger_table, write_ledger
from warextract.records import ArticleRecord
from warextract.writers import writing_records

Run = Callable[..., tuple[int, str, str]]


def article(name: str, **changes: Any) -> ArticleRecord:
    record = full_record(name)
    plain = {"duplicate_of": None, "supersedes": None, "revision": None}
    return record.model_copy(update={"article": record.article.model_copy(update=plain | changes)})


@pytest.fixture(scope="module")
def records() -> list[ArticleRecord]:
    """One story, its copy, and another agency's a day later."""
    return [
        article("wire"),
        article("paper", duplicate_of="wire", source="Paper"),
        article("other", published="2025-03-05", source="Other"),
    ]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs `warextract ledger` in this process: exit code, standard output, standard error."""

    def run_command(*arguments: str | Path) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["warextract", "ledger", *map(str, arguments)])
        with pytest.raises(SystemExit) as ended:
            cli.main()
        return int(ended.value.code or 0), *capsys.readouterr()

    return run_command


@pytest.fixture
def file(tmp_path: Path, records: list[ArticleRecord]) -> Path:
    with writing_records(tmp_path / "records.jsonl") as write:
        for record in records:
            write(record)
    return tmp_path / "records.jsonl"


def test_flat_row_says_who_claims_and_who_denies_and_counts_copies_once(records: list[ArticleRecord]) -> None:
    (row,) = [row for row in ledger_table(warextract.ledger(records)) if row.type == "capture"]
    told = row.model_dump()
    expected = {
        "happening_id": "wire/e1",
        "where": "Toretsk",
        "where_kind": "settlement",
        "country": "UKR",
        "date_start": date(2025, 3, 4),
        "date_end": date(2025, 3, 4),
        "first_told": date(2025, 3, 4),
        "last_told": date(2025, 3, 5),
        "article_ids": "paper; wire; other",
        "articles": 2,
        "copies": 1,
        "killed_min": 0,
        "killed_max": 30,
    }
    assert {name: told[name] for name in expected} == expected
    assert row.history.split(" | ")[-1].startswith("2025-03-05 other: ")
    assert "2025-03-04 paper: " in row.history
    assert ", copy of wire" in row.history
    for words in (row.claimed_words, row.denied_words, row.silent_words, row.tolls):
        assert "paper" not in (words or "")
    assert row.claimed_by is not None
    assert "(wire, 2025-03-04)" in (row.claimed_words or "")


def test_every_kind_of_file_holds_the_same_rows(tmp_path: Path, records: list[ArticleRecord]) -> None:
    rows = warextract.ledger(records)
    assert rows
    for suffix in SUFFIXES:
        assert write_ledger(rows, tmp_path / f"ledger{suffix}") == len(rows)
    flat = list(ledger_table(rows))
    with (tmp_path / "ledger.csv").open(encoding="utf-8-sig", newline="") as opened:
        cells = list(csv.DictReader(opened))
    assert list(cells[0]) == list(LedgerTableRow.model_fields)
    assert [cell["happening_id"] for cell in cells] == [row.happening_id for row in flat]
    assert [cell["claimed_words"] or None for cell in cells] == [row.claimed_words for row in flat]
    assert pyarrow.parquet.read_table(tmp_path / "ledger.parquet").to_pylist() == [row.model_dump() for row in flat]
    lines = (tmp_path / "ledger.jsonl").read_text("utf-8").splitlines()
    assert tuple(warextract.LedgerRow.model_validate_json(line) for line in lines) == rows


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_command_writes_the_rows(run: Run, file: Path, suffix: str) -> None:
    output = file.with_name(f"ledger{suffix}")
    assert run(file, "-o", output) == (0, "", "")
    assert output.stat().st_size > 0
    if suffix == ".jsonl":
        rows = [json.loads(line) for line in output.read_text("utf-8").splitlines()]
        assert [row["id"] for row in rows] == [row.id for row in warextract.ledger(warextract.read_records(file))]


def test_files_of_several_runs_are_joined(run: Run, file: Path) -> None:
    again = file.with_name("again.jsonl")
    with writing_records(again) as write:
        write(article("late", published="2025-03-06"))
    output = file.with_name("ledger.jsonl")
    assert run(file, again, "-o", output)[0] == 0
    rows = [json.loads(line) for line in output.read_text("utf-8").splitlines()]
    assert [row["articles"] for row in rows if row["type"] == "capture"] == [3]


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["missing.jsonl", "-o", "ledger.csv"], "there is no such file"),
        (["FILE", "-o", "ledger.xlsx"], ".csv, .jsonl or .parquet"),
        (["FILE", "-o", "FOLDER"], "name the file to write"),
    ],
)
def test_wrong_usage(run: Run, file: Path, arguments: list[str], complaint: str) -> None:
    places = {"FILE": str(file), "FOLDER": str(file.parent)}
    code, printed, complained = run(*(places.get(each, each) for each in arguments))
    assert (code, printed) == (2, "")
    assert complaint in complained


def test_no_records_is_an_empty_table(run: Run, tmp_path: Path) -> None:
    (tmp_path / "records.jsonl").touch()
    assert run(tmp_path / "records.jsonl", "-o", tmp_path / "ledger.csv")[0] == 0
    assert (tmp_path / "ledger.csv").read_text("utf-8-sig") == ",".join(LedgerTableRow.model_fields) + "\n"


def test_columns_and_families_are_documented(root: Path) -> None:
    assert all(column.meaning.endswith(".") for column in columns_of(LedgerTableRow))
    done = subprocess.run([sys.executable, root / "tools" / "ledger_page.py", "--check"], check=False)
    assert done.returncode == 0


def test_public_names_are_these() -> None:
    assert warextract.ledger_table is ledger_table
    assert warextract.write_ledger is write_ledger
    assert warextract.LedgerTableRow is LedgerTableRow
