"""Places told by a common noun: what is attacked, and where things happen ("a bridge", "the front line")."""

from collections.abc import Iterator
from dataclasses import dataclass

from warextract.lexicon.place_nouns import PlaceNouns, load_place_nouns
from warextract.mentions.targeted import is_targeted
from warextract.syntax import clauses, labels
from warextract.syntax.labels import EntityType, Role
from warextract.syntax.tree import Tree
from warextract.vocabulary import PlaceKind

_PHRASE = (Role.OBLIQUE, Role.NOMINAL_MODIFIER)
_NOT_LOCAL = frozenset({"of", "by", "against", "between", "under"})
_DEFINITE = frozenset({"the", "this", "that", "these", "those"})
_QUARTERS = frozenset({"suburb", "neighborhood", "neighbourhood", "quarter", "district"})
_DESCRIBING = frozenset({"of", "near", "in", "to", "above", "around", "outside", "behind", "along", "between"})
_NEGATED = frozenset({"no", "any", "neither"})
_INDEFINITE = frozenset({"a", "an", "another", "one", "every", "each"})
_NOT_OF_SETTLEMENTS = frozenset({"reach", "take", "leave", "put", "set", "find"})  # "reach a settlement"
_SAYING_LITTLE = frozenset({"same", "other", "such", "own", "many", "several", "more", "another"})


@dataclass(frozen=True, slots=True)
class SitePlace:
    """A phrase at tokens ``start`` to ``end`` around the noun ``head``; ``words`` are its lemmas but determiners."""

    start: int
    end: int
    head: int
    noun: str
    kind: PlaceKind
    definite: bool
    words: frozenset[str]
    new: bool
    """Whether it counts without an earlier mention."""


def find_sites(tree: Tree, claimed: frozenset[int], of_names: frozenset[int] = frozenset()) -> tuple[SitePlace, ...]:
    """All common nouns that may be places, in text order; ``claimed`` are tokens of names and actors, ``of_names``
    those of names of places: "the Miskine and Gobongo districts" are no third place.
    """
    words = load_place_nouns()
    nouns = (word.i for word in tree.tokens if word.pos_ == "NOUN" and word.i not in claimed)
    return tuple(site for i in nouns if not _is_of_names(words, tree, i, of_names) for site in _site_at(tree, words, i))


def _is_of_names(words: PlaceNouns, tree: Tree, i: int, of_names: frozenset[int]) -> bool:
    return i - 1 in of_names and words.pattern.kind_of(tree.lemma(i)) in ("area", "region", "settlement")


def _site_at(tree: Tree, words: PlaceNouns, i: int) -> Iterator[SitePlace]:
    if tree.roles[i] in (Role.COMPOUND, Role.FLAT, Role.FIXED, Role.CASE):
        return
    word = tree.tokens[i].lower_
    if word in words.vague.compass and _is_part_of_land(tree, words, i):
        yield SitePlace(i - 1, i + 1, i, word, "area", True, frozenset({word}), True)
        return
    noun, kind = _kind(tree, words, i)
    if kind is None or (noun in _QUARTERS and _is_definite(tree, i) and _is_of_name(tree, i)):
        return
    if kind == "settlement" and not _is_unnamed_settlement(tree, i):
        return
    start, end = tree.base_phrase(i)
    if any(tree.tokens[k].is_space for k in range(start, end)):
        start, end = i, i + 1
    start = next((k + 1 for k in range(i - 1, start - 1, -1) if _breaks(tree, k)), start)
    yield SitePlace(
        start=start,
        end=end,
        head=i,
        noun=noun,
        kind=kind,
        definite=_is_definite(tree, i),
        words=phrase_words(tree, start, end),
        new=_counts(tree, words, i, noun, kind),
    )


def _breaks(tree: Tree, i: int) -> bool:
    """Words that the parser hung before a noun and that are no part of its phrase: verbs, prepositions."""
    token = tree.token(i)
    if tree.tokens[i + 1].lower_ in ("least", "most", "many", "to"):
        return False  # "at least eight states"
    return token.tag_ in ("VB", "VBD", "VBP", "VBZ") or (token.pos_ in ("ADP", "SCONJ") and tree.heads[i] > i)


def _is_part_of_land(tree: Tree, words: PlaceNouns, i: int) -> bool:
    """ "in the south", "residents of the north"; not "to the south", "the south of the town", "the West"."""
    first = tree.first_conjunct(i)
    if i == 0 or tree.tokens[i - 1].lower_ != "the" or tree.tokens[i].text[0].isupper():
        return False
    if tree.roles[first] not in _PHRASE or any(c > i for c in tree.children(i, Role.NOMINAL_MODIFIER)):
        return False
    preposition = _preposition(tree, i)
    return preposition in ("in", "across", "throughout") or (
        preposition in ("of", "from") and _is_inhabited(tree, words, i)
    )


