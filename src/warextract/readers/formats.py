"""The formats that are read, and how one is told: by what the content starts with, then by the suffix."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import PurePath

from warextract.errors import ArticleError
from warextract.readers.articles import Draft
from warextract.readers.content import Content
from warextract.readers.json_lines import read_json_lines
from warextract.readers.plain_text import read_plain_text


@dataclass(frozen=True, slots=True)
class Format:
    """One format: ``signature`` is content that can be nothing else, whatever the suffix says."""

    name: str
    suffixes: tuple[str, ...]
    read: Callable[[Content], Iterator[Draft | ArticleError]]
    signature: re.Pattern[bytes] | None = None
    holds_many: bool = False


JSON_LINES = Format("JSON lines", (".jsonl", ".ndjson"), read_json_lines, holds_many=True)
PLAIN_TEXT = Format("text", (".txt",), read_plain_text)
FORMATS = (JSON_LINES, PLAIN_TEXT)

_GZIP = ".gz"
_BY_SUFFIX = {suffix: each for each in FORMATS for suffix in each.suffixes}
LISTED = ".txt or .jsonl"


def format_of(content: Content) -> Format:
    """The format of an open file."""
    start = content.head.replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    for each in FORMATS:
        if each.signature is not None and each.signature.match(start):
            return each
    return _BY_SUFFIX.get(content.suffix, PLAIN_TEXT)


def is_readable(path: PurePath) -> bool:
    """Whether the suffix of a path promises articles, packed or not."""
    return suffix_of(path) in _BY_SUFFIX


def suffix_of(path: PurePath) -> str:
    """The suffix that tells the format, in lower case: ``.txt`` of ``a.TXT.gz`` too."""
    return _unpacked(path).suffix.lower()


def without_suffix(path: PurePath) -> PurePath:
    """The path without the suffix that tells its format, and without that of gzip."""
    plain = _unpacked(path)
    return plain.with_suffix("") if plain.suffix.lower() in _BY_SUFFIX else plain


def _unpacked(path: PurePath) -> PurePath:
    return path.with_suffix("") if path.suffix.lower() == _GZIP else path
