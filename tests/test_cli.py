"""The command line with a stand-in for the extractor; test_batch_runs.py does it with the real one."""

import json
import os
import pty
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import cast

import pytest

from stand_in import StandIn, make_record
from warextract import batch, cli
from warextract.article import Article
from warextract.batch import Finished
from warextract.records import ArticleRecord
from warextract.worker import Settings

COMMANDS = ("extract", "show", "export", "report", "schema", "rules", "try")
STUB = Path(__file__).parent / "support" / "stub_worker.py"


@dataclass(frozen=True, slots=True)
class Result:
    code: int
    out: str
    err: str


Run = Callable[..., Result]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs the command line in this process, with a stand-in for the extractor here and in the workers."""
    monkeypatch.setattr(Settings, "load", lambda self: StandIn())
    monkeypatch.setattr(batch, "worker_command", lambda settings: (sys.executable, str(STUB)))

    def run_command(*arguments: str | Path) -> Result:
        monkeypatch.setattr(sys, "argv", ["warextract", *map(str, arguments)])
        with pytest.raises(SystemExit) as ended:
            cli.main()
        out, err = capsys.readouterr()
        assert "Traceback" not in out + err
        return Result(int(ended.value.code or 0), out, err)

    return run_command


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "in").mkdir()
    for name, text in (("a", "one"), ("b", "two")):
        (tmp_path / "in" / f"{name}.txt").write_text(text, encoding="utf-8")
    return tmp_path / "in"


def ids(lines: str) -> list[str]:
    return [json.loads(line)["article"]["id"] for line in lines.splitlines()]


def test_records_go_to_standard_output(run: Run, folder: Path) -> None:
    result = run("extract", folder)
    assert (result.code, ids(result.out)) == (0, ["a", "b"])
    assert result.err.startswith("2 articles in ")
    assert run("extract", folder, "-o", "-").out == result.out
    assert run("extract", folder, "--quiet") == Result(0, result.out, "")


def test_records_go_to_a_file(run: Run, folder: Path, tmp_path: Path) -> None:
    output = tmp_path / "new" / "records.jsonl"
    result = run("extract", folder / "b.txt", folder / "a.txt", "-o", output, "-q", "--published", "2025-03-04")
    assert (result.code, result.out, result.err) == (0, "", "")
    assert ids(output.read_text("utf-8")) == ["b", "a"]
    assert json.loads(output.read_text("utf-8").splitlines()[0])["article"]["published"] == "2025-03-04"


def test_metadata_and_globs_are_taken(run: Run, folder: Path, tmp_path: Path) -> None:
    (tmp_path / "known.csv").write_text("path,published,id\nb.txt,2025-03-04,second\n", "utf-8")
    result = run("extract", folder, "-q", "--glob", "b*", "--metadata", tmp_path / "known.csv")
    (line,) = result.out.splitlines()
    info = json.loads(line)["article"]
    assert (result.code, info["id"], info["published"]) == (0, "second", "2025-03-04")


def test_output_inside_the_input_is_not_read_again(run: Run, folder: Path) -> None:
    for _ in range(2):
        assert run("extract", folder, "-q", "-o", folder / "records.jsonl") == Result(0, "", "")
    assert ids((folder / "records.jsonl").read_text("utf-8")) == ["a", "b"]


def test_failures_are_a_line_each_and_the_rest_is_written(run: Run, folder: Path, tmp_path: Path) -> None:
    (folder / "a2.txt").write_text("FAIL", encoding="utf-8")
    (folder / "a3.txt").write_text("", encoding="utf-8")
    result = run("extract", folder, "-q", "-o", tmp_path / "r.jsonl")
    assert result.code == 1
    assert ids((tmp_path / "r.jsonl").read_text("utf-8")) == ["a", "b"]
    failed, empty = result.err.splitlines()
    assert failed.startswith(f"warextract: {folder / 'a2.txt'} (article a2): could not be extracted (ValueError")
    assert empty.startswith(f"warextract: {folder / 'a3.txt'}: there is no text in it")


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        pytest.param(["extract", "missing.txt"], "missing.txt: there is no such file or folder", id="missing"),
        pytest.param(["show", "missing.txt"], "missing.txt: there is no such file or folder", id="show-missing"),
        pytest.param(["extract", "in", "--glob", "*.eml"], "in: no file that matches *.eml in it", id="glob"),
        pytest.param(["extract", "in", "--metadata", "no.csv"], "no.csv: cannot be read", id="metadata-missing"),
        pytest.param(["extract", "in", "--metadata", "in/a.txt"], "in/a.txt: no column path or id", id="metadata"),
        pytest.param(["report", "missing.jsonl"], "missing.jsonl: there is no such file", id="report-missing"),
        pytest.param(["report", "in/a.txt"], "in/a.txt: holds no records; make them with", id="report-article"),
        pytest.param(["report", "in/r.jsonl", "-o", "in"], "in: is a folder; name the file", id="report-folder"),
        pytest.param(
            ["report", "in/r.jsonl", "--articles", "out"], "out: there is no such file or folder", id="report-articles"
        ),
        pytest.param(["extract", "in", "-o", "in"], "in: is a folder; name the file", id="output-folder"),
        pytest.param(["extract", "in", "--published", "Friday"], "'Friday' is no day", id="no-day"),
        pytest.param(["extract", "in", "--workers", "0"], "--workers", id="no-workers"),
        pytest.param(["extract"], "Missing argument", id="no-input"),
        pytest.param(["extract", "in", "--colour"], "No such option", id="unknown-option"),
        pytest.param(["translate"], "No such command", id="unknown-command"),
    ],
)
def test_wrong_usage_is_code_2(
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], complaint: str
) -> None:
    monkeypatch.chdir(folder.parent)
    result = run(*arguments)
    assert (result.code, result.out) == (2, "")
    assert complaint in result.err


def test_output_that_cannot_be_written_is_code_1(run: Run, folder: Path, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    result = run("extract", folder, "-o", tmp_path / "file" / "r.jsonl")
    assert result.code == 1
    assert result.err.startswith(f"warextract: {tmp_path / 'file' / 'r.jsonl'}: cannot be written")
    assert result.err.count("\n") == 1


def test_failures_are_listed_in_a_file_beside_the_output(run: Run, folder: Path, tmp_path: Path) -> None:
    (folder / "a2.txt").write_text("FAIL", encoding="utf-8")
    output = tmp_path / "r.jsonl"
    result = run("extract", folder, "-o", output)
    (failure,) = map(json.loads, (tmp_path / "r.jsonl.errors.jsonl").read_text("utf-8").splitlines())
    assert (failure["path"], failure["id"], failure["kind"]) == (str(folder / "a2.txt"), "a2", "failed")
    assert failure["message"].startswith(f"{folder / 'a2.txt'} (article a2): could not be extracted")
    assert result.err.splitlines()[-1] == f"failures are listed in {tmp_path / 'r.jsonl.errors.jsonl'}"
    run("extract", folder, "-o", output, "--errors", tmp_path / "elsewhere" / "bad.jsonl")
    assert json.loads((tmp_path / "elsewhere" / "bad.jsonl").read_text("utf-8")) == failure


def test_of_many_failures_the_first_are_told(run: Run, tmp_path: Path) -> None:
    lines = "".join(json.dumps({"id": str(number), "text": "FAIL"}) + "\n" for number in range(50))
    (tmp_path / "a.jsonl").write_text(lines, encoding="utf-8")
    told = run("extract", tmp_path / "a.jsonl", "-q", "-o", tmp_path / "r.jsonl").err.splitlines()
    assert len(told) == 21
    assert told[-1] == f"warextract: more failures are listed in {tmp_path / 'r.jsonl.errors.jsonl'} when all is done"
    assert (tmp_path / "r.jsonl").read_bytes() == b""
    assert len(run("extract", tmp_path / "a.jsonl", "-q").err.splitlines()) == 50


def test_results_inside_the_input_are_not_read_again(run: Run, folder: Path) -> None:
    (folder / "a2.txt").write_text("FAIL", encoding="utf-8")
    arguments = ("extract", folder, "-o", folder / "r.jsonl", "--errors", folder / "e.jsonl")
    first = run(*arguments, "--summary", folder / "s.json")
    again = run(*arguments, "--summary", folder / "s.json")
    assert (again.code, len(again.err.splitlines())) == (first.code, len(first.err.splitlines())) == (1, 7)
    assert json.loads((folder / "s.json").read_text("utf-8"))["articles"] == 3


def test_run_is_summed_up(run: Run, folder: Path, tmp_path: Path) -> None:
    result = run("extract", folder, "--summary", tmp_path / "new" / "summary.json")
    first, *rest = result.err.splitlines()
    assert first.startswith("2 articles in ")
    assert first.endswith(": 2 records, 0 failures")
    assert len(rest) == 4
    summary = json.loads((tmp_path / "new" / "summary.json").read_text("utf-8"))
    assert (summary["articles"], summary["words"], summary["failures"]) == (2, 2, {})


@pytest.mark.parametrize("output", [(), ("-o", "-"), ("-o", "/dev/null")])
@pytest.mark.parametrize("option", [("--resume",), ("--errors", "e.jsonl")])
def test_run_without_a_file_cannot_be_resumed(
    run: Run, folder: Path, option: tuple[str, ...], output: tuple[str, ...]
) -> None:
    result = run("extract", folder, *output, *option)
    assert result.code == 2
    assert f"{option[0]} is for a run into a file" in result.err


def test_device_can_be_the_output(run: Run, folder: Path) -> None:
    assert run("extract", folder, "-q", "-o", "/dev/null") == Result(0, "", "")


def test_article_over_its_time_is_a_failure(run: Run, folder: Path, tmp_path: Path) -> None:
    (folder / "a2.txt").write_text("HANG", encoding="utf-8")
    result = run("extract", folder, "-q", "-o", tmp_path / "r.jsonl", "--max-seconds", "0.5")
    assert (result.code, ids((tmp_path / "r.jsonl").read_text("utf-8"))) == (1, ["a", "b"])
    assert "took longer than 0.5 seconds; give it more (--max-seconds)" in result.err


@pytest.mark.parametrize(
    ("options", "complaint"),
    [
        (("--max-chars", "3"), "longer than 3 characters; split it"),
        (("--max-mb", "0.005"), "larger than 0.005 MB; split it"),
    ],
)
def test_article_that_is_too_large_is_a_failure(
    run: Run, folder: Path, options: tuple[str, ...], complaint: str
) -> None:
    (folder / "a2.txt").write_text("word " * 1200, encoding="utf-8")
    (folder / "b2.jsonl").write_text(json.dumps({"text": "word " * 1200}) + "\n", encoding="utf-8")
    result = run("extract", folder, "-q", *options)
    assert (result.code, ids(result.out)) == (1, ["a", "b"])
    plain, line = result.err.splitlines()
    assert plain.startswith(f"warextract: {folder / 'a2.txt'}: {complaint}")
    assert line.startswith(f"warextract: {folder / 'b2.jsonl'}, line 1: l")
    assert run("extract", folder, "-q").code == 0


def interrupt_after_one(*arguments: object, **options: object) -> Iterator[Finished]:
    (article, *_) = cast("Iterator[Article]", arguments[0])
    yield Finished(article, StandIn().extract(article).to_json())
    raise KeyboardInterrupt


def test_interrupted_run_goes_on(run: Run, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    output = tmp_path / "r.jsonl"
    with monkeypatch.context() as patch:
        patch.setattr(batch, "run_in_processes", interrupt_after_one)
        stopped = run("extract", folder, "-o", output, "-q")
    assert stopped == Result(130, "", "warextract: interrupted; 1 article is done, go on with --resume\n")
    assert not output.exists()
    assert "go on with --resume, or delete r.jsonl.partial" in run("extract", folder, "-o", output).err
    other = run("extract", folder, "-o", output, "--resume", "--published", "2025-03-04")
    assert other.code == 1
    assert "(published was not given and is now '2025-03-04')" in other.err
    resumed = run("extract", folder, "-o", output, "--resume")
    assert resumed.err.splitlines()[0].split(":")[0].endswith(", 1 of them before")
    assert output.read_text("utf-8") == run("extract", folder).out
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == ["r.jsonl"]


def refuse(settings: Settings) -> tuple[str, ...]:
    return (sys.executable, str(STUB), "refuse")


def stumble(settings: Settings) -> tuple[str, ...]:
    raise RuntimeError("the unforeseen")


def interrupt(settings: Settings) -> tuple[str, ...]:
    raise KeyboardInterrupt


@pytest.mark.parametrize(
    ("start", "code", "complaint"),
    [
        (refuse, 1, "warextract: no pipeline here; install one\n"),
        (stumble, 1, "warextract: a fault of warextract (RuntimeError: the unforeseen); please report it\n"),
        (interrupt, 130, "warextract: interrupted\n"),
    ],
)
def test_whatever_goes_wrong_is_one_line_and_leaves_nothing(
    run: Run,
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    start: Callable[[Settings], tuple[str, ...]],
    code: int,
    complaint: str,
) -> None:
    monkeypatch.setattr(batch, "worker_command", start)
    assert run("extract", folder, "-o", folder / "r.jsonl") == Result(code, "", complaint)
    assert sorted(path.name for path in folder.iterdir()) == ["a.txt", "b.txt"]


def test_show_prints_articles_and_records_alike(run: Run, folder: Path, tmp_path: Path) -> None:
    run("extract", folder, "-o", tmp_path / "records.jsonl")
    shown = run("show", tmp_path / "records.jsonl")
    assert shown == run("show", folder)
    assert shown.code == 0
    assert "\x1b" not in shown.out
    assert shown.out.splitlines()[0].startswith("a")


def test_show_tells_of_failures(run: Run, folder: Path) -> None:
    (folder / "b.txt").write_text("FAIL", encoding="utf-8")
    result = run("show", folder)
    assert result.code == 1
    assert "one" in result.out
    assert result.err.startswith(f"warextract: {folder / 'b.txt'} (article b)")


def test_report_is_a_page(run: Run, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run("extract", folder, "-o", tmp_path / "records.jsonl")
    page = tmp_path / "new" / "report.html"
    assert run("report", tmp_path / "records.jsonl", "-o", page, "--title", "Friday") == Result(0, "", "")
    assert "<title>Friday</title>" in page.read_text("utf-8")
    monkeypatch.chdir(tmp_path)
    assert run("report", tmp_path / "records.jsonl") == Result(0, "", "")
    assert Path("report.html").exists()


def test_report_says_which_texts_it_lacks(run: Run, folder: Path, tmp_path: Path) -> None:
    records, page = tmp_path / "records.jsonl", tmp_path / "report.html"
    run("extract", folder, "-o", records)
    (folder / "a.txt").write_text("changed", encoding="utf-8")
    lacking = run("report", records, "-o", page)
    assert lacking.code == 0
    assert lacking.err.startswith("warextract: the text of 1 of 2 articles was not found")
    assert "--articles FOLDER" in lacking.err
    (tmp_path / "kept").mkdir()
    (tmp_path / "kept" / "a.txt").write_text("one", encoding="utf-8")
    assert run("report", records, "-o", page, "--articles", tmp_path / "kept") == Result(0, "", "")


def test_rules_are_listed_by_type(run: Run) -> None:
    everything = run("rules").out.splitlines()
    denials = run("rules", "--type", "denies").out.splitlines()
    assert 0 < len(denials) < len(everything)
    for line in denials:
        rule, emits, kind, why = line.split("\t")
        assert (emits, kind) == ("claim", "denies")
        assert "." in rule
        assert why
    assert run("rules", "--type", "sleeps").code == 2


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help(run: Run, command: str) -> None:
    result = run(command, "--help")
    assert result.code == 0
    assert len(result.out) > 100


def test_help_names_every_command(run: Run) -> None:
    listed = run("--help").out
    assert all(f"\n  {command} " in listed for command in COMMANDS)
    told = run("--version").out.strip()
    assert re.fullmatch(r"warextract \d+\.\d+\.\d+ \((compiled|from source)\)", told)


@pytest.mark.parametrize("arguments", [["--help"], ["extract", "--help"], ["schema"], ["extract", "missing.txt"]])
def test_no_spacy_without_a_text(arguments: list[str]) -> None:
    program = (
        "import sys\n"
        "from warextract.cli import main\n"
        "try:\n    main()\n"
        "except SystemExit:\n    pass\n"
        "sys.exit('spacy' in sys.modules)\n"
    )
    done = subprocess.run([sys.executable, "-c", program, *arguments], capture_output=True, check=False)
    assert done.returncode == 0


def test_python_m_is_the_same_program() -> None:
    done = subprocess.run([sys.executable, "-m", "warextract", "schema"], capture_output=True, check=True)
    assert json.loads(done.stdout)["title"] == "ArticleRecord"


def test_reader_that_leaves_is_no_error() -> None:
    command = f"{sys.executable} -m warextract schema | head -c 10"
    done = subprocess.run(["bash", "-c", command], capture_output=True, check=False)
    assert (len(done.stdout), done.stderr) == (10, b"")


def on_terminal(*arguments: str | Path, **environment: str) -> str:
    """What a terminal gets."""
    leader, follower = pty.openpty()
    command = [sys.executable, "-m", "warextract", *map(str, arguments)]
    inherited = {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "FORCE_COLOR")}
    subprocess.run(command, stdout=follower, check=True, env={**inherited, "TERM": "xterm-256color", **environment})
    os.close(follower)
    shown = os.read(leader, 100_000).decode()
    os.close(leader)
    return shown


HOSTILE = "Kyiv \x1b[2J\x1b]0;owned\x07 denied it. \x9b31m \u202eti deined \u202c wyiK \x7f"


@pytest.fixture
def hostile(tmp_path: Path) -> Path:
    """An article full of orders to the terminal, in text and name."""
    path = tmp_path / "hostile.jsonl"
    line = {"id": "\x1b[1;1Hid", "published": "2025-03-04"}
    path.write_text(json.dumps({**line, "text": HOSTILE}) + "\n", encoding="utf-8")
    return path


@pytest.fixture
def shown_record(tmp_path: Path) -> Path:
    """A file of one record, and its article beside it."""
    article, records = tmp_path / "sample.txt", tmp_path / "records.jsonl"
    article.write_text("Kyiv denied it.", encoding="utf-8")
    record: ArticleRecord = make_record("Kyiv denied it.")
    info = record.article.model_copy(update={"path": str(article)})
    records.write_text(record.model_copy(update={"article": info}).to_json() + "\n", encoding="utf-8")
    return records


def test_terminal_gets_colour_and_a_pipe_none(shown_record: Path, run: Run) -> None:
    shown = on_terminal("show", shown_record)
    assert "\x1b[1m" in shown
    assert "\x1b[36m" in shown  # a layer's own colour, in the legend
    assert "sample" in shown
    assert "Kyiv denied it." in shown
    piped = run("show", shown_record).out
    assert "\x1b" not in piped
    assert "Kyiv denied it." in piped
    assert "Marked:" not in piped


def test_terminal_that_wants_no_colour_gets_none(shown_record: Path) -> None:
    shown = on_terminal("show", shown_record, NO_COLOR="1")
    assert not re.search(r"\x1b\[[\d;]*\b[39][0-8]\b", shown)
    assert "\x1b[1m" in shown
    assert "Kyiv denied it." in shown


@pytest.mark.parametrize("terminal", [True, False])
def test_articles_give_no_orders_to_the_terminal(run: Run, hostile: Path, tmp_path: Path, terminal: bool) -> None:
    records = tmp_path / "records.jsonl"
    assert run("extract", hostile, "-o", records).code == 0
    shown = on_terminal("show", records) if terminal else run("show", records).out
    styles = re.compile(r"\x1b\[[0-9;]*m")
    left = styles.sub("", shown)
    assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e]", left)
    for spelt in (r"\x1b[2J", r"\x1b]0;owned", r"\x9b31m", r"\u202e", r"\x1b[1;1H"):
        assert spelt in "".join(left.split("\r\n"))


def test_complaints_give_no_orders_either(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(json.dumps({"id": "\x1b[2Ja", "text": "FAIL"}) + "\n", encoding="utf-8")
    told = run("show", tmp_path / "a.jsonl").err
    assert r"\x1b[2Ja" in told
    assert "\x1b" not in told


def test_show_says_which_texts_it_lacks(run: Run, shown_record: Path, tmp_path: Path) -> None:
    (tmp_path / "kept").mkdir()
    (tmp_path / "sample.txt").rename(tmp_path / "kept" / "sample.txt")
    lacking = run("show", shown_record)
    assert lacking.code == 0
    assert lacking.err.startswith("warextract: the text of 1 of 1 articles was not found")
    found = run("show", shown_record, "--articles", tmp_path / "kept")
    assert "Kyiv denied it." in found.out
    assert (found.code, found.err) == (0, "")
    assert run("show", shown_record, "--no-text") == Result(0, lacking.out, "")
    assert run("show", shown_record, "--articles", tmp_path / "nowhere").code == 2
