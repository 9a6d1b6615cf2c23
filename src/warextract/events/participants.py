"""Who takes part: the fillers of a rule's roles resolved to actors and places of the article."""

from warextract.events.nationality import actor_of_modifier
from warextract.events.scene import Ref, Scene
from warextract.lexicon.rulebook import Rule
from warextract.matching.conditions import fillers
from warextract.syntax import labels
from warextract.syntax.frames import Frame
from warextract.syntax.labels import Role

_DEPTH = 3
_MODIFIERS = (Role.COMPOUND, Role.ADJECTIVE, Role.POSSESSOR, Role.FLAT, Role.MODIFIER_BARE)


def role_refs(scene: Scene, rule: Rule, frame: Frame, role: str) -> tuple[Ref, ...]:
    """Entities that fill a role of a rule: of its slots the first whose fillers name any."""
    for slot in rule.roles.get(role, ()):
        found = slot_refs(scene, frame, slot, agent=role == "agent")
        if found:
            return found
    return ()


def slot_refs(scene: Scene, frame: Frame, slot: str, *, agent: bool) -> tuple[Ref, ...]:
    """Entities among the fillers of one slot."""
    out: list[Ref] = []
    for head in fillers(frame, slot):
        named = frame.kind == "noun" and slot == "subject" and not frame.has("light")
        if named and labels.is_pronoun(scene.tree.token(head)):
            continue  # "It was the third attack this month"
        if slot == "modifier":
            found = actor_refs(scene, head) or _one(actor_of_modifier(scene, head))
        else:
            found = actor_refs(scene, head) if agent else any_refs(scene, head)
        out += found
    return unique(out)


def actor_refs(scene: Scene, head: int, depth: int = 0) -> tuple[Ref, ...]:
    """Actors named by a noun: itself, what it is a part of ("units of the brigade"), or who owns a weapon
    or a place that acts ("Russian drones struck", "its artillery fired").
    """
    found = scene.actor(head)
    if found and not (scene.weapon(head) and scene.index.actors[found.key].kind == "other"):
        return (found,)  # "Two Iskanders hit a school": missiles, whatever else they were taken for
    if depth >= _DEPTH:
        return ()
    for part in _below(scene, head, "of"):
        inner = actor_refs(scene, part, depth + 1)
        if inner:
            return inner
    # "the Islamist group al-Shabaab", with the name hung on the noun
    named = [ref for c in scene.tree.children(head, Role.APPOSITION, Role.FLAT) if (ref := scene.actor(c))]
    if named:
        return tuple(named[:1])
    return owners(scene, head) if labels.is_noun(scene.tree.token(head)) else ()


def owners(scene: Scene, head: int) -> tuple[Ref, ...]:
    """Whose a thing is: possessor, country adjective or group's name before it."""
    out: list[Ref] = []
    tree = scene.tree
    own = tree.children(head, *_MODIFIERS)
    inner = [d for c in own if tree.roles[c] is Role.COMPOUND for d in tree.children(c, Role.ADJECTIVE, Role.COMPOUND)]
    for c in (*own, *inner):
        for member in tree.conjuncts(c):
            found = scene.actor(member)
            if found is None and (tree.token(member).is_title or not scene.weapon(member)):
                found = actor_of_modifier(scene, member)
            if found:
                out.append(found)
    return unique(out)


def any_refs(scene: Scene, head: int, depth: int = 0) -> tuple[Ref, ...]:
    """Actors or places named by a noun, or by what it is a part of ("part of the camp", "the village of X")."""
    place, actor = scene.place(head), scene.actor(head)
    if actor or place:
        return _one(actor or place)
    if depth >= _DEPTH:
        return ()
    tree = scene.tree
    for part in [*_below(scene, head, "of"), *tree.children(head, Role.APPOSITION, Role.FLAT)]:
        inner = any_refs(scene, part, depth + 1)
        if inner:
            return inner
    for c in tree.children(head, Role.COMPOUND, Role.POSSESSOR):
        found = scene.place(c) or scene.actor(c)
        if found:
            return (found,)
    for c in tree.children(head, Role.ADJECTIVE):
        found = scene.actor(c)
        if found:
            return (found,)
    return ()


def _below(scene: Scene, head: int, *prepositions: str) -> list[int]:
    tree = scene.tree
    return [
        member
        for c in tree.children(head, Role.NOMINAL_MODIFIER, Role.OBLIQUE)
        if tree.preposition(c) in prepositions
        for member in tree.conjuncts(c)
    ]


def _one(ref: Ref | None) -> tuple[Ref, ...]:
    return () if ref is None else (ref,)


def unique(refs: list[Ref]) -> tuple[Ref, ...]:
    """References without repeated entities, first mention first."""
    return tuple({(ref.layer, ref.key): ref for ref in reversed(refs)}.values())[::-1]
