"""Words that tell a party from a place ("Russia said" from "in Russia"), as data."""

import tomllib
from functools import lru_cache
from importlib.resources import files

from pydantic import BaseModel, ConfigDict, ValidationError

from warextract.errors import GazetteerError

Words = frozenset[str]


class _Table(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Prepositions(_Table):
    actor: Words
    place: Words


class VerbUsage(_Table):
    place_subject: Words
    place_object: Words


class NounUsage(_Table):
    place: Words
    scene: Words
    predicate: Words


class FirstNames(_Table):
    words: Words


class UsageWords(_Table):
    """Lemmas by what they say of a name beside them.

    ``party_after`` and ``place_after`` map a preposition to the governors after which its noun is one.
    """

    prepositions: Prepositions
    party_after: dict[str, Words]
    place_after: dict[str, Words]
    verbs: VerbUsage
    nouns: NounUsage
    first_names: FirstNames


@lru_cache(maxsize=1)
def load_usage() -> UsageWords:
    """The words that travel with the package.

    >>> "visit" in load_usage().verbs.place_object
    True
    """
    name = "usage.toml"
    data = tomllib.loads((files("warextract.lexicon") / name).read_text("utf-8"))
    try:
        return UsageWords.model_validate(data)
    except ValidationError as error:
        raise GazetteerError(f"{name}: {error}") from error
