"""Counts as newsrooms write them: digits, words, vague words, bounds and ranges."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from warextract.records import NumberRange
from warextract.text.wordlists import word_list

_TOKEN = re.compile(
    r"\d{1,3}(?:[,\u00a0\u202f]\d{3})+(?:\.\d+)?|\d{1,3}(?: \d{3})+(?!\d)|\d+(?:\.\d+)?|[a-z]+|[-–—~+]", re.I
)
_DASHES = frozenset("-–—")
_LARGEST = 10**12


@dataclass(frozen=True, slots=True)
class _Number:
    """A number, or the bounds of a vague one; ``end`` is the token after it."""

    low: float
    high: float
    vague: bool
    end: int
    scale: int = 1  # the last scale word: "2 to 3 million" hands it to the first number


@lru_cache(maxsize=4096)
def parse_count(text: str) -> NumberRange | None:
    """The count that a phrase states, or None when it is no count.

    "at least n", "more than n" and "roughly n" are n, approximately; "up to n" is 0 to n; "a" and "an" alone
    state nothing.

    >>> parse_count("at least twenty-two")
    NumberRange(min=22, max=22, approximate=True)
    >>> parse_count("hundreds of thousands of")
    NumberRange(min=200000, max=999999, approximate=True)
    """
    if _TOKEN.sub("", text).strip():
        return None  # something in it is neither word nor number
    tokens = [match[0].lower() for match in _TOKEN.finditer(text)]
    words = word_list("numbers")["words"]
    at, about, most = _qualifiers(tokens, 0)
    if at < len(tokens) and tokens[at] in words["none"] and _is_filler(tokens, at + 1):
        return NumberRange(min=0, max=0)
    if tokens[at : at + 3] == ["not", "a", "single"]:
        return NumberRange(min=0, max=0)
    spread = tokens[at : at + 1] in (["between"], ["from"])
    first = _number(tokens, at + spread)
    if first is None:
        return NumberRange(min=1, max=1) if tokens[at:] == ["a", "single"] else None
    at, low, high, vague = first.end, first.low, first.high, first.vague
    second = _number(tokens, at + 1) if at < len(tokens) and _links(tokens[at], spread) else None
    if second is None and spread:
        return None
    if second is not None:
        low, high, at, vague = _first_of(first, second), second.high, second.end, vague or second.vague
        if low > high:
            return None
    for suffix in word_list("numbers")["suffixes"]["about"]:
        length = len(suffix.split())
        skip = at + (tokens[at : at + 1] == ["-"])
        if " ".join(tokens[skip : skip + length]) == suffix:
            at, about = skip + length, True
    if not _is_filler(tokens, at) or high > _LARGEST or low != int(low) or high != int(high):
        return None
    return NumberRange(min=0 if most else int(low), max=int(high), approximate=about or vague)


def _links(token: str, spread: bool) -> bool:
    return token in ("to", "or") or token in _DASHES or (spread and token == "and")


def _first_of(first: _Number, second: _Number) -> float:
    """The lower number of a range, with the scale that only the second spells out ("20-30,000")."""
    if first.scale == 1 and second.scale > 1 and first.low < second.low:
        return first.low * second.scale if first.low < second.high / second.scale else first.low
    if first.scale == 1 and second.low % 1000 == 0 and first.low < second.low / 1000:
        return first.low * 1000
    return first.low


def _is_filler(tokens: list[str], at: int) -> bool:
    words = word_list("numbers")["words"]
    return all(token in words["filler"] for token in tokens[at:])


def _qualifiers(tokens: list[str], at: int) -> tuple[int, bool, bool]:
    """Where the number starts, whether it is approximate, and whether it is an upper bound."""
    about = most = False
    filler = word_list("numbers")["words"]["filler"]
    moved = True
    while moved and at < len(tokens):
        moved = False
        for words, effect in _phrases().get(tokens[at], ()):
            if tuple(tokens[at : at + len(words)]) == words:
                at += len(words)
                about, most, moved = about or effect != "most", most or effect == "most", True
                break
        else:
            if tokens[at] in filler and len(tokens) > at + 1:
                at, moved = at + 1, True
            elif tokens[at] == "a" and tokens[at + 1 : at + 2] in (["further"], ["total"], ["record"]):
                at, moved = at + 2, True
    return at, about, most


@cache
def _phrases() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """Qualifying phrases as tokens with their effect, longest first, by their first token."""
    pairs = [
        (tuple(phrase.split()), qualifier["effect"])
        for qualifier in word_list("numbers")["qualifier"]
        for phrase in qualifier["phrases"]
    ]
    by_first: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for words, effect in sorted(pairs, key=lambda pair: -len(pair[0])):
        by_first.setdefault(words[0], []).append((words, effect))
    return by_first


def _number(tokens: list[str], at: int) -> _Number | None:
    data = word_list("numbers")
    words, vague, scales = data["words"], data["vague"], data["scales"]
    rest = tokens[at : at + 4]
    article = rest[:1] != [] and rest[0] in words["articles"]
    if article:
        rest = rest[1:]
        at += 1
    if rest[:1] == ["half"] or rest[:1] == ["quarter"]:
        return _fraction(tokens, at)
    if rest and rest[0] in words["pairs"] and article:
        scale = _scales(tokens, at + 1 + (rest[1:2] == ["of"]), 2)
        return _Number(2, 2, False, at + 1) if scale is None else scale
    if rest and rest[0] in words["some_of_a_scale"] and len(rest) > 1 and rest[1] in scales:
        low, high = vague.get(rest[1] + "s", (2 * scales[rest[1]], 10 * scales[rest[1]] - 1))
        more = _scales(tokens, at + 2, 1)
        factor = int(more.low) if more else 1
        return _Number(low * factor, high * factor, True, more.end if more else at + 2)
    if rest and rest[0] in vague and not article:
        low, high = vague[rest[0]]
        end = at + 1
        while tokens[end : end + 1] == ["of"] and tokens[end + 1 : end + 2] and tokens[end + 1] in vague:
            unit = scales.get(tokens[end + 1].removesuffix("s"), 10)
            low, high, end = low * unit, (high + 1) * unit - 1, end + 2
        return _Number(low, high, True, end)
    if article:
        return _scales(tokens, at, 1) if rest and rest[0] in scales else None
    return _cardinal(tokens, at)


def _fraction(tokens: list[str], at: int) -> _Number | None:
    part = 0.5 if tokens[at] == "half" else 0.25
    at += 1
    while at < len(tokens) and tokens[at] in ("a", "an", "of", "-"):
        at += 1
    return _scales(tokens, at, part)


def _scales(tokens: list[str], at: int, value: float) -> _Number | None:
    """``value`` times the scale words that follow, or None when none follows."""
    scales = word_list("numbers")["scales"]
    start, last = at, 1
    while at < len(tokens) and tokens[at] in scales:
        last = scales[tokens[at]]
        value, at = value * last, at + 1
    return _Number(value, value, False, at, last) if at > start else None


def _cardinal(tokens: list[str], at: int) -> _Number | None:
    """A number in digits or words with its scales: "1.5 million", "two hundred and five", "twenty-two"."""
    data = word_list("numbers")
    cardinals, scales = data["cardinals"], data["scales"]
    if at >= len(tokens):
        return None
    if tokens[at][0].isdigit():
        value = float(re.sub(r"[,\s]", "", tokens[at]))
        return _scales(tokens, at + 1, value) or _Number(value, value, False, at + 1)
    total, group, last, start = 0.0, 0.0, 1, at
    while at < len(tokens):
        token = tokens[at]
        if token in cardinals:
            if group % 10 and group % 100:  # "four five" is no number
                break
            group, at, last = group + cardinals[token], at + 1, 1
        elif token in scales and at > start:
            last = scales[token]
            if last >= 1000:
                total, group = total + group * last, 0.0
            else:
                group *= last
            at += 1
        elif token == "hundred" or (token == "thousand" and at == start):
            return _scales(tokens, at, 1)
        elif token == "dozen" and at == start:
            return _Number(12, 12, False, at + 1, 12)
        elif at > start and at + 1 < len(tokens) and _joins(tokens[at - 1], token, tokens[at + 1]):
            at += 1
        else:
            break
    return _Number(total + group, total + group, False, at, last) if at > start else None


def _joins(before: str, token: str, after: str) -> bool:
    """Whether "and" or a hyphen joins one number ("two hundred and five", "twenty-two") and not two."""
    data = word_list("numbers")
    cardinals, scales = data["cardinals"], data["scales"]
    if token == "and":
        return before in scales and after in cardinals
    ones = cardinals.get(after, 99) < 10 and cardinals.get(before, 0) >= 20
    return token == "-" and (ones or after in scales)
