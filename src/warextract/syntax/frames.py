"""Predicate–argument frames: what the rules stand on."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

FrameKind = Literal["verb", "noun", "adjective"]

Flag = Literal[
    "passive",      # what stood as subject undergoes it
    "negated",      # "did not take", "no attack"
    "modal",        # may, could, might, would
    "future",       # will, shall, is to
    "past",         # finite past or perfect
    "conditional",  # under "if", "unless", "were it to"
    "purpose",      # "to cut the road", telling an aim
    "infinitive",
    "gerund",
    "question",
    "light",        # a noun carried by a light verb
    "attributive",  # a noun that only describes the next one: "attack" in "attack helicopter"
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Argument:
    """A token that fills a slot of a frame.

    ``slot`` is "subject", "object", "recipient", "complement", "possessor", "modifier", "apposition", "bare" (a time
    or measure without preposition), "struck" (what a noun's verb does it to: "the attack hit a school"), "adverbial",
    "adverb" or, for a prepositional phrase, the preposition ("in", "out_of"). ``shared`` marks arguments taken over
    from another predicate (coordination, control).
    """

    slot: str
    head: int
    shared: bool = False


@dataclass(frozen=True, slots=True)
class Frame:
    """One predicate with its arguments in deep order: the subject does it, the object undergoes it.

    ``head`` is the predicate's token, ``words`` all tokens of a multiword predicate, ``lemma`` their joined lemma
    ("take_control", "shoot_down"); ``names`` holds the other lemmas that a rule may know it by ("air_strike" beside
    "strike"). ``context`` lists, from the nearest, the lemmas of predicates that govern it ("try", "order").
    """

    head: int
    words: tuple[int, ...]
    lemma: str
    kind: FrameKind
    arguments: tuple[Argument, ...]
    flags: frozenset[str]
    names: frozenset[str] = frozenset()
    context: tuple[str, ...] = ()
    governor: int | None = None
    _by_slot: dict[str, tuple[int, ...]] = field(default_factory=dict, compare=False, repr=False)

    def fill(self, slot: str) -> tuple[int, ...]:
        """Heads that fill a slot, in text order."""
        if not self._by_slot and self.arguments:
            for argument in self.arguments:
                self._by_slot[argument.slot] = (*self._by_slot.get(argument.slot, ()), argument.head)
        return self._by_slot.get(slot, ())

    def has(self, flag: Flag) -> bool:
        return flag in self.flags

    def prepositions(self) -> Iterator[tuple[str, int]]:
        """Prepositional phrases as (preposition, noun)."""
        for argument in self.arguments:
            if argument.slot not in CORE_SLOTS:
                yield argument.slot, argument.head


CORE_SLOTS = frozenset(
    {"subject", "object", "recipient", "complement", "possessor", "modifier", "apposition", "bare", "struck",
     "adverbial", "adverb", "parataxis"}
)  # fmt: skip
