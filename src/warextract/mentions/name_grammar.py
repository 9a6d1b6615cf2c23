"""What the grammar around a name says of it: whether it is local, and which noun makes a place of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from warextract.lexicon.place_nouns import PlaceNouns
from warextract.lexicon.places import PlaceRow, PlaceTable
from warextract.mentions import territory
from warextract.mentions.told_places import ToldPlace
from warextract.mentions.usage import head_of
from warextract.syntax import labels
from warextract.syntax.labels import EntityType, Role
from warextract.syntax.tree import Tree
from warextract.vocabulary import PlaceKind

MODIFIER = (Role.COMPOUND, Role.ADJECTIVE, Role.FLAT, Role.MODIFIER_BARE)
_PHRASE = (Role.OBLIQUE, Role.NOMINAL_MODIFIER, Role.OBLIQUE_BARE)
_PARTS = frozenset({"region", "part", "area", "rest", "all", "most", "much", "half", "swath", "swathe"})
_WIDE = frozenset({"throughout", "across"})
_NOT_LOCAL = frozenset({"by", "against"})
_PLAIN = frozenset({"direction", "axis", "sector", "district"})  # nouns after a name, whatever the tagger says
_TOWNS = frozenset({"town", "village", "hamlet", "city", "port", "settlement", "township"})
_LEAVING = frozenset({"leave", "head", "depart", "sail", "bind"})
_GOES_ON = frozenset({"state", "front", "line", "range", "field", "pass", "ferry", "complex", "metro", "street"})


@dataclass(frozen=True, slots=True)
class NamedPlace:
    """A name at tokens ``start`` to ``end``; ``base`` is the name without the noun that the span may end in.

    ``kind`` is what the text says of it (None: nothing), ``noun`` the common noun that says so ("town"). ``sure``:
    it is a place even if the table does not know it.
    """

    start: int
    end: int
    head: int
    base: str
    kind: PlaceKind | None
    noun: str
    rule: str
    sure: bool = True


@dataclass(frozen=True, slots=True)
class Reader:
    """What names are read with. ``line`` are tokens of the dateline, ``countries`` those the article speaks of,
    ``local`` lower-case names that the recogniser takes for places somewhere in it, ``people`` words of persons' names,
    ``surnames`` the last of several, ``people_of_two`` all words of names of several words,
    ``headings`` tokens of countries that head paragraphs, ``told`` by their first token the names that words beside
    them make places of.
    """

    tree: Tree
    table: PlaceTable
    words: PlaceNouns
    line: range
    taken: frozenset[int]
    countries: frozenset[str]
    local: frozenset[str]
    people: frozenset[str]
    surnames: frozenset[str]
    people_of_two: frozenset[str] = frozenset()
    headings: frozenset[int] = frozenset()
    told: Mapping[int, ToldPlace] = field(default_factory=dict)


def entity(tree: Tree, i: int) -> EntityType | None:
    return labels.entity_type(tree.token(i).ent_type_)


def entity_bounds(tree: Tree, i: int) -> tuple[int, int]:
    """Token bounds of the recognised name that holds a token, or of the token alone."""
    start = end = i
    if not tree.tokens[i].ent_type_:
        return i, i + 1
    while start > 0 and tree.tokens[start].ent_iob_ == "I":
        start -= 1
    while end + 1 < len(tree.tokens) and tree.tokens[end + 1].ent_iob_ == "I":
        end += 1
    return start, end + 1


def preposition(tree: Tree, head: int) -> str:
    """The preposition of a noun or of the coordination it stands in."""
    return tree.preposition(head) or tree.preposition(tree.first_conjunct(head))


def is_local(reader: Reader, start: int, end: int) -> bool:
    """Whether a name stands after a preposition of place, and not as the owner of a body ("embassy of")."""
    tree = reader.tree
    head = head_of(tree, start, end)
    first = tree.first_conjunct(head)
    word = preposition(tree, head)
    if tree.roles[first] not in _PHRASE or word in _NOT_LOCAL:
        return False
    if word == "of":
        located = entity(tree, head) is EntityType.LOCATION
        return located and tree.lemma(tree.heads[first]) not in reader.words.bodies.nouns
    if word == "for":  # "left for Mykolaiv", "a convoy bound for Gao"
        if start > 1 and tree.tokens[start - 2].lower_ == "bound":
            return True
        return tree.lemma(tree.heads[first]) in _LEAVING
    return word in reader.words.prepositions


def is_target(reader: Reader, start: int, end: int) -> bool:
    """Whether a name is what an attack or a seizure is done to, or falls."""
    tree = reader.tree
    first = tree.first_conjunct(head_of(tree, start, end))
    role, lemma = tree.roles[first], tree.lemma(tree.heads[first])
    if role in (Role.OBJECT, Role.SUBJECT_PASSIVE):
        return lemma in reader.words.targeted.verbs
    if role is Role.NOMINAL_MODIFIER and preposition(tree, first) in ("of", "for"):
        return lemma in reader.words.targeted.nouns or lemma in reader.words.targeted.territory_nouns
    return role is Role.SUBJECT and lemma in reader.words.targeted.subject_verbs


def is_territory(reader: Reader, start: int, end: int) -> bool:
    """Whether what is done to a name is done to places alone, and no longer name of a person holds it."""
    named = reader.tree.tokens[start].text in reader.people_of_two
    return not named and territory.is_territory(reader.tree, start, end)


def noun_beside(reader: Reader, start: int, end: int) -> tuple[int, str] | None:
    """The noun of places that a name belongs to: its token and lemma ("the Kherson *region*", "*town* of")."""
    tree = reader.tree
    head = head_of(tree, start, end)
    first = tree.first_conjunct(head)
    governor = tree.heads[first]
    lemma = tree.lemma(governor)
    if governor == first or not labels.is_noun(tree.token(governor)):
        return None
    if reader.words.pattern.kind_of(lemma) is None:
        return None
    role = tree.roles[first]
    if role in MODIFIER and governor >= end and governor - end <= 3:
        return governor, lemma
    if role in (Role.NOMINAL_MODIFIER, Role.OBLIQUE) and preposition(tree, head) == "of" and governor < start:
        return (governor, lemma) if lemma != "capital" else None  # "the capital of North Kivu" is in a region
    between = range(governor + 1, start)
    if between and entity(tree, governor) is EntityType.LOCATION:
        return None  # "GAZA CITY, Gaza Strip"
    if role in (Role.APPOSITION, Role.FLAT) and len(between) <= 1 and all(tree.tokens[k].is_punct for k in between):
        return governor, lemma
    return None


def vessel_beside(reader: Reader, start: int, end: int) -> str | None:
    """The kind of ship that a name is said to be: "the tanker Aurora", "the Malta-flagged Aurora"."""
    tree = reader.tree
    if start == 0:
        return None
    before = tree.tokens[start - 1]
    ships = {"ship", "vessel", "tanker", "freighter", "boat", "ferry", "yacht", "barge", "trawler", "carrier"}
    if before.lemma_.lower() in ships and tree.heads[before.i] in range(start - 1, end):
        return before.lemma_.lower()
    if before.lemma_.lower() in ships and tree.heads[head_of(tree, start, end)] == before.i:
        return before.lemma_.lower()
    return "ship" if before.lower_.endswith(("flagged", "registered")) else None


def with_noun(reader: Reader, start: int, end: int, rows: tuple[PlaceRow, ...]) -> NamedPlace:
    """A name with the noun that belongs to its span, and what nouns say of its kind."""
    tree, pattern = reader.tree, reader.words.pattern
    located = any(entity(tree, i) is EntityType.LOCATION for i in range(start, end))
    plain = NamedPlace(
        start, end, head_of(tree, start, end), tree.span_text(start, end), None, "", "table" if rows else "model",
        located or start in reader.line or end - start > 1,
    )  # fmt: skip
    if rows and all(row.kind in ("country", "area") for row in rows):
        return plain
    kind = pattern.kind_of(tree.tokens[end].lower_) if end < tree.sentence(start)[1] else None
    if kind == "facility" and any(row.kind == "area" for row in rows):
        kind = None  # "the Red Sea port of Mokha"
    noun_like = (
        kind == "region"
        or (tree.tokens[end].lower_ if kind else "") in _PLAIN
        or (kind is not None and labels.is_noun(tree.token(end)))
    )
    if kind and kind != "settlement" and noun_like and _ends_in_noun(reader, end):
        return replace(
            plain, end=end + 1, head=end, kind=kind, noun=tree.tokens[end].lower_, sure=bool(rows) or plain.sure
        )
    beside = noun_beside(reader, start, end)
    if beside is None:
        return _of_parts(plain, tree, rows)
    noun, lemma = beside
    kind = pattern.kind_of(lemma)
    if noun >= end:
        whole = all(tree.heads[i] == noun and not tree.tokens[i].text[:1].isupper() for i in range(end, noun))
        if kind == "facility" and whole and tree.token(noun).lower_ == lemma:
            return replace(plain, end=noun + 1, head=noun, kind=kind, noun=lemma, sure=bool(rows) or plain.sure)
        if noun == end and kind in ("region", "area"):
            return replace(plain, end=noun + 1, head=noun, kind=kind, noun=lemma, sure=bool(rows) or plain.sure)
        return _of_town_in_it(plain, tree, rows, noun)
    if lemma in _PARTS and tree.token(noun).lower_ != lemma:
        return _of_parts(plain, tree, rows)
    if kind in ("area", "facility"):  # "the market of Kabkabiya": the name is the town's
        return plain
    return replace(plain, kind=kind, noun=lemma, sure=True)


def _of_town_in_it(name: NamedPlace, tree: Tree, rows: tuple[PlaceRow, ...], noun: int) -> NamedPlace:
    """ "the Cabo Delgado town of Palma": the town lies in the region of that name."""
    following = tree.tokens[noun + 1].lower_ if noun + 1 < len(tree.tokens) else ""
    lands = any(row.kind in ("region", "area") for row in rows)
    if tree.lemma(noun) not in _TOWNS or following != "of" or not lands:
        return name
    return replace(name, kind="region", noun="")


def _ends_in_noun(reader: Reader, end: int) -> bool:
    """Whether the noun after a name ends the phrase: not "Kherson front line", "the Red Sea port of Mokha"."""
    tree = reader.tree
    goes_on = tree.lemma(end) in _GOES_ON and tree.roles[end] in MODIFIER
    following = tree.tokens[end + 1].lower_ if end + 1 < tree.sentence(end)[1] else ""
    named = following == "of" and end + 2 < len(tree.tokens) and tree.tokens[end + 2].text[:1].isupper()
    return not goes_on and not named


def _of_parts(name: NamedPlace, tree: Tree, rows: tuple[PlaceRow, ...]) -> NamedPlace:
    """ "all regions of Donetsk", "throughout Donetsk" speak of the region of that name."""
    if not any(row.kind == "region" for row in rows):
        return name
    word = preposition(tree, name.head)
    parts = word == "of" and tree.lemma(tree.heads[tree.first_conjunct(name.head)]) in _PARTS
    if parts or word in _WIDE:
        return replace(name, kind="region", noun="")
    return name
