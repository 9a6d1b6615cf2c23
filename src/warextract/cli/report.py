"""`warextract report`: records as one HTML page."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from warextract.cli.console import complain, exit_usage

if TYPE_CHECKING:
    from warextract.records import ArticleRecord


def report(
    inputs: Annotated[list[Path], typer.Argument(metavar="RECORDS…", help="Files of records that `extract` wrote.")],
    output: Annotated[Path, typer.Option("-o", "--output", help="The page to write.")] = Path("report.html"),
    articles: Annotated[
        list[Path] | None,
        typer.Option(metavar="FOLDER", help="Where the articles lie now, if not where they were read (repeatable)."),
    ] = None,
    title: Annotated[str | None, typer.Option(help="The page's title.")] = None,
) -> None:
    """Make one HTML page that opens without a network: articles marked up, ledger, timeline and map."""
    from warextract.originals import find_texts  # noqa: PLC0415 (help and usage errors come at once)
    from warextract.report import TITLE, make_page  # noqa: PLC0415
    from warextract.whole_file import naming_what_cannot_be_written, writing_whole  # noqa: PLC0415

    if output.is_dir():
        exit_usage(f"{output}: is a folder; name the file to write, such as {output / 'report.html'}")
    for folder in articles or ():
        if not folder.exists():
            exit_usage(f"{folder}: there is no such file or folder; check the path")
    records = [record for path in inputs for record in _read(path)]
    found = list(find_texts(records, articles or ()))
    page = make_page(found, title=title or TITLE)
    with writing_whole(output) as place, naming_what_cannot_be_written(output):
        place.write_text(page, encoding="utf-8", newline="\n")
    lost = sum(text is None for _, text in found)
    if lost:
        complain(
            f"the text of {lost} of {len(found)} articles was not found; the page shows what the records hold of them."
            " Say where the articles lie with --articles FOLDER"
        )


def _read(path: Path) -> "list[ArticleRecord]":
    from warextract.writers import holds_records, read_records  # noqa: PLC0415

    if not path.exists():
        exit_usage(f"{path}: there is no such file; check the path")
    if not holds_records(path):
        exit_usage(f"{path}: holds no records; make them with `warextract extract {path} -o records.jsonl`")
    return list(read_records(path))
