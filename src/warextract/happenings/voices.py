"""Who says what of a happening: every claim of an article about its events, and whose word that is."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from warextract.happenings.identity import actor_key
from warextract.happenings.settings import Joining
from warextract.happenings.told import Told
from warextract.records import Actor, Claim, Event

Side = Literal["for", "against", "silent", "beside"]
"""Whether a claim backs a happening, contests it, says nothing of it, or only that nobody was harmed by it."""
_AGAINST = frozenset({"denies", "doubts"})
_REACH = 600  # characters back from a refusal to comment to the event that it is about


@dataclass(frozen=True, slots=True)
class Heard:
    """A claim about a telling. ``key`` is the same for the source's claims in all articles, None if nobody is named."""

    told: Told
    claim: Claim
    side: Side
    source: Actor | None
    key: str | None
    shows: bool

    @property
    def order(self) -> tuple[object, ...]:
        article = self.told.record.article
        return article.published or "9999", article.id, article.sha256, _start(self.claim), self.claim.id


def heard_of(told: Told, settings: Joining) -> tuple[Heard, ...]:
    """The claims about a telling, in text order."""
    actors = {actor.id: actor for actor in told.record.actors}
    out = []
    for claim in _claims_about(told):
        side = _side(claim, told.events, settings)
        source = actors.get(claim.source or "")
        shows = source is not None and source.kind == "other" and _shows(source, settings)
        out.append(Heard(told, claim, side, source, actor_key(source) if source else None, shows))
    return tuple(sorted(out, key=lambda heard: heard.order))


def is_independent(heard: Heard, parties: frozenset[str], settings: Joining) -> bool:
    """Whether a source is no party: a monitor, a body or an outlet that shares no country with one, or an image.

    ``parties`` are the sides (countries, armed groups) that take part.
    """
    if heard.source is None:
        return False
    if heard.shows:
        return True
    if heard.source.kind not in settings.independent:
        return False
    return heard.key not in parties and heard.source.country not in parties


def _claims_about(told: Told) -> Iterator[Claim]:
    """Claims linked to the events, answers to them that tell no event themselves, and refusals right after them."""
    claims = told.record.claims
    ids = {event.id for event in told.events}
    linked = {claim.id for claim in claims if ids & set(claim.events)}
    linked |= {claim for event in told.events for claim in event.claims}
    by_id = {claim.id: claim for claim in claims}
    for claim in claims:
        if claim.id in linked:
            yield claim
        elif claim.responds_to is not None:
            answered = by_id.get(claim.responds_to)
            if answered is not None and answered.id in linked and not claim.events and claim.stance != "asserts":
                yield claim
        elif claim.stance == "withholds" and not claim.events and _event_before(claim, told) in ids:
            yield claim


def _event_before(claim: Claim, told: Told) -> str | None:
    """The event that a refusal to comment is about: the last told before it, in its sentence or shortly before."""
    start = _start(claim)
    before = [e for e in told.record.events if e.trigger.start <= start <= e.trigger.start + _REACH]
    last = max(before, key=lambda e: e.trigger.start, default=None)
    return last.id if last else None


def _start(claim: Claim) -> int:
    spans = [span.start for span in (claim.cue, claim.source_span, claim.content) if span]
    return min(spans, default=0)


def _side(claim: Claim, events: tuple[Event, ...], settings: Joining) -> Side:
    """Who says that it did not happen ("said no troops had crossed") denies it, not who says that nobody was hurt."""
    if claim.stance == "withholds" or claim.negated_cue:
        return "silent"
    if claim.stance in _AGAINST:
        return "against"
    told = [event for event in events if event.id in claim.events]
    if not told or not all(event.negated for event in told):
        return "for"
    return "beside" if all(_nobody(event, settings) for event in told) else "against"


def _nobody(event: Event, settings: Joining) -> bool:
    """Whether a consequence that did not come names nobody: "he was not among the dead" spares somebody."""
    return event.type in settings.consequences and not any(p.actor for p in event.participants)


def _shows(source: Actor, settings: Joining) -> bool:
    words = {word.lower().strip(".,") for span in source.mentions for word in span.text.split()}
    return bool(words & settings.shows)
