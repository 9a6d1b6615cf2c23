"""Records and failures as they come, for every command that extracts."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

import typer

from warextract.cli.console import complain

if TYPE_CHECKING:
    from warextract.batch import Outcome
    from warextract.records import ArticleRecord


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
