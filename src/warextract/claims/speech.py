"""Direct speech: which quotations are speech, and which words of a cue's sentence are quoted."""

from dataclasses import dataclass

from warextract.claims.block import Tokens, attribution_block
from warextract.claims.extent import is_finite
from warextract.syntax.frames import Frame
from warextract.syntax.labels import Role
from warextract.syntax.tree import Tree
from warextract.text.quotes import Quote

_MIN_SPEECH = 4
_STOPS = (".", "!", "?", ",", "…", "—")


@dataclass(frozen=True, slots=True)
class Quotation:
    """One outer quotation in tokens: ``start``–``end`` with its marks, ``inner`` without."""

    start: int
    end: int
    inner: Tokens
    speech: bool
    continues: bool


def quotations(tree: Tree, quotes: tuple[Quote, ...]) -> tuple[Quotation, ...]:
    """The outermost quotations of an article; speech has a predicate of its own or ends like a sentence."""
    out: list[Quotation] = []
    for quote in quotes:
        if quote.level > 1:
            continue
        span = tree.over(quote.start, quote.end)
        inner = tree.within(quote.inner_start, quote.inner_end)
        if span is not None and inner is not None:
            speech = _is_speech(tree, inner) and not _completes_clause(tree, span[0], inner)
            out.append(Quotation(*span, inner, speech, quote.continues))
    return tuple(out)


def _is_speech(tree: Tree, inner: Tokens) -> bool:
    start, end = inner
    words = [i for i in range(start, end) if not tree.token(i).is_punct and not tree.token(i).is_space]
    if len(words) < 2:
        return False
    stopped = tree.token(end - 1).text.endswith(_STOPS)
    verbs = any(_finite(tree, i) for i in words)
    if stopped and (verbs or len(words) >= _MIN_SPEECH):
        return True
    return verbs and len(words) >= _MIN_SPEECH and tree.token(start).text[:1].isupper()


def _completes_clause(tree: Tree, opening: int, inner: Tokens) -> bool:
    """Whether a quotation is the predicate of a subject before it: "Talks with the rebels “have failed,” he said"."""
    if opening == 0 or tree.token(inner[0]).text[:1].isupper():
        return False
    first = next((i for i in range(*inner) if tree.token(i).pos_ != "ADV"), inner[0])  # "“never stopped”"
    before = tree.token(opening - 1)
    subject = before.pos_ in ("NOUN", "PROPN", "PRON", "NUM") and before.lower_ not in ("it", "that")
    return subject and is_finite(tree, first)


def _finite(tree: Tree, i: int) -> bool:
    return tree.token(i).pos_ in ("VERB", "AUX") and tree.token(i).tag_ in ("VBD", "VBP", "VBZ", "MD", "VB")


def quotation_at(found: tuple[Quotation, ...], i: int) -> Quotation | None:
    """The quotation whose words hold a token."""
    return next((q for q in found if q.inner[0] <= i < q.inner[1]), None)


def direct_speech(tree: Tree, frame: Frame, found: tuple[Quotation, ...]) -> list[Quotation]:
    """Quotations that an attribution stands beside with nothing but marks between: before it, after it, or both."""
    first, last = attribution_block(tree, frame)
    own = quotation_at(found, frame.head)
    end = tree.sentence(frame.head)[1]
    out: list[Quotation] = []
    for q in found:
        resumed = bool(out) and _resumes(tree, out[-1], q, last)
        if not (q.speech or resumed) or q is own or (q.end <= first and _ended(tree, q)):
            continue
        before = q.end <= first and (_only_marks(tree, q.end, first) or _speaker_between(tree, q.end, frame.head))
        if before or (q.start >= last and (_only_marks(tree, last, q.start) or _led_in(tree, frame, last, q, end))):
            out.append(q)
    return out


def _resumes(tree: Tree, before: Quotation, q: Quotation, last: int) -> bool:
    """Whether a quotation goes on behind its attribution: "“While we wait,” he said, “we urge them to talk”"."""
    broken = before.end <= last <= q.start and tree.token(before.inner[1] - 1).text == ","
    return broken and _only_marks(tree, last, q.start) and any(_finite(tree, i) for i in range(*q.inner))


_LONGEST_SPEAKER = 16


def _speaker_between(tree: Tree, start: int, verb: int) -> bool:
    """ "“…,” the chief of staff, a former pilot, said": nothing but a name and its description before the cue."""
    if not 0 < verb - start <= _LONGEST_SPEAKER:
        return False
    between = range(start, verb)
    described = any(tree.token(i).lower_ in ("who", "whose") for i in between)  # "a witness who gave his name as Ali"
    return not any(
        (_finite(tree, i) and not described)
        or tree.token(i).text in (".", "!", "?", ":", ";")
        or tree.token(i).is_space
        for i in between
    )


