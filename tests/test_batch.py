"""Batches with a stand-in for the extractor; test_batch_runs.py does it with the real one."""

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from stand_in import StandIn
from warextract.article import Article
from warextract.batch import Failure, Finished, Outcome, run, run_apart, run_articles
from warextract.errors import ArticleError, WarextractError
from warextract.pool import Limits, WorkerPool
from warextract.records import ArticleRecord
from warextract.worker import Settings

STUB = Path(__file__).parent / "support" / "stub_worker.py"


def stub_pool(size: int, *arguments: str | Path, limits: Limits | None = None) -> WorkerPool:
    return WorkerPool((sys.executable, str(STUB), *map(str, arguments)), size, limits)


def article(text: str) -> Article:
    return Article(id=text, text=text)


def told(outcomes: list[Outcome]) -> list[str]:
    """Ids of records and, in brackets, kinds of failures."""
    return [each.article.id if isinstance(each, ArticleRecord) else f"[{each.kind}]" for each in outcomes]


def outcomes_of(finished: Iterable[Finished]) -> list[Outcome]:
    """The outcomes, records taken apart."""
    return [
        each.outcome if isinstance(each.outcome, Failure) else ArticleRecord.model_validate_json(each.outcome)
        for each in finished
    ]


@pytest.fixture
def stand_in(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Settings, "load", lambda self: StandIn())


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in (("a", "one"), ("b", "FAIL"), ("c", ""), ("d", "four")):
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    return tmp_path


@pytest.mark.usefixtures("stand_in")
def test_one_worker_is_this_process(folder: Path) -> None:
    outcomes = list(run([folder], published="2025-03-04"))
    assert told(outcomes) == ["a", "[failed]", "[unreadable]", "d"]
    assert isinstance(outcomes[0], ArticleRecord)
    assert outcomes[0].article.published == "2025-03-04"
    assert str(outcomes[1]) == (
        f"{folder / 'b.txt'} (article b): could not be extracted (ValueError: a rule stumbled); "
        "please report it with the article"
    )
    assert str(outcomes[2]).startswith(f"{folder / 'c.txt'}: there is no text in it")


def test_missing_input_is_told_before_anything_is_done(tmp_path: Path) -> None:
    with pytest.raises(ArticleError):
        run([tmp_path / "missing"])


@pytest.mark.parametrize("size", [1, 3])
def test_order_is_kept_whoever_is_slow(size: int) -> None:
    texts = ["SLOW a", "b", "SLOW c", "d", "e", "f", "g", "h"]
    with stub_pool(size) as pool:
        assert told(outcomes_of(run_apart(map(article, texts), pool, ahead=3))) == texts


def test_a_failure_costs_its_article() -> None:
    articles = [
        article("a"),
        ArticleError("x: unreadable"),
        article("FAIL b"),
        article("DIE c"),
        article("d"),
    ]
    with stub_pool(2) as pool:
        outcomes = outcomes_of(run_apart(articles, pool, ahead=8))
    assert told(outcomes) == ["a", "[unreadable]", "[failed]", "[died]", "d"]
    assert "the worker process died over it 2 times" in str(outcomes[3])
    assert str(outcomes[3]).startswith("article DIE c: ")


def test_every_worker_may_die_again_and_again() -> None:
    texts = [text for number in range(6) for text in (f"DIE {number}", f"good {number}")]
    with stub_pool(2) as pool:
        outcomes = told(outcomes_of(run_apart(map(article, texts), pool, ahead=8)))
    assert outcomes == [each for number in range(6) for each in ("[died]", f"good {number}")]


def test_articles_are_read_no_further_than_needed() -> None:
    taken: list[int] = []

    def articles() -> Iterator[Article]:
        for number in range(100):
            taken.append(number)
            yield article(str(number))

    with stub_pool(2) as pool:
        outcomes = run_apart(articles(), pool, ahead=5)
        assert told(outcomes_of([next(outcomes), next(outcomes)])) == ["0", "1"]
        assert len(taken) <= 2 + 5


def test_pool_can_be_left_in_the_middle() -> None:
    with stub_pool(2) as pool:
        outcomes = run_apart((article(f"SLOW {number}") for number in range(50)), pool, ahead=20)
        assert told(outcomes_of([next(outcomes)])) == ["SLOW 0"]


def test_worker_that_refuses_to_start_says_why() -> None:
    with (
        stub_pool(2, "refuse") as pool,
        pytest.raises(WarextractError, match="no pipeline here; install one"),
    ):
        list(run_apart([article("a")], pool, ahead=4))


def test_worker_that_dies_at_its_start_is_no_endless_loop() -> None:
    with (
        stub_pool(1, "die") as pool,
        pytest.raises(WarextractError, match=r"ended 3 times while it was starting \(exit code 3\)"),
    ):
        list(run_apart([article("a")], pool, ahead=4))


def test_worker_killed_at_its_start_is_started_again(tmp_path: Path) -> None:
    with stub_pool(1, "die-once", tmp_path) as pool:
        assert told(outcomes_of(run_apart([article("a")], pool, ahead=4))) == ["a"]


def test_worker_killed_for_what_is_no_fault_of_its_article_costs_nothing(tmp_path: Path) -> None:
    with stub_pool(2, tmp_path) as pool:
        assert told(outcomes_of(run_apart(map(article, ["PALE", "b", "c"]), pool, ahead=4))) == ["PALE", "b", "c"]
    assert (tmp_path / "PALE").exists()


def test_article_over_its_time_costs_itself() -> None:
    with stub_pool(2, limits=Limits(max_seconds=0.5)) as pool:
        outcomes = outcomes_of(run_apart(map(article, ["a", "HANG b", "SLOW c", "d"]), pool, ahead=8))
    assert told(outcomes) == ["a", "[too_slow]", "SLOW c", "d"]
    assert outcomes[1] == Failure(
        "too_slow",
        "article HANG b: took longer than 0.5 seconds; give it more (--max-seconds) or split it",
        id="HANG b",
    )


@pytest.mark.parametrize(("limits", "processes"), [(Limits(), 1), (Limits(articles=2), 3), (Limits(resident=1), 6)])
def test_workers_are_replaced_before_they_grow(limits: Limits, processes: int) -> None:
    with stub_pool(1, limits=limits) as pool:
        articles = [Article(id=str(number), text="PID") for number in range(6)]
        records = outcomes_of(run_apart(articles, pool, ahead=2))
    assert len({record.warnings for record in records if isinstance(record, ArticleRecord)}) == processes


def test_path_that_is_no_text_costs_its_article() -> None:
    odd = Article(id="odd", text="x", path=Path("\udcff.txt"))
    with stub_pool(1) as pool:
        assert told(outcomes_of(run_apart([odd, article("b")], pool, ahead=4))) == ["[failed]", "b"]


def test_limit_of_time_needs_a_process_even_for_one_worker(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("warextract.batch.worker_command", lambda settings: (sys.executable, str(STUB)))
    outcomes = list(run_articles(map(article, ["HANG", "b"]), limits=Limits(max_seconds=0.5)))
    assert told(outcomes) == ["[too_slow]", "b"]


def test_text_of_any_kind_crosses_the_pipe() -> None:
    text = "LOUD “quotes”\r\n\u2028\x85 \x00 \U0001f600 é"
    with stub_pool(1) as pool:
        (outcome,) = outcomes_of(run_apart([article(text)], pool, ahead=1))
    assert isinstance(outcome, ArticleRecord)
    assert outcome == StandIn().extract(article(text))


def test_failure_reads_as_its_message() -> None:
    assert str(Failure("failed", "a.txt: why")) == "a.txt: why"
