"""The names that the recogniser found in an article, over the words of the tree."""

from collections.abc import Iterator
from dataclasses import dataclass

from warextract.syntax.labels import EntityType
from warextract.syntax.word import Word


@dataclass(frozen=True, slots=True)
class RecognisedName:
    """A name as the recogniser saw it: its tokens from ``start`` to before ``end``, its text, and what it names; None
    where that is nothing used here (a date, a quantity).
    """

    start: int
    end: int
    text: str
    kind: EntityType | None
    words: tuple[Word, ...]

    def __len__(self) -> int:
        return self.end - self.start

    def __getitem__(self, i: int) -> Word:
        return self.words[i]

    def __iter__(self) -> Iterator[Word]:
        return iter(self.words)
