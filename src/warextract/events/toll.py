"""Killed, wounded and captured: numbers from the people that a predicate counts."""

from warextract.events.scene import Scene
from warextract.lexicon.rulebook import Rule
from warextract.matching.conditions import fillers
from warextract.mentions.counts import count_of
from warextract.records import Casualties, NumberRange
from warextract.syntax import labels
from warextract.syntax.frames import Frame

TOLLS = ("killed", "wounded", "captured")
NOBODY = NumberRange(min=0, max=0)


def toll_of(scene: Scene, rule: Rule, frame: Frame, negated: bool) -> Casualties | None:
    """The toll that a predicate tells, or None when it tells no number.

    A negated one ("no one was hurt", "no casualties") is nobody killed and nobody wounded.
    """
    if negated:
        return Casualties(killed=NOBODY, wounded=NOBODY) if rule.type == "casualties" else None
    found = {role: _sum(scene, rule, frame, role) for role in TOLLS}
    if rule.type == "detention" and not any(found.values()):
        found["captured"] = _people(scene, rule, frame)
    return Casualties(**found) if any(found.values()) else None


def _sum(scene: Scene, rule: Rule, frame: Frame, role: str) -> NumberRange | None:
    """All the people in a role; None as soon as some of them are not counted."""
    heads: tuple[int, ...] = ()
    for slot in rule.roles.get(role, ()):
        heads = heads or fillers(frame, slot)
    total: NumberRange | None = None
    for head in heads:
        one = count_of(scene.tree, head) or _single(scene, head)
        if one is None:
            return None
        total = one if total is None else add(total, one)
    return total


def _people(scene: Scene, rule: Rule, frame: Frame) -> NumberRange | None:
    """How many were detained: the targets, where they are counted ("arrested 20 people")."""
    heads = next((h for slot in rule.roles.get("target", ()) if (h := fillers(frame, slot))), ())
    counts = [count_of(scene.tree, head) for head in heads]
    known = [c for c in counts if c is not None]
    return known[0] if len(known) == len(counts) == 1 else None


def _single(scene: Scene, head: int) -> NumberRange | None:
    """ "a bus driver", "the mayor", "Col. Diallo": one person."""
    token = scene.tree.token(head)
    actor = scene.index.actor(head)
    if not labels.is_noun(token) or labels.is_plural(token) or actor is None:
        return None
    return NumberRange(min=1, max=1) if actor.kind == "person" else None


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
