"""Killed, wounded and captured: numbers from the people that a predicate counts."""

from warextract.events.scene import Scene
from warextract.lexicon.modality import load_modality
from warextract.lexicon.rulebook import Rule
from warextract.matching.conditions import fillers
from warextract.mentions.counts import count_before, count_of
from warextract.records import Casualties, NumberRange
from warextract.syntax import labels
from warextract.syntax.frames import Frame
from warextract.syntax.labels import Role
from warextract.text.numbers import parse_count

TOLLS = ("killed", "wounded", "captured")
_TOTAL_BEFORE = 6  # tokens from "number" to "killed"
_RAISING = ("bring", "raise", "take")
_BROUGHT = 12  # tokens from "bringing to 119" to what is counted
_TOTAL_AFTER = 18  # tokens in which a total is given
_PART = 4  # tokens from a noun to "of them"
_PASSIVE = frozenset({"was", "were", "been", "also", "seriously", "slightly", "badly", "lightly", "critically"})
_EARLIER = frozenset({"earlier", "previous", "previously", "initial", "initially", "first"})
_GROUPS = frozenset(
    {"family", "group", "crowd", "couple", "crew", "unit", "team", "number", "patrol", "platoon", "dozen", "score"}
)
_SELF = frozenset({"himself", "herself", "themselves", "itself"})
_HURT = frozenset({"hurt", "wounded", "injured"})
NOBODY = NumberRange(min=0, max=0)


def toll_of(scene: Scene, rule: Rule, frame: Frame, negated: bool) -> Casualties | None:
    """The toll that a predicate tells, or None when it tells no number.

    A negated one ("no one was hurt", "no casualties") is nobody killed and nobody wounded.
    """
    if negated:
        return Casualties(killed=NOBODY, wounded=NOBODY) if rule.type == "casualties" else None
    found = {role: _bare(scene, rule, frame, role) or _sum(scene, rule, frame, role) for role in TOLLS}
    if found["killed"] and not found["wounded"]:
        found["wounded"] = _elliptic(scene, frame)
    if rule.type == "detention" and not any(found.values()):
        found["captured"] = _people(scene, rule, frame)
    if rule.type == "casualties" and not any(found.values()):
        found |= _said_otherwise(scene, rule, frame)
    return Casualties(**found) if any(found.values()) else None


def _bare(scene: Scene, rule: Rule, frame: Frame, role: str) -> NumberRange | None:
    """ "three were killed and [more than 40] wounded": the number right before a verb that has no people of its own."""
    tree = scene.tree
    own = {a.head for a in frame.arguments if not a.shared}
    counted = {head for slot in rule.roles.get(role, ()) for head in fillers(frame, slot)}
    at = frame.head - 1
    while at > 0 and tree.token(at).lower_ in _PASSIVE:
        at -= 1  # "and five were injured"
    if not counted or counted & own or at < 0 or not tree.token(at).like_num:
        return None
    return count_of(tree, at)


def _elliptic(scene: Scene, frame: Frame) -> NumberRange | None:
    """ "Three people were killed and [16 hurt]", where the parser takes the second participle for a noun."""
    tree = scene.tree
    end = min(tree.sentence(frame.head)[1], frame.head + _TOTAL_BEFORE)
    for i in range(frame.head + 2, end):
        if tree.token(i).lower_ in _HURT and i not in scene.frames and tree.token(i - 1).like_num:
            return count_of(tree, i - 1)
    return None


def _said_otherwise(scene: Scene, rule: Rule, frame: Frame) -> dict[str, NumberRange | None]:
    """A toll that no noun in a role counts: "eleven bodies", "400 wounded", "the toll rose to 53"."""
    words = load_modality()
    role = words.toll_of_noun(scene.tree.lemma(frame.head)) or _of_whom(scene, frame)
    told_as_verb = next((name for name in TOLLS if rule.roles.get(name)), None)
    role = role or (told_as_verb if frame.kind != "noun" else None)
    if role is None:
        return {}
    if scene.tree.lemma(frame.head) in words.totals or _is_total(scene, frame, words.totals):
        given = _given(scene, frame.head) or _brought(scene, frame.head)
        return {} if _is_outdated(scene, frame.head) else {role: given}
    count = count_before(scene.tree, frame.head)
    if count is None and frame.kind == "noun":
        # "three policemen received injuries"
        verb = scene.tree.heads[frame.head]
        received = (*frame.fill("subject"), *scene.tree.children(verb, Role.SUBJECT))
        count = next((c for head in received if head != frame.head and (c := count_of(scene.tree, head))), None)
    return {role: count}


