"""In which country a place lies, as the words of an article tell it."""

from datetime import date

import pytest

from warextract import Article, Extractor


def countries(extractor: Extractor, text: str) -> dict[str, str | None]:
    record = extractor.extract(Article(id="a", text=text, published=date(2024, 5, 20)))
    return {mention.text: place.country for place in record.places for mention in place.mentions}


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("A bomb killed three students at the University of Maiduguri on Monday.", "University of Maiduguri", "NGA"),
        ("Shells hit Donetsk State University.", "Donetsk State University", "UKR"),
        ("Rockets hit Marlow Road Hospital.", "Marlow Road Hospital", None),
        ("Protesters blocked a convoy bound for Gao in Mali.", "Gao", "MLI"),
        ("Troops left Kaya in Burkina Faso for Gao.", "Kaya", "BFA"),
        ("A missile hit a Liberian-flagged tanker in the Red Sea.", "a Liberian-flagged tanker", "LBR"),
        ("The Liberia-flagged Astra Sun was hit by a missile in the Gulf of Aden.", "Astra Sun", "LBR"),
        ("Shells are made at Ulm in Sweden, 900 km (560 miles) from the front line.", "the front line", None),
        ("Clashes broke out in Jos, Nigeria, and police sealed off the Old City.", "Old City", "NGA"),
        ("A US airstrike killed three men in the village of Marlowa.", "Marlowa", None),
        ("A US airstrike killed three men in Helmand.", "Helmand", "AFG"),
        ("The Malian army entered the village of Marlowa.", "Marlowa", "MLI"),
        ("A UN helicopter came under fire near Nasir in South Sudan.", "A UN helicopter", None),
    ],
)
def test_the_country_of_a_place(extractor: Extractor, text: str, name: str, country: str | None) -> None:
    assert countries(extractor, text)[name] == country


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        (
            "Units of the 4th Brigade took Marlowa in the Kherson region.\n\nMoldova and Georgia said little. The "
            "enemy lost six guns in the brigade's area of responsibility.",
            "the brigade's area",
            "UKR",
        ),
        (
            "Rebels fired on Saraqeb in Syria on Monday. “They must pull back behind our observation posts,” the "
            "president told lawmakers in Ankara.",
            "our observation posts",
            "SYR",
        ),
        ("Kyiv lost a howitzer made in Italy. A depot near Marlowa in Ukraine burned.", "A depot", "UKR"),
        ("Indian troops fired on Pakistani soldiers. The Indian army destroyed two bunkers.", "two bunkers", "PAK"),
        ("Azerbaijani soldiers fled. A school was shelled by Armenian soldiers.", "A school", "AZE"),
        ("Indian troops fired on Pakistani soldiers. Rebels destroyed two bunkers.", "two bunkers", None),
        ("French and Malian soldiers chased rebels. The French army destroyed two trucks.", "two trucks", None),
    ],
)
def test_the_country_of_a_place_that_its_sentence_does_not_tell(
    extractor: Extractor, text: str, name: str, country: str | None
) -> None:
    assert countries(extractor, text)[name] == country


def test_the_plant_of_a_headline_is_the_one_that_the_text_names(extractor: Extractor) -> None:
    text = (
        "Drones set refinery on fire\n\n"
        "Two drones struck the Kirishi refinery in Russia's Leningrad region on Monday, the governor said.\n"
    )
    record = extractor.extract(Article(id="a", text=text, published=date(2024, 5, 20)))
    assert ["refinery", "Kirishi refinery"] in [[m.text for m in place.mentions] for place in record.places]
    apart = text.replace("Drones", "Two drones set a depot on fire, and").replace("refinery on fire", "a mill burned")
    record = extractor.extract(Article(id="a", text=apart, published=date(2024, 5, 20)))
    assert ["Kirishi refinery"] in [[m.text for m in place.mentions] for place in record.places]


def test_the_city_is_the_one_that_its_sentence_has_just_named(extractor: Extractor) -> None:
    text = (
        "Strikes hit the city of Tyre in Lebanon on Monday. Hezbollah said it fired rockets at Haifa and sent drones "
        "at a naval base south of the city."
    )
    assert countries(extractor, text)["the city"] == "ISR"


def test_of_a_town_and_a_river_of_one_name_the_river_has_the_article(extractor: Extractor) -> None:
    text = "Russian troops crossed the Dnipro on Monday. Missiles killed five people in Dnipro."
    record = extractor.extract(Article(id="a", text=text, published=date(2024, 5, 20)))
    assert [place.kind for place in record.places if place.name == "Dnipro"] == ["area", "settlement"]


def test_a_village_that_shares_its_name_with_a_foreign_town_lies_where_the_story_plays(extractor: Extractor) -> None:
    text = (
        "Nigerian troops have freed 24 girls in Kebbi state, Nigeria's army said. Gunmen had stormed a school in the "
        "town of Maga. Nigeria's president thanked the Nigerian army."
    )
    assert countries(extractor, text)["Maga"] == "NGA"


@pytest.mark.parametrize(
    ("text", "places"),
    [
        (
            "BANGUI, Central African Republic (AP) — Rebels attacked the town of Bria.",
            {
                ("Bangui", "settlement", "CAF"),
                ("Central African Republic", "country", "CAF"),
                ("Bria", "settlement", "CAF"),
            },
        ),
        (
            "GAZA CITY, Gaza Strip (AFP) — Israel bombed the town.",
            {("Gaza City", "settlement", "PSE"), ("Gaza Strip", "region", "PSE")},
        ),
        (
            "The insurgents attacked the Cabo Delgado town of Palma.",
            {("Cabo Delgado", "region", "MOZ"), ("Palma", "settlement", "MOZ")},
        ),
        (
            "Rebels captured the Donbas town of Lyman.",
            {("Donbas", "area", "UKR"), ("Lyman", "settlement", "UKR")},
        ),
    ],
)
def test_a_town_beside_its_land(extractor: Extractor, text: str, places: set[tuple[str, str, str | None]]) -> None:
    assert {(p.name, p.kind, p.country) for p in extractor.extract(text).places} == places


@pytest.mark.parametrize(
    ("text", "name", "kind", "country"),
    [
        ("A Black Hawk crashed in Uruzgan.", "Uruzgan Province", "region", "AFG"),
        ("Militants attacked a village in Borno.", "Borno State", "region", "NGA"),
        ("A blast in Bajaur's Khar area killed 40 people.", "Bajaur", "region", "PAK"),
        ("A landmine exploded in Casamance.", "Casamance", "area", "SEN"),
        ("Fighting was reported west of Sirte, in the Gulf of Sidra.", "Gulf of Sidra", "area", "LBY"),
    ],
)
def test_a_land_by_its_short_name(extractor: Extractor, text: str, name: str, kind: str, country: str) -> None:
    assert (name, kind, country) in {(p.name, p.kind, p.country) for p in extractor.extract(text).places}


@pytest.mark.parametrize("text", ["Strikes hit Gaza on Monday.", "Israel bombed Gaza."])
def test_gaza_is_the_strip(extractor: Extractor, text: str) -> None:
    assert ("region", "PSE") in {(p.kind, p.country) for p in extractor.extract(text).places}


def test_gaza_province_is_in_mozambique(extractor: Extractor) -> None:
    (place,) = extractor.extract("Police found arms in Gaza province, Mozambique.").places[:1]
    assert place.country == "MOZ"
