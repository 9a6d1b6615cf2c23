"""A text cut into words by spaCy's tokenizer, however long it goes on without a space."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

# spaCy's tokenizer takes the square of the time for marks without a space between: 10,000 quotation marks take 15
# seconds, a megabyte of them two days. No word, address or row of marks of a writer is as long as this.
_ENDLESS = re.compile(r"\S{500,}")
_PIECE = 50


def make_doc(nlp: "Language", text: str) -> "Doc":
    """The words of a text; what has no space for hundreds of characters is cut into short pieces first."""
    if _ENDLESS.search(text) is None:
        return nlp.make_doc(text)
    from spacy.tokens import Doc  # noqa: PLC0415 (only when a text is to be read)

    tokens = [token for piece in _pieces(text) for token in nlp.tokenizer(piece)]
    return Doc(nlp.vocab, [token.text for token in tokens], [bool(token.whitespace_) for token in tokens])


def _pieces(text: str) -> Iterator[str]:
    """The text in pieces, cut in what is endless only."""
    at = 0
    for endless in _ENDLESS.finditer(text):
        if endless.start() > at:
            yield text[at : endless.start()]
        for start in range(endless.start(), endless.end(), _PIECE):
            yield text[start : min(start + _PIECE, endless.end())]
        at = endless.end()
    if at < len(text):
        yield text[at:]
