"""The closed vocabularies of the record: kinds, stances, event types and statuses.

They are the contract with every reader of a record; a word may be added, none may change its meaning.
"""

from typing import Literal, get_args

ActorKind = Literal[
    "state", "government", "military", "armed_group", "person", "igo", "ngo", "company", "media", "population", "other"
]
PlaceKind = Literal["country", "region", "settlement", "facility", "area"]
Stance = Literal["asserts", "confirms", "denies", "doubts", "accuses", "warns", "urges", "withholds"]
QuoteKind = Literal["direct", "mixed", "indirect", "none"]
Certainty = Literal["certain", "probable", "possible", "unknown"]
EventStatus = Literal["reported", "claimed", "confirmed", "denied", "disputed", "hypothetical", "planned"]
ParticipantRole = Literal["agent", "target", "recipient"]
PlaceRole = Literal["location", "origin", "destination"]
RevisionKind = Literal["update", "correction", "refile", "wrapup"]
DatePrecision = Literal["day", "days", "week", "month", "season", "year", "range"]
EventType = Literal[
    # territory
    "capture", "withdrawal", "surrender", "advance", "hold",
    # combat
    "clash", "shelling", "missile_strike", "air_strike", "drone_strike", "bombing", "attack", "interception",
    # persons
    "killing", "abduction", "detention", "casualties", "damage",
    # posture
    "deployment", "fortification", "arms_transfer", "weapons_test",
    # civil
    "displacement", "protest", "aid",
    # diplomacy
    "meeting", "agreement", "prisoner_exchange", "sanction", "threat", "nuclear_incident",
]  # fmt: skip
WeaponClass = Literal[
    "firearm", "firearm.rifle", "firearm.machine_gun", "firearm.pistol",
    "explosive", "explosive.grenade", "explosive.ied", "explosive.car_bomb", "explosive.suicide_vest",
    "explosive.mine", "explosive.charge",
    "bomb", "bomb.glide", "bomb.cluster", "bomb.thermobaric", "bomb.guided",
    "artillery", "artillery.howitzer", "artillery.mortar", "artillery.mlrs", "artillery.shell",
    "rocket", "rocket.rpg",
    "missile", "missile.cruise", "missile.ballistic", "missile.hypersonic", "missile.anti_tank",
    "missile.anti_ship", "missile.surface_to_air",
    "drone", "drone.fpv", "drone.one_way_attack", "drone.reconnaissance", "drone.naval", "drone.interceptor",
    "air_defense",
    "vehicle", "vehicle.tank", "vehicle.armored",
    "aircraft", "aircraft.fighter", "aircraft.bomber", "aircraft.helicopter", "aircraft.transport",
    "naval", "naval.warship", "naval.submarine", "naval.carrier",
    "wmd", "wmd.nuclear", "wmd.chemical", "wmd.biological",
    "blade", "munition", "weapon",
]  # fmt: skip

EVENT_TYPES: tuple[str, ...] = get_args(EventType)
STANCES: tuple[str, ...] = get_args(Stance)
WEAPON_CLASSES: tuple[str, ...] = get_args(WeaponClass)
ACTOR_KINDS: tuple[str, ...] = get_args(ActorKind)
PLACE_KINDS: tuple[str, ...] = get_args(PlaceKind)

SKEPTICAL: frozenset[str] = frozenset({"denies", "doubts", "withholds"})
"""Stances by which a source does not stand behind what it speaks of."""
