"""Which version of a story an article is, by the tags of its headline or an advisory line above the story."""

import re
from collections.abc import Iterator
from functools import lru_cache

from warextract.records import Revision
from warextract.text.wordlists import word_list
from warextract.vocabulary import RevisionKind

_LINES = 8  # headline, slug, byline and time stamp stand above a story

Pattern = tuple[RevisionKind | None, re.Pattern[str]]


def find_revision(title: str | None, text: str) -> Revision | None:
    """What the headline, or the beginning of the text, says of the version; None for a first one.

    >>> find_revision("CORRECTED-UPDATE 2-Shells hit bus station", "")
    Revision(kind='correction', number=2)
    >>> find_revision(None, "(Adds quotes)\\nKYIV, May 14 - Shells hit the bus station.").kind
    'update'
    """
    lines = list(_first_lines(text))
    for headline in (title, lines[0] if lines else None):
        if headline and (found := _of_headline(headline.lstrip())):
            return found
    for line in lines:
        for kind, pattern in _patterns("line"):
            if kind and pattern.fullmatch(line):
                return Revision(kind=kind)
    return None


def untagged(headline: str) -> str:
    """A headline without its tags.

    >>> untagged("RPT-UPDATE 2-Shells hit bus station")
    'Shells hit bus station'
    """
    return headline[_tags(headline)[0] :]


def _of_headline(headline: str) -> Revision | None:
    _, tags = _tags(headline)
    kinds = [kind for kind, _ in tags if kind]
    if not kinds:
        return None
    numbers = [number for _, number in tags if number is not None]
    kind = next((kind for kind in kinds if kind != "update"), kinds[0])
    return Revision(kind=kind, number=numbers[0] if numbers else None)


def _tags(headline: str) -> tuple[int, list[tuple[RevisionKind | None, int | None]]]:
    """Where the headline itself starts, and the tags before it with their numbers."""
    position = 0
    tags: list[tuple[RevisionKind | None, int | None]] = []
    while found := next(((k, m) for k, p in _patterns("tag") if (m := p.match(headline, position))), None):
        kind, match = found
        number = match.groupdict().get("number")
        tags.append((kind, int(number) if number else None))
        position = match.end()
    return position, tags


def _first_lines(text: str) -> Iterator[str]:
    seen = 0
    for line in text[:4000].splitlines():
        if line.strip():
            yield line.strip()
            seen += 1
        if seen == _LINES:
            return


@lru_cache(maxsize=2)
def _patterns(table: str) -> tuple[Pattern, ...]:
    return tuple((entry.get("kind"), re.compile(entry["regex"])) for entry in word_list("revisions")[table])
