"""An event while the article is being read: keys of entities, characters of the text."""

from dataclasses import dataclass
from datetime import date

from warextract.records import Casualties
from warextract.vocabulary import DatePrecision, EventStatus, EventType, ParticipantRole, PlaceRole

Chars = tuple[int, int]
"""Character bounds in the article's text."""


@dataclass(frozen=True, slots=True)
class ParticipantDraft:
    """One who takes part: an actor or a place, never both. ``chars`` are the words that say so."""

    role: ParticipantRole
    actor: str | None = None
    place: str | None = None
    chars: Chars | None = None


@dataclass(frozen=True, slots=True)
class PlaceDraft:
    """Where it happened, from where or to where."""

    place: str
    role: PlaceRole = "location"
    chars: Chars | None = None


@dataclass(frozen=True, slots=True)
class TimeDraft:
    """When it happened, both days included. ``chars`` is None for a day that was inherited."""

    text: str
    first: date
    last: date
    precision: DatePrecision
    chars: Chars | None = None


@dataclass(frozen=True, slots=True)
class EvidenceDraft:
    """Words and the rule that read them."""

    chars: Chars
    rule: str


@dataclass(frozen=True, slots=True)
class EventDraft:
    """One happening with all its tellings. ``order`` is the offset by which events are numbered;
    ``claims`` are keys of claims, ``weapons`` keys of the weapons used (or shot down).
    """

    type: EventType
    rule: str
    order: int
    trigger: Chars
    sentence: Chars
    status: EventStatus
    participants: tuple[ParticipantDraft, ...] = ()
    places: tuple[PlaceDraft, ...] = ()
    time: TimeDraft | None = None
    weapons: tuple[str, ...] = ()
    casualties: Casualties | None = None
    negated: bool = False
    claims: tuple[str, ...] = ()
    also: tuple[Chars, ...] = ()
    confidence: float = 0.5
    evidence: tuple[EvidenceDraft, ...] = ()
