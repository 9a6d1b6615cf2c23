"""RSS and Atom files: each entry an article, or what the feed gives of it."""

import re
from collections.abc import Iterator
from typing import Any

from warextract.errors import ArticleError
from warextract.readers.articles import Draft
from warextract.readers.content import Content
from warextract.readers.days import day_of
from warextract.readers.extras import require
from warextract.readers.fragments import text_of_fragment

_DECLARES = re.compile(rb"<!(?:ENTITY|\[)", re.I)
SUMMARY_ONLY = "summary only: the feed does not give the whole article"


def read_feed(content: Content) -> Iterator[Draft | ArticleError]:
    """The entries of a feed, in its order."""
    feedparser = require("feedparser", "feeds", content.where)
    data = content.read()
    if _DECLARES.search(data.replace(b"\0", b"").partition(b"<channel")[0][:100_000]):
        raise ArticleError(
            f"{content.where}: declares entities, which is not read, for it can blow up; take them out"
        )
    try:
        feed = feedparser.parse(data)  # bytes: a string might be taken for an address and fetched
    except UnicodeError as error:
        raise ArticleError(f"{content.where}: holds half of a surrogate pair, no character; mend it") from error
    if not feed.entries:
        reason = feed.get("bozo_exception", "there is none in it")
        raise ArticleError(f"{content.where}: no entry found ({reason}); give a whole RSS or Atom file")
    for number, entry in enumerate(feed.entries, start=1):
        where = f"{content.where}, entry {number}"
        values = _values(entry, feed.feed)
        if not values["text"].strip():
            yield ArticleError(f"{where}: there is no text in it; give a feed with content or summaries")
        else:
            yield Draft(where, {**values, "id": values["id"] or f"{content.name}-{number}"}, one_of_many=True)


def _values(entry: Any, feed: Any) -> dict[str, Any]:
    bodies = [text_of_fragment(body.get("value") or "") for body in entry.get("content", [])]
    whole = max(bodies, key=len, default="")
    summary = text_of_fragment(entry.get("summary") or "")
    return {
        "id": entry.get("id") or entry.get("link"),
        "text": whole or summary,
        "title": text_of_fragment(entry.get("title") or "").replace("\n", " ") or None,
        "published": day_of(entry.get("published")) or day_of(dict.get(entry, "updated")),  # get() would warn
        "source": (entry.get("source") or {}).get("title") or feed.get("title"),
        "url": entry.get("link"),
        "language": entry.get("language") or feed.get("language"),
        "notes": () if whole else (SUMMARY_ONLY,),
    }
