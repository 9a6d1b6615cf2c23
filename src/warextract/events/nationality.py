"""Who is meant by a modifier: "Russian shelling", "rebel fire", "a Houthi attack"."""

from warextract.events.scene import Ref, Scene
from warextract.matching.conditions import EntityIndex
from warextract.mentions.entities import ActorEntity

try:
    from warextract.lexicon.countries import country_of_adjective
except ImportError:  # until the table of countries lands

    def country_of_adjective(word: str) -> str | None:
        return None


_FORCES = ("military", "armed_group")
_LEAST = 3  # letters that a name must share with a modifier


def actor_of_modifier(scene: Scene, head: int) -> Ref | None:
    """The actor that a word before a noun names: a country's state, else its armed forces; or a group by its name."""
    token = scene.tree.token(head)
    country = country_of_adjective(token.text)
    if country is not None:
        found = forces_of(scene.index, country)
        return Ref("actor", found.key, head) if found else None
    return _named(scene, head)


def forces_of(index: EntityIndex, country: str) -> ActorEntity | None:
    """The state if the article has it as an actor, else its armed forces as a whole, else None.

    Of several forces the one that is named most often stands for the country.
    """
    own = [a for a in index.entities.actors if a.country == country]
    general = [a for a in own if a.kind == "military" and _is_general(a)]
    states = [a for a in own if a.kind == "state"]
    for found in (states, general):
        if found:
            return max(found, key=lambda a: len(a.mentions))
    return None


def _is_general(actor: ActorEntity) -> bool:
    """Whether a force is a country's as a whole: not a numbered unit, no part of another force."""
    name = actor.name.lower()
    return any(word in name for word in _WHOLE) and not any(ch.isdigit() for ch in name)


_WHOLE = ("armed forces", "army", "military", "defence force", "defense force", "national guard", " forces")


def _named(scene: Scene, head: int) -> Ref | None:
    token = scene.tree.token(head)
    word = token.lower_.removesuffix("-led").removesuffix("-backed")
    titled = token.text[:1].isupper()
    if len(word) < _LEAST:
        return None
    stem = word.removesuffix("s")
    for actor in scene.index.entities.actors:
        if actor.kind not in (*_FORCES, "state", "government"):
            continue
        for mention in actor.mentions:
            last = scene.tree.token(mention.head).lower_
            if last.removesuffix("s") == stem or (titled and actor.kind in _FORCES and _is_name_part(scene, actor, stem)):
                return Ref("actor", actor.key, head)
    return None


def _is_name_part(scene: Scene, actor: ActorEntity, stem: str) -> bool:
    return stem in {part.removesuffix("s") for part in actor.name.lower().replace("-", " ").split()} and stem[0].isalpha() and len(stem) > _LEAST
