"""The example of docs/clusters.md, run by spark-submit on an archive of Parquet files, and what it wrote read again."""

import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pyarrow
import pyarrow.parquet
import pytest

import warextract
from warextract.extractor import Extractor
from warextract.writers import read_records

ROWS = [
    ("a1", "The army denied shelling the port on Tuesday.", date(2024, 12, 31), "Agency"),
    ("a2", "Rebels captured the town of Toretsk, the ministry said.", date(2025, 1, 1), "Agency"),
    ("a3", "", date(2025, 1, 2), None),
    ("a4", "Two people were killed by a drone in Kherson.", None, None),
]


@pytest.fixture(scope="module")
def written(root: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """The folder of records, and what the run printed."""
    folder = tmp_path_factory.mktemp("archive")
    columns = dict(zip(("id", "text", "published", "source"), map(list, zip(*ROWS, strict=True)), strict=True))
    (folder / "archive").mkdir()
    pyarrow.parquet.write_table(pyarrow.table(columns), folder / "archive" / "news.parquet")
    return folder / "records", submit(root, folder / "archive", folder / "records")


def submit(root: Path, archive: Path, records: Path) -> str:
    program = [str(Path(sys.executable).parent / "spark-submit"), "--master", "local[2]"]
    options = ["--conf", "spark.ui.enabled=false", "--conf", "spark.driver.bindAddress=127.0.0.1"]
    script = [str(root / "examples" / "spark_archive.py"), str(archive), str(records), "--tasks", "3"]
    paths = os.pathsep.join((str(root / "src"), os.environ.get("PYTHONPATH", "")))
    done = subprocess.run(
        [*program, *options, *script],
        env=os.environ | {"PYTHONPATH": paths, "PYSPARK_PYTHON": sys.executable, "SPARK_LOCAL_IP": "127.0.0.1"},
        capture_output=True,
        check=False,
        encoding="utf-8",
    )
    assert done.returncode == 0, done.stderr[-3000:]
    return done.stdout


def test_a_folder_a_month(written: tuple[Path, str]) -> None:
    folders = {str(path.parent.relative_to(written[0])) for path in written[0].rglob("*.parquet")}
    unknown = "__HIVE_DEFAULT_PARTITION__"
    assert folders == {"year=2024/month=12", "year=2025/month=1", f"year={unknown}/month={unknown}"}


def test_records_are_those_of_the_local_extractor(written: tuple[Path, str], extractor: Extractor) -> None:
    rows = {row["id"]: row for row in pyarrow.parquet.read_table(written[0]).to_pylist()}
    assert len(rows) == len(ROWS)
    for id_, text, published, source in ROWS:
        if text:
            article = warextract.Article(id=id_, text=text, published=published, source=source)
            assert rows[id_]["record"] == extractor.extract(article).to_json()
        assert (rows[id_]["error"] is None) == bool(text)
    assert rows["a1"]["claims"][0]["stance"] == "denies"


def test_summary_counts_and_tells_the_errors(written: tuple[Path, str]) -> None:
    first, second, *more = written[1].splitlines()
    assert first == "4 articles, 1 of them with an error"
    assert second == "  article a3: there is no text in it; give the article's text or leave it out"
    assert more == []


def test_records_become_a_file_that_the_command_line_reads(written: tuple[Path, str], tmp_path: Path) -> None:
    lines = [line for line in pyarrow.parquet.read_table(written[0])["record"].to_pylist() if line]
    (tmp_path / "records.jsonl").write_text("\n".join(lines), encoding="utf-8")
    assert sorted(record.article.id for record in read_records(tmp_path / "records.jsonl")) == ["a1", "a2", "a4"]


def test_a_later_run_replaces_its_months_only(written: tuple[Path, str], root: Path, tmp_path: Path) -> None:
    later = pyarrow.table({"id": ["a9"], "text": ["The army denied it."], "published": [date(2025, 1, 9)]})
    pyarrow.parquet.write_table(later, tmp_path / "later.parquet")
    told = submit(root, tmp_path / "later.parquet", written[0])
    assert told == "3 articles, 0 of them with an error\n"
    assert sorted(pyarrow.parquet.read_table(written[0])["id"].to_pylist()) == ["a1", "a4", "a9"]
