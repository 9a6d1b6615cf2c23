"""Contents told by a noun: the object of a cue, what it is called, the noun or gerund under a preposition."""

from collections.abc import Callable

from warextract.claims.block import Tokens
from warextract.claims.extent import content_end, noun_end, reach
from warextract.lexicon.claim_words import claim_words
from warextract.syntax import labels
from warextract.syntax.frames import Frame
from warextract.syntax.labels import Role
from warextract.syntax.repairs import DAYS
from warextract.syntax.tree import Tree

_POINTERS = frozenset({"it", "this", "that", "them", "these", "those"})
_SUMS = frozenset({"something"})  # "…, something Israel disputes"


def obj(tree: Tree, frame: Frame) -> Tokens | None:
    """The noun that the cue is about, with what it is called: "rejected the account as a lie"."""
    own = tree.child(frame.head, Role.OBJECT)
    if own is not None and own < frame.head and tree.token(own).lower_ in ("which", "whom"):
        return _said_of(tree, frame) or (own, own + 1)  # "…, which the army denies"
    heads = [h for h in frame.fill("object") if tree.heads[h] == frame.head or tree.roles[h] is Role.CONJUNCT]
    heads = [h for h in heads if not labels.is_pronoun(tree.token(h)) or tree.token(h).lower_ in _POINTERS]
    if not heads:
        words = {h: tree.token(h) for h in frame.fill("object")}
        heads = [h for h, word in words.items() if not labels.is_pronoun(word) or word.lower_ in _SUMS]
    if not heads:
        # "condemned what it called dangerous actions"
        free = [h for h in frame.fill("object") if tree.token(h).lower_ == "what" and h > frame.head]
        told = bool(free) and tree.child(free[0], Role.RELATIVE_CLAUSE) is not None
        return tree.trim(*tree.subtree(free[0])) if told else None
    start, end = tree.subtree(heads[0])
    start, end = past_case(tree, heads[0], start, end)
    start, end = _without_comment(tree, heads[-1], start, max(end, tree.subtree(heads[-1])[1]))
    if start <= frame.head < end:  # the noun of a relative clause: "a truce announced by …"
        return tree.base_phrase(heads[0]) if heads[0] < frame.head else None
    for head in (*tree.children(frame.head), *tree.children(heads[0])):
        marks = {tree.token(c).lower_ for c in tree.children(head, Role.CASE, Role.MARKER)}
        phrase = tree.subtree(head)
        if marks & {"as", "for"} and phrase[0] <= end + 1 <= phrase[1]:
            end = phrase[1]
    start, end = _with_phrases(tree, frame, start, end)
    end = noun_end(tree, start, end)
    while end - 1 > start and tree.roles[end - 1] is Role.PARTICLE and tree.heads[end - 1] == frame.head:
        end -= 1  # "ruled | that | out"
    return start, end


def _said_of(tree: Tree, frame: Frame) -> Tokens | None:
    """What is said of the thing that a relative word names: "…, which he blamed on | deserters", "… described as",
    "…, which he declared | a crime".
    """
    named = tree.children(frame.head, Role.OBJECT, Role.OPEN_COMPLEMENT, Role.CLAUSE_COMPLEMENT)
    called = [c for c in named if c > frame.head and not labels.is_verb(tree.token(c))]
    if called:
        start, end = tree.subtree(called[0])
        return tree.trim(start, reach(tree, frame, end))
    for name in ("as", "on", "for"):
        for head in frame.fill(name):
            start, end = past_case(tree, head, *tree.subtree(head))
            if start > frame.head:
                return start, end
    return None


def _without_comment(tree: Tree, head: int, start: int, end: int) -> Tokens:
    """A noun without the writer's remark on it: "video of the blasts, | which took place at dawn"."""
    for c in tree.children(head, Role.RELATIVE_CLAUSE, Role.APPOSITION):
        first, last = tree.subtree(c)
        if first > head and tree.token(first - 1).text == "," and last >= end:
            return tree.trim(start, first - 1)
    return start, end


