"""Names of places in a parsed article: found by recogniser, table and grammar, not yet linked."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from warextract.lexicon.place_nouns import load_place_nouns
from warextract.lexicon.places import PlaceRow, PlaceTable
from warextract.lexicon.usage import load_usage
from warextract.mentions.headings import country_headings
from warextract.mentions.name_grammar import (
    MODIFIER,
    NamedPlace,
    Reader,
    entity,
    entity_bounds,
    is_local,
    is_target,
    is_territory,
    noun_beside,
    preposition,
    vessel_beside,
    with_noun,
)
from warextract.mentions.name_revision import revised, with_repeats
from warextract.mentions.name_shape import ARTICLES, is_article
from warextract.mentions.told_places import ToldPlace
from warextract.mentions.usage import acts, head_of, is_first_name, is_located
from warextract.syntax import labels
from warextract.syntax.labels import EntityType, Role
from warextract.syntax.tree import Tree
from warextract.vocabulary import PlaceKind

_LONGEST = 6
_LONGEST_NAME = 20  # words in capitals that the table lacks; more are a heading
_PLAIN_NOUNS = frozenset(
    {"district", "region", "oblast", "province", "governorate", "county", "raion", "rayon", "sector", "direction"}
)
_DASHES = frozenset({"-", "--", "–", "—", ":"})
_OPENING = frozenset({"“", '"', "‘", "'", "«"})
_CLOSING = frozenset({"”", '"', "’", "'", "»"})
_NOT_NOUNS = frozenset({"state", "front", "line", "capital"})  # "Islamic State" is no state


def find_named(
    tree: Tree, table: PlaceTable, *, dateline: tuple[int, int] | None, taken: frozenset[int], told: Sequence[ToldPlace]
) -> tuple[NamedPlace, ...]:
    """All names of places, in text order and without overlap."""
    line = range(0)
    if dateline is not None:
        line = _line(tree, dateline)
    persons = [ent for ent in tree.ents if labels.entity_type(ent.label_) is EntityType.PERSON]
    reader = Reader(
        tree, table, load_place_nouns(), line, taken,
        frozenset(mentioned_countries(tree, table)),
        frozenset(ent.text.lower() for ent in tree.ents if labels.entity_type(ent.label_) is EntityType.LOCATION),
        frozenset(token.text for ent in persons for token in ent),
        frozenset(ent[-1].text for ent in persons if len(ent) > 1),
        frozenset(token.text for ent in persons if len(ent) > 1 for token in ent),
        country_headings(tree, table),
        {place.start: place for place in told},
    )  # fmt: skip
    found: list[NamedPlace] = []
    at = 0
    texts = [token.text for token in tree.tokens]
    while at < len(texts):
        if not (texts[at][0].isupper() or texts[at] in ARTICLES):
            at += 1
            continue
        name, at = _name_at(reader, at)
        if name is not None:
            found.append(name)
    found = with_repeats(reader, found)
    if dateline is not None and not any(name.start in range(*dateline) for name in found):
        start, end = dateline
        found.append(NamedPlace(start, end, end - 1, tree.span_text(start, end), None, "", "dateline"))
        found.sort(key=lambda name: name.start)
    return revised(reader, found)


def _line(tree: Tree, place: tuple[int, int]) -> range:
    """Tokens from the place of a dateline to the dash that ends it; the parser may break it anywhere."""
    start, end = place
    for i in range(end, min(end + 20, len(tree.tokens))):
        if tree.tokens[i].text in _DASHES or "\n" in tree.tokens[i].text:
            return range(start, i)
    return range(start, max(end, tree.sentence(start)[1]))


def mentioned_countries(tree: Tree, table: PlaceTable) -> list[str]:
    """ISO codes of countries for every name, adjective or people of one ("Sudan", "Sudanese"), in text order."""
    out: list[str] = []
    for token in tree.tokens:
        if token.text[:1].isupper() and token.is_alpha:
            country = table.country_of(token.text)
            if country is None:
                country = next((row.country for row in table.find(token.text) if row.kind == "country"), None)
            if country is not None:
                out.append(country)
    for ent in tree.ents:
        if len(ent) > 1:
            out.extend(row.country for row in table.find(ent.text)[:1] if row.kind == "country")
    return out


def _name_at(reader: Reader, start: int) -> tuple[NamedPlace | None, int]:
    """The name that starts at a token, if it is a place here, and the token to go on from."""
    tree = reader.tree
    word = tree.tokens[start]
    if start in reader.taken or not (word.text[:1].isupper() or is_article(tree, start)):
        return None, start + 1
    if is_first_name(tree, start):
        return None, start + 2
    if start in reader.told and (name := _told(reader, reader.told[start])) is not None:
        return name, name.end
    if start > 0 and tree.tokens[start - 1].text == "(" and word.is_upper and len(word) < 6:
        return None, start + 1  # an agency or an abbreviation
    if start in reader.line and (word.lower_.strip(".") in reader.words.not_names.words or _is_agency(tree, start)):
        return None, start + 1  # "SEOUL, Nov. 3 (Xinhua)"
    if _is_nicknamed(tree, start) or _is_numbered(tree, start) or _is_bare_noun(reader, start):
        return None, start + 1
    for end in _window_ends(reader, start):
        if tree.span_text(start, end).lower() in reader.words.not_names.words:
            return None, end
        if end < len(tree.tokens) and tree.tokens[end].text == "$":
            return None, end + 1  # "US$"
        rows = reader.table.find(tree.span_text(start, end))
        last = tree.tokens[end - 1].lower_
        if end - start > 1 and reader.words.pattern.kind_of(last) in ("region", "area"):
            rows = tuple(row for row in rows if row.kind != "settlement")  # "Dniprovskyi district" is no town
        if rows and _may_be_place(reader, start, end, rows) and not _is_speaker(reader, start, end, rows):
            name = with_noun(reader, start, end, rows)
            return (name if _is_used_as_place(reader, name, rows) else None), name.end
    unknown = _unknown_at(reader, start)
    return unknown, unknown.end if unknown is not None else start + 1


def _told(reader: Reader, place: ToldPlace) -> NamedPlace | None:
    """The place that the words beside a name make of it; None where the table has a longer name there."""
    if any(i in reader.taken for i in range(place.start, place.end)):
        return None
    rows = reader.table.find(reader.tree.span_text(place.start, place.end))
    named = with_noun(reader, place.start, place.end, rows)
    kind = reader.words.pattern.kind_of(place.noun) if place.noun else None
    if named.noun or kind not in ("settlement", "region"):
        return replace(named, rule="pattern", sure=True)
    return replace(named, rule="pattern", sure=True, kind=kind, noun=place.noun)


def _is_agency(tree: Tree, i: int) -> bool:
    return i > 0 and i + 1 < len(tree.tokens) and tree.tokens[i - 1].text in "(/" and tree.tokens[i + 1].text in ")/"


def _is_nicknamed(tree: Tree, i: int) -> bool:
    """ "Joseph “the Fox” Marlow": a first name before a nickname, or the surname after it."""
    doc = tree.tokens
    if i > 2 and doc[i - 1].text in _CLOSING:
        opening = next((k for k in range(i - 2, max(i - 7, 0), -1) if doc[k].text in _OPENING), None)
        return opening is not None and _is_nicknamed(tree, opening - 1) and doc[opening - 1].text[:1].isupper()
    if i + 1 >= len(doc) or doc[i + 1].text not in _OPENING:
        return False
    closing = next((k for k in range(i + 2, min(i + 6, len(doc))) if doc[k].text in _CLOSING), None)
    return closing is not None and closing + 1 < len(doc) and doc[closing + 1].text[:1].isupper()


def _is_numbered(tree: Tree, i: int) -> bool:
    """ "the Falcon 2 operation": a name with a number before a noun."""
    doc = tree.tokens
    numbered = i + 2 < len(doc) and doc[i + 1].is_digit and tree.heads[i] > i + 1
    return numbered and doc[i + 2].pos_ == "NOUN"


def _is_bare_noun(reader: Reader, i: int) -> bool:
    """ "the Strip", "the Gulf state": a noun with a capital that takes up a place."""
    tree = reader.tree
    again = any(tree.tokens[i].lower_ in nouns for nouns in reader.words.again.values())
    alone = i + 1 == len(tree.tokens) or not tree.tokens[i + 1].text[:1].isupper()
    return again and alone and i > 0 and tree.tokens[i - 1].lower_ == "the" and tree.tokens[i].is_title


def _window_ends(reader: Reader, start: int) -> Iterator[int]:
    doc = reader.tree.tokens
    stop = min(start + _LONGEST, reader.line.stop if start in reader.line else reader.tree.sentence(start)[1])
    for end in range(stop, start, -1):
        last = doc[end - 1]
        if any(doc[i].is_space or i in reader.taken for i in range(start, end)):
            continue
        if last.text[:1].isupper() or (end - start > 1 and reader.words.pattern.kind_of(last.lower_)):
            yield end


def _may_be_place(reader: Reader, start: int, end: int, rows: tuple[PlaceRow, ...]) -> bool:
    """Whether a text that the table knows can be a place's name here."""
    tree = reader.tree
    kinds = {entity(tree, i) for i in range(start, end)}
    if start in reader.line or _is_heading(tree, start, end) or start in reader.headings:
        return True
    if end - start == 1 and reader.table.country_of(tree.tokens[start].text):
        return False
    ent = entity_bounds(tree, start)
    if EntityType.LOCATION in kinds:
        return ent[1] <= end or _is_noun_tail(reader, end, ent[1]) or end - start > 1
    if end - start > 1 and any(row.kind != "settlement" for row in rows):
        sure = EntityType.PERSON not in kinds and ent[1] <= end
        noun = reader.words.pattern.kind_of(tree.tokens[end - 1].lower_) is not None
        return sure or noun or is_local(reader, start, end)
    if kinds & {EntityType.PERSON, EntityType.ORGANISATION} and ent != (start, end):
        return False
    if tree.tokens[start].pos_ != "PROPN" and start == tree.sentence(start)[0]:
        return False
    if is_local(reader, start, end) or noun_beside(reader, start, end) is not None:
        return True
    if is_territory(reader, start, end):
        return True
    at_hand = any(row.country in reader.countries and row.main for row in rows)
    known = tree.span_text(start, end).lower() in reader.local
    plain = kinds == {None} and start != tree.sentence(start)[0] and len(tree.tokens[start]) > 3
    return at_hand and (known or plain or end - start > 1 or is_target(reader, start, end))


