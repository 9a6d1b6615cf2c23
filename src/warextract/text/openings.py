"""Letters that what a pattern finds may open with, so that it is tried only where they stand.

A pattern of the date grammar begins with words that may be left out ("late on Tuesday"), for which Python's engine
has no quick test: it tries the whole pattern at every letter of a text. Most letters cannot open a match.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from importlib import import_module
from typing import Any

_WORDS = re.compile(r"(?<![\w-])\w")
_DIGIT = "0"  # stands for all digits
_FOLDED = {"s": "\u017f", "k": "\u212a", "i": "\u0130\u0131"}  # are these too, in any case


def starts_by_letter(text: str) -> dict[str, list[int]]:
    """Where the words of a text start, neither inside a word nor after a hyphen, by their first letter.

    All digits count as "0".

    >>> starts_by_letter("on a well-known day, 7 May")
    {'o': [0], 'a': [3], 'w': [5], 'd': [16], '0': [21], 'M': [23]}
    """
    found: dict[str, list[int]] = {}
    for match in _WORDS.finditer(text):
        found.setdefault(_DIGIT if match[0].isdecimal() else match[0], []).append(match.start())
    return found


def matches_at(pattern: re.Pattern[str], text: str, starts: dict[str, list[int]]) -> Iterator[re.Match[str]]:
    """What ``pattern.finditer(text)`` gives; ``starts`` are those of the text."""
    letters = opening_letters(pattern)
    if letters is None:
        yield from pattern.finditer(text)
        return
    end = 0
    for at in sorted(at for letter in letters & starts.keys() for at in starts[letter]):
        if at >= end and (match := pattern.match(text, at)) is not None:
            yield match
            end = max(match.end(), at + 1)


@lru_cache(maxsize=256)
def opening_letters(pattern: re.Pattern[str]) -> frozenset[str] | None:
    """First letters of what a pattern matches, all digits as "0"; None when they cannot be told, or when it may match
    where no word starts.

    >>> sorted(opening_letters(re.compile(r"(?<![\\w-])(?:[Ll]ate )?(?:May|\\d)")) or ())
    ['0', 'L', 'M', 'l']
    """
    if not pattern.pattern.startswith(_WORDS.pattern.removesuffix(r"\w")):
        return None
    try:
        parsed = list(import_module("re._parser").parse(pattern.pattern, pattern.flags))
        if str(parsed[0][0]) == "BRANCH":
            return None  # only its first branch has to start where a word does
        letters, may_be_empty = _first(parsed, ignore_case=bool(pattern.flags & re.IGNORECASE))
    except (ImportError, AttributeError, _UnknownError):
        return None  # another Python, whose parser tells other things
    if may_be_empty or not all(re.fullmatch(r"\w", letter) for letter in letters):
        return None
    return frozenset(_DIGIT if letter.isdecimal() else letter for letter in letters)


class _UnknownError(Exception):
    """A part of a pattern whose first letters are not told here."""


def _first(items: list[Any], *, ignore_case: bool) -> tuple[set[str], bool]:
    """First letters of a sequence of parsed parts, and whether it may match nothing."""
    letters: set[str] = set()
    for operation, argument in items:
        found, empty = _of_part(str(operation), argument, ignore_case=ignore_case)
        letters |= found
        if not empty:
            return letters, False
    return letters, True


def _of_part(operation: str, argument: Any, *, ignore_case: bool) -> tuple[set[str], bool]:
    if operation in ("ASSERT", "ASSERT_NOT", "AT"):
        return set(), True
    if operation == "LITERAL":
        return _cases(chr(argument), ignore_case=ignore_case), False
    if operation == "IN":
        own = {letter for item in argument for letter in _of_set(*item)}
        return {c for letter in own for c in _cases(letter, ignore_case=ignore_case)}, False
    if operation == "BRANCH":
        parts = [_first(list(branch), ignore_case=ignore_case) for branch in argument[1]]
        return {c for found, _ in parts for c in found}, any(empty for _, empty in parts)
    if operation == "SUBPATTERN":
        _, added, removed, inner = argument
        ignored = (ignore_case or bool(added & re.IGNORECASE)) and not removed & re.IGNORECASE
        return _first(list(inner), ignore_case=ignored)
    if operation in ("MAX_REPEAT", "MIN_REPEAT"):
        least, _, inner = argument
        found, empty = _first(list(inner), ignore_case=ignore_case)
        return found, empty or least == 0
    raise _UnknownError(operation)


def _of_set(operation: Any, argument: Any) -> set[str]:
    if str(operation) == "LITERAL":
        return {chr(argument)}
    if str(operation) == "RANGE":
        return {chr(code) for code in range(argument[0], argument[1] + 1)}
    if str(operation) == "CATEGORY" and str(argument) == "CATEGORY_DIGIT":
        return {_DIGIT}
    raise _UnknownError(str(operation))


def _cases(letter: str, *, ignore_case: bool) -> set[str]:
    if not ignore_case:
        return {letter}
    return {letter, letter.lower(), letter.upper(), *_FOLDED.get(letter.lower(), "")}
