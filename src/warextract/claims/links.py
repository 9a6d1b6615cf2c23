"""How claims hang together: nesting, certainty, and which earlier claim an answer is about."""

from collections.abc import Mapping
from dataclasses import replace

from warextract.claims.draft import Chars, ClaimDraft
from warextract.lexicon.claim_words import claim_words
from warextract.lexicon.places import PlaceTable
from warextract.syntax.circumstances import is_negated
from warextract.syntax.labels import Role
from warextract.syntax.tree import Tree
from warextract.syntax.word import Word
from warextract.vocabulary import SKEPTICAL, Certainty

_RANK = {"certain": 0, "probable": 1, "possible": 2, "unknown": 3}
_RESPONSES = SKEPTICAL | {"confirms"}
_NOUNS = frozenset({"NOUN"})
_TELLING = frozenset({"NOUN", "PROPN", "VERB"})


def linked(
    tree: Tree, drafts: list[ClaimDraft], sides: Mapping[int, str], countries: Mapping[str, str]
) -> tuple[ClaimDraft, ...]:
    """Claims with parent, hedges, certainty and the claim that they answer.

    ``sides`` gives, for the head of each actor mention, the key of a source that speaks for that actor;
    ``countries`` the country of each source.
    """
    out: list[ClaimDraft] = []
    for draft in drafts:
        parent = _parent(draft, drafts)
        hedges, certainty = _hedges(tree, draft)
        out.append(replace(draft, parent=parent, hedges=hedges, certainty=certainty))
    out = [contradicting(tree, _threatening(tree, _clearing(tree, d, sides)), out) for d in out]
    return tuple(
        replace(d, responds_to=_answered(tree, d, out, countries))
        if d.stance in _RESPONSES and not d.responds_to
        else d
        for d in out
    )


def _content(tree: Tree, draft: ClaimDraft) -> tuple[Word, ...]:
    """The words of a content that stand wholly in it."""
    return _words_of(tree, draft.content)


def _words_of(tree: Tree, chars: Chars | None) -> tuple[Word, ...]:
    bounds = tree.within(*chars) if chars else None
    return tree.tokens[slice(*bounds)] if bounds else ()


def _head(tree: Tree, words: tuple[Word, ...]) -> int | None:
    """The token of a stretch that hangs on none of it."""
    inside = range(words[0].i, words[-1].i + 1)
    return next((i for i in inside if tree.heads[i] == i or tree.heads[i] not in inside), None)


_OWN = frozenset({"he", "she", "it", "they", "we", "his", "her", "its", "their", "our"})


def _clearing(tree: Tree, draft: ClaimDraft, sides: Mapping[int, str]) -> ClaimDraft:
    """A statement that oneself or one's own did not do something clears the speaker: it denies what was, or might
    be, laid at his door ("said it does not strike civilians", "he gave no order to shoot").
    """
    words = _content(tree, draft)
    if draft.stance != "asserts" or draft.source is None or not words:
        return draft
    head = _head(tree, words)
    short = head is not None and _short_or_guilty(tree, head)
    if head is None or not (tree.token(head).pos_ == "VERB" or short):
        return draft
    nothing = any(tree.token(c).lower_ in ("nothing", "none") for c in tree.children(head, Role.OBJECT))
    if tree.lemma(head) in claim_words().no_acts and not nothing and not short:
        return draft
    auxiliaries = {tree.token(c).tag_ for c in tree.children(head, Role.AUXILIARY)}
    subjects = tree.children(head, Role.SUBJECT)
    own = any(sides.get(s) == draft.source for s in subjects)
    owners = {tree.token(c).lower_ for s in subjects for c in (s, *tree.children(s, Role.POSSESSOR))}
    if "MD" in auxiliaries or not (own or owners & _OWN) or not is_negated(tree, head):
        return draft
    return replace(draft, stance="denies")


def _short_or_guilty(tree: Tree, head: int) -> bool:
    """ "They had not", "it was not behind the raid", "it was not responsible": of a deed told before."""
    if tree.token(head).lower_ in ("had", "has", "have", "did"):
        return not tree.children(head, Role.OBJECT, Role.OPEN_COMPLEMENT, Role.CLAUSE_COMPLEMENT)
    if tree.child(head, Role.COPULA) is None:
        return False
    return tree.preposition(head) == "behind" or tree.lemma(head) in ("responsible", "involved", "complicit", "guilty")


