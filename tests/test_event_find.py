"""From matches to events: what is inherited, what is merged, and the status from claims; sentences tagged by hand."""

from collections.abc import Mapping, Sequence
from datetime import date

import pytest
from event_scene import ActorSpec, match_at, rule_of, scene_of, tree_of

from warextract.claims.draft import ClaimDraft
from warextract.events.draft import EventDraft
from warextract.events.find import find_events, find_operators
from warextract.records import Casualties, NumberRange
from warextract.text.dates import find_times

PUBLISHED = date(2025, 3, 12)
STRUCK = (
    "A//DET/DT/2/det Malian//ADJ/JJ/2/amod drone//NOUN/NN/3/nsubj struck/strike/VERB/VBD/3/ROOT a//DET/DT/5/det "
    "market//NOUN/NN/3/obj in//ADP/IN/7/case Gao//PROPN/NNP/3/obl on//ADP/IN/9/case Monday//PROPN/NNP/3/obl "
    ",//PUNCT/,/11/punct killing/kill/VERB/VBG/3/advcl four//NUM/CD/13/nummod traders/trader/NOUN/NNS/11/obj "
    "and//CCONJ/CC/15/cc wounding/wound/VERB/VBG/11/conj nine//NUM/CD/15/obj .//PUNCT/./3/punct"
)
CAME = (
    "The//DET/DT/1/det attack//NOUN/NN/2/nsubj came/come/VERB/VBD/2/ROOT at//ADP/IN/4/case dawn//NOUN/NN/2/obl "
    ".//PUNCT/./2/punct"
)
SHELLED_BAKEL = (
    "Rebels/rebel/NOUN/NNS/1/nsubj shelled/shell/VERB/VBD/1/ROOT Bakel//PROPN/NNP/1/obj on//ADP/IN/4/case "
    "Tuesday//PROPN/NNP/1/obl .//PUNCT/./1/punct"
)
SHELLED_KIDAL = SHELLED_BAKEL.replace("Bakel", "Kidal")
TOOK = "Rebels/rebel/NOUN/NNS/1/nsubj took/take/VERB/VBD/1/ROOT Bakel//PROPN/NNP/1/obj .//PUNCT/./1/punct"
FELL = (
    "The//DET/DT/1/det fall//NOUN/NN/4/nsubj of//ADP/IN/3/case Bakel//PROPN/NNP/1/nmod "
    "surprised/surprise/VERB/VBD/4/ROOT many//ADJ/JJ/4/obj .//PUNCT/./4/punct"
)
IF = (
    "If//SCONJ/IN/2/mark rebels/rebel/NOUN/NNS/2/nsubj take//VERB/VBP/6/advcl Kidal//PROPN/NNP/2/obj  "
    ",//PUNCT/,/2/punct people//NOUN/NNS/6/nsubj flee//VERB/VB/6/ROOT .//PUNCT/./6/punct"
)
SAID_TOOK = (
    "Bamako//PROPN/NNP/1/nsubj said/say/VERB/VBD/1/ROOT rebels/rebel/NOUN/NNS/3/nsubj took/take/VERB/VBD/1/ccomp "
    "Bakel//PROPN/NNP/3/obj .//PUNCT/./1/punct"
)
NOT_SO = (
    "Dakar//PROPN/NNP/1/nsubj called/call/VERB/VBD/1/ROOT this//PRON/DT/1/obj untrue//ADJ/JJ/1/xcomp .//PUNCT/./1/punct"
)
SAID_BOTH = (
    "Officials/official/NOUN/NNS/4/nsubj on//ADP/IN/3/case both//DET/DT/3/det sides/side/NOUN/NNS/0/nmod "
    "said/say/VERB/VBD/4/ROOT rebels/rebel/NOUN/NNS/6/nsubj took/take/VERB/VBD/4/ccomp Bakel//PROPN/NNP/6/obj "
    ".//PUNCT/./4/punct"
)
CONDEMNED = (
    "Dakar//PROPN/NNP/1/nsubj condemned/condemn/VERB/VBD/1/ROOT the//DET/DT/3/det attack//NOUN/NN/1/obj "
    "on//ADP/IN/5/case Kidal//PROPN/NNP/3/nmod .//PUNCT/./1/punct"
)
HURT_NOBODY = "Nobody//PRON/NN/2/nsubj:pass was/be/AUX/VBD/2/aux:pass hurt//VERB/VBN/2/ROOT .//PUNCT/./2/punct"
ACTORS: dict[str, ActorSpec] = {
    "rebels": ("armed_group", "MLI", "Rebels|rebels"), "traders": ("population", "MLI", "traders"),
    "mali": ("state", "MLI", "Bamako"), "senegal": ("state", "SEN", "Dakar"),
}  # fmt: skip
PLACES = {
    "gao": ("settlement", "Gao"), "kidal": ("settlement", "Kidal"), "bakel": ("settlement", "Bakel"),
    "market": ("facility", "market"),
}  # fmt: skip
WEAPONS = {"drone": ("drone", "drone")}
AGREED = "Bamako//PROPN/NNP/1/nsubj agreed/agree/VERB/VBD/1/ROOT .//PUNCT/./1/punct"
DOES = {"agent": ("subject",), "target": ("object",)}
TRIGGERS: dict[str, tuple[str, Mapping[str, Sequence[str]], str]] = {
    "struck": ("drone_strike", DOES, "verb"),
    "killing": ("casualties", {"killed": ("object",)}, "verb"),
    "wounding": ("casualties", {"wounded": ("object",)}, "verb"),
    "attack": ("attack", {"target": ("on",)}, "noun"),
    "shelled": ("shelling", DOES, "verb"),
    "fled": ("displacement", DOES, "verb"),
    "took": ("capture", DOES, "verb"),
    "take": ("capture", DOES, "verb"),
    "fall": ("capture", {"target": ("of",)}, "noun"),
    "hurt": ("casualties", {"wounded": ("object",)}, "verb"),
}


