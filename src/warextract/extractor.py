"""From an article to its record: ``load`` once, then ``extract``."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from warextract.article import Article
from warextract.assemble import assemble
from warextract.claims.find import find_claims
from warextract.errors import GazetteerError
from warextract.events.find import find_events, find_operators, find_said_times
from warextract.explain import Explanation, explain
from warextract.lexicon.gazetteer import ActorGazetteer
from warextract.lexicon.places import PlaceTable
from warextract.lexicon.rulebook import Rulebook
from warextract.lexicon.weapons import load_weapons
from warextract.matching.conditions import EntityIndex
from warextract.matching.matches import RuleIndex, find_matches
from warextract.mentions.entities import Entities
from warextract.mentions.find import Gazetteers, find_entities
from warextract.reading import Reading
from warextract.records import ArticleRecord, Spans
from warextract.syntax.build_frames import build_frames
from warextract.syntax.casing import with_usual_case
from warextract.syntax.pipeline import load_pipeline, parse
from warextract.syntax.tree import Tree
from warextract.text.boilerplate import blanked, find_boilerplate
from warextract.text.breaks import find_breaks
from warextract.text.dateline import find_dateline
from warextract.text.dates import find_times
from warextract.text.language import is_english
from warextract.text.quotes import find_quotes
from warextract.text.reading_copy import reading_copy

if TYPE_CHECKING:
    from spacy.language import Language


class Extractor:
    """A pipeline with its rules and gazetteers; safe to reuse for any number of articles."""

    def __init__(self, nlp: "Language", book: Rulebook, known: Gazetteers) -> None:
        self._nlp = nlp
        self._known = known
        self.book = book
        self._event_rules = RuleIndex(book, "event")
        self._claim_rules = RuleIndex(book, "claim")

    def read(self, article: Article | str) -> Reading:
        """Parse an article and find all that its record is made of."""
        if isinstance(article, str):
            article = Article(id="text", text=article)
        english = is_english(article.text, article.language)
        given = reading_copy(article.text) if english else ""  # no rule has anything to say of another language
        given = blanked(given, find_boilerplate(given))
        dateline = find_dateline(given)
        text = with_usual_case(given)
        start = dateline.end if dateline else 0
        doc = parse(self._nlp, text, find_breaks(text, start))
        tree = Tree.of(doc)
        frames = build_frames(tree)
        entities = find_entities(tree, self._known, dateline, article.published)
        quotes = find_quotes(text)
        event_matches = find_matches(frames, self._event_rules, tree, EntityIndex(entities))
        claims = find_claims(tree, frames, entities, quotes, self._claim_rules)
        known = Entities.of((*entities.actors, *claims.speakers), entities.places, entities.weapons)
        times = find_times(text, article.published)
        events = find_events(tree, frames, event_matches, known, claims.drafts, times, article.published)
        return Reading(
            article=article,
            tree=tree,
            frames=frames,
            entities=entities,
            quotes=quotes,
            dateline=dateline,
            event_matches=event_matches,
            claims=claims,
            events=events,
            operators=find_operators(known, tree, events),
            said=find_said_times(tree, claims.drafts, times, article.published),
            spans=Spans(article.text),
            warnings=_warnings(article, english=english),
        )

    def extract(self, article: Article) -> ArticleRecord:
        """The record of an article.

        >>> import warextract
        >>> article = warextract.Article(id="a", text="The army denied shelling the port.")
        >>> warextract.load().extract(article).claims[0].stance
        'denies'
        """
        return assemble(self.read(article))

    def explain(self, text: str) -> Explanation:
        """Every rule that fires on a text and on which words, and the frames it stands on."""
        return explain(self.read(text))


def _warnings(article: Article, *, english: bool) -> tuple[str, ...]:
    if not english:
        return ("not_english", *article.notes)
    if article.published is None:
        return ('no date of publication: times like "on Friday" stay open; give `published`', *article.notes)
    return article.notes


def load(
    model: str | Path | None = None,
    *,
    extra_rules: Sequence[Path] = (),
    extra_gazetteer: Sequence[Path] = (),
) -> Extractor:
    """An extractor with the bundled pipeline, or another English spaCy pipeline by name or folder.

    ``extra_rules`` are TOML files in the form of the rule book, ``extra_gazetteer`` TOML files of actors (form of
    gazetteers/actors) or TSV files of places (columns of gazetteers/places_extra.tsv).

    Raises ModelError, RuleError or GazetteerError, each naming what is wrong and where.
    """
    places = tuple(path for path in extra_gazetteer if path.suffix == ".tsv")
    actors = tuple(path for path in extra_gazetteer if path.suffix == ".toml")
    unknown = [str(path) for path in extra_gazetteer if path not in (*places, *actors)]
    if unknown:
        raise GazetteerError(f"{', '.join(unknown)}: a gazetteer is a .toml file of actors or a .tsv file of places")
    known = Gazetteers(ActorGazetteer.load(actors), PlaceTable.load(places), load_weapons())
    return Extractor(load_pipeline(model), Rulebook.load(extra_rules), known)
