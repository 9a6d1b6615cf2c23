import json
from pathlib import Path

import pytest

from stand_in import make_record
from warextract.errors import ArticleError, WarextractError
from warextract.writers import holds_records, read_records, writing_records

RECORD = make_record("Kyiv denied “it”.\u2028Moscow did not.")


def test_records_come_back_as_they_were_written(tmp_path: Path) -> None:
    path = tmp_path / "new" / "records.jsonl"
    with writing_records(path) as write:
        write(RECORD)
        write(RECORD)
    assert list(read_records(path)) == [RECORD, RECORD]
    assert path.read_bytes().count(b"\n") == 2
    assert holds_records(path)


def test_file_appears_only_when_it_is_whole(tmp_path: Path) -> None:
    path = tmp_path / "records.jsonl"
    path.write_text("older\n", encoding="utf-8")

    def write_and_fail() -> None:
        with writing_records(path) as write:
            write(RECORD)
            assert path.read_text("utf-8") == "older\n"
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_and_fail()
    assert path.read_text("utf-8") == "older\n"
    assert list(tmp_path.iterdir()) == [path]


def test_file_can_be_read_by_others(tmp_path: Path) -> None:
    (tmp_path / "plain").touch()
    with writing_records(tmp_path / "records.jsonl") as write:
        write(RECORD)
    assert (tmp_path / "records.jsonl").stat().st_mode == (tmp_path / "plain").stat().st_mode


def test_place_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with (
        pytest.raises(WarextractError, match="cannot be written"),
        writing_records(tmp_path / "file" / "r.jsonl"),
    ):
        pass


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.jsonl", '{"id": "a", "text": "x"}\n'),
        ("a.jsonl", ""),
        ("a.jsonl", "no json\n"),
        ("a.jsonl", "[]\n"),
        ("a.txt", '{"schema_version": "1.0"}\n'),
    ],
)
def test_articles_are_no_records(tmp_path: Path, name: str, content: str) -> None:
    (tmp_path / name).write_text(content, encoding="utf-8")
    assert not holds_records(tmp_path / name)


def test_folder_holds_no_records(tmp_path: Path) -> None:
    assert not holds_records(tmp_path)


def test_line_that_is_no_record_is_named(tmp_path: Path) -> None:
    path = tmp_path / "records.jsonl"
    path.write_text(RECORD.to_json() + "\n\n" + json.dumps({"schema_version": "0.1"}) + "\n", encoding="utf-8")
    records = read_records(path)
    assert next(records) == RECORD
    with pytest.raises(ArticleError, match=r"records\.jsonl, line 3: not a record of version 1\.0"):
        next(records)