def events(*sentences: str, claims: Sequence[ClaimDraft] = ()) -> tuple[EventDraft, ...]:
    """The events of tagged sentences, every known trigger matched by a rule of the tests."""
    tree = tree_of(*sentences)
    scene = scene_of(tree, ACTORS, PLACES, WEAPONS, claims, PUBLISHED)
    seen: dict[str, int] = {}
    matches = []
    for token in tree.tokens:
        if token.text in TRIGGERS:
            seen[token.text] = seen.get(token.text, 0) + 1
            matches.append(match_at(scene, token.text, rule_of(*TRIGGERS[token.text]), seen[token.text]))
    frames = tuple(scene.frames.values())
    times = find_times(tree.text, PUBLISHED)
    return find_events(tree, frames, tuple(matches), scene.index.entities, tuple(claims), times, PUBLISHED)


def by_role(event: EventDraft, role: str) -> list[str | None]:
    return [p.actor or p.place for p in event.participants if p.role == role]


def claim(text: str, content: str, key: str = "c1", **more: object) -> ClaimDraft:
    start = text.index(content)
    return ClaimDraft(key, "test", more.pop("stance", "asserts"), start, content=(start, start + len(content)), **more)  # type: ignore[arg-type]


def test_a_toll_has_agent_weapon_place_and_day_of_the_attack() -> None:
    _, toll = events(AGREED, STRUCK)
    assert toll.type == "casualties"
    assert (by_role(toll, "agent"), by_role(toll, "target")) == (["mali"], ["traders"])
    assert toll.weapons == ("drone",)
    assert [p.place for p in toll.places] == ["gao"]
    assert toll.time is not None
    assert toll.time.first == date(2025, 3, 10)


def test_killed_and_wounded_are_one_event_and_stand_with_the_attack_too() -> None:
    strike, toll = events(AGREED, STRUCK)
    expected = Casualties(killed=NumberRange(min=4, max=4), wounded=NumberRange(min=9, max=9))
    assert toll.casualties == expected
    assert strike.casualties == expected
    assert len(toll.also) == 1


def test_the_attack_is_the_strike_told_before() -> None:
    found = events(STRUCK, CAME)
    assert [e.type for e in found] == ["drone_strike", "casualties"]
    assert len(found[0].also) == 1


def test_a_re_mention_points_at_the_news_and_not_at_history() -> None:
    history = (
        "An//DET/DT/1/det attack//NOUN/NN/2/nsubj shook/shake/VERB/VBD/2/ROOT people//NOUN/NNS/2/obj in//ADP/IN/5/case "
        "2019//NUM/CD/2/obl .//PUNCT/./2/punct"
    )
    strike, _, old = events(STRUCK, history, CAME)
    assert (len(strike.also), len(old.also)) == (1, 0)


SAID_FLED = (
    "Bamako//PROPN/NNP/1/nsubj said/say/VERB/VBD/1/ROOT people//NOUN/NNS/3/nsubj fled/flee/VERB/VBD/1/ccomp "
    "Bakel//PROPN/NNP/3/obj .//PUNCT/./1/punct"
)
DENIED_FLED = (
    "Dakar//PROPN/NNP/1/nsubj denied/deny/VERB/VBD/1/ROOT that//SCONJ/IN/4/mark people//NOUN/NNS/4/nsubj "
    "fled/flee/VERB/VBD/1/ccomp .//PUNCT/./1/punct"
)


