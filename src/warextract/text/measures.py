"""Masses, calibres and ranges with their units, turned into kilograms, millimetres and kilometres."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

from warextract.text.numbers import parse_count
from warextract.text.wordlists import word_list

Unit = Literal["kg", "mm", "km"]


@dataclass(frozen=True, slots=True)
class Measure:
    """A measured value: code points ``start`` to ``end``, ``value`` in ``unit``."""

    start: int
    end: int
    value: float
    unit: Unit


def find_measures(text: str) -> tuple[Measure, ...]:
    """All masses, calibres and distances of a text in its order.

    >>> [(m.value, m.unit) for m in find_measures("a 155 mm shell with a 3,000-pound (1,300-kilo) bomb")]
    [(155.0, 'mm'), (1360.77711, 'kg'), (1300.0, 'kg')]
    """
    found = []
    for match in _pattern().finditer(text):
        value = _value(match["number"])
        unit, factor = _units()[match["unit"].lower()]
        if value is not None and not (match["unit"].lower().startswith("calib") and value >= 1):
            found.append(Measure(match.start(), match.end(), value * factor, unit))
    return tuple(found)


def _value(number: str) -> float | None:
    if number.lower() in ("half", "half-a", "half a"):
        return 0.5
    digits = number.replace(",", "").replace("\u00a0", "")
    if re.fullmatch(r"\d*\.?\d+", digits):
        return float(digits)
    count = parse_count(number)
    return float(count.max) if count else None


@cache
def _units() -> dict[str, tuple[Unit, float]]:
    units = word_list("numbers")["units"]
    kinds: tuple[Unit, ...] = ("kg", "mm", "km")
    return {word: (kind, float(factor)) for kind in kinds for word, factor in units[kind].items()}


@cache
def _pattern() -> re.Pattern[str]:
    data = word_list("numbers")
    spelled = {*data["cardinals"], "half", "half a", "hundred", "thousand"}
    words = "|".join(sorted(spelled, key=len, reverse=True))
    units = "|".join(sorted(_units(), key=len, reverse=True))
    return re.compile(
        rf"(?<![\w.,])(?P<number>(?:\d{{1,3}}(?:[,\u00a0]\d{{3}})+|\d+)(?:\.\d+)?|\.\d+|(?:{words})"
        rf"(?:[ -](?:{words}|and))*)(?:x\d+)?[\s\u00a0‑-]?(?P<unit>{units})(?!\w)",
        re.I,
    )
