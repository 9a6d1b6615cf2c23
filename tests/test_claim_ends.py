"""Where a statement ends and who says it, in leads, headlines and sentences with several speakers."""

from datetime import date

import pytest

from warextract import Article, Extractor

Told = tuple[str, str | None, str | None]


def claims(extractor: Extractor, text: str) -> list[Told]:
    """Stance, name of the source and content of each claim."""
    record = extractor.extract(Article(id="a", text=text, published=date(2024, 5, 20)))
    names = {actor.id: actor.name for actor in record.actors}
    return [(c.stance, names.get(c.source or ""), c.content.text if c.content else None) for c in record.claims]


@pytest.mark.parametrize(
    ("text", "speakers", "told"),
    [
        (
            "Rebels attacked a mine, killing nine soldiers and three civilians, local officials and a nurse said.",
            {"local officials", "nurse"},
            "Rebels attacked a mine, killing nine soldiers and three civilians",
        ),
        (
            "Gunmen raided the village, killing 12 people and burning houses, residents and a teacher said.",
            {"residents", "teacher"},
            "Gunmen raided the village, killing 12 people and burning houses",
        ),
        (
            "The Taliban overran an outpost, killing 23 soldiers and capturing four more, provincial officials said.",
            {"provincial officials"},
            "The Taliban overran an outpost, killing 23 soldiers and capturing four more",
        ),
        (
            "Troops have taken the town of Marlowa, Denis Orlov, the head of the region, told reporters on Monday.",
            {"Denis Orlov"},
            "Troops have taken the town of Marlowa",
        ),
        (
            "Soldiers arrested two students and a priest, relatives and a lawyer told reporters.",
            {"relatives", "lawyer"},
            "Soldiers arrested two students and a priest",
        ),
    ],
)
def test_who_speaks_behind_a_list(extractor: Extractor, text: str, speakers: set[str], told: str) -> None:
    found = claims(extractor, text)
    assert {(source, content) for _, source, content in found} == {(speaker, told) for speaker in speakers}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Hamas said it was studying the offer, while a diplomat, speaking on condition of anonymity, described it "
            "as a non-starter.",
            ("asserts", "Hamas", "it was studying the offer"),
        ),
        (
            "The firm acknowledged that a ship had been hit but played down the damage.",
            ("confirms", "firm", "a ship had been hit"),
        ),
        (
            "Villagers said soldiers had shot 20 men, allegations that the government has called false.",
            ("asserts", "Villagers", "soldiers had shot 20 men"),
        ),
        (
            "India says it shot down five jets, something Pakistan has never acknowledged.",
            ("asserts", "India", "it shot down five jets"),
        ),
        (
            "The ministry added that 300 fighters had surrendered, without providing evidence.",
            ("asserts", "ministry", "300 fighters had surrendered"),
        ),
        ("Junta denies bombing school as rescuers recover 27 bodies", ("denies", "government", "bombing school")),
        (
            "Residents said they woke at about 4 a.m. Sudan's army said drones had hit the depot.",
            ("asserts", "Residents", "they woke at about 4 a.m."),
        ),
        (
            "The home department rejected the charge; its spokesman, Omar Rind, said 112 guards had been sent there.",
            ("asserts", "Omar Rind", "112 guards had been sent there"),
        ),
        (
            "Antonio Guterres said he was appalled by the reports and called for an inquiry.",
            ("urges", "Antonio Guterres", "an inquiry"),
        ),
        ("Iran warned of a harsh response.", ("warns", "Iran", "a harsh response")),
        ("Rwanda accused of backing rebels", ("accuses", None, "backing rebels")),
        (
            "The army summoned the envoy to protest what it said was unprovoked firing.",
            ("asserts", "armed forces", "was unprovoked firing"),
        ),
        (
            "Videos on social media appear to show soldiers beating detainees.",
            ("asserts", "Videos", "soldiers beating detainees"),
        ),
    ],
)
def test_where_a_statement_ends(extractor: Extractor, text: str, expected: Told) -> None:
    assert expected in claims(extractor, text)


def test_a_case_that_is_referred_to_a_court_is_no_statement(extractor: Extractor) -> None:
    assert claims(extractor, "The shadow government will refer the case to a court in The Hague.") == []


@pytest.mark.parametrize("text", ["“The rebels are to blame,” he said.", "The raid threatens the delivery of aid."])
def test_who_is_to_blame_and_what_threatens_say_nothing(extractor: Extractor, text: str) -> None:
    assert {source for _, source, _ in claims(extractor, text)} <= {None}


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("Fighters ambushed a convoy, killing two officers, a military source and a party leader said.", 2),
        ("In the north, suspected rebels killed five farmers with machetes, village chief Paul Kato said.", 1),
    ],
)
def test_two_who_speak_and_suspects_who_do_not(extractor: Extractor, text: str, speakers: int) -> None:
    found = claims(extractor, text)
    assert [stance for stance, _, _ in found] == ["asserts"] * speakers
    assert {content for _, _, content in found} == {text[: text.rindex(",")].removesuffix(", a military source")}


