"""JSON lines: one article a line."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from warextract.errors import ArticleError
from warextract.readers.articles import Draft
from warextract.readers.content import Content

_EXAMPLE = '{"id": "a1", "text": "…", "published": "2025-02-07"}'


def read_json_lines(content: Content) -> Iterator[Draft | ArticleError]:
    """An article or an error for each line that is not blank."""
    for number, line in enumerate(content.lines(), start=1):
        where = f"{content.where}, line {number}"
        if line is None:
            yield ArticleError(f"{where}: longer than any article; is it one article a line?")
        elif line.strip():
            try:
                values = parse_object(line, where)
                if "text" not in values:
                    raise ArticleError(f'{where}: there is no key "text"; a line is to look like {_EXAMPLE}')
                yield Draft(where, {**values, "id": values.get("id") or f"{content.name}-{number}"})
            except ArticleError as error:
                yield error


def count_lines(content: Content) -> int:
    """How many lines are not blank."""
    return sum(1 for line in content.lines() if line is None or line.strip())


def parse_object(data: bytes, where: str) -> Mapping[str, Any]:
    """The JSON object of a line or a file; raises ArticleError when it is none."""
    try:
        values = json.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise ArticleError(f"{where}: not UTF-8; save it as UTF-8") from error
    except (ValueError, RecursionError) as error:
        raise ArticleError(f"{where}: not JSON ({error}); it is to look like {_EXAMPLE}") from error
    if not isinstance(values, dict):
        raise ArticleError(f"{where}: not a JSON object; it is to look like {_EXAMPLE}")
    return values
