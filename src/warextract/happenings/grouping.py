"""Tellings grouped by happening: the surest first, each to the happening that it fits best."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from warextract.happenings.fit import Happening, points
from warextract.happenings.settings import Joining
from warextract.happenings.told import Told, is_long

_WEEK = 7
_CELLS = 10  # a degree, for settlements beside each other
Key = tuple[str, str, int]
"""A kind of place, its key, and a week: only what shares one is compared."""


def grouped(tellings: Iterable[Told], settings: Joining) -> tuple[tuple[Told, ...], ...]:
    """Tellings by happening, each group by day of publication. The order of the input makes no difference.

    A telling is only compared with happenings of its place (or around it) and its weeks, so that the time grows with
    the number of tellings and not with its square.
    """
    index: dict[Key, dict[int, Happening]] = defaultdict(dict)
    happenings: list[Happening] = []
    for told in sorted(tellings, key=_sureness):
        best = _best(told, index, settings)
        if best is None:
            best = Happening.of(told)
            happenings.append(best)
        else:
            best.add(told)
        for key in _shelves(told):
            index[key].setdefault(id(best), best)
    groups = [tuple(sorted(happening.members, key=lambda t: t.order)) for happening in happenings]
    return tuple(sorted(groups, key=lambda group: group[0].order))


def _sureness(told: Told) -> tuple[object, ...]:
    """What says most comes first, so that vaguer tellings join it; then by day and place in the text."""
    vague = not told.where.spots, told.window is None or told.window.sure != "days"
    named = len(told.agents) + len(told.targets) + len(told.sites) + (told.killed is not None)
    return not told.counted, told.mood != "done", sum(vague), vague, -min(named, 3), told.order


def _best(told: Told, index: dict[Key, dict[int, Happening]], settings: Joining) -> Happening | None:
    found: dict[int, Happening] = {}
    for key in _lookups(told):
        found |= index.get(key, {})
    scored = [(p, h) for h in found.values() if (p := points(h, told, settings)) is not None]
    if not scored:
        return None
    scored.sort(key=lambda pair: (-pair[0], pair[1].members[0].order))
    best, happening = scored[0]
    if best < settings.points["join"]:
        return None
    vague = not told.where.spots or told.window is None or told.window.sure == "open"
    if vague and len(scored) > 1 and best - scored[1][0] < settings.points["margin"]:
        return None
    return happening


def _weeks(told: Told) -> Iterator[int]:
    """The weeks of a telling; one of their own for periods and for what has no time at all."""
    window = told.window
    if window is None or is_long(window):
        yield -1
    else:
        yield from range(window.first // _WEEK, window.last // _WEEK + 1)


def _shelves(told: Told) -> Iterator[Key]:
    """Where a happening is found: under each of its places, and under its sides."""
    where = told.where
    for week in _weeks(told):
        yield from (("spot", key, week) for key in where.spots)
        yield from (("region", key, week) for key in where.regions)
        yield from (("country", key, week) for key in where.countries)
        yield from (("cell", f"{int(lat * _CELLS)} {int(lon * _CELLS)}", week) for lat, lon in where.points)
        yield from (("side", key, week) for key in told.agents)
        if not where.spots:
            yield from (("vague region", key, week) for key in where.regions)
            if not where.regions:
                yield from (("vague country", key, week) for key in where.countries)


def _lookups(told: Told) -> Iterator[Key]:
    where = told.where
    for week in _weeks(told):
        if where.spots:
            yield from (("spot", key, week) for key in where.spots)
            yield from (("vague region", key, week) for key in where.regions)
            for lat, lon in where.points:
                for north in (-1, 0, 1):
                    for east in (-1, 0, 1):
                        yield "cell", f"{int(lat * _CELLS) + north} {int(lon * _CELLS) + east}", week
        elif where.regions:
            yield from (("region", key, week) for key in where.regions)
        if where.countries and (where.spots or where.regions):
            yield from (("vague country", key, week) for key in where.countries)
        elif where.countries:
            yield from (("country", key, week) for key in where.countries)
        else:
            yield from (("spot", key, week) for key in told.context)
            yield from (("side", key, week) for key in told.agents)