def _is_speaker(reader: Reader, start: int, end: int, rows: tuple[PlaceRow, ...]) -> bool:
    """ "left Kherson and Surovikin defended it": what the parser lists with a place and what then does something,
    unless it is known in a country of the article.
    """
    tree = reader.tree
    if tree.roles[head_of(tree, start, end)] is not Role.CONJUNCT or end >= len(tree.tokens):
        return False
    if any(row.country in reader.countries for row in rows):
        return False
    verb = tree.tokens[end]
    if verb.pos_ != "VERB" or "Fin" not in verb.morph.get("VerbForm", []):
        return False
    return tree.lemma(end) not in load_usage().verbs.place_subject | reader.words.targeted.subject_verbs


def _is_noun_tail(reader: Reader, start: int, end: int) -> bool:
    """Whether the rest of a recognised name is a noun of places ("Kursk | Region")."""
    return end - start == 1 and reader.words.pattern.kind_of(reader.tree.tokens[start].lower_) is not None


def _is_used_as_place(reader: Reader, name: NamedPlace, rows: tuple[PlaceRow, ...]) -> bool:
    """False for countries, capitals and seats of power that stand for those who govern there."""
    tree = reader.tree
    if name.start in reader.line or name.noun or name.start in reader.headings:
        return True
    if name.end < len(tree.tokens) and tree.tokens[name.end].text == "-" and not tree.tokens[name.end - 1].whitespace_:
        return False  # "Kenya-led", "Beirut-based"
    if name.base.lower() in reader.words.seats.names:
        return is_located(tree, name.start, name.end)
    state = any(row.kind == "country" or (row.kind == "region" and not row.country) for row in rows)
    if not state and not reader.table.is_capital(name.base):
        owner = tree.roles[name.head] is Role.POSSESSOR
        return not owner or entity(tree, tree.heads[name.head]) is not EntityType.PERSON
    if _locates(tree, name):
        return True
    if acts(tree, name.start, name.end) or _rules(reader, name, rows):
        return False
    first = tree.first_conjunct(name.head)
    if _owns_body(reader, first):
        return False
    if _is_heading(tree, name.start, name.end):
        return True
    return tree.roles[first] not in MODIFIER and not _goes_on(tree, name.end)


