"""What the page's script gets: offsets a browser counts by, nothing dangerous, words for every vocabulary."""

import json
import re
from html.parser import HTMLParser
from typing import Any, get_args

import pytest

import warextract
from warextract.happenings import ledger
from warextract.records import ArticleRecord
from warextract.report import make_page
from warextract.report.articles import article_values
from warextract.report.escape import to_json, web_address
from warextract.report.labels import load_labels
from warextract.report.offsets import Offsets, Piece, pieces_of
from warextract.report.page import payload, policy, read_script, read_style
from warextract.report.rows import Register, row_values
from warextract.report.towns import towns_near
from warextract.vocabulary import EVENT_TYPES, STANCES, EventStatus

TEXT = "🚀🚀 over Kyiv. Moscow said it took Toretsk. Kyiv denied that."


def span(words: str) -> dict[str, Any]:
    start = TEXT.index(words)
    return {"start": start, "end": start + len(words), "text": words}


def record(**article: Any) -> ArticleRecord:
    """One capture, claimed and denied."""
    mentions = {"Moscow": "a1", "Kyiv": "a2"}
    claim = {"quote": "indirect", "rule": "assert.say", "events": ["e1"]}
    return ArticleRecord.model_validate(
        {
            "article": {"id": "a", "sha256": "0", "published": "2025-03-04"} | article,
            "actors": [
                {"id": key, "name": name, "kind": "state", "rule": "x", "mentions": [span(name)]}
                for name, key in mentions.items()
            ],
            "places": [
                {"id": "p1", "name": "Toretsk", "kind": "settlement", "country": "UKR", "lat": 48.4, "lon": 37.8}
                | {"rule": "x", "mentions": [span("Toretsk")]}
            ],
            "claims": [
                claim | {"id": "c1", "source": "a1", "stance": "asserts", "content": span("it took Toretsk")},
                claim | {"id": "c2", "source": "a2", "stance": "denies", "responds_to": "c1", "cue": span("denied")},
            ],
            "events": [
                {
                    "id": "e1",
                    "type": "capture",
                    "trigger": span("took"),
                    "sentence": span("Moscow said it took Toretsk."),
                }
                | {"status": "disputed", "claims": ["c1", "c2"], "codes": {}, "rule": "capture.take", "confidence": 0.8}
                | {"participants": [{"role": "agent", "actor": "a1"}, {"role": "target", "place": "p1"}]}
            ],
        }
    )


def utf16(text: str, start: int, end: int) -> str:
    """What a browser's slice() gives."""
    return text.encode("utf-16-le")[2 * start : 2 * end].decode("utf-16-le")


def test_offsets_are_those_of_a_browser() -> None:
    values = article_values(record(), TEXT)
    assert utf16(TEXT, *values["places"][0]["at"]) == "Toretsk"
    assert utf16(TEXT, *values["events"][0]["at"]) == "took"
    assert utf16(TEXT, *values["claims"][0]["content_at"]) == "it took Toretsk"
    assert utf16(TEXT, *values["events"][0]["sentence"]) == "Moscow said it took Toretsk."


@pytest.mark.parametrize(("offset", "there"), [(0, 0), (1, 2), (2, 4), (3, 5)])
def test_wide_characters_take_two_units(offset: int, there: int) -> None:
    assert Offsets.of([Piece(0, "🚀🚀 a")]).at(offset) == there


def test_without_a_text_the_spans_are_all_there_is() -> None:
    pieces = pieces_of(record(), None)
    assert [piece.text for piece in pieces] == ["Kyiv", "Moscow said it took Toretsk.", "denied"]
    assert all(TEXT[piece.start : piece.start + len(piece.text)] == piece.text for piece in pieces)
    values = article_values(record(), None)
    assert "whole" not in values
    assert article_values(record(), TEXT)["whole"] is True


def test_overlapping_spans_make_one_piece() -> None:
    first = record()
    claims = (first.claims[0].model_copy(update={"content": first.events[0].sentence}),)
    longer = first.model_copy(update={"claims": claims})
    assert "Moscow said it took Toretsk." in [piece.text for piece in pieces_of(longer, None)]


NASTY = [
    "</script><script>alert(1)</script>",
    "<!--<script>",
    "&lt;",
    "\u2028\u2029",
    "\ud800 half",
    "\0\x1b",
    "{{ 7 * 7 }}",
]


@pytest.mark.parametrize("text", NASTY)
def test_json_says_the_same_and_holds_no_markup(text: str) -> None:
    written = to_json({"text": text, text: 1})
    assert json.loads(written) == {"text": text, text: 1}
    assert not re.search("[<>&\u2028\u2029\ud800-\udfff\0]", written)
    written.encode()


@pytest.mark.parametrize(
    ("url", "safe"),
    [
        ("https://example.org/a?b=1#c", True),
        ("http://example.org", True),
        (" https://example.org/ ", True),
        ("javascript:alert(1)", False),
        ("JaVaScRiPt:alert(1)", False),
        (" javascript:alert(1)", False),
        ("java\nscript:alert(1)", False),
        ("https:javascript:alert(1)", False),
        ("data:text/html,<script>", False),
        ("file:///etc/passwd", False),
        ("//example.org", False),
        ("https://", False),
        ("https://user:word@example.org", False),
        ("https://example.org:99999999/", False),
        ("https://example.org/\"onclick='x'", False),
        ("https://exаmple.org", False),  # a Cyrillic letter
        ("", False),
        (None, False),
    ],
)
def test_only_the_web_is_linked(url: str | None, safe: bool) -> None:
    assert web_address(url) == (url.strip() if safe and url else None)
    assert ("url" in article_values(record(url=url), TEXT)) is safe


