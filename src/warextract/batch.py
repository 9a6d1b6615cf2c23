"""Many articles through one or several extractors: in order, in bounded memory, none stopping the others."""

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal, TypeAlias

from warextract.article import Article
from warextract.errors import ArticleError
from warextract.pool import WorkerPool, worker_command
from warextract.readers import find_sources, read_articles
from warextract.records import ArticleRecord
from warextract.worker import Reply, Settings, attempt

AHEAD = 4  # articles in hand a worker: enough that none waits for a slow one, little to hold in memory

FailureKind = Literal["unreadable", "failed"]


@dataclass(frozen=True, slots=True)
class Failure:
    """An article without a record, and why."""

    kind: FailureKind
    message: str  # names the file or the article, and the remedy

    def __str__(self) -> str:
        return self.message


Outcome: TypeAlias = ArticleRecord | Failure


def run(
    inputs: Sequence[str | Path],
    *,
    workers: int = 1,
    published: date | str | None = None,
    settings: Settings | None = None,
) -> Iterator[Outcome]:
    """A record or a failure for each article of the inputs (files and folders), in their order.

    Raises ArticleError when an input is not there, and what ``run_articles`` raises.
    """
    articles = read_articles(find_sources(inputs), published=published)
    return run_articles(articles, workers=workers, settings=settings)


def run_articles(
    articles: Iterable[Article | ArticleError], *, workers: int = 1, settings: Settings | None = None
) -> Iterator[Outcome]:
    """A record or a failure for each article, in order.

    The same articles give the same records with any number of workers; one worker is this process itself.
    Raises ModelError, RuleError or GazetteerError, at the first article, when no extractor can be loaded.
    """
    chosen = settings or Settings()
    if workers <= 1:
        yield from _run_here(articles, chosen)
    else:
        with WorkerPool(worker_command(chosen), workers) as pool:
            yield from run_apart(articles, pool, ahead=workers * AHEAD)


def run_apart(
    articles: Iterable[Article | ArticleError], pool: WorkerPool, *, ahead: int
) -> Iterator[Outcome]:
    """A record or a failure for each article, by the pool's workers, at most ``ahead`` articles in hand."""
    waiting: deque[tuple[Article, Future[Reply]] | Failure] = deque()
    for article in articles:
        if isinstance(article, ArticleError):
            waiting.append(Failure("unreadable", str(article)))
        else:
            waiting.append((article, pool.submit(article)))
        if len(waiting) >= ahead:
            yield _arrived(waiting.popleft())
    while waiting:
        yield _arrived(waiting.popleft())


def _run_here(articles: Iterable[Article | ArticleError], settings: Settings) -> Iterator[Outcome]:
    extractor = settings.load()
    for article in articles:
        if isinstance(article, ArticleError):
            yield Failure("unreadable", str(article))
        else:
            yield _outcome(article, attempt(extractor.extract, article))


def _arrived(item: tuple[Article, Future[Reply]] | Failure) -> Outcome:
    if isinstance(item, Failure):
        return item
    article, reply = item
    return _outcome(article, reply.result())


def _outcome(article: Article, reply: Reply) -> Outcome:
    if reply.record is not None:
        return reply.record
    where = f"{article.path} (article {article.id})" if article.path else f"article {article.id}"
    return Failure("failed", f"{where}: {reply.failed}")
