"""The README's section on performance, written from the file of results and from nothing else."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

BEGIN = "<!-- written by `make bench` from docs/benchmarks.json -->"
END = "<!-- end of what `make bench` writes -->"
LAYERS = ("parse", "frames", "mentions", "claims", "events", "record", "rest")


def section(results: Mapping[str, Any]) -> str:
    """The section, markers included; a part that was not measured is left out.

    >>> machine = {"cores": 2, "processor": "X", "python": "3.12", "compiled": True}
    >>> print(section({"machine": machine}).splitlines()[2][:64])
    Measured with the compiled package on 2 cores (X, Python 3.12) t
    """
    rows = [row for part in (_layers, _sources, _workers, _memory, _start_up, _report) for row in part(results)]
    lines = ["| what | measured | mark |", "|---|---|---|", *(f"| {' | '.join(row)} |" for row in rows)]
    return "\n".join([BEGIN, "", _where(results), "", *lines, "", _shares(results), END]).replace("\n\n\n", "\n\n")


def write(readme: Path, results: Mapping[str, Any]) -> None:
    """Put the section between its markers in the README. Raises ValueError when they are not there."""
    text = readme.read_text("utf-8")
    readme.write_text(text[: text.index(BEGIN)] + section(results) + text[text.index(END) + len(END) :], "utf-8")


def _where(results: Mapping[str, Any]) -> str:
    machine = results["machine"]
    loads = [each["load_before"] for each in results.values() if each.get("load_before") is not None]
    busy = f", up to {max(loads):.0f} processes wanting them at a time" if loads else ""
    how = "the compiled package" if machine.get("compiled") else "the package from its sources"
    return (
        f"Measured with {how} on {machine['cores']} cores ({machine['processor']}, Python {machine['python']}) "
        f"that other work shared{busy};\nratios are of work done side by side. `make bench` measures anew, and\n"
        "[docs/benchmarks.json](docs/benchmarks.json) has all figures."
    )


def _layers(results: Mapping[str, Any]) -> list[tuple[str, str, str]]:
    if "layers" not in results:
        return []
    found = results["layers"]
    times, speed = found["times_the_pipeline"], found["words_per_cpu_second"]
    both = f"{speed['extraction']:,} and {speed['pipeline']:,} words a second of one core"
    what = "time of a whole extraction beside that of the bundled pipeline alone"
    rows = [(what, f"{_range(times['extraction'])} ({both})", "at most 1.5")]
    default = times["pipeline_as_spacy_loads_it"]
    ratio = times["extraction"]["median"] / default["median"]
    what = "likewise beside the pipeline as spaCy loads it, with the matrix products of thinc's default"
    rows.append((what, f"{ratio:.2f} ({speed['pipeline_as_spacy_loads_it']:,} words a second)", ""))
    if "textacy_quotations" in times:
        text = f"{_range(times['textacy_quotations'])} ({speed['textacy_quotations']:,} words a second)"
        what = "time of the pipeline with textacy's direct quotations and nothing else, likewise"
        rows.append((f"{what}; it refused {found['textacy_refused']} of {found['articles']} articles", text, ""))
    return rows


def _sources(results: Mapping[str, Any]) -> list[tuple[str, str, str]]:
    if "layers_of_sources" not in results:
        return []
    found = results["layers_of_sources"]
    speed = found["words_per_cpu_second"]["extraction"]
    what = "time of a whole extraction from the sources, not compiled, beside that of the pipeline"
    return [(what, f"{_range(found['times_the_pipeline']['extraction'])} ({speed:,} words a second)", "")]


def _workers(results: Mapping[str, Any]) -> list[tuple[str, str, str]]:
    if "workers" not in results:
        return []
    found = results["workers"]
    had = "other work kept the cores busy"
    if "cores_had" in found:
        one, two = (found["cores_had"][each]["median"] for each in ("one", "two"))
        had = f"other work left one {one:g} of a core and two together {two:g}"
    return [
        (
            "words a second of two workers beside one",
            f"{_range(found['speed_up'])}; {had}",
            "at least 1.8 on idle cores",
        ),
        ("words in a second of a processor, likewise", _range(found["work_kept"]), ""),
    ]


def _memory(results: Mapping[str, Any]) -> list[tuple[str, str, str]]:
    runs = {int(number): each for number, each in results.get("memory", {}).items() if number.isdigit()}
    if len(runs) < 2:
        return []
    few, many = min(runs), max(runs)
    ratio = runs[many]["peak_mb"] / runs[few]["peak_mb"]
    what = f"most memory of a run over {many:,} articles beside one over {few:,}, {runs[many]['workers']} workers"
    return [(what, f"{ratio:.2f} ({runs[many]['peak_mb']} and {runs[few]['peak_mb']} MB)", "at most 1.15")]


def _start_up(results: Mapping[str, Any]) -> list[tuple[str, str, str]]:
    if "start_up" not in results:
        return []
    found = results["start_up"]
    first = found["first_record_in_python"]
    return [
        ("from start to the first record in Python", _seconds(first), "at most 3 s"),
        ("likewise on the command line, which starts a worker", _seconds(found["first_record_of_the_command"]), ""),
        ("`import warextract`", _seconds(found["import"]), ""),
    ]


def _report(results: Mapping[str, Any]) -> list[tuple[str, str, str]]:
    if "report_page" not in results:
        return []
    found = results["report_page"]
    opened, shown = found["seconds_to_open"], found.get("seconds_to_show", {})
    made = f"made in {found['seconds_to_make']:.1f} s ({found['cpu_seconds_to_make']:.1f} s of a processor)"
    there = "" if opened is None else f"; open in {opened:.1f} s ({found['cpu_seconds_to_open']:.1f} s of a processor)"
    slow = f", its slowest view drawn in {max(shown.values()):.1f} s" if shown else ""
    what = f"report page of {found['articles']} articles with {found['events']:,} events ({found['megabytes']:g} MB)"
    return [(what, f"{made}{there}{slow}", "open in 3 s")]


def _shares(results: Mapping[str, Any]) -> str:
    if "layers" not in results:
        return ""
    shares = results["layers"]["share_of_extraction"]
    told = ", ".join(f"{name} {shares[name]:.0%}" for name in LAYERS)
    beside = " and ".join(f"the {name} layer {shares[name] / shares['parse']:.0%}" for name in ("mentions", "events"))
    return f"Of an extraction's time the layers take: {told}.\nBeside the parse, {beside}; the mark of each is 15%.\n"


def _range(found: Mapping[str, float]) -> str:
    return f"{found['median']:.2f} ({found['least']:.2f} to {found['most']:.2f})"


def _seconds(found: Mapping[str, float]) -> str:
    return f"{found['seconds']:.2f} s ({found['cpu_seconds']:.2f} s of a processor)"
