"""Sources into articles: what the format's reader finds, with what is known of it from elsewhere."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from datetime import date
from typing import Any

from warextract.article import Article
from warextract.errors import ArticleError
from warextract.readers.articles import Draft, make_article
from warextract.readers.content import Content, opening, readable_name
from warextract.readers.formats import JSON_LINES, Format, format_of, suffix_of
from warextract.readers.json_lines import count_lines
from warextract.readers.limits import MAX_BYTES, ReadingLimits
from warextract.readers.metadata import read_sidecar
from warextract.readers.sources import Source


def read_articles(
    sources: Sequence[Source], *, published: date | str | None = None, limits: ReadingLimits | None = None
) -> Iterator[Article | ArticleError]:
    """The articles of the sources, in order; ``published`` is for those that have no date of their own."""
    limits = limits or ReadingLimits()
    for source in sources:
        for number, found in enumerate(_with_last_error(_read(source, published, limits)), start=1):
            if isinstance(found, ArticleError):
                found.path = None if source.is_standard_input else source.path
                found.number = number
                yield found
            else:
                yield found.model_copy(update={"number": number})


def _with_last_error(found: Iterator[Article | ArticleError]) -> Iterator[Article | ArticleError]:
    """All of them, and the error that ends them if there is one."""
    try:
        yield from found
    except ArticleError as error:
        yield error


def count_articles(sources: Sequence[Source]) -> int:
    """How many articles the sources hold, as far as that is told without reading them.

    One each line of JSON lines that is not blank, and one any other file.
    """
    return sum(map(_count, sources))


def _read(
    source: Source, published: date | str | None, limits: ReadingLimits
) -> Iterator[Article | ArticleError]:
    if source.fault is not None:
        raise ArticleError(f"{readable_name(source.path)}: {source.fault}")
    with _opening(source, limits.max_bytes) as content:
        chosen = format_of(content)
        beside = {} if source.is_standard_input else read_sidecar(source.path)
        for draft in _drafts(content, chosen):
            if isinstance(draft, ArticleError):
                yield draft
            else:
                yield _article(draft, source, beside, published, limits.max_chars, one_of_many=chosen.holds_many)


def _opening(source: Source, max_bytes: int = MAX_BYTES) -> AbstractContextManager[Content]:
    return opening(
        source.path,
        source.name,
        suffix_of(source.path),
        standard_input=source.is_standard_input,
        max_bytes=max_bytes,
    )


def _drafts(content: Content, chosen: Format) -> Iterator[Draft | ArticleError]:
    try:
        yield from chosen.read(content)
    except ArticleError:
        raise
    except Exception as error:
        # The libraries behind the formats meet whatever there is on the web; it costs this file and no other.
        reason = " ".join(f"{type(error).__name__}: {error}".split())
        raise ArticleError(
            f"{content.where}: could not be read as {chosen.name} ({reason:.200}); please report it with the file"
        ) from error


def _article(
    draft: Draft,
    source: Source,
    beside: Mapping[str, Any],
    published: date | str | None,
    max_chars: int,
    *,
    one_of_many: bool,
) -> Article | ArticleError:
    """The article of a draft; what stands beside the file counts more than the file, unless it holds many."""
    values = {"id": source.name, **draft.values}
    values |= {key: value for key, value in beside.items() if not one_of_many or values.get(key) is None}
    values["published"] = values.get("published") or published
    values["path"] = None if source.is_standard_input else source.path
    try:
        return make_article(values, draft.where, max_chars=max_chars)
    except ArticleError as error:
        error.id = values["id"] if isinstance(values["id"], str) else None
        return error


def _count(source: Source) -> int:
    """The articles of one source; what cannot be read counts as the one error that it will be."""
    if source.fault is not None or source.is_standard_input:
        return 1
    try:
        with _opening(source) as content:
            return count_lines(content) if format_of(content) is JSON_LINES else 1
    except ArticleError:
        return 1
