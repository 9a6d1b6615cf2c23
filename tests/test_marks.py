"""Near-copies and versions marked in a run: in the order of the input, after an interruption too, or left out."""

import json
import os
import subprocess
import sys
import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest

from stand_in import make_record
from warextract.article import Article
from warextract.batch import Failure, Finished
from warextract.errors import ArticleError
from warextract.marks import DUPLICATE, Marks, run_marked
from warextract.records import ArticleRecord, Revision
from warextract.runs import Plan, RunFiles, Tally, partial, run_to_files
from warextract.text.revisions import find_revision, untagged
from warextract.text.wordlists import word_list

HERE = Path(__file__).parent
VERSIONS = tomllib.loads((HERE / "fixtures" / "copies" / "versions.toml").read_text("utf-8"))["version"]
SYNDICATED = tomllib.loads((HERE / "fixtures" / "copies" / "syndicated.toml").read_text("utf-8"))["article"]
EXPECTED = {entry["id"]: (entry.get("copy_of"), entry.get("replaces")) for entry in SYNDICATED}


def article(entry: dict[str, Any]) -> Article:
    return Article.model_validate(entry)


def finished(given: Iterable[Article | ArticleError]) -> Iterator[Finished]:
    """As the processes of a run finish articles; one with FAIL in its title fails."""
    for each in given:
        if isinstance(each, ArticleError):
            yield Finished(each, Failure.of_error(each))
        elif "FAIL" in (each.title or ""):
            yield Finished(each, Failure.of_article(each, "failed", "a rule stumbled"))
        else:
            yield Finished(each, make_record(each.text, each).to_json())


def marks_of(outcomes: Iterable[str | Failure]) -> dict[str, tuple[str | None, str | None]]:
    records = [ArticleRecord.model_validate_json(each) for each in outcomes if isinstance(each, str)]
    return {r.article.id: (r.article.duplicate_of, r.article.supersedes) for r in records}


def test_syndicated_copies_are_marked_and_other_reports_of_the_event_are_not() -> None:
    assert sum(copy is not None for copy, _ in EXPECTED.values()) >= 4
    assert sum(pair == (None, None) for pair in EXPECTED.values()) >= 4
    marks = Marks()
    assert marks_of(marks(each).outcome for each in finished(map(article, SYNDICATED))) == EXPECTED


def test_copies_left_out_are_failures_that_name_the_original() -> None:
    marks, tally = Marks(drop_duplicates=True), Tally()
    done = [marks(each) for each in finished(map(article, SYNDICATED))]
    left_out = {each.outcome.id: each.outcome for each in done if isinstance(each.outcome, Failure)}
    assert left_out.keys() == {name for name, (copy, _) in EXPECTED.items() if copy}
    assert {failure.kind for failure in left_out.values()} == {DUPLICATE}
    assert all(str(EXPECTED[str(name)][0]) in failure.message for name, failure in left_out.items())
    for each in done:
        tally.add(each)
    summary = tally.summary(1.0)
    assert (summary.articles, summary.duplicates) == (len(SYNDICATED), len(left_out))
    assert summary.superseding == sum(replaced is not None for _, replaced in EXPECTED.values())


def test_a_copy_of_an_article_that_failed_is_no_copy() -> None:
    first = {**SYNDICATED[0], "title": "FAIL"}
    again = {**SYNDICATED[0], "id": "again"}
    more = {**SYNDICATED[0], "id": "more"}
    marks = Marks()
    given = [article(first), ArticleError("b.txt: no"), article(again), article(more)]
    done = [marks(each) for each in finished(given)]
    assert marks_of(each.outcome for each in done) == {"again": (None, None), "more": ("again", None)}


@pytest.mark.parametrize("drop", [False, True])
@pytest.mark.parametrize("stop", range(1, len(SYNDICATED)))
def test_an_interrupted_run_marks_as_an_undisturbed_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, stop: int, drop: bool
) -> None:
    monkeypatch.setattr(partial, "INTERVAL", 0.0)
    plan = Plan(version="1.0", inputs=1, inputs_digest="ab")
    files = [RunFiles.beside(tmp_path / name / "records.jsonl") for name in ("whole", "cut")]

    def run(place: RunFiles, *, resume: bool = False) -> Any:
        marks = Marks(drop_duplicates=drop)
        articles = list(map(article, SYNDICATED))
        return run_to_files(articles, place, plan, extract=finished, mark=marks, resume=resume)

    list(run(files[0]))
    steps = run(files[1])
    for _ in range(stop):
        next(steps)
    steps.close()
    list(run(files[1], resume=True))
    assert files[1].records.read_bytes() == files[0].records.read_bytes()
    assert files[1].errors.exists() == files[0].errors.exists() == drop


