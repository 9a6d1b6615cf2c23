"""What a run tells while it goes on: a bar on a terminal, lines in a log."""

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from warextract.cli.progress import Lines, Silence, watching

STUB_RUN = Path(__file__).parent / "support" / "stub_run.py"


def test_log_gets_a_line_a_minute(capsys: pytest.CaptureFixture[str]) -> None:
    clock = iter([0.0, 10.0, 59.0, 60.0, 61.0, 125.0, 190.0])
    lines = Lines(lambda: 5, lambda: next(clock))
    for _ in range(6):
        lines.advance()
    assert capsys.readouterr().err.splitlines() == [
        "warextract: 3 of 5 articles, 0.1 a second, under a minute left",
        "warextract: 5 articles, 0.0 a second",
        "warextract: 6 articles, 0.0 a second",
    ]


def test_articles_of_the_interrupted_run_are_no_part_of_the_rate(capsys: pytest.CaptureFixture[str]) -> None:
    clock = iter([0.0, 1.0, 100.0])
    lines = Lines(lambda: 7202, lambda: next(clock))
    lines.advance(replayed=True)
    lines.advance()
    assert capsys.readouterr().err == "warextract: 2 of 7,202 articles, 0.0 a second, 200.0 hours left\n"


def test_quiet_run_says_only_what_went_wrong(capsys: pytest.CaptureFixture[str]) -> None:
    with watching(lambda: 1 // 0, quiet=True) as watch:
        watch.advance()
        watch.say("a.txt: unreadable")
    assert isinstance(watch, Silence)
    assert capsys.readouterr().err == "warextract: a.txt: unreadable\n"


def test_terminal_gets_a_bar_with_rate_and_time_left(tmp_path: Path) -> None:
    for number in range(12):
        (tmp_path / f"{number:02}.txt").write_text("SLOW" if number != 5 else "FAIL [red]", encoding="utf-8")
    leader, follower = pty.openpty()
    command = [sys.executable, str(STUB_RUN), "extract", str(tmp_path)]
    environment = {**os.environ, "TERM": "xterm-256color", "COLUMNS": "160"}
    run = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=follower, env=environment)
    os.close(follower)
    shown = read_all(leader)
    assert run.wait() == 1
    assert "/12" in shown
    assert "/s" in shown
    assert "0:00:0" in shown
    assert "05.txt (article 05): could not be extracted" in shown
    assert "12 articles in " in shown


def read_all(descriptor: int) -> str:
    """What a terminal shows until its last writer leaves."""
    found = b""
    while True:
        try:
            more = os.read(descriptor, 65536)
        except OSError:  # Linux's word for the end of a terminal
            more = b""
        if not more:
            os.close(descriptor)
            return found.decode()
        found += more
