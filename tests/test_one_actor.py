"""One man, one force, one group: mentions of an actor that must not become two."""

import pytest

from warextract import Article, Extractor


@pytest.mark.parametrize(
    ("text", "name", "mentions"),
    [
        (
            "The army of Mali left Menaka, Mali. Government forces had held the town since May.",
            "Malian Armed Forces",
            {"army of Mali", "Government forces"},
        ),
        (
            "Army spokesman Yao Kone said Boko Haram had attacked Bosso in Niger. The enemy fled after two hours.",
            "Boko Haram",
            {"Boko Haram", "The enemy"},
        ),
        ("The Israel Defense Forces said its jets hit Tyre, Lebanon.", "Israel Defense Forces", {"its jets"}),
        ("The Arakan Army released photographs of its men in Kyauktaw, Myanmar.", "Arakan Army", {"its men"}),
        ("The Wagner Group said one of its commanders, Ivan Petrov, had died in Mali.", "Ivan Petrov", {"Ivan Petrov"}),
        ("His uncle Omar Deng told this newspaper that the shelling began at noon in Bor.", "Omar Deng", {"Omar Deng"}),
    ],
)
def test_mentions_of_one_actor(extractor: Extractor, text: str, name: str, mentions: set[str]) -> None:
    (actor,) = [a for a in extractor.extract(text).actors if a.name == name]
    assert mentions <= {m.text for m in actor.mentions}


@pytest.mark.parametrize(
    "text",
    ["The union spoke of an army of strike-breakers in Perth.", "Rebels signed a charter for a parallel government."],
)
def test_what_is_no_body_of_the_state(extractor: Extractor, text: str) -> None:
    assert not {"military", "government"} & {a.kind for a in extractor.extract(text).actors}


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        (
            "Abdurrahman Mangal, spokesperson for the governor, said the attack killed ten.",
            "Abdurrahman Mangal",
            "person",
        ),
        ("Dedi Prasetyo, a spokesperson for the police, confirmed two arrests in Banten.", "Dedi Prasetyo", "person"),
        ("The dead seaman was identified as Jaypee Galicha by police.", "Jaypee Galicha", "person"),
        ("Arnel dela Vega of the Western Mindanao Command said so.", "Arnel dela Vega", "person"),
        ("Dozens died in Goma on Friday.", "dozens of people", "population"),
    ],
)
def test_who_somebody_is(extractor: Extractor, text: str, name: str, kind: str) -> None:
    assert (name, kind) in {(a.name, a.kind) for a in extractor.extract(text).actors}


def test_a_surname_with_its_particle_is_the_person_named_before(extractor: Extractor) -> None:
    text = "Minister of Information Moammar al-Eryani spoke in Aden. According to al-Eryani, Iran backs the rebels."
    (minister,) = [a for a in extractor.extract(text).actors if "Eryani" in a.name]
    assert [m.text for m in minister.mentions][:2] == ["Moammar al-Eryani", "al-Eryani"]


def test_the_force_of_the_law_is_no_army(extractor: Extractor) -> None:
    actors = extractor.extract("We will use the full force of the law, the minister said in Manila.").actors
    assert not [a for a in actors if a.kind == "military"]


def test_a_passenger_jet_is_no_person(extractor: Extractor) -> None:
    actors = extractor.extract("Iran had shot down a Ukrainian passenger jet near Tehran, blaming an error.").actors
    assert not [a for a in actors if a.kind == "person"]


def test_a_group_linked_to_another_is_not_that_other(extractor: Extractor) -> None:
    text = "Al-Shabaab attacked a base in Somalia. The Al-Qaeda-linked group said it had killed ten soldiers."
    assert "Al-Qaeda" not in {a.name for a in extractor.extract(text).actors}


@pytest.mark.parametrize(
    ("text", "name", "mentions"),
    [
        ("The attacker, identified as Sami Adel, 20, was shot in Leeds.", "Sami Adel", ["The attacker", "Sami Adel"]),
        ("The suspect was later named by police as Omar Haddad.", "Omar Haddad", ["The suspect", "Omar Haddad"]),
        (
            "A suicide bomber struck in Quetta. The attacker was shot.",
            "suicide bomber",
            ["A suicide bomber", "The attacker"],
        ),
        (
            "Colonel Assimi Goita seized power in Mali in 2020. The colonel has ruled since.",
            "Assimi Goita",
            ["Assimi Goita", "The colonel"],
        ),
        ("Two gunmen fired in Jos. A bomber struck later.", "bomber", ["A bomber"]),
        ("A gunman fired in Jos. The farmer fled.", "gunman", ["A gunman"]),
    ],
)
def test_one_man_is_one_actor(extractor: Extractor, text: str, name: str, mentions: list[str]) -> None:
    (actor,) = [a for a in extractor.extract(text).actors if a.name == name]
    assert [m.text for m in actor.mentions] == mentions


