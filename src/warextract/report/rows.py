"""Rows of the ledger as the page's script wants them: articles, actors and places by number, words by claim."""

from collections.abc import Iterable, Sequence
from typing import Any

from warextract.happenings import LedgerActor, LedgerPlace, LedgerRow, Standing, Telling, Toll, Voice
from warextract.records import ArticleRecord
from warextract.report.articles import Values, full, toll_values


class Register:
    """What the rows of a page refer to: each actor and place once, by number, and articles by their ids."""

    def __init__(self, records: Sequence[ArticleRecord]) -> None:
        self.actors: dict[LedgerActor, int] = {}
        self.places: dict[LedgerPlace, int] = {}
        self._articles: dict[str, list[int]] = {}
        self._parts: list[frozenset[str]] = []
        for number, record in enumerate(records):
            self._articles.setdefault(record.article.id, []).append(number)
            events, claims = (event.id for event in record.events), (claim.id for claim in record.claims)
            self._parts.append(frozenset((*events, *claims)))

    def actor(self, actor: LedgerActor) -> int:
        return self.actors.setdefault(actor, len(self.actors))

    def place(self, place: LedgerPlace) -> int:
        return self.places.setdefault(place, len(self.places))

    def article(self, article: str, part: str | None = None) -> int | None:
        """The number of the article with that id; of several, the first that has the claim or event ``part``."""
        numbers = self._articles.get(article, [])
        return next((number for number in numbers if part is None or part in self._parts[number]), None)


def row_values(row: LedgerRow, register: Register) -> Values:
    """One row; people, places and articles go into the register."""
    voices = {
        "claimed": row.claimed_by,
        "denied": row.denied_by,
        "withheld": row.withheld_by,
        "evidence": row.evidence,
    }
    return full(
        {
            "id": row.id,
            "type": row.type,
            "types": row.types[1:],
            "what": row.what,
            "status": row.status,
            "where": None if row.where is None else register.place(row.where),
            "places": [register.place(place) for place in row.places],
            "start": row.when and row.when.start.isoformat(),
            "end": row.when and row.when.end.isoformat(),
            "precision": row.when and row.when.precision,
            "who": [_participant(each.role, each.actor, each.place, register) for each in row.participants],
            "weapons": row.weapons,
            "tolls": list(_known(_toll(toll, register) for toll in row.tolls)),
            "history": list(_known(_standing(each, register) for each in row.history)),
            "tellings": list(_known(_telling(each, register) for each in row.tellings)),
            "articles": row.articles,
            "copies": row.copies,
        }
        | {name: list(_known(_voice(each, register) for each in told)) for name, told in voices.items()}
    )


def _participant(role: str, actor: LedgerActor | None, place: LedgerPlace | None, register: Register) -> Values:
    if actor is not None:
        return {"role": role, "actor": register.actor(actor)}
    return {"role": role, "place": None if place is None else register.place(place)}


def _voice(voice: Voice, register: Register) -> Values:
    return full(
        {
            "article": register.article(voice.article, voice.claim),
            "claim": voice.claim,
            "actor": None if voice.source is None else register.actor(voice.source),
            "independent": voice.independent,
            "withdrawn": voice.withdrawn,
            **_standing_of_article(voice),
        }
    )


def _telling(telling: Telling, register: Register) -> Values:
    number = register.article(telling.article, telling.event)
    return full({"article": number, "event": telling.event, **_standing_of_article(telling)})


def _toll(toll: Toll, register: Register) -> Values:
    return full(
        {
            "article": register.article(toll.article, toll.event),
            "event": toll.event,
            "by": [register.actor(actor) for actor in toll.sources],
            **toll_values(toll.casualties),
            **_standing_of_article(toll),
        }
    )


def _standing(standing: Standing, register: Register) -> Values:
    return full(
        {
            "article": register.article(standing.article),
            "told": standing.told,
            "overall": standing.overall,
            **_standing_of_article(standing),
        }
    )


def _standing_of_article(each: Voice | Telling | Toll | Standing) -> Values:
    return {"copy": each.duplicate_of is not None, "replaced": each.superseded_by is not None}


def _known(values: Iterable[Values]) -> Iterable[Values]:
    """Those whose article is on the page."""
    return (each for each in values if "article" in each)


def tables(register: Register) -> dict[str, list[Any]]:
    """The actors and places of the register, in the order of their numbers."""
    return {
        "actors": [full(actor.model_dump()) for actor in register.actors],
        "places": [full(place.model_dump()) for place in register.places],
    }
