"""Contents told by a clause: "said (that) the line held", "urged allies to deliver"."""

from warextract.claims.beside import fronted, longer_rest
from warextract.claims.block import Tokens, attribution_block
from warextract.claims.extent import content_end, is_finite
from warextract.claims.nouns import past_case
from warextract.syntax import labels
from warextract.syntax.frames import Frame
from warextract.syntax.labels import Role
from warextract.syntax.tree import Tree


def clause(tree: Tree, frame: Frame) -> Tokens | None:
    """The clause that the cue governs: "said (that) the line held", "denied shelling the port"."""
    if (found := _of_what(tree, frame)) is not None:
        return found
    block = attribution_block(tree, frame)
    for head in sorted(frame.fill("complement"), key=lambda h: not _marked_behind(tree, frame, h)):
        if tree.roles[head] is Role.OPEN_COMPLEMENT and not _clausal(tree, head):
            continue
        plain = tree.child(head, Role.MARKER, Role.SUBJECT, Role.SUBJECT_PASSIVE) is None
        if frame.kind == "noun" and plain and tree.token(head).tag_ in ("VBN", "VBG"):
            continue  # "statements made by": a participle describes the noun, it tells nothing
        start, end = tree.subtree(head)
        if tree.token(head).tag_ == "VBG" and tree.roles[head] is Role.OPEN_COMPLEMENT:
            doers = [c for c in frame.fill("recipient") if frame.head < c < start]
            start = min([start, *(tree.subtree(c)[0] for c in doers)])  # "appear to show | soldiers beating"
        if start <= frame.head < end:
            return longer_rest(tree, (start, end), block)
        if start < frame.head or _set_off(tree, block):
            return fronted(tree, frame) or (after_that(tree, start, end), end)
        return _following(tree, frame, block, start, end)
    return _second_complement(tree, frame)


def _of_what(tree: Tree, frame: Frame) -> Tokens | None:
    """What is said of a thing not named: "protested at what it said | was unprovoked firing"."""
    what, be = tree.heads[frame.head], frame.head + 1
    if tree.token(what).lower_ != "what" or what > frame.head or be + 1 >= len(tree.tokens):
        return None
    if tree.lemma(be) != "be" or not is_finite(tree, be):
        return None
    said = tree.heads[be] if tree.roles[be] in (Role.COPULA, Role.AUXILIARY, Role.AUXILIARY_PASSIVE) else be
    end = tree.subtree(said)[1] if said >= be else be + 1
    stop = next((i for i in range(be, end) if tree.token(i).text in (",", ";")), end)
    return tree.trim(be, stop) if stop > be + 1 else None


def _marked_behind(tree: Tree, frame: Frame, head: int) -> bool:
    """Whether a clause stands behind its cue under "that": then what stands before the cue is not what was said."""
    return head > frame.head and any(tree.token(m).lower_ == "that" for m in tree.children(head, Role.MARKER))


def told(tree: Tree, frame: Frame) -> Tokens | None:
    """The clause that somebody is told: "told reporters (that) the pumps had stopped"."""
    for head in frame.fill("complement"):
        start, end = tree.subtree(head)
        if start > frame.head and _clausal(tree, head) and not _behind_comma(tree, frame, start):
            return tree.trim(after_that(tree, start, end), content_end(tree, frame, end))
    return _second_complement(tree, frame) or _clause_of_listener(tree, frame)


def _behind_comma(tree: Tree, frame: Frame, start: int) -> bool:
    """ "…, a driver told the agency, | a week after the army left": what a comma sets off was not told, save "that"."""
    first = tree.token(start)
    if first.text == "," or tree.token(start - 1).text == ",":
        after = tree.token(start + 1) if first.text == "," else first
        return after.lower_ != "that" and not after.is_quote and tree.token(frame.head - 1).text != ","
    return False


def rest(tree: Tree, frame: Frame) -> Tokens | None:
    """What follows an attribution to the end of its reach, when it holds a finite verb: for the sentences in which
    the parser finds no clause under the cue.
    """
    start, end = attribution_block(tree, frame)[1], content_end(tree, frame, frame.head + 1)
    if end <= start or _set_off(tree, (frame.head, start)) or not any(is_finite(tree, i) for i in range(start, end)):
        return None
    start = after_that(tree, start, end)
    return tree.trim(start, end)


def that_clause(tree: Tree, frame: Frame) -> Tokens | None:
    """ "Moscow's claim that …" where the parser hung the clause elsewhere: up to the next comma or the stop."""
    start = frame.words[-1] + 1
    end = tree.sentence(frame.head)[1]
    if start + 2 >= end or tree.token(start).lower_ != "that":
        return None
    stop = next((i for i in range(start + 1, end) if tree.token(i).text in (",", ";", "—")), end)
    if not any(is_finite(tree, i) for i in range(start + 1, stop)):
        return None
    if tree.token(start).tag_ == "WDT" and tree.roles[start] in (Role.SUBJECT, Role.SUBJECT_PASSIVE, Role.OBJECT):
        return None  # "a claim that could not be checked": told of the claim, not by it
    return tree.trim(start + 1, stop)


