"""Which keys of a JSON object are the article's text, date and so on, whatever an archive calls them."""

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from warextract.errors import ArticleError
from warextract.readers.days import day_of
from warextract.readers.fragments import looks_like_markup, text_of_fragment

_EXAMPLE = '{"id": "a1", "text": "…", "published": "2025-02-07"}'
_NAMES_OF_THINGS = ("name", "title", "value", "text", "code", "id", "$oid")
_OWN_KEYS = ("id", "published", "source", "title", "url", "language")


def article_values(found: Mapping[str, Any], where: str) -> dict[str, Any]:
    """The fields of the article that an object holds.

    What stands under warextract's own keys ("text", "published" …) is taken as it is, what is found under others
    only if it makes sense: a date that is no day becomes a note. Raises ArticleError when there is no text.

    >>> article_values({"Body": "Shells hit the port.", "pubDate": "Tue, 04 Mar 2025 10:00:00 GMT"}, "a.json")
    {'text': 'Shells hit the port.', 'published': '2025-03-04'}
    """
    if "schema_version" in found and "article" in found:
        raise ArticleError(f"{where}: a record that extract wrote, not an article; leave it out")
    keys = _flat(found)
    values: dict[str, Any] = {"text": _text(found, keys, where)}
    for field in _OWN_KEYS:
        if found.get(field) is not None and not isinstance(found[field], dict):
            values[field] = found[field]
        elif (guess := _first(keys, field)) is not None:
            values[field] = guess
    return values | _read_day(found, values)


def has_text(found: Mapping[str, Any]) -> bool:
    """Whether an object holds an article's text."""
    keys = _flat(found)
    return "text" in found or any(_as_text(keys.get(_plain(name))) for name in (*_names("text"), *_names("html")))


def list_of_articles(found: Mapping[str, Any]) -> list[Any] | None:
    """The articles that an object holds under one of its keys, or under a key of what that holds."""
    keys = {_plain(key): value for key, value in found.items()}
    for name in _names("lists"):
        value = keys.get(_plain(name))
        if isinstance(value, list) and any(isinstance(item, dict) for item in value):
            return value
    for name in ("response", *_names("lists")):
        value = keys.get(_plain(name))
        if isinstance(value, dict) and (inner := list_of_articles(value)) is not None:
            return inner
    return None


def _flat(found: Mapping[str, Any]) -> dict[str, Any]:
    """Values by plain key, those of the object itself before those of what it wraps."""
    wrapped = [v for k, v in found.items() if isinstance(v, dict) and _plain(k) in map(_plain, _names("wrappers"))]
    keys: dict[str, Any] = {}
    for level in (found, *wrapped):
        for key, value in level.items():
            if value not in (None, "", [], {}):
                keys.setdefault(_plain(key), value)
    return keys


def _text(found: Mapping[str, Any], keys: Mapping[str, Any], where: str) -> Any:
    if found.get("text") not in (None, "") and not isinstance(found["text"], dict | list):
        return found["text"]  # ours: not a character of it is changed
    for name in _names("text"):
        if text := _as_text(keys.get(_plain(name))):
            return text_of_fragment(text) if looks_like_markup(text) else text
    for name in _names("html"):
        if text := _as_text(keys.get(_plain(name))):
            return text_of_fragment(text)
    if "text" in found:
        return found["text"]
    raise ArticleError(
        f'{where}: there is no key "text", nor another that is known for one; it is to look like {_EXAMPLE}'
    )


def _as_text(value: Any) -> str | None:
    if isinstance(value, str):
        return value
    if isinstance(value, list) and value and all(isinstance(item, str) for item in value):
        return "\n\n".join(value)
    return None


def _first(keys: Mapping[str, Any], field: str) -> Any:
    """The first value under a key that is known for a field, out of the object or list that may hold it."""
    for name in _names(field):
        value = keys.get(_plain(name))
        if isinstance(value, list) and value:
            value = value[0]
        if isinstance(value, dict):
            value = next((value[key] for key in _NAMES_OF_THINGS if isinstance(value.get(key), str | int)), None)
        if field == "published" or isinstance(value, str):
            if value not in (None, ""):
                return value
        elif field == "id" and isinstance(value, int) and not isinstance(value, bool):
            return value
    return None


def _read_day(found: Mapping[str, Any], values: Mapping[str, Any]) -> dict[str, Any]:
    """The day of a time stamp; one under our own key that is none stays as it is, and will be complained of."""
    stamp = values.get("published")
    if stamp is None:
        return {}
    day = None if isinstance(stamp, int) and stamp is found.get("published") else day_of(stamp)
    if day is not None:
        return {"published": day}
    if stamp is found.get("published"):
        return {}
    return {"published": None, "notes": (f"published is {stamp!r:.60}, which is no day: left open",)}


def _plain(key: str) -> str:
    return re.sub(r"[_\-\s]", "", key).lower() or key


@cache
def _names(field: str) -> tuple[str, ...]:
    table = tomllib.loads(files("warextract.readers").joinpath("json_fields.toml").read_text("utf-8"))
    return tuple(table[field])
