"""Countries that head the paragraphs of a round-up: "Chad: Rebels …", "Mali and Niger: …"."""

from functools import lru_cache

from warextract.lexicon.places import PlaceTable
from warextract.syntax.tree import Tree

_LEAST = 3  # headings that make a round-up: a single "Chad: …" gives the words of a government
_LONGEST = 8
_JOINS = frozenset({"and", ",", "/", "&"})


@lru_cache(maxsize=1)  # asked for by several readers of one article
def country_headings(tree: Tree, table: PlaceTable) -> frozenset[int]:
    """Tokens of countries that say what a paragraph is about; none where the article is no round-up."""
    headings = [names for i in dict.fromkeys(tree.paragraphs) if (names := _countries_at(tree, table, i))]
    return frozenset(k for names in headings for k in names) if len(headings) >= _LEAST else frozenset()


def _countries_at(tree: Tree, table: PlaceTable, start: int) -> list[int]:
    doc = tree.tokens
    end = next((k for k in range(start, min(start + _LONGEST, len(doc))) if doc[k].text == ":"), None)
    if end is None or end + 1 >= len(doc):
        return []
    names: list[list[int]] = [[]]
    for k in range(start, end):
        if doc[k].lower_ in _JOINS:
            names.append([])
        else:
            names[-1].append(k)
    if not all(name and _is_country(table, tree.span_text(name[0], name[-1] + 1)) for name in names):
        return []
    return [k for name in names for k in name]


def _is_country(table: PlaceTable, text: str) -> bool:
    return any(row.kind == "country" for row in table.find(text))
