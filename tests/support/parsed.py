"""Docs with parse and names from a fixture file, so that layers above the parser are tested without a model."""

from functools import lru_cache
from pathlib import Path

import spacy
from spacy.tokens import Doc

from warextract.syntax.tree import Tree

_FOLDER = Path(__file__).parent.parent / "fixtures" / "parses"
_VOCAB = spacy.blank("en").vocab


@lru_cache
def _blocks(name: str) -> dict[str, list[list[str]]]:
    blocks: dict[str, list[list[str]]] = {}
    rows: list[list[str]] = []
    for line in (_FOLDER / name).read_text("utf-8").splitlines():
        if line.startswith("## "):
            rows = blocks[line.removeprefix("## ")] = []
        elif line and not line.startswith("# "):
            rows.append(line.split(" "))
    return blocks


def parsed(name: str, text: str) -> Tree:
    """The tree of a text of the fixture file; its head of the file says how it is written."""
    rows = _blocks(name)[text]
    words = [row[0].removesuffix("~") for row in rows]
    doc = Doc(
        _VOCAB,
        words=words,
        spaces=[not row[0].endswith("~") for row in rows[:-1]] + [False],
        lemmas=[word if row[1] == "-" else row[1] for word, row in zip(words, rows, strict=True)],
        pos=[row[2] for row in rows],
        tags=[row[3] for row in rows],
        heads=[int(row[4]) for row in rows],
        deps=[row[5] for row in rows],
        ents=[row[6] for row in rows],
    )
    assert doc.text == text
    return Tree.of(doc)
