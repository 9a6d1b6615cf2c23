"""One rule tried on one sentence: what its examples are checked with, and what a rule's author looks at."""

from dataclasses import dataclass

from warextract.lexicon.examples import Marked
from warextract.lexicon.rulebook import Rule
from warextract.matching.conditions import EntityIndex, fillers, holds
from warextract.matching.matches import RuleMatch
from warextract.mentions.entities import Entities
from warextract.syntax.frames import Frame
from warextract.syntax.tree import Tree


@dataclass(frozen=True, slots=True)
class Firing:
    """A rule on a frame: the characters of its trigger and, for each role, the head of each filler."""

    trigger: tuple[int, int]
    roles: tuple[tuple[str, tuple[int, ...]], ...]


def firings(tree: Tree, matches: tuple[RuleMatch, ...], rule_id: str) -> tuple[Firing, ...]:
    """The firings of one rule among the matches of the whole book."""
    return tuple(_firing(tree, match.rule, match.frame) for match in matches if match.rule.id == rule_id)


def rule_firings(tree: Tree, frames: tuple[Frame, ...], entities: Entities, rule: Rule) -> tuple[Firing, ...]:
    """The firings of one rule by itself, whether or not another speaks before it."""
    index = EntityIndex(entities)
    return tuple(
        _firing(tree, rule, frame)
        for frame in frames
        if {frame.lemma, *frame.names} & set(rule.lemma) and holds(rule, frame, tree, index)
    )


def differences(marked: Marked, firing: Firing) -> list[str]:
    """What an example marks and a firing does not say, and the other way round; empty when they agree.

    The trigger must be the same stretch; a mark of another role must hold the head of exactly one filler.
    """
    text = marked.text
    out = []
    marks = [(start, end) for role, start, end in marked.roles if role == "trigger"]
    if marks != [firing.trigger]:
        out.append(f"trigger is {text[slice(*firing.trigger)]!r}, marked {[text[a:b] for a, b in marks]}")
    filled = dict(firing.roles)
    for role in sorted({r for r, _, _ in marked.roles if r != "trigger"} | filled.keys()):
        spans = [(a, b) for r, a, b in marked.roles if r == role]
        heads = filled.get(role, ())
        held = [sum(a <= head < b for head in heads) for a, b in spans]
        if len(spans) != len(heads) or any(count != 1 for count in held):
            words = [text[head:].split()[0] for head in heads]
            out.append(f"{role} is {words}, marked {[text[a:b] for a, b in spans]}")
    return out


def _firing(tree: Tree, rule: Rule, frame: Frame) -> Firing:
    roles = []
    for role, names in rule.roles.items():
        found = next(filter(None, (_named(tree, frame, name) for name in names)), ())
        if found:
            roles.append((role, tuple(tree.token(head).idx for head in found)))
    return Firing(tree.offsets(frame.words[0], frame.words[-1] + 1), tuple(roles))


def _named(tree: Tree, frame: Frame, slot: str) -> tuple[int, ...]:
    """Fillers of a slot; of the modifiers only names ("Russian shelling"), as no other can take part."""
    heads = dict.fromkeys(fillers(frame, slot))
    return tuple(h for h in heads if slot != "modifier" or tree.token(h).text[:1].isupper())
