"""The articles of a run marked as they come: near-copies, and updates and corrections of earlier ones.

Marks rest on the articles and their order alone, so that any number of workers, and a run that was interrupted, give
the same. An article without a record is not remembered: a copy of it is the first that can be read.
"""

from collections import deque
from collections.abc import Iterable, Iterator

from warextract.article import Article
from warextract.batch import Failure, Finished, run_articles
from warextract.copies import KEEP, Copies
from warextract.errors import ArticleError
from warextract.pool import Limits
from warextract.records import ArticleInfo, ArticleRecord
from warextract.text.revisions import find_revision
from warextract.worker import Settings

DUPLICATE = "duplicate"
"""The kind of failure of a near-copy that was left out."""


class Marks:
    """Sets `duplicate_of` and `supersedes` in the records of one run; call it with every article, in order.

    With ``drop_duplicates`` a near-copy gets a failure of the kind "duplicate" in place of its record. An article is
    compared with the last ``keep`` ones.
    """

    def __init__(self, *, drop_duplicates: bool = False, keep: int = KEEP) -> None:
        self._copies = Copies(keep)
        self._drop = drop_duplicates

    def __call__(self, finished: Finished) -> Finished:
        """The article with its record marked, if there is one."""
        article, outcome = finished.article, finished.outcome
        if isinstance(article, ArticleError):
            return finished
        if isinstance(outcome, Failure):
            if outcome.kind == DUPLICATE:  # of an interrupted run
                self._mark(article)
            return finished
        marks = self._mark(article)
        if not marks:
            return finished
        if self._drop and (original := marks.get("duplicate_of")):
            return Finished(article, _left_out(article, original))
        return Finished(article, _marked(ArticleRecord.model_validate_json(outcome), marks).to_json())

    def record(self, article: Article, record: ArticleRecord) -> ArticleRecord:
        """The record of an article, marked."""
        marks = self._mark(article)
        return _marked(record, marks) if marks else record

    def _mark(self, article: Article) -> dict[str, str]:
        info = ArticleInfo(
            id=article.id,
            title=article.title,
            url=article.url,
            sha256="",
            revision=find_revision(article.title, article.text),
        )
        found = self._copies.mark(info, article.text)
        marks = {"duplicate_of": found.duplicate_of, "supersedes": found.supersedes}
        return {name: other for name, other in marks.items() if other is not None}


def run_marked(
    articles: Iterable[Article | ArticleError],
    *,
    workers: int = 1,
    settings: Settings | None = None,
    limits: Limits | None = None,
) -> Iterator[ArticleRecord | Failure]:
    """What ``batch.run_articles`` gives, with near-copies and replaced versions marked."""
    marks, in_hand = Marks(), deque[Article | ArticleError]()

    def passing() -> Iterator[Article | ArticleError]:
        for article in articles:
            in_hand.append(article)
            yield article

    for outcome in run_articles(passing(), workers=workers, settings=settings, limits=limits):
        article = in_hand.popleft()
        if isinstance(outcome, ArticleRecord) and isinstance(article, Article):
            yield marks.record(article, outcome)
        else:
            yield outcome


def _marked(record: ArticleRecord, marks: dict[str, str]) -> ArticleRecord:
    return record.model_copy(update={"article": record.article.model_copy(update=marks)})


def _left_out(article: Article, original: str) -> Failure:
    return Failure.of_article(article, DUPLICATE, f"left out: a near-copy of article {original}")
