"""How well a telling fits a happening: points for what agrees, none at all where something contradicts."""

from dataclasses import dataclass, field
from math import cos, hypot, radians

from warextract.happenings.settings import Joining
from warextract.happenings.told import Spot, Told, Window, is_long
from warextract.records import NumberRange

_KM = 111.2  # of a degree


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
    agents: set[str] = field(default_factory=set)
    targets: set[str] = field(default_factory=set)
    sites: set[str] = field(default_factory=set)
    weapons: set[str] = field(default_factory=set)
    killed: list[NumberRange] = field(default_factory=list)

    @classmethod
    def of(cls, told: Told) -> "Happening":
        happening = cls([], told.where, told.window, told.mood)
        happening.add(told)
        return happening

    def add(self, told: Told) -> None:
        """Join a telling that fits."""
        self.members.append(told)
        if told.where.spots and not self.where.spots:
            self.where = told.where
        self.window = _narrowed(self.window, told.window)
        self.mood = min(self.mood, told.mood, key=("done", "planned", "possible").index)
        self.types.add(told.type)
        self.agents |= told.agents
        self.targets |= told.targets
        self.sites |= told.sites
        self.weapons |= told.weapons
        if told.killed is not None:
            self.killed.append(told.killed)


def points(happening: Happening, told: Told, settings: Joining) -> float | None:
    """The points by which a telling fits, or None when something rules it out."""
    p = settings.points
    if not all(settings.near(told.type, other) for other in happening.types):
        return None
    where = _where(happening.where, told, settings)
    when = _when(happening.window, told.window, settings)
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
    if happening.sites and told.sites:
        total += p["one_site" if happening.sites & told.sites else "other_site"]
    if happening.weapons and told.weapons:
        total += p["one_weapon" if happening.weapons & told.weapons else "other_weapon"]
    if (happening.mood == "done") != (told.mood == "done"):
        total += p["other_mood"]
    return total + _toll(happening.killed, told.killed, settings)


def _where(spot: Spot, told: Told, settings: Joining) -> float | None:
    p, other = settings.points, told.where
    if spot.spots and other.spots:
        one = bool(spot.spots & other.spots) or _beside(spot, other, settings.limits["near_km"])
        return p["one_settlement"] if one else None
    if spot.countries and other.countries and not spot.countries & other.countries:
        return None
    if spot.regions and other.regions:
        return p["one_region"] if spot.regions & other.regions else None
    if spot.countries and other.countries:
        return p["one_country"]
    return p["in_article"] if spot.spots & told.context else 0.0


def _beside(a: Spot, b: Spot, limit: float) -> bool:
    return any(_distance(x, y) <= limit for x in a.points for y in b.points)


def _distance(a: tuple[float, float], b: tuple[float, float]) -> float:
    """Kilometres between two points that are near to each other."""
    return _KM * hypot(a[0] - b[0], (a[1] - b[1]) * cos(radians(a[0])))


def _when(a: Window | None, b: Window | None, settings: Joining) -> float | None:
    p = settings.points
    if a is None or b is None:
        return 0.0
    if is_long(a) != is_long(b) or a.last < b.first or b.last < a.first:
        return None
    kinds = {a.sure, b.sure}
    if kinds == {"days"}:
        shared = min(a.last, b.last) - max(a.first, b.first)
        return p["same_day"] if shared == max(a.length, b.length) or a.length == b.length == 0 else p["same_days"]
    return p["open_time"] if "open" in kinds else p["same_period"]


def _narrowed(a: Window | None, b: Window | None) -> Window | None:
    if a is None or b is None:
        return a or b
    sure = min(a.sure, b.sure, key=("days", "period", "open").index)
    return Window(max(a.first, b.first), min(a.last, b.last), sure)


def _toll(known: list[NumberRange], told: NumberRange | None, settings: Joining) -> float:
    """The best that a toll agrees with any other; nobody killed is a denial, which tells nothing apart."""
    if told is None or told.max == 0:
        return 0.0
    others = [k for k in known if k.max > 0]
    p, limits = settings.points, settings.limits
    if any(k.min == told.min and k.max == told.max for k in others):
        return p["same_large_toll" if told.max >= limits["large_toll"] else "same_toll"]
    ratio = limits["toll_ratio"]
    if others and all(k.min > ratio * told.max or told.min > ratio * k.max for k in others):
        return p["other_toll"]
    return 0.0
