"""Readings that lean on the day of publication or on the day told last: weekdays, "two days ago"."""

import re
from datetime import date

from warextract.text import durations, periods
from warextract.text.date_context import Context, Resolve, exact_count, weekday_number
from warextract.text.periods import Period
from warextract.text.wordlists import word_list


def _weekday_day(name: str, context: Context, *, ahead: bool) -> date:
    today = context.today
    past = periods.shift(today, -((today.weekday() - weekday_number(name)) % 7))
    return periods.shift(past, 7) if ahead and past != today else past


def _weekday(match: re.Match[str], context: Context) -> Period | None:
    name, today = match["weekday"], context.today
    mod = (match["mod"] or "").lower()
    back = _weekday_day(name, context, ahead=False)
    if mod in ("last", "past", "this past"):
        return periods.day(periods.shift(back, -7) if back == today else back)
    if mod == "next":
        monday = periods.week(today, 1).first
        return periods.day(periods.shift(monday, weekday_number(name)))
    if mod in ("coming", "this coming", "the following"):
        return periods.day(periods.shift(back, 7))
    possessive = match.string[match.end() : match.end() + 2] in ("'s", "’s")
    tomorrow = (today - back).days == 6
    ahead = (context.upcoming and not possessive) or (context.planned and tomorrow and not possessive)
    return periods.day(periods.shift(back, 7) if ahead and back != today else back)


def _weekday_range(match: re.Match[str], context: Context) -> Period | None:
    last = _weekday_day(match["w2"], context, ahead=context.upcoming)
    back = (weekday_number(match["w2"]) - weekday_number(match["w1"])) % 7 or 7
    return periods.span(periods.shift(last, -back), last)


def _weekday_of_week(match: re.Match[str], context: Context) -> Period:
    offset = {"last": -1, "this": 0, "next": 1}[match["mod"]]
    monday = periods.week(context.today, offset).first
    return periods.day(periods.shift(monday, weekday_number(match["weekday"])))


def _overnight_weekday(match: re.Match[str], context: Context) -> Period:
    last = _weekday_day(match["weekday"], context, ahead=False)
    return Period(periods.shift(last, -1), last, "days")


def _night_through(match: re.Match[str], context: Context) -> Period:
    evening = _weekday_day(match["weekday"], context, ahead=False)
    return Period(evening, min(periods.shift(evening, 1), context.today), "days")


def _away(start: date, unit: str, count: int) -> Period | None:
    """The day, week, month or year that lies ``count`` units from ``start`` (negative: before)."""
    if abs(count) > 3000:
        return None
    if unit in ("minute", "hour", "day"):
        days = int(abs(count) / {"minute": 1440, "hour": 24, "day": 1}[unit])
        return periods.day(periods.shift(start, days if count > 0 else -days))
    if unit in ("week", "fortnight"):
        there = periods.shift(start, count * (7 if unit == "week" else 14))
        return Period(periods.week(there).first, periods.week(there).last, "week")
    if unit == "month":
        return periods.month_of(start, count)
    number = start.year + count * (10 if unit == "decade" else 1)
    return periods.year(number) if 1 < number < 9000 else None


def _n_from_reference(match: re.Match[str], context: Context) -> Period | None:
    count = exact_count(match["n"])
    way, unit = match["way"], match["unit"]
    start = context.reference or (None if way == "later" else context.published)
    if unit in ("month", "year", "decade") and context.period is not None:
        start = context.period.first
    if count is None or start is None:
        return None
    if way in ("after", "before") and not match.string[match.end() :].startswith((",", ".", ";", ")")):
        # "two days after a truce expired": the expression dates the clause it opens, from the day just told
        count = -count if way == "after" else count
        if context.reference is None and count > 0:
            return None  # "two days before the jet crashed": nobody knows when it did
    elif way in ("earlier", "before", "beforehand"):
        count = -count
    return _away(start, unit, count)


def _ago(match: re.Match[str], context: Context) -> Period | None:
    count = exact_count(match["n"])
    if count is None:
        return None
    return _away(context.today, match["unit"], -count)


