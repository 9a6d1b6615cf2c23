"""What the gazetteers hold: countries, actors and institutions, as they are read from their data files."""

from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel, ConfigDict, Field

from warextract.vocabulary import ActorKind

Names = tuple[str, ...]


class Entry(BaseModel):
    """Base of all entries: immutable, nothing undeclared."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    def line(self) -> dict[str, Any]:
        """The entry for a data file: fields that say nothing are left out."""
        return self.model_dump(mode="json", exclude_defaults=True)


class Country(Entry):
    """A state or territory. ``iso`` is False for bodies without an ISO code."""

    id: str = Field(description="ISO 3166-1 alpha-3, or X-… for a body without one.")
    name: str
    iso: bool = True
    the: bool = Field(default=False, description="Whether its name takes the article: the United States.")
    aliases: Names = ()
    later: Names = ()
    territory: Names = ()
    adjectives: Names = ()
    people: Names = ()
    capital: Names = ()
    wikidata: str | None = None

    @property
    def code(self) -> str | None:
        """What the ``country`` of its actors is."""
        return self.id if self.iso else None

    @property
    def adjective(self) -> str:
        """The adjective used in names of its institutions; the name itself where there is none."""
        return self.adjectives[0] if self.adjectives else self.name


class ActorEntry(Entry):
    """A named actor of the world."""

    id: str
    name: str
    kind: ActorKind
    country: str | None = None
    aliases: Names = ()
    later: Names = Field(default=(), description="Names that hold only once it was named otherwise.")
    metonyms: Names = Field(default=(), description="Names of places that stand for it where they act.")
    forbidden: Names = Field(default=(), alias="not", description="Neighbouring words that make it another name.")
    part_of: str | None = None
    wikidata: str | None = None
    cameo: str | None = None
    role: str | None = None
    affiliation: str | None = None
    seat: bool = False
    institution: str | None = None
    place_like: bool = False
    needs: str | None = Field(default=None, description="Country that the article must name.")

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)

    def line(self) -> dict[str, Any]:
        return self.model_dump(mode="json", exclude_defaults=True, by_alias=True)


class Institution(Entry):
    """A body that every state has; ``name`` is a template over {country} and {adjective}."""

    id: str
    name: str
    kind: ActorKind
    cameo: str
    forms: Names
    subject_only: bool = False
    home: str | None = Field(default=None, description="Country whose body it is where no word says whose.")

    def named(self, country: Country | None) -> str:
        """Its name in a country.

        >>> army = Institution(id="army", name="Army of {country}", kind="military", cameo="MIL", forms=("army",))
        >>> army.named(Country(id="MLI", name="Mali", adjectives=("Malian",)))
        'Army of Mali'
        """
        if country is None:
            return self.forms[0]
        name = f"the {country.name}" if country.the else country.name
        return self.name.format(country=name, adjective=country.adjective)


class PeopleWords(Entry):
    """Nouns for people who are described rather than named; see gazetteers/people.toml."""

    kinds: Mapping[str, frozenset[str]]
    compounds: Mapping[str, frozenset[str]]
    groups: Mapping[str, frozenset[str]]
    joins: Mapping[str, frozenset[str]]
    evidence: Mapping[str, frozenset[str]]
    pronouns: Mapping[str, frozenset[str]]
    genders: Mapping[str, frozenset[str]]
    quantities: Mapping[str, frozenset[str]]
    titles: Mapping[str, frozenset[str]]
    units: Mapping[str, frozenset[str]]
    weak: Mapping[str, frozenset[str]]
    heads: Mapping[str, frozenset[str]]
    names: Mapping[str, frozenset[str]]
    fighting: Mapping[str, frozenset[str]]
