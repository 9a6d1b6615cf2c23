"""The public corpora of the recipe: listed in sources.toml, checked by checksum, read as text."""

from __future__ import annotations

import hashlib
import lzma
import tomllib
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Source:
    """One corpus file: its public repository and commit, licence, use (train, tune or test) and sha256."""

    name: str
    file: str
    repository: str
    commit: str
    licence: str
    use: str
    sha256: str


def listed() -> dict[str, Source]:
    """All sources of sources.toml by name."""
    table = tomllib.loads((HERE / "sources.toml").read_text(encoding="utf-8"))
    return {entry["name"]: Source(**entry) for entry in table["source"]}


def read(corpora: Path, name: str) -> str:
    """The text of one source, unpacked if need be; raises ValueError if it is not the listed version."""
    source = listed()[name]
    plain, packed = corpora / source.file, corpora / f"{source.file}.xz"
    if plain.exists():
        data = plain.read_bytes()
    elif packed.exists():
        data = lzma.decompress(packed.read_bytes())
    else:
        raise FileNotFoundError(
            f"{source.file}(.xz) is not in {corpora}: fetch it from {source.repository} at {source.commit}"
        )
    if hashlib.sha256(data).hexdigest() != source.sha256:
        raise ValueError(f"{source.file} in {corpora} is not the version of {source.commit} (sha256 differs)")
    return data.decode("utf-8")


def check_all(corpora: Path) -> None:
    """Read every listed source once, so that a wrong file stops the build at its start."""
    for name in listed():
        read(corpora, name)
