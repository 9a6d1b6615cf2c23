"""When an event happens: the time expression that belongs to its predicate."""

import re
from dataclasses import replace
from datetime import date, timedelta

from warextract.events.carriers import carries
from warextract.events.clause_times import dates_statement, has_own_time, in_new_clause, is_new_clause, sums_up
from warextract.events.draft import TimeDraft
from warextract.events.scene import Scene, TimeAt
from warextract.events.since import since, since_noun, up_to_now, when_since
from warextract.syntax import labels
from warextract.syntax.labels import Role
from warextract.text.dates import TimeExpression

_FAR = 12
_WEEK = 7
_WEEKDAYS = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"})
_OPENING = 4  # sentences in which a bulletin tells the period that it reports on
_REFERS = ("after", "before")
_ENDS = ("until", "till")
_YEAR = re.compile(r"(?:19[5-9]|20[0-4])\d")
_PERIOD = re.compile(
    r"\b(?:past|last|previous)\s+(?:\w+\s+)?(?:day|hours|night)\b|\b(?:start|beginning)\s+of\b"
    r"|\bsince\s+(?:this\s+)?(?:morning|midnight)\b",
    re.IGNORECASE,
)


def own_time(scene: Scene, head: int, triggers: frozenset[int]) -> TimeAt | None:
    """The expression nearest in the tree to a predicate, in its clause or one that governs it.

    An expression that belongs to another happening's own clause, or to an attributing verb, is not taken.
    """
    best: tuple[int, int, TimeAt] | None = None
    told = when_since(scene, head) or since(scene, head) or _year_before(scene, head)
    if told is not None:
        return told
    for time in scene.times:
        if scene.numbers[time.head] != scene.numbers[head]:
            continue
        if (measure := since_noun(scene, time)) is not None:
            if measure == head or measure in scene.tree.ancestors(head):
                best = (0, abs(time.head - head), time)
            continue
        if dates_statement(scene, time) and scene.tree.heads[head] not in scene.cues:
            continue  # but "said on Sunday during a visit" dates the visit
        if time.expression.text.lower().endswith(_REFERS):
            # "a day after the raid": the day of the raid, which is what follows
            distance = _opened(scene, head, time)
        else:
            distance = _distance(scene, head, time, triggers)
        if distance is None:
            continue
        rank = (distance, abs(time.head - head), time)
        if best is None or rank[:2] < best[:2]:
            best = rank
    return up_to_now(scene, head, best[2]) if best else None


def _opened(scene: Scene, head: int, time: TimeAt) -> int | None:
    """Nearness of a predicate to a time that opens its clause: the clause's verb and what hangs on it come first."""
    if head < time.head:
        return None
    tree = scene.tree
    end = tree.sentence(head)[1]
    verb = next((i for i in range(time.head + 1, end) if labels.is_verb(tree.token(i))), None)
    return 0 if verb is not None and (verb == head or verb in tree.ancestors(head)) else head - time.head


def _year_before(scene: Scene, head: int) -> TimeAt | None:
    """ "the 2016 peace accord", "the 2021 assault on Palma": a year that says which."""
    tree = scene.tree
    if not labels.is_noun(tree.token(head)) or labels.is_plural(tree.token(head)):
        return None
    for i in range(tree.base_phrase(head)[0], head):
        token = tree.token(i)
        if not _YEAR.fullmatch(token.text):
            continue
        if any(time.expression.start <= token.idx < time.expression.end for time in scene.times):
            continue  # "the March 2016 accord" has its month
        first, last = date(int(token.text), 1, 1), date(int(token.text), 12, 31)
        bounds = (token.idx, token.idx + len(token.text))
        return TimeAt(TimeExpression(*bounds, token.text, first, last, "year", anchored=False), i)
    return None


def to_come(scene: Scene, time: TimeAt) -> TimeAt:
    """The day of what is still to come: "is likely to visit on Saturday" means the next one."""
    e = time.expression
    words = e.text.lower().replace(".", "").split()
    if scene.published is None or not words or words[-1] not in _WEEKDAYS or "last" in words:
        return time
    if not 0 < (scene.published - e.last).days < _WEEK or e.first != e.last:
        return time
    later = e.last + timedelta(days=_WEEK)
    return TimeAt(replace(e, first=later, last=later), time.head)


