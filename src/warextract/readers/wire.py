"""What the formats of news agencies share: withdrawn items, versions, datelines apart from the text."""

from typing import Any

from warextract.errors import SkippedArticle
from warextract.readers.days import day_of
from warextract.text.dateline import find_dateline

_WITHDRAWN = frozenset({"canceled", "cancelled", "withheld"})


def refuse_withdrawn(status: Any, where: str) -> None:
    """Raise SkippedArticle when a publication status says that the item is not to be used.

    ``stat:canceled`` of NewsML-G2 and the bare word of ninjs and NITF are the same.
    """
    word = str(status or "usable").rsplit(":", 1)[-1].strip().lower()
    if word in _WITHDRAWN:
        raise SkippedArticle(f"{where}: {word} by its publisher; left out")


def version_of(value: Any) -> int | None:
    """The number of a version, which agencies write as a number or as digits."""
    try:
        return int(value)
    except (TypeError, ValueError):
        return None


def day_and_notes(stamp: Any) -> dict[str, Any]:
    """The day of a time stamp for an article's fields; one that is no day is noted, and the day left open."""
    day = day_of(stamp)
    if day is None and stamp:
        return {"notes": (f"published is {stamp!r:.60}, which is no day: left open",)}
    return {"published": day}


def with_dateline(text: str, dateline: str | None) -> str:
    """A text whose dateline the format keeps apart, as it would be printed.

    >>> with_dateline("Shells hit the port on Tuesday.", "ODESA, Ukraine")
    'ODESA, Ukraine — Shells hit the port on Tuesday.'
    """
    place = " ".join((dateline or "").split()).rstrip(" -–—_:")
    if not place or find_dateline(text) is not None or text.lstrip().startswith(place):
        return text
    return f"{place} — {text}"
