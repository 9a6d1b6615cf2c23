"""Whether a day that a text names lies behind or ahead: read from the words around it."""

import re
from functools import cache

from warextract.text.wordlists import word_list

_STOP = re.compile(r"(\w++)[.!?][\"”’)]*\s+(?=[\"“‘(]?[A-Z])|[\n\r]+")


def clause_before(text: str, at: int, reach: int = 160) -> str:
    """The words of the same sentence before a position, ``reach`` characters at most."""
    start = max(0, at - reach)
    abbreviations = word_list("dates")["abbreviations"]
    for stop in _STOP.finditer(text, start, at):
        if stop[1] is None or (stop[1] not in abbreviations and len(stop[1]) > 1):
            start = stop.end()
    return text[start:at]


def is_upcoming(text: str, start: int, end: int) -> bool:
    """Whether the words around an expression speak of what is still to come."""
    before = clause_before(text, start)
    cuts = [m.end() for m in _any_of("reporting", "looking_back").finditer(before)]
    near = before[max(cuts, default=0) :]
    if _any_of("upcoming").search(near):
        return True
    if re.search(r"(?:^|[,;:“\"—–-] ?)(?:On |on |By |In |Late on |Early on )?$", before):
        after = re.split(r"[.;\n]", text[end : end + 90])[0]
        stops = [m.start() for m in re.finditer(rf"\b\w+ed\b|{_any_of('reporting').pattern}", after, re.I)]
        return bool(_any_of("upcoming_after").search(after[: min(stops, default=len(after))]))
    return False


def is_planned(text: str, start: int) -> bool:
    """Whether a scheduled thing stands right before ("talks on Thursday", "a summit for Wednesday")."""
    before = clause_before(text, start, 60)
    return bool(re.search(rf"{_any_of('planned').pattern}(?: \w+ [A-Z]\w+)? (?:on |for )$|\bfor $", before))


@cache
def _any_of(*keys: str) -> re.Pattern[str]:
    words = [re.escape(word) for key in keys for word in word_list("dates")[key]]
    return re.compile(rf"(?<!\w)(?:{'|'.join(sorted(words, key=len, reverse=True))})(?!\w)")
