"""How far the content of a claim reaches: to the end of its sentence, or to where the writer, the same source or
another one begins a statement of its own.
"""

from warextract.claims.block import Tokens
from warextract.lexicon.claim_words import claim_words
from warextract.syntax import labels
from warextract.syntax.frames import Frame
from warextract.syntax.labels import Role
from warextract.syntax.repairs import DAYS
from warextract.syntax.tree import Tree


def content_end(tree: Tree, frame: Frame, end: int) -> int:
    """What follows a reported clause up to the end of its sentence is reported too, unless another clause of the
    reporter's own begins ("… but denied"), or another source ("…, according to").
    """
    bound = _bound(tree, frame)
    quoted = _quoted(tree, frame.head + 1, bound)
    for i in range(frame.head + 1, end):
        if i not in quoted and _ends_content(tree, frame, i, bound):
            return i
    joined = tree.children(frame.head, Role.CONJUNCT, Role.PARATAXIS)
    conjuncts = {c for c in joined if c >= end and _goes_on(tree, c) and not _told_on(tree, frame, c)}
    bare = [c for c in conjuncts if tree.roles[c] is Role.PARATAXIS or tree.child(c, Role.COORDINATOR) is None]
    firsts = {max(end, tree.subtree(c)[0]) for c in bare}
    starts = conjuncts | {i for i in firsts if tree.token(i - 1).text in _BREAKS or tree.token(i).text in _BREAKS}
    for i in range(end, bound):
        if i in quoted:
            continue
        if i in starts or _starts_conjunct(tree, i, conjuncts):
            return i
        token = tree.token(i)
        if _ends_content(tree, frame, i, bound):
            return i
        if token.lower_ == "according" or (token.is_space and "\n" in token.text):
            return i
        if token.text in ("—", "–", ";") or token.lower_ in ("adding", "citing"):
            return i
    return max(end, bound)


_BREAKS = frozenset({",", ":", ";", "—", "–"})


def _quoted(tree: Tree, start: int, end: int) -> frozenset[int]:
    """Tokens between an opening and a closing mark: a quotation is never cut."""
    marks = [i for i in range(start, end) if tree.token(i).is_quote and tree.token(i).text not in ("'", "’", "‘")]
    return frozenset(i for a, b in zip(marks[::2], marks[1::2], strict=False) for i in range(a, b + 1))


def _goes_on(tree: Tree, c: int) -> bool:
    """Whether what is joined to a cue is another statement, and no second part of what was said: "… and that"."""
    if not labels.is_verb(tree.token(c)) and tree.child(c, Role.SUBJECT, Role.COPULA) is None:
        return False
    if any(tree.token(m).lower_ == "that" for m in tree.children(c, Role.MARKER)):
        return False
    return not _quotes_on(tree, c)


def _quotes_on(tree: Tree, c: int) -> bool:
    """Whether a clause joined to a cue quotes a word or two of what was said, and reports nothing itself: "said the
    town had fallen, and his men were “regrouping”".
    """
    clause = tree.descendants(c)
    words = claim_words()
    if any(tree.lemma(i) in words.reporting or tree.lemma(i) in words.further for i in clause):
        return False
    return sum(tree.token(i).is_quote and tree.token(i).text not in ("'", "’", "‘") for i in clause) > 1


def _told_on(tree: Tree, frame: Frame, c: int) -> bool:
    """Whether a verb joined to a cue goes on with what was told: "alleges he planted bombs and | shelled two towns".

    It has no subject of its own, the tense of the reported verb and not the cue's, and reports nothing itself.
    """
    if tree.child(c, Role.SUBJECT, Role.SUBJECT_PASSIVE) is not None or tree.lemma(c) in claim_words().further:
        return False
    tag = tree.token(c).tag_
    return tag != tree.token(frame.head).tag_ and any(tree.token(h).tag_ == tag for h in frame.fill("complement"))


def _ends_content(tree: Tree, frame: Frame, i: int, bound: int) -> bool:
    return (
        _summary(tree, i, bound)
        or _own_participle(tree, i)
        or _own_verb(tree, i, bound, _OWN_TAGS if tree.token(frame.head).tag_ != "VBG" else _OWN_TAGS | {"VBG"})
        or _own_relative(tree, i, bound)
        or _others_relative(tree, i, bound)
        or _other_reporter(tree, i, bound)
        or _unproven(tree, i, bound)
    )


