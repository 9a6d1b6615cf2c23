"""The place table: some 57,000 places with their names and spellings, looked up without a database.

The table is two packed text files (2.4 MB), written by ``tools/build_places.py``: the rows, and every folded
name with the numbers of its rows, sorted, so that a look-up is one bisection. It loads in less than a tenth of a
second and then takes some 30 MB; a look-up takes some ten microseconds.
"""

import gzip
import json
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import cast

from warextract.errors import GazetteerError
from warextract.lexicon.place_names import fold, without_article
from warextract.vocabulary import PLACE_KINDS, PlaceKind

_KEPT = 20_000  # names with what they name: an article asks for the same ones again and again
_COLUMNS = ("country", "kind", "name", "admin1", "lat", "lon", "geonames", "population", "aliases")


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """One place of the table. ``country`` is ISO 3166-1 alpha-3, "" for what lies in none or in several.

    ``main`` says whether the name it was found by is its main name (not an alias).
    """

    name: str
    kind: PlaceKind
    country: str
    admin1: str
    lat: float | None
    lon: float | None
    geonames: int | None
    population: int
    main: bool = True


@dataclass(frozen=True, slots=True)
class CountryFacts:
    """What links a country to others, to adjectives ("Sudanese") and to names of its capital (folded)."""

    neighbours: frozenset[str]
    adjectives: tuple[str, ...]
    capitals: frozenset[str]


class PlaceTable:
    """Places by name; see ``load``.

    >>> table = PlaceTable.load()
    >>> [row.country for row in table.find("Chasov Yar")]
    ['UKR']
    >>> table.find("el-fasher") == table.find("El Fasher")
    True
    """

    def __init__(
        self, rows: Sequence[bytes], names: Sequence[bytes], countries: dict[str, CountryFacts]
    ) -> None:
        self._rows = rows
        self._names = names
        self._own: dict[str, list[PlaceRow]] = {}
        self.countries = countries
        self._by_code: dict[str, PlaceRow] = {}
        self._capitals = frozenset(name for facts in countries.values() for name in facts.capitals)
        self._by_adjective = {
            word.lower(): code for code, facts in reversed(countries.items()) for word in facts.adjectives
        }
        self._found = lru_cache(maxsize=_KEPT)(self._find)

    @classmethod
    def load(cls, extra: tuple[Path, ...] = ()) -> "PlaceTable":
        """The table of the package, with the rows of further files (columns as in places_extra.tsv).

        Raises GazetteerError, which names file and line, when a further file is malformed.
        """
        if not extra:
            return _bundled()
        table = cls(*_read_bundled())
        for path in extra:
            for row, aliases in read_rows(path):
                table._add(row, aliases)
        return table

    def find(self, name: str) -> tuple[PlaceRow, ...]:
        """Every place of that name: main names first, then by population.

        Case, diacritics, hyphens, apostrophes and the Arabic article make no difference.
        """
        return self._found(name)

    def _find(self, name: str) -> tuple[PlaceRow, ...]:
        key = fold(name)
        found = self._lookup(key)
        if not found and (bare := without_article(key)) != key:
            found = self._lookup(bare)
        return found

    def country_of(self, adjective: str) -> str | None:
        """ISO code that an adjective stands for: "Sudanese" is SDN."""
        return self._by_adjective.get(adjective.lower())

    def country_by_word(self, word: str) -> str | None:
        """ISO code of the country that a word names: "Sudanese" and "Sudan" are SDN."""
        code = self.country_of(word)
        if code is None and word[:1].isupper():
            return next((row.country for row in self.find(word) if row.kind == "country"), None)
        return code

    def is_capital(self, name: str) -> bool:
        """Whether a name is that of a capital, which wire copy uses for its government."""
        return fold(name) in self._capitals

    def is_capital_of(self, name: str, country: str) -> bool:
        facts = self.countries.get(country)
        return facts is not None and fold(name) in facts.capitals

    def country(self, code: str) -> PlaceRow | None:
        """The row of a country by its ISO 3166-1 alpha-3 code."""
        if not self._by_code:
            for line in self._rows:
                if b"\tcountry\t" in line:
                    row = _row(line, True)
                    self._by_code[row.country] = row
        return self._by_code.get(code)

    def rows(self) -> Iterator[PlaceRow]:
        """Every place of the table, in its own order; those of further files are not among them."""
        return (_row(line, True) for line in self._rows if line)

    def neighbours(self, country: str) -> frozenset[str]:
        facts = self.countries.get(country)
        return facts.neighbours if facts else frozenset()

    def _lookup(self, key: str) -> tuple[PlaceRow, ...]:
        if not key:
            return ()
        rows = list(self._own.get(key, ()))
        probe = key.encode() + b"\t"
        at = bisect_left(self._names, probe)
        if at < len(self._names) and self._names[at].startswith(probe):
            for number in self._names[at][len(probe) :].split():
                main = number.startswith(b"*")
                rows.append(_row(self._rows[int(number.lstrip(b"*"))], main))
        rows.sort(key=lambda row: (not row.main, -row.population))
        return tuple(rows)

    def _add(self, row: PlaceRow, aliases: tuple[str, ...]) -> None:
        for alias in (row.name, *aliases):
            self._own.setdefault(fold(alias), []).append(replace(row, main=alias == row.name))
        self._found.cache_clear()


