"""Types of named entities, corrected by evidence: head words, titles, the place table, the rest of the article.

The bundled recogniser finds names well and types unknown ones badly: whether "Sake" is a town, a person or a
militia is told by what stands around it and by what is known. Each clue adds to one type; the recogniser's own
guess counts as one clue more.
"""

from collections import defaultdict

from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from warextract.syntax import name_evidence
from warextract.syntax.home_places import countries_spoken_of, home_evidence
from warextract.syntax.name_evidence import LOC, ORG, PER, Scores, load_words, own_evidence, people, total

LONGEST_ADDED = 3


class EntityTypes:
    """spaCy component: re-types the names of a Doc and adds names that the recogniser missed."""

    def __call__(self, doc: Doc) -> Doc:
        if any(ent.label_ not in (PER, ORG, LOC) for ent in doc.ents):
            return doc  # not the bundled recogniser's labels
        weights = name_evidence.WEIGHTS
        extra = missed_names(doc)
        spoken = countries_spoken_of(doc, [*doc.ents, *extra])
        names = [without_title(ent) for ent in doc.ents]
        known = [
            (ent, total(own_evidence(ent), home_evidence(ent, spoken), {ent.label_: weights.guess}))
            for ent in names
            if not people(ent) and not is_common_noun(ent)
        ]
        missed = [(span, total(own_evidence(span), home_evidence(span, spoken))) for span in extra]
        shared = article_evidence([*known, *missed])
        typed = [retyped(ent, total(scores, shared[ent.text])) for ent, scores in known]
        for span, scores in missed:
            summed = total(scores, shared[span.text])
            if max(summed.values()) >= weights.added:
                typed.append(retyped(span, summed))
        doc.set_ents(typed, default="outside")
        return doc


def is_common_noun(span: Span) -> bool:
    """ "Soldiers opened fire": a common noun that opens its sentence, taken for a name."""
    return len(span) == 1 and span[0].pos_ == "NOUN" and bool(span[0].is_sent_start) and not span[0].is_upper


def without_title(span: Span) -> Span:
    """ "SSP Operations Muhammad Baloch", taken for a body: the person's name alone, typed as one."""
    words = load_words()
    if span.label_ != ORG or span[-1].lower_ in words.organisation_heads | words.place_heads:
        return span
    for i in range(max(1, len(span) - LONGEST_ADDED), len(span) - 1):
        titled = any(token.lower_ in words.titles for token in span[:i])
        if titled and span[i].text in words.given | words.weak_given and all(token.is_title for token in span[i:]):
            return Span(span.doc, span.start + i, span.end, label=PER)
    return span


def retyped(span: Span, scores: Scores) -> Span:
    """The span with the type that most speaks for."""
    best = max((PER, ORG, LOC), key=lambda label: scores[label])
    return Span(span.doc, span.start, span.end, label=best)


def article_evidence(spans: list[tuple[Span, Scores]]) -> dict[str, Scores]:
    """What other mentions say: the same string elsewhere, and the full name of a person called by family name."""
    by_text: dict[str, list[Scores]] = defaultdict(list)
    for span, scores in spans:
        by_text[span.text].append(scores)
    shared: dict[str, Scores] = defaultdict(dict)
    for text, many in by_text.items():
        if len(many) > 1:
            shared[text] = {label: value / len(many) for label, value in total(*many).items()}
    for span, scores in spans:
        family = span[-1].text
        if len(span) > 1 and family in by_text and scores[PER] == max(scores.values()) > 0:
            shared[family] = total(shared[family], {PER: name_evidence.WEIGHTS.family})
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
            and not (start is None and follows_hyphen(token))
        )
        if inside and token is not None:
            start = token.i if start is None else start
            continue
        if start is not None:
            end = token.i if token is not None else len(doc)
            hyphen = token is not None and token.text == "-" and not doc[end - 1].whitespace_
            if end - start <= LONGEST_ADDED and not hyphen:
                found.append(doc[start:end])
        start = None
    return found


def follows_hyphen(token: Token) -> bool:
    """Whether a token is joined to the one before by a hyphen."""
    before = token.doc[token.i - 1] if token.i else token
    return before.text == "-" and not before.whitespace_


@Language.factory("warextract_entity_types", assigns=["doc.ents"], requires=["doc.ents", "token.pos"])
def create_entity_types(nlp: Language, name: str) -> EntityTypes:  # noqa: ARG001 (spaCy passes both)
    """Factory of the component, found by spaCy through the entry point of the same name."""
    return EntityTypes()
