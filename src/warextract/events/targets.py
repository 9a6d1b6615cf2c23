"""Whom and what a deed is done to."""

from warextract.events import places as where
from warextract.events.kinds import STRIKES
from warextract.events.participants import actor_refs, any_refs, owners, role_refs, unique
from warextract.events.places import PlaceAt
from warextract.events.scene import Ref, Scene
from warextract.events.toll import TOLLS
from warextract.lexicon.rulebook import Rule
from warextract.matching.conditions import fillers
from warextract.syntax import clauses
from warextract.syntax.frames import Frame
from warextract.syntax.labels import Role

_GROUND = frozenset({"capture", "hold"})


def done_to(scene: Scene, rule: Rule, frame: Frame, event_type: str) -> tuple[Ref, ...]:
    """By the rule's roles, with those named beside them; of what is downed or destroyed its owner."""
    found = _closest(scene, role_refs(scene, rule, frame, "target"))
    if not found and event_type in ("interception", "damage", "hold"):
        # whose the drone is that was shot down, whose the attack that was repelled
        heads = [head for slot in rule.roles.get("target", ("object",)) for head in fillers(frame, slot)]
        found += [ref for head in heads for ref in owners(scene, head)]
        if event_type == "hold" and not found:
            found += [ref for head in heads for ref in _authors(scene, head)]
    if event_type == "interception" and not found:
        # an airliner that was shot down is itself what was hit
        found += [ref for head in fillers(frame, "object") if (ref := scene.place(head))]
    if event_type in _GROUND:
        found = [_ground_of(scene, ref) for ref in found] or _it(scene, frame)
    for role in TOLLS:
        for slot in rule.roles.get(role, ()):
            counted = fillers(frame, slot)
            for head in counted:
                found += any_refs(scene, head)
            if counted:
                break
    return unique([*found, *_named_with(scene, rule, frame)])


def _closest(scene: Scene, refs: tuple[Ref, ...]) -> list[Ref]:
    """ "exploded in a park in Lahore": the park was hit, Lahore is where it lies."""
    sites = [ref for ref in refs if ref.layer == "place" and scene.index.places[ref.key].kind == "facility"]
    if not sites:
        return list(refs)
    return [ref for ref in refs if ref in sites or ref.layer == "actor" or scene.tree.preposition(ref.head) != "in"]


def _authors(scene: Scene, head: int) -> tuple[Ref, ...]:
    """Whose a happening is: "an attack by rebels", "attempts by rebels to cross"."""
    return unique([ref for agent in clauses.agents(scene.tree, head) for ref in actor_refs(scene, agent)])


_WITH = ("including", "along_with", "together_with", "as_well_as", "alongside", "and_also")


def _named_with(scene: Scene, rule: Rule, frame: Frame) -> list[Ref]:
    """Further targets that the phrase of one names: "twelve villages, including X and Y", "the town of X, along with
    Y", "the towns of X and Y".
    """
    tree = scene.tree
    slots = [*rule.roles.get("target", ()), *(slot for role in TOLLS for slot in rule.roles.get(role, ()))]
    heads = next((found for slot in slots if (found := fillers(frame, slot))), ())
    more: list[int] = []
    for head in heads:
        for c in tree.children(head, Role.NOMINAL_MODIFIER, Role.OBLIQUE):
            if tree.preposition(c) in _WITH:
                more += tree.conjuncts(c)
            elif tree.preposition(c) == "of" and scene.place(c):
                more += [m for m in tree.conjuncts(c) if m != c]
    if heads and "target" in rule.roles:
        more += [m for slot in _WITH[1:] for m in frame.fill(slot)]
    return [ref for m in more for ref in any_refs(scene, m)]


def _it(scene: Scene, frame: Frame) -> list[Ref]:
    """ "since it was recaptured": a pronoun that nobody is meant by is the place named last."""
    found = [_ground_of(scene, Ref("actor", "", head)) for head in fillers(frame, "object")]
    return [ref for ref in found if ref.layer == "place"]


def _ground_of(scene: Scene, ref: Ref) -> Ref:
    """ "The army still held it": where the pronoun was read as an actor, the place named last."""
    if ref.layer == "place" or scene.tree.token(ref.head).lower_ != "it":
        return ref
    number = scene.numbers[ref.head]
    for i in range(ref.head - 1, -1, -1):
        if number - scene.numbers[i] > 1:
            break
        place = scene.place(i)
        if place:
            return place._replace(head=ref.head)
    return ref


def places_reached(scene: Scene, event_type: str, places: tuple[PlaceAt, ...], acts: bool) -> tuple[Ref, ...]:
    """Places that a deed without a named target is done to: all towns that were struck, the goal of an advance, what
    was left in a withdrawal.
    """
    wanted = {"advance": "destination", "withdrawal": "origin"}.get(event_type)
    if wanted is None and event_type not in STRIKES and not (event_type == "clash" and acts):
        return ()
    fitting = [p for p in places if p.role == wanted or (wanted is None and p.role != "origin")]
    named = [p for p in fitting if wanted or scene.index.places[p.key].kind in ("facility", "settlement")]
    least = min((where.SIZE[scene.index.places[p.key].kind] for p in named), default=0)
    return tuple(Ref("place", p.key, p.head) for p in named if where.SIZE[scene.index.places[p.key].kind] == least)
