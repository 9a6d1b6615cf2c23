"""Readings of time expressions, published on Tuesday, 4 March 2025, unless a row says otherwise."""

import random
from datetime import date
from itertools import pairwise

import pytest

from warextract.text.dates import find_times

PUBLISHED = date(2025, 3, 4)

ROWS = [
    # text, expression, first, last
    ("It fell on Tuesday.", "Tuesday", "2025-03-04", "2025-03-04"),
    ("It fell on Monday.", "Monday", "2025-03-03", "2025-03-03"),
    ("It fell on Wednesday.", "Wednesday", "2025-02-26", "2025-02-26"),
    ("It fell late Monday.", "late Monday", "2025-03-03", "2025-03-03"),
    ("It fell early on Sunday.", "early on Sunday", "2025-03-02", "2025-03-02"),
    ("It fell Sunday evening.", "Sunday evening", "2025-03-02", "2025-03-02"),
    ("Friday's attack killed two.", "Friday", "2025-02-28", "2025-02-28"),
    ("It fell last Friday.", "last Friday", "2025-02-28", "2025-02-28"),
    ("It fell last Tuesday.", "last Tuesday", "2025-02-25", "2025-02-25"),
    ("They will meet next Wednesday.", "next Wednesday", "2025-03-12", "2025-03-12"),
    ("They will meet on Wednesday.", "Wednesday", "2025-03-05", "2025-03-05"),
    ("They are expected to sign it in Doha on Thursday.", "Thursday", "2025-03-06", "2025-03-06"),
    ("On Thursday, the two sides will meet.", "Thursday", "2025-03-06", "2025-03-06"),
    ("On Thursday, he said the two sides will meet.", "Thursday", "2025-02-27", "2025-02-27"),
    ("It called a summit for Wednesday.", "Wednesday", "2025-03-05", "2025-03-05"),
    ("It agreed to talks on Wednesday.", "Wednesday", "2025-03-05", "2025-03-05"),
    ("The army would retaliate for the raid, it said on Monday.", "Monday", "2025-03-03", "2025-03-03"),
    ("It fell on Tuesday of last week.", "Tuesday of last week", "2025-02-25", "2025-02-25"),
    ("It was hit overnight.", "overnight", "2025-03-03", "2025-03-04"),
    ("It was hit last night.", "last night", "2025-03-03", "2025-03-04"),
    ("It was hit overnight on Sunday.", "overnight on Sunday", "2025-03-01", "2025-03-02"),
    ("It was hit Sunday night into Monday.", "Sunday night into Monday", "2025-03-02", "2025-03-03"),
    ("It fought from Saturday to Monday.", "from Saturday to Monday", "2025-03-01", "2025-03-03"),
    ("It fell yesterday.", "yesterday", "2025-03-03", "2025-03-03"),
    ("It fell today.", "today", "2025-03-04", "2025-03-04"),
    ("It fell this morning.", "this morning", "2025-03-04", "2025-03-04"),
    ("They meet tomorrow.", "tomorrow", "2025-03-05", "2025-03-05"),
    ("It fell earlier in the day.", "earlier in the day", "2025-03-04", "2025-03-04"),
    ("It fell by noon.", "by noon", "2025-03-04", "2025-03-04"),
    ("It fell at 0600 GMT.", "at 0600 GMT", "2025-03-04", "2025-03-04"),
    ("It fell at 1 p.m. local time.", "at 1 p.m. local time", "2025-03-04", "2025-03-04"),
    ("It fell shortly after 2:30 a.m.", "shortly after 2:30 a.m.", "2025-03-04", "2025-03-04"),
    ("It fell over the past day.", "over the past day", "2025-03-03", "2025-03-04"),
    ("It fell in the past 24 hours.", "in the past 24 hours", "2025-03-03", "2025-03-04"),
    ("It fell in the last 48 hours.", "in the last 48 hours", "2025-03-02", "2025-03-04"),
    ("It fell over the past week.", "over the past week", "2025-02-25", "2025-03-04"),
    ("It fell over the last three days.", "over the last three days", "2025-03-01", "2025-03-04"),
    ("It was held for the past year.", "for the past year", "2024-03-04", "2025-03-04"),
    ("It fell in recent days.", "in recent days", "2025-02-25", "2025-03-04"),
    ("It fell last week.", "last week", "2025-02-24", "2025-03-02"),
    ("It fell last month.", "last month", "2025-02-01", "2025-02-28"),
    ("It fell last year.", "last year", "2024-01-01", "2024-12-31"),
    ("It fell this week.", "this week", "2025-03-03", "2025-03-04"),
    ("It fell this month.", "this month", "2025-03-01", "2025-03-04"),
    ("It fell this year.", "this year", "2025-01-01", "2025-03-04"),
    ("It fell earlier this year.", "earlier this year", "2025-01-01", "2025-03-04"),
    ("They will vote later this month.", "later this month", "2025-03-04", "2025-03-31"),
    ("They will vote next week.", "next week", "2025-03-10", "2025-03-16"),
    ("They will vote next month.", "next month", "2025-04-01", "2025-04-30"),
    ("It has fallen since the start of the year.", "since the start of the year", "2025-01-01", "2025-03-04"),
    ("It fell at the beginning of this year.", "at the beginning of this year", "2025-01-01", "2025-03-04"),
    ("It fell late last year.", "late last year", "2024-10-01", "2024-12-31"),
    ("It fell at the weekend.", "at the weekend", "2025-03-01", "2025-03-02"),
    ("It fell last weekend.", "last weekend", "2025-03-01", "2025-03-02"),
    ("It fell two days ago.", "two days ago", "2025-03-02", "2025-03-02"),
    ("It fell a week ago.", "a week ago", "2025-02-24", "2025-03-02"),
    ("It fell three months ago.", "three months ago", "2024-12-01", "2024-12-31"),
    ("It fell nearly 10 years ago.", "nearly 10 years ago", "2015-01-01", "2015-12-31"),
    ("It fell in January.", "in January", "2025-01-01", "2025-01-31"),
    ("It fell in November.", "In November", "2024-11-01", "2024-11-30"),
    ("It fell in March.", "in March", "2025-03-01", "2025-03-31"),
    ("They are set to vote in May.", "in May", "2025-05-01", "2025-05-31"),
    ("It fell in March last year.", "in March last year", "2024-03-01", "2024-03-31"),
    ("It fell in October of last year.", "in October of last year", "2024-10-01", "2024-10-31"),
    ("It fell in the summer of last year.", "in the summer of last year", "2024-06-01", "2024-08-31"),
    ("It fell this past weekend.", "this past weekend", "2025-03-01", "2025-03-02"),
    ("It fell on the night of Sunday to Monday.", "the night of Sunday to Monday", "2025-03-02", "2025-03-03"),
    ("It fell last August.", "last August", "2024-08-01", "2024-08-31"),
    ("It fell in late February.", "late February", "2025-02-21", "2025-02-28"),
    ("It fell in mid-January 2024.", "mid-January 2024", "2024-01-11", "2024-01-20"),
    ("It fell in 2022.", "in 2022", "2022-01-01", "2022-12-31"),
    ("It fell in early 2023.", "early 2023", "2023-01-01", "2023-03-31"),
    ("the 2014 annexation of the peninsula", "2014", "2014-01-01", "2014-12-31"),
    ("It has held it since February 2022.", "since February 2022", "2022-02-01", "2025-03-04"),
    ("It has held it since 2014.", "since 2014", "2014-01-01", "2025-03-04"),
    ("It has held it since Sunday.", "since Sunday", "2025-03-02", "2025-03-04"),
    ("It held it from 2012 to 2017.", "from 2012 to 2017", "2012-01-01", "2017-12-31"),
    ("It lasts between 2027 and 2030.", "between 2027 and 2030", "2027-01-01", "2030-12-31"),
    ("It fell between 1 and 3 March.", "between 1 and 3 March", "2025-03-01", "2025-03-03"),
    ("It fell on March 3.", "March 3", "2025-03-03", "2025-03-03"),
    ("It fell on 3 March 2025.", "3 March 2025", "2025-03-03", "2025-03-03"),
    ("It fell on the 3rd of March, 2024.", "the 3rd of March, 2024", "2024-03-03", "2024-03-03"),
    ("It fell on Jan. 27.", "Jan. 27", "2025-01-27", "2025-01-27"),
    ("It fell on Dec 31, 2023.", "Dec 31, 2023", "2023-12-31", "2023-12-31"),
    ("It fell on Sunday, March 2.", "Sunday, March 2", "2025-03-02", "2025-03-02"),
    ("They vote on March 9.", "March 9", "2025-03-09", "2025-03-09"),
    ("It fell on 2025-03-03.", "2025-03-03", "2025-03-03", "2025-03-03"),
    ("It fell on 03.02.2025.", "03.02.2025", "2025-02-03", "2025-02-03"),
    ("It fell on the night of 2–3 October 2024.", "2–3 October 2024", "2024-10-02", "2024-10-03"),
    ("from 28 February to 3 March", "from 28 February to 3 March", "2025-02-28", "2025-03-03"),
    ("It fell between April and June 2023.", "between April and June 2023", "2023-04-01", "2023-06-30"),
    ("It fell in summer 2023.", "summer 2023", "2023-06-01", "2023-08-31"),
    ("It fell in the fall of 2022.", "fall of 2022", "2022-09-01", "2022-11-30"),
    ("It fell last winter.", "last winter", "2024-12-01", "2025-02-28"),
    ("It fell in the first quarter of 2024.", "the first quarter of 2024", "2024-01-01", "2024-03-31"),
    ("It fell in the 1990s.", "the 1990s", "1990-01-01", "1999-12-31"),
    ("It fell on Christmas Day.", "Christmas Day", "2024-12-25", "2024-12-25"),
    ("the year-long offensive", "year-long", "2024-03-04", "2025-03-04"),
    ("a three-week-long siege", "three-week-long", "2025-02-11", "2025-03-04"),
    ("It has burned for three days.", "for three days", "2025-03-02", "2025-03-04"),
    ("It has been under siege for two weeks.", "for two weeks", "2025-02-18", "2025-03-04"),
    ("Crowds blocked it for a third day.", "for a third day", "2025-03-02", "2025-03-04"),
    ("Jets bombed it for the second day running.", "for the second day running", "2025-03-03", "2025-03-04"),
    ("The clinic treated 46 people in a week.", "in a week", "2025-02-25", "2025-03-04"),
    ("During the night tanks moved north.", "during the night", "2025-03-03", "2025-03-04"),
    ("They shelled it through Sunday night.", "through Sunday night", "2025-03-02", "2025-03-03"),
    ("It fell at dawn on Sunday.", "dawn on Sunday", "2025-03-02", "2025-03-02"),
    ("It was hit before dawn on Monday.", "dawn on Monday", "2025-03-03", "2025-03-03"),
    ("They are to leave by the end of the month.", "by the end of the month", "2025-03-01", "2025-03-31"),
    ("They will leave by the end of April.", "by the end of April", "2025-04-01", "2025-04-30"),
    ("It fell in the first week of February.", "in the first week of February", "2025-02-01", "2025-02-07"),
    ("It was hit on the 2nd.", "on the 2nd", "2025-03-02", "2025-03-02"),
    ("It has held it since Feb. 19.", "since Feb. 19", "2025-02-19", "2025-03-04"),
    ("It has held it since the spring of 2021.", "since the spring of 2021", "2021-03-01", "2025-03-04"),
    ("The accord of Sept. 19, 2018, was torn up.", "Sept. 19, 2018", "2018-09-19", "2018-09-19"),
    ("It fell a year and a half ago.", "a year and a half ago", "2023-09-01", "2023-09-30"),
    ("It fell a week and 2 days ago.", "a week and 2 days ago", "2025-02-23", "2025-02-23"),
]


