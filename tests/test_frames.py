"""Frames and arcs on hand-built Docs: no trained pipeline, both label schemes."""

from collections.abc import Sequence

import pytest
from spacy.lang.en import English
from spacy.tokens import Doc

from warextract.errors import ModelError
from warextract.syntax import labels
from warextract.syntax.build_frames import build_frames
from warextract.syntax.frames import Frame
from warextract.syntax.labels import Role
from warextract.syntax.tree import Tree

VOCAB = English().vocab  # its lexical attributes give tokens their lower case
Row = tuple[str, str, str, str, int, str]
"""Word, lemma, part of speech, tag, governor, label."""


def built(rows: Sequence[Row]) -> Doc:
    words, lemmas, pos, tags, heads, deps = zip(*rows, strict=True)
    return Doc(
        VOCAB,
        words=list(words),
        lemmas=list(lemmas),
        pos=list(pos),
        tags=list(tags),
        heads=list(heads),
        deps=list(deps),
        sent_starts=[True] + [False] * (len(words) - 1),
    )


def frames(rows: Sequence[Row]) -> dict[str, Frame]:
    return {frame.lemma: frame for frame in build_frames(Tree.of(built(rows)))}


def words(rows: Sequence[Row], frame: Frame, slot: str) -> list[str]:
    return [rows[head][0] for head in frame.fill(slot)]


DRIVEN_UD: list[Row] = [
    ("Officials", "official", "NOUN", "NNS", 1, "nsubj"),
    ("said", "say", "VERB", "VBD", 1, "root"),
    ("troops", "troop", "NOUN", "NNS", 4, "nsubj:pass"),
    ("were", "be", "AUX", "VBD", 4, "aux:pass"),
    ("driven", "drive", "VERB", "VBN", 1, "ccomp"),
    ("from", "from", "ADP", "IN", 7, "case"),
    ("the", "the", "DET", "DT", 7, "det"),
    ("town", "town", "NOUN", "NN", 4, "obl"),
    ("by", "by", "ADP", "IN", 9, "case"),
    ("rebels", "rebel", "NOUN", "NNS", 4, "obl:agent"),
    (".", ".", "PUNCT", ".", 1, "punct"),
]
DRIVEN_CLEARNLP: list[Row] = [
    ("Officials", "official", "NOUN", "NNS", 1, "nsubj"),
    ("said", "say", "VERB", "VBD", 1, "ROOT"),
    ("troops", "troop", "NOUN", "NNS", 4, "nsubjpass"),
    ("were", "be", "AUX", "VBD", 4, "auxpass"),
    ("driven", "drive", "VERB", "VBN", 1, "ccomp"),
    ("from", "from", "ADP", "IN", 4, "prep"),
    ("the", "the", "DET", "DT", 7, "det"),
    ("town", "town", "NOUN", "NN", 5, "pobj"),
    ("by", "by", "ADP", "IN", 4, "agent"),
    ("rebels", "rebel", "NOUN", "NNS", 8, "pobj"),
    (".", ".", "PUNCT", ".", 1, "punct"),
]
DENIAL_UD: list[Row] = [
    ("Kyiv", "Kyiv", "PROPN", "NNP", 1, "nsubj"),
    ("denied", "deny", "VERB", "VBD", 1, "root"),
    ("the", "the", "DET", "DT", 3, "det"),
    ("capture", "capture", "NOUN", "NN", 1, "obj"),
    ("of", "of", "ADP", "IN", 6, "case"),
    ("the", "the", "DET", "DT", 6, "det"),
    ("town", "town", "NOUN", "NN", 3, "nmod"),
    ("by", "by", "ADP", "IN", 8, "case"),
    ("rebels", "rebel", "NOUN", "NNS", 3, "nmod"),
]
DENIAL_CLEARNLP: list[Row] = [
    ("Kyiv", "Kyiv", "PROPN", "NNP", 1, "nsubj"),
    ("denied", "deny", "VERB", "VBD", 1, "ROOT"),
    ("the", "the", "DET", "DT", 3, "det"),
    ("capture", "capture", "NOUN", "NN", 1, "dobj"),
    ("of", "of", "ADP", "IN", 3, "prep"),
    ("the", "the", "DET", "DT", 6, "det"),
    ("town", "town", "NOUN", "NN", 4, "pobj"),
    ("by", "by", "ADP", "IN", 3, "prep"),
    ("rebels", "rebel", "NOUN", "NNS", 7, "pobj"),
]
COPULA_CLEARNLP: list[Row] = [
    ("Diplomats", "diplomat", "NOUN", "NNS", 1, "nsubj"),
    ("were", "be", "AUX", "VBD", 1, "ROOT"),
    ("not", "not", "PART", "RB", 1, "neg"),
    ("sceptical", "sceptical", "ADJ", "JJ", 1, "acomp"),
    ("of", "of", "ADP", "IN", 3, "prep"),
    ("it", "it", "PRON", "PRP", 4, "pobj"),
]
RELATIVE_UD: list[Row] = [
    ("soldiers", "soldier", "NOUN", "NNS", 0, "root"),
    ("who", "who", "PRON", "WP", 3, "nsubj"),
    ("had", "have", "AUX", "VBD", 3, "aux"),
    ("tried", "try", "VERB", "VBN", 0, "acl:relcl"),
    ("to", "to", "PART", "TO", 5, "mark"),
    ("storm", "storm", "VERB", "VB", 3, "xcomp"),
    ("and", "and", "CCONJ", "CC", 7, "cc"),
    ("take", "take", "VERB", "VB", 5, "conj"),
    ("control", "control", "NOUN", "NN", 7, "obj"),
    ("of", "of", "ADP", "IN", 10, "case"),
    ("villages", "village", "NOUN", "NNS", 8, "nmod"),
]
LIGHT_UD: list[Row] = [
    ("Rebels", "rebel", "NOUN", "NNS", 3, "nsubj"),
    ("may", "may", "AUX", "MD", 3, "aux"),
    ("not", "not", "PART", "RB", 3, "advmod"),
    ("launch", "launch", "VERB", "VB", 3, "root"),
    ("a", "a", "DET", "DT", 6, "det"),
    ("drone", "drone", "NOUN", "NN", 6, "compound"),
    ("attack", "attack", "NOUN", "NN", 3, "obj"),
    ("on", "on", "ADP", "IN", 9, "case"),
    ("the", "the", "DET", "DT", 9, "det"),
    ("port", "port", "NOUN", "NN", 6, "nmod"),
]
CLAUSAL_UD: list[Row] = [
    ("If", "if", "SCONJ", "IN", 3, "mark"),
    ("it", "it", "PRON", "PRP", 3, "nsubj:pass"),
    ("is", "be", "AUX", "VBZ", 3, "aux:pass"),
    ("hit", "hit", "VERB", "VBN", 5, "advcl"),
    ("residents", "resident", "NOUN", "NNS", 5, "nsubj"),
    ("flee", "flee", "VERB", "VBP", 5, "root"),
]