def read_rows(path: Path) -> list[tuple[PlaceRow, tuple[str, ...]]]:
    """Rows of a tab-separated file of places with their aliases.

    The first line that is no comment names the columns: country, kind, name, admin1, lat, lon, geonames,
    population, aliases (joined by "|"); further columns are not read. Raises GazetteerError with file and line.
    """
    out: list[tuple[PlaceRow, tuple[str, ...]]] = []
    header: list[str] = []
    for number, line in enumerate(path.read_text("utf-8").splitlines(), start=1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = line.split("\t")
        if not header:
            header = cells
            if missing := [column for column in _COLUMNS if column not in header]:
                raise GazetteerError(f"{path}:{number}: no column {', '.join(missing)}")
            continue
        if len(cells) != len(header):
            raise GazetteerError(f"{path}:{number}: {len(cells)} cells for {len(header)} columns")
        out.append(_parse(dict(zip(header, cells, strict=True)), f"{path}:{number}"))
    return out


def _parse(cells: dict[str, str], where: str) -> tuple[PlaceRow, tuple[str, ...]]:
    if cells["kind"] not in PLACE_KINDS:
        raise GazetteerError(f"{where}: kind {cells['kind']!r} is none of {', '.join(PLACE_KINDS)}")
    if cells["country"] and len(cells["country"]) != 3:
        raise GazetteerError(f"{where}: country {cells['country']!r} is no ISO 3166-1 alpha-3 code")
    try:
        row = PlaceRow(
            name=cells["name"],
            kind=cast(PlaceKind, cells["kind"]),
            country=cells["country"],
            admin1=cells["admin1"],
            lat=float(cells["lat"]) if cells["lat"] else None,
            lon=float(cells["lon"]) if cells["lon"] else None,
            geonames=int(cells["geonames"]) if cells["geonames"] else None,
            population=int(cells["population"] or 0),
        )
    except ValueError as error:
        raise GazetteerError(f"{where}: {error}") from error
    return row, tuple(alias for alias in cells["aliases"].split("|") if alias)


def packed(row: PlaceRow) -> str:
    """A row as its line of the packed file."""
    cells = (row.name, row.kind, row.country, row.admin1, row.lat, row.lon, row.geonames, row.population)
    return "\t".join("" if cell is None else str(cell) for cell in cells)


def _row(line: bytes, main: bool) -> PlaceRow:
    name, kind, country, admin1, lat, lon, geonames, population = line.decode().split("\t")
    return PlaceRow(
        name=name,
        kind=cast(PlaceKind, kind),
        country=country,
        admin1=admin1,
        lat=float(lat) if lat else None,
        lon=float(lon) if lon else None,
        geonames=int(geonames) if geonames else None,
        population=int(population),
        main=main,
    )


@lru_cache(maxsize=1)
def _bundled() -> PlaceTable:
    return PlaceTable(*_read_bundled())


def _read_bundled() -> tuple[list[bytes], list[bytes], dict[str, CountryFacts]]:
    data = files("warextract.lexicon") / "data"
    rows = gzip.decompress((data / "places.rows.gz").read_bytes()).split(b"\n")
    names = gzip.decompress((data / "places.names.gz").read_bytes()).split(b"\n")
    facts = json.loads((data / "places.countries.json").read_text("utf-8"))
    countries = {
        code: CountryFacts(
            frozenset(fact["neighbours"]), tuple(fact["adjectives"]), frozenset(map(fold, fact["capitals"]))
        )
        for code, fact in facts.items()
    }
    return rows, names, countries
