"""IPTC ninjs 1.x, 2.x and 3.x: the same item, its keys spelt in three ways."""

import re
from collections.abc import Mapping
from typing import Any

from warextract.errors import ArticleError, SkippedArticle
from warextract.readers.fragments import looks_like_markup, text_of_fragment
from warextract.readers.wire import day_and_notes, refuse_withdrawn, version_of

_MARKS = frozenset(
    {"pubstatus", "versioncreated", "representationtype", "bodies", "headlines", "bodytext", "bodyxhtml"}
)
_NO_TEXT = frozenset({"audio", "video", "picture", "graphic", "composite", "component", "photo"})


def is_ninjs(found: Mapping[str, Any]) -> bool:
    """Whether an object is an item of ninjs rather than an archive's own."""
    keys = {_plain(key) for key in found}
    return "text" not in keys and "uri" in keys and bool(keys & _MARKS)


def ninjs_values(found: Mapping[str, Any], where: str) -> dict[str, Any]:
    """The fields of the article that an item of ninjs is.

    Raises SkippedArticle for one that is withdrawn or holds no text, ArticleError for one without a body.

    >>> item = {"uri": "urn:1", "versionCreated": "2025-03-04T10:00:00Z", "bodies": [{"value": "Shells hit it."}]}
    >>> ninjs_values(item, "a.json")["text"]
    'Shells hit it.'
    """
    item = {_plain(key): value for key, value in found.items()}
    refuse_withdrawn(item.get("pubstatus"), where)
    text = _body(item)
    if text is None:
        kind = item.get("type") or item.get("representationtype")
        if kind in _NO_TEXT:
            raise SkippedArticle(f"{where}: an item of type {kind}, which holds no text; left out")
        raise ArticleError(f"{where}: this ninjs item has no body; give the full item")
    stamps = (item.get(key) for key in ("versioncreated", "contentcreated", "firstcreated"))
    return {
        "id": _string(item["uri"]),
        "text": text,
        "title": _headline(item),
        "source": _source(item),
        "language": _string(item.get("language")),
        "url": _string(item.get("url")),
        "version": version_of(item.get("version")),
        **day_and_notes(next(filter(None, stamps), None)),
    }


def _plain(key: str) -> str:
    return re.sub(r"[_\-]", "", key).lower()


def _string(value: Any) -> str | None:
    return value if isinstance(value, str) and value.strip() else None


def _body(item: Mapping[str, Any]) -> str | None:
    """The body as plain text: as it is given, else what an HTML body says."""
    bodies: list[tuple[str | None, str | None]] = [(_string(item.get("bodytext")), "text/plain")]
    bodies += _values(item.get("bodies"))
    bodies += [(_string(item.get(key)), "text/html") for key in ("bodyhtml", "bodyxhtml")]
    others = sorted(key for key in item if key.startswith("body") and key != "bodies")
    bodies += [(_string(item[key]), None) for key in others]
    given = [(value, kind or "") for value, kind in bodies if value]
    for value, kind in sorted(given, key=lambda body: "html" in body[1]):
        return text_of_fragment(value) if "html" in kind or looks_like_markup(value) else value
    return None


def _values(entries: Any) -> list[tuple[str | None, str | None]]:
    """Value and content type of each body or headline, those whose role is "main" first."""
    if not isinstance(entries, list):
        return []
    plain = [{_plain(key): value for key, value in entry.items()} for entry in entries if isinstance(entry, dict)]
    plain.sort(key=lambda entry: entry.get("role") not in (None, "main"))
    return [(_string(entry.get("value")), _string(entry.get("contenttype"))) for entry in plain]


def _headline(item: Mapping[str, Any]) -> str | None:
    many = [value for value, _ in _values(item.get("headlines"))]
    return next(filter(None, (_string(item.get("headline")), *many, _string(item.get("title")))), None)


def _source(item: Mapping[str, Any]) -> str | None:
    sources = item.get("infosources") or item.get("infosource") or []
    names = [entry.get("name") for entry in sources if isinstance(entry, dict)] if isinstance(sources, list) else []
    given = (*names, item.get("source"), item.get("provider"), item.get("copyrightholder"))
    return next(filter(None, map(_string, given)), None)
