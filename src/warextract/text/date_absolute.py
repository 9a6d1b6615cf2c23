"""Calendar dates: days, months, seasons, quarters, years and their ranges, with or without a year."""

import re
from datetime import date

from warextract.text import periods
from warextract.text.date_context import Context, Resolve, month_number
from warextract.text.periods import Period
from warextract.text.wordlists import word_list

_SOON = 65  # a day without a year that lies nearly a year back is more likely one shortly ahead


def _unread(_match: re.Match[str], _context: Context) -> None:
    """Left to dateparser."""


def _iso(match: re.Match[str], _context: Context) -> Period | None:
    found = periods.valid_day(int(match["year"]), int(match["month"]), int(match["day"]))
    return periods.day(found) if found else None


def _number(words: str) -> int:
    return int(re.sub(r"\D", "", words))


def resolve_day(year: str | None, month: int, day: int, context: Context) -> date | None:
    """A day in the year that is meant: the last such day, or the next where the text looks ahead."""
    year = year or (str(context.year) if context.year else None)
    if year:
        return periods.valid_day(int(year), month, day)
    if context.published is None:
        return None
    today = context.published
    around = [d for y in range(today.year - 4, today.year + 5) if (d := periods.valid_day(y, month, day))]
    before = [d for d in around if d <= today]
    after = [d for d in around if d > today]
    if not before or not after:
        return None
    gone, left = (today - before[-1]).days, (after[0] - today).days
    ahead = left < 200 if context.upcoming else left <= _SOON and gone > 365 - _SOON
    return after[0] if ahead and gone > 0 and not context.since else before[-1]


def _day(match: re.Match[str], context: Context) -> Period | None:
    found = resolve_day(match["year"], month_number(match["month"]), _number(match["day"]), context)
    return periods.day(found) if found else None


def _day_range(match: re.Match[str], context: Context) -> Period | None:
    second_month = match["m2"] or match["m1"]
    year_of_last = match["year"] or match["y1"]
    last = resolve_day(year_of_last, month_number(second_month), _number(match["d2"]), context)
    if last is None:
        return None
    first_month = month_number(match["m1"] or second_month)
    year = int(match["y1"]) if match["y1"] else last.year - (first_month > last.month)
    first = periods.valid_day(year, first_month, _number(match["d1"]))
    return periods.span(first, last) if first else None


def _month_start(month: int, mod: str, context: Context) -> Period | None:
    """A month without its year, as "last", "next" or the words around it place it."""
    if context.published is None:
        return None
    today = context.published
    if mod.startswith("last"):
        return periods.month(today.year - (month >= today.month), month)
    if mod.startswith("next") or "coming" in mod:
        return periods.month(today.year + (month <= today.month), month)
    if mod.startswith("this"):
        return periods.month(today.year, month)
    if month > today.month:
        return periods.month(today.year - (not context.upcoming), month)
    return periods.month(today.year + (context.upcoming and today.month - month >= 6), month)


def _month(match: re.Match[str], context: Context) -> Period | None:
    groups = match.groupdict()
    month = month_number(match["month"])
    if groups.get("year"):
        whole: Period | None = periods.month(int(groups["year"]), month)
    else:
        whole = _month_start(month, (groups.get("mod") or "").lower(), context)
    if groups.get("of_year"):
        whole = periods.month(_year_of(groups["of_year"], context), month)
    part = _part(groups.get("part"))
    return periods.part_of_month(whole, part) if whole and part else whole


def _week_of_month(match: re.Match[str], context: Context) -> Period | None:
    whole = _month(match, context)
    if whole is None:
        return None
    if match["nth"] == "last":
        return periods.span(periods.shift(whole.last, -6), whole.last)
    first = periods.shift(whole.first, 7 * ("first", "second", "third").index(match["nth"]))
    return periods.span(first, periods.shift(first, 6))


