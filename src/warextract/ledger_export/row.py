"""The columns of the flat ledger."""

from datetime import date

from pydantic import Field

from warextract.exports.row import Row
from warextract.vocabulary import DatePrecision, EventStatus, EventType, PlaceKind


class LedgerTableRow(Row):
    """One happening. What a copy says is left out: its original says it."""

    happening_id: str = Field(description="Article and event of its earliest telling.")
    type: EventType = Field(description="What happened, by the telling that says most.")
    types: str = Field(description="Types of all tellings, the most frequent first.")
    what: str = Field(description="The type, the words of that telling, and what it was done to.")
    status: EventStatus = Field(description="How it stands by all articles together.")
    where: str | None = Field(description="The most exact place that is told and that a map would show.")
    where_kind: PlaceKind | None = Field(description="What kind of place that is.")
    country: str | None = Field(description="Its country, ISO 3166-1 alpha-3.")
    admin1: str | None = Field(description="Its province, oblast or the like.")
    latitude: float | None = Field(description="Degrees north.")
    longitude: float | None = Field(description="Degrees east.")
    geonames: int | None = Field(description="Its GeoNames id.")
    places: str | None = Field(description="All places that tellings name, the most exact first.")
    date_start: date | None = Field(description="First day on which it may have happened; empty when none is told.")
    date_end: date | None = Field(description="Last day on which it may have happened.")
    date_precision: DatePrecision | None = Field(description="How exactly the days are told.")
    agents: str | None = Field(description="Who did it, those named by most articles first.")
    targets: str | None = Field(description="To whom or what it was done.")
    weapons: str | None = Field(description="Classes of the weapons used.")
    killed_min: int | None = Field(description="The least number of dead that any telling gives.")
    killed_max: int | None = Field(description="The greatest number of dead that any telling gives.")
    wounded_min: int | None = Field(description="The least number of wounded.")
    wounded_max: int | None = Field(description="The greatest number of wounded.")
    tolls: str | None = Field(description="Each toll as told: killed, wounded, by whose word, in which article.")
    claimed_by: str | None = Field(description="Who says that it happened, or who did it; in order of publication.")
    claimed_words: str | None = Field(description="What they say: source, stance, words, article, day.")
    denied_by: str | None = Field(description="Who denies or doubts it.")
    denied_words: str | None = Field(description="What they say.")
    silent: str | None = Field(description="Who would not say, did not answer, or could not verify it.")
    silent_words: str | None = Field(description="What is told of their silence.")
    evidence_by: str | None = Field(description="Sources that are no party to it; they are among the others too.")
    evidence: str | None = Field(description="What they say, for or against.")
    reported_by: str | None = Field(description="Articles that tell it as a fact, in their own voice.")
    history: str = Field(
        description="Article by article in order of publication: day, article, status in it, status by all so far."
    )
    first_told: date | None = Field(description="Day of publication of the first article that tells it.")
    last_told: date | None = Field(description="Day of publication of the last one.")
    article_ids: str = Field(description="Articles that tell it, copies and replaced versions too.")
    outlets: str | None = Field(description="Their outlets.")
    articles: int = Field(description="How many articles tell it; copies and replaced versions not counted.")
    copies: int = Field(description="How many copies of these tell it too.")