def _ago_and_half(match: re.Match[str], context: Context) -> Period | None:
    """ "a year and a half ago", "two and a half weeks ago": in the next smaller unit."""
    count = exact_count(match["n"])
    units = {"year": ("month", 12), "month": ("week", 4), "week": ("day", 7), "day": ("hour", 24)}
    smaller, factor = units[match["unit"]]
    return _away(context.today, smaller, -(count * factor + factor // 2)) if count else None


def _back(today: date, unit: str, count: int) -> Period | None:
    """From ``count`` units before a day up to it."""
    if count > 3000:
        return None
    if unit in ("minute", "hour"):
        first = periods.shift(today, -max(1, -(-count // 24)) if unit == "hour" else 0)
    elif unit in ("day", "week", "fortnight"):
        first = periods.shift(today, -count * {"day": 1, "week": 7, "fortnight": 14}[unit])
    else:
        first = periods.shift_months(today, -count * {"month": 1, "year": 12, "decade": 120}[unit])
    return periods.span(first, today)


def _reach(unit: str) -> int:
    return int(word_list("dates")["reach"][unit.rstrip("s") + "s"])


def _past(match: re.Match[str], context: Context) -> Period | None:
    words = (match.groupdict().get("n") or "").strip()
    unit = match["unit"]
    if words in ("few", "several", "a few", "couple of"):
        known = unit + "s" in word_list("dates")["reach"]
        return periods.span(periods.shift(context.today, -_reach(unit)), context.today) if known else None
    count = exact_count(words) if words else 1
    return _back(context.today, unit, count) if count else None


def _recent(match: re.Match[str], context: Context) -> Period | None:
    return periods.span(periods.shift(context.today, -_reach(match["unit"])), context.today)


def _coming(match: re.Match[str], context: Context) -> Period | None:
    words = (match["n"] or "").strip()
    count = exact_count(words) if words and words not in ("few", "several", "a few", "couple of") else None
    days = {"hours": 1 / 24, "days": 1, "weeks": 7, "months": 30.5, "years": 365.25}[match["unit"]]
    ahead = int(count * days) if count and count < 3000 else _reach(match["unit"])
    return periods.span(context.today, periods.shift(context.today, ahead))


def _long(match: re.Match[str], context: Context) -> Period | None:
    count = exact_count(match["n"]) if match["n"] else 1
    return _back(context.today, match["unit"], count) if count else None


def _weekend(match: re.Match[str], context: Context) -> Period | None:
    today, mod = context.today, match["mod"].lower()
    saturday = periods.shift(periods.week(today).first, 5)
    if mod == "next":
        saturday = periods.shift(saturday, 7)
    elif saturday > today and ("past" in mod or mod == "last" or (mod != "this" and not context.upcoming)):
        saturday = periods.shift(saturday, -7)
    return Period(saturday, periods.shift(saturday, 1), "days")


def _whole(unit: str, mod: str, today: date) -> Period:
    offset = {"last": -1, "next": 1}.get(mod.lower(), 0)
    if unit == "week":
        return periods.week(today, offset)
    return periods.month_of(today, offset) if unit == "month" else periods.year(today.year + offset)


def _period(match: re.Match[str], context: Context) -> Period | None:
    whole = _whole(match["unit"], match["mod"], context.today)
    if match["mod"].lower() != "this":
        return whole
    if context.upcoming:
        return Period(context.today, whole.last, whole.precision)
    return Period(whole.first, context.today, whole.precision)


def _part_of_period(match: re.Match[str], context: Context) -> Period | None:
    part, mod, unit = (match["part"] or "earlier").lower(), match["mod"], match["unit"]
    whole = _whole(unit, mod, context.today)
    if mod in ("this", "the", "that"):
        if part in ("later", "late"):
            return Period(context.today, whole.last, whole.precision)
        if part == "earlier":
            return Period(whole.first, context.today, whole.precision)
    part = {"earlier": "early", "later": "late"}.get(part, part)
    if unit == "year":
        return periods.part_of_year(whole.first.year, part)
    return periods.part_of_month(whole, part) if unit == "month" else whole


def _edge_of_period(match: re.Match[str], context: Context) -> Period | None:
    edge, mod, unit = match["edge"], match["mod"], match["unit"]
    whole = _whole(unit, mod, context.today)
    if edge == "end" and match["by"]:
        return whole  # "by the end of the month": any day of it
    if mod in ("the", "this"):
        if edge == "end":
            return Period(context.today, whole.last, "range")
        return Period(whole.first, max(whole.first, context.today), "range")
    part = {"end": "end", "middle": "mid"}.get(edge, "early")
    if unit == "year":
        return periods.part_of_year(whole.first.year, part)
    return periods.part_of_month(whole, part) if unit == "month" else whole


def _clock(_match: re.Match[str], context: Context) -> Period | None:
    """A time of day belongs to the day its sentence or paragraph named, else to the day of the news told before it,
    else to that of publication.
    """
    named = context.same_sentence
    if named is not None:
        return periods.span(named.first, named.last)
    return periods.day(context.reference or context.news or context.today)


def _from_today(first: int, last: int) -> Resolve:
    def resolve(_match: re.Match[str], context: Context) -> Period | None:
        return periods.span(periods.shift(context.today, first), periods.shift(context.today, last))

    return resolve


def _from_reference(days: int) -> Resolve:
    def resolve(_match: re.Match[str], context: Context) -> Period | None:
        # "hours later" opens a paragraph that goes on from the day of the news told before it
        start = context.reference or (context.news if days == 0 else None) or context.published
        return periods.day(periods.shift(start, days)) if start else None

    return resolve


RELATIVE: dict[str, Resolve] = {
    "weekday": _weekday,
    "weekday_range": _weekday_range,
    "weekday_of_week": _weekday_of_week,
    "overnight_weekday": _overnight_weekday,
    "overnight": _from_today(-1, 0),
    "night_through": _night_through,
    "running": durations.running,
    "lasting": durations.lasting,
    "since_then": durations.since_then,
    "two_days_back": _from_today(-2, -2),
    "yesterday": _from_today(-1, -1),
    "today": _from_today(0, 0),
    "tomorrow": _from_today(1, 1),
    "two_days_on": _from_today(2, 2),
    "same_day": _from_reference(0),
    "day_before": _from_reference(-1),
    "day_after": _from_reference(1),
    "n_from_reference": _n_from_reference,
    "ago": _ago,
    "ago_and_half": _ago_and_half,
    "past": _past,
    "recent": _recent,
    "coming": _coming,
    "long": _long,
    "weekend": _weekend,
    "part_of_period": _part_of_period,
    "edge_of_period": _edge_of_period,
    "period": _period,
    "clock": _clock,
}
