"""The results of a run while it is not done: appended to, and safe on the disk up to its last checkpoint.

What a kill leaves behind the last checkpoint, half lines included, is cut off when the run goes on.
"""

import json
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO, Self

from warextract.batch import Failure
from warextract.errors import WarextractError
from warextract.runs.files import RunFiles
from warextract.runs.journal import Checkpoint, Progress, read_journal
from warextract.runs.plan import Plan

INTERVAL = 1.0  # seconds between checkpoints; one costs three fsyncs, some milliseconds each


class PartialRun:
    """The partial files of a run and its journal, open to be added to."""

    def __init__(self, files: RunFiles, journal: BinaryIO, progress: Progress) -> None:
        self.files = files
        self.done = progress.done  # a letter an article
        self.last = progress.last
        self._journal = journal
        # What the next checkpoint will say: replaced whole, so that an interrupt never finds half of a change.
        self._next = self.last.model_copy(update={"at": len(self.done), "done": ""})
        sizes = self.last.records, self.last.errors
        self._outputs = [] if self.last.whole else list(map(_cut, _partials(files), sizes))
        self._safe_at = time.monotonic()

    @classmethod
    def open(cls, files: RunFiles, plan: Plan, *, resume: bool) -> Self:
        """A fresh run, or the interrupted one of this plan.

        Raises WarextractError when there is an interrupted run and ``resume`` is false or it is of another plan, when
        its files are damaged, when another run writes them now, and when they cannot be written.
        """
        with _naming(files.records):
            files.records.parent.mkdir(parents=True, exist_ok=True)
            files.errors.parent.mkdir(parents=True, exist_ok=True)
            journal = files.journal.open("a+b")
        try:
            _lock(journal, files)
        except BaseException:
            journal.close()
            raise
        try:
            progress = read_journal(files.journal)
            if progress is None or not (progress.done or progress.last.whole):
                return cls(files, journal, _begin(files, journal, plan))
            if not resume:
                raise WarextractError(_left_behind(files, len(progress.done)))
            _check(files, progress, plan)
            with _naming(files.journal):
                journal.truncate(progress.size)
            return cls(files, journal, progress)
        except BaseException:
            if not journal.tell():
                files.journal.unlink(missing_ok=True)
            with suppress(OSError):  # a full disk has been complained of
                journal.close()
            raise

    def replay(self) -> Iterator[str | Failure]:
        """The outcomes of the articles that are done, in order."""
        records, errors = map(_lines, self._where_written(), (self.last.records, self.last.errors))
        for letter in self.done:
            if letter == "r":
                yield next(records).decode().removesuffix("\n")
            else:
                yield Failure(**json.loads(next(errors)))

    def add(self, outcome: str | Failure, digest: str) -> None:
        """Write what became of the next article; ``digest`` is of all articles up to it."""
        failed = isinstance(outcome, Failure)
        line = json.dumps(_told(outcome), ensure_ascii=False) if isinstance(outcome, Failure) else outcome
        data = line.encode("utf-8", "backslashreplace") + b"\n"
        with _naming(_partials(self.files)[failed]):
            self._outputs[failed].write(data)
        self._next = Checkpoint(
            at=self._next.at,
            done=self._next.done + ("f" if failed else "r"),
            records=self._next.records + len(data) * (not failed),
            errors=self._next.errors + len(data) * failed,
            digest=digest,
        )
        if time.monotonic() - self._safe_at >= INTERVAL:
            self.checkpoint()

    def checkpoint(self, *, whole: bool = False) -> None:
        """Make all that is written safe, and say so in the journal."""
        if not self._next.done and not whole:
            return
        for path, output in zip(_partials(self.files), self._outputs, strict=True):
            with _naming(path):
                _force(output)
        safe = self._next.model_copy(update={"whole": whole})
        with _naming(self.files.journal):
            self._journal.write(safe.model_dump_json(exclude_defaults=True).encode() + b"\n")
            _force(self._journal)
        self.last = safe
        self.done = self.done[: safe.at] + safe.done
        self._next = safe.model_copy(update={"at": len(self.done), "done": ""})
        self._safe_at = time.monotonic()

    def finish(self) -> None:
        """Put the files in their places; the one of failures only if there are any."""
        if not self.last.whole:
            self.checkpoint(whole=True)
        self._close_outputs()
        files = self.files
        with _naming(files.errors):
            if not self.last.errors:
                files.errors.unlink(missing_ok=True)
                files.partial_errors.unlink(missing_ok=True)
            elif files.partial_errors.exists():
                files.partial_errors.replace(files.errors)
        with _naming(files.records):
            if files.partial_records.exists():
                files.partial_records.replace(files.records)
            _force_folders(files)
            files.journal.unlink()

    def close(self) -> None:
        """Leave the run as it is, to be gone on with; one in which nothing was done leaves nothing."""
        with suppress(WarextractError):  # a full disk has been complained of, and costs a second of work
            self.checkpoint()
        self._close_outputs()
        if self.files.journal.exists() and not self.done and not self.last.whole:
            for path in (*_partials(self.files), self.files.journal):
                path.unlink(missing_ok=True)
        with suppress(OSError):
            self._journal.close()

    def _where_written(self) -> tuple[Path, Path]:
        """The files of what is done: in their places already if the run was killed while it put them there."""
        places = ((self.files.partial_records, self.files.records), (self.files.partial_errors, self.files.errors))
        records, errors = (partial if partial.exists() else place for partial, place in places)
        return records, errors

    def _close_outputs(self) -> None:
        for output in self._outputs:
            with suppress(OSError):
                output.close()


