"""Clues to what a name names: its own words, its neighbours, the place table and the actor gazetteer."""

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Span

    from warextract.lexicon.gazetteer import ActorGazetteer
    from warextract.lexicon.places import PlaceTable

PER, ORG, LOC = "PER", "ORG", "LOC"
Scores = dict[str, float]
"""How much speaks for each type."""

BIG_TOWN = 50_000  # inhabitants


@dataclass(frozen=True, slots=True)
class Weights:
    """What each clue counts; set on UNER-EWT test and the GUM dev set, never on UNER-PUD."""

    guess: float = 1.0  # the recogniser's own type
    actor: float = 3.0  # a name of the actor gazetteer
    country: float = 4.0
    organisation_head: float = 3.0
    place_head: float = 5.0
    given_and_more: float = 1.6  # a given name with another name after it
    given: float = 1.75
    weak_given: float = 0.6
    acronym: float = 0.8
    title: float = 2.5
    description: float = 0.75  # ", a nurse", ", 61,", "who"
    described_before: float = 1.0  # "assembly member X Y"
    big_town: float = 1.0
    town: float = 0.5
    home_town: float = 0.8  # a settlement of a country that the article speaks of
    preposition: float = 0.7  # "in", "near"
    taken: float = 0.8  # a settlement of the table after "overran", "shelled"
    place_noun: float = 2.5  # "the town of"
    region_noun: float = 1.0  # "the X region"
    family: float = 2.0  # the full name stands elsewhere in the article
    added: float = 1.5  # what must speak for a name that the recogniser missed


WEIGHTS = Weights()


@dataclass(frozen=True, slots=True)
class Words:
    """The word lists of entity_types.toml and the given names; weak ones are common words or places too."""

    organisation_heads: frozenset[str]
    place_heads: frozenset[str]
    place_openers: frozenset[str]
    place_nouns_before_of: frozenset[str]
    place_prepositions: frozenset[str]
    taking: frozenset[str]
    titles: frozenset[str]
    person_nouns: frozenset[str]
    no_names: frozenset[str]
    speaking: frozenset[str]
    given: frozenset[str]
    weak_given: frozenset[str]


@lru_cache(maxsize=1)
def load_words() -> Words:
    """The lists of the package, read once."""
    table = tomllib.loads((files("warextract.syntax") / "entity_types.toml").read_text("utf-8"))
    names = (files("warextract.lexicon") / "data" / "given_names.txt").read_text("utf-8").splitlines()
    given = [name for name in names if name and not name.startswith("#")]
    return Words(
        given=frozenset(name for name in given if not name.endswith("?")),
        weak_given=frozenset(name[:-1] for name in given if name.endswith("?")),
        **{key: frozenset(words) for key, words in table.items()},
    )


@lru_cache(maxsize=1)
def load_places() -> "PlaceTable":
    """The place table, loaded when the first article is read."""
    from warextract.lexicon.places import PlaceTable  # noqa: PLC0415 (big, and only a real article needs it)

    return PlaceTable.load()


@lru_cache(maxsize=1)
def load_actors() -> "ActorGazetteer":
    """The actor gazetteer, loaded when the first article is read."""
    from warextract.lexicon.gazetteer import ActorGazetteer  # noqa: PLC0415 (big, likewise)

    return ActorGazetteer.load()


def total(*parts: Scores) -> Scores:
    """The sum of scores, type by type."""
    return {label: sum(part.get(label, 0.0) for part in parts) for label in (PER, ORG, LOC)}


def own_evidence(span: "Span") -> Scores:
    """What a name's own words and its neighbours say of its type."""
    words = load_words()
    return total(
        gazetteer_evidence(span), words_evidence(span, words), title_evidence(span, words), place_evidence(span, words)
    )


def people(span: "Span") -> bool:
    """Whether a name is an adjective or a people ("Ukrainians"), which are no names here."""
    return any(use in ("adjective", "people") for use, _ in known_as(span.text))


@lru_cache(maxsize=4096)
def known_as(name: str) -> tuple[tuple[str, str], ...]:
    """What the actor gazetteer says of a whole name: its use ("name", "country", …) and its type."""
    gazetteer = load_actors()
    found = []
    words = name.split()
    for hit in gazetteer.names(words):
        if hit.start == 0 and hit.end == len(words):
            actor = gazetteer.actors.get(hit.id)
            found.append((hit.use, LOC if actor is None else PER if actor.kind == "person" else ORG))
    return tuple(found)


