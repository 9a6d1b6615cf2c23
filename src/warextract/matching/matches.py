"""Rules of the book run over the frames of an article."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field

from warextract.lexicon.rulebook import Anchor, Rule, Rulebook
from warextract.matching.conditions import EntityIndex, fillers, holds
from warextract.syntax.frames import Frame
from warextract.syntax.tree import Tree


@dataclass(frozen=True, slots=True)
class RuleMatch:
    """One rule on one frame. ``roles`` holds, for each role of the rule, the heads that fill it."""

    rule: Rule
    frame: Frame
    roles: Mapping[str, tuple[int, ...]] = field(default_factory=dict)


class RuleIndex:
    """Rules of one kind by what they stand on, so that a frame, a word or a mark meets only those that may fit."""

    def __init__(self, book: Rulebook, emits: str) -> None:
        index: dict[str, list[Rule]] = defaultdict(list)
        anchored: dict[str, dict[str, Rule]] = defaultdict(dict)
        for rule in book.rules:
            if rule.emits != emits:
                continue
            for lemma in dict.fromkeys(rule.lemma):
                if rule.on == "frame":
                    index[lemma].append(rule)
                else:
                    anchored[rule.on][lemma] = rule
        self._index = {lemma: tuple(rules) for lemma, rules in index.items()}
        self._anchored = dict(anchored)

    def anchored(self, on: Anchor) -> Mapping[str, Rule]:
        """The rules that stand on prepositions, adverbs or marks, by the word they stand on."""
        return self._anchored.get(on, {})

    def candidates(self, frame: Frame) -> tuple[Rule, ...]:
        """Rules that stand on a frame's lemma or one of its other names, each once."""
        index = self._index
        own = index.get(frame.lemma, ())
        others = [name for name in frame.names if name in index]
        if not others:
            return own
        found = (own, *(index[name] for name in sorted(others)))
        return tuple({rule.id: rule for rules in found for rule in rules}.values())


def ranked_matches(frame: Frame, rules: RuleIndex, tree: Tree, index: EntityIndex) -> tuple[RuleMatch, ...]:
    """All rules that hold on a frame, the heaviest first (``Rule.weight``), then in the book's order."""
    held = [rule for rule in rules.candidates(frame) if holds(rule, frame, tree, index)]
    if not held:
        return ()
    held.sort(key=lambda rule: -rule.weight)
    return tuple(RuleMatch(rule, frame, fill_roles(rule, frame)) for rule in held)


def find_matches(frames: tuple[Frame, ...], rules: RuleIndex, tree: Tree, index: EntityIndex) -> tuple[RuleMatch, ...]:
    """The best match of each rule group on each frame, in text order, and of each type one.

    Of several rules on one frame the heaviest speaks (``Rule.weight``), then the one first in the book.
    """
    out: list[RuleMatch] = []
    for frame in frames:
        best: dict[str, RuleMatch] = {}
        for match in ranked_matches(frame, rules, tree, index):
            if all(match.rule.type != other.rule.type for other in best.values()):
                best.setdefault(match.rule.group, match)
        out += best.values()
    return tuple(out)


def fill_roles(rule: Rule, frame: Frame) -> dict[str, tuple[int, ...]]:
    """Heads for each role: the first of its slots that is filled gives them all."""
    out: dict[str, tuple[int, ...]] = {}
    for role, names in rule.roles.items():
        for name in names:
            heads = fillers(frame, name)
            if heads:
                out[role] = heads
                break
    return out
