"""Participants, places, times, weapons and tolls of single tellings, on sentences tagged by hand."""

from datetime import date

import pytest
from event_scene import ActorSpec, match_at, rule_of, scene_of, tree_of

from warextract.claims.draft import ClaimDraft
from warextract.events.confidence import UNMEASURED, confidence
from warextract.events.modality import Modality
from warextract.events.nationality import country_of_modifier
from warextract.events.scene import Scene
from warextract.events.telling import Telling, read_telling
from warextract.events.timing import announced_time, periods
from warextract.events.toll import add, joined, same_toll
from warextract.lexicon.modality import Effect, load_modality
from warextract.records import Casualties, NumberRange

SHELLED = (
    "Rebels/rebel/NOUN/NNS/1/nsubj shelled/shell/VERB/VBD/1/ROOT the//DET/DT/3/det town//NOUN/NN/1/obj "
    "of//ADP/IN/5/case Bakel//PROPN/NNP/3/nmod with//ADP/IN/7/case mortars/mortar/NOUN/NNS/1/obl "
    "on//ADP/IN/9/case Monday//PROPN/NNP/1/obl .//PUNCT/./1/punct"
)
STRUCK = (
    "A//DET/DT/2/det Malian//ADJ/JJ/2/amod drone//NOUN/NN/3/nsubj struck/strike/VERB/VBD/3/ROOT a//DET/DT/5/det "
    "convoy//NOUN/NN/3/obj near//ADP/IN/7/case Gao//PROPN/NNP/3/obl ,//PUNCT/,/9/punct killing/kill/VERB/VBG/3/advcl "
    "four//NUM/CD/11/nummod soldiers/soldier/NOUN/NNS/9/obj and//CCONJ/CC/13/cc wounding/wound/VERB/VBG/9/conj "
    "nine//NUM/CD/13/obj .//PUNCT/./3/punct"
)
FAILED = (
    "The//DET/DT/1/det army//NOUN/NN/2/nsubj failed/fail/VERB/VBD/2/ROOT to//PART/TO/4/mark take//VERB/VB/2/xcomp "
    "Bakel//PROPN/NNP/4/obj .//PUNCT/./2/punct"
)
WITHDREW = (
    "Troops/troop/NOUN/NNS/1/nsubj withdrew/withdraw/VERB/VBD/1/ROOT from//ADP/IN/3/case Bakel//PROPN/NNP/1/obl "
    "to//ADP/IN/5/case Kidal//PROPN/NNP/1/obl .//PUNCT/./1/punct"
)
SAID = (
    "The//DET/DT/1/det governor//NOUN/NN/2/nsubj said/say/VERB/VBD/2/ROOT on//ADP/IN/4/case Tuesday//PROPN/NNP/2/obl "
    "that//SCONJ/IN/8/mark rebels/rebel/NOUN/NNS/8/nsubj had/have/AUX/VBD/8/aux taken/take/VERB/VBN/2/ccomp "
    "Bakel//PROPN/NNP/8/obj .//PUNCT/./2/punct"
)
FOILED = (
    "Soldiers/soldier/NOUN/NNS/1/nsubj foiled/foil/VERB/VBD/1/ROOT an/a/DET/DT/3/det attempt//NOUN/NN/1/obj "
    "to//PART/TO/5/mark attack//VERB/VB/3/acl the//DET/DT/7/det port//NOUN/NN/5/obj .//PUNCT/./1/punct"
)
DOWNED = (
    "The//DET/DT/1/det army//NOUN/NN/2/nsubj downed/down/VERB/VBD/2/ROOT three//NUM/CD/5/nummod "
    "Malian//ADJ/JJ/5/amod drones/drone/NOUN/NNS/2/obj without//SCONJ/IN/7/mark causing/cause/VERB/VBG/2/advcl "
    "damage//NOUN/NN/7/obj .//PUNCT/./2/punct"
)
UNHURT = (
    "No//DET/DT/1/det soldiers/soldier/NOUN/NNS/3/nsubj:pass were/be/AUX/VBD/3/aux:pass hurt//VERB/VBN/3/ROOT "
    ".//PUNCT/./3/punct"
)
FAR = (
    "Shells/shell/NOUN/NNS/1/nsubj fell/fall/VERB/VBD/1/ROOT 40//NUM/CD/3/nummod km//NOUN/NN/1/obl "
    "from//ADP/IN/6/case the//DET/DT/6/det front//NOUN/NN/3/nmod .//PUNCT/./1/punct"
)
ACTORS: dict[str, ActorSpec] = {
    "rebels": ("armed_group", "MLI", "Rebels|rebels"),
    "army": ("military", "SEN", "army|Soldiers"),
    "troops": ("military", None, "Troops"),
    "soldiers": ("military", "MLI", "soldiers"),
    "mali": ("state", "MLI", "Bamako"),
}
PLACES = {
    "bakel": ("settlement", "Bakel"), "gao": ("settlement", "Gao"), "kidal": ("settlement", "Kidal"),
    "convoy": ("facility", "convoy"), "port": ("facility", "port"), "front": ("area", "front"),
}  # fmt: skip
WEAPONS = {"mortar": ("artillery.mortar", "mortars"), "drone": ("drone", "drone|drones")}
BAMAKO = "Bamako//PROPN/NNP/1/nsubj agreed/agree/VERB/VBD/1/ROOT .//PUNCT/./1/punct"


