"""Names of countries and capitals: a party or a place."""

import pytest
import spacy
from spacy.tokens import Doc

from warextract.mentions.usage import acts
from warextract.syntax.tree import Tree

# word lemma part-of-speech tag head relation; "-" for a lemma equal to the word
SENTENCES = {
    "Moscow denied the attack": """
        Moscow - PROPN NNP 1 nsubj
        denied deny VERB VBD 1 ROOT
        the - DET DT 3 det
        attack - NOUN NN 1 obj""",
    "envoys met in Moscow": """
        envoys envoy NOUN NNS 1 nsubj
        met meet VERB VBD 1 ROOT
        in - ADP IN 3 case
        Moscow - PROPN NNP 1 obl""",
    "talks with Iran": """
        talks talk NOUN NNS 0 ROOT
        with - ADP IN 2 case
        Iran - PROPN NNP 0 nmod""",
    "the border with Iran": """
        the - DET DT 1 det
        border - NOUN NN 1 ROOT
        with - ADP IN 3 case
        Iran - PROPN NNP 1 nmod""",
    "troops visited Kyiv": """
        troops troop NOUN NNS 1 nsubj
        visited visit VERB VBD 1 ROOT
        Kyiv - PROPN NNP 1 obj""",
    "they accused Kyiv": """
        they - PRON PRP 1 nsubj
        accused accuse VERB VBD 1 ROOT
        Kyiv - PROPN NNP 1 obj""",
    "Kyiv was struck": """
        Kyiv - PROPN NNP 2 nsubj:pass
        was be AUX VBD 2 aux:pass
        struck strike VERB VBN 2 ROOT""",
    "Kyiv was accused": """
        Kyiv - PROPN NNP 2 nsubj:pass
        was be AUX VBD 2 aux:pass
        accused accuse VERB VBN 2 ROOT""",
    "Russia 's claim": """
        Russia - PROPN NNP 2 nmod:poss
        's - PART POS 0 case
        claim - NOUN NN 2 ROOT""",
    "Russia 's coast": """
        Russia - PROPN NNP 2 nmod:poss
        's - PART POS 0 case
        coast - NOUN NN 2 ROOT""",
    "sanctions on Mali": """
        sanctions sanction NOUN NNS 0 ROOT
        on - ADP IN 2 case
        Mali - PROPN NNP 0 nmod""",
    "an attack on Mali": """
        an - DET DT 1 det
        attack - NOUN NN 1 ROOT
        on - ADP IN 3 case
        Mali - PROPN NNP 1 nmod""",
    "they fled to Chad": """
        they - PRON PRP 1 nsubj
        fled flee VERB VBD 1 ROOT
        to - ADP IN 3 case
        Chad - PROPN NNP 1 obl""",
    "they supplied missiles to Chad": """
        they - PRON PRP 1 nsubj
        supplied supply VERB VBD 1 ROOT
        missiles missile NOUN NNS 1 obj
        to - ADP IN 4 case
        Chad - PROPN NNP 1 obl""",
    "Kabul fell": """
        Kabul - PROPN NNP 1 nsubj
        fell fall VERB VBD 1 ROOT""",
    "Quito is a city": """
        Quito - PROPN NNP 3 nsubj
        is be AUX VBZ 3 cop
        a - DET DT 3 det
        city - NOUN NN 3 ROOT""",
}


def _tree(rows: str) -> Tree:
    cells = [row.split() for row in rows.strip().splitlines()]
    words, lemmas, pos, tags, heads, deps = zip(*cells, strict=True)
    doc = Doc(
        spacy.blank("en").vocab,
        words=list(words),
        lemmas=[word if lemma == "-" else lemma for word, lemma in zip(words, lemmas, strict=True)],
        pos=list(pos),
        tags=list(tags),
        heads=[int(head) for head in heads],
        deps=list(deps),
    )
    return Tree.of(doc)


@pytest.mark.parametrize(
    ("sentence", "name", "expected"),
    [
        ("Moscow denied the attack", "Moscow", True),
        ("envoys met in Moscow", "Moscow", False),
        ("talks with Iran", "Iran", True),
        ("the border with Iran", "Iran", False),
        ("troops visited Kyiv", "Kyiv", False),
        ("they accused Kyiv", "Kyiv", True),
        ("Kyiv was struck", "Kyiv", False),
        ("Kyiv was accused", "Kyiv", True),
        ("Russia 's claim", "Russia", True),
        ("Russia 's coast", "Russia", False),
        ("sanctions on Mali", "Mali", True),
        ("an attack on Mali", "Mali", False),
        ("they fled to Chad", "Chad", False),
        ("they supplied missiles to Chad", "Chad", True),
        ("Kabul fell", "Kabul", False),
        ("Quito is a city", "Quito", False),
    ],
)
def test_a_name_is_a_party_or_a_place(sentence: str, name: str, expected: bool) -> None:
    tree = _tree(SENTENCES[sentence])
    at = next(token.i for token in tree.tokens if token.text == name)
    assert acts(tree, at, at + 1) is expected
