"""The day that a time stamp of an archive, a mail or a page means."""

import re
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime
from typing import Any

_ISO = re.compile(r"(\d{4})([-/.]?)(\d{2})\2(\d{2})(?:$|[T _]\d)")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NAME = rf"({'|'.join(_MONTHS)})[a-z]*\.?"
_MONTH_FIRST = re.compile(rf"(?:[a-z]+,? )?{_NAME} (\d{{1,2}})(?:st|nd|rd|th)?,? (\d{{4}})\b", re.I)
_DAY_FIRST = re.compile(rf"(?:[a-z]+,? )?(\d{{1,2}})(?:st|nd|rd|th)? {_NAME},? (\d{{4}})\b", re.I)


def day_of(stamp: Any) -> str | None:
    """The day of a time stamp as YYYY-MM-DD, on the calendar of the place it was written at; None if it is none.

    >>> [day_of(each) for each in ("20250304T101500Z", "Tue, 04 Mar 2025 23:30:00 -0500", "March 4, 2025", "soon")]
    ['2025-03-04', '2025-03-04', '2025-03-04', None]
    """
    if isinstance(stamp, date):
        return f"{stamp:%Y-%m-%d}"
    if isinstance(stamp, int | float) and not isinstance(stamp, bool):
        return _of_seconds(stamp)
    if not isinstance(stamp, str):
        return None
    text = " ".join(stamp.split())
    if match := _ISO.match(text):
        return _valid(match[1], match[3], match[4])
    if match := _MONTH_FIRST.match(text):
        return _valid(match[3], _MONTHS.index(match[1].lower()) + 1, match[2])
    if match := _DAY_FIRST.match(text):
        return _valid(match[3], _MONTHS.index(match[2].lower()) + 1, match[1])
    try:
        return parsedate_to_datetime(text).date().isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _valid(year: str, month: str | int, day: str) -> str | None:
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return None


def _of_seconds(count: float) -> str | None:
    """Seconds or milliseconds since 1970; smaller numbers than a year's are no time stamps."""
    seconds = count / 1000 if count > 1e11 else count
    if not 1e8 < seconds < 1e10:
        return None
    return datetime.fromtimestamp(seconds, UTC).date().isoformat()