@pytest.mark.parametrize(("text", "expression", "first", "last"), ROWS)
def test_readings(text, expression, first, last):
    found = find_times(text, PUBLISHED)
    assert [(t.text.lower(), str(t.first), str(t.last)) for t in found] == [(expression.lower(), first, last)]
    assert text[found[0].start : found[0].end] == found[0].text


@pytest.mark.parametrize(
    ("text", "readings"),
    [
        ("It struck on Wednesday what it took a day earlier.", ["2025-02-26", "2025-02-25"]),
        ("It fell on 2 October 2024. The previous day, it burned.", ["2024-10-02", "2024-10-01"]),
        ("It fell on Sunday. The next day, it burned.", ["2025-03-02", "2025-03-03"]),
        ("It fell on Sunday. Two days later, it burned.", ["2025-03-02", "2025-03-04"]),
        ("It fell on 2 October 2024. Three weeks later, it burned.", ["2024-10-02", "2024-10-21"]),
        ("It fell on Sunday. Hours later, it burned.", ["2025-03-02", "2025-03-02"]),
        ("It fell on Sunday, a day after troops entered it.", ["2025-03-02", "2025-03-01"]),
        ("It fell on 15 November 2017 and rose on November 21.", ["2017-11-15", "2017-11-21"]),
        ("It fell in 2011. Three years later, it burned.", ["2011-01-01", "2014-01-01"]),
        ("It fell on Sunday. It burned at 10 a.m.", ["2025-03-02", "2025-03-02"]),
        ("Two days later, it burned.", []),
        ("On Sunday, it fell at about 2 a.m., he said.", ["2025-03-02", "2025-03-02"]),
        ("It fell on Sunday.\n\nHours later, it burned.", ["2025-03-02", "2025-03-02"]),
        ("It fell on 2 October 2024. It has burned since then.", ["2024-10-02", "2024-10-02"]),
        ("It fell in October 2024. Forty people have died since.", ["2024-10-01", "2024-10-01"]),
        ("It fell on Sunday.\n\nA day earlier, it burned.", ["2025-03-02", "2025-03-03"]),
    ],
)
def test_days_told_from_the_day_before_them(text, readings):
    assert [str(t.first) for t in find_times(text, PUBLISHED)] == readings


