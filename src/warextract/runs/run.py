"""A run into files: what is done is replayed, the rest is extracted, and every outcome is written once."""

import hashlib
from collections.abc import Callable, Generator, Iterable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from warextract.article import Article
from warextract.batch import Finished
from warextract.errors import ArticleError, WarextractError
from warextract.runs.files import RunFiles
from warextract.runs.partial import PartialRun
from warextract.runs.plan import Plan

Articles: TypeAlias = Iterable[Article | ArticleError]


@dataclass(frozen=True, slots=True)
class Step:
    """An article of a run, and whether its outcome is of this process or of the interrupted one."""

    finished: Finished
    replayed: bool = False


def unmarked(finished: Finished) -> Finished:
    """The article as it was extracted, whatever came before it."""
    return finished


def run_to_files(
    articles: Articles,
    files: RunFiles,
    plan: Plan,
    *,
    extract: Callable[[Articles], Iterator[Finished]],
    mark: Callable[[Finished], Finished] = unmarked,
    resume: bool = False,
) -> Generator[Step, None, None]:
    """Each article with its outcome, which is written; at the end the files of the run are in their places.

    ``articles`` are those of the plan, ``extract`` finishes what it is given in order (``run_in_processes``), and
    ``mark`` sees every article in order, those of an interrupted run again too, and says what is written of it.
    Whenever the iterator is closed or ends by an error, a run with ``resume`` goes on where it was, and ends with the
    same files. Raises WarextractError when it cannot be resumed or written, and what ``extract`` raises.
    """
    partial = PartialRun.open(files, plan, resume=resume)
    try:
        digest = hashlib.sha256()
        stream = iter(articles)
        yield from _replay(stream, partial, digest, mark)
        if not partial.last.whole:
            for finished in map(mark, extract(stream)):
                _update(digest, finished.article)
                partial.add(finished.outcome, digest.hexdigest())
                yield Step(finished)
        partial.finish()
    finally:
        partial.close()


def _replay(
    stream: Iterator[Article | ArticleError],
    partial: PartialRun,
    digest: "hashlib._Hash",
    mark: Callable[[Finished], Finished],
) -> Iterator[Step]:
    """The articles that are done, read again and held against the digest of what was read then."""
    for outcome in partial.replay():
        article = next(stream, None)
        if article is None:
            break
        _update(digest, article)
        finished = Finished(article, outcome)
        mark(finished)  # for what it remembers: what is written stays
        yield Step(finished, replayed=True)
    if partial.done and digest.hexdigest() != partial.last.digest:
        raise WarextractError(
            f"{partial.files.journal}: among the {len(partial.done):,} articles that are done some are not what they "
            "were; give the same inputs, or delete the .partial files and the journal to start anew"
        )


def _update(digest: "hashlib._Hash", article: Article | ArticleError) -> None:
    digest.update(repr(article).encode("utf-8", "backslashreplace"))
