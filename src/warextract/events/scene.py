"""Everything that is known of an article before its events are put together, with look-up by token."""

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal, NamedTuple

from warextract.claims.draft import ClaimDraft
from warextract.matching.conditions import EntityIndex
from warextract.mentions.entities import ActorEntity, PlaceEntity, WeaponEntity
from warextract.syntax import labels
from warextract.syntax.frames import Frame
from warextract.syntax.tree import Tree
from warextract.text.dates import TimeExpression

Layer = Literal["actor", "place"]
_SHORTEST = 6  # words of a full sentence


class Ref(NamedTuple):
    """An entity that fills a role, and the token by which it does."""

    layer: Layer
    key: str
    head: int


class TimeAt(NamedTuple):
    """A time expression and the token on which it hangs."""

    expression: TimeExpression
    head: int


@dataclass(frozen=True, slots=True)
class Scene:
    """An article's parse, entities, claims and times.

    ``frames`` maps a predicate's token to its frame; ``numbers`` and ``paragraphs`` give the sentence and the
    paragraph of each token; ``cues`` are the tokens of attributing predicates.
    """

    tree: Tree
    frames: Mapping[int, Frame]
    index: EntityIndex
    claims: tuple[ClaimDraft, ...]
    times: tuple[TimeAt, ...]
    published: date | None
    numbers: tuple[int, ...]
    paragraphs: tuple[int, ...]
    cues: frozenset[int]
    _within: Mapping[str, Mapping[int, str]] = field(repr=False)

    @classmethod
    def of(
        cls,
        tree: Tree,
        frames: tuple[Frame, ...],
        index: EntityIndex,
        claims: tuple[ClaimDraft, ...],
        times: "tuple[TimeExpression, ...]",
        published: date | None,
    ) -> "Scene":
        order = {start: number for number, start in enumerate(dict.fromkeys(tree.paragraphs))}
        return cls(
            tree=tree,
            frames={frame.head: frame for frame in frames},
            index=index,
            claims=claims,
            times=tuple(TimeAt(t, _head_of(tree, t.start, t.end)) for t in times),
            published=published,
            numbers=tree.numbers,
            paragraphs=tuple([order[start] for start in tree.paragraphs]),
            cues=frozenset(claim.head for claim in claims if claim.head is not None),
            _within={
                "actor": _cover(tree, index.entities.actors),
                "place": _cover(tree, index.entities.places),
                "weapon": _cover(tree, index.entities.weapons),
            },
        )

    @property
    def first_sentence(self) -> int:
        """Number of the first full sentence: one with a finite verb and a full stop."""
        sentences = enumerate(self.tree.sentences())
        return next((number for number, (start, end) in sentences if _is_full(self.tree, start, end)), 0)

    def actor(self, head: int) -> Ref | None:
        key = self.index.entities.actor_at(head) or self._within["actor"].get(head)
        return Ref("actor", key, head) if key else None

    def place(self, head: int) -> Ref | None:
        key = self.index.entities.place_at(head) or self._within["place"].get(head)
        return Ref("place", key, head) if key else None

    def place_key(self, head: int) -> str | None:
        """Key of the place named at a token."""
        found = self.place(head)
        return found.key if found else None

    def weapon(self, head: int) -> str | None:
        """Key of the weapon named at a token."""
        return self.index.entities.weapon_at(head) or self._within["weapon"].get(head)

    def chars(self, head: int) -> tuple[int, int]:
        """Characters of one token."""
        token = self.tree.token(head)
        return token.idx, token.idx + len(token.text)

    def mention_chars(self, ref: Ref) -> tuple[int, int]:
        """Characters of the mention by which an entity fills a role; of its token where that is in none."""
        entity = self.index.actors.get(ref.key) if ref.layer == "actor" else self.index.places.get(ref.key)
        around = [m for m in (entity.mentions if entity else ()) if m.start <= ref.head < m.end]
        return self.tree.offsets(around[0].start, around[0].end) if around else self.chars(ref.head)

    def sentence_chars(self, head: int) -> tuple[int, int]:
        """Characters of the sentence that holds a token, without outer white space."""
        start, end = self.tree.sentence(head)
        while start < end - 1 and self.tree.token(start).is_space:
            start += 1
        while end - 1 > start and self.tree.token(end - 1).is_space:
            end -= 1
        return self.tree.offsets(start, end)


def _is_full(tree: Tree, start: int, end: int) -> bool:
    """Whether a stretch of text is a sentence, and no headline, byline or heading."""
    words = [tree.token(i) for i in range(start, end) if not tree.token(i).is_space]
    stopped = bool(words) and words[-1].text[-1:] in ".\"”’"
    return stopped and len(words) > _SHORTEST and any(labels.is_verb(word) for word in words)


def _cover(tree: Tree, entities: Iterable[ActorEntity | PlaceEntity | WeaponEntity]) -> dict[int, str]:
    """Nouns inside a mention whose phrase the parser headed by another of its nouns: the last one names it too."""
    out: dict[int, str] = {}
    for entity in entities:
        for mention in entity.mentions:
            for i in range(mention.end - 1, mention.start - 1, -1):
                if labels.is_noun(tree.token(i)):
                    out.setdefault(i, entity.key)
                    break
    return out


def _head_of(tree: Tree, start: int, end: int) -> int:
    """The token of a stretch of text that hangs on something outside it."""
    first = max(0, bisect_right(tree.starts, start) - 1)
    last = max(first + 1, bisect_right(tree.starts, end - 1))
    for i in range(first, last):
        governor = tree.heads[i]
        if (governor == i or not first <= governor < last) and not tree.token(i).is_space:
            return i
    return first


def head_at(scene: Scene, start: int, end: int) -> int:
    """The head token of a stretch of text."""
    return _head_of(scene.tree, start, end)
