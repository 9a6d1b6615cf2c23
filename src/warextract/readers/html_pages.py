"""Web pages: trafilatura finds the body, the title, the day and the outlet."""

import re
from collections.abc import Iterator
from typing import Any

from warextract.errors import ArticleError
from warextract.readers.articles import Draft
from warextract.readers.content import Content
from warextract.readers.extras import require
from warextract.readers.plain_text import decode

_CHARSET = re.compile(rb"<meta[^<>]+charset\s*=\s*[\"']?\s*([\w.:-]+)|<\?xml[^<>]+encoding\s*=\s*[\"']([\w.:-]+)", re.I)
_LANGUAGE = re.compile(r"<html\b[^<>]*\slang\s*=\s*[\"']?([\w-]+)", re.I)
# trafilatura's time grows with the square of the tags in a paragraph: 20,000 of them took 5 seconds, a page of a
# newspaper has 2,000 to 8,000.
_MOST_TAGS = 30_000
_HEAD = 4096  # where a page says what it is written in


def read_html_page(content: Content) -> Iterator[Draft]:
    """The one article of a page."""
    page = decode_page(content.read(), content.where)
    values = page_values(page, content.where)
    if values is None:
        raise ArticleError(f"{content.where}: no article found on this page; save its text as .txt")
    yield Draft(content.where, values)


def page_values(page: str, where: str, url: str | None = None) -> dict[str, Any] | None:
    """The fields of the article on a page, or None when there is no text on it that could be one.

    Raises ArticleError when the extra is not installed, or the page is of a size that no article has.
    """
    if page.count("<") > _MOST_TAGS:
        raise ArticleError(f"{where}: more than {_MOST_TAGS:,} tags, which is no article; save its text as .txt")
    trafilatura = require("trafilatura", "html", where)
    found = trafilatura.bare_extraction(
        page,
        url=url,
        with_metadata=True,
        include_comments=False,
        include_tables=False,
        # A day that stands in the mark-up; one that is only somewhere in the text may be any day.
        date_extraction_params={"original_date": True, "extensive_search": False},
    )
    text = _paragraphs(found.text, found.title) if found is not None and found.text else ""
    if not text:
        return None
    language = _LANGUAGE.search(page[:_HEAD])
    return {
        "text": text,
        "title": found.title or None,
        "published": found.date or None,
        "source": found.sitename or found.hostname or None,
        "url": url or found.url or None,
        "language": language[1] if language else None,
    }


def decode_page(data: bytes, where: str) -> str:
    """The mark-up of a page, in the encoding that it names if it fits; raises ArticleError when it is no text."""
    named = _CHARSET.search(data[:_HEAD])
    if named and not data.startswith((b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")):
        try:
            return data.decode((named[1] or named[2]).decode("ascii"))
        except (LookupError, UnicodeDecodeError):
            pass  # it is not written as it says
    return decode(data, where).removeprefix("\ufeff")


def _paragraphs(text: str, title: str | None) -> str:
    """The paragraphs with an empty line between, without the headline, which is the title."""
    lines = [line for each in text.split("\n") if (line := each.strip())]
    if lines and title and lines[0] == " ".join(title.split()):
        del lines[0]
    return "\n\n".join(lines)
