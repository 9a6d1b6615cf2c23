"""Silences told by two verbs: "declined to comment on", "has yet to issue a response to"."""

from warextract.claims.block import Tokens, cue_tokens
from warextract.claims.extent import reach
from warextract.lexicon.claim_words import claim_words
from warextract.syntax import labels
from warextract.syntax.frames import Frame
from warextract.syntax.labels import Role
from warextract.syntax.tree import Tree

_ABOUT = ("on", "about", "to", "regarding", "concerning", "over")


def _verb(tree: Tree, frame: Frame) -> int | None:
    verbs = [h for h in frame.fill("complement") if labels.is_verb(tree.token(h))]
    return verbs[0] if verbs else frame.head if frame.kind == "verb" else None


def inner_cue(tree: Tree, frame: Frame) -> Tokens:
    """The cue from the first verb to the second, with the word of speech it may carry."""
    start, end = cue_tokens(tree, frame)
    verb = _verb(tree, frame)
    if verb is None or verb < start:
        return start, end
    end = max(end, verb + 1)
    for c in tree.children(verb, Role.OBJECT):
        if tree.lemma(c) in claim_words().replies and c - verb <= 4:
            end = c + 1
    return start, end


def inner_content(tree: Tree, frame: Frame) -> Tokens | None:
    """What the silence is about: a clause, or the noun under "on", "about", "to"."""
    verb = _verb(tree, frame)
    if verb is None:
        return None
    spoken = [c for c in tree.children(verb, Role.OBJECT) if tree.lemma(c) in claim_words().replies]
    for c in tree.children(verb, Role.CLAUSE_COMPLEMENT, Role.OPEN_COMPLEMENT):
        start, end = tree.subtree(c)
        if start > verb:
            return start, end
    for node in (*spoken, verb, frame.head):
        for c in tree.children(node, Role.OBLIQUE, Role.NOMINAL_MODIFIER):
            if tree.preposition(c) in _ABOUT and c > frame.head:
                start, end = tree.subtree(c)
                case = max(tree.children(c, Role.CASE), default=start - 1)
                return (case + 1 if start <= case < c else start), end
    for c in tree.children(verb, Role.OBJECT):
        if c not in spoken:
            start, end = tree.subtree(c)
            if start > verb:
                return start, reach(tree, frame, end)
    return None


def asked_content(tree: Tree, frame: Frame) -> Tokens | None:
    """The question that a silence answers: "Asked whether the base was hit, he declined to comment"."""
    for c in tree.children(frame.head, Role.ADVERBIAL_CLAUSE):
        if tree.lemma(c) in ("ask", "question", "press") and c < frame.head:
            for q in tree.children(
                c, Role.CLAUSE_COMPLEMENT, Role.OPEN_COMPLEMENT, Role.ADVERBIAL_CLAUSE, Role.OBLIQUE
            ):
                start, end = tree.subtree(q)
                if tree.token(start).lower_ in ("about", "on"):
                    start += 1
                return start, end
    return None


def beyond_request(tree: Tree, start: int, end: int) -> Tokens | None:
    """Of "a request for comment on the raid" the raid; None where the request names no subject."""
    head = next(
        (i for i in range(start, end) if tree.lemma(i) in claim_words().requests and labels.is_noun(tree.token(i))),
        None,
    )
    if head is None or not start <= head <= start + 3:
        return start, end
    for i in range(head + 1, end):
        if tree.token(i).lower_ in ("on", "about", "regarding", "concerning", "over"):
            return tree.trim(i + 1, end)
    return None
