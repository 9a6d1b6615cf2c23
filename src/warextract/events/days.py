"""The day of a happening whose own clause tells none: of the statement, the paragraph, the bulletin, the place."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from warextract.events.draft import TimeDraft
from warextract.events.kinds import COMBAT, CONSEQUENCES
from warextract.events.scene import Scene
from warextract.events.telling import Telling
from warextract.events.timing import TURNS, announced_time, draft
from warextract.syntax.labels import Role

_BY_STATEMENT = frozenset({"capture", "withdrawal", "hold", "agreement", "surrender", "advance"})
_NEWS = (
    COMBAT | CONSEQUENCES | {"interception", "killing", "abduction"}
)  # told the day that they happened, unless the text says otherwise
_UNDATED = frozenset({"arms_transfer", "sanction", "threat", "fortification", "deployment", "agreement"})
_STORY = _NEWS | {"detention", "protest", "capture", "advance", "displacement", "hold", "clash"}
_STORY_REACH = 12  # sentences
_NEWS_DAYS = 6
_LEAD = 4  # paragraphs: headline, byline, the first of the text
_LONGEST_DAY = 1  # days between the bounds of a time that the next sentence goes on with
_ALWAYS = re.compile(
    r"\b(?:every (?:day|night|week)|daily|for (?:years|months|decades|generations)|routinely|regularly|repeatedly"
    r"|always|often|typically|habitually|in the past|time and again)\b"
)
_ANCHORS = (" after", " before")  # "a day after the army told people to leave": of that alone
_SPOTS = ("settlement", "facility")


def with_day(scene: Scene, t: Telling, before: Sequence[Telling], bulletin: Mapping[int, TimeDraft]) -> Telling:
    """A telling with the day that its surroundings give it, if its own words give none. Plans get none."""
    if t.time is not None or t.modality.mood not in ("actual", "attempted"):
        return t
    return replace(t, time=_day(scene, t, before, bulletin))


def _day(scene: Scene, t: Telling, before: Sequence[Telling], bulletin: Mapping[int, TimeDraft]) -> TimeDraft | None:
    stated = _announced(scene, t)
    if stated is not None and t.type in _BY_STATEMENT:
        return stated
    if t.type in _UNDATED or _is_earlier(scene, t) or _is_habitual(scene, t):
        return None
    found = _going_on(scene, t, before) or bulletin.get(t.number)
    if found is None and stated is not None and t.type in _NEWS and not _is_past_perfect(scene, t):
        found = stated
    return found or _of_story(scene, t, before)


def of_lead(scene: Scene, tellings: Sequence[Telling]) -> list[Telling]:
    """Tellings of a headline with the day that the lead gives: both tell the same news."""
    if scene.published is None:
        return list(tellings)
    lead = next((o.time for o in tellings if o.paragraph <= _LEAD and is_news_day(scene, o.time)), None)
    return [
        replace(t, time=inherited(lead))
        if t.time is None and t.type in _STORY and t.modality.mood in ("actual", "attempted") and _opens(scene, t)
        else t
        for t in tellings
    ]


def _opens(scene: Scene, t: Telling) -> bool:
    """Whether a telling stands in the headline or in the first sentence of the text, and tells no earlier past."""
    return t.number <= scene.first_sentence and not _had(scene, t) and not _is_habitual(scene, t)


def _had(scene: Scene, t: Telling) -> bool:
    """ "troops had shelled": before what the sentence tells."""
    return any(scene.tree.token(c).lower_ == "had" for c in scene.tree.children(t.head, Role.AUXILIARY))


def is_news_day(scene: Scene, time: TimeDraft | None, *, anchored: bool = False) -> bool:
    """Whether a time is told in so many words and is the day of the news: days before publication at most. A day told
    from another ("a day after …") is that of its own clause alone, unless ``anchored`` days count.
    """
    if time is None or time.chars is None or scene.published is None:
        return False
    if time.text.lower().endswith(_ANCHORS) and not anchored:
        return False
    return (time.last - time.first).days <= _LONGEST_DAY and 0 <= (scene.published - time.last).days <= _NEWS_DAYS


def _of_story(scene: Scene, t: Telling, before: Sequence[Telling]) -> TimeDraft | None:
    """The day of the news that the article has told last, for what goes on where that happened without a day of its
    own.
    """
    if t.type not in _STORY or _is_past_perfect(scene, t) or _turns_away(scene, t):
        return None
    for other in reversed(before):
        if t.number - other.number > _STORY_REACH:
            return None
        if other.time is None or other.modality.mood not in ("actual", "attempted"):
            continue
        cost = t.type in CONSEQUENCES and other.type in COMBAT  # the day of the attack, however it is told
        if is_news_day(scene, other.time, anchored=cost):
            return inherited(other.time) if _is_there(scene, t, {p.key for p in other.places}) else None
        if other.paragraph == t.paragraph and other.time.chars is not None:
            return None  # the paragraph is about something else
    return None


def _is_there(scene: Scene, t: Telling, spots: set[str]) -> bool:
    """Whether a telling names no place, or one of these, one around them or one in them."""
    own = _spots(scene, t) or {p.key for p in t.places}
    around = {key for spot in spots for key in _around(scene, spot)}
    return not own or bool(own & around) or any(spots & set(_around(scene, key)) for key in own)


def _around(scene: Scene, key: str) -> list[str]:
    """A place and those that contain it, countries aside."""
    out = [key]
    while (outer := scene.index.places[out[-1]].within) and outer in scene.index.places and outer not in out:
        if scene.index.places[outer].kind == "country":
            break
        out.append(outer)
    return out


def _turns_away(scene: Scene, t: Telling) -> bool:
    """Whether a sentence of the paragraph up to that of a telling turns to something else ("Meanwhile, …")."""
    i = scene.tree.sentence(t.head)[0]
    while i >= 0 and scene.paragraphs[i] == t.paragraph:
        start, end = scene.tree.trim(*scene.tree.sentence(i))
        if start < end and scene.tree.token(start).lower_ in TURNS:
            return True
        i = scene.tree.sentence(i)[0] - 1
    return False


def inherited(time: TimeDraft | None) -> TimeDraft | None:
    """A time told of something else."""
    return replace(time, chars=None) if time else None


def _announced(scene: Scene, t: Telling) -> TimeDraft | None:
    """ "claimed on Wednesday to have taken the town": a day, not last month."""
    found = announced_time(scene, t.head)
    if found is None or (found.expression.last - found.expression.first).days > _LONGEST_DAY:
        return None
    return draft(found, inherited=True)


def _is_past_perfect(scene: Scene, t: Telling) -> bool:
    """ "said that rebels had shelled": before what was said, nobody knows when."""
    tree = scene.tree
    return any(
        tree.token(c).lower_ in ("had", "has", "have")
        for verb in (t.head, tree.first_conjunct(t.head))
        for c in tree.children(verb, Role.AUXILIARY)
    )


def _is_earlier(scene: Scene, t: Telling) -> bool:
    """ "The army earlier claimed that …": not the day that the text has just told."""
    start, end = scene.tree.sentence(t.head)
    return any(scene.tree.token(i).lower_ in ("earlier", "previously") for i in range(start, end))


def _is_habitual(scene: Scene, t: Telling) -> bool:
    """ "It is their drones that hit us every day", "gangs have for years kidnapped travellers", "it targets depots": no
    day, though the text has just told one.
    """
    tree = scene.tree
    start, end = tree.sentence(t.head)
    text = tree.text[tree.token(start).idx : tree.token(end - 1).idx].lower()
    if _ALWAYS.search(text):
        return True
    above = tree.heads[tree.first_conjunct(t.head)]
    if t.modality.negated and tree.token(t.head).tag_ == "VBG" and above in scene.cues:
        has = any(tree.token(c).lower_ in ("has", "have") for c in tree.children(above, Role.AUXILIARY))
        if has or tree.token(above).tag_ in ("VBZ", "VBP"):
            return True  # "the group denies detaining civilians": at any time
    verb = t.frame.kind == "verb" and tree.token(t.head).tag_ in ("VBZ", "VBP")
    return verb and t.type in COMBAT and not tree.children(t.head, Role.AUXILIARY, Role.AUXILIARY_PASSIVE)


def _going_on(scene: Scene, t: Telling, before: Sequence[Telling]) -> TimeDraft | None:
    """The day of what was told just before in the paragraph, while the place stays the same."""
    for other in reversed(before):
        if other.paragraph != t.paragraph or t.number - other.number > 2:
            return None
        if other.modality.mood not in ("actual", "attempted") or other.time is None:
            continue
        if other.time.chars is None and t.number - other.number > 1:
            continue
        if (other.time.last - other.time.first).days > _LONGEST_DAY or elsewhere(scene, t, other):
            return None
        return inherited(other.time)
    return None


def elsewhere(scene: Scene, a: Telling, b: Telling) -> bool:
    """Whether two tellings name settlements or sites that are not the same."""
    spots_a, spots_b = _spots(scene, a), _spots(scene, b)
    return bool(spots_a) and bool(spots_b) and not spots_a & spots_b


def _spots(scene: Scene, t: Telling) -> set[str]:
    return {p.key for p in t.places if scene.index.places[p.key].kind in _SPOTS}