def _is_of_name(tree: Tree, i: int) -> bool:
    """ "the suburb of Ain Zara": the name is the place."""
    following = [c for c in tree.children(i, Role.NOMINAL_MODIFIER) if tree.preposition(c) == "of" and c <= i + 3]
    return any(tree.tokens[c].text[:1].isupper() for c in following) and tree.base_phrase(i)[0] >= i - 1


def _is_unnamed_settlement(tree: Tree, i: int) -> bool:
    """ "12 settlements", "villages near the border", "a town": no name says which, and no article that one was told."""
    start, _ = tree.base_phrase(i)
    if any(tree.tokens[k].pos_ == "PROPN" for k in range(start, i)) or _is_definite(tree, i):
        return False
    of = [c for c in tree.descendants(i) if c > i and tree.tokens[c].text[:1].isupper() and c <= i + 3]
    if any(tree.tokens[c - 1].lower_ in ("of", "called", "named", ",") for c in of):
        return False
    indefinite = any(tree.tokens[c].lower_ in _INDEFINITE for c in tree.children(i, Role.DETERMINER))
    return indefinite or labels.is_plural(tree.token(i))


def _kind(tree: Tree, words: PlaceNouns, i: int) -> tuple[str, PlaceKind | None]:
    noun = "base" if tree.tokens[i].lower_ == "bases" else tree.lemma(i)
    if i > 2 and tree.tokens[i - 2].lower_ == "and":
        pair = f"{tree.tokens[i - 3].lower_} {noun}"  # "command and control centre"
        if (kind := words.site_kind(pair)) is not None:
            return pair, kind
    if i + 2 < len(tree.tokens) and tree.tokens[i + 1].lower_ == "of":
        pair = f"{noun} of {tree.tokens[i + 2].lower_}"  # "line of contact", "place of worship"
        if (kind := words.site_kind(pair)) is not None:
            return pair, kind
    if i > 0:
        pair = f"{tree.tokens[i - 1].lower_} {noun}"
        if (kind := words.site_kind(pair)) is not None:
            return pair, kind
    if _is_counted_region(tree, words, i):
        return noun, words.pattern.kind_of(noun)
    return noun, words.site_kind(noun)


def _is_counted_region(tree: Tree, words: PlaceNouns, i: int) -> bool:
    """ "nine regions", "138 areas"."""
    noun = tree.lemma(i)
    return (
        (noun in words.pattern.region or noun in ("area", "district"))
        and labels.is_plural(tree.token(i))
        and tree.child(i, Role.NUMERAL) is not None
    )


def phrase_words(tree: Tree, start: int, end: int) -> frozenset[str]:
    """Lemmas of a phrase that say something of it."""
    return frozenset(
        tree.lemma(k)
        for k in range(start, end)
        if tree.tokens[k].is_alpha and tree.tokens[k].pos_ not in ("DET", "PRON", "NUM", "ADP", "PART")
    )


def _is_definite(tree: Tree, i: int) -> bool:
    if any(tree.tokens[c].lower_ in _DEFINITE for c in tree.children(i, Role.DETERMINER)):
        return True
    superlative = any(tree.tokens[k].tag_ == "JJS" for k in tree.descendants(i) if k < i)
    return tree.child(i, Role.POSSESSOR) is not None and superlative


def _counts(tree: Tree, words: PlaceNouns, i: int, noun: str, kind: PlaceKind) -> bool:
    """Whether something happens to it or, if it does not move, in it."""
    if _is_negated(tree, i) or _is_idiom(tree, words, i):
        return False
    moves = noun in words.moving.facility or noun in words.moving.civil_only
    if kind == "facility" and moves and noun not in words.fixed.facility:
        before = {tree.tokens[k].lower_ for k in range(*tree.base_phrase(i))}
        if noun in words.moving.civil_only and not before & words.moving.civil:
            return False
        return is_targeted(tree, words, i) and not before & words.moving.not_with
    if kind == "settlement":
        taken_up = tree.lemma(tree.heads[i]) in _NOT_OF_SETTLEMENTS
        return (
            (is_targeted(tree, words, i) and not taken_up)
            or _is_inhabited(tree, words, i)
            or (_is_local(tree, words, i, kind))
        )
    if _is_counted_region(tree, words, i):
        start = tree.base_phrase(i)[0]
        after = {tree.tokens[k].lower_ for k in (max(start - 1, 0), start)} & {"over", "in", "across"}
        return bool(after) or is_targeted(tree, words, i) or _is_local(tree, words, i, kind)
    if noun == "front" and tree.roles[i] is Role.OBJECT and tree.lemma(tree.heads[i]) == "open":
        return False  # "opened a second front"
    vague = noun in words.vague.nouns and not _is_described(tree, i)
    if noun in words.vague.nouns and noun in words.targeted.parts and not _is_part_of_site(tree, words, i):
        return False
    if vague and kind == "area":
        return False
    if is_targeted(tree, words, i):
        return True
    if _is_local(tree, words, i, kind):
        return not vague and (noun not in words.vague.never_local or _preposition(tree, i) == "against")
    return _is_part(tree, words, i, noun) or _is_inhabited(tree, words, i)


