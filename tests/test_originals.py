"""Texts behind records: found by path, else in folders, and only if they are the very text."""

import json
from pathlib import Path

import pytest

from stand_in import make_record
from warextract.article import Article
from warextract.errors import ArticleError
from warextract.originals import find_texts, text_of
from warextract.records import ArticleRecord


def record_of(text: str, path: Path | None = None) -> ArticleRecord:
    return make_record(text, Article(id="a", text=text, path=path))


def test_text_is_read_from_the_file_that_the_record_names(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("Kyiv “denied”\r\nit.".encode("cp1252"))
    record = record_of("Kyiv “denied”\r\nit.", path)
    assert list(find_texts([record])) == [(record, "Kyiv “denied”\r\nit.")]
    assert text_of(record) == "Kyiv “denied”\r\nit."


def test_articles_of_one_file_of_lines(tmp_path: Path) -> None:
    path = tmp_path / "day.jsonl"
    path.write_text("".join(json.dumps({"id": t, "text": t}) + "\n" for t in ("one", "two")), encoding="utf-8")
    records = [record_of("two", path), record_of("one", path)]
    assert [text for _, text in find_texts(records)] == ["two", "one"]


def test_another_text_in_the_same_place_is_not_taken(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Corrected since.", encoding="utf-8")
    assert list(find_texts([record_of("As it was.", path)])) == [(record_of("As it was.", path), None)]
    assert text_of(record_of("As it was.", path)) is None


@pytest.mark.parametrize("path", [Path("gone.txt"), Path("/"), Path("x\0y.txt"), None])
def test_texts_that_moved_are_found_in_a_folder(tmp_path: Path, path: Path | None) -> None:
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "renamed.txt").write_text("Toretsk fell.", encoding="utf-8")
    record = record_of("Toretsk fell.", path)
    assert list(find_texts([record])) == [(record, None)]
    assert list(find_texts([record], [tmp_path])) == [(record, "Toretsk fell.")]


def test_a_folder_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ArticleError, match="no such file or folder"):
        list(find_texts([record_of("a")], [tmp_path / "none"]))