def scene(*sentences: str) -> Scene:
    return scene_of(tree_of(*sentences), ACTORS, PLACES, WEAPONS)


def telling(at: Scene, word: str, event_type: str, roles: dict[str, tuple[str, ...]], kind: str = "verb") -> Telling:
    match = match_at(at, word, rule_of(event_type, roles, kind))
    return read_telling(at, match, frozenset({match.frame.head}))


SUBJECT_OBJECT = {"agent": ("subject",), "target": ("object",)}


def test_roles_are_resolved_through_partitive_nouns() -> None:
    found = telling(scene(SHELLED), "shelled", "shelling", SUBJECT_OBJECT)
    assert [ref.key for ref in found.agents] == ["rebels"]
    assert [(ref.layer, ref.key) for ref in found.targets] == [("place", "bakel")]
    assert found.weapons == ("mortar",)


def test_a_weapon_as_subject_is_used_by_those_whose_it_is() -> None:
    found = telling(scene(BAMAKO, STRUCK), "struck", "drone_strike", SUBJECT_OBJECT)
    assert found.weapons == ("drone",)
    assert [ref.key for ref in found.agents] == ["mali"]


def test_a_weapon_of_nobody_known_leaves_the_agent_empty() -> None:
    found = telling(scene_of(tree_of(STRUCK), None, PLACES, WEAPONS), "struck", "drone_strike", SUBJECT_OBJECT)
    assert found.agents == ()


def test_who_foils_an_attempt_is_not_its_agent() -> None:
    found = telling(scene(FOILED), "attack", "attack", SUBJECT_OBJECT)
    assert found.agents == ()
    assert [ref.key for ref in found.targets] == ["port"]


def test_what_is_shot_down_is_a_loss_of_its_operator() -> None:
    found = telling(scene(BAMAKO, DOWNED), "downed", "interception", SUBJECT_OBJECT)
    assert [ref.key for ref in found.targets] == ["mali"]


def test_a_movement_has_origin_and_destination() -> None:
    found = telling(scene(WITHDREW), "withdrew", "withdrawal", {"agent": ("subject",)})
    assert [(p.key, p.role) for p in found.places] == [("bakel", "origin"), ("kidal", "destination")]
    assert [ref.key for ref in found.targets] == ["bakel"]


def test_a_distance_is_no_place() -> None:
    assert telling(scene(FAR), "fell", "shelling", {}).places == ()


def test_a_struck_town_is_target_and_location() -> None:
    found = telling(scene(STRUCK), "struck", "drone_strike", {"agent": ("subject",)})
    assert [p.key for p in found.places] == ["gao"]
    assert [ref.key for ref in found.targets] == ["gao"]


@pytest.mark.parametrize(("word", "country"), [("Malian", "MLI"), ("drone", None), ("Gao", None)])
def test_country_of_an_adjective(word: str, country: str | None) -> None:
    at = scene(STRUCK)
    head = next(t.i for t in at.tree.tokens if t.text == word)
    assert country_of_modifier(at, head) == country


@pytest.mark.parametrize(
    ("sentence", "word", "kind", "modality"),
    [
        (SHELLED, "shelled", "verb", Modality("actual")),
        (FAILED, "take", "verb", Modality("actual", negated=True)),
        (FOILED, "attack", "verb", Modality("attempted")),
        (DOWNED, "damage", "noun", Modality("actual", negated=True)),
        (UNHURT, "hurt", "verb", Modality("actual", negated=True)),
    ],
)
def test_modality(sentence: str, word: str, kind: str, modality: Modality) -> None:
    assert telling(scene(sentence), word, "damage", {}, kind).modality == modality


@pytest.mark.parametrize(
    ("lemma", "effect"),
    [
        ("order", "planned"), ("threaten", "hypothetical"), ("call_for", "hypothetical"), ("refuse", "negated"),
        ("try", "attempted"), ("repel", "attempted"), ("not_fail", None), ("not_manage", "negated"),
        ("not_plan", "hypothetical"), ("not_report_of", "negated"), ("say", None), ("after", None),
    ],
)  # fmt: skip
def test_governing_words(lemma: str, effect: Effect | None) -> None:
    assert load_modality().governor(lemma) == effect


def test_set_plans_a_deed_but_not_a_thing() -> None:
    assert load_modality().governor("set") == "planned"
    assert load_modality().governor("set", verb=False) is None


def test_time_of_the_deed() -> None:
    found = telling(scene(SHELLED), "shelled", "shelling", {})
    assert found.time is not None
    assert (found.time.first, found.time.last) == (date(2025, 3, 10), date(2025, 3, 10))


