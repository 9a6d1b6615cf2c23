"""Places of an article: names, descriptions, what they take up, and where on the map they are."""

import pytest
from tests.support.parsed import parsed

from warextract.lexicon.place_nouns import load_place_nouns
from warextract.lexicon.places import PlaceTable
from warextract.mentions.entities import PlaceEntity
from warextract.mentions.places import find_places
from warextract.syntax.tree import Tree


def tree_of(text: str) -> Tree:
    return parsed("places.txt", text)


def places(text: str) -> dict[str, PlaceEntity]:
    return {place.name: place for place in find_places(tree_of(text), PlaceTable.load())}


def mentions(text: str) -> dict[str, list[str]]:
    tree = tree_of(text)
    found = find_places(tree, PlaceTable.load())
    return {place.name: [tree.span_text(m.start, m.end) for m in place.mentions] for place in found}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Ukrainian troops pulled out of the town of Vuhledar on Tuesday. The brigade had held the town since 2022.",
            {"Vuhledar": ["Vuhledar", "the town"]},
        ),
        (
            "Drones struck the city of Kharkiv. Two villages in the Kharkiv region were shelled.",
            {
                "Kharkiv": ["Kharkiv"],
                "two villages in Kharkiv Oblast": ["Two villages"],
                "Kharkiv Oblast": ["Kharkiv region"],
            },
        ),
        (
            "Fighting went on in the Kherson and Zaporizhzhia regions of Ukraine.",
            {
                "Kherson Oblast": ["Kherson"],
                "Zaporizhzhia Oblast": ["Zaporizhzhia regions"],
                "Ukraine": ["Ukraine"],
            },
        ),
        ("A shell fell in southern Ukraine.", {"Ukraine": ["Ukraine"]}),
        ("Debris fell on Russia's Saratov region.", {"Russia": ["Russia"], "Saratov Oblast": ["Saratov region"]}),
        (
            "Soldiers stormed the Zamzam camp near El-Fasher.",
            {"Zamzam camp": ["Zamzam camp"], "El Fasher": ["El-Fasher"]},
        ),
        (
            "Fighters entered El-Fasher, the last state capital in Darfur.",
            {"El Fasher": ["El-Fasher", "the last state capital"], "Darfur": ["Darfur"]},
        ),
    ],
)
def test_names_and_what_takes_them_up(text: str, expected: dict[str, list[str]]) -> None:
    assert mentions(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "A missile hit a bridge near Kupiansk. Engineers repaired the bridge on Sunday.",
            ["a bridge", "the bridge"],
        ),
        ("Houthi rebels attacked a cargo ship in the Red Sea. The vessel was sinking.", ["a cargo ship", "The vessel"]),
        (
            "Ukrainian drones set fire to a refinery in Ryazan. The plant was working normally.",
            ["a refinery", "The plant"],
        ),
        ("A drone hit a bus in Nikopol.", ["a bus"]),
        ("Iran-backed militias attacked a base in Iraq.", ["a base"]),
        ("Protesters attacked the embassies of Rwanda and France.", ["the embassies"]),
    ],
)
def test_attacked_things_are_facilities(text: str, expected: list[str]) -> None:
    tree = tree_of(text)
    facilities = [place for place in find_places(tree, PlaceTable.load()) if place.kind == "facility"]
    assert [[tree.span_text(m.start, m.end) for m in place.mentions] for place in facilities] == [expected]
    assert all(m.form == "nominal" for place in facilities for m in place.mentions)
    assert facilities[0].lat is None


@pytest.mark.parametrize(
    "text", ["Families left Nikopol on a bus.", "The talks are on the road to peace.", "Sirens sounded in Kyiv."]
)
def test_no_facility_where_nothing_happens_to_it(text: str) -> None:
    assert "facility" not in {place.kind for place in places(text).values()}


@pytest.mark.parametrize(
    ("text", "absent"),
    [
        ("Moscow accused Kyiv of shelling Belgorod.", {"Moscow", "Kyiv"}),
        ("Iran-backed militias attacked a base in Iraq.", {"Iran"}),
        ("Protesters attacked the embassies of Rwanda and France.", {"Rwanda", "France"}),
        ("Amy Lincoln met troops in Poland.", {"Lincoln"}),
    ],
)
def test_governments_and_persons_are_no_places(text: str, absent: set[str]) -> None:
    assert not absent & set(places(text))


def test_a_capital_after_a_preposition_is_a_place() -> None:
    assert places("Sirens sounded in Kyiv.")["Kyiv"].country == "UKR"


def test_a_stated_country_decides_between_homonyms() -> None:
    """Tripoli of Libya is three times as large."""
    found = places("A car bomb killed five people in Tripoli, Lebanon.")
    assert found["Tripoli"].country == "LBN"
    assert found["Tripoli"].within == found["Lebanon"].key
    assert found["Tripoli"].lat == pytest.approx(34.4, abs=0.1)


def test_an_unknown_village_has_a_country_but_no_coordinates() -> None:
    found = places("Russian forces seized the village of Novodubivka in the Donetsk region.")
    village = found["Novodubivka"]
    assert (village.kind, village.country, village.admin1) == ("settlement", "UKR", "Donetsk Oblast")
    assert (village.lat, village.lon, village.geonames) == (None, None, None)
    assert village.within == found["Donetsk Oblast"].key


def test_a_known_town_is_on_the_map() -> None:
    town = places("A drone hit a bus in Nikopol.")["Nikopol"]
    assert (town.country, town.admin1, town.geonames) == ("UKR", "Dnipropetrovsk Oblast", 700051)
    assert (town.lat, town.lon) == (pytest.approx(47.57, abs=0.05), pytest.approx(34.4, abs=0.05))


def test_what_lies_in_a_place_is_within_it() -> None:
    found = places("A drone hit a bus in Nikopol.")
    assert found["bus in Nikopol"].within == found["Nikopol"].key
    assert found["bus in Nikopol"].country == "UKR"


def test_taken_tokens_are_left_alone() -> None:
    tree = tree_of("Amy Lincoln met troops in Poland.")
    assert find_places(tree, PlaceTable.load(), taken=frozenset({5})) == ()


def test_a_dateline_names_a_place_that_nothing_else_knows() -> None:
    tree = tree_of("HARTLEDON - Police detained two men.")
    (found,) = find_places(tree, PlaceTable.load(), dateline=(0, 1))
    assert (found.name, found.kind, found.country) == ("Hartledon", "settlement", None)
    assert find_places(tree, PlaceTable.load()) == ()


def test_each_token_heads_one_mention_and_keys_are_unique() -> None:
    text = "Ukrainian troops pulled out of the town of Vuhledar on Tuesday. The brigade had held the town since 2022."
    found = find_places(tree_of(text), PlaceTable.load())
    heads = [m.head for place in found for m in place.mentions]
    assert len(heads) == len(set(heads))
    assert len({place.key for place in found}) == len(found)


def test_nouns_are_lemmas() -> None:
    words = load_place_nouns()
    assert words.pattern.kind_of("oblast") == "region"
    assert words.site_kind("bridge") == "facility"
    assert words.site_kind("idea") is None
    assert words.may_be("vessel", "tanker")
    assert not words.may_be("school", "hospital")
