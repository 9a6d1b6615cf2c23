import pytest

from warextract.text.measures import find_measures
from warextract.text.numbers import parse_count

COUNTS = [
    # text, min, max, approximate
    ("4", 4, 4, False),
    ("117,000", 117000, 117000, False),
    ("19 014", 19014, 19014, False),
    ("one", 1, 1, False),
    ("a single", 1, 1, False),
    ("twenty-two", 22, 22, False),
    ("two hundred and five", 205, 205, False),
    ("two hundred", 200, 200, False),
    ("three thousand four hundred", 3400, 3400, False),
    ("a hundred", 100, 100, False),
    ("a dozen", 12, 12, False),
    ("dozen", 12, 12, False),
    ("two dozen", 24, 24, False),
    ("half a dozen", 6, 6, False),
    ("half-a-dozen", 6, 6, False),
    ("half a million", 500000, 500000, False),
    ("a quarter of a million", 250000, 250000, False),
    ("1.5 million", 1500000, 1500000, False),
    ("2.4bn", 2400000000, 2400000000, False),
    ("100 thousand", 100000, 100000, False),
    ("a couple of", 2, 2, False),
    ("a pair of", 2, 2, False),
    ("both", 2, 2, False),
    ("dozens", 24, 99, True),
    ("dozens of", 24, 99, True),
    ("scores of", 40, 99, True),
    ("hundreds", 200, 999, True),
    ("thousands of", 2000, 9999, True),
    ("several hundred", 200, 999, True),
    ("a few thousand", 2000, 9999, True),
    ("several dozen", 24, 99, True),
    ("tens of thousands", 20000, 99999, True),
    ("hundreds of thousands of", 200000, 999999, True),
    ("tens of millions", 20000000, 99999999, True),
    ("dozens more", 24, 99, True),
    ("at least 12", 12, 12, True),
    ("more than 520", 520, 520, True),
    ("over a hundred", 100, 100, True),
    ("no fewer than nine", 9, 9, True),
    ("roughly 75", 75, 75, True),
    ("about 7,000", 7000, 7000, True),
    ("some 30", 30, 30, True),
    ("nearly two dozen", 24, 24, True),
    ("close to 40", 40, 40, True),
    ("an estimated 300", 300, 300, True),
    ("a total of 61", 61, 61, False),
    ("at least another 28", 28, 28, True),
    ("another 28", 28, 28, False),
    ("the 117", 117, 117, False),
    ("all 22", 22, 22, False),
    ("up to 210", 0, 210, False),
    ("as many as 40", 0, 40, False),
    ("up to two dozen", 0, 24, False),
    ("fewer than ten", 0, 10, False),
    ("between 20 and 30", 20, 30, False),
    ("between 700 and 800", 700, 800, False),
    ("20 to 30", 20, 30, False),
    ("20-30", 20, 30, False),
    ("20–30", 20, 30, False),
    ("three or four", 3, 4, False),
    ("3,000 to 4,000", 3000, 4000, False),
    ("2 to 3 million", 2000000, 3000000, False),
    ("20-30,000", 20000, 30000, False),
    ("500 to 1,000", 500, 1000, False),
    ("from 10 to 12", 10, 12, False),
    ("a hundred or so", 100, 100, True),
    ("100 or more", 100, 100, True),
    ("30-odd", 30, 30, True),
    ("no", 0, 0, False),
    ("none", 0, 0, False),
    ("zero", 0, 0, False),
]


@pytest.mark.parametrize(("text", "low", "high", "approximate"), COUNTS)
def test_counts(text, low, high, approximate):
    found = parse_count(text)
    assert found is not None
    assert (found.min, found.max, found.approximate) == (low, high, approximate)


@pytest.mark.parametrize(
    "text", ["", "a", "an", "the", "several", "many", "people", "four five", "first", "2.5", "12th",
     "30 to 20", "of",
     "$5", "15 of 22", "Su-34", "more", "some", "to", "between 20", "a few", "or"]
)  # fmt: skip
def test_no_count(text):
    assert parse_count(text) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("3,000-pound (1,300-kilo) glide bombs", [(1361, "kg"), (1300, "kg")]),
        ("a 500-kilogram bomb", [(500, "kg")]),
        ("250 kg bombs", [(250, "kg")]),
        ("a 2,000lb bomb", [(907, "kg")]),
        ("a one-ton bomb", [(1000, "kg")]),
        ("a half-ton warhead", [(500, "kg")]),
        ("155 mm howitzers", [(155, "mm")]),
        ("155mm shells", [(155, "mm")]),
        ("a 152-millimetre gun", [(152, "mm")]),
        ("7.62 mm rounds", [(8, "mm")]),
        ("a .50-caliber rifle", [(13, "mm")]),
        ("300 km (186 miles)", [(300, "km"), (299, "km")]),
        ("a range of 1,000 miles", [(1609, "km")]),
        ("a thousand-kilometre range", [(1000, "km")]),
        ("five children", []),
        ("T-72 tanks", []),
        ("a 54-year-old man", []),
        ("the M155 mmx", []),
    ],
)
def test_measures(text, expected):
    assert [(round(m.value), m.unit) for m in find_measures(text)] == expected


def test_measures_point_into_the_text():
    text = "It dropped 500-kilogram bombs from 40 km away."
    assert [text[m.start : m.end] for m in find_measures(text)] == ["500-kilogram", "40 km"]
