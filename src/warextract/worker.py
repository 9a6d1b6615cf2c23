"""One article through an extractor, here or in a process of its own, with whatever goes wrong as a value.

A worker process speaks JSON lines: it gets an article a line and answers each with a reply a line, the first
of all saying that it is ready. It is started as ``python -m warextract.worker SETTINGS``.
"""

import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import IO, TYPE_CHECKING, Self, TypeAlias

from pydantic import BaseModel, ConfigDict, model_validator

from warextract.article import Article
from warextract.errors import WarextractError
from warextract.records import ArticleRecord

if TYPE_CHECKING:
    from warextract.extractor import Extractor

Extract: TypeAlias = Callable[[Article], ArticleRecord]


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


class Reply(BaseModel):
    """What becomes of an article (or of a start): a record, or why there is none; neither means "ready"."""

    model_config = ConfigDict(frozen=True)

    record: ArticleRecord | None = None
    failed: str | None = None

    @model_validator(mode="after")
    def _not_both(self) -> Self:
        if self.record is not None and self.failed is not None:
            raise ValueError("a reply holds a record or a failure, not both")
        return self


def attempt(extract: Extract, article: Article) -> Reply:
    """The reply to an article; an error of the extractor costs this article and no other."""
    try:
        return Reply(record=extract(article))
    except WarextractError as error:
        return Reply(failed=str(error))
    except Exception as error:
        # Any fault of a rule or a library, on any text of the world, may end here; the run goes on.
        reason = " ".join(f"{type(error).__name__}: {error}".split())
        return Reply(failed=f"could not be extracted ({reason}); please report it with the article")


def serve(load: Callable[[], Extract], lines: IO[bytes], replies: IO[bytes]) -> None:
    """Answer every article of ``lines`` by a line of ``replies``, after one for the loading itself."""

    def send(reply: Reply) -> None:
        replies.write(reply.model_dump_json(by_alias=True).encode() + b"\n")
        replies.flush()

    try:
        extract = load()
    except WarextractError as error:
        send(Reply(failed=str(error)))
        return
    send(Reply())
    for line in lines:
        send(attempt(extract, Article.model_validate_json(line)))


def replies_of_this_process() -> IO[bytes]:
    """Standard output, kept for replies: what a library prints goes to standard error from now on."""
    replies = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    return replies


def main() -> None:
    """Serve until standard input ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the parent, which ends its workers
    settings = Settings.model_validate_json(sys.argv[1])
    serve(lambda: settings.load().extract, sys.stdin.buffer, replies_of_this_process())


if __name__ == "__main__":
    main()
