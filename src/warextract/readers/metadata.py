"""What is known of an article from beside it: the sidecar NAME.meta.json, and its own dateline."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from warextract.readers.content import opening
from warextract.readers.formats import without_suffix
from warextract.readers.json_lines import parse_object

FIELDS = ("id", "published", "source", "title", "url", "language")


def read_sidecar(path: Path) -> Mapping[str, Any]:
    """What NAME.meta.json says of NAME.txt, or of a file of another format; nothing if there is none.

    Raises ArticleError when it is no JSON object.
    """
    sidecar = path.with_name(f"{without_suffix(path).name}.meta.json")
    if not sidecar.exists():
        return {}
    with opening(sidecar, sidecar.name, ".json") as content:
        return known(parse_object(content.read(), content.where))


def known(values: Mapping[str, Any]) -> Mapping[str, Any]:
    """Of these values those that say something of an article."""
    return {field: values[field] for field in FIELDS if values.get(field) not in (None, "")}
