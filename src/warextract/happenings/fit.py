"""How well a telling fits a happening: points for what agrees, none at all where something rules it out."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from math import cos, hypot, radians

from warextract.happenings.settings import Joining
from warextract.happenings.told import Spot, Told, Window, is_long
from warextract.records import NumberRange

_KM = 111.2  # of a degree
_WEEK = 7
_MOODS = ("done", "planned", "possible")


@dataclass(slots=True)
class Happening:
    """Tellings joined so far, and what they say together.

    ``where`` and ``window`` only become more exact, so that tellings are not linked over others that lie between.
    """

    members: list[Told]
    where: Spot
    window: Window | None
    mood: str
    types: set[str] = field(default_factory=set)
    articles: set[str] = field(default_factory=set)
    context: set[str] = field(default_factory=set)
    agents: set[str] = field(default_factory=set)
    targets: set[str] = field(default_factory=set)
    persons: set[str] = field(default_factory=set)
    sites: set[str] = field(default_factory=set)
    weapons: set[str] = field(default_factory=set)
    killed: list[NumberRange] = field(default_factory=list)
    absorbed_by: "Happening | None" = None

    @classmethod
    def of(cls, told: Told) -> "Happening":
        """A happening that one article tells."""
        happening = cls([], told.where, told.window, told.mood)
        happening.add(told)
        return happening

    def with_members(self, more: Iterable[Told]) -> "Happening":
        """A happening of these tellings and ``more``."""
        first, *others = [*self.members, *more]
        happening = Happening.of(first)
        for told in others:
            happening.add(told)
        return happening

    def add(self, told: Told) -> None:
        """Join a telling that fits."""
        self.members.append(told)
        if told.where.towns and not self.where.towns:
            self.where = told.where
        self.window = _narrowed(self.window, told.window)
        self.mood = min(self.mood, told.mood, key=_MOODS.index)
        self.types |= {event.type for event in told.events}
        self.articles.add(told.record.article.id)
        self.context |= told.context
        self.agents |= told.agents
        self.targets |= told.targets
        self.persons |= told.persons
        self.sites |= told.sites
        self.weapons |= told.weapons
        self.killed += told.killed


def points(happening: Happening, told: Told, settings: Joining) -> float | None:
    """The points by which a telling fits, or None when something rules it out."""
    p = settings.points
    if not all(settings.near(told.type, member.type) for member in happening.members):
        return None
    if any(_are_two(member, told) for member in happening.members):
        return None
    where = _where(happening, told, settings)
    again = told.record.article.id in happening.articles
    when = _when(happening.window, told.window, settings, again=again)
    if where is None or when is None:
        return None
    total = where + when + p["same_type" if told.type in happening.types else "near_type"]
    if happening.agents and told.agents:
        same = bool(happening.agents & told.agents)
        if not same and told.type in settings.territory:
            return None
        total += p["one_agent" if same else "other_agent"]
    if happening.targets & told.targets:
        total += p["one_target"]
    if happening.persons & told.persons:
        total += p["one_person"]
    if happening.sites and told.sites:
        total += p["one_site" if happening.sites & told.sites else "other_site"]
    if happening.weapons and told.weapons:
        total += _weapons(happening.weapons, told.weapons, settings)
    if (happening.mood == "done") != (told.mood == "done"):
        total += p["other_mood"]
    if again:
        total += p["one_article"]
    return total + _toll(happening.killed, told.killed, settings)


def _are_two(a: Told, b: Told) -> bool:
    """Whether one article tells the later of both apart from what went before."""
    if a.record is not b.record:
        return False
    return max(a, b, key=lambda told: told.events[0].trigger.start).apart


def _where(happening: Happening, told: Told, settings: Joining) -> float | None:
    p, spot, other = settings.points, happening.where, told.where
    if spot.exact & other.exact:
        return p["one_spot"]
    if spot.towns and other.towns:
        if _beside(spot, other, settings.limits["near_km"]):
            return p["one_spot"]
        return None if _told_apart(happening, told) else p["other_town"]
    if spot.countries and other.countries and not spot.countries & other.countries:
        return None
    # Two towns that one article names are two; what has a name of its own, as a ship, may be at the other's spot.
    one_open = not spot.exact or not other.exact or spot.is_site != other.is_site
    named = spot.exact & told.context or other.exact & happening.context
    mentioned = p["in_article"] if one_open and named else 0.0
    if not spot.exact and not other.exact and told.record.article.id in happening.articles:
        mentioned = p["in_article"] if told.type in happening.types else 0.0
    if spot.regions and other.regions:
        return p["one_region"] + mentioned if spot.regions & other.regions else None
    if spot.countries and other.countries:
        return p["one_country"] + mentioned
    return mentioned


def _told_apart(happening: Happening, told: Told) -> bool:
    """Whether two settlements are known to be two: both from the place table, or one article names both."""
    if (happening.where.points and told.where.points) or happening.where.towns & told.context:
        return True
    return any(member.where.towns and told.where.towns & member.context for member in happening.members)


def _beside(a: Spot, b: Spot, limit: float) -> bool:
    return any(_distance(x, y) <= limit for x in a.points for y in b.points)


def _distance(a: tuple[float, float], b: tuple[float, float]) -> float:
    """Kilometres between two points that are near to each other."""
    return _KM * hypot(a[0] - b[0], (a[1] - b[1]) * cos(radians(a[0])))


def _weapons(known: set[str], told: frozenset[str], settings: Joining) -> float:
    """What drops a bomb and the bomb may both be told."""
    if known & told:
        return settings.points["one_weapon"]
    either = known | told
    return 0.0 if any(either <= group for group in settings.weapons_together) else settings.points["other_weapon"]


def _when(a: Window | None, b: Window | None, settings: Joining, *, again: bool) -> float | None:
    """``again``: ``b`` is of an article that has told of it, where what has no day may be of any."""
    p = settings.points
    if a is None or b is None:
        return 0.0
    if again and b.sure == "open":
        return p["open_time"]
    gap = max(b.first - a.last, a.first - b.last)
    vaguest = max(a, b, key=lambda window: window.doubt).sure
    if is_long(a) != is_long(b) or gap > (vaguest in ("told", "taken")):
        return None
    if gap == 1:
        return p["next_day"]
    if vaguest == "open":
        return p["open_time"]
    if vaguest == "period":
        return p["same_week" if max(a.length, b.length) < _WEEK else "same_period"]
    return p["same_day"] if vaguest == "told" else p["taken_day"]


def _narrowed(a: Window | None, b: Window | None) -> Window | None:
    if a is None or b is None:
        return a or b
    if (a.sure == "open") != (b.sure == "open"):  # what has no day of its own says nothing of that of others
        return a if b.sure == "open" else b
    if a.last < b.first or b.last < a.first:
        return a
    return Window(max(a.first, b.first), min(a.last, b.last), min(a, b, key=lambda window: window.doubt).sure)


def _toll(known: list[NumberRange], told: tuple[NumberRange, ...], settings: Joining) -> float:
    """The best that a toll agrees with any other; nobody killed is a denial, which tells nothing apart."""
    p, limits = settings.points, settings.limits
    pairs = [(a, b) for a in known for b in told if a.max and b.max]
    same = [a for a, b in pairs if (a.min, a.max) == (b.min, b.max)]
    if same:
        return p["same_large_toll" if max(a.max for a in same) >= limits["large_toll"] else "same_toll"]
    ratio = limits["toll_ratio"]
    return p["other_toll"] if pairs and all(a.min > ratio * b.max or b.min > ratio * a.max for a, b in pairs) else 0.0
