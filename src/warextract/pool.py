"""A pool of worker processes that survives the death of any of them.

Each is a fresh interpreter: nothing is forked, and a script needs no ``if __name__ == "__main__"`` to use it.
"""

import os
import queue
import subprocess
import sys
import threading
from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Literal, Self

from warextract.article import Article
from warextract.errors import WarextractError
from warextract.threads import with_one_thread
from warextract.worker import Reply, Settings

TRIES = 2  # a worker may be killed for what is no fault of its article: that gets one more
STARTS = 3  # a worker that is killed while it starts is started again

Cause = Literal["failed", "died", "too_slow"]


@dataclass(frozen=True, slots=True)
class Limits:
    """What an article may take, and what a worker may before it is replaced by a fresh one.

    spaCy keeps every word that it has met: measured, 10 new words an article are 1 MB more after 600 articles.
    """

    max_seconds: float | None = None  # for an article
    articles: int = 3_000  # a worker's life; starting another costs the time of some 40 articles
    resident: int = 1 << 30  # bytes of memory after an article: one giant leaves more than many small ones


@dataclass(frozen=True, slots=True)
class Answer:
    """What the pool says of an article: its record, or the cause and the words of its failure."""

    record: str | None = None
    cause: Cause = "failed"
    failed: str = ""


def worker_command(settings: Settings) -> tuple[str, ...]:
    """The command line of a worker process."""
    return (sys.executable, "-P", "-m", "warextract.worker", settings.model_dump_json())


class WorkerDiedError(Exception):
    """A worker process ended instead of answering."""


class WorkerTooSlowError(Exception):
    """A worker process took longer than it may, and was killed."""


class Worker:
    """One worker process, asked one article at a time."""

    def __init__(self, command: Sequence[str]) -> None:
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=_environment())
        self._ready = False
        self._answered = 0

    def await_ready(self) -> None:
        """Wait until the worker has loaded what it needs.

        Raises WorkerDiedError when it ends instead, WarextractError when it says why it cannot start.
        """
        if self._ready:
            return
        reply = self._reply()
        if reply.failed is not None:
            raise WarextractError(reply.failed)
        self._ready = True

    def ask(self, line: bytes, max_seconds: float | None = None) -> Reply:
        """The reply of a worker that is ready to an article, a line of JSON.

        Raises WorkerDiedError when it ends over this article, WorkerTooSlowError when it had to be killed.
        """
        expired = threading.Event()

        def expire() -> None:
            expired.set()
            self._process.kill()

        timer = threading.Timer(max_seconds, expire) if max_seconds is not None else None
        if timer is not None:
            timer.start()
        try:
            self._send(line)
            reply = self._reply()
        except WorkerDiedError:
            if expired.is_set():
                raise WorkerTooSlowError from None
            raise
        finally:
            if timer is not None:
                timer.cancel()
        self._answered += 1
        return reply

    def is_worn(self, limits: Limits) -> bool:
        """True when a fresh one should take its place."""
        return self._answered >= limits.articles or _resident(self._process.pid) > limits.resident

    def exit_code(self) -> int:
        """How the process ended, which it has or is about to."""
        return self._process.wait()

    def close(self) -> None:
        """End the process, whatever it does."""
        self._process.kill()
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                with suppress(OSError):  # what was still to be flushed has no reader any more
                    pipe.close()

    def _send(self, line: bytes) -> None:
        assert self._process.stdin is not None
        try:
            self._process.stdin.write(line)
            self._process.stdin.flush()
        except (OSError, ValueError) as error:  # ValueError: closed, as the pool is
            raise WorkerDiedError from error

    def _reply(self) -> Reply:
        assert self._process.stdout is not None
        try:
            line = self._process.stdout.readline()
        except ValueError as error:
            raise WorkerDiedError from error
        if not line.endswith(b"\n"):
            raise WorkerDiedError
        return Reply.of_line(line)


class WorkerPool:
    """As many worker processes as asked for; each article goes to one that is free."""

    def __init__(self, command: Sequence[str], size: int, limits: Limits | None = None) -> None:
        self._command = tuple(command)
        self._limits = limits or Limits()
        self._closed = False
        self._replacing = threading.Lock()
        self._workers = [Worker(self._command) for _ in range(size)]
        self._free: queue.SimpleQueue[Worker] = queue.SimpleQueue()
        for worker in self._workers:
            self._free.put(worker)
        self._threads = ThreadPoolExecutor(size, thread_name_prefix="warextract")

    def submit(self, article: Article) -> "Future[Answer]":
        """The answer to come; it raises WarextractError when no worker can be started."""
        return self._threads.submit(self._ask, article)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with self._replacing:
            self._closed = True
        self._threads.shutdown(wait=False, cancel_futures=True)
        for worker in self._workers:
            worker.close()
        self._threads.shutdown(wait=True)

    def _ask(self, article: Article) -> Answer:
        try:
            line = article.model_dump_json().encode() + b"\n"
        except ValueError as error:
            return Answer(failed=f"cannot be written as JSON ({error}); write its text and names as UTF-8")
        worker = self._free.get()
        try:
            for _ in range(TRIES):
                worker = self._ready(worker)
                try:
                    reply = worker.ask(line, self._limits.max_seconds)
                except WorkerTooSlowError:
                    worker = self._replace(worker)
                    return Answer(cause="too_slow", failed=_too_slow(self._limits.max_seconds))
                except WorkerDiedError:
                    worker = self._replace(worker)
                    continue
                if worker.is_worn(self._limits):
                    worker = self._replace(worker)
                return Answer(reply.record, failed=reply.failed or "")
            return Answer(cause="died", failed=_DIED)
        finally:
            self._free.put(worker)

    def _ready(self, worker: Worker) -> Worker:
        """The worker, ready, or another in its place if it dies while it starts."""
        for started in range(1, STARTS + 1):
            try:
                worker.await_ready()
            except WorkerDiedError as error:
                if started == STARTS:
                    raise WarextractError(
                        f"a worker process ended {STARTS} times while it was starting (exit code "
                        f"{worker.exit_code()}); try fewer workers"
                    ) from error
                worker = self._replace(worker)
            else:
                break
        return worker

    def _replace(self, old: Worker) -> Worker:
        old.close()
        with self._replacing:
            if self._closed:
                return old
            fresh = Worker(self._command)
            self._workers[self._workers.index(old)] = fresh
        return fresh


_DIED = f"the worker process died over it {TRIES} times, for want of memory perhaps; extract it alone to see"


def _too_slow(seconds: float | None) -> str:
    return f"took longer than {seconds:g} seconds; give it more (--max-seconds) or split it"


def _resident(process: int) -> int:
    """Bytes of memory that a process holds, or 0 where the system does not tell."""
    try:
        pages = int(Path(f"/proc/{process}/statm").read_text("ascii").split()[1])
    except (OSError, IndexError):
        return 0
    return pages * os.sysconf("SC_PAGE_SIZE")


def _environment() -> dict[str, str]:
    """This process's, with its module path, and one thread a worker."""
    path = os.pathsep.join(entry or os.getcwd() for entry in sys.path)  # noqa: PTH109
    return with_one_thread(os.environ) | {"PYTHONPATH": path}
