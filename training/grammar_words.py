"""The words of the wire grammar, from ``grammar_words.toml``."""

from __future__ import annotations

import tomllib
from pathlib import Path

_WORDS = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))

IRREGULAR: dict[str, tuple[str, str]] = {base: (past, part) for base, (past, part) in _WORDS["irregular"].items()}
DOUBLED: frozenset[str] = frozenset(_WORDS["doubled"])
THAT: list[str] = _WORDS["that"]
OBJECT: list[str] = _WORDS["object"]
INFINITIVE: list[str] = _WORDS["infinitive"]
ASKING: list[str] = _WORDS["asking"]
GERUND: list[str] = _WORDS["gerund"]
DEMANDING: list[str] = _WORDS["demanding"]
CALLING: list[str] = _WORDS["calling"]
BLAMING: list[str] = _WORDS["blaming"]
TO_PLACE: list[str] = _WORDS["to_place"]
TO_THING: list[str] = _WORDS["to_thing"]
TO_PEOPLE: list[str] = _WORDS["to_people"]
TO_WEAPON: list[str] = _WORDS["to_weapon"]
MOVING: list[str] = _WORDS["moving"]
HAPPENING: list[str] = _WORDS["happening"]
DYING: list[str] = _WORDS["dying"]
PEOPLE: list[str] = _WORDS["people"]
PERSON: list[str] = _WORDS["person"]
SPEAKER_ONE: list[str] = _WORDS["speaker_one"]
SPEAKER_MANY: list[str] = _WORDS["speaker_many"]
BODY: list[str] = _WORDS["body"]
FORCE: list[str] = _WORDS["force"]
THING: list[str] = _WORDS["thing"]
PLACE: list[str] = _WORDS["place"]
WEAPON: list[str] = _WORDS["weapon"]
TOLD: list[str] = _WORDS["told"]
DEED_NOUN: list[str] = _WORDS["deed_noun"]
NAMED_AS: list[str] = _WORDS["named_as"]
ADJECTIVE: list[str] = _WORDS["adjective"]
MASS: list[str] = _WORDS["mass"]
NATURE: list[str] = _WORDS["nature"]
COMING: list[str] = _WORDS["coming"]
WANTED: list[str] = _WORDS["wanted"]
REDUCED: dict[str, list[str]] = _WORDS["reduced"]
DEAL: list[str] = _WORDS["nouns"]["deal"]
PAPER: list[str] = _WORDS["nouns"]["paper"]
HOME: list[str] = _WORDS["nouns"]["home"]
WRONG: list[str] = _WORDS["nouns"]["wrong"]
GOING_ON: list[str] = _WORDS["nouns"]["going_on"]
STATE_BEFORE: list[str] = _WORDS["nouns"]["state_before"]
KIN: list[str] = _WORDS["nouns"]["kin"]
