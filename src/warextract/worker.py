"""One article through an extractor, in a process of its own, with whatever goes wrong as a value.

A worker process speaks lines: it gets an article a line, as JSON, and answers each with a reply a line, the first of
all saying that it is ready. It is started as ``python -m warextract.worker SETTINGS``.
"""

import gc
import json
import os
import signal
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import IO, TYPE_CHECKING, TypeAlias

from pydantic import BaseModel, ConfigDict

from warextract.article import Article
from warextract.errors import WarextractError
from warextract.records import ArticleRecord

if TYPE_CHECKING:
    from warextract.extractor import Extractor

Extract: TypeAlias = Callable[[Article], ArticleRecord]

_RECORD, _FAILED, _READY = b"R", b"F", b"+"  # what a reply begins with


class Settings(BaseModel):
    """What an extractor is loaded with."""

    model_config = ConfigDict(frozen=True)

    model: str | None = None
    extra_rules: tuple[str, ...] = ()
    extra_gazetteer: tuple[str, ...] = ()

    def load(self) -> "Extractor":
        """The extractor of these settings.

        Raises ModelError, RuleError or GazetteerError when something of it cannot be loaded.
        """
        from warextract.extractor import load  # noqa: PLC0415 (brings spaCy: only when something is to be read)

        return load(
            self.model,
            extra_rules=tuple(map(Path, self.extra_rules)),
            extra_gazetteer=tuple(map(Path, self.extra_gazetteer)),
        )


@dataclass(frozen=True, slots=True)
class Reply:
    """What becomes of an article (or of a start): its record, or why there is none; neither means "ready".

    The record is the line of JSON that will be written, so that only who needs its parts takes it apart.
    """

    record: str | None = None
    failed: str | None = None

    def to_line(self) -> bytes:
        """The reply as a line.

        >>> Reply(failed="no text").to_line()
        b'F"no text"\\n'
        """
        if self.record is not None:
            return _RECORD + self.record.encode() + b"\n"
        return (_READY if self.failed is None else _FAILED + json.dumps(self.failed).encode()) + b"\n"

    @classmethod
    def of_line(cls, line: bytes) -> "Reply":
        """The reply that a line is.

        Raises ValueError when it is none.
        """
        mark, rest = line[:1], line[1:].rstrip(b"\n")
        if mark == _RECORD:
            return cls(record=rest.decode())
        if mark == _FAILED:
            return cls(failed=json.loads(rest))
        if line == _READY + b"\n":
            return cls()
        raise ValueError(f"no reply of a worker: {line[:60]!r}")


def reason(error: Exception) -> str:
    """Why an article has no record, for a reader of the list of errors."""
    if isinstance(error, WarextractError):
        return str(error)
    told = " ".join(f"{type(error).__name__}: {error}".split())
    return f"could not be extracted ({told}); please report it with the article"


def attempt(extract: Extract, article: Article) -> Reply:
    """The reply to an article; an error of the extractor costs this article and no other."""
    try:
        return Reply(record=extract(article).to_json())
    except Exception as error:
        # Any fault of a rule or a library, on any text of the world, may end here; the run goes on.
        return Reply(failed=reason(error))


def serve(load: Callable[[], Extract], lines: IO[bytes], replies: IO[bytes]) -> None:
    """Answer every article of ``lines`` by a line of ``replies``, after one for the loading itself."""

    def send(reply: Reply) -> None:
        replies.write(reply.to_line())
        replies.flush()

    try:
        extract = load()
    except WarextractError as error:
        send(Reply(failed=str(error)))
        return
    send(Reply())
    for line in lines:
        if not line.endswith(b"\n"):
            return  # half an article: the parent is dead
        send(attempt(extract, Article.model_validate_json(line)))


def replies_of_this_process() -> IO[bytes]:
    """Standard output, kept for replies: what a library prints goes to standard error from now on."""
    replies = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    return replies


def end_with_parent() -> None:
    """End this process soon after its parent, even in the middle of an article that takes for ever."""
    parent = os.getppid()

    def watch() -> None:
        while os.getppid() == parent:
            time.sleep(1)
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()


def main() -> None:
    """Serve until standard input ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the parent, which ends its workers
    end_with_parent()
    settings = Settings.model_validate_json(sys.argv[1])

    def load() -> Extract:
        extract = settings.load().extract
        gc.freeze()  # rules and word lists stay: the collector need not look at them again with every article
        gc.set_threshold(20_000)  # an article makes many small things, and hardly any of them in circles
        return extract

    try:
        serve(load, sys.stdin.buffer, replies_of_this_process())
    except BrokenPipeError:
        os._exit(1)  # nobody waits for the reply any more


if __name__ == "__main__":
    main()
