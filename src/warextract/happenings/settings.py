"""The numbers and lists by which tellings are joined: joining.toml, read once."""

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any


@dataclass(frozen=True, slots=True)
class Joining:
    """What joining.toml says; each number and list is explained there."""

    points: MappingProxyType[str, float]
    limits: MappingProxyType[str, int]
    once: frozenset[str]
    territory: frozenset[str]
    families: MappingProxyType[str, tuple[str, ...]]
    weapons_together: tuple[frozenset[str], ...]
    consequences: frozenset[str]
    deeds: frozenset[str]
    independent: frozenset[str]
    shows: frozenset[str]
    vague_sites: frozenset[str]

    def near(self, a: str, b: str) -> bool:
        """Whether two types may be told of one happening."""
        return a == b or any(a in family and b in family for family in self.families.values())


@lru_cache(maxsize=1)
def load_joining() -> Joining:
    """The bundled settings."""
    data: dict[str, Any] = tomllib.loads(files("warextract.happenings").joinpath("joining.toml").read_text("utf-8"))
    return Joining(
        points=MappingProxyType(data["points"]),
        limits=MappingProxyType(data["limits"]),
        once=frozenset(data["types"]["once"]),
        territory=frozenset(data["types"]["territory"]),
        families=MappingProxyType({name: tuple(types) for name, types in data["families"].items()}),
        weapons_together=tuple(frozenset(group) for group in data["weapons"]["together"]),
        consequences=frozenset(data["consequences"]["types"]),
        deeds=frozenset(data["consequences"]["of"]),
        independent=frozenset(data["evidence"]["kinds"]),
        shows=frozenset(data["evidence"]["shows"]),
        vague_sites=frozenset(data["sites"]["vague"]),
    )
