"""JSON documents: one article, a list of articles, an object with such a list, or lines under the wrong suffix."""

import json
from collections.abc import Iterator
from typing import Any

from warextract.errors import ArticleError
from warextract.readers.articles import Draft
from warextract.readers.content import Content
from warextract.readers.json_fields import has_text, list_of_articles
from warextract.readers.json_lines import drafts_of_lines
from warextract.readers.json_values import EXAMPLE, drafts_of_value
from warextract.readers.ninjs import is_ninjs
from warextract.readers.plain_text import decode


def read_json_document(content: Content) -> Iterator[Draft | ArticleError]:
    """The articles of a document, in its order."""
    data = content.read()
    text = decode(data, content.where).removeprefix("\ufeff")
    try:
        value = json.loads(text)
    except json.JSONDecodeError as error:
        if error.msg == "Extra data":
            yield from drafts_of_lines(text.encode("utf-8", "surrogatepass").split(b"\n"), content.where, content.name)
            return
        raise ArticleError(f"{content.where}: not JSON ({error}); it is to look like {EXAMPLE}") from error
    except (ValueError, RecursionError) as error:
        raise ArticleError(f"{content.where}: not JSON ({error}); it is to look like {EXAMPLE}") from error
    items = _items(value)
    if items is None:
        yield from drafts_of_value(value, content.where, content.name, one_of_many=False)
        return
    for number, item in enumerate(items, start=1):
        try:
            yield from drafts_of_value(
                item, f"{content.where}, item {number}", f"{content.name}-{number}", one_of_many=True
            )
        except ArticleError as error:
            yield error


def _items(value: Any) -> list[Any] | None:
    if isinstance(value, dict):
        return None if is_ninjs(value) or has_text(value) else list_of_articles(value)
    return value if isinstance(value, list) else None
