"""kill -9 and full disks: gone on with, a run ends with the bytes of an undisturbed one. The stub works, not spaCy."""

import json
import os
import random
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from warextract.batch import AHEAD

STUB_RUN = Path(__file__).parent / "support" / "stub_run.py"
PATIENCE = 120.0  # seconds until a run that does not move is one that hangs


@dataclass(frozen=True, slots=True)
class Run:
    """A command on files of one folder."""

    inputs: Path
    output: Path

    @property
    def partial(self) -> Path:
        """The records so far."""
        return self.output.with_name(self.output.name + ".partial")

    def start(self, *options: str, limit: int | None = None) -> "subprocess.Popen[str]":
        """The command, begun; its files may grow to ``limit`` bytes."""
        command = [sys.executable, str(STUB_RUN), "extract", str(self.inputs), "-q", "-o", str(self.output), *options]
        sizes = (resource.RLIM_INFINITY if limit is None else limit, resource.RLIM_INFINITY)
        return subprocess.Popen(
            command,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, sizes),  # noqa: PLW1509 (no thread here)
        )

    def complete(self, *options: str, limit: int | None = None) -> str:
        """What the command says on standard error; its code must be 1, for the inputs hold bad articles."""
        process = self.start(*options, limit=limit)
        told = process.communicate(timeout=PATIENCE)[1]
        assert process.returncode == 1, told
        return told

    def results(self) -> tuple[bytes, bytes]:
        """Records and failures; no other file may be left."""
        files = {path.name: path.read_bytes() for path in self.output.parent.iterdir()}
        assert files.keys() == {"r.jsonl", "r.jsonl.errors.jsonl"}
        return files["r.jsonl"], files["r.jsonl.errors.jsonl"]


@pytest.fixture(scope="module")
def inputs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """300 articles, in files and in lines, one in ten of them bad."""
    folder = tmp_path_factory.mktemp("in")
    for number in range(100):
        bad = ("", "FAIL", "DIE" if number == 23 else "\0")[number // 10 % 3]
        text = bad if number % 10 == 3 else f"NAP {number} “é”"
        (folder / f"{number:03}.txt").write_text(text, encoding="utf-8")
    lines = [f"NAP {number}" if number % 10 else "FAIL" for number in range(200)]
    archive = "".join(json.dumps({"id": str(number), "text": text}) + "\n" for number, text in enumerate(lines))
    (folder / "050.jsonl").write_text(archive, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def undisturbed(inputs: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[bytes, bytes]:
    run = Run(inputs, tmp_path_factory.mktemp("undisturbed") / "r.jsonl")
    run.complete()
    records, failures = run.results()
    assert (records.count(b"\n"), failures.count(b"\n")) == (270, 30)
    return records, failures


@pytest.fixture
def run(inputs: Path, tmp_path: Path) -> Run:
    return Run(inputs, tmp_path / "r.jsonl")


def wait_for(condition: Callable[[], bool], process: "subprocess.Popen[str]") -> None:
    """Wait until it holds or the process has ended."""
    end = time.monotonic() + PATIENCE
    while not condition() and process.poll() is None:
        assert time.monotonic() < end, "nothing moves"
        time.sleep(0.005)


def size(path: Path) -> int:
    return path.stat().st_size if path.exists() else 0


def children(process: int) -> list[int]:
    """The processes that a process has started and that still run."""
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            state, parent = stat.read_text("utf-8", errors="replace").rpartition(")")[2].split()[:2]
        except OSError:
            continue
        if int(parent) == process and state != "Z":
            found.append(int(stat.parent.name))
    return found


@pytest.mark.parametrize("seed", [1, *(pytest.param(seed, marks=pytest.mark.slow) for seed in (2, 3, 4))])
def test_run_killed_ten_times(run: Run, undisturbed: tuple[bytes, bytes], seed: int) -> None:
    chance = random.Random(seed)
    whole, reached, met_midway = len(undisturbed[0]), 0, 0
    for number in range(10):
        process = run.start("--resume", "--workers", str(1 + number % 3))
        if number % 5 == 4:
            time.sleep(chance.uniform(0, 0.8))  # whenever it may be: while it starts, too
        else:
            target = reached + chance.randrange(1, whole // 10)
            wait_for(lambda: size(run.partial) >= target, process)  # noqa: B023 (used at once)
        met_midway += process.poll() is None and 0 < size(run.partial) < whole
        process.kill()
        process.communicate(timeout=PATIENCE)
        reached = size(run.partial)
    assert met_midway >= 6
    run.complete("--resume", "--workers", "2")
    assert run.results() == undisturbed


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="finds the workers by /proc")
@pytest.mark.parametrize(("workers", "times"), [(1, 10), (2, 5)])
def test_workers_killed_again_and_again(run: Run, undisturbed: tuple[bytes, bytes], workers: int, times: int) -> None:
    chance, enough = random.Random(7), (AHEAD * workers + 2) * len(undisturbed[0]) // 270
    process, killed = run.start("--workers", str(workers)), 0
    wait_for(lambda: size(run.partial) > 0, process)
    for _ in range(times):
        if not (running := children(process.pid)):
            break
        os.kill(chance.choice(running), signal.SIGKILL)
        killed += 1
        # Twice over one article is once too often: wait until all that were in hand are done.
        in_hand = size(run.partial) + enough
        wait_for(lambda: size(run.partial) >= in_hand, process)  # noqa: B023 (used at once)
        time.sleep(chance.uniform(0, 0.05))
    told = process.communicate(timeout=PATIENCE)[1]
    assert (process.returncode, killed) == (1, times), told
    assert run.results() == undisturbed


def test_workers_end_with_a_run_that_is_killed(run: Run) -> None:
    process = run.start("--workers", "2")
    wait_for(lambda: size(run.partial) > 0, process)
    workers = children(process.pid)
    assert len(workers) == 2
    process.kill()
    process.communicate(timeout=PATIENCE)
    end = time.monotonic() + PATIENCE
    while any(is_running(worker) for worker in workers):
        assert time.monotonic() < end, "a worker outlives its run"
        time.sleep(0.05)


def is_running(process: int) -> bool:
    try:
        return Path(f"/proc/{process}/stat").read_text("utf-8", errors="replace").rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


@pytest.mark.parametrize(
    "limit", [0, 5_000, *(pytest.param(limit, marks=pytest.mark.slow) for limit in (300, 20_000, 60_000))]
)
def test_full_disk_is_told_and_costs_nothing(run: Run, undisturbed: tuple[bytes, bytes], limit: int) -> None:
    assert limit < len(undisturbed[0])
    told = run.complete(limit=limit)
    assert "cannot be written (File too large); make room or give another place" in told
    assert "Traceback" not in told
    assert not run.output.exists()
    run.complete("--resume", limit=limit + 2_000)
    run.complete("--resume")
    assert run.results() == undisturbed


def test_full_disk_under_standard_output_is_told(inputs: Path) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("needs /dev/full")
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, str(STUB_RUN), "extract", str(inputs), "-q"],
            stdout=full,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            check=False,
            timeout=PATIENCE,
        )
    assert done.returncode == 1
    (told,) = done.stderr.splitlines()
    assert told.startswith("warextract: output: cannot be written (No space left on device)")
