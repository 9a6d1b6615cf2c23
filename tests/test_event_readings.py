"""Who did what when, in sentences as wire copy has them, read by the whole package."""

from datetime import date

import pytest

from warextract import Article, Extractor
from warextract.records import ArticleRecord, Event


def read(extractor: Extractor, text: str) -> ArticleRecord:
    return extractor.extract(Article(id="a", text=text, published=date(2024, 5, 20)))  # a Monday


def events(record: ArticleRecord, *types: str) -> list[Event]:
    return [event for event in record.events if event.type in types]


def names(record: ArticleRecord, event: Event, role: str) -> set[str]:
    known = {actor.id: actor.name for actor in record.actors} | {place.id: place.name for place in record.places}
    return {known[p.actor or p.place or ""] for p in event.participants if p.role == role}


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("A bomb exploded at a market in Jos.", {"bombing"}),
        ("A bomb ripped through a mosque in Herat.", {"bombing"}),
        ("A glide bomb exploded at a market in Izium.", {"air_strike", "bombing"}),
    ],
)
def test_a_bomb_that_goes_off_is_no_air_strike(extractor: Extractor, text: str, types: set[str]) -> None:
    found = {event.type for event in read(extractor, text).events}
    assert found <= types
    assert ("air_strike" in types) == ("air_strike" in found)


def test_the_bus_in_which_a_bomb_goes_off_is_its_target(extractor: Extractor) -> None:
    record = read(extractor, "A bomb exploded in a bus in Karachi, killing four people.")
    (event,) = events(record, "bombing")
    assert names(record, event, "target") == {"bus in Karachi"}
    killed = event.casualties.killed if event.casualties else None
    assert killed is not None
    assert killed.min == 4


def test_one_verb_tells_an_attack_and_its_toll(extractor: Extractor) -> None:
    record = read(extractor, "A car bomb killed nine people in Mogadishu on Tuesday.")
    tolls = [event.casualties for event in events(record, "bombing", "casualties")]
    assert [toll.killed.min for toll in tolls if toll is not None and toll.killed is not None] == [9, 9]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("At 4:00 a.m. on Friday, rockets hit the base.", "2024-05-17"),
        ("Gunmen killed nine people in Quetta on Thursday.\n\nThey attacked the mosque at 7:45 p.m.", "2024-05-16"),
        ("Gunmen killed nine people in Quetta in March.\n\nThey attacked the mosque at 7:45 p.m.", "2024-05-20"),
        ("Rockets hit the base at 4:00 a.m., the army said.", "2024-05-20"),
    ],
)
def test_a_time_of_day_is_of_the_day_that_the_news_tells(extractor: Extractor, text: str, day: str) -> None:
    found = events(read(extractor, text), "attack", "shelling")[-1]
    assert found.time is not None
    assert str(found.time.start) == day


@pytest.mark.parametrize(
    ("text", "agents"),
    [
        ('A man was shot dead in Leeds in what the police declared a "terrorist" attack.', set()),
        ("Nine villagers died in an attack the army condemned.", set()),
        ("The attack that killed nine people in Kano was blamed on bandits.", {"bandits"}),
        ("Nine soldiers died in a raid attributed to jihadists.", {"jihadists"}),
        ("The raid on the market in Kano was not attributed to bandits.", set()),
        ("The rebels launched an attack on the market in Kano.", {"rebels"}),
    ],
)
def test_who_speaks_of_an_attack_did_not_make_it(extractor: Extractor, text: str, agents: set[str]) -> None:
    record = read(extractor, text)
    (attack,) = events(record, "attack")
    assert names(record, attack, "agent") == agents


def test_what_an_attack_is_blamed_on_is_not_attacked(extractor: Extractor) -> None:
    record = read(extractor, "The attack that killed nine people in Kano was blamed on bandits.")
    (attack,) = events(record, "attack")
    assert names(record, attack, "target") == {"nine people"}


