"""Whether a name that the place table knows is a place where it stands, and used as one."""

from warextract.lexicon.places import PlaceRow
from warextract.lexicon.usage import load_usage
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
)
from warextract.mentions.usage import acts, head_of, is_located, is_scene
from warextract.syntax.labels import EntityType, Role
from warextract.syntax.tree import Tree

_DASHES = frozenset({"-", "--", "–", "—", ":"})


def may_be_place(reader: Reader, start: int, end: int, rows: tuple[PlaceRow, ...]) -> bool:
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


def is_speaker(reader: Reader, start: int, end: int, rows: tuple[PlaceRow, ...]) -> bool:
    """ "left Kherson and Surovikin defended it": what the parser lists with a place and what then does something,
    unless it is known in a country of the article.
    """
    tree = reader.tree
    if tree.roles[head_of(tree, start, end)] is not Role.CONJUNCT or end >= len(tree.tokens):
        return False
    if any(row.country in reader.countries for row in rows):
        return False
    verb = tree.tokens[end]
    if verb.pos_ != "VERB" or "VerbForm=Fin" not in verb.features:
        return False
    return tree.lemma(end) not in load_usage().verbs.place_subject | reader.words.targeted.subject_verbs


def _is_noun_tail(reader: Reader, start: int, end: int) -> bool:
    """Whether the rest of a recognised name is a noun of places ("Kursk | Region")."""
    return end - start == 1 and reader.words.pattern.kind_of(reader.tree.tokens[start].lower_) is not None


def is_used_as_place(reader: Reader, name: NamedPlace, rows: tuple[PlaceRow, ...]) -> bool:
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
    if _locates(tree, name) or is_scene(tree, name.start, name.end) or (not state and _says_which(reader, name.head)):
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


def _says_which(reader: Reader, head: int) -> bool:
    """ "a Kabul car bombing", "the Moscow concert hall attack": a capital before it is where it was."""
    tree = reader.tree
    noun = tree.heads[head]
    if tree.roles[head] is not Role.COMPOUND or noun < head:
        return False
    if tree.roles[noun] is Role.COMPOUND:
        return reader.words.site_kind(tree.lemma(noun)) == "facility"  # "[[Moscow concert hall] attack]"
    sites = (c for c in tree.children(noun, Role.COMPOUND) if c > head)
    return tree.lemma(noun) in load_usage().nouns.scene or any(
        reader.words.site_kind(tree.lemma(c)) == "facility" for c in sites
    )


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
