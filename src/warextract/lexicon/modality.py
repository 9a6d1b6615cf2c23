"""What governing words say of a happening: that it is planned, only possible, tried, or did not happen."""

import tomllib
from collections.abc import Iterable
from functools import lru_cache
from importlib.resources import files
from typing import Literal, get_args

from warextract.errors import RuleError

Effect = Literal["planned", "hypothetical", "negated", "attempted"]
_NAME = "modality.toml"
_EFFECTS: tuple[str, ...] = get_args(Effect)


class ModalityWords:
    """Words by what they do to the happening that they govern."""

    def __init__(self, data: dict[str, dict[str, list[str]]]) -> None:
        self._governors = _index(data, "governors")
        self._modifiers = _index(data, "modifiers")
        self._prepositions = _index(data, "prepositions")
        self._verbs = _index(data, "verbs")
        self.denial = frozenset(data["denial"]["verbs"])
        self.statement = frozenset(data["statement"]["nouns"])
        self.background = frozenset(data["background"]["prepositions"])
        self._opposed = frozenset(data["opposed"]["verbs"])
        self._implied = frozenset(data["undone"]["implied"])
        self._tolls = {noun: role for role, nouns in data["tolls"].items() for noun in nouns}
        self.totals = frozenset(data["totals"]["nouns"])
        self.owning = frozenset(data["owning"]["verbs"])
        self.occurrence = frozenset(data["occurrence"]["verbs"])

    def governor(self, lemma: str, *, verb: bool = True) -> Effect | None:
        """What a governing predicate does to a verb or a noun; "not_" before it is understood.

        >>> load_modality().governor("fail"), load_modality().governor("not_manage")
        ('negated', 'negated')
        >>> load_modality().governor("not_fail") is None
        True
        """
        if not lemma.startswith("not_"):
            return self._lookup(lemma, verb)
        lemma = lemma.removeprefix("not_")
        if lemma in self._implied:
            return "negated"
        effect = self._lookup(lemma, verb)
        return "hypothetical" if effect == "planned" else None if effect == "negated" else effect

    def _lookup(self, lemma: str, verb: bool) -> Effect | None:
        found = self._governors.get(lemma)
        return self._verbs.get(lemma) if found is None and verb else found

    def is_opposed(self, context: Iterable[str]) -> bool:
        """Whether a governing predicate is the deed of those against whom something was tried ("foiled")."""
        return any(lemma in self._opposed for lemma in context)

    def toll_of_noun(self, lemma: str) -> str | None:
        """What a noun that is counted adds to a toll.

        >>> load_modality().toll_of_noun("body")
        'killed'
        """
        return self._tolls.get(lemma)

    def modifier(self, word: str) -> Effect | None:
        """What a word before a noun does ("a planned offensive")."""
        return self._modifiers.get(word)

    def preposition(self, name: str) -> Effect | None:
        """What a preposition over a noun does ("without a fight")."""
        return self._prepositions.get(name)


def _index(data: dict[str, dict[str, list[str]]], table: str) -> dict[str, Effect]:
    out: dict[str, Effect] = {}
    for effect, words in data[table].items():
        if effect not in _EFFECTS:
            raise RuleError(f"{_NAME}: [{table}] has {effect!r}; there are {', '.join(_EFFECTS)}")
        for word in words:
            out[word] = effect  # type: ignore[assignment]
    return out


@lru_cache(maxsize=1)
def load_modality() -> ModalityWords:
    """The words that travel with the package."""
    return ModalityWords(tomllib.loads((files("warextract.lexicon") / _NAME).read_text("utf-8")))
