"""Texts in capitals, or without any, are read in the usual case of their words."""

import pytest

from warextract.article import Article
from warextract.extractor import load
from warextract.syntax.casing import with_usual_case


@pytest.mark.parametrize(
    ("given", "usual"),
    [
        ("THE ARMY SAID REBELS HAD ATTACKED SAN MIGUEL.", "The army said rebels had attacked San Miguel."),
        ("THE FMLN AND THE SHINING PATH DENIED IT.", "The FMLN and the Shining Path denied it."),
        ("\"WE DIDN'T SEE GUATEMALA'S PRESIDENT,\" HE SAID.", "\"We didn't see Guatemala's president,\" he said."),
        ("IT HAPPENED ON FRIDAY IN MAY. NOBODY MAY GO.", "It happened on Friday in May. Nobody may go."),
        ("ON 10 MAY 1989 A U.S. BASE IN LA PAZ WAS HIT.", "On 10 May 1989 a U.S. base in La Paz was hit."),
        ("LUIS CARLOS QUIROGA FIRED AN AK-47 IN EL ALTO.", "Luis Carlos Quiroga fired an AK-47 in El Alto."),
    ],
)
def test_capitals_become_usual_case(given: str, usual: str) -> None:
    assert with_usual_case(given) == usual


@pytest.mark.parametrize(
    "text",
    ["The UN and NATO said so.", "KYIV (AP)", "KYIV, Ukraine (AP) — The bridge fell.", "iPhone sales rose.", ""],
)
def test_mixed_case_stays(text: str) -> None:
    assert with_usual_case(text) == text


def test_only_lines_in_capitals_change() -> None:
    text = "REBELS TAKE TOWN IN CONGO AFTER SIEGE\n\nGOMA (AP) — NATO denied it.\n"
    assert with_usual_case(text) == "Rebels take town in Congo after siege\n\nGOMA (AP) — NATO denied it.\n"


def test_a_text_without_capitals_gets_them() -> None:
    text = (
        "the army said on friday that rebels of the fmln had attacked a post near san miguel and that six soldiers "
        "were killed and eleven wounded. nobody else was hurt, general luis ponce said."
    )
    read = with_usual_case(text)
    assert read.startswith("The army said on Friday that rebels of the FMLN had attacked a post near San Miguel")
    assert read.endswith("Nobody else was hurt, general Luis Ponce said.")


def test_length_stays() -> None:
    text = "STRASSE UND İZMİR WERE HIT BY THE ROCKETS OF THE ARMY."
    assert len(with_usual_case(text)) == len(text)


def test_a_record_of_capitals_points_at_them() -> None:
    text = "LIMA, 5 DEC 89 -- ARMED MEN KIDNAPPED THE MANAGER OF A BANK, LUIS ALONSO FERRERA, IN HUANCAYO ON MONDAY."
    record = load().extract(Article(id="x", text=text, published="1989-12-05"))
    (event,) = record.events
    assert (event.type, event.trigger.text) == ("abduction", "KIDNAPPED")
    for actor in record.actors:
        assert all(text[m.start : m.end] == m.text for m in actor.mentions)
    assert "LUIS ALONSO FERRERA" in {m.text for actor in record.actors for m in actor.mentions}
