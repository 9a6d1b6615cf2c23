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
    ],
)
def test_country_of_those_whom_no_word_beside_them_tells(
    extractor: Extractor, text: str, mention: str, country: str | None
) -> None:
    record = extractor.extract(Article(id="allegiance", text=text, published="2025-03-11"))
    found = {m.text: actor.country for actor in record.actors for m in actor.mentions}
    assert mention in found
    assert found[mention] == country
