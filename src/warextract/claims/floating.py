"""Speech that goes on without a cue of its own: it takes the cue of its attributing clause."""

from collections.abc import Iterable
from dataclasses import replace

from warextract.claims.draft import ClaimDraft
from warextract.claims.speech import Quotation, quotation_at, sentences_of
from warextract.syntax.tree import Tree

_MAX_DISTANCE = 400
"""Characters between a cue and a quotation that it may still attribute."""


def floating_claims(tree: Tree, found: tuple[Quotation, ...], drafts: tuple[ClaimDraft, ...]) -> list[ClaimDraft]:
    """Claims for the sentences of quotations that no cue has taken."""
    told = with_words(drafts)
    out: list[ClaimDraft] = []
    for q in found:
        if not q.speech or is_taken(tree, q, told):
            continue
        cue = _attributing(tree, q, [*told, *out], found)
        if cue is None:
            continue
        for piece in sentences_of(tree, q.inner):
            content = tree.offsets(*piece)
            out.append(
                replace(
                    cue,
                    key=f"{cue.key}:f{piece[0]}",
                    content=content,
                    quote="direct",
                    order=content[0],
                    stance=cue.stance if cue.stance in ("asserts", "accuses") else "asserts",
                    rule=cue.rule,
                    negated_cue=False,
                )
            )
    return out


def with_words(drafts: Iterable[ClaimDraft]) -> list[ClaimDraft]:
    """The claims that hold words of their source under a cue."""
    return [d for d in drafts if d.content and d.stance != "withholds" and d.head is not None]


def is_taken(tree: Tree, q: Quotation, told: list[ClaimDraft]) -> bool:
    """Whether a cue outside the quotation has its words; what is said inside it ("I think …") does not count."""
    start, end = tree.offsets(*q.inner)
    return any(
        d.content and d.content[0] < end and start < d.content[1] and not (d.cue and start <= d.cue[0] < end)
        for d in told
    )


def _attributing(tree: Tree, q: Quotation, told: list[ClaimDraft], found: tuple[Quotation, ...]) -> ClaimDraft | None:
    """The last speaker before the quotation in its paragraph, else the next one after it, else the one before."""
    start, end = tree.offsets(q.start, q.end)
    text = tree.text
    outside = [d for d in told if d.cue and d.source_span and not (d.head and quotation_at(found, d.head))]
    before = [d for d in outside if d.order < start]
    after = [d for d in outside if d.order >= end]
    last = max(before, key=lambda d: d.order, default=None)
    following = min(after, key=lambda d: d.order, default=None)
    if last and last.content and "\n" not in text[max(last.order, 0) : start]:
        return last
    if (
        following
        and following.cue
        and "\n" not in text[end : following.cue[0]]
        and following.order - end < _MAX_DISTANCE
    ):
        return following
    if last and last.quote == "direct" and start - last.order < _MAX_DISTANCE:
        return last
    return None
