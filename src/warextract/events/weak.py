"""Weak tellings: words that tell of an event only where the article is about fighting ("the attack", "the battle").

Rules with a negative priority are weak. A happening that weak tellings alone tell is kept only in an article with at
least two that others tell; so "wave after wave of attacks" in a match report yields nothing.
"""

from warextract.events.telling import COMBAT, Telling
from warextract.vocabulary import EventType

_ENOUGH = 2
_WARLIKE: frozenset[EventType] = frozenset({*COMBAT, "capture", "advance", "hold", "withdrawal", "interception"})  # type: ignore[arg-type]


def without_weak(groups: tuple[tuple[Telling, ...], ...]) -> tuple[tuple[Telling, ...], ...]:
    """The groups of an article less those that nothing but weak tellings tell, unless it is about fighting."""
    strong = [group for group in groups if any(t.rule.priority >= 0 for t in group)]
    warlike = sum(any(t.type in _WARLIKE for t in group) for group in strong)
    return groups if warlike >= _ENOUGH else tuple(strong)
