"""`warextract show`: the record of each article as a page for a reader."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from warextract.cli.console import print_line
from warextract.cli.options import Gazetteers, Model, Published, Rules, settings_of, sources_of
from warextract.cli.outcomes import write_outcomes

if TYPE_CHECKING:
    from warextract.records import ArticleRecord


def show(
    inputs: Annotated[
        list[Path],
        typer.Argument(metavar="FILE…", help="Articles, as extract reads them, or extracted records."),
    ],
    published: Published = None,
    model: Model = None,
    rules: Rules = None,
    gazetteer: Gazetteers = None,
) -> None:
    """Print the record of each article for a reader."""
    from warextract.batch import run_articles  # noqa: PLC0415
    from warextract.readers import read_articles  # noqa: PLC0415
    from warextract.writers import holds_records, read_records  # noqa: PLC0415

    failed = 0
    for path in inputs:
        if holds_records(path):
            failed += write_outcomes(read_records(path), _show_record)
        else:
            articles = read_articles(sources_of([path]), published=published)
            outcomes = run_articles(articles, settings=settings_of(model, rules, gazetteer))
            failed += write_outcomes(outcomes, _show_record)
    if failed:
        raise typer.Exit(1)


def _show_record(record: "ArticleRecord") -> None:
    from warextract.render import record_lines  # noqa: PLC0415

    for line in record_lines(record):
        print_line(line.indent, line.text)
    print()
