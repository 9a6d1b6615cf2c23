"""Runs into files, in this process: whatever cuts one short, going on ends with the bytes of an undisturbed one."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from stand_in import make_record
from warextract.article import Article
from warextract.batch import Failure, Finished
from warextract.errors import ArticleError, WarextractError
from warextract.readers import Source
from warextract.runs import Plan, RunFiles, Step, Tally, partial, plan_of, run_to_files
from warextract.worker import Settings

PLAN = Plan(version="1.0", inputs=1, inputs_digest="ab", options={"published": "2025-02-07"})
ARTICLES: tuple[Article | ArticleError, ...] = (
    Article(id="a", text="one"),
    ArticleError("b.txt: unreadable"),
    Article(id="c", text="FAIL “three”"),
    Article(id="d", text="four"),
    Article(id="e", text="five"),
)


def extract(articles: Iterable[Article | ArticleError]) -> Iterator[Finished]:
    for article in articles:
        if isinstance(article, ArticleError):
            yield Finished(article, Failure.of_error(article))
        elif "FAIL" in article.text:
            yield Finished(article, Failure.of_article(article, "failed", "a rule stumbled"))
        else:
            yield Finished(article, make_record(article.text, article).to_json())


@dataclass(frozen=True, slots=True)
class Place:
    """A folder to run in."""

    files: RunFiles

    def run(
        self,
        *,
        resume: bool = False,
        articles: Iterable[Article | ArticleError] = ARTICLES,
        plan: Plan = PLAN,
        stop_after: int | None = None,
    ) -> list[Step]:
        """The steps of a run, cut short after some."""
        steps = run_to_files(articles, self.files, plan, extract=extract, resume=resume)
        taken = list(steps) if stop_after is None else [next(steps) for _ in range(stop_after)]
        steps.close()
        return taken

    def results(self) -> tuple[bytes, bytes]:
        """What the two files hold; nothing else may be there."""
        assert set(self.files.records.parent.iterdir()) == {self.files.records, self.files.errors}
        return self.files.records.read_bytes(), self.files.errors.read_bytes()


@pytest.fixture(autouse=True)
def checkpoint_at_every_article(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(partial, "INTERVAL", 0.0)


@pytest.fixture
def place(tmp_path: Path) -> Place:
    return Place(RunFiles.beside(tmp_path / "run" / "records.jsonl"))


@pytest.fixture
def undisturbed(tmp_path: Path) -> tuple[bytes, bytes]:
    other = Place(RunFiles.beside(tmp_path / "undisturbed" / "records.jsonl"))
    other.run()
    return other.results()


def test_records_and_failures_are_written_in_order(place: Place) -> None:
    assert [step.replayed for step in place.run()] == [False] * 5
    records, errors = place.results()
    assert [json.loads(line)["article"]["id"] for line in records.splitlines()] == ["a", "d", "e"]
    assert [json.loads(line) for line in errors.splitlines()] == [
        {"path": None, "number": None, "id": None, "kind": "unreadable", "message": "b.txt: unreadable"},
        {"path": None, "number": None, "id": "c", "kind": "failed", "message": "article c: a rule stumbled"},
    ]


def test_no_failure_is_no_file_of_failures(place: Place) -> None:
    place.files.errors.parent.mkdir()
    place.files.errors.write_text("of an older run", encoding="utf-8")
    place.run(articles=ARTICLES[3:])
    assert list(place.files.records.parent.iterdir()) == [place.files.records]


@pytest.mark.parametrize("first", range(6))
@pytest.mark.parametrize("second", range(6))
def test_run_stopped_twice_goes_on(place: Place, undisturbed: tuple[bytes, bytes], first: int, second: int) -> None:
    place.run(stop_after=first)
    again = place.run(resume=True, stop_after=second)
    assert [step.replayed for step in again] == [number < first for number in range(second)]
    place.run(resume=True)
    assert place.results() == undisturbed


@pytest.mark.parametrize("lost", [0, 1, 7, 60])
@pytest.mark.parametrize("name", ["partial_records", "partial_errors", "journal"])
def test_what_a_kill_leaves_behind_the_last_checkpoint_is_cut_off(
    place: Place, undisturbed: tuple[bytes, bytes], name: str, lost: int
) -> None:
    place.run(stop_after=3)
    path: Path = getattr(place.files, name)
    more = (path.read_bytes() * 9)[:lost] if name != "journal" else b'{"at":3,"done":"r","records":9999,"errors":'
    with path.open("ab") as file:
        file.write(more)
    place.run(resume=True)
    assert place.results() == undisturbed


def test_checkpoints_that_were_lost_are_made_again(place: Place, undisturbed: tuple[bytes, bytes]) -> None:
    place.run(stop_after=4)
    lines = place.files.journal.read_bytes().splitlines(keepends=True)
    assert len(lines) == 1 + 4
    place.files.journal.write_bytes(b"".join(lines[:3]))
    assert [step.replayed for step in place.run(resume=True)] == [True, True, False, False, False]
    assert place.results() == undisturbed


@pytest.mark.parametrize("moved", [(), ("errors",), ("errors", "records")])
def test_run_killed_while_it_puts_its_files_in_place(
    place: Place, undisturbed: tuple[bytes, bytes], monkeypatch: pytest.MonkeyPatch, moved: tuple[str, ...]
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(partial.PartialRun, "finish", lambda run: kill_in_finish(run, moved))
        with pytest.raises(SystemError, match="killed"):
            place.run()
    assert all(step.replayed for step in place.run(resume=True))
    assert place.results() == undisturbed


def kill_in_finish(run: partial.PartialRun, moved: tuple[str, ...]) -> None:
    run.checkpoint(whole=True)
    for name in moved:
        getattr(run.files, f"partial_{name}").replace(getattr(run.files, name))
    raise SystemError("killed")


def test_older_results_stay_until_the_new_are_whole(place: Place, undisturbed: tuple[bytes, bytes]) -> None:
    place.run()
    place.run(stop_after=4)
    assert (place.files.records.read_bytes(), place.files.errors.read_bytes()) == undisturbed


def test_run_that_did_nothing_leaves_nothing(place: Place) -> None:
    place.run(stop_after=0)
    assert not place.files.records.parent.exists()
    failing = run_to_files(ARTICLES, place.files, PLAN, extract=fail_at_once)
    with pytest.raises(WarextractError, match="no pipeline"):
        next(failing)
    assert list(place.files.records.parent.iterdir()) == []


def fail_at_once(articles: Iterable[Article | ArticleError]) -> Iterator[Finished]:
    raise WarextractError("no pipeline")
    yield


def test_interrupted_run_is_not_begun_anew_by_mistake(place: Place) -> None:
    place.run(stop_after=2)
    with pytest.raises(WarextractError, match="has done 2 articles; go on with --resume, or delete"):
        place.run()
    assert [step.replayed for step in place.run(resume=True)].count(True) == 2


@pytest.mark.parametrize(
    ("plan", "complaint"),
    [
        (PLAN.model_copy(update={"version": "1.1"}), "warextract was 1.0 and is now 1.1"),
        (PLAN.model_copy(update={"inputs": 3}), "there was 1 input file and are now 3"),
        (PLAN.model_copy(update={"inputs_digest": "cd"}), "the input files have other names or sizes"),
        (PLAN.model_copy(update={"options": {}}), "published was '2025-02-07' and is now not given"),
    ],
)
def test_other_plan_is_no_run_to_go_on_with(place: Place, plan: Plan, complaint: str) -> None:
    place.run(stop_after=2)
    with pytest.raises(WarextractError, match=complaint):
        place.run(resume=True, plan=plan)
    assert len(place.run(resume=True)) == 5


def test_article_that_changed_since_is_told(place: Place) -> None:
    place.run(stop_after=3)
    changed = (Article(id="a", text="One"), *ARTICLES[1:])
    with pytest.raises(WarextractError, match="among the 3 articles that are done some are not what they were"):
        place.run(resume=True, articles=changed)
    with pytest.raises(WarextractError, match="among the 3 articles"):
        place.run(resume=True, articles=ARTICLES[:2])


def test_two_runs_do_not_write_one_file(place: Place, undisturbed: tuple[bytes, bytes]) -> None:
    pytest.importorskip("fcntl")
    steps = run_to_files(ARTICLES, place.files, PLAN, extract=extract)
    next(steps)
    for resume in (False, True):
        with pytest.raises(WarextractError, match="another run is writing it"):
            place.run(resume=resume)
    list(steps)
    assert place.results() == undisturbed


@pytest.mark.parametrize("name", ["partial_records", "partial_errors"])
def test_partial_file_that_lost_bytes_is_told(place: Place, name: str) -> None:
    place.run(stop_after=3)
    path: Path = getattr(place.files, name)
    path.write_bytes(path.read_bytes()[:-1])
    with pytest.raises(WarextractError, match=f"{path.name}: shorter than the"):
        place.run(resume=True)


def test_partial_file_without_its_journal_is_told(place: Place) -> None:
    place.run(stop_after=3)
    place.files.journal.unlink()
    with pytest.raises(WarextractError, match="is there without the journal of its run"):
        place.run()
    assert place.files.partial_records.stat().st_size


def test_journal_that_is_none_is_told(place: Place) -> None:
    place.files.journal.parent.mkdir()
    place.files.journal.write_text("dear diary\n", encoding="utf-8")
    with pytest.raises(WarextractError, match="line 1: no line of a journal"):
        place.run(resume=True)
    assert place.files.journal.read_text("utf-8") == "dear diary\n"


def test_marks_remember_the_articles_before(place: Place) -> None:
    def run(resume: bool, stop_after: int) -> list[str]:
        seen: list[str] = []

        def mark(finished: Finished) -> Finished:
            seen.append(str(finished.article))
            return finished if isinstance(finished.outcome, Failure) else replace(finished, outcome=str(len(seen)))

        steps = run_to_files(ARTICLES, place.files, PLAN, extract=extract, mark=mark, resume=resume)
        taken = [next(steps) for _ in range(stop_after)]
        steps.close()
        assert len(seen) == len(taken)
        return [step.finished.outcome for step in taken if isinstance(step.finished.outcome, str)]

    assert run(resume=False, stop_after=2) == ["1"]
    assert run(resume=True, stop_after=5) == ["1", "4", "5"]


def test_plan_knows_what_records_depend_on(tmp_path: Path) -> None:
    article, rules = tmp_path / "a.txt", tmp_path / "rules.toml"
    article.write_text("one", encoding="utf-8")
    rules.write_text("", encoding="utf-8")
    settings = Settings(extra_rules=(str(rules),))

    def plan(**options: object) -> Plan:
        return plan_of([Source(article, "a"), Source(Path("-"), "stdin")], settings, options=options)

    before = plan(published="2025-02-07", metadata=None)
    assert before.differences(plan(published="2025-02-07")) == []
    assert before.options.keys() == {"published", f"rules {rules}"}
    rules.write_text("# more", encoding="utf-8")
    (difference,) = before.differences(plan(published="2025-02-07"))
    assert difference.startswith(f"rules {rules} was '{rules}, sha256 ")
    article.write_text("three", encoding="utf-8")
    assert "the input files have other names or sizes" in before.differences(plan())
    rules.unlink()
    with pytest.raises(WarextractError, match="cannot be read"):
        plan()


def test_tally_counts_what_a_summary_tells() -> None:
    tally = Tally()
    record = {
        "article": {"id": "a", "duplicate_of": "b", "supersedes": None},
        "warnings": ["not_english"],
        "claims": [{"stance": "denies"}, {"stance": "asserts"}, {"stance": "denies"}],
        "events": [{"type": "strike", "status": "denied"}, {"type": "strike", "status": "claimed"}],
    }
    article = Article(id="a", text="four words it has")
    tally.add(Finished(article, json.dumps(record)), replayed=True)
    tally.add(Finished(article, json.dumps(record)))
    tally.add(Finished(article, Failure("died", "a: died")))
    summary = tally.summary(seconds=2.0)
    assert summary.model_dump() == {
        "articles": 3,
        "records": 2,
        "failures": {"died": 1},
        "duplicates": 2,
        "superseding": 0,
        "not_english": 2,
        "events": {"strike": {"claimed": 2, "denied": 2}},
        "claims": {"denies": 4, "asserts": 2},
        "words": 12,
        "resumed_after": 1,
        "seconds": 2.0,
        "words_per_second": 4.0,
    }
    assert summary.lines() == [
        "3 articles in 2.0 s, 1 of them before: 2 records, 1 failure (1 died)",
        "near-copies: 2, replacing an earlier one: 0, not in English: 2",
        "12 words, 4 a second",
        "6 claims: 4 denies, 2 asserts",
        "4 events",
        "  strike       4: 2 claimed, 2 denied",
    ]
