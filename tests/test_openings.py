"""Trying patterns only where a match can open finds what trying them everywhere finds."""

import re
from pathlib import Path

import pytest

from warextract.text.date_rules import rules
from warextract.text.openings import Patterns, openings_of

HARD = (
    "early-May, re-Monday; 3.4.2024 and 03/04/2024 on Mon-day. Three days ago ― ſix weeks ago, İn May, ４ days later. "
    "ON 5 MAY 2024, mid-June, the 1990s' end; (late Tuesday) 'today' _today _ today, over the past two-three weeks, t"
)
MANY = (
    "Over the last weekend and the next 10 days, in recent weeks, at the end of the month, in spring last year, two "
    "and a half weeks ago, in the 1990s, since the early hours of Monday, from 3 to 5 May, on May 3-5, on 3 and 4 May, "
    "the previous day, the day before, tomorrow, later this month, at 5 p.m., two hours later, early last May, late "
    "overnight and the following day, in 2023, on 2024-05-03, this week, for the past three days, years ago."
)


def test_no_match_of_a_date_rule_is_lost(root: Path) -> None:
    texts = [path.read_text("utf-8") for path in sorted((root / "tests/fixtures/articles").glob("*.txt"))]
    patterns = [rule.pattern for rule in rules()]
    together = Patterns(patterns)
    seen = set()
    for text in [*texts, MANY, HARD, HARD.lower(), HARD.upper(), ""]:
        expected = [(n, match.span()) for n, pattern in enumerate(patterns) for match in pattern.finditer(text)]
        assert sorted((n, match.span()) for n, match in together.found(text)) == expected
        seen.update(n for n, _ in expected)
    assert len(seen) > 30


def test_of_most_date_rules_it_is_told_what_they_open_with() -> None:
    told = [openings for rule in rules() if (openings := openings_of(rule.pattern)) is not None]
    assert len(told) > 0.8 * len(rules())


@pytest.mark.parametrize(
    ("pattern", "openings"),
    [
        (r"(?<![\w-])(?:[Ll]ate )?(?:in )?May", {"Lat", "lat", "in ", "May"}),
        (r"(?<![\w-])(?i:on|\d+) day", {"on ", "oN ", "On ", "ON ", "0 d", "00 ", "000"}),
        (r"(?<![\w-])a{0,2}(?=b)c", {"aac", "ac\0", "c\0\0"}),
        (r"(?<![\w-])[ab]", {"a\0\0", "b\0\0"}),
        (r"(?<![\w-])(?i:k)", {"K\0\0", "k\0\0", "\u212a\0\0"}),
        (r"(?<![\w-])(?:a\w)b", {"a\0\0"}),
        (r"(?<![\w-])(?:a|b.)c", {"ac\0", "b\0\0"}),
        (r"(?<![\w-])1?9", {"00\0", "0\0\0"}),
    ],
)
def test_what_a_match_opens_with(pattern: str, openings: set[str]) -> None:
    assert openings_of(re.compile(pattern)) == openings


@pytest.mark.parametrize(
    "pattern",
    [
        r"late May",  # may match inside a word
        r"(?<![\w-])late|May",
        r"(?<![\w-])(?:late)?",  # may match nothing
        r"(?<![\w-])\w+ May",
        r"(?<![\w-])[^a] May",
        r"(?<![\w-]).",
        r"(?<![\w-])'s",  # opens with no word
    ],
)
def test_where_it_cannot_be_told_a_pattern_is_tried_everywhere(pattern: str) -> None:
    assert openings_of(re.compile(pattern)) is None
    text = "Yesterlate May's 'end, late May"
    found = [match.span() for _, match in Patterns([re.compile(pattern)]).found(text)]
    assert found == [match.span() for match in re.finditer(pattern, text)]
