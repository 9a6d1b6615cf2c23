"""Predicate–argument frames: what the rules stand on."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from typing import Literal, NamedTuple

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


class Argument(NamedTuple):
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
class Details:
    """What a frame's clause says of its predicate.

    ``context`` lists, from the nearest, the lemmas of predicates that govern it ("try", "order"), ``governor`` is the
    token of the nearest.
    """

    arguments: tuple[Argument, ...]
    flags: frozenset[str]
    context: tuple[str, ...] = ()
    governor: int | None = None


@dataclass(slots=True, eq=False)
class Frame:
    """One predicate with its arguments in deep order: the subject does it, the object undergoes it.

    ``head`` is the predicate's token, ``words`` all tokens of a multiword predicate, ``lemma`` their joined lemma
    ("take_control", "shoot_down"); ``names`` holds the other lemmas that a rule may know it by ("air_strike" beside
    "strike"). The details are read when they are first asked for: three of four nouns are the predicate of no rule.
    Not written to but by itself, though not frozen, for thousands are made.
    """

    head: int
    words: tuple[int, ...]
    lemma: str
    kind: FrameKind
    names: frozenset[str]
    read: Callable[[], Details] = field(repr=False)
    _details: Details | None = field(default=None, init=False, repr=False)
    _by_slot: dict[str, tuple[int, ...]] | None = field(default=None, init=False, repr=False)

    @property
    def details(self) -> Details:
        if self._details is None:
            self._details = self.read()
        return self._details

    @property
    def arguments(self) -> tuple[Argument, ...]:
        return self.details.arguments

    @property
    def flags(self) -> frozenset[str]:
        return self.details.flags

    @property
    def context(self) -> tuple[str, ...]:
        return self.details.context

    @property
    def governor(self) -> int | None:
        return self.details.governor

    def with_arguments(self, arguments: tuple[Argument, ...]) -> "Frame":
        """The same frame with other arguments."""
        details = replace(self.details, arguments=arguments)
        return replace(self, read=lambda: details)

    def fill(self, slot: str) -> tuple[int, ...]:
        """Heads that fill a slot, in text order."""
        filled = self._by_slot
        if filled is None:
            filled = self._by_slot = {}
            for argument in self.arguments:
                filled[argument.slot] = (*filled.get(argument.slot, ()), argument.head)
        return filled.get(slot, ())

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
