"""Countries told by a noun: "Georgian territory", "Chad's soil", "the country"."""

from collections.abc import Mapping, Sequence

from warextract.lexicon.place_nouns import load_place_nouns
from warextract.lexicon.places import PlaceRow, PlaceTable
from warextract.mentions.entities import Mention
from warextract.mentions.named_places import mentioned_countries
from warextract.mentions.place_draft import Draft
from warextract.mentions.surroundings import leading_country
from warextract.mentions.usage import acts
from warextract.syntax.labels import Role
from warextract.syntax.tree import Tree

_LANDS = frozenset({"territory", "soil", "land"})
_PHRASE = (Role.OBLIQUE, Role.NOMINAL_MODIFIER)


def add_lands(
    tree: Tree, table: PlaceTable, drafts: list[Draft], claimed: frozenset[int], owners: Mapping[int, str]
) -> frozenset[int]:
    """Add what such nouns mean to the places told so far; the heads of the new mentions.

    ``owners`` gives the country of each pronoun that takes up a state.
    """
    heads: set[int] = set()
    for i, token in enumerate(tree.tokens):
        if i in claimed or token.pos_ != "NOUN":
            continue
        lemma = tree.lemma(i)
        code = None
        if lemma in _LANDS:
            code = _owner(tree, table, i, owners)
        elif token.lower_ == "country" and _is_the(tree, i) and _says_where(tree, i):
            code = _leading(tree, table, drafts)
        row = _country(table, code)
        if row is None:
            continue
        start, end = tree.base_phrase(i)
        if claimed & set(range(start, end)):
            start = i
        _enter(drafts, row, Mention(start, end, i, "nominal", "land"))
        heads.add(i)
    return frozenset(heads)


def _owner(tree: Tree, table: PlaceTable, i: int, owners: Mapping[int, str]) -> str | None:
    for child in tree.children(i, Role.ADJECTIVE, Role.COMPOUND, Role.POSSESSOR):
        if child in owners:
            return owners[child]
        code = table.country_by_word(tree.tokens[child].text)
        if code is not None:
            return code
    return None


def _is_the(tree: Tree, i: int) -> bool:
    following = [c for c in tree.children(i) if c == i + 1 and tree.tokens[c].text[:1].isupper()]
    return not following and any(tree.tokens[c].lower_ in ("the", "this") for c in tree.children(i, Role.DETERMINER))


def _says_where(tree: Tree, i: int) -> bool:
    role = tree.roles[tree.first_conjunct(i)]
    if role in _PHRASE:
        return (tree.preposition(i) or "") in load_place_nouns().prepositions - {"by", "against", "on", "between"}
    return role in (Role.OBJECT, Role.SUBJECT_PASSIVE, Role.POSSESSOR) and not acts(tree, i, i + 1)


def _leading(tree: Tree, table: PlaceTable, drafts: Sequence[Draft]) -> str | None:
    told = leading_country([draft for draft in drafts if draft.kind != "country"])
    named = mentioned_countries(tree, table)
    return told if told is not None and told in named else None


def _country(table: PlaceTable, code: str | None) -> PlaceRow | None:
    if code is None:
        return None
    return table.country(code)


def _enter(drafts: list[Draft], row: PlaceRow, mention: Mention) -> None:
    for draft in drafts:
        if draft.kind == "country" and draft.country == row.country:
            draft.mentions.append(mention)
            return
    drafts.append(
        Draft(name=row.name, kind="country", country=row.country, row=row, mentions=[mention], words=frozenset())
    )
