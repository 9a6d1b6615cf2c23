"""The claims of an article one after another: what goes on with the one before, sums it up, or repeats it."""

from dataclasses import replace

from warextract.claims.draft import ClaimDraft
from warextract.lexicon.claim_words import claim_words
from warextract.syntax.labels import Role
from warextract.syntax.tree import Tree


def continued(tree: Tree, drafts: list[ClaimDraft]) -> list[ClaimDraft]:
    """ "…, adding that": a participle after a comma goes on with the statement before it, by the same source."""
    out: list[ClaimDraft] = []
    for draft in sorted(drafts, key=lambda d: d.order):
        head = draft.head
        before = out[-1] if out else None
        goes_on = (
            head is not None
            and head > 0
            and before is not None
            and before.head is not None
            and tree.token(head).tag_ == "VBG"
            and tree.token(head - 1).text == ","
            and tree.lemma(head) in claim_words().further
            and tree.sentence(before.head) == tree.sentence(head)
            and before.stance != "withholds"
        )
        if (goes_on or _is_joined(tree, draft, before)) and before is not None and before.source is not None:
            out.append(replace(draft, source=before.source, source_span=before.source_span))
        else:
            out.append(draft)
    return out


def _is_joined(tree: Tree, draft: ClaimDraft, before: ClaimDraft | None) -> bool:
    """ "said two had died and questioned whether": the second verb hung on the first one's words."""
    if before is None or before.content is None or draft.head is None or draft.source_span is None:
        return False
    inside = before.content[0] <= draft.source_span[0] < before.content[1] <= draft.order
    return inside and tree.roles[draft.head] is Role.CONJUNCT and tree.lemma(draft.head) in claim_words().further


def summed_up(tree: Tree, drafts: list[ClaimDraft]) -> list[ClaimDraft]:
    """ "…, a claim that could not be verified": the silence is about what the noun sums up."""
    out: list[ClaimDraft] = []
    for draft in drafts:
        bounds = tree.within(*draft.content) if draft.content and draft.stance == "withholds" else None
        start, end = bounds or (0, 0)
        noun = start > 0 and end - start <= _SUMMARY and tree.lemma(end - 1) in claim_words().summaries
        if noun and tree.token(start - 1).text == ",":
            comma = tree.token(start - 1).idx
            told = [d.content for d in drafts if d.content and d is not draft and comma - 2 <= d.content[1] <= comma]
            out.append(replace(draft, content=max(told, key=lambda c: c[1] - c[0])) if told else draft)
        else:
            out.append(draft)
    return out


_SUMMARY = 3  # tokens: "a", an adjective at most, the noun


def numbered(drafts: list[ClaimDraft]) -> list[ClaimDraft]:
    """Claims in text order, numbered; of two with one source and one content the first stays."""
    seen: set[tuple[object, ...]] = set()
    out: list[ClaimDraft] = []
    for draft in sorted(drafts, key=lambda d: (d.order, d.content or (0, 0), d.key)):
        identity = (draft.source, draft.content, draft.stance if draft.content is None else None)
        if draft.content is not None and identity in seen:
            continue
        seen.add(identity)
        out.append(replace(draft, key=f"c{len(out) + 1}"))
    return out
