"""Where the content of a claim stands: clause, infinitive, object, prepositional phrase, fronted clause.

Each form is a function from a cue's frame to token bounds, or None where the sentence has no such form.
"""

from collections.abc import Callable

from warextract.claims.block import Tokens, attribution_block
from warextract.lexicon.claim_words import claim_words
from warextract.syntax import labels
from warextract.syntax.frames import Frame
from warextract.syntax.labels import Role
from warextract.syntax.repairs import DAYS
from warextract.syntax.tree import Tree

_MIN_CONTENT = 2
_COMMAS = frozenset({",", "—", "–", "-", '"', "”", "'", "’", "“", "»", "''"})


def clause(tree: Tree, frame: Frame) -> Tokens | None:
    """The clause that the cue governs: "said (that) the line held", "denied shelling the port"."""
    block = attribution_block(tree, frame)
    for head in frame.fill("complement"):
        if tree.roles[head] is Role.OPEN_COMPLEMENT and not _clausal(tree, head):
            continue
        plain = tree.child(head, Role.MARKER, Role.SUBJECT, Role.SUBJECT_PASSIVE) is None
        if frame.kind == "noun" and plain and tree.token(head).tag_ in ("VBN", "VBG"):
            continue  # "statements made by": a participle describes the noun, it tells nothing
        start, end = tree.subtree(head)
        if start <= frame.head < end:
            return _without(tree, (start, end), block)
        if start < frame.head or _set_off(tree, block):
            return fronted(tree, frame) or (_after_that(tree, start, end), end)
        return _following(tree, frame, block, start, end)
    return _second_complement(tree, frame)


def told(tree: Tree, frame: Frame) -> Tokens | None:
    """The clause that somebody is told: "told reporters (that) the pumps had stopped"."""
    for head in frame.fill("complement"):
        start, end = tree.subtree(head)
        if start > frame.head and _clausal(tree, head):
            return tree.trim(_after_that(tree, start, end), _to_bound(tree, frame, end))
    return _second_complement(tree, frame) or _clause_of_listener(tree, frame)


def rest(tree: Tree, frame: Frame) -> Tokens | None:
    """What follows an attribution to the end of its reach, when it holds a finite verb: for the sentences in which
    the parser finds no clause under the cue.
    """
    start, end = attribution_block(tree, frame)[1], _to_bound(tree, frame, frame.head + 1)
    if end <= start or _set_off(tree, (frame.head, start)) or not any(_finite(tree, i) for i in range(start, end)):
        return None
    start = _after_that(tree, start, end)
    return tree.trim(start, end)


def that_clause(tree: Tree, frame: Frame) -> Tokens | None:
    """ "Moscow's claim that …" where the parser hung the clause elsewhere: up to the next comma or the stop."""
    start = frame.words[-1] + 1
    end = tree.sentence(frame.head)[1]
    if start + 2 >= end or tree.token(start).lower_ != "that":
        return None
    stop = next((i for i in range(start + 1, end) if tree.token(i).text in (",", ";", "—")), end)
    if not any(_finite(tree, i) for i in range(start + 1, stop)):
        return None
    return tree.trim(start + 1, stop)


def _finite(tree: Tree, i: int) -> bool:
    return tree.token(i).tag_ in ("VBD", "VBZ", "VBP", "MD")


def _set_off(tree: Tree, block: Tokens) -> bool:
    """Whether a comma follows the attribution: then what it tells stands before it."""
    last = block[1]
    return (
        last < len(tree.doc)
        and tree.token(last).text == ","
        and last + 1 < len(tree.doc)
        and not (tree.token(last + 1).is_quote or tree.token(last + 1).lower_ in ("however", "too", "that"))
    )


def _following(tree: Tree, frame: Frame, block: Tokens, start: int, end: int) -> Tokens:
    """A clause after its cue, from the end of the attribution on: words between them that belong to neither are
    the beginning of the clause, which the parser hung elsewhere.
    """
    marked = tree.token(start).lower_ in ("that", "if", "whether", "how", "what", "who", "why", "where", "when")
    if not marked and block[1] < start and tree.token(block[1]).text not in (",", ":"):
        start = block[1]
    start = _after_that(tree, start, end)
    return tree.trim(start, _to_bound(tree, frame, end))


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
                start = _after_that(tree, start, end)
                return tree.trim(start, _to_bound(tree, frame, end))
    return None


def _after_that(tree: Tree, start: int, end: int) -> int:
    while start < end - 1 and (
        (tree.token(start).lower_ in ("that", "for") and tree.roles[start] is Role.MARKER)
        or (tree.token(start).lower_ == "that" and tree.token(start).tag_ == "IN")
    ):
        start += 1
        while start < end and tree.token(start).is_punct and tree.token(start).text == ",":
            start += 1
    return start