@pytest.mark.parametrize(
    "text",
    [
        "A Su-34 fell.",
        "Two T-72 tanks burned.",
        "It downed 15 of 22 drones.",
        "It may fall.",
        "May said he would march.",
        "The 72nd Brigade held.",
        "It fired 2,014 shells.",
        "It fired 1991 shells.",
        "Resolution 1701 holds.",
        "They will march on the capital.",
        "in recent memory",
        "a second later",
        "decades of war",
        "for more than two years",
        "the Second World War",
        "an august body",
        "It fell, hours before the vote.",
        "",
    ],
)
def test_never_dates(text):
    assert find_times(text, PUBLISHED) == ()


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("It fell on 3 March 2025.", "2025-03-03"),
        ("It fell on Monday.", None),
        ("It fell in March.", None),
        ("It fell on March 3.", None),
        ("It fell overnight.", None),
        ("It has held it since 2014.", "2014-01-01"),
        ("It fell two days ago.", None),
        ("It fell on 03.02.2025.", "2025-02-03"),
        ("It fell a year and a half ago.", None),
    ],
)
def test_without_a_day_of_publication(text, first):
    assert [str(t.first) for t in find_times(text, None)] == ([first] if first else [])


@pytest.mark.parametrize(
    ("text", "published", "first"),
    [
        ("It fell on Feb. 29.", date(2025, 3, 4), "2024-02-29"),
        ("They will sign it on Jan. 7.", date(2024, 12, 8), "2025-01-07"),
        ("It fell on Dec. 30.", date(2025, 1, 2), "2024-12-30"),
        ("They are set to drill in March.", date(2025, 1, 6), "2025-03-01"),
        ("It fell in December.", date(2025, 1, 6), "2024-12-01"),
        ("It fell on Sunday.", date(2025, 3, 2), "2025-03-02"),
        ("It fell last summer.", date(2025, 7, 2), "2024-06-01"),
        ("It fell this winter.", date(2025, 1, 2), "2024-12-01"),
    ],
)
def test_turns_of_year_and_week(text, published, first):
    assert [str(t.first) for t in find_times(text, published)] == [first]


