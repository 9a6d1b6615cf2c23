"""Whether an article is English: told by its small words, and by a model only where they leave a doubt."""

import re
from functools import lru_cache

from warextract.text.wordlists import word_list

_WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)?")
_LOOKED_AT = 20_000  # characters: more says nothing new
_TOO_SHORT = 25  # words: a headline or a casualty list may have no small word at all
# Shares of small words: the poorest of 132 English war stories at hand has 0.21, the richest of the 67 other languages
# that spaCy has example sentences of, Danish, 0.06.
_SURELY = 0.15
_SURELY_NOT = 0.04
_ENGLISH = frozenset({"en", "eng", "english"})


def is_english(text: str, declared: str | None = None) -> bool:
    """False when a text is so clearly not English that nothing should be read in it.

    ``declared`` is what the file says ("en-GB", "uk"); it weighs only where the words leave a doubt. A text of a few
    words passes.

    >>> is_english("Російські війська залишили місто у п’ятницю, повідомило міністерство оборони. " * 5, "uk")
    False
    """
    words = _WORD.findall(text[:_LOOKED_AT].lower())
    if len(words) < _TOO_SHORT:
        return True
    share = sum(word in _function_words() for word in words) / len(words)
    if share >= _SURELY:
        return True
    if declared is not None and share < _SURELY_NOT and not is_english_tag(declared):
        return False
    return _guess(text[:_LOOKED_AT]) == "en"


def is_english_tag(tag: str) -> bool:
    """Whether a language tag or name means English.

    >>> [is_english_tag(tag) for tag in ("en-GB", "English", "uk")]
    [True, True, False]
    """
    return re.split(r"[-_ ]", tag.strip().lower(), maxsplit=1)[0] in _ENGLISH


def _guess(text: str) -> str:
    """The language that py3langid makes of it; half a second to load, so only in doubt."""
    from py3langid import classify  # noqa: PLC0415

    return str(classify(text)[0])


@lru_cache(maxsize=1)
def _function_words() -> frozenset[str]:
    return frozenset(word_list("english")["function_words"])
