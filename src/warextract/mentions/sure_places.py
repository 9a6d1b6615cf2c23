"""Words that are places whatever the recogniser takes them for, so that they are no actors."""

from collections.abc import Sequence

from warextract.lexicon.place_nouns import load_place_nouns
from warextract.lexicon.places import PlaceTable
from warextract.mentions.headings import country_headings
from warextract.mentions.named_places import mentioned_countries
from warextract.mentions.territory import is_territory
from warextract.mentions.told_places import ToldPlace
from warextract.mentions.usage import head_of
from warextract.syntax.labels import EntityType, Role
from warextract.syntax.tree import Tree

_WHERE = frozenset({"in", "at", "near", "inside", "outside", "into", "around", "across", "throughout"})
_PHRASE = (Role.OBLIQUE, Role.NOMINAL_MODIFIER)
_BEFORE = (Role.COMPOUND, Role.ADJECTIVE, Role.MODIFIER_BARE)


def sure_places(tree: Tree, table: PlaceTable, told: Sequence[ToldPlace] = ()) -> frozenset[int]:
    """Tokens of names that were taken for persons or bodies and say where: "in Korda", of a town in a country
    that the article speaks of; "at the University of Korda", "in Korda Hospital"; and all that was ``told``.
    """
    countries = frozenset(mentioned_countries(tree, table))
    persons = [ent for ent in tree.names if ent.kind is EntityType.PERSON]
    full = [ent for ent in persons if len(ent) > 1 and not _is_place_noun(ent[-1].lemma_.lower())]
    people = frozenset(token.text for ent in full for token in ent)
    out: set[int] = set(country_headings(tree, table))
    out.update(i for place in told for i in range(place.start, place.end))
    for ent in tree.names:
        kind = ent.kind
        if kind not in (EntityType.PERSON, EntityType.ORGANISATION):
            continue
        tokens = range(ent.start, ent.end)
        where = _is_where(tree, ent.start, ent.end)
        building = kind is EntityType.ORGANISATION and where and _is_building(tree, ent.start, ent.end)
        taken = len(ent) == 1 and ent[0].text not in people and _is_ground(tree, table, ent.start)
        if building or taken:
            out |= set(tokens)
        elif _is_town(tree, table, ent.start, countries) and ent[0].text not in people:
            alone = len(ent) == 1 and (where or _has_noun(tree, ent.start))
            if alone or (len(ent) == 2 and _is_place_noun(ent[1].lemma_.lower())):
                out |= set(tokens)
    return frozenset(out)


def _is_ground(tree: Tree, table: PlaceTable, i: int) -> bool:
    """ "Korda fell to the rebels", of a town that the table knows anywhere."""
    known = any(row.kind == "settlement" for row in table.find(tree.tokens[i].text))
    return known and is_territory(tree, i, i + 1)


def _is_where(tree: Tree, start: int, end: int) -> bool:
    head = head_of(tree, start, end)
    first = tree.first_conjunct(head)
    word = tree.preposition(head) or tree.preposition(first)
    return tree.roles[first] in _PHRASE and word in _WHERE


def _is_building(tree: Tree, start: int, end: int) -> bool:
    head = tree.tokens[head_of(tree, start, end)].lower_
    return head in load_place_nouns().pattern.public and end - start > 1


def _is_town(tree: Tree, table: PlaceTable, i: int, countries: frozenset[str]) -> bool:
    word = tree.tokens[i].text
    if not word.istitle() or table.is_capital(word) or table.country_of(word):
        return False
    if word.lower() in load_place_nouns().not_names.words:
        return False
    rows = [row for row in table.find(word) if row.main and row.country in countries]
    return any(row.kind in ("settlement", "region") for row in rows)


def _is_place_noun(lemma: str) -> bool:
    return load_place_nouns().pattern.kind_of(lemma) in ("region", "settlement") and lemma not in ("state", "capital")


def _has_noun(tree: Tree, i: int) -> bool:
    """ "Korda province", "the Korda and Salda districts"."""
    head = tree.heads[i]
    return tree.roles[i] in _BEFORE and i < head <= i + 3 and _is_place_noun(tree.lemma(head))