@pytest.mark.parametrize("options", [(), ("--drop-duplicates",)])
def test_any_number_of_workers_gives_the_same_marks(tmp_path: Path, options: tuple[str, ...]) -> None:
    source = tmp_path / "wire.jsonl"
    source.write_text("".join(json.dumps(entry) + "\n" for entry in SYNDICATED), encoding="utf-8")
    outputs = []
    for workers in ("1", "3"):
        output = tmp_path / f"{workers}.jsonl"
        command = [
            sys.executable, str(HERE / "support" / "stub_run.py"), "extract", str(source), "-o", str(output),
            "--workers", workers, *options,
        ]  # fmt: skip
        done = subprocess.run(
            command, capture_output=True, encoding="utf-8", check=False, timeout=120, env={**os.environ}
        )
        assert done.returncode == 0, done.stderr
        copies = sum(copy is not None for copy, _ in EXPECTED.values())
        assert f"near-copies: {copies}, replacing an earlier one: 1," in done.stderr
        outputs.append(output.read_text("utf-8"))
    assert outputs[0] == outputs[1]
    kept = {name: pair for name, pair in EXPECTED.items() if not (options and pair[0])}
    assert marks_of(outputs[0].splitlines()) == kept


def test_records_in_this_process_are_marked_too(monkeypatch: pytest.MonkeyPatch) -> None:
    from warextract import marks  # noqa: PLC0415

    def run_articles(articles: Iterable[Article | ArticleError], **_: object) -> Iterator[ArticleRecord | Failure]:
        for each in finished(articles):
            outcome = each.outcome
            yield outcome if isinstance(outcome, Failure) else ArticleRecord.model_validate_json(outcome)

    monkeypatch.setattr(marks, "run_articles", run_articles)
    given: list[Article | ArticleError] = [ArticleError("x.txt: unreadable"), *map(article, SYNDICATED)]
    first, *others = run_marked(given)
    assert isinstance(first, Failure)
    assert marks_of(each.to_json() for each in others if isinstance(each, ArticleRecord)) == EXPECTED


@pytest.mark.parametrize("entry", VERSIONS, ids=lambda entry: entry["id"])
def test_versions_are_told_by_their_headlines(entry: dict[str, Any]) -> None:
    given = entry.get("revision")
    assert find_revision(entry["title"], entry["text"]) == (Revision(**given) if given else None)


REVISIONS = word_list("revisions")


@pytest.mark.parametrize("entry", REVISIONS["tag"], ids=lambda entry: entry["examples"][0])
def test_tags(entry: dict[str, Any]) -> None:
    for example in entry["examples"]:
        found = find_revision(example, "KYIV, May 14 - Shells hit the station.")
        assert (found and found.kind) == entry.get("kind"), example
        assert untagged(example) != example
    for example in entry["not"]:
        assert find_revision(example, "KYIV, May 14 - Shells hit the station.") is None, example
        assert untagged(example) == example


@pytest.mark.parametrize("entry", REVISIONS["line"], ids=lambda entry: entry["examples"][0])
def test_advisory_lines(entry: dict[str, Any]) -> None:
    for line, kind in [*((e, entry["kind"]) for e in entry["examples"]), *((e, None) for e in entry["not"])]:
        found = find_revision(None, f"Shells hit station\n\n{line}\n\nKYIV, May 14 - Shells hit the station.")
        assert (found and found.kind) == kind, line


@pytest.mark.parametrize(
    ("headline", "kind", "number"),
    [
        ("CORRECTED-UPDATE 2-Shells hit station", "correction", 2),
        ("RPT-UPDATE 3-Shells hit station", "update", 3),
        ("REFILE-WRAPUP 1-Fighting rages", "refile", 1),
        ("UPDATE 2-Shells hit station", "update", 2),
    ],
)
def test_tags_in_a_row(headline: str, kind: str, number: int) -> None:
    assert find_revision(headline, "") == Revision.model_validate({"kind": kind, "number": number})
    assert find_revision(None, f"{headline}\nKYIV - Shells hit it.") == find_revision(headline, "")
