"""Names that the words beside them make places of, whatever the recogniser saw: "the village of Korda", "Korda
village", "Korda, a town near Salda", "20 km north of Korda", "in Salda, Korda and al-Nayra".
"""

from collections.abc import Iterator
from dataclasses import dataclass

from warextract.lexicon.place_nouns import Told, load_place_nouns
from warextract.lexicon.places import PlaceTable
from warextract.mentions.name_shape import ARTICLES, name_end, opens_name
from warextract.mentions.usage import head_of
from warextract.syntax import labels
from warextract.syntax.labels import EntityType, Role
from warextract.syntax.name_evidence import load_words
from warextract.syntax.tree import Tree

_JOINS = frozenset({",", "and", "or", "&"})
_APART = 8  # words between the comma and the noun of "Korda, a small mountain town in …"
_DONE_TO = (Role.OBJECT, Role.SUBJECT_PASSIVE)
_AMBIGUOUS = frozenset({"by", "against", "from", "to", "between"})
_VERBS = frozenset({"VERB", "AUX"})
_DIRECTIONS = frozenset({"north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest"})
_SHARED = frozenset({"direction"})  # "in the direction of Korda and Salda"
_NEAR = frozenset({"in", "near", "at", "on", "of", "outside", "close", "along", "inside", "off", "about", "some"})


@dataclass(frozen=True, slots=True)
class ToldPlace:
    """A name from token ``start`` to ``end``; ``noun`` is the word that says what it is, "" in a list of places."""

    start: int
    end: int
    noun: str


def told_places(tree: Tree, table: PlaceTable) -> tuple[ToldPlace, ...]:
    """Such names in text order, none overlapping another."""
    words = load_place_nouns()
    finder = _Finder(tree, table, words.told)
    found: dict[int, ToldPlace] = {}
    taken: set[int] = set()
    for place in finder.all():
        tokens = set(range(place.start, place.end))
        if not tokens & taken:
            found[place.start] = place
            taken |= tokens
    return tuple(found[start] for start in sorted(found))