def _unproven(tree: Tree, i: int, bound: int) -> bool:
    """ "…, without providing evidence", "… without elaborating": the writer's remark on how it was said."""
    at = i + 1 if tree.token(i).text == "," else i
    if at + 1 >= bound or tree.token(at).lower_ != "without":
        return False
    return tree.token(at + 1).tag_ == "VBG" and tree.lemma(at + 1) in claim_words().substantiating


def _other_reporter(tree: Tree, i: int, bound: int) -> bool:
    """ "…, while the hospital counted 34", "…, though pictures seen by experts show": what somebody else says."""
    if tree.token(i).text != "," or i + 1 >= bound or tree.token(i + 1).lower_ not in _CONTRASTS:
        return False
    told = tree.heads[i + 1]
    if tree.roles[i + 1] is Role.MARKER and any(tree.token(k).text == "," for k in range(i + 2, told)):
        # "…, while an officer, speaking to reporters, described it as"
        return told < bound and tree.lemma(told) in claim_words().reporting and _has_subject(tree, told)
    for k in range(i + 2, bound):
        if tree.token(k).text == ",":
            return False
        if is_finite(tree, k):
            return tree.lemma(k) in claim_words().reporting and _has_subject(tree, k)
    return False


def _has_subject(tree: Tree, i: int) -> bool:
    return tree.child(i, Role.SUBJECT) is not None


_CONTRASTS = frozenset({"while", "whereas", "but", "though", "although"})


def _own_participle(tree: Tree, i: int) -> bool:
    """ "…, adding that", "…, calling it a lie": a further statement of the same source."""
    if tree.token(i).text != "," or i + 1 >= len(tree.tokens):
        return False
    after = tree.token(i + 1)
    return after.tag_ == "VBG" and tree.lemma(i + 1) in claim_words().further


_OWN_TAGS = frozenset({"VBD", "VBZ", "VBN", "VB", "JJ"})


def _own_relative(tree: Tree, i: int, bound: int) -> bool:
    """ "…, which he blamed on deserters": a further statement of the same source on what it spoke of."""
    if tree.token(i).text != "," or i + 3 >= bound or tree.token(i + 1).lower_ != "which":
        return False
    return tree.token(i + 2).lower_ in ("he", "she", "it", "they") and tree.lemma(i + 3) in claim_words().further


def _others_relative(tree: Tree, i: int, bound: int) -> bool:
    """ "…, which the rebels deny", "…, something Israel disputes": what another source says of what was said."""
    if tree.token(i).text != "," or i + 3 >= bound:
        return False
    word = i + 1
    verbs: tuple[int, ...] = ()
    if tree.token(word).lower_ == "something":
        verbs = tree.children(word, Role.RELATIVE_CLAUSE)
    elif tree.token(word).lower_ == "which" and tree.roles[word] is Role.OBJECT:
        verbs = (tree.heads[word],)
    return any(tree.lemma(v) in claim_words().reporting and _has_subject(tree, v) for v in verbs)


def _own_verb(tree: Tree, i: int, bound: int, tags: frozenset[str]) -> bool:
    """ "… and urged", "…, but it denied": a second statement of the same source, joined to the first; in the form of
    the first ("saying … and urging").
    """
    if tree.token(i).lower_ not in ("and", "but"):
        return False
    k = i + 1
    if k < bound and tree.token(k).lower_ in ("he", "she", "it", "they") and tree.token(i - 1).text == ",":
        k += 1
    while k < bound and (tree.token(k).pos_ in ("ADV", "AUX", "PART") or tree.token(k).lower_ == "did"):
        k += 1
    if k >= bound or tree.token(k).tag_ not in tags:
        return False
    words = (tree.lemma(k), f"{tree.lemma(k)}_{tree.token(k + 1).lower_}" if k + 1 < bound else "")
    return any(word in claim_words().further for word in words)