def _of_whom(scene: Scene, frame: Frame) -> str | None:
    """ "the number of wounded": the noun under a total says whom it counts."""
    if scene.tree.lemma(frame.head) not in load_modality().totals:
        return None
    lemmas = [scene.tree.lemma(head) for head in frame.fill("of")]
    return next((role for lemma in lemmas if (role := load_modality().toll_of_noun(lemma))), None)


def _is_total(scene: Scene, frame: Frame, totals: frozenset[str]) -> bool:
    """ "the number of soldiers killed" """
    start = scene.tree.sentence(frame.head)[0]
    near = range(max(start, frame.head - _TOTAL_BEFORE), frame.head)
    return any(scene.tree.lemma(i) in totals and scene.tree.token(i + 1).lower_ == "of" for i in near)


def _given(scene: Scene, head: int) -> NumberRange | None:
    """The number that a total is said to be: "put the toll at 11", "rose from 32 to 53", "a toll of nine"."""
    tree = scene.tree
    end = min(tree.sentence(head)[1], head + _TOTAL_AFTER)
    found: NumberRange | None = None
    for i in range(head + 1, end):
        if tree.token(i).text in (";", ":") or (found and tree.token(i).text == ","):
            break
        if tree.token(i).lower_ in ("to", "at", "of", "reached", "above", "past", "over", "was", "is"):
            last = i + 1
            while last < end and not tree.token(last).like_num and last <= i + 3:
                last += 1
            if last < end and tree.token(last).like_num:
                found = parse_count(tree.token(last).text) or found
    return found


def _is_outdated(scene: Scene, head: int) -> bool:
    """ "having earlier given a toll of one", "a previous toll of nine": no longer what is told."""
    tree = scene.tree
    verb = tree.heads[head]
    near = [*tree.children(verb, Role.ADVERB), *tree.children(head, Role.ADJECTIVE, Role.ADVERB)]
    return any(tree.token(c).lower_ in _EARLIER for c in near)


def _brought(scene: Scene, head: int) -> NumberRange | None:
    """ "bringing to 119 the number of soldiers killed": the number before what it counts."""
    tree = scene.tree
    for i in range(head - 1, max(tree.sentence(head)[0], head - _BROUGHT), -1):
        if tree.token(i).like_num and tree.token(i - 1).lower_ == "to" and tree.lemma(i - 2) in _RAISING:
            return count_of(tree, i)
    return None


def _sum(scene: Scene, rule: Rule, frame: Frame, role: str) -> NumberRange | None:
    """All the people in a role; None as soon as some of them are not counted."""
    heads: tuple[int, ...] = ()
    for slot in rule.roles.get(role, ()):
        heads = heads or fillers(frame, slot)
    total: NumberRange | None = None
    for head in heads:
        if scene.tree.token(head).lower_ in _SELF:
            continue  # "killed five people and himself": no victim
        if total is not None and (_is_age(scene, head) or _is_among(scene, head) or _is_part(scene, head)):
            continue
        one = count_of(scene.tree, head) or _single(scene, head) or _group_of(scene, head)
        if one is None:
            return None
        total = one if total is None else add(total, one)
    return total


def _is_age(scene: Scene, head: int) -> bool:
    """ "the driver, 46, and a woman" """
    tree = scene.tree
    if head < 2 or not tree.token(head).like_num or tree.token(head - 1).text != ",":
        return False
    named = tree.token(head - 2)
    return labels.is_noun(named) and not labels.is_plural(named)


def _is_among(scene: Scene, head: int) -> bool:
    """ "12 people, among them five women": some of those counted before."""
    start = scene.tree.base_phrase(head)[0]
    before = [scene.tree.token(i).lower_ for i in range(max(0, start - 3), start)]
    return any(word in ("among", "including") for word in before)


