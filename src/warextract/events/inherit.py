"""What a telling takes over from its surroundings: from the attack in its sentence, from the sentence before."""

from dataclasses import replace

from warextract.events.places import PlaceAt, by_size, distinct, governing_places, opening_places
from warextract.events.scene import Ref, Scene
from warextract.events.telling import COMBAT, CONSEQUENCES, STRIKES, Telling
from warextract.events.timing import announced_time, draft

_GROUND = frozenset({"capture", "withdrawal", "hold", "advance", "fortification", "surrender"})
_DATED_BY_STATEMENT = frozenset({"capture", "withdrawal", "hold", "agreement", "surrender", "advance"})
_PAIRED = COMBAT | CONSEQUENCES


def fill(scene: Scene, tellings: tuple[Telling, ...]) -> tuple[Telling, ...]:
    """Tellings with places, times, agents and weapons that their surroundings give them, in text order."""
    placed = [replace(t, places=_places(scene, t)) for t in tellings]
    out = [_from_partner(scene, t, placed) for t in placed]
    out = [_from_partner(scene, t, out) for t in out]
    done: list[Telling] = []
    for telling in out:
        done.append(_from_before(scene, telling, done))
    return tuple(_targeted(scene, t) for t in done)


def _places(scene: Scene, t: Telling) -> tuple[PlaceAt, ...]:
    """Own places; those of governing predicates and of the sentence's opening; the target and the goal."""
    out = [*t.places]
    if t.type not in ("threat", "sanction"):
        out += governing_places(scene, t.head)
        out += opening_places(scene, t.head)
    for ref in t.targets:
        if ref.layer == "place":
            out.insert(0, PlaceAt(ref.key, "location", ref.head))
    return by_size(scene, distinct(out))


def _from_partner(scene: Scene, t: Telling, tellings: list[Telling]) -> Telling:
    """A consequence has agent, weapons, place and time of the attack in its sentence, and the attack its time."""
    partner = _partner(scene, t, tellings)
    if partner is None:
        return t
    changed = t
    if t.type in CONSEQUENCES:
        if not t.agents and not t.modality.negated:
            changed = replace(changed, agents=partner.agents)
        if not t.weapons:
            changed = replace(changed, weapons=partner.weapons)
    if not changed.places and partner.places:
        changed = replace(changed, places=partner.places)
    if changed.time is None and partner.time is not None:
        changed = replace(changed, time=partner.time)
    return changed


def _partner(scene: Scene, t: Telling, tellings: list[Telling]) -> Telling | None:
    if t.type not in _PAIRED:
        return None
    wanted = COMBAT if t.type in CONSEQUENCES else CONSEQUENCES
    near = [o for o in tellings if o.number == t.number and o.head != t.head and o.type in wanted]
    near = [o for o in near if _joined(scene, t, o)]
    return min(near, key=lambda o: abs(o.head - t.head), default=None)


def _joined(scene: Scene, a: Telling, b: Telling) -> bool:
    """Whether one stands under the other in the tree, or both under one predicate that attributes nothing."""
    up_a = [a.head, *scene.tree.ancestors(a.head)]
    up_b = [b.head, *scene.tree.ancestors(b.head)]
    return b.head in up_a or a.head in up_b or any(n in up_b and n not in scene.cues for n in up_a)


def _from_before(scene: Scene, t: Telling, before: list[Telling]) -> Telling:
    """What goes on from the sentence before: the day told; for a re-mention also place, agent and weapons."""
    changed = t
    last = _last_related(scene, t, before)
    if last is not None:
        if not changed.places:
            changed = replace(changed, places=last.places)
        if changed.definite and not changed.agents and changed.type in COMBAT:
            changed = replace(changed, agents=last.agents)
        if changed.definite and not changed.weapons and changed.type in COMBAT:
            changed = replace(changed, weapons=last.weapons)
        if changed.time is None and last.time is not None:
            changed = replace(changed, time=replace(last.time, chars=None))
    if changed.time is None and t.type in _DATED_BY_STATEMENT and t.modality.mood in ("actual", "attempted"):
        stated = announced_time(scene, t.head)
        if stated is not None:
            changed = replace(changed, time=draft(stated, inherited=True))
    if changed.time is None:
        changed = replace(changed, time=_day_going_on(scene, changed, before))
    return changed


def _last_related(scene: Scene, t: Telling, before: list[Telling]) -> Telling | None:
    """The happening just before that a re-mention or a toll belongs to."""
    pointing = t.definite and t.type in COMBAT
    toll = t.type in CONSEQUENCES and t.type == "casualties" and _partner(scene, t, before) is None
    if not (pointing or toll):
        return None
    for other in reversed(before):
        if t.number - other.number > (2 if toll else 12):
            return None
        if toll and other.paragraph != t.paragraph:
            return None
        if other.type in (STRIKES | {"clash"} | ({"casualties"} if toll else set())):
            return other
    return None


def _day_going_on(scene: Scene, t: Telling, before: list[Telling]) -> "None | TimeDraft":  # noqa: F821
    return None


def _targeted(scene: Scene, t: Telling) -> Telling:
    """A strike that names no target is one on the place where it is told to have happened."""
    if t.type in STRIKES and not t.targets and t.places:
        first = t.places[0]
        if scene.index.places[first.key].kind in ("facility", "settlement"):
            return replace(t, targets=(Ref("place", first.key, first.head),))
    return t
