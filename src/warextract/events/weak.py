"""What an article tells decides what its words tell: "the attack" of a critic, "the battle" for a market.

Rules with a negative priority are weak. A happening that weak tellings alone tell is kept only in an article with at
least two that others tell; so "wave after wave of attacks" in a match report yields nothing. In an article in which
nobody bears arms, deeds of war by nobody or by a company are figures of speech, and its dead are those of accidents.
"""

from collections.abc import Iterable

from warextract.events.kinds import COMBAT, CONSEQUENCES
from warextract.events.scene import Ref, Scene
from warextract.events.telling import Telling
from warextract.lexicon.conflict import load_conflict_words
from warextract.vocabulary import EventType

Group = tuple[Telling, ...]
_ENOUGH = 2
_WARLIKE: frozenset[EventType] = frozenset({*COMBAT, "capture", "advance", "hold", "withdrawal", "interception"})  # type: ignore[arg-type]
_VIOLENT = COMBAT | {"killing", "abduction", "interception", "capture", "advance"}
_BY_WEAPONS = frozenset({"bombing", "missile_strike", "air_strike", "drone_strike"})
_FIGURATIVE = (_WARLIKE - _BY_WEAPONS) | {"surrender", "deployment", "weapons_test", "threat", "fortification"}
_ARMED = frozenset({"military", "armed_group"})
_POLITICAL = _ARMED | {"state", "government", "igo"}
_SHORT = 4  # sentences: too few to tell what they are about
_FEW = 3  # mentions of people who bear arms and of weapons, from which an article is about fighting


def without_weak(scene: Scene, groups: tuple[Group, ...]) -> tuple[Group, ...]:
    """The groups of an article less those that are told of nothing real in it."""
    strong = [group for group in groups if any(t.rule.priority >= 0 or _is_filled(t) for t in group)]
    if not _is_about_arms(scene, strong):
        return tuple(_in_peace(scene, strong))
    warlike = sum(any(t.type in _WARLIKE for t in group) for group in strong)
    return groups if warlike >= _ENOUGH else tuple(strong)


def _is_filled(t: Telling) -> bool:
    """ "blamed the rebels for the attack, which took place in Dumba": a word for an attack, with doer and place."""
    armed = t.type in _BY_WEAPONS and bool(t.agents) and bool(t.weapons)  # "hit back with missiles"
    return armed or (t.type in COMBAT and bool(t.agents) and bool(t.places) and t.time is not None)


def _is_about_arms(scene: Scene, groups: list[Group]) -> bool:
    """Whether the article names those who bear arms, or tells a deed of theirs."""
    entities = scene.index.entities
    armed = sum(len(a.mentions) for a in entities.actors if a.kind in _ARMED)
    armed += sum(len(w.mentions) for w in entities.weapons)
    if armed >= _FEW or not groups or scene.numbers[-1] < _SHORT:
        return True
    return any(
        t.type in _BY_WEAPONS
        or (t.type in _VIOLENT and (t.weapons or _kinds(scene, (*t.agents, *t.targets)) & (_ARMED | {"state"})))
        for group in groups
        for t in group
    )


def _in_peace(scene: Scene, groups: list[Group]) -> list[Group]:
    """What is left where nobody bears arms: deeds with a doer or a victim, and what they cost."""
    kept = [group for group in groups if not _is_figure(scene, group)]
    violent = any(t.type in _VIOLENT for group in kept for t in group)
    if violent or not _is_of_accident(scene):
        return kept
    return [g for g in kept if all(t.type not in CONSEQUENCES | {"displacement"} for t in g)]


def _is_figure(scene: Scene, group: Group) -> bool:
    """Whether a deed of war is told of nobody who could do or undergo it."""
    types = {t.type for t in group}
    agents = _kinds(scene, [r for t in group for r in t.agents])
    targets = _kinds(scene, [r for t in group for r in t.targets])
    if not types & _FIGURATIVE:
        return False
    if agents and agents <= {"company", "media"}:
        return True
    return not agents & _POLITICAL and not targets - {"company", "media", "country", "region"}


def _is_of_accident(scene: Scene) -> bool:
    words = load_conflict_words().accidents
    return any(token.lemma_.lower() in words for token in scene.tree.tokens)


def _kinds(scene: Scene, refs: Iterable[Ref]) -> set[str]:
    """Kinds of the actors and places that take part."""
    actors, places = scene.index.actors, scene.index.places
    return {actors[r.key].kind if r.layer == "actor" else places[r.key].kind for r in refs}
