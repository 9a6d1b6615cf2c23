import json
import subprocess
import sys
from collections import Counter

import pytest

from warextract.errors import GazetteerError
from warextract.lexicon.weapons import load_weapons
from warextract.vocabulary import WEAPON_CLASSES


def found(text):
    return [(text[h.start : h.end], h.entry.name, h.entry.class_) for h in load_weapons().find(text)]


@pytest.mark.parametrize(
    ("text", "name", "class_"),
    [
        ("T-72", "T-72", "vehicle.tank"),
        ("T72", "T-72", "vehicle.tank"),
        ("T-72B3", "T-72", "vehicle.tank"),
        ("T-72B3s", "T-72", "vehicle.tank"),
        ("F-16s", "F-16", "aircraft.fighter"),
        ("F-16AM", "F-16", "aircraft.fighter"),
        ("Su-34", "Su-34", "aircraft.bomber"),
        ("Geran-2", "Shahed-136", "drone.one_way_attack"),
        ("Shaheds", "Shahed", "drone.one_way_attack"),
        ("MQ-9 Reaper", "MQ-9 Reaper", "drone.reconnaissance"),
        ("Kh-101", "Kh-101", "missile.cruise"),
        ("Iskander-M", "Iskander-M", "missile.ballistic"),
        ("Hwasong-18", "Hwasong-18", "missile.ballistic"),
        ("Kinzhal", "Kinzhal", "missile.hypersonic"),
        ("SM-2", "SM-2", "missile.surface_to_air"),
        ("Iron Dome", "Iron Dome", "air_defense"),
        ("David’s Sling", "David's Sling", "air_defense"),
        ("NASAMS", "NASAMS", "air_defense"),
        ("M777", "M777", "artillery.howitzer"),
        ("BM-21", "BM-21 Grad", "artillery.mlrs"),
        ("AK-47s", "AK-47", "firearm.rifle"),
        ("RPG-7", "RPG-7", "rocket.rpg"),
        ("FAB-3000", "FAB-3000", "bomb"),
        ("GBU-39", "GBU-39", "bomb.glide"),
        ("Mi-24", "Mi-24", "aircraft.helicopter"),
        ("USS Carney", "USS Carney", "naval.warship"),
        ("multiple-launch rocket systems", "multiple launch rocket system", "artillery.mlrs"),
        ("armoured personnel carriers", "armored personnel carrier", "vehicle.armored"),
        ("antitank guided missiles", "anti-tank guided missile", "missile.anti_tank"),
        ("air-defence batteries", "air defense battery", "air_defense"),
        ("improvised explosive devices", "improvised explosive device", "explosive.ied"),
        ("IEDs", "IEDs", "explosive.ied"),
        ("torpedoes", "torpedoes", "munition"),
        ("knives", "knives", "blade"),
        ("white phosphorus", "white phosphorus", "munition"),
    ],
)
def test_names(text, name, class_):
    assert found(f"It used {text}.") == [(text, name, class_)]


@pytest.mark.parametrize(
    "text",
    ["a 10-year-old", "Kh-1010", "himself", "m777", "the sam family", "apache", "tankers", "2.72", "AK-4711"],
)
def test_not_a_name(text):
    assert found(text) == []


@pytest.mark.parametrize("name", ["Abrams", "Javelin", "Patriot", "Reaper", "Arrow", "Bayraktar", "Grad"])
def test_names_with_other_meanings_are_marked(name):
    assert [hit.ambiguous for hit in load_weapons().find(f"the {name}")] == [True]


def test_values_of_known_weapons():
    entries = {e.name: e for e in load_weapons().entries if e.kind == "designation"}
    assert (entries["FAB-500"].mass_kg, entries["FAB-500"].origin) == (500, "RUS")
    assert (entries["M777"].calibre_mm, entries["M777"].origin) == (155.0, None)  # made in two countries
    assert entries["ATACMS"].range_km == 300
    assert entries["Hwasong-19"].range_km is None


def test_the_gazetteer_is_broad():
    entries = [e for e in load_weapons().entries if e.kind == "designation"]
    families = Counter(e.family for e in entries)
    assert len(entries) >= 400
    large = ("drone", "missile", "artillery", "vehicle", "aircraft", "naval", "air_defense", "firearm")
    assert all(families[family] >= 20 for family in large)
    assert {e.class_ for e in load_weapons().entries} <= set(WEAPON_CLASSES)


def test_every_class_of_the_vocabulary_has_a_noun():
    assert {e.class_ for e in load_weapons().entries if e.kind == "noun"} == set(WEAPON_CLASSES)


def test_the_built_file_is_up_to_date(root):
    built = subprocess.run([sys.executable, "tools/build_weapons.py", "--check"], cwd=root, check=False)
    assert built.returncode == 0, "run `python tools/build_weapons.py`"


def test_a_malformed_file_is_named_with_its_line(tmp_path):
    path = tmp_path / "own.jsonl"
    path.write_text(json.dumps({"kind": "noun", "class": "bomb", "name": "bomb", "names": ["bomb"]}) + "\n{]\n")
    with pytest.raises(GazetteerError, match=r"own\.jsonl, line 2"):
        load_weapons(path)
