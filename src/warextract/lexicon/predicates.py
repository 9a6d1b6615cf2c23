"""Multiword predicates as data: light verbs and idioms ("take control of", "come under fire")."""

import tomllib
from functools import lru_cache
from importlib.resources import files

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from warextract.errors import RuleError


class Idiom(BaseModel):
    """A verb and a noun that mean one thing together."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    lemma: str
    verbs: tuple[str, ...] = Field(min_length=1)
    noun: str
    preposition: str | None = Field(default=None, description="Between verb and noun; None for an object.")
    map: dict[str, str] = Field(default_factory=dict, description="Preposition to the slot its noun takes.")
    adverb: bool = Field(default=False, description="The noun may be read as an adverb: 'set a shop alight'.")
    undergoer: bool = Field(default=False, description="The verb's subject undergoes it: it becomes the object.")


class Predicates(BaseModel):
    """All light verbs and idioms, indexed by the noun."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    light: frozenset[str]
    days: frozenset[str] = Field(description="Nouns that make a phrase with 'on' a time.")
    parts: frozenset[str] = Field(description="Nouns that stand for what follows 'of'.")
    phrasal: frozenset[str] = Field(description="Verb and particle that take an object.")
    intransitive: frozenset[str] = Field(description="Verbs that cannot be passive.")
    strikes: frozenset[str] = Field(description="Verbs whose object undergoes the event that is their subject.")
    happens: frozenset[str] = Field(description="Verbs that only say that their subject happens.")
    idioms: dict[str, tuple[Idiom, ...]]

    def idiom(self, verb: str, noun: str, preposition: str | None) -> Idiom | None:
        """The idiom that a verb forms with its object (preposition None) or with a noun under a preposition."""
        for idiom in self.idioms.get(noun, ()):
            if verb in idiom.verbs and idiom.preposition == preposition:
                return idiom
        return None


@lru_cache(maxsize=1)
def load_predicates() -> Predicates:
    """The predicates that travel with the package.

    >>> load_predicates().idiom("seize", "control", None).lemma
    'take_control'
    """
    name = "predicates.toml"
    data = tomllib.loads((files("warextract.lexicon") / name).read_text("utf-8"))
    index: dict[str, list[Idiom]] = {}
    for number, entry in enumerate(data["idiom"], start=1):
        try:
            idiom = Idiom.model_validate(entry)
        except ValidationError as error:
            raise RuleError(f"{name}: idiom {number} ({entry.get('lemma', '?')}): {error}") from error
        index.setdefault(idiom.noun, []).append(idiom)
    return Predicates(
        light=frozenset(data["light"]["verbs"]),
        days=frozenset(data["time"]["days"]),
        parts=frozenset(data["parts"]["nouns"]),
        phrasal=frozenset(data["phrasal"]["verbs"]),
        intransitive=frozenset(data["motion"]["intransitive"]),
        strikes=frozenset(data["carried"]["strikes"]),
        happens=frozenset(data["carried"]["happens"]),
        idioms={noun: tuple(found) for noun, found in index.items()},
    )
