"""`warextract export`: kinds of files by suffix, and what is wrong usage."""

import csv
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from full_record import full_record
from warextract import cli
from warextract.exports.export import SUFFIXES
from warextract.writers import writing_records

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs `warextract export` in this process: exit code, standard output, standard error."""

    def run_command(*arguments: str | Path) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["warextract", "export", *map(str, arguments)])
        with pytest.raises(SystemExit) as ended:
            cli.main()
        return int(ended.value.code or 0), *capsys.readouterr()

    return run_command


@pytest.fixture
def records(tmp_path: Path) -> Path:
    with writing_records(tmp_path / "records.jsonl") as write:
        write(full_record())
        write(full_record("second"))
    return tmp_path / "records.jsonl"


@pytest.mark.parametrize("suffix", [each for each in SUFFIXES if each != ".geojson"])
def test_kind_is_the_suffix(run: Run, records: Path, suffix: str) -> None:
    output = records.parent / "new" / f"t{suffix}"
    assert run(records, "-o", output) == (0, "", "")
    assert output.stat().st_size > 0


def test_events_without_a_point_are_counted(run: Run, records: Path) -> None:
    output = records.with_name("t.geojson")
    complaint = f"warextract: {output}: 2 of 4 events have no coordinates and are left out\n"
    assert run(records, "-o", output) == (0, "", complaint)


@pytest.mark.parametrize(
    ("table", "first"), [(None, "event_id_cnty,"), ("events", "event_id_cnty,"), ("claims", "claim_id,")]
)
def test_table_is_chosen(run: Run, records: Path, table: str | None, first: str) -> None:
    output = records.with_name("t.csv")
    assert run(records, "-o", output, *(("--table", table) if table else ())) == (0, "", "")
    assert output.read_text("utf-8-sig").startswith(first)


def test_several_files_are_one_table(run: Run, records: Path) -> None:
    output = records.with_name("t.csv")
    assert run(records, records, "-o", output)[0] == 0
    with output.open(encoding="utf-8-sig", newline="") as file:
        ids = [row["event_id_cnty"] for row in csv.DictReader(file)]
    assert ids == ["toretsk:e1", "toretsk:e2", "second:e1", "second:e2"] * 2


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["missing.jsonl", "-o", "t.csv"], "missing.jsonl: there is no such file; give one that"),
        (["records.jsonl", "-o", "t.xlsx"], "t.xlsx: no file of a known kind; name it .csv,"),
        (["records.jsonl", "-o", "."], ".: is a folder; name the file to write, such as events.csv"),
        (["records.jsonl", "-o", "t.db", "--table", "claims"], "t.db: --table is for .csv and .parquet"),
        (["records.jsonl", "-o", "t.csv", "--table", "places"], "'places' is not one of 'events', 'claims'"),
        (["records.jsonl"], "Missing option '-o'"),
        (["-o", "t.csv"], "Missing argument"),
    ],
)
def test_wrong_usage_is_code_2(
    run: Run, records: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], complaint: str
) -> None:
    monkeypatch.chdir(records.parent)
    code, out, err = run(*arguments)
    assert (code, out) == (2, "")
    assert complaint in err
    assert list(records.parent.iterdir()) == [records]


def test_file_of_articles_is_named(run: Run, tmp_path: Path) -> None:
    (tmp_path / "articles.jsonl").write_text('{"id": "a", "text": "x"}\n', encoding="utf-8")
    code, out, err = run(tmp_path / "articles.jsonl", "-o", tmp_path / "t.csv")
    assert (code, out) == (1, "")
    assert err.startswith(f"warextract: {tmp_path / 'articles.jsonl'}, line 1: not a record")
    assert not (tmp_path / "t.csv").exists()