@pytest.mark.parametrize(("answers", "statuses"), [("c1", ["disputed"]), (None, ["claimed", "denied"])])
def test_a_denial_in_answer_to_a_claim_is_about_the_same_happening(answers: str | None, statuses: list[str]) -> None:
    text = tree_of(SAID_FLED, DENIED_FLED).text
    claims = [
        claim(text, "people fled Bakel", head=1, source="mali"),
        claim(text, "that people fled", "c2", stance="denies", head=7, source="senegal", responds_to=answers),
    ]
    assert [e.status for e in events(SAID_FLED, DENIED_FLED, claims=claims)] == statuses


def test_another_attack_happened_elsewhere() -> None:
    other = CAME.replace("The//DET/DT", "Another/another/DET/DT")
    found = events(STRUCK, other)
    assert [e.type for e in found] == ["drone_strike", "casualties", "attack"]
    assert (found[2].places, found[2].participants) == ((), ())


def test_other_towns_are_other_events() -> None:
    assert [by_role(e, "target") for e in events(SHELLED_BAKEL, SHELLED_KIDAL)] == [["bakel"], ["kidal"]]


def test_other_days_are_other_events() -> None:
    assert len(events(SHELLED_BAKEL, SHELLED_BAKEL.replace("Tuesday", "Sunday"))) == 2
    assert len(events(SHELLED_BAKEL, SHELLED_BAKEL)) == 1


def test_a_capture_is_one_event_however_it_is_told_again() -> None:
    (found,) = events(TOOK, FELL)
    assert found.status == "reported"
    assert by_role(found, "agent") == ["rebels"]
    assert len(found.also) == 1


def test_what_may_happen_elsewhere_is_an_event_of_its_own() -> None:
    assert [e.status for e in events(TOOK, IF)] == ["reported", "hypothetical"]


CLAIMED = claim(tree_of(SAID_TOOK).text, "rebels took Bakel", head=1, source="mali")


@pytest.mark.parametrize(
    ("sentences", "claims", "status", "about"),
    [
        ((SAID_TOOK,), [CLAIMED], "claimed", ("c1",)),
        ((SAID_TOOK, FELL), [CLAIMED], "reported", ("c1",)),
        (
            (SAID_TOOK, NOT_SO),
            [
                CLAIMED,
                claim(
                    tree_of(SAID_TOOK, NOT_SO).text, "this untrue", "c2", stance="denies", source="senegal", head=7,
                    responds_to="c1",
                ),
            ],
            "disputed",
            ("c1", "c2"),
        ),
        (
            (SAID_TOOK, NOT_SO),
            [
                CLAIMED,
                claim(
                    tree_of(SAID_TOOK, NOT_SO).text, "this", "c2", stance="confirms", source="senegal", head=7,
                    responds_to="c1",
                ),
            ],
            "confirmed",
            ("c1", "c2"),
        ),
        (
            (CONDEMNED,),
            [claim(tree_of(CONDEMNED).text, "the attack on Kidal", stance="accuses", head=1, source="senegal")],
            "reported",
            ("c1",),
        ),
        (
            (SAID_BOTH,),
            [claim(tree_of(SAID_BOTH).text, "rebels took Bakel", head=4, source="mali", source_span=(0, 22))],
            "reported",
            ("c1",),
        ),
        ((HURT_NOBODY,), [], "denied", ()),
    ],
)  # fmt: skip
def test_status(sentences: tuple[str, ...], claims: list[ClaimDraft], status: str, about: tuple[str, ...]) -> None:
    (found,) = events(*sentences, claims=claims)
    assert (found.status, found.claims) == (status, about)


def test_nobody_hurt_is_a_toll_of_none() -> None:
    (found,) = events(HURT_NOBODY)
    none = NumberRange(min=0, max=0)
    assert found.negated
    assert found.casualties == Casualties(killed=none, wounded=none)


def test_operators_come_from_words_and_from_deeds() -> None:
    tree = tree_of(AGREED, STRUCK)
    entities = scene_of(tree, ACTORS, PLACES, WEAPONS).index.entities
    assert find_operators(entities, tree, ()) == {"drone": "mali"}


def test_the_same_text_gives_the_same_events() -> None:
    assert events(AGREED, STRUCK, CAME, SHELLED_BAKEL) == events(AGREED, STRUCK, CAME, SHELLED_BAKEL)


def test_no_matches_give_no_events() -> None:
    assert events(AGREED) == ()


def test_every_event_points_at_its_words() -> None:
    text = tree_of(AGREED, STRUCK, CAME).text
    for event in events(AGREED, STRUCK, CAME):
        told = [text[slice(*chars)] for chars in (event.trigger, *event.also)]
        assert all(words in (*TRIGGERS, "attack came") for words in told)
        assert event.sentence[0] <= event.trigger[0] < event.trigger[1] <= event.sentence[1]
        assert 0 < event.confidence <= 1
        assert event.evidence[0].rule == event.rule
