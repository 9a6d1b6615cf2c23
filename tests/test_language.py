"""Whether a text is English; sentences of our own."""

import subprocess
import sys
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from warextract import Article, Extractor
from warextract.syntax.pipeline import parse
from warextract.text.language import is_english, is_english_tag

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

TEXTS = tomllib.loads((Path(__file__).parent / "fixtures" / "languages.toml").read_text("utf-8"))
ENGLISH, OTHERS = TEXTS["english"], TEXTS["others"]


@pytest.mark.parametrize("text", ENGLISH.values(), ids=ENGLISH)
@pytest.mark.parametrize("declared", [None, "en-US", "uk"])
def test_english_is_read_whatever_is_declared(text: str, declared: str | None) -> None:
    assert is_english(text, declared)


@pytest.mark.parametrize("text", OTHERS.values(), ids=OTHERS)
@pytest.mark.parametrize("declared", [None, "en"])
def test_another_language_is_not(text: str, declared: str | None) -> None:
    assert not is_english(text, declared)


@pytest.mark.parametrize("text", ["", "Kyiv.", "Війська залишили місто.", "12 345 67", "“…”" * 300])
def test_a_few_words_pass(text: str) -> None:
    assert is_english(text)


@pytest.mark.parametrize(
    ("tag", "english"),
    [("en", True), ("EN_gb", True), ("eng", True), ("English", True), ("uk", False), ("enm", False), ("", False)],
)
def test_language_tag(tag: str, english: bool) -> None:
    assert is_english_tag(tag) is english


def test_a_text_that_is_surely_english_loads_no_model() -> None:
    program = (
        f"import sys; from warextract.text.language import is_english; assert is_english({ENGLISH['wire']!r});"
        " assert 'py3langid' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", program], check=True)


def test_article_that_is_not_english_has_a_record_that_says_so(extractor: Extractor) -> None:
    record = extractor.extract(Article(id="a", text=OTHERS["uk"], title="Обстріл", published="2025-03-04"))
    assert record.warnings == ("not_english",)
    assert (record.article.id, record.article.title, record.article.published) == ("a", "Обстріл", "2025-03-04")
    assert (record.actors, record.places, record.weapons, record.claims, record.events) == ((), (), (), (), ())


def test_article_that_is_not_english_is_not_parsed(extractor: Extractor, monkeypatch: pytest.MonkeyPatch) -> None:
    texts: list[str] = []

    def noted(nlp: "Language", text: str, breaks: tuple[int, ...] = ()) -> "Doc":
        texts.append(text)
        return parse(nlp, text, breaks)

    monkeypatch.setattr("warextract.extractor.parse", noted)
    extractor.extract(Article(id="a", text=ENGLISH["wire"]))
    extractor.extract(Article(id="b", text=OTHERS["ru"] * 20))
    assert [len(text) > 0 for text in texts] == [True, False]