def test_time_of_the_statement_is_not_that_of_the_deed() -> None:
    tree = tree_of(SAID)
    said = ClaimDraft("c", "test", "asserts", 0, head=2, content=(26, 49))
    at = scene_of(tree, ACTORS, PLACES, WEAPONS, [said])
    found = telling(at, "taken", "capture", SUBJECT_OBJECT)
    assert found.time is None
    assert found.claims == ("c",)
    stated = announced_time(at, found.head)
    assert stated is not None
    assert stated.expression.first == date(2025, 3, 11)


def test_a_claim_tells_all_clauses_under_its_cue() -> None:
    said = ClaimDraft("c", "test", "asserts", 0, head=2, content=(0, 3))
    at = scene_of(tree_of(SAID), ACTORS, PLACES, WEAPONS, [said])
    assert telling(at, "taken", "capture", SUBJECT_OBJECT).claims == ("c",)


HALTED = (
    "Mediators/mediator/NOUN/NNS/1/nsubj halted/halt/VERB/VBD/1/ROOT the//DET/DT/3/det offensive//NOUN/NN/1/obj "
    "that//PRON/WDT/6/obj rebels/rebel/NOUN/NNS/6/nsubj launched/launch/VERB/VBD/3/acl:relcl in//ADP/IN/8/case "
    "Bakel//PROPN/NNP/6/obl on//ADP/IN/10/case Sunday//PROPN/NNP/6/obl .//PUNCT/./1/punct"
)


def test_the_clause_below_a_noun_tells_who_where_and_when() -> None:
    found = telling(scene(HALTED), "offensive", "advance", {"agent": ("possessor",)}, "noun")
    assert [r.key for r in found.agents] == ["rebels"]
    assert [p.key for p in found.places] == ["bakel"]
    assert found.time is not None
    assert found.time.first == date(2025, 3, 9)


def test_a_bulletin_reports_on_its_period_until_the_text_turns() -> None:
    period = (
        "Units/unit/NOUN/NNS/1/nsubj advanced/advance/VERB/VBD/1/ROOT over//ADP/IN/5/case the//DET/DT/5/det "
        "past//ADJ/JJ/5/amod day//NOUN/NN/1/obl .//PUNCT/./1/punct"
    )
    turn = "Meanwhile//ADV/RB/2/advmod rebels/rebel/NOUN/NNS/2/nsubj fled/flee/VERB/VBD/2/ROOT .//PUNCT/./2/punct"
    found = periods(scene(period, SHELLED, turn, SHELLED))
    assert sorted(found) == [0, 1]
    assert (found[0].first, found[0].last) == (date(2025, 3, 11), date(2025, 3, 12))


FOUR = NumberRange(min=4, max=4)
NINE = NumberRange(min=9, max=9, approximate=True)
NONE = NumberRange(min=0, max=0)


@pytest.mark.parametrize(
    ("sentence", "word", "roles", "toll"),
    [
        (STRUCK, "killing", {"killed": ("object",)}, Casualties(killed=FOUR)),
        (STRUCK, "wounding", {"wounded": ("object",)}, Casualties(wounded=NumberRange(min=9, max=9))),
        (UNHURT, "hurt", {"wounded": ("object",)}, Casualties(killed=NONE, wounded=NONE)),
        (SHELLED, "shelled", {"killed": ("object",)}, None),
    ],
)
def test_toll(sentence: str, word: str, roles: dict[str, tuple[str, ...]], toll: Casualties | None) -> None:
    assert telling(scene(sentence), word, "casualties", roles).casualties == toll


def test_counted_people_are_targets() -> None:
    assert [r.key for r in telling(scene(STRUCK), "killing", "casualties", {"killed": ("object",)}).targets] == [
        "soldiers"
    ]


def test_tolls_are_joined() -> None:
    both = joined(Casualties(killed=FOUR), Casualties(wounded=NINE))
    assert both == Casualties(killed=FOUR, wounded=NINE)
    assert joined(None, both) == both
    assert joined(Casualties(killed=FOUR), Casualties(killed=NINE)) == Casualties(
        killed=NumberRange(min=4, max=9, approximate=True)
    )
    dozens = NumberRange(min=24, max=99, approximate=True)
    exact = NumberRange(min=31, max=31)
    assert joined(Casualties(killed=dozens), Casualties(killed=exact)) == Casualties(killed=exact)
    assert same_toll(Casualties(killed=dozens), Casualties(killed=exact))
    assert add(FOUR, NINE) == NumberRange(min=13, max=13, approximate=True)


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        (Casualties(killed=FOUR), Casualties(killed=FOUR, wounded=NINE), True),
        (Casualties(killed=FOUR), Casualties(wounded=NINE), True),
        (Casualties(killed=FOUR), Casualties(killed=NINE), False),
        (None, Casualties(killed=NINE), True),
    ],
)
def test_tolls_that_can_be_of_one_happening(a: Casualties | None, b: Casualties | None, same: bool) -> None:
    assert same_toll(a, b) is same


def test_confidence_rises_with_what_was_found() -> None:
    steps = [confidence(("no.such_rule",), found, 4) for found in range(5)]
    assert steps == sorted(set(steps))
    assert steps[-1] == UNMEASURED
    assert 0 < steps[0] < 1
