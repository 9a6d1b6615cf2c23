"""Who is meant by a modifier: "Russian shelling", "rebel fire", "a Houthi attack"."""

from functools import lru_cache

from warextract.events.scene import Ref, Scene
from warextract.lexicon.gazetteer import ActorGazetteer
from warextract.matching.conditions import EntityIndex
from warextract.mentions.entities import ActorEntity

_FORCES = ("military", "armed_group")
_SIDES = (*_FORCES, "state", "government", "igo")
_USES = ("adjective", "country", "country-later")
_LEAST = 3  # letters that a name must share with a modifier
_FEW_WORDS = 3
_TROOPS = frozenset({"troops", "soldiers", "forces", "personnel"})
_WHOLE = ("armed forces", "army", "military", "defence force", "defense force", "national guard", " forces")


def actor_of_modifier(scene: Scene, head: int) -> Ref | None:
    """The actor that a word before a noun names: a country's state, else its armed forces; or a group by its name."""
    country = country_of_modifier(scene, head)
    if country is not None:
        found = side_of(scene.index, country)
        return Ref("actor", found.key, head) if found else None
    return _named(scene, head)


def country_of_modifier(scene: Scene, head: int) -> str | None:
    """ISO code of the country that an adjective or country name stands for ("South Korean" is KOR)."""
    token = scene.tree.token(head)
    if not token.text[:1].isupper():
        return None
    if head > 0 and scene.tree.token(head - 1).text[:1].isupper():
        found = _country((scene.tree.token(head - 1).text, token.text))
        if found:
            return found
    return _country((token.text,))


@lru_cache(maxsize=2048)
def _country(words: tuple[str, ...]) -> str | None:
    gazetteer = ActorGazetteer.load()
    for hit in gazetteer.names(words):
        if hit.use in _USES and hit.end - hit.start == len(words):
            country = gazetteer.country(hit.id)
            return country.code if country else None
    return None


def side_of(index: EntityIndex, country: str) -> ActorEntity | None:
    """The state if the article has it as an actor, else its armed forces as a whole, else its troops, else None.

    Of several forces the one that is named most often stands for the country.
    """
    own = [a for a in index.entities.actors if a.country == country]
    states = [a for a in own if a.kind == "state"]
    forces = [a for a in own if a.kind == "military" and _is_whole(a)]
    troops = [a for a in own if a.kind == "military" and _is_troops(a)]
    for found in (states, forces, troops):
        if found:
            return max(found, key=lambda a: len(a.mentions))
    return None


def _is_whole(actor: ActorEntity) -> bool:
    """Whether a force is a country's as a whole, not a numbered unit."""
    name = actor.name.lower()
    return any(word in name for word in _WHOLE) and not any(ch.isdigit() for ch in name)


def _is_troops(actor: ActorEntity) -> bool:
    """ "US troops", not some thousands of them."""
    words = actor.name.lower().split()
    return words[-1] in _TROOPS and len(words) <= _FEW_WORDS and not any(ch.isdigit() for ch in actor.name)


def _named(scene: Scene, head: int) -> Ref | None:
    token = scene.tree.token(head)
    stem = token.lower_.removesuffix("-led").removesuffix("-backed").removesuffix("s")
    if len(stem) < _LEAST:
        return None
    titled = token.text[:1].isupper()
    for actor in scene.index.entities.actors:
        if actor.kind not in _SIDES:
            continue
        heads = {scene.tree.token(m.head).lower_.removesuffix("s") for m in actor.mentions if m.form != "pronoun"}
        if stem in heads or (titled and actor.kind in _FORCES and stem in _parts(actor.name)):
            return Ref("actor", actor.key, head)
    return None


def _parts(name: str) -> frozenset[str]:
    """Words of a name, without plural endings ("Houthis", "Houthi rebels": houthi)."""
    return frozenset(part.removesuffix("s") for part in name.lower().replace("-", " ").split())
