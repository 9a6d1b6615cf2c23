"""Records as a flat claim table: one row a claim, with the claim that it answers and the events it is about."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from pydantic import Field

from warextract.exports.lookup import Lookup, aligned, joined
from warextract.exports.row import Row, bounds
from warextract.records import ArticleRecord, Claim
from warextract.vocabulary import ActorKind, Certainty, QuoteKind, Stance


class ClaimRow(Row):
    """One claim of one article. ACLED has no such table, so that no column here has a prefix."""

    claim_id: str = Field(description="Id of the claim: that of the article, a colon, that of the claim in it.")
    source: str = Field(
        description='Who says it: the name of an actor, else the words for the source, else "(unnamed)".'
    )
    source_kind: ActorKind | None = Field(description="What the source is; empty for a source that is no actor.")
    source_country: str | None = Field(description="Country of the source, ISO 3166-1 alpha-3.")
    source_text: str | None = Field(description="The words for the source.")
    source_start: int | None = Field(description="Their first code point in the article's text.")
    source_end: int | None = Field(description="One past their last code point.")
    stance: Stance = Field(description="How the source stands to what it speaks of.")
    negated_cue: bool = Field(description='The cue is negated: "did not confirm".')
    content: str | None = Field(description="What is said, as it stands in the article.")
    content_start: int | None = Field(description="Its first code point.")
    content_end: int | None = Field(description="One past its last code point.")
    cue: str | None = Field(description="The words that attribute.")
    cue_start: int | None = Field(description="Their first code point.")
    cue_end: int | None = Field(description="One past their last code point.")
    quote: QuoteKind = Field(description="How much of the content is quoted.")
    hedges: str | None = Field(description="Words that hedge the content.")
    certainty: Certainty = Field(description="How certain the source is.")
    channel: str | None = Field(description="Where it was said.")
    via: str | None = Field(description="Through whom or what it was said.")
    date_start: date | None = Field(description="First day on which it was said, where the article tells it.")
    date_end: date | None = Field(description="Last day on which it was said.")
    parent: str | None = Field(description="Id of the claim inside which this one is told.")
    responds_to: str | None = Field(description="Id of the claim that this one denies, doubts or confirms.")
    answered_source: str | None = Field(description="Who said what this one answers.")
    answered_stance: Stance | None = Field(description="How that source stood to it.")
    answered_content: str | None = Field(description="What it said.")
    events: str | None = Field(description="Ids of the events it is about, as in the event table.")
    event_types: str | None = Field(description="Their types, in the same order.")
    event_statuses: str | None = Field(description="Their statuses, in the same order.")
    cameo: str | None = Field(description="CAMEO code of the statement itself.")
    rule: str = Field(description="The rule that read it.")
    article_id: str = Field(description="Id of the article.")
    record: int = Field(description="Place of the article's record in the file of records, counted from 1.")
    claim: str = Field(description="Id of the claim in its article.")
    outlet: str | None = Field(description="Outlet, or the agency of the dateline.")
    published: str | None = Field(description="Day the article was published.")
    title: str | None = Field(description="Title of the article.")
    url: str | None = Field(description="Address of the article.")
    path: str | None = Field(description="File of the article.")
    duplicate_of: str | None = Field(description="Id of the earlier article of which this is a near-copy.")
    supersedes: str | None = Field(description="Id of the article that this update or correction replaces.")


def claim_table(records: Iterable[ArticleRecord]) -> Iterator[ClaimRow]:
    """A row for each claim of the records, in their order, as they are asked for.

    The columns are those of docs/exports.md; ids of events are those of ``event_table``.
    """
    for number, record in enumerate(records, start=1):
        lookup = Lookup(record)
        for claim in record.claims:
            yield ClaimRow.model_validate(_row(claim, lookup, number))


def _row(claim: Claim, lookup: Lookup, number: int) -> dict[str, Any]:
    article = lookup.record.article
    return {
        "claim_id": lookup.outer(claim.id),
        "stance": claim.stance,
        "negated_cue": claim.negated_cue,
        "quote": claim.quote,
        "hedges": joined(hedge.text for hedge in claim.hedges),
        "certainty": claim.certainty,
        "channel": claim.channel,
        "via": joined(claim.via),
        "date_start": claim.date and claim.date.start,
        "date_end": claim.date and claim.date.end,
        "cameo": claim.cameo,
        "rule": claim.rule,
        "article_id": article.id,
        "record": number,
        "claim": claim.id,
        "outlet": article.source or (article.dateline and article.dateline.agency),
        "published": article.published,
        "title": article.title,
        "url": article.url,
        "path": article.path,
        "duplicate_of": article.duplicate_of,
        "supersedes": article.supersedes,
        **_words(claim, lookup),
        **_links(claim, lookup),
    }


def _words(claim: Claim, lookup: Lookup) -> dict[str, Any]:
    actor = lookup.actors.get(claim.source or "")
    values: dict[str, Any] = {
        "source": lookup.source(claim),
        "source_kind": actor and actor.kind,
        "source_country": actor and actor.country,
        "source_text": claim.source_span and claim.source_span.text,
        "content": claim.content and claim.content.text,
        "cue": claim.cue and claim.cue.text,
    }
    for what, span in (("source", claim.source_span), ("content", claim.content), ("cue", claim.cue)):
        values[f"{what}_start"], values[f"{what}_end"] = bounds(span)
    return values


def _links(claim: Claim, lookup: Lookup) -> dict[str, Any]:
    answered = lookup.claims.get(claim.responds_to or "")
    about = [lookup.events[id_] for id_ in claim.events if id_ in lookup.events]
    return {
        "parent": claim.parent and lookup.outer(claim.parent),
        "responds_to": claim.responds_to and lookup.outer(claim.responds_to),
        "answered_source": answered and lookup.source(answered),
        "answered_stance": answered and answered.stance,
        "answered_content": answered and answered.content and answered.content.text,
        "events": aligned(lookup.outer(event.id) for event in about),
        "event_types": aligned(event.type for event in about),
        "event_statuses": aligned(event.status for event in about),
    }
