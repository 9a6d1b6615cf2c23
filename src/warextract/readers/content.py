"""What is in a file: its bytes, unpacked if they are gzip, never more of them at a time than a limit."""

import gzip
import io
import sys
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from warextract.errors import ArticleError
from warextract.readers.limits import MAX_BYTES

_MOST_EXPANSION = 200  # text that gzip packs tighter is no text; a bomb reaches 1,000
_HEAD = 64 * 1024  # enough to tell a format by: a whole line of JSON, or what comes before a root
_GZIP = b"\x1f\x8b"


class Content:
    """An open file: ``head`` to tell its format by, and ``stream`` with all its bytes, head included."""

    __slots__ = ("head", "max_bytes", "name", "stream", "suffix", "where")

    def __init__(
        self, where: str, name: str, suffix: str, head: bytes, stream: io.BufferedReader, max_bytes: int = MAX_BYTES
    ) -> None:
        self.where = where  # what messages call it
        self.name = name
        self.suffix = suffix
        self.head = head
        self.stream = stream
        self.max_bytes = max_bytes  # of a document that is read whole: a page, a message, a line of JSON

    def read(self, limit: int | None = None, complaint: str | None = None) -> bytes:
        """All of it, or an ArticleError if that is more than ``limit`` bytes, or more than any file may have."""
        if limit is None or limit > self.max_bytes:
            limit, complaint = self.max_bytes, None
        data = self.stream.read(limit + 1)
        if len(data) > limit:
            size = f"{limit / 1024 / 1024:.3g} MB"
            raise ArticleError(complaint or f"{self.where}: larger than {size}; split it into its articles")
        return data

    def lines(self) -> Iterator[bytes | None]:
        """Its lines with their ends, one in memory at a time; None for one of more bytes than a document may have."""
        limit = self.max_bytes
        while line := self.stream.readline(limit):
            if len(line) < limit or line.endswith(b"\n"):
                yield line
                continue
            while (more := self.stream.readline(limit)) and not more.endswith(b"\n"):
                pass
            yield None


@contextmanager
def opening(
    path: Path, name: str, suffix: str, *, standard_input: bool = False, max_bytes: int = MAX_BYTES
) -> Iterator[Content]:
    """The content of a file, or of standard input.

    Raises ArticleError, here or where it is read, when it cannot be read or unpacked.
    """
    where = "standard input" if standard_input else readable_name(path)
    try:
        file = sys.stdin.buffer if standard_input else path.open("rb")
    except OSError as error:
        raise ArticleError(f"{where}: cannot be read ({error.strerror}); check its rights") from error
    try:
        packed = _Guarded(file, where)
        head = packed.peek()
        if head.startswith(_GZIP):
            plain = _Guarded(gzip.GzipFile(fileobj=packed, mode="rb"), where, packed)
            yield Content(where, name, suffix, plain.peek(), io.BufferedReader(plain), max_bytes)
        else:
            yield Content(where, name, suffix, head, io.BufferedReader(packed), max_bytes)
    finally:
        if not standard_input:
            file.close()


def readable_name(path: Path) -> str:
    """A path as messages call it: bytes of its name that are no UTF-8 are written out."""
    return str(path).encode("utf-8", "backslashreplace").decode()


class _Guarded(io.RawIOBase):
    """Bytes of a file, every fault an ArticleError; those unpacked from ``packed`` within reason."""

    def __init__(self, file: BinaryIO | gzip.GzipFile, where: str, packed: "_Guarded | None" = None) -> None:
        self._file = file
        self._where = where
        self._packed = packed
        self._peeked = b""
        self.passed = 0

    def readable(self) -> bool:
        return True

    def peek(self) -> bytes:
        """The first bytes, which will be read again."""
        while len(self._peeked) < _HEAD and (more := self._take(_HEAD - len(self._peeked))):
            self._peeked += more
        return self._peeked

    def readinto(self, buffer: "bytearray | memoryview") -> int:  # type: ignore[override]
        data, self._peeked = self._peeked[: len(buffer)], self._peeked[len(buffer) :]
        data = data or self._take(len(buffer))
        buffer[: len(data)] = data
        return len(data)

    def _take(self, size: int) -> bytes:
        try:
            data = self._file.read(size)
        except ArticleError:
            raise
        except (EOFError, zlib.error, gzip.BadGzipFile) as error:
            raise ArticleError(f"{self._where}: cannot be unpacked ({error}); compress it again") from error
        except OSError as error:
            raise ArticleError(f"{self._where}: cannot be read ({error.strerror}); check its rights") from error
        self.passed += len(data)
        if self._packed and self.passed > max(MAX_BYTES, _MOST_EXPANSION * self._packed.passed):
            raise ArticleError(
                f"{self._where}: unpacks to more than {_MOST_EXPANSION} times its size, as a gzip bomb does;"
                " unpack it yourself if you trust it"
            )
        return data
