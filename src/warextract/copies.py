"""Near-copies and replaced versions among the articles of one run: MinHash sketches, the first article seen is kept.

Two texts are copies when most five-word shingles of the shorter stand in the other and they name the same names and
numbers. Measured on the articles of ``eval/gold`` and the pairs of tests/fixtures/copies: different articles overlap by
0.01 at most, bulletins that are written on one template every day by up to 0.65, copies with one word in ten changed or
a third of their paragraphs cut by 0.45 and more. So the overlap alone would not do; bulletins differ in their numbers.
"""

import re
from array import array
from collections import deque
from dataclasses import dataclass
from hashlib import blake2b
from typing import TYPE_CHECKING
from zlib import crc32

from warextract.records import ArticleInfo, Revision
from warextract.text.dateline import find_dateline
from warextract.text.revisions import untagged
from warextract.text.wordlists import word_list

if TYPE_CHECKING:
    from rensa import RMinHashLSH  # type: ignore[import-untyped]

    Checksums = array[int]

KEEP = 50_000
"""Articles that are remembered, at some 3.5 KB each."""

_SHINGLE = 5  # words
_PERMUTATIONS, _BANDS, _SEED = 63, 21, 42  # three to a band: 94 % of the pairs that overlap by 0.5 become candidates
_ALIKE = 0.42  # overlap as estimated, 0.06 of standard error
_COPY_ALIKE, _COPY_WITHIN = 0.3, 0.6  # a cut copy overlaps less, but most of it stands in the other
_VERSION_ALIKE = 0.2  # of versions under one headline or address: half of an update may be new
_SAME_NAMES, _SAME_NUMBERS = 0.85, 0.8  # of the article that has fewer of them, found in the other
_VERSION_NAMES = 0.6
_NEARLY_BEST = 0.2  # versions that overlap so much less than the best one are of another story
_MOST_CANDIDATES = 100  # the last ones: of a bulletin written on one template every day there are thousands
_SHORT = 25  # words; so short a text is a copy of the same words only
_WORD = re.compile(r"\w+(?:['’]\w+)*")
_DIGITS = re.compile(r"(?<=\d)[^\d.,]+$")  # "2pm", "1990s"
_WEIGHT = {"wrapup": 0, "update": 0, "refile": 1, "correction": 2}


@dataclass(frozen=True, slots=True)
class _Seen:
    """What is remembered of an article. Names, numbers, address and headline are checksums, the digest that of its
    shingles.
    """

    id: str
    digest: "Checksums"
    words: int
    names: "Checksums"
    numbers: "Checksums"
    story: tuple[int, ...]
    revision: Revision | None


class Copies:
    """Marks articles as they come: `duplicate_of` for near-copies, `supersedes` for updates and corrections.

    The same articles in the same order get the same marks, in any process. To go on with a run that was cut short, mark
    its earlier articles again, in their order, and throw the results away (0.7 ms each); nothing else need be kept.
    ``keep`` bounds the memory: an article is compared with the last ``keep`` ones, at some 3.5 KB each.

    >>> from warextract.records import ArticleInfo
    >>> text = " ".join(f"Part {n} of the story tells of bridge {n}." for n in range(20))
    >>> copies = Copies()
    >>> copies.mark(ArticleInfo(id="a", sha256=""), text).duplicate_of
    >>> copies.mark(ArticleInfo(id="b", sha256=""), text + " (Writing by A. Lee)").duplicate_of
    'a'
    """

    def __init__(self, keep: int = KEEP) -> None:
        self._keep = keep
        self._candidates: RMinHashLSH | None = None
        self._seen: dict[int, _Seen] = {}
        self._stories: dict[int, int] = {}
        self._originals: dict[str, str] = {}
        self._order: deque[int] = deque()
        self._count = 0

    def mark(self, article: ArticleInfo, text: str) -> ArticleInfo:
        """The article with `duplicate_of` or `supersedes` set where an earlier one calls for it; it is remembered.

        ``article.revision``, ``title`` and ``url`` say which version of which story it is, ``text`` is all its text.
        A copy points at the first article of its copies, an update at the version before it. A version that comes
        after its own update is a copy of that.
        """
        from rensa import RMinHash, RMinHashLSH  # noqa: PLC0415 (only a run over many articles needs it)

        if self._candidates is None:
            self._candidates = RMinHashLSH(threshold=_ALIKE, num_perm=_PERMUTATIONS, num_bands=_BANDS)
        sketch = RMinHash(num_perm=_PERMUTATIONS, seed=_SEED)
        words = [word.lower() for word in _WORD.findall(text)]
        sketch.update(_shingles(words))
        seen = _look(article, text, array("I", sketch.digest()), words)
        keys = {*self._candidates.query(sketch), *(self._stories[s] for s in seen.story if s in self._stories)}
        update = self._judged(seen, [self._seen[key] for key in sorted(keys)[-_MOST_CANDIDATES:]])
        self._candidates.insert(self._count, sketch)
        self._remember(seen, update.get("duplicate_of"))
        return article.model_copy(update=update) if update else article

    def _judged(self, seen: _Seen, candidates: list[_Seen]) -> dict[str, str]:
        """Which of the candidates, in the order in which they came, is the original or the version before."""
        versions: list[tuple[float, _Seen]] = []
        for other in candidates:
            alike = _overlap(seen, other)
            if _is_later(seen.revision, other.revision):
                if _is_version(seen, other, alike):
                    versions.append((alike, other))
            elif _is_copy(seen, other, alike):
                return {"duplicate_of": self._original(other)} if other.id != seen.id else {}
        if not versions:
            return {}
        best = max(alike for alike, _ in versions)
        near = [other for alike, other in versions if alike >= best - _NEARLY_BEST]
        last = next(other for other in reversed(near) if not any(_is_later(o.revision, other.revision) for o in near))
        return {"supersedes": self._original(last)} if last.id != seen.id else {}

    def _original(self, seen: _Seen) -> str:
        return self._originals.get(seen.id, seen.id)

    def _remember(self, seen: _Seen, original: str | None) -> None:
        self._seen[self._count] = seen
        self._stories |= dict.fromkeys(seen.story, self._count)
        if original is not None:
            self._originals[seen.id] = original
        self._order.append(self._count)
        self._count += 1
        if len(self._order) > self._keep and self._candidates is not None:
            key = self._order.popleft()
            old = self._seen.pop(key)
            self._candidates.remove(key)
            self._originals.pop(old.id, None)
            for story in old.story:
                if self._stories.get(story) == key:
                    del self._stories[story]


