"""Records to files and back: one JSON object a line, and a file is only there when it is whole."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from warextract.errors import ArticleError
from warextract.records import SCHEMA_VERSION, ArticleRecord
from warextract.whole_file import writing_text


@contextmanager
def writing_records(path: Path) -> Iterator[Callable[[ArticleRecord], None]]:
    """A function that adds one record to ``path``, which appears, whole, when the block ends without error.

    Until then the lines go to a temporary file beside it, so that a run cut short destroys no older result.
    Raises WarextractError when the file cannot be written.
    """
    with writing_text(path) as file:
        yield lambda record: file.write(record.to_json() + "\n")


def holds_records(path: Path) -> bool:
    """True for a .jsonl file of records, as ``writing_records`` leaves it; false for one of articles."""
    if path.suffix.lower() != ".jsonl" or not path.is_file():
        return False
    with path.open("rb") as file:
        first = next((line for line in file if line.strip()), b"")
    try:
        values = json.loads(first)
    except ValueError:
        return False
    return isinstance(values, dict) and "schema_version" in values


def read_records(path: str | Path) -> Iterator[ArticleRecord]:
    """The records of a file that ``writing_records`` left.

    Raises ArticleError when a line is no record of this version.
    """
    with Path(path).open("rb") as file:
        for number, line in enumerate(file, start=1):
            if not line.strip():
                continue
            try:
                yield ArticleRecord.model_validate_json(line)
            except ValidationError as error:
                raise ArticleError(
                    f"{path}, line {number}: not a record of version {SCHEMA_VERSION}; extract it again"
                ) from error


def json_schema() -> str:
    """The JSON Schema of a record as it is written."""
    schema: dict[str, Any] = ArticleRecord.model_json_schema(by_alias=True, mode="serialization")
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"
