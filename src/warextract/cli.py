"""The command line: the only module that prints or ends the process.

Exit codes: 0 all done · 1 articles failed, or something could not be loaded · 2 wrong usage · 130 Ctrl-C.
"""

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, nullcontext
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn, TypeVar

import typer

from warextract.errors import ArticleError, WarextractError

if TYPE_CHECKING:
    from rich.text import Text

    from warextract.batch import Outcome
    from warextract.readers import Source
    from warextract.records import ArticleRecord
    from warextract.worker import Settings

T = TypeVar("T")
app = typer.Typer(
    name="warextract",
    help="War reporting into records: who claimed what, who denied it, what happened where, with what.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)


def _day(value: str | None) -> str | None:
    try:
        return value if value is None else date.fromisoformat(value).isoformat()
    except ValueError:
        raise typer.BadParameter(f"{value!r} is no day; write it as YYYY-MM-DD") from None


Inputs = Annotated[
    list[Path], typer.Argument(metavar="INPUT…", help="A .txt file, a .jsonl file or a folder.")
]
Published = Annotated[
    str | None,
    typer.Option(
        callback=_day, metavar="DATE", help="Day of publication of articles that carry none: YYYY-MM-DD."
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


@app.command()
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
        _exit_usage(f"{target}: is a folder; name the file to write, such as {target / 'records.jsonl'}")
    sources = _sources(inputs, without=target)
    articles = read_articles(sources, published=published)
    outcomes = run_articles(articles, workers=workers, settings=_settings(model, rules, gazetteer))
    with _writing(target) as write:
        failed = _write_outcomes(_with_progress(outcomes, sources), write)
    if failed:
        raise typer.Exit(1)


@app.command()
def show(
    inputs: Annotated[
        list[Path],
        typer.Argument(metavar="FILE…", help="Articles (.txt, .jsonl, a folder) or extracted records."),
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
            failed += _write_outcomes(read_records(path), _show_record)
        else:
            articles = read_articles(_sources([path]), published=published)
            outcomes = run_articles(articles, settings=_settings(model, rules, gazetteer))
            failed += _write_outcomes(outcomes, _show_record)
    if failed:
        raise typer.Exit(1)


@app.command()
def schema() -> None:
    """Print the JSON Schema of a record."""
    from warextract.writers import json_schema  # noqa: PLC0415

    sys.stdout.write(json_schema())


@app.command("rules")
def list_rules(
    type_: Annotated[
        str | None, typer.Option("--type", metavar="TYPE", help="Only rules of this event type or stance.")
    ] = None,
    rules: Rules = None,
) -> None:
    """List the rules of the book: id, what each emits, its type, and why it is there."""
    from warextract.lexicon.rulebook import Rulebook  # noqa: PLC0415

    book = Rulebook.load(extra=tuple(rules or ()))
    chosen = [rule for rule in book.rules if type_ in (None, rule.type)]
    if not chosen:
        types = ", ".join(sorted({rule.type for rule in book.rules}))
        _exit_usage(f"no rule of type {type_!r}; there are {types}")
    _print_table(
        ("rule", "emits", "type", "why"), [(rule.id, rule.emits, rule.type, rule.why) for rule in chosen]
    )


@app.command("try")
def try_sentence(
    sentence: Annotated[str, typer.Argument(metavar="SENTENCE", help="A sentence, in quotation marks.")],
    model: Model = None,
    rules: Rules = None,
    gazetteer: Gazetteers = None,
) -> None:
    """Show every rule that fires in a sentence, on which words, and the frames it stands on."""
    explanation = _settings(model, rules, gazetteer).load().explain(sentence)
    for frame in explanation.frames:
        _print_line(0, _styled(frame, "dim"))
    if not explanation.firings:
        _print_line(0, _styled("No rule fires.", "yellow"))
    for firing in explanation.firings:
        _print_line(0, _styled(firing.rule_id, "bold"))
        for role, start, end, text in firing.roles:
            _print_line(1, _styled(f"{role:<12} {text}  [{start}:{end}]", ""))


@app.callback(invoke_without_command=True)
def _options(version: Annotated[bool, typer.Option("--version", help="Print the version.")] = False) -> None:
    if version:
        from warextract import __version__  # noqa: PLC0415

        print(f"warextract {__version__}")
        raise typer.Exit


def main() -> None:
    """Run the command line; whatever goes wrong ends in one line on standard error and an exit code."""
    try:
        app(prog_name="warextract")
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # nobody reads any more: say nothing
        sys.exit(1)
    except WarextractError as error:
        _exit(str(error), 1)
    except Exception as error:
        _exit(f"a fault of warextract ({type(error).__name__}: {error}); please report it", 1)


def _exit(message: str, code: int) -> NoReturn:
    _complain(message)
    sys.exit(code)


def _exit_usage(message: str) -> NoReturn:
    _complain(message)
    raise typer.Exit(2)


def _complain(message: str) -> None:
    print(f"warextract: {' '.join(message.split())}", file=sys.stderr)


def _settings(model: str | None, rules: list[Path] | None, gazetteers: list[Path] | None) -> "Settings":
    from warextract.worker import Settings  # noqa: PLC0415

    return Settings(
        model=model,
        extra_rules=tuple(map(str, rules or ())),
        extra_gazetteer=tuple(map(str, gazetteers or ())),
    )


def _sources(inputs: list[Path], *, without: Path | None = None) -> "tuple[Source, ...]":
    """The files to read; an input that is not there is wrong usage."""
    from warextract.readers import find_sources  # noqa: PLC0415

    try:
        return find_sources(inputs, without=without)
    except ArticleError as error:
        _exit_usage(str(error))


def _write_outcomes(outcomes: "Iterable[Outcome]", write: "Callable[[ArticleRecord], None]") -> int:
    """Write the records, complain of the failures, and return how many there were of these."""
    from warextract.batch import Failure  # noqa: PLC0415

    failed = 0
    try:
        for outcome in outcomes:
            if isinstance(outcome, Failure):
                _complain(str(outcome))
                failed += 1
            else:
                write(outcome)
    except KeyboardInterrupt:  # caught here: typer's own word for it changes from version to version
        _complain("interrupted")
        raise typer.Exit(130) from None
    return failed


@contextmanager
def _writing(path: Path | None) -> "Iterator[Callable[[ArticleRecord], None]]":
    from warextract.writers import writing_records  # noqa: PLC0415

    with writing_records(path) if path is not None else nullcontext(_print_record) as write:
        yield write


def _print_record(record: "ArticleRecord") -> None:
    sys.stdout.write(record.to_json() + "\n")
    sys.stdout.flush()


def _show_record(record: "ArticleRecord") -> None:
    from warextract.render import record_lines  # noqa: PLC0415

    for line in record_lines(record):
        _print_line(line.indent, line.text)
    print()


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


def _styled(text: str, style: str) -> "Text":
    from rich.text import Text  # noqa: PLC0415

    return Text(text, style=style)


def _print_line(indent: int, text: "Text") -> None:
    """A line wrapped to the terminal, or as it is when it goes to a file or a pipe."""
    if not sys.stdout.isatty():
        print("  " * indent + text.plain)
        return
    from rich.console import Console  # noqa: PLC0415
    from rich.padding import Padding  # noqa: PLC0415

    Console(highlight=False).print(Padding(text, (0, 0, 0, 2 * indent), expand=False))


def _print_table(header: tuple[str, ...], rows: list[tuple[str, ...]]) -> None:
    """A table on a terminal, else its rows with tabs between."""
    if not sys.stdout.isatty():
        for row in rows:
            print("\t".join(" ".join(cell.split()) for cell in row))
        return
    from rich.console import Console  # noqa: PLC0415
    from rich.table import Table  # noqa: PLC0415
    from rich.text import Text  # noqa: PLC0415

    table = Table(*header, box=None, pad_edge=False)
    for row in rows:
        table.add_row(*map(Text, row))
    Console(highlight=False).print(table)
