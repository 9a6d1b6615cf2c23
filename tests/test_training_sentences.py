"""The sentences that teach the bundled pipeline: written ones and those of the wire grammar."""

from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from convert_treebanks import Sentence

TRAINING = Path(__file__).parent.parent / "training"
CARRIERS = ("aux", "aux:pass", "cop")


@pytest.fixture(scope="module", autouse=True)
def training_on_path() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(TRAINING))
        yield


def made(number: int, seed: int = 1) -> list["Sentence"]:
    from augment_names import Names, lines  # noqa: PLC0415 (training is on the path in this module's tests alone)
    from wire_grammar import wire_sentences  # noqa: PLC0415

    patterns = {
        kind: rest.split(" | ")
        for kind, _, rest in (line.partition(": ") for line in lines(TRAINING / "names" / "organisations.txt"))
        if kind.islower()
    }
    slots = ("CITY", "COUNTRY", "ADJ", "FAMILY", "NTH", "ACR", "ANIMAL", "FIELD", "COLOUR", "N")
    plain = {kind: [p for p in found if not set(p.split()) & set(slots)] for kind, found in patterns.items()}
    names = Names(
        given={"one": ["Ana", "Ivan", "Omar"]},
        family={"one": ["Koval", "Haddad", "Mensah"]},
        patterns=plain,
        countries=[("Freedonia", "Freedonian"), ("Sylvania", "Sylvanian")],
        towns=["Northam", "Eastbrook"],
        words_of_towns=["Northam", "Eastbrook"],
        provinces=["Westmark"],
    )
    return wire_sentences(names, Random(seed), number)


def written() -> list["Sentence"]:
    from convert_treebanks import read_sentences  # noqa: PLC0415

    return [s for path in sorted(TRAINING.glob("sentences/*.conllu")) for s in read_sentences(path.read_text("utf-8"))]


def text(sentence: "Sentence") -> str:
    return "".join(w + " " * s for w, s in zip(sentence.words, sentence.spaces, strict=True)).strip()


def dependents(sentence: "Sentence", head: int) -> dict[int, str]:
    return {i: sentence.deps[i] for i, h in enumerate(sentence.heads) if h == head and i != head}


def test_grammar_makes_one_tree_a_sentence_and_the_same_one_again() -> None:
    sentences = made(400)
    assert [text(s) for s in sentences] == [text(s) for s in made(400)]
    assert len({text(s) for s in sentences}) > 390
    stopped = [s for s in sentences if text(s).endswith((".", ".”", '."'))]
    assert len(stopped) / len(sentences) > 0.95, "headlines alone have no full stop"
    for s in sentences:
        assert s.deps.count("ROOT") == 1
        for i in range(len(s.words)):
            above = i
            for _ in s.words:
                above = s.heads[above]
            assert s.deps[above] == "ROOT", text(s)
        assert not any(mark in text(s) for mark in (",,", ",.", " ,", " .")), text(s)


@pytest.mark.parametrize("source", [made, written], ids=["grammar", "written"])
def test_a_verb_with_a_subject_is_finite_or_has_an_auxiliary(source: object) -> None:
    """A tagger that learns "the drone/NN struck/VBN the roof" will not find the verb of a sentence."""
    sentences = made(400) if source is made else written()
    for s in sentences:
        for i, tag in enumerate(s.tags):
            found = dependents(s, i)
            carried = any(dep in CARRIERS for dep in found.values())
            if tag == "VBN" and "nsubj" in found.values() and s.deps[i] not in ("acl", "amod"):
                assert carried or "mark" in found.values(), f"{s.words[i]}: {text(s)}"
            if tag == "VBD" and s.pos[i] == "VERB":
                assert not carried, f"{s.words[i]}: {text(s)}"
            if tag == "VBN" and "aux:pass" in found.values():
                assert "nsubj" not in found.values(), f"{s.words[i]}: {text(s)}"


def test_each_verb_of_saying_takes_the_clause_it_reports() -> None:
    taken: dict[str, set[str]] = {}
    for s in made(3000):
        for i, lemma in enumerate(s.lemmas):
            taken.setdefault(lemma, set()).update(dependents(s, i).values())
    for verb in ("say", "allege", "concede", "deny", "warn", "insist"):
        assert {"nsubj", "ccomp"} <= taken[verb], verb
    assert "xcomp" in taken["threaten"]
    assert "iobj" in taken["tell"]


def test_a_subject_of_which_more_is_told_waits_for_its_verb() -> None:
    """ "The truce agreed in X collapsed": the participle is no verb of the sentence, with commas and without."""
    commas: dict[bool, int] = {True: 0, False: 0}
    for s in made(4000):
        root = s.deps.index("ROOT")
        for i, dep in dependents(s, root).items():
            told = [j for j, d in dependents(s, i).items() if d == "acl" and s.tags[j] in ("VBN", "VBG")]
            if dep.startswith("nsubj") and told and i < told[0] < root:
                commas["punct" in dependents(s, told[0]).values()] += 1
    assert commas[True] > 40
    assert commas[False] > 100


def test_verbs_agree_with_their_subjects() -> None:
    for s in made(1500):
        for i, dep in enumerate(s.deps):
            verb = s.heads[i]
            if dep not in ("nsubj", "nsubj:pass") or "conj" in dependents(s, i).values():
                continue
            others = dependents(s, verb)
            carriers = [j for j, d in others.items() if d in CARRIERS and s.tags[j] in ("VBZ", "VBP")]
            tags = {s.tags[j] for j in carriers} or {s.tags[verb]}
            if s.tags[i] == "NNS":
                assert "VBZ" not in tags, text(s)
            if s.tags[i] == "NNP" or (s.tags[i] == "NN" and s.words[i].lower() != "police"):
                assert "VBP" not in tags, text(s)


def test_quotations_close_in_their_document() -> None:
    documents: dict[str, list[str]] = {}
    for s in made(2000):
        documents.setdefault(s.doc_id, []).extend(tag for tag in s.tags if tag in ("``", "''"))
    quoted = [marks for marks in documents.values() if marks]
    assert len(quoted) > 50
    for marks in quoted:
        assert marks == ["``", "''"] * (len(marks) // 2)
