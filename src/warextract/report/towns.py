"""Names from the place table: of countries, and of towns that help a reader of the map to find the way."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import product
from math import floor

from warextract.lexicon.places import PlaceRow, PlaceTable
from warextract.records import ArticleRecord

LARGE = 1_500_000  # people: some 350 towns
SMALL = 20_000
NEAREST = 6  # towns of each square degree around an event

Point = tuple[float, float]


def country_names(records: Sequence[ArticleRecord]) -> dict[str, str]:
    """The English name of each country whose code stands in the records."""
    codes = {actor.country for record in records for actor in record.actors}
    codes |= {place.country for record in records for place in record.places}
    codes |= {weapon.origin for record in records for weapon in record.weapons}
    table = PlaceTable.load()
    rows = {code: table.country(code) for code in sorted(filter(None, codes))}
    return {code: row.name for code, row in rows.items() if row is not None}


def towns_near(points: Iterable[Point], table: PlaceTable | None = None) -> list[tuple[str, float, float, int]]:
    """Large towns anywhere and smaller ones near the points: name, latitude, longitude, thousands of people.

    The largest stand first.
    """
    cells = {cell for point in points for cell in _around(point)}
    near: dict[tuple[int, int], int] = {}
    chosen = []
    for town in sorted(_settlements(table or PlaceTable.load()), key=lambda each: (-each.population, each.name)):
        lat, lon = town.lat or 0.0, town.lon or 0.0
        cell = (floor(lat), floor(lon))
        near[cell] = near.get(cell, 0) + 1
        if town.population >= LARGE or (cell in cells and near[cell] <= NEAREST):
            chosen.append((town.name, round(lat, 2), round(lon, 2), round(town.population / 1000)))
    return chosen


def _settlements(table: PlaceTable) -> Iterator[PlaceRow]:
    return (
        row
        for row in table.rows()
        if row.kind == "settlement" and row.population >= SMALL and row.lat is not None and row.lon is not None
    )


def _around(point: Point) -> Iterator[tuple[int, int]]:
    lat, lon = floor(point[0]), floor(point[1])
    return ((lat + up, lon + right) for up, right in product((-1, 0, 1), repeat=2))
