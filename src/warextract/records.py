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
    text: str = Field(description="The characters themselves.")

    @model_validator(mode="after")
    def _length(self) -> Self:
        if self.end - self.start != len(self.text):
            raise ValueError(f"span {self.start}–{self.end} does not fit its text {self.text!r}")
        return self

    @classmethod
    def of(cls, text: str, start: int, end: int) -> Self:
        """The span of ``text`` from ``start`` to ``end``."""
        return cls(start=start, end=end, text=text[start:end])


class Spans(dict[tuple[int, int], Span]):
    """The spans of one text by their bounds, each made once: most are told as a value and again as its evidence.

    >>> Spans("Toretsk fell.")[0, 7].text
    'Toretsk'
    """

    def __init__(self, text: str) -> None:
        super().__init__()
        self._text = text

    def __missing__(self, bounds: tuple[int, int]) -> Span:
        span = self[bounds] = Span.of(self._text, *bounds)
        return span


class NumberRange(Record):
    """A count as told: "at least 12" is 12–12, "up to 210" is 0–210, "dozens" is 24–99."""

    min: int = Field(description="Least number.")
    max: int = Field(description="Greatest number.")
    approximate: bool = Field(default=False, description="Told as about, some, nearly, or in words such as dozens.")


class Evidence(Record):
    """Why a value stands in the record: the words and the rule, gazetteer entry or model that read them."""

    span: Span = Field(description="The words.")
    rule: str = Field(description="What read them.")


class Dateline(Record):
    place: str | None = Field(default=None, description="Id of the place it names.")
    date: str | None = Field(default=None, description="The day that it names, as YYYY-MM-DD.")
    agency: str | None = Field(default=None, description="The agency that it names.")
    span: Span = Field(description="The whole of it.")


class Revision(Record):
    """What an advisory line says of the article: "UPDATE 2-", "CORRECTED-", "REFILE-", "WRAPUP 1-"."""

    kind: RevisionKind = Field(description="What the line calls it.")
    number: int | None = Field(default=None, description="The 2 of UPDATE 2-.")


class ArticleInfo(Record):
    id: str = Field(description="Id as given, or made of the file's name.")
    source: str | None = Field(default=None, description="Outlet.")
    title: str | None = Field(default=None, description="Headline.")
    url: str | None = Field(default=None, description="Address.")
    published: str | None = Field(
        default=None, description="Day of publication, YYYY-MM-DD, against which dates are read."
    )
    language: str | None = Field(default=None, description="Language as given, such as en.")
    dateline: Dateline | None = Field(default=None, description="Place, day and agency at the head of the text.")
    sha256: str = Field(description="SHA-256 of the text in UTF-8, hexadecimal.")
    path: str | None = Field(default=None, description="File that it was read from.")
    retrieved: str | None = Field(default=None, description="When an archive fetched it, as the archive says.")
    revision: Revision | None = Field(default=None, description="What an advisory line says of it.")
    duplicate_of: str | None = Field(
        default=None, description="Id of the earlier article of the run of which this one is a near-copy."
    )
    supersedes: str | None = Field(
        default=None, description="Id of the article of the run that this update or correction replaces."
    )


class Actor(Record):
    id: str = Field(description="Id in this record.")
    name: str = Field(description="Name in the gazetteer, else its fullest mention.")
    kind: ActorKind = Field(description="What it is.")
    country: str | None = Field(default=None, description="ISO 3166-1 alpha-3 of allegiance.")
    role: str | None = Field(default=None, description="What a person is or holds, such as a rank or an office.")
    affiliation: str | None = Field(default=None, description="Id of the actor that a person speaks or works for.")
    part_of: str | None = Field(default=None, description="Id of the actor that this one belongs to.")
    wikidata: str | None = Field(default=None, description="Wikidata id.")
    cameo: str | None = Field(default=None, description="CAMEO code.")
    rule: str = Field(description="Gazetteer entry, pattern or model that found it.")
    mentions: tuple[Span, ...] = Field(description="Where the article speaks of it, pronouns included.")
    pronouns: tuple[Span, ...] = Field(default=(), description="Those of the mentions that are pronouns.")


class Place(Record):
    id: str = Field(description="Id in this record.")
    name: str = Field(description="Name in the place table, else its fullest mention.")
    kind: PlaceKind = Field(description="What it is.")
    country: str | None = Field(default=None, description="ISO 3166-1 alpha-3.")
    admin1: str | None = Field(default=None, description="Province, oblast or state.")
    lat: float | None = Field(default=None, description="Degrees north.")
    lon: float | None = Field(default=None, description="Degrees east.")
    geonames: int | None = Field(default=None, description="GeoNames id.")
    within: str | None = Field(default=None, description="Id of the place that contains it.")
    rule: str = Field(description="Table, pattern or model that found it.")
    mentions: tuple[Span, ...] = Field(description="Where the article speaks of it.")


class WeaponAttributes(Record):
    mass_kg: int | None = Field(default=None, description="Mass in kilograms, as told.")
    calibre_mm: float | None = Field(default=None, description="Calibre in millimetres, as told.")
    range_km: int | None = Field(default=None, description="Range in kilometres, as told.")


class Weapon(Record):
    id: str = Field(description="Id in this record.")
    class_: WeaponClass = Field(alias="class", description="Class, and its kind of the class after a dot.")
    designation: str | None = Field(default=None, description="Its type, such as Su-34.")
    quantity: NumberRange | None = Field(default=None, description="How many are told of.")
    attributes: WeaponAttributes = Field(default=WeaponAttributes(), description="Mass, calibre and range.")
    operator: str | None = Field(default=None, description="Id of the actor that holds or uses it.")
    origin: str | None = Field(default=None, description="ISO 3166-1 alpha-3 of where it was made.")
    rule: str = Field(description="Gazetteer entry or pattern that found it.")
    mentions: tuple[Span, ...] = Field(description="Where the article speaks of it.")