def _day_of_this_month(match: re.Match[str], context: Context) -> Period | None:
    """ "on the 10th": of the month that the text spoke of last, else the last such day."""
    near = context.reference or context.today
    found = periods.valid_day(near.year, near.month, int(match["day"]))
    if found is None or (context.reference is None and found > near):
        earlier = periods.month_of(near, -1).first
        found = periods.valid_day(earlier.year, earlier.month, int(match["day"]))
    return periods.day(found) if found else None


def _year_of(mod: str, context: Context) -> int:
    return context.today.year + {"last": -1, "next": 1}.get(mod, 0)


def _part(words: str | None) -> str | None:
    if not words:
        return None
    words = words.lower()
    if "end" in words:
        return "end"
    if "mid" in words:
        return "mid"
    return "late" if "late" in words else "early"


def _month_range(match: re.Match[str], context: Context) -> Period | None:
    first_month, last_month = month_number(match["m1"]), month_number(match["m2"])
    year = match["year"] or match["y1"]
    last = periods.month(int(year), last_month) if year else _month_start(last_month, "", context)
    if last is None:
        return None
    first_year = int(match["y1"]) if match["y1"] else last.first.year - (first_month > last_month)
    return periods.months(periods.month(first_year, first_month), last)


def _season(match: re.Match[str], context: Context) -> Period | None:
    groups = match.groupdict()
    first_month = int(word_list("dates")["seasons"][match["season"]])
    if groups.get("year"):
        return periods.season(int(groups["year"]), first_month)
    if groups.get("of_year"):
        return periods.season(_year_of(groups["of_year"], context), first_month)
    today, mod = context.today, groups["mod"].lower()
    if mod.startswith("last") or "past" in mod:
        recent = [periods.season(today.year - back, first_month) for back in range(3)]
        return next(season for season in recent if season.last < today)
    if mod.startswith("next") or "coming" in mod:
        coming = [periods.season(today.year + ahead, first_month) for ahead in range(2)]
        return next(season for season in coming if season.first > today)
    back = first_month == 12 and today.month <= 2
    return periods.season(today.year - back, first_month)


def _quarter(match: re.Match[str], context: Context) -> Period | None:
    groups = match.groupdict()
    year = int(groups["year"]) if groups["year"] else None
    if year is None:
        if context.published is None:
            return None
        year = _year_of(groups["mod"], context)
    size = 3 if groups["size"] in ("quarter", "Q") else 6
    words = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 12 // size}
    nth = words.get(groups["nth"]) or _number(groups["nth"])
    if nth * size > 12:
        return None
    return periods.months(periods.month(year, (nth - 1) * size + 1), periods.month(year, nth * size))


def _holiday(match: re.Match[str], context: Context) -> Period | None:
    month, day = word_list("dates")["holidays"][match["name"]]
    found = resolve_day(match["year"], month, day, context)
    return periods.day(found) if found else None


def _decade(match: re.Match[str], _context: Context) -> Period | None:
    first = int(match["decade"]) * 10
    low, high = {"early": (0, 3), "mid": (4, 6), "late": (7, 9)}.get(match["part"] or "", (0, 9))
    return Period(date(first + low, 1, 1), date(first + high, 12, 31), "range")


def _year_range(match: re.Match[str], _context: Context) -> Period | None:
    first = int(match["y1"])
    last = int(match["year"]) if len(match["year"]) == 4 else first // 100 * 100 + int(match["year"])
    return Period(date(first, 1, 1), date(last, 12, 31), "range") if first < last < first + 60 else None


def _year(match: re.Match[str], _context: Context) -> Period | None:
    part = _part(match.groupdict().get("part"))
    number = int(match["year"])
    return periods.part_of_year(number, part) if part else periods.year(number)


ABSOLUTE: dict[str, Resolve] = {
    "unread": _unread,
    "iso": _iso,
    "day": _day,
    "day_range": _day_range,
    "month": _month,
    "month_range": _month_range,
    "week_of_month": _week_of_month,
    "day_of_this_month": _day_of_this_month,
    "season": _season,
    "quarter": _quarter,
    "holiday": _holiday,
    "decade": _decade,
    "year": _year,
    "year_range": _year_range,
}