def is_scheduled(scene: Scene, head: int, time: TimeAt) -> bool:
    """ "the two sides meet on Thursday", "resume talks in Doha on Thursday": told in the present, still to come."""
    tree = scene.tree
    verb = head if labels.is_verb(tree.token(head)) else tree.heads[head]
    present = tree.token(verb).tag_ in ("VBZ", "VBP") and labels.is_verb(tree.token(verb))
    if not present or tree.children(verb, Role.AUXILIARY, Role.AUXILIARY_PASSIVE) or verb in scene.cues:
        return False
    return tree.heads[time.head] in (verb, head) and to_come(scene, time) is not time


def announced_time(scene: Scene, head: int) -> TimeAt | None:
    """The expression that dates the statement in which a predicate is told ("claimed on Wednesday to have taken")."""
    above = {head, *scene.tree.ancestors(head)}
    for time in scene.times:
        if scene.numbers[time.head] == scene.numbers[head]:
            governor = scene.tree.heads[time.head]
            if (governor in scene.cues and governor in above) or dates_statement(scene, time):
                return time
    return None


def _distance(scene: Scene, head: int, time: TimeAt, triggers: frozenset[int]) -> int | None:
    """Steps in the tree from a predicate to a time; None where the time tells of something else."""
    tree = scene.tree
    up_from_head = {node: steps for steps, node in enumerate([head, *tree.ancestors(head)])}
    node, steps, detour = time.head, 0, 0
    while node not in up_from_head:
        if node in scene.cues or tree.heads[node] == node:
            return None
        if has_own_time(scene, node) and not (tree.heads[node] == head and carries(scene, node)):
            return None
        if is_new_clause(scene, node) and tree.heads[node] in up_from_head and not sums_up(scene, time):
            return None
        if node in triggers:
            if not labels.is_verb(tree.token(node)) and tree.roles[node] in (Role.NOMINAL_MODIFIER, Role.OBLIQUE):
                return None
            detour = 3
        node, steps = tree.heads[node], steps + 1
    if node in scene.cues and node != head and steps <= 2 and time.head - tree.sentence(time.head)[0] > 3:
        return None
    if node != head and time.head > node and in_new_clause(scene, node, head):
        return None
    if node != head and tree.preposition(head) in _REFERS and _points_back(scene, head):
        return None  # "was shut this afternoon after the attack": when it was shut
    if node != head and labels.is_noun(tree.token(head)) and tree.preposition(time.head) in _ENDS:
        return None  # "the truce held until May": when it ended
    distance = steps + up_from_head[node] + detour
    return distance if distance <= _FAR else None


def _points_back(scene: Scene, head: int) -> bool:
    tree = scene.tree
    return any(tree.token(c).lower_ in ("the", "this", "that") for c in tree.children(head, Role.DETERMINER))


def periods(scene: Scene) -> dict[int, TimeDraft]:
    """Sentence to the period on which a bulletin reports: told at its start ("over the past day", "30 September –
    6 October" as a heading), it holds until the text turns to something else.
    """
    tree = scene.tree
    out: dict[int, TimeDraft] = {}
    current: TimeDraft | None = None
    within: int | None = None  # a period told late in a text holds for its paragraph
    for number, (start, end) in enumerate(tree.sentences()):
        if within not in (None, scene.paragraphs[start]):
            current, within = None, None
        words = [tree.token(i).lower_ for i in range(start, end) if not tree.token(i).is_space]
        if words and words[0] in TURNS:
            current = None
        heading = not any(labels.is_verb(tree.token(i)) for i in range(start, end))
        for time in scene.times:
            if scene.numbers[time.head] == number:
                e = time.expression
                long = 1 <= (e.last - e.first).days <= 31
                if _PERIOD.search(e.text) or (heading and long and number <= 2):
                    current = draft(time, inherited=True)
                    within = None if number <= _OPENING else scene.paragraphs[start]
        if current is not None:
            out[number] = current
    return out


TURNS = frozenset({"meanwhile", "elsewhere", "separately", "earlier", "previously"})


def draft(time: TimeAt, inherited: bool = False) -> TimeDraft:
    """A time as the event keeps it."""
    e = time.expression
    return TimeDraft(e.text, e.first, e.last, e.precision, None if inherited else (e.start, e.end))
