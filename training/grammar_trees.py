"""Trees that the wire grammar builds, and how they become annotated sentences."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from convert_treebanks import Sentence
from grammar_words import DOUBLED, IRREGULAR

VOWELS = "aeiou"


@dataclass(slots=True)
class Tree:
    """A word with its dependents: ``left`` and ``right`` are (relation, subtree) in the order of the text."""

    word: str
    pos: str
    tag: str
    feats: str = "_"
    lemma: str = ""
    left: list[tuple[str, Tree]] = field(default_factory=list)
    right: list[tuple[str, Tree]] = field(default_factory=list)
    glued: bool = False  # no space before it
    bare: bool = False  # a headline: no full stop behind it

    def before(self, *parts: tuple[str, Tree]) -> Tree:
        """Add dependents left of the word, the last one next to it."""
        self.left = [*parts, *self.left]
        return self

    def after(self, *parts: tuple[str, Tree]) -> Tree:
        """Add dependents at the right end."""
        self.right += parts
        return self

    def parts(self) -> Iterator[Tree]:
        """The word and all below it."""
        yield self
        for _, part in (*self.left, *self.right):
            yield from part.parts()


Part = tuple[str, Tree]
"""A relation and what stands in it."""


def word(form: str, pos: str, tag: str, feats: str = "_", lemma: str = "") -> Tree:
    """A tree of one word."""
    return Tree(form, pos, tag, feats, lemma or (form if pos == "PROPN" else form.lower()))


def punct(mark: str, tag: str = "") -> tuple[str, Tree]:
    """A mark as a dependent; closing marks stand without a space."""
    glued = mark not in ("“", "—", "(", '"open')
    form = '"' if mark in ('"open', '"close') else mark
    tag = tag or {"“": "``", "”": "''", '"open': "``", '"close': "''", "—": ":", ";": ":", ":": ":", "?": "."}.get(
        mark, mark
    )
    return "punct", Tree(form, "PUNCT", tag, "_", form, glued=glued)


def sentence(tree: Tree, sent_id: str) -> Sentence:
    """The sentence of a tree, a full stop added but to headlines, and the first letter raised."""
    if not tree.bare and not _stopped(tree):
        tree.after(punct("."))
    rows: list[tuple[Tree, int, str]] = []
    _flatten(tree, -1, "ROOT", rows)
    rows = _without_idle_commas(rows)
    first = next(i for i, (node, _, _) in enumerate(rows) if node.pos != "PUNCT")
    words = [node.word for node, _, _ in rows]
    words[first] = words[first][:1].upper() + words[first][1:]
    opened = {i + 1 for i, (node, _, _) in enumerate(rows) if node.tag == "``"}
    glued = [node.glued or i in opened for i, (node, _, _) in enumerate(rows)]
    return Sentence(
        words=tuple(words),
        spaces=tuple(not after for after in (*glued[1:], False)),
        tags=tuple(node.tag for node, _, _ in rows),
        pos=tuple(node.pos for node, _, _ in rows),
        feats=tuple(node.feats for node, _, _ in rows),
        lemmas=tuple(node.lemma for node, _, _ in rows),
        heads=tuple(i if head < 0 else head for i, (_, head, _) in enumerate(rows)),
        deps=tuple(dep for _, _, dep in rows),
        misc=("_",) * len(rows),
        doc_id=f"grammar-{sent_id}",
        sent_id=sent_id,
    )


def _without_idle_commas(rows: list[tuple[Tree, int, str]]) -> list[tuple[Tree, int, str]]:
    """Without the commas that close an apposition before another mark."""
    closing = (",", ".", ";", ":", ")")
    idle = {i for i, (node, _, _) in enumerate(rows[:-1]) if node.word == "," and rows[i + 1][0].word in closing}
    idle |= {
        i for i, (node, _, _) in enumerate(rows[:-2])
        if node.word == "," and rows[i + 1][0].tag == "''" and rows[i + 2][0].word in (".", ",")
    }  # fmt: skip
    places = {old: new for new, old in enumerate(i for i in range(len(rows)) if i not in idle)}
    return [(node, places.get(head, head), dep) for i, (node, head, dep) in enumerate(rows) if i not in idle]


def _stopped(tree: Tree) -> bool:
    """Whether a full stop already ends the text of a tree, before a closing mark or not."""
    last = tree
    while last.right:
        if last.right[-1][1].tag == "''" and len(last.right) > 1 and last.right[-2][1].word == ".":
            return True
        last = last.right[-1][1]
    return last.word == "."


def _flatten(tree: Tree, head: int, dep: str, rows: list[tuple[Tree, int, str]]) -> None:
    """Append the rows of a tree in text order; heads are put right once the head's own place is known."""
    marks: list[int] = []
    for relation, part in tree.left:
        start = len(rows)
        _flatten(part, -2, relation, rows)
        marks += [i for i in range(start, len(rows)) if rows[i][1] == -2]
    own = len(rows)
    rows.append((tree, head, dep))
    for relation, part in tree.right:
        start = len(rows)
        _flatten(part, -2, relation, rows)
        marks += [i for i in range(start, len(rows)) if rows[i][1] == -2]
    for i in marks:
        rows[i] = (rows[i][0], own, rows[i][2])


def raised(tree: Tree) -> Tree:
    """The tree with the first letter of its text raised, as where a quotation begins."""
    first = tree
    while first.left:
        first = next((part for _, part in first.left if part.pos != "PUNCT"), first)
        if not any(part.pos != "PUNCT" for _, part in first.left):
            break
    first.word = first.word[:1].upper() + first.word[1:]
    return tree


def forms(base: str) -> tuple[str, str, str, str]:
    """Past, participle, present and -ing form of a verb."""
    past, part = IRREGULAR.get(base, (_ed(base), _ed(base)))
    present = base + ("es" if base.endswith(("s", "sh", "ch", "x", "z", "o")) else "s")
    if base.endswith("y") and base[-2] not in VOWELS:
        present = base[:-1] + "ies"
    stem = base + base[-1] if base in DOUBLED else base
    ing = stem[:-1] + "ing" if stem.endswith("e") and not stem.endswith(("ee", "ye", "oe")) else stem + "ing"
    return past, part, present, {"die": "dying", "lie": "lying"}.get(base, ing)


def _ed(base: str) -> str:
    if base.endswith("e"):
        return base + "d"
    if base.endswith("y") and base[-2] not in VOWELS:
        return base[:-1] + "ied"
    return (base + base[-1] if base in DOUBLED else base) + "ed"


def joined(parts: Iterable[Tree], last: str = "and", *, serial: bool = False) -> Tree:
    """Coordinated trees: the first is the head, each other its conjunct; with a serial comma where asked."""
    head, *others = parts
    for i, other in enumerate(others):
        if i == len(others) - 1:
            comma = [punct(",")] if serial and len(others) > 1 else []
            other.before(*comma, ("cc", word(last, "CCONJ", "CC")))
        else:
            other.before(punct(","))
        head.after(("conj", other))
    return head