def _summary(tree: Tree, i: int, bound: int) -> bool:
    """ "…, a claim that could not be verified", "…, allegations it calls false": a noun that names what was said before
    the comma.
    """
    if tree.token(i).text != "," or i + 2 >= bound:
        return False
    if tree.token(i + 1).tag_ == "NNS" and tree.lemma(i + 1) in claim_words().summaries:
        return tree.token(i + 2).lower_ in ("that", "which") or tree.child(i + 1, Role.RELATIVE_CLAUSE) is not None
    if tree.token(i + 1).lower_ not in ("a", "an", "something"):
        return False
    return any(tree.lemma(k) in claim_words().summaries for k in range(i + 2, min(i + 4, bound)))


def _starts_conjunct(tree: Tree, i: int, conjuncts: set[int]) -> bool:
    return tree.roles[i] is Role.COORDINATOR and tree.heads[i] in conjuncts


def _bound(tree: Tree, frame: Frame) -> int:
    """End of the stretch that the cue can reach: its sentence, or its own clause when it is embedded."""
    sentence_end = tree.sentence(frame.head)[1]
    top = tree.first_conjunct(frame.head)
    if tree.roles[top] in (Role.ROOT, Role.PARATAXIS):
        return sentence_end
    if tree.roles[top] in (Role.RELATIVE_CLAUSE, Role.NOUN_CLAUSE) or frame.kind == "noun":
        return tree.subtree(frame.head)[1]
    if tree.roles[top] is Role.ADVERBIAL_CLAUSE and top > tree.heads[top]:
        return sentence_end
    return tree.subtree(frame.head)[1]


def reach(tree: Tree, frame: Frame, end: int) -> int:
    """The reach of an object's description: to the next comma, without a day that dates the statement."""
    bound = content_end(tree, frame, end)
    if frame.head + 1 < bound < end:  # "backing the rebels, | a charge Kigali rejects", hung on the rebels
        return tree.trim(frame.head + 1, bound)[1]
    for i in range(end, bound):
        if tree.token(i).lower_ in DAYS or _where_said(tree, i, bound):
            return end
        if tree.token(i).text in (",", ";", ":"):
            return tree.trim(end - 1, i)[1]
    return tree.trim(end - 1, bound)[1]


def noun_end(tree: Tree, start: int, end: int) -> int:
    """End of a content told by a noun: a second verb or a participle of the source's own is no part of it.

    "labelled him a terrorist | and froze his accounts", "called the strikes defensive, | pointing to the raid".
    """
    quoted = _quoted(tree, start, end)
    for i in range(start + 1, end - 1):
        if tree.token(i).lower_ in ("that", "who", "which", "whose", "where", "if", "when"):
            return end
        after = tree.token(i + 1)
        verb = after.tag_ in ("VBD", "VBZ") or (after.tag_ == "VBN" and tree.child(i + 1, Role.OBJECT) is not None)
        joined = tree.token(i).lower_ in ("and", "but") and verb
        if i not in quoted and (joined or (tree.token(i).text == "," and after.tag_ == "VBG")):
            return tree.trim(start, i)[1]
    return end


def _where_said(tree: Tree, i: int, bound: int) -> bool:
    """ "in its daily briefing": where something was, or was not, told."""
    if tree.token(i).lower_ != "in" or i + 2 >= bound or tree.token(i + 1).tag_ not in ("PRP$", "DT"):
        return False
    return any(tree.lemma(k) in claim_words().documents for k in range(i + 2, min(i + 5, bound)))


def without_remark(tree: Tree, frame: Frame, start: int, end: int) -> Tokens:
    """What was denied without the writer's remark on it: "shipping arms, | despite what experts found"."""
    if start <= frame.head:
        return start, end
    for i in range(start + 2, end - 1):
        if tree.token(i).text == "," and tree.token(i + 1).lower_ in claim_words().remarks:
            return tree.trim(start, i)
        if tree.token(i).lower_ == "because" and frame.has("negated"):
            return tree.trim(start, i)  # "could not check the report | because the road was closed"
        if tree.token(i).lower_ == "as" and _has_subject(tree, tree.heads[i]) and tree.roles[i] is Role.MARKER:
            return tree.trim(start, i)  # "Junta denies bombing a wedding | as rescuers find bodies"
    return start, end


def is_finite(tree: Tree, i: int) -> bool:
    return tree.token(i).tag_ in ("VBD", "VBZ", "VBP", "MD")
