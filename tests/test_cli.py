"""The command line with a stand-in for the extractor; test_batch_runs.py does it with the real one."""

import json
import os
import pty
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from stand_in import StandIn, make_record
from warextract import cli
from warextract.errors import ModelError
from warextract.records import ArticleRecord
from warextract.worker import Settings

COMMANDS = ("extract", "show", "export", "report", "schema", "rules", "try")


@dataclass(frozen=True, slots=True)
class Result:
    code: int
    out: str
    err: str


Run = Callable[..., Result]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs the command line in this process, with a stand-in for the extractor."""
    monkeypatch.setattr(Settings, "load", lambda self: StandIn())

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
    assert (result.code, ids(result.out), result.err) == (0, ["a", "b"], "")
    assert run("extract", folder, "-o", "-").out == result.out


def test_records_go_to_a_file(run: Run, folder: Path, tmp_path: Path) -> None:
    output = tmp_path / "new" / "records.jsonl"
    result = run("extract", folder / "b.txt", folder / "a.txt", "-o", output, "--published", "2025-03-04")
    assert (result.code, result.out, result.err) == (0, "", "")
    assert ids(output.read_text("utf-8")) == ["b", "a"]
    assert json.loads(output.read_text("utf-8").splitlines()[0])["article"]["published"] == "2025-03-04"


def test_output_inside_the_input_is_not_read_again(run: Run, folder: Path) -> None:
    for _ in range(2):
        assert run("extract", folder, "-o", folder / "records.jsonl") == Result(0, "", "")
    assert ids((folder / "records.jsonl").read_text("utf-8")) == ["a", "b"]


def test_failures_are_a_line_each_and_the_rest_is_written(run: Run, folder: Path, tmp_path: Path) -> None:
    (folder / "a2.txt").write_text("FAIL", encoding="utf-8")
    (folder / "a3.txt").write_text("", encoding="utf-8")
    result = run("extract", folder, "-o", tmp_path / "r.jsonl")
    assert result.code == 1
    assert ids((tmp_path / "r.jsonl").read_text("utf-8")) == ["a", "b"]
    failed, empty = result.err.splitlines()
    assert failed.startswith(
        f"warextract: {folder / 'a2.txt'} (article a2): could not be extracted (ValueError"
    )
    assert empty.startswith(f"warextract: {folder / 'a3.txt'}: there is no text in it")


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        pytest.param(
            ["extract", "missing.txt"], "missing.txt: there is no such file or folder", id="missing"
        ),
        pytest.param(
            ["show", "missing.txt"], "missing.txt: there is no such file or folder", id="show-missing"
        ),
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


def refuse(settings: Settings) -> StandIn:
    raise ModelError(f"spaCy pipeline {settings.model!r} cannot be loaded; install it")


def stumble(settings: Settings) -> StandIn:
    raise RuntimeError("the unforeseen")


def interrupt(settings: Settings) -> StandIn:
    raise KeyboardInterrupt


@pytest.mark.parametrize(
    ("load", "code", "complaint"),
    [
        (refuse, 1, "warextract: spaCy pipeline 'xx' cannot be loaded; install it\n"),
        (stumble, 1, "warextract: a fault of warextract (RuntimeError: the unforeseen); please report it\n"),
        (interrupt, 130, "warextract: interrupted\n"),
    ],
)
def test_whatever_goes_wrong_is_one_line(
    run: Run,
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    load: Callable[[Settings], StandIn],
    code: int,
    complaint: str,
) -> None:
    monkeypatch.setattr(Settings, "load", load)
    output = folder / "r.jsonl"
    assert run("extract", folder, "--model", "xx", "-o", output) == Result(code, "", complaint)
    assert not output.exists()


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
    assert run("--version").out.startswith("warextract ")


@pytest.mark.parametrize(
    "arguments", [["--help"], ["extract", "--help"], ["schema"], ["extract", "missing.txt"]]
)
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


def test_terminal_gets_colour_and_a_pipe_none(tmp_path: Path) -> None:
    records = tmp_path / "records.jsonl"
    record: ArticleRecord = make_record("Kyiv denied it.")
    records.write_text(record.to_json() + "\n", encoding="utf-8")
    leader, follower = pty.openpty()
    command = [sys.executable, "-m", "warextract", "show", str(records)]
    environment = {**os.environ, "TERM": "xterm-256color"}
    subprocess.run(command, stdout=follower, check=True, env=environment)
    os.close(follower)
    shown = os.read(leader, 10_000).decode()
    os.close(leader)
    assert "\x1b[1m" in shown
    assert "sample" in shown