def _is_part(scene: Scene, head: int) -> bool:
    """ "12 people, four of them children", "20 miners, most of whom were foreigners": some of those counted before."""
    tree = scene.tree
    start, end = tree.sentence(head)
    first = next((i for i in range(head, start, -1) if tree.token(i - 1).text == ","), start)
    words = [tree.token(i).lower_ for i in range(first, min(end, head + _PART))]
    return any(pair in (["of", "them"], ["of", "whom"]) for pair in (words[i : i + 2] for i in range(len(words))))


def _people(scene: Scene, rule: Rule, frame: Frame) -> NumberRange | None:
    """How many were detained: the targets, where they are counted ("arrested 20 people")."""
    heads = next((h for slot in rule.roles.get("target", ()) if (h := fillers(frame, slot))), ())
    heads = heads or scene.tree.children(frame.head, Role.OBJECT)  # "took forty prisoners" is one predicate
    counts = [count_of(scene.tree, head) for head in heads]
    known = [c for c in counts if c is not None]
    return known[0] if len(known) == len(counts) == 1 else None


def _single(scene: Scene, head: int) -> NumberRange | None:
    """ "a bus driver", "the mayor", "Col. Diallo": one person."""
    token = scene.tree.token(head)
    actor = scene.index.actor(head)
    if token.lower_ == "another":
        return NumberRange(min=1, max=1)
    if not labels.is_noun(token) or labels.is_plural(token):
        return None
    if actor is None:  # "killing a novice"
        articles = {scene.tree.token(c).lower_ for c in scene.tree.children(head, Role.DETERMINER)}
        named = articles & {"a", "an"} and scene.tree.lemma(head) not in _GROUPS and scene.place(head) is None
        return NumberRange(min=1, max=1) if named and not scene.weapon(head) else None
    return NumberRange(min=1, max=1) if actor.kind == "person" else None


def _group_of(scene: Scene, head: int) -> NumberRange | None:
    """ "a family of five", "a crew of nine" """
    tree = scene.tree
    if tree.lemma(head) not in _GROUPS:
        return None
    below = [c for c in tree.children(head, Role.NOMINAL_MODIFIER) if tree.preposition(c) == "of"]
    if tree.lemma(head) == "couple" and not below:
        return NumberRange(min=2, max=2)
    return next((count_of(tree, c) for c in below if tree.token(c).like_num), None)


def add(a: NumberRange, b: NumberRange) -> NumberRange:
    """Two counts of different people."""
    return NumberRange(min=a.min + b.min, max=a.max + b.max, approximate=a.approximate or b.approximate)


def joined(a: Casualties | None, b: Casualties | None) -> Casualties | None:
    """Two tellings of one toll: what only one of them tells is kept, "scores" gives way to a number, numbers that
    differ become their range.
    """
    if a is None or b is None:
        return a or b
    return Casualties(**{role: _range(getattr(a, role), getattr(b, role)) for role in TOLLS})


def _range(a: NumberRange | None, b: NumberRange | None) -> NumberRange | None:
    if a is None or b is None:
        return a or b
    if _fits_in(a, b) or _fits_in(b, a):
        return a if _fits_in(a, b) else b
    return NumberRange(min=min(a.min, b.min), max=max(a.max, b.max), approximate=a.approximate or b.approximate)


def _fits_in(a: NumberRange, b: NumberRange) -> bool:
    """Whether a number is what a vague word ("dozens", "scores") can mean."""
    return b.approximate and b.min < b.max and b.min <= a.min and a.max <= b.max and (a.min, a.max) != (b.min, b.max)


def same_toll(a: Casualties | None, b: Casualties | None) -> bool:
    """Whether two tolls can be those of one happening: no number stands against another."""
    if a is None or b is None:
        return True
    return all(
        x is None or y is None or (x.min, x.max) == (y.min, y.max) or _fits_in(x, y) or _fits_in(y, x)
        for x, y in ((getattr(a, role), getattr(b, role)) for role in TOLLS)
    )
