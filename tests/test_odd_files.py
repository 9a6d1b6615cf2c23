"""Whatever lies in a folder costs itself at most: every file is a record or a line of the file of failures."""

import gzip
import json
import os
import random
import re
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

STUB_RUN = Path(__file__).parent / "support" / "stub_run.py"
MB = 1024 * 1024
RANDOM = random.Random(3).randbytes(4096)
BINARY, BLANK, LONG = "looks like a binary file", "there is no text in it", "longer than"

GOOD: dict[str, bytes] = {
    "900,000 characters in a line.txt": b"word " * 180_000,
    "a million quotation marks.txt": b'"' * 1_000_000,
    "byte order mark.txt": "\ufeffKyiv denied it.".encode(),
    "carriage returns.txt": b"Kyiv\r\rdenied\r\nit.",
    "left and right.txt": "نفت موسكو \u200f\u202bالهجوم\u202c على كييف, נפט.".encode(),
    "name with 'quotes', \"double\" ones and spaces.txt": b"Kyiv denied it.",
    "name with a\nline feed.txt": b"Kyiv denied it.",
    "null escaped.jsonl": b'{"text": "Kyiv \\u0000 denied it."}\n',
    "odd spaces.txt": "Kyiv\u2028denied\u2029it\u0085now\x0b\x0c\x1c\x1f\u3000\ufeff.".encode(),
    "ünïcödé 名.txt": "Kyiv denied it. \U0001f600 e\u0301 \u200d".encode(),
    "-o.txt": b"Kyiv denied it.",
    "[bold]markup[bold].txt": b"Kyiv denied it.",
}
BAD: dict[str, tuple[bytes, str]] = {
    "50 MB.txt": (b"word " * (10 * MB), LONG),
    "50 MB in a line.jsonl": (b'{"text": "' + b"word " * (10 * MB) + b'"}\n', LONG),
    "a million and one characters.txt": (b"." * 1_000_001, LONG),
    "blank.txt": ("\n \t\u2028\n".encode(), BLANK),
    "bracket\nand bracket.jsonl": (b"[" * 100_000 + b"\n", "not JSON"),
    "cut short.txt.gz": (gzip.compress(RANDOM)[:-20], "cannot be unpacked"),
    "empty.txt": (b"", BLANK),
    "gzip in name only.jsonl.gz": (b'{"text"', "not JSON"),
    "half a pair.jsonl": (b'{"text": "Kyiv \\ud800 denied it."}\n', "half of a surrogate pair"),
    "null.txt": (b"Kyiv \0 denied it.", BINARY),
    "picture.txt": (b"\x89PNG\r\n\x1a\n" + RANDOM, BINARY),
    "random.txt": (RANDOM, BINARY),
    "stumble.txt": (b"FAIL", "please report it with the article"),
    "death.txt": (b"DIE", "the worker process died over it"),
}


def link(target: str) -> Callable[[Path], None]:
    return lambda path: path.symlink_to(target)


ODD: dict[str, tuple[Callable[[Path], None], str]] = {
    "leads nowhere.txt": (link("nowhere.txt"), "cannot be read (No such file or directory)"),
    "leads to itself.txt": (link("leads to itself.txt"), "cannot be read (Too many levels of symbolic links)"),
    "memory.txt": (link("/proc/self/mem"), "cannot be read (Input/output error)"),
    "unreadable.txt": (lambda path: path.touch(0o000), BLANK if os.geteuid() == 0 else "Permission denied"),
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("odd")
    for name, data in {**GOOD, **{name: data for name, (data, _) in BAD.items()}}.items():
        (folder / name).write_bytes(data)
    for name, (make, _) in ODD.items():
        make(folder / name)
    os.mkfifo(folder / "named pipe.txt")  # nobody will ever write to it
    (folder / "around").mkdir()
    (folder / "around" / "and around").symlink_to("..")
    (folder / "around" / "itself").symlink_to("itself")
    (folder / "around" / "inside.txt").write_text("Kyiv denied it.", encoding="utf-8")
    return folder


def run(*arguments: str | Path) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, str(STUB_RUN), "extract", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, check=False, encoding="utf-8", timeout=300)


def json_lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_bytes().splitlines()]


