"""What a statement and the news around it give a happening: who threatens whom, by whom, where."""

from datetime import date

import warextract
from warextract.records import ArticleRecord, Event

PUBLISHED = date(2025, 3, 12)


def record(extractor: "warextract.Extractor", text: str) -> ArticleRecord:
    return extractor.extract(warextract.Article(id="speakers", text=text, published=PUBLISHED))


def event(told: ArticleRecord, kind: str) -> Event:
    return next(e for e in told.events if e.type == kind)


def agents(told: ArticleRecord, found: Event) -> set[str]:
    names = {actor.id: actor.name for actor in told.actors}
    return {names[p.actor] for p in found.participants if p.role == "agent" and p.actor}


def places(told: ArticleRecord, found: Event, role: str) -> set[str]:
    names = {place.id: place.name for place in told.places}
    return {names[p.place] for p in found.participants if p.role == role and p.place}


def test_who_says_that_they_were_arrested_arrested_them(extractor: "warextract.Extractor") -> None:
    told = record(extractor, "Two men were arrested after the march, police said.")
    assert any("olice" in name for name in agents(told, event(told, "detention")))


def test_a_threat_is_meant_for_those_whom_the_deed_would_hit(extractor: "warextract.Extractor") -> None:
    told = record(extractor, "The warlord Omar Said threatened to march on Bangui if the talks failed.")
    assert places(told, event(told, "threat"), "target") == {"Bangui"}


def test_news_without_a_place_is_where_the_article_is(extractor: "warextract.Extractor") -> None:
    told = record(
        extractor,
        "Rebels shelled Bakhmut on Tuesday and stormed its outskirts, the army said.\n\n"
        "At least thirty people have been killed since Monday, the governor said.",
    )
    where = {place.id: place.name for place in told.places}
    assert {where[p.place] for p in event(told, "casualties").places} == {"Bakhmut"}


def test_a_paragraph_about_another_town_keeps_it(extractor: "warextract.Extractor") -> None:
    told = record(
        extractor,
        "Rebels shelled Bakhmut on Tuesday and stormed its outskirts, the army said.\n\n"
        "The mayor of Lviv put the number of displaced people at 4,000. Two men were arrested.",
    )
    assert not event(told, "detention").places
