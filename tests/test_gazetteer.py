"""The actors of the world: data in step with their sources, names found by word."""

import time
from pathlib import Path

import pytest
from tools import build_actors

from warextract.errors import GazetteerError
from warextract.lexicon.actor_sources import cameo
from warextract.lexicon.gazetteer import ActorGazetteer
from warextract.lexicon.name_index import NameIndex, Words, atoms, fold

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def gazetteer() -> ActorGazetteer:
    return ActorGazetteer.load()


def test_the_data_are_what_the_sources_build() -> None:
    built = build_actors.build()
    for name, text in built.items():
        assert (build_actors.DATA / name).read_bytes() == text.encode(), f"{name}: run tools/build_actors.py"


def test_it_is_broad(gazetteer: ActorGazetteer) -> None:
    kinds = [actor.kind for actor in gazetteer.actors.values()]
    assert sum(country.iso for country in gazetteer.countries.values()) >= 195
    assert kinds.count("armed_group") >= 150
    assert kinds.count("person") >= 250
    continents = {"COL", "MMR", "SDN", "UKR", "USA", "AUS", "HTI", "PHL", "NGA", "SYR"}
    assert continents <= {actor.country for actor in gazetteer.actors.values()}


def test_every_country_but_a_few_has_what_wire_copy_says_of_it(gazetteer: ActorGazetteer) -> None:
    bare = {c.id for c in gazetteer.countries.values() if c.iso and not c.adjectives}
    assert bare <= {"COG", "DMA", "HKG", "LIE", "SLB", "VAT"}


@pytest.mark.parametrize(
    ("text", "use", "id_"),
    [
        ("the U.S. said", "country", "USA"),
        ("the US said", "country", "USA"),
        ("Türkiye and Syria", "country", "TUR"),
        ("Turkiye denied", "country", "TUR"),
        ("DR Congo 's army", "country", "COD"),
        ("Kiev said", "capital", "UKR"),
        ("Congolese soldiers", "adjective", "COD"),
        ("South Koreans fled", "people", "KOR"),
        ("Gaza 's health ministry", "name", "gaza-health"),
        ("al - Shabab fighters", "name", "al-shabaab"),
        ("Al-Shabaab said", "name", "al-shabaab"),
        ("HAMAS SAYS", "name", "hamas"),
        ("the Armed Forces of Ukraine", "name", "afu"),
        ("President Volodymyr Zelenskiy", "name", "person-volodymyr-zelenskyy"),
        ("Brussels offered", "metonym", "eu"),
        ("the Mandalay People 's Defense Force said", "name", "mandalay-pdf"),
        ("a Dawlah Islamiya bomber", "name", "dawlah-islamiyah"),
        ("MISCA peacekeepers", "name", "misca"),
        ("the Nduma Defence of Congo - Renovated", "name", "ndc-r"),
        ("Aamaq published", "name", "amaq"),
        ("the Derna Protection Force", "name", "derna-shura"),
        ("Los Chapitos", "name", "chapitos"),
        ("the Kokorat San Ras gang", "name", "kokorat"),
    ],
)
def test_names_are_found(gazetteer: ActorGazetteer, text: str, use: str, id_: str) -> None:
    assert (use, id_) in [(hit.use, hit.id) for hit in gazetteer.names(text.split())]


@pytest.mark.parametrize("text", ["they told us", "a car bomb", "Richard Wagner wrote", "a guinea pig", "the who"])
def test_common_words_are_no_names(gazetteer: ActorGazetteer, text: str) -> None:
    assert gazetteer.names(text.split()) == ()


def test_the_longest_name_wins_and_none_overlaps(gazetteer: ActorGazetteer) -> None:
    hits = gazetteer.names(["South", "Korea", "and", "South", "Sudan", "and", "Guinea", "-", "Bissau"])
    assert [hit.id for hit in hits] == ["KOR", "SSD", "GNB"]
    assert [(hit.start, hit.end) for hit in hits] == [(0, 2), (3, 5), (6, 9)]


@pytest.mark.parametrize(
    ("text", "id_"),
    [
        ("the defence ministry", "defence-ministry"),
        ("the Defense Ministry", "defence-ministry"),
        ("Ministry of Foreign Affairs", "foreign-ministry"),
        ("the armed forces", "armed-forces"),
        ("General Staff of the Armed Forces", "general-staff"),
        ("coast guard", "coast-guard"),
    ],
)
def test_institutions_are_found(gazetteer: ActorGazetteer, text: str, id_: str) -> None:
    assert [hit.id for hit in gazetteer.forms(text.split())] == [id_]


def test_an_institution_with_a_name_of_its_own_is_that_actor(gazetteer: ActorGazetteer) -> None:
    army = gazetteer.institution_actor("ISR", "armed-forces")
    ministry = gazetteer.institution_actor("USA", "defence-ministry")
    assert army is not None
    assert ministry is not None
    assert (army.id, ministry.id) == ("idf", "pentagon")
    assert gazetteer.institution_actor("MLI", "coast-guard") is None


def test_an_institution_is_named_after_its_country(gazetteer: ActorGazetteer) -> None:
    body = gazetteer.institutions["defence-ministry"]
    assert body.named(gazetteer.country("SDN")) == "Sudanese Ministry of Defence"


def test_a_users_file_adds_and_replaces(tmp_path: Path) -> None:
    own = tmp_path / "own.toml"
    own.write_text(
        '[armed_group]\nhamas = { name = "Hamas movement", country = "PSE" }\n'
        'blue = { name = "Blue Column", country = "MLI", aliases = ["BC"] }\n'
    )
    extended = ActorGazetteer.load((own,))
    assert extended.actors["hamas"].name == "Hamas movement"
    assert [hit.id for hit in extended.names(["Blue", "Column", "fighters"])] == ["blue"]
    assert "blue" not in ActorGazetteer.load().actors


def test_a_malformed_file_is_refused_with_its_name(tmp_path: Path) -> None:
    own = tmp_path / "own.toml"
    own.write_text('[armed_group]\nblue = { name = "Blue Column", colour = "blue" }\n')
    with pytest.raises(GazetteerError, match=r"own\.toml: actor 'blue'"):
        ActorGazetteer.load((own,))


def test_references_between_actors_are_checked(tmp_path: Path) -> None:
    own = tmp_path / "own.toml"
    own.write_text('[armed_group]\nblue = { name = "Blue", part_of = "red" }\n')
    actors = list(build_actors.actors_of(own))
    with pytest.raises(GazetteerError, match="no actor 'red'"):
        build_actors.check_actors(actors, set(), set())


def test_it_loads_at_once(tmp_path: Path) -> None:
    own = tmp_path / "own.toml"
    own.write_text("")
    start = time.perf_counter()
    ActorGazetteer.load((own,))  # a further file forces a load from the data files
    assert time.perf_counter() - start < 1.0  # a tenth of it on an idle machine


@pytest.mark.parametrize(
    ("kind", "country", "code"),
    [("military", "RUS", "RUSMIL"), ("state", "MLI", "MLI"), ("igo", None, "IGO"), ("other", None, None)],
)
def test_cameo_codes(kind: str, country: str | None, code: str | None) -> None:
    assert cameo(kind, country) == code


def test_folding_and_atoms() -> None:
    assert fold("Chișinău") == "chisinau"
    assert atoms("U.S.-led") == ("U", "S", "led")
    index = NameIndex()
    index.add(["US"], "country", "USA")
    index.seal()
    assert index.find(Words.of(["us"])) == ()
    assert len(index.find(Words.of(["US"]))) == 1
