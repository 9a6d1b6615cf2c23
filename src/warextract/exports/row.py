"""Base of the rows of flat tables: one model a table, its fields the columns in their order."""

from collections.abc import Iterator
from datetime import date
from typing import Any, Literal, NamedTuple, get_origin

from pydantic import BaseModel, ConfigDict

from warextract.exports.annotations import without_none
from warextract.records import Casualties, NumberRange, Span

_TYPE_WORDS = {str: "text", int: "integer", float: "number", bool: "true or false", date: "day"}


class Row(BaseModel):
    """A row of a flat table: texts, numbers, days and truth values only."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Column(NamedTuple):
    """What a column is called, what stands in it, and what that means."""

    name: str
    type: str
    meaning: str


def columns_of(table: type[Row]) -> Iterator[Column]:
    """The columns of a table, in the order of its files."""
    for name, field in table.model_fields.items():
        yield Column(name, _type_word(field.annotation), field.description or "")


def bounds(span: Span | None) -> tuple[int | None, int | None]:
    """First code point and one past the last."""
    return (span.start, span.end) if span else (None, None)


def least_and_most(number: NumberRange | None) -> tuple[int | None, int | None]:
    """The range of a count as told."""
    return (number.min, number.max) if number else (None, None)


def toll(casualties: Casualties | None) -> Casualties:
    """Casualties, or those that tell nothing."""
    return casualties or Casualties()


def _type_word(annotation: Any) -> str:
    inner = without_none(annotation)
    word = "word" if get_origin(inner) is Literal else _TYPE_WORDS[inner]  # one of a closed vocabulary
    return word if inner is annotation else f"{word}, or empty"
