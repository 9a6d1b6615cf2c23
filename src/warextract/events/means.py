"""What kind of attack it was, by the weapons that its own words name: "attacked the port with missiles"."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from warextract.events.kinds import COMBAT
from warextract.events.scene import Scene
from warextract.events.weapons import keys
from warextract.syntax.frames import Frame
from warextract.vocabulary import EventType

if TYPE_CHECKING:
    from warextract.events.telling import Telling

_MEANS = ("subject", "with", "using", "via")
_KINDS: dict[str, EventType] = {
    "missile": "missile_strike",
    "drone": "drone_strike",
    "aircraft": "air_strike",
    "bomb": "air_strike",
    "artillery": "shelling",
    "rocket": "shelling",
    "explosive": "bombing",
}
_HAND_HELD = frozenset({"rocket.rpg", "explosive.grenade", "explosive"})


def one_a_word(tellings: "Sequence[Telling]") -> "list[Telling]":
    """Tellings less those by which one verb would tell two attacks: that of all its weapons stands."""
    whole = {t.head: t for t in tellings if t.rule.type == "attack" and t.frame.kind == "verb"}
    return [t for t in tellings if t.type not in COMBAT or whole.get(t.head, t) is t]


def by_means(scene: Scene, frame: Frame, event_type: EventType) -> EventType:
    """An attack by one kind of weapon is a strike of its kind; by several, or by small arms, it stays an attack."""
    if event_type != "attack" or frame.kind != "verb":
        return event_type
    used = keys(scene, [head for slot in _MEANS for head in frame.fill(slot)])
    classes = [scene.index.weapons[key].class_ for key in used]
    kinds = {None if c in _HAND_HELD else _KINDS.get(c.split(".")[0]) for c in classes}
    found = next(iter(kinds)) if len(kinds) == 1 else None
    return found or event_type