def _locates(tree: Tree, name: NamedPlace) -> bool:
    """ "Tripoli, Lebanon": the country after a town and a comma says where it lies."""
    before = name.start - 2
    if before < 0 or tree.tokens[before + 1].text != ",":
        return False
    named = entity(tree, before) is EntityType.LOCATION
    return named and tree.first_conjunct(name.head) == name.head and tree.heads[name.head] <= before


def _rules(reader: Reader, name: NamedPlace, rows: tuple[PlaceRow, ...]) -> bool:
    """ "Moscow's annexed Crimea": a capital does not contain a region."""
    tree = reader.tree
    if tree.roles[name.head] is not Role.POSSESSOR or any(row.kind == "country" for row in rows):
        return False
    owned = reader.table.find(tree.tokens[tree.heads[name.head]].text)
    return any(row.kind in ("region", "country", "area") for row in owned[:1])


def _owns_body(reader: Reader, first: int) -> bool:
    """ "the embassies of Rwanda and France", "the president of Iran"."""
    tree = reader.tree
    governor = tree.heads[first]
    owners = reader.words.bodies.nouns
    named = {tree.lemma(governor), tree.tokens[governor].lower_.removesuffix("s")}
    return tree.preposition(first) == "of" and bool(named & owners)


def _is_heading(tree: Tree, start: int, end: int) -> bool:
    """ "SYRIA - The agency said": a name and a dash open the paragraph."""
    opens = start == 0 or "\n" in tree.tokens[start - 1].text
    return (
        opens and end < len(tree.tokens) and tree.tokens[end].text in _DASHES and bool(tree.tokens[end - 1].whitespace_)
    )


def _goes_on(tree: Tree, end: int) -> bool:
    """Whether a longer name follows at once ("United Kingdom Maritime Trade Operations")."""
    following = tree.tokens[end] if end < len(tree.tokens) else None
    return following is not None and following.pos_ == "PROPN" and following.text[:1].isupper()


def _unknown_at(reader: Reader, start: int) -> NamedPlace | None:
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
    return named if _is_likely(reader, named) and not _is_speaker(reader, start, end, ()) else None


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