def test_rows_refer_to_articles_actors_and_places_by_number() -> None:
    records = [record(), record(id="b", published="2025-03-05")]
    register = Register(records)
    rows = [row_values(row, register) for row in ledger(records)]
    assert rows
    for row in rows:
        assert {telling["article"] for telling in row["tellings"]} <= {0, 1}
        assert [voice["claim"] for voice in row["denied"]] == ["c2"] * len(row["denied"])
        assert row["status"] == "disputed"
    names = [place.name for place in register.places]
    assert names == ["Toretsk"]
    assert {actor.name for actor in register.actors} == {"Moscow", "Kyiv"}


def test_two_articles_of_one_id_are_told_apart_by_their_parts() -> None:
    bare = ArticleRecord.model_validate({"article": {"id": "a", "sha256": "1"}})
    register = Register([bare, record()])
    assert register.article("a", "e1") == 1
    assert register.article("a") == 0
    assert register.article("a", "e9") is None
    assert register.article("gone") is None


def test_every_word_of_the_vocabularies_has_its_label() -> None:
    labels = load_labels()
    assert set(labels["status"]) == set(get_args(EventStatus))
    assert set(labels["stance"]) == set(STANCES)
    assert set(labels["type"]) == set(EVENT_TYPES)
    assert sum(len(family["types"]) for family in labels["family"].values()) == len(EVENT_TYPES)
    assert len({family["shape"] for family in labels["family"].values()}) == len(labels["family"])


def test_towns_are_large_or_near() -> None:
    names = [name for name, *_ in towns_near([(48.4, 37.85)])]
    assert {"Shanghai", "Donetsk", "Kramatorsk"} <= set(names)
    assert "Kramatorsk" not in {name for name, *_ in towns_near([])}
    assert len(names) < 700


class Scripts(HTMLParser):
    """The scripts, styles and event handlers that a parser finds in a page."""

    def __init__(self) -> None:
        super().__init__()
        self.scripts: list[dict[str, str | None]] = []
        self.handlers: list[str] = []
        self.links: list[str | None] = []
        self.policy: str | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        self.handlers += [name for name in values if name.startswith("on")]
        self.links += [value for name, value in attrs if name in ("src", "href")]
        if tag == "script":
            self.scripts.append(values)
        if values.get("http-equiv") == "Content-Security-Policy":
            self.policy = values["content"]


HOSTILE = "</script><img src=x onerror=alert(1)><!-- {{ 7*7 }} {% raw %} <style>"


def test_page_holds_two_scripts_and_nothing_else_that_runs() -> None:
    values = dict.fromkeys(("id", "title", "source", "path", "url"), HOSTILE)
    page = make_page([(record(**values), HOSTILE + TEXT), (record(id="b"), None)], title=HOSTILE)
    found = Scripts()
    found.feed(page)
    assert found.scripts == [{"type": "application/json", "id": "data"}, {}]
    assert found.handlers == []
    assert [link for link in found.links if not str(link).startswith("data:image/svg+xml,")] == ["#main"]
    assert "49" not in page.partition("</title>")[0]
    assert found.policy == policy(read_style(), read_script())
    assert "default-src 'none'" in found.policy
    assert "unsafe" not in found.policy


def test_script_has_nothing_that_ends_it_or_makes_markup() -> None:
    script = read_script()
    for forbidden in ("</script", "<!--", "innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval("):
        assert forbidden not in script
    assert "</style" not in read_style()
    assert "@import" not in read_style()
    assert "url(" not in read_style()


def test_no_two_files_of_the_script_give_one_name_to_two_things() -> None:
    names = re.findall(r"^(?:async )?(?:function\*?|const|let|class) (\w+)", read_script(), flags=re.MULTILINE)
    assert len(names) > 150
    assert sorted(names) == sorted(set(names))


def test_ledger_of_the_page_is_that_of_the_package() -> None:
    """The same rows in the same order, with the status, the voices and the standings of each."""
    records = [record(), record(id="b", published="2025-03-05", source="Other")]
    rows = warextract.ledger(records)
    shown = payload([(each, TEXT) for each in records])["rows"]
    assert [row["id"] for row in shown] == [row.id for row in rows]
    assert [row["status"] for row in shown] == [row.status for row in rows]
    assert [row["articles"] for row in shown] == [row.articles for row in rows] == [2] * len(rows)
    for voices, name in (("claimed_by", "claimed"), ("denied_by", "denied"), ("history", "history")):
        assert [len(row.get(name, ())) for row in shown] == [len(getattr(row, voices)) for row in rows]
    assert any(row.denied_by for row in rows)


def test_payload_is_compact() -> None:
    values = payload([(record(), TEXT)])
    without_map = {key: value for key, value in values.items() if key not in ("outlines", "towns", "labels")}
    assert len(to_json(without_map)) < 3 * len(record().to_json())
    assert len(to_json(values["outlines"])) <= 150_000


def test_a_page_without_articles_is_a_page() -> None:
    assert make_page([]).startswith("<!doctype html>")
