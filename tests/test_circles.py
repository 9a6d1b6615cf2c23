"""No repair may hang a word on itself by way of others: whoever climbs such a tree never comes to its root."""

from collections.abc import Iterator

import pytest
from spacy.language import Language

from warextract.compiled import is_compiled
from warextract.lexicon.rulebook import Rulebook
from warextract.syntax import repairs
from warextract.syntax.labels import Role
from warextract.syntax.pipeline import load_pipeline, parse
from warextract.syntax.tree import Tree

pytestmark = pytest.mark.skipif(is_compiled(), reason="compiled code does not look for a function that is put in later")


@pytest.fixture(scope="module")
def nlp() -> Language:
    return load_pipeline()


def sentences() -> Iterator[str]:
    """The examples of the rule book without their marks, and sentences in which a repair once made a circle."""
    yield "The OSCE's Minsk Group called for an immediate truce."
    yield "The strike killed as many as 30."
    for rule in Rulebook.load().rules:
        yield from (example.text for example in (*rule.match, *rule.no_match))


def test_every_word_hangs_on_a_root(nlp: Language, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(repairs, "_undo_circles", lambda *_: None)
    found = list(sentences())
    assert len(found) > 1_000
    for start in range(0, len(found), 20):
        tree = Tree.of(parse(nlp, "\n\n".join(found[start : start + 20])))
        for i in range(len(tree.heads)):
            top = tree.ancestors(i)[-1:] or (i,)
            assert tree.heads[top[0]] == top[0], tree.span_text(*tree.sentence(i))


def test_a_circle_is_undone(nlp: Language, monkeypatch: pytest.MonkeyPatch) -> None:
    def hang(doc: object, i: int, heads: list[int], roles: list[Role]) -> None:
        if i == 1:
            heads[0], heads[1] = 1, 0

    monkeypatch.setattr(repairs, "_OF_ALL", (hang,))
    tree = Tree.of(parse(nlp, "Rebels shelled the town."))
    assert tree.ancestors(0) == (1,)
    assert tree.heads[1] == 1
