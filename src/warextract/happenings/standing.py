"""The status of a happening by all articles, and who took back what."""

from collections.abc import Iterable, Sequence

from warextract.happenings.told import Told
from warextract.happenings.voices import Heard
from warextract.vocabulary import EventStatus


def withdrawn(heard: Iterable[Heard]) -> frozenset[tuple[object, ...]]:
    """Orders of the claims that their own source takes back: in a later article it is on the other side."""
    out: set[tuple[object, ...]] = set()
    last: dict[str, Heard] = {}
    taking_sides = [h for h in heard if h.key and h.side in ("for", "against")]
    for one in sorted(taking_sides, key=lambda h: h.order, reverse=True):
        later = last.setdefault(one.key or "", one)
        if later.side != one.side and later.told.record.article.id != one.told.record.article.id:
            out.add(one.order)
    return frozenset(out)


def overall(
    tellings: Sequence[Told], heard: Sequence[Heard], independent: frozenset[tuple[object, ...]]
) -> EventStatus:
    """The status by these tellings and claims, of which none is withdrawn, a copy's or a replaced version's.

    ``independent`` are the orders of the claims by sources that are no party.

    - confirmed: another source than the one who claims it confirms it, or an image shows it, whoever denies it
    - disputed: claimed or reported, and denied or doubted
    - denied: only told as not having happened
    - reported: some article tells it as a fact
    - claimed: only told by sources
    - planned, hypothetical: no article tells it as done
    """
    done = [told for told in tellings if told.mood == "done"]
    if not done:
        moods = {event.status for told in tellings for event in told.events}
        return "planned" if "planned" in moods else "hypothetical"
    backing = [h for h in heard if h.side == "for" and h.told.mood == "done"]
    against = [h for h in heard if h.side == "against"]
    statuses = {event.status for told in done for event in told.events[:1]}
    narrated = "reported" in statuses
    if "confirmed" in statuses or _confirmed(backing, independent, narrated):
        return "confirmed"
    if against or statuses & {"denied", "disputed"}:
        if backing or narrated or "disputed" in statuses or all(h.claim.stance == "doubts" for h in against):
            return "disputed" if against or "disputed" in statuses else "claimed"
        return "denied"
    return "reported" if narrated else "claimed"


def _confirmed(backing: Sequence[Heard], independent: frozenset[tuple[object, ...]], narrated: bool) -> bool:
    for one in backing:
        shown = one.shows and one.order in independent
        if not shown and (one.claim.stance != "confirms" or one.key is None):
            continue
        if narrated or any(other.key != one.key for other in backing):
            return True
    return False
