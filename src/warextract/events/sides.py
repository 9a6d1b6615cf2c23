"""Who fights whom in an article: the doer that its other tellings name, and the opponent of a side."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from warextract.events.kinds import COMBAT
from warextract.events.scene import Ref, Scene
from warextract.events.telling import Telling
from warextract.mentions.entities import ActorEntity

_FOUGHT = COMBAT | {"capture", "advance", "hold", "interception", "damage", "casualties", "withdrawal", "surrender"}
_LOST = frozenset({"interception", "damage"})
_ONE_DOER = frozenset({"capture", "air_strike", "missile_strike", "advance"})
_FIGHTS = frozenset({"military", "armed_group", "state", "government"})


def with_doer(scene: Scene, t: Telling, tellings: Sequence[Telling]) -> Telling:
    """A deed told without its doer ("Herat fell on Thursday") is that of whom the article names for all its like."""
    if t.agents or t.type not in _ONE_DOER or t.modality.negated:
        return t
    doers = [ref for o in tellings if o.type == t.type for ref in o.agents[:1] if _fights(scene, ref)]
    sides = {side_of(scene, ref) for ref in doers}
    where = {side_of(scene, ref) for ref in t.targets} | {side_of(scene, Ref("place", p.key, p.head)) for p in t.places}
    if len(sides) != 1 or not where or sides & where:
        return t
    return replace(t, agents=(doers[0]._replace(head=t.head),))


def with_opponent(scene: Scene, t: Telling, tellings: Sequence[Telling]) -> Telling:
    """What is shot down or destroyed by one of two sides is the other's."""
    if t.type not in _LOST or not t.agents or t.targets or not t.weapons:
        return t
    own = side_of(scene, t.agents[0])
    found: Counter[str] = Counter()
    first: dict[str, Ref] = {}
    for o in tellings:
        if o.type not in _FOUGHT:
            continue
        facing = own in {side_of(scene, ref) for ref in o.targets}
        hit = {side_of(scene, ref) for ref in o.targets} if own in {side_of(scene, ref) for ref in o.agents} else set()
        for side in hit:
            found[side] += 2
        for ref in (*o.agents, *o.targets):
            side = side_of(scene, ref)
            if ref.layer == "actor" and side != own and _fights(scene, ref):
                found[side] += 2 if facing else 1
                first.setdefault(side, ref)
    ranked = [(side, n) for side, n in found.most_common() if side in first]
    if not ranked or (len(ranked) > 1 and ranked[1][1] * 2 > ranked[0][1]):
        return t
    return replace(t, targets=(first[ranked[0][0]]._replace(head=t.head),))


def _fights(scene: Scene, ref: Ref) -> bool:
    actor = scene.index.actors.get(ref.key) if ref.layer == "actor" else None
    return actor is not None and actor.kind in _FIGHTS


def side_of(scene: Scene, ref: Ref) -> str:
    """The country of an actor or place, else itself."""
    found = scene.index.actors.get(ref.key) if ref.layer == "actor" else scene.index.places.get(ref.key)
    if isinstance(found, ActorEntity) and found.kind == "armed_group":
        return ref.key
    return (found.country if found else None) or ref.key
