"""Docs tagged by hand, for layers that read words and parts of speech but no parse."""

import spacy
from spacy.tokens import Doc

from warextract.syntax.tree import Tree

_VOCAB = spacy.blank("en").vocab
_TIED = frozenset("-‑–)\"”’.,;:?!'%")
_TYING = frozenset("-‑–(“‘")


def tagged(text: str) -> Tree:
    """The tree of "Two/NUM tanks/NNS burned/VBD:burn": tags after a slash, a lemma after a colon.

    Penn tags of verbs and plural nouns are turned into their universal tags; all tokens hang under the first.
    """
    words, spaces, pos, tags, lemmas = [], [], [], [], []
    for piece in text.split(" "):
        word, _, tag = piece.rpartition("/")
        tag, _, lemma = tag.partition(":")
        words.append(word)
        tags.append(tag)
        pos.append("VERB" if tag.startswith("VB") else "NOUN" if tag == "NNS" else tag)
        lemmas.append(lemma or word.lower())
    for i in range(len(words)):
        tied = i + 1 == len(words) or words[i] in _TYING or words[i + 1] in _TIED
        spaces.append(not tied)
    heads = [0] * len(words)
    deps = ["ROOT", *["dep"] * (len(words) - 1)]
    doc = Doc(_VOCAB, words=words, spaces=spaces, pos=pos, tags=tags, lemmas=lemmas, heads=heads, deps=deps)
    return Tree.of(doc)


def at(tree: Tree, word: str) -> int:
    """The first token with this text."""
    return next(token.i for token in tree.tokens if token.text == word)
