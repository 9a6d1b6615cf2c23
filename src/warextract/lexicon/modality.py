"""What governing words say of a happening: that it is planned, only possible, tried, or did not happen."""

import tomllib
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
        self._implied = frozenset(data["undone"]["implied"])
        self.occurrence = frozenset(data["occurrence"]["verbs"])

    def governor(self, lemma: str) -> Effect | None:
        """What a governing predicate does; "not_" before it and a preposition after it are understood.

        >>> load_modality().governor("fail"), load_modality().governor("not_manage")
        ('negated', 'negated')
        >>> load_modality().governor("not_fail") is None
        True
        """
        if not lemma.startswith("not_"):
            return self._lookup(lemma)
        lemma = lemma.removeprefix("not_")
        if lemma in self._implied:
            return "negated"
        effect = self._lookup(lemma)
        return "hypothetical" if effect == "planned" else None if effect == "negated" else effect

    def _lookup(self, lemma: str) -> Effect | None:
        found = self._governors.get(lemma)
        if found is None and "_" in lemma:
            found = self._governors.get(lemma.split("_", 1)[0])
        return found

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
