"""Whether a frame meets the conditions of a rule."""

from functools import lru_cache

from warextract.lexicon.gazetteer import ActorGazetteer
from warextract.lexicon.place_nouns import load_place_nouns
from warextract.lexicon.predicates import load_predicates
from warextract.lexicon.rulebook import Condition, Rule, shared_classes
from warextract.mentions.entities import ActorEntity, Entities, PlaceEntity, WeaponEntity
from warextract.syntax import labels
from warextract.syntax.circumstances import is_imperative, is_negated
from warextract.syntax.frames import Frame
from warextract.syntax.labels import Role
from warextract.syntax.tree import Tree

_ANY = "any"
_OPEN = frozenset({_ANY, "settlement"})
_SITES = ("facility", "settlement", "area")
_ARMED = ("armed_group", "military")
_PLACE_LABELS = frozenset({"GPE", "LOC", "FAC"})
SLOT_GROUPS: dict[str, tuple[str, ...]] = {
    "where": ("in", "at", "near", "on", "outside", "inside", "around", "across", "throughout", "within", "along",
              "over", "off", "south_of", "north_of", "east_of", "west_of", "between", "beyond", "toward", "towards"),
    "against": ("on", "against", "at", "upon"),
    "means": ("with", "using", "by", "via", "through"),
}  # fmt: skip


class EntityIndex:
    """Entities by key, for the conditions of rules."""

    def __init__(self, entities: Entities) -> None:
        self.entities = entities
        self.actors: dict[str, ActorEntity] = {a.key: a for a in entities.actors}
        self.places: dict[str, PlaceEntity] = {p.key: p for p in entities.places}
        self.weapons: dict[str, WeaponEntity] = {w.key: w for w in entities.weapons}

    def actor(self, head: int) -> ActorEntity | None:
        key = self.entities.actor_at(head)
        return self.actors.get(key) if key else None

    def place(self, head: int) -> PlaceEntity | None:
        key = self.entities.place_at(head)
        return self.places.get(key) if key else None

    def weapon(self, head: int) -> WeaponEntity | None:
        key = self.entities.weapon_at(head)
        return self.weapons.get(key) if key else None

    def mentions_of_side(self, key: str) -> tuple[int, ...]:
        """Heads of the mentions of an actor and of the state that it belongs to."""
        actor = self.actors.get(key)
        if actor is None:
            return ()
        own = [actor]
        if actor.kind in ("government", "military") and actor.country:
            own += [a for a in self.actors.values() if a.kind == "state" and a.country == actor.country]
        return tuple(m.head for a in own for m in a.mentions)


@lru_cache(maxsize=1024)
def slots(name: str) -> tuple[str, ...]:
    """The slots that a name stands for: "object|of" is both, "@where" all of a group.

    >>> slots("object|of")
    ('object', 'of')
    """
    out: list[str] = []
    for part in name.split("|"):
        out += SLOT_GROUPS[part[1:]] if part.startswith("@") else [part]
    return tuple(out)


def fillers(frame: Frame, name: str) -> tuple[int, ...]:
    """Heads that fill any of the named slots; "head" is the predicate itself ("executed [civilians]")."""
    if name == "head":
        return (frame.head,)
    asked = slots(name)
    if len(asked) == 1:
        return frame.fill(asked[0])
    return tuple([head for slot in asked for head in frame.fill(slot)])


def holds(rule: Rule, frame: Frame, tree: Tree, index: EntityIndex) -> bool:
    """Whether a rule's conditions, other than its lemma, hold for a frame."""
    if frame.kind not in rule.kinds:
        return False
    details = frame.details
    if not details.flags.issuperset(rule.flags) or not details.flags.isdisjoint(rule.not_flags):
        return False
    if rule.context and not any(lemma in rule.context for lemma in details.context):
        return False
    if rule.not_context and any(lemma in rule.not_context for lemma in details.context):
        return False
    for slot, condition in rule.when.items():
        if not _met(condition, frame, slot, tree, index) and not _said_by_modifier(condition, frame, slot, tree):
            return False
    return not any(_met(condition, frame, slot, tree, index) for slot, condition in rule.unless.items())


def _met(condition: Condition, frame: Frame, slot: str, tree: Tree, index: EntityIndex) -> bool:
    found = fillers(frame, slot)
    if condition.absent:
        return not found
    if not found:
        return False
    if condition.actor and slot == "modifier" and any(_is_name(tree, head) for head in found):
        return True
    return any(satisfies(condition, h, tree, index) for head in found for h in (head, *_parts(tree, head)))


