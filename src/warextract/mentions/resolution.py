"""Which place of the table a name means here.

A name is weighed by what the article says: the region or country stated beside it, the countries it speaks of, the
places near by that are already known; then by whether it is a main name and by population. Below a floor nothing is
guessed: the place keeps its name and has no coordinates.
"""

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from warextract.lexicon.place_nouns import load_place_nouns
from warextract.lexicon.places import PlaceRow, PlaceTable
from warextract.mentions.name_grammar import NamedPlace
from warextract.mentions.named_places import mentioned_countries
from warextract.mentions.place_rows import rows_of, town_or_river
from warextract.mentions.stated import Stated, joined, stated_of
from warextract.syntax.tree import Tree

_FLOOR = 3.0
_CLOSE_CALL = 0.4
_NEAR_KM = 120.0
_FAR_KM = 400.0
_APART_KM = 90.0
_SMALL = 5_000
_TOWN = 10_000  # no other place of that name: taken even if nothing else speaks for it
_LEADING = 0.7  # weight of a country that an article is about
_PROVINCE = 1_000_000
_LARGE_PROVINCE = 20_000
_OFTEN = 4  # times that a country is named which an article is about
_SEAT = 15_000  # a town better known than the province of its name
_CITY = 60_000  # known beyond its country
_LARGE = 200_000  # known to every reader without further words


@dataclass(slots=True)
class Context:
    """Countries of an article by weight, first tokens of each token's paragraph, the places known so far."""

    tree: Tree
    table: PlaceTable
    paragraphs: tuple[int, ...]
    weights: dict[str, float] = field(default_factory=dict)
    clear: bool = False
    """Whether the article names one country often, more than all others together."""
    anchors: list[tuple[int, PlaceRow]] = field(default_factory=list)

    def weight(self, country: str) -> float:
        """0 to 1; a neighbour of the leading country has a little."""
        own = self.weights.get(country, 0.0)
        if own:
            return own
        return 0.1 if any(w > 0.5 and country in self.table.neighbours(c) for c, w in self.weights.items()) else 0.0


@dataclass(frozen=True, slots=True)
class Linked:
    """What became of a name: its row or None, the country that is stated or implied, the name it lies in."""

    row: PlaceRow | None
    country: str | None
    within: int | None

    @property
    def row_key(self) -> tuple[str, str, str, float | None] | None:
        return (self.row.name, self.row.kind, self.row.country, self.row.lat) if self.row is not None else None


def resolve(tree: Tree, table: PlaceTable, names: Sequence[NamedPlace]) -> list[Linked]:
    """What each name is linked to; mentions of one name share their row."""
    context = Context(tree, table, tree.paragraphs)
    stated = [Stated()] * len(names)
    rows: list[PlaceRow | None] = [None] * len(names)
    candidates = [town_or_river(tree, name, rows_of(table, name)) for name in names]
    counts = _countries(tree, table, candidates)
    top = max(counts.values(), default=1)
    context.weights = {country: 0.4 + 0.6 * count / top for country, count in counts.items()}
    context.clear = top >= _OFTEN and 2 * top > counts.total()
    groups: dict[tuple[str, str | None, bool], list[int]] = {}
    for i, name in enumerate(names):
        area = bool(candidates[i]) and all(row.kind == "area" for row in candidates[i])
        groups.setdefault((name.base.lower(), name.kind, area), []).append(i)
    at_head = {name.head: i for i, name in enumerate(names)}
    order = sorted(groups.values(), key=lambda group: _ease([candidates[i] for i in group]))
    for round_ in range(3):  # what was clear helps what was not; then all is weighed by the whole
        for group in order:
            for i in group:
                stated[i] = stated_of(tree, table, names, rows, at_head, i)
            said = joined(stated[i] for i in group)
            if rows[group[0]] is not None and round_ == 0:
                continue
            row = _choose(context, candidates[group[0]], said, names[group[0]])
            for i in group:
                rows[i] = row
        context.anchors = [
            (names[i].start, row) for i, row in enumerate(rows) if row is not None and row.kind != "country"
        ]
    return [_linked(context, names[i], rows[i], stated[i]) for i in range(len(names))]