def _is_negated(tree: Tree, i: int) -> bool:
    """ "no burned vehicles", "no damage to ships"; not "no school was hit", which denies an attack."""
    first = tree.first_conjunct(i)
    own = [tree.tokens[c].lower_ for c in tree.children(i, Role.DETERMINER)]
    if tree.roles[first] is Role.SUBJECT_PASSIVE and "no" in own:
        return False
    above = tree.heads[first] if tree.roles[first] is Role.NOMINAL_MODIFIER else first
    none = any(tree.tokens[c].lower_ == "no" for c in tree.children(above, Role.DETERMINER))
    return none or bool(_NEGATED.intersection(own))


def _is_idiom(tree: Tree, words: PlaceNouns, i: int) -> bool:
    """ "from house to house", "in front of", "take shelter"."""
    if tree.roles[i] is Role.OBJECT and f"{tree.lemma(tree.heads[i])} {tree.tokens[i].lower_}" in words.vague.idioms:
        return True
    preposition = _preposition(tree, i)
    start, end = tree.base_phrase(i)
    lemma = tree.lemma(i)
    if lemma in words.vague.trade and tree.tokens[i - 1].lower_ in words.vague.trade[lemma]:
        return True  # "the stock market"
    return " ".join([preposition, *(tree.tokens[k].lower_ for k in range(start, end))]) in words.vague.idioms


def _is_inhabited(tree: Tree, words: PlaceNouns, i: int) -> bool:
    """ "residents of four suburbs", "people from several villages"."""
    first = tree.first_conjunct(i)
    if tree.roles[first] is not Role.NOMINAL_MODIFIER or _preposition(tree, i) not in ("of", "from"):
        return False
    return tree.lemma(tree.heads[first]) in words.vague.inhabitants and (
        labels.is_plural(tree.token(i)) or _is_definite(tree, i)
    )


def _is_part(tree: Tree, words: PlaceNouns, i: int, noun: str) -> bool:
    """ "the roof of their house", "its side of the border"."""
    governor = tree.heads[i]
    part = tree.roles[i] is Role.NOMINAL_MODIFIER and tree.lemma(governor) in words.targeted.parts
    if not part or tree.preposition(i) != "of" or noun in words.vague.nouns:
        return False
    return is_targeted(tree, words, governor) or _is_local(tree, words, governor, "area")


def _is_part_of_site(tree: Tree, words: PlaceNouns, i: int) -> bool:
    """ "the roof of a school", "the edge of Korrin"; not "the roof of the net"."""
    of = [c for c in tree.children(i, Role.NOMINAL_MODIFIER) if tree.preposition(c) == "of"]
    return not of or any(tree.tokens[c].text[:1].isupper() or _kind(tree, words, c)[1] is not None for c in of)


def _preposition(tree: Tree, i: int) -> str:
    return tree.preposition(i) or tree.preposition(tree.first_conjunct(i))


def _is_described(tree: Tree, i: int) -> bool:
    """Whether anything besides an article tells which one it is."""
    if any(tree.tokens[c].lower_ in ("this", "these", "those") for c in tree.children(i, Role.DETERMINER)):
        return True
    for child in tree.children(i, Role.ADJECTIVE, Role.COMPOUND, Role.POSSESSOR, Role.NOMINAL_MODIFIER):
        if tree.lemma(child) not in _SAYING_LITTLE and (
            tree.roles[child] is not Role.NOMINAL_MODIFIER or tree.preposition(child) in _DESCRIBING
        ):
            return True
    return bool(tree.children(i, Role.NOUN_CLAUSE))  # "positions held by the army"


def _is_local(tree: Tree, words: PlaceNouns, i: int, kind: PlaceKind) -> bool:
    first = tree.first_conjunct(i)
    role, governor = tree.roles[first], tree.heads[first]
    if role not in _PHRASE:
        return False
    if first != i and labels.entity_type(tree.token(first).ent_type_) is EntityType.LOCATION:
        return True  # "strikes on Korda and nearby villages"
    preposition = _preposition(tree, i)
    if preposition == "against" and kind == "area":
        return True
    if preposition == "by" and kind == "facility" and labels.is_verb(tree.token(governor)):
        return not clauses.is_passive(tree, governor)  # "left the bodies by a petrol station"
    if preposition not in words.prepositions or preposition in _NOT_LOCAL:
        return False
    if preposition in ("to", "from"):
        return kind in ("area", "settlement") or labels.is_verb(tree.token(governor))
    return True
