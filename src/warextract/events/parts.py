"""Nouns that are part of a predicate which tells the same happening: "came under mortar [fire]"."""

from collections.abc import Sequence

from warextract.matching.matches import RuleMatch


def without_parts(matches: Sequence[RuleMatch]) -> list[RuleMatch]:
    """Matches less those of nouns that another match of their type has in its predicate."""
    verbs = [m for m in matches if m.frame.kind == "verb"]
    return [m for m in matches if not any(_is_part(m, verb) for verb in verbs)]


def _is_part(noun: RuleMatch, verb: RuleMatch) -> bool:
    told = noun.rule.type == verb.rule.type and noun.frame.head in verb.frame.words
    return told and noun.frame.kind == "noun"
