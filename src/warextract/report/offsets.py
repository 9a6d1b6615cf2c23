"""Where the page finds words: records count code points, a browser counts UTF-16 units; and pieces of a lost text."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from warextract.records import ArticleRecord, Span

_BEYOND_UTF16_UNIT = 0xFFFF


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of an article's text from code point ``start``."""

    start: int
    text: str


@dataclass(frozen=True, slots=True)
class Offsets:
    """Code point offsets as UTF-16 offsets: ``wide`` holds the places of characters that take two units there."""

    wide: tuple[int, ...]

    @classmethod
    def of(cls, pieces: Sequence[Piece]) -> "Offsets":
        """The offsets of a text in pieces; what lies between them counts as characters of one unit.

        >>> Offsets.of([Piece(0, "🚀 over Kyiv")]).at(2)
        3
        """
        return cls(
            tuple(
                piece.start + number
                for piece in pieces
                for number, character in enumerate(piece.text)
                if ord(character) > _BEYOND_UTF16_UNIT
            )
        )

    def at(self, offset: int) -> int:
        """The UTF-16 offset of a code point."""
        return offset + bisect_left(self.wide, offset)

    def pair(self, span: Span) -> list[int]:
        """Start and end of a span."""
        return [self.at(span.start), self.at(span.end)]


def pieces_of(record: ArticleRecord, text: str | None) -> tuple[Piece, ...]:
    """The whole text as one piece, or without it the stretches that the record's own spans hold.

    >>> record = ArticleRecord.model_validate({"article": {"id": "a", "sha256": "0"}})
    >>> pieces_of(record, "Toretsk fell.")
    (Piece(start=0, text='Toretsk fell.'),)
    """
    return (Piece(0, text),) if text is not None else tuple(_joined(sorted(_spans(record), key=_place)))


def _place(span: Span) -> tuple[int, int]:
    return span.start, -span.end


def _joined(spans: list[Span]) -> Iterator[Piece]:
    """Spans that overlap or touch as one piece."""
    start, text = 0, ""
    for span in spans:
        end = start + len(text)
        if text and span.start <= end:
            text += span.text[end - span.start :] if span.end > end else ""
            continue
        if text:
            yield Piece(start, text)
        start, text = span.start, span.text
    if text:
        yield Piece(start, text)


def _spans(value: Any) -> Iterator[Span]:
    """Every span in a model, however deep."""
    if isinstance(value, Span):
        yield value
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from _spans(getattr(value, name))
    elif isinstance(value, tuple):
        for each in value:
            yield from _spans(each)
