import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent / "support"))

from tagged import at, tagged

from warextract.mentions.counts import count_before, count_of, part_of

ROWS = [
    # tagged text, noun, min, max
    ("It/PRON killed/VBD at/ADP least/ADJ four/NUM people/NOUN", "people", (4, 4)),
    ("Dozens/NOUN of/ADP drones/NNS", "drones", (24, 99)),
    ("Hundreds/NOUN of/ADP thousands/NOUN of/ADP people/NOUN", "people", (200000, 999999)),
    ("up/ADP to/ADP 210/NUM servicemen/NNS", "servicemen", (0, 210)),
    ("104/NUM Ukrainian/ADJ drones/NNS", "drones", (104, 104)),
    ("Three/NUM 155/NUM mm/NOUN howitzers/NNS", "howitzers", (3, 3)),
    ("Two/NUM T/PROPN -/PUNCT 72/NUM tanks/NNS", "tanks", (2, 2)),
    ("two/NUM 3,000/NUM -/PUNCT pound/NOUN (/PUNCT 1,300/NUM -/PUNCT kilo/NOUN )/PUNCT glide/NOUN bombs/NNS",
     "bombs", (2, 2)),
    ("Three/NUM of/ADP its/PRON soldiers/NNS", "soldiers", (3, 3)),
    ("74/NUM of/ADP the/DET 117/NUM drones/NNS", "drones", (117, 117)),
    ("Between/ADP 20/NUM and/CCONJ 30/NUM rebels/NNS", "rebels", (20, 30)),
    ("20/NUM -/PUNCT 30/NUM rockets/NNS", "rockets", (20, 30)),
    ("No/DET casualties/NNS", "casualties", (0, 0)),
    ("a/DET dozen/NOUN drones/NNS", "drones", (12, 12)),
    ("more/ADJ than/ADP 400/NUM wounded/ADJ", "wounded", (400, 400)),
    ("killed/VBD four/NUM", "four", (4, 4)),
    ("the/DET first/ADJ of/ADP 24/NUM promised/VBN fighters/NNS", "fighters", (24, 24)),
]  # fmt: skip


@pytest.mark.parametrize(("text", "noun", "count"), ROWS)
def test_count_of(text, noun, count):
    tree = tagged(text)
    found = count_of(tree, at(tree, noun))
    assert found is not None
    assert (found.min, found.max) == count


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("a/DET drone/NOUN", "drone"),
        ("T/PROPN -/PUNCT 72/NUM tanks/NNS", "tanks"),
        ("3,000/NUM -/PUNCT pound/NOUN bombs/NNS", "bombs"),
        ("155/NUM mm/NOUN howitzers/NNS", "howitzers"),
        ("a/DET 54/NUM -/PUNCT year/NOUN -/PUNCT old/ADJ man/NOUN", "man"),
        ("In/ADP 2022/NUM soldiers/NNS came/VBD", "soldiers"),
        ("Five/NUM drones/NNS hit/VBD a/DET bridge/NOUN", "bridge"),
        ("Five/NUM drones/NNS ,/PUNCT missiles/NNS", "missiles"),
        ("several/ADJ drones/NNS", "drones"),
    ],
)
def test_no_count(text, noun):
    tree = tagged(text)
    assert count_of(tree, at(tree, noun)) is None


def test_part_of_a_counted_set():
    tree = tagged("74/NUM of/ADP the/DET 117/NUM drones/NNS")
    assert part_of(tree, at(tree, "drones")).max == 74
    assert part_of(tagged("117/NUM drones/NNS"), 1) is None


def test_count_before_the_start_of_a_name():
    tree = tagged("Two/NUM Russian/ADJ S/PROPN -/PUNCT 300/NUM missiles/NNS")
    assert count_before(tree, at(tree, "S")).max == 2
