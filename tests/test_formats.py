"""Every format through the command line, as it is and packed: the same story, so the same claims and events."""

import gzip
import hashlib
import json
import os
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from random import Random
from typing import Any, TypeAlias

import pytest

from warextract.article import Article
from warextract.errors import ArticleError
from warextract.originals import text_of
from warextract.readers import find_sources, read_articles
from warextract.readers.formats import FORMATS
from warextract.records import ArticleRecord

FORMATS_FOLDER = Path(__file__).parent / "fixtures" / "formats"
STORY = (FORMATS_FOLDER / "plain.txt").read_text("utf-8")
STUB_RUN = Path(__file__).parent / "support" / "stub_run.py"
TITLE, DAY, OUTLET, URL = (
    "Shells hit bus station in Kupiansk",
    "2025-03-04",
    "Evening Wire",
    "https://wire.example/0301",
)
CRAWLED = ("2025-03-06", "2025-03-06T02:00:00Z")

Info: TypeAlias = dict[str, Any]


def story(identity: str, **other: Any) -> Info:
    """What is known of the story where a format tells all of it."""
    known = {"id": identity, "title": TITLE, "published": DAY, "source": OUTLET, "url": URL, "language": "en"}
    return {**known, "retrieved": None, "revision": None, **other}


UNKNOWN = {"title": None, "source": None, "url": None, "language": None}
EXPECTED: dict[str, list[Info]] = {
    "plain.txt": [story("ew-2025-0301")],
    "western.txt": [story("western", **UNKNOWN)],
    "page.html": [story("page", language="en-GB")],
    "lines.jsonl": [story("l1"), story("lines-2", language="en-GB")],
    "document.json": [story("65f0", language=None)],
    "item.ninjs.json": [story("urn:newsml:wire.example:20250304:0301", revision={"kind": "update", "number": 2})],
    "item.newsml.xml": [story("tag:wire.example,2025:newsml_0301", url=None, revision={"kind": "update", "number": 1})],
    "message.newsml.xml": [story("urn:wire:text", source="eveningwire", url=None)],
    "document.nitf.xml": [story("EW-0301", revision={"kind": "update", "number": 1})],
    "feed.rss": [
        story("ew-0301"),
        story(
            "https://wire.example/0302",
            title="Rebels leave the airport",
            published="2025-03-05",
            url="https://wire.example/0302",
        ),
    ],
    "feed.atom": [story("urn:wire:0301")],
    "message.eml": [story("0301@wire.example", url=None)],
    "crawl.warc": [
        story("urn:uuid:00000000-0000-0000-0000-000000000301", language="en-GB", retrieved=CRAWLED[1]),
        story(
            "urn:uuid:00000000-0000-0000-0000-000000000304",
            published=CRAWLED[0],
            url="https://wire.example/undated",
            language="en-GB",
            retrieved=CRAWLED[1],
        ),
        story(
            "urn:uuid:00000000-0000-0000-0000-000000000305",
            **{**UNKNOWN, "url": "https://wire.example/plain"},
            published=CRAWLED[0],
            retrieved=CRAWLED[1],
        ),
    ],
}
OF_ANOTHER_STORY = {"https://wire.example/0302"}
NAMES = [*EXPECTED, *(f"{name}.gz" for name in EXPECTED)]


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> tuple[subprocess.CompletedProcess[str], list[dict[str, Any]]]:
    """One run of the real extractor over a folder of every format, plain and packed."""
    packed = tmp_path_factory.mktemp("packed")
    for file in FORMATS_FOLDER.iterdir():
        if file.name.endswith(".meta.json"):
            shutil.copy(file, packed)
        else:
            (packed / f"{file.name}.gz").write_bytes(gzip.compress(file.read_bytes()))
    command = (sys.executable, "-m", "warextract", "extract", str(FORMATS_FOLDER), str(packed))
    done = subprocess.run(command, capture_output=True, check=False, encoding="utf-8")
    return done, [json.loads(line) for line in done.stdout.splitlines()]


def records_of(records: list[dict[str, Any]], name: str) -> list[dict[str, Any]]:
    return [record for record in records if Path(record["article"]["path"]).name == name]


def test_what_a_run_leaves_out_is_told_and_no_error(
    run: tuple[subprocess.CompletedProcess[str], list[dict[str, Any]]],
) -> None:
    done, records = run
    assert done.returncode == 0, done.stderr
    assert len(records) == 2 * sum(map(len, EXPECTED.values()))
    for name in ("message.newsml.xml", "message.newsml.xml.gz"):
        assert f"{name}, item 2: an item of class ninat:picture, which holds no text; left out" in done.stderr
        assert f"{name}, item 3: canceled by its publisher; left out" in done.stderr


