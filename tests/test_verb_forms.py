"""Verbs that a small parser takes for nouns, read as the deeds that they tell."""

import pytest

import warextract
from warextract.lexicon.verb_forms import load_verb_forms


def verbs(extractor: "warextract.Extractor", text: str) -> set[tuple[str, str]]:
    """Lemma of each verb of a text with each of its objects."""
    reading = extractor.read(text)
    return {
        (frame.lemma, reading.tree.token(head).text)
        for frame in reading.frames
        if frame.kind == "verb"
        for head in frame.fill("object")
    }


@pytest.mark.parametrize(
    ("text", "verb", "obj"),
    [
        ("The ministry denied bombing homes in the camp.", "bomb", "homes"),
        ("The army denied shelling villages near the border.", "shell", "villages"),
        ("He accused the army of bombing hospitals.", "bomb", "hospitals"),
        ("The junta is accused of burning villages.", "burn", "villages"),
        ("The ministry denied shipping weapons to the rebels.", "ship", "weapons"),
        ("Jets hit retreating columns near the river.", "hit", "columns"),
        ("The raid killed up to 30 people.", "kill", "people"),
        ("The army said it would deploy up to 5,000 troops in the north.", "deploy", "troops"),
        ("A roadside bomb destroyed part of the convoy.", "destroy", "part"),
        ("The army shelled Kobra, a town its troops say they took on 4 October.", "take", "town"),
    ],
    ids=lambda value: value.split()[0] if len(value.split()) > 1 else value,
)
def test_a_verb_has_its_object(extractor: "warextract.Extractor", text: str, verb: str, obj: str) -> None:
    assert (verb, obj) in verbs(extractor, text)


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("The rebels threatened to march on the capital if talks failed.", "march"),
        ("Students plan to march in the city on Friday.", "march"),
    ],
    ids=["threatened", "plan"],
)
def test_a_verb_after_to_is_no_noun(extractor: "warextract.Extractor", text: str, verb: str) -> None:
    assert any(frame.lemma == verb and frame.kind == "verb" for frame in extractor.read(text).frames)


@pytest.mark.parametrize(
    "text",
    [
        "Residents sought shelter from bombing raids.",
        "The two sides agreed to avoid bombing runs over the city.",
        "The court heard of burning tyres.",
    ],
    ids=["raids", "runs", "tyres"],
)
def test_a_noun_before_another_stays_one(extractor: "warextract.Extractor", text: str) -> None:
    assert not verbs(extractor, text) & {("bomb", "raids"), ("bomb", "runs")}


def test_gerunds_are_spelt_as_in_english() -> None:
    gerunds = load_verb_forms().gerunds
    assert {gerunds["hitting"], gerunds["striking"], gerunds["shelling"]} == {"hit", "strike", "shell"}


def test_a_past_tense_taken_for_an_adverb_is_a_verb(extractor: "warextract.Extractor") -> None:
    text = "A ballistic missile tore through a residential street in Ganja early on Saturday, killing 13 people."
    found = next(frame for frame in extractor.read(text).frames if frame.lemma == "tear")
    assert found.kind == "verb"
    assert found.fill("subject")
    assert found.fill("through")


def test_what_a_preposition_stands_before_is_no_object(extractor: "warextract.Extractor") -> None:
    text = "Twelve salvos were fired from Uragan multiple rocket launchers at Gorlovka overnight, the city reported."
    found = next(frame for frame in extractor.read(text).frames if frame.lemma == "fire")
    assert found.fill("from")


def test_a_deed_that_opens_its_sentence_is_a_noun(extractor: "warextract.Extractor") -> None:
    text = "Shelling by government forces killed nine civilians in Idlib province, the Observatory reported."
    found = next(frame for frame in extractor.read(text).frames if frame.lemma == "shelling")
    assert found.kind == "noun"
    assert found.fill("struck")
