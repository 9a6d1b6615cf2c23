"""Claims of a quotation sentence by sentence, under a cue of one token that is no reporting predicate."""

from warextract.claims.block import Tokens
from warextract.claims.draft import Chars, ClaimDraft
from warextract.lexicon.rulebook import Rule
from warextract.syntax.tree import Tree
from warextract.vocabulary import QuoteKind


def claims_of_pieces(
    tree: Tree,
    rule: Rule,
    cue: int,
    pieces: list[Tokens],
    source: str | None,
    source_span: Chars | None,
    quote: QuoteKind,
) -> list[ClaimDraft]:
    """One assertion a piece, all of one source."""
    return [
        ClaimDraft(
            key=f"{cue}:m:{piece[0]}",
            rule=rule.id,
            stance="asserts",
            order=tree.token(cue).idx,
            cue=tree.offsets(cue, cue + 1),
            head=cue,
            source=source,
            source_span=source_span,
            content=tree.offsets(*piece),
            quote=quote,
        )
        for piece in pieces
    ]
