"""Quotations by their marks: straight, curly, guillemets, nested, unbalanced, over paragraphs."""

import re
from dataclasses import dataclass, replace
from typing import Literal

Family = Literal["double", "single"]
_FAMILY: dict[str, Family] = {
    **dict.fromkeys('"“”„«»', "double"),
    **dict.fromkeys("'‘’‚‹›", "single"),
}
_CLOSED_BY = {"„": "“”\"", "‚": "‘’'", "«": "»", "»": "«", "‹": "›", "›": "‹"}
_TYPED = '"\u2060'  # two single marks typed for a double one (newspaper archives); a joiner keeps the offsets
_MARK = re.compile("[" + "".join(_FAMILY) + "]")
_PARAGRAPH = re.compile(r"[^\n\r]+")
_ELISION = re.compile(r"['‘’](?:\d\ds?\b|tis\b|twas\b|em\b|n['’]|til\b|cause\b|round\b)", re.I)


@dataclass(frozen=True, slots=True)
class Quote:
    """One quotation, in code points.

    ``start``–``end`` hold the marks, ``inner_start``–``inner_end`` do not. ``closed`` is False where no
    closing mark stands; then ``continues`` tells that the quotation is opened again in the next paragraph.
    ``level`` is 1 for an outer quotation, 2 for one inside it, and so on.
    """

    start: int
    end: int
    inner_start: int
    inner_end: int
    closed: bool
    continues: bool
    level: int


@dataclass(slots=True)
class _Open:
    at: int
    mark: str

    @property
    def family(self) -> Family:
        return _FAMILY[self.mark]


def find_quotes(text: str) -> tuple[Quote, ...]:
    """All quotations of a text in order of their opening marks; never raises.

    >>> [(q.start, q.end, q.level) for q in find_quotes('He said “it was ‘bad’” twice.')]
    [(8, 22, 1), (16, 21, 2)]
    """
    for typed in ("''", "``"):
        text = text.replace(typed, _TYPED)
    found: list[Quote] = []
    carried: Family | None = None  # an outer quotation that the paragraph before left open
    for paragraph in _PARAGRAPH.finditer(text):
        start, end = paragraph.span()
        first = start + len(paragraph[0]) - len(paragraph[0].lstrip())
        if first == end:
            continue
        if carried and _FAMILY.get(text[first]) == carried and _may_open(text, first, end):
            outer = max(i for i, q in enumerate(found) if q.level == 1)
            found[outer] = replace(found[outer], continues=True)
        inside, carried = _paragraph(text, start, end)
        found += inside
    told = [q for q in found if text[q.inner_start : q.inner_end].strip()]
    return tuple(sorted(told, key=lambda q: (q.start, -q.end)))


def _paragraph(text: str, start: int, end: int) -> tuple[list[Quote], Family | None]:
    found: list[Quote] = []
    stack: list[_Open] = []

    def finish(count: int, stop: int) -> None:
        """End the open quotations above ``count`` without a mark."""
        while len(stack) > count:
            top = stack.pop()
            last = max(top.at + 1, top.at + len(text[top.at : stop].rstrip()))
            found.append(Quote(top.at, last, top.at + 1, last, False, False, len(stack) + 1))

    for match in _MARK.finditer(text, start, end):
        at, mark = match.start(), match[0]
        depth = next((n for n in range(len(stack) - 1, -1, -1) if _closes(text, at, end, stack[n])), None)
        if depth is not None:
            finish(depth + 1, at)
            top = stack.pop()
            found.append(Quote(top.at, at + 1, top.at + 1, at, True, False, len(stack) + 1))
        elif _may_open(text, at, end):
            same = [n for n, o in enumerate(stack) if o.family == _FAMILY[mark]]
            if same and mark not in "«‹":
                finish(same[0], at)  # the earlier one lost its closing mark
            stack.append(_Open(at, mark))
    carried = stack[0].family if stack else None
    finish(0, end)
    return found, carried


def _may_open(text: str, at: int, end: int) -> bool:
    mark = text[at]
    before, after = text[at - 1 : at] or " ", text[at + 1 : at + 2] or " "
    if at + 1 >= end or after.isspace():
        return mark in "«‹"  # French sets a space inside its marks
    if mark in "“„«‹‚":
        return True
    free = before.isspace() or before in "([{—–-/:…" or before in _FAMILY
    if not free or after in ".,;:!?)]}":
        return False
    if _FAMILY[mark] == "double" or mark in "‹›":
        return True
    if _ELISION.match(text, at):
        return False
    return mark == "‘" or _closing_single(text, at, end) is not None


def _closes(text: str, at: int, end: int, opened: _Open) -> bool:
    mark = text[at]
    if _FAMILY[mark] != opened.family:
        return False
    if opened.mark in _CLOSED_BY and mark in _CLOSED_BY[opened.mark]:
        return True
    if opened.mark in "«»‹›" or mark in "«»‹›„‚":
        return False
    before, after = text[at - 1 : at], text[at + 1 : at + 2] if at + 1 < end else " "
    if _FAMILY[mark] == "single":
        return at == _closing_single(text, opened.at, end)
    if mark == "”":
        return True
    if mark == "“":
        return not before.isspace() and not after.isalnum() and after not in _FAMILY
    outward = after.isspace() or not after.isalnum()
    return outward or not (before.isspace() or before in "([{—–")


def _closing_single(text: str, opened: int, end: int) -> int | None:
    """Where a single quotation that opens at ``opened`` closes; apostrophes are passed over."""
    possessive: int | None = None
    for at in range(opened + 1, end):
        if text[at] in "‘" or (text[at] == "'" and text[at - 1].isspace()):
            break  # the next one opens
        if text[at] not in "'’":
            continue
        after = text[at + 1 : at + 2] if at + 1 < end else " "
        if after.isalnum() or text[at - 1].isspace() or at == opened + 1:
            continue
        if text[at - 1] in "sS" and after.isspace():
            possessive = possessive or at  # "the brigades' posts", unless nothing better follows
            continue
        return at
    return possessive
