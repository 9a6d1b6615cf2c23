"""The rows of the place table that a name may mean, by its own words."""

from warextract.lexicon.place_nouns import load_place_nouns
from warextract.lexicon.places import PlaceRow, PlaceTable
from warextract.mentions.name_grammar import NamedPlace
from warextract.syntax.tree import Tree


def rows_of(table: PlaceTable, name: NamedPlace) -> tuple[PlaceRow, ...]:
    """Rows of the whole span if the table has it, else of the base, of the kind that the text says."""
    rows = table.find(name.base) or table.find(_without_noun(name.base))
    if name.noun and name.kind in ("facility", "area", "region"):
        whole = tuple(
            row for row in table.find(f"{name.base} {name.noun}") if row.kind in (name.kind, "area", "region")
        )
        if whole:
            return whole
    if name.kind in ("facility", "area"):  # "the Azovstal plant" is Azovstal, "the Lyman sector" is not Lyman
        return tuple(row for row in rows if row.kind == name.kind and row.main)
    if any(row.kind == "area" and not row.country for row in rows):  # "the Pacific" is also a town
        rows = tuple(row for row in rows if row.kind == "area")
    if name.base.split()[-1].lower() in load_place_nouns().pattern.area:  # "East Sea" is also a town
        rows = tuple(row for row in rows if row.kind == "area") or rows
    if name.kind == "region":
        return tuple(row for row in rows if row.kind in ("region", "area"))
    if name.kind == "settlement":
        return tuple(row for row in rows if row.kind == "settlement")
    return rows


def town_or_river(tree: Tree, name: NamedPlace, rows: tuple[PlaceRow, ...]) -> tuple[PlaceRow, ...]:
    """Of a town and a river of one name, the river has the article: "crossed the Dnipro", "residents of Dnipro"."""
    areas = [row for row in rows if row.kind == "area" and row.main]
    if name.noun or not areas or not any(row.kind == "settlement" and row.main for row in rows):
        return rows
    article = name.start > 0 and tree.token(name.start - 1).lower_ == "the"
    return tuple(row for row in rows if (row.kind == "area") == article)


def _without_noun(base: str) -> str:
    """ "Kibbutz Nir Oz" is Nir Oz.

    >>> _without_noun("Kibbutz Nir Oz")
    'Nir Oz'
    """
    noun, _, rest = base.partition(" ")
    return rest if noun.lower() in load_place_nouns().pattern.settlement else ""
