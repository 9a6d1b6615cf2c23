import json
from datetime import date
from pathlib import Path

import pytest

from warextract.article import Article
from warextract.errors import ArticleError
from warextract.readers import MAX_CHARS, Source, count_articles, find_sources, make_article, read_articles

WESTERN = "Kyiv denied “it” on Friday. The ministry said that troops had left the café in the town’s centre."
POLISH = "Wojska opuściły miasto w piątek, podało ministerstwo obrony narodowej w Warszawie."
UKRAINIAN = "Війська залишили місто у п'ятницю, повідомило міністерство."
TEXT = "KYIV, March 4 - The bridge fell."


def read(*inputs: Path, published: str | None = None) -> list[Article | ArticleError]:
    return list(read_articles(find_sources(inputs), published=published))


def only_article(*inputs: Path, published: str | None = None) -> Article:
    (article,) = read(*inputs, published=published)
    assert isinstance(article, Article), article
    return article


def only_error(*inputs: Path) -> str:
    (error,) = read(*inputs)
    assert isinstance(error, ArticleError), error
    return str(error)


def write_lines(path: Path, *lines: object) -> Path:
    text = "".join((line if isinstance(line, str) else json.dumps(line)) + "\n" for line in lines)
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("data", "text"),
    [
        pytest.param("Kyiv denied “it”.".encode(), "Kyiv denied “it”.", id="utf-8"),
        pytest.param("\ufeffKyiv.".encode(), "\ufeffKyiv.", id="byte-order-mark-counts"),
        pytest.param(b"Kyiv.\r\nMoscow.\r\n", "Kyiv.\r\nMoscow.\r\n", id="crlf-counts"),
        pytest.param(b"Kyiv denied \x93it\x94.", "Kyiv denied “it”.", id="windows-1252"),
        pytest.param(WESTERN.encode("mac-roman"), WESTERN, id="mac"),
        pytest.param(WESTERN.encode("cp1252"), WESTERN, id="cp1252"),
        pytest.param(POLISH.encode("cp1250"), POLISH, id="cp1250"),
        pytest.param(UKRAINIAN.encode("cp1251"), UKRAINIAN, id="cp1251"),
        pytest.param("Kyiv “x”.".encode("utf-16-le"), "Kyiv “x”.", id="utf-16-le-without-mark"),
        pytest.param("Kyiv denied it.".encode("utf-16-be"), "Kyiv denied it.", id="utf-16-be-without-mark"),
        pytest.param("Kyiv “x”.".encode("utf-16"), "Kyiv “x”.", id="utf-16"),
        pytest.param("one\u2028two".encode(), "one\u2028two", id="line-separator"),
    ],
)
def test_text_is_the_file_decoded(tmp_path: Path, data: bytes, text: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(data)
    assert only_article(path).text == text


def test_text_file_is_named_after_itself_and_knows_its_path(tmp_path: Path) -> None:
    path = tmp_path / "toretsk.v2.txt"
    path.write_text(TEXT, encoding="utf-8")
    article = only_article(path)
    assert (article.id, article.path, article.published) == ("toretsk.v2", path, None)


def test_metadata_stands_beside_the_text(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    metadata = {
        "id": 7,
        "published": "2025-03-04T10:00:00Z",
        "source": "Agency",
        "title": "T",
        "url": "u",
        "text": "x",
    }
    (tmp_path / "a.meta.json").write_text(json.dumps(metadata), encoding="utf-8")
    article = only_article(tmp_path / "a.txt", published="2020-01-01")
    assert (article.id, article.source, article.title, article.url) == ("7", "Agency", "T", "u")
    assert article.published == date(2025, 3, 4)
    assert article.text == TEXT


def test_published_is_a_default(tmp_path: Path) -> None:
    path = write_lines(
        tmp_path / "a.jsonl", {"id": "a", "text": TEXT, "published": "2025-03-04"}, {"id": "b", "text": TEXT}
    )
    days = [article.published for article in read(path, published="2024-01-01") if isinstance(article, Article)]
    assert days == [date(2025, 3, 4), date(2024, 1, 1)]


def test_lines_are_split_at_line_feeds_only(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    first = json.dumps({"id": "a", "text": "one\u2028two\x85three"}, ensure_ascii=False)
    path.write_bytes(b"\xef\xbb\xbf" + first.encode() + b"\r\n\n" + b'{"text": "four"}')
    articles = read(path)
    assert [(a.id, a.text) for a in articles if isinstance(a, Article)] == [
        ("a", "one\u2028two\x85three"),
        ("a-3", "four"),
    ]
    assert count_articles(find_sources([path])) == 2


def test_folder_is_read_by_path_whatever_the_disk_says(tmp_path: Path) -> None:
    for name in (
        "b.txt",
        "a/z.txt",
        "a/b.TXT",
        "c.jsonl",
        ".hidden.txt",
        ".git/x.txt",
        "a/y.meta.json",
        "notes.md",
    ):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text('{"id": "line", "text": "x"}', encoding="utf-8")
    assert [article.id for article in read(tmp_path) if isinstance(article, Article)] == [
        "a/b", "a/z", "b", "line",
    ]  # fmt: skip


def test_file_that_is_written_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "records.jsonl").write_text("{}", encoding="utf-8")
    sources = find_sources([tmp_path], without=[tmp_path / "records.jsonl"])
    assert sources == (Source(tmp_path / "a.txt", "a"),)


def test_inputs_keep_their_order(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(TEXT, encoding="utf-8")
    ids = [source.name for source in find_sources([tmp_path / "b.txt", tmp_path / "a.txt", tmp_path / "b.txt"])]
    assert ids == ["b", "a", "b"]


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        ("not json", "line 2: not JSON"),
        ("[1]", "line 2: not a JSON object"),
        ("[" * 100_000, "line 2: not JSON"),
        ({"id": "a"}, 'line 2: there is no key "text"'),
        ({"id": "a", "text": None}, "line 2: text is None"),
        ({"id": "a", "text": 5}, "line 2: text is 5"),
        ({"id": "a", "text": "  \n"}, "line 2: there is no text in it"),
        (
            {"id": "a", "text": TEXT, "published": "on Friday"},
            "line 2: published is 'on Friday', which is no day",
        ),
        ({"id": "a", "text": TEXT, "published": "2025-02-30"}, "line 2: published is '2025-02-30'"),
        ({"id": "a", "text": TEXT, "published": 20250304}, "line 2: published is 20250304"),
        ({"id": ["a"], "text": TEXT}, "line 2: id is ['a']"),
        ('{"id": "a", "text": "\\ud800"}', "line 2: holds half of a surrogate pair"),
        ({"id": "a", "text": "x" * (MAX_CHARS + 1)}, "line 2: longer than 1,000,000 characters"),
    ],
)
def test_bad_line_is_named_and_the_next_is_read(tmp_path: Path, line: object, complaint: str) -> None:
    path = write_lines(tmp_path / "a.jsonl", {"id": "1", "text": TEXT}, line, {"id": "3", "text": TEXT})
    first, error, third = read(path)
    assert isinstance(first, Article)
    assert isinstance(third, Article)
    assert str(error).startswith(f"{path}, {complaint}")
    assert "\n" not in str(error)
    assert len(str(error)) < 400


@pytest.mark.parametrize(
    ("data", "complaint"),
    [
        (b"", "there is no text in it"),
        (b" \r\n", "there is no text in it"),
        (b"PK\x03\x04\x00\x00", "looks like a binary file"),
        (b"\xff\xfeK\x00y", "neither UTF-8 nor UTF-16"),
        (b"x" * (4 * MAX_CHARS + 5), "longer than 1,000,000 characters"),
    ],
)
def test_bad_text_file_is_named(tmp_path: Path, data: bytes, complaint: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(data)
    assert only_error(path).startswith(f"{path}: {complaint}")


@pytest.mark.parametrize("metadata", ["{", "[]", '{"published": "soon"}', '{"published": [1]}', '{"title": 3}'])
def test_bad_metadata_costs_the_article(tmp_path: Path, metadata: str) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "a.meta.json").write_text(metadata, encoding="utf-8")
    assert only_error(tmp_path / "a.txt").startswith(str(tmp_path / "a."))


def test_what_is_not_there_is_refused_at_once(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"%PDF")
    (tmp_path / "empty").mkdir()
    with pytest.raises(ArticleError, match="there is no such file or folder"):
        find_sources([tmp_path / "missing.txt"])
    with pytest.raises(ArticleError, match=r"not a file of articles \(\.txt,"):
        find_sources([tmp_path / "a.pdf"])
    with pytest.raises(ArticleError, match=r"no file of articles \(\.txt, .*\) in it"):
        find_sources([tmp_path / "empty"])


def test_file_that_vanishes_is_an_error_of_its_own(tmp_path: Path) -> None:
    sources = (Source(tmp_path / "a.txt", "a"), Source(tmp_path / "b.jsonl", "b"))
    errors = list(read_articles(sources))
    assert [str(error).split(";")[0] for error in errors] == [
        f"{tmp_path / 'a.txt'}: cannot be read (No such file or directory)",
        f"{tmp_path / 'b.jsonl'}: cannot be read (No such file or directory)",
    ]
    assert count_articles(sources) == len(errors)


def test_make_article_ignores_keys_it_does_not_know() -> None:
    assert make_article({"id": "a", "text": TEXT, "byline": "J. Doe"}, "here").text == TEXT
