"""Sentences that look like war news or like a name and are not, ten and more of each kind: all quiet."""

import datetime

import pytest

from warextract.article import Article
from warextract.extractor import Extractor
from warextract.records import ArticleRecord

NO_WEAPONS = [
    "The missile maker reported higher profits.",
    "Arsenal's attack was sharp in the first half.",
    "He is a true Patriot and a family man.",
    "A leopard escaped from the city zoo.",
    "Volgograd and Leningrad were renamed.",
    "Shares of the drone company rose by 4 percent.",
    "Shell reported record profits from its oil fields.",
    "The striker fired a rocket into the top corner.",
    "The country faces a time bomb of debt.",
    "The Falcon 9 rocket carried a crew to orbit.",
    "The water tank in the village was empty.",
    "The gold mine employs 300 people.",
    "The price bomb hit consumers.",
    "An explosive report on corruption was published.",
    "The bullet train was late.",
    "The bomber jacket is back in fashion.",
    "Rocket salad was served.",
]

NO_DATES = [
    "Two Su-34s and a T-72 were destroyed.",
    "He may march with the second brigade.",
    "The army has 2,022 tanks.",
    "The sun rose over the base.",
    "The Mon state government said nothing about the attack.",
    "Shahed-136 drones hit the port.",
    "The March 23 Movement entered Goma.",
    "Resolution 1701 was adopted unanimously.",
    "The 1970 model rifles were seized.",
    "An Mi-24 was shot down near Sarmin.",
    "The 9 May Brigade fought in Aleppo.",
    "The October 7 Square was shelled.",
    "April Glaspie was wounded in the attack.",
    "Black September attacked the hotel.",
]

# Sentence, the government that a capital or a seat stands for.
GOVERNMENTS = [
    ("Moscow denied the attack.", "Russia"),
    ("Kyiv said it had downed 40 drones.", "Ukraine"),
    ("Washington imposed sanctions on three banks.", "United States"),
    ("The Kremlin rejected the report.", "Kremlin"),
    ("Beijing warned Taipei against a declaration.", "China"),
    ("Tehran vowed to respond.", "Iran"),
    ("Ankara urged both sides to stop.", "Turkey"),
    ("The White House declined to comment.", "White House"),
    ("Brussels approved the aid.", "European Union"),
    ("Relations between Paris and Bamako worsened.", "Mali"),
    ("Islamabad accused New Delhi of shelling.", "India"),
    ("Pressure on Damascus has grown.", "Syria"),
]

# Sentence, the town that the same name is.
TOWNS = [
    ("Envoys met in Moscow on Tuesday.", "Moscow"),
    ("The protest in Beirut ended peacefully.", "Beirut"),
    ("A drone crashed near Tehran, residents said.", "Tehran"),
    ("Flights from Kabul were cancelled.", "Kabul"),
    ("Rockets landed in Damascus overnight.", "Damascus"),
    ("He flew to Ankara for talks.", "Ankara"),
    ("The embassy in Washington was closed.", "Washington"),
    ("Shells hit Kyiv before dawn.", "Kyiv"),
    ("Thousands marched through Brussels.", "Brussels"),
    ("Troops reached the outskirts of Khartoum.", "Khartoum"),
]

# Sentence, what is neither a state nor a place in it.
PERSONS = [
    ("Michael Jordan scored 40 points.", "Jordan"),
    ("Chad Brown signed a new contract.", "Chad"),
    ("Georgia Meloni arrived late.", "Georgia"),
    ("Israel Adesanya won the fight on Saturday.", "Israel"),
    ("India Walton ran for mayor.", "India"),
    ("Paris Hilton opened a shop.", "Paris"),
    ("Kenya Moore left the show.", "Kenya"),
    ("China Mieville published a novel.", "China"),
    ("Jordan Peterson gave a lecture.", "Jordan"),
    ("Colonel Amman Haddad commands the unit.", "Amman"),
]

