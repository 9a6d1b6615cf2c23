"""mapInArrow on a local Spark session beside the package's own pool of processes, on the same articles.

    python benchmarks/spark.py [--articles 500] [--workers 2] [--rounds 3]

The articles are those of the sample folder, again and again under other ids. Both sides have loaded their extractors
before the clock starts, and both write what they make: Parquet there, lines of JSON here. Rounds alternate, so that
what else the machine does hits both; ratios hold on any machine, seconds only on the one that printed them.
"""

import argparse
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from itertools import count, islice
from pathlib import Path
from typing import NamedTuple

import pyarrow
import pyarrow.parquet
from pyspark.sql import SparkSession

from warextract.article import Article
from warextract.batch import AHEAD, run_apart
from warextract.columns import KNOWN
from warextract.pool import WorkerPool, worker_command
from warextract.readers import find_sources, read_articles
from warextract.spark import extract
from warextract.worker import Settings

SAMPLES = Path(__file__).parent.parent / "tests/fixtures/articles"
PROCESSES = {"Spark": ("org.apache.spark", "pyspark.daemon"), "pool": ("warextract.worker",)}
FILES = 4  # Parquet files a worker, so that none waits long for another's last one


class Cost(NamedTuple):
    """What a round took, in seconds of the clock and of processors."""

    seconds: float
    cpu: float


def main() -> None:
    """Print one line a figure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name, default in (("articles", 500), ("workers", 2), ("rounds", 3)):
        parser.add_argument(f"--{name}", type=int, default=default)
    arguments = parser.parse_args()
    articles = list(islice(told_again(), arguments.articles))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_archive(articles, folder / "archive", FILES * arguments.workers)
        started = time.perf_counter()
        session = spark_session(arguments.workers)
        sides: dict[str, list[Cost]] = {"Spark": [], "pool": []}
        with WorkerPool(worker_command(Settings()), arguments.workers) as pool:
            runs: dict[str, Callable[[], None]] = {
                "Spark": lambda: run_spark(session, folder),
                "pool": lambda: run_pool(articles, pool, folder, arguments.workers),
            }
            runs["Spark"]()
            print(f"Spark's first run of {len(articles)} articles, session and loading: {since(started):.1f} s")
            runs["pool"]()
            for _ in range(arguments.rounds):
                for side, run in runs.items():
                    started, worked = time.perf_counter(), cpu_of(side)
                    run()
                    sides[side].append(Cost(since(started), cpu_of(side) - worked))
            report(sides, len(articles))
            print_memory()
        session.stop()


def told_again() -> Iterator[Article]:
    """The sample articles, again and again."""
    samples = [each for each in read_articles(find_sources([SAMPLES])) if isinstance(each, Article)]
    for turn in count():
        yield from (each.model_copy(update={"id": f"{each.id}-{turn}", "path": None}) for each in samples)


def write_archive(articles: list[Article], folder: Path, files: int) -> None:
    """The articles as so many Parquet files, with the columns that Spark's side reads."""
    folder.mkdir()
    rows = [article.model_dump(include=set(KNOWN)) for article in articles]
    for number in range(files):
        pyarrow.parquet.write_table(pyarrow.Table.from_pylist(rows[number::files]), folder / f"{number}.parquet")


def spark_session(workers: int) -> SparkSession:
    """A session of so many workers on this machine, each with one thread, as the pool's have."""
    os.environ |= {"PYSPARK_PYTHON": sys.executable, "OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}
    builder = SparkSession.builder.master(f"local[{workers}]").config("spark.ui.enabled", "false")
    return builder.config("spark.sql.files.openCostInBytes", "128m").getOrCreate()  # a task a file


def run_spark(session: SparkSession, folder: Path) -> None:
    """Parquet to Parquet."""
    records = extract(session.read.parquet(str(folder / "archive")))
    records.write.mode("overwrite").parquet(str(folder / "records"))


def run_pool(articles: list[Article], pool: WorkerPool, folder: Path, workers: int) -> None:
    """Articles to a file of lines."""
    with (folder / "records.jsonl").open("w", encoding="utf-8") as file:
        for finished in run_apart(articles, pool, ahead=workers * AHEAD):
            assert isinstance(finished.outcome, str), finished.outcome
            file.write(finished.outcome + "\n")


def report(sides: dict[str, list[Cost]], articles: int) -> None:
    """What both sides cost, and their ratios round by round."""
    for side, costs in sides.items():
        told = ", ".join(f"{articles / cost.seconds:.1f} ({1000 * cost.cpu / articles:.0f})" for cost in costs)
        print(f"{side}: {told} articles a second (milliseconds of processor time an article)")
    pairs = list(zip(sides["Spark"], sides["pool"], strict=True))
    speed = [pool.seconds / spark.seconds for spark, pool in pairs]
    work = [spark.cpu / pool.cpu for spark, pool in pairs]
    print(f"Spark's speed is {statistics.median(speed):.2f} of the pool's ({min(speed):.2f} to {max(speed):.2f})")
    print(f"Spark's processor time is {statistics.median(work):.2f} of the pool's ({min(work):.2f} to {max(work):.2f})")


def cpu_of(side: str) -> float:
    """Seconds of processor time that the processes of a side have had, as Linux tells."""
    ticks = 0
    for process in processes(PROCESSES[side]):
        with suppress(OSError):  # it has just ended
            fields = (process / "stat").read_text("utf-8").rpartition(")")[2].split()
            ticks += int(fields[11]) + int(fields[12])
    return ticks / os.sysconf("SC_CLK_TCK")


def print_memory() -> None:
    """The most that each process held, as Linux tells."""
    for side, marks in PROCESSES.items():
        for process in processes(marks):
            with suppress(OSError):
                lines = (process / "status").read_text("utf-8").splitlines()
                held = next(int(line.split()[1]) for line in lines if line.startswith("VmHWM:"))
                print(f"{side}: process of {held // 1024} MB at most")


def processes(marks: tuple[str, ...]) -> Iterator[Path]:
    """Where Linux tells of the processes below this one whose command lines hold one of the marks."""
    below = {os.getpid()}
    for process in sorted(Path("/proc").glob("[0-9]*"), key=lambda path: int(path.name)):
        with suppress(OSError):
            parent = int((process / "stat").read_text("utf-8").rpartition(")")[2].split()[1])
            if parent in below:
                below.add(int(process.name))
                if any(mark in (process / "cmdline").read_text("utf-8", "replace") for mark in marks):
                    yield process


def since(started: float) -> float:
    """Seconds since then."""
    return time.perf_counter() - started


if __name__ == "__main__":
    main()
