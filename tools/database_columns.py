"""What the columns of the database mean: by the model of the record, or by the lists here of what joins and sums up."""

from collections.abc import Iterator
from types import UnionType
from typing import Any, get_args, get_origin

from pydantic import BaseModel

from warextract.records import (
    Actor,
    ArticleInfo,
    Claim,
    Event,
    EventPlace,
    Evidence,
    Participant,
    Place,
    Span,
    Weapon,
)


class Telling(BaseModel):
    """Columns of a table whose only content is a span."""

    span: Span


_MODELS: dict[str, type[BaseModel]] = {
    "articles": ArticleInfo,
    "actors": Actor,
    "places": Place,
    "weapons": Weapon,
    "claims": Claim,
    "events": Event,
    "mentions": Telling,
    "event_participants": Participant,
    "event_places": EventPlace,
    "event_tellings": Telling,
    "claim_hedges": Telling,
    "evidence": Evidence,
}
_JOINS = {
    "article": "Place of the record in the file of records, counted from 1.",
    "position": "Place in its list, counted from 0.",
    "schema_version": "Version of the record's form.",
    "warning": "What a reader of the record should know.",
    "actor": "Id of the actor.",
    "place": "Id of the place.",
    "weapon": "Id of the weapon.",
    "claim": "Id of the claim.",
    "event": "Id of the event.",
    "pronoun": "The actor is spoken of by a pronoun.",
    "via": "Through whom or what it was said.",
    "article_id": "Id of the article.",
    "published": "Day of publication.",
    "url": "Address of the article.",
}
_VIEWS = {
    "source": "Who says it.",
    "stance": "How the source stands to what is said.",
    "negated_cue": "The cue is negated.",
    "content": "What is said.",
    "responds_to": "Id of the claim that this one denies, doubts or confirms.",
    "answered_source": "Who said what this one answers.",
    "answered_stance": "How that source stood to it.",
    "answered_content": "What it said.",
    "denier": "Who denies.",
    "denied": "What is denied.",
    "event_type": "Type of the event that it is about.",
    "event_status": "What all claims about that event make of it.",
    "voice": "said, denies, doubts or withholds.",
    "type": "Event type.",
    "status": "What all claims about it together make of it.",
    "negated": "Told as not having happened.",
    "time_start": "First day.",
    "time_end": "Last day.",
    "agents": "Who does it.",
    "targets": "Actors and places that it is done to.",
    "places": "All places of the event.",
    "said": "How many claims stand behind it.",
    "denied:event_status": "How many claims deny it.",
    "doubted": "How many claims doubt it.",
    "trigger_words": "The words that tell it.",
    "sentence": "The sentence that tells it.",
}


def meaning(table: str, column: str) -> str:
    """What stands in a column of a table or a view.

    >>> meaning("claims", "cue_start")
    'The words that attribute: first code point.'
    """
    model = _MODELS.get(table)
    told = _of_model(model, column) if model else None
    own = _JOINS | ({} if model else _VIEWS)
    return told or own.get(f"{column}:{table}") or own[column]


def _of_model(model: type[BaseModel], column: str) -> str | None:
    for name, field in model.model_fields.items():
        shown = field.alias or name
        if column == shown and field.description:
            return field.description
        for inner in _models(field.annotation):
            if column.startswith(f"{shown}_") and (told := _of_model(inner, column.removeprefix(f"{shown}_"))):
                above = (field.description or "").partition(";")[0].rstrip(".")
                return f"{above}: {told[0].lower()}{told[1:]}" if above else told
    return None


def _models(annotation: Any) -> Iterator[type[BaseModel]]:
    inside = get_args(annotation) if get_origin(annotation) is UnionType else (annotation,)
    yield from (each for each in inside if isinstance(each, type) and issubclass(each, BaseModel))
