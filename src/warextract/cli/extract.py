"""`warextract extract`: a record of each article, one JSON object a line."""

import sys
import time
from collections.abc import Generator, Iterable
from contextlib import closing, nullcontext
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, BinaryIO

import typer

from warextract.cli.console import complain, exit_usage, tell
from warextract.cli.options import (
    Gazetteers,
    Globs,
    Inputs,
    MetadataFile,
    Model,
    Published,
    Rules,
    metadata_of,
    settings_of,
    sources_of,
)
from warextract.cli.outcomes import follow
from warextract.cli.progress import watching

if TYPE_CHECKING:
    from warextract.batch import Finished
    from warextract.runs import RunFiles, Step, Tally

_SUMMARY = "The summary at the end, as JSON, into a file too."
_ERRORS = "The file of failures, a JSON object a line; beside the output, NAME.errors.jsonl, if none."
_RESUME = "Go on with an interrupted run of the same inputs and options; start one if there is none."
_DROP = "Leave near-copies of earlier articles of the run out; else they are kept and say of which."
_SECONDS = "The longest that an article may take; one that takes longer is a failure."
_MEGABYTES = "The largest file that may be read whole, or record in a file of many; a larger one is a failure."
_CHARACTERS = "The longest text of an article; a longer one is a failure."


def extract(
    inputs: Inputs,
    output: Annotated[
        Path | None, typer.Option("-o", "--output", help="The file to write; standard output if none, or -.")
    ] = None,
    workers: Annotated[int, typer.Option(min=1, help="Processes to work with.")] = 1,
    resume: Annotated[bool, typer.Option("--resume", help=_RESUME)] = False,
    errors: Annotated[Path | None, typer.Option(metavar="FILE", help=_ERRORS)] = None,
    summary: Annotated[Path | None, typer.Option(metavar="FILE", help=_SUMMARY)] = None,
    quiet: Annotated[bool, typer.Option("-q", "--quiet", help="Say nothing but what went wrong.")] = False,
    drop_duplicates: Annotated[bool, typer.Option("--drop-duplicates", help=_DROP)] = False,
    max_seconds: Annotated[float, typer.Option(metavar="S", min=0.001, help=_SECONDS)] = 300,
    max_mb: Annotated[float, typer.Option(metavar="MB", min=0.001, help=_MEGABYTES)] = 32,
    max_chars: Annotated[int, typer.Option(metavar="N", min=1, max=1_000_000, help=_CHARACTERS)] = 1_000_000,
    published: Published = None,
    metadata: MetadataFile = None,
    glob: Globs = None,
    model: Model = None,
    rules: Rules = None,
    gazetteer: Gazetteers = None,
) -> None:
    """Extract a record from each article: one JSON object a line, in the order of the input."""
    from warextract.batch import run_in_processes  # noqa: PLC0415 (help and usage errors come at once)
    from warextract.marks import DUPLICATE, Marks  # noqa: PLC0415
    from warextract.pool import Limits  # noqa: PLC0415
    from warextract.readers import ReadingLimits, count_articles, read_articles  # noqa: PLC0415
    from warextract.runs import RunFiles, Tally, plan_of, run_to_files  # noqa: PLC0415

    target = _target(output, errors, resume=resume)
    files = RunFiles.beside(target, errors) if target else None
    written = (*(files.all if files else ()), *((summary,) if summary else ()))
    sources = sources_of(inputs, without=written, globs=glob)
    settings = settings_of(model, rules, gazetteer)
    reading = ReadingLimits(round(max_mb * 1024 * 1024), max_chars)
    articles = read_articles(sources, published=published, metadata=metadata_of(metadata), limits=reading)
    finish = partial(
        run_in_processes, workers=workers, settings=settings, limits=Limits(max_seconds=max_seconds)
    )
    mark = Marks(drop_duplicates=drop_duplicates)
    if files is None:
        place = sys.stdout.buffer if output is None or str(output) == "-" else output
        steps = _printed(map(mark, finish(articles)), place)
    else:
        limits = {"max-seconds": max_seconds, "max-mb": max_mb, "max-chars": max_chars}
        options = {"published": published, "drop-duplicates": drop_duplicates or None, "glob": glob, **limits}
        plan = plan_of(sources, settings, options=options, option_files={"metadata": metadata})
        steps = run_to_files(articles, files, plan, extract=finish, mark=mark, resume=resume)
    begun, tally = time.monotonic(), Tally()
    try:
        with watching(lambda: count_articles(sources), quiet=quiet) as watch, closing(steps):
            follow(steps, tally, watch, errors=files.errors if files else None)
    except KeyboardInterrupt:  # caught here: typer's own word for it changes from version to version
        done = f"{tally.articles:,} articles are" if tally.articles != 1 else "1 article is"
        kept = f"; {done} done, go on with --resume" if files and tally.articles else ""
        complain(f"interrupted{kept}")
        raise typer.Exit(130) from None
    _sum_up(tally, time.monotonic() - begun, summary, files, quiet=quiet)
    if tally.failures.keys() - {"skipped", DUPLICATE}:
        raise typer.Exit(1)


def _target(output: Path | None, errors: Path | None, *, resume: bool) -> Path | None:
    """The file of a run that can be resumed; None for standard output, a device or a named pipe."""
    if output is not None and output.is_dir():
        exit_usage(f"{output}: is a folder; name the file to write, such as {output / 'records.jsonl'}")
    is_file = output is not None and str(output) != "-" and (output.is_file() or not output.exists())
    for option, given in (("--resume", resume), ("--errors", errors is not None)):
        if given and not is_file:
            exit_usage(f"{option} is for a run into a file; name it with -o FILE")
    return output if is_file else None


def _printed(finished: "Iterable[Finished]", place: BinaryIO | Path) -> "Generator[Step, None, None]":
    """Each article with its outcome, the record printed."""
    from warextract.runs import Step  # noqa: PLC0415

    with place.open("wb") if isinstance(place, Path) else nullcontext(place) as stream:
        for each in finished:
            if isinstance(each.outcome, str):
                stream.write(each.outcome.encode() + b"\n")
                stream.flush()
            yield Step(each)


def _sum_up(
    tally: "Tally", seconds: float, summary: Path | None, files: "RunFiles | None", *, quiet: bool
) -> None:
    found = tally.summary(seconds)
    if not quiet:
        tell(found.lines())
        if files is not None and tally.failures:
            tell([f"failures are listed in {files.errors}"])
    if summary is not None:
        from warextract.whole_file import naming_what_cannot_be_written, writing_whole  # noqa: PLC0415

        with writing_whole(summary) as place, naming_what_cannot_be_written(summary):
            place.write_text(found.model_dump_json(indent=2) + "\n", encoding="utf-8")