def test_who_rules_that_out_denies_it(extractor: Extractor) -> None:
    said = claims(extractor, "Baku ruled that out, media reported.")
    assert [(stance, content) for stance, _, content in said] == [
        ("denies", "that"),
        ("asserts", "Baku ruled that out"),
    ]


def test_where_something_happened_says_nothing(extractor: Extractor) -> None:
    told = claims(extractor, "Partners received reports of looting in Damascus and of nine dead in Hama.")
    assert {source for _, source, _ in told} <= {None}


@pytest.mark.parametrize(
    ("text", "speakers", "told"),
    [
        ("Three shells hit the bakery, residents said by telephone.", ["residents"], "Three shells hit the bakery"),
        (
            "The rebels lost 40 fighters, a spokesman for the militia said by phone.",
            ["spokesman"],
            "The rebels lost 40 fighters",
        ),
        (
            "The road is open again, another resident, Ada Orr, told reporters by phone.",
            ["Ada Orr"],
            "The road is open again",
        ),
        (
            "A rocket struck the mill, killing nine people, another resident, Ada Orr, said on Monday.",
            ["Ada Orr"],
            "A rocket struck the mill, killing nine people",
        ),
        (
            "Speaking in the capital, Denis Orlov, a spokesman for the coalition, said the army will send tanks.",
            ["Denis Orlov"],
            "the army will send tanks",
        ),
        (
            "Asked about the fighting, residents and a doctor said that three shells hit the market.",
            ["residents", "doctor"],
            "three shells hit the market",
        ),
        ("Denis Orlov told Reuters three shells hit the mill.", ["Denis Orlov"], "three shells hit the mill"),
        (
            "Witnesses said in an interview with the BBC that two teachers and a nurse were among the dead.",
            ["Witnesses"],
            "two teachers and a nurse were among the dead",
        ),
        (
            "Denis Orlov said any boat that enters the bay will be sunk.",
            ["Denis Orlov"],
            "any boat that enters the bay will be sunk",
        ),
        (
            "Any boat that enters the bay will be sunk, said the United Nations.",
            ["United Nations"],
            "Any boat that enters the bay will be sunk",
        ),
        (
            "According to Denis Orlov, two teachers, a nurse and four children were among the dead.",
            ["Denis Orlov"],
            "two teachers, a nurse and four children were among the dead",
        ),
        (
            "According to Denis Orlov, a spokesman for the coalition, any boat that enters the bay will be sunk.",
            ["Denis Orlov"],
            "any boat that enters the bay will be sunk",
        ),
    ],
)
def test_who_speaks_between_commas_and_by_which_channel(
    extractor: Extractor, text: str, speakers: list[str], told: str
) -> None:
    assert claims(extractor, text) == [("asserts", speaker, told) for speaker in speakers]


def test_what_is_denied_of_the_dead(extractor: Extractor) -> None:
    found = claims(extractor, "Sudan denied that two nurses and a teacher were among the dead.")
    assert found == [("denies", "Sudan", "two nurses and a teacher were among the dead")]


@pytest.mark.parametrize(
    ("text", "speakers", "told"),
    [
        (
            "The army will send two brigades to the border, residents and a doctor told AFP by phone.",
            ["residents", "doctor"],
            "The army will send two brigades to the border",
        ),
        (
            "In Marlowa, residents and a doctor said two shells hit the mill.",
            ["residents", "doctor"],
            "two shells hit the mill",
        ),
        (
            "Three shells hit the mill, killing nine people, a doctor who asked not to be named said on Monday.",
            ["doctor"],
            "Three shells hit the mill, killing nine people",
        ),
        (
            "The troops had left the town, a senior official, speaking on condition of anonymity, said on Monday.",
            ["senior official"],
            "The troops had left the town",
        ),
        (
            "Two teachers, a nurse and four children were among the dead, said two local officials.",
            ["two local officials"],
            "Two teachers, a nurse and four children were among the dead",
        ),
        ("“The town has fallen,” a doctor who asked not to be named said.", ["doctor"], "The town has fallen"),
    ],
)
def test_two_who_speak_and_those_who_are_not_named(
    extractor: Extractor, text: str, speakers: list[str], told: str
) -> None:
    assert claims(extractor, text) == [("asserts", speaker, told) for speaker in speakers]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Asked whether its troops had crossed the border, the ministry said they had not.", "they had not"),
        ("The army said it was not behind the raid.", "it was not behind the raid"),
        ("The army said it was not responsible.", "it was not responsible"),
    ],
)
def test_who_says_that_it_was_not_they_denies(extractor: Extractor, text: str, told: str) -> None:
    assert [(stance, content) for stance, _, content in claims(extractor, text)] == [("denies", told)]


def test_who_says_that_it_is_responsible_denies_nothing(extractor: Extractor) -> None:
    found = claims(extractor, "The army said it was responsible for the raid.")
    assert [stance for stance, _, _ in found] == ["asserts"]
