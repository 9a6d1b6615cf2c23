"""Every example of every rule of the book: what it must match, with its roles, and what it must leave alone."""

import re
from functools import cache, lru_cache

import pytest

from warextract.extractor import Extractor, load
from warextract.lexicon.examples import Marked
from warextract.lexicon.rulebook import NoMatch, Rule, Rulebook
from warextract.matching.trial import Firing, differences, firings, rule_firings
from warextract.reading import Reading
from warextract.vocabulary import EVENT_TYPES

RULES = Rulebook.load().rules
EVENT_RULES = tuple(rule for rule in RULES if rule.emits == "event")
CLAIM_RULES = tuple(rule for rule in RULES if rule.emits == "claim")
LEMMA = re.compile(r"[^\sA-Z]+")
MIN_EXAMPLES = 2


@lru_cache(maxsize=1)
def extractor() -> Extractor:
    return load()


@cache
def read(text: str) -> Reading:
    return extractor().read(text)


def spoken(rule: Rule, text: str) -> tuple[Firing, ...]:
    """Firings of an event rule among the matches of the whole book."""
    reading = read(text)
    return firings(reading.tree, reading.event_matches, rule.id)


def alone(rule: Rule, text: str) -> tuple[Firing, ...]:
    """Firings of a rule by itself: a sentence that is none of its business must not depend on another rule."""
    reading = read(text)
    return rule_firings(reading.tree, reading.frames, reading.entities, rule)


def marks(example: Marked) -> dict[str, str]:
    """What an example marks: role to words."""
    return {role: example.text[start:end] for role, start, end in example.roles}


def claimed(rule: Rule, text: str) -> list[dict[str, str]]:
    """Source, cue and content of the claims that a rule made of a text; what is absent is left out."""
    out = []
    for draft in read(text).claims.drafts:
        if draft.rule == rule.id:
            spans = {"source": draft.source_span, "cue": draft.cue, "content": draft.content}
            out.append({role: text[slice(*span)] for role, span in spans.items() if span})
    return out


def cases(rules: tuple[Rule, ...], field: str) -> list[object]:
    return [
        pytest.param(rule, example, id=f"{rule.id}[{number}]")
        for rule in rules
        for number, example in enumerate(getattr(rule, field))
    ]


def gaps(rules: tuple[Rule, ...]) -> list[object]:
    """Sentences that a rule does not read yet; one that it learns to read must move to its examples."""
    why = pytest.mark.xfail(strict=True, reason="a known gap of the rule")
    return [
        pytest.param(rule, example, id=f"{rule.id}[{number}]", marks=why)
        for rule in rules
        for number, example in enumerate(rule.gaps)
    ]


@pytest.mark.parametrize(("rule", "example"), cases(EVENT_RULES, "match"))
def test_an_event_rule_reads_its_examples(rule: Rule, example: Marked) -> None:
    found = spoken(rule, example.text)
    assert len(found) == 1, f"fired {len(found)} times on {example.text!r}"
    assert differences(example, found[0]) == []


@pytest.mark.parametrize(("rule", "example"), cases(EVENT_RULES, "no_match"))
def test_an_event_rule_leaves_the_rest_alone(rule: Rule, example: NoMatch) -> None:
    assert alone(rule, example.text) == (), example.why


@pytest.mark.parametrize(("rule", "example"), gaps(EVENT_RULES))
def test_an_event_rule_has_this_gap(rule: Rule, example: Marked) -> None:
    found = spoken(rule, example.text)
    assert len(found) == 1
    assert differences(example, found[0]) == []


@pytest.mark.parametrize(("rule", "example"), cases(CLAIM_RULES, "match"))
def test_a_claim_rule_reads_its_examples(rule: Rule, example: Marked) -> None:
    assert claimed(rule, example.text) == [marks(example)]


@pytest.mark.parametrize(("rule", "example"), cases(CLAIM_RULES, "no_match"))
def test_a_claim_rule_leaves_the_rest_alone(rule: Rule, example: NoMatch) -> None:
    assert claimed(rule, example.text) == [], example.why


@pytest.mark.parametrize(("rule", "example"), gaps(CLAIM_RULES))
def test_a_claim_rule_has_this_gap(rule: Rule, example: Marked) -> None:
    assert claimed(rule, example.text) == [marks(example)]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_is_written_as_the_frames_are(rule: Rule) -> None:
    assert len(rule.match) >= MIN_EXAMPLES
    assert rule.no_match
    assert [lemma for lemma in rule.lemma if not LEMMA.fullmatch(lemma)] == []
    assert len(set(rule.lemma)) == len(rule.lemma)


def test_every_event_type_has_a_rule() -> None:
    assert {rule.type for rule in EVENT_RULES} == set(EVENT_TYPES)