def _to_bound(tree: Tree, frame: Frame, end: int) -> int:
    """What follows a reported clause up to the end of its sentence is reported too, unless another clause of the
    reporter's own begins ("… but denied"), or another source ("…, according to").
    """
    bound = _bound(tree, frame)
    for i in range(frame.head + 1, end):
        if _summary(tree, i, bound) or _own_participle(tree, i) or _own_verb(tree, i, bound):
            return i
    conjuncts = {c for c in tree.children(frame.head, Role.CONJUNCT, Role.PARATAXIS) if c >= end}
    for i in range(end, bound):
        if i in conjuncts or _starts_conjunct(tree, i, conjuncts):
            return i
        token = tree.token(i)
        if _summary(tree, i, bound) or _own_participle(tree, i) or _own_verb(tree, i, bound):
            return i
        if token.lower_ == "according" or (token.is_space and "\n" in token.text):
            return i
        if token.text in ("—", "–", ";") or token.lower_ in ("adding", "citing"):
            return i
    return max(end, bound)


def _own_participle(tree: Tree, i: int) -> bool:
    """ "…, adding that", "…, calling it a lie": a further statement of the same source."""
    if tree.token(i).text != "," or i + 1 >= len(tree.doc):
        return False
    after = tree.token(i + 1)
    return after.tag_ == "VBG" and tree.lemma(i + 1) in claim_words().further


def _own_verb(tree: Tree, i: int, bound: int) -> bool:
    """ "… and urged", "…, but it denied": a second statement of the same source, joined to the first."""
    if tree.token(i).lower_ not in ("and", "but"):
        return False
    k = i + 1
    if k < bound and tree.token(k).lower_ in ("he", "she", "it", "they") and tree.token(i - 1).text == ",":
        k += 1
    while k < bound and (tree.token(k).pos_ in ("ADV", "AUX", "PART") or tree.token(k).lower_ == "did"):
        k += 1
    return (
        k < bound and tree.lemma(k) in claim_words().further and tree.token(k).tag_ in ("VBD", "VBZ", "VBN", "VB", "JJ")
    )


def _summary(tree: Tree, i: int, bound: int) -> bool:
    """ "…, a claim that could not be verified": a noun that names what was said before the comma."""
    if tree.token(i).text != "," or i + 2 >= bound or tree.token(i + 1).lower_ not in ("a", "an", "something"):
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


def infinitive(tree: Tree, frame: Frame) -> Tokens | None:
    """ "vowed to avenge", "urged allies to deliver": the infinitive with the object that is to do it."""
    objects = (*frame.fill("object"), *frame.fill("recipient"))
    beside = [c for h in objects if h > frame.head for c in tree.children(h, Role.NOUN_CLAUSE)]
    for head in (*frame.fill("complement"), *frame.fill("adverbial"), *beside):
        token = tree.token(head)
        start, end = tree.subtree(head)
        if start <= frame.head or not labels.is_verb(token):
            continue
        if "to" not in {tree.token(c).lower_ for c in tree.children(head, Role.MARKER, Role.AUXILIARY)}:
            continue
        for obj in objects:
            first = tree.subtree(obj)[0]
            if frame.head < first < start:
                start = first
        return tree.trim(start, _to_bound(tree, frame, end))
    return None


def obj(tree: Tree, frame: Frame) -> Tokens | None:
    """The noun that the cue is about, with what it is called: "rejected the account as a lie"."""
    own = tree.child(frame.head, Role.OBJECT)
    if own is not None and own < frame.head and tree.token(own).lower_ in ("which", "whom"):
        return own, own + 1  # "…, which the army denies"
    heads = [h for h in frame.fill("object") if tree.heads[h] == frame.head or tree.roles[h] is Role.CONJUNCT]
    heads = [h for h in heads if not labels.is_pronoun(tree.token(h)) or tree.token(h).lower_ in _POINTERS]
    if not heads:
        heads = [h for h in frame.fill("object") if not labels.is_pronoun(tree.token(h))]
    if not heads:
        return None
    start, end = tree.subtree(heads[0])
    start, end = _past_case(tree, heads[0], start, end)
    start, end = _without_comment(tree, heads[-1], start, max(end, tree.subtree(heads[-1])[1]))
    if start <= frame.head < end:  # the noun of a relative clause: "a truce announced by …"
        return tree.base_phrase(heads[0]) if heads[0] < frame.head else None
    for head in (*tree.children(frame.head), *tree.children(heads[0])):
        marks = {tree.token(c).lower_ for c in tree.children(head, Role.CASE, Role.MARKER)}
        phrase = tree.subtree(head)
        if marks & {"as", "for"} and phrase[0] <= end + 1 <= phrase[1]:
            end = phrase[1]
    return _with_phrases(tree, frame, start, end)


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


def reach(tree: Tree, frame: Frame, end: int) -> int:
    """The reach of an object's description: to the next comma, without a day that dates the statement."""
    bound = _to_bound(tree, frame, end)
    for i in range(end, bound):
        if tree.token(i).text in (",", ";", ":") or tree.token(i).lower_ in DAYS:
            return end
    return tree.trim(end - 1, bound)[1]


