"""Claims that no predicate carries: "according to X", "reportedly"."""

from warextract.claims.beside import beside_block
from warextract.claims.block import Tokens
from warextract.claims.draft import ClaimDraft
from warextract.claims.extent import is_finite
from warextract.claims.sources import SourceFinder
from warextract.claims.speech import Quotation, sentences_of, speaker_marks
from warextract.lexicon.claim_words import claim_words
from warextract.lexicon.rulebook import Rule
from warextract.matching.matches import RuleIndex
from warextract.syntax import labels
from warextract.syntax.labels import Role
from warextract.syntax.tree import Tree
from warextract.vocabulary import Stance


def preposition_claims(
    tree: Tree, rules: RuleIndex, sources: SourceFinder, found: tuple[Quotation, ...]
) -> list[ClaimDraft]:
    """ "according to X": the content is what stands beside the phrase in its sentence."""
    known = rules.anchored("preposition")
    out: list[ClaimDraft] = []
    for token in tree.tokens:
        if tree.roles[token.i] is Role.CONJUNCT:
            continue
        rule = known.get(tree.preposition(token.i))
        if rule is None or tree.lemma(token.i) in claim_words().not_sources:
            continue
        out += _beside(tree, token.i, rule, sources, found)
    return out


def _beside(tree: Tree, head: int, rule: Rule, sources: SourceFinder, found: tuple[Quotation, ...]) -> list[ClaimDraft]:
    case = tree.children(head, Role.CASE)[0]
    cue_end = max([case, *tree.children(case, Role.FIXED)]) + 1
    block = (case, _opening_end(tree, case, head) or _source_end(tree, head))
    content = beside_block(tree, block, tree.sentence(head)) or _clause_around(tree, head, block)
    if content is None:
        return []
    pieces: list[tuple[Tokens, str]] = []
    for q in found:
        if q.speech and q.inner[0] <= content[0] + 1 and content[1] <= q.end + 1 and content[0] < q.end:
            pieces = [(piece, "direct") for piece in sentences_of(tree, q.inner)]
    pieces = pieces or [speaker_marks(tree, *content, found)]
    members = [m for m in tree.conjuncts(head) if not labels.is_verb(tree.token(m)) and (m < block[1] or m < case)]
    out: list[ClaimDraft] = []
    for member in members:
        source, span = sources.resolve(member)
        for piece, kind in pieces:
            out.append(
                ClaimDraft(
                    key=f"{member}:p:{piece[0]}",
                    rule=rule.id,
                    stance="asserts",
                    order=tree.token(case).idx,
                    cue=tree.offsets(case, cue_end),
                    head=member,
                    source=source,
                    source_span=span,
                    content=tree.offsets(*piece),
                    quote="direct" if kind == "direct" else "mixed" if kind == "mixed" else "indirect",
                )
            )
    return out


def _source_end(tree: Tree, head: int) -> int:
    """End of the source phrase: with its apposition, but not past a comma that opens the next clause."""
    end = tree.subtree(head)[1]
    for c in tree.children(head, Role.PARATAXIS, Role.ADVERBIAL_CLAUSE):
        end = min(end, tree.subtree(c)[0])
    return max(end, head + 1)


def _opening_end(tree: Tree, case: int, head: int) -> int | None:
    """End of a source phrase that opens its sentence, at a comma: the first, or the one behind a description.

    "According to Omar Rind, a nurse, | two girls died": what a singular with an article says of a name is no news.
    """
    start, end = tree.sentence(head)
    if case != tree.trim(start, end)[0]:
        return None
    commas = [i for i in range(head, end) if tree.token(i).text == ","]
    if not commas or any(is_finite(tree, i) or tree.token(i).is_quote for i in range(head, commas[0])):
        return None
    first, rest = commas[0], commas[1:]
    if not any(is_finite(tree, i) for i in range(first, end)):
        return None
    if rest and _describes(tree, head, first + 1, rest[0]) and any(is_finite(tree, i) for i in range(rest[0], end)):
        return rest[0]
    return first


def _describes(tree: Tree, head: int, start: int, end: int) -> bool:
    """Whether what stands between two commas says who a name is, names who was described, or adds a circumstance."""
    if start >= end or any(is_finite(tree, i) for i in range(start, end)):
        return tree.token(start).lower_ in ("who", "which", "whose")
    words = [tree.token(i) for i in range(start, end)]
    if words[0].tag_ in ("VBG", "VBN"):
        return True
    if all(w.pos_ == "PROPN" for w in words):
        return tree.token(head).pos_ == "NOUN" or tree.token(head + 1).pos_ != "PUNCT"
    singular = not any(w.tag_ in ("NNS", "CD") for w in words[:2])
    return tree.token(head).pos_ == "PROPN" and words[0].lower_ in ("a", "an", "the", "its", "his", "her") and singular


def _clause_around(tree: Tree, head: int, block: Tokens) -> Tokens | None:
    """Without commas: the clause of the governor on the longer side of the phrase."""
    start, end = tree.sentence(head)
    left, right = tree.trim(start, block[0]), tree.trim(block[1], end)
    best = left if left[1] - left[0] >= right[1] - right[0] else right
    return best if best[1] - best[0] >= 2 else None


def adverb_claims(tree: Tree, rules: RuleIndex) -> list[ClaimDraft]:
    """ "reportedly", "allegedly": hearsay without a source; the content is the clause around the word."""
    known = rules.anchored("adverb")
    out: list[ClaimDraft] = []
    for token in tree.tokens:
        rule = known.get(token.lower_)
        if rule is None:
            continue
        head = tree.heads[token.i]
        bounds = tree.subtree(head) if head != token.i else tree.trim(*tree.sentence(token.i))
        bounds = _clause_bounds(tree, head, bounds)
        stance: Stance = "asserts"
        out.append(
            ClaimDraft(
                key=f"{token.i}:a",
                rule=rule.id,
                stance=stance,
                order=token.idx,
                cue=(token.idx, token.idx + len(token.text)),
                head=token.i,
                content=tree.offsets(*bounds),
            )
        )
    return out


def _clause_bounds(tree: Tree, head: int, bounds: Tokens) -> Tokens:
    """A clause without the coordinated or parenthetical clauses hung on it."""
    start, end = bounds
    for c in tree.children(head, Role.CONJUNCT, Role.PARATAXIS):
        low, high = tree.subtree(c)
        if low > head:
            end = min(end, _before_joint(tree, low))
        elif high <= head:
            start = max(start, high)
    return tree.trim(start, end)


def _before_joint(tree: Tree, i: int) -> int:
    while i > 0 and (tree.token(i - 1).is_punct or tree.roles[i - 1] is Role.COORDINATOR):
        i -= 1
    return i
