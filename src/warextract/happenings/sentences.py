"""What the sentence of an event says around it: where it is set, and that it turns to something else."""

import re

from warextract.records import ArticleRecord, Event, Place

_SCENE = re.compile(
    r"[\"“‘]?(?:And |But |Also |Meanwhile,? )?(?:in|at|near|outside|around|across)(?: [\w’'-]+){0,5} ?", re.IGNORECASE
)
_GENERAL = re.compile(
    r"\b(?:for (?:many )?(?:years|months|decades)|regularly|routinely|every (?:day|night|week|month)"
    r"|(?:almost |near[- ])(?:daily|nightly|every \w+))\b",
    re.IGNORECASE,
)
_APART = re.compile(r"\b(?:elsewhere|separately|in (?:a separate|another|other))\b", re.IGNORECASE)
_ANOTHER = re.compile(r"\b(?:another|a second|a third|a separate|a further)(?: [\w’'-]+){0,2} ?$", re.IGNORECASE)


def is_general(event: Event) -> bool:
    """Whether its sentence tells what happens time and again: "have for years kidnapped travellers"."""
    return bool(_GENERAL.search(event.sentence.text))


def is_apart(event: Event) -> bool:
    """Whether its sentence tells it apart from what went before: "elsewhere", "another strike"."""
    before = event.sentence.text[: event.trigger.start - event.sentence.start]
    return bool(_APART.search(event.sentence.text) or _ANOTHER.search(before))


def set_in(record: ArticleRecord, event: Event) -> tuple[Place, ...]:
    """The places with which its sentence begins: "And in Crimea, …"."""
    sentence = event.sentence
    return tuple(
        place
        for place in record.places
        if place.kind in ("settlement", "area", "region")
        for mention in place.mentions
        if sentence.start < mention.start < event.trigger.start
        and _SCENE.fullmatch(sentence.text[: mention.start - sentence.start])
    )
