"""Lengths of time that end with the news: "for a third day", "has burned for two weeks", "since then"."""

import re

from warextract.text import periods
from warextract.text.date_context import Context, exact_count
from warextract.text.outlook import clause_before
from warextract.text.periods import Period

_ORDINALS = ("second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_LAG = 80  # characters between "has" and the length of time
_PERFECT = re.compile(r"(?:\b(?:has|have|had|been)\b|[’'](?:ve|s been)\b)[^,;:]*$")
_DONE = re.compile(r"\b(?:has|have|had|was|were|\w+ed|fled|left|fell)\b[^,;:]*$")
_COUNTS = re.compile(r"\b(?:\w+est|most|first|second|third|fourth|fifth|such|time|times|one)\b[^,;:]*$")
_AHEAD = re.compile(r"\b(?:will|would|shall|could|may|might|can|to|should|must|if)\b[^,;:]*$")


def running(match: re.Match[str], context: Context) -> Period | None:
    """ "for a third day": the third is the day that the sentence tells, else that of publication."""
    words, unit = match["nth"], match["unit"]
    nth = _ORDINALS.index(words) + 2 if words in _ORDINALS else int(re.sub(r"\D", "", words))
    told = context.same_sentence
    last = told.last if told is not None else context.today
    return periods.span(periods.shift(last, -(nth - 1) * (7 if unit == "week" else 1)), last)


def lasting(match: re.Match[str], context: Context) -> Period | None:
    """ "has gone on for three days", "were displaced in five days": so long, up to the news. In a plan, or in a clause
    that only counts ("the second raid in three days"), it is no time of anything.
    """
    before = clause_before(match.string, match.start(), _LAG)
    count = exact_count(match["n"])
    told = _PERFECT if match["way"].lower() == "for" else _DONE
    if not count or not told.search(before) or _AHEAD.search(before) or _COUNTS.search(before):
        return None
    today, unit = context.today, match["unit"]
    if unit in ("day", "week"):
        first = periods.shift(today, -(count - 1) if unit == "day" else -7 * count)
    else:
        first = periods.shift_months(today, -count * (12 if unit == "year" else 1))
    return Period(first, today, "range") if first < today else None


def since_then(_match: re.Match[str], context: Context) -> Period | None:
    """From what the paragraph told last up to the news."""
    told = context.period
    return Period(told.first, context.today, "range") if told is not None and told.first < context.today else None
