"""Lands whose people are of no one country, as data; see disputed.toml."""

import re
import tomllib
from datetime import date
from functools import lru_cache
from importlib.resources import files

from pydantic import BaseModel, ConfigDict, TypeAdapter, ValidationError

from warextract.errors import GazetteerError


class Disputed(BaseModel):
    """A land: the words that an article must say, the regions of the place table and the places that it holds.

    ``since`` is the day from which a state recognises or claims it; in articles before that day its people, and the
    ``bodies`` (ids of the gazetteer) that hold it, are of the country ``before``.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    said: tuple[str, ...]
    regions: frozenset[str]
    places: frozenset[str]
    since: date | None = None
    before: str | None = None
    bodies: frozenset[str] = frozenset()

    def is_spoken_of(self, text: str, published: date | None = None) -> bool:
        """Whether an article speaks of it as of a land of no one country.

        >>> load_disputed()["luhansk"].is_spoken_of("Officials of the LPR said so.")
        True
        >>> load_disputed()["luhansk"].is_spoken_of("Officials of the LPR said so.", date(2015, 2, 10))
        False
        """
        if self.is_earlier(published):
            return False
        plain = text.replace("’", "'")
        if not any(word in plain for word in self.said):
            return False  # most articles, told at once
        return _any_of(self.said).search(plain) is not None

    def is_earlier(self, published: date | None) -> bool:
        """Whether an article is older than the state's claim on the land."""
        return self.since is not None and published is not None and published < self.since

    def holds(self, name: str, region: str) -> bool:
        """Whether a place, by its name and first-level region, lies in it."""
        return region in self.regions or name in self.places


@lru_cache(maxsize=64)
def _any_of(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b")


@lru_cache(maxsize=1)
def load_disputed() -> dict[str, Disputed]:
    """The lands by their names."""
    name = "disputed.toml"
    data = tomllib.loads((files("warextract.lexicon") / name).read_text("utf-8"))
    try:
        return TypeAdapter(dict[str, Disputed]).validate_python(data)
    except ValidationError as error:
        raise GazetteerError(f"{name}: {error}") from error


def bodies_before(published: date | None) -> dict[str, str | None]:
    """Countries of the bodies of such lands, by their ids, in an article older than the state's claim.

    >>> bodies_before(date(2015, 2, 10))["dpr-forces"]
    'UKR'
    """
    lands = (land for land in load_disputed().values() if land.is_earlier(published))
    return {body: land.before for land in lands for body in land.bodies}
