"""Near-copies and replaced versions: edited copies are found, bulletins on one template are not taken for copies."""

import os
import random
import re
import subprocess
import sys
import tomllib
from collections.abc import Callable
from itertools import chain
from pathlib import Path
from typing import Any

import pytest

from warextract import copies as copies_module
from warextract.copies import Copies
from warextract.records import ArticleInfo, Revision

HERE = Path(__file__).parent
SAMPLES = {path.stem: path.read_text("utf-8") for path in sorted((HERE / "fixtures" / "articles").glob("*.txt"))}
VERSIONS = tomllib.loads((HERE / "fixtures" / "copies" / "versions.toml").read_text("utf-8"))["version"]
TEMPLATES = tomllib.loads((HERE / "fixtures" / "copies" / "bulletins.toml").read_text("utf-8"))["template"]


def info(name: str, **more: object) -> ArticleInfo:
    return ArticleInfo.model_validate({"id": name, "sha256": "", **more})


def version(entry: dict[str, object]) -> ArticleInfo:
    return ArticleInfo.model_validate({"sha256": ""} | {key: value for key, value in entry.items() if key != "text"})


Marks = dict[str, tuple[str | None, str | None]]


def marks(articles: list[tuple[ArticleInfo, str]], copies: Copies | None = None) -> Marks:
    """Id to `duplicate_of` and `supersedes`."""
    copies = copies or Copies()
    marked = [copies.mark(article, text) for article, text in articles]
    return {article.id: (article.duplicate_of, article.supersedes) for article in marked}


def with_other_words(text: str) -> str:
    """Every sixteenth small word or so is another."""
    chance = random.Random(7)
    return re.sub(r"\b[a-z]{3,}\b", lambda word: "also" if chance.random() < 0.06 else word[0], text)


