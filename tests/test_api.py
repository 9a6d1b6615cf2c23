import logging
from pathlib import Path

import pytest

import warextract

TEXT = "KYIV, March 4 - The army denied on Monday that it had left the town of Toretsk."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in (("a", TEXT), ("b", ""), ("c", "Nothing happened.")):
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    return tmp_path


def test_extract_is_the_record_of_a_text(extractor: warextract.Extractor) -> None:
    record = warextract.extract(TEXT, published="2025-03-04", id="x", source="Agency", title="T", url="u")
    article = warextract.Article(id="x", text=TEXT, published="2025-03-04", source="Agency", title="T", url="u")
    assert record == extractor.extract(article)
    assert (record.article.id, record.article.source, record.article.published) == ("x", "Agency", "2025-03-04")
    assert [claim.stance for claim in record.claims] == ["denies"]


@pytest.mark.parametrize(
    ("text", "published", "complaint"),
    [
        ("", None, "article: there is no text in it"),
        (" \n", None, "article: there is no text in it"),
        (TEXT, "on Monday", "article: published is 'on Monday', which is no day"),
    ],
)
def test_what_is_no_article_is_refused(text: str, published: str | None, complaint: str) -> None:
    with pytest.raises(warextract.ArticleError, match=complaint):
        warextract.extract(text, published=published)


def test_folder_gives_the_records_that_there_are(folder: Path, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING, logger="warextract"):
        records = list(warextract.extract_folder(folder, published="2025-03-04"))
    assert [record.article.id for record in records] == ["a", "c"]
    assert records[0].article.published == "2025-03-04"
    assert [message.split(": ")[1] for message in caplog.messages] == [
        "there is no text in it; give the article's text or leave it out"
    ]


def test_failures_go_to_whom_asks_for_them(folder: Path, caplog: pytest.LogCaptureFixture) -> None:
    failures: list[warextract.Failure] = []
    records = list(warextract.extract_folder(folder, on_failure=failures.append))
    assert (len(records), [failure.kind for failure in failures]) == (2, ["unreadable"])
    assert caplog.messages == []


def test_folder_without_articles_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(warextract.ArticleError, match=r"no file of articles \(\.txt, .*\) in it"):
        list(warextract.extract_folder(tmp_path))
