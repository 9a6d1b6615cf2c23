"""Settlements of the countries an article speaks of: why "Kurakhove" is a town without a preposition too."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from spacy.tokens import Doc, Span

from warextract.lexicon.place_names import fold
from warextract.lexicon.places import PlaceRow
from warextract.syntax.name_evidence import BIG_TOWN, LOC, WEIGHTS, Scores, known_as, load_places, load_words

LONGEST = 2  # words of a bare name
# Towns of English settlers bear family names ("Norton", "Lincoln"), and a bare one is a person more often.
ENGLISH_SPEAKING = frozenset({"AUS", "CAN", "GBR", "IRL", "NZL", "USA"})
Spoken = Mapping[str, frozenset[str]]
"""Countries by ISO 3166-1 alpha-3 code, each with the words of the article that speak of it."""


def countries_spoken_of(doc: Doc, names: Iterable[Span]) -> Spoken:
    """The countries of an article, told by their names, their adjectives ("Sudanese") and their big towns."""
    table = load_places()
    spoken: dict[str, set[str]] = defaultdict(set)
    for token in doc:
        if token.text[:1].isupper() and (code := table.country_of(token.text)) is not None:
            spoken[code].add(token.text)
    for text in {name.text for name in names if name.text[:1].isupper()}:
        rows = table.find(text)
        if (
            rows
            and rows[0].country
            and (rows[0].kind == "country" or (rows[0].main and rows[0].population >= BIG_TOWN))
        ):
            spoken[rows[0].country].add(text)
    return {code: frozenset(words) for code, words in spoken.items()}


def home_evidence(name: Span, spoken: Spoken) -> Scores:
    """What speaks for a place: a bare unknown name is a settlement of a country that something else speaks of."""
    words = load_words()
    bare = len(name) <= LONGEST and all(token.text[:1].isupper() and len(token) > 1 for token in name)
    if not bare or any(token.text in words.given or token.text in words.weak_given for token in name):
        return {}
    if known_as(name.text) or speaks(name, words.speaking):
        return {}
    homes = {row.country for row in load_places().find(name.text) if row.kind == "settlement" and named(name, row)}
    homes -= ENGLISH_SPEAKING
    told = any(spoken.get(code, frozenset()) - {name.text} for code in homes)
    return {LOC: WEIGHTS.home_town} if told else {}


def named(name: Span, row: PlaceRow) -> bool:
    """Whether a name is a place's own or a spelling of it, no other name and no mere part ("Ivanov" of Ivanovo)."""
    key, main = fold(name.text), fold(row.name)
    return row.main or (key[:1] == main[:1] and key not in main)


def speaks(name: Span, verbs: frozenset[str]) -> bool:
    """Whether a verb of speech stands right after a name or right before it, which tells a person."""
    around = [name.doc[i].lower_ for i in (name.start - 1, name.end) if 0 <= i < len(name.doc)]
    return any(word in verbs for word in around)
