"""Territory, combat and persons as other writers put them: which type, who did it, to whom or what."""

from datetime import date

import pytest

from warextract import Article, Extractor
from warextract.records import ArticleRecord, Event

PHRASES = [
    ("capture", "Rebels won back the airport in Marib on Monday.", {"Rebels"}, {"airport in Marib"}),
    ("capture", "The army retook possession of the barracks in Dori.", None, {"barracks in Dori"}),
    ("capture", "The separatists reasserted control over Slovyansk.", {"separatists"}, {"Slovyansk"}),
    ("capture", "The airport in Sirte, seized by militiamen in May, is closed.", {"militiamen"}, {"airport in Sirte"}),
    ("withdrawal", "Burundi recalled its soldiers from Goma.", {"Burundi"}, None),
    ("withdrawal", "The mercenaries have exited the town of Dori.", {"mercenaries"}, {"Dori"}),
    ("withdrawal", "France ended its military presence in Chad.", {"France"}, None),
    ("surrender", "Two militants gave up after a siege of ten hours.", {"Two militants"}, None),
    ("surrender", "Seventeen guerrillas demobilised in Cauca.", {"Seventeen guerrillas"}, None),
    ("surrender", "The surrender of forty rebels in Bama was announced by the army.", {"forty rebels"}, None),
    ("advance", "Tanks rumbled into Slovyansk.", None, {"Slovyansk"}),
    ("advance", "The siege of Kaya has lasted two years.", None, {"Kaya"}),
    ("advance", "The militia is at the gates of Marib.", {"militia"}, {"Marib"}),
    ("hold", "Government troops still control Dori.", {"Government troops"}, {"Dori"}),
    ("hold", "Soldiers beat back an attack by gunmen on the town of Palma.", {"Soldiers"}, {"gunmen"}),
    ("hold", "The attackers were driven back.", None, {"attackers"}),
    ("clash", "Two militias have been locked in combat for the port since May.", {"Two militias"}, None),
    ("clash", "Soldiers exchanged shots with rebels at the crossing.", {"Soldiers", "rebels"}, None),
    ("shelling", "The village of Sadove had come under mortar fire.", None, {"Sadove"}),
    ("shelling", "The bombardment of Misrata by the militia killed nine people.", {"militia"}, {"Misrata"}),
    ("air_strike", "US warplanes hit 30 targets in Yemen.", None, None),
    ("drone_strike", "Two farmers were hurt in Beryslav by explosives dropped from a drone.", None, None),
    ("bombing", "A roadside bomb hit a convoy in Helmand.", None, {"convoy in Helmand Province"}),
    ("bombing", "An explosion at a checkpoint killed a policeman.", None, {"checkpoint"}),
    ("attack", "Herdsmen swooped on a market in Makurdi.", None, {"market in Makurdi"}),
    ("attack", "Snipers picked off three soldiers in Goma.", {"Snipers"}, {"three soldiers"}),
    ("interception", "A helicopter was hit by a missile over the valley.", None, None),
    ("killing", "Civilians were burned alive in a church.", None, {"Civilians"}),
    ("killing", "Bandits put nine farmers to death.", {"Bandits"}, {"nine farmers"}),
    ("abduction", "Bandits made off with twenty women.", {"Bandits"}, {"twenty women"}),
    ("detention", "Police locked up a journalist in Goma.", {"Congolese police"}, {"journalist"}),
    ("detention", "The president is under house arrest.", None, {"president"}),
    ("damage", "Gunmen set a clinic alight.", {"Gunmen"}, {"clinic"}),
    ("damage", "Drones struck a refinery in Ryazan, sparking a fire.", None, None),
    ("attack", "The raid by Islamist fighters on the town of Palma lasted an hour.", {"Islamist fighters"}, {"Palma"}),
]


def names(record: ArticleRecord, event: Event, role: str) -> set[str]:
    known = {actor.id: actor.name for actor in record.actors} | {place.id: place.name for place in record.places}
    return {known[p.actor or p.place or ""] for p in event.participants if p.role == role}


@pytest.mark.parametrize(("kind", "text", "agents", "targets"), PHRASES)
def test_a_phrase_tells_its_happening(
    extractor: Extractor, kind: str, text: str, agents: set[str] | None, targets: set[str] | None
) -> None:
    record = extractor.extract(Article(id="a", text=text, published=date(2024, 5, 20)))
    found = [event for event in record.events if event.type == kind]
    assert len(found) == 1, [(event.type, event.trigger.text) for event in record.events]
    if agents is not None:
        assert names(record, found[0], "agent") == agents
    if targets is not None:
        assert names(record, found[0], "target") == targets


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("Attempts by the rebels to enter the city were thwarted by soldiers.", "rebels"),
        ("Three attempts by the Houthis to infiltrate positions in Jizan failed.", "Houthis"),
    ],
)
def test_who_attempts_is_who_would_do_it(extractor: Extractor, text: str, person: str) -> None:
    record = extractor.extract(Article(id="a", text=text, published=date(2024, 5, 20)))
    assert [names(record, e, "agent") for e in record.events if e.type == "advance"] == [{person}]
