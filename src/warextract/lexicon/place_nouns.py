"""Common nouns that name places or make a place of the name beside them, as data."""

import tomllib
from functools import lru_cache
from importlib.resources import files

from pydantic import BaseModel, ConfigDict, ValidationError

from warextract.errors import GazetteerError
from warextract.vocabulary import PlaceKind

Words = frozenset[str]


class _Table(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Pattern(_Table):
    """Nouns beside a name, by the kind they make of it."""

    region: Words
    settlement: Words
    area: Words
    facility: Words
    before_area: Words
    before_facility: Words
    public: Words

    def kind_of(self, noun: str) -> PlaceKind | None:
        """Kind of "X noun" or "noun of X"."""
        for kind in ("region", "settlement", "area", "facility"):
            if noun in getattr(self, kind):
                return kind
        return None


class Sites(_Table):
    facility: Words
    area: Words
    settlement: Words


class Moving(_Table):
    facility: Words
    civil_only: Words
    civil: Words
    not_with: Words
    at_sea: Words


class Vague(_Table):
    nouns: Words
    inhabitants: Words
    never_local: Words
    idioms: Words
    national: Words
    compass: dict[str, str]
    trade: dict[str, Words]


class Targeted(_Table):
    territory: Words
    territory_nouns: Words
    verbs: Words
    nouns: Words
    parts: Words
    subject_verbs: Words
    losses: Words
    states: Words


class Seats(_Table):
    names: Words


class Bodies(_Table):
    nouns: Words


class NotNames(_Table):
    words: Words
    directions: Words


class Told(_Table):
    """Words that make a place of any name beside them."""

    of: Words
    inhabitants: Words
    after: Words
    apposed: Words
    determiners: Words
    lengths: Words
    verbs: Words


class PlaceNouns(_Table):
    """See place_nouns.toml, which says what each list is for."""

    pattern: Pattern
    again: dict[str, Words]
    fixed: Sites
    moving: Moving
    vague: Vague
    targeted: Targeted
    prepositions: Words
    seats: Seats
    bodies: Bodies
    not_names: NotNames
    told: Told
    hypernyms: dict[str, Words]

    def site_kind(self, noun: str) -> PlaceKind | None:
        """Kind of a place told by a common noun, or None when it is no such noun."""
        if noun in self.fixed.facility or noun in self.moving.facility or noun in self.moving.civil_only:
            return "facility"
        if noun in self.fixed.settlement:
            return "settlement"
        return "area" if noun in self.fixed.area else None

    def may_be(self, noun: str, other: str) -> bool:
        """Whether "the noun" may take up what was told as ``other``."""
        return noun == other or other in self.hypernyms.get(noun, ())


@lru_cache(maxsize=1)
def load_place_nouns() -> PlaceNouns:
    """The nouns that travel with the package.

    >>> load_place_nouns().pattern.kind_of("oblast")
    'region'
    """
    name = "place_nouns.toml"
    data = tomllib.loads((files("warextract.lexicon") / name).read_text("utf-8"))
    try:
        return PlaceNouns.model_validate(data)
    except ValidationError as error:
        raise GazetteerError(f"{name}: {error}") from error
