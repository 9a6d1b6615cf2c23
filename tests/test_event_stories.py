"""Events of short stories of our own, read by the whole package."""

from dataclasses import dataclass
from datetime import date

import pytest

from warextract import Article, Extractor
from warextract.records import ArticleRecord, Event

PUBLISHED = date(2025, 3, 12)  # a Wednesday


@dataclass(frozen=True)
class Told:
    """What one event of a story must say; None is not looked at."""

    type: str
    status: str
    agents: tuple[str, ...] | None = None
    targets: tuple[str, ...] | None = None
    day: str | None = None
    killed: int | None = None
    also: int | None = None


STORIES: list[tuple[str, tuple[Told, ...]]] = [
    (
        "Ethiopian troops captured the town of Mekele on Monday, state television said. "
        "Tigrayan leaders denied that the town had fallen.",
        (Told("capture", "disputed", agents=("Ethiopian troops",), targets=("Mekelle",), day="2025-03-10", also=1),),
    ),
    (
        "Boko Haram fighters ambushed a military convoy near Maiduguri, killing eleven soldiers and wounding nine, "
        "the army said on Tuesday. The attack happened on Sunday night.",
        (
            Told("attack", "reported", agents=("Boko Haram",), day="2025-03-09", killed=11, also=1),
            Told("casualties", "claimed", agents=("Boko Haram",), day="2025-03-09", killed=11),
        ),
    ),
    (
        "India shot down two Pakistani drones over Jammu, a defence spokesman said on Wednesday. "
        "Pakistan rejected the claim as baseless.",
        (Told("interception", "disputed", agents=("India",), targets=("Pakistan",), day="2025-03-12"),),
    ),
    (
        "The Colombian army failed to retake the hill from guerrillas on Thursday.",
        (Told("capture", "denied", agents=("Armed Forces of Colombia",), day="2025-03-06"),),
    ),
    (
        "Israel and Hamas agreed to a ceasefire brokered by Qatar. The truce will begin on Sunday.",
        (Told("agreement", "reported", agents=("Israel", "Hamas"), day="2025-03-16"),),
    ),
    (
        "Armenia accused Azerbaijan of shelling two border villages on Tuesday. "
        "Azerbaijan's defence ministry denied it.",
        (Told("shelling", "disputed", agents=("Azerbaijan",), day="2025-03-11"),),
    ),
    (
        "Kenya will send 400 police officers to Haiti in April.",
        (Told("deployment", "planned", agents=("Kenya",), day="2025-04-01"),),
    ),
    (
        "If Turkey invades northern Syria, tens of thousands could flee, the UN warned.",
        (Told("advance", "hypothetical", agents=("Turkey",), targets=("Syria",)), Told("displacement", "hypothetical")),
    ),
    (
        "The United States delivered 20 Bradley vehicles to Ukraine in January.",
        (Told("arms_transfer", "reported", agents=("United States",), targets=("Ukraine",), day="2025-01-01"),),
    ),
    (
        "Rebels attacked a police post in Timbuktu on Monday, the army said.\n\nTwo officers were wounded.",
        (
            Told("attack", "claimed", agents=("Rebels",), day="2025-03-10"),
            Told("casualties", "reported", day="2025-03-10"),
        ),
    ),
    (
        "Army takes Kidal\n\nMalian troops took the town of Kidal on Tuesday, the army said.",
        (Told("capture", "reported", targets=("Kidal",), day="2025-03-11", also=1),),
    ),
    (
        "Ukraine blamed Russia for the strike on Kharkiv.",
        (Told("attack", "reported", agents=("Russia",), targets=("Kharkiv",)),),
    ),
    (
        "Al Shabaab claimed a suicide bombing in Mogadishu.",
        (Told("bombing", "claimed", agents=("Al-Shabaab",), targets=("Mogadishu",)),),
    ),
    (
        "Ethiopian units were withdrawn from Mekele on Monday.",
        (Told("withdrawal", "reported", agents=("Ethiopian units",), targets=("Mekelle",), day="2025-03-10"),),
    ),
    (
        "Some 300 people have been displaced in Gaza since the fighting resumed in February.",
        (Told("displacement", "reported", day="2025-02-01"),),
    ),
    (
        "A ceasefire proposal would see Hezbollah withdraw north of the river.",
        (Told("agreement", "hypothetical"), Told("withdrawal", "hypothetical", agents=("Hezbollah",))),
    ),
    (
        "Rebels captured the town of Kidal in March 2023, the governor said. Mali denied shelling Gao in May 2023.",
        (
            Told("capture", "reported", agents=("Rebels",), day="2023-03-01"),
            Told("shelling", "denied", agents=("Mali",)),
        ),
    ),
    ("The novelist won the prize on Friday. Critics had expected it.", ()),
]


def names(record: ArticleRecord, event: Event, role: str) -> tuple[str, ...]:
    by_id = {a.id: a.name for a in record.actors} | {p.id: p.name for p in record.places}
    return tuple(by_id[p.actor or p.place or ""] for p in event.participants if p.role == role)


@pytest.mark.parametrize(("text", "expected"), STORIES, ids=[text[:40] for text, _ in STORIES])
def test_story(extractor: Extractor, text: str, expected: tuple[Told, ...]) -> None:
    record = extractor.extract(Article(id="story", text=text, published=PUBLISHED))
    assert [(e.type, e.status) for e in record.events] == [(told.type, told.status) for told in expected]
    for event, told in zip(record.events, expected, strict=True):
        if told.agents is not None:
            assert names(record, event, "agent") == told.agents
        if told.targets is not None:
            assert names(record, event, "target") == told.targets
        if told.day is not None:
            assert event.time is not None
            assert event.time.start == date.fromisoformat(told.day)
        if told.killed is not None:
            assert event.casualties is not None
            assert event.casualties.killed is not None
            assert event.casualties.killed.min == told.killed
        if told.also is not None:
            assert len(event.also) == told.also


@pytest.mark.parametrize(
    ("text", "killed", "wounded", "captured"),
    [
        ("Three soldiers were killed and more than 40 wounded in the shelling of the base.", 3, 40, None),
        ("Divers recovered 11 bodies from the river near Gao after the attack.", 11, None, None),
        ("Officials put the number of soldiers killed in the ambush at 17.", 17, None, None),
        ("The death toll from the attack on Gao rose from 32 to 53.", 53, None, None),
        ("Three policemen received injuries in the attack on Gao.", None, 3, None),
        ("A drone hit a minibus in Gao, injuring the driver, 46.", None, 1, None),
        ("Police arrested 20 protesters in Nairobi on Tuesday.", None, None, 20),
    ],
)
def test_toll(extractor: Extractor, text: str, killed: int | None, wounded: int | None, captured: int | None) -> None:
    record = extractor.extract(Article(id="story", text=text, published=PUBLISHED))
    (toll,) = {e.casualties for e in record.events if e.type in ("casualties", "detention")}
    assert toll is not None
    numbers = tuple(n.min if n else None for n in (toll.killed, toll.wounded, toll.captured))
    assert numbers == (killed, wounded, captured)


def test_every_claim_of_an_event_names_it_back(extractor: Extractor) -> None:
    text = STORIES[0][0]
    record = extractor.extract(Article(id="story", text=text, published=PUBLISHED))
    (event,) = record.events
    assert event.claims
    assert all(event.id in claim.events for claim in record.claims if claim.id in event.claims)