def _threatening(tree: Tree, draft: ClaimDraft) -> ClaimDraft:
    """What will happen to whoever does something is a threat: "If they do not pull back, we will do it ourselves"."""
    content = _content(tree, draft)
    if draft.stance != "asserts" or len(content) < _THREAT:
        return draft
    words = [token.lower_ for token in content]
    opens = words[0] in ("if", "whoever", "unless") or (words[0] in ("those", "anyone") and words[1] == "who")
    lasts = "unless" in words and words[0] in _OWN
    coming = any(word in ("will", "would", "may", "might", "’ll", "'ll") for word in words)
    coming = coming and not ("would" in words and "had" in words)  # "if it had fallen, there would be pictures"
    kind = any(token.lemma_.lower() in claim_words().mercies for token in content)
    return replace(draft, stance="warns") if (opens or lasts) and coming and not kind else draft


_THREAT = 5  # tokens


def contradicting(tree: Tree, draft: ClaimDraft, drafts: list[ClaimDraft]) -> ClaimDraft:
    """A statement that something is not so, after another source said that it is, denies it: same predicate,
    opposite polarity, or a negation of what the other spoke of.
    """
    if draft.stance != "asserts" or draft.source is None or draft.content is None:
        return draft
    denied = {lemma for lemma, negated in _predicates(tree, draft) if negated}
    no_such = _says_no_such(tree, draft)
    nouns = _words(tree, draft, _NOUNS) if _is_not_so(tree, draft) else frozenset[str]()
    if not denied and not no_such and not nouns:
        return draft
    for other in reversed(drafts):
        if other.order >= draft.order or other.source in (None, draft.source) or other.content is None:
            continue
        if other.stance not in ("asserts", "accuses"):
            continue
        told = {lemma for lemma, negated in _predicates(tree, other) if not negated} if denied else set[str]()
        if no_such or denied & told or (nouns and nouns & _words(tree, other, _NOUNS)):
            return replace(draft, stance="denies", responds_to=other.key)
    return draft


def _says_no_such(tree: Tree, draft: ClaimDraft) -> bool:
    """Whether a content says that there was "no such battle"."""
    words = " ".join(token.lower_ for token in _content(tree, draft))
    return any(phrase in words for phrase in ("no such ", "nothing of the sort", "nothing of the kind"))


def _is_not_so(tree: Tree, draft: ClaimDraft) -> bool:
    """Whether a content as a whole says that something was not so: "no buses were shelled"; wishes do not count."""
    words = _content(tree, draft)
    if not words or any(word.tag_ == "MD" for word in words):
        return False
    head = _head(tree, words)
    return head is not None and is_negated(tree, head)


def _predicates(tree: Tree, draft: ClaimDraft) -> frozenset[tuple[str, bool]]:
    """Lemmas of the verbs of a content with their polarity; verbs that say little by themselves left out."""
    return frozenset(
        (tree.lemma(token.i), is_negated(tree, token.i))
        for token in _content(tree, draft)
        if token.pos_ == "VERB" and tree.lemma(token.i) not in claim_words().empty_verbs
    )


def _parent(draft: ClaimDraft, drafts: list[ClaimDraft]) -> str | None:
    """The innermost other claim whose content holds this one's cue."""
    holders = [
        d for d in drafts
        if d is not draft and d.content and draft.cue
        and d.content[0] <= draft.cue[0] and draft.cue[1] <= d.content[1] and d.head != draft.head
    ]  # fmt: skip
    return min(holders, key=_length).key if holders else None


def _length(draft: ClaimDraft) -> int:
    return draft.content[1] - draft.content[0] if draft.content else 0


def _hedges(tree: Tree, draft: ClaimDraft) -> tuple[tuple[Chars, ...], Certainty]:
    spans: list[Chars] = []
    level: Certainty = "certain"
    if draft.stance in SKEPTICAL:
        return (), "unknown" if draft.stance == "withholds" else "certain"
    if draft.content is None:
        return (), level
    near = _content(tree, draft)
    if draft.source is None:
        near += _words_of(tree, draft.cue)
    for token in near:
        found = claim_words().hedges.get(token.lower_)
        if found:
            spans.append((token.idx, token.idx + len(token.text)))
            if _RANK[found] > _RANK[level]:
                level = found
    return tuple(dict.fromkeys(sorted(spans))), level


