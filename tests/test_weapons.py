import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent / "support"))

from tagged import at, tagged

from warextract.lexicon.weapons import load_weapons
from warextract.mentions.weapons import find_weapons


def weapons(text, **options):
    tree = tagged(text)
    return [
        (w.class_, [tree.span_text(m.start, m.end) for m in w.mentions], w)
        for w in find_weapons(tree, load_weapons(), **options)
    ]


MENTIONS = [
    # tagged text, class, mention
    ("It/PRON fired/VBD two/NUM Iskander/PROPN -/PUNCT M/PROPN ballistic/ADJ missiles/NNS",
     "missile.ballistic", "Iskander-M ballistic missiles"),
    ("It/PRON used/VBD 3,000/NUM -/PUNCT pound/NOUN (/PUNCT 1,300/NUM -/PUNCT kilo/NOUN )/PUNCT glide/NOUN bombs/NNS",
     "bomb.glide", "3,000-pound (1,300-kilo) glide bombs"),
    ("a/DET US/PROPN -/PUNCT made/VBN M777/PROPN howitzer/NOUN burned/VBD",
     "artillery.howitzer", "US-made M777 howitzer"),
    ("an/DET M113/PROPN armored/ADJ personnel/NOUN carrier/NOUN of/ADP US/PROPN manufacture/NOUN burned/VBD",
     "vehicle.armored", "M113 armored personnel carrier of US manufacture"),
    ("155/NUM mm/NOUN howitzers/NNS fired/VBD", "artillery.howitzer", "155 mm howitzers"),
    ("Shahed/PROPN drones/NNS flew/VBD", "drone.one_way_attack", "Shahed drones"),
    ("a/DET Shahed/PROPN -/PUNCT type/NOUN drone/NOUN flew/VBD", "drone.one_way_attack", "Shahed-type drone"),
    ("four/NUM HIMARS/PROPN rockets/NNS fell/VBD", "rocket", "HIMARS rockets"),
    ("an/DET S/PROPN -/PUNCT 300/NUM missile/NOUN hit/VBD it/PRON", "missile.surface_to_air", "S-300 missile"),
    ("an/DET S/PROPN -/PUNCT 300/NUM system/NOUN burned/VBD", "air_defense", "S-300 system"),
    ("24/NUM F/PROPN -/PUNCT 16/NUM fighters/NNS arrived/VBD", "aircraft.fighter", "F-16 fighters"),
    ("an/DET XQ/PROPN -/PUNCT 7/NUM howitzer/NOUN burned/VBD", "artillery.howitzer", "XQ-7 howitzer"),
    ("Grad/PROPN missiles/NNS fell/VBD", "rocket", "Grad missiles"),
    ("Stryker/PROPN vehicles/NNS burned/VBD", "vehicle.armored", "Stryker vehicles"),
    ("anti/ADJ -/PUNCT ship/NOUN ballistic/ADJ missiles/NNS", "missile.ballistic", "anti-ship ballistic missiles"),
    ("naval/ADJ drones/NNS sank/VBD it/PRON", "drone.naval", "naval drones"),
    ("a/DET drone/NOUN attack/NOUN killed/VBD two/NUM", "drone", "drone"),
    ("heavy/ADJ mortar/NOUN fire/NOUN", "artillery.mortar", "heavy mortar"),
    ("a/DET planted/VBN bomb/NOUN exploded/VBD", "explosive.ied", "bomb"),
    ("a/DET jet/NOUN dropped/VBD a/DET bomb/NOUN", "bomb", "bomb"),
    ("soldiers/NNS laid/VBD down/ADP their/PRON weapons/NNS", "weapon", "weapons"),
    ("an/DET explosives/NOUN -/PUNCT laden/ADJ taxi/NOUN exploded/VBD",
     "explosive.car_bomb", "explosives-laden taxi"),
    ("a/DET suicide/NOUN van/NOUN exploded/VBD", "explosive.car_bomb", "suicide van"),
    ("armoured/ADJ pickups/NNS burned/VBD", "vehicle.armored", "armoured pickups"),
    ("submachine/NOUN guns/NNS were/AUX seized/VBN", "firearm", "submachine guns"),
    ("a/DET missile/NOUN boat/NOUN sank/VBD", "naval.warship", "missile boat"),
    ("the/DET destroyer/NOUN Haldane/PROPN fired/VBD", "naval.warship", "destroyer Haldane"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "class_", "mention"), MENTIONS)
def test_mentions_and_classes(text, class_, mention):
    assert (class_, [mention]) in [(c, m) for c, m, _ in weapons(text)]