class _Finder:
    def __init__(self, tree: Tree, table: PlaceTable, words: Told) -> None:
        self.tree, self.table, self.words = tree, table, words
        self.lower = [token.lower_ for token in tree.tokens]
        texts = [token.text for token in tree.tokens]
        self._openers = [i for i, text in enumerate(texts) if text[0].isupper() or text in ARTICLES]

    def all(self) -> Iterator[ToldPlace]:
        for i, word in enumerate(self.lower):
            if word == "of" and i > 0:
                yield from self._after_of(i)
        for start, end in self._names():
            yield from self._before_noun(start, end)
            yield from self._before_apposition(start, end)
            yield from self._listed(start, end)

    def _names(self) -> Iterator[tuple[int, int]]:
        """All capitalised names, longest first from each start."""
        at = 0
        for i in self._openers:
            if i >= at and opens_name(self.tree, i) and self._is_name(i):
                at = name_end(self.tree, i)
                yield i, at

    def _is_name(self, i: int) -> bool:
        """Not a demonym, a title, a weekday or the first word of a sentence that is none."""
        not_names = load_place_nouns().not_names
        word = self.lower[i]
        if word in not_names.words or word in not_names.directions or self.table.country_of(word) is not None:
            return False
        token = self.tree.tokens[i]
        inside = token.pos_ == "NOUN" and i > self.tree.sentence(i)[0]  # "and Gal'ad"
        return token.pos_ in ("PROPN", "X") or bool(token.ent_type_) or inside

    def _after_of(self, i: int) -> Iterator[ToldPlace]:
        """ "the village of Korda", "the districts of Korda and Salda": ``i`` is the "of"."""
        noun = self.lower[i - 1]
        single = noun if noun in self.words.of else noun.removesuffix("s")
        start = i + 1
        peopled = single in self.words.inhabitants
        if not (peopled or single in self.words.of) or start >= len(self.lower) or not opens_name(self.tree, start):
            return
        if not self._is_name(start):
            return
        end = name_end(self.tree, start)
        whole = self.tree.tokens[i - 1].text[:1].isupper() and self.table.find(self.tree.span_text(i - 1, end))
        if whole or self._runs_on(end):
            return  # "the Sea of Azov" is a name
        single = "" if peopled else single
        yield ToldPlace(start, end, single)
        if (single != noun and not peopled) or noun in _SHARED:
            for first, last in self._further(end):
                yield ToldPlace(first, last, single)

    def _before_noun(self, start: int, end: int) -> Iterator[ToldPlace]:
        """ "Korda village", "the Korda tehsil"."""
        if end == len(self.lower) or self.tree.tokens[end].text not in self.words.after:
            return
        if self.lower[end + 1 : end + 2] == ["of"] and opens_name(self.tree, end + 2):
            return  # "the Donbas town of Lyman"
        if self.tree.tokens[end - 1].pos_ in ("PROPN", "X", "NOUN"):
            yield ToldPlace(start, end, self.lower[end])

    def _before_apposition(self, start: int, end: int) -> Iterator[ToldPlace]:
        """ "Korda, a town near …"; "Korda, 20 km north of …"; "Korda and Salda, two villages in …"."""
        if end + 2 >= len(self.lower) or self.lower[end] != ",":
            return
        noun = self._apposed(end + 1)
        if noun is None and not self._measured(end + 1):
            return
        yield ToldPlace(start, end, noun or "")
        if noun is not None and noun.endswith("s"):
            for first, last in self._before(start):
                yield ToldPlace(first, last, noun)

    def _apposed(self, i: int) -> str | None:
        """The noun of a description that begins at a token, where what follows it says where it lies."""
        if self.lower[i] not in self.words.determiners:
            return None
        for k in range(i + 1, min(i + _APART, len(self.lower) - 1)):
            single = self.lower[k] if self.lower[k] in self.words.apposed else self.lower[k].removesuffix("s")
            if single in self.words.apposed:
                follows = self.lower[k + 1]
                near = follows in _NEAR or follows in _DIRECTIONS or follows.isdigit()
                return self.lower[k] if near else None
            if self.lower[k] in (",", "of", "."):
                return None
        return None

    def _measured(self, i: int) -> bool:
        """ "20 km (12 miles) north of", "north of", "just outside" at a token."""
        if self.lower[i] in ("about", "some", "around", "roughly", "nearly", "just"):
            i += 1
        if i + 2 >= len(self.lower):
            return False
        if self.tree.tokens[i].like_num and self.lower[i + 1] in self.words.lengths:
            after = self.lower[i + 2 : i + 9]
            return any(word in _DIRECTIONS or word in ("from", "outside", "away", "off", "inside") for word in after)
        if self.lower[i] in _DIRECTIONS:
            return self.lower[i + 1] == "of"
        return self.lower[i] in ("outside", "near") and opens_name(self.tree, i + 1)

    def _listed(self, start: int, end: int) -> Iterator[ToldPlace]:
        """ "in Salda, Korda and al-Nayra": names in a list with a place after a word that says where."""
        if end == len(self.lower) or (start > 0 and self.lower[start - 1] in _JOINS):
            return
        members = [(start, end), *self._further(end)]
        if len(members) == 1 or not any(self._is_known(*member) for member in members):
            return
        opening = self.tree.sentence(start)[0]
        if start - opening <= 1 and self.lower[end] == ",":
            return  # "In Kyiv, Adams and Brown met"
        if not self._says_where(start, end) or any(self._is_person(*member) for member in members):
            return
        after = members[-1][1]
        if after < len(self.lower) and self.tree.tokens[after].pos_ in _VERBS and not self._is_subject(start, end):
            return  # "was shelled from Salda and Korda denied it"
        for member in members:
            yield ToldPlace(*member, "")

    def _is_known(self, start: int, end: int) -> bool:
        kind = labels.entity_type(self.tree.tokens[start].ent_type_)
        rows = self.table.find(self.tree.span_text(start, end))
        return kind is EntityType.LOCATION and not any(row.kind == "country" for row in rows)

    def _says_where(self, start: int, end: int) -> bool:
        tree, words = self.tree, load_place_nouns()
        first = tree.first_conjunct(head_of(tree, start, end))
        lemma, word = tree.lemma(tree.heads[first]), tree.preposition(first)
        if word in words.prepositions - _AMBIGUOUS or lemma in words.targeted.territory:
            return True
        if lemma in words.targeted.verbs and tree.roles[first] in _DONE_TO:
            return True
        return lemma in self.words.verbs and word in ("from", "to", "out_of", "towards", "toward")

    def _is_subject(self, start: int, end: int) -> bool:
        first = self.tree.first_conjunct(head_of(self.tree, start, end))
        return self.tree.roles[first] in (Role.SUBJECT, Role.SUBJECT_PASSIVE)

    def _is_person(self, start: int, end: int) -> bool:
        """A name that begins with a first name, or that the recogniser takes for a body."""
        kind = labels.entity_type(self.tree.tokens[start].ent_type_)
        if kind in (EntityType.ORGANISATION, EntityType.OTHER):
            return True
        several = end - start > 1
        return kind is EntityType.PERSON and several and self.tree.tokens[start].text in load_words().given

    def _further(self, at: int) -> Iterator[tuple[int, int]]:
        """The names that follow in a list, after commas and "and"."""
        while at + 1 < len(self.lower) and self.lower[at] in _JOINS:
            last = self.lower[at] != ","
            start = at + 1
            if not last and self.lower[start] in _JOINS:
                start, last = start + 1, True
            if start >= len(self.lower) or not opens_name(self.tree, start) or not self._is_name(start):
                return
            end = name_end(self.tree, start)
            if self._runs_on(end):
                return
            yield start, end
            if last:
                return
            at = end

    def _before(self, start: int) -> Iterator[tuple[int, int]]:
        """The names before one in a list."""
        at = start
        while at > 1 and self.lower[at - 1] in _JOINS:
            end = at - 1
            if self.lower[end - 1] in _JOINS:
                end -= 1
            first = end
            while first > 0 and opens_name(self.tree, first - 1) and name_end(self.tree, first - 1) >= end:
                first -= 1
            if first == end or not self._is_name(first):
                return
            yield first, end
            at = first

    def _runs_on(self, end: int) -> bool:
        """Whether a common noun goes on after a name: "the village of Korda farmers", "Korda's mayor" do not."""
        return end < len(self.lower) and self.tree.tokens[end].pos_ == "NOUN" and self.tree.tokens[end].text.islower()
