import pytest
from pydantic import ValidationError

from warextract.records import Participant, Span, Weapon


def test_span_fits_its_text() -> None:
    assert Span.of("Toretsk fell.", 8, 12).text == "fell"
    with pytest.raises(ValidationError, match="does not fit its text"):
        Span(start=0, end=3, text="fell")


@pytest.mark.parametrize("reference", [{}, {"actor": "a1", "place": "p1"}])
def test_participant_is_an_actor_or_a_place(reference: dict[str, str]) -> None:
    with pytest.raises(ValidationError, match="either an actor or a place"):
        Participant.model_validate({"role": "agent", **reference})


def test_records_are_frozen_and_closed() -> None:
    span = Span.of("Toretsk", 0, 7)
    with pytest.raises(ValidationError, match="frozen"):
        span.text = "Kyiv"
    with pytest.raises(ValidationError, match="Extra inputs"):
        Span.model_validate({"start": 0, "end": 1, "text": "T", "color": "red"})


def test_weapon_class_is_written_as_in_the_contract() -> None:
    values = {"id": "w1", "class": "bomb.glide", "rule": "x", "mentions": [Span.of("bombs", 0, 5)]}
    weapon = Weapon.model_validate(values)
    assert weapon.class_ == "bomb.glide"
    assert weapon.model_dump(by_alias=True)["class"] == "bomb.glide"
    with pytest.raises(ValidationError, match="class"):
        Weapon.model_validate(values | {"class": "bomb.paper"})
