"""Word lists of the claims layer, as data: see claim_words.toml for what each is for."""

import tomllib
from dataclasses import dataclass, fields
from functools import lru_cache
from importlib.resources import files

from warextract.errors import RuleError
from warextract.vocabulary import Certainty

_NAME = "claim_words.toml"


@dataclass(frozen=True, slots=True)
class ClaimWords:
    """Lemmas by what they do in a claim; ``hedges`` maps a word to the certainty that it leaves, ``pronouns`` one to
    the kinds of actor that it may stand for.
    """

    further: frozenset[str]
    summaries: frozenset[str]
    introducers: frozenset[str]
    reporting: frozenset[str]
    remarks: frozenset[str]
    substantiating: frozenset[str]
    admitting: frozenset[str]
    mercies: frozenset[str]
    pointing: frozenset[str]
    no_acts: frozenset[str]
    empty_verbs: frozenset[str]
    documents: frozenset[str]
    checking: frozenset[str]
    replies: frozenset[str]
    requests: frozenset[str]
    not_sources: frozenset[str]
    mute: frozenset[str]
    showing: frozenset[str]
    hindered: frozenset[str]
    hedges: dict[str, Certainty]
    pronouns: dict[str, frozenset[str]]


@lru_cache(maxsize=1)
def claim_words() -> ClaimWords:
    """The word lists that travel with the package.

    >>> claim_words().hedges["reportedly"]
    'possible'
    """
    data = tomllib.loads((files("warextract.lexicon") / _NAME).read_text("utf-8"))
    names = {field.name for field in fields(ClaimWords)}
    if set(data) != names:
        raise RuleError(f"{_NAME}: has {sorted(set(data) ^ names)} too much or too little")
    hedges = {word: level for level, words in data.pop("hedges").items() for word in words}
    pronouns = {word: frozenset(kinds) for word, kinds in data.pop("pronouns").items()}
    return ClaimWords(hedges=hedges, pronouns=pronouns, **{name: frozenset(words) for name, words in data.items()})
