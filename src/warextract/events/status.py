"""The status of an event, from how it is told and from every claim about it: one pure function.

The cases are listed in tests/test_status.py.
"""

from collections.abc import Iterable
from typing import NamedTuple

from warextract.events.modality import Mood
from warextract.vocabulary import EventStatus, Stance


class Voice(NamedTuple):
    """One claim about an event.

    ``source`` tells voices apart (None: unnamed). ``negated`` is true when the claim's own words say that the event
    did not happen ("said no one was hurt"); ``evasive`` when its cue is negated ("did not confirm"); ``answers`` when
    it responds to another's claim; ``plain`` when the word is "confirm" itself, which says that others told it before.
    """

    stance: Stance
    source: str | None = None
    negated: bool = False
    evasive: bool = False
    answers: bool = False
    plain: bool = False


_FOR: frozenset[str] = frozenset({"asserts", "confirms", "accuses", "warns", "urges"})
_AGAINST: frozenset[str] = frozenset({"denies", "doubts"})


def event_status(
    mood: Mood, voices: Iterable[Voice] = (), narrated: bool = False, narrated_negated: bool = False
) -> EventStatus:
    """Status of an event.

    ``mood`` is that of its most factual telling. ``narrated`` says that the article tells or presupposes it in its
    own voice, ``narrated_negated`` that it tells in its own voice that it did not happen.

    >>> event_status("actual", [Voice("asserts", "Moscow"), Voice("denies", "Kyiv")])
    'disputed'
    >>> event_status("actual", narrated=True)
    'reported'
    """
    heard = tuple(voices)
    backing = [v for v in heard if v.stance in _FOR and not v.negated and not v.evasive]
    against = [v for v in heard if _opposes(v)]
    if mood == "hypothetical":
        return "hypothetical"
    if mood == "planned":
        return "disputed" if against and backing else "denied" if _only_denied(against, narrated) else "planned"
    if against or narrated_negated:
        denied = narrated_negated or any(v.stance != "doubts" for v in against)
        if backing or (narrated and against):
            return "disputed"
        if narrated:
            return "reported"
        return "denied" if denied else "disputed"
    if _confirmed(backing):
        return "confirmed"
    if narrated:
        return "reported"
    return "claimed" if heard else "reported"


def _opposes(voice: Voice) -> bool:
    if voice.evasive:
        return False
    return voice.stance in _AGAINST or (voice.negated and voice.stance in _FOR)


def _only_denied(against: list[Voice], narrated: bool) -> bool:
    return bool(against) and not narrated and any(v.stance == "denies" or v.negated for v in against)


def _confirmed(backing: list[Voice]) -> bool:
    """Another than the one who claimed it stands by it: a confirmation of one's own words counts for nothing, unless
    nobody else speaks ("the ministry confirmed that two of its men had died").
    """
    confirming = [v for v in backing if v.stance == "confirms" and v.source is not None]
    if any(v.plain for v in confirming) and len(backing) == 1:
        return True
    return any(other.source != voice.source for voice in confirming for other in backing)
