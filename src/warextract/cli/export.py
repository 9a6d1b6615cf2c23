"""`warextract export`: records as a table, a map or a database."""

from collections.abc import Iterable, Iterator
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from warextract.cli.console import complain, exit_usage
from warextract.errors import WarextractError

if TYPE_CHECKING:
    from warextract.records import ArticleRecord


class TableName(StrEnum):
    """The flat tables."""

    EVENTS = "events"
    CLAIMS = "claims"


def export(
    inputs: Annotated[list[Path], typer.Argument(metavar="RECORDS…", help="Files that `extract -o` wrote.")],
    output: Annotated[
        Path,
        typer.Option(
            "-o", "--output", help="The file to write: .csv, .parquet, .geojson, .sqlite (or .db) or .duckdb."
        ),
    ],
    table: Annotated[
        TableName | None, typer.Option(help="What a .csv or .parquet file holds; events if none is named.")
    ] = None,
) -> None:
    """Write extracted records as a flat table, a map or a database, the kind chosen by the file's suffix."""
    from warextract.exports.export import FLAT_SUFFIXES, check_suffix  # noqa: PLC0415 (help comes at once)
    from warextract.exports.export import export as write  # noqa: PLC0415

    for path in inputs:
        if not path.is_file():
            exit_usage(f"{path}: there is no such file; give one that `warextract extract -o` wrote")
    if output.is_dir():
        exit_usage(f"{output}: is a folder; name the file to write, such as {output / 'events.csv'}")
    if table is not None and output.suffix.lower() not in FLAT_SUFFIXES:
        exit_usage(f"{output}: --table is for {' and '.join(FLAT_SUFFIXES)}; this kind of file has its own content")
    try:
        check_suffix(output)
    except WarextractError as error:
        exit_usage(str(error))
    done = write(_records(inputs), output, table=(table or TableName.EVENTS).value)
    if done.left_out:
        total = done.written + done.left_out
        complain(f"{output}: {done.left_out:,} of {total:,} events have no coordinates and are left out")


def _records(paths: Iterable[Path]) -> "Iterator[ArticleRecord]":
    from warextract.writers import read_records  # noqa: PLC0415

    for path in paths:
        yield from read_records(path)
