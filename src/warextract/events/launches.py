"""Missiles that are only tried: what an article tells of their flight after it has told of the test."""

from collections.abc import Sequence
from dataclasses import replace

from warextract.events.scene import Scene
from warextract.events.telling import Telling
from warextract.syntax.labels import Role

_FLIGHT = frozenset(
    {"launch", "fire", "fly", "fall", "land", "splash", "travel", "salvo", "volley", "launching", "firing"}
)
_HIT = frozenset({"facility", "settlement"})
_AT = frozenset({"", "at", "on", "into", "against"})
_KNOWN = frozenset({"the", "these", "those", "both", "it", "they"})


def tried(scene: Scene, tellings: Sequence[Telling]) -> list[Telling]:
    """The tellings, flights of missiles without a target as tests where the article tells of one ("fired two missiles
    into the sea … the missiles were launched from Kaechon and fell near the coast").
    """
    tests = [t for t in tellings if t.type == "weapons_test" and t.modality.mood == "actual"]
    testers = {ref.key for t in tests for ref in t.agents}
    return [_as_test(t) if tests and _is_flight(scene, t, testers) else t for t in tellings]


def _as_test(t: Telling) -> Telling:
    return replace(t, type="weapons_test", targets=(), definite=t.definite or not t.agents)


def _is_flight(scene: Scene, t: Telling, testers: set[str]) -> bool:
    if t.type != "missile_strike" or t.frame.lemma not in _FLIGHT:
        return False
    if not ({ref.key for ref in t.agents} & testers if t.agents else _is_known(scene, t)):
        return False
    places = scene.index.places
    for ref in t.targets:
        hit = ref.layer == "actor" or places[ref.key].kind in _HIT
        if hit and (ref.layer == "actor" or scene.tree.preposition(ref.head) in _AT):
            return False
    return True


def _is_known(scene: Scene, t: Telling) -> bool:
    """Whether the missiles are those told of before: "the missiles were launched", "one of the missiles landed"."""
    tree = scene.tree
    for head in (*t.frame.fill("subject"), *t.frame.fill("object")):
        words = {tree.token(head).lower_, *(tree.token(c).lower_ for c in tree.children(head, Role.DETERMINER))}
        for c in tree.children(head, Role.NOMINAL_MODIFIER):
            if tree.preposition(c) == "of":
                words |= {tree.token(d).lower_ for d in tree.children(c, Role.DETERMINER)}
        if words & _KNOWN:
            return True
    return False
