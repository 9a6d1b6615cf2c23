"""A pool of worker processes that survives the death of any of them.

Each is a fresh interpreter: nothing is forked, and a script needs no ``if __name__ == "__main__"`` to use it.
"""

import os
import queue
import subprocess
import sys
from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from types import TracebackType
from typing import Self

from warextract.article import Article
from warextract.errors import WarextractError
from warextract.worker import Reply, Settings


def worker_command(settings: Settings) -> tuple[str, ...]:
    """The command line of a worker process."""
    return (sys.executable, "-P", "-m", "warextract.worker", settings.model_dump_json())


class WorkerDiedError(Exception):
    """A worker process ended instead of answering."""


class Worker:
    """One worker process, asked one article at a time."""

    def __init__(self, command: Sequence[str]) -> None:
        self._process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=_environment()
        )
        self._ready = False

    def ask(self, article: Article) -> Reply:
        """The worker's reply to an article.

        Raises WorkerDiedError when it ends over this article, WarextractError when it cannot even start.
        """
        if not self._ready:
            self._await_ready()
        assert self._process.stdin is not None
        try:
            self._process.stdin.write(article.model_dump_json().encode() + b"\n")
            self._process.stdin.flush()
        except OSError as error:
            raise WorkerDiedError from error
        return self._reply()

    def close(self) -> None:
        """End the process, whatever it does."""
        self._process.kill()
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                with suppress(OSError):  # what was still to be flushed has no reader any more
                    pipe.close()

    def _await_ready(self) -> None:
        try:
            reply = self._reply()
        except WorkerDiedError as error:
            code = self._process.wait()
            raise WarextractError(
                f"a worker process ended while it was starting (exit code {code}); try fewer workers"
            ) from error
        if reply.failed is not None:
            raise WarextractError(reply.failed)
        self._ready = True

    def _reply(self) -> Reply:
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        if not line.endswith(b"\n"):
            raise WorkerDiedError
        return Reply.model_validate_json(line)


class WorkerPool:
    """As many worker processes as asked for; each article goes to one that is free."""

    def __init__(self, command: Sequence[str], size: int) -> None:
        self._command = tuple(command)
        self._closed = False
        self._workers = [Worker(self._command) for _ in range(size)]
        self._free: queue.SimpleQueue[Worker] = queue.SimpleQueue()
        for worker in self._workers:
            self._free.put(worker)
        self._threads = ThreadPoolExecutor(size, thread_name_prefix="warextract")

    def submit(self, article: Article) -> "Future[Reply]":
        """The reply to come; it raises WarextractError when no worker can be started."""
        return self._threads.submit(self._ask, article)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._closed = True
        self._threads.shutdown(wait=False, cancel_futures=True)
        for worker in self._workers:
            worker.close()
        self._threads.shutdown(wait=True)

    def _ask(self, article: Article) -> Reply:
        worker = self._free.get()
        try:
            return worker.ask(article)
        except WorkerDiedError:
            worker = self._replace(worker)
            return Reply(
                failed="the worker process died over it, for want of memory perhaps; extract it alone to see"
            )
        finally:
            self._free.put(worker)

    def _replace(self, dead: Worker) -> Worker:
        dead.close()
        if self._closed:
            return dead
        fresh = Worker(self._command)
        self._workers[self._workers.index(dead)] = fresh
        return fresh


def _environment() -> dict[str, str]:
    """This process's, with its module path, and one thread a worker: the workers are the parallelism."""
    path = os.pathsep.join(entry or os.getcwd() for entry in sys.path)  # noqa: PTH109
    threads = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")
    return threads | dict(os.environ) | {"PYTHONPATH": path}
