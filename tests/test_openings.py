"""Trying a pattern only where a match can open finds what trying it everywhere finds."""

import re
from pathlib import Path

import pytest

from warextract.text.date_context import Rule
from warextract.text.date_rules import rules
from warextract.text.openings import matches_at, opening_letters, starts_by_letter

HARD = (
    "early-May, re-Monday; 3.4.2024 and 03/04/2024 on Mon-day. Three days ago ― ſix weeks ago, İn May, ４ days later. "
    "ON 5 MAY 2024, mid-June, the 1990s' end; (late Tuesday) 'today' _today _ today, over the past two-three weeks"
)


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.name)
def test_no_match_of_a_date_rule_is_lost(rule: Rule, root: Path) -> None:
    texts = [path.read_text("utf-8") for path in sorted((root / "tests/fixtures/articles").glob("*.txt"))]
    for text in [*texts, HARD, HARD.lower(), HARD.upper()]:
        found = [match.span() for match in matches_at(rule.pattern, text, starts_by_letter(text))]
        assert found == [match.span() for match in rule.pattern.finditer(text)]


def test_most_date_rules_are_tried_at_few_letters() -> None:
    told = [letters for rule in rules() if (letters := opening_letters(rule.pattern)) is not None]
    assert len(told) > 0.7 * len(rules())


@pytest.mark.parametrize(
    ("pattern", "letters"),
    [
        (r"(?<![\w-])(?:[Ll]ate )?(?:in )?May", "LMil"),
        (r"(?<![\w-])(?i:on|\d+) day", "0Oo"),
        (r"(?<![\w-])a{0,2}(?=b)c", "ac"),
        (r"(?<![\w-])[a-c]x", "abc"),
        (r"(?<![\w-])(?i:k)", "Kk\u212a"),
    ],
)
def test_letters_that_open_a_match(pattern: str, letters: str) -> None:
    assert opening_letters(re.compile(pattern)) == frozenset(letters)


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
def test_where_letters_cannot_be_told_a_pattern_is_tried_everywhere(pattern: str) -> None:
    assert opening_letters(re.compile(pattern)) is None
    text = "Yesterlate May's 'end, late May"
    found = [match.span() for match in matches_at(re.compile(pattern), text, starts_by_letter(text))]
    assert [span for span in found if span[0] < span[1]] == [
        match.span() for match in re.finditer(pattern, text) if match[0]
    ]
