"""The channels of statements as data: "in a statement", "on Telegram"."""

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Channels:
    """Prepositions and nouns (lemmas, lower case) that tell where a statement was made; ``by`` holds those that a
    speaker uses, which do nothing themselves.
    """

    prepositions: frozenset[str]
    nouns: frozenset[str]
    by: frozenset[str]


@lru_cache(maxsize=1)
def load_channels() -> Channels:
    """The channels that travel with the package.

    >>> "telegram" in load_channels().nouns
    True
    """
    data = tomllib.loads((files("warextract.lexicon") / "channels.toml").read_text("utf-8"))
    return Channels(frozenset(data["prepositions"]), frozenset(data["nouns"]), frozenset(data["by"]))
