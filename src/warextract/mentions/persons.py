"""Persons by name: what the recogniser marks, what follows a title, and what the gazetteer knows."""

import itertools
from collections.abc import Iterable, Iterator

from warextract.lexicon.entries import ActorEntry
from warextract.lexicon.name_index import fold
from warextract.lexicon.place_nouns import load_place_nouns
from warextract.lexicon.places import PlaceTable
from warextract.lexicon.usage import load_usage
from warextract.mentions.candidate import Candidate, is_subject
from warextract.mentions.explained_persons import explained_persons
from warextract.mentions.person_bounds import PARTICLES, joins, name_end, name_start
from warextract.mentions.survey import Survey
from warextract.mentions.usage import head_of
from warextract.syntax import labels
from warextract.syntax.labels import EntityType, Role
from warextract.vocabulary import ActorKind

_MAX_NAME = 5
_FULL_NAME = 3
_ACRONYM = 4
_FAMILY_FIRST = frozenset({"CHN", "PRK", "KOR", "TWN"})


def persons(survey: Survey, used: frozenset[int]) -> Iterator[Candidate]:
    """Names of persons that no gazetteer name has taken."""
    spans = dict.fromkeys((*_recognised(survey), *_titled(survey), *explained_persons(survey)))
    again = frozenset(_again(survey, spans))
    spans |= dict.fromkeys(again)
    covered: set[int] = set()
    for start, end in sorted(spans, key=lambda s: (s[0], -s[1])):
        inside = range(start, end)
        if any(i in used or i in survey.taken or i in covered for i in inside):
            continue
        covered.update(inside)
        found = _person(survey, start, end, known=(start, end) in again)
        if found is not None:
            yield found


def _recognised(survey: Survey) -> Iterator[tuple[int, int]]:
    titles = survey.gazetteer.people.titles["words"]
    for ent in survey.tree.names:
        if ent.kind is not EntityType.PERSON:
            continue
        start, end = ent.start, ent.end
        while start < end - 1 and survey.tree.token(start).lower_.strip(".") in titles:
            start += 1
        while start < end - 2 and survey.tree.lemma(start) in survey.gazetteer.kinds:
            start += 1  # "Broadcaster Piers Morgan"
        yield name_start(survey, start, end), name_end(survey, start, end)


