"""One happening, one event: which tellings are of the same happening."""

from collections.abc import Iterable

from warextract.events.scene import Ref, Scene
from warextract.events.telling import COMBAT, STRIKES, Telling
from warextract.events.toll import same_toll
from warextract.syntax.labels import Role

_REACH = 14  # sentences over which "the attack" can point back
_NAMED_PLACES = ("facility", "settlement")
_ONCE = frozenset({"capture", "surrender", "agreement", "prisoner_exchange", "withdrawal", "nuclear_incident", "weapons_test", "meeting", "hold"})


def merged(scene: Scene, tellings: Iterable[Telling]) -> tuple[tuple[Telling, ...], ...]:
    """Tellings grouped by happening, in text order of their first telling."""
    groups: list[list[Telling]] = []
    for telling in tellings:
        for group in reversed(groups):
            if _same(scene, group, telling):
                group.append(telling)
                break
        else:
            groups.append([telling])
    return tuple(tuple(group) for group in groups)


def compatible(a: str, b: str) -> bool:
    """Whether two types can be of one happening: the same, or a kind of strike told once without its means."""
    if a == b:
        return True
    return "attack" in (a, b) and a in COMBAT and b in COMBAT


def _same(scene: Scene, group: list[Telling], t: Telling) -> bool:
    if not all(compatible(o.type, t.type) for o in group):
        return False
    if any(_carried(scene, o, t) for o in group):
        return True
    if any(_conflict(scene, o, t) for o in group):
        return False
    return any(_points_back(scene, o, t) or _same_act(scene, o, t) or _one_toll(o, t) for o in group)


def _carried(scene: Scene, a: Telling, b: Telling) -> bool:
    """A verb and the noun that is its object or subject tell one thing: "launched an attack"."""
    heads, roles = scene.tree.heads, scene.tree.roles
    carrying = (Role.OBJECT, Role.SUBJECT, Role.SUBJECT_PASSIVE)
    return (heads[b.head] == a.head and roles[b.head] in carrying) or (heads[a.head] == b.head and roles[a.head] in carrying)


def _conflict(scene: Scene, a: Telling, b: Telling) -> bool:
    """Something told of one cannot be true of the other."""
    if a.time and b.time and a.time.chars and b.time.chars and (a.time.last < b.time.first or b.time.last < a.time.first):
        return True
    if not same_toll(a.casualties, b.casualties):
        return True
    if _apart(_spots(scene, a), _spots(scene, b)):
        return True
    return _apart(_sides(scene, a.agents), _sides(scene, b.agents))


def _apart(a: frozenset[str], b: frozenset[str]) -> bool:
    return bool(a) and bool(b) and not a & b


def _spots(scene: Scene, t: Telling) -> frozenset[str]:
    """Settlements and sites of a telling that its own words name."""
    return frozenset(p.key for p in t.places if scene.index.places[p.key].kind in _NAMED_PLACES)


def _sides(scene: Scene, refs: tuple[Ref, ...]) -> frozenset[str]:
    """Agents by side: their country, else themselves."""
    out = set()
    for ref in refs:
        actor = scene.index.actors.get(ref.key)
        out.add((actor.country if actor else None) or ref.key)
    return frozenset(out)


def _points_back(scene: Scene, a: Telling, b: Telling) -> bool:
    """ "The attack came two days after …" """
    return b.definite and b.number > a.number and b.number - a.number <= _REACH and not _has_own_target(a, b)


def _has_own_target(a: Telling, b: Telling) -> bool:
    keys = {r.key for r in b.targets}
    return bool(keys) and bool(a.targets) and not keys & {r.key for r in a.targets}


def _same_act(scene: Scene, a: Telling, b: Telling) -> bool:
    """Same target, or for what happens once the same place or parties."""
    targets = {r.key for r in a.targets} & {r.key for r in b.targets}
    if targets and a.type == b.type:
        if a.type in STRIKES and a.number == b.number:
            return False
        return _agents_fit(a, b)
    if a.type in _ONCE and a.type == b.type and a.modality.mood == b.modality.mood:
        agents = {r.key for r in a.agents} & {r.key for r in b.agents}
        return bool(agents) and not (a.targets and b.targets) and b.number - a.number <= 2
    return False


def _agents_fit(a: Telling, b: Telling) -> bool:
    return not a.agents or not b.agents or bool({r.key for r in a.agents} & {r.key for r in b.agents}) or a.type == "capture"


def _one_toll(a: Telling, b: Telling) -> bool:
    """ "killing four and wounding 23"; "ten of the dead were civilians" right after. """
    if a.type != "casualties" or b.type != "casualties" or a.modality.negated != b.modality.negated:
        return False
    if a.number == b.number:
        return True
    return b.definite and b.number - a.number <= 2
