"""The sample articles through the real thing: same bytes with any number of workers, every offset holds."""

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from warextract.batch import Failure, run
from warextract.records import ArticleRecord

LAYERS = ("actors", "places", "weapons", "claims", "events")


def extract(*inputs: Path) -> list[str]:
    """The lines that a run over the inputs writes, by this process."""
    outcomes = list(run(inputs))
    assert not [outcome for outcome in outcomes if isinstance(outcome, Failure)]
    return [outcome.to_json() for outcome in outcomes if isinstance(outcome, ArticleRecord)]


@pytest.fixture(scope="module")
def articles(root: Path) -> Path:
    return root / "tests" / "fixtures" / "articles"


@pytest.fixture(scope="module")
def lines(articles: Path) -> list[str]:
    return extract(articles)


def test_there_are_enough_samples(articles: Path, lines: list[str]) -> None:
    assert len(lines) == len(list(articles.glob("*.txt"))) >= 12


def test_command_and_workers_change_no_byte(articles: Path, lines: list[str]) -> None:
    command = [sys.executable, "-m", "warextract", "extract", str(articles), "--quiet", "--workers", "2"]
    done = subprocess.run(command, capture_output=True, check=True, encoding="utf-8")
    assert done.stdout.splitlines() == lines
    assert done.stderr == ""


def test_text_file_and_jsonl_give_the_same_record(articles: Path, tmp_path: Path, lines: list[str]) -> None:
    sample = sorted(articles.glob("*.txt"))[0]
    metadata = json.loads(sample.with_suffix(".meta.json").read_text("utf-8"))
    text = sample.read_bytes().decode("utf-8")
    (tmp_path / "a.jsonl").write_text(json.dumps({**metadata, "text": text}) + "\n", encoding="utf-8")
    (from_line,) = map(json.loads, extract(tmp_path / "a.jsonl"))
    from_file = json.loads(lines[0])
    assert from_file["article"].pop("path") != from_line["article"].pop("path")
    assert from_line == from_file


def spans_of(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        if value.keys() >= {"start", "end", "text"} and isinstance(value["start"], int):
            yield value
        for each in value.values():
            yield from spans_of(each)
    elif isinstance(value, list):
        for each in value:
            yield from spans_of(each)


def offsets_that_hold(line: str) -> int:
    """How many spans a record has, all of them found in the file that it is of."""
    record = json.loads(line)
    text = Path(record["article"]["path"]).read_bytes().decode("utf-8")
    spans = list(spans_of(record))
    for span in spans:
        assert text[span["start"] : span["end"]] == span["text"]
    return len(spans)


def test_every_offset_holds_in_the_file(lines: list[str]) -> None:
    assert sum(map(offsets_that_hold, lines)) > 50 * len(lines)


def test_every_reference_is_to_something_there(lines: list[str]) -> None:
    for record in map(json.loads, lines):
        ids = {layer: {each["id"] for each in record[layer]} for layer in LAYERS}
        assert all(len(ids[layer]) == len(record[layer]) for layer in LAYERS)
        for claim in record["claims"]:
            assert claim["source"] is None or claim["source"] in ids["actors"]
            assert set(claim["events"]) <= ids["events"]
            assert {claim["responds_to"], claim["parent"]} - {None} <= ids["claims"]
        for event in record["events"]:
            assert set(event["claims"]) <= ids["claims"]
            assert set(event["weapons"]) <= ids["weapons"]
            assert {each["place"] for each in event["places"]} <= ids["places"]
            assert {each["actor"] for each in event["participants"]} - {None} <= ids["actors"]


def test_line_ends_and_mark_only_move_the_offsets(articles: Path, tmp_path: Path) -> None:
    for sample in sorted(articles.glob("*"))[:6]:
        shutil.copy(sample, tmp_path)
    plain = [json.loads(line) for line in extract(tmp_path)]
    for sample in tmp_path.glob("*.txt"):
        text = sample.read_bytes().decode("utf-8")
        sample.write_bytes(("\ufeff" + text.replace("\n", "\r\n")).encode())
    marked = extract(tmp_path)
    assert sum(map(offsets_that_hold, marked)) > 50 * len(marked)
    for one, other in zip(plain, map(json.loads, marked), strict=True):
        assert {layer: len(one[layer]) for layer in LAYERS} == {layer: len(other[layer]) for layer in LAYERS}


@pytest.mark.slow
def test_million_quotation_marks_cost_no_other_article(articles: Path, tmp_path: Path, lines: list[str]) -> None:
    sample = sorted(articles.glob("*.txt"))[0]
    (tmp_path / "marks.txt").write_text("“" * 1_000_000, encoding="utf-8")
    options = ["-o", str(tmp_path / "r.jsonl"), "-q", "--workers", "2", "--max-seconds", "40"]
    command = [sys.executable, "-m", "warextract", "extract", str(tmp_path / "marks.txt"), str(sample), *options]
    done = subprocess.run(command, capture_output=True, check=False, encoding="utf-8")
    *marks, last = (tmp_path / "r.jsonl").read_text("utf-8").splitlines()
    assert json.loads(last)["claims"] == json.loads(lines[0])["claims"] != []
    if marks:  # a fast machine may read them in time
        assert (done.returncode, len(marks), json.loads(marks[0])["claims"]) == (0, 1, [])
    else:
        (failure,) = map(json.loads, (tmp_path / "r.jsonl.errors.jsonl").read_text("utf-8").splitlines())
        assert (done.returncode, failure["kind"]) == (1, "too_slow")
        assert failure["message"] in done.stderr
