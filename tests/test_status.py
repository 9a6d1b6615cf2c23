"""The status of an event from its telling and the claims about it: one table of cases."""

import pytest

from warextract.events.modality import Mood
from warextract.events.status import Voice, event_status
from warextract.vocabulary import EventStatus

SAYS_A = Voice("asserts", "a")
SAYS_B = Voice("asserts", "b")
NOBODY = Voice("asserts", None)
ACCUSES = Voice("accuses", "a")
DENIES_B = Voice("denies", "b")
DENIES_A = Voice("denies", "a")
DOUBTS_B = Voice("doubts", "b")
SILENT_B = Voice("withholds", "b")
CONFIRMS_A = Voice("confirms", "a")
CONFIRMS_B = Voice("confirms", "b")
CONFIRMS_PLAINLY = Voice("confirms", "a", plain=True)
SAYS_NOT_B = Voice("asserts", "b", negated=True)
SAYS_NOT_A = Voice("asserts", "a", negated=True)
NOT_CONFIRMED_B = Voice("confirms", "b", evasive=True)
URGES = Voice("urges", "a")
WARNS = Voice("warns", "a")

Case = tuple[str, Mood, tuple[Voice, ...], bool, bool, EventStatus]
"""What it is, mood, voices, told in the article's own voice, negated in it, status."""

