"""Words of texts that go on without a space: cut in pieces, nothing lost, and no other text touched."""

import time

import pytest

from warextract.syntax import pipeline
from warextract.syntax.words import make_doc

PROSE = "Kyiv  denied “it” on\n\nFriday (AP)."


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        PROSE,
        "“" * 501,
        PROSE + " " + "a/b" * 300 + " " + PROSE,
        "x" * 700 + "\n\n" + "=" * 700,
        " " + "é." * 400 + "  \n",
        "\u200f\U0001f600" * 500 + " " + PROSE,
    ],
)
def test_no_character_is_lost(text: str) -> None:
    doc = make_doc(pipeline.load_pipeline(), text)
    assert doc.text == text
    assert [text[token.idx : token.idx + len(token)] for token in doc] == [token.text for token in doc]


def test_prose_is_cut_as_ever() -> None:
    nlp = pipeline.load_pipeline()
    text = PROSE + " " + "a" * 499
    assert [token.text for token in make_doc(nlp, text)] == [token.text for token in nlp.make_doc(text)]


def test_what_stands_beside_is_cut_as_ever() -> None:
    nlp = pipeline.load_pipeline()
    words = [token.text for token in make_doc(nlp, f"{PROSE} {'-' * 600} {PROSE}")]
    alone = [token.text for token in nlp.make_doc(PROSE)]
    assert words[: len(alone)] == words[-len(alone) :] == alone


@pytest.mark.parametrize("mark", ['"', "“", "'", "(", "\U0001f600"])
def test_rows_of_marks_take_no_square_of_the_time(mark: str) -> None:
    nlp = pipeline.load_pipeline()
    begun = time.process_time()
    assert len(make_doc(nlp, mark * 20_000)) > 15_000  # '' may be one word
    assert time.process_time() - begun < 5  # it was a minute
