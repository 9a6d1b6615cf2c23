"""Files into articles: whatever a newsroom or an archive keeps them in, one small module a format.

What is wrong with one article is handed on as a value, an ArticleError, so that the others are still read.
"""

from warextract.readers.articles import make_article
from warextract.readers.limits import MAX_BYTES, MAX_CHARS, ReadingLimits
from warextract.readers.metadata import MetadataTable, load_metadata
from warextract.readers.read import count_articles, read_articles
from warextract.readers.sources import Source, find_sources

__all__ = [
    "MAX_BYTES",
    "MAX_CHARS",
    "MetadataTable",
    "ReadingLimits",
    "Source",
    "count_articles",
    "find_sources",
    "load_metadata",
    "make_article",
    "read_articles",
]
