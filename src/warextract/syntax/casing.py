"""Texts in one case only: capitals throughout ("REBELS ATTACKED THE POST"), or none at all."""

import re

from warextract.lexicon.usual_case import UsualCase, load_usual_case

_WORD = re.compile(r"[^\W_]+")
_FEW = 4  # words, below which a line in capitals is a dateline or an acronym
_MANY = 25  # words without any capital, from which a text is taken to have lost them
_SHARE = 0.9  # of the letters of a line
_CLITICS = frozenset({"s", "t", "d", "m", "ll", "re", "ve"})
_BEFORE_T = frozenset(
    {"ain", "aren", "can", "couldn", "didn", "doesn", "don", "hadn", "hasn", "haven", "isn", "mustn", "shouldn", "wasn",
     "weren", "won", "wouldn"}
)  # fmt: skip
_OPENS = re.compile(r"(?:^|(?<![.\s(][A-Z])[.!?][\"”’)]*\s+|--\s*|\]\s*|[:;]\s*[\"“]|\n\s*)[\"“‘(]*$")


def with_usual_case(text: str) -> str:
    """The text with its words in their usual case where it has only one; of the same length.

    >>> with_usual_case("THE ARMY SAID REBELS HAD ATTACKED SAN MIGUEL. NOBODY WAS HURT.")
    'The army said rebels had attacked San Miguel. Nobody was hurt.'
    >>> with_usual_case("The UN said so.")
    'The UN said so.'
    """
    if not any(c.isupper() for c in text):
        return _recased(text, load_usual_case()) if len(_WORD.findall(text)) >= _MANY else text
    lines = text.splitlines(keepends=True)
    return "".join(_recased(line, load_usual_case()) if _is_large(line) else line for line in lines)


def _is_large(line: str) -> bool:
    """Whether a line is written in capitals."""
    words = [word for word in _WORD.findall(line) if len(word) > 1 and word.isalpha()]
    if len(words) < _FEW:
        return False
    letters = "".join(words)
    return sum(map(str.isupper, letters)) >= _SHARE * len(letters)


def _recased(text: str, usual: UsualCase) -> str:
    """Stretches between marks are read one by one: no name goes on over a comma."""
    out = list(text)
    for stretch in re.finditer(r"[^\W_]+(?:[ \t\n'’-]+[^\W_]+)*", text):
        found = list(_WORD.finditer(stretch[0]))
        for match, usually in zip(found, usual.written([m[0] for m in found]), strict=True):
            start, word = stretch.start() + match.start(), usually
            small = match[0].lower()
            if (small in _CLITICS and text[start - 1 : start] in ("'", "’")) or small in _BEFORE_T:
                word = small
            if _OPENS.search(text, max(0, start - 8), start):
                word = word[:1].upper() + word[1:]
            if len(word) == len(match[0]):
                out[start : start + len(word)] = word
    return "".join(out)
