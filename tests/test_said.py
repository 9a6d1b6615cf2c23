"""When something was said, and by which words somebody takes part: what the record tells beside the bare reference."""

from datetime import date

import pytest

import warextract

PUBLISHED = date(2025, 3, 6)  # a Thursday


def record_of(extractor: warextract.Extractor, text: str) -> warextract.ArticleRecord:
    return extractor.extract(warextract.Article(id="a", text=text, published=PUBLISHED))


@pytest.mark.parametrize(
    ("text", "words", "day"),
    [
        ("The rebels captured the town of Goma, the army said on Wednesday.", "Wednesday", date(2025, 3, 5)),
        ("The rebels captured the town of Goma, the army said late Wednesday.", "late Wednesday", date(2025, 3, 5)),
        ("On Tuesday the ministry denied that its troops had shelled the port.", "Tuesday", date(2025, 3, 4)),
        ("A spokesman told reporters on Monday that the army had withdrawn.", "Monday", date(2025, 3, 3)),
        ("In a statement on Monday, the ministry said the rebels had fled.", "Monday", date(2025, 3, 3)),
        ("The army announced hours later that it had retaken the bridge.", "hours later", PUBLISHED),
    ],
)
def test_day_of_the_saying(extractor: warextract.Extractor, text: str, words: str, day: date) -> None:
    claim, *_ = record_of(extractor, text).claims
    assert claim.date is not None
    assert (claim.date.text, claim.date.start) == (words, day)
    assert claim.date.span is not None
    assert text[claim.date.span.start : claim.date.span.end] == words


@pytest.mark.parametrize(
    "text",
    [
        "The army said the rebels captured the town on Wednesday.",
        "The ministry said Wednesday's attack killed nine people.",
        "The rebels captured the town, the army said.",
        "The mayor said after the raid on Wednesday that nobody was hurt.",
        "Nine people died a day after the army told residents to leave.",
        "The president said he would announce the truce next Monday.",
    ],
)
def test_day_of_something_else(extractor: warextract.Extractor, text: str) -> None:
    claims = record_of(extractor, text).claims
    assert claims
    assert [claim.date for claim in claims] == [None] * len(claims)


def test_event_keeps_its_own_day(extractor: warextract.Extractor) -> None:
    text = "The rebels captured the town of Goma on Monday, the army said on Wednesday."
    record = record_of(extractor, text)
    assert [claim.date and claim.date.text for claim in record.claims] == ["Wednesday"]
    assert [event.time and event.time.text for event in record.events] == ["Monday"]


def test_participants_point_at_the_words_that_name_them(extractor: warextract.Extractor) -> None:
    text = "Russian forces struck the port of Odesa. They also shelled the town of Nikopol."
    events = record_of(extractor, text).events
    told = [{p.role: p.span and p.span.text for p in event.participants} for event in events]
    assert told == [
        {"agent": "Russian forces", "target": "the port"},
        {"agent": "They", "target": "Nikopol"},
    ]
    for event in events:
        for participant in event.participants:
            assert participant.span is not None
            assert text[participant.span.start : participant.span.end] == participant.span.text


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "“While we wait for the court,” the envoy said, “we urge them to stay at the table”.",
            ["While we wait for the court", "we urge them to stay at the table"],
        ),
        (
            "Falling rocks had blocked the road, the mayor wrote, but the port was working.",
            ["Falling rocks had blocked the road", "the port was working"],
        ),
        ("Nine people died, the governor said, but the hospital counted twelve.", ["Nine people died"]),
        (
            "Four soldiers were hurt, the army said in a statement, adding that it fired back.",
            ["Four soldiers were hurt"],
        ),
        (
            "Gunmen killed nine men near Gao, officials told AFP, a week after the army left.",
            ["Gunmen killed nine men near Gao"],
        ),
    ],
)
def test_what_stands_around_an_attribution(extractor: warextract.Extractor, text: str, told: list[str]) -> None:
    claims = record_of(extractor, text).claims
    cue = claims[0].cue
    assert [claim.content.text for claim in claims if claim.cue == cue and claim.content] == told


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        (
            "On Friday the coalition released a statement saying an attack on a base near Mosul left no victims.",
            "coalition",
            "an attack on a base near Mosul left no victims",
        ),
        (
            "The rebels published a video saying they had killed nine soldiers.",
            "rebels",
            "they had killed nine soldiers",
        ),
    ],
)
def test_what_a_paper_says_is_said_by_who_issued_it(
    extractor: warextract.Extractor, text: str, source: str, content: str
) -> None:
    record = record_of(extractor, text)
    names = {actor.id: actor.name for actor in record.actors}
    assert [(names[c.source], c.content.text) for c in record.claims if c.source and c.content] == [(source, content)]
