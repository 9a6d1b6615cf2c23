"""`warextract ledger`: events of all articles joined, one row a happening."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from warextract.cli.console import exit_usage
from warextract.errors import WarextractError

if TYPE_CHECKING:
    from warextract.records import ArticleRecord


def ledger(
    inputs: Annotated[list[Path], typer.Argument(metavar="RECORDS…", help="Files that `extract -o` wrote.")],
    output: Annotated[Path, typer.Option("-o", "--output", help="The file to write: .csv, .parquet or .jsonl.")],
) -> None:
    """Join the events of all records: a row for each happening, with who claims, denies or will not say it."""
    from warextract.happenings import ledger as join  # noqa: PLC0415 (help comes at once)
    from warextract.ledger_export import check_ledger_suffix, write_ledger  # noqa: PLC0415

    for path in inputs:
        if not path.is_file():
            exit_usage(f"{path}: there is no such file; give one that `warextract extract -o` wrote")
    if output.is_dir():
        exit_usage(f"{output}: is a folder; name the file to write, such as {output / 'ledger.csv'}")
    try:
        check_ledger_suffix(output)
    except WarextractError as error:
        exit_usage(str(error))
    write_ledger(join(_records(inputs)), output)


def _records(paths: Iterable[Path]) -> "Iterator[ArticleRecord]":
    from warextract.writers import read_records  # noqa: PLC0415

    for path in paths:
        yield from read_records(path)
