"""The sample articles through the real thing: same bytes with any number of workers, every offset holds."""

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import warextract

LAYERS = ("actors", "places", "weapons", "claims", "events")


def extract(*arguments: str | Path) -> list[str]:
    command = [sys.executable, "-m", "warextract", "extract", *map(str, arguments)]
    done = subprocess.run(command, capture_output=True, check=True, encoding="utf-8")
    assert done.stderr == ""
    return done.stdout.splitlines()


@pytest.fixture(scope="module")
def articles(root: Path) -> Path:
    return root / "tests" / "fixtures" / "articles"


@pytest.fixture(scope="module")
def lines(articles: Path) -> list[str]:
    return extract(articles)


def test_there_are_enough_samples(articles: Path, lines: list[str]) -> None:
    assert len(lines) == len(list(articles.glob("*.txt"))) >= 12


def test_workers_change_no_byte(articles: Path, lines: list[str]) -> None:
    assert extract(articles, "--workers", "3") == lines


def test_library_gives_the_same_records(articles: Path, lines: list[str]) -> None:
    records = warextract.extract_folder(articles, workers=2)
    assert [record.to_json() for record in records] == lines


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


@pytest.mark.xfail(strict=True, reason="the extractor reads a byte order mark as part of the first word")
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
