"""Places found in sentences parsed by the bundled pipeline."""

import pytest

from warextract.lexicon.places import PlaceTable
from warextract.mentions.entities import PlaceEntity
from warextract.mentions.places import find_places
from warextract.syntax.pipeline import load_pipeline, parse
from warextract.syntax.tree import Tree
from warextract.text.breaks import find_breaks


def tree_of(text: str) -> Tree:
    return Tree.of(parse(load_pipeline(None), text, find_breaks(text, 0)))


def places(text: str) -> dict[str, PlaceEntity]:
    return {place.name: place for place in find_places(tree_of(text), PlaceTable.load())}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rockets hit a wedding party and two villages near Loikaw.", {"a wedding party", "two villages"}),
        ("Residents of several neighbourhoods of Khartoum fled.", {"several neighbourhoods"}),
        ("Roads were torn up in Jos.", {"Roads"}),
        ("Gunmen attacked the bases one by one.", {"the bases"}),
        ("They left the bodies by a petrol station.", {"a petrol station"}),
        ("Rebels fired on a passenger plane at Aden airport.", {"a passenger plane"}),
        ("Troops shot at a helicopter near Goma.", set()),
        ("The images show no burned vehicles.", set()),
        ("There was no damage to ships.", set()),
        ("Villagers went from house to house.", set()),
        ("People in the coastal town took shelter.", set()),
        ("The two firms failed to reach a settlement.", set()),
        ("Shops closed in protest.", set()),
    ],
)
def test_what_counts_as_a_place_told_by_a_noun(text: str, expected: set[str]) -> None:
    tree = tree_of(text)
    found = {
        tree.span_text(m.start, m.end)
        for place in find_places(tree, PlaceTable.load())
        for m in place.mentions
        if m.form == "nominal"
    }
    assert found == expected


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Shells hit the market in Kabkabiya.", "market in Kabkabiya"),
        ("Rebels blocked the road to Kosti.", "road to Kosti"),
        ("Gunmen attacked a minibus near Turbat.", "minibus near Turbat"),
    ],
)
def test_places_told_by_a_noun_are_named_with_the_place_they_lie_by(text: str, name: str) -> None:
    assert name in places(text)


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Shells fired from Afghan soil killed two men.", "AFG"),
        ("Two drones fell on Romanian territory.", "ROU"),
    ],
)
def test_soil_and_territory_are_the_country(text: str, country: str) -> None:
    tree = tree_of(text)
    assert [(p.kind, p.country) for p in find_places(tree, PlaceTable.load())] == [("country", country)]


@pytest.mark.parametrize(
    "text",
    [
        "Troops loyal to the sons of Joseph “the Fox” Marlow fled.",
        "Burkina Faso sought weapons from Serbia.",
        "The bombers of the Russian Federation dropped six bombs.",
    ],
)
def test_owners_and_suppliers_are_no_places(text: str) -> None:
    assert places(text) == {}


def test_countries_head_the_paragraphs_of_a_round_up() -> None:
    text = "Chad: Rebels killed two soldiers.\n\nMali: Gunmen fired on troops.\n\nHaiti: Gangs fought the police.\n"
    assert {"Chad", "Mali", "Haiti"} <= set(places(text))


def test_a_noun_before_a_name_is_no_part_of_it() -> None:
    (manara,) = [p for p in places("Rockets from Lebanon hit Kibbutz Manara in Israel.").values() if "Manara" in p.name]
    assert manara.lat is not None


def test_districts_named_together_are_two_places() -> None:
    found = places("Gunmen raided the Solino and Nazon districts of Port-au-Prince, Haiti.")
    assert sorted(name for name, place in found.items() if place.kind == "area") == ["Nazon", "Solino"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Two of its ambulances came under gunfire in Goma.", "its ambulances"),
        ("A car bomb destroyed much of the police headquarters in Herat.", "the police headquarters"),
        ("The group claimed a car bomb attack on a convoy of traders near Mogadishu.", "a convoy"),
        ("Thirty flats lost their windows in Odesa and a boiler house was hit.", "a boiler house"),
        ("Rebels crossed the line of contact near Barda.", "the line"),
        ("Shells hit places of worship in Poonch.", "places"),
    ],
)
def test_what_is_struck_is_found_where_the_parser_hid_it(text: str, expected: str) -> None:
    tree = tree_of(text)
    found = find_places(tree, PlaceTable.load())
    assert expected in {tree.span_text(m.start, m.end) for p in found for m in p.mentions}


def test_a_trade_is_no_market_place() -> None:
    assert "market" not in " ".join(places("Two firms battle for the Belgian phone market in Ghent."))


@pytest.mark.parametrize(
    ("text", "country"), [("Marines boarded a dhow off Somalia.", None), ("Somali gunmen hit a Danish ship.", "DNK")]
)
def test_a_vessel_lies_in_no_country_unless_a_word_says_whose_it_is(text: str, country: str | None) -> None:
    assert [p.country for p in places(text).values() if p.kind == "facility"] == [country]


def test_a_front_lies_in_the_country_that_its_paragraph_tells_of() -> None:
    told = "Rebels invaded Chad in 2021. Its guns are used at the front."
    text = f"OSLO - The maker of the launcher has no comment.\n\n{told}"
    assert places(text)["front"].country == "TCD"


def test_a_car_is_where_its_sentence_plays() -> None:
    assert places("In Bukavu, a bomb went off under the car of a judge.")["car in Bukavu"].country == "COD"


def test_the_part_of_a_land_is_told_by_its_compass_point() -> None:
    found = places("The ministry in Kabul denied that its lines had collapsed in the south.")
    assert found["southern Afghanistan"].country == "AFG"
    assert found["southern Afghanistan"].within is None
    assert set(places("The village lies 9 miles to the north of Tuzla.")) == {"Tuzla"}
