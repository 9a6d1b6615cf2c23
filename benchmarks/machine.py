"""What a measurement was made on, without names of hosts, people or folders."""

import os
import platform
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from warextract.compiled import is_compiled

LIBRARIES = ("warextract", "spacy", "thinc", "numpy", "pydantic", "dateparser", "textacy")


def described() -> dict[str, object]:
    """Processor, memory, system and library versions of this machine, and whether it ran the compiled package."""
    return {
        "cores": os.cpu_count(),
        "processor": _processor(),
        "memory_gb": _memory(),
        "system": f"{platform.system()} {platform.machine()}",
        "python": platform.python_version(),
        "compiled": is_compiled(),
        "libraries": {name: found for name in LIBRARIES if (found := _version(name)) is not None},
    }


def load() -> float | None:
    """How many processes wanted a core in the last minute; None where the system does not tell."""
    try:
        return round(os.getloadavg()[0], 1)
    except (AttributeError, OSError):
        return None


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text("utf-8").splitlines()
    except OSError:
        return platform.processor()
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.processor()


def _memory() -> float | None:
    try:
        return round(os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE") / 2**30, 1)
    except (AttributeError, ValueError, OSError):
        return None


def _version(library: str) -> str | None:
    try:
        return version(library)
    except PackageNotFoundError:
        return None
