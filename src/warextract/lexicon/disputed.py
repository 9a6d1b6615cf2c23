"""Lands whose people are of no one country, as data; see disputed.toml."""

import re
import tomllib
from functools import lru_cache
from importlib.resources import files

from pydantic import BaseModel, ConfigDict, TypeAdapter, ValidationError

from warextract.errors import GazetteerError


class Disputed(BaseModel):
    """A land: the words that an article must say, the regions of the place table and the places that it holds."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    said: tuple[str, ...]
    regions: frozenset[str]
    places: frozenset[str]

    def is_spoken_of(self, text: str) -> bool:
        """Whether an article speaks of it.

        >>> load_disputed()["luhansk"].is_spoken_of("Officials of the LPR said so.")
        True
        """
        words = "|".join(re.escape(word).replace("'", "['’]") for word in self.said)
        return re.search(rf"\b(?:{words})\b", text) is not None

    def holds(self, name: str, region: str) -> bool:
        """Whether a place, by its name and first-level region, lies in it."""
        return region in self.regions or name in self.places


@lru_cache(maxsize=1)
def load_disputed() -> dict[str, Disputed]:
    """The lands by their names."""
    name = "disputed.toml"
    data = tomllib.loads((files("warextract.lexicon") / name).read_text("utf-8"))
    try:
        return TypeAdapter(dict[str, Disputed]).validate_python(data)
    except ValidationError as error:
        raise GazetteerError(f"{name}: {error}") from error
