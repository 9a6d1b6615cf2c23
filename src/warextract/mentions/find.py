"""All entities of an article: places, actors and weapons, found in an order that lets one yield to another."""

from dataclasses import dataclass
from datetime import date

from warextract.lexicon.gazetteer import ActorGazetteer
from warextract.lexicon.places import PlaceTable
from warextract.lexicon.weapons import WeaponLexicon
from warextract.mentions.actors import read_actors
from warextract.mentions.entities import Entities
from warextract.mentions.places import find_places
from warextract.mentions.struck import settle_struck
from warextract.mentions.sure_places import sure_places
from warextract.mentions.told_places import told_places
from warextract.mentions.weapons import find_weapons
from warextract.syntax.tree import Tree
from warextract.text.dateline import DatelineMatch

_NO_SITES = frozenset({"explosive", "bomb", "missile", "rocket", "drone", "artillery", "munition", "weapon", "wmd"})
Chars = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Gazetteers:
    """What is known of the world: actors, places and weapons."""

    actors: ActorGazetteer
    places: PlaceTable
    weapons: WeaponLexicon


def find_entities(
    tree: Tree, known: Gazetteers, dateline: DatelineMatch | None, published: date | None = None
) -> Entities:
    """All entities of an article; words of the dateline are no actors. ``published`` is its day."""
    head = frozenset(_tokens(tree, (dateline.start, dateline.end))) if dateline else frozenset[int]()
    told = told_places(tree, known.places)
    sure = sure_places(tree, known.places, told)
    reading = read_actors(tree, known.actors, taken=head | sure, agency=_agency(dateline), published=published)
    weapons = find_weapons(tree, known.weapons)
    armed = frozenset(m.head for weapon in weapons for m in weapon.mentions if weapon.class_.split(".")[0] in _NO_SITES)
    no_places = reading.named() | armed
    line, scene = _dateline_place(tree, dateline), reading.survey.scene
    places = find_places(
        tree, known.places, dateline=line, taken=no_places, told=told, scene=scene, owners=reading.owners()
    )
    actors = reading.entities(places)
    places = settle_struck(tree, places, actors, known.actors.people.fighting["attack"])
    return Entities.of(actors, places, weapons)


def _agency(dateline: DatelineMatch | None) -> str:
    return (dateline.agency or "") if dateline else ""


def _tokens(tree: Tree, chars: Chars) -> range:
    return range(*(tree.within(*chars) or (0,)))


def _dateline_place(tree: Tree, dateline: DatelineMatch | None) -> tuple[int, int] | None:
    if dateline is None or dateline.place_start is None or dateline.place_end is None:
        return None
    found = _tokens(tree, (dateline.place_start, dateline.place_end))
    return (found.start, found.stop) if found else None