def _again(survey: Survey, spans: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Surnames of persons whose full names stand elsewhere ("Daglo" after "Mohamed Hamdan Daglo")."""
    doc = survey.tree.tokens
    full = [doc[end - 1] for start, end in spans if end - start > 1]
    full += [doc[h.end - 1] for h in survey.hits if h.use == "name" and survey.gazetteer.actors[h.id].kind == "person"]
    full = [token for token in full if len(token.text) > len("al")]
    full += [doc[start] for start in _family_names_first(survey)]
    first_seen = {token.text: token.i for token in reversed(full) if token.text[0].isupper()}
    for token in doc:
        if first_seen.get(token.text, len(doc)) < token.i:
            start = _with_particle(survey, token.i)
            if start is not None:
                yield start, token.i + 1


def _family_names_first(survey: Survey) -> Iterator[int]:
    """First words of known names that begin with the family's ("Xi" of "Xi Jinping")."""
    for hit in survey.hits:
        entry = survey.gazetteer.actors[hit.id] if hit.use == "name" else None
        if entry is not None and entry.kind == "person" and entry.country in _FAMILY_FIRST and hit.end - hit.start > 1:
            yield hit.start


def _with_particle(survey: Survey, i: int) -> int | None:
    """Where a surname starts ("al-Eryani"), or None where a longer name holds it."""
    doc = survey.tree.tokens
    start = i
    while start > 0 and doc[start].ent_iob_ == "I" and joins(doc[start - 1].text):
        start -= 1
    inside = doc[start].ent_iob_ == "I" or (i + 1 < len(doc) and doc[i + 1].ent_iob_ == "I")
    return None if inside else start


def _titled(survey: Survey) -> Iterator[tuple[int, int]]:
    """ "Gov. Oleh Syniehubov" where the recogniser saw nothing."""
    doc = survey.tree.tokens
    titles = survey.gazetteer.people.titles
    for token in doc:
        word = token.lower_.strip(".")
        if word not in titles["words"]:
            continue
        start = end = token.i + 1
        if not token.text[0].isupper() and (end == len(doc) or doc[end].pos_ != "PROPN"):
            continue
        in_body = labels.entity_type(token.ent_type_) is EntityType.ORGANISATION  # "Ministry Spokesman Ali Barry"
        while end < len(doc) and end - start < _MAX_NAME and _is_name_word(survey, end, in_body=in_body):
            end += 1
        if in_body and not _is_whole_name(survey, start, end):
            continue
        sure = word in titles["ranks"] or (token.pos_ == "PROPN" and word not in titles["loose"])
        if end < len(doc) and doc[end].lower_ in titles["words"]:
            continue  # "Deputy Emergency Situations Minister"
        if end > start + 1 or (end > start and sure and doc[start].pos_ == "PROPN"):
            yield start, end


def _is_whole_name(survey: Survey, start: int, end: int) -> bool:
    """Whether what follows a title inside the name of a body is a person's name: two or three words, none of a body."""
    people = survey.gazetteer.people
    bodies = people.names["places"].union(*people.heads.values())
    words = {survey.tree.token(i).lower_ for i in range(start, end)}
    after = survey.tree.token(end) if end < len(survey.tree.tokens) else None
    whole = after is None or after.ent_iob_ != "I"
    return 2 <= end - start <= _FULL_NAME and whole and not words & bodies


def _is_name_word(survey: Survey, i: int, *, in_body: bool) -> bool:
    token = survey.tree.token(i)
    titles = survey.gazetteer.people.titles["words"]
    known = token.lower_.strip(".") in titles or i in survey.at
    kind = labels.entity_type(token.ent_type_)
    inside = in_body and token.ent_iob_ == "I"
    other = kind in (EntityType.LOCATION, EntityType.ORGANISATION) and not inside
    return (
        token.text[0].isupper()
        and token.is_alpha
        and not known
        and not other
        and token.pos_ in ("PROPN", "NOUN", "ADJ")
    )


def _person(survey: Survey, start: int, end: int, *, known: bool) -> Candidate | None:
    tree = survey.tree
    head = head_of(tree, start, end)
    text = tree.span_text(start, end)
    named = text[0].isupper() or (known and tree.token(start).text in PARTICLES)
    if not named or len(text) == 1 or (end - start == 1 and not known and _is_common(survey, start)):
        return None
    if (not known and _is_place(survey, start, end, head)) or is_byline(survey, start):
        return None
    if tree.roles[head] in (Role.COMPOUND, Role.ADJECTIVE) and tree.heads[head] >= end:
        return None  # "the Trump administration", "Kornet missile"
    if end - start == 1 and text.isupper() and len(text) <= _ACRONYM and not known:
        return None  # "7:30 PM ET"
    body = _body_kind(survey, start, end)
    if body is not None:
        return Candidate(
            start,
            end,
            head,
            "name",
            "organisation",
            text,
            body,
            key=f"name:{fold(text)}",
            lemma=tree.lemma(end - 1),
            local=True,
        )
    names = survey.gazetteer.people.names
    after_title = start > 0 and tree.token(start - 1).lower_.strip(".") in survey.gazetteer.people.titles["words"]
    of_place = tree.token(end - 1).lower_ in names["places"] | names["occasions"]
    if of_place and not known and not (after_title and end - start > 1):
        return None  # "Cielo Vista Mall"
    entry = _by_surname(survey, text) if end - start == 1 else None
    if entry is not None:
        return Candidate(
            start, end, head, "name", f"actor:{entry.id}", entry.name, "person", key=f"actor:{entry.id}",
            country=entry.country, entry=entry, cameo=entry.cameo, role=entry.role,
        )  # fmt: skip
    head = title_head(survey, start, head)
    if _is_of_a_quarter(survey, head, end):
        return None
    involved = is_subject(tree, head) or tree.roles[head] in (Role.APPOSITION, Role.POSSESSOR, Role.RECIPIENT)
    return Candidate(
        start, end, head, "name", "person", text, "person", key=f"person:{fold(text)}", local=True,
        weak=end - start == 1 and not after_title and not (involved and tree.sentence(start)[0] != start),
    )  # fmt: skip


def is_byline(survey: Survey, start: int) -> bool:
    """ "By Mary Ellis in Beirut" as a paragraph of its own."""
    doc = survey.tree.tokens
    if start == 0 or doc[start - 1].lower_ != "by" or (start > 1 and "\n" not in doc[start - 2].text):
        return False
    line = itertools.takewhile(lambda token: "\n" not in token.text, doc[start:])
    return not any(labels.is_verb(token) or token.text == "." for token in line)


def _body_kind(survey: Survey, start: int, end: int) -> ActorKind | None:
    """Kind of a body that the recogniser took for a person: "HDT Limited", "the newspaper Magyar Nemzet"."""
    people = survey.gazetteer.people
    if end - start > 1 and survey.tree.token(end - 1).lower_ in people.heads["company"]:
        return "company"
    if start == 0 or survey.tree.token(start - 1).pos_ != "NOUN":
        return None
    before = survey.noun(start - 1)
    if before in people.groups["media"]:
        return "media"
    return "company" if before in people.groups["company"] and end - start == 1 else None


def _is_title(survey: Survey, i: int) -> bool:
    return survey.tree.token(i).lower_.strip(".") in survey.gazetteer.people.titles["words"]


def title_head(survey: Survey, start: int, head: int) -> int:
    """The title a name hangs on ("Governor Vasily Anokhin" with the governor as head); else the name's own head."""
    tree = survey.tree
    before = start - 2 if start > 1 and tree.token(start - 1).text == "." else start - 1
    if before >= 0 and tree.sentence(before) != tree.sentence(start) and _is_title(survey, before):
        return before  # "said Sgt." cut off from the name as if it ended a sentence
    above = tree.heads[head]
    if not start - _MAX_NAME <= above < start or tree.roles[head] not in (Role.FLAT, Role.APPOSITION, Role.COMPOUND):
        return head
    title = _is_title(survey, above) or tree.lemma(above) in survey.gazetteer.kinds
    plain = all(not tree.token(i).is_punct or tree.token(i).text == "." for i in range(above, start))
    return above if title and plain else head


def _is_common(survey: Survey, i: int) -> bool:
    """A noun that begins a sentence ("Soldiers", "Demand"), or a place."""
    tree = survey.tree
    token = tree.token(i)
    first = tree.sentence(i)[0] == i or (i > 0 and tree.token(i - 1).is_quote)
    if _is_title(survey, i) or token.pos_ in ("VERB", "AUX", "ADV", "INTJ"):
        return True
    return first and (token.pos_ != "PROPN" or tree.lemma(i) in survey.gazetteer.kinds)


def _is_place(survey: Survey, start: int, end: int, head: int) -> bool:
    """A place that the recogniser took for a person ("near Ain Issa", "Vuhledar – …")."""
    tree = survey.tree
    head = title_head(survey, start, head)
    titled = start > 0 and tree.token(start - 1).lower_.strip(".") in survey.gazetteer.people.titles["words"]
    of_place = tree.preposition(head) == "of" and tree.lemma(tree.heads[head]) in load_usage().nouns.place
    if of_place and not titled:
        return True  # "the city of Chasiv Yar"
    if titled or not any(row.main for row in PlaceTable.load().find(tree.span_text(start, end))):
        return False
    located = tree.preposition(tree.first_conjunct(head)) in load_usage().prepositions.place
    return located or not is_subject(tree, head)


def _is_of_a_quarter(survey: Survey, head: int, end: int) -> bool:
    """ "the Sheikh Maqsoud quarter": a title in the name of a place."""
    tree = survey.tree
    modifier = tree.roles[head] in (Role.COMPOUND, Role.FLAT, Role.ADJECTIVE) and tree.heads[head] == end
    return modifier and load_place_nouns().pattern.kind_of(tree.lemma(end)) is not None


def _by_surname(survey: Survey, text: str) -> ActorEntry | None:
    """An office-holder of a country that the article names, known by surname alone."""
    owners = survey.gazetteer.surnames.get(fold(text), ())
    here = [o for o in owners if o.country is None or survey.counts[o.country]]
    return here[0] if len(here) == 1 and len(owners) == 1 else None
