"""Arithmetic of calendar periods: weeks from Monday to Sunday, months, seasons, years."""

import calendar
from dataclasses import dataclass
from datetime import date, timedelta

from warextract.vocabulary import DatePrecision


@dataclass(frozen=True, slots=True)
class Period:
    """The days from ``first`` to ``last``, both included."""

    first: date
    last: date
    precision: DatePrecision


def day(first: date) -> Period:
    return Period(first, first, "day")


def span(first: date, last: date) -> Period | None:
    """The days between two dates; None when they stand the wrong way round."""
    if first > last:
        return None
    if first == last:
        return day(first)
    return Period(first, last, "days" if (last - first).days <= 6 else "range")


def shift(start: date, days: int) -> date:
    return start + timedelta(days=days)


def shift_months(start: date, months: int) -> date:
    """The same day some months away, or the last of its month where that day is missing."""
    index = start.year * 12 + start.month - 1 + months
    year, month = divmod(index, 12)
    return date(year, month + 1, min(start.day, calendar.monthrange(year, month + 1)[1]))


def week(of: date, offset: int = 0) -> Period:
    """The week from Monday to Sunday that holds a day, or one some weeks away."""
    monday = shift(of, -of.weekday() + 7 * offset)
    return Period(monday, shift(monday, 6), "week")


def month(year: int, number: int) -> Period:
    return Period(date(year, number, 1), date(year, number, calendar.monthrange(year, number)[1]), "month")


def month_of(of: date, offset: int = 0) -> Period:
    there = shift_months(of.replace(day=1), offset)
    return month(there.year, there.month)


def months(first: Period, last: Period) -> Period | None:
    """From the first day of one period to the last of another."""
    return Period(first.first, last.last, "range") if first.first <= last.last else None


def year(number: int) -> Period:
    return Period(date(number, 1, 1), date(number, 12, 31), "year")


def season(number: int, first_month: int) -> Period:
    """Three months from ``first_month`` of a year; winter runs into the next year."""
    last = shift_months(date(number, first_month, 1), 2)
    return Period(date(number, first_month, 1), month(last.year, last.month).last, "season")


def part_of_year(number: int, part: str) -> Period:
    """The early (January to March), middle (May to August) or late (October to December) months of a year."""
    bounds = {"early": (1, 3), "mid": (5, 8), "late": (10, 12), "end": (12, 12)}[part]
    return Period(month(number, bounds[0]).first, month(number, bounds[1]).last, "range")


def part_of_month(whole: Period, part: str) -> Period:
    """The early (1st to 10th), middle (11th to 20th) or late days of a month."""
    bounds = {"early": (1, 10), "mid": (11, 20), "late": (21, 31), "end": (21, 31)}[part]
    first = whole.first.replace(day=bounds[0])
    return Period(first, min(whole.last, whole.first.replace(day=min(bounds[1], whole.last.day))), "range")


def valid_day(number: int, month_number: int, day_number: int) -> date | None:
    """A date, or None where the calendar has no such day."""
    try:
        return date(number, month_number, day_number)
    except ValueError:
        return None
