"""The documents cannot lag: every block of the README runs, every command and option it names is there."""

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from warextract.cli import app

README = (Path(__file__).parent.parent / "README.md").read_text("utf-8")
PAGES = ("architecture", "exports", "inputs", "runs", "clusters")
DOCUMENTS = ("README.md", "CHANGELOG.md", *(f"docs/{page}.md" for page in PAGES))


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", README, flags=re.DOTALL | re.MULTILINE)


LINES = [line for block in blocks("shell") for line in block.splitlines()]
COMMANDS = [line for line in LINES if line.startswith("warextract ")]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory, root: Path) -> Path:
    """A folder as the README's reader has it: articles/ with some articles in it."""
    folder = tmp_path_factory.mktemp("reader")
    (folder / "articles").mkdir()
    samples = sorted((root / "tests" / "fixtures" / "articles").glob("*.txt"))
    shutil.copy(samples[0], folder / "articles" / "toretsk.txt")
    for sample in samples[1:3]:
        shutil.copy(sample, folder / "articles")
    return folder


@pytest.fixture(scope="module")
def shell(folder: Path) -> dict[str, str]:
    """What each command printed, run in the order of the README: later ones read what earlier ones wrote."""
    path = os.pathsep.join((str(Path(sys.executable).parent), os.environ["PATH"]))
    printed = {}
    for command in COMMANDS:
        environment = os.environ | {"PATH": path}
        done = subprocess.run(
            shlex.split(command),
            cwd=folder,
            env=environment,
            capture_output=True,
            check=False,
            encoding="utf-8",
        )
        complaints = [line for line in done.stderr.splitlines() if line.startswith("warextract:")]
        assert (done.returncode, complaints) == (0, []), command
        printed[command] = done.stdout
    return printed


def test_readme_has_what_is_run() -> None:
    assert len(COMMANDS) >= 7
    assert len(blocks("python")) == 2
    assert {line for line in LINES if line.startswith("make")} == {"make run", "make test"}
    assert set(re.findall(r"^```(\w+)$", README, flags=re.MULTILINE)) == {"shell", "python"}


@pytest.mark.parametrize("command", COMMANDS)
def test_command_of_the_readme_runs(shell: dict[str, str], folder: Path, command: str) -> None:
    written = re.search(r"-o (\S+)", command)
    assert (folder / written[1]).stat().st_size if written else shell[command]


def test_python_of_the_readme_runs_as_a_script(folder: Path) -> None:
    (folder / "script.py").write_text("\n".join(blocks("python")), encoding="utf-8")
    done = subprocess.run([sys.executable, "script.py"], cwd=folder, capture_output=True, check=False, encoding="utf-8")
    (folder / "script.py").unlink()
    assert (done.returncode, done.stderr) == (0, "")
    assert re.search(r"^.*Ukraine.* denies '", done.stdout, flags=re.MULTILINE)
    assert re.search(r"^capture disputed ", done.stdout, flags=re.MULTILINE)
    assert done.stdout.count(" claims\n") == 3


def test_readme_names_every_command() -> None:
    commands = [command.name or command.callback.__name__ for command in app.registered_commands if command.callback]
    assert len(commands) >= 7
    for command in commands:
        assert f"warextract {command} " in README or f"warextract {command}\n" in README
        assert f"| `{command}" in README


def test_readme_names_no_option_that_is_not_there() -> None:
    help_of = {
        name: subprocess.run(
            [sys.executable, "-m", "warextract", *name.split(), "--help"],
            capture_output=True,
            check=True,
            encoding="utf-8",
        ).stdout
        for name in ("", "extract", "show", "export", "report", "rules")
    }
    options = set(re.findall(r"--[a-z]+[a-z-]*", README))
    assert options >= {"--workers", "--published", "--type"}
    assert {option for option in options if not any(option in text for text in help_of.values())} == set()


def test_pip_lines_install_this_project_and_show_its_samples(root: Path) -> None:
    lines = [line for line in LINES if ".venv" in line]
    assert lines[0] == "python3 -m venv .venv"
    assert lines[1].endswith("pip install .")
    assert (root / lines[2].split()[-1]).is_dir()


def test_makefile_has_every_target_that_is_named(root: Path) -> None:
    makefile = (root / "Makefile").read_text("utf-8")
    targets = set(re.findall(r"^([a-z-]+):", makefile, flags=re.MULTILINE))
    named = {
        target
        for name in DOCUMENTS
        for target in re.findall(r"(?:`|^)make ([a-z-]+)", (root / name).read_text("utf-8"), flags=re.MULTILINE)
    }
    assert {"run", "test", "gate", "lint"} <= named
    assert named <= targets
    assert {"lint", "gate", "model", "wheel", "run", "test"} <= targets


@pytest.mark.parametrize("name", DOCUMENTS)
def test_links_lead_somewhere(root: Path, name: str) -> None:
    page = root / name
    links = [link for link in re.findall(r"\]\(([^)#]+)", page.read_text("utf-8")) if "://" not in link]
    for link in links:
        assert (page.parent / link).exists(), link
