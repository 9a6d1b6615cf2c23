"""The words of an attribution: its cue, and the stretch of cue, source and their adjuncts."""

from warextract.syntax.frames import Frame
from warextract.syntax.labels import Role
from warextract.syntax.tree import Tree

Tokens = tuple[int, int]
"""Token bounds, end exclusive."""

_OUTSIDE = frozenset(
    {Role.CLAUSE_COMPLEMENT, Role.OPEN_COMPLEMENT, Role.ADVERBIAL_CLAUSE, Role.PARATAXIS, Role.CONJUNCT,
     Role.OTHER, Role.COORDINATOR, Role.PUNCTUATION, Role.OBJECT, Role.NOUN_CLAUSE, Role.SUBJECT_CLAUSE, Role.MARKER}
)  # fmt: skip


def attribution_block(tree: Tree, frame: Frame) -> Tokens:
    """The contiguous stretch around a cue that holds its source, auxiliaries and adjuncts, but not the content.

    "…, a spokesman for the brigade said on Friday" → "a spokesman for the brigade said on Friday".
    """
    inside = set(frame.words)
    for c in tree.children(frame.head):
        if tree.roles[c] in _OUTSIDE:
            continue
        inside.update(tree.descendants(c))
    start = end = frame.head
    while start - 1 in inside or (start - 1 >= 0 and _bridge(tree, start - 1) and start - 2 in inside):
        start -= 1
    while end + 1 in inside or (end + 2 < len(tree.tokens) and _bridge(tree, end + 1) and end + 2 in inside):
        end += 1
    while start < frame.head and tree.token(start).is_punct:
        start += 1
    while end > frame.head and tree.token(end).is_punct:
        end -= 1
    return start, end + 1


_NEAR = (
    Role.COPULA, Role.AUXILIARY, Role.AUXILIARY_PASSIVE, Role.ADVERB, Role.DETERMINER, Role.OTHER, Role.MARKER,
    Role.COORDINATOR,
)  # fmt: skip


def _bridge(tree: Tree, i: int) -> bool:
    """Commas and marks inside an apposition do not break the block."""
    return tree.token(i).is_punct and not tree.token(i).is_sent_end


def cue_tokens(tree: Tree, frame: Frame) -> Tokens:
    """Token bounds of the cue: the predicate's words with its negation and auxiliaries ("did not say").

    Auxiliaries next to the words are taken when the cue is negated, "have yet to" or an agentless passive ("are
    said"); a plain "said" or "has said" is the verb alone.
    """
    words = sorted(frame.words)
    start, end = words[0], words[-1] + 1
    if end - start > len(words) + 3:
        start, end = frame.head, frame.head + 1
    silent = frame.has("negated")
    if not silent and not frame.has("infinitive") and not (frame.has("passive") and not frame.fill("subject")):
        return start, end
    near = {
        c
        for c in tree.children(frame.head, *_NEAR)
        if c < start and not (tree.roles[c] is Role.AUXILIARY_PASSIVE and tree.token(c).tag_ == "VBN" and not silent)
    }
    while start - 1 in near:
        start -= 1
    return start, end