def _said_by_modifier(condition: Condition, frame: Frame, slot: str, tree: Tree) -> bool:
    """Whether a name before a noun may stand for the actor that one of several slots asks for ("a Saudi strike")."""
    if not condition.actor or "modifier" not in slots(slot):
        return False
    return any(_is_name(tree, head) for head in frame.fill("modifier"))


def _is_name(tree: Tree, head: int) -> bool:
    """Whether a modifier names somebody: "Russian shelling" (countries' adjectives are no mentions of actors)."""
    token = tree.token(head)
    return token.text[:1].isupper() and (not token.is_sent_start or token.pos_ == "PROPN" or bool(token.ent_type_))


def _parts(tree: Tree, head: int) -> tuple[int, ...]:
    """What a number or a part stands for: "74 of the drones", "part of the town"."""
    if tree.token(head).pos_ != "NUM" and tree.lemma(head) not in load_predicates().parts:
        return ()
    of = [c for c in tree.children(head, Role.NOMINAL_MODIFIER) if tree.preposition(c) == "of"]
    return tuple(whole for c in of for whole in (c, *_parts(tree, c)))  # "most of the half of the country"


def _names(tree: Tree, head: int) -> set[str]:
    """A noun's lemma, also with each of its modifiers: "plant" and "nuclear_plant"; any number is "#"."""
    token = tree.token(head)
    lemma = "#" if token.pos_ == "NUM" else tree.lemma(head)
    names = {lemma, *[f"{tree.lemma(c)}_{lemma}" for c in tree.children(head, Role.COMPOUND, Role.ADJECTIVE)]}
    if token.is_sent_start and token.pos_ == "PROPN" and lemma.endswith(("s", "men")):
        # "Bandits stormed a school": a common noun that opens its sentence, taken for a name.
        names.add(f"{lemma[:-2]}an" if lemma.endswith("men") else lemma[:-1])
    return names


@lru_cache(maxsize=1)
def _professions() -> frozenset[str]:
    """Nouns for people by what they do: "teachers" are a population too."""
    return frozenset(shared_classes()["profession"])


def _may_be_place(condition: Condition, tree: Tree, head: int) -> bool:
    """Whether what the mention layer left out may yet be a place: a name that is taken for one, or a noun of a site."""
    token = tree.token(head)
    if token.pos_ == "PROPN" and token.text[:1].isupper() and token.ent_type_:
        return token.ent_type_ in _PLACE_LABELS and not _OPEN.isdisjoint(condition.place)
    sites, noun = load_place_nouns().fixed, tree.lemma(head)
    kind = next((k for k in _SITES if token.pos_ == "NOUN" and noun in getattr(sites, k)), None)
    return kind is not None and (_ANY in condition.place or kind in condition.place)


def _may_be_actor(condition: Condition, tree: Tree, head: int) -> bool:
    """Whether a noun that the mention layer left out is one for people who bear arms, where such are asked for."""
    kind = ActorGazetteer.load().kinds.get(tree.lemma(head)) if tree.token(head).pos_ == "NOUN" else None
    return kind in _ARMED and kind in condition.actor


def satisfies(condition: Condition, head: int, tree: Tree, index: EntityIndex) -> bool:
    """Whether one filler meets a condition."""
    names = _names(tree, head)
    if not names.isdisjoint(condition.not_lemma):
        return False
    if condition.only_lemma and names.isdisjoint(condition.only_lemma):
        return False
    if condition.imperative and not is_imperative(tree, head):
        return False
    if condition.negated and not is_negated(tree, head):
        return False
    if not (condition.place or condition.actor or condition.weapon or condition.lemma):
        return True
    if not names.isdisjoint(condition.lemma):
        return True
    if "population" in condition.actor and not names.isdisjoint(_professions()) and labels.is_plural(tree.token(head)):
        return True
    place, actor, weapon = index.place(head), index.actor(head), index.weapon(head)
    if condition.place and place is not None and (_ANY in condition.place or place.kind in condition.place):
        return True
    if condition.place and place is None and actor is None and _may_be_place(condition, tree, head):
        return True
    if condition.actor and actor is not None and (_ANY in condition.actor or actor.kind in condition.actor):
        return True
    if condition.actor and actor is None and place is None and _may_be_actor(condition, tree, head):
        return True
    if condition.weapon and weapon is not None:
        return (
            _ANY in condition.weapon
            or weapon.class_.split(".")[0] in condition.weapon
            or weapon.class_ in condition.weapon
        )
    return False
