"""Where a sentence must start, whatever a parser thinks: datelines, opened quotations, channels that look initials,
times of day.
"""

import re

_OPENED = re.compile(r"[.!?]['\"”’»]?\s+(?=[\"“«][A-Z])")
_CLOSED = re.compile(r"\.[\"”]\s+(?=[A-Z])")  # a comma, no stop, stands before an attribution
_CHANNEL = re.compile(r"\bon X\.['\"”]?\s+(?=[A-Z\"“])")

_DAYS = r"Mon(?:day)?\b|Tue|Wed|Thu|Fri(?:day)?\b|Sat(?:urday)?\b|Sun(?:day)?\b"
_MONTHS = r"Jan|Feb|Mar(?:ch)?\b|Apr|May\b|Jun|Jul|Aug|Sep|Oct|Nov|Dec"
_ZONES = r"[A-Z]{2,5}\b|[A-Z][a-z]+ (?:[Ss]tandard |[Ss]ummer |[Dd]aylight )?[Tt]ime\b|Eastern\b|Pacific\b|Central\b"
_HOUR = re.compile(rf"\b\d{{1,2}}(?:[.:]\d\d)? ?[ap]\.m\.\s+(?=[A-Z])(?!{_DAYS}|{_MONTHS}|{_ZONES})")


def find_breaks(text: str, body: int = 0) -> tuple[int, ...]:
    """Offsets at which sentences start: the body after a dateline, and places that parsers miss.

    >>> find_breaks('It began at 7 p.m. "Nobody was hurt," he wrote on X. Roads were closed.')
    (19, 53)
    >>> find_breaks("It began at 7 p.m. Rescuers came at 9 p.m. Monday.")
    (19,)
    """
    found = {match.end() for pattern in (_OPENED, _CLOSED, _CHANNEL, _HOUR) for match in pattern.finditer(text)}
    return tuple(sorted(found | ({body} if body else set())))
