"""Actors of many shapes, a sentence each: kind, name and country, and who else is in it."""

import pytest

from warextract import Extractor


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("SDLP assembly member Mark Durkan condemned the shooting.", "Mark Durkan", "person"),
        ("DSP Rashid Ahmed was shot dead by gunmen.", "Rashid Ahmed", "person"),
        ("SHO Ali Nawaz was killed.", "Ali Nawaz", "person"),
        ("Chief Superintendent Peter Hall said the bomb was small.", "Peter Hall", "person"),
        ("Government troops and allied militias retook Bor.", "Government troops", "military"),
        ("A coalition of rebel groups captured Idlib.", "coalition", "armed_group"),
    ],
)
def test_the_kind_and_the_name_of_an_actor(extractor: Extractor, text: str, name: str, kind: str) -> None:
    assert (name, kind) in {(a.name, a.kind) for a in extractor.extract(text).actors}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Members of the banned group Boko Haram attacked a village in Borno.", ["Boko Haram"]),
        ("Xi Jinping met Vladimir Putin. Xi said the war must end.", ["Xi Jinping", "Vladimir Putin"]),
        ("Fighting broke out in the Sheikh Maqsoud quarter of Aleppo.", []),
        ("Shells fell in the municipality of Tibú, in Norte de Santander.", []),
    ],
)
def test_all_the_actors_of_a_sentence(extractor: Extractor, text: str, names: list[str]) -> None:
    assert [a.name for a in extractor.extract(text).actors] == names


@pytest.mark.parametrize(
    ("text", "name", "kind", "country"),
    [
        ("Gen Abdel Fattah al-Burhan met envoys in Jeddah.", "Abdel Fattah al-Burhan", "person", "SDN"),
        ("A 16-year-old Palestinian was shot dead in Jenin.", "16-year-old Palestinian", "person", "PSE"),
        ("An American was killed in Baghdad.", "American", "person", "USA"),
        ("Chen Bin-hua said Taiwan would respond.", "Chen Bin-hua", "person", "TWN"),
        ("Gunmen freed 12 hostages in Orakzai.", "Gunmen", "armed_group", "PAK"),
    ],
)
def test_the_country_of_an_actor(extractor: Extractor, text: str, name: str, kind: str, country: str) -> None:
    assert (name, kind, country) in {(a.name, a.kind, a.country) for a in extractor.extract(text).actors}


def test_the_brigades_are_those_named_before(extractor: Extractor) -> None:
    text = "Hamas's armed wing, the Qassam Brigades, fired rockets. The Brigades said the attack was a response."
    (wing,) = [a for a in extractor.extract(text).actors if "Brigades" in a.name]
    assert [m.text for m in wing.mentions] == ["Qassam Brigades", "The Brigades"]


@pytest.mark.parametrize("capital", ["ISLAMABAD", "KABUL", "KHARTOUM"])
def test_a_dateline_in_capitals_says_nothing(extractor: Extractor, capital: str) -> None:
    record = extractor.extract(f"{capital}: A blast in the market killed 40 people.")
    assert capital not in {a.name for a in record.actors}
    assert not record.claims


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Clashes broke out between soldiers loyal to Riek Machar and government forces.",
            {"soldiers loyal to Riek Machar", "Riek Machar", "government forces"},
        ),
        (
            "Soldiers loyal to the ousted president and rebel forces fought in Aden.",
            {"Soldiers loyal to the ousted president", "ousted president", "rebel forces"},
        ),
        (
            "Clashes between the Houthis and forces loyal to President Hadi killed 20 fighters.",
            {"Houthis", "forces loyal to President Hadi", "Hadi", "20 fighters"},
        ),
    ],
)
def test_those_who_are_loyal_and_those_they_fight(extractor: Extractor, text: str, names: set[str]) -> None:
    assert {a.name for a in extractor.extract(text).actors} == names


@pytest.mark.parametrize(
    ("name", "country"),
    [("UNITA", "AGO"), ("Viet Cong", "VNM"), ("Provisional IRA", "GBR"), ("Revolutionary United Front", "SLE")],
)
def test_groups_of_earlier_wars(extractor: Extractor, name: str, country: str) -> None:
    actors = extractor.extract(f"Fighters of the {name} attacked a convoy on Monday.").actors
    assert (name, "armed_group", country) in {(a.name, a.kind, a.country) for a in actors}


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("Pham Minh Chinh visited Cambodia.", "Pham Minh Chinh", None),
        ("Hassan Idris flew to Cairo on Monday.", "Hassan Idris", None),
        ("The Britain-based Observatory said rebels had shelled a school.", "rebels", None),
        ("Hezbollah's Radwan brigade crossed the border.", "Radwan brigade", "LBN"),
    ],
)
def test_where_somebody_is_seen_is_not_whence_he_is(
    extractor: Extractor, text: str, name: str, country: str | None
) -> None:
    assert (name, country) in {(a.name, a.country) for a in extractor.extract(text).actors}