def test_many_stand_behind_one_body(extractor: Extractor) -> None:
    record = read(extractor, "The Coast Guard said their boats had left Aden. The rebels said their boats had sunk.")
    taken_up = {actor.name: [m.text for m in actor.mentions] for actor in record.actors}
    guards = [texts for name, texts in taken_up.items() if "coast guard" in name.lower()]
    assert guards == [["The Coast Guard", "their"]]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Last week a Kabul car bombing killed five people.", {"Kabul"}),
        ("The Moscow concert hall attack killed 140 people.", {"Moscow"}),
        ("A Kyiv drone attack killed two people in Tula.", {"Tula"}),
    ],
)
def test_a_town_before_a_bombing_says_where_it_was(extractor: Extractor, text: str, places: set[str]) -> None:
    record = read(extractor, text)
    known = {place.id: place.name for place in record.places}
    (event,) = events(record, "bombing", "attack", "drone_strike")
    assert {known[p.place] for p in event.places} == places


def test_what_another_clause_tells_of_is_not_where_it_happened(extractor: Extractor) -> None:
    text = (
        "Iran launched missiles at US troops in two Iraqi bases in response to the US airstrike that killed the "
        "general Ali Sadeghi at a Baghdad airport."
    )
    record = read(extractor, text)
    known = {place.id: place.name for place in record.places}
    found = {event.type: {known[p.place] for p in event.places} for event in record.events}
    assert found["missile_strike"] == {"two Iraqi bases"}
    assert found["air_strike"] == {"Baghdad International Airport"}


def test_what_an_attack_is_measured_by_has_its_own_day(extractor: Extractor) -> None:
    text = "Monday's attack in Bamako was the deadliest since an assault on a hotel in Gao in August 2018."
    days = {event.trigger.text: str(event.time.start) for event in read(extractor, text).events if event.time}
    assert days == {"attack": "2024-05-20", "assault": "2018-08-01"}
    text = "It was the heaviest shelling of the port since the battle of Hodeidah in 2018, the governor said on Sunday."
    days = {event.trigger.text: str(event.time.start) for event in read(extractor, text).events if event.time}
    assert days == {"shelling": "2024-05-19", "battle": "2018-01-01"}


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("A US airstrike killed a Taliban commander in Helmand on Monday.", ["air_strike", "killing"]),
        ("The army killed a woman at a checkpoint near Taiz.", ["casualties"]),
        ("A missile killed five people in Kharkiv.", ["casualties", "missile_strike"]),
        ("Three people were wounded by a mortar shell in Taiz.", ["casualties", "shelling"]),
        ("A jet crashed in Nevada, killing two people.", ["casualties"]),
    ],
)
def test_one_happening_is_told_once(extractor: Extractor, text: str, types: list[str]) -> None:
    assert sorted(event.type for event in read(extractor, text).events) == types


def test_the_troops_of_a_state_stand_for_it(extractor: Extractor) -> None:
    text = "Iran fired missiles at US troops in Iraq. A US airstrike hit a base near Erbil. US troops left."
    record = read(extractor, text)
    (strike,) = events(record, "air_strike")
    assert names(record, strike, "agent") == {"US troops"}


@pytest.mark.parametrize(
    ("text", "killed", "wounded"),
    [
        ("Five killed, dozens wounded in Kabul blast", (5, 5), (24, 99)),
        ("Nine soldiers killed in attack on Mali army base", (9, 9), None),
        ("Rebels killed nine soldiers in Mali", (9, 9), None),
    ],
)
def test_headlines_tell_who_was_killed(
    extractor: Extractor, text: str, killed: tuple[int, int], wounded: tuple[int, int] | None
) -> None:
    (event,) = events(read(extractor, text), "casualties")
    toll = event.casualties
    assert toll is not None
    found = [(each.min, each.max) if each else None for each in (toll.killed, toll.wounded)]
    assert found == [killed, wounded]


def test_whoever_was_killed_in_a_headline_killed_nobody(extractor: Extractor) -> None:
    record = read(extractor, "Nine soldiers killed in attack on Mali army base")
    assert all(not names(record, event, "agent") for event in record.events)


@pytest.mark.parametrize(
    ("text", "agents"),
    [
        ("Dozens died in the raid, reportedly conducted by the Taliban.", {"Taliban"}),
        ("Dozens died in the raid, a governor who fled the Taliban said.", set()),
    ],
)
def test_who_is_told_after_a_comma_to_have_made_an_attack(extractor: Extractor, text: str, agents: set[str]) -> None:
    record = read(extractor, text)
    (attack,) = events(record, "attack")
    assert names(record, attack, "agent") == agents


