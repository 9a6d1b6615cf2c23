"""A record in which every field holds something, for whatever turns records into another form."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from pydantic import BaseModel

from warextract.records import (
    Actor,
    ArticleInfo,
    ArticleRecord,
    Casualties,
    Claim,
    Codes,
    Dateline,
    Event,
    EventPlace,
    Evidence,
    NumberRange,
    Participant,
    Place,
    Revision,
    Span,
    Time,
    Weapon,
    WeaponAttributes,
)

TEXT = """KYIV, March 4 (Agency) - =Russian forces captured Toretsk on Tuesday with 12 Su-34 jets, killing up to 30,
Moscow said on Telegram. "They" may have taken it, the ministry added; Kyiv’s General Staff denied it.
Whether it held on the army did not deny.
"""


def span(words: str) -> Span:
    """Where the words first stand in the text."""
    start = TEXT.index(words)
    return Span.of(TEXT, start, start + len(words))


def full_record(article_id: str = "toretsk") -> ArticleRecord:
    """The record; see ``empty_fields`` for what "every field" means."""
    tuesday = date(2025, 3, 4)
    time = Time(text="on Tuesday", start=tuesday, end=tuesday, precision="day", span=span("on Tuesday"))
    toll = NumberRange(min=0, max=30, approximate=True)
    jets = NumberRange(min=12, max=12)
    return ArticleRecord(
        article=ArticleInfo(
            id=article_id,
            source="Agency",
            title='Moscow "takes" Toretsk; Kyiv denies it',
            url="https://example.org/toretsk?a=1&b=2",
            published="2025-03-04",
            language="en",
            dateline=Dateline(place="p3", date="2025-03-04", agency="Agency", span=span("KYIV, March 4 (Agency) -")),
            sha256="0" * 64,
            path="wire/toretsk, new.txt",
            revision=Revision(kind="update", number=2),
            duplicate_of="earlier",
            supersedes="first",
            retrieved="2025-03-05T06:00:00Z",
        ),
        actors=(
            Actor(
                id="a1",
                name="Ministry of Defence of Russia",
                kind="government",
                country="RUS",
                role="ministry",
                affiliation="a2",
                part_of="a2",
                wikidata="Q1",
                cameo="RUSMIL",
                rule="gazetteer",
                mentions=(span("They"), span("the ministry")),
                pronouns=(span("They"),),
            ),
            Actor(id="a2", name="Russia", kind="state", country="RUS", rule="metonym", mentions=(span("Moscow"),)),
            Actor(
                id="a3",
                name="General Staff of Ukraine",
                kind="military",
                country="UKR",
                rule="gazetteer",
                mentions=(span("Kyiv’s General Staff"), span("the army")),
            ),
        ),
        places=(
            Place(
                id="p1",
                name="Toretsk",
                kind="settlement",
                country="UKR",
                admin1="Donetsk Oblast",
                lat=48.3948,
                lon=37.8478,
                geonames=709354,
                within="p2",
                rule="table",
                mentions=(span("Toretsk"),),
            ),
            Place(id="p2", name="Donetsk Oblast", kind="region", rule="table", mentions=()),
            Place(id="p3", name="Kyiv", kind="settlement", country="UKR", rule="table", mentions=(span("KYIV"),)),
        ),
        weapons=(
            Weapon(
                id="w1",
                class_="aircraft.bomber",
                designation="Su-34",
                quantity=jets,
                attributes=WeaponAttributes(mass_kg=22500, calibre_mm=30.5, range_km=4000),
                operator="a2",
                origin="RUS",
                rule="gazetteer",
                mentions=(span("Su-34 jets"),),
            ),
        ),
        claims=(
            Claim(
                id="c1",
                source="a2",
                source_span=span("Moscow"),
                cue=span("said"),
                stance="asserts",
                content=span("=Russian forces captured Toretsk on Tuesday with 12 Su-34 jets, killing up to 30"),
                quote="indirect",
                channel="social media",
                date=time,
                via=("Telegram",),
                events=("e1", "e2"),
                cameo="010",
                rule="assert.say",
                evidence=(Evidence(span=span("said"), rule="assert.say"),),
            ),
            Claim(
                id="c2",
                source=None,
                source_span=span("the ministry"),
                cue=span("added"),
                stance="asserts",
                content=span("taken it"),
                quote="none",
                hedges=(span("may"),),
                certainty="possible",
                parent="c1",
                events=("e1",),
                rule="assert.add",
            ),
            Claim(
                id="c3",
                source="a3",
                cue=span("denied"),
                stance="denies",
                content=None,
                quote="none",
                responds_to="c1",
                events=("e1",),
                rule="deny",
            ),
            Claim(
                id="c4",
                source=None,
                cue=span("did not deny"),
                stance="denies",
                quote="none",
                negated_cue=True,
                events=("e1",),
                rule="deny",
            ),
        ),
        events=(
            Event(
                id="e1",
                type="capture",
                trigger=span("captured"),
                sentence=span(TEXT[25 : TEXT.index(' "They"')]),
                participants=(
                    Participant(role="agent", actor="a2", span=span("=Russian forces")),
                    Participant(role="target", place="p1", span=span("Toretsk")),
                    Participant(role="recipient", actor="a3"),
                ),
                places=(EventPlace(place="p1", role="location", span=span("Toretsk")),),
                time=time,
                weapons=("w1",),
                casualties=Casualties(killed=toll, wounded=jets, captured=jets),
                status="disputed",
                claims=("c1", "c2", "c3", "c4"),
                also=(span("taken it"),),
                codes=Codes(cameo="192", plover="COERCE", acled="Battles / Armed clash"),
                rule="capture.take",
                confidence=0.75,
                evidence=(Evidence(span=span("captured"), rule="capture.take"),),
            ),
            Event(
                id="e2",
                type="casualties",
                trigger=span("killing"),
                sentence=span(TEXT[25 : TEXT.index(' "They"')]),
                casualties=Casualties(killed=toll, wounded=jets, captured=jets),
                status="claimed",
                negated=True,
                claims=("c1",),
                codes=Codes(),
                rule="casualties.kill",
                confidence=1.0,
            ),
        ),
        warnings=("2 places without\ncoordinates",),
    )


def empty_fields(record: ArticleRecord) -> set[str]:
    """Fields, as Model.field, that hold nothing in any instance within the record."""
    held: dict[str, bool] = {}
    for model in _models(record):
        for name in type(model).model_fields:
            key = f"{type(model).__name__}.{name}"
            held[key] = held.get(key, False) or getattr(model, name) not in (None, ())
    return {name for name, something in held.items() if not something}


def _models(value: Any) -> Iterator[BaseModel]:
    if isinstance(value, BaseModel):
        yield value
        for name in type(value).model_fields:
            yield from _models(getattr(value, name))
    elif isinstance(value, tuple):
        for each in value:
            yield from _models(each)
