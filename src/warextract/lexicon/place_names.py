"""How spellings of a place name are made equal: case, diacritics, hyphens, apostrophes, Arabic article."""

import re
import unicodedata

_LETTERS = str.maketrans(
    {"ı": "i", "ə": "e", "ǝ": "e", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "ß": "ss", "æ": "ae", "œ": "oe"}
    | dict.fromkeys("'’‘ʼʻ`´ʹʾʿ", "")
)
_NOT_WORD = re.compile(r"[^a-z0-9]+")
_ARTICLE = re.compile(r"(?:al|el|ar|as|an|ad|ed|es|en|er|az|ash|at|et)(?= \w{3})")


def fold(name: str) -> str:
    """The key of a name: lower-case ASCII words.

    >>> fold("Deir ez-Zor"), fold("Sana’a"), fold("Khān Yūnis")
    ('deir ez zor', 'sanaa', 'khan yunis')
    """
    if name.isascii():
        plain = name.lower().replace("'", "").replace("`", "")
    else:
        decomposed = unicodedata.normalize("NFKD", name.lower().translate(_LETTERS))
        plain = "".join(char for char in decomposed if not unicodedata.combining(char))
    return _NOT_WORD.sub(" ", plain).strip()


def without_article(key: str) -> str:
    """A folded name without the Arabic article before it.

    >>> without_article("al hudaydah")
    'hudaydah'
    """
    found = _ARTICLE.match(key)
    return key[found.end() + 1 :] if found else key
