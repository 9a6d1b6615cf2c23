"""Types of named entities, corrected by evidence: head words, titles, the place table, the rest of the article.

The bundled recogniser finds names well and types unknown ones badly: whether "Sake" is a town, a person or a
militia is told by what stands around it and by what is known. Each clue adds to one type; the recogniser's own
guess counts as one clue more.
"""

import tomllib
from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING

from spacy.language import Language
from spacy.tokens import Doc, Span

if TYPE_CHECKING:
    from warextract.lexicon.places import PlaceTable

PER, ORG, LOC = "PER", "ORG", "LOC"
Scores = Counter[str]
"""How much speaks for each type."""

GUESS = 1.0  # the recogniser's own type
ADDED = 1.5  # what must speak for a name that the recogniser missed
LONGEST_ADDED = 3
BIG_TOWN = 50_000  # inhabitants


@dataclass(frozen=True, slots=True)
class Words:
    """The word lists of entity_types.toml and the given names; weak ones are common words or places too."""

    organisation_heads: frozenset[str]
    place_heads: frozenset[str]
    place_openers: frozenset[str]
    place_nouns_before_of: frozenset[str]
    place_prepositions: frozenset[str]
    titles: frozenset[str]
    person_nouns: frozenset[str]
    no_names: frozenset[str]
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
    from warextract.lexicon.places import PlaceTable  # noqa: PLC0415

    return PlaceTable.load()


class EntityTypes:
    """spaCy component: re-types the names of a Doc and adds names that the recogniser missed."""

    def __call__(self, doc: Doc) -> Doc:
        if any(ent.label_ not in (PER, ORG, LOC) for ent in doc.ents):
            return doc  # not the bundled recogniser's labels
        known = [(ent, own_evidence(ent) + Counter({ent.label_: GUESS})) for ent in doc.ents]
        missed = [(span, own_evidence(span)) for span in missed_names(doc)]
        shared = article_evidence([*known, *missed])
        typed = [retyped(ent, scores + shared[ent.text]) for ent, scores in known]
        for span, scores in missed:
            total = scores + shared[span.text]
            if total and total.most_common(1)[0][1] >= ADDED:
                typed.append(retyped(span, total))
        doc.set_ents(typed, default="outside")
        return doc


def retyped(span: Span, scores: Scores) -> Span:
    """The span with the type that most speaks for."""
    best = max((PER, ORG, LOC), key=lambda label: scores[label])
    return Span(span.doc, span.start, span.end, label=best)


def own_evidence(span: Span) -> Scores:
    """What a name's own words and its neighbours say of its type."""
    words = load_words()
    return words_evidence(span, words) + title_evidence(span, words) + place_evidence(span, words)


def words_evidence(span: Span, words: Words) -> Scores:
    """Head words ("University of …", "28th Brigade"), given names, acronyms."""
    scores: Scores = Counter()
    tokens = [token.text for token in span]
    lower = [token.lower() for token in tokens]
    before_of = lower[lower.index("of") - 1] if "of" in lower[1:] else ""
    head = before_of or (lower[-2] if lower[-1] in ("'s", "’s") and len(lower) > 1 else lower[-1])
    if len(tokens) > 1 and head in words.organisation_heads:
        scores[ORG] += 3.0
    elif len(tokens) > 1 and (head in words.place_heads or lower[0] in words.place_openers):
        scores[LOC] += 2.5
    if tokens[0] in words.given and "of" not in lower:
        scores[PER] += 1.6 if len(tokens) > 1 else 1.3
    elif tokens[0] in words.weak_given and len(tokens) > 1:
        scores[PER] += 0.6
    if len(tokens) == 1 and 2 < len(tokens[0]) < 7 and tokens[0].isupper() and not mostly_upper(span):
        scores[ORG] += 0.8
    return scores


def mostly_upper(span: Span) -> bool:
    """Whether a name stands among other upper-case words (a heading, a dateline)."""
    around = [t for t in span.sent if t.is_alpha and not span.start <= t.i < span.end][:12]
    return bool(around) and sum(t.is_upper for t in around) > len(around) / 2


