"""The files behind the inputs of a run: files as they are given, folders walked in a stable order."""

import os
import stat
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path, PurePath
from typing import Literal

from warextract.errors import ArticleError
from warextract.readers.formats import LISTED, is_readable, suffix_of, without_suffix

STANDARD_INPUT = Path("-")


@dataclass(frozen=True, slots=True)
class Source:
    """A file to read, and the name that its article goes by, unless it has an identifier of its own.

    ``fault`` is what is already known to be wrong with it: a folder that may not be listed.
    """

    path: Path
    name: str
    fault: str | None = None

    @property
    def is_standard_input(self) -> bool:
        """True for "-", which stands for what is piped in."""
        return self.path == STANDARD_INPUT


def find_sources(
    inputs: Sequence[str | Path], *, without: Collection[Path] = (), globs: Sequence[str] = ()
) -> tuple[Source, ...]:
    """The files behind inputs, in the order given; a folder stands for all article files in it, by path.

    ``-`` is standard input. ``without`` are left out: the files that a run writes may lie in the folder that it
    reads. With ``globs``, a folder stands for its files that match one of them, whatever their suffix:
    ``*.html`` is tried on names, ``2024/*`` on paths inside the folder; without, NAME.json beside NAME.txt is left
    out. Links are followed, each folder is read once. Raises ArticleError when an input does not exist, is no article
    file, or is a folder without any.
    """
    excluded = set(map(_real, without))
    sources = [source for each in inputs for source in _sources_of(Path(each), globs)]
    return tuple(
        source for source in sources if source.is_standard_input or _real(source.path) not in excluded
    )


def _sources_of(path: Path, globs: Sequence[str]) -> list[Source]:
    if path == STANDARD_INPUT:
        return [Source(path, "stdin")]
    try:
        if path.is_dir():
            return _sources_of_folder(path, globs)
        exists = path.exists()
    except PermissionError as error:
        raise ArticleError(f"{error.filename}: cannot be looked at ({error.strerror}); check the rights") from error
    if not exists:
        raise ArticleError(f"{path}: there is no such file or folder; check the path")
    if path.suffix and not is_readable(path):
        raise ArticleError(f"{path}: not a file of articles ({LISTED}, or such a one .gz); convert it")
    return [Source(path, _name(PurePath(path.name)))]


def _sources_of_folder(folder: Path, globs: Sequence[str]) -> list[Source]:
    found = []
    for path, fault in _walk(folder):
        relative = path.relative_to(folder)
        if fault is not None:
            found.append(Source(path, _name(relative), fault))
        elif _is_wanted(relative, globs):
            found.append(Source(path, _name(relative)))
    if not globs:
        found = _without_descriptions(found)
    if not found:
        wanted = f"file that matches {' or '.join(globs)}" if globs else f"file of articles ({LISTED})"
        raise ArticleError(f"{folder}: no {wanted} in it; give the folder of the articles")
    shared = Counter(source.name for source in found)
    return [
        Source(source.path, _encodable(source.path.relative_to(folder).as_posix()), source.fault)
        if shared[source.name] > 1
        else source
        for source in sorted(found, key=lambda source: source.path.relative_to(folder).as_posix())
    ]


def _without_descriptions(found: list[Source]) -> list[Source]:
    """Without each NAME.json beside a NAME.txt (or of another format): it is about that article, and not one itself."""
    articles = {source.name for source in found if suffix_of(source.path) != ".json"}
    return [source for source in found if source.name not in articles or suffix_of(source.path) != ".json"]


def _is_wanted(path: PurePath, globs: Sequence[str]) -> bool:
    if path.name.endswith(".meta.json"):
        return False
    if not globs:
        return is_readable(path)
    return any(fnmatchcase(path.as_posix() if "/" in glob else path.name, glob) for glob in globs)


def _name(path: PurePath) -> str:
    return _encodable(without_suffix(path).as_posix())


def _encodable(name: str) -> str:
    """A name that a record can hold: a file system may know bytes that are no UTF-8."""
    return os.fsencode(name).decode("utf-8", "replace")


def _walk(folder: Path) -> Iterator[tuple[Path, str | None]]:
    """All files below a folder that are not hidden, and what cannot be looked into, with the reason.

    Real folders first, then what links lead to; none twice, and none that the folder itself lies in.
    """
    seen = {_identity(parent) for parent in (folder.resolve(), *folder.resolve().parents)}
    links: list[Path] = []
    pending = [folder]
    while pending or links:
        here = pending.pop() if pending else links.pop(0)
        try:
            if here != folder:
                identity = _identity(here)
                if identity in seen:
                    continue
                seen.add(identity)
            entries = sorted(os.scandir(here), key=lambda entry: entry.name)
        except OSError as error:
            yield here, f"cannot be listed ({error.strerror}); check its rights"
            continue
        for entry in entries:
            path = here / entry.name
            if entry.name.startswith("."):
                continue
            try:
                kind = _kind(entry)
            except PermissionError as error:
                yield path, f"cannot be looked at ({error.strerror}); check the rights of what it leads to"
                continue
            if kind == "file":
                yield path, None
            elif kind == "folder":
                (links if entry.is_symlink() else pending).append(path)


def _kind(entry: "os.DirEntry[str]") -> Literal["file", "folder", "other"]:
    """What it is, or what it leads to; a link to nowhere is tried as a file, so that reading it says so."""
    if not entry.is_symlink():
        return "folder" if entry.is_dir() else "file" if entry.is_file() else "other"
    try:
        mode = entry.stat().st_mode
    except PermissionError:
        raise
    except OSError:
        return "file"
    return "folder" if stat.S_ISDIR(mode) else "file" if stat.S_ISREG(mode) else "other"


def _identity(path: Path) -> tuple[int, int]:
    found = path.stat()
    return found.st_dev, found.st_ino


def _real(path: Path) -> Path:
    """The file that a path leads to; a link that leads in a circle leads to itself."""
    try:
        return path.resolve()
    except (OSError, RuntimeError):
        return path