def _with_phrases(tree: Tree, frame: Frame, start: int, end: int) -> Tokens:
    """An object with the phrases that follow it, wherever the parser hung them; a day ends it, for that dates the
    statement ("reported nine deaths in the north on Monday").
    """
    following = {tree.subtree(c)[0]: c for c in tree.children(frame.head, Role.OBLIQUE) if c >= end}
    if end <= frame.head:
        return start, end
    if frame.kind == "verb" and tree.token(start).tag_ != "PRP":
        end = max(end, reach(tree, frame, end))
    while end in following:
        c = following[end]
        if tree.preposition(c) not in ("in", "of", "from", "for", "with", "near", "among", "between", "about", "over"):
            break
        if any(tree.token(i).tag_ == "NNP" and tree.token(i).lower_ in DAYS for i in tree.descendants(c)):
            break
        end = tree.subtree(c)[1]
    return start, end


def described(tree: Tree, frame: Frame) -> Tokens | None:
    """An object and all that is said of it to the end of the clause: "called the report a lie"."""
    named = tree.heads[frame.head]
    if tree.token(named).lower_ == "what" and named < frame.head:
        return _said_of(tree, frame)  # "what the police called | an ambush"
    found = obj(tree, frame)
    if found is None and tree.roles[frame.head] is Role.RELATIVE_CLAUSE and named < frame.head:
        return tree.base_phrase(named)  # "an assertion Kyiv called untrue"
    if found is None:
        # "called the raid “a provocation”", parsed as what somebody is called
        nouns = [
            h for h in frame.fill("complement")
            if not labels.is_verb(tree.token(h)) and tree.subtree(h)[0] > frame.head
        ]  # fmt: skip
        found = tree.subtree(nouns[0]) if nouns and not frame.fill("object") else None
        return (found[0], reach(tree, frame, found[1])) if found else None
    if found[0] < frame.head:
        return found
    start, end = tree.trim(found[0], noun_end(tree, found[0], content_end(tree, frame, found[1])))
    heads = [h for h in frame.fill("object") if h > frame.head]
    if heads and end <= tree.base_phrase(heads[0])[1]:
        return None  # "called the police": named, not described
    return start, end


def preposition(name: str) -> Callable[[Tree, Frame], Tokens | None]:
    """The noun or gerund under a preposition, without it: "accused Baku of firing first"."""

    def find(tree: Tree, frame: Frame) -> Tokens | None:
        for head in frame.fill(name):
            start, end = tree.subtree(head)
            if start <= frame.head < end:
                continue
            if frame.kind == "verb" and start > frame.head:
                end = reach(tree, frame, end)
            start, end = past_case(tree, head, start, end)
            return _past_verdict(tree, head, start) if name == "as" else start, end
        near = (*frame.fill("object"), *frame.fill("subject"), *frame.fill("complement"))
        beside = [c for h in near if h > frame.head for c in tree.children(h)]
        for head in (*frame.fill("adverbial"), *frame.fill("complement"), *beside):
            if any(tree.token(c).lower_ == name for c in tree.children(head, Role.MARKER, Role.CASE)):
                start, end = tree.subtree(head)
                if start > frame.head or frame.kind == "noun":
                    end = min(_joined_gerund(tree, frame, end), max(head + 1, content_end(tree, frame, end)))
                    return past_case(tree, head, *tree.trim(start, end))
        return None

    return find


def _past_verdict(tree: Tree, head: int, start: int) -> int:
    """ "dismissed as absurd | claims that …": the verdict is the denier's own, what follows is what he denies."""
    if tree.lemma(head) not in claim_words().summaries or tree.child(head, Role.DETERMINER) is not None:
        return start
    verdicts = [c for c in tree.children(head, Role.ADJECTIVE) if start <= c < head]
    return max(verdicts, default=start - 1) + 1


def _joined_gerund(tree: Tree, frame: Frame, end: int) -> int:
    """ "accused them of shelling the camp and | denying it": a gerund joined behind, hung on the cue."""
    for c in tree.children(frame.head, Role.CONJUNCT):
        start, last = tree.subtree(c)
        if start == end and tree.token(c).tag_ == "VBG" and tree.token(start).lower_ == "and":
            end = last
    return end


def past_case(tree: Tree, head: int, start: int, end: int) -> Tokens:
    marks = [c for c in tree.children(head, Role.CASE, Role.MARKER) if c < head]
    marks = [c for c in marks if tree.roles[c] is Role.CASE or tree.token(c).lower_ != "to"]
    for c in marks:
        last = max([c, *tree.children(c, Role.FIXED)])
        if start <= last < head:
            start = max(start, last + 1)
    return start, end
