"""A parsed article as arcs with roles: the view of a Doc that everything above the parser reads."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from warextract.lexicon.lemmas import load_lemmas
from warextract.syntax import labels
from warextract.syntax.labels import Role
from warextract.syntax.names import RecognisedName
from warextract.syntax.repairs import repaired
from warextract.syntax.word import Word, words_of

if TYPE_CHECKING:
    from spacy.tokens import Doc

_NOT_IN_PHRASE = frozenset(
    {Role.RELATIVE_CLAUSE, Role.APPOSITION, Role.PARATAXIS, Role.CONJUNCT, Role.COORDINATOR, Role.PUNCTUATION,
     Role.SUBJECT, Role.SUBJECT_PASSIVE, Role.COPULA, Role.AUXILIARY, Role.ADVERBIAL_CLAUSE, Role.CASE, Role.MARKER,
     Role.CLAUSE_COMPLEMENT, Role.OTHER}
)  # fmt: skip
_MODIFIERS = frozenset(
    {Role.COMPOUND, Role.ADJECTIVE, Role.FLAT, Role.NUMERAL, Role.POSSESSOR, Role.DETERMINER, Role.FIXED,
     Role.ADVERB, Role.MODIFIER_BARE}
)  # fmt: skip
_NOT_IN_BASE = frozenset(Role) - _MODIFIERS


@dataclass(frozen=True, slots=True, eq=False)
class Tree:
    """Arcs of one Doc in the scheme-free roles of ``labels.Role``.

    ``heads[i]`` is the governor of token i (itself for a root), ``roles[i]`` its role towards it; ``names`` are those
    of the recogniser; ``paragraphs[i]`` is the first token of the paragraph of token i, ``starts[i]`` its offset and
    ``numbers[i]`` the number of its sentence. Nothing of spaCy is kept.
    """

    text: str
    tokens: tuple[Word, ...]
    heads: tuple[int, ...]
    roles: tuple[Role, ...]
    paragraphs: tuple[int, ...] = field(repr=False)
    starts: tuple[int, ...] = field(repr=False)
    numbers: tuple[int, ...] = field(repr=False)
    names: tuple[RecognisedName, ...] = field(repr=False)
    _lemmas: tuple[str, ...] = field(repr=False)
    _prepositions: Mapping[int, str] = field(repr=False)
    _children: tuple[tuple[int, ...], ...] = field(repr=False)
    _joined: frozenset[int] = field(repr=False)  # tokens that another is coordinated with
    _bounds: tuple[tuple[int, int], ...] = field(repr=False)
    _sentences: tuple[tuple[int, int], ...] = field(repr=False)

    @classmethod
    def of(cls, doc: "Doc") -> "Tree":
        """The tree of a parsed Doc."""
        tokens = words_of(doc)
        heads, roles = repaired(tokens, *labels.arcs(doc))
        children: dict[int, list[int]] = defaultdict(list)
        for i, head in enumerate(heads):
            if head != i:
                children[head].append(i)
        below = tuple([tuple(children[i]) if i in children else () for i in range(len(heads))])
        joined = frozenset([head for head, role in zip(heads, roles, strict=True) if role is Role.CONJUNCT])
        bounds = tuple([(sent.start, sent.end) for sent in doc.sents])
        of_token = tuple([bound for bound in bounds for _ in range(bound[0], bound[1])])
        numbers = tuple([number for number, (start, end) in enumerate(bounds) for _ in range(start, end)])
        return cls(
            doc.text, tokens, heads, roles, _paragraphs(tokens), tuple([word.idx for word in tokens]), numbers,
            _names(doc, tokens), _lemmas(tokens), _prepositions(tokens, heads, roles), below, joined,
            bounds, of_token,
        )  # fmt: skip

    def token(self, i: int) -> Word:
        return self.tokens[i]

    def lemma(self, i: int) -> str:
        """Lemma in lower case, set right for the verb forms of ``lexicon/lemmas.toml``."""
        return self._lemmas[i]

    def children(self, i: int, *roles: Role) -> tuple[int, ...]:
        """Dependents of a token, of the given roles or of all, in text order."""
        found = self._children[i]
        if not roles or not found:
            return found
        role_of = self.roles
        return tuple([c for c in found if role_of[c] in roles])

    def child(self, i: int, *roles: Role) -> int | None:
        """The first dependent of the given roles, or None."""
        for c in self._children[i]:
            if self.roles[c] in roles:
                return c
        return None

    def ancestors(self, i: int) -> tuple[int, ...]:
        """Governors from the nearest to the root."""
        path = [i]
        while self.heads[i] not in path:  # a root governs itself
            i = self.heads[i]
            path.append(i)
        return tuple(path[1:])

    def sentence(self, i: int) -> tuple[int, int]:
        """Token bounds of the sentence that holds a token."""
        return self._sentences[i]

    def sentences(self) -> tuple[tuple[int, int], ...]:
        """Token bounds of all sentences in order."""
        return self._bounds

    def descendants(self, i: int) -> list[int]:
        """A token and all below it, sorted."""
        out, stack = {i}, [i]
        while stack:
            for c in self._children[stack.pop()]:
                if c not in out:
                    out.add(c)
                    stack.append(c)
        return sorted(out)

    def subtree(self, i: int) -> tuple[int, int]:
        """Token bounds of everything below a token, outer punctuation cut off."""
        below = self.descendants(i)
        return self.trim(below[0], below[-1] + 1)

    def trim(self, start: int, end: int) -> tuple[int, int]:
        """Bounds without spaces and punctuation at either side (quotation marks included)."""
        tokens = self.tokens
        while start < end and (tokens[start].is_space or tokens[start].is_punct):
            start += 1
        while end > start and (tokens[end - 1].is_space or tokens[end - 1].is_punct):
            end -= 1
        return start, end

    def within(self, start: int, end: int) -> tuple[int, int] | None:
        """Bounds of the tokens that stand wholly between two offsets; None when there is none."""
        first, last = self._token_at(start), self._token_at(end - 1)
        if first is None or last is None:
            return None
        if self.starts[first] < start:
            first += 1
        if self.starts[last] + len(self.tokens[last].text) > end:
            last -= 1
        return (first, last + 1) if first <= last else None

    def over(self, start: int, end: int) -> tuple[int, int] | None:
        """Bounds of the tokens that stand between two offsets, if only in part; None outside the text."""
        first, last = self._token_at(start), self._token_at(end - 1)
        if first is None or last is None:
            return None
        if self.starts[first] + len(self.tokens[first].text) == start:
            first += 1
        return first, last + 1

    def _token_at(self, offset: int) -> int | None:
        """The token at an offset or before the space there."""
        i = bisect_right(self.starts, offset) - 1
        return i if i >= 0 and offset < len(self.text) else None

    def preposition(self, i: int) -> str:
        """What marks a noun's relation: "in", "out_of", "according_to"; "" when nothing does."""
        return self._prepositions.get(i, "")

    def conjuncts(self, i: int) -> tuple[int, ...]:
        """A token and those coordinated with it, in order."""
        if i not in self._joined:
            return (i,)
        out = [i]
        for member in out:
            out += [c for c in self.children(member, Role.CONJUNCT) if c not in out]
        return tuple(sorted(out)) if len(out) > 1 else (i,)

    def first_conjunct(self, i: int) -> int:
        """The first of a coordination, which carries the role of all."""
        while self.roles[i] is Role.CONJUNCT:
            i = self.heads[i]
        return i

    def noun_phrase(self, i: int) -> tuple[int, int]:
        """Bounds of a noun with its determiners, modifiers and prepositional phrases; no relative clause,
        apposition or further conjunct. Contiguous, and always holds the noun itself.
        """
        return self._phrase(i, _NOT_IN_PHRASE)

    def base_phrase(self, i: int) -> tuple[int, int]:
        """Bounds of a noun with determiners, adjectives, compounds and names only ("the 28th Brigade")."""
        return self._phrase(i, _NOT_IN_BASE)

    def _phrase(self, i: int, excluded: frozenset[Role]) -> tuple[int, int]:
        inside = {i}
        stack = [i]
        while stack:
            node = stack.pop()
            for c in self._children[node]:
                if node == i and self.roles[c] in excluded:
                    continue
                if c not in inside:
                    inside.add(c)
                    stack.append(c)
        start = end = i
        while start - 1 in inside or (start - 2 in inside and self._joins(start - 1)):
            start -= 1
        while end + 1 in inside or (end + 2 in inside and self._joins(end + 1)):
            end += 1
        end += 1
        while end - 1 > i and (self.tokens[end - 1].is_space or self.tokens[end - 1].is_punct):
            end -= 1
        return start, end

    def _joins(self, i: int) -> bool:
        return self.tokens[i].text in ("-", "–", "/", "'", "’", '"', "“", "”")

    def span_text(self, start: int, end: int) -> str:
        """Text of a token range exactly as in the article."""
        if start >= end:
            return ""
        return self.text[slice(*self.offsets(start, end))]

    def offsets(self, start: int, end: int) -> tuple[int, int]:
        """Character bounds of a token range."""
        last = self.tokens[end - 1]
        return self.tokens[start].idx, last.idx + len(last.text)