def speaker_beside(tree: Tree, frame: Frame, q: Quotation) -> int | None:
    """Head of the speaker that stands between a quotation and its cue, or right after the cue, for a cue whose
    subject the parser did not find.
    """
    if q.end <= frame.head:
        region = range(frame.head - 1, q.end - 1, -1)
    else:
        region = range(frame.head - 1, tree.sentence(frame.head)[0] - 1, -1)
    found = next((i for i in region if tree.token(i).pos_ in ("NOUN", "PROPN", "PRON")), None)
    if found is not None:
        while tree.roles[found] in _INSIDE_NAME and tree.heads[found] in region and tree.heads[found] < found:
            found = tree.heads[found]
        return found
    after = frame.head + 1
    if after < len(tree.tokens) and tree.token(after).pos_ in ("PROPN", "DET", "PRON", "NOUN", "ADJ"):
        for i in range(after, min(after + 8, len(tree.tokens))):
            if tree.token(i).pos_ in ("NOUN", "PROPN", "PRON"):
                return tree.heads[i] if tree.roles[i] is Role.COMPOUND and tree.heads[i] > i else i
    return None


_INSIDE_NAME = (Role.FLAT, Role.COMPOUND, Role.PUNCTUATION)


def _ended(tree: Tree, q: Quotation) -> bool:
    """Whether a full stop closes a quotation: one that is attributed afterwards ends in a comma."""
    return tree.token(q.inner[1] - 1).text == "."


def _only_marks(tree: Tree, start: int, end: int) -> bool:
    if end - start > 3:
        return False
    return all(
        (tree.token(i).is_punct or tree.token(i).lower_ == "that")
        and not tree.token(i).is_space
        and tree.token(i).text not in (".", "!", "?")
        for i in range(start, end)
    )


def _led_in(tree: Tree, frame: Frame, last: int, q: Quotation, end: int) -> bool:
    """ "he told reporters in the capital: “…”": a colon or comma leads in after the block's further adjuncts."""
    if q.start > end or q.start - last > 25 or q.start <= frame.head:
        return False
    before = tree.token(q.start - 1).text
    return before == ":" and not any(tree.token(i).text in (".", "!", "?") for i in range(last, q.start))


def introduced_paragraph(tree: Tree, frame: Frame) -> Tokens | None:
    """The paragraph that a cue with a colon at the end of its own leads in: "The report adds:" and a new line."""
    last = attribution_block(tree, frame)[1]
    if last + 1 >= len(tree.tokens) or tree.token(last).text != ":" or "\n" not in tree.token(last + 1).text:
        return None
    start = last + 2
    end = start
    while end < len(tree.tokens) and "\n" not in tree.token(end).text:
        end += 1
    return (start, end) if end > start else None


def sentences_of(tree: Tree, inner: Tokens) -> list[Tokens]:
    """The sentences of a quotation, each without its final stop."""
    start, end = inner
    out: list[Tokens] = []
    cut = start
    for i in range(start, end):
        token = tree.token(i)
        stop = token.text in (".", "!", "?", "…") or (
            token.text[-1:] in ".!?" and i + 1 < end and tree.token(i + 1).is_sent_start
        )
        if stop or i == end - 1:
            piece = tree.trim(cut, i + 1)
            if piece[1] > piece[0]:
                out.append(piece)
            cut = i + 1
    return out


def speaker_marks(tree: Tree, start: int, end: int, found: tuple[Quotation, ...]) -> tuple[Tokens, str]:
    """Content bounds set right against the quotations they touch, and how much of them is quoted.

    All quoted: "direct" and the outer marks left out; partly: "mixed" with the marks inside; else "indirect".
    """
    for q in found:
        if q.inner[0] <= start and end <= q.inner[1]:
            return (start, end), "direct"
    kind = "indirect"
    for q in found:
        if q.inner[1] <= end <= q.end and start < q.start <= start + 1 and tree.token(start).pos_ == "DET":
            return q.inner, "direct"
    for q in found:
        if q.start < end and start < q.end:
            kind = "mixed"
            if q.start < start <= q.inner[0]:
                start = q.start
            if q.inner[1] <= end < q.end:
                end = q.end
    while kind == "mixed" and end - 1 > start and tree.token(end - 1).text in (".", ","):
        end -= 1
    return (start, end), kind
