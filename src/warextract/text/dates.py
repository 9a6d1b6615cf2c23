"""Expressions of time in news copy, resolved to days against the day of publication.

dateparser alone misreads news ("on Tuesday" of the same day becomes last week's, "Su-34" the year 1934), so
our own grammar finds the expressions and reads most; dateparser reads the numeric dates and odd "… ago" left.
"""

import re
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cache, lru_cache

from warextract.text.date_context import Context, Rule
from warextract.text.date_rules import rules
from warextract.text.openings import Patterns
from warextract.text.outlook import clause_before, is_planned, is_upcoming
from warextract.text.periods import Period
from warextract.text.wordlists import word_list
from warextract.vocabulary import DatePrecision

_SINCE = re.compile(
    r"\b[Ss]ince (?:(?:late|early|the (?:very )?(?:start|beginning|early hours|morning|evening|night|end) of|the)"
    r"(?: the day)?(?: on)? )?"
)


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """One expression of time: code points ``start`` to ``end``, days ``first`` to ``last``.

    ``anchored`` tells that the reading leans on the day of publication or on an earlier date of the text;
    ``opened`` is the last day of the time from which "since" counts.
    """

    start: int
    end: int
    text: str
    first: date
    last: date
    precision: DatePrecision
    anchored: bool
    opened: date | None = None


def find_times(text: str, published: date | None) -> tuple[TimeExpression, ...]:
    """All expressions of time that can be resolved, in text order and without overlap.

    Without ``published`` only dates that carry their year are found.

    >>> from datetime import date
    >>> [(t.text, str(t.first), str(t.last)) for t in find_times("It fell overnight.", date(2025, 4, 22))]
    [('overnight', '2025-04-21', '2025-04-22')]
    """
    written, text = text, _names_in_usual_case(text)
    candidates = [(match.start(), -match.end(), order, rules()[order], match) for order, match in _all().found(text)]
    found: list[TimeExpression] = []
    last = ""
    for start, negative_end, _, rule, match in sorted(candidates, key=lambda c: c[:3]):
        if found and start < found[-1].end:
            continue
        end = -negative_end
        if _names_something(text, start, end):
            continue
        context = _context(text, start, end, published, found)
        if rule.anchored and published is None:
            continue
        period = _resolve(rule, match, context) or _by_dateparser(rule, match[0], published)
        if period is not None:
            between = text[found[-1].end : start].strip(" ,") if found else None
            if last in _CLOCKS and rule.name not in _CLOCKS and between in ("", "on"):
                found[-1] = replace(found[-1], first=period.first, last=period.last)  # "at 4 a.m. on Friday"
            last = rule.name
            anchored = rule.anchored or not match.groupdict().get("year", "given")
            found.append(_expression(written, start, end, period, anchored, published))
    return tuple(found)


@cache
def _capital_names() -> re.Pattern[str]:
    data = word_list("dates")
    names = [name.upper() for name in (*data["months"], *data["weekdays"]) if len(name) > _SHORT]
    short = [name.upper() for name in data["months"] if len(name) <= _SHORT]
    beside_day = rf"(?<=\d )(?:{'|'.join(short)})\b|\b(?:{'|'.join(short)})(?=\.? \d)"
    return re.compile(rf"\b(?:{'|'.join(names)})\b|{beside_day}")


_NEWS_DAYS = 7
_CLOCKS = ("clock", "small_hours")
_SHORT = 4
"""Letters of "May", "June", "Sept": in capitals they are months only beside a number."""


def _names_in_usual_case(text: str) -> str:
    """Months and weekdays of headings and of texts in capitals as they are usually written, at the same offsets.

    >>> _names_in_usual_case("SITUATION, 20-26 NOVEMBER 2021: THEY MAY STAY")
    'SITUATION, 20-26 November 2021: THEY MAY STAY'
    """
    return _capital_names().sub(lambda match: match[0].capitalize(), text)


@cache
def _bodies() -> re.Pattern[str]:
    return re.compile(rf"(?<=[\w]) (?:{'|'.join(word_list('dates')['named_after'])})\b")


def _names_something(text: str, start: int, end: int) -> bool:
    """ "the March 23 Movement", "October 7 Square", "Black September": a date in the name of a body or a street."""
    return _bodies().match(text, end) is not None or text.endswith("Black ", 0, start)


@cache
def _all() -> Patterns:
    return Patterns([rule.pattern for rule in rules()])


def _context(text: str, start: int, end: int, published: date | None, found: list[TimeExpression]) -> Context:
    paragraph = text.rfind("\n", 0, start)
    sentence = start - len(clause_before(text, start, 400))
    days = [t for t in found if (t.last - t.first).days <= 1]
    near = [t for t in days if t.start > paragraph]
    told = [t for t in found if t.start > paragraph]
    same = [t for t in days if t.start >= sentence]
    return Context(
        published=published,
        reference=near[-1].last if near else None,
        news=next((t.last for t in reversed(days) if published and 0 <= (published - t.last).days < _NEWS_DAYS), None),
        period=told[-1] if told else None,
        year=_bygone_year(told, start, published),
        same_sentence=same[-1] if same else None,
        upcoming=is_upcoming(text, start, end),
        planned=is_planned(text, start),
        since=_follows_since(text, start, end),
    )


def _follows_since(text: str, start: int, end: int) -> bool:
    found = _SINCE.search(text, max(0, start - 60), end)
    return found is not None and found.start() <= start <= found.end()


def _bygone_year(told: list[TimeExpression], start: int, published: date | None) -> int | None:
    """The year of a full date shortly before, if it is not that of publication: "15 May 2017 … May 21"."""
    full = [t for t in told if not t.anchored and t.precision == "day" and start - t.end < 300]
    if not full or (published is not None and full[-1].first.year == published.year):
        return None
    return full[-1].first.year


def _expression(
    text: str, start: int, end: int, period: Period, anchored: bool, published: date | None
) -> TimeExpression:
    expression = TimeExpression(start, end, text[start:end], period.first, period.last, period.precision, anchored)
    if published is None or period.first > published:
        return expression
    before = _SINCE.search(text, max(0, start - 60), end)
    if before is None or not start <= before.end() <= end or before.start() > start:
        return expression
    return replace(
        expression, start=before.start(), text=text[before.start() : end], last=published, precision="range",
        anchored=True, opened=period.last,
    )  # fmt: skip


def _resolve(rule: Rule, match: re.Match[str], context: Context) -> Period | None:
    try:
        return rule.resolve(match, context)
    except (ValueError, OverflowError):
        return None  # beyond the calendar: "9,000 years ago"


def _by_dateparser(rule: Rule, words: str, published: date | None) -> Period | None:
    if rule.dateparser is None:
        return None
    found = _parse(words, rule.dateparser, published)
    return Period(found, found, "day") if found else None


@lru_cache(maxsize=512)
def _parse(words: str, order: str, published: date | None) -> date | None:
    import dateparser  # type: ignore[import-untyped]  # noqa: PLC0415 - slow to import, seldom needed

    settings: dict[str, object] = {"DATE_ORDER": order, "PREFER_DATES_FROM": "past"}
    if published is not None:
        settings["RELATIVE_BASE"] = datetime(published.year, published.month, published.day, 12)
    found = dateparser.parse(words, languages=["en"], settings=settings)
    return found.date() if found else None
