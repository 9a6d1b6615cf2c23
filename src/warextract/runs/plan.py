"""What a run is of: only a run of the same plan can go on where another was interrupted."""

import hashlib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict

from warextract.errors import WarextractError
from warextract.readers import Source
from warextract.worker import Settings


class Plan(BaseModel):
    """The inputs and the options that the records depend on; the number of workers is not among them."""

    model_config = ConfigDict(frozen=True)

    version: str
    inputs: int
    inputs_digest: str
    options: dict[str, str] = {}

    def differences(self, now: "Plan") -> list[str]:
        """What is not the same any more, for a reader.

        >>> plan = Plan(version="1.0", inputs=2, inputs_digest="ab", options={"published": "2025-02-07"})
        >>> plan.differences(plan.model_copy(update={"options": {}}))
        ["published was '2025-02-07' and is now not given"]
        """
        found = []
        if self.version != now.version:
            found.append(f"warextract was {self.version} and is now {now.version}")
        if self.inputs != now.inputs:
            found.append(f"there {_files(self.inputs)} and are now {now.inputs:,}")
        elif self.inputs_digest != now.inputs_digest:
            found.append("the input files have other names or sizes")
        for name in sorted(self.options.keys() | now.options.keys()):
            before, after = self.options.get(name), now.options.get(name)
            if before != after:
                found.append(f"{name} was {_told(before)} and is now {_told(after)}")
        return found


def plan_of(
    sources: Iterable[Source],
    settings: Settings,
    *,
    options: Mapping[str, Any] | None = None,
    option_files: Mapping[str, Path | None] | None = None,
) -> Plan:
    """The plan of a run over the sources; of ``option_files``, as of rules and gazetteers, the content counts.

    Raises WarextractError when one of those files cannot be read.
    """
    from warextract import __version__  # noqa: PLC0415 (the package's own face, filled when it is first asked)

    digest, count = hashlib.sha256(), 0
    for count, source in enumerate(sources, start=1):  # noqa: B007
        digest.update(f"{str(source.path)!r} {_size(source.path)}\n".encode())
    told = {name: str(value) for name, value in (options or {}).items() if value is not None}
    files = [(name, path) for name, path in (option_files or {}).items() if path is not None]
    files += [(f"rules {path}", Path(path)) for path in settings.extra_rules]
    files += [(f"gazetteer {path}", Path(path)) for path in settings.extra_gazetteer]
    told |= {name: _content(path) for name, path in files}
    if settings.model is not None:
        told["model"] = settings.model
    return Plan(version=__version__, inputs=count, inputs_digest=digest.hexdigest(), options=told)


def _files(count: int) -> str:
    return "was 1 input file" if count == 1 else f"were {count:,} input files"


def _told(value: str | None) -> str:
    return "not given" if value is None else repr(value)


def _size(path: Path) -> int:
    """Bytes of a file; -1 for what is none, such as standard input."""
    try:
        return path.stat().st_size
    except OSError:
        return -1


def _content(path: Path) -> str:
    try:
        return f"{path}, sha256 {hashlib.sha256(path.read_bytes()).hexdigest()[:16]}"
    except OSError as error:
        raise WarextractError(f"{path}: cannot be read ({error.strerror}); check the path") from error