def _linked(context: Context, name: NamedPlace, row: PlaceRow | None, said: Stated) -> Linked:
    if row is not None:
        return Linked(row, row.country or None, said.within)
    if len(said.countries) == 1:
        return Linked(None, next(iter(said.countries)), said.within)
    if name.kind not in ("area", "facility") and (country := _country_beside(context, name)) is not None:
        return Linked(None, country, said.within)
    likely = {row.country for row in rows_of(context.table, name) if context.weights.get(row.country, 0.0) > 0}
    if len(likely) == 1:
        return Linked(None, likely.pop(), said.within)
    host = None
    if name.kind in ("area", "facility"):  # "the Pokrovsk sector" lies where Pokrovsk does
        host = _choose(context, context.table.find(name.base), said, name)
    country = host.country or None if host is not None else _country_of_town_inside(context, name)
    return Linked(None, country, said.within)


def _country_of_town_inside(context: Context, name: NamedPlace) -> str | None:
    """ "Leeds Crown Court", "the University of Buea": the country of the town whose name a facility's holds."""
    if name.kind != "facility":
        return None
    tree = context.tree
    for i in range(name.start, name.end):
        if not tree.token(i).text[:1].isupper():
            continue
        rows = [row for row in context.table.find(tree.token(i).text) if row.main and row.kind == "settlement"]
        if rows and (rows[0].population >= _LARGE or context.weights.get(rows[0].country, 0.0) > 0):
            return rows[0].country
    return None


def _country_beside(context: Context, name: NamedPlace) -> str | None:
    """The one country of the other places of its sentence, or else of its paragraph."""
    tree = context.tree
    others = [(start, anchor.country) for start, anchor in context.anchors if start != name.start and anchor.country]
    sentence, paragraph = tree.sentence(name.start), context.paragraphs[name.start]
    in_sentence = {country for start, country in others if tree.sentence(start) == sentence}
    if len(in_sentence) == 1:
        return in_sentence.pop()
    in_paragraph = {country for start, country in others if context.paragraphs[start] == paragraph}
    if len(in_paragraph) == 1 and context.weight(country := in_paragraph.pop()) >= _LEADING:
        return country
    return None


def _ease(candidates: list[tuple[PlaceRow, ...]]) -> int:
    """Order of work: countries, then what is clear, then what is not."""
    rows = candidates[0]
    if any(row.kind == "country" for row in rows):
        return 0
    return len({row.country for row in rows}) or 99


def _countries(tree: Tree, table: PlaceTable, candidates: Sequence[tuple[PlaceRow, ...]]) -> Counter[str]:
    """How often each country is named, or meant by a region or a city that lies in no other."""
    counts = Counter(mentioned_countries(tree, table))
    for rows in candidates:
        countries = {row.country for row in rows if row.main and _is_telling(row)}
        if len(countries) == 1 and (country := countries.pop()):
            counts[country] += 1
    return counts


def _is_telling(row: PlaceRow) -> bool:
    """Whether a name alone says what country an article is about: not small towns, which may be something else."""
    return row.kind in ("region", "area", "facility") or (row.kind == "settlement" and row.population >= _LARGE)


def _choose(context: Context, rows: tuple[PlaceRow, ...], said: Stated, name: NamedPlace) -> PlaceRow | None:
    if not rows:
        return None
    rows = _provinces_of_small_towns(rows, name)
    scored = sorted(((_score(context, row, said, name), -n, row) for n, row in enumerate(rows)), reverse=True)
    best, _, row = scored[0]
    alone = row.main and len({other.country for other in rows}) == 1 and row.population >= _TOWN
    alone = alone and not (_says_what(name) and context.weights)  # every country has an "Old City"
    foreign = context.clear and not context.weights.get(row.country, 0.0) and row.kind == "settlement"
    foreign = foreign and all(anchor.country != row.country or anchor == row for _, anchor in context.anchors)
    if foreign and row.population < _CITY and row.country not in said.countries:
        return None  # a town of a country that the article never names: rather a namesake where it plays
    province = _is_province(row, rows, name)
    if (best < _FLOOR and not province) or not (alone or province or _is_backed(context, row, said)):
        return None
    if row.population < _SMALL and row.kind == "settlement" and _lies_apart(context, row, name, said):
        return None
    rivals = [other for score, _, other in scored[1:] if best - score < _CLOSE_CALL and other.kind == row.kind]
    if any(_km(row, other) > 50 for other in rivals) and row.population < _LARGE:
        return None
    return row


def _provinces_of_small_towns(rows: tuple[PlaceRow, ...], name: NamedPlace) -> tuple[PlaceRow, ...]:
    """ "Uruzgan" is the province rather than the small town that it has its name from."""
    if name.kind is not None:
        return rows
    provinces = {row.country for row in rows if row.kind == "region" and row.name.startswith(f"{name.base} ")}
    towns = [row for row in rows if row.kind == "settlement"]
    if not provinces or any(row.main and row.population >= _SEAT for row in towns):
        return rows
    return tuple(row for row in rows if row not in towns or (row.main and row.country not in provinces))


