"""Scenes for the event layer from sentences tagged by hand: a parse, its entities and claims, no pipeline."""

from collections.abc import Mapping, Sequence
from datetime import date

from spacy.lang.en import English
from spacy.tokens import Doc
from spacy.vocab import create_vocab

from warextract.claims.draft import ClaimDraft
from warextract.events.scene import Scene
from warextract.lexicon.examples import parse_marked
from warextract.lexicon.rulebook import NoMatch, Rule
from warextract.matching.conditions import EntityIndex
from warextract.matching.matches import RuleMatch, fill_roles
from warextract.mentions.entities import ActorEntity, Entities, Mention, PlaceEntity, WeaponEntity
from warextract.syntax.build_frames import build_frames
from warextract.syntax.tree import Tree
from warextract.text.dates import find_times

_VOCAB = create_vocab("en", English.Defaults)
_TIED = frozenset(".,;:?!'’")
ActorSpec = tuple[str, str | None, str]
"""Kind, country and the words that name an actor, separated by "|"."""


def tree_of(*sentences: str) -> Tree:
    """The tree of sentences in which every word is "text/lemma/POS/TAG/governor/label"; governors count from 0 within
    the sentence.
    """
    words: list[str] = []
    lemmas: list[str] = []
    pos: list[str] = []
    tags: list[str] = []
    heads: list[int] = []
    deps: list[str] = []
    starts: list[bool] = []
    for sentence in sentences:
        first = len(words)
        for piece in sentence.split():
            word, lemma, part, tag, head, dep = piece.rsplit("/", 5)
            starts.append(len(words) == first)
            words.append(word)
            lemmas.append(lemma or word.lower())
            pos.append(part)
            tags.append(tag)
            heads.append(first + int(head))
            deps.append(dep)
    spaces = [i + 1 < len(words) and words[i + 1] not in _TIED for i in range(len(words))]
    return Tree.of(
        Doc(
            _VOCAB, words=words, spaces=spaces, lemmas=lemmas, pos=pos, tags=tags, heads=heads, deps=deps,
            sent_starts=starts,
        )
    )  # fmt: skip


def scene_of(
    tree: Tree,
    actors: Mapping[str, ActorSpec] | None = None,
    places: Mapping[str, tuple[str, str]] | None = None,
    weapons: Mapping[str, tuple[str, str]] | None = None,
    claims: Sequence[ClaimDraft] = (),
    published: date | None = date(2025, 3, 12),
) -> Scene:
    """A scene with entities named by single words: ``places`` and ``weapons`` give kind or class and the words."""
    entities = Entities.of(
        tuple(
            ActorEntity(k, k, kind, country, _at(tree, words)) for k, (kind, country, words) in (actors or {}).items()
        ),  # type: ignore[arg-type]
        tuple(PlaceEntity(k, k, kind, None, _at(tree, words)) for k, (kind, words) in (places or {}).items()),  # type: ignore[arg-type]
        tuple(WeaponEntity(k, class_, _at(tree, words)) for k, (class_, words) in (weapons or {}).items()),  # type: ignore[arg-type]
    )
    times = find_times(tree.text, published)
    return Scene.of(tree, build_frames(tree), EntityIndex(entities), tuple(claims), times, published)


def _at(tree: Tree, words: str) -> tuple[Mention, ...]:
    named = words.split("|")
    return tuple(Mention(t.i, t.i + 1, t.i, "name", "test") for t in tree.tokens if t.text in named)


def rule_of(event_type: str, roles: Mapping[str, Sequence[str]], kind: str = "verb", **more: object) -> Rule:
    """A rule as the book would hold it, with roles of the test."""
    marked = (parse_marked("<trigger>x</trigger> one"), parse_marked("<trigger>x</trigger> two"))
    return Rule.model_validate(
        {
            "id": f"test.{event_type}", "emits": "event", "type": event_type, "why": "a rule of the tests",
            "file": "test", "kinds": (kind,), "lemma": ("any",), "roles": {k: tuple(v) for k, v in roles.items()},
            "match": marked, "no_match": (NoMatch(text="nothing here", why="no event"),), **more,
        }
    )  # fmt: skip


def match_at(scene: Scene, word: str, rule: Rule, n: int = 1) -> RuleMatch:
    """A rule's match on the frame of the n-th token with a text."""
    heads = [t.i for t in scene.tree.tokens if t.text == word]
    frame = scene.frames[heads[n - 1]]
    return RuleMatch(rule, frame, fill_roles(rule, frame))
