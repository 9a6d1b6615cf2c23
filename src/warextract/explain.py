"""Why a record says what it says: the rules that fired on a text, their words, and the frames."""

from dataclasses import dataclass

from warextract.reading import Reading
from warextract.syntax.frames import Frame
from warextract.syntax.tree import Tree


@dataclass(frozen=True, slots=True)
class Firing:
    """One rule that fired. ``roles`` are (role, start, end, words), in characters of the text."""

    rule_id: str
    roles: tuple[tuple[str, int, int, str], ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """Rules that fired and, a line each, the frames of the text."""

    firings: tuple[Firing, ...]
    frames: tuple[str, ...]


def explain(reading: Reading) -> Explanation:
    """What fired in a reading, in text order."""
    firings = [*_event_firings(reading), *_claim_firings(reading)]
    firings.sort(key=lambda f: (min((r[1] for r in f.roles), default=0), f.rule_id))
    return Explanation(tuple(firings), tuple(_line(reading.tree, f) for f in reading.frames if f.arguments))


def _event_firings(reading: Reading) -> list[Firing]:
    tree, out = reading.tree, []
    for match in reading.event_matches:
        words = match.frame.words
        roles = [("trigger", *tree.offsets(words[0], words[-1] + 1))]
        for role, heads in match.roles.items():
            roles += [(role, *tree.offsets(*tree.base_phrase(head))) for head in heads]
        out.append(_firing(reading, match.rule.id, roles))
    return out


def _claim_firings(reading: Reading) -> list[Firing]:
    out = []
    for draft in reading.claims.drafts:
        parts = (("source", draft.source_span), ("cue", draft.cue), ("content", draft.content))
        out.append(_firing(reading, draft.rule, [(role, *chars) for role, chars in parts if chars]))
    return out


def _firing(reading: Reading, rule_id: str, roles: list[tuple[str, int, int]]) -> Firing:
    text = reading.article.text
    return Firing(rule_id, tuple((role, start, end, text[start:end]) for role, start, end in roles))


def _line(tree: Tree, frame: Frame) -> str:
    slots = ", ".join(f"{a.slot}={tree.token(a.head).text}" for a in frame.arguments)
    flags = f" [{' '.join(sorted(frame.flags))}]" if frame.flags else ""
    under = f" under {' < '.join(frame.context)}" if frame.context else ""
    return f"{frame.lemma} ({frame.kind}){flags}: {slots}{under}"