def question(tree: Tree, frame: Frame) -> Tokens | None:
    """ "It could not be established who fired": a question hung as a circumstance."""
    for head in (*frame.fill("complement"), *frame.fill("adverbial")):
        start, end = tree.subtree(head)
        if start > frame.head and tree.token(start).lower_ in _QUESTIONS:
            return tree.trim(start, end)
        if start == frame.words[-1] + 1 and tree.token(start).lower_ == "if":
            return tree.trim(start, end)  # "did not say if …"; "will not comment, if asked" asks nothing
    return None


_QUESTIONS = frozenset({"who", "what", "whether", "how", "why", "where", "which", "when"})
_ASKING = frozenset({"call", "appeal", "call_on"})


def infinitive(tree: Tree, frame: Frame) -> Tokens | None:
    """ "vowed to avenge", "urged allies to deliver": the infinitive with the object that is to do it."""
    asked = (*frame.fill("on"), *frame.fill("upon"), *frame.fill("to")) if frame.lemma in _ASKING else ()
    objects = (*frame.fill("object"), *frame.fill("recipient"), *asked)
    beside = [c for h in objects if h > frame.head for c in tree.children(h, Role.NOUN_CLAUSE)]
    for head in (*frame.fill("complement"), *frame.fill("adverbial"), *beside):
        token = tree.token(head)
        start, end = tree.subtree(head)
        if start <= frame.head or not labels.is_verb(token):
            continue
        if "to" not in {tree.token(c).lower_ for c in tree.children(head, Role.MARKER, Role.AUXILIARY)}:
            continue
        for obj in objects:
            first = past_case(tree, obj, *tree.subtree(obj))[0]
            if frame.head < first < start:
                start = first
        return tree.trim(start, content_end(tree, frame, end))
    return None


def _set_off(tree: Tree, block: Tokens) -> bool:
    """Whether a comma follows the attribution: then what it tells stands before it."""
    last = block[1]
    return (
        last < len(tree.tokens)
        and tree.token(last).text == ","
        and last + 1 < len(tree.tokens)
        and not (tree.token(last + 1).is_quote or tree.token(last + 1).lower_ in ("however", "too", "that"))
    )


def _following(tree: Tree, frame: Frame, block: Tokens, start: int, end: int) -> Tokens:
    """A clause after its cue, from the end of the attribution on: words between them that belong to neither are
    the beginning of the clause, which the parser hung elsewhere.
    """
    marked = tree.token(start).lower_ in ("that", "if", "whether", "how", "what", "who", "why", "where", "when")
    if not marked and block[1] < start and tree.token(block[1]).text not in (",", ":"):
        start = block[1]
    start = after_that(tree, start, end)
    return tree.trim(start, content_end(tree, frame, end))


def _clausal(tree: Tree, head: int) -> bool:
    token = tree.token(head)
    return labels.is_verb(token) or tree.child(head, Role.COPULA, Role.SUBJECT, Role.MARKER) is not None


def _second_complement(tree: Tree, frame: Frame) -> Tokens | None:
    """A clause that the parser hung beside the cue as a second conjunct or adverbial: "…, adding that …"."""
    for head in (*frame.fill("adverbial"), *frame.fill("parataxis")):
        start, end = tree.subtree(head)
        if start > frame.head and tree.token(start).lower_ == "that":
            return tree.trim(start + 1, end)
    return None


def _clause_of_listener(tree: Tree, frame: Frame) -> Tokens | None:
    """ "told reporters the pumps had stopped": a clause that the parser hung on the listener."""
    for listener in (*frame.fill("recipient"), *frame.fill("object")):
        if listener < frame.head:
            continue
        for c in tree.children(listener, Role.RELATIVE_CLAUSE, Role.NOUN_CLAUSE):
            subject = tree.child(c, Role.SUBJECT, Role.SUBJECT_PASSIVE)
            if subject is not None and tree.token(subject).lower_ not in ("who", "which", "whom"):
                start, end = tree.subtree(c)
                start = after_that(tree, start, end)
                return tree.trim(start, content_end(tree, frame, end))
    return None


_NO_SINGULAR = frozenset({"VBG", "NNS", "NNP", "NNPS", "DT", "PRP", "PRP$"})
"""What no "that" can point at: before these it opens a clause."""


def after_that(tree: Tree, start: int, end: int) -> int:
    while start < end - 1 and (
        (tree.token(start).lower_ in ("that", "for") and tree.roles[start] is Role.MARKER)
        or (tree.token(start).lower_ == "that" and tree.token(start).tag_ == "IN")
        or (tree.token(start).lower_ == "that" and tree.token(start + 1).tag_ in _NO_SINGULAR)
    ):
        start += 1
        while start < end and tree.token(start).is_punct and tree.token(start).text == ",":
            start += 1
    return start
