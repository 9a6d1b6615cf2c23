"""What a rule of the date grammar is, what it may ask of the text around, and the words it is made of."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cache, partial
from typing import Literal, Protocol

from warextract.text.numbers import parse_count
from warextract.text.periods import Period
from warextract.text.wordlists import word_list


class Dated(Protocol):
    """Anything with a first and a last day."""

    @property
    def first(self) -> date: ...

    @property
    def last(self) -> date: ...


@dataclass(frozen=True, slots=True)
class Context:
    """What surrounds an expression.

    ``reference`` is the day that the paragraph spoke of last, ``news`` the last day of the week before publication that
    the text spoke of, ``period`` the time of any length that it spoke
    of last, ``year`` the bygone year of the full date before; ``same_sentence`` is an expression before it in its
    sentence; ``upcoming`` and ``planned`` tell that the words around it look ahead, ``since`` that
    it follows "since" and so lies behind.
    """

    published: date | None
    reference: date | None
    news: date | None
    period: Dated | None
    year: int | None
    same_sentence: Dated | None
    upcoming: bool
    planned: bool
    since: bool

    @property
    def today(self) -> date:
        """The day of publication; rules that need it are not asked without one."""
        if self.published is None:
            raise AssertionError("an anchored rule was asked without a date of publication")
        return self.published


Resolve = Callable[[re.Match[str], Context], Period | None]

Order = Literal["DMY", "MDY", "YMD"]


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern and the function that reads its matches.

    ``anchored`` rules need the day of publication. What ``resolve`` leaves unread is given to dateparser,
    where ``dateparser`` names the order of the numbers.
    """

    name: str
    pattern: re.Pattern[str]
    resolve: Resolve
    anchored: bool = True
    dateparser: Order | None = None


@cache
def fragments() -> dict[str, str]:
    """The pieces of patterns that a rule names in braces."""
    data = word_list("dates")
    long_first = partial(sorted, key=len, reverse=True)
    months: list[str] = long_first(data["months"])
    cardinals = "|".join(long_first(word_list("numbers")["cardinals"]))
    sure = [m for m in months if len(m) > 4 and m not in data["ambiguous_months"]]
    pieces = {key: str(pattern) for key, pattern in word_list("date_rules")["fragments"].items()}
    pieces |= {
        "WEEKDAY": f"(?:{'|'.join(data['weekdays'])})",
        "MONTH": "(?:" + "|".join(rf"{m}\.?" if _is_short(m) else m for m in months) + ")",
        "SUREMONTH": f"(?:{'|'.join(sure)}|July)",
        "SEASON": f"(?:{'|'.join(data['seasons'])})",
        "HOLIDAY": "|".join(map(re.escape, data["holidays"])),
        "PART": f"(?:{'|'.join(long_first(data['parts_of_day']))})",
        "CARDINAL": f"(?:{cardinals})",
    }
    return {key: expand(pattern, pieces) for key, pattern in pieces.items()}


def _is_short(month: str) -> bool:
    return len(month) <= 4 and month not in ("May", "June", "July")


def expand(pattern: str, pieces: dict[str, str]) -> str:
    """A pattern with the names in braces replaced, also those inside the replacements."""
    while named := re.search(r"\{([A-Z]+)\}", pattern):
        pattern = pattern[: named.start()] + pieces[named[1]] + pattern[named.end() :]
    return pattern


def month_number(name: str) -> int:
    return int(word_list("dates")["months"][name.rstrip(".")])


def weekday_number(name: str) -> int:
    return int(word_list("dates")["weekdays"].index(name))


def exact_count(words: str) -> int | None:
    """The number that "two", "a" or "a couple of" stands for; None for vague counts."""
    if words.lower() in ("a", "an"):
        return 1
    count = parse_count(words)
    return count.max if count and count.min == count.max else None
