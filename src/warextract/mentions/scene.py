"""Where the story plays at each word, as the countries, towns and headings of an article tell it."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from warextract.lexicon.disputed import load_disputed
from warextract.lexicon.place_nouns import load_place_nouns
from warextract.lexicon.places import PlaceTable
from warextract.mentions.entities import PlaceEntity
from warextract.syntax.labels import EntityType
from warextract.syntax.tree import Tree

_MOST = 0.6
_SCENE = 3  # places that make a scene
_TOWN = 20_000  # people that a place has whose country the article never names
_CITY = 200_000  # the same, where the article names other countries
_GOAL = frozenset({"to", "into", "towards", "toward", "across"})
_AWAY = frozenset({"from", "to", "into", "towards", "toward", "against", "for", "by", "with", "via"})


@dataclass(frozen=True, slots=True)
class Mark:
    """A word that gives a country: ``place`` when it says where, ``town`` when it is a place in the country.

    ``country`` is empty for a land that is of no one country.
    """

    token: int
    country: str
    place: bool
    town: bool = False
    capital: bool = False
    admin1: str = ""


def town_marks(tree: Tree, known: frozenset[str], named: Iterable[int]) -> list[Mark]:
    """Marks of the towns and regions that the recogniser found; ``known`` are the countries that the article names,
    ``named`` the tokens of names of actors and countries.

    A place of a country that no word names counts if it is large, or not the only one.
    """
    table = PlaceTable.load()
    out: list[Mark] = []
    alone: dict[str, list[tuple[Mark, str, int]]] = {}  # places of countries that no word names
    at = frozenset(named)
    for ent in tree.names:
        if ent.kind is not EntityType.LOCATION or ent.start in at:
            continue
        rows = [row for row in table.find(ent.text) if row.country]
        rows = [row for row in rows if row.country in known] or rows
        if not rows:
            continue
        first = rows[0]
        mark = Mark(ent.start, first.country, True, True, admin1=first.admin1)
        if first.country in known:
            out.append(mark)
        elif len({row.country for row in rows}) == 1:
            alone.setdefault(first.country, []).append((mark, first.name, first.population))
    for places in alone.values():
        least = _TOWN if not known or len({name for _, name, _ in places}) > 1 else _CITY
        out += [mark for mark, _, population in places if population >= least]
    return out


def hinted_countries(tree: Tree) -> Iterator[str]:
    """Countries of the large towns that names of bodies begin with: "Leeds Crown Court"."""
    table = PlaceTable.load()
    for ent in tree.names:
        if ent.kind is EntityType.ORGANISATION and len(ent) > 1:
            rows = [row for row in table.find(ent[0].text) if row.main and row.population >= _CITY]
            if len({row.country for row in rows}) == 1:
                yield rows[0].country


class Scene:
    """The countries of an article, by word, sentence and paragraph. ``headings`` gives the country of each token
    that heads a paragraph of a round-up, ``hints`` the countries of the bodies and buildings that it names.
    """

    def __init__(
        self, tree: Tree, marks: Iterable[Mark], headings: Mapping[int, str], hints: Iterable[str] = ()
    ) -> None:
        self.tree = tree
        self.marks = tuple(sorted(marks, key=lambda m: m.token))
        self.counts = Counter(mark.country for mark in self.marks)
        self.home = self._home()
        self._hints = Counter(hints)
        self._paragraphs = tree.paragraphs
        self._headings: dict[int, set[str]] = {}
        for token, country in headings.items():
            self._headings.setdefault(self._paragraphs[token], set()).add(country)

    def located(self, places: Iterable[PlaceEntity], published: date | None = None) -> "Scene":
        """The scene as the places of the article tell it, once they are known."""
        table = PlaceTable.load()
        text = self.tree.text
        disputed = [land for land in load_disputed().values() if land.is_spoken_of(text, published)]

        def country(place: PlaceEntity) -> str:
            held = any(land.holds(place.name, place.admin1 or "") for land in disputed)
            return "" if held else place.country or ""

        told = [
            Mark(
                m.head, country(place), True, place.kind != "country", table.is_capital(place.name), place.admin1 or ""
            )
            for place in places
            if place.country is not None
            for m in place.mentions
            if m.rule != "site"
        ]
        scene = Scene(self.tree, [*(m for m in self.marks if not m.place), *told], {})
        scene.counts, scene.home, scene._headings = self.counts, self.home, self._headings
        scene._hints = self._hints
        return scene

    def _home(self) -> str | None:
        """The country that most of the article's words for countries give, if there is one."""
        common = self.counts.most_common(1)
        return common[0][0] if common and common[0][1] >= _MOST * self.counts.total() else None

    def plays_in(self, country: str | None) -> bool:
        """Whether a country is named otherwise than as the home of a strike ("a US airstrike killed three men")."""
        own = [mark for mark in self.marks if mark.country == country]
        strikes = load_place_nouns().targeted.nouns
        return any(mark.place or self.tree.lemma(self.tree.heads[mark.token]) not in strikes for mark in own)

    def near(self, i: int) -> str | None:
        """The country that a body of a state is taken to be of, if nothing says whose it is.

        Where one country is most of what the article names, it is that one; else the nearest place of the
        sentence tells, then the country of most places, then the last place before it.
        """
        if (heading := self._heading(i)) is not None:
            return heading
        return self.home or self._inside(i) or self._leading() or self._before(i) or self._hinted()

    def around(self, i: int) -> str | None:
        """The country that people, or local bodies, are taken to be of, if nothing says whose they are.

        The nearest place of the sentence tells, then the towns before it in the paragraph, then the country that most
        places lie in; None where the article names no places, empty for a land that is of no one country.
        """
        for found in (self._heading(i), self._inside(i), self._of_paragraph(i)):
            if found is not None:
                return found
        return self._leading()

    def town_beside(self, i: int) -> str | None:
        """The one country of the towns of a sentence: "said Ali Deng, whose brother was taken in Malakal"."""
        start, end = self.tree.sentence(i)
        towns = {m.country for m in self.marks if start <= m.token < end and m.town and not m.capital}
        return next(iter(towns)) if len(towns) == 1 else None

    def _heading(self, i: int) -> str | None:
        """The one country that heads the paragraph."""
        found = self._headings.get(self._paragraphs[i], set())
        return next(iter(found)) if len(found) == 1 else None

    def _inside(self, i: int) -> str | None:
        start, end = self.tree.sentence(i)
        inside = [m for m in self.marks if start <= m.token < end and m.place]
        here = [m for m in inside if self.tree.preposition(m.token) not in _AWAY]
        if not here and self._leading() is not None:
            here = [m for m in inside if self.tree.preposition(m.token) not in _GOAL]  # "fled to Chad" tells not whence
        elif not here:
            here = inside
        return min(here, key=lambda m: abs(m.token - i)).country if here else None

    def _of_paragraph(self, i: int) -> str | None:
        start, opening = self.tree.sentence(i)[0], self._paragraphs[i]
        before = [m for m in self.marks if opening <= m.token < start and m.town]
        before = [m for m in before if self.tree.preposition(m.token) not in _AWAY and not m.capital]
        return before[-1].country if before else None

    def _leading(self) -> str | None:
        """The country that most of the article's places lie in, if there is one."""
        places = Counter(m.country for m in self.marks if m.place)
        common = places.most_common(1)
        enough = bool(common) and common[0][1] >= _SCENE and common[0][1] >= _MOST * places.total()
        return common[0][0] if enough else None

    def _hinted(self) -> str | None:
        """The one country of the bodies named, where no word or place tells any: a county court, a national charity."""
        common = self._hints.most_common(1)
        least = 1 if not self.counts else 2
        return common[0][0] if len(self._hints) == 1 and common[0][1] >= least else None

    def _before(self, i: int) -> str | None:
        start = self.tree.sentence(i)[0]
        before = [m for m in self.marks if m.token < start and m.place]
        often = [m for m in before if self.counts[m.country] > 1]
        if before:
            return (often or before)[-1].country
        common = self.counts.most_common(1)
        return common[0][0] if common and common[0][1] > 1 else None