def _is_province(row: PlaceRow, rows: tuple[PlaceRow, ...], name: NamedPlace) -> bool:
    """ "Helmand" is Helmand Province, where nothing else has that name."""
    rivals = {other.country for other in rows if other.main or other.kind == "region"}
    alone = rivals <= {row.country} and row.population >= _LARGE_PROVINCE
    return row.kind == "region" and alone and row.name.startswith(f"{name.base} ")


def _says_what(name: NamedPlace) -> bool:
    """ "Old City", "New Town": a name that ends in what it is."""
    return " " in name.base and load_place_nouns().pattern.kind_of(name.base.split()[-1].lower()) is not None


def _lies_apart(context: Context, row: PlaceRow, name: NamedPlace, said: Stated) -> bool:
    """Whether a small place is far from all others of its sentence, or not in the region stated: a namesake."""
    if said.regions:
        return row.admin1 not in said.regions
    sentence = context.tree.sentence(name.start)
    if not row.main:
        regions = {
            anchor.name
            for start, anchor in context.anchors
            if context.tree.sentence(start) == sentence and anchor.kind == "region" and anchor.name == anchor.admin1
        }
        if regions and row.admin1 not in regions:
            return True
    near = [
        _km(row, anchor)
        for start, anchor in context.anchors
        if context.tree.sentence(start) == sentence and anchor.kind == "settlement" and anchor.name != row.name
    ]
    return bool(near) and min(near) > _APART_KM


def _is_backed(context: Context, row: PlaceRow, said: Stated) -> bool:
    """Whether something speaks for a row besides its name."""
    if row.kind not in ("settlement", "region") or not row.country:
        return True
    if row.country in said.countries or context.weights.get(row.country, 0.0) > 0:
        return True
    if said.countries:
        return False
    if row.kind == "region":
        return row.population >= _PROVINCE or not row.population
    return row.population >= _LARGE or (context.weight(row.country) > 0 and row.main and row.population >= 15_000)


def _score(context: Context, row: PlaceRow, said: Stated, name: NamedPlace) -> float:
    score = 2.0 if row.main else 0.0
    score += 0.6 * math.log10(row.population + 10) if row.kind in ("settlement", "country") else 2.5
    if row.kind in ("area", "facility") or not row.country:
        score += 1.5  # names of their own
    if row.kind == "country":
        score += 1.5
    if row.kind == "region" and not row.main and name.base.endswith("."):
        score += 2.0  # "Calif.": an abbreviation stands for nothing else
    if row.kind == "region":
        score += 1.0 if name.kind == "region" else -0.5  # a bare name is the town's before it is the region's
    score += 3.0 * context.weight(row.country)
    if row.kind == "settlement" and context.table.is_capital_of(row.name, row.country):
        score += 2.5
    if said.countries and row.country:
        score += 5.0 if row.country in said.countries else -5.0
    if said.regions and row.kind in ("settlement", "facility", "area"):
        score += 3.0 if row.admin1 in said.regions else -1.5
    return score + _nearness(context, row, name.start)


def _nearness(context: Context, row: PlaceRow, at: int) -> float:
    """Up to 2 for lying by the places of the same passage, less than 0 for lying far from all of them."""
    if row.lat is None or row.kind == "country":
        return 0.0
    others = [
        (start, anchor)
        for start, anchor in context.anchors
        if abs(start - at) < 80 and (anchor.name, anchor.country) != (row.name, row.country)
    ]
    same = [anchor for start, anchor in others if context.paragraphs[start] == context.paragraphs[at]]
    close = [_km(row, anchor) for _, anchor in others]
    if not close:
        return 0.0
    if row.kind == "settlement":
        if not row.main and same and all(anchor.country not in ("", row.country) for anchor in same):
            return -2.0
        if min(close) > _FAR_KM and row.population < _LARGE:
            return -1.0 if row.main else -3.0
    return 2.0 * max(0.0, 1.0 - min(close) / (2 * _NEAR_KM))


def _km(one: PlaceRow, other: PlaceRow) -> float:
    """Great-circle distance; far when either has no coordinates."""
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return 20_000.0
    a, b = math.radians(one.lat), math.radians(other.lat)
    turn = math.radians(other.lon - one.lon)
    cosine = math.sin(a) * math.sin(b) + math.cos(a) * math.cos(b) * math.cos(turn)
    return 6371.0 * math.acos(max(-1.0, min(1.0, cosine)))