def test_anchored_tells_what_leans_on_the_day_of_publication():
    text = "It fell on 3 March 2025, was retaken on March 4 and burned on Monday."
    assert [t.anchored for t in find_times(text, PUBLISHED)] == [False, True, True]


def test_odd_expressions_never_raise_and_stay_in_order():
    rng = random.Random(3)
    words = [
        "February", "30", ",", "2023", "on", "Monday", "night", "into", "Tuesday", "the", "31st", "of", "June", "9999",
        "years", "ago", "later", "2999", "last", "next", "from", "12", "to", "29/29/2024", "45.13.2020", "between",
        "hours", "24", "half", "a", "few", "decades", "since", "in", "mid-", "1990s", "overnight", "-", "–", "Q4", ".",
        "first", "quarter", "at", "99:99", "p.m.", "summer", "weekend", "Christmas", "Day", "weeks", "before", "this",
    ]  # fmt: skip
    for _ in range(1500):
        text = " ".join(rng.choices(words, k=rng.randrange(1, 12)))
        for published in (PUBLISHED, None, date(1, 1, 1), date(9999, 12, 31)):
            found = find_times(text, published)
            assert all(t.first <= t.last and text[t.start : t.end] == t.text for t in found)
            assert all(a.end <= b.start for a, b in pairwise(found))


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("REGIONAL REVIEW: 20-26 NOVEMBER 2021", "2021-11-20", "2021-11-26"),
        ("BOGOTA, 12 JAN 2021: TWO BOMBS WENT OFF", "2021-01-12", "2021-01-12"),
        ("THE MINE WAS FOUND ON 3 MAY 2021.", "2021-05-03", "2021-05-03"),
    ],
)
def test_months_in_capitals_are_months(text: str, first: str, last: str) -> None:
    (time,) = find_times(text, date(2021, 12, 1))
    assert (str(time.first), str(time.last)) == (first, last)


def test_may_in_capitals_is_a_month_only_beside_a_number() -> None:
    assert find_times("THEY MAY LEAVE THE CITY.", date(2021, 12, 1)) == ()
