"""Stand-ins for what loads a pipeline, so that files, processes and commands are tested without one."""

import hashlib

from warextract.article import Article
from warextract.records import ArticleInfo, ArticleRecord


def make_record(text: str, article: Article | None = None) -> ArticleRecord:
    """A record that says of a text no more than how it begins."""
    article = article or Article(id="sample", text=text)
    return ArticleRecord(
        article=ArticleInfo(
            id=article.id,
            published=article.published.isoformat() if article.published else None,
            sha256=hashlib.sha256(text.encode()).hexdigest(),
            path=str(article.path) if article.path else None,
        ),
        warnings=(text[:20],),
    )


class StandIn:
    """An extractor that raises on a text with FAIL in it."""

    def extract(self, article: Article) -> ArticleRecord:
        if "FAIL" in article.text:
            raise ValueError("a rule\nstumbled")
        return make_record(article.text, article)
