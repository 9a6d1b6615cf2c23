"""Sign-offs, credits, pointers and copyright lines: text that neither tells nor claims."""

import re
from functools import lru_cache

from warextract.text.wordlists import word_list

_SENTENCE_END = re.compile(r"[.!?][\"”’)]*(?:\s|$)")


def find_boilerplate(text: str) -> tuple[tuple[int, int], ...]:
    """Character ranges that are neither actor nor claim, sorted and without overlap.

    >>> text = "The bridge fell. (Reporting by Ann Lee; Editing by Bo Hart)"
    >>> [text[a:b] for a, b in find_boilerplate(text)]
    ['(Reporting by Ann Lee; Editing by Bo Hart)']
    """
    lower = text.lower()
    lines = [_stripped(line) for line in re.finditer(r"[^\n\r]+", text)]
    ranges = [
        span
        for scope, hints, pattern in _patterns()
        if not hints or any(hint in lower for hint in hints)
        for span in _scan(text, lines, scope, pattern)
    ]
    merged: list[tuple[int, int]] = []
    for start, end in sorted(ranges):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)


def blanked(text: str, ranges: tuple[tuple[int, int], ...]) -> str:
    """The text with a blank for each character of these ranges, so that every offset holds.

    >>> blanked("UPDATE 2-Bridge falls", ((0, 9),))
    '         Bridge falls'
    """
    pieces, position = [], 0
    for start, end in ranges:
        pieces += [text[position:start], re.sub(r"[^\n]", " ", text[start:end])]
        position = end
    return "".join((*pieces, text[position:]))


def _stripped(line: re.Match[str]) -> tuple[int, int]:
    """The bounds of a line without white space at its ends."""
    return line.start() + len(line[0]) - len(line[0].lstrip()), line.start() + len(line[0].rstrip())


def _scan(text: str, lines: list[tuple[int, int]], scope: str, pattern: re.Pattern[str]) -> list[tuple[int, int]]:
    if scope == "match":
        return [match.span() for match in pattern.finditer(text) if match.end() > match.start()]
    found = []
    for start, end in lines:
        if scope == "line":
            if start < end and pattern.match(text, start, end):
                found.append((start, end))
        else:
            found += [_sentence(text, start, end, m) for m in pattern.finditer(text, start, end)]
    return found


def _sentence(text: str, start: int, end: int, match: re.Match[str]) -> tuple[int, int]:
    """The sentence of a line that holds a match; a stop after an initial ("J. Smith") does not end one."""
    for stop in _SENTENCE_END.finditer(text, start, match.start()):
        if not re.search(r"\b[A-Z]$", text[start : stop.start()]):
            start = stop.end()
    after = _SENTENCE_END.search(text, match.end(), end)
    return start, len(text[: after.end()].rstrip()) if after else end


@lru_cache(maxsize=1)
def _patterns() -> tuple[tuple[str, tuple[str, ...], re.Pattern[str]], ...]:
    table = word_list("boilerplate")["pattern"]
    return tuple((entry["scope"], tuple(entry.get("hints", ())), re.compile(entry["regex"])) for entry in table)
