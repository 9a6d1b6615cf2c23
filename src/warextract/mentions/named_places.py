"""Names of places in a parsed article: found by recogniser, table and grammar, not yet linked."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from warextract.lexicon.place_nouns import PlaceNouns, load_place_nouns
from warextract.lexicon.places import PlaceRow, PlaceTable
from warextract.mentions.usage import acts, head_of, is_located
from warextract.syntax import labels
from warextract.syntax.labels import EntityType, Role
from warextract.syntax.tree import Tree
from warextract.vocabulary import PlaceKind

_LONGEST = 6
_MODIFIER = (Role.COMPOUND, Role.ADJECTIVE, Role.FLAT, Role.MODIFIER_BARE)
_PHRASE = (Role.OBLIQUE, Role.NOMINAL_MODIFIER, Role.OBLIQUE_BARE)
_PARTS = frozenset({"region", "part", "area", "rest", "all", "most", "much", "half", "swath", "swathe"})
_WIDE = frozenset({"throughout", "across"})


@dataclass(frozen=True, slots=True)
class NamedPlace:
    """A name at tokens ``start`` to ``end``; ``base`` is the name without the noun that the span may end in.

    ``kind`` is what the text says of it (None: nothing), ``noun`` the common noun that says so ("town").
    """

    start: int
    end: int
    head: int
    base: str
    kind: PlaceKind | None
    noun: str
    rule: str


@dataclass(frozen=True, slots=True)
class _Reader:
    tree: Tree
    table: PlaceTable
    words: PlaceNouns
    line: range
    taken: frozenset[int]


def find_named(
    tree: Tree, table: PlaceTable, *, dateline: tuple[int, int] | None, taken: frozenset[int]
) -> tuple[NamedPlace, ...]:
    """All names of places, in text order and without overlap."""
    line = range(0)
    if dateline is not None:
        line = range(dateline[0], max(dateline[1], tree.sentence(dateline[0])[1]))
    reader = _Reader(tree, table, load_place_nouns(), line, taken)
    found: list[NamedPlace] = []
    at = 0
    while at < len(tree.doc):
        name, at = _name_at(reader, at)
        if name is not None:
            found.append(name)
    found = [_with_shared_noun(reader, name, found) for name in found]
    return tuple(name for name in found if not _is_person_elsewhere(reader, name))


def _name_at(reader: _Reader, start: int) -> tuple[NamedPlace | None, int]:
    """The name that starts at a token, if it is a place here, and the token to go on from."""
    tree = reader.tree
    if start in reader.taken or not tree.doc[start].text[:1].isupper():
        return None, start + 1
    for end in _window_ends(reader, start):
        rows = reader.table.find(tree.span_text(start, end))
        if rows and _may_be_place(reader, start, end, rows):
            name = _with_noun(reader, start, end, rows)
            return (name if _is_used_as_place(reader, name, rows) else None), name.end
    unknown = _unknown_at(reader, start)
    return unknown, unknown.end if unknown is not None else start + 1


def _window_ends(reader: _Reader, start: int) -> Iterator[int]:
    doc = reader.tree.doc
    stop = min(start + _LONGEST, reader.tree.sentence(start)[1])
    for end in range(stop, start, -1):
        last = doc[end - 1]
        if any(doc[i].is_space or i in reader.taken for i in range(start, end)):
            continue
        if last.text[:1].isupper() or (end - start > 1 and reader.words.pattern.kind_of(last.lower_)):
            yield end


def _entity(tree: Tree, i: int) -> EntityType | None:
    return labels.entity_type(tree.token(i).ent_type_)


def _entity_bounds(tree: Tree, i: int) -> tuple[int, int]:
    start = end = i
    while start > 0 and tree.doc[start].ent_iob_ == "I":
        start -= 1
    while end + 1 < len(tree.doc) and tree.doc[end + 1].ent_iob_ == "I":
        end += 1
    return start, end + 1


def _may_be_place(reader: _Reader, start: int, end: int, rows: tuple[PlaceRow, ...]) -> bool:
    """Whether a text that the table knows can be a place's name here."""
    tree = reader.tree
    kinds = {_entity(tree, i) for i in range(start, end)}
    if start in reader.line:
        return True
    if end - start == 1 and reader.table.country_of(tree.doc[start].text):
        return False
    ent = _entity_bounds(tree, start)
    if EntityType.LOCATION in kinds:
        return ent[1] <= end or _is_noun_tail(reader, end, ent[1]) or end - start > 1
    first_in_sentence = start == tree.sentence(start)[0]
    if end - start > 1 and any(row.kind != "settlement" for row in rows):
        return kinds <= {None, EntityType.OTHER} or _is_local(reader, start, end)
    if kinds & {EntityType.PERSON, EntityType.ORGANISATION} and ent != (start, end):
        return False
    if tree.doc[start].pos_ != "PROPN" and first_in_sentence:
        return False
    return _is_local(reader, start, end) or _noun_beside(reader, start, end) is not None


