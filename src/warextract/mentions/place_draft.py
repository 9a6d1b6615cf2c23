"""A place while its mentions are being joined."""

from dataclasses import dataclass, field

from warextract.lexicon.places import PlaceRow
from warextract.mentions.entities import Mention
from warextract.vocabulary import PlaceKind


@dataclass(slots=True, eq=False)
class Draft:
    """``nouns`` are the common nouns it was called by, ``words`` what they were described with."""

    name: str
    kind: PlaceKind
    country: str | None
    row: PlaceRow | None
    mentions: list[Mention]
    nouns: set[str] = field(default_factory=set)
    words: frozenset[str] = frozenset()
    within: "Draft | None" = None
    named: bool = True

    def last_before(self, token: int) -> int:
        """Head of its last mention before a token, or -1."""
        return max((m.head for m in self.mentions if m.head < token), default=-1)
