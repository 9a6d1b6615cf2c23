"""A file that is there when it is whole, and not before."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from warextract.errors import WarextractError


@contextmanager
def writing_whole(path: Path) -> Iterator[Path]:
    """A place to write a file, which moves to ``path`` when the block ends without error.

    The place lies in a hidden folder beside ``path`` that goes with the block, and all else in it too, so that a run
    cut short destroys no older result. Raises WarextractError when no file can be made there.

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     with writing_whole(Path(folder) / "new" / "day.txt") as place:
    ...         _ = place.write_text("Toretsk fell.", encoding="utf-8")
    ...     (Path(folder) / "new" / "day.txt").read_text("utf-8")
    'Toretsk fell.'
    """
    with naming_what_cannot_be_written(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        folder = Path(tempfile.mkdtemp(dir=path.parent, prefix=f".{path.name}.", suffix=".tmp"))
    try:
        yield folder / path.name
        with naming_what_cannot_be_written(path):
            (folder / path.name).replace(path)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


class TextSink:
    """A text file that is being written."""

    def __init__(self, file: TextIO, path: Path) -> None:
        self._file = file
        self._path = path

    def write(self, text: str) -> None:
        """Add text. Raises WarextractError when it cannot be written."""
        with naming_what_cannot_be_written(self._path):
            self._file.write(text)


@contextmanager
def writing_text(path: Path, encoding: str = "utf-8") -> Iterator[TextSink]:
    """A text file, its line ends as they are written, that is at ``path`` when the block ends without error.

    Raises WarextractError when it cannot be written.
    """
    with writing_whole(path) as place, text_sink(place, path, encoding) as sink:
        yield sink


@contextmanager
def text_sink(place: Path, path: Path, encoding: str = "utf-8") -> Iterator[TextSink]:
    """A text file at ``place``, part of the work on ``path``, which errors name; closed when the block ends."""
    with naming_what_cannot_be_written(path):
        file = place.open("w", encoding=encoding, newline="")
    try:
        yield TextSink(file, path)
    finally:
        with naming_what_cannot_be_written(path):
            file.close()


@contextmanager
def naming_what_cannot_be_written(path: Path) -> Iterator[None]:
    """Raise WarextractError naming ``path`` where the block meets an error of the file system (a full disk)."""
    try:
        yield
    except OSError as error:
        raise WarextractError(f"{path}: cannot be written ({error.strerror}); give another place") from error
