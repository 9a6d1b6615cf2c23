"""What processes cost: two workers beside one, the memory of long runs, the time until the first record.

Memory and processor time of workers are read where Linux tells them.
"""

import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from made_articles import made_articles, read_samples

_TICKS = os.sysconf("SC_CLK_TCK") if hasattr(os, "sysconf") else 100


def scaling(folder: Path, articles: int = 200, rounds: int = 3) -> dict[str, Any]:
    """Two workers beside one on the same articles, in turn, from the first answer to the last.

    ``speed_up`` is that of the clock, which two idle cores are needed for: ``cores_had`` says how many cores the
    processes had while they ran. ``work_kept`` is what two workers get done in a second of a processor (theirs and the
    parent's) beside one, which other work on the machine disturbs less.
    """
    pairs = [(_rate(folder, articles, 1), _rate(folder, articles, 2)) for _ in range(rounds)]
    return {
        "articles": articles,
        "rounds": rounds,
        "speed_up": _spread([two["per_second"] / one["per_second"] for one, two in pairs]),
        "work_kept": _spread([two["per_cpu_second"] / one["per_cpu_second"] for one, two in pairs]),
        "cores_had": {
            "one": _spread([one["cores"] for one, _ in pairs]),
            "two": _spread([two["cores"] for _, two in pairs]),
        },
    }


def _rate(folder: Path, number: int, workers: int) -> dict[str, float]:
    from warextract.article import Article  # noqa: PLC0415 (start-up is measured before anything is loaded)
    from warextract.batch import AHEAD, run_apart  # noqa: PLC0415
    from warextract.pool import WorkerPool, worker_command  # noqa: PLC0415
    from warextract.worker import Settings  # noqa: PLC0415

    given = [Article.model_validate(each) for each in made_articles(number, read_samples())]
    with WorkerPool(worker_command(Settings()), workers) as pool:
        for _ in run_apart(given[: 8 * workers], pool, ahead=workers * AHEAD):
            pass  # loads the extractors
        children = _children(os.getpid())
        cpu, begun = _cpu(children) + time.process_time(), time.perf_counter()
        with (folder / "records.jsonl").open("w", encoding="utf-8") as file:
            for finished in run_apart(given, pool, ahead=workers * AHEAD):
                file.write(f"{finished.outcome}\n")
        seconds = time.perf_counter() - begun
        spent = _cpu(children) + time.process_time() - cpu
    words = sum(len(article.text.split()) for article in given)
    return {"per_second": words / seconds, "per_cpu_second": words / spent, "cores": spent / seconds}


def long_run(folder: Path, articles: int, paragraphs: tuple[int, int] = (3, 9), workers: int = 2) -> dict[str, Any]:
    """``warextract extract`` of so many made articles: its summary, and the most memory that it held, all processes
    together (pages that they share counted in each).
    """
    source, summary = folder / f"{articles}.jsonl", folder / f"{articles}.summary.json"
    with source.open("w", encoding="utf-8") as file:
        for article in made_articles(articles, read_samples(), paragraphs=paragraphs):
            file.write(json.dumps(article, ensure_ascii=False) + "\n")
    command = [
        sys.executable, "-m", "warextract", "extract", str(source), "-o", str(folder / f"{articles}.records.jsonl"),
        "--workers", str(workers), "--summary", str(summary), "--quiet",
    ]  # fmt: skip
    process = subprocess.Popen(command)
    most = max(_memories(process), default=0)
    if process.returncode:
        raise SystemExit(f"{articles} articles: the run ended with code {process.returncode}")
    told = json.loads(summary.read_text("utf-8"))
    kept = ("articles", "records", "failures", "duplicates", "words", "seconds", "words_per_second")
    return {"workers": workers, "peak_mb": round(most / 2**20), **{key: told[key] for key in kept}}


def start_up(folder: Path, rounds: int = 5) -> dict[str, Any]:
    """Seconds until things are there, in fresh processes: the import, ``--help``, the first record; the least of
    several, on the clock and on the processor's.
    """
    article = folder / "article.txt"
    article.write_text(next(made_articles(1, read_samples()))["text"], encoding="utf-8")
    extract = ["-m", "warextract", "extract", str(article), "-o", str(folder / "first.jsonl"), "--quiet"]
    inside = "import warextract; warextract.extract('Rebels took the town.', published='2025-03-04')"
    asked = {
        "import": ["-c", "import warextract"],
        "help": ["-m", "warextract", "--help"],
        "first_record_in_python": ["-c", inside],
        "first_record_of_the_command": extract,
    }
    bare = min(_timed(["-c", "pass"]) for _ in range(rounds))
    found = {name: min(_timed(arguments) for _ in range(rounds)) for name, arguments in asked.items()}
    found["import"] = (found["import"][0] - bare[0], found["import"][1] - bare[1])
    return {name: {"seconds": round(each[0], 3), "cpu_seconds": round(each[1], 3)} for name, each in found.items()}


def _timed(arguments: list[str]) -> tuple[float, float]:
    """Seconds of the clock and of processors that a fresh interpreter takes, its children's too."""
    before, begun = os.times(), time.perf_counter()
    subprocess.run([sys.executable, *arguments], check=True, stdout=subprocess.DEVNULL)
    after = os.times()
    cpu = after.children_user + after.children_system - before.children_user - before.children_system
    return time.perf_counter() - begun, cpu


def _memories(process: subprocess.Popen[bytes]) -> Iterator[int]:
    """Bytes that a process and its children hold, again and again until it ends."""
    while process.poll() is None:
        yield sum(map(_resident, (process.pid, *_children(process.pid))))
        time.sleep(0.2)


def _resident(process: int) -> int:
    try:
        return int(Path(f"/proc/{process}/statm").read_text("ascii").split()[1]) * os.sysconf("SC_PAGE_SIZE")
    except (OSError, IndexError):
        return 0  # it has ended meanwhile


def _children(process: int) -> list[int]:
    found: list[int] = []
    for task in Path(f"/proc/{process}/task").glob("*/children"):
        try:
            found += map(int, task.read_text("ascii").split())
        except OSError:
            continue
    return found


def _cpu(processes: list[int]) -> float:
    """Seconds of processors that processes have had."""
    spent = 0.0
    for process in processes:
        fields = Path(f"/proc/{process}/stat").read_text("utf-8").rpartition(")")[2].split()
        spent += (int(fields[11]) + int(fields[12])) / _TICKS
    return spent


def _spread(values: list[float]) -> dict[str, float]:
    middle = statistics.median(values)
    return {"median": round(middle, 2), "least": round(min(values), 2), "most": round(max(values), 2)}
