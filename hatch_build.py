"""Build hook: wheels carry the modules that every article passes through also as machine code, by mypyc.

The records are the same, byte for byte, and rules and mentions are read in little more than half the time. Compiling
takes a C compiler and two or three minutes. WAREXTRACT_COMPILE says what is wanted: ``auto`` compiles where that is
possible and says so where it is not, ``always`` fails where it is not, ``never`` leaves it. An editable install is
never compiled: the compiled modules would stand before the sources that somebody edits.
"""

import contextlib
import os
import shutil
import sys
import sysconfig
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

VARIABLE = "WAREXTRACT_COMPILE"
WAYS = ("auto", "always", "never")
_MYPY = ("--config-file=", "--ignore-missing-imports", "--follow-imports=silent", "--explicit-package-bases")


class CompiledWheel(BuildHookInterface[Any]):
    """Compiles the modules that ``pyproject.toml`` names for this hook into the wheel."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Add the compiled modules to a wheel. Raises SystemExit where they are asked for and cannot be made."""
        way = os.environ.get(VARIABLE, "auto")
        if way not in WAYS:
            sys.exit(f"{VARIABLE} is {way!r}: set it to one of {', '.join(WAYS)}, or unset it")
        if version == "editable" or way == "never":
            return
        if (reason := _hindrance()) is None:
            reason = self._compile(build_data)
        if reason is None:
            return
        if way == "always":
            sys.exit(f"the modules were not compiled: {reason} ({VARIABLE}=auto builds a wheel without)")
        self.app.display_warning(f"the modules were not compiled: {reason}; the wheel reads the same, and slower")

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:  # noqa: ARG002
        """Remove what the compiler left."""
        if (folder := getattr(self, "_folder", None)) is not None:
            shutil.rmtree(folder, ignore_errors=True)

    def _compile(self, build_data: dict[str, Any]) -> str | None:
        """Compile, and put what came out into the wheel; what hindered it, or None."""
        self._folder = Path(tempfile.mkdtemp(prefix="warextract-build-"))
        modules = _modules(Path(self.root), self.config["compile"], self.config["leave"])
        try:
            found = _built(Path(self.root), modules, self._folder)
        except (Exception, SystemExit) as error:  # mypy and setuptools end in both ways
            return f"mypyc or the C compiler failed ({type(error).__name__}: {error})"
        build_data["force_include"] |= {str(path): path.relative_to(self._folder / "lib").as_posix() for path in found}
        build_data["pure_python"] = False
        build_data["infer_tag"] = True
        return None


def _hindrance() -> str | None:
    """Why nothing can be compiled here, or None."""
    if sys.implementation.name != "cpython":
        return f"mypyc compiles for CPython, and this is {sys.implementation.name}"
    if os.name == "nt":
        return None  # setuptools looks for Microsoft's compiler by itself
    compiler = (os.environ.get("CC") or sysconfig.get_config_var("CC") or "cc").split()[0]
    if shutil.which(compiler) is None:
        return f"there is no C compiler, {compiler!r}"
    header = Path(sysconfig.get_path("include")) / "Python.h"
    return None if header.is_file() else f"there is no {header}: install the header files of this Python"


def _modules(root: Path, patterns: list[str], left: list[str]) -> list[str]:
    """The modules to compile, as paths from the root of the project, in a stable order."""
    chosen = {path.relative_to(root).as_posix() for pattern in patterns for path in root.glob(pattern)}
    without = {path.relative_to(root).as_posix() for pattern in left for path in root.glob(pattern)}
    return sorted(chosen - without)


def _built(root: Path, modules: list[str], folder: Path) -> list[Path]:
    """Compile the modules into ``folder/lib`` and return what was made."""
    from mypyc.build import mypycify  # noqa: PLC0415 (only where something is compiled)
    from setuptools import Distribution  # noqa: PLC0415

    os.environ["MYPYPATH"] = "src"  # a build has a process of its own
    with contextlib.chdir(root):
        extensions = mypycify(
            [*_MYPY, *modules],
            group_name="warextract",
            multi_file=True,
            opt_level="s",  # -Os: as fast as -O3 here, in half the time and 1 MB less
            debug_level="0",
            target_dir=str(folder / "c"),
        )
        command = Distribution({"name": "warextract", "ext_modules": extensions}).get_command_obj("build_ext")
        command.build_lib, command.build_temp = str(folder / "lib"), str(folder / "objects")
        command.parallel = os.cpu_count()
        command.ensure_finalized()
        command.run()
    return sorted(path for path in (folder / "lib").rglob("*") if path.suffix in (".so", ".pyd"))
