"""Whose people, soldiers and officials are, where no word beside them says it."""

import pytest

from warextract.article import Article
from warextract.extractor import Extractor


@pytest.mark.parametrize(
    ("text", "mention", "country"),
    [
        ("Shells hit a market in Kharkiv. Residents said the strike came at noon.", "Residents", "UKR"),
        ("Shelling killed six civilians in Goma, hospital staff said.", "six civilians", "COD"),
        ("Gunmen burned homes in Zamfara, Nigeria. Villagers fled at dawn.", "Villagers", "NGA"),
        ("Russia sent troops to Syria in 2015. Its soldiers trained the army.", "Its soldiers", "RUS"),
        ("MOSCOW, March 3 (TASS) - The defense ministry said four drones were downed.", "The defense ministry", "RUS"),
        ("Police in Lashio, Myanmar, arrested two men.", "Police", "MMR"),
        ("The mayor of Maiduguri said a bomb had killed nine people.", "The mayor", "NGA"),
        ("Medics in Khan Younis said an air strike killed a doctor.", "a doctor", "PSE"),
        ("The United Nations said aid workers were safe.", "aid workers", None),
        ("Clashes shook Juba on Monday. Kenya pledged 900 police officers.", "900 police officers", "KEN"),
        ("Fighting went on near Benghazi, Libya. Italy will send up to 12 advisers.", "12 advisers", "ITA"),
        ("About 400 migrants were stranded in Sabratha, Libya.", "400 migrants", None),
        (
            "The Taliban took Zaranj, Afghanistan. A state department spokesman did not comment.",
            "A state department spokesman",
            "USA",
        ),
        ("NATO jets bombed Sirte, Libya. An alliance official in Naples denied it.", "An alliance official", None),
        ("Shells fell on Uri, India. Defence sources said two bunkers were hit.", "Defence sources", "IND"),
        ("Floods hit Garissa, Kenya. The local Red Cross treated 20 people.", "The local Red Cross", "KEN"),
        ("Israel said Hamas would free three hostages on Sunday.", "three hostages", "ISR"),
        ("Boko Haram freed nine hostages in Borno, Nigeria.", "nine hostages", "NGA"),
        ("Pakistan's Information Minister dismissed the report.", "Pakistan's Information Minister", "PAK"),
        ("Clashes shook Juba, South Sudan. Special Rapporteur Ana Kuhn condemned them.", "Ana Kuhn", None),
        (
            "Israel went on bombing Gaza and Beirut. Three sons were taken from Kibbutz Nir Oz, said Dan Levi.",
            "Dan Levi",
            "ISR",
        ),
        ("Families of the Israeli hostages marched past the embassy of Qatar.", "Families", "ISR"),
        (
            "Rockets hit Erbil, Iraq. Sayyid Hosseini Karim, the Supreme Leader of Iran, denied it.",
            "Sayyid Hosseini Karim",
            "IRN",
        ),
        (
            "A journalist died in Aden, Yemen. Phil Morton, director of global news for AFP, praised him.",
            "Phil Morton",
            None,
        ),
        ("Saudi Arabia backed the government of Abdrabbuh Mansur Hadi against the Houthis.", "the government", "YEM"),
        ("Residents of Geneina, Sudan, were urged to flee to Chad. Families left on foot.", "Families", "SDN"),
    ],
)
def test_country_of_those_whom_no_word_beside_them_tells(
    extractor: Extractor, text: str, mention: str, country: str | None
) -> None:
    record = extractor.extract(Article(id="allegiance", text=text, published="2025-03-11"))
    found = {m.text: actor.country for actor in record.actors for m in actor.mentions}
    assert mention in found
    assert found[mention] == country


def test_the_spokesman_of_a_leader_is_of_his_country(extractor: Extractor) -> None:
    text = "Taban Deng left Juba, South Sudan. Deng's spokesman Okot Lam told Xinhua that China had been told."
    record = extractor.extract(text)
    assert next(a.country for a in record.actors if a.name == "Okot Lam") == "SSD"


def test_both_sides_of_a_war_within_a_country_are_of_it(extractor: Extractor) -> None:
    text = (
        "Sudan's army and the RSF fought in Omdurman, Sudan, on Monday. The RSF shelled the army's base. "
        "Both sides accused each other of starting it."
    )
    record = extractor.extract(text)
    assert next(a.country for a in record.actors if a.name.lower().endswith("sides")) == "SDN"


def test_a_person_whose_name_the_recogniser_took_for_a_body(extractor: Extractor) -> None:
    record = extractor.extract("The truce was broken, Defence Ministry Spokesman Aliou Barry told reporters in Bamako.")
    barry = next(a for a in record.actors if a.name == "Aliou Barry")
    assert barry.kind == "person"
    assert barry.role == "Defence Ministry Spokesman"


@pytest.mark.parametrize(("published", "country"), [("2015-02-11", "UKR"), ("2023-02-11", None)])
def test_people_of_an_occupied_land_by_the_day_of_the_article(
    extractor: Extractor, published: str, country: str | None
) -> None:
    text = (
        "Shells hit Gorlovka overnight. Three residents were killed, officials of the Donetsk People's Republic said."
    )
    record = extractor.extract(Article(id="land", text=text, published=published))
    assert next(a.country for a in record.actors if a.name == "Three residents") == country


def test_units_of_an_unrecognised_state_name_it_as_an_actor(extractor: Extractor) -> None:
    text = "Units of the Donetsk People's Republic took Logvinovo."
    record = extractor.extract(Article(id="units", text=text, published="2015-02-11"))
    assert ("Donetsk People's Republic", "UKR") in {(a.name, a.country) for a in record.actors}
    assert [p.name for p in record.places] == ["Logvinovo"]


def test_what_a_state_owns_lies_in_it(extractor: Extractor) -> None:
    text = "Kyiv hit refineries in Saratov. Ukraine said it answered the bombing of its power grid."
    assert next(p.country for p in extractor.extract(text).places if "grid" in p.name) == "UKR"


def test_a_spokeswoman_whose_title_heads_her_name_is_one_actor(extractor: Extractor) -> None:
    record = extractor.extract("Foreign Ministry spokeswoman Mei Ling told a press conference that talks had ended.")
    assert [a.name for a in record.actors] == ["Mei Ling"]


def test_a_town_does_not_speak(extractor: Extractor) -> None:
    text = "Their spokesman, Taras Hnat, said the town remained calm and described talk of street fighting as untrue."
    assert [a.name for a in extractor.extract(text).actors if "town" in a.name] == []


def test_a_minister_is_of_the_state_whose_body_acts_before_him(extractor: Extractor) -> None:
    text = (
        "North Korea fired missiles on Wednesday. North Korea fired more on Friday.\n\nJapan's coast guard warned "
        "ships. Defense Minister Minoru Hara said one missile had landed near the North's coast."
    )
    (actor,) = [a for a in extractor.extract(text).actors if a.name == "Minoru Hara"]
    assert actor.country == "JPN"