CASES: list[Case] = [
    # the article's own voice
    ("told by the article", "actual", (), True, False, "reported"),
    ("tried, told by the article", "attempted", (), True, False, "reported"),
    ("the article says that it did not happen", "actual", (), False, True, "denied"),
    ("an attempt that the article says failed to come about", "attempted", (), False, True, "denied"),
    ("told once as fact and once as not so, by the article", "actual", (), True, True, "reported"),
    ("said by one, then presupposed by the article", "actual", (SAYS_A,), True, False, "reported"),
    ("a verdict on it presupposes it", "actual", (ACCUSES,), True, False, "reported"),
    ("told, and one party is silent", "actual", (SILENT_B,), True, False, "reported"),
    # claims alone
    ("one says it", "actual", (SAYS_A,), False, False, "claimed"),
    ("an unnamed source says it", "actual", (NOBODY,), False, False, "claimed"),
    ("two say it", "actual", (SAYS_A, SAYS_B), False, False, "claimed"),
    ("an accusation", "actual", (ACCUSES,), False, False, "claimed"),
    ("an attempt that one tells of", "attempted", (SAYS_A,), False, False, "claimed"),
    ("one says it, the other withholds comment", "actual", (SAYS_A, SILENT_B), False, False, "claimed"),
    ("one says it, the other did not confirm it", "actual", (SAYS_A, NOT_CONFIRMED_B), False, False, "claimed"),
    ("spoken of only by one who withholds comment", "actual", (SILENT_B,), False, False, "claimed"),
    ("a warning about what goes on", "actual", (WARNS,), False, False, "claimed"),
    ("a call to end what goes on", "actual", (URGES,), False, False, "claimed"),
    ("the only one to speak confirms it", "actual", (CONFIRMS_PLAINLY,), False, False, "confirmed"),
    ("the only one to speak concedes it", "actual", (CONFIRMS_A,), False, False, "claimed"),
    # denial
    ("only a denial", "actual", (DENIES_B,), False, False, "denied"),
    ("a denial by an unnamed source", "actual", (Voice("denies"),), False, False, "denied"),
    ("said not to have happened", "actual", (SAYS_NOT_A,), False, False, "denied"),
    ("nobody was hurt, two say", "actual", (SAYS_NOT_A, SAYS_NOT_B), False, False, "denied"),
    ("an accusation that it did not happen", "actual", (Voice("accuses", "a", negated=True),), False, False, "denied"),
    ("denied, and another is silent", "actual", (DENIES_B, SILENT_B), False, False, "denied"),
    ("a denial of having failed is a denial", "actual", (Voice("denies", "b", negated=True),), False, False, "denied"),
    # dispute
    ("one says it, the other denies it", "actual", (SAYS_A, DENIES_B), False, False, "disputed"),
    ("one says it, the other doubts it", "actual", (SAYS_A, DOUBTS_B), False, False, "disputed"),
    ("one says it, the other says the contrary", "actual", (SAYS_A, SAYS_NOT_B), False, False, "disputed"),
    ("an accusation and its denial", "actual", (ACCUSES, DENIES_B), False, False, "disputed"),
    ("the article tells it, one denies it", "actual", (DENIES_B,), True, False, "disputed"),
    ("the article tells it, one doubts it", "actual", (DOUBTS_B,), True, False, "disputed"),
    ("reports without a source that one denies", "actual", (NOBODY, DENIES_B), False, False, "disputed"),
    (
        "confirmed by one, denied by another",
        "actual",
        (SAYS_A, CONFIRMS_B, Voice("denies", "c")),
        False,
        False,
        "disputed",
    ),
    ("the article says no, one says yes, another denies", "actual", (SAYS_A, DENIES_B), False, True, "disputed"),
    ("one says it, the article that it was not so", "actual", (SAYS_A,), False, True, "disputed"),
    ("doubted by all who speak of it", "actual", (DOUBTS_B,), False, False, "disputed"),
    ("one party first says it, then takes it back", "actual", (SAYS_A, DENIES_A), False, False, "disputed"),
    # confirmation
    ("one says it, the other confirms it", "actual", (SAYS_A, CONFIRMS_B), False, False, "confirmed"),
    ("an accusation that the accused admits", "actual", (ACCUSES, CONFIRMS_B), False, False, "confirmed"),
    (
        "confirmed by another although the article tells it too",
        "actual",
        (SAYS_A, CONFIRMS_B),
        True,
        False,
        "confirmed",
    ),
    ("a loss that one admits by oneself", "actual", (CONFIRMS_A,), False, False, "claimed"),
    ("one confirms one's own words", "actual", (SAYS_A, CONFIRMS_A), False, False, "claimed"),
    ("confirmed by nobody in particular", "actual", (SAYS_A, Voice("confirms", None)), False, False, "claimed"),
    # plans
    ("planned, told by the article", "planned", (), True, False, "planned"),
    ("planned, one says", "planned", (SAYS_A,), False, False, "planned"),
    ("planned, another doubts that it will do", "planned", (DOUBTS_B,), True, False, "planned"),
    ("one says it will be, the other that it will not", "planned", (SAYS_A, SAYS_NOT_B), False, False, "disputed"),
    ("one says that it will not be", "planned", (SAYS_NOT_A,), False, False, "denied"),
    # what may be
    ("possible, told by the article", "hypothetical", (), True, False, "hypothetical"),
    ("what one calls for", "hypothetical", (URGES,), False, False, "hypothetical"),
    ("what one warns of", "hypothetical", (WARNS,), False, False, "hypothetical"),
    ("feared by one, ruled out by the other", "hypothetical", (WARNS, DENIES_B), False, False, "hypothetical"),
]


@pytest.mark.parametrize(("name", "mood", "voices", "narrated", "negated", "status"), CASES, ids=[c[0] for c in CASES])
def test_status(
    name: str, mood: Mood, voices: tuple[Voice, ...], narrated: bool, negated: bool, status: EventStatus
) -> None:
    assert event_status(mood, voices, narrated, negated) == status, name


@pytest.mark.parametrize(("name", "mood", "voices", "narrated", "negated", "status"), CASES, ids=[c[0] for c in CASES])
def test_order_of_claims_does_not_matter(
    name: str, mood: Mood, voices: tuple[Voice, ...], narrated: bool, negated: bool, status: EventStatus
) -> None:
    assert event_status(mood, voices[::-1], narrated, negated) == status, name


def test_every_status_has_cases() -> None:
    assert {case[5] for case in CASES} == {
        "reported", "claimed", "confirmed", "denied", "disputed", "hypothetical", "planned"
    }  # fmt: skip