def test_what_a_body_is_said_to_be_is_no_other_actor(extractor: Extractor) -> None:
    actors = extractor.extract("The OIC is the largest group of Muslim nations. The group met in Jeddah.").actors
    assert not [a for a in actors if a.kind == "armed_group"]


@pytest.mark.parametrize("name", ["The Syrian Civil War", "The Rory Peck Awards", "Sacred Defence Week"])
def test_wars_prizes_and_feasts_do_nothing(extractor: Extractor, name: str) -> None:
    assert not extractor.extract(f"{name} began in Tehran in September.").actors


def test_whose_age_is_told_is_a_person(extractor: Extractor) -> None:
    actors = extractor.extract("An Australian, Brenton Walker, aged 28, appeared in court in Perth.").actors
    assert [(a.name, a.kind, a.country) for a in actors] == [("Brenton Walker", "person", "AUS")]


def test_the_country_of_a_leader_is_the_state(extractor: Extractor) -> None:
    text = (
        "Azerbaijan launched an offensive. Armenia's prime minister, Nikol Pashinyan, said his country was not "
        "involved."
    )
    states = {a.name: [m.text for m in a.mentions] for a in extractor.extract(text).actors if a.kind == "state"}
    assert states == {"Azerbaijan": ["Azerbaijan"], "Armenia": ["his country"]}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Brigadier General Thaung Tun was taken prisoner.", {"Thaung Tun"}),
        ("Al-Shabaab struck in Somalia. The Islamist group claimed the attack.", {"Al-Shabaab"}),
        ("Al-Shabaab struck in Somalia. The Kurdish group denied it.", {"Al-Shabaab", "Kurdish group"}),
    ],
)
def test_who_takes_part(extractor: Extractor, text: str, names: set[str]) -> None:
    assert {actor.name for actor in extractor.extract(text).actors} == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Rebels attacked troops near Koui.", {"Rebels", "troops"}),
        ("Insurgents exchanged fire with soldiers near Koui.", {"Insurgents", "soldiers"}),
        ("Al-Shabaab killed troops in a raid.", {"Al-Shabaab", "troops"}),
        ("The Malian army moved troops to the border.", {"Malian Armed Forces"}),
    ],
)
def test_nobody_fights_his_own_soldiers(extractor: Extractor, text: str, names: set[str]) -> None:
    record = extractor.extract(Article(id="a", text=text))
    assert {actor.name for actor in record.actors} == names


def test_who_is_accused_is_not_the_accuser(extractor: Extractor) -> None:
    record = extractor.extract("Sudan cut ties with Chad on Tuesday, accusing it of arming rebels.")
    names = {actor.id: actor.name for actor in record.actors}
    (event,) = [event for event in record.events if event.type == "arms_transfer"]
    assert [names.get(p.actor or "") for p in event.participants if p.role == "agent"] == ["Chad"]


def test_the_soldiers_of_a_gang_leader_are_the_gang(extractor: Extractor) -> None:
    record = extractor.extract("Gran Grif's leader, Luckson Elan, said that police in Haiti had killed his soldiers.")
    (gang,) = [actor for actor in record.actors if actor.name == "Gran Grif"]
    assert "his soldiers" in {mention.text for mention in gang.mentions}


def test_nineteen_soldiers_told_again_are_the_same(extractor: Extractor) -> None:
    text = "Rebels kill 19 soldiers in ambush\n\nRebels hit a convoy on Sunday, killing 19 soldiers, officials said."
    assert len([actor for actor in extractor.extract(text).actors if actor.name == "19 soldiers"]) == 1


