"""Names of places in a parsed article: found by recogniser, table and grammar, not yet linked."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from warextract.lexicon.place_nouns import load_place_nouns
from warextract.lexicon.places import PlaceTable
from warextract.mentions.headings import country_headings
from warextract.mentions.known_places import is_speaker, is_used_as_place, may_be_place
from warextract.mentions.name_grammar import (
    NamedPlace,
    Reader,
    with_noun,
)
from warextract.mentions.name_revision import revised, with_repeats
from warextract.mentions.name_shape import ARTICLES, is_article
from warextract.mentions.told_places import ToldPlace
from warextract.mentions.unknown_places import unknown_at
from warextract.mentions.usage import is_first_name
from warextract.syntax.labels import EntityType
from warextract.syntax.tree import Tree

_LONGEST = 6
_DASHES = frozenset({"-", "--", "–", "—", ":"})
_OPENING = frozenset({"“", '"', "‘", "'", "«"})
_CLOSING = frozenset({"”", '"', "’", "'", "»"})


def find_named(
    tree: Tree, table: PlaceTable, *, dateline: tuple[int, int] | None, taken: frozenset[int], told: Sequence[ToldPlace]
) -> tuple[NamedPlace, ...]:
    """All names of places, in text order and without overlap."""
    line = range(0)
    if dateline is not None:
        line = _line(tree, dateline)
    persons = [ent for ent in tree.names if ent.kind is EntityType.PERSON]
    reader = Reader(
        tree, table, load_place_nouns(), line, taken,
        frozenset(mentioned_countries(tree, table)),
        frozenset(ent.text.lower() for ent in tree.names if ent.kind is EntityType.LOCATION),
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


_OFFICES = frozenset({"acting", "former", "deputy", "interim"})  # "Acting Kursk Region Governor"


def _line(tree: Tree, place: tuple[int, int]) -> range:
    """Tokens from the place of a dateline to the dash that ends it; the parser may break it anywhere."""
    start, end = place
    for i in range(end, min(end + 20, len(tree.tokens))):
        if tree.tokens[i].text in _DASHES or "\n" in tree.tokens[i].text:
            return range(start, i)
    return range(start, max(end, tree.sentence(start)[1]))


@lru_cache(maxsize=1)  # asked for by several readers of one article
def mentioned_countries(tree: Tree, table: PlaceTable) -> tuple[str, ...]:
    """ISO codes of countries for every name, adjective or people of one ("Sudan", "Sudanese"), in text order."""
    out: list[str] = []
    for token in tree.tokens:
        if token.text[:1].isupper() and token.is_alpha:
            country = table.country_by_word(token.text)
            if country is not None:
                out.append(country)
    for ent in tree.names:
        if len(ent) > 1:
            out.extend(row.country for row in table.find(ent.text)[:1] if row.kind == "country")
    return tuple(out)


def _name_at(reader: Reader, start: int) -> tuple[NamedPlace | None, int]:
    """The name that starts at a token, if it is a place here, and the token to go on from."""
    tree = reader.tree
    word = tree.tokens[start]
    if word.lower_ in _OFFICES or start in reader.taken or not (word.text[:1].isupper() or is_article(tree, start)):
        return None, start + 1
    if is_first_name(tree, start):
        return None, start + 2
    if start in reader.told and (name := _told(reader, reader.told[start])) is not None:
        return name, name.end
    if start > 0 and tree.tokens[start - 1].text == "(" and word.is_upper and len(word) < 6:
        return None, start + 1  # an agency or an abbreviation
    common = word.lower_.strip(".") in reader.words.not_names.words and not _opens_longer(tree, start)
    if start in reader.line and (common or _is_agency(tree, start)):
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
        if rows and may_be_place(reader, start, end, rows) and not is_speaker(reader, start, end, rows):
            name = with_noun(reader, start, end, rows)
            return (name if is_used_as_place(reader, name, rows) else None), name.end
    unknown = unknown_at(reader, start)
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


def _opens_longer(tree: Tree, i: int) -> bool:
    """ "Central African Republic": a common word that begins the name of a place."""
    return tree.token(i).ent_iob_ == "B" and i + 1 < len(tree.tokens) and tree.token(i + 1).ent_iob_ == "I"


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
    if i + 2 < len(tree.tokens) and tree.tokens[i + 1].lower_ == "of" and reader.table.find(tree.span_text(i, i + 3)):
        return False  # "the Sea of Azov"
    again = any(tree.tokens[i].lower_ in nouns for nouns in reader.words.again.values())
    alone = i + 1 == len(tree.tokens) or not tree.tokens[i + 1].text[:1].isupper()
    at = i - 1
    if at > 0 and tree.tokens[at].lower_ in reader.words.not_names.directions:
        at -= 1  # "the southern Strip"
    return again and alone and at >= 0 and tree.tokens[at].lower_ == "the" and tree.tokens[i].is_title


def _window_ends(reader: Reader, start: int) -> Iterator[int]:
    doc = reader.tree.tokens
    stop = min(start + _LONGEST, reader.line.stop if start in reader.line else reader.tree.sentence(start)[1])
    stop = next((i for i in range(start, stop) if doc[i].is_space or i in reader.taken), stop)
    for end in range(stop, start, -1):
        last = doc[end - 1]
        if last.text[:1].isupper() or (end - start > 1 and reader.words.pattern.kind_of(last.lower_)):
            yield end