def _names(doc: "Doc", tokens: tuple[Word, ...]) -> tuple[RecognisedName, ...]:
    return tuple(
        [
            RecognisedName(ent.start, ent.end, ent.text, labels.entity_type(ent.label_), tokens[ent.start : ent.end])
            for ent in doc.ents
        ]
    )


def _lemmas(tokens: tuple[Word, ...]) -> tuple[str, ...]:
    known = load_lemmas()
    return tuple([(known.get(w.lower_) if w.pos_ in ("VERB", "ADJ") else None) or w.lemma_.lower() for w in tokens])


def _prepositions(tokens: tuple[Word, ...], heads: tuple[int, ...], roles: tuple[Role, ...]) -> Mapping[int, str]:
    """For each noun after a preposition, that with the words fixed to it ("out_of")."""
    fixed: dict[int, list[str]] = {}
    for i, role in enumerate(roles):
        if role is Role.FIXED and heads[i] != i:
            fixed.setdefault(heads[i], []).append(tokens[i].lower_)
    words: dict[int, list[str]] = {}
    for i, role in enumerate(roles):
        if role is Role.CASE and i < heads[i] and (word := tokens[i].lower_) not in ("'s", "’s", "'", "’"):
            words.setdefault(heads[i], []).extend((word, *fixed.get(i, ())))
    return {i: "_".join(parts) for i, parts in words.items()}


def _paragraphs(tokens: tuple[Word, ...]) -> tuple[int, ...]:
    out: list[int] = []
    start = 0
    for i, token in enumerate(tokens):
        out.append(start)
        if "\n" in token.text:
            start = i + 1
    return tuple(out)
