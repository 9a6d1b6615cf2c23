"""How a text tells a happening: what is only meant or feared, what is taken for granted, and on which day."""

from datetime import date

import pytest

import warextract
from warextract.records import Event

PUBLISHED = date(2025, 3, 12)


def event(extractor: "warextract.Extractor", text: str, kind: str) -> Event:
    record = extractor.extract(warextract.Article(id="moods", text=text, published=PUBLISHED))
    return next(e for e in record.events if e.type == kind)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Those who lay down their arms will be spared, the general said.", "surrender"),
        ("Any further shelling would invite a reply, the mayor warned.", "shelling"),
        ("Envoys flew to Doha in an effort to broker a ceasefire.", "agreement"),
        ("Moscow is ready to exchange prisoners, the diplomat said.", "prisoner_exchange"),
        ("The hill will be hard to retake.", "capture"),
    ],
    ids=["anyone", "may-cause", "effort", "ready", "hard"],
)
def test_what_has_not_happened_is_hypothetical(extractor: "warextract.Extractor", text: str, kind: str) -> None:
    assert event(extractor, text, kind).status == "hypothetical"


def test_the_strikes_of_a_lead_are_taken_for_granted(extractor: "warextract.Extractor") -> None:
    text = "At least 37 people have been killed in Israeli air strikes on Khan Younis, doctors said."
    assert event(extractor, text, "air_strike").status == "reported"
    assert event(extractor, text, "casualties").status == "claimed"


def test_what_is_asked_for_has_no_day(extractor: "warextract.Extractor") -> None:
    text = "The council's head met the president in Paris on Tuesday and asked for more air strikes."
    assert event(extractor, text, "air_strike").time is None


@pytest.mark.parametrize(
    ("text", "kind", "first", "last"),
    [
        ("The 2016 peace accord has been broken, the governor said.", "agreement", "2016-01-01", "2016-12-31"),
        (
            "Since the offensive restarted on March 1, rebels have killed 58 civilians in the north.",
            "casualties",
            "2025-03-01",
            "2025-03-12",
        ),
    ],
    ids=["year-before", "since-opens"],
)
def test_a_time_is_read(extractor: "warextract.Extractor", text: str, kind: str, first: str, last: str) -> None:
    found = event(extractor, text, kind).time
    assert found is not None
    assert (str(found.start), str(found.end)) == (first, last)


def test_a_weekday_of_what_is_to_come_is_the_next_one(extractor: "warextract.Extractor") -> None:
    found = event(extractor, "The minister, who is likely to visit Kyiv on Saturday, met the envoy.", "meeting").time
    assert found is not None
    assert str(found.start) == "2025-03-15"
