"""The columns of the event table: those that ACLED has under its names, ours behind them with the prefix wx_."""

from datetime import date

from pydantic import Field

from warextract.exports.row import Row
from warextract.vocabulary import DatePrecision, EventStatus, EventType, PlaceKind


class EventRow(Row):
    """One event of one article."""

    event_id_cnty: str = Field(description="Id of the event: that of the article, a colon, that of the event in it.")
    event_date: date | None = Field(
        description="First day of the event, and so 1 January of a bare year; empty where the article tells no time."
    )
    year: int | None = Field(description="Year of event_date.")
    time_precision: int | None = Field(description="1: that day; 2: within a week of it; 3: within a month or longer.")
    disorder_type: str | None = Field(
        description="The ACLED disorder type of event_type: political violence, demonstrations, strategic developments."
    )
    event_type: str | None = Field(
        description="The ACLED event type that ours comes nearest to; empty where ACLED has none."
    )
    sub_event_type: str | None = Field(description="The ACLED sub-event type that ours comes nearest to.")
    actor1: str | None = Field(description="First agent. Unlike in ACLED, actor1 is always who acts.")
    assoc_actor_1: str | None = Field(description="Further agents.")
    actor2: str | None = Field(description="First target, or recipient, that is an actor and no place.")
    assoc_actor_2: str | None = Field(description="Further targets or recipients that are actors.")
    iso: int | None = Field(description="Numeric ISO 3166-1 code of the country.")
    country: str | None = Field(description="Country of the location.")
    admin1: str | None = Field(description="Province, oblast or state of the location.")
    location: str | None = Field(description="Where it happened: the most specific place that the article tells.")
    latitude: float | None = Field(description="Degrees north.")
    longitude: float | None = Field(description="Degrees east.")
    geo_precision: int | None = Field(description="1: the town or site itself; 2: near it; 3: its region or country.")
    source: str | None = Field(description="Outlet, or the agency of the dateline.")
    notes: str = Field(description="The sentence that tells the event, as it stands in the article.")
    fatalities: int | None = Field(
        description="Least number killed as told; empty, not 0, where none is told. See wx_repeats_toll_of."
    )
    wx_type: EventType = Field(description="Event type.")
    wx_status: EventStatus = Field(description="What all claims about it together make of it.")
    wx_negated: bool = Field(description="Told as not having happened.")
    wx_confidence: float = Field(description="How sure the reading is, 0 to 1; says nothing of whether it is true.")
    wx_rule: str = Field(description="The rule that read it.")
    wx_agents: str | None = Field(description="Who does it.")
    wx_agent_countries: str | None = Field(description="Their countries, ISO 3166-1 alpha-3.")
    wx_agent_kinds: str | None = Field(
        description="Kinds of actors: state, military, population and so on."
    )
    wx_targets: str | None = Field(description="Actors and places that it is done to.")
    wx_target_countries: str | None = Field(description="Their countries, ISO 3166-1 alpha-3.")
    wx_target_kinds: str | None = Field(description="Kinds of actors, and of places: settlement, facility and so on.")
    wx_recipients: str | None = Field(description="Who is given something.")
    wx_said_by: str | None = Field(description="Sources that assert, confirm, accuse, warn of or urge it.")
    wx_denied_by: str | None = Field(description="Sources that deny it.")
    wx_doubted_by: str | None = Field(description="Sources that doubt it.")
    wx_withheld_by: str | None = Field(
        description="Sources that would not comment, could not verify, or did not confirm or deny it."
    )
    wx_claims: str | None = Field(description="Ids of the claims about it, as in the claim table.")
    wx_date_end: date | None = Field(description="Last day of the event.")
    wx_date_precision: DatePrecision | None = Field(description="How exactly the article tells the time.")
    wx_date_text: str | None = Field(description="The words for the time.")
    wx_iso3: str | None = Field(description="ISO 3166-1 alpha-3 code of the country.")
    wx_place_kind: PlaceKind | None = Field(description="What the location is.")
    wx_place_role: str | None = Field(
        description="location; else destination, origin or target, where the article tells no location."
    )
    wx_point: str | None = Field(description="The place whose coordinates these are: the location, or one around it.")
    wx_geonames: int | None = Field(description="GeoNames id of that place.")
    wx_places: str | None = Field(description="All places of the event.")
    wx_weapons: str | None = Field(description="Weapons used.")
    wx_weapon_classes: str | None = Field(description="Their classes.")
    wx_killed_min: int | None = Field(description="Least number killed as told.")
    wx_killed_max: int | None = Field(description="Greatest number killed as told.")
    wx_wounded_min: int | None = Field(description="Least number wounded as told.")
    wx_wounded_max: int | None = Field(description="Greatest number wounded as told.")
    wx_captured_min: int | None = Field(description="Least number captured as told.")
    wx_captured_max: int | None = Field(description="Greatest number captured as told.")
    wx_repeats_toll_of: str | None = Field(
        description="Another event of the article with the same toll, of which this one only tells the casualties: "
        "leave these rows out of sums."
    )
    wx_cameo: str | None = Field(description="CAMEO code.")
    wx_plover: str | None = Field(description="PLOVER event type.")
    wx_trigger: str = Field(description="The words that tell the event.")
    wx_trigger_start: int = Field(description="Their first code point in the article's text.")
    wx_trigger_end: int = Field(description="One past their last code point.")
    wx_sentence_start: int = Field(description="First code point of the sentence in notes.")
    wx_sentence_end: int = Field(description="One past its last code point.")
    wx_tellings: int = Field(description="How often the article tells the event.")
    wx_article_id: str = Field(description="Id of the article.")
    wx_record: int = Field(description="Place of the article's record in the file of records, counted from 1.")
    wx_event_id: str = Field(description="Id of the event in its article.")
    wx_published: str | None = Field(description="Day the article was published.")
    wx_title: str | None = Field(description="Title of the article.")
    wx_url: str | None = Field(description="Address of the article.")
    wx_path: str | None = Field(description="File of the article.")
    wx_duplicate_of: str | None = Field(description="Id of the earlier article of which this is a near-copy.")
    wx_supersedes: str | None = Field(description="Id of the article that this update or correction replaces.")