def described(tree: Tree, frame: Frame) -> Tokens | None:
    """An object and all that is said of it to the end of the clause: "called the report a lie"."""
    found = obj(tree, frame)
    if found is None:
        # "called the raid “a provocation”", parsed as what somebody is called
        nouns = [
            h for h in frame.fill("complement") if labels.is_noun(tree.token(h)) and tree.subtree(h)[0] > frame.head
        ]
        found = tree.subtree(nouns[0]) if nouns and not frame.fill("object") else None
        return (found[0], reach(tree, frame, found[1])) if found else None
    if found[0] < frame.head:
        return found
    start, end = tree.trim(found[0], _to_bound(tree, frame, found[1]))
    heads = [h for h in frame.fill("object") if h > frame.head]
    if heads and end <= tree.base_phrase(heads[0])[1]:
        return None  # "called the police": named, not described
    return start, end


_POINTERS = frozenset({"it", "this", "that", "them", "these", "those"})


def preposition(name: str) -> Callable[[Tree, Frame], Tokens | None]:
    """The noun or gerund under a preposition, without it: "accused Baku of firing first"."""

    def find(tree: Tree, frame: Frame) -> Tokens | None:
        for head in frame.fill(name):
            start, end = tree.subtree(head)
            if start <= frame.head < end:
                continue
            if frame.kind == "verb" and start > frame.head:
                end = reach(tree, frame, end)
            return _past_case(tree, head, start, end)
        near = (*frame.fill("object"), *frame.fill("subject"), *frame.fill("complement"))
        beside = [c for h in near if h > frame.head for c in tree.children(h)]
        for head in (*frame.fill("adverbial"), *frame.fill("complement"), *beside):
            if any(tree.token(c).lower_ == name for c in tree.children(head, Role.MARKER, Role.CASE)):
                start, end = tree.subtree(head)
                if start > frame.head or frame.kind == "noun":
                    return _past_case(tree, head, start, end)
        return None

    return find


def _past_case(tree: Tree, head: int, start: int, end: int) -> Tokens:
    marks = [c for c in tree.children(head, Role.CASE, Role.MARKER) if c < head]
    marks = [c for c in marks if tree.roles[c] is Role.CASE or tree.token(c).lower_ != "to"]
    for c in marks:
        last = max([c, *tree.children(c, Role.FIXED)])
        if start <= last < head:
            start = max(start, last + 1)
    return start, end


def fronted(tree: Tree, frame: Frame) -> Tokens | None:
    """The clause before, or around, an attribution: "The bridge fell, the governor said."."""
    embedded = tree.roles[frame.head] in (Role.NOUN_CLAUSE, Role.RELATIVE_CLAUSE, Role.ADVERBIAL_CLAUSE)
    if embedded and (frame.has("passive") or _introduced(tree, frame.head)):
        return None  # "the truce, announced on Monday, held"; "online, where he posted pictures"
    found = beside_block(tree, attribution_block(tree, frame), tree.sentence(frame.head))
    if found and any(found[0] <= head < found[1] for head in frame.fill("subject")):
        return None  # "Reuters, citing two medics, reported": the source stands on that side
    return found


def _introduced(tree: Tree, head: int) -> bool:
    """Whether a relative word or a conjunction opens the clause of a predicate."""
    return any(tree.token(c).lower_ in claim_words().introducers for c in tree.children(head) if c < head)


def beside_block(tree: Tree, block: Tokens, bounds: Tokens) -> Tokens | None:
    """What stands beside an attribution that commas set off; of two sides the longer one."""
    first, last = block
    start, end = bounds
    left: Tokens | None = None
    right: Tokens | None = None
    if first - 1 >= start and tree.token(first - 1).text in _COMMAS:
        left = tree.trim(start, first - 1)
    if last < end and tree.token(last).text in _COMMAS:
        right = tree.trim(last + 1, end)
    if left is None and right is None and first == start:
        return None
    sides = [side for side in (left, right) if side and side[1] - side[0] >= _MIN_CONTENT]
    if not sides:
        return None
    return max(sides, key=lambda s: tree.offsets(*s)[1] - tree.offsets(*s)[0])


def _without(tree: Tree, whole: Tokens, block: Tokens) -> Tokens | None:
    """The longer rest of a clause around an attribution inside it."""
    left = tree.trim(whole[0], min(max(block[0], whole[0]), whole[1]))
    right = tree.trim(max(block[1], whole[0]), whole[1]) if block[1] < whole[1] else left
    best = max((left, right), key=lambda s: s[1] - s[0])
    return best if best[1] - best[0] >= _MIN_CONTENT else None


FORMS: dict[str, Callable[[Tree, Frame], Tokens | None]] = {
    "clause": clause,
    "told": told,
    "that_clause": that_clause,
    "rest": rest,
    "infinitive": infinitive,
    "object": obj,
    "described": described,
    "fronted": fronted,
}
"""Content forms by the name that rules use; any other name is a preposition."""


def content_tokens(tree: Tree, frame: Frame, names: tuple[str, ...]) -> Tokens | None:
    """The first of the named forms that the sentence has."""
    for name in names:
        if name in ("none", "quote"):
            continue
        found = FORMS.get(name, preposition(name))(tree, frame)
        if found and found[1] > found[0]:
            return found
    return None
