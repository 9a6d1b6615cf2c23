"""The ledger's rows: one happening across all articles. Frozen pydantic models, like the record's.

Every value that comes from an article keeps the article's id and the words, so that a page can link back.
"""

import datetime as dt

from pydantic import Field

from warextract.records import Casualties, Record, Span
from warextract.vocabulary import (
    ActorKind,
    DatePrecision,
    EventStatus,
    EventType,
    ParticipantRole,
    PlaceKind,
    Stance,
    WeaponClass,
)


class LedgerActor(Record):
    """An actor as all articles know it: joined by Wikidata id, else by name and country."""

    name: str
    kind: ActorKind
    country: str | None = None
    wikidata: str | None = None


class LedgerPlace(Record):
    """A place as all articles know it: joined by GeoNames id, else by name and country."""

    name: str
    kind: PlaceKind
    country: str | None = None
    admin1: str | None = None
    lat: float | None = None
    lon: float | None = None
    geonames: int | None = None


class LedgerParticipant(Record):
    """Who or what took part, and how many articles (copies aside) say so; either an actor or a place."""

    role: ParticipantRole
    actor: LedgerActor | None = None
    place: LedgerPlace | None = None
    articles: int = Field(ge=0)


class LedgerTime(Record):
    """The days that fit all tellings that name one."""

    start: dt.date
    end: dt.date
    precision: DatePrecision


class Telling(Record):
    """One article's event that tells of the happening."""

    article: str = Field(description="Id of the article.")
    event: str = Field(description="Id of the event in the article's record.")
    outlet: str | None = None
    published: dt.date | None = None
    title: str | None = None
    type: EventType
    status: EventStatus = Field(description="Status in the article alone.")
    trigger: Span
    sentence: Span
    also: tuple[Span, ...] = ()
    duplicate_of: str | None = Field(default=None, description="Article of which this one is a copy: not counted.")
    superseded_by: str | None = Field(default=None, description="Article that replaced this one: counted until then.")


class Voice(Record):
    """What one source says of the happening, in one article."""

    article: str
    claim: str = Field(description="Id of the claim in the article's record.")
    outlet: str | None = None
    date: dt.date | None = Field(default=None, description="Day of publication of the article.")
    source: LedgerActor | None = Field(default=None, description="None: nobody is named.")
    stance: Stance
    source_words: Span | None = None
    cue: Span | None = None
    words: Span | None = Field(default=None, description="What is said, in the article's words.")
    independent: bool = Field(default=False, description="A monitor, body, outlet or image that is no party to it.")
    withdrawn: bool = Field(default=False, description="The same source says the opposite in a later article.")
    duplicate_of: str | None = None
    superseded_by: str | None = None


class Toll(Record):
    """Casualties as one article tells them, and by whose word."""

    article: str
    event: str
    date: dt.date | None = None
    casualties: Casualties
    sources: tuple[LedgerActor, ...] = Field(default=(), description="Empty: the article's own voice, or unnamed.")
    claims: tuple[str, ...] = ()
    duplicate_of: str | None = None
    superseded_by: str | None = None


class Standing(Record):
    """How the happening stood when an article came out."""

    article: str
    date: dt.date | None = None
    outlet: str | None = None
    told: EventStatus | None = Field(
        description="Status in that article alone; None: it replaced one that told of the happening, and is silent."
    )
    overall: EventStatus = Field(description="Status by all articles up to that one.")
    duplicate_of: str | None = None
    superseded_by: str | None = None


class LedgerRow(Record):
    """One happening with all that any article says of it."""

    id: str = Field(description="Article and event of its earliest telling that is no copy.")
    type: EventType
    types: tuple[EventType, ...] = Field(description="Types of all tellings, most frequent first.")
    what: str = Field(description="A phrase for a reader, in the words of the best telling.")
    status: EventStatus
    where: LedgerPlace | None = Field(default=None, description="The most exact place that is told.")
    places: tuple[LedgerPlace, ...] = ()
    when: LedgerTime | None = None
    participants: tuple[LedgerParticipant, ...] = ()
    weapons: tuple[WeaponClass, ...] = ()
    tolls: tuple[Toll, ...] = Field(default=(), description="Conflicting ones side by side.")
    claimed_by: tuple[Voice, ...] = ()
    denied_by: tuple[Voice, ...] = Field(default=(), description="Who denies or doubts it.")
    withheld_by: tuple[Voice, ...] = Field(default=(), description="Who would not say, or could not verify it.")
    evidence: tuple[Voice, ...] = Field(
        default=(), description="What independent sources say for or against it; also among the three above."
    )
    reported_by: tuple[Telling, ...] = Field(default=(), description="Tellings as a fact, in the article's own voice.")
    history: tuple[Standing, ...] = Field(default=(), description="One an article, by day of publication.")
    tellings: tuple[Telling, ...]
    articles: int = Field(description="Articles that tell it; copies and replaced versions not counted.")
    copies: int = Field(default=0, description="Copies among the articles that tell it.")
