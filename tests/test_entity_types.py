"""Entity types are corrected by evidence."""

import pytest
from spacy.lang.en import English
from spacy.tokens import Doc, Span

from warextract.syntax.entity_types import EntityTypes, load_words

NO_TAGS = frozenset({"in", "near", "of", "the", "said", "a", "told", "town", "denied", "spokesman", "left", "region"})


def parsed(text: str) -> Doc:
    """A Doc whose words in brackets are entities, guessed as written: "[Sake|PER] fell"."""
    nlp = English()
    words: list[str] = []
    spans: list[tuple[int, int, str]] = []
    for part in text.replace("]", "[").split("["):
        chunk, _, label = part.partition("|")
        tokens = [token.text for token in nlp.make_doc(chunk.strip())]
        if label:
            spans.append((len(words), len(words) + len(tokens), label))
        words += tokens
    pos = ["PROPN" if word[:1].isupper() and word.lower() not in NO_TAGS else "NOUN" for word in words]
    doc = Doc(nlp.vocab, words=words, pos=pos, sent_starts=[True] + [False] * (len(words) - 1))
    doc.set_ents([Span(doc, start, end, label=label) for start, end, label in spans])
    return doc


def types_of(text: str) -> list[tuple[str, str]]:
    return [(ent.text, ent.label_) for ent in EntityTypes()(parsed(text)).ents]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the [28th Brigade|LOC] denied it", ("28th Brigade", "ORG")),
        ("a student of the [University of Kordofan|LOC] said", ("University of Kordofan", "ORG")),
        ("shelling near [Vilkhuvatka|PER] killed two", ("Vilkhuvatka", "LOC")),
        ("the town of [Zelenivka|PER] was hit", ("Zelenivka", "LOC")),
        ("spokesman [Tarnavskyi|LOC] said", ("Tarnavskyi", "PER")),
        ("[Olena Vdovychenko|LOC] , a nurse , left", ("Olena Vdovychenko", "PER")),
        ("[Khartoum|PER] denied it", ("Khartoum", "LOC")),
        ("[Lake Sawa|ORG] dried up", ("Lake Sawa", "LOC")),
    ],
)
def test_evidence_overrules_the_guess(text: str, expected: tuple[str, str]) -> None:
    assert types_of(text)[0] == expected


@pytest.mark.parametrize("label", ["PER", "ORG", "LOC"])
def test_a_name_without_evidence_keeps_its_type(label: str) -> None:
    assert types_of(f"the [Xyrblat|{label}] moved") == [("Xyrblat", label)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the Ukrainian army left [Kyiv|LOC] . [Kurakhove|PER] became a target", ("Kurakhove", "LOC")),
        ("the Ukrainian army left . [Velyka Novosilka|PER] fell", ("Velyka Novosilka", "LOC")),
        ("the army left . [Kurakhove|PER] became a target", ("Kurakhove", "PER")),  # no country is spoken of
        ("the Czech police left . then [Sokolov|PER] moved", ("Sokolov", "LOC")),
        ("the Czech police left , said [Sokolov|PER] .", ("Sokolov", "PER")),  # towns do not speak
        ("the Russian army left . [Ivanov|PER] moved", ("Ivanov", "PER")),  # only a part of "Ivanovo"
        ("the American army left . [Norton|PER] moved", ("Norton", "PER")),  # a family name more often
    ],
)
def test_a_bare_name_is_a_town_of_a_country_spoken_of(text: str, expected: tuple[str, str]) -> None:
    assert expected in types_of(text)


def test_a_family_name_takes_the_type_of_the_full_name() -> None:
    found = types_of("[Serhii Vdovychenko|PER] left . it was [Vdovychenko|LOC] who told")
    assert found == [("Serhii Vdovychenko", "PER"), ("Vdovychenko", "PER")]


def test_a_missed_name_is_added() -> None:
    assert ("Khartoum", "LOC") in types_of("two men left Khartoum")


def test_a_people_is_no_name() -> None:
    assert types_of("the [Ukrainians|ORG] left") == []


def test_other_label_schemes_are_left_alone() -> None:
    assert types_of("the [Xyrblat|GPE] moved") == [("Xyrblat", "GPE")]


def test_weak_given_names_are_told_apart() -> None:
    words = load_words()
    assert "Oleksandr" in words.given
    assert "Mark" in words.weak_given
    assert not words.given & words.weak_given
