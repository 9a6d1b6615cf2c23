"""The words of a parsed article, read from spaCy once: what everything above the parser looks at.

A spaCy token looks each of its strings up anew, every time it is asked, and decodes it; rules ask for the same ones
hundreds of times.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import starmap
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from spacy.vocab import Vocab

_ANALYSIS = ("LEMMA", "POS", "TAG", "ENT_TYPE")
_ENTITY_PARTS = ("", "I", "O", "B")  # of spaCy's ENT_IOB


class Form(NamedTuple):
    """What a word says by its form alone, the same wherever it stands."""

    text: str
    lower_: str
    is_space: bool
    is_punct: bool
    is_quote: bool
    is_alpha: bool
    is_digit: bool
    is_title: bool
    is_upper: bool
    like_num: bool


@lru_cache(maxsize=20_000)
def _form(vocab: "Vocab", orth: int) -> Form:
    lexeme = vocab[orth]
    return Form(
        lexeme.text, lexeme.lower_, lexeme.is_space, lexeme.is_punct, lexeme.is_quote, lexeme.is_alpha,
        lexeme.is_digit, lexeme.is_title, lexeme.is_upper, lexeme.like_num,
    )  # fmt: skip


@dataclass(slots=True, eq=False)
class Word:
    """One token as parsed, under spaCy's names; never written to (frozen, it would take eight times as long to make).

    ``features`` are its morphology, one for each value ("VerbForm=Fin").
    """

    text: str
    lower_: str
    is_space: bool
    is_punct: bool
    is_quote: bool
    is_alpha: bool
    is_digit: bool
    is_title: bool
    is_upper: bool
    like_num: bool
    i: int
    idx: int
    lemma_: str
    pos_: str
    tag_: str
    ent_type_: str
    ent_iob_: str
    features: frozenset[str]
    whitespace_: str
    is_sent_start: bool
    is_sent_end: bool
    sent_start: int
    """Bounds of its sentence."""
    sent_end: int

    def __len__(self) -> int:
        return len(self.text)


def words_of(doc: "Doc") -> tuple[Word, ...]:
    """The words of a parsed Doc."""
    if not len(doc):
        return ()
    columns = doc.to_array([*_ANALYSIS, "ORTH", "MORPH", "IDX", "ENT_IOB", "SPACY", "SENT_START"]).T.tolist()
    analysis, (orths, morphs, offsets, entities, spaces, starts) = columns[:4], columns[4:]
    vocab = doc.vocab
    forms = {orth: _form(vocab, orth) for orth in set(orths)}
    features = {morph: _features(vocab, morph) for morph in set(morphs)}
    opens = [start == 1 for start in starts]
    rows = zip(
        *zip(*(forms[orth] for orth in orths), strict=True),
        range(len(orths)),
        offsets,
        *(_strings(vocab, column) for column in analysis),
        [_ENTITY_PARTS[part] for part in entities],
        [features[morph] for morph in morphs],
        [" " if space else "" for space in spaces],
        opens,
        [*opens[1:], True],
        *_bounds(opens),
        strict=True,
    )
    return tuple(starmap(Word, rows))


Words = tuple[Word, ...]
"""The words of an article."""


def _bounds(opens: Sequence[bool]) -> tuple[list[int], list[int]]:
    """First word, and word behind the last, of the sentence of each word."""
    starts: list[int] = []
    for i, first in enumerate(opens):
        starts.append(i if first or not starts else starts[-1])
    ends = [0] * len(starts)
    end = len(starts)
    for i in range(len(starts) - 1, -1, -1):
        ends[i] = end
        if starts[i] == i:
            end = i
    return starts, ends


def _strings(vocab: "Vocab", keys: Sequence[int]) -> list[str]:
    known = {key: vocab.strings[key] for key in set(keys)}
    return [known[key] for key in keys]


@lru_cache(maxsize=2_000)
def _features(vocab: "Vocab", morph: int) -> frozenset[str]:
    """Features of spaCy's "Case=Acc,Dat|Number=Plur", one for each value."""
    parts = [feature.partition("=") for feature in vocab.strings[morph].split("|")]
    return frozenset(f"{name}={value}" for name, _, values in parts for value in values.split(",") if value)