def test_every_odd_file_is_a_record_or_a_failure(folder: Path, tmp_path: Path) -> None:
    done = run(folder, "-o", tmp_path / "r.jsonl", "--workers", "2")
    assert (done.returncode, done.stdout) == (1, ""), done.stderr
    records = [Path(record["article"]["path"]) for record in json_lines(tmp_path / "r.jsonl")]
    wanted = {name: complaint for name, (_, complaint) in {**BAD, **ODD}.items()}
    failures = {Path(failure["path"]).name: failure for failure in json_lines(tmp_path / "r.jsonl.errors.jsonl")}
    assert [path.relative_to(folder).as_posix() for path in records] == sorted([*GOOD, "around/inside.txt"])
    assert list(failures) == sorted(wanted)
    for name, complaint in wanted.items():
        assert complaint in failures[name]["message"]
        assert failures[name]["message"].startswith(str(folder / name))
    assert {failures[name]["kind"] for name in wanted} == {"unreadable", "failed", "died"}
    told = [line for line in done.stderr.splitlines() if line.startswith("warextract: ")]
    assert len(told) == len(wanted)


def test_name_that_is_no_text_costs_its_file(tmp_path: Path) -> None:
    try:
        (tmp_path / os.fsdecode(b"a\xff.txt")).write_bytes(b"Kyiv denied it.")
    except OSError:
        pytest.skip("this file system wants names in UTF-8")
    (tmp_path / "b.txt").write_bytes(b"Kyiv denied it.")
    output = tmp_path / "out" / "r.jsonl"
    done = run(tmp_path, "-o", output)
    assert done.returncode == 1
    assert [record["article"]["id"] for record in json_lines(output)] == ["b"]
    (failure,) = json_lines(output.with_name("r.jsonl.errors.jsonl"))
    assert failure["path"] == str(tmp_path / "a") + "\\udcff.txt"


def test_files_of_many_articles_may_be_large(tmp_path: Path) -> None:
    line = json.dumps({"text": "word " * 180_000}) + "\n"
    (tmp_path / "large.jsonl").write_text(line * 56, encoding="utf-8")
    assert (tmp_path / "large.jsonl").stat().st_size > 48 * MB
    done = run(tmp_path / "large.jsonl", "-o", tmp_path / "r.jsonl")
    assert done.returncode == 0, done.stderr
    assert len(json_lines(tmp_path / "r.jsonl")) == 56


@pytest.mark.slow
def test_ten_thousand_files_one_in_a_hundred_broken(tmp_path: Path) -> None:
    inputs = tmp_path / "in"
    broken = (b"", b"\0", RANDOM, b"FAIL")
    for number in range(10_000):
        folder = inputs / f"{number // 500:02}"
        folder.mkdir(parents=True, exist_ok=True)
        bad = number % 100 == 17
        data = broken[number // 100 % 4] if bad else f"Kyiv denied it for the {number}th time.".encode()
        (folder / f"{number:05}.txt").write_bytes(data)
    done = run(inputs, "-o", tmp_path / "r.jsonl", "--workers", "2", "--summary", tmp_path / "s.json")
    assert done.returncode == 1
    good = [f"{number // 500:02}/{number:05}" for number in range(10_000) if number % 100 != 17]
    assert [record["article"]["id"] for record in json_lines(tmp_path / "r.jsonl")] == good
    failures = json_lines(tmp_path / "r.jsonl.errors.jsonl")
    assert [Path(failure["path"]).stem for failure in failures] == [f"{n:05}" for n in range(17, 10_000, 100)]
    summary = json.loads((tmp_path / "s.json").read_text("utf-8"))
    assert (summary["articles"], summary["failures"]) == (10_000, {"unreadable": 75, "failed": 25})


def peak_memory(count: int, folder: Path) -> int:
    """Bytes that a run over so many articles holds at most, its workers not counted."""
    articles = folder / f"{count}.jsonl"
    with articles.open("w", encoding="utf-8") as file:
        for number in range(count):
            file.write(json.dumps({"text": f"Kyiv denied it for the {number}th time. " * 50}) + "\n")
    process = subprocess.Popen(
        [sys.executable, str(STUB_RUN), "extract", str(articles), "-q", "-o", str(folder / f"{count}.out.jsonl")]
    )
    peak = 0
    while process.poll() is None:
        # What wait4 tells is no less than the memory of the process that forked: this one.
        told = re.search(r"VmHWM:\s+(\d+) kB", Path(f"/proc/{process.pid}/status").read_text("utf-8"))
        peak = max(peak, int(told[1]) * 1024 if told else 0)
        time.sleep(0.02)
    assert process.returncode == 0
    return peak


@pytest.mark.slow
@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="asks /proc for the memory")
def test_memory_grows_by_no_more_than_is_remembered_for_near_copies(tmp_path: Path) -> None:
    few, many = peak_memory(500, tmp_path), peak_memory(10_000, tmp_path)
    assert few > 20 * MB
    assert (many - few) / 9_500 < 5_000  # bytes an article, up to the KEEP articles that are remembered
