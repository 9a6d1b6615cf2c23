"""Newswire in capitals, as agencies sent it in the 1980s: who did what to whom, where, in sentences of our own."""

from functools import lru_cache
from typing import NamedTuple

import pytest

from warextract.article import Article
from warextract.extractor import Extractor, load


class Told(NamedTuple):
    """An event that an article tells; names are parts of any mention, empty ones are not asked for."""

    type: str
    agent: str = ""
    target: str = ""
    place: str = ""
    weapon: str = ""
    killed: int | None = None


STORIES = (
    pytest.param(
        "BOGOTA, 3 MAY 88 (AGENCY) -- [TEXT] GUERRILLAS OF THE NATIONAL LIBERATION ARMY (ELN) HAVE ABDUCTED THREE "
        "ENGINEERS NEAR ARAUCA.",
        Told("abduction", agent="NATIONAL LIBERATION ARMY", target="ENGINEERS", place="ARAUCA"),
        marks=pytest.mark.xfail(strict=True, reason="in usual case the name is written small and is no name"),
    ),
    (
        "LIMA, 12 APR 90 (AGENCY) -- [TEXT] A SHINING PATH SQUAD TOOK ELEVEN PEASANTS CAPTIVE IN THE VILLAGE OF "
        "HUAYLLAPATA, THE PREFECT OF AYACUCHO SAID TODAY.",
        Told("abduction", agent="SHINING PATH", target="PEASANTS", place="HUAYLLAPATA"),
    ),
    (
        "SAN SALVADOR, 7 NOV 89 (AGENCY) -- [TEXT] FMLN GUERRILLAS ATTACKED THE BARRACKS IN SAN MIGUEL WITH MORTARS "
        "LAST NIGHT. FOUR SOLDIERS WERE KILLED.",
        Told("casualties", agent="FMLN", target="SOLDIERS", place="SAN MIGUEL", killed=4),
    ),
    (
        "LIMA, 20 OCT 89 (AGENCY) -- [TEXT] A BOMB EXPLODED IN FRONT OF THE EMBASSY IN LIMA THIS MORNING, CAUSING "
        "DAMAGE TO THE BUILDING.",
        Told("bombing", place="LIMA", weapon="BOMB"),
    ),
    (
        "BOGOTA, 12 APR 90 (AGENCY) -- [TEXT] A CAR EXPLODED OUTSIDE THE HEADQUARTERS OF THE SECURITY SERVICE IN "
        "BOGOTA, KILLING NINE PEOPLE.",
        Told("bombing", place="BOGOTA", killed=9),
    ),
    (
        "LIMA, 9 JUN 89 (AGENCY) -- [TEXT] SHINING PATH TERRORISTS SET OFF THREE DYNAMITE CHARGES AT A BRANCH OF THE "
        "AGRARIAN BANK IN DOWNTOWN LIMA.",
        Told("bombing", agent="SHINING PATH", place="LIMA"),
    ),
    (
        "GUATEMALA CITY, 2 FEB 90 (AGENCY) -- [TEXT] UNIDENTIFIED GUNMEN ASSASSINATED THE MAYOR OF SAN MARCOS ON "
        "THURSDAY.",
        Told("killing", agent="GUNMEN", target="MAYOR"),
    ),
    (
        "BOGOTA, 6 JUL 90 (AGENCY) -- [TEXT] GUNMEN SHOT AND KILLED THE MAYOR OF OCANA ON MONDAY.",
        Told("killing", agent="GUNMEN", target="MAYOR", place="OCANA", killed=1),
    ),
    (
        "SAN SALVADOR, 12 APR 90 (AGENCY) -- [TEXT] REBELS SET FIRE TO TWO BUSES ON THE COASTAL HIGHWAY NEAR USULUTAN.",
        Told("damage", agent="REBELS", target="BUSES", place="USULUTAN"),
    ),
    (
        "MEDELLIN, 30 AUG 89 (AGENCY) -- [TEXT] MASKED MEN THREW PETROL BOMBS AT THE COURTHOUSE IN ITAGUI.",
        Told("attack", agent="MASKED MEN", target="COURTHOUSE", place="ITAGUI"),
    ),
    (
        "BOGOTA, 5 MAR 89 (AGENCY) -- [TEXT] GUERRILLAS OF THE FARC ROBBED A BANK IN SOTOMAYOR AND FLED WITH 12 "
        "MILLION PESOS.",
        Told("attack", target="BANK", place="SOTOMAYOR"),
    ),
)


@lru_cache(maxsize=1)
def extractor() -> Extractor:
    return load()


@pytest.mark.parametrize(("text", "told"), STORIES, ids=lambda value: value[:30] if isinstance(value, str) else "")
def test_newswire_in_capitals_is_read(text: str, told: Told) -> None:
    record = extractor().extract(Article(id="x", text=text, published="1990-05-20"))
    mentions = {e.id: " | ".join(m.text for m in e.mentions) for e in (*record.actors, *record.places, *record.weapons)}
    event = next(e for e in record.events if e.type == told.type)
    by_role = {
        "agent": [p.actor or p.place for p in event.participants if p.role == "agent"],
        "target": [p.actor or p.place for p in event.participants if p.role == "target"],
        "place": [p.place for p in event.places],
        "weapon": list(event.weapons),
    }
    for role, keys in by_role.items():
        wanted = getattr(told, role)
        named = [mentions[key] for key in keys if key]
        assert not wanted or any(wanted in words for words in named), (role, named)
    if told.killed is not None:
        assert event.casualties is not None
        assert event.casualties.killed is not None
        assert event.casualties.killed.min == told.killed
