"""Sources into articles: what the format's reader finds, with what is known of it from elsewhere."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from datetime import date
from typing import Any

from warextract.article import Article
from warextract.errors import ArticleError
from warextract.readers.articles import Draft, make_article
from warextract.readers.content import Content, opening, readable_name
from warextract.readers.days import day_of
from warextract.readers.formats import JSON_LINES, Format, format_of, suffix_of
from warextract.readers.json_lines import count_lines
from warextract.readers.limits import MAX_BYTES, ReadingLimits
from warextract.readers.metadata import MetadataTable, day_of_dateline, read_sidecar
from warextract.readers.sources import Source

_DATELINE_WITHIN = 5000  # characters: a dateline stands in the first paragraphs


def read_articles(
    sources: Sequence[Source],
    *,
    published: date | str | None = None,
    metadata: MetadataTable | None = None,
    limits: ReadingLimits | None = None,
) -> Iterator[Article | ArticleError]:
    """The articles of the sources, in order.

    What ``metadata`` says of an article counts more than the sidecar of its file, this more than the file itself;
    ``published`` is for those that have no date of their own, not in their dateline either.
    """
    limits = limits or ReadingLimits()
    for source in sources:
        found_in_it = _with_last_error(_read(source, published, metadata, limits))
        for number, found in enumerate(found_in_it, start=1):
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
    source: Source, published: date | str | None, metadata: MetadataTable | None, limits: ReadingLimits
) -> Iterator[Article | ArticleError]:
    if source.fault is not None:
        raise ArticleError(f"{readable_name(source.path)}: {source.fault}")
    with _opening(source, limits.max_bytes) as content:
        beside = {} if source.is_standard_input else read_sidecar(source.path)
        for draft in _drafts(content, format_of(content)):
            if isinstance(draft, ArticleError):
                yield draft
            else:
                yield _article(_described(draft, source, beside, metadata), draft.where, published, limits.max_chars)


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


def _described(
    draft: Draft, source: Source, beside: Mapping[str, Any], metadata: MetadataTable | None
) -> dict[str, Any]:
    """A draft's fields with what is said elsewhere; a sidecar of a file of many gives only what they lack."""
    path = None if source.is_standard_input else source.path
    values = {"id": source.name, **{key: value for key, value in draft.values.items() if value is not None}}
    values |= {key: value for key, value in beside.items() if not draft.one_of_many or key not in values}
    if metadata is not None:
        row = metadata.of(path, str(values["id"]))
        values |= {key: value for key, value in row.items() if key != "id" or not draft.one_of_many}
    return {**values, "text": draft.values["text"], "path": path}


def _article(
    values: dict[str, Any], where: str, published: date | str | None, max_chars: int
) -> Article | ArticleError:
    text, stamp = values["text"], values.get("published")
    if isinstance(stamp, str):
        values["published"] = day_of(stamp) or stamp
    elif stamp is None and isinstance(text, str):
        values["published"] = day_of_dateline(text[:_DATELINE_WITHIN]) or published
    try:
        return make_article(values, where, max_chars=max_chars)
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
