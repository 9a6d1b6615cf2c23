"""Speakers who are only pointed at: "it denied", "he declined", "one of them said"."""

from collections.abc import Mapping
from dataclasses import replace

from warextract.claims.draft import ClaimDraft
from warextract.lexicon.claim_words import claim_words
from warextract.mentions.entities import ActorEntity
from warextract.syntax.tree import Tree

_REACH = 500
"""Characters back that a pronoun may point at a speaker: about a paragraph of wire copy."""


def with_carried_sources(
    tree: Tree, drafts: list[ClaimDraft], actors: Mapping[str, ActorEntity]
) -> list[ClaimDraft]:
    """Claims in text order, those of a pronoun that no actor is known for with the last speaker whom it fits.

    ``actors`` are those of the article by key, with the speakers that only claims know.
    """
    out: list[ClaimDraft] = []
    for draft in sorted(drafts, key=lambda d: d.order):
        fitting = _fitting(tree, draft)
        found = _last_speaker(draft, out, fitting, actors) if fitting else None
        out.append(replace(draft, source=found) if found is not None else draft)
    return out


def _last_speaker(
    draft: ClaimDraft, before: list[ClaimDraft], fitting: frozenset[str], actors: Mapping[str, ActorEntity]
) -> str | None:
    near = (d for d in reversed(before) if d.source in actors and draft.order - _REACH < d.order < draft.order)
    return next((d.source for d in near if actors[d.source or ""].kind in fitting), None)


def _fitting(tree: Tree, draft: ClaimDraft) -> frozenset[str]:
    """Kinds of actor that the pronoun of a claim without a source may stand for; none where there is no pronoun."""
    if draft.source is not None or draft.source_span is None:
        return frozenset()
    words = tree.text[slice(*draft.source_span)].lower().split()  # "hours later it"
    return claim_words().pronouns.get(words[-1], frozenset()) if words else frozenset()