def _is_noun_tail(reader: _Reader, start: int, end: int) -> bool:
    """Whether the rest of a recognised name is a noun of places ("Kursk | Region")."""
    return end - start == 1 and reader.words.pattern.kind_of(reader.tree.doc[start].lower_) is not None


def _preposition(tree: Tree, head: int) -> str:
    return tree.preposition(head) or tree.preposition(tree.first_conjunct(head))


def _is_local(reader: _Reader, start: int, end: int) -> bool:
    """Whether a name stands after a preposition of place."""
    tree = reader.tree
    head = head_of(tree, start, end)
    role = tree.roles[tree.first_conjunct(head)]
    preposition = _preposition(tree, head)
    return role in _PHRASE and preposition in reader.words.prepositions and preposition not in ("by", "against")


def _noun_beside(reader: _Reader, start: int, end: int) -> tuple[int, str] | None:
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
    if role in _MODIFIER and governor >= end and governor - end <= 3:
        return governor, lemma
    if role in (Role.NOMINAL_MODIFIER, Role.OBLIQUE) and _preposition(tree, head) == "of" and governor < start:
        return governor, lemma
    if role in (Role.APPOSITION, Role.FLAT) and governor == start - 1:
        return governor, lemma
    return None


def _with_noun(reader: _Reader, start: int, end: int, rows: tuple[PlaceRow, ...]) -> NamedPlace:
    """A name with the noun that belongs to its span, and what nouns say of its kind."""
    tree, pattern = reader.tree, reader.words.pattern
    head = head_of(tree, start, end)
    base = tree.span_text(start, end)
    plain = NamedPlace(start, end, head, base, None, "", "table" if rows else "model")
    if rows and all(row.kind == "country" for row in rows):
        return plain
    after = tree.doc[end] if end < len(tree.doc) else None
    if after is not None and end < tree.sentence(start)[1]:
        kind = pattern.kind_of(after.lower_)
        if kind and kind != "settlement" and labels.is_noun(after) and not _is_common_after(reader, end):
            return replace(plain, end=end + 1, head=end, kind=kind, noun=after.lower_)
    beside = _noun_beside(reader, start, end)
    if beside is None:
        return _of_parts(reader, plain, rows)
    noun, lemma = beside
    kind = pattern.kind_of(lemma)
    if noun >= end:
        whole = all(tree.heads[i] == noun for i in range(end, noun))
        if kind == "facility" and whole and tree.token(noun).lower_ == lemma:
            return replace(plain, end=noun + 1, head=noun, kind=kind, noun=lemma)
        if kind != "facility" and noun == end and kind != "settlement":
            return replace(plain, end=noun + 1, head=noun, kind=kind, noun=lemma)
        return plain
    if lemma in _PARTS and tree.token(noun).lower_ != lemma:
        return _of_parts(reader, plain, rows)
    if kind in ("area", "facility"):  # "the market of Kabkabiya": the name is the town's
        return plain
    return replace(plain, kind=kind, noun=lemma)


def _is_common_after(reader: _Reader, end: int) -> bool:
    """Whether the noun after a name goes on into a longer noun ("Kherson region governor" keeps its region)."""
    tree = reader.tree
    noun = tree.lemma(end)
    return noun in (
        "state",
        "front",
        "line",
        "range",
        "field",
        "pass",
        "ferry",
        "complex",
        "metro",
        "street",
    ) and (tree.roles[end] in _MODIFIER)


def _of_parts(reader: _Reader, name: NamedPlace, rows: tuple[PlaceRow, ...]) -> NamedPlace:
    """ "all regions of Donetsk", "throughout Donetsk" speak of the region of that name."""
    tree = reader.tree
    if not any(row.kind == "region" for row in rows):
        return name
    first = tree.first_conjunct(name.head)
    preposition = _preposition(tree, name.head)
    parts = preposition == "of" and tree.lemma(tree.heads[first]) in _PARTS
    if parts or preposition in _WIDE:
        return replace(name, kind="region", noun="")
    return name


