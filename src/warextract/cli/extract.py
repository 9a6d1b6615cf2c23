"""`warextract extract`: a record of each article, one JSON object a line."""

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer

from warextract.cli.console import exit_usage
from warextract.cli.options import Gazetteers, Inputs, Model, Published, Rules, settings_of, sources_of
from warextract.cli.outcomes import write_outcomes

if TYPE_CHECKING:
    from warextract.readers import Source
    from warextract.records import ArticleRecord

T = TypeVar("T")


def extract(
    inputs: Inputs,
    output: Annotated[
        Path | None, typer.Option("-o", "--output", help="The file to write; standard output if none, or -.")
    ] = None,
    workers: Annotated[int, typer.Option(min=1, help="Processes to work with.")] = 1,
    published: Published = None,
    model: Model = None,
    rules: Rules = None,
    gazetteer: Gazetteers = None,
) -> None:
    """Extract a record from each article: one JSON object a line, in the order of the input."""
    from warextract.batch import run_articles  # noqa: PLC0415 (help and usage errors come at once)
    from warextract.readers import read_articles  # noqa: PLC0415

    target = None if output is None or str(output) == "-" else output
    if target is not None and target.is_dir():
        exit_usage(f"{target}: is a folder; name the file to write, such as {target / 'records.jsonl'}")
    sources = sources_of(inputs, without=target)
    articles = read_articles(sources, published=published)
    outcomes = run_articles(articles, workers=workers, settings=settings_of(model, rules, gazetteer))
    with _writing(target) as write:
        failed = write_outcomes(_with_progress(outcomes, sources), write)
    if failed:
        raise typer.Exit(1)


@contextmanager
def _writing(path: Path | None) -> "Iterator[Callable[[ArticleRecord], None]]":
    from warextract.writers import writing_records  # noqa: PLC0415

    with writing_records(path) if path is not None else nullcontext(_print_record) as write:
        yield write


def _print_record(record: "ArticleRecord") -> None:
    sys.stdout.write(record.to_json() + "\n")
    sys.stdout.flush()


def _with_progress(outcomes: Iterable[T], sources: "tuple[Source, ...]") -> Iterator[T]:
    """The outcomes, with a bar on standard error while they come if that is a terminal."""
    if not sys.stderr.isatty():
        yield from outcomes
        return
    from rich.console import Console  # noqa: PLC0415
    from rich.progress import track  # noqa: PLC0415

    from warextract.readers import count_articles  # noqa: PLC0415

    console = Console(stderr=True)
    yield from track(outcomes, "Extracting", total=count_articles(sources), console=console, transient=True)
