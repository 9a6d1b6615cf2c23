"""The marked text in the terminal: every character, each layer's style on its words, ids after cues and triggers."""

import re
from pathlib import Path

import pytest

import warextract
from warextract.markup import STYLES, legend, marked_lines
from warextract.originals import text_of
from warextract.readers import find_sources, read_articles

TEXT = "KYIV - Moscow said its troops took Toretsk with two glide bombs.\r\n\r\n  Kyiv \a denied \U0001f600 it.\n"


@pytest.fixture(scope="module")
def record(extractor: warextract.Extractor) -> warextract.ArticleRecord:
    return extractor.extract(warextract.Article(id="a", text=TEXT, published="2025-03-04"))


def styles_of(line: object, words: str) -> str:
    """The colour that the words have in the end."""
    assert isinstance(line, type(legend()))
    start = line.plain.index(words)
    return str([span.style for span in line.spans if span.start <= start < span.end][-1])


def test_layers_have_their_styles_on_their_words(record: warextract.ArticleRecord) -> None:
    first, second = marked_lines(record, TEXT)
    assert first.plain == "KYIV - Moscow said[c1] its troops took[e1] Toretsk with two glide bombs."
    assert second.plain == "  Kyiv \u2407 denied[c2] \U0001f600 it."
    words = {"Moscow": "actor", "Toretsk": "place", "glide bombs": "weapon", "took": "event"}
    for each, layer in words.items():
        assert styles_of(first, each) == STYLES[layer], each
    assert STYLES["claim"] in styles_of(first, "said")
    assert STYLES["claim"] in styles_of(second, "denied")


def test_styles_and_legend_name_the_five_layers() -> None:
    assert len(set(STYLES.values())) == 5
    assert re.findall(r"\w+", legend().plain)[1:6] == ["actors", "places", "weapons", "claims", "events"]


def test_no_character_is_lost_or_added_but_ids(extractor: warextract.Extractor, root: Path) -> None:
    ids = 0
    for article in read_articles(find_sources([root / "tests/fixtures/articles"])):
        assert isinstance(article, warextract.Article)
        record = extractor.extract(article)
        assert text_of(record) == article.text
        shown = "".join(line.plain for line in marked_lines(record, article.text))
        without = re.sub(r"\[[ce]\d+(,[ce]\d+)*\]", "", shown)
        ids += (len(shown) - len(without)) // 4
        assert "".join(without.split()) == "".join(article.text.split())
        for each in (*record.events, *(claim for claim in record.claims if claim.cue)):
            assert re.search(rf"[\[,]{each.id}[\],]", shown), each.id
    assert ids > 200
