"""A claim while the article is being read: keys of actors, characters of the text."""

from dataclasses import dataclass

from warextract.vocabulary import Certainty, QuoteKind, Stance

Chars = tuple[int, int]
"""Character bounds in the article's text."""


@dataclass(frozen=True, slots=True)
class ClaimDraft:
    """Source, cue, content and stance of one attributed statement.

    ``key`` is unique in the article; ``source`` is an actor's key; ``parent`` and ``responds_to`` are keys of claims.
    ``head`` is the token of the cue's head, ``order`` the offset by which claims are numbered. What
    is ``seen`` is told by an eyewitness of the press.
    """

    key: str
    rule: str
    stance: Stance
    order: int
    cue: Chars | None = None
    head: int | None = None
    source: str | None = None
    source_span: Chars | None = None
    content: Chars | None = None
    quote: QuoteKind = "indirect"
    certainty: Certainty = "certain"
    hedges: tuple[Chars, ...] = ()
    negated_cue: bool = False
    seen: bool = False
    channel: str | None = None
    via: tuple[str, ...] = ()
    parent: str | None = None
    responds_to: str | None = None
