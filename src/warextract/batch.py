"""Many articles through one or several extractors: in order, in bounded memory, none stopping the others."""

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TypeAlias

from warextract.article import Article
from warextract.errors import ArticleError
from warextract.pool import Answer, Limits, WorkerPool, worker_command
from warextract.readers import MetadataTable, find_sources, read_articles
from warextract.records import ArticleRecord
from warextract.worker import Settings, reason

AHEAD = 16  # articles in hand a worker: enough that few wait for a slow one, little to hold in memory


@dataclass(frozen=True, slots=True)
class Failure:
    """An article without a record, and why.

    ``kind`` is "unreadable" when no article came of a file, "failed" when an error ended the extraction, "too_slow"
    when it took longer than it may, "died" when it cost a worker process its life.
    """

    kind: str
    message: str  # names the file or the article, and the remedy
    path: str | None = None
    number: int | None = None  # which of the articles in the file, from 1
    id: str | None = None

    def __str__(self) -> str:
        return self.message

    @classmethod
    def of_error(cls, error: ArticleError) -> "Failure":
        """The failure of an article that could not be read."""
        return cls(error.kind, str(error), _text(error.path), error.number, _encodable(error.id))

    @classmethod
    def of_article(cls, article: Article, kind: str, why: str) -> "Failure":
        """The failure of an article that was read."""
        path = _text(article.path)
        where = f"article {article.id}" if path is None else f"{path} (article {article.id})"
        return cls(kind, f"{where}: {why}", path, article.number, article.id)


def _text(path: Path | None) -> str | None:
    return None if path is None else _encodable(str(path))


def _encodable(text: str | None) -> str | None:
    """A name that can be written: what is no character in it is spelled out."""
    return text and text.encode("utf-8", "backslashreplace").decode()


Outcome: TypeAlias = ArticleRecord | Failure


@dataclass(frozen=True, slots=True)
class Finished:
    """What was read, and what became of it: the record as the line of JSON to be written, or a failure."""

    article: Article | ArticleError
    outcome: str | Failure


def run(
    inputs: Sequence[str | Path],
    *,
    workers: int = 1,
    published: date | str | None = None,
    globs: Sequence[str] = (),
    metadata: MetadataTable | None = None,
    settings: Settings | None = None,
    limits: Limits | None = None,
) -> Iterator[Outcome]:
    """A record or a failure for each article of the inputs (files and folders), in their order.

    Raises ArticleError when an input is not there, and what ``run_articles`` raises.
    """
    articles = read_articles(find_sources(inputs, globs=globs), published=published, metadata=metadata)
    return run_articles(articles, workers=workers, settings=settings, limits=limits)


def run_articles(
    articles: Iterable[Article | ArticleError],
    *,
    workers: int = 1,
    settings: Settings | None = None,
    limits: Limits | None = None,
) -> Iterator[Outcome]:
    """A record or a failure for each article, in order.

    The same articles give the same records with any number of workers; one worker is this process itself, unless
    there is a limit of time, which only a process of its own can be held to.
    Raises ModelError, RuleError or GazetteerError, at the first article, when no extractor can be loaded.
    """
    chosen, limits = settings or Settings(), limits or Limits()
    if workers <= 1 and limits.max_seconds is None:
        yield from _run_here(articles, chosen)
        return
    for finished in run_in_processes(articles, workers=workers, settings=chosen, limits=limits):
        outcome = finished.outcome
        yield outcome if isinstance(outcome, Failure) else ArticleRecord.model_validate_json(outcome)


def run_in_processes(
    articles: Iterable[Article | ArticleError],
    *,
    workers: int = 1,
    settings: Settings | None = None,
    limits: Limits | None = None,
) -> Iterator[Finished]:
    """Each article with what became of it in a worker process, in order; raises what ``run_articles`` raises."""
    workers = max(workers, 1)
    with WorkerPool(worker_command(settings or Settings()), workers, limits) as pool:
        yield from run_apart(articles, pool, ahead=workers * AHEAD)


def run_apart(
    articles: Iterable[Article | ArticleError], pool: WorkerPool, *, ahead: int
) -> Iterator[Finished]:
    """Each article with what became of it, by the pool's workers, at most ``ahead`` articles in hand."""
    waiting: deque[Finished | tuple[Article, Future[Answer]]] = deque()
    for article in articles:
        if isinstance(article, ArticleError):
            waiting.append(Finished(article, Failure.of_error(article)))
        else:
            waiting.append((article, pool.submit(article)))
        while waiting and (len(waiting) >= ahead or _is_there(waiting[0])):
            yield _arrived(waiting.popleft())
    while waiting:
        yield _arrived(waiting.popleft())


def _run_here(articles: Iterable[Article | ArticleError], settings: Settings) -> Iterator[Outcome]:
    extractor = settings.load()
    for article in articles:
        if isinstance(article, ArticleError):
            yield Failure.of_error(article)
            continue
        try:
            record = extractor.extract(article)
        except Exception as error:  # as in a worker: it costs this article and no other
            yield Failure.of_article(article, "failed", reason(error))
        else:
            yield record


def _is_there(item: Finished | tuple[Article, Future[Answer]]) -> bool:
    return isinstance(item, Finished) or item[1].done()


def _arrived(item: Finished | tuple[Article, Future[Answer]]) -> Finished:
    if isinstance(item, Finished):
        return item
    article, waiting = item
    answer = waiting.result()
    if answer.record is not None:
        return Finished(article, answer.record)
    return Finished(article, Failure.of_article(article, answer.cause, answer.failed))
