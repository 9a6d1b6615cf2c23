"""Tellings grouped by happening: the surest first, each to the happening that it fits best."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from warextract.happenings.fit import Happening, points
from warextract.happenings.settings import Joining
from warextract.happenings.told import Spot, Told, is_long

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
    for lone in happenings:  # now that others have told more: a school that was bombed may be one in a monastery
        if lone.absorbed_by is None and len(lone.members) == 1:
            best = _best(lone.members[0], index, settings, again=lone)
            if best is not None:
                best.add(lone.members[0])
                lone.absorbed_by = best
    whole = [happening for happening in happenings if happening.absorbed_by is None]
    groups = [tuple(sorted(happening.members, key=lambda t: t.order)) for happening in whole]
    return tuple(sorted(groups, key=lambda group: group[0].order))


def _sureness(told: Told) -> tuple[object, ...]:
    """What says most comes first, so that vaguer tellings join it; then by day and place in the text."""
    vague = not told.where.exact, told.window is None or told.window.sure not in ("told", "taken")
    named = len(told.agents) + len(told.targets) + len(told.sites) + (told.killed is not None)
    return not told.counted, told.mood != "done", sum(vague), vague, -min(named, 3), told.order


def _best(
    told: Told, index: dict[Key, dict[int, Happening]], settings: Joining, again: Happening | None = None
) -> Happening | None:
    """The happening that a telling fits best, if it fits well enough and no other nearly as well.

    A telling that is tried ``again`` may leave its happening for one that other articles tell too.
    """
    found: dict[int, Happening] = {}
    for key in _lookups(told):
        found |= {id(h): h for each in index.get(key, {}).values() if (h := _current(each))}
    if again is not None:
        found = {key: h for key, h in found.items() if h is not again and h.articles != again.articles}
    scored = [(p, h) for h in found.values() if (p := points(h, told, settings)) is not None]
    if not scored:
        return None
    scored.sort(key=lambda pair: (-pair[0], pair[1].members[0].order))
    best, happening = scored[0]
    if best < settings.points["join"]:
        return None
    vague = not told.where.exact or told.window is None or told.window.sure == "open"
    rivals = [h for p, h in scored[1:] if best - p < settings.points["margin"]] if vague else []
    if not rivals:
        return happening
    return _united(happening, rivals, told, settings)


def _current(happening: Happening) -> Happening:
    while happening.absorbed_by is not None:
        happening = happening.absorbed_by
    return happening


def _united(best: Happening, rivals: Sequence[Happening], told: Told, settings: Joining) -> Happening | None:
    """One happening of all that a telling fits alike, if they fit each other once it is among them; else None."""
    trial = best.with_members([told])
    for rival in rivals:
        for member in rival.members:
            fit = points(trial, member, settings)
            if fit is None or fit < settings.points["join"]:
                return None
        trial = trial.with_members(rival.members)
    for rival in rivals:
        for member in rival.members:
            best.add(member)
        rival.absorbed_by = best
    return best


def _weeks(told: Told) -> Iterator[int]:
    """The weeks of a telling; one of their own for periods and for what has no time at all."""
    window = told.window
    if window is None or is_long(window):
        yield -1
    else:
        yield from range(window.first // _WEEK, window.last // _WEEK + 1)


def _shelves(told: Told) -> Iterator[Key]:
    """Where a happening is found: under its places, what is around them, and its sides."""
    where = told.where
    for week in _weeks(told):
        yield from (("spot", key, week) for key in where.exact)
        yield from (("cell", f"{north} {east}", week) for north, east in _cells(where))
        yield from (("region", key, week) for key in where.regions)
        yield from (("country", key, week) for key in where.countries)
        yield from (("side", key, week) for key in told.agents)
        yield from (("person", key, week) for key in told.persons)
        yield from (("site", key, week) for key in told.sites if not where.points)
        if not where.towns:
            yield from (("in region", key, week) for key in where.regions)
            yield from (("in country", key, week) for key in where.countries if not where.regions)
            yield from (("in article", key, week) for key in told.context)


def _lookups(told: Told) -> Iterator[Key]:
    """Where happenings that a telling may fit are found: at its spot or, if none is told, at those of its article."""
    where = told.where
    for week in _weeks(told):
        yield from (("person", key, week) for key in told.persons)
        yield from (("site", key, week) for key in told.sites if not where.points)
        yield from (("spot", key, week) for key in where.exact)
        yield from (("in article", key, week) for key in where.exact)
        for north, east in _cells(where):
            yield from (("cell", f"{north + i} {east + j}", week) for i in (-1, 0, 1) for j in (-1, 0, 1))
        if where.towns:
            yield from (("in region", key, week) for key in where.regions)
            yield from (("in country", key, week) for key in where.countries)
            continue
        yield from (("spot", key, week) for key in told.context)
        if where.regions:
            yield from (("region", key, week) for key in where.regions)
            yield from (("in country", key, week) for key in where.countries)
        elif where.countries:
            yield from (("country", key, week) for key in where.countries)
        else:
            yield from (("side", key, week) for key in told.agents)


def _cells(where: Spot) -> frozenset[tuple[int, int]]:
    return frozenset((int(lat * _CELLS), int(lon * _CELLS)) for lat, lon in where.points)
