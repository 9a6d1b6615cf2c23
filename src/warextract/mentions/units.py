"""Military units by the pattern of their names, for any army: "47th Separate Mechanized Brigade", "10th Army Corps"."""

import re
from collections.abc import Iterator

from warextract.mentions.candidate import Candidate
from warextract.mentions.survey import Survey
from warextract.mentions.usage import head_of
from warextract.syntax.labels import Role

_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)", re.IGNORECASE)
_NUMBER = re.compile(r"\d+")
_WORDED = frozenset({"first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"})
_QUOTES = frozenset("\"“”«»'‘’")


def units(survey: Survey, used: frozenset[int]) -> Iterator[Candidate]:
    """Units with a number or a name of their own."""
    doc = survey.tree.tokens
    nouns = survey.gazetteer.people.units["nouns"]
    at = 0
    while at < len(doc):
        if doc[at].lower_ in nouns and at not in used and at not in survey.taken:
            found = _unit(survey, at)
            if found is not None:
                yield found
                at = found.end
                continue
        at += 1


def _unit(survey: Survey, at: int) -> Candidate | None:
    doc = survey.tree.tokens
    words = survey.gazetteer.people.units
    end = at + 1
    while end < len(doc) and doc[end].lower_ in words["nouns"]:
        end += 1
    start, ordinal, own = _walk_left(survey, at)
    right_end = end
    if not ordinal and end < len(doc) and _NUMBER.fullmatch(doc[end].text) and doc[at].text[0].isupper():
        ordinal, right_end = doc[end].text, end + 1
    last = doc[end - 1].lower_
    named = own and (last in words["always"] or doc[end - 1].text[0].isupper()) and last not in words["numbered"]
    if not ordinal and not named:
        return None
    if ordinal and last in ("company", "group", "battery") and doc[end - 1].text[0].islower():
        return None
    right_end = _nickname(survey, right_end)
    head = head_of(survey.tree, start, right_end)
    if survey.tree.roles[head] in (Role.COMPOUND, Role.ADJECTIVE) and survey.tree.heads[head] >= right_end:
        return None  # "28th Brigade spokesman": the person is the actor
    beside = start > 0 and (survey.country_hit(start - 1) is not None or _possessive(survey, start))
    hit = survey.modifying(max(0, start - 3), start) if beside else None
    hit = hit or survey.following(head)
    country = survey.code(hit) if hit is not None else None
    number = _NUMBER.search(ordinal)
    label = number.group() if number else " ".join(own).lower()
    key = f"unit:{label}:{last}"
    name = survey.tree.span_text(start, end)
    first = hit.start if hit is not None and hit.start < start else start
    owner = survey.at.get(start - 2) if _possessive(survey, start) else None
    group = owner is not None and owner.use == "name" and survey.gazetteer.actors[owner.id].kind == "armed_group"
    if group and owner is not None:  # "Hezbollah's Radwan brigade"
        country = survey.allegiance(owner.id)
    return Candidate(
        first, right_end, head, "name", "unit", name, "armed_group" if group else "military",
        key=key, country=country, lemma=last, definite=True,
    )  # fmt: skip


def _possessive(survey: Survey, start: int) -> bool:
    doc = survey.tree.tokens
    return start > 1 and doc[start - 1].lower_ in ("'s", "’s", "'", "’")


def _walk_left(survey: Survey, at: int) -> tuple[int, str, list[str]]:
    """Start of the unit's name, its ordinal, and words that are its own name ("Golani")."""
    doc = survey.tree.tokens
    start, ordinal = at, ""
    own: list[str] = []
    sentence = survey.tree.sentence(at)[0]
    i = at - 1
    while i >= sentence and start - i <= 2:
        text = doc[i].text
        if _ORDINAL.fullmatch(text) or (text[0].isupper() and text.lower() in _WORDED):
            return i, text, own
        if survey.country_hit(i) is not None:
            break
        if text in _QUOTES or text in ("-", "–"):
            i -= 1
            continue
        if text.lower() in survey.gazetteer.people.units["branches"]:
            start = i
        elif (
            text[0].isupper()
            and text.isalpha()
            and doc[i].pos_ in ("PROPN", "ADJ", "NOUN")
            and text.lower() not in ("the", "a")
        ):
            own.insert(0, text)
            start = i
        else:
            break
        i -= 1
    return start, ordinal, own


def _nickname(survey: Survey, end: int) -> int:
    """End with a quoted name after the unit: 47th Brigade "Magura"."""
    doc = survey.tree.tokens
    if (
        end + 2 < len(doc)
        and doc[end].text in _QUOTES
        and doc[end + 1].text[0].isupper()
        and doc[end + 2].text in _QUOTES
    ):
        return end + 3
    return end
