"""One happening, one event: which tellings are of the same happening."""

from collections.abc import Iterable
from dataclasses import replace

from warextract.events.antecedent import antecedent, compatible, conflict
from warextract.events.kinds import COMBAT, STRIKES
from warextract.events.scene import Scene
from warextract.events.telling import Telling
from warextract.events.toll import same_toll
from warextract.syntax import labels
from warextract.syntax.labels import Role

_CARRYING = (Role.OBJECT, Role.SUBJECT, Role.SUBJECT_PASSIVE)
_NAMING = (*_CARRYING, Role.OBLIQUE)  # of a verb that is of the same type itself
_DESCRIBING = (Role.NOUN_CLAUSE, Role.RELATIVE_CLAUSE)
_NEAR = 2  # sentences
_REPLY = 6  # sentences from a claim to the denial that answers it
_GROUND = frozenset({"advance", "capture", "withdrawal", "surrender"})
_SIDED = COMBAT | _GROUND | {"detention", "abduction", "killing", "arms_transfer"}  # what one does and another denies
_FIGURES = frozenset({"figure", "give_figure"})
_TOTALS = _FIGURES | {"toll", "death_toll", "casualty_toll", "give_toll"}
_ONE = frozenset({"he", "him", "she", "her"})
_ONCE = frozenset(
    {"capture", "surrender", "agreement", "prisoner_exchange", "withdrawal", "nuclear_incident", "weapons_test",
     "meeting", "hold", "protest"}
)  # fmt: skip


def merged(scene: Scene, tellings: Iterable[Telling]) -> tuple[tuple[Telling, ...], ...]:
    """Tellings grouped by happening, in text order of their first telling."""
    groups: list[list[Telling]] = []
    before: list[Telling] = []
    told = tuple(tellings)
    killings = {t.head for t in told if t.type == "killing" and _is_of_one(scene, t)}
    for telling in told:
        if telling.type == "casualties" and (telling.head in killings or _is_state_of(scene, telling, told)):
            continue  # one word tells one death
        known = _killing_of(scene, telling, groups)
        if known is not None:
            known.append(replace(telling, casualties=None))
            continue
        back = _counted_here(telling, before) or antecedent(scene, telling, before)
        if telling.type == "casualties" and telling.frame.lemma in _FIGURES:
            counted_before = before[-1:] and before[-1].type == "casualties"
            if not counted_before:
                continue  # a figure of something else
            back = before[-1]
        for group in reversed(groups):
            counted = _is_total(telling) and back is not None and back.type == "casualties"
            counted = counted and not (back and back.modality.negated)  # "Nobody was hurt" is no part of a toll
            if (back in group and (counted or _tolls_fit(group, telling))) or _same(scene, group, telling):
                group.append(telling)
                break
        else:
            groups.append([telling])
        before.append(telling)
    return tuple(tuple(group) for group in groups)


def _killing_of(scene: Scene, t: Telling, groups: list[list[Telling]]) -> list[Telling] | None:
    """The killing of the one man whose death is told again: "confirmed the commander's death"."""
    actors = scene.index.actors
    dead = {ref.key for ref in t.targets if ref.layer == "actor" and actors[ref.key].kind == "person"}
    if t.type != "casualties" or len(dead) != 1 or len(t.targets) != 1 or t.modality.negated:
        return None
    return next((g for g in groups if g[0].type == "killing" and dead == {r.key for r in g[0].targets}), None)


def _is_of_one(scene: Scene, t: Telling) -> bool:
    """Whether one man is killed: "killed the general"; of several it is a toll too."""
    heads = [ref.head for ref in t.targets] or list(t.frame.fill("object"))
    return bool(heads) and all(_is_one(scene, head) for head in heads)


def _is_one(scene: Scene, head: int) -> bool:
    token = scene.tree.token(head)
    if token.pos_ == "PROPN" or token.lower_ in _ONE:
        return True
    counted = scene.tree.child(head, Role.NUMERAL) is not None
    return token.tag_ == "NN" and labels.is_noun(token) and not counted


def _is_state_of(scene: Scene, t: Telling, told: Iterable[Telling]) -> bool:
    """ "shot three people dead": the adjective tells what the killing did."""
    verb = scene.tree.heads[t.head]
    return t.frame.kind == "adjective" and any(o.type == "killing" and o.head == verb for o in told)


def _counted_here(t: Telling, before: list[Telling]) -> Telling | None:
    """ "killed scores, the ministry said, which put the toll at 93": whom the total counts, in its own sentence."""
    if not _is_total(t):
        return None
    return next((o for o in reversed(before) if o.type == "casualties" and o.number == t.number), None)


def _is_total(t: Telling) -> bool:
    """ "put the toll at 47": of what was counted before, whatever the number."""
    return t.type == "casualties" and t.frame.lemma in _TOTALS


