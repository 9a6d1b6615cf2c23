"""Arguments and options that several commands share."""

from collections.abc import Collection
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from warextract.cli.console import exit_usage
from warextract.errors import ArticleError

if TYPE_CHECKING:
    from warextract.readers import MetadataTable, Source
    from warextract.worker import Settings


def day(value: str | None) -> str | None:
    """A day as it was given; anything else is wrong usage."""
    try:
        return value if value is None else date.fromisoformat(value).isoformat()
    except ValueError:
        raise typer.BadParameter(f"{value!r} is no day; write it as YYYY-MM-DD") from None


Inputs = Annotated[
    list[Path],
    typer.Argument(
        metavar="INPUT…",
        help="Files and folders of articles, or - for standard input. Read are .txt in any encoding, .html, .json and "
        ".jsonl (ninjs too), .xml (NewsML-G2, NITF, RSS, Atom), .eml, .warc, and any of them as .gz.",
    ),
]
Globs = Annotated[
    list[str] | None,
    typer.Option(
        "--glob", metavar="PATTERN", help='Of a folder only the files that match, such as "*.html" (repeatable).'
    ),
]
MetadataFile = Annotated[
    Path | None,
    typer.Option(
        "--metadata",
        metavar="CSV",
        help="A table of what is known of the articles: path or id, and published, source, title, url, language.",
    ),
]
Published = Annotated[
    str | None,
    typer.Option(
        callback=day, metavar="DATE", help="Day of publication of articles that carry none: YYYY-MM-DD."
    ),
]
Model = Annotated[
    str | None, typer.Option(metavar="NAME", help="Another spaCy pipeline than the bundled one.")
]
Rules = Annotated[
    list[Path] | None, typer.Option(metavar="FILE", help="A rule file of your own (repeatable).")
]
Gazetteers = Annotated[
    list[Path] | None, typer.Option(metavar="FILE", help="A gazetteer of your own (repeatable).")
]


def settings_of(model: str | None, rules: list[Path] | None, gazetteers: list[Path] | None) -> "Settings":
    """What the options say an extractor is loaded with."""
    from warextract.worker import Settings  # noqa: PLC0415

    return Settings(
        model=model,
        extra_rules=tuple(map(str, rules or ())),
        extra_gazetteer=tuple(map(str, gazetteers or ())),
    )


def sources_of(
    inputs: list[Path], *, without: Collection[Path] = (), globs: list[str] | None = None
) -> "tuple[Source, ...]":
    """The files to read; an input that is not there is wrong usage."""

    from warextract.readers import find_sources  # noqa: PLC0415 (help and usage errors come at once)

    try:
        return find_sources(inputs, without=without, globs=globs or ())
    except ArticleError as error:
        exit_usage(str(error))


def metadata_of(path: Path | None) -> "MetadataTable | None":
    """The table of metadata; one that cannot be read is wrong usage."""
    if path is None:
        return None
    from warextract.readers import load_metadata  # noqa: PLC0415

    try:
        return load_metadata(path)
    except ArticleError as error:
        exit_usage(str(error))
