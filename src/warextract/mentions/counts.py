"""The count that goes with a noun: "at least four people", "dozens of drones", "74 of the 117 drones"."""

import re
from functools import cache

from warextract.records import NumberRange
from warextract.syntax import labels
from warextract.syntax.tree import Tree
from warextract.text.numbers import parse_count
from warextract.text.wordlists import word_list

_LONGEST = 7  # tokens of a written count: "hundreds of thousands of", "between 20 and 30"
_MODIFIERS = 12  # tokens between a count and its noun
_HYPHENS = frozenset("-‑–")
_YEAR = re.compile(r"(?:19|20)\d\d")
_BEFORE_YEAR = frozenset({"in", "since", "of", "by", "from", "until", "during", "early", "late"})
_QUOTES = frozenset("\"“”'‘’")


def count_of(tree: Tree, head: int) -> NumberRange | None:
    """The count of a noun, or of a number that stands for one; None where none is given.

    Of "74 of the 117 drones" it is 117, the count of the drones spoken of; ``part_of`` gives 74.
    """
    if _is_number(tree, head):
        found = _longest(tree, head)
        return found[1] if found else None
    return count_before(tree, head)


def count_before(tree: Tree, start: int) -> NumberRange | None:
    """The count of a noun phrase whose name starts at token ``start``."""
    found = direct_count(tree, start) or _over_of(tree, start)
    return found[1] if found else None


def part_of(tree: Tree, head: int) -> NumberRange | None:
    """How many of a set are spoken of: 74 in "74 of the 117 drones"; None where no part is told."""
    direct = direct_count(tree, head)
    start = direct[0] if direct else head
    outer = _over_of(tree, start)
    of_a_set = any(tree.tokens[i].pos_ in ("DET", "PRON") for i in range(max(0, start - 2), start)) or direct
    return outer[1] if outer and of_a_set else None


def direct_count(tree: Tree, start: int) -> tuple[int, NumberRange] | None:
    """The token where the count of a noun starts, and the count; only modifiers may stand between them."""
    first = tree.sentence(start)[0] if start < len(tree.tokens) else 0
    for i in range(start - 1, max(first, start - _MODIFIERS) - 1, -1):
        if _is_number(tree, i):
            found = None if _measures(tree, i) or _named_by(tree, i) else _longest(tree, i)
            if found is not None:
                return found
        elif not _modifies(tree, i):
            return None
    return None


def _over_of(tree: Tree, start: int) -> tuple[int, NumberRange] | None:
    """The count before "of": "dozens of drones", "three of its soldiers"."""
    first = tree.sentence(start)[0] if start < len(tree.tokens) else 0
    i = start - 1
    while i > max(first, start - _MODIFIERS) and _modifies(tree, i):
        i -= 1
    if i > first and tree.tokens[i].pos_ in ("DET", "PRON"):
        i -= 1
    if i > first and tree.tokens[i].lower_ == "of" and _is_number(tree, i - 1):
        return _longest(tree, i - 1)
    return None


def _longest(tree: Tree, last: int) -> tuple[int, NumberRange] | None:
    """The longest count that ends with a token, and where it starts."""
    found = None
    for start in range(last, max(tree.sentence(last)[0], last - _LONGEST) - 1, -1):
        if start < last and start > 0 and tree.span_text(start - 1, start + 1).lower() == "of the":
            break  # "74 of the 117"
        count = parse_count(tree.span_text(start, last + 1))
        if count is not None:
            found = (start, count)
    return found


def _is_number(tree: Tree, i: int) -> bool:
    numbers = word_list("numbers")
    word = tree.tokens[i].lower_
    if word[:1].isdigit():
        return parse_count(word) is not None
    plain = word in numbers["cardinals"] or word in numbers["vague"] or word in numbers["scales"]
    return plain or word in numbers["words"]["none"] or (word in numbers["words"]["pairs"] and i > 0)


def _measures(tree: Tree, i: int) -> bool:
    """Whether a number measures, names or dates rather than counts: "155 mm", "54-year-old", "in 2022"."""
    doc = tree.tokens
    if _YEAR.fullmatch(doc[i].text) and i > 0 and doc[i - 1].lower_ in _BEFORE_YEAR:
        return True
    months = word_list("dates")["months"]
    beside = (doc[j].text.rstrip(".") for j in (i - 1, i + 1) if 0 <= j < len(doc))
    if any(word in months for word in beside):
        return True  # "2–3 October"
    units = _units()
    following = doc[i + 1] if i + 1 < len(doc) else None
    if following is not None and (following.lower_ in units or following.text == "%"):
        return True
    if following is not None and following.text in _HYPHENS and not following.is_sent_start:
        return i + 2 >= len(doc) or not _is_number(tree, i + 2)
    return False


@cache
def _units() -> frozenset[str]:
    return frozenset(unit for kind in word_list("numbers")["units"].values() for unit in kind)


def _named_by(tree: Tree, i: int) -> bool:
    """Whether a number is part of the name before it: "T-72", "Falcon 9"."""
    doc = tree.tokens
    before = doc[i - 1] if i > tree.sentence(i)[0] else None
    spelled = doc[i].text[0].islower()
    if before is not None and before.pos_ == "PROPN" and before.text[:1].isupper() and not spelled:
        place = labels.entity_type(before.ent_type_) is labels.EntityType.LOCATION
        return not place and before.text not in word_list("dates")["weekdays"]
    tied = i > 1 and doc[i - 1].text in _HYPHENS and not doc[i - 1].whitespace_
    return tied and not _is_number(tree, i - 2)


def _modifies(tree: Tree, i: int) -> bool:
    """Whether a token may stand between a count and its noun."""
    token = tree.tokens[i]
    if token.text in _HYPHENS or token.text in _QUOTES or token.text in "()/":
        return True
    if token.lower_ in ("more", "other", "further", "additional", "'s", "’s"):
        return True
    return token.pos_ in ("ADJ", "NOUN", "PROPN", "X", "NUM") or token.tag_ in ("VBN", "VBG", "VBD")
