"""How words are usually written: small, with a capital, or all in capitals ("guerrilla", "Lima", "FMLN")."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from warextract.lexicon.gazetteer import ActorGazetteer, read_lines
from warextract.lexicon.name_index import fold
from warextract.lexicon.places import PlaceTable
from warextract.lexicon.rulebook import Rulebook

_SHORT = 5  # an unknown word of fewer letters is an acronym
_LONGEST = 7  # words of a name
_ENDINGS = ("ed", "ing", "ly", "tion", "tions", "ment", "ments", "ness", "ity", "ous", "able", "ism", "ists")
_MONTHS = frozenset(
    {"jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "march"}
)
_BEFORE_MONTHS = frozenset({"in", "since", "until", "till", "last", "early", "late", "by", "of", "during"})
_OPEN_NAMES = frozenset({"El", "La", "Los", "Las", "San", "Santa", "Santo", "Puerto", "Villa", "Fort", "Port", "New"})
_SMALL_IN_NAMES = frozenset({"de", "del", "la", "el", "los", "las", "al", "of", "the", "and"})


@dataclass(frozen=True, slots=True)
class UsualCase:
    """``common`` holds words that are written small, ``names`` the words of names as their lists write them, by the
    folded words; ``places`` says whether one word is a place.
    """

    common: frozenset[str]
    given: frozenset[str]
    names: Mapping[tuple[str, ...], tuple[str, ...]]
    places: PlaceTable

    def written(self, words: Sequence[str]) -> list[str]:
        """The words of a stretch in their usual case, each of the length it had.

        >>> load_usual_case().written("THE FMLN GUERRILLAS ATTACKED SAN MIGUEL".split())
        ['the', 'FMLN', 'guerrillas', 'attacked', 'San', 'Miguel']
        """
        small = [word.lower() for word in words]
        out: list[str] = []
        while len(out) < len(words):
            i = len(out)
            out += self._name(small, i) or [self._word(words, small, i, out)]
        return out

    def _name(self, small: Sequence[str], i: int) -> list[str]:
        """The name of a list that starts at a word, the longest."""
        for length in range(min(_LONGEST, len(small) - i), 0, -1):
            known = self.names.get(tuple(small[i : i + length]))
            if known and (length > 1 or small[i] not in self.common):
                return list(known)
        return []

    def _word(self, words: Sequence[str], small: Sequence[str], i: int, before: Sequence[str]) -> str:
        word = small[i]
        if not word.isalpha():
            return words[i]
        if len(word) == 1:
            return word if word == "a" else word.upper()
        beside = {small[j] for j in (i - 1, i + 1) if 0 <= j < len(small)}
        if word in _MONTHS and any(other.strip(".").isdigit() for other in beside):
            return word.capitalize()
        if word == "may" and i and small[i - 1] in _BEFORE_MONTHS:
            return "May"
        if word in _SMALL_IN_NAMES and word not in ("of", "the", "and"):
            following = small[i + 1] if i + 1 < len(small) else ""
            inside = bool(before) and before[-1][:1].isupper() and word != "el"
            return word if inside or following in self.common else word.capitalize()
        if word in self.common:
            return word
        opened = bool(before) and before[-1] in _OPEN_NAMES
        known = opened or word in self.given or bool(self.places.find(word))
        if not known and len(word) > _SHORT and word.endswith(_ENDINGS):
            return word
        if known or len(word) >= _SHORT:
            return word.capitalize()
        return word.upper()


@lru_cache(maxsize=1)
def load_usual_case() -> UsualCase:
    """The lists of the package; a second's work, for texts in one case only."""
    gazetteer = ActorGazetteer.load()
    given = {name.rstrip("?").lower() for name in _lines("given_names.txt")}
    common = {*_lines("common_words.txt"), *_inflected(_own_words())}
    names: dict[tuple[str, ...], tuple[str, ...]] = {}
    for actor in gazetteer.actors.values():
        for alias in (actor.name, *actor.aliases):
            _add(names, alias)
    for country in gazetteer.countries.values():
        for name in (country.name, *country.aliases, *country.capital, *country.adjectives, *country.people):
            _add(names, name)
            if not (name.isupper() and len(name) > 2):  # "the CAR" is a car, "the US" a country
                common.discard(name.lower())
    return UsualCase(frozenset(common), frozenset(given), names, PlaceTable.load())


def _add(names: dict[tuple[str, ...], tuple[str, ...]], name: str) -> None:
    words = tuple(name.split())
    if name != name.lower() and all(word.isalpha() for word in words):
        names.setdefault(tuple(fold(word) for word in words), words)


def _lines(name: str) -> list[str]:
    text = (files("warextract.lexicon") / "data" / name).read_text("utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


def _own_words() -> set[str]:
    """The words of the rules and of the nouns for people and weapons, which the treebanks need not have."""
    words: set[str] = set(ActorGazetteer.load().kinds)
    for rule in Rulebook.load().rules:
        for lemma in (*rule.lemma, *rule.context, *(w for c in rule.when.values() for w in (*c.lemma, *c.only_lemma))):
            words |= set(lemma.split("_"))
    words |= {word for row in read_lines("weapons.jsonl") for name in row.get("names", ()) for word in name.split()}
    return {word for word in words if word.isalpha() and word.islower()}


def _inflected(words: set[str]) -> set[str]:
    """Words with their regular endings, right or not: what is no word occurs in no text."""
    out = set(words)
    for word in words:
        stem = word.removesuffix("e")
        doubled = word + word[-1]
        out |= {f"{word}s", f"{word}es", f"{word}d", f"{stem}ed", f"{stem}ing", f"{doubled}ed", f"{doubled}ing"}
        if word.endswith("y"):
            out |= {f"{word[:-1]}ies", f"{word[:-1]}ied"}
        if word.endswith("man"):
            out.add(f"{word[:-3]}men")
    return out