def title_evidence(span: Span, words: Words) -> Scores:
    """A title before ("Gov. X", "spokesman X") or a description of a person after ("X, a nurse")."""
    scores: Scores = Counter()
    doc, start, end = span.doc, span.start, span.end
    before = doc[start - 1].lower_ if start else ""
    if before in words.titles:
        scores[PER] += 2.5
    if end + 1 < len(doc) and doc[end].text == ",":
        after = [token.lower_ for token in doc[end + 1 : end + 6]]
        if after[0].isdigit() and len(after) > 1 and after[1] in (",", "."):
            scores[PER] += 1.5
        elif after[0] in ("a", "an", "the", "who", "whose", "whom") or after[-1] in words.person_nouns:
            if after[0] in ("who", "whose", "whom") or any(word in words.person_nouns for word in after):
                scores[PER] += 1.5
    if end < len(doc) and doc[end].lower_ in ("who", "himself", "herself"):
        scores[PER] += 1.0
    return scores


def place_evidence(span: Span, words: Words) -> Scores:
    """The place table, prepositions of place, "the town of X", "the X region"."""
    scores: Scores = Counter()
    doc, start, end = span.doc, span.start, span.end
    before = doc[start - 1].lower_ if start else ""
    after = doc[end].lower_ if end < len(doc) else ""
    rows = load_places().find(span.text) if span.text[:1].isupper() or span.text.isupper() else ()
    if any(row.kind == "country" for row in rows):
        scores[LOC] += 4.0
    elif rows:
        scores[LOC] += 1.2 if rows[0].main and rows[0].population >= BIG_TOWN else 0.7
    if before in words.place_prepositions:
        scores[LOC] += 1.2
    elif before == "at" and rows:
        scores[LOC] += 0.3
    if before == "of" and start > 1 and doc[start - 2].lower_ in words.place_nouns_before_of:
        scores[LOC] += 2.5
    if after in words.place_heads:
        scores[LOC] += 1.0
    return scores


def article_evidence(spans: list[tuple[Span, Scores]]) -> dict[str, Scores]:
    """What other mentions say: the same string elsewhere, and the full name of a person called by family name."""
    by_text: dict[str, list[Scores]] = defaultdict(list)
    for span, scores in spans:
        by_text[span.text].append(scores)
    shared: dict[str, Scores] = defaultdict(Counter)
    for text, many in by_text.items():
        if len(many) > 1:
            total = sum(many, Counter[str]())
            shared[text] = Counter({label: value / len(many) for label, value in total.items()})
    for span, scores in spans:
        if len(span) in (2, 3, 4) and scores and scores.most_common(1)[0][0] == PER:
            family = span[-1].text
            if family in by_text:
                shared[family][PER] += 2.0
    return shared


def missed_names(doc: Doc) -> list[Span]:
    """Runs of capitalised proper nouns outside the recogniser's names."""
    words = load_words()
    taken = {token.i for ent in doc.ents for token in ent}
    found: list[Span] = []
    start = None
    for token in [*doc, None]:
        inside = (
            token is not None
            and token.i not in taken
            and token.pos_ == "PROPN"
            and token.text[:1].isupper()
            and token.lower_ not in words.no_names
            and token.lower_ not in words.titles
            and not (start is None and token.i and doc[token.i - 1].text == "-")
        )
        if inside and token is not None:
            start = token.i if start is None else start
            continue
        if start is not None:
            end = token.i if token is not None else len(doc)
            if end - start <= LONGEST_ADDED and (token is None or token.text != "-") and start - 1 not in taken:
                found.append(doc[start:end])
        start = None
    return found


@Language.factory("warextract_entity_types", assigns=["doc.ents"], requires=["doc.ents", "token.pos"])
def create_entity_types(nlp: Language, name: str) -> EntityTypes:
    """Factory of the component, found by spaCy through the entry point of the same name."""
    return EntityTypes()
