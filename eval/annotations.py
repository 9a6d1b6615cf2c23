"""One article's annotations in one shape, whether a person wrote them (gold) or the package did (record).

A gold file names a mention by its string: the first occurrence unless ``{"text": …, "n": 2}``. Named mentions
count wherever their string stands, so that nobody has to list every repetition.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeAlias

Offsets: TypeAlias = tuple[int, int]
Argument: TypeAlias = tuple[str, str]  # role (agent, target, place, weapon) and id

# Pronouns are not annotated: a record that resolves them gains nothing by it and loses nothing.
_PRONOUNS = (
    "he she it they him her them his hers its their theirs we our us i my me who which that this these those "
    "himself herself itself themselves one both other others"
)


@dataclass(frozen=True, slots=True)
class Entity:
    id: str
    name: str
    country: str | None
    first: frozenset[Offsets]  # as annotated
    spans: frozenset[Offsets]  # wherever it stands


@dataclass(frozen=True, slots=True)
class WeaponMention:
    span: Offsets
    class_: str
    quantity: tuple[int, int] | None

    @property
    def family(self) -> str:
        return self.class_.split(".")[0]


@dataclass(frozen=True, slots=True)
class Claim:
    source: str | None
    stance: str
    cue: Offsets | None
    content: Offsets | None


@dataclass(frozen=True, slots=True)
class Event:
    type: str
    trigger: Offsets
    also: tuple[Offsets, ...]
    arguments: tuple[Argument, ...]
    date: tuple[str, str] | None
    status: str | None
    casualties: tuple[tuple[int, int] | None, ...] | None  # killed, wounded, captured


@dataclass(frozen=True, slots=True)
class Annotations:
    text: str
    entities: Mapping[str, tuple[Entity, ...]]  # by layer: actors, places
    weapons: tuple[WeaponMention, ...]
    weapon_spans: Mapping[str, frozenset[Offsets]]
    claims: tuple[Claim, ...]
    events: tuple[Event, ...]
    spans: Mapping[str, frozenset[Offsets]] = field(default_factory=dict)  # of every actor and place, by id

    def words(self, span: Offsets | None) -> str:
        """The words at these offsets, on one line."""
        return "" if span is None else " ".join(self.text[slice(*span)].split())


def is_pronoun(text: str) -> bool:
    """True for a word that stands for a name."""
    return text.lower() in _pronouns()


def read_gold(folder: Path) -> Iterator[tuple[str, str, Mapping[str, Any]]]:
    """Name, text and gold record of each article of a folder, by name."""
    for path in sorted(folder.glob("*.json")):
        text = path.with_suffix(".txt").read_bytes().decode("utf-8")
        yield path.stem, text, json.loads(path.read_text("utf-8"))


def of_gold(text: str, gold: Mapping[str, Any]) -> Annotations:
    """The annotations of a gold file.

    Raises ValueError when one of its strings is not in the text.
    """
    entities = {
        layer: tuple(_gold_entity(text, key, value) for key, value in gold[layer].items())
        for layer in ("actors", "places")
    }
    return Annotations(
        text=text,
        entities=entities,
        weapons=_gold_weapons(text, gold["weapons"].values()),
        weapon_spans={
            key: frozenset(find(text, mention) for mention in weapon["mentions"])
            for key, weapon in gold["weapons"].items()
        },
        claims=tuple(_gold_claim(text, claim) for claim in gold["claims"]),
        events=tuple(_gold_event(text, event) for event in gold["events"]),
        spans=_spans(entities),
    )


def of_record(text: str, record: Mapping[str, Any]) -> Annotations:
    """The annotations of a record as it is written.

    Raises ValueError when an offset of it does not hold in the text.
    """
    entities = {
        layer: tuple(_record_entity(text, each) for each in record.get(layer, ()))
        for layer in ("actors", "places")
    }
    weapons = record.get("weapons", ())
    return Annotations(
        text=text,
        entities=entities,
        weapons=tuple(
            WeaponMention(span, weapon["class"], _range(weapon.get("quantity")))
            for weapon in weapons
            for span in sorted(_checked(text, weapon["mentions"]))
            if not is_pronoun(text[slice(*span)])
        ),
        weapon_spans={weapon["id"]: _checked(text, weapon["mentions"]) for weapon in weapons},
        claims=tuple(
            Claim(
                claim.get("source"),
                claim["stance"],
                _offsets(claim.get("cue")),
                _offsets(claim.get("content")),
            )
            for claim in record.get("claims", ())
        ),
        events=tuple(_record_event(event) for event in record.get("events", ())),
        spans=_spans(entities),
    )


def find(text: str, mention: str | Mapping[str, Any]) -> Offsets:
    """Where a gold string stands.

    >>> find("a town and a town", {"text": "town", "n": 2})
    (13, 17)
    """
    string, nth = (mention, 1) if isinstance(mention, str) else (mention["text"], mention.get("n", 1))
    start = -1
    for _ in range(nth):
        start = text.find(string, start + 1)
        if start < 0:
            raise ValueError(f"gold string not in the text: {string!r}")
    return start, start + len(string)


@lru_cache(maxsize=1)
def _pronouns() -> frozenset[str]:
    return frozenset(_PRONOUNS.split())


def _occurrences(text: str, mentions: Iterable[str | Mapping[str, Any]]) -> Iterator[Offsets]:
    for mention in mentions:
        yield find(text, mention)
        if isinstance(mention, str) and mention[:1].isupper():
            pattern = rf"(?<!\w){re.escape(mention)}(?!\w)"
            yield from (match.span() for match in re.finditer(pattern, text))


def _gold_entity(text: str, key: str, entity: Mapping[str, Any]) -> Entity:
    return Entity(
        id=key,
        name=entity["name"],
        country=entity.get("country"),
        first=frozenset(find(text, mention) for mention in entity["mentions"]),
        spans=frozenset(_occurrences(text, entity["mentions"])),
    )


def _gold_weapons(text: str, weapons: Iterable[Mapping[str, Any]]) -> tuple[WeaponMention, ...]:
    """Every mention as annotated, then the other occurrences of names."""
    listed = list(weapons)
    found = [_gold_weapon(find(text, mention), weapon) for weapon in listed for mention in weapon["mentions"]]
    taken = {mention.span for mention in found}
    for weapon in listed:
        for span in sorted(set(_occurrences(text, weapon["mentions"]))):
            if span not in taken:
                taken.add(span)
                found.append(_gold_weapon(span, weapon))
    return tuple(found)


def _gold_weapon(span: Offsets, weapon: Mapping[str, Any]) -> WeaponMention:
    return WeaponMention(span, weapon["class"], _range(weapon.get("quantity")))


def _gold_claim(text: str, claim: Mapping[str, Any]) -> Claim:
    cue, content = claim["cue"], claim["content"]
    return Claim(
        source=claim["source"],
        stance=claim["stance"],
        cue=find(text, cue) if cue else None,
        content=find(text, content) if content else None,
    )


def _gold_event(text: str, event: Mapping[str, Any]) -> Event:
    roles = (("agent", "agents"), ("target", "targets"), ("place", "places"), ("weapon", "weapons"))
    date = event["date"]
    return Event(
        type=event["type"],
        trigger=find(text, event["trigger"]),
        also=tuple(find(text, mention) for mention in event.get("also", ())),
        arguments=tuple((role, key) for role, field_ in roles for key in event[field_]),
        date=(date[0], date[1]) if date else None,
        status=event["status"],
        casualties=_casualties(event["casualties"]) if event.get("casualties") else None,
    )


def _record_entity(text: str, entity: Mapping[str, Any]) -> Entity:
    spans = _checked(text, entity["mentions"])
    return Entity(entity["id"], entity.get("name", ""), entity.get("country"), spans, spans)


def _record_event(event: Mapping[str, Any]) -> Event:
    participants = [
        (each["role"], each.get("actor") or each.get("place"))
        for each in event.get("participants", ())
        if each["role"] in ("agent", "target")
    ]
    places = [("place", each["place"]) for each in event.get("places", ())]
    weapons = [("weapon", each) for each in event.get("weapons", ())]
    time = event.get("time") or {}
    return Event(
        type=event["type"],
        trigger=(event["trigger"]["start"], event["trigger"]["end"]),
        also=(),
        arguments=(*participants, *places, *weapons),
        date=(time["start"], time["end"]) if time else None,
        status=event.get("status"),
        casualties=_casualties(event.get("casualties") or {}),
    )


def _checked(text: str, mentions: Iterable[Mapping[str, Any]]) -> frozenset[Offsets]:
    for mention in mentions:
        if text[mention["start"] : mention["end"]] != mention["text"]:
            raise ValueError(f"offsets and text differ: {mention}")
    return frozenset((mention["start"], mention["end"]) for mention in mentions)


def _offsets(span: Mapping[str, Any] | None) -> Offsets | None:
    return None if span is None else (span["start"], span["end"])


def _spans(entities: Mapping[str, tuple[Entity, ...]]) -> dict[str, frozenset[Offsets]]:
    return {entity.id: entity.spans for layer in entities.values() for entity in layer}


def _range(value: Any) -> tuple[int, int] | None:
    """A count: a number, [min, max] or {"min": …, "max": …}."""
    if value is None:
        return None
    if isinstance(value, Mapping):
        return value["min"], value["max"]
    return (value[0], value[1]) if isinstance(value, list) else (value, value)


def _casualties(value: Mapping[str, Any]) -> tuple[tuple[int, int] | None, ...]:
    return tuple(_range(value.get(kind)) for kind in ("killed", "wounded", "captured"))
