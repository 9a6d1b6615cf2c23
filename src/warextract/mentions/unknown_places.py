"""Names that the place table lacks, taken for places by the recogniser and the grammar around them."""

from dataclasses import replace

from warextract.mentions.known_places import is_speaker
from warextract.mentions.name_grammar import (
    MODIFIER,
    NamedPlace,
    Reader,
    entity,
    entity_bounds,
    is_local,
    is_target,
    is_territory,
    preposition,
    vessel_beside,
    with_noun,
)
from warextract.mentions.usage import head_of
from warextract.syntax import labels
from warextract.syntax.labels import EntityType, Role
from warextract.vocabulary import PlaceKind

_LONGEST_NAME = 20  # words in capitals that the table lacks; more are a heading
_PLAIN_NOUNS = frozenset(
    {"district", "region", "oblast", "province", "governorate", "county", "raion", "rayon", "sector", "direction"}
)
_NOT_NOUNS = frozenset({"state", "front", "line", "capital"})  # "Islamic State" is no state


def unknown_at(reader: Reader, start: int) -> NamedPlace | None:
    """A name that the table lacks, if recogniser and grammar take it for a place."""
    tree = reader.tree
    ent = entity_bounds(tree, start)
    kind = entity(tree, start)
    first = tree.tokens[start]
    if ent[0] != start or any(i in reader.taken for i in range(*ent)):
        return None
    end = ent[1]
    if first.lower_ in reader.words.not_names.directions and end - start > 1:
        return None  # "Northern Syria": the name comes next
    if kind is None:
        if first.pos_ != "PROPN" or reader.table.country_of(first.text):
            return None
        last = min(tree.sentence(start)[1], start + _LONGEST_NAME)
        while end < last and tree.tokens[end].text[:1].isupper() and tree.tokens[end].pos_ == "PROPN":
            end += 1
    if end - start == 1 and first.lower_ in reader.words.not_names.words:
        return None
    vessel = vessel_beside(reader, start, end)
    if vessel is not None:
        return NamedPlace(
            start, end, head_of(tree, start, end), tree.span_text(start, end), "facility", vessel, "vessel"
        )
    if end - start == 1 and len(first.text) < 3:
        return None  # "H", a letter
    if kind not in (None, EntityType.LOCATION):
        return _of_pattern(reader, start, end)
    if _is_town_before_noun(reader, end):
        base, noun = tree.span_text(start, end), tree.tokens[end].lower_
        return NamedPlace(start, end, end - 1, base, "settlement", noun, "pattern")
    if end < len(tree.tokens) and tree.tokens[end].lower_ == "line" and tree.heads[end - 1] == end:
        return None  # "its Bastion line of processors"
    tail = _tail_kind(reader, tree.tokens[end - 1].lower_, kind)
    if tail and end - start > 1 and tree.tokens[end - 1].lower_ not in _NOT_NOUNS:
        base = tree.span_text(start, end - 1)
        return NamedPlace(start, end, head_of(tree, start, end), base, tail, tree.tokens[end - 1].lower_, "pattern")
    named = with_noun(reader, start, end, ())
    if named.noun:
        return replace(named, rule="pattern", sure=True)
    if kind is None or labels.is_plural(tree.token(end - 1)):
        return None  # a people, not a place
    return named if _is_likely(reader, named) and not is_speaker(reader, start, end, ()) else None


def _is_town_before_noun(reader: Reader, end: int) -> bool:
    """ "Novodub town", "Oakwell village": the noun comes after the name."""
    tree = reader.tree
    if end >= len(tree.tokens) or tree.tokens[end].lower_ not in reader.words.pattern.settlement:
        return False
    return tree.tokens[end].lower_ != "capital" and tree.heads[end - 1] == end and tree.roles[end - 1] in MODIFIER


def _tail_kind(reader: Reader, noun: str, named: EntityType | None) -> PlaceKind | None:
    """Kind of a capitalised name by its last word ("Fishmongers' Hall")."""
    if (kind := reader.words.pattern.kind_of(noun)) is not None:
        return kind
    return reader.words.site_kind(noun) if named is EntityType.LOCATION else None


def _of_pattern(reader: Reader, start: int, end: int) -> NamedPlace | None:
    """ "the village of X" makes a place of whatever the recogniser saw in X."""
    tree = reader.tree
    last = tree.tokens[end - 1].lower_
    if end - start > 1 and reader.words.pattern.kind_of(last) == "facility":  # "around the National Palace"
        if is_local(reader, start, end) or is_target(reader, start, end):
            head = head_of(tree, start, end)
            return NamedPlace(start, end, head, tree.span_text(start, end - 1), "facility", last, "pattern")
        return None
    head = head_of(tree, start, end)
    public = tree.tokens[head].lower_
    if end - start > 1 and public in reader.words.pattern.public:  # "at the University of Korda"
        where = is_local(reader, start, end) or is_target(reader, start, end)
        text = tree.span_text(start, end)
        return NamedPlace(start, end, head, text, "facility", public, "pattern") if where else None
    if _is_listed_with_places(reader, start, end) or _is_taken_town(reader, start, end):
        named = with_noun(reader, start, end, ())
        return replace(named, rule="pattern", sure=True)
    named = with_noun(reader, start, end, ())
    before = named.end == end and named.kind in ("settlement", "region")
    after = named.end == end + 1 and named.noun in _PLAIN_NOUNS
    return replace(named, rule="pattern", sure=True) if named.noun and (before or after) else None


def _is_listed_with_places(reader: Reader, start: int, end: int) -> bool:
    """ "Two villages in the province, Salda and Korrin, …": one word, taken for a person, in a list with a place."""
    tree = reader.tree
    if (
        end - start != 1
        or entity(tree, start) is not EntityType.PERSON
        or tree.tokens[start].text in reader.people_of_two
    ):
        return False
    first = tree.first_conjunct(start)
    listed = {first, *tree.children(first, Role.CONJUNCT)} - {start}
    beside = [i for i in listed if abs(i - start) <= 3]
    return any(entity(tree, i) is EntityType.LOCATION for i in beside)


def _is_taken_town(reader: Reader, start: int, end: int) -> bool:
    """ "occupied Korrin": one word, taken for a person."""
    person = entity(reader.tree, start) is EntityType.PERSON and reader.tree.tokens[start].pos_ in ("PROPN", "NOUN")
    return person and is_territory(reader, start, end)


def _is_likely(reader: Reader, name: NamedPlace) -> bool:
    tree = reader.tree
    first = tree.first_conjunct(name.head)
    if preposition(tree, name.head) == "of" and entity(tree, tree.heads[first]) is EntityType.PERSON:
        return False  # "Lena Orr of Pembrook Capital"
    if name.start in reader.line or is_local(reader, name.start, name.end):
        return True
    if is_target(reader, name.start, name.end):
        return True
    return (
        tree.roles[first] is Role.APPOSITION and reader.words.pattern.kind_of(tree.lemma(tree.heads[first])) is not None
    )