@pytest.mark.parametrize("name", NAMES)
def test_metadata_comes_from_the_file(
    run: tuple[subprocess.CompletedProcess[str], list[dict[str, Any]]], name: str
) -> None:
    expected = EXPECTED[name.removesuffix(".gz")]
    found = [record["article"] for record in records_of(run[1], name)]
    assert [{key: info[key] for key in expected[0]} for info in found] == expected


@pytest.mark.parametrize("name", NAMES)
def test_every_format_has_the_same_story_in_it(
    run: tuple[subprocess.CompletedProcess[str], list[dict[str, Any]]], name: str
) -> None:
    (first, *_) = records_of(run[1], "plain.txt")
    assert {claim["stance"] for claim in first["claims"]} >= {"asserts", "denies", "accuses"}
    assert first["events"]
    told = [r for r in records_of(run[1], name) if r["article"]["id"] not in OF_ANOTHER_STORY]
    assert told
    for record in told:
        assert record["article"]["sha256"] == hashlib.sha256(STORY.encode()).hexdigest()
        assert record["article"]["dateline"] == first["article"]["dateline"]
        for part in ("actors", "places", "weapons", "claims"):
            assert record[part] == first[part], part
        assert [event["type"] for event in record["events"]] == [event["type"] for event in first["events"]]


def test_what_is_not_sure_is_a_warning_of_the_record(
    run: tuple[subprocess.CompletedProcess[str], list[dict[str, Any]]],
) -> None:
    warnings = {record["article"]["id"]: record["warnings"] for record in run[1]}
    assert warnings["https://wire.example/0302"] == ["summary only: the feed does not give the whole article"]
    assert warnings["urn:uuid:00000000-0000-0000-0000-000000000304"] == [
        "published is the day of the crawl: the page names none"
    ]
    assert warnings["ew-0301"] == []


def test_every_format_and_suffix_has_a_file_here() -> None:
    suffixes = {Path(name).suffix for name in EXPECTED}
    assert all(suffixes & set(each.suffixes) for each in FORMATS)


@pytest.mark.parametrize("name", [*EXPECTED, "lines.jsonl.gz", "page.html.gz"])
def test_standard_input_is_told_by_its_content(name: str) -> None:
    data = (FORMATS_FOLDER / name.removesuffix(".gz")).read_bytes()
    done = subprocess.run(
        (sys.executable, str(STUB_RUN), "extract", "-"),
        input=gzip.compress(data) if name.endswith(".gz") else data,
        capture_output=True,
        check=False,
        env=os.environ,
    )
    assert done.returncode == 0, done.stderr.decode()
    told = [json.loads(line)["article"] for line in done.stdout.splitlines()]
    own = EXPECTED[name.removesuffix(".gz")]
    assert len(told) == len(own)
    assert told[0]["path"] is None
    if name not in ("plain.txt", "western.txt"):  # what stands beside a file is not piped
        assert [info["published"] for info in told] == [info["published"] for info in own]


def errors_of(path: Path) -> list[ArticleError]:
    return [found for found in read_articles(find_sources([path])) if isinstance(found, ArticleError)]


def articles_of(path: Path) -> list[Article]:
    return [found for found in read_articles(find_sources([path])) if isinstance(found, Article)]