def test_the_injured_are_people_and_no_event(extractor: Extractor) -> None:
    assert not read(extractor, "The president said his thoughts were with the injured.").events


@pytest.mark.parametrize(
    ("text", "agents"),
    [
        ("The rebels agreed to a ceasefire with the army.", {"rebels", "armed forces"}),
        ("The rebels said they had entered into a truce with the army.", {"rebels", "armed forces"}),
        ("The rebels rejected a truce that the army had offered.", {"rebels"}),
    ],
)
def test_both_sides_make_an_agreement(extractor: Extractor, text: str, agents: set[str]) -> None:
    record = read(extractor, text)
    (event,) = events(record, "agreement")
    assert names(record, event, "agent") == agents


def test_it_is_the_town_that_was_told_before_its_recapture(extractor: Extractor) -> None:
    record = read(extractor, "Mokha has been calm since it was recaptured from the Houthis in 2017.")
    (event,) = events(record, "capture")
    assert names(record, event, "target") == {"Mokha"}


def test_a_quoted_adverb_parts_no_subject_from_its_verb(extractor: Extractor) -> None:
    text = 'Officials said their government had "unintentionally" shot down a Ukrainian passenger jet near Tehran.'
    record = read(extractor, text)
    (event,) = events(record, "interception")
    assert len(names(record, event, "agent")) == 1
    assert names(record, event, "target") == {"Ukrainian passenger jet near Tehran"}


def test_this_strike_is_the_airstrike_and_not_the_attack_told_since(extractor: Extractor) -> None:
    text = (
        "US forces killed Ali Sadeghi in an airstrike in Baghdad on Thursday. The army justified the strike. It said "
        "he had planned the attack on a base in Erbil in December. This strike was meant to deter others."
    )
    record = read(extractor, text)
    (strike,) = events(record, "air_strike")
    assert "strike" in {span.text for span in strike.also}
    assert all("strike" not in span.text for event in events(record, "attack") for span in event.also)


def test_protesters_who_speak_do_not_protest_by_it(extractor: Extractor) -> None:
    text = "Thousands marched in Baghdad on Friday and police shot nine of them. Protesters said Iran was to blame."
    assert "Protesters" not in {event.trigger.text for event in read(extractor, text).events}


def test_a_state_that_opens_the_text_after_a_dateline_acts(extractor: Extractor) -> None:
    record = read(extractor, "KYIV - Russia launched 188 drones at Ukraine overnight, the air force said on Tuesday.")
    (strike,) = events(record, "drone_strike")
    assert names(record, strike, "agent") == {"Russia"}


def test_the_city_that_is_named_is_not_the_one_of_the_dateline(extractor: Extractor) -> None:
    text = (
        "PORT SUDAN, Sudan (AP) - Sudan's military said it repelled an attack by the Rapid Support Forces on the "
        "besieged city of el-Fasher."
    )
    record = read(extractor, text)
    known = {place.id: place.name for place in record.places}
    (held,) = events(record, "hold")
    assert [known[place.place] for place in held.places] == ["El Fasher"]


def test_the_death_of_one_who_was_killed_is_his_killing(extractor: Extractor) -> None:
    text = (
        "Israel's army said it had killed a senior Hezbollah commander, Mohammed Sarour, in an airstrike in Beirut. "
        "Hezbollah later confirmed Sarour's death."
    )
    record = read(extractor, text)
    (killing,) = events(record, "killing")
    assert [span.text for span in killing.also] == ["death"]
    assert killing.status == "confirmed"
    assert not events(record, "casualties")


def test_those_among_the_wounded_are_not_counted_twice(extractor: Extractor) -> None:
    record = read(extractor, "Shelling hit a camp in Goma, wounding 12 people, among them five women.")
    (toll,) = events(record, "casualties")
    assert toll.casualties is not None
    assert toll.casualties.wounded is not None
    assert toll.casualties.wounded.max == 12