def _begin(files: RunFiles, journal: BinaryIO, plan: Plan) -> Progress:
    for path in _partials(files):
        if path.exists() and path.stat().st_size and not journal.tell():
            raise WarextractError(
                f"{path}: is there without the journal of its run, so that nobody knows how far it is whole; delete it "
                "to start anew"
            )
    with _naming(files.journal):
        journal.truncate(0)
        journal.write(plan.model_dump_json().encode() + b"\n")
        _force(journal)
        _force_folders(files)
    return Progress(plan, "", Checkpoint(), journal.tell())


def _check(files: RunFiles, progress: Progress, plan: Plan) -> None:
    differences = progress.plan.differences(plan)
    if differences:
        raise WarextractError(
            f"{files.journal}: the interrupted run is of something else ({'; '.join(differences)}); go on with what "
            f"it was, or delete {_listed(files)} to start anew"
        )
    for path, size in zip(_partials(files), (progress.last.records, progress.last.errors), strict=True):
        if not progress.last.whole and (path.stat().st_size if path.exists() else 0) < size:
            raise WarextractError(
                f"{path}: shorter than the {size:,} bytes that its journal knows of; delete {_listed(files)} and "
                "start anew"
            )


def _told(failure: Failure) -> dict[str, str | int | None]:
    """A line of the file of failures."""
    names = ("path", "number", "id", "kind", "message")
    return {name: getattr(failure, name) for name in names}


def _left_behind(files: RunFiles, count: int) -> str:
    return (
        f"{files.partial_records}: an interrupted run has done {count:,} articles; go on with --resume, or delete "
        f"{_listed(files)} to start anew"
    )


def _listed(files: RunFiles) -> str:
    return ", ".join(path.name for path in (*_partials(files), files.journal) if path.exists())


def _partials(files: RunFiles) -> tuple[Path, Path]:
    return files.partial_records, files.partial_errors


def _cut(path: Path, size: int) -> BinaryIO:
    """A partial file, cut to what is whole, to be appended to."""
    with _naming(path):
        file = path.open("ab")
        file.truncate(size)
        return file


def _lines(path: Path, size: int) -> Iterator[bytes]:
    """The lines of the first ``size`` bytes of a file."""
    if not size:
        return
    with path.open("rb") as file:
        while size > 0 and (line := file.readline()):
            size -= len(line)
            yield line


def _force(file: BinaryIO) -> None:
    file.flush()
    os.fsync(file.fileno())


def _force_folders(files: RunFiles) -> None:
    """Make safe which files there are, where the system can."""
    for folder in {files.records.parent, files.errors.parent}:
        with suppress(OSError):
            descriptor = os.open(folder, os.O_RDONLY)
            try:
                os.fsync(descriptor)
            finally:
                os.close(descriptor)


def _lock(journal: BinaryIO, files: RunFiles) -> None:
    """Keep others from the files while this process lives; where the system knows no locks, trust."""
    try:
        import fcntl  # noqa: PLC0415 (Windows has none)
    except ImportError:
        return
    try:
        fcntl.flock(journal, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        raise WarextractError(f"{files.records}: another run is writing it; wait for it or give another") from error
    except OSError:
        return


@contextmanager
def _naming(path: Path) -> Iterator[None]:
    """Raise WarextractError naming ``path`` where the block meets an error of the file system."""
    try:
        yield
    except OSError as error:
        raise WarextractError(
            f"{path}: cannot be written ({error.strerror}); make room or give another place. Articles that are done "
            "are kept: go on with --resume"
        ) from error
