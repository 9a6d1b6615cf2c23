"""Definite nouns that take up a place told before: "the town", "the refinery", "the last state capital"."""

from collections.abc import Iterable, Sequence

from warextract.lexicon.place_nouns import PlaceNouns
from warextract.lexicon.places import PlaceTable
from warextract.mentions.entities import Mention
from warextract.mentions.facilities import SitePlace
from warextract.mentions.name_shape import opens_name
from warextract.mentions.place_draft import Draft
from warextract.syntax.labels import Role
from warextract.syntax.tree import Tree

_LARGE_FOR_VILLAGE = 60_000
_SMALL_FOR_CITY = 3_000
_DEFINITE = frozenset({"the", "this", "that", "same"})
_NEW = frozenset({"first", "second", "third", "next", "other", "western", "only", "last"})
_NOT_HEADS = (Role.COMPOUND, Role.FLAT, Role.FIXED, Role.CASE, Role.ADJECTIVE, Role.MODIFIER_BARE)


def antecedent_of_site(words: PlaceNouns, site: SitePlace, drafts: Iterable[Draft]) -> Draft | None:
    """The facility or area that "the plant", "the vessel" takes up: same noun or one it may stand for, the most
    recent one whose description does not speak against it.
    """
    said = site.words - {site.noun}
    best: tuple[int, Draft] | None = None
    for draft in drafts:
        last = draft.last_before(site.head)
        if last < 0 or draft.kind not in ("facility", "area"):
            continue
        if not any(words.may_be(site.noun, noun) for noun in draft.nouns):
            continue
        other = draft.words - draft.nouns
        if said and not said & other and (other or site.noun in draft.nouns):
            continue
        if best is None or last > best[0]:
            best = (last, draft)
    return best[1] if best else None


def find_again(
    tree: Tree, table: PlaceTable, words: PlaceNouns, drafts: Sequence[Draft], claimed: frozenset[int]
) -> list[tuple[Draft, Mention]]:
    """Mentions such as "the town", "the breakaway region", with the place that each means."""
    out: list[tuple[Draft, Mention]] = []
    for i in range(len(tree.tokens)):
        if i in claimed or tree.token(i).pos_ not in ("NOUN", "PROPN"):
            continue
        noun = tree.lemma(i)
        kinds = [kind for kind, nouns in words.again.items() if noun in nouns]
        if not kinds or tree.roles[i] in _NOT_HEADS or not _is_singular(tree, i, noun):
            continue
        found = _apposed(tree, i, drafts) if _stands_after_name(tree, i) else None
        if found is None and (_is_definite(tree, i) or _is_superlative(tree, i)):
            found = _antecedent(tree, table, drafts, i, noun, kinds)
        if found is not None:
            start, end = tree.base_phrase(i)
            if any(k in claimed for k in range(start, i)):
                start = i
            out.append((found, Mention(start, end, i, "nominal", "again")))
    return out


def _is_singular(tree: Tree, i: int, noun: str) -> bool:
    return tree.token(i).lower_ == noun or noun.endswith("s")


def _is_definite(tree: Tree, i: int) -> bool:
    if _names_something(tree, i) or _is_other(tree, i):
        return False
    return any(tree.tokens[c].lower_ in _DEFINITE for c in tree.children(i, Role.DETERMINER))


def _names_something(tree: Tree, i: int) -> bool:
    """ "the village of X", "the city council": the noun does not stand for itself."""
    of = any(
        tree.preposition(c) == "of" and (tree.tokens[c].text[:1].isupper() or opens_name(tree, c))
        for c in tree.children(i, Role.NOMINAL_MODIFIER, Role.OBLIQUE)
    )
    flat = any(tree.tokens[c].text[:1].isupper() for c in tree.children(i, Role.FLAT, Role.APPOSITION) if c == i + 1)
    before = any(tree.tokens[k].pos_ == "PROPN" for k in range(tree.base_phrase(i)[0], i))  # "the Al-Mawasi area"
    return of or flat or before


def _is_other(tree: Tree, i: int) -> bool:
    """ "the welfare state", "the Western country", "the first major town": not the one just named."""
    for c in tree.children(i, Role.COMPOUND, Role.ADJECTIVE):
        word = tree.tokens[c]
        if c < i and (word.lower_ in _NEW or (tree.lemma(i) in ("state", "country", "nation") and word.pos_ == "NOUN")):
            return True
    return False


def _is_superlative(tree: Tree, i: int) -> bool:
    return tree.child(i, Role.POSSESSOR) is not None and any(
        tree.tokens[k].tag_ == "JJS" for k in tree.descendants(i) if k < i
    )


def _stands_after_name(tree: Tree, i: int) -> bool:
    start, _ = tree.base_phrase(i)
    return start > 1 and tree.tokens[start - 1].text in (",", "–", "—")


def _apposed(tree: Tree, i: int, drafts: Sequence[Draft]) -> Draft | None:
    """ "El-Fasher, the last state capital in Darfur": a settlement's name, a comma, and what it is."""
    start, _ = tree.base_phrase(i)
    for draft in drafts:
        if draft.kind in ("settlement", "region", "area", "country") and any(
            mention.end == start - 1 and mention.form == "name" for mention in draft.mentions
        ):
            return draft
    return None


def _antecedent(
    tree: Tree, table: PlaceTable, drafts: Sequence[Draft], i: int, noun: str, kinds: list[str]
) -> Draft | None:
    """The town or region that a noun takes up: one of its sentence, else one called so before, the last of these."""
    fitting = [d for d in drafts if d.named and d.last_before(i) >= 0 and _fits(table, d, noun, kinds)]
    if not fitting:
        return None
    start = tree.sentence(i)[0]
    return max(fitting, key=lambda d: (d.last_before(i) >= start, noun in d.nouns, d.last_before(i)))


def _fits(table: PlaceTable, draft: Draft, noun: str, kinds: list[str]) -> bool:
    if "any" in kinds:
        return draft.kind in ("settlement", "region", "area")
    if draft.kind not in kinds:
        return False
    if draft.kind == "area":
        return noun in draft.nouns or noun in draft.name.lower().split()
    if draft.kind == "region" and draft.country is None:
        return False  # continents
    if noun == "capital":
        return table.is_capital(draft.name) or noun in draft.nouns
    if noun in draft.nouns or draft.row is None:
        return True
    population = draft.row.population
    if noun in ("village", "hamlet", "settlement", "town"):
        return population < (_LARGE_FOR_VILLAGE if noun != "town" else 5 * _LARGE_FOR_VILLAGE)
    return not (noun == "city" and 0 < population < _SMALL_FOR_CITY)
