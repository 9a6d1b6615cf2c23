"""Which weapons an event uses, and who operates a weapon."""

from collections.abc import Iterable

from warextract.events.participants import actor_refs, owners, unique
from warextract.events.scene import Ref, Scene
from warextract.lexicon.rulebook import Rule
from warextract.matching.conditions import fillers
from warextract.syntax import clauses, labels
from warextract.syntax.frames import Frame
from warextract.syntax.labels import Role

_MEANS = ("with", "using", "by", "via", "under", "from", "aboard", "on", "of", "in",
          "along_with", "alongside", "together_with", "including")  # fmt: skip
_USE = frozenset(
    {"use", "employ", "fire", "launch", "drop", "deploy", "utilise", "utilize", "involve", "release", "detonate"}
)
_OPERATE = frozenset({"operate", "fly", "fire", "launch", "send", "use", "own", "pilot", "control", "plant", "place"})
_HAVING = ("of", "with", "on", "carrying", "including")
_ARMED = frozenset({"armed", "equipped"})
_CARRIED = (Role.NOMINAL_MODIFIER, Role.NOUN_CLAUSE, Role.OBLIQUE)


def weapons_used(scene: Scene, rule: Rule, frame: Frame, event_type: str) -> tuple[str, ...]:
    """Keys of the weapons of an event: by the rule's role, as subject, object, modifier or means, and those of a
    clause that tells how ("using five missiles", "dropping 92 bombs").
    """
    heads: list[int] = []
    for slot in rule.roles.get("weapon", ()):
        heads += fillers(frame, slot)
    heads += [i for i in frame.words if i != frame.head]  # "laid down their arms"
    for head in frame.fill("subject"):
        # a ship or a battery that downs a drone is who does it
        if event_type != "interception" or not scene.actor(head):
            heads.append(head)
    for slot in ("modifier", *(() if event_type == "casualties" else ("object",)), *_MEANS):
        heads += frame.fill(slot)
    for head in frame.fill("adverbial"):
        if scene.tree.lemma(head) in _USE:
            heads += _objects(scene, head)
    if frame.governor is not None and scene.tree.lemma(frame.governor) in _USE and frame.kind == "noun":
        heads += [h for h in _objects(scene, frame.governor) if h != frame.head]
    return keys(scene, [*heads, *(h for head in heads for h in _listed_after(scene, head))])


_LISTS = (("such", "as"), ("including",))


def _listed_after(scene: Scene, head: int) -> list[int]:
    """Weapons that a list gives as examples of one: "munitions, such as glide bombs (500 kilos), shells and drones".

    Read along the line, for parsers lose such lists at brackets; up to the next verb or the end of the sentence.
    """
    tree = scene.tree
    end = tree.sentence(head)[1]
    start = head + 1
    while start < end and tree.token(start).is_punct:
        start += 1
    opener = next((o for o in _LISTS if tuple(t.lower_ for t in tree.tokens[start : start + len(o)]) == o), None)
    if opener is None:
        return []
    out: list[int] = []
    for i in range(start + len(opener), end):
        if labels.is_verb(tree.token(i)) or tree.token(i).text == ";":
            break
        if scene.index.weapon(i) is not None:
            out.append(i)
    return out


def _objects(scene: Scene, verb: int) -> list[int]:
    return [m for c in scene.tree.children(verb, Role.OBJECT) for m in scene.tree.conjuncts(c)]


def keys(scene: Scene, heads: Iterable[int]) -> tuple[str, ...]:
    """Keys of the weapons at these nouns or carried by them ("fighters on trucks with machine guns")."""
    out: dict[str, None] = {}
    for head in heads:
        own = scene.weapon(head)
        if own:
            out[own] = None
        elif scene.index.place(head):
            continue
        for inner in _carried(scene, head):
            out[inner] = None
    return tuple(out)


def _carried(scene: Scene, head: int) -> list[str]:
    """Weapons in phrases below a noun that name what it has: "a launcher with two rockets", "a barrage of drones"."""
    tree = scene.tree
    if not labels.is_noun(tree.token(head)):
        return []
    out: list[str] = []
    for c in tree.children(head, Role.COMPOUND, Role.ADJECTIVE):
        found = scene.weapon(c)
        if found and not scene.weapon(head):
            out.append(found)
    for c in tree.children(head, Role.ADJECTIVE, Role.NOUN_CLAUSE):
        if c > head and tree.token(c).lower_ in _ARMED:  # "men armed with machetes"
            out += [w for o in tree.children(c, Role.OBLIQUE) for m in tree.conjuncts(o) if (w := scene.weapon(m))]
    for c in tree.children(head, *_CARRIED):
        if tree.roles[c] is not Role.NOUN_CLAUSE and tree.preposition(c) not in _HAVING:
            continue
        for member in tree.conjuncts(c):
            found = scene.weapon(member)
            if found:
                out.append(found)
            out += [w for o in tree.children(member, Role.OBLIQUE) if (w := scene.weapon(o))]
    return out


def operating(scene: Scene, head: int) -> tuple[Ref, ...]:
    """Who a clause says operates a weapon: "drones operated by military intelligence"."""
    tree = scene.tree
    out: list[Ref] = []
    for c in tree.children(head, Role.NOUN_CLAUSE, Role.RELATIVE_CLAUSE):
        if tree.lemma(c) in _OPERATE:
            for agent in clauses.agents(tree, c):
                out += actor_refs(scene, agent)
    return unique(out)


def operators(scene: Scene, used: Iterable[tuple[tuple[str, ...], str | None]]) -> dict[str, str]:
    """Who operates each weapon: as the mention layer read it, else by its owner in the text, else the agent of an
    event that uses it. ``used`` pairs the weapons of an event with its agent's key.
    """
    out: dict[str, str] = {}
    for weapon in scene.index.entities.weapons:
        if weapon.operator:
            out[weapon.key] = weapon.operator
            continue
        for mention in weapon.mentions:
            found = owners(scene, mention.head)
            if found:
                out[weapon.key] = found[0].key
                break
    for weapons, agent in used:
        if agent:
            for key in weapons:
                out.setdefault(key, agent)
    return out
