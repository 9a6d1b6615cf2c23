"""Longest-match look-up of names in a sequence of words, by a dictionary from the first word."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

# Hyphens, dots and apostrophes do not tell names apart ("al-Shabaab", "U.S.", "Sana'a"); all else does.
_ATOM = re.compile(r"[^\W_]+|\n|[^\w\s'’`.\-–‐/&_]")
_ACRONYM = 5  # capital names up to this length must stand in capitals: "US" is not "us"
_FREE = frozenset({"al", "el", "the", "of", "and", "de", "da", "bin", "ibn", "wal", "ul"})


def fold(text: str) -> str:
    """Lower case without accents.

    >>> fold("Türkiye")
    'turkiye'
    """
    if text.isascii():
        return text.lower()
    plain = unicodedata.normalize("NFKD", text)
    return "".join(c for c in plain if not unicodedata.combining(c)).replace("ı", "i").lower()


def atoms(text: str) -> tuple[str, ...]:
    """The words of a name as they are compared.

    >>> atoms("Jama'at al-Islam")
    ('Jama', 'at', 'al', 'Islam')
    """
    return tuple(_ATOM.findall(text))


@dataclass(frozen=True, slots=True)
class Hit:
    """A name found at words ``start`` to ``end`` (exclusive): what it names and in which use."""

    start: int
    end: int
    use: str
    id: str


@dataclass(frozen=True, slots=True)
class _Name:
    folded: tuple[str, ...]
    shape: tuple[str, ...]  # "" where any case will do, "U" capital first, "A" all capitals, "M" two ("LeT")
    use: str
    id: str
    forbidden: frozenset[str]


@dataclass(frozen=True, slots=True)
class Words:
    """A text's words split into atoms, ready for look-up."""

    folded: tuple[str, ...]
    original: tuple[str, ...]
    word: tuple[int, ...]

    @classmethod
    def of(cls, texts: Sequence[str]) -> "Words":
        folded: list[str] = []
        original: list[str] = []
        word: list[int] = []
        for i, text in enumerate(texts):
            for small, atom in _split(text):
                folded.append(small)
                original.append(atom)
                word.append(i)
        return cls(tuple(folded), tuple(original), tuple(word))


@lru_cache(maxsize=20_000)
def _split(text: str) -> tuple[tuple[str, str], ...]:
    """The atoms of a word, each folded and as it stands; the end of a sentence parts names as a line end does."""
    return tuple((fold(atom), atom) for atom in (("\n",) if text in (".", "!", "?") else atoms(text)))


@dataclass(slots=True)
class NameIndex:
    """Names by their first word. ``cased`` names must be written with capitals as they were given."""

    cased: bool = True
    _by_first: dict[str, list[_Name]] = field(default_factory=dict)

    def add(self, names: Iterable[str], use: str, id_: str, forbidden: frozenset[str] = frozenset()) -> None:
        for name in names:
            parts = atoms(name)
            if not parts:
                continue
            folded = tuple(fold(p) for p in parts)
            shape = tuple(self._shape(p, len(parts)) for p in parts)
            self._by_first.setdefault(folded[0], []).append(_Name(folded, shape, use, id_, forbidden))

    def seal(self) -> "NameIndex":
        """Sort each list longest first; call it once, after the last ``add``."""
        for names in self._by_first.values():
            names.sort(key=lambda n: -len(n.folded))
        return self

    def find(self, words: Words) -> tuple[Hit, ...]:
        """All names in text order, longest first at each word, none overlapping another."""
        out: list[Hit] = []
        at, size = 0, len(words.folded)
        while at < size:
            name = self._longest(words, at) if words.folded[at] in self._by_first else None
            if name is None or self._cuts(words, at, name):
                at += 1
                continue
            end = at + len(name.folded)
            out.append(Hit(words.word[at], words.word[end - 1] + 1, name.use, name.id))
            at = end
        return tuple(out)

    def _cuts(self, words: Words, at: int, name: "_Name") -> bool:
        """Whether a longer name begins inside this one and outlasts it: "The National" in "the National Guard"."""
        end = at + len(name.folded)
        for k in range(at + 1, end):
            other = self._longest(words, k) if words.folded[k] in self._by_first else None
            if other is not None and len(other.folded) >= len(name.folded) and k + len(other.folded) > end:
                return True
        return False

    def _longest(self, words: Words, at: int) -> _Name | None:
        if at and words.word[at - 1] == words.word[at]:
            return None  # not inside a word
        for name in self._by_first[words.folded[at]]:
            end = at + len(name.folded)
            if words.folded[at:end] != name.folded:
                continue
            if end < len(words.word) and words.word[end] == words.word[end - 1]:
                continue
            if all(map(_fits, name.shape, words.original[at:end])) and not _beside(words, at, end, name.forbidden):
                return name
        return None

    def _shape(self, part: str, parts: int) -> str:
        if not self.cased or fold(part) in _FREE or not part[0].isupper():
            return ""
        if parts > 1 or len(part) > _ACRONYM or sum(c.isupper() for c in part) < 2:
            return "U"
        return "A" if part.isupper() else "M"


def _fits(shape: str, original: str) -> bool:
    if shape == "A":
        return original.isupper()
    if shape == "M":
        return sum(c.isupper() for c in original) > 1
    return not shape or original[0].isupper()


def _beside(words: Words, at: int, end: int, forbidden: frozenset[str]) -> bool:
    if not forbidden:
        return False
    before = words.folded[at - 1] if at else ""
    after = words.folded[end] if end < len(words.folded) else ""
    return before in forbidden or after in forbidden