def test_who_tells_of_a_group_is_not_the_group(extractor: Extractor) -> None:
    text = "The Rapid Support Forces left Nyala. The Sudan Doctors Network said shelling by the group hit a camp."
    record = read(extractor, text)
    (shelling,) = events(record, "shelling")
    assert names(record, shelling, "agent") == {"Rapid Support Forces"}


def test_the_dead_of_last_year_did_not_die_in_the_shooting_just_told(extractor: Extractor) -> None:
    text = (
        "Gunmen opened fire on a hospital in Port-au-Prince on Tuesday and police returned fire. "
        "At least 5,600 people were killed last year in Haiti."
    )
    record = read(extractor, text)
    toll = events(record, "casualties")[-1]
    assert not names(record, toll, "agent")


def test_a_bombing_that_kills_and_wounds_is_one(extractor: Extractor) -> None:
    text = "A suicide bomber rammed a lorry into a post in Mosul, killing 16 soldiers and wounding 24 people."
    (bombing,) = events(read(extractor, text), "bombing")
    assert bombing.casualties is not None
    assert bombing.casualties.wounded is not None


def test_a_plan_is_not_carried_out_on_the_day_of_the_decision(extractor: Extractor) -> None:
    record = read(extractor, "Rebels agreed on Wednesday to withdraw from Goma. Envoys will meet on Friday in Doha.")
    days = {event.type: event.time and str(event.time.start) for event in record.events}
    assert days["withdrawal"] is None
    assert days["meeting"] == "2024-05-24"


def test_those_killed_at_the_end_of_a_siege_are_not_the_toll_of_the_attack(extractor: Extractor) -> None:
    text = (
        "Gunmen killed nine people in Mogadishu on Friday in an attack on a hotel. Troops ended the siege on Saturday, "
        "killing all five attackers."
    )
    record = read(extractor, text)
    (attack,) = events(record, "attack")
    assert attack.casualties is not None
    assert attack.casualties.killed is not None
    assert attack.casualties.killed.max == 9


def test_the_toll_is_that_of_the_attack_above_it(extractor: Extractor) -> None:
    text = "Rebels opened fire on a convoy in Kashmir, killing four soldiers and triggering a gunbattle."
    (attack,) = events(read(extractor, text), "attack")
    assert attack.casualties is not None


def test_a_word_for_an_attack_with_doer_and_place_is_enough(extractor: Extractor) -> None:
    text = "Residents blamed Boko Haram for the attack, which took place in Dumba on Sunday evening."
    record = read(extractor, text)
    (attack,) = events(record, "attack")
    assert names(record, attack, "agent") == {"Boko Haram"}


def test_lost_troops_and_tanks_are_no_lost_ground(extractor: Extractor) -> None:
    record = read(extractor, "The enemy lost up to 235 troops, a tank and two pickup trucks near Kreminna, Ukraine.")
    assert not events(record, "capture")


@pytest.mark.parametrize(
    "text",
    [
        'Jihadists killed 34 soldiers in an attack in Niger. Dozens of attackers were "neutralised" in the response.',
        "Russia and Syria deny bombing civilians. Two Turkish soldiers were killed in Idlib.",
    ],
)
def test_who_did_not_kill_them(extractor: Extractor, text: str) -> None:
    record = read(extractor, text)
    assert not names(record, events(record, "casualties")[-1], "agent")


def test_a_strike_that_causes_a_fire_damages(extractor: Extractor) -> None:
    assert events(read(extractor, "Drones hit a refinery in Saratov, causing a large fire."), "damage")


def test_who_suffers_losses_is_hit(extractor: Extractor) -> None:
    record = read(extractor, "Britain's defence ministry estimated that Russia had suffered 350,000 casualties.")
    (toll,) = events(record, "casualties")
    assert (names(record, toll, "agent"), names(record, toll, "target")) == (set(), {"Russia"})


def test_an_ambush_told_again_as_a_clash_is_an_attack(extractor: Extractor) -> None:
    text = "Shining Path rebels ambushed a patrol in Peru, killing four soldiers. Two rebels also died in the clash."
    record = read(extractor, text)
    assert [event.type for event in record.events] == ["attack", "casualties", "casualties"]
    assert not names(record, record.events[-1], "agent")
