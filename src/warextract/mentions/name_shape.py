"""How far a capitalised name runs: "al-Nayrab", "Gal'ad", "Deir ez-Zor", "San José de Apartadó"."""

from warextract.lexicon.place_nouns import load_place_nouns
from warextract.syntax.tree import Tree

ARTICLES = frozenset({"al", "el", "as", "ash", "an", "ad", "ar", "at", "az", "ed", "es", "ez", "et", "en", "er"})
_LINKS = frozenset({"de", "del", "da", "do", "dos", "das", "la", "los", "las", "sur", "du", "des"})
_HYPHENS = frozenset({"-", "‑", "–"})
_LONGEST = 6  # words and hyphens


def is_capitalised(tree: Tree, i: int) -> bool:
    text = tree.tokens[i].text
    return text[0].isupper() and (text.isalpha() or any(char.isalpha() for char in text[1:]))


def is_article(tree: Tree, i: int) -> bool:
    """The "al" of "al-Nayrab", which opens a name though it is in lower case."""
    tokens = tree.tokens
    if tokens[i].text not in ARTICLES or i + 2 >= len(tokens) or tokens[i + 1].text not in _HYPHENS:
        return False
    return not tokens[i].whitespace_ and not tokens[i + 1].whitespace_ and is_capitalised(tree, i + 2)


def opens_name(tree: Tree, i: int) -> bool:
    return is_capitalised(tree, i) or is_article(tree, i)


def name_end(tree: Tree, start: int) -> int:
    """The token after the capitalised name that begins at a token, which no punctuation breaks; ``start`` itself if
    none begins there.
    """
    tokens, stop = tree.tokens, min(len(tree.tokens), start + _LONGEST)
    no_names = load_place_nouns().not_names.words
    at = start
    while at < stop:
        if is_article(tree, at):
            at += 3
        elif is_capitalised(tree, at) and (at == start or tokens[at].lower_ not in no_names):
            at += 1
        elif at > start and tokens[at].text in _LINKS and at + 1 < stop and is_capitalised(tree, at + 1):
            at += 2
        else:
            break
        if at < stop and tokens[at].text in _HYPHENS and not tokens[at - 1].whitespace_:
            joined = at + 1 < len(tokens) and not tokens[at].whitespace_ and opens_name(tree, at + 1)
            if not joined:
                break
            at += 1
    return at