def _same(scene: Scene, group: list[Telling], t: Telling) -> bool:
    if not all(compatible(o.type, t.type) for o in group):
        return False
    if any(_carried(scene, o, t) for o in group):
        return True
    if any(conflict(scene, o, t) for o in group) or not _tolls_fit(group, t):
        return False
    return any(_same_act(o, t) or _one_toll(o, t) or _answers(scene, o, t) or _gainsays(scene, o, t) for o in group)


def _answers(scene: Scene, a: Telling, b: Telling) -> bool:
    """ "It said that it took the villages." "The ministry denied that they had been captured." """
    if a.type != b.type or a.modality.mood != b.modality.mood:
        return False
    answered = {claim.responds_to for claim in scene.claims if claim.key in b.claims and claim.key not in a.claims}
    targets_a, targets_b = {r.key for r in a.targets}, {r.key for r in b.targets}
    return bool(answered & set(a.claims)) and (not targets_a or not targets_b or bool(targets_a & targets_b))


def _gainsays(scene: Scene, a: Telling, b: Telling) -> bool:
    """ "The rebels said that they had cut the road." "The army denied that its troops had been encircled." What
    somebody denies is what another has just said, if it is of the same type.
    """
    if b.type not in _SIDED or a.type not in _SIDED or a.modality.mood != "actual" or b.number - a.number > _REPLY:
        return False
    if a.targets and b.targets and not {r.key for r in a.targets} & {r.key for r in b.targets}:
        return False
    told = [claim for claim in scene.claims if claim.key in a.claims]
    denied = [claim for claim in scene.claims if claim.key in b.claims]
    denying = bool(denied) and all(claim.stance == "denies" for claim in denied) and b.modality.negated
    backed = any(claim.stance in ("asserts", "accuses") for claim in told)
    return denying and backed and not {c.source for c in told} & {c.source for c in denied}


def _tolls_fit(group: list[Telling], t: Telling) -> bool:
    """The toll of an attack is taken over from its consequences: it tells nothing apart."""
    return t.type in COMBAT or all(same_toll(o.casualties, t.casualties) for o in group)


def _carried(scene: Scene, a: Telling, b: Telling) -> bool:
    """A verb and the noun that is its object or subject tell one thing: "launched an attack", "agreed to a truce"."""
    heads, roles = scene.tree.heads, scene.tree.roles
    ties = _NAMING if a.type == b.type and a.type in _ONCE else _CARRYING
    first = scene.tree.first_conjunct(b.head)
    if a.type == b.type and a.type in STRIKES and heads[first] == a.head and roles[first] is Role.ADVERBIAL_CLAUSE:
        return scene.tree.token(b.head).tag_ == "VBG"  # "drones struck the miners, killing 20 and wounding 30"
    if a.type == b.type and heads[b.head] == a.head and roles[b.head] in _DESCRIBING:
        return a.frame.kind == "noun"  # "a truce brokered by Qatar"
    if _is_frame_of(scene, a, b):
        return True
    return (heads[b.head] == a.head and roles[b.head] in ties) or (heads[a.head] == b.head and roles[a.head] in ties)


def _is_frame_of(scene: Scene, a: Telling, b: Telling) -> bool:
    """ "were hit by drone strikes in a pre-dawn raid": the raid is made of the strikes."""
    tree = scene.tree
    if a.type not in COMBAT or b.type != "attack" or b.frame.kind != "noun" or b.head < a.head:
        return False
    inside = tree.preposition(b.head) == "in" and tree.heads[b.head] in (a.head, tree.heads[a.head])
    return inside and not b.definite and tree.roles[b.head] in (Role.NOMINAL_MODIFIER, Role.OBLIQUE)


def _same_act(a: Telling, b: Telling) -> bool:
    """Same target and no other agent; for what happens once, the same agent nearby."""
    if a.type != b.type:
        return False
    agents_a, agents_b = {r.key for r in a.agents}, {r.key for r in b.agents}
    if {r.key for r in a.targets} & {r.key for r in b.targets}:
        if a.type in STRIKES and a.number == b.number:
            return False
        return a.type == "capture" or not agents_a or not agents_b or bool(agents_a & agents_b)
    if a.type in _ONCE and a.modality.mood == b.modality.mood and not (a.targets and b.targets):
        return bool(agents_a & agents_b) and b.number - a.number <= _NEAR
    return False


def _one_toll(a: Telling, b: Telling) -> bool:
    """ "killing four and wounding 23"; "ten of the dead were civilians" right after."""
    if a.type != "casualties" or b.type != "casualties" or a.modality.negated != b.modality.negated:
        return False
    return a.number == b.number or (b.definite and b.number - a.number <= _NEAR)
