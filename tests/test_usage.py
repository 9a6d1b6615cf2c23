"""Names of countries and capitals: a party or a place."""

import pytest
import spacy
from spacy.tokens import Doc

from warextract.mentions.usage import acts
from warextract.syntax.tree import Tree

_VOCAB = spacy.blank("en").vocab

# Each row of a sentence: word, lemma, part of speech, tag, head, relation.
SENTENCES = {
    "Moscow denied the attack": "Moscow Moscow PROPN NNP 1 nsubj|denied deny VERB VBD 1 ROOT|the the DET DT 3 det|attack attack NOUN NN 1 obj",
    "envoys met in Moscow": "envoys envoy NOUN NNS 1 nsubj|met meet VERB VBD 1 ROOT|in in ADP IN 3 case|Moscow Moscow PROPN NNP 1 obl",
    "talks with Iran": "talks talk NOUN NNS 0 ROOT|with with ADP IN 2 case|Iran Iran PROPN NNP 0 nmod",
    "the border with Iran": "the the DET DT 1 det|border border NOUN NN 1 ROOT|with with ADP IN 3 case|Iran Iran PROPN NNP 1 nmod",
    "troops visited Kyiv": "troops troop NOUN NNS 1 nsubj|visited visit VERB VBD 1 ROOT|Kyiv Kyiv PROPN NNP 1 obj",
    "They accused Kyiv": "They they PRON PRP 1 nsubj|accused accuse VERB VBD 1 ROOT|Kyiv Kyiv PROPN NNP 1 obj",
    "Kyiv was struck": "Kyiv Kyiv PROPN NNP 2 nsubj:pass|was be AUX VBD 2 aux:pass|struck strike VERB VBN 2 ROOT",
    "Kyiv was accused": "Kyiv Kyiv PROPN NNP 2 nsubj:pass|was be AUX VBD 2 aux:pass|accused accuse VERB VBN 2 ROOT",
    "Russia 's claim": "Russia Russia PROPN NNP 2 nmod:poss|'s 's PART POS 0 case|claim claim NOUN NN 2 ROOT",
    "Russia 's coast": "Russia Russia PROPN NNP 2 nmod:poss|'s 's PART POS 0 case|coast coast NOUN NN 2 ROOT",
    "Saturday sanctions on Mali": "Saturday Saturday PROPN NNP 1 compound|sanctions sanction NOUN NNS 1 ROOT|on on ADP IN 3 case|Mali Mali PROPN NNP 1 nmod",
    "an attack on Mali": "an a DET DT 1 det|attack attack NOUN NN 1 ROOT|on on ADP IN 3 case|Mali Mali PROPN NNP 1 nmod",
    "they fled to Chad": "they they PRON PRP 1 nsubj|fled flee VERB VBD 1 ROOT|to to ADP IN 3 case|Chad Chad PROPN NNP 1 obl",
    "they supplied missiles to Chad": "they they PRON PRP 1 nsubj|supplied supply VERB VBD 1 ROOT|missiles missile NOUN NNS 1 obj|to to ADP IN 4 case|Chad Chad PROPN NNP 1 obl",
    "Kabul fell": "Kabul Kabul PROPN NNP 1 nsubj|fell fall VERB VBD 1 ROOT",
    "Quito is a city": "Quito Quito PROPN NNP 3 nsubj|is be AUX VBZ 3 cop|a a DET DT 3 det|city city NOUN NN 3 ROOT",
}


def _tree(rows: str) -> Tree:
    cells = [row.split() for row in rows.split("|")]
    words, lemmas, pos, tags, heads, deps = zip(*cells, strict=True)
    doc = Doc(
        _VOCAB, words=list(words), lemmas=list(lemmas), pos=list(pos), tags=list(tags), heads=[int(h) for h in heads],
        deps=list(deps),
    )  # fmt: skip
    return Tree.of(doc)


@pytest.mark.parametrize(
    ("sentence", "name", "expected"),
    [
        ("Moscow denied the attack", "Moscow", True),
        ("envoys met in Moscow", "Moscow", False),
        ("talks with Iran", "Iran", True),
        ("the border with Iran", "Iran", False),
        ("troops visited Kyiv", "Kyiv", False),
        ("They accused Kyiv", "Kyiv", True),
        ("Kyiv was struck", "Kyiv", False),
        ("Kyiv was accused", "Kyiv", True),
        ("Russia 's claim", "Russia", True),
        ("Russia 's coast", "Russia", False),
        ("Saturday sanctions on Mali", "Mali", True),
        ("an attack on Mali", "Mali", False),
        ("they fled to Chad", "Chad", False),
        ("they supplied missiles to Chad", "Chad", True),
        ("Kabul fell", "Kabul", False),
        ("Quito is a city", "Quito", False),
    ],
)
def test_a_name_is_a_party_or_a_place(sentence: str, name: str, expected: bool) -> None:
    tree = _tree(SENTENCES[sentence])
    at = next(token.i for token in tree.doc if token.text == name)
    assert acts(tree, at, at + 1) is expected