def test_the_group_is_the_armed_one_named_since(extractor: Extractor) -> None:
    text = (
        "Paul Kato, who heads a civil society group in Beni, counted 17 bodies. Al-Shabaab made no claim. Uganda sent "
        "soldiers to hunt the group."
    )
    (group,) = [actor for actor in extractor.extract(text).actors if actor.name == "Al-Shabaab"]
    assert "the group" in {mention.text for mention in group.mentions}


@pytest.mark.parametrize(
    ("text", "country", "acts"),
    [
        ("Ten dead in northern Mali attack", "Mali", False),
        ("Dozens killed in Pakistan mosque bombing", "Pakistan", False),
        ("Iran attack on Israel kills two", "Iran", True),
        ("Israel strike kills ten in Gaza", "Israel", True),
    ],
)
def test_whether_a_country_before_an_attack_made_it(extractor: Extractor, text: str, country: str, acts: bool) -> None:
    record = extractor.extract(text)
    assert (country in {actor.name for actor in record.actors}) is acts
    assert (country in {place.name for place in record.places}) is not acts


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The deputy head of Russia's Security Council warned of war.", "Russian National Security Council"),
        ("The Security Council condemned the raid.", "United Nations Security Council"),
        ("A spokeswoman for the Khortitsa grouping said fighting went on.", "Khortitsa grouping"),
    ],
)
def test_which_body_it_is(extractor: Extractor, text: str, name: str) -> None:
    assert name in {actor.name for actor in extractor.extract(text).actors}


def test_a_department_that_is_a_province_is_nobody(extractor: Extractor) -> None:
    record = extractor.extract("Armed groups in Colombia's southwestern department of Cauca killed nine men.")
    assert not [actor for actor in record.actors if actor.kind == "government"]


def test_the_fire_killed_and_not_the_guards(extractor: Extractor) -> None:
    record = extractor.extract("Gunmen opened fire on guards who were trying to recover a boy in Toribío, killing two.")
    names = {actor.id: actor.name for actor in record.actors}
    agents = {names.get(p.actor or "") for event in record.events for p in event.participants if p.role == "agent"}
    assert agents == {"Gunmen"}


@pytest.mark.parametrize(
    ("text", "name", "mentions"),
    [
        (
            "Girls freed in Nigeria, governor says\n\nTroops freed 24 girls, the state's governor said. Governor Nasir "
            "Idris told reporters that no ransom was paid.",
            "Nasir Idris",
            {"governor", "the state's governor", "Nasir Idris"},
        ),
        ("The mayor of Saint-Marc, Anna Leroy, counted 40 bodies.", "Anna Leroy", {"The mayor", "Anna Leroy"}),
        (
            "A colonel said two men died. Colonel Juan Ruiz denied it.",
            "Juan Ruiz",
            {"Juan Ruiz"},
        ),
        (
            "The minister said two men died. Former minister Juan Ruiz denied it.",
            "Juan Ruiz",
            {"Juan Ruiz"},
        ),
    ],
)
def test_who_holds_an_office(extractor: Extractor, text: str, name: str, mentions: set[str]) -> None:
    (actor,) = [a for a in extractor.extract(text).actors if a.name == name]
    assert {mention.text for mention in actor.mentions} == mentions


def test_his_neighbour_is_no_state(extractor: Extractor) -> None:
    text = "Malaysia called for a truce. Omar Sani fled. He says a shell landed in his neighbour's garden."
    (state,) = [a for a in extractor.extract(text).actors if a.name == "Malaysia"]
    assert [mention.text for mention in state.mentions] == ["Malaysia"]


def test_a_spokesman_named_behind_a_comma_is_not_the_one_before(extractor: Extractor) -> None:
    text = (
        "Lawrence Kanyuka, spokesperson for the M23, shrugged. The Congolese army spokesman, Gen. Sylvain Ekenge, said "
        "rebels were near."
    )
    (actor,) = [a for a in extractor.extract(text).actors if a.name == "Sylvain Ekenge"]
    assert "The Congolese army spokesman" in {mention.text for mention in actor.mentions}


def test_both_presidents_meet(extractor: Extractor) -> None:
    record = extractor.extract("President Felix Tshisekedi and his Rwandan counterpart Paul Kagame met in Doha.")
    names = {actor.id: actor.name for actor in record.actors}
    (event,) = [event for event in record.events if event.type == "meeting"]
    assert {names.get(p.actor or "") for p in event.participants} == {"Felix Tshisekedi", "Paul Kagame"}
