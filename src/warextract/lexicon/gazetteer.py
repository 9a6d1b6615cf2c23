"""The actors of the world: names, countries, institutions and nouns for people, loaded once and looked up by word."""

import json
from collections.abc import Iterable, Sequence
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from warextract.errors import GazetteerError
from warextract.lexicon.actor_sources import actors_of
from warextract.lexicon.entries import ActorEntry, Country, Institution, PeopleWords
from warextract.lexicon.name_index import Hit, NameIndex, Words, fold


class ActorGazetteer:
    """Actors, countries and institutions by name; see ``load``.

    >>> gazetteer = ActorGazetteer.load()
    >>> [(hit.use, hit.id) for hit in gazetteer.names("Fighters of al-Shabab left Kyiv".split())]
    [('name', 'al-shabaab'), ('capital', 'UKR')]
    """

    def __init__(
        self,
        actors: Iterable[ActorEntry],
        countries: Iterable[Country],
        institutions: Iterable[Institution],
        people: PeopleWords,
    ) -> None:
        self.actors = {a.id: a for a in actors}
        self.countries = {c.id: c for c in countries}
        self.institutions = {i.id: i for i in institutions}
        self.people = people
        self._names = NameIndex()
        self._forms = NameIndex(cased=False)
        for country in self.countries.values():
            self._add_country(country)
        for actor in self.actors.values():
            forbidden = frozenset(fold(word).strip(".") for word in actor.forbidden)
            self._names.add(actor.aliases, "name", actor.id, forbidden)
            self._names.add(actor.later, "later", actor.id, forbidden)
            self._names.add(actor.metonyms, "metonym", actor.id, forbidden)
        for institution in self.institutions.values():
            self._forms.add(institution.forms, "institution", institution.id)
        self._names.seal()
        self._forms.seal()
        self.special = {
            (a.country, a.institution): a for a in reversed(self.actors.values()) if a.institution and a.country
        }
        surnames: dict[str, list[ActorEntry]] = {}
        for actor in self.actors.values():
            if actor.kind == "person":
                for last in {fold(alias.split()[-1]) for alias in actor.aliases}:
                    surnames.setdefault(last, []).append(actor)
        self.surnames = {last: tuple(found) for last, found in surnames.items()}
        self.kinds = {noun: kind for kind, nouns in people.kinds.items() for noun in nouns}

    @classmethod
    def load(cls, extra: Sequence[Path] = ()) -> "ActorGazetteer":
        """The gazetteer of the package, with the actors of further TOML files (form of gazetteers/actors).

        An entry of a further file replaces the one of the same id. Raises GazetteerError naming file and entry.
        """
        if not extra:
            return _bundled()
        return cls(*_read(tuple(actor for path in extra for actor in actors_of(path))))

    def names(self, words: Sequence[str]) -> tuple[Hit, ...]:
        """Names of actors and countries in a text's words, longest first, none overlapping another.

        ``use`` is name, later (an actor's short name), country, capital, territory, people or adjective.
        """
        return self._names.find(Words.of(words))

    def forms(self, words: Sequence[str]) -> tuple[Hit, ...]:
        """Institutions that every country has ("defence ministry"), in any case of letters."""
        return self._forms.find(Words.of(words))

    def institution_actor(self, country: str | None, institution: str) -> ActorEntry | None:
        """The named actor that an institution of a country is: armed-forces of ISR are the IDF."""
        if country is None:
            return None
        short = institution.removesuffix("-ministry")
        return self.special.get((country, short)) or self.special.get((country, institution))

    def country(self, id_: str | None) -> Country | None:
        return self.countries.get(id_ or "")

    def _add_country(self, country: Country) -> None:
        for names, use in (
            ((country.name, *country.aliases), "country"),
            (country.later, "country-later"),
            (country.capital, "capital"),
            (country.territory, "territory"),
            (country.adjectives, "adjective"),
            (country.people, "people"),
        ):
            self._names.add(names, use, country.id)


def read_lines(name: str) -> list[dict[str, Any]]:
    """The objects of a JSONL data file of the package; GazetteerError names file and line."""
    text = (files("warextract.lexicon") / "data" / name).read_text("utf-8")
    out: list[dict[str, Any]] = []
    for number, line in enumerate(text.splitlines(), start=1):
        try:
            out.append(json.loads(line))
        except ValueError as error:
            raise GazetteerError(f"data/{name}:{number}: {error}") from error
    return out


def _read(
    extra: tuple[ActorEntry, ...] = (),
) -> tuple[list[ActorEntry], list[Country], list[Institution], PeopleWords]:
    tables: dict[str, dict[str, frozenset[str]]] = {}
    for line in read_lines("people.jsonl"):
        tables.setdefault(line["table"], {})[line["use"]] = frozenset(line["words"])
    replaced = {actor.id for actor in extra}
    try:
        actors = [ActorEntry.model_validate(line) for line in read_lines("actors.jsonl") if line["id"] not in replaced]
        return (
            [*actors, *extra],
            [Country.model_validate(line) for line in read_lines("countries.jsonl")],
            [Institution.model_validate(line) for line in read_lines("institutions.jsonl")],
            PeopleWords.model_validate(tables),
        )
    except ValidationError as error:
        raise GazetteerError(f"the package's actor data do not fit this version: {error}") from error


@lru_cache(maxsize=1)
def _bundled() -> ActorGazetteer:
    return ActorGazetteer(*_read())
