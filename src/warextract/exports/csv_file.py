"""Rows as CSV for spreadsheets: UTF-8 with the mark that Excel looks for, no cell that a spreadsheet would run."""

import csv
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from warextract.exports.row import Row
from warextract.whole_file import writing_text

_FORMULA_MARKS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
GUARD = "'"


def write_csv(rows: Iterable[Row], table: type[Row], path: Path) -> int:
    """Write rows to a CSV file, as they come, and return how many there were.

    A text that a spreadsheet could take for a formula gets an apostrophe before it (``guarded``). Truth values are
    ``true`` and ``false``; nothing is an empty cell.
    """
    written = 0
    with writing_text(path, encoding="utf-8-sig") as file:
        write = csv.writer(file, lineterminator="\n").writerow
        write(table.model_fields)
        for row in rows:
            write([_cell(getattr(row, name)) for name in table.model_fields])
            written += 1
    return written


def guarded(text: str) -> str:
    """A text that no spreadsheet takes for a formula.

    >>> guarded("=HYPERLINK(1)"), guarded("Toretsk")
    ("'=HYPERLINK(1)", 'Toretsk')
    """
    return GUARD + text if text.startswith(_FORMULA_MARKS) else text


def _cell(value: object) -> str | int | float | None:
    match value:
        case bool():
            return "true" if value else "false"
        case str():
            return guarded(value)
        case date():
            return value.isoformat()
        case int() | float() | None:
            return value
    raise TypeError(f"no cell holds {value!r}")  # a new type of column wants a decision here