@pytest.mark.parametrize("name", ["message.dat", "download", "0301.php"])
def test_content_counts_where_a_suffix_says_nothing(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes((FORMATS_FOLDER / "document.nitf.xml").read_bytes())
    (found,) = read_articles(find_sources([tmp_path], globs=["*"]))
    assert isinstance(found, Article), found
    assert (found.id, found.version) == ("EW-0301", 2)


@pytest.mark.parametrize(
    ("name", "content", "complaint"),
    [
        ("a.html", b"", "no article found on this page; save its text as .txt"),
        ("a.html", b"<html><body><script>x()</script></body></html>", "no article found on this page"),
        ("a.html", b"<p>" + b"<b>on</b> " * 15_001, "more than 30,000 tags, which is no article; save"),
        ("a.html", b"\x89PNG\r\n\x1a\n\0\0", "looks like a binary file"),
        ("a.json", b'{"articles": [', "not JSON ("),
        ("a.json", b'{"headline": "x"}', 'there is no key "text", nor another that is known for one'),
        ("a.json", b"[1]", "item 1: not a JSON object"),
        ("a.json", b"7", "not a JSON object"),
        ("a.json", b'{"schema_version": "1", "article": {"id": "x"}}', "a record that extract wrote, not an article"),
        ("a.json", b'{"uri": "urn:1", "pubStatus": "usable"}', "this ninjs item has no body; give the full item"),
        ("a.xml", b"<newsItem", "not well-formed XML"),
        ("a.xml", b"<newsItem/>", "there is no text inside this item; give items with inline content"),
        ("a.xml", b"<svg xmlns='http://www.w3.org/2000/svg'/>", "XML of an unknown kind (its root is <svg>)"),
        ("a.xml", b"<nitf><body/></nitf>", "there is no <body.content> in this NITF; give the full document"),
        ("a.xml", b'<?xml version="1.0" encoding="no-such"?><nitf/>', "not well-formed XML"),
        ("a.rss", b"<rss version='2.0'><channel><title>x</title></channel></rss>", "no entry found"),
        ("a.rss", b"<rss", "no entry found"),
        ("a.rss", b"<rss><channel><item><title>x</title></item></channel></rss>", "entry 1: there is no text in it"),
        ("a.eml", b"Subject: x\r\nContent-Type: image/png\r\n\r\n\x89PNG", "there is no text in this message"),
        ("a.eml", b"Subject: x\r\n\r\n", "there is no text in it"),
        ("a.warc", b"WARC/1.0\r\nContent-Length: 12\r\nWARC-Type: response\r\n\r\nHTTP", "record 1: cut short"),
        ("a.warc", b"no archive", "no WARC archive (Invalid WARC header); fetch it again"),
        ("a.warc", b"", "there is no page in it; give a whole WARC file"),
        ("a.html.gz", gzip.compress(b"<p>x</p>" * 40)[:-12], "cannot be unpacked"),
        ("a.xml.gz", b"\x1f\x8b\x08\0 no gzip", "cannot be unpacked"),
    ],
)
def test_what_is_wrong_with_a_file_is_told_with_what_to_do(
    tmp_path: Path, name: str, content: bytes, complaint: str
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    (error,) = errors_of(path)
    message = str(error)
    assert message.startswith(str(path))
    assert complaint in message
    assert "please report" not in message
    assert ";" in message, "no remedy"
    assert not articles_of(path)


def test_a_damaged_item_costs_no_other(tmp_path: Path) -> None:
    crawl = (FORMATS_FOLDER / "crawl.warc").read_bytes()
    (tmp_path / "cut.warc").write_bytes(crawl[: crawl.index(b"/plain") + 300])
    assert len(articles_of(tmp_path / "cut.warc")) == 2
    assert "cut short; fetch the archive again" in str(errors_of(tmp_path / "cut.warc")[0])
    (tmp_path / "a.json").write_text('{"articles": [{"text": "One."}, {"text": 5}, {"body": "Three."}]}', "utf-8")
    assert [article.id for article in articles_of(tmp_path / "a.json")] == ["a-1", "a-3"]


@pytest.mark.parametrize(
    ("name", "module", "extra"),
    [
        ("page.html", "trafilatura", "html"),
        ("crawl.warc", "fastwarc.warc", "warc"),
        ("feed.rss", "feedparser", "feeds"),
    ],
)
def test_a_missing_extra_is_named(monkeypatch: pytest.MonkeyPatch, name: str, module: str, extra: str) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    (error,) = errors_of(FORMATS_FOLDER / name)
    assert f'pip install "warextract[{extra}]"' in str(error)
    assert str(error).startswith(str(FORMATS_FOLDER / name))


SECRET = "the password of the news desk"
BOMB = "".join(f'<!ENTITY b{n} "{f"&b{n - 1};" * 10 if n else "ha"}">' for n in range(10))
ROOTS = {
    "a.newsml.xml": "<newsItem><contentSet><inlineData>%s</inlineData></contentSet></newsItem>",
    "a.nitf.xml": "<nitf><body><body.content><p>%s</p></body.content></body></nitf>",
    "a.rss": "<rss version='2.0'><channel><item><description>%s</description></item></channel></rss>",
    "a.atom": "<feed xmlns='http://www.w3.org/2005/Atom'><entry><summary>%s</summary></entry></feed>",
}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@pytest.mark.parametrize("name", ROOTS)
@pytest.mark.parametrize(
    "declared",
    [
        pytest.param(BOMB, id="bomb"),
        pytest.param('<!ENTITY b9 SYSTEM "file://{secret}">', id="file"),
        pytest.param('<!ENTITY b9 SYSTEM "http://127.0.0.1:9/x">', id="network"),
        pytest.param('<!ENTITY % p SYSTEM "file://{secret}"> %p; <!ENTITY b9 "x">', id="parameter-entity"),
    ],
)
def test_xml_that_declares_entities_is_refused(tmp_path: Path, name: str, declared: str, encoding: str) -> None:
    (tmp_path / "secret").write_text(SECRET, "utf-8")
    root = ROOTS[name]
    kind = root[1:].split(">")[0].split()[0]
    declared = declared.replace("{secret}", str(tmp_path / "secret"))
    document = f'<?xml version="1.0" encoding="{encoding}"?><!DOCTYPE {kind} [{declared}]>{root % "&b9;"}'
    (tmp_path / name).write_bytes(document.encode(encoding))
    (error,) = errors_of(tmp_path / name)
    assert "declares entities" in str(error)
    assert "take" in str(error)
    assert SECRET not in str(error)
    assert not articles_of(tmp_path / name)


def test_a_document_type_elsewhere_is_not_fetched(tmp_path: Path) -> None:
    (tmp_path / "x.dtd").write_text(f'<!ENTITY b9 "{SECRET}">', "utf-8")
    document = f'<!DOCTYPE nitf SYSTEM "file://{tmp_path}/x.dtd">{ROOTS["a.nitf.xml"] % "It fell. &b9;"}'
    (tmp_path / "a.xml").write_text(document, "utf-8")
    found = [*errors_of(tmp_path / "a.xml"), *(article.text for article in articles_of(tmp_path / "a.xml"))]
    assert found
    assert SECRET not in "".join(map(str, found))


def test_a_page_expands_nothing(tmp_path: Path) -> None:
    page = (FORMATS_FOLDER / "page.html").read_text("utf-8")
    (tmp_path / "secret").write_text(SECRET, "utf-8")
    entities = f'{BOMB}<!ENTITY s SYSTEM "file://{tmp_path}/secret">'
    page = page.replace("<!DOCTYPE html>", f"<!DOCTYPE html [{entities}]>")
    page = page.replace("</article>", "<p>&b9; &s;</p></article>")
    (tmp_path / "a.html").write_text(page, "utf-8")
    (article,) = articles_of(tmp_path / "a.html")
    assert "KHARKIV" in article.text
    assert len(article.text) < 2 * len(STORY)
    assert SECRET not in article.text


def test_page_of_formats_is_that_of_the_code(root: Path) -> None:
    done = subprocess.run([sys.executable, root / "tools" / "inputs_page.py", "--check"], check=False)
    assert done.returncode == 0


def test_extra_of_a_format_is_one_of_the_package(root: Path) -> None:
    extras = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["project"]["optional-dependencies"]
    needed = {each.extra for each in FORMATS if each.extra}
    assert needed <= set(extras)
    assert set(extras["formats"][0].removeprefix("warextract[").removesuffix("]").split(",")) == needed


@pytest.mark.parametrize("name", NAMES)
def test_whoever_shows_a_record_finds_its_text_again(
    run: tuple[subprocess.CompletedProcess[str], list[dict[str, Any]]], name: str
) -> None:
    for record in records_of(run[1], name):
        text = text_of(ArticleRecord.model_validate(record))
        assert text is not None
        assert text == STORY or record["article"]["id"] in OF_ANOTHER_STORY


SCRAPS = (b"<", b"&", b'"', b"\0", b"\xff\xfe", b"{", b"\r\n\r\n", b"<![CDATA[", b"&#xD800;", b"\\ud800", b"<p>" * 9)


def damaged(data: bytes, random: Random) -> bytes:
    """The bytes with some of them lost, doubled, changed or put in."""
    for _ in range(random.choice((1, 1, 2, 5, 20))):
        start, length = random.randrange(len(data) + 1), random.choice((1, 5, 50, 400))
        other = random.randrange(len(data) + 1)
        piece = random.choice((b"", data[other : other + length], random.randbytes(1), random.choice(SCRAPS)))
        end = start + (length if random.random() < 0.5 else 0)
        data = data[:start] + piece + (data[end:] if random.random() < 0.9 else b"")
    return data


@pytest.mark.parametrize("name", EXPECTED)
def test_damaged_files_are_articles_or_errors_that_name_them(tmp_path: Path, name: str) -> None:
    random, data = Random(name), (FORMATS_FOLDER / name).read_bytes()
    outcomes = set()
    for _ in range(25):
        (tmp_path / name).write_bytes(damaged(data, random))
        for found in read_articles(find_sources([tmp_path / name])):
            outcomes.add(type(found))
            if isinstance(found, ArticleError):
                assert str(found).startswith(str(tmp_path / name))
                assert ";" in str(found), "no remedy"
                assert "please report" not in str(found)
            else:
                found.text.encode()
    assert outcomes
