"""The weapons of the gazetteer: names and nouns with their classes, and where a text holds them."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Any, Literal, NamedTuple

from warextract.errors import GazetteerError
from warextract.vocabulary import WeaponClass

_PIECE = re.compile(r"[^\W\d_]+|\d+(?:\.\d+)?")
_GAPS = frozenset({"", " ", "-", "‑", "–", "/", ".", ". ", "'", "’", "\u00a0", "('"})
_VARIANT = re.compile(r"[-‑]?[A-Z][A-Za-z]{0,4}\d{0,3}(?:[-‑]\d{1,2})?(?:s\b)?(?!\w)")
_LONGEST_NAME = 9
_KEPT = 20_000  # words, of which an article has the same ones again and again


@dataclass(frozen=True, slots=True)
class WeaponEntry:
    """One weapon: a designation ("T-72") or a noun ("battle tank").

    ``mass_kg``, ``calibre_mm`` and ``range_km`` are those of the common variant, None where not surely known;
    ``origin`` is ISO 3166-1 alpha-3. A ``weak`` noun means a weapon only where its sentence speaks of fighting.
    """

    kind: Literal["designation", "noun"]
    name: str
    class_: WeaponClass
    origin: str | None = None
    mass_kg: int | None = None
    calibre_mm: float | None = None
    range_km: int | None = None
    weak: bool = False
    exact: bool = False

    @property
    def family(self) -> str:
        return self.class_.partition(".")[0]


@dataclass(frozen=True, slots=True)
class WeaponHit:
    """A name found in a text, code points ``start`` to ``end``; an ``ambiguous`` one needs support."""

    start: int
    end: int
    entry: WeaponEntry
    ambiguous: bool


@dataclass(slots=True)
class _Node:
    children: dict[str, "_Node"] = field(default_factory=dict)
    names: list[tuple[tuple[str, ...], WeaponEntry, bool]] = field(default_factory=list)


class _Piece(NamedTuple):  # made for every word of an article, which a dataclass takes three times as long for
    start: int
    end: int
    text: str


class WeaponLexicon:
    """All weapons by the pieces of their names, so that "T-72" and "T72" are one.

    >>> lexicon = load_weapons()
    >>> [(h.entry.name, h.entry.class_) for h in lexicon.find("two T72B3 tanks")]
    [('T-72', 'vehicle.tank'), ('tank', 'vehicle.tank')]
    """

    def __init__(self, rows: list[dict[str, Any]], words: Mapping[str, Any]) -> None:
        self.words = words
        self.entries: list[WeaponEntry] = []
        self._root = _Node()
        self._opens = lru_cache(maxsize=_KEPT)(self._opens_name)
        for row in rows:
            entry = _entry(row)
            self.entries.append(entry)
            for name in row["names"]:
                self._add(name, entry, ambiguous=False)
            for name in row.get("ambiguous", ()):
                self._add(name, entry, ambiguous=True)

    def find(self, text: str) -> tuple[WeaponHit, ...]:
        """All names in a text, longest first from left to right, without overlap."""
        matches = list(_PIECE.finditer(text))
        found: list[WeaponHit] = []
        end = 0
        for i, match in enumerate(matches):
            if self._opens(match[0]) and match.start() >= end:
                pieces = [_Piece(*each.span(), each[0]) for each in matches[i : i + _LONGEST_NAME]]
                hit = None if _inside_word(text, pieces[0]) else self._longest(text, pieces)
                if hit is not None:
                    found.append(hit)
                    end = hit.end
        return tuple(found)

    def _opens_name(self, word: str) -> bool:
        known = self._root.children
        return any(each in known for each in _singulars(word.lower()))

    def _add(self, name: str, entry: WeaponEntry, *, ambiguous: bool) -> None:
        pieces = tuple(match[0] for match in _PIECE.finditer(name))
        node = self._root
        for piece in pieces:
            node = node.children.setdefault(piece.lower(), _Node())
        node.names.append((pieces, entry, ambiguous))

    def _longest(self, text: str, pieces: list[_Piece]) -> WeaponHit | None:
        """The longest name that the first of these pieces begins."""
        best = None
        node = self._root
        for i in range(len(pieces)):
            if i and not _tied(text, pieces[i - 1], pieces[i]):
                break
            for word in _singulars(pieces[i].text.lower()):
                last = node.children.get(word)
                hit = last and _hit(text, pieces[: i + 1], last, plural=word != pieces[i].text.lower())
                if hit:
                    best = hit
                    break
            following = node.children.get(pieces[i].text.lower())
            if following is None:
                break
            node = following
        return best


def _hit(text: str, pieces: list[_Piece], node: _Node, *, plural: bool) -> WeaponHit | None:
    end = _end(text, pieces[-1])
    if end is None:
        return None
    for names, entry, ambiguous in node.names:
        written = [piece.text for piece in pieces]
        if plural and entry.kind == "designation":
            written[-1] = written[-1][: len(names[-1])]
        if (entry.kind == "noun" and not entry.exact) or _same_case(names, written):
            doubtful = ambiguous or any(other is entry and doubt for _, other, doubt in node.names)
            return WeaponHit(pieces[0].start, end, entry, doubtful)
    return None


def _end(text: str, last: _Piece) -> int | None:
    """Where a name ends, the letters of a variant and a plural s after a number included; None inside a word."""
    if last.text[0].isdigit() or len(last.text) == 1:
        if re.match(r"['’]?s(?!\w)", text[last.end :]) and text[last.end] == "s":
            return last.end + 1
        variant = _VARIANT.match(text, last.end)
        if variant:
            return variant.end()
        following = text[last.end : last.end + 1]
        if following.isalnum() or (following == "." and text[last.end + 1 : last.end + 2].isdigit()):
            return None
    return last.end


def _tied(text: str, one: _Piece, other: _Piece) -> bool:
    """Whether two pieces may be of one name; "A 10-year-old" is no A-10."""
    gap = text[one.end : other.start]
    letter = len(one.text) == 1 and other.text[0].isdigit()
    return gap in _GAPS and not (letter and gap.isspace())


def _inside_word(text: str, piece: _Piece) -> bool:
    before = text[piece.start - 1 : piece.start]
    return before.isalnum() or (piece.text[0].isdigit() and before in (".", ","))


def _same_case(names: tuple[str, ...], written: list[str]) -> bool:
    """Whether a name is written as names are: capitals stay capitals, short acronyms stay in capitals."""
    for name, word in zip(names, written, strict=True):
        if name[0].isupper() and not word[0].isupper():
            return False
        if name.isupper() and 1 < len(name) <= 4 and not word.isupper() and word != name + "s":
            return False
        if name.islower() and word.isupper() and len(word) > 1 and len(names) == 1:
            return False
    return True


def _singulars(word: str) -> tuple[str, ...]:
    if word.endswith("ies"):
        return (word, word[:-3] + "y", word[:-1])
    if word.endswith(("shes", "xes", "ches", "sses", "does")):
        return (word, word[:-2], word[:-1])
    return (word, word[:-1]) if word.endswith("s") and len(word) > 2 else (word,)


def _entry(row: dict[str, Any]) -> WeaponEntry:
    return WeaponEntry(
        kind=row["kind"],
        name=row["name"],
        class_=row["class"],
        origin=row.get("origin"),
        mass_kg=row.get("mass_kg"),
        calibre_mm=row.get("calibre_mm"),
        range_km=row.get("range_km"),
        weak=row.get("weak", False),
        exact=row.get("exact", False),
    )


@lru_cache(maxsize=4)
def load_weapons(path: Path | None = None) -> WeaponLexicon:
    """The bundled weapons, or those of another file of the same shape.

    Raises GazetteerError that names the file and the line.
    """
    text = (path or files("warextract.lexicon").joinpath("data", "weapons.jsonl")).read_text("utf-8")
    rows: list[dict[str, Any]] = []
    words: dict[str, Any] = {}
    for number, line in enumerate(text.splitlines(), 1):
        try:
            row = json.loads(line)
            if row["kind"] == "words":
                words = row
            else:
                _entry(row)
                rows.append(row)
        except (ValueError, KeyError, TypeError) as error:
            raise GazetteerError(
                f"{path or 'weapons.jsonl'}, line {number}: {error!r}; build it again with tools/build_weapons.py"
            ) from error
    return WeaponLexicon(rows, words)
