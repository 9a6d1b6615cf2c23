"""What is known of an article from beside it: a sidecar NAME.meta.json, a table of many, its own dateline."""

import csv
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import Any

from warextract.errors import ArticleError
from warextract.readers.content import opening
from warextract.readers.days import day_of
from warextract.readers.formats import without_suffix
from warextract.readers.json_values import EXAMPLE, parse_json
from warextract.readers.plain_text import decode
from warextract.text.dateline import find_dateline

FIELDS = ("id", "published", "source", "title", "url", "language")
_COLUMNS = ("path", *FIELDS)


@dataclass(frozen=True, slots=True)
class MetadataTable:
    """What a table says of articles, by the last part of their path and by identifier."""

    by_name: Mapping[str, tuple[tuple[PurePath, Mapping[str, str]], ...]]
    by_id: Mapping[str, Mapping[str, str]]

    def of(self, path: Path | None, identity: str) -> Mapping[str, str]:
        """What is said of an article: the row of its path, else that of its identifier."""
        if path is not None:
            rows = [row for row in self.by_name.get(path.name, ()) if _ends_with(path, row[0])]
            if rows:
                return max(rows, key=lambda row: len(row[0].parts))[1]
        return self.by_id.get(identity, {})


def load_metadata(path: Path) -> MetadataTable:
    """The table of a CSV file with a header: ``path`` or ``id``, and any of the fields of an article.

    A path may be cut short from the left: ``2024/a.txt`` is said of ``archive/2024/a.txt``. Raises ArticleError
    when the file cannot be read, has neither of the two columns, or says two things of one article.
    """
    with opening(path, path.name, ".csv") as content:
        text = decode(content.read(), content.where).removeprefix("\ufeff")
    by_name: dict[str, list[tuple[PurePath, Mapping[str, str]]]] = {}
    by_id: dict[str, Mapping[str, str]] = {}
    seen: set[str] = set()
    for line, row in _rows(text, str(path)):
        key = row.get("path") or row.get("id")
        if key is None:
            raise ArticleError(f"{path}, line {line}: neither a path nor an id; say which article it is of")
        if key in seen:
            raise ArticleError(f"{path}, line {line}: {key} stands there a second time; keep one of the two")
        seen.add(key)
        values = {field: value for field, value in row.items() if field != "path"}
        if "path" in row:
            by_name.setdefault(PurePath(key).name, []).append((PurePath(key), values))
        else:
            by_id[key] = values
    return MetadataTable({name: tuple(rows) for name, rows in by_name.items()}, by_id)


def read_sidecar(path: Path) -> Mapping[str, Any]:
    """What NAME.meta.json says of NAME.txt, or of a file of another format; nothing if there is none.

    Raises ArticleError when it is no JSON object.
    """
    sidecar = path.with_name(f"{without_suffix(path).name}.meta.json")
    if not sidecar.exists():
        return {}
    with opening(sidecar, sidecar.name, ".json") as content:
        values = parse_json(content.read(), content.where)
    if not isinstance(values, dict):
        raise ArticleError(f"{content.where}: not a JSON object; it is to look like {EXAMPLE}")
    return {field: values[field] for field in FIELDS if values.get(field) not in (None, "")}


def day_of_dateline(text: str) -> str | None:
    """The day that the dateline gives with its year, as YYYY-MM-DD.

    >>> day_of_dateline("KYIV, March 4, 2025 (AP) - The bridge fell on Tuesday, officials said.")
    '2025-03-04'
    """
    found = find_dateline(text)
    return day_of(found.date) if found else None


def _rows(text: str, where: str) -> Iterator[tuple[int, Mapping[str, str]]]:
    """The rows that are not empty, with their line, and of each the cells that are not."""
    header = text.split("\n", 1)[0]
    reader = csv.DictReader(io.StringIO(text, newline=""), delimiter=max(",;\t", key=header.count), strict=True)
    try:
        names = {name: name.strip().lower() for name in reader.fieldnames or ()}
        if not {"path", "id"} & set(names.values()):
            raise ArticleError(
                f"{where}: no column path or id; the first line names the columns, of {', '.join(_COLUMNS)}"
            )
        for row in reader:
            cells = {names[key]: value.strip() for key, value in row.items() if key in names and value}
            cells = {key: value for key, value in cells.items() if value and key in _COLUMNS}
            if cells:
                yield reader.line_num, cells
    except csv.Error as error:
        raise ArticleError(f"{where}, line {reader.line_num}: not CSV ({error}); export it again") from error


def _ends_with(path: Path, end: PurePath) -> bool:
    parts = [part for part in end.parts if part != "."]
    return list(path.parts[-len(parts) :]) == parts
