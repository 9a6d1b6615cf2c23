"""The README's figures are those of the file of results, and the articles of long runs are what they say."""

import json
from pathlib import Path
from typing import Any

import pytest

import performance
from made_articles import Samples, made_articles, read_samples


@pytest.fixture(scope="module")
def results(root: Path) -> dict[str, Any]:
    return json.loads((root / "docs" / "benchmarks.json").read_text("utf-8"))


def test_readme_shows_the_measured_figures_and_no_others(root: Path, results: dict[str, Any]) -> None:
    assert performance.section(results) in (root / "README.md").read_text("utf-8")


def test_every_section_is_measured(results: dict[str, Any]) -> None:
    assert set(results) == {"machine", "start_up", "layers", "layers_of_sources", "workers", "memory", "report_page"}
    assert {"500", "20000"} <= set(results["memory"])


def test_section_says_what_the_results_say(results: dict[str, Any]) -> None:
    other = json.loads(json.dumps(results))
    other["layers"]["times_the_pipeline"]["extraction"]["median"] = 9.87
    assert "9.87" in performance.section(other)
    assert "9.87" not in performance.section(results)


def test_results_name_no_host_and_no_folder(results: dict[str, Any]) -> None:
    assert set(results["machine"]) == {"cores", "processor", "memory_gb", "system", "python", "compiled", "libraries"}
    assert not [line for line in json.dumps(results, indent=1).splitlines() if '": "/' in line]


def test_what_was_not_measured_is_left_out() -> None:
    text = performance.section({"machine": {"cores": 2, "processor": "X", "python": "3.12"}})
    assert "textacy" not in text
    assert "Of an extraction" not in text


def test_readme_without_markers_is_refused(tmp_path: Path, results: dict[str, Any]) -> None:
    readme = tmp_path / "README.md"
    readme.write_text("# nothing", "utf-8")
    with pytest.raises(ValueError, match="not found"):
        performance.write(readme, results)
    assert readme.read_text("utf-8") == "# nothing"


def test_made_articles_are_the_same_again() -> None:
    samples = read_samples()
    once = list(made_articles(5, samples))
    assert once == list(made_articles(5, samples))
    assert [each["text"] for each in once] != [each["text"] for each in made_articles(5, samples, seed=7)]


def test_made_article_opens_as_a_sample_does_and_has_new_names() -> None:
    samples = Samples(("Rebels took 40 posts on 3.5 km.",), ("The army denied it.",))
    first, second = made_articles(2, samples, paragraphs=(2, 2))
    opening, middle, named = first["text"].split("\n\n")
    assert opening.startswith("Rebels took ")
    assert opening.endswith(" posts on 3.5 km.")
    assert middle == "The army denied it."
    assert named != second["text"].split("\n\n")[2]
    assert first["id"] != second["id"]