@pytest.mark.parametrize(
    "text",
    [
        "a/DET missile/NOUN maker/NOUN said/VBD",
        "mortar/NOUN and/CCONJ shell/NOUN manufacturer/NOUN",
        "drone/NOUN images/NNS showed/VBD it/PRON",
        "the/DET 3rd/ADJ Tank/PROPN Brigade/PROPN left/VBD",
        "missile/NOUN troops/NNS fought/VBD",
        "a/DET think/NOUN tank/NOUN said/VBD",
        "a/DET shell/NOUN company/NOUN paid/VBD",
        "a/DET coal/NOUN mine/NOUN closed/VBD",
        "the/DET army/NOUN shelled/VBD and/CCONJ mined/VBD the/DET road/NOUN",
        "it/PRON was/VBD mine/PRON",
        "he/PRON took/VBD the/DET plane/NOUN home/ADV",
        "Judge/PROPN Abrams/PROPN ruled/VBD",
        "the/DET weapons/NNS of/ADP critics/NNS",
        "gunmen/NNS rode/VBD motorcycles/NNS",
        "a/DET shop/NOUN sold/VBD toys/NNS ./PUNCT " * 60 + "its/PRON tank/NOUN was/AUX a/DET toy/NOUN",
        "a/DET space/NOUN rocket/NOUN reached/VBD orbit/NOUN",
        "the/DET striker/NOUN ,/PUNCT goalkeeper/NOUN ,/PUNCT referee/NOUN ,/PUNCT coach/NOUN ,/PUNCT fans/NNS "
        "and/CCONJ league/NOUN saw/VBD the/DET missile/NOUN",
    ],
)  # fmt: skip
def test_no_weapon(text):
    assert weapons(text) == []


def test_quantity_attributes_and_origin():
    (_, _, bombs), = weapons(
        "It/PRON dropped/VBD at/ADP least/ADJ two/NUM 500/NUM -/PUNCT kilogram/NOUN bombs/NNS on/ADP it/PRON"
    )  # fmt: skip
    assert (bombs.quantity.min, bombs.quantity.max, bombs.mass_kg) == (2, 2, 500)
    (_, _, tank), = weapons("A/DET T/PROPN -/PUNCT 72/NUM burned/VBD")  # fmt: skip
    assert (tank.designation, tank.origin, tank.quantity, tank.calibre_mm) == ("T-72", "RUS", None, 125.0)
    ((_, _, shell),) = weapons("an/DET Iranian/ADJ -/PUNCT made/VBN 122/NUM mm/NOUN rocket/NOUN hit/VBD")
    assert (shell.origin, shell.calibre_mm) == ("IRN", 122.0)


def test_a_count_of_missiles_before_a_time():
    (_, _, missiles), = weapons("seven/NUM missiles/NNS hours/NNS before/ADP the/DET vote/NOUN")  # fmt: skip
    assert missiles.quantity.max == 7


def test_a_count_of_strikes_is_none_of_missiles():
    (_, _, missile), = weapons("three/NUM missile/NOUN strikes/NNS killed/VBD two/NUM")  # fmt: skip
    assert missile.quantity is None


@pytest.mark.parametrize(
    ("text", "groups"),
    [
        ("It/PRON fired/VBD 117/NUM drones/NNS ;/PUNCT 74/NUM of/ADP the/DET 117/NUM drones/NNS fell/VBD", [2]),
        ("It/PRON fired/VBD three/NUM Iskander/PROPN missiles/NNS ./PUNCT The/DET missiles/NNS hit/VBD", [2]),
        ("It/PRON fired/VBD a/DET ballistic/ADJ missile/NOUN ./PUNCT The/DET projectile/NOUN fell/VBD", [2]),
        ("An/DET MQ/PROPN -/PUNCT 9/NUM Reaper/PROPN fell/VBD ./PUNCT An/DET MQ/PROPN -/PUNCT 9/NUM crashed/VBD", [2]),
        ("three/NUM missile/NOUN strikes/NNS with/ADP five/NUM missiles/NNS", [2]),
        ("It/PRON lost/VBD two/NUM tanks/NNS ./PUNCT One/NUM of/ADP the/DET tanks/NNS burned/VBD", [2]),
        ("It/PRON downed/VBD 104/NUM drones/NNS and/CCONJ lost/VBD drones/NNS", [1, 1]),
        ("It/PRON lost/VBD T/PROPN -/PUNCT 72/NUM tanks/NNS ;/PUNCT two/NUM tanks/NNS burned/VBD", [1, 1]),
        ("Their/PRON drones/NNS hit/VBD it/PRON ;/PUNCT our/PRON drones/NNS fell/VBD", [1, 1]),
    ],
)
def test_which_mentions_are_one_weapon(text, groups):
    assert [len(mentions) for _, mentions, _ in weapons(text)] == groups


def test_tokens_that_name_something_else_are_left_alone():
    text = "The/DET artillery/NOUN left/VBD ./PUNCT A/DET drone/NOUN came/VBD"
    taken = frozenset({at(tagged(text), "artillery")})
    assert [m for _, m, _ in weapons(text, taken=taken)] == [["drone"]]


def test_keys_are_unique_and_heads_inside():
    text = "It/PRON lost/VBD two/NUM tanks/NNS ,/PUNCT Su/PROPN -/PUNCT 34/NUM bombers/NNS and/CCONJ shells/NNS"
    found = find_weapons(tagged(text), load_weapons())
    assert len({w.key for w in found}) == len(found) == 3
    assert all(m.start <= m.head < m.end for w in found for m in w.mentions)
