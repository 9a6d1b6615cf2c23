"""JSON values into articles: an object that is one, in our words, IPTC's or another archive's."""

import json
from collections.abc import Iterator
from typing import Any

from warextract.errors import ArticleError
from warextract.readers.articles import Draft
from warextract.readers.json_fields import article_values
from warextract.readers.ninjs import is_ninjs, ninjs_values

EXAMPLE = '{"id": "a1", "text": "…", "published": "2025-02-07"}'


def parse_json(data: bytes, where: str) -> Any:
    """The value of a line or a file; raises ArticleError when it is no JSON."""
    try:
        return json.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise ArticleError(f"{where}: not UTF-8; save it as UTF-8") from error
    except (ValueError, RecursionError) as error:
        raise ArticleError(f"{where}: not JSON ({error}); it is to look like {EXAMPLE}") from error


def drafts_of_value(value: Any, where: str, name: str, *, one_of_many: bool) -> Iterator[Draft]:
    """The article that a value is; ``name`` is for one without an identifier.

    Raises ArticleError when it is none.
    """
    if not isinstance(value, dict):
        raise ArticleError(f"{where}: not a JSON object; it is to look like {EXAMPLE}")
    values = ninjs_values(value, where) if is_ninjs(value) else article_values(value, where)
    yield Draft(where, {**values, "id": values.get("id") or name}, one_of_many=one_of_many)
