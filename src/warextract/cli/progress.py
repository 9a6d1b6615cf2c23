"""How far a run is: a bar where somebody watches, else a line now and then. All on standard error."""

import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Protocol

from warextract.cli.console import complain

EVERY = 60.0  # seconds between the lines


class Watch(Protocol):
    """Told of each article that is done."""

    def advance(self, *, replayed: bool = False) -> None:
        """One more."""

    def say(self, message: str) -> None:
        """A line that stays."""


@contextmanager
def watching(total: Callable[[], int], *, quiet: bool = False) -> Iterator[Watch]:
    """A watch over a run of ``total()`` articles, as far as that is known."""
    if quiet:
        yield Silence()
    elif sys.stderr.isatty():
        with _bar(total) as bar:
            yield bar
    else:
        yield Lines(total)


class Silence:
    """Nothing but complaints."""

    def advance(self, *, replayed: bool = False) -> None:
        """Nothing."""

    def say(self, message: str) -> None:
        """The complaint."""
        complain(message)


class Lines:
    """A line each minute, for a log."""

    def __init__(self, total: Callable[[], int], clock: Callable[[], float] = time.monotonic) -> None:
        self._count = total
        self._total: int | None = None  # counted when it is first told: a short run needs none
        self._clock = clock
        self._begun = self._told = clock()
        self._done = self._fresh = 0

    def advance(self, *, replayed: bool = False) -> None:
        """One more; perhaps a line."""
        self._done += 1
        self._fresh += not replayed
        if (now := self._clock()) - self._told >= EVERY:
            self._told = now
            complain(self._line(now - self._begun))

    def say(self, message: str) -> None:
        """The complaint."""
        complain(message)

    def _line(self, seconds: float) -> str:
        rate = self._fresh / seconds
        if self._total is None:
            self._total = self._count()
        if self._total <= self._done:  # of a file of many nobody knows how many before it is read
            return f"{self._done:,} articles, {rate:.1f} a second"
        left = f", {_left((self._total - self._done) / rate)} left" if rate else ""
        return f"{self._done:,} of {self._total:,} articles, {rate:.1f} a second{left}"


@contextmanager
def _bar(count: Callable[[], int]) -> Iterator[Watch]:
    from rich.console import Console  # noqa: PLC0415
    from rich.progress import (  # noqa: PLC0415
        BarColumn,
        MofNCompleteColumn,
        Progress,
        ProgressColumn,
        Task,
        TextColumn,
        TimeRemainingColumn,
    )
    from rich.text import Text  # noqa: PLC0415

    class RateColumn(ProgressColumn):
        """Articles a second."""

        def render(self, task: Task) -> Text:
            return Text(f"{task.speed:.1f}/s" if task.speed else "", style="progress.data.speed")

    console = Console(stderr=True)
    columns = (TextColumn("Extracting"), BarColumn(), MofNCompleteColumn(), RateColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console, transient=True, speed_estimate_period=120) as progress:
        task = progress.add_task("Extracting", total=None)
        # The run need not wait until all files of a large archive are counted.
        threading.Thread(target=lambda: progress.update(task, total=count()), daemon=True).start()

        class Bar:
            def __init__(self) -> None:
                self._done = 0
                self._replayed = False

            def advance(self, *, replayed: bool = False) -> None:
                if self._replayed and not replayed:  # what went before is no part of the rate
                    progress.reset(task, completed=self._done)
                self._replayed = replayed
                self._done += 1
                shown = progress.tasks[0]
                if shown.total is not None and self._done > shown.total:
                    shown.total = None  # more than could be told without reading
                progress.advance(task)

            def say(self, message: str) -> None:
                progress.console.print(f"warextract: {' '.join(message.split())}", markup=False, highlight=False)

        yield Bar()


def _left(seconds: float) -> str:
    """Time left, roughly.

    >>> [_left(seconds) for seconds in (20, 1500, 9000)]
    ['under a minute', '25 minutes', '2.5 hours']
    """
    if seconds < 60:
        return "under a minute"
    if seconds < 2 * 3600:
        return f"{seconds / 60:.0f} minutes"
    return f"{seconds / 3600:.1f} hours"
