"""What the text found by a pattern may open with, so that it is tried only there.

A pattern of the date grammar begins with words that may be left out ("late on Tuesday"), for which Python's engine
has no quick test: it tries the whole pattern at every letter of a text. Few words can open a match.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from importlib import import_module
from typing import Any

LENGTH = 3  # letters of an opening: more tell little more, and take longer to list
_WORDS = re.compile(r"(?<![\w-])\w")
_DIGIT = "0"  # stands for all digits
_ANY = "\0"  # stands for anything, or for the end
_FOLDED = {"s": "\u017f", "k": "\u212a", "i": "\u0130\u0131"}  # are these too, in any case
_MANY = 4_000  # openings of one pattern, beyond which trying it is cheaper than knowing them


class Patterns:
    """Patterns to be found in a text, each everywhere it matches, as its ``finditer`` would."""

    def __init__(self, patterns: Sequence[re.Pattern[str]]) -> None:
        self._patterns = tuple(patterns)
        openings = [openings_of(pattern) for pattern in self._patterns]
        self._everywhere = [number for number, told in enumerate(openings) if told is None]
        self._told = [(number, told) for number, told in enumerate(openings) if told is not None]
        self._at = lru_cache(maxsize=20_000)(self._that_open_with)

    def found(self, text: str) -> Iterator[tuple[int, re.Match[str]]]:
        """Every match with the number of its pattern, those of one pattern without overlap and in text order."""
        for number in self._everywhere:
            for match in self._patterns[number].finditer(text):
                yield number, match
        ends = [0] * len(self._patterns)
        for word in _WORDS.finditer(text):
            at = word.start()
            for number in self._at(text[at : at + LENGTH]):
                if at >= ends[number] and (found := self._patterns[number].match(text, at)) is not None:
                    yield number, found
                    ends[number] = max(found.end(), at + 1)

    def _that_open_with(self, letters: str) -> tuple[int, ...]:
        letters = _plain(letters)
        starts = {letters[:size].ljust(LENGTH, _ANY) for size in range(1, len(letters) + 1)}
        return tuple(number for number, told in self._told if not told.isdisjoint(starts))


def openings_of(pattern: re.Pattern[str]) -> frozenset[str] | None:
    """The first letters of what a pattern matches, all digits as "0"; a null after one that any other may follow.

    None when they cannot be told, or when it may match where no word starts.

    >>> sorted(openings_of(re.compile(r"(?<![\\w-])(?:[Ll]ate )?(?:May|\\d+)")) or ())
    ['0\\x00\\x00', '00\\x00', '000', 'Lat', 'May', 'lat']
    """
    if not pattern.pattern.startswith(_WORDS.pattern.removesuffix(r"\w")):
        return None
    try:
        parsed = list(import_module("re._parser").parse(pattern.pattern, pattern.flags))
        if str(parsed[0][0]) == "BRANCH":
            return None  # only its first branch has to start where a word does
        told = _sequence(parsed, bool(pattern.flags & re.IGNORECASE))
    except (ImportError, AttributeError, _UnknownError):
        return None  # another Python, whose parser tells other things
    if not all(re.match(r"\w", opening) for opening in told):
        return None
    return frozenset(_plain(opening).ljust(LENGTH, _ANY) for opening in told)


class _UnknownError(Exception):
    """A part of a pattern of which is not told here what it may open with."""


def _plain(letters: str) -> str:
    return letters if letters.isalpha() else "".join(_DIGIT if c.isdecimal() else c for c in letters)


def _sequence(parts: Sequence[Any], ignore_case: bool) -> set[str]:
    """What parts, one after the other, may open with; a shorter opening is all that they match."""
    whole: set[str] = set()
    open_ = {""}
    for operation, argument in parts:
        try:
            following = _part(str(operation), argument, ignore_case)
        except _UnknownError:
            if "" in open_:
                raise
            return whole | {opening.ljust(LENGTH, _ANY) for opening in open_}
        joined = {(before + after)[:LENGTH] for before in open_ for after in following}
        whole |= {opening for opening in joined if len(opening) == LENGTH}
        open_ = {opening for opening in joined if len(opening) < LENGTH}
        if len(whole) > _MANY:
            raise _UnknownError("too many")
        if not open_:
            break
    return whole | open_


def _part(operation: str, argument: Any, ignore_case: bool) -> set[str]:
    if operation in ("ASSERT", "ASSERT_NOT", "AT"):
        return {""}
    if operation == "LITERAL":
        return _cases(chr(argument), ignore_case)
    if operation == "IN":
        own = {letter for item in argument for letter in _set(*item)}
        return {c for letter in own for c in _cases(letter, ignore_case)}
    if operation == "BRANCH":
        return {opening for branch in argument[1] for opening in _sequence(branch, ignore_case)}
    if operation == "SUBPATTERN":
        _, added, removed, inner = argument
        return _sequence(inner, (ignore_case or bool(added & re.IGNORECASE)) and not removed & re.IGNORECASE)
    if operation in ("MAX_REPEAT", "MIN_REPEAT"):
        least, most, inner = argument
        counts = range(min(least, LENGTH), min(int(most), LENGTH) + 1)
        return {opening for count in counts for opening in _sequence([*inner] * count, ignore_case)}
    raise _UnknownError(operation)


def _set(operation: Any, argument: Any) -> set[str]:
    if str(operation) == "LITERAL":
        return {chr(argument)}
    if str(operation) == "RANGE":
        return {chr(code) for code in range(argument[0], argument[1] + 1)}
    if str(operation) == "CATEGORY" and str(argument) == "CATEGORY_DIGIT":
        return {_DIGIT}
    raise _UnknownError(str(operation))


def _cases(letter: str, ignore_case: bool) -> set[str]:
    if not ignore_case:
        return {letter}
    return {letter, letter.lower(), letter.upper(), *_FOLDED.get(letter.lower(), "")}
