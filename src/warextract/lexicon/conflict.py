"""Words that tell whether an article is about armed conflict, as data."""

import tomllib
from functools import lru_cache
from importlib.resources import files

from pydantic import BaseModel, ConfigDict, ValidationError

from warextract.errors import RuleError


class ConflictWords(BaseModel):
    """``accidents`` are lemmas of what kills and destroys without anybody's arms."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    accidents: frozenset[str]


@lru_cache(maxsize=1)
def load_conflict_words() -> ConflictWords:
    """The words that travel with the package.

    >>> "earthquake" in load_conflict_words().accidents
    True
    """
    name = "conflict.toml"
    data = tomllib.loads((files("warextract.lexicon") / name).read_text("utf-8"))
    try:
        return ConflictWords.model_validate(data)
    except ValidationError as error:
        raise RuleError(f"{name}: {error}") from error
