"""Where a sentence must start, whatever a parser thinks: datelines, opened quotations, channels that look initials."""

import re

_OPENED = re.compile(r"[.!?]['\"”’»]?\s+(?=[\"“«][A-Z])")
_CLOSED = re.compile(r"\.[\"”]\s+(?=[A-Z])")  # a comma, no stop, stands before an attribution
_CHANNEL = re.compile(r"\bon X\.['\"”]?\s+(?=[A-Z\"“])")


def find_breaks(text: str, body: int = 0) -> tuple[int, ...]:
    """Offsets at which sentences start: the body after a dateline, and places that parsers miss.

    >>> find_breaks('It began at 7 p.m. "Nobody was hurt," he wrote on X. Roads were closed.')
    (19, 53)
    """
    found = {match.end() for pattern in (_OPENED, _CLOSED, _CHANNEL) for match in pattern.finditer(text)}
    return tuple(sorted(found | ({body} if body else set())))