class Time(Record):
    text: str = Field(description="The words for it.")
    start: date = Field(description="First day.")
    end: date = Field(description="Last day.")
    precision: DatePrecision = Field(description="How exactly it is told.")
    span: Span | None = Field(
        default=None, description="Where the words stand; null when the time is another sentence's."
    )


class Claim(Record):
    id: str = Field(description="Id in this record.")
    source: str | None = Field(description="Id of the actor that says it; null when nobody is named.")
    source_span: Span | None = Field(default=None, description="The words for who says it.")
    cue: Span | None = Field(default=None, description="The words that attribute.")
    stance: Stance = Field(description="How the source stands to what is said.")
    content: Span | None = Field(default=None, description="What is said; null when that is left to the context.")
    quote: QuoteKind = Field(description="How much of the content is quoted.")
    hedges: tuple[Span, ...] = Field(default=(), description="Words that hedge the content.")
    channel: str | None = Field(default=None, description="The words for where it was said, such as radio.")
    date: Time | None = Field(default=None, description="When it was said, where the article tells it.")
    certainty: Certainty = Field(default="certain", description="How certain the source is of it.")
    negated_cue: bool = Field(default=False, description="The cue is negated: did not confirm.")
    via: tuple[str, ...] = Field(default=(), description="Through whom or what it was said.")
    parent: str | None = Field(default=None, description="Id of the claim inside which this one is told.")
    responds_to: str | None = Field(default=None, description="Id of the claim it denies, doubts or confirms.")
    events: tuple[str, ...] = Field(default=(), description="Ids of the events it is about.")
    cameo: str | None = Field(default=None, description="CAMEO code of the statement itself.")
    rule: str = Field(description="The rule that read it.")
    evidence: tuple[Evidence, ...] = Field(default=(), description="The words that it was read from.")


class Participant(Record):
    role: ParticipantRole = Field(description="What it does in the event.")
    actor: str | None = Field(default=None, description="Id of the actor, if it is one.")
    place: str | None = Field(default=None, description="Id of the place, if it is one.")
    span: Span | None = Field(default=None, description="The words that name it.")

    @model_validator(mode="after")
    def _one_reference(self) -> Self:
        if (self.actor is None) == (self.place is None):
            raise ValueError("a participant is either an actor or a place")
        return self


class EventPlace(Record):
    place: str = Field(description="Id of the place.")
    role: PlaceRole = Field(default="location", description="What the place is to the event.")
    span: Span | None = Field(default=None, description="The words that name it.")


class Casualties(Record):
    killed: NumberRange | None = Field(default=None, description="Dead.")
    wounded: NumberRange | None = Field(default=None, description="Wounded.")
    captured: NumberRange | None = Field(default=None, description="Taken prisoner.")


class Codes(Record):
    cameo: str | None = Field(default=None, description="CAMEO code of the event.")
    plover: str | None = Field(default=None, description="PLOVER event type.")
    acled: str | None = Field(default=None, description="ACLED event type and sub-event type that come nearest.")


class Event(Record):
    id: str = Field(description="Id in this record.")
    type: EventType = Field(description="What happened.")
    trigger: Span = Field(description="The words that tell it.")
    sentence: Span = Field(description="The sentence that tells it.")
    participants: tuple[Participant, ...] = Field(default=(), description="Who does it, and to whom.")
    places: tuple[EventPlace, ...] = Field(default=(), description="Where it happened, from where, or to where.")
    time: Time | None = Field(default=None, description="When it happened.")
    weapons: tuple[str, ...] = Field(default=(), description="Ids of the weapons used.")
    casualties: Casualties | None = Field(default=None, description="Dead, wounded and captured, as told.")
    status: EventStatus = Field(description="What all claims about it together make of it.")
    negated: bool = Field(default=False, description="Told as not having happened.")
    claims: tuple[str, ...] = Field(default=(), description="Ids of the claims about it.")
    also: tuple[Span, ...] = Field(default=(), description="Later tellings of the same happening.")
    codes: Codes = Field(description="Codes of the type in other codings.")
    rule: str = Field(description="The rule that read it.")
    confidence: float = Field(ge=0, le=1, description="How sure the reading is; says nothing of whether it is true.")
    evidence: tuple[Evidence, ...] = Field(default=(), description="The words that it was read from.")


class ArticleRecord(Record):
    """Everything that was read in one article."""

    schema_version: str = Field(default=SCHEMA_VERSION, description="Version of this form.")
    article: ArticleInfo = Field(description="What is known of the article.")
    actors: tuple[Actor, ...] = Field(default=(), description="Each once.")
    places: tuple[Place, ...] = Field(default=(), description="Each once.")
    weapons: tuple[Weapon, ...] = Field(default=(), description="Each once.")
    claims: tuple[Claim, ...] = Field(default=(), description="Who says what, in the order of the text.")
    events: tuple[Event, ...] = Field(default=(), description="What happened, in the order of the text.")
    warnings: tuple[str, ...] = Field(
        default=(), description="What a reader of the record should know, such as not_english."
    )

    def to_json(self) -> str:
        """The record as one line of JSON, keys as in the contract."""
        return self.model_dump_json(by_alias=True)
