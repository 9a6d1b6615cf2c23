"""What archives and agencies make of the formats: other keys, older versions, packed and chunked bodies, odd mails."""

import gzip
import json
from pathlib import Path
from typing import Any

import pytest

from warextract.article import Article
from warextract.errors import ArticleError
from warextract.readers import find_sources, read_articles

FIRST, SECOND = "Shells hit the port on Tuesday, the governor said.", "Moscow denied it."
TEXT = f"{FIRST}\n\n{SECOND}"
MARKUP = f"<p>{FIRST}</p><p>{SECOND}</p>"
DAY = "2025-03-04"


def read(path: Path) -> list[Article | ArticleError]:
    return list(read_articles(find_sources([path])))


def only(path: Path) -> Article:
    (found,) = read(path)
    assert isinstance(found, Article), found
    return found


def known(article: Article) -> dict[str, Any]:
    told = article.model_dump(exclude={"path", "number", "notes"}, exclude_defaults=True)
    return {**told, "published": str(told["published"])} if "published" in told else told


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        pytest.param(
            {"_index": "news", "_id": "7", "_source": {"body": TEXT, "headline": "Port hit", "date": "2025-03-04"}},
            {"id": "7", "text": TEXT, "title": "Port hit", "published": DAY},
            id="elasticsearch-hit",
        ),
        pytest.param(
            {"response": {"results": [{"id": "w/1", "webTitle": "Port hit", "webUrl": "https://x.example/1",
                                       "webPublicationDate": "2025-03-04T23:59:00Z", "fields": {"body": MARKUP}}]}},
            {"id": "w/1", "text": TEXT, "title": "Port hit", "published": DAY, "url": "https://x.example/1"},
            id="content-interface",
        ),
        pytest.param(
            {"maintext": "", "main_text": TEXT, "date_publish": "2025-03-04 10:00:00", "source_domain": "x.example",
             "language": "en", "title": "Port hit"},
            {"id": "a", "text": TEXT, "title": "Port hit", "published": DAY, "source": "x.example", "language": "en"},
            id="crawler",
        ),
        pytest.param(
            {"text": TEXT, "timestamp": 1741082400}, {"id": "a", "text": TEXT, "published": DAY}, id="seconds"
        ),
        pytest.param(
            {"text": TEXT, "timestamp": 1741082400000}, {"id": "a", "text": TEXT, "published": DAY}, id="milliseconds"
        ),
        pytest.param(
            {"uri": "urn:1", "type": "text", "versioncreated": "2025-03-04T10:00:00+02:00", "headline": "Port hit",
             "body_text": TEXT, "language": "en", "copyrightholder": "Wire", "version": "1"},
            {"id": "urn:1", "text": TEXT, "title": "Port hit", "published": DAY, "source": "Wire", "language": "en",
             "version": 1},
            id="ninjs-1",
        ),
        pytest.param(
            {"uri": "urn:1", "type": "text", "versioncreated": DAY, "headline": "Port hit", "body_xhtml": MARKUP},
            {"id": "urn:1", "text": TEXT, "title": "Port hit", "published": DAY},
            id="ninjs-1-xhtml",
        ),
        pytest.param(
            {"uri": "urn:1", "versionCreated": DAY, "version": 4, "headlines": [{"value": "Port hit"}],
             "bodies": [{"role": "summary", "value": "Hit."},
                        {"role": "main", "contentType": "text/plain", "value": TEXT}]},
            {"id": "urn:1", "text": TEXT, "title": "Port hit", "published": DAY, "version": 4},
            id="ninjs-3",
        ),
    ],
)  # fmt: skip
def test_json_of_others(tmp_path: Path, value: object, expected: dict[str, Any]) -> None:
    (tmp_path / "a.json").write_text(json.dumps(value), "utf-8")
    assert known(only(tmp_path / "a.json")) == expected


@pytest.mark.parametrize("status", ["canceled", "withheld", "stat:canceled"])
def test_withdrawn_ninjs_is_left_out(tmp_path: Path, status: str) -> None:
    item = {"uri": "urn:1", "pubstatus": status, "versioncreated": DAY, "body_text": TEXT}
    (tmp_path / "a.json").write_text(json.dumps(item), "utf-8")
    (error,) = read(tmp_path / "a.json")
    assert isinstance(error, ArticleError)
    assert error.kind == "skipped"


