"""Persons by name: what the recogniser marks, what follows a title, and what the gazetteer knows."""

from collections.abc import Iterator

from warextract.lexicon.entries import ActorEntry
from warextract.lexicon.name_index import fold
from warextract.lexicon.places import PlaceTable
from warextract.mentions.candidate import Candidate
from warextract.mentions.survey import Survey
from warextract.mentions.usage import head_of
from warextract.syntax import labels
from warextract.syntax.labels import EntityType, Role

_RANKS = frozenset(
    {"gov", "sgt", "lt", "col", "gen", "maj", "capt", "sen", "rep", "adm", "brig", "cpl", "mr", "mrs", "ms", "dr", "president",
     "governor", "minister", "general", "colonel", "major", "spokesman", "spokeswoman", "spokesperson", "chancellor"}
)  # fmt: skip
_MAX_NAME = 5


def persons(survey: Survey, used: frozenset[int]) -> Iterator[Candidate]:
    """Names of persons that no gazetteer name has taken."""
    spans = dict.fromkeys((*_recognised(survey), *_titled(survey)))
    covered: set[int] = set()
    for start, end in sorted(spans, key=lambda s: (s[0], -s[1])):
        inside = range(start, end)
        if any(i in used or i in survey.taken or i in covered for i in inside):
            continue
        covered.update(inside)
        found = _person(survey, start, end)
        if found is not None:
            yield found


def _recognised(survey: Survey) -> Iterator[tuple[int, int]]:
    titles = survey.gazetteer.people.titles["words"]
    for ent in survey.tree.doc.ents:
        if labels.entity_type(ent.label_) is not EntityType.PERSON:
            continue
        start, end = ent.start, ent.end
        while start < end - 1 and survey.tree.token(start).lower_.strip(".") in titles:
            start += 1
        while end > start + 1 and not survey.tree.token(end - 1).text[0].isalpha():
            end -= 1
        yield start, end


def _titled(survey: Survey) -> Iterator[tuple[int, int]]:
    """ "Gov. Oleh Syniehubov" where the recogniser saw nothing."""
    doc = survey.tree.doc
    titles = survey.gazetteer.people.titles["words"]
    for token in doc:
        word = token.lower_.strip(".")
        if word not in titles or not token.text[0].isupper():
            continue
        start = end = token.i + 1
        while end < len(doc) and end - start < _MAX_NAME and _is_name_word(survey, end):
            end += 1
        if end > start + (0 if word in _RANKS else 1):
            yield start, end


def _is_name_word(survey: Survey, i: int) -> bool:
    token = survey.tree.token(i)
    titles = survey.gazetteer.people.titles["words"]
    known = token.lower_.strip(".") in titles or i in survey.at
    kind = labels.entity_type(token.ent_type_)
    other = kind in (EntityType.LOCATION, EntityType.ORGANISATION)
    return token.text[0].isupper() and token.is_alpha and not known and not other and token.pos_ in ("PROPN", "NOUN", "ADJ")


def _person(survey: Survey, start: int, end: int) -> Candidate | None:
    tree = survey.tree
    head = head_of(tree, start, end)
    text = tree.span_text(start, end)
    if not text[0].isupper() or len(text) == 1 or (end - start == 1 and _is_common(survey, start)):
        return None
    if tree.roles[head] in (Role.COMPOUND, Role.ADJECTIVE) and tree.heads[head] >= end:
        return None  # "the Trump administration", "Kornet missile"
    entry = _by_surname(survey, text) if end - start == 1 else None
    if entry is not None:
        return Candidate(
            start, end, head, "name", f"actor:{entry.id}", entry.name, "person", key=f"actor:{entry.id}",
            country=entry.country, entry=entry, cameo=entry.cameo, role=entry.role,
        )  # fmt: skip
    return Candidate(start, end, head, "name", "person", text, "person", key=f"person:{fold(text)}", local=True)


def _is_common(survey: Survey, i: int) -> bool:
    """A noun that begins a sentence ("Soldiers", "Demand"), or a place."""
    tree = survey.tree
    token = tree.token(i)
    first = tree.sentence(i)[0] == i
    place = labels.entity_type(token.ent_type_) is not EntityType.PERSON and PlaceTable.load().find(token.text)
    return bool(place) or (first and (token.pos_ != "PROPN" or tree.lemma(i) in survey.gazetteer.kinds))


def _by_surname(survey: Survey, text: str) -> ActorEntry | None:
    """An office-holder of a country that the article names, known by surname alone."""
    owners = survey.gazetteer.surnames.get(fold(text), ())
    here = [o for o in owners if o.country is None or survey.counts[o.country]]
    return here[0] if len(here) == 1 and len(owners) == 1 else None