def _answered(tree: Tree, draft: ClaimDraft, drafts: list[ClaimDraft], countries: Mapping[str, str]) -> str | None:
    """The claim that a denial, doubt, confirmation or silence is about: one told inside it, else the earlier claim
    of another source that shares most words with it, else the last one of another source: for a denial that of its
    paragraph, or of the one before if it opens its own.
    """
    inside = [d for d in drafts if d.parent == draft.key and d.stance not in SKEPTICAL]
    if inside:
        return inside[0].key
    if _points(tree, draft):
        pointed = _pointed_at(tree, draft, drafts, countries)
        if pointed:
            return pointed
    earlier = [
        d for d in drafts
        if d.order < draft.order and d.content and d.stance not in _RESPONSES
        and (d.source != draft.source or draft.source is None)
    ]  # fmt: skip
    if not earlier:
        return None
    words = _words(tree, draft)
    near = [d for d in earlier if draft.order - d.order < _POINTER_REACH]
    best = max(near or earlier, key=lambda d: (len(words & _words(tree, d)), d.order))
    if words & _words(tree, best):
        return best.key
    last = earlier[-1]
    replies = _same_paragraph(tree, draft, last) or _opens(tree, draft, drafts, last)
    replies = replies and not _is_not_so(tree, draft)  # "no one was hurt, he said" says nothing of what was said before
    if draft.stance in ("denies", "doubts") and replies:
        return last.key
    return last.key if not words and draft.order - last.order < _POINTER_REACH else None


def _opens(tree: Tree, draft: ClaimDraft, drafts: list[ClaimDraft], last: ClaimDraft) -> bool:
    """Whether a denial is the first statement of its paragraph, and what it may answer the last of the one before."""
    between = tree.text[last.order : draft.order]
    first = not any(last.order < d.order < draft.order and d.source not in (None, draft.source) for d in drafts)
    return draft.stance == "denies" and first and len([p for p in between.split("\n") if p.strip()]) == _NEXT


def _same_paragraph(tree: Tree, a: ClaimDraft, b: ClaimDraft) -> bool:
    return "\n" not in tree.text[min(a.order, b.order) : max(a.order, b.order)].strip()


def _points(tree: Tree, draft: ClaimDraft) -> bool:
    """Whether a content only points at what was said: nothing, "this claim", "the Russian assertion"."""
    if draft.content is None:
        return True
    words = _words(tree, draft)
    if bool(words & claim_words().pointing) and len(words) <= _POINTER_WORDS:
        return True
    content = _content(tree, draft)
    head = _head(tree, content) if content else None
    return head is not None and tree.lemma(head) in claim_words().pointing and content[0].lower_ in _DEFINITE


def _pointed_at(tree: Tree, draft: ClaimDraft, drafts: list[ClaimDraft], countries: Mapping[str, str]) -> str | None:
    """The last earlier claim of a named other source; of the country that the pointer names, if it names one."""
    others = [
        d for d in drafts
        if d.order < draft.order and d.content and d.source not in (None, draft.source)
        and d.stance not in SKEPTICAL and d.parent is None
    ]  # fmt: skip
    table = PlaceTable.load()
    named = {table.country_of(t.text) for t in _content(tree, draft) if t.text[:1].isupper()} - {None}
    if named:
        others = [d for d in others if countries.get(d.source or "") in named] or others
    near = [d for d in others if draft.order - d.order < _POINTER_REACH]
    return near[-1].key if near else None


_DEFINITE = frozenset({"the", "this", "that", "these", "those", "such"})
_NEXT = 2  # paragraphs: that of a statement and the one that answers it
_POINTER_WORDS = 3
_POINTER_REACH = 900  # characters


def _words(tree: Tree, draft: ClaimDraft, parts: frozenset[str] = _TELLING) -> frozenset[str]:
    """Lemmas of the words of a content, of these parts of speech."""
    words = _content(tree, draft)
    return frozenset(t.lemma_.lower() for t in words if t.pos_ in parts and len(t.text) > _SHORTEST)


_SHORTEST = 2
