"""The attack and the consequence that one sentence tells: each takes from the other what it lacks."""

from collections.abc import Sequence
from dataclasses import replace

from warextract.events.days import inherited
from warextract.events.kinds import COMBAT, CONSEQUENCES
from warextract.events.places import by_size, distinct
from warextract.events.scene import Scene
from warextract.events.telling import Telling
from warextract.events.toll import joined
from warextract.records import Casualties

_ALONGSIDE = frozenset({"abduction", "killing", "detention", "capture"})
_PLACED = _ALONGSIDE | {"hold"}
PAIRED = COMBAT | CONSEQUENCES
_TOLLING = frozenset({"casualties", "killing"})


def from_partner(scene: Scene, t: Telling, tellings: Sequence[Telling]) -> Telling:
    """A consequence has agent, weapons, place and time of the attack in its sentence, the attack place and time
    of the consequence.
    """
    t = _with_own_toll(t, tellings)
    partner = partner_of(scene, t, tellings)
    if partner is None:
        return _dated_with(scene, _placed_with(scene, t, tellings), tellings)
    changed = t
    if t.type not in CONSEQUENCES:
        consequences = [o for o in tellings if o.number == t.number and o.type in CONSEQUENCES]
        told = [o for o in consequences if _is_of(scene, o, t, tellings)]
        places = by_size(scene, distinct([*t.places, *(p for o in told for p in o.places if _is_where(o, t, p.key))]))
        if t.frame.kind == "noun" and partner.type in _TOLLING and _under(scene, t.head, partner.head):
            # "killed eight in a raid on the camp"
            changed = replace(changed, agents=t.agents or partner.agents)
        changed = replace(changed, places=places, casualties=t.casualties or _toll_of_attack(scene, t, tellings))
    else:
        if not t.modality.negated and not are_of_them(scene, t, partner):
            changed = replace(changed, agents=t.agents or partner.agents)
        changed = replace(changed, weapons=t.weapons or partner.weapons)
    return replace(changed, places=changed.places or partner.places, time=t.time or partner.time)


def _is_where(consequence: Telling, attack: Telling, place: str) -> bool:
    """Whether the attack was where its consequence was: not at what was burned besides what it was on."""
    return not attack.targets or consequence.type != "damage" or place not in {ref.key for ref in consequence.targets}


def _with_own_toll(t: Telling, tellings: Sequence[Telling]) -> Telling:
    """ "A car bomb killed nine people": one verb tells the attack and its toll."""
    if t.type not in COMBAT or t.casualties or t.modality.negated:
        return t
    toll = next((o.casualties for o in tellings if o.head == t.head and o.type in _TOLLING), None)
    return replace(t, casualties=toll) if toll else t


def _toll_of_attack(scene: Scene, t: Telling, tellings: Sequence[Telling]) -> Casualties | None:
    """All killed and wounded that the sentence of an attack counts with it."""
    total: Casualties | None = None
    for other in tellings:
        tolls = other.number == t.number and other.type in _TOLLING and not other.modality.negated
        if tolls and _is_of(scene, other, t, tellings):
            total = joined(total, other.casualties)
    return total


def _is_of(scene: Scene, toll: Telling, attack: Telling, tellings: Sequence[Telling]) -> bool:
    """Whether a toll is that of an attack, and of no nearer one: "fired rockets after the raid that killed two"."""
    attacks = [o for o in tellings if o.number == toll.number and o.type in COMBAT and _joined(scene, toll, o)]
    above = [o for o in attacks if _under(scene, toll.head, o.head)]  # "opened fire, killing four and …"
    nearest = min(above or attacks, key=lambda o: abs(o.head - toll.head), default=None)
    return nearest is not None and nearest.head == attack.head


def partner_of(scene: Scene, t: Telling, tellings: Sequence[Telling]) -> Telling | None:
    if t.type not in PAIRED:
        return None
    wanted = COMBAT if t.type in CONSEQUENCES else CONSEQUENCES | _TOLLING
    near = [o for o in tellings if o.number == t.number and o.head != t.head and o.type in wanted]
    near = [o for o in near if _joined(scene, t, o)]
    if t.type not in CONSEQUENCES:
        near = [o for o in near if _is_of(scene, o, t, tellings)]
    return min(near, key=lambda o: abs(o.head - t.head), default=None)


def _placed_with(scene: Scene, t: Telling, tellings: Sequence[Telling]) -> Telling:
    """ "abducted 80 others in a raid on the town": where the attack of its sentence was, if it names no town itself."""
    if t.type not in _PLACED or _names_spot(scene, t):
        return t
    near = [o for o in tellings if o.number == t.number and o.type in COMBAT and o.places and _joined(scene, t, o)]
    nearest = min(near, key=lambda o: abs(o.head - t.head), default=None)
    return replace(t, places=by_size(scene, distinct([*t.places, *nearest.places]))) if nearest else t


def _names_spot(scene: Scene, t: Telling) -> bool:
    """Whether a telling names a settlement or site of its own."""
    return any(scene.index.places[p.key].kind in ("facility", "settlement") for p in t.places)


def _dated_with(scene: Scene, t: Telling, tellings: Sequence[Telling]) -> Telling:
    """ "abducted 80 others in an overnight raid": the day of the attack in its sentence."""
    if t.time is not None or t.type not in _ALONGSIDE:
        return t
    near = [o for o in tellings if o.number == t.number and o.time and o.time.chars and o.type in PAIRED]
    dated = [o for o in near if _joined(scene, t, o)]
    nearest = min(dated, key=lambda o: abs(o.head - t.head), default=None)
    return replace(t, time=inherited(nearest.time)) if nearest else t


def _under(scene: Scene, below: int, above: int) -> bool:
    return above in scene.tree.ancestors(below)


def _joined(scene: Scene, a: Telling, b: Telling) -> bool:
    """Whether one stands under the other in the tree, or both under one predicate that attributes nothing."""
    if _at_other_times(a, b):
        return False
    up_a = [a.head, *scene.tree.ancestors(a.head)]
    up_b = [b.head, *scene.tree.ancestors(b.head)]
    return b.head in up_a or a.head in up_b or any(n in up_b and n not in scene.cues for n in up_a)


def _at_other_times(a: Telling, b: Telling) -> bool:
    """ "have died since Friday, when rebels attacked the post": the toll of the days since, not of the attack."""
    if a.time is None or b.time is None or a.time.chars is None or b.time.chars is None:
        return False
    disjoint = a.time.last < b.time.first or b.time.last < a.time.first
    return disjoint or (a.time.chars == b.time.chars and a.time.last != b.time.last)


def are_of_them(scene: Scene, t: Telling, cause: Telling) -> bool:
    """ "Dozens of attackers were killed": those who attacked, not those whom they hit."""
    actors = scene.index.actors
    fighting = {"military", "armed_group"}
    hit = {(a.kind, a.country) for r in t.targets if (a := actors.get(r.key)) is not None and a.kind in fighting}
    did = {(a.kind, a.country) for r in cause.agents if (a := actors.get(r.key)) is not None}
    return bool(hit & did)
