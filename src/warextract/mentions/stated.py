"""What an article says of where a name lies: "Tripoli, Lebanon", "the Russian town of", "in the Idlib province"."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from warextract.lexicon.place_nouns import load_place_nouns
from warextract.lexicon.places import PlaceRow, PlaceTable
from warextract.mentions.name_grammar import NamedPlace
from warextract.syntax import labels
from warextract.syntax.labels import Role
from warextract.syntax.tree import Tree

_PARTS_OF_TOWNS = ("area", "facility")


@dataclass(frozen=True, slots=True)
class Stated:
    """What an article says of where a name lies: ISO codes, names of regions, and the entities that say so."""

    countries: frozenset[str] = frozenset()
    regions: frozenset[str] = frozenset()
    within: int | None = None


def stated_of(
    tree: Tree,
    table: PlaceTable,
    names: Sequence[NamedPlace],
    rows: Sequence[PlaceRow | None],
    at_head: dict[int, int],
    i: int,
) -> Stated:
    name = names[i]
    said: list[Stated] = []
    own = rows[i]
    row = _after_comma(tree, names, rows, i)
    if own is not None and own.kind == "country" and (row is None or row.country == own.country):
        return Stated()  # not "Lebanon, Pennsylvania"
    if row is not None:
        said.append(_of(row, i + 1))
    described = [name.head]
    governor = tree.heads[name.head]
    noun = load_place_nouns().pattern.kind_of(tree.lemma(governor)) is not None
    if noun and tree.roles[name.head] in (Role.NOMINAL_MODIFIER, Role.APPOSITION, Role.FLAT, Role.COMPOUND):
        described.append(governor)
    for token in described:
        if not labels.is_noun(tree.token(token)):
            continue
        for child in tree.children(token):
            if child == name.head or name.start <= child < name.end:
                continue
            if child in at_head and (row := rows[at_head[child]]) is not None and at_head[child] != i:
                place_phrase = tree.roles[child] in (Role.NOMINAL_MODIFIER, Role.OBLIQUE, Role.POSSESSOR)
                near = tree.preposition(child) in (
                    "near",
                    "from",
                    "to",
                    "of",
                    "outside",
                    "off",
                    "towards",
                    "toward",
                )
                within = tree.roles[child] is Role.COMPOUND and token != name.head  # "the Donbas town of Lyman"
                holds = row.kind in ("country", "region") or (row.kind == "settlement" and name.kind in _PARTS_OF_TOWNS)
                if (place_phrase or within) and not near and holds:
                    said.append(_of(row, at_head[child]))
            elif tree.roles[child] in (Role.POSSESSOR, Role.ADJECTIVE, Role.COMPOUND):
                said.extend(_of_word(table, tree.tokens[child].text))
    return joined(said)


def _after_comma(tree: Tree, names: Sequence[NamedPlace], rows: Sequence[PlaceRow | None], i: int) -> PlaceRow | None:
    """The country or region in "Toretsk, Ukraine", "Gao in Mali"; not the next of a list."""
    following = names[i + 1] if i + 1 < len(names) else None
    if following is None or tree.tokens[names[i].end].lower_ not in (",", "in"):
        return None
    between = {tree.tokens[k].lower_ for k in range(names[i].end + 1, following.start)}
    if not between <= load_place_nouns().not_names.directions | {"in"}:  # "Boulikessi, central Mali"
        return None
    row = rows[i + 1]
    if row is None or row.kind not in ("country", "region"):
        return None
    listed = following.end < len(tree.tokens) and tree.tokens[following.end].lower_ in ("and", "or")
    if between or tree.tokens[names[i].end].lower_ == "in":
        return row
    before = i > 0 and names[i - 1].end + 1 == names[i].start and tree.tokens[names[i].start - 1].text == ","
    return None if listed or before else row


def _of(row: PlaceRow, index: int) -> Stated:
    countries = frozenset({row.country} - {""})
    return Stated(countries, frozenset({row.name}) if row.name == row.admin1 else frozenset(), index)


def _of_word(table: PlaceTable, word: str) -> list[Stated]:
    """What an adjective or a possessor before a name says ("the Russian town of", "Syria's Aleppo province")."""
    country = table.country_by_word(word)
    return [Stated(frozenset({country}))] if country else []


def joined(said: Iterable[Stated]) -> Stated:
    every = list(said)
    within = [s.within for s in every if s.within is not None]
    return Stated(
        frozenset().union(*(s.countries for s in every)),
        frozenset().union(*(s.regions for s in every)),
        within[0] if within else None,
    )
