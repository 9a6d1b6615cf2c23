"""The formats that are read, and how one is told: by what the content starts with, then by the suffix."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import PurePath

from warextract.errors import ArticleError
from warextract.readers.articles import Draft
from warextract.readers.content import Content
from warextract.readers.feeds import read_feed
from warextract.readers.html_pages import read_html_page
from warextract.readers.json_documents import read_json_document
from warextract.readers.json_lines import read_json_lines
from warextract.readers.mail import read_mail
from warextract.readers.news_xml import NEWS_ROOTS, read_news_xml
from warextract.readers.plain_text import read_plain_text
from warextract.readers.signatures import beginning, is_json, is_json_lines, is_mail, root_of
from warextract.readers.warc import read_warc


@dataclass(frozen=True, slots=True)
class Format:
    """One format. Content with one of its ``roots``, or that ``begins`` so, is of it whatever the suffix says.

    ``holds`` and ``tells`` are for docs/inputs.md: what articles are in it, and what it says of them. ``extra`` is the
    one that it needs.
    """

    name: str
    suffixes: tuple[str, ...]
    read: Callable[[Content], Iterator[Draft | ArticleError]]
    holds: str
    tells: str
    extra: str | None = None
    roots: frozenset[str] = frozenset()
    begins: bytes | None = None


PLAIN_TEXT = Format(
    "plain text",
    (".txt",),
    read_plain_text,
    "one article, in whatever encoding",
    "nothing but its dateline",
)
JSON = Format(
    "JSON",
    (".json",),
    read_json_document,
    "an article, a list of them, or an object with such a list; IPTC ninjs 1 to 3",
    "all; keys go by many names (`body`, `headline`, `pubDate` …); the version of ninjs",
)
JSON_LINES = Format("JSON lines", (".jsonl", ".ndjson"), read_json_lines, "an article a line", "the same as JSON")
MAIL = Format(
    "an e-mail message",
    (".eml",),
    read_mail,
    "one article: the text part, or else the HTML part",
    "Message-ID, date, sender, subject, language",
)
FORMATS = (
    PLAIN_TEXT,
    Format(
        "a web page",
        (".html", ".htm", ".xhtml"),
        read_html_page,
        "one article, found by trafilatura among menus and notices",
        "day, outlet, title, address, language, where its mark-up has them",
        extra="html",
        roots=frozenset({"html"}),
    ),
    JSON,
    JSON_LINES,
    Format(
        "NewsML-G2 or NITF",
        (".xml", ".nitf", ".newsml"),
        read_news_xml,
        "a news item, or a message of many; pictures, planning and withdrawn items are left out",
        "guid, day, provider, headline, language, version; a dateline of its own opens the text",
        roots=NEWS_ROOTS,
    ),
    Format(
        "RSS or Atom",
        (".rss", ".atom"),
        read_feed,
        "an article an entry, or its summary, which the record then says",
        "all",
        extra="feeds",
        roots=frozenset({"rss", "feed", "rdf"}),
    ),
    MAIL,
    Format(
        "WARC",
        (".warc",),
        read_warc,
        "an article a page that was fetched; plain text of WET files",
        "as a web page; when it was fetched, which is its day if it names none",
        extra="warc",
        begins=b"WARC/",
    ),
)
_GZIP = ".gz"
_BY_SUFFIX = {suffix: each for each in FORMATS for suffix in each.suffixes}
LISTED = ", ".join(_BY_SUFFIX)


def format_of(content: Content) -> Format:
    """The format of an open file, plain text if nothing speaks for another."""
    start = beginning(content.head)
    root = root_of(start)
    for each in FORMATS:
        if root in each.roots or (each.begins and start.startswith(each.begins)):
            return each
    if content.suffix in _BY_SUFFIX:
        return _BY_SUFFIX[content.suffix]
    if is_json(start):
        return JSON_LINES if is_json_lines(start) else JSON
    return MAIL if is_mail(start) else PLAIN_TEXT


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
