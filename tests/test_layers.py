"""Who may import whom: the contracts of pyproject.toml, which docs/architecture.md shows."""

import re
import subprocess
import sys
import tomllib
from pathlib import Path


def test_every_module_imports_only_what_is_below_it(root: Path) -> None:
    program = "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports(no_cache=True))"
    done = subprocess.run([sys.executable, "-c", program], cwd=root, capture_output=True, check=False, encoding="utf-8")
    assert done.returncode == 0, done.stdout + done.stderr
    assert re.search(r"[1-9]\d* kept, 0 broken", done.stdout)


def test_architecture_shows_the_layers_that_are_checked(root: Path) -> None:
    configuration = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))
    contracts = configuration["tool"]["importlinter"]["contracts"]
    (checked,) = [contract["layers"] for contract in contracts if contract["type"] == "layers"]
    page = (root / "docs" / "architecture.md").read_text("utf-8")
    (block,) = re.findall(r"```layers\n(.*?)```", page, flags=re.DOTALL)
    shown = [re.split(r" {2,}", line)[0] for line in block.splitlines() if not line.startswith(" ")]
    assert shown == checked
