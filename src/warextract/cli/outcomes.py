"""Outcomes as they come, for every command that extracts."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from warextract.cli.console import complain

if TYPE_CHECKING:
    from warextract.batch import Outcome
    from warextract.cli.progress import Watch
    from warextract.records import ArticleRecord
    from warextract.runs import Step, Tally

_COMPLAINTS = 20  # failures that are told one by one; all stand in the file of failures


def follow(steps: "Iterable[Step]", tally: "Tally", watch: "Watch", *, errors: Path | None) -> None:
    """Count the articles of a run and tell of them; of failures only the first when all are listed in ``errors``."""
    from warextract.batch import Failure  # noqa: PLC0415
    from warextract.marks import DUPLICATE  # noqa: PLC0415

    told = 0
    for step in steps:
        tally.add(step.finished, replayed=step.replayed)
        watch.advance(replayed=step.replayed)
        if not isinstance(step.finished.outcome, Failure) or step.replayed:
            continue
        if step.finished.outcome.kind == DUPLICATE:  # wanted, and counted in the summary
            continue
        told += 1
        if errors is None or told <= _COMPLAINTS:
            watch.say(str(step.finished.outcome))
        elif told == _COMPLAINTS + 1:
            watch.say(f"more failures are listed in {errors} when all is done")


def write_outcomes(outcomes: "Iterable[Outcome]", write: "Callable[[ArticleRecord], None]") -> int:
    """Write the records, complain of the failures, and return how many there were of these."""
    from warextract.batch import Failure  # noqa: PLC0415

    failed = 0
    try:
        for outcome in outcomes:
            if isinstance(outcome, Failure):
                complain(str(outcome))
                failed += 1
            else:
                write(outcome)
    except KeyboardInterrupt:  # caught here: typer's own word for it changes from version to version
        complain("interrupted")
        raise typer.Exit(130) from None
    return failed