NO_PLACES = [
    "Most of the police went home.",
    "The Nice thing about the deal is its price.",
    "Mobile phones were cut off.",
    "Of course they would come, he said.",
    "She likes Bath salts and Orange juice.",
    "Victory Day was marked with a parade.",
    "The Hope Foundation sent aid.",
    "Independence Day fell on a Monday.",
    "Spring came late this year.",
    "Police and General Staff officers were promoted.",
    "The Islamic State claimed the bombing.",
    "Muslim and Christian leaders called for calm.",
]


def read(extractor: Extractor, text: str) -> ArticleRecord:
    return extractor.extract(Article(id="trap", text=text, published=datetime.date(2025, 3, 11)))


def actors(record: ArticleRecord) -> set[str]:
    return {actor.name for actor in record.actors}


def places(record: ArticleRecord) -> set[str]:
    return {place.name for place in record.places}


@pytest.mark.parametrize("text", NO_WEAPONS)
def test_no_weapon(extractor: Extractor, text: str) -> None:
    assert [weapon.mentions[0].text for weapon in read(extractor, text).weapons] == []


@pytest.mark.parametrize("text", NO_DATES)
def test_no_date(extractor: Extractor, text: str) -> None:
    assert [event.time.text for event in read(extractor, text).events if event.time is not None] == []


@pytest.mark.parametrize(("text", "government"), GOVERNMENTS)
def test_a_capital_that_acts_is_its_government(extractor: Extractor, text: str, government: str) -> None:
    record = read(extractor, text)
    assert government in actors(record)
    assert places(record) == set()


@pytest.mark.parametrize(("text", "town"), TOWNS)
def test_a_capital_where_something_happens_is_a_town(extractor: Extractor, text: str, town: str) -> None:
    record = read(extractor, text)
    assert town in places(record)
    assert {actor.kind for actor in record.actors} & {"state"} == set()


@pytest.mark.parametrize(("text", "name"), PERSONS)
def test_a_person_named_like_a_state_is_neither_state_nor_place(extractor: Extractor, text: str, name: str) -> None:
    record = read(extractor, text)
    assert name not in actors(record) | places(record)
    assert "state" not in {actor.kind for actor in record.actors}


@pytest.mark.parametrize("text", NO_PLACES)
def test_no_place(extractor: Extractor, text: str) -> None:
    assert places(read(extractor, text)) == set()


@pytest.mark.parametrize(
    ("text", "town", "country"),
    [
        ("Officials in Lebanon, Pennsylvania, opened a library.", "Lebanon", "USA"),
        ("The library in Moscow, Idaho, was closed.", "Moscow", "USA"),
        ("Police in San Jose, Calif., arrested a man.", "San Jose", "USA"),
        ("Police in Tripoli, Lebanon, arrested a man.", "Tripoli", "LBN"),
    ],
)
def test_what_follows_a_town_says_which_it_is(extractor: Extractor, text: str, town: str, country: str) -> None:
    found = {place.name: (place.kind, place.country) for place in read(extractor, text).places}
    assert found.get(town) == ("settlement", country)


def test_cuba_gooding_is_no_state(extractor: Extractor) -> None:
    assert "Cuba" not in places(read(extractor, "Cuba Gooding Jr. was arrested in New York."))


@pytest.mark.xfail(strict=True, reason="a capitalised verb is tagged as a name")
def test_reading_a_book_is_no_town(extractor: Extractor) -> None:
    assert places(read(extractor, "He was Reading a book at the time.")) == set()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The National Guard sealed off the port.", "The National"),
        ("The National Liberation Army took three men in Arauca, Colombia.", "The National"),
        ("The Independent Electoral Commission closed its office.", "The Independent"),
        ("The Atlantic coast was quiet, the navy said.", "The Atlantic"),
    ],
)
def test_the_first_words_of_a_name_are_no_outlet(extractor: Extractor, text: str, name: str) -> None:
    assert name not in {actor.name for actor in read(extractor, text).actors}
