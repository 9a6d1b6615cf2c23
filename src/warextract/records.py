"""The record: what one article becomes. Frozen pydantic models, one JSON object an article.

Every span counts Unicode code points in the article's text exactly as it was given, and
``text[span.start:span.end] == span.text`` always holds.
"""

from datetime import date
from typing import Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from warextract.vocabulary import (
    ActorKind,
    Certainty,
    DatePrecision,
    EventStatus,
    EventType,
    ParticipantRole,
    PlaceKind,
    PlaceRole,
    QuoteKind,
    RevisionKind,
    Stance,
    WeaponClass,
)

SCHEMA_VERSION = "1.0"


class Record(BaseModel):
    """Base of all models here: immutable, nothing undeclared."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)


class Span(Record):
    """A stretch of the article's text.

    >>> Span.of("Toretsk fell.", 0, 7).text
    'Toretsk'
    """

    start: int = Field(ge=0, description="First code point.")
    end: int = Field(ge=0, description="One past the last code point.")
    text: str

    @model_validator(mode="after")
    def _length(self) -> Self:
        if self.end - self.start != len(self.text):
            raise ValueError(f"span {self.start}–{self.end} does not fit its text {self.text!r}")
        return self

    @classmethod
    def of(cls, text: str, start: int, end: int) -> Self:
        """The span of ``text`` from ``start`` to ``end``."""
        return cls(start=start, end=end, text=text[start:end])


class NumberRange(Record):
    """A count as told: "at least 12" is 12–12, "up to 210" is 0–210, "dozens" is 24–99."""

    min: int
    max: int
    approximate: bool = False


class Evidence(Record):
    """Why a value stands in the record: the words and the rule, gazetteer entry or model that read them."""

    span: Span
    rule: str


class Dateline(Record):
    place: str | None = Field(default=None, description="Id of the place it names.")
    date: str | None = None
    agency: str | None = None
    span: Span


class Revision(Record):
    """What an advisory line says of the article: "UPDATE 2-", "CORRECTED-", "REFILE-", "WRAPUP 1-"."""

    kind: RevisionKind
    number: int | None = None


class ArticleInfo(Record):
    id: str
    source: str | None = None
    title: str | None = None
    url: str | None = None
    published: str | None = None
    language: str | None = None
    dateline: Dateline | None = None
    sha256: str
    path: str | None = None
    retrieved: str | None = Field(default=None, description="When an archive fetched it, as the archive says.")
    revision: Revision | None = None
    duplicate_of: str | None = Field(
        default=None, description="Id of the earlier article of the run of which this one is a near-copy."
    )
    supersedes: str | None = Field(
        default=None, description="Id of the article of the run that this update or correction replaces."
    )


class Actor(Record):
    id: str
    name: str
    kind: ActorKind
    country: str | None = Field(default=None, description="ISO 3166-1 alpha-3 of allegiance.")
    role: str | None = None
    affiliation: str | None = Field(default=None, description="Id of the actor that a person speaks or works for.")
    part_of: str | None = Field(default=None, description="Id of the actor that this one belongs to.")
    wikidata: str | None = None
    cameo: str | None = None
    rule: str = Field(description="Gazetteer entry, pattern or model that found it.")
    mentions: tuple[Span, ...]
    pronouns: tuple[Span, ...] = Field(default=(), description="Pronouns resolved to this actor.")


class Place(Record):
    id: str
    name: str
    kind: PlaceKind
    country: str | None = None
    admin1: str | None = None
    lat: float | None = None
    lon: float | None = None
    geonames: int | None = None
    within: str | None = Field(default=None, description="Id of the place that contains it.")
    rule: str
    mentions: tuple[Span, ...]


class WeaponAttributes(Record):
    mass_kg: int | None = None
    calibre_mm: float | None = None
    range_km: int | None = None


class Weapon(Record):
    id: str
    class_: WeaponClass = Field(alias="class")
    designation: str | None = None
    quantity: NumberRange | None = None
    attributes: WeaponAttributes = WeaponAttributes()
    operator: str | None = Field(default=None, description="Id of the actor that holds or uses it.")
    origin: str | None = Field(default=None, description="ISO 3166-1 alpha-3 of where it was made.")
    rule: str
    mentions: tuple[Span, ...]


class Time(Record):
    text: str
    start: date
    end: date
    precision: DatePrecision
    span: Span | None = None


class Claim(Record):
    id: str
    source: str | None = Field(description="Id of the actor that says it; null when nobody is named.")
    source_span: Span | None = None
    cue: Span | None = None
    stance: Stance
    content: Span | None = None
    quote: QuoteKind
    hedges: tuple[Span, ...] = ()
    channel: str | None = None
    date: Time | None = Field(default=None, description="When it was said, where the article tells it.")
    certainty: Certainty = "certain"
    negated_cue: bool = False
    via: tuple[str, ...] = ()
    parent: str | None = Field(default=None, description="Id of the claim inside which this one is told.")
    responds_to: str | None = Field(default=None, description="Id of the claim it denies, doubts or confirms.")
    events: tuple[str, ...] = ()
    cameo: str | None = Field(default=None, description="CAMEO code of the statement itself.")
    rule: str
    evidence: tuple[Evidence, ...] = ()


class Participant(Record):
    role: ParticipantRole
    actor: str | None = None
    place: str | None = None
    span: Span | None = None

    @model_validator(mode="after")
    def _one_reference(self) -> Self:
        if (self.actor is None) == (self.place is None):
            raise ValueError("a participant is either an actor or a place")
        return self


class EventPlace(Record):
    place: str
    role: PlaceRole = "location"
    span: Span | None = None


class Casualties(Record):
    killed: NumberRange | None = None
    wounded: NumberRange | None = None
    captured: NumberRange | None = None


class Codes(Record):
    cameo: str | None = None
    plover: str | None = None
    acled: str | None = None


class Event(Record):
    id: str
    type: EventType
    trigger: Span
    sentence: Span
    participants: tuple[Participant, ...] = ()
    places: tuple[EventPlace, ...] = ()
    time: Time | None = None
    weapons: tuple[str, ...] = ()
    casualties: Casualties | None = None
    status: EventStatus
    negated: bool = False
    claims: tuple[str, ...] = ()
    also: tuple[Span, ...] = Field(default=(), description="Later tellings of the same happening.")
    codes: Codes
    rule: str
    confidence: float = Field(ge=0, le=1)
    evidence: tuple[Evidence, ...] = ()


class ArticleRecord(Record):
    """Everything that was read in one article."""

    schema_version: str = SCHEMA_VERSION
    article: ArticleInfo
    actors: tuple[Actor, ...] = ()
    places: tuple[Place, ...] = ()
    weapons: tuple[Weapon, ...] = ()
    claims: tuple[Claim, ...] = ()
    events: tuple[Event, ...] = ()
    warnings: tuple[str, ...] = ()

    def to_json(self) -> str:
        """The record as one line of JSON, keys as in the contract."""
        return self.model_dump_json(by_alias=True)