def _is_used_as_place(reader: _Reader, name: NamedPlace, rows: tuple[PlaceRow, ...]) -> bool:
    """False for countries, capitals and seats of power that stand for those who govern there."""
    tree = reader.tree
    if name.start in reader.line or name.noun:
        return True
    if name.base.lower() in reader.words.seats.names:
        return is_located(tree, name.start, name.end)
    state = all(row.kind == "country" for row in rows)
    if not state and not reader.table.is_capital(name.base):
        return (
            tree.roles[name.head] is not Role.POSSESSOR or _entity(tree, tree.heads[name.head]) is not EntityType.PERSON
        )
    if acts(tree, name.start, name.end):
        return False
    role = tree.roles[tree.first_conjunct(name.head)]
    return role not in _MODIFIER or _is_heading(tree, name)


def _is_heading(tree: Tree, name: NamedPlace) -> bool:
    """ "SYRIA - The agency said": a name and a dash open the paragraph."""
    start = tree.sentence(name.start)[0]
    return name.start == start and name.end < len(tree.doc) and tree.doc[name.end].text in ("-", "–", "—", ":")


def _unknown_at(reader: _Reader, start: int) -> NamedPlace | None:
    """A name that the table lacks, if recogniser and grammar take it for a place."""
    tree = reader.tree
    ent = _entity_bounds(tree, start) if tree.doc[start].ent_type_ else (start, start + 1)
    kind = _entity(tree, start)
    if ent[0] != start or any(i in reader.taken for i in range(*ent)):
        return None
    end = ent[1]
    if kind is None:
        if tree.doc[start].pos_ != "PROPN" or reader.table.country_of(tree.doc[start].text):
            return None
        while end < tree.sentence(start)[1] and tree.doc[end].text[:1].isupper() and tree.doc[end].pos_ == "PROPN":
            end += 1
    if kind not in (None, EntityType.LOCATION):
        return _of_pattern(reader, start, end)
    tail = reader.words.pattern.kind_of(tree.doc[end - 1].lower_)
    if tail and end - start > 1 and tree.doc[end - 1].lower_ not in ("state", "front", "line"):
        base = tree.span_text(start, end - 1)
        return NamedPlace(start, end, head_of(tree, start, end), base, tail, tree.doc[end - 1].lower_, "pattern")
    named = _with_noun(reader, start, end, ())
    if named.noun:
        return replace(named, rule="pattern")
    if kind is None:
        return None
    return named if _is_likely(reader, named) else None


def _of_pattern(reader: _Reader, start: int, end: int) -> NamedPlace | None:
    """ "the village of X" makes a place of whatever the recogniser saw in X."""
    named = _with_noun(reader, start, end, ())
    before = named.noun and named.end == end and named.kind in ("settlement", "region")
    return replace(named, rule="pattern") if before else None


def _is_likely(reader: _Reader, name: NamedPlace) -> bool:
    tree = reader.tree
    if name.start in reader.line or _is_local(reader, name.start, name.end):
        return True
    role = tree.roles[tree.first_conjunct(name.head)]
    governor = tree.heads[tree.first_conjunct(name.head)]
    if role in (Role.OBJECT, Role.SUBJECT_PASSIVE):
        return tree.lemma(governor) in reader.words.targeted.verbs
    if role is Role.SUBJECT:
        return tree.lemma(governor) in reader.words.targeted.subject_verbs
    return role is Role.APPOSITION and reader.words.pattern.kind_of(tree.lemma(governor)) is not None


def _with_shared_noun(reader: _Reader, name: NamedPlace, found: list[NamedPlace]) -> NamedPlace:
    """ "the Kharkiv and Luhansk regions": the noun after the last name holds for all."""
    if name.noun:
        return name
    tree = reader.tree
    at = name.end
    while at < len(tree.doc) and tree.doc[at].lower_ in (",", "and", "or"):
        following = next((other for other in found if at < other.start <= at + 2), None)
        if following is None or any(tree.doc[i].lower_ not in (",", "and", "or") for i in range(at, following.start)):
            return name
        if following.noun:
            plural = tree.doc[following.end - 1]
            if following.kind in ("region", "area") and labels.is_plural(plural) and plural.i == following.head:
                return replace(name, kind=following.kind, noun=following.noun)
            return name
        at = following.end
    return name


def _is_person_elsewhere(reader: _Reader, name: NamedPlace) -> bool:
    """Whether an unknown name is part of a person's name in the same article ("Daglo")."""
    if name.rule != "model":
        return False
    doc = reader.tree.doc
    last = doc[name.end - 1].text
    return any(token.text == last and _entity(reader.tree, token.i) is EntityType.PERSON for token in doc)
