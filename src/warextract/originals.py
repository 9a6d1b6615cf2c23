"""The texts behind records: a record points at words by offsets, so whoever shows them needs the article again."""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from warextract.article import Article
from warextract.errors import ArticleError
from warextract.readers import find_sources, read_articles
from warextract.records import ArticleRecord


def find_texts(
    records: Sequence[ArticleRecord], folders: Sequence[str | Path] = ()
) -> Iterator[tuple[ArticleRecord, str | None]]:
    """Each record with its article's text, or None where no file holds that very text any more.

    The files that the records name (relative ones from the working folder) are read again, then those of ``folders``;
    a text is taken only if its SHA-256 is the record's. Raises ArticleError when one of ``folders`` does not exist.

    >>> import warextract
    >>> record = warextract.extract("Toretsk fell.")
    >>> [text for _, text in find_texts([record])]  # it came from no file
    [None]
    """
    wanted = {record.article.sha256 for record in records}
    found: dict[str, str] = {}
    for path in dict.fromkeys(record.article.path for record in records):
        if path is not None:
            found |= _texts_of(path, wanted)
    for folder in folders:
        if not wanted.difference(found):
            break
        found |= dict(_matching(read_articles(find_sources([folder])), wanted))
    for record in records:
        yield record, found.get(record.article.sha256)


def text_of(record: ArticleRecord) -> str | None:
    """The text of one record's article from the file that the record names; None if it is not there any more."""
    path, wanted = record.article.path, record.article.sha256
    return _texts_of(path, {wanted}).get(wanted) if path is not None else None


def digest_of(text: str) -> str:
    """The SHA-256 that the record of a text names."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _texts_of(path: str, wanted: set[str]) -> dict[str, str]:
    """The wanted texts of a file by hash; what is no file any more has none, a folder is not searched."""
    return dict(_matching(read_articles(find_sources([path])), wanted)) if Path(path).is_file() else {}


def _matching(articles: Iterable[Article | ArticleError], wanted: set[str]) -> Iterator[tuple[str, str]]:
    for article in articles:
        if isinstance(article, Article):
            digest = digest_of(article.text)
            if digest in wanted:
                yield digest, article.text
