"""What `import warextract` offers beside the models: one text, or a folder of articles, into records."""

import logging
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from functools import lru_cache
from pathlib import Path

from warextract.batch import Failure
from warextract.extractor import Extractor, load
from warextract.marks import run_marked
from warextract.readers import find_sources, load_metadata, make_article, read_articles
from warextract.records import ArticleRecord
from warextract.worker import Settings

_log = logging.getLogger("warextract")


def extract(
    text: str,
    *,
    published: date | str | None = None,
    id: str | None = None,  # noqa: A002 (the record's own word)
    source: str | None = None,
    title: str | None = None,
    url: str | None = None,
    language: str | None = None,
) -> ArticleRecord:
    """The record of one article; relative dates ("on Friday") are read against the day it was ``published``.

    Raises ArticleError when there is no text or ``published`` is no day. To use another pipeline or rules of
    your own, call ``load``.
    """
    values = {"id": id or "article", "text": text, "published": published, "source": source}
    more = {"title": title, "url": url, "language": language}
    return _default_extractor().extract(make_article(values | more, id or "article"))


def extract_folder(
    folder: str | Path,
    *,
    workers: int = 1,
    published: date | str | None = None,
    globs: Sequence[str] = (),
    metadata: str | Path | None = None,
    model: str | Path | None = None,
    extra_rules: Sequence[str | Path] = (),
    extra_gazetteer: Sequence[str | Path] = (),
    on_failure: Callable[[Failure], None] | None = None,
) -> Iterator[ArticleRecord]:
    """The records of a folder's articles, of every format that is read, the same with any number of workers.

    ``globs`` keeps the files that match one of them; ``metadata`` is a CSV table of what is known of the articles.

    Near-copies say of which earlier article (`duplicate_of`), updates and corrections which one they replace
    (`supersedes`).

    An article that cannot be read or extracted goes to ``on_failure``, or as a warning to the logger
    "warextract", and the others go on. Raises ArticleError when the folder holds none.
    """
    settings = Settings(
        model=None if model is None else str(model),
        extra_rules=tuple(map(str, extra_rules)),
        extra_gazetteer=tuple(map(str, extra_gazetteer)),
    )
    articles = read_articles(
        find_sources([folder], globs=globs),
        published=published,
        metadata=None if metadata is None else load_metadata(Path(metadata)),
    )
    for outcome in run_marked(articles, workers=workers, settings=settings):
        if isinstance(outcome, ArticleRecord):
            yield outcome
        elif on_failure is not None:
            on_failure(outcome)
        else:
            _log.warning("%s", outcome)


@lru_cache(maxsize=1)
def _default_extractor() -> Extractor:
    return load()
