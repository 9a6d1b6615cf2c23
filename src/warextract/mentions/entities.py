"""What the mention layer hands on: entities with their mentions, counted in tokens of the Doc."""

from dataclasses import dataclass, field
from typing import Literal

from warextract.records import NumberRange
from warextract.vocabulary import ActorKind, PlaceKind, WeaponClass

Form = Literal["name", "nominal", "pronoun"]


@dataclass(frozen=True, slots=True)
class Mention:
    """One mention: tokens ``start`` to ``end`` (exclusive) around the syntactic head ``head``."""

    start: int
    end: int
    head: int
    form: Form
    rule: str


@dataclass(frozen=True, slots=True)
class ActorEntity:
    """A real-world actor of the article. ``key`` is unique in the article; references hold keys."""

    key: str
    name: str
    kind: ActorKind
    country: str | None
    mentions: tuple[Mention, ...]
    role: str | None = None
    affiliation: str | None = None
    part_of: str | None = None
    wikidata: str | None = None
    cameo: str | None = None


@dataclass(frozen=True, slots=True)
class PlaceEntity:
    key: str
    name: str
    kind: PlaceKind
    country: str | None
    mentions: tuple[Mention, ...]
    admin1: str | None = None
    lat: float | None = None
    lon: float | None = None
    geonames: int | None = None
    within: str | None = None


@dataclass(frozen=True, slots=True)
class WeaponEntity:
    key: str
    class_: WeaponClass
    mentions: tuple[Mention, ...]
    designation: str | None = None
    quantity: NumberRange | None = None
    mass_kg: int | None = None
    calibre_mm: float | None = None
    range_km: int | None = None
    operator: str | None = None
    origin: str | None = None


@dataclass(frozen=True, slots=True)
class Entities:
    """All entities of an article, with look-up by token."""

    actors: tuple[ActorEntity, ...]
    places: tuple[PlaceEntity, ...]
    weapons: tuple[WeaponEntity, ...]
    _at: dict[str, dict[int, str]] = field(default_factory=dict, repr=False)

    @classmethod
    def of(
        cls,
        actors: tuple[ActorEntity, ...] = (),
        places: tuple[PlaceEntity, ...] = (),
        weapons: tuple[WeaponEntity, ...] = (),
    ) -> "Entities":
        at: dict[str, dict[int, str]] = {"actor": {}, "place": {}, "weapon": {}}
        for layer, entities in (("actor", actors), ("place", places), ("weapon", weapons)):
            for entity in entities:
                for mention in entity.mentions:
                    at[layer][mention.head] = entity.key
        return cls(actors, places, weapons, at)

    def actor_at(self, head: int) -> str | None:
        """Key of the actor whose mention has this token as its head."""
        return self._at["actor"].get(head)

    def place_at(self, head: int) -> str | None:
        return self._at["place"].get(head)

    def weapon_at(self, head: int) -> str | None:
        return self._at["weapon"].get(head)
