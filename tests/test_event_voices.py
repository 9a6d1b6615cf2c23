"""The status of what is told: meant, refused, taken for granted by a statement about it, denied by another party."""

from datetime import date

import pytest

import warextract
from warextract.records import Event

PUBLISHED = date(2024, 5, 20)


def _event(extractor: "warextract.Extractor", text: str, trigger: str) -> Event:
    record = extractor.extract(warextract.Article(id="voices", text=text, published=PUBLISHED))
    return next(e for e in record.events if trigger in e.trigger.text)


@pytest.mark.parametrize(
    ("text", "trigger", "status"),
    [
        ("The commander said his men would not lay down their arms.", "lay down", "denied"),
        ("The chancellor said Berlin would not send troops to Mali.", "send", "denied"),
        ("Ankara has ruled out withdrawing its soldiers from Idlib.", "withdraw", "denied"),
        ("Hamas rejected a ceasefire.", "ceasefire", "denied"),
        ("South Korea said it would stage naval drills next month.", "drills", "planned"),
        ("Two ships were sent to evacuate foreigners from Port Sudan.", "evacuate", "planned"),
        ("Opposition parties called a march against the junta for Sunday.", "march", "planned"),
        ("The rebels said they were ready for talks with the government.", "talks", "hypothetical"),
        ("The general said rebels would attack the airport if the army left.", "attack", "hypothetical"),
        ("The envoy has appealed to both camps to disarm.", "disarm", "hypothetical"),
        ("Norway pledged two hundred howitzers to Ukraine on Monday.", "pledged", "planned"),
    ],
)
def test_what_is_meant_wanted_or_refused(
    extractor: "warextract.Extractor", text: str, trigger: str, status: str
) -> None:
    assert _event(extractor, text, trigger).status == status


@pytest.mark.parametrize(
    ("text", "trigger", "status"),
    [
        ("A truce announced by Moscow on Tuesday collapsed within minutes, according to Yerevan.", "truce", "reported"),
        ("A drone strike on a market near Menaka killed nine people, medics said.", "strike", "reported"),
        ("A drone strike on a market near Menaka killed nine people, medics said.", "killed", "claimed"),
        ("An air strike hit the depot on Friday, the governor said.", "strike", "claimed"),
        (
            "Villagers said the militia, which has besieged the town since May, burned nine houses on Sunday.",
            "besieged",
            "reported",
        ),
        ("The army said it fired rockets at Haifa and launched drones at a naval base.", "launched", "claimed"),
    ],
)
def test_a_statement_takes_for_granted_what_it_is_about(
    extractor: "warextract.Extractor", text: str, trigger: str, status: str
) -> None:
    assert _event(extractor, text, trigger).status == status


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        (
            "The army said its jets had bombed a rebel camp near Idlib on Monday.\n\n"
            "The rebels denied that any camp had been bombed.",
            "bombed",
        ),
        (
            "Rebels said on Friday that government troops had shelled a market in Homs. The army rejected the charge.",
            "shelled",
        ),
    ],
    ids=["told-again", "pointed-at"],
)
def test_what_another_party_denies_is_disputed(extractor: "warextract.Extractor", text: str, trigger: str) -> None:
    assert _event(extractor, text, trigger).status == "disputed"


def test_a_plan_that_somebody_judges_stays_a_plan(extractor: "warextract.Extractor") -> None:
    text = "Britain says it will deploy 600 soldiers. The ministry insists this is not a new combat mission."
    assert _event(extractor, text, "deploy").status == "planned"


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("The ministry said 40 soldiers had been killed on Monday. The rebels put the figure at 120.", 40, 120),
        ("The ministry put the number of dead at 43.", 43, 43),
    ],
    ids=["two-figures", "number-of-dead"],
)
def test_a_toll_told_by_its_number_alone(extractor: "warextract.Extractor", text: str, low: int, high: int) -> None:
    record = extractor.extract(warextract.Article(id="voices", text=text, published=PUBLISHED))
    (toll,) = (e.casualties for e in record.events if e.type == "casualties")
    assert toll is not None
    assert toll.killed is not None
    assert (toll.killed.min, toll.killed.max) == (low, high)


def test_a_figure_of_something_else_is_no_toll(extractor: "warextract.Extractor") -> None:
    text = "Thousands of families fled Goma on Monday. The agency put the figure at 9,000."
    record = extractor.extract(warextract.Article(id="voices", text=text, published=PUBLISHED))
    assert not [e for e in record.events if e.type == "casualties"]


@pytest.mark.parametrize(
    ("text", "killed", "wounded"),
    [
        ("Drones struck a mine near Kidal, killing around 20 foreigners, most of them from Niger.", 20, None),
        ("A jet bombed a school in Sumy, killing 12 people, four of them children.", 12, None),
        ("The jet dropped bombs on a monastery, killing a novice and injuring eleven others.", 1, 11),
        ("A soldier lost his life and five were injured in the shelling of Uri.", 1, 5),
        ("Three people were killed in Sumy, the mayor said, having earlier given a toll of one.", 3, None),
        ("The deaths bring to 119 the number of soldiers killed in Gaza since October.", 119, None),
        ("A shell killed a family of five in Sumy.", 5, None),
        ("A suicide bomber killed at least five people and himself at a mosque in Herat.", 5, None),
        ("Shelling killed one person and wounded another in Sumy.", 1, 1),
        ("An elderly couple was killed when a drone hit their car in Sumy.", 2, None),
        ("The ministry reported 12 deaths and 40 injuries in the clashes in Bor.", 12, 40),
    ],
    ids=[
        "most-of-them",
        "four-of-them",
        "a-novice",
        "five-were",
        "earlier-toll",
        "bring-to",
        "family-of-five",
        "himself",
        "another",
        "couple",
        "deaths",
    ],
)
def test_a_toll_counts_everybody_once(
    extractor: "warextract.Extractor", text: str, killed: int, wounded: int | None
) -> None:
    record = extractor.extract(warextract.Article(id="voices", text=text, published=PUBLISHED))
    tolls = [e.casualties for e in record.events if e.type == "casualties" and e.casualties]
    found = next(toll for toll in tolls if toll.killed)
    assert found.killed is not None
    assert (found.killed.min, found.killed.max) == (killed, killed)
    assert (found.wounded.max if found.wounded else None) == wounded