@pytest.mark.parametrize("rows", [DRIVEN_UD, DRIVEN_CLEARNLP], ids=["ud", "clearnlp"])
def test_a_passive_is_turned_round_in_both_schemes(rows: list[Row]) -> None:
    found = frames(rows)
    drive = found["drive"]
    assert words(rows, drive, "subject") == ["rebels"]
    assert words(rows, drive, "object") == ["troops"]
    assert words(rows, drive, "from") == ["town"]
    assert drive.has("passive")
    assert drive.context == ("say",)
    assert words(rows, found["say"], "complement") == ["driven"]


@pytest.mark.parametrize("rows", [DENIAL_UD, DENIAL_CLEARNLP], ids=["ud", "clearnlp"])
def test_a_nominal_predicate_has_its_arguments_in_both_schemes(rows: list[Row]) -> None:
    capture = frames(rows)["capture"]
    assert (words(rows, capture, "of"), words(rows, capture, "by")) == (["town"], ["rebels"])
    assert capture.context == ("deny",)


def test_a_clearnlp_copula_hangs_under_its_predicate() -> None:
    sceptical = frames(COPULA_CLEARNLP)["sceptical"]
    assert words(COPULA_CLEARNLP, sceptical, "subject") == ["Diplomats"]
    assert words(COPULA_CLEARNLP, sceptical, "of") == ["it"]
    assert sceptical.has("negated")


def test_relatives_control_and_coordination_share_the_subject() -> None:
    found = frames(RELATIVE_UD)
    assert words(RELATIVE_UD, found["storm"], "subject") == ["soldiers"]
    assert words(RELATIVE_UD, found["take_control"], "subject") == ["soldiers"]
    assert words(RELATIVE_UD, found["take_control"], "object") == ["villages"]
    assert found["storm"].context == ("try",)


def test_a_light_verb_lends_subject_and_flags_to_its_noun() -> None:
    attack = frames(LIGHT_UD)["attack"]
    assert words(LIGHT_UD, attack, "subject") == ["Rebels"]
    assert words(LIGHT_UD, attack, "on") == ["port"]
    assert {"negated", "modal", "light"} <= attack.flags
    assert "drone_attack" in attack.names


def test_a_condition_is_flagged_and_its_main_clause_is_not() -> None:
    found = frames(CLAUSAL_UD)
    assert found["hit"].has("conditional")
    assert not found["flee"].has("conditional")


def test_both_schemes_give_the_same_arcs() -> None:
    assert labels.arcs(built(DRIVEN_UD)) == labels.arcs(built(DRIVEN_CLEARNLP))


@pytest.mark.parametrize(
    ("label", "expected"),
    [("GPE", labels.EntityType.LOCATION), ("PER", labels.EntityType.PERSON), ("PERSON", labels.EntityType.PERSON),
     ("ORG", labels.EntityType.ORGANISATION), ("DATE", None)],
)  # fmt: skip
def test_entity_labels_of_both_schemes(label: str, expected: labels.EntityType | None) -> None:
    assert labels.entity_type(label) is expected


def test_a_parser_in_an_unknown_scheme_is_refused_by_name() -> None:
    with pytest.raises(ModelError, match=r"xx_model.*advcl"):
        labels.check_labels(frozenset({"SB", "OA", "amod", "nsubj"}), "xx_model")


def test_phrases_leave_out_what_is_not_theirs() -> None:
    tree = Tree.of(built(DENIAL_UD))
    assert tree.span_text(*tree.noun_phrase(3)) == "the capture of the town by rebels"
    assert tree.span_text(*tree.base_phrase(6)) == "the town"
    assert tree.preposition(8) == "by"
    assert tree.roles[8] is Role.NOMINAL_MODIFIER