def _shingles(words: list[str]) -> list[str]:
    if len(words) < _SHORT:
        return [" ".join(words)]
    return [" ".join(words[i : i + _SHINGLE]) for i in range(len(words) - _SHINGLE + 1)]


def _look(article: ArticleInfo, text: str, digest: "Checksums", words: list[str]) -> _Seen:
    names, numbers = _facts(text)
    story = [f"url {article.url}"] if article.url else []
    headline = " ".join(w.lower() for w in _WORD.findall(untagged(article.title or text[:300].split("\n", 1)[0])))
    if len(headline.split()) >= 3:
        story.append(f"headline {headline}")
    told = tuple(int.from_bytes(blake2b(each.encode("utf-8", "replace"), digest_size=8).digest()) for each in story)
    return _Seen(article.id, digest, len(words), names, numbers, told, article.revision)


def _facts(text: str) -> "tuple[Checksums, Checksums]":
    """Names (words in capitals inside a sentence) and numbers of a text after its dateline, sorted, as checksums."""
    dateline = find_dateline(text)
    cardinals = word_list("numbers")["cardinals"]
    names: set[int] = set()
    numbers: set[int] = set()
    inside = False
    last = dateline.end if dateline else 0
    for match in _WORD.finditer(text, last):
        gap = text[last : match.start()].strip(' "“‘(')
        inside = bool(inside and not gap.endswith((".", "!", "?", "\n", ":", "”", "—", "–")))
        word = match[0]
        number = _DIGITS.sub("", word) if word[0].isdigit() else str(cardinals.get(word.lower(), ""))
        if number:
            numbers.add(crc32(number.encode("utf-8", "replace")))
        elif inside and word[0].isupper():
            names.add(crc32(word.lower().encode("utf-8", "replace")))
        inside, last = True, match.end()
    return array("I", sorted(names)), array("I", sorted(numbers))


def _overlap(a: _Seen, b: _Seen) -> float:
    """The share of common shingles, estimated."""
    return sum(x == y for x, y in zip(a.digest, b.digest, strict=True)) / _PERMUTATIONS


def _within(a: _Seen, b: _Seen, alike: float) -> float:
    """The share of the shorter text's shingles that the longer one has, from the overlap of both."""
    common = alike / (1 + alike) * (a.words + b.words)
    return common / min(a.words, b.words)


def _shared(a: "Checksums", b: "Checksums") -> float:
    fewer, more = (a, b) if len(a) <= len(b) else (b, a)
    return len(set(fewer) & set(more)) / len(fewer) if fewer else 1.0


def _is_copy(a: _Seen, b: _Seen, alike: float) -> bool:
    if min(a.words, b.words) < _SHORT:
        return alike == 1.0 and a.words > 0
    same_names, same_numbers = _shared(a.names, b.names) >= _SAME_NAMES, _shared(a.numbers, b.numbers) >= _SAME_NUMBERS
    return alike >= _COPY_ALIKE and _within(a, b, alike) >= _COPY_WITHIN and same_names and same_numbers


def _is_version(a: _Seen, b: _Seen, alike: float) -> bool:
    enough = _VERSION_ALIKE if set(a.story) & set(b.story) else _ALIKE
    return alike >= enough and _shared(a.names, b.names) >= _VERSION_NAMES


def _is_later(new: Revision | None, old: Revision | None) -> bool:
    """Whether one revision replaces another (None: the first version). Wrap-ups replace only wrap-ups."""
    if new is None or (new.kind == "wrapup") != (old is not None and old.kind == "wrapup"):
        return False
    if new.number is None and new.kind in ("correction", "refile"):
        return old is None or old.kind != new.kind
    return _rank(new) > _rank(old)


def _rank(revision: Revision | None) -> tuple[int, int]:
    if revision is None:
        return 0, 0
    first = 1 if revision.kind in ("update", "wrapup") else 0
    return revision.number if revision.number is not None else first, _WEIGHT[revision.kind]