def trimmed(text: str) -> str:
    """Without the last quarter of its paragraphs."""
    paragraphs = [line for line in text.splitlines() if line.strip()]
    return "\n\n".join(paragraphs[: -(len(paragraphs) // 4) or None])


def elsewhere(text: str) -> str:
    """With another dateline and a credit."""
    opening = re.compile(r"^[A-Z][^\n]{2,60}? (?:[-–—]+|\([A-Z]+\)) ", re.MULTILINE)
    return opening.sub("GENEVA, March 4 (Lake Wire) -- ", text, count=1) + "\n(Reporting by A. Lee)"


def at_once(text: str) -> str:
    return elsewhere(trimmed(re.sub(r"\bsaid\b", "told reporters", text)))


@pytest.mark.parametrize("edit", [with_other_words, trimmed, elsewhere, at_once])
def test_an_edited_copy_points_at_the_first(edit: Callable[[str], str]) -> None:
    first = [(info(name), text) for name, text in SAMPLES.items()]
    edited = [(info(f"{name} again"), edit(text)) for name, text in SAMPLES.items()]
    found = marks(first + edited)
    assert {name: found[name] for name in SAMPLES} == dict.fromkeys(SAMPLES, (None, None))
    assert {name: found[f"{name} again"] for name in SAMPLES} == {name: (name, None) for name in SAMPLES}


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda template: template["name"])
def test_bulletins_on_one_template_are_no_copies(template: dict[str, list[str]]) -> None:
    editions = [(info(f"{number}"), text) for number, text in enumerate(template["editions"])]
    assert len(editions) > 1
    assert set(marks(editions).values()) == {(None, None)}


def test_each_version_replaces_the_one_before_and_a_paper_copies_one_of_them() -> None:
    assert marks([(version(entry), entry["text"]) for entry in VERSIONS]) == {
        "first": (None, None),
        "update1": (None, "first"),
        "update2": (None, "update1"),
        "paper": ("update2", None),
        "corrected": (None, "update2"),
    }


def test_a_version_that_comes_after_its_update_is_a_copy_of_that() -> None:
    first, update = VERSIONS[0], VERSIONS[1]
    trimmed_update = update | {"text": first["text"]}  # the same words, so that they count as copies
    late = [(version(trimmed_update), first["text"]), (version(first), first["text"])]
    assert marks(late) == {"update1": (None, None), "first": ("update1", None)}


def test_updates_of_other_stories_replace_nothing() -> None:
    first = [(info(name), text) for name, text in SAMPLES.items()]
    update = info("new", title="UPDATE 1-Something else", revision=Revision(kind="update", number=1))
    assert marks([*first, (update, VERSIONS[0]["text"])])["new"] == (None, None)


def test_a_wrapup_replaces_only_wrapups() -> None:
    text = VERSIONS[0]["text"]
    wrapups = [(info(f"{n}", revision=Revision(kind="wrapup", number=n)), text) for n in (1, 2)]
    assert marks([(info("story"), text), *wrapups]) == {
        "story": (None, None),
        "1": ("story", None),
        "2": ("story", None),
    }
    assert marks(wrapups) == {"1": (None, None), "2": (None, "1")}


def test_copies_of_copies_point_at_the_first() -> None:
    text = SAMPLES["shire_falls"]
    found = marks([(info("a"), text), (info("b"), elsewhere(text)), (info("c"), at_once(text))])
    assert found == {"a": (None, None), "b": ("a", None), "c": ("a", None)}


@pytest.mark.parametrize("text", ["", " ", "…", "Gunfire.", "\ud800 \u0000 \u202e"])
def test_texts_with_nothing_in_them(text: str) -> None:
    found = marks([(info("a"), text), (info("b"), SAMPLES["shire_falls"]), (info("c"), "")])
    assert set(found.values()) == {(None, None)}


def test_only_the_last_articles_are_remembered() -> None:
    names = list(SAMPLES)
    articles = [(info(name), SAMPLES[name]) for name in names[:5]]
    again = [(info(f"{name} again"), SAMPLES[name]) for name in (names[0], names[4])]
    found = marks([*articles, *again], Copies(keep=3))
    assert found[f"{names[0]} again"] == (None, None)
    assert found[f"{names[4]} again"] == (names[4], None)


def test_marking_again_goes_on_where_a_run_was_cut_short() -> None:
    articles = list(chain.from_iterable(((info(n), t), (info(f"{n} 2"), trimmed(t))) for n, t in SAMPLES.items()))
    whole = marks(articles)
    second = Copies()
    marks(articles[:9], second)
    assert {**dict(list(whole.items())[:9]), **marks(articles[9:], second)} == whole


def test_other_processes_mark_alike() -> None:
    """Checksums must not depend on Python's hashing, which is salted."""
    program = (
        "from warextract.copies import Copies; from warextract.records import ArticleInfo\n"
        "import sys; text = sys.stdin.read(); copies = Copies()\n"
        "copies.mark(ArticleInfo(id='a', sha256=''), text)\n"
        "seen = copies._seen[0]; print(list(seen.digest), list(seen.names), list(seen.numbers))"
    )
    printed = {
        subprocess.run(
            [sys.executable, "-c", program],
            input=SAMPLES["shire_falls"],
            env=os.environ | {"PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
            encoding="utf-8",
        ).stdout
        for seed in ("1", "2")
    }
    assert len(printed) == 1
    assert len(printed.pop()) > 500


def test_bulletins_on_one_template_are_compared_with_the_last_ones(monkeypatch: pytest.MonkeyPatch) -> None:
    compared: list[object] = []
    overlap = copies_module._overlap

    def counted(a: Any, b: Any) -> float:
        compared.append(a)
        return overlap(a, b)

    monkeypatch.setattr(copies_module, "_overlap", counted)
    template = " ".join(f"Sentence {word} of the bulletin of the day says what it always says" for word in "abcdefghij")
    copies = Copies()
    for number in range(150):
        found = copies.mark(ArticleInfo(id=str(number), sha256=""), f"{template} {number * 17} {number * 13}")
        assert found.duplicate_of is None
    assert len(compared) == sum(min(number, 100) for number in range(150))