def test_a_date_of_others_that_is_none_is_left_open(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(json.dumps({"body": TEXT, "date": "last Tuesday"}), "utf-8")
    article = only(tmp_path / "a.json")
    assert article.published is None
    assert article.notes == ("published is 'last Tuesday', which is no day: left open",)


def test_news_item_with_nitf_inside(tmp_path: Path) -> None:
    (tmp_path / "a.xml").write_text(
        '<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="g1" version="3"><contentSet><inlineXML>'
        '<nitf xmlns="http://iptc.org/std/NITF/2006-10-18/"><head><docdata><date.issue norm="20250304"/></docdata>'
        "</head>"
        f"<body><body.head><hedline><hl1>Port hit</hl1></hedline></body.head><body.content><block>{MARKUP}</block>"
        "</body.content></body></nitf></inlineXML></contentSet></newsItem>",
        "utf-8",
    )
    assert known(only(tmp_path / "a.xml")) == {
        "id": "g1", "text": TEXT, "title": "Port hit", "published": DAY, "version": 3,
    }  # fmt: skip


def test_entities_of_html_in_nitf_are_characters(tmp_path: Path) -> None:
    body = "<p>&ldquo;We left,&rdquo; he said &mdash; at dawn.</p>"
    (tmp_path / "a.xml").write_text(
        f'<!DOCTYPE nitf SYSTEM "nitf.dtd"><nitf><body><body.content>{body}</body.content></body></nitf>', "utf-8"
    )
    assert only(tmp_path / "a.xml").text == "“We left,” he said — at dawn."


HEADERS = "Message-ID: <1@x>\r\nDate: Tue, 4 Mar 2025 23:30:00 -0500\r\nFrom: desk@x.example\r\nSubject: Port hit\r\n"


@pytest.mark.parametrize(
    ("kind", "body", "text"),
    [
        pytest.param("text/plain; charset=utf-8", TEXT.encode(), TEXT, id="plain"),
        pytest.param("text/plain; charset=windows-1252", "He “left”.".encode("cp1252"), "He “left”.", id="cp1252"),
        pytest.param("text/plain; charset=no-such", "He said “no”.".encode(), "He said “no”.", id="wrong-charset"),
        pytest.param("text/html; charset=utf-8", MARKUP.encode(), TEXT, id="html-only"),
        pytest.param("text/plain; format=flowed", b"Shells hit \r\nthe port.\r\n", "Shells hit the port.", id="flowed"),
    ],
)
def test_mails(tmp_path: Path, kind: str, body: bytes, text: str) -> None:
    headers = f"{HEADERS}MIME-Version: 1.0\r\nContent-Type: {kind}\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
    (tmp_path / "a.eml").write_bytes(headers.encode() + body)
    found = known(only(tmp_path / "a.eml"))
    assert found["text"].strip() == text
    assert (found["id"], found["published"], found["source"], found["title"]) == (
        "1@x", DAY, "desk@x.example", "Port hit",
    )  # fmt: skip


PAGE = (Path(__file__).parent / "fixtures" / "formats" / "page.html").read_bytes()
STORY = (Path(__file__).parent / "fixtures" / "formats" / "plain.txt").read_text("utf-8")


def warc_record(headers: bytes, body: bytes) -> bytes:
    http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n" + headers + b"\r\n" + body
    return (
        b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://x.example/1\r\n"
        b"WARC-Date: 2025-03-06T02:00:00Z\r\nWARC-Record-ID: <urn:uuid:1>\r\n"
        b"Content-Type: application/http; msgtype=response\r\nContent-Length: "
        + str(len(http)).encode() + b"\r\n\r\n" + http + b"\r\n\r\n"
    )  # fmt: skip


CHUNKED = b"%x\r\n%s\r\n0\r\n\r\n" % (len(PAGE), PAGE)


@pytest.mark.parametrize(
    "record",
    [
        pytest.param(warc_record(b"", PAGE), id="plain"),
        pytest.param(warc_record(b"Content-Encoding: gzip\r\n", gzip.compress(PAGE)), id="packed-body"),
        pytest.param(warc_record(b"Transfer-Encoding: chunked\r\n", CHUNKED), id="chunked"),
    ],
)
@pytest.mark.parametrize("packed", [False, True])
def test_crawls(tmp_path: Path, record: bytes, packed: bool) -> None:
    path = tmp_path / ("a.warc.gz" if packed else "a.warc")
    path.write_bytes(gzip.compress(record) * 3 if packed else record * 3)  # crawlers pack each record by itself
    articles = [found for found in read(path) if isinstance(found, Article)]
    assert [(a.text, str(a.published), a.url) for a in articles] == [(STORY, DAY, "https://x.example/1")] * 3


def test_a_body_that_does_not_unpack_costs_its_record(tmp_path: Path) -> None:
    packed = gzip.compress(PAGE)
    broken = warc_record(b"Content-Encoding: gzip\r\n", packed[:20] + b"\xff" * 40 + packed[60:])
    (tmp_path / "a.warc").write_bytes(warc_record(b"", PAGE) + broken + warc_record(b"", PAGE))
    first, second, third = read(tmp_path / "a.warc")
    assert isinstance(first, Article)
    assert isinstance(third, Article)
    assert isinstance(second, ArticleError), second


@pytest.mark.parametrize(
    "record",
    [
        pytest.param(warc_record(b"Content-Length: %d\r\n" % len(PAGE), PAGE[:-300]), id="shorter-than-it-says"),
        pytest.param(warc_record(b"Content-Encoding: gzip\r\n", gzip.compress(PAGE)[:-100]), id="packed"),
        pytest.param(
            warc_record(b"", PAGE[:-300]).replace(b"WARC-Date", b"WARC-Truncated: length\r\nWARC-Date"), id="told"
        ),
    ],
)
def test_a_page_that_was_cut_short_says_so(tmp_path: Path, record: bytes) -> None:
    (tmp_path / "a.warc").write_bytes(record)
    assert only(tmp_path / "a.warc").notes == ("cut short: the archive holds the beginning of the page only",)


@pytest.mark.parametrize("encoding", ["utf-8", "windows-1252", "utf-16"])
def test_encoding_of_a_page(tmp_path: Path, encoding: str) -> None:
    page = PAGE.decode("utf-8").replace('charset="utf-8"', f'charset="{encoding}"')
    (tmp_path / "a.html").write_bytes(page.encode(encoding))
    assert only(tmp_path / "a.html").text == STORY


def test_a_page_is_limited_like_any_other_file(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_bytes(PAGE + b" " * (33 * 1024 * 1024))
    (error,) = read(tmp_path / "a.html")
    assert "larger than 32 MB" in str(error)
