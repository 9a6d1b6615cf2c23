"""Plain text, in whatever encoding: one article, nothing in it changed."""

import re
from collections.abc import Iterator

from warextract.errors import ArticleError
from warextract.readers.articles import Draft, too_long
from warextract.readers.content import Content
from warextract.readers.limits import MAX_CHARS

_MOST = 4 * MAX_CHARS + 4  # the longest text of that many characters, and a byte order mark
_BINARY = re.compile(rb"%PDF-|PK\x03\x04|\x89PNG|GIF8|\xff\xd8\xff|\xd0\xcf\x11\xe0|\{\\rtf")
# What English copy of a Windows or Western machine has beside ASCII: quotes, dashes, accents in names.
_WESTERN = re.compile(r"[\x00-\x7f“”‘’„–—…•·«»°£€§©®™´½¼\u00a0à-öø-ÿ]*", re.ASCII)
_MOST_ACCENTS = 0.05  # of all characters: Cyrillic read as Western is accents throughout


def read_plain_text(content: Content) -> Iterator[Draft]:
    """The one article of a text file."""
    data = content.read(_MOST, too_long(content.where))
    yield Draft(content.where, {"text": decode(data, content.where)})


def decode(data: bytes, where: str) -> str:
    """The text of these bytes, nothing in it changed: offsets count its line ends and marks too.

    Raises ArticleError when it is no text.

    >>> decode("Kyiv denied “it”.".encode("cp1252"), "a.txt")
    'Kyiv denied “it”.'
    """
    if _BINARY.match(data):
        raise ArticleError(not_text(where))
    encoding = _utf16(data)
    if encoding:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError as error:
            raise ArticleError(f"{where}: neither UTF-8 nor UTF-16; save it as UTF-8") from error
    if b"\0" in data:
        raise ArticleError(not_text(where))
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _guessed(data, where)


def not_text(where: str) -> str:
    """The complaint of a file of no format that is read."""
    return f"{where}: looks like a binary file; save the article as text in UTF-8"


def _utf16(data: bytes) -> str | None:
    """The kind of UTF-16 it is: by its mark, or by the empty half of nearly every character."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    sample = data[:4096]
    if len(sample) < 8 or b"\0" not in sample:
        return None
    high, low = sample[0::2].count(0), sample[1::2].count(0)
    if low > 0.5 * len(sample[1::2]) and not high:
        return "utf-16-le"
    if high > 0.5 * len(sample[0::2]) and not low:
        return "utf-16-be"
    return None


def _guessed(data: bytes, where: str) -> str:
    try:
        western = data.decode("cp1252")
    except UnicodeDecodeError:
        western = ""
    if western and _WESTERN.fullmatch(western):
        accents = sum(character.isalpha() and not character.isascii() for character in western)
        if accents <= _MOST_ACCENTS * len(western):
            return western
    from charset_normalizer import from_bytes  # noqa: PLC0415 (nearly all text is UTF-8)

    best = from_bytes(data).best()
    if best is None:
        raise ArticleError(not_text(where))
    return data.decode(best.encoding)
