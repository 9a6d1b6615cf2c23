"""Codes of event types and stances."""

import re

import pytest

from warextract.lexicon.codes import claim_code, event_codes
from warextract.vocabulary import EVENT_TYPES, ActorKind, EventType, Stance


@pytest.mark.parametrize(
    ("event_type", "cameo", "plover", "acled"),
    [
        ("capture", "192", "COERCE", "Strategic developments / Non-violent transfer of territory"),
        ("withdrawal", "087", "RETREAT", "Strategic developments / Non-violent transfer of territory"),
        ("shelling", "194", "ASSAULT", "Explosions/Remote violence / Shelling/artillery/missile attack"),
        ("drone_strike", "195", "ASSAULT", "Explosions/Remote violence / Air/drone strike"),
        ("bombing", "183", "ASSAULT", "Explosions/Remote violence / Remote explosive/landmine/IED"),
        ("interception", "171", "COERCE", "Strategic developments / Disrupted weapons use"),
        ("abduction", "181", "ASSAULT", "Violence against civilians / Abduction/forced disappearance"),
        ("casualties", None, None, None),
        ("meeting", "04", "CONSULT", None),
        ("sanction", "163", "SANCTION", None),
        ("nuclear_incident", None, None, "Strategic developments / Other"),
    ],
)
def test_codes_of_a_type(event_type: EventType, cameo: str | None, plover: str | None, acled: str | None) -> None:
    codes = event_codes(event_type)
    assert (codes.cameo, codes.plover, codes.acled) == (cameo, plover, acled)


@pytest.mark.parametrize("event_type", EVENT_TYPES)
def test_every_type_has_codes_of_the_right_form(event_type: EventType) -> None:
    codes = event_codes(event_type)
    assert codes.cameo is None or re.fullmatch(r"\d{2,4}", codes.cameo)
    assert codes.plover is None or re.fullmatch(r"[A-Z]+", codes.plover)
    assert codes.acled is None or codes.acled.split(" / ")[0] in {
        "Battles", "Explosions/Remote violence", "Violence against civilians", "Protests", "Riots",
        "Strategic developments",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("event_type", "agents", "targets", "acled"),
    [
        ("capture", ("armed_group",), (), "Battles / Non-state actor overtakes territory"),
        ("capture", ("military",), (), "Battles / Armed clash"),
        ("capture", ("military",), ("armed_group",), "Battles / Government regains territory"),
        ("attack", (), ("population",), "Violence against civilians / Attack"),
        ("attack", ("armed_group",), ("military",), "Battles / Armed clash"),
        ("protest", ("population",), (), "Protests / Peaceful protest"),
    ],
)
def test_codes_by_who_takes_part(
    event_type: EventType, agents: tuple[ActorKind, ...], targets: tuple[ActorKind, ...], acled: str
) -> None:
    assert event_codes(event_type, agents=agents, targets=targets).acled == acled


def test_a_pledge_is_coded_apart_from_a_delivery() -> None:
    assert event_codes("arms_transfer", "reported").cameo == "072"
    assert event_codes("arms_transfer", "planned").cameo == "0332"
    assert event_codes("arms_transfer", "planned").plover == "AGREE"


@pytest.mark.parametrize(
    ("stance", "code"), [("asserts", "015"), ("denies", "016"), ("accuses", "112"), ("urges", "10"), ("warns", "13"),
                         ("doubts", None), ("withholds", None)]
)  # fmt: skip
def test_codes_of_claims(stance: Stance, code: str | None) -> None:
    assert claim_code(stance) == code
