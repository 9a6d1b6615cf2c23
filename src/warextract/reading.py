"""Everything read in one article before it becomes a record: parse, frames, entities, claims and events."""

from collections.abc import Mapping
from dataclasses import dataclass

from warextract.article import Article
from warextract.claims.find import Claims
from warextract.events.draft import EventDraft, TimeDraft
from warextract.matching.matches import RuleMatch
from warextract.mentions.entities import Entities
from warextract.records import Spans
from warextract.syntax.frames import Frame
from warextract.syntax.tree import Tree
from warextract.text.dateline import DatelineMatch
from warextract.text.quotes import Quote


@dataclass(frozen=True, slots=True)
class Reading:
    """One article read. Entities are in tokens of ``tree``, claims and events in characters of its text.

    ``operators`` gives, for the key of a weapon, the key of the actor that holds or uses it; ``said``,
    for the key of a claim, when it was said.
    """

    article: Article
    tree: Tree
    frames: tuple[Frame, ...]
    entities: Entities
    quotes: tuple[Quote, ...]
    dateline: DatelineMatch | None
    event_matches: tuple[RuleMatch, ...]
    claims: Claims
    events: tuple[EventDraft, ...]
    operators: Mapping[str, str]
    said: Mapping[str, TimeDraft]
    spans: Spans
    warnings: tuple[str, ...] = ()