def gazetteer_evidence(span: "Span") -> Scores:
    """Names of known actors and countries."""
    scores: Scores = {PER: 0.0, ORG: 0.0, LOC: 0.0}
    for use, label in known_as(span.text):
        if use in ("name", "later"):
            scores[label] += WEIGHTS.actor
        elif use in ("country", "capital", "territory"):
            scores[LOC] += WEIGHTS.country
    return scores


def words_evidence(span: "Span", words: Words) -> Scores:
    """Head words ("University of …", "28th Brigade"), given names, acronyms."""
    scores: Scores = {PER: 0.0, ORG: 0.0, LOC: 0.0}
    tokens = [token.text for token in span]
    lower = [token.lower() for token in tokens]
    before_of = lower[lower.index("of") - 1] if "of" in lower[1:] else ""
    head = before_of or (lower[-2] if lower[-1] in ("'s", "’s") and len(lower) > 1 else lower[-1])
    if len(tokens) > 1 and (head in words.organisation_heads or "military" in lower[:-1]):
        scores[ORG] += WEIGHTS.organisation_head
    elif len(tokens) > 1 and (head in words.place_heads or lower[0] in words.place_openers):
        scores[LOC] += WEIGHTS.place_head
    if tokens[0] in words.given and "of" not in lower:
        scores[PER] += WEIGHTS.given_and_more if len(tokens) > 1 else WEIGHTS.given
    elif tokens[0] in words.weak_given and len(tokens) > 1:
        scores[PER] += WEIGHTS.weak_given
    if len(tokens) == 1 and 2 < len(tokens[0]) < 7 and tokens[0].isupper() and not mostly_upper(span):
        scores[ORG] += WEIGHTS.acronym
    return scores


def mostly_upper(span: "Span") -> bool:
    """Whether a name stands among other upper-case words (a heading, a dateline)."""
    around = [t for t in span.sent if t.is_alpha and not span.start <= t.i < span.end][:12]
    return bool(around) and sum(t.is_upper for t in around) > len(around) / 2


def title_evidence(span: "Span", words: Words) -> Scores:
    """A title before ("Gov. X", "spokesman X") or a description of a person after ("X, a nurse")."""
    scores: Scores = {PER: 0.0, ORG: 0.0, LOC: 0.0}
    doc, start, end = span.doc, span.start, span.end
    before = doc[start - 1].lower_ if start else ""
    if before in words.titles:
        scores[PER] += WEIGHTS.title
    elif before in words.person_nouns and end - start > 1:
        scores[PER] += WEIGHTS.described_before
    if end + 1 < len(doc) and doc[end].text == ",":
        after = [token.lower_ for token in doc[end + 1 : end + 6]]
        aged = after[0].isdigit() and len(after) > 1 and after[1] in (",", ".")
        described = after[0] in ("who", "whose", "whom") or any(word in words.person_nouns for word in after)
        if aged or described:
            scores[PER] += WEIGHTS.description
    if end < len(doc) and doc[end].lower_ in ("who", "himself", "herself"):
        scores[PER] += WEIGHTS.description
    return scores


def place_evidence(span: "Span", words: Words) -> Scores:
    """The place table, prepositions of place, "the town of X", "the X region"."""
    scores: Scores = {PER: 0.0, ORG: 0.0, LOC: 0.0}
    doc, start, end = span.doc, span.start, span.end
    before = doc[start - 1].lower_ if start else ""
    after = doc[end].lower_ if end < len(doc) else ""
    rows = load_places().find(span.text) if span.text[:1].isupper() or span.text.isupper() else ()
    if any(row.kind == "country" for row in rows):
        scores[LOC] += WEIGHTS.country
    elif rows:
        scores[LOC] += WEIGHTS.big_town if rows[0].main and rows[0].population >= BIG_TOWN else WEIGHTS.town
        if before in words.taking:
            scores[LOC] += WEIGHTS.taken
    if before in words.place_prepositions:
        scores[LOC] += WEIGHTS.preposition
    if before == "of" and start > 1 and doc[start - 2].lower_ in words.place_nouns_before_of:
        scores[LOC] += WEIGHTS.place_noun
    if after in words.place_heads:
        scores[LOC] += WEIGHTS.region_noun
    return scores
