"""Words a second of the tokenizer, the bundled pipeline and the whole extraction, and the share of each layer.

The pipeline is timed as the package loads it, with matrix products by numpy's OpenBLAS, and as spaCy does by itself.
Each round times all of them on the same articles one after the other, by the processor's clock, so that what else the
machine does hits all alike; ratios are the median over the rounds. textacy's quotations are timed on the parses of the
same pipeline where textacy is installed (extra ``bench``).
"""

import importlib.util
import json
import os
import statistics
import subprocess
import sys
import time
import warnings
from collections import defaultdict
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
FOLDERS = ("tests/fixtures/articles", "eval/gold/dev")
LAYERS = {
    "parse": ("parse",),
    "frames": ("build_frames",),
    "mentions": ("find_entities",),
    "claims": ("find_claims",),
    "events": ("find_matches", "find_events", "find_operators", "find_times"),
    "record": ("assemble",),
}


def articles() -> list[str]:
    """The texts that all of it is measured on: samples and annotated articles of the repository."""
    paths = [path for folder in FOLDERS for path in sorted((ROOT / folder).glob("*.txt"))]
    return [path.read_text("utf-8") for path in paths]


def measure(texts: Sequence[str], rounds: int = 3) -> dict[str, Any]:
    """Words a processor second of each kind of work, their ratios, and each layer's share of an extraction."""
    import spacy  # noqa: PLC0415

    from warextract.article import Article  # noqa: PLC0415 (start-up is measured before anything is loaded)
    from warextract.extractor import load  # noqa: PLC0415
    from warextract.syntax.pipeline import BUNDLED, load_pipeline  # noqa: PLC0415

    extractor, nlp, plain = load(), load_pipeline(), spacy.load(BUNDLED)
    given = [Article(id=str(i), text=text, published="2025-03-04") for i, text in enumerate(texts)]
    works: dict[str, Callable[[int], object]] = {
        "tokenizer": lambda i: nlp.make_doc(texts[i]),
        "pipeline": lambda i: nlp(texts[i]),
        "pipeline_as_spacy_loads_it": lambda i: plain(texts[i]),
        "extraction": lambda i: extractor.extract(given[i]).to_json(),
    }
    quotations = _textacy()
    if quotations is not None:
        works["textacy_quotations"] = lambda i: quotations(nlp(texts[i]))
    words = sum(len(text.split()) for text in texts)
    seconds: dict[str, list[float]] = defaultdict(list)
    for turn in range(rounds + 1):
        for name, work in works.items():
            spent = _spent(work, len(texts))
            if turn:  # the first one warms up
                seconds[name].append(spent)
    refused = {"textacy_refused": sum(not quotations(nlp(text)) for text in texts)} if quotations is not None else {}
    return refused | {
        "articles": len(texts),
        "words": words,
        "rounds": rounds,
        "words_per_cpu_second": {name: round(words / statistics.median(each)) for name, each in seconds.items()},
        "times_the_pipeline": {
            name: _ratios(each, seconds["pipeline"]) for name, each in seconds.items() if name != "pipeline"
        },
        "share_of_extraction": _shares(extractor.extract, given),
    }


def of_sources() -> dict[str, Any]:
    """What ``measure`` finds for the modules of ``src``, which stand before an installed package in a fresh Python."""
    program = "import json, layers; print(json.dumps(layers.measure(layers.articles())))"
    path = os.pathsep.join(str(ROOT / folder) for folder in ("src", "benchmarks"))
    done = subprocess.run(
        [sys.executable, "-c", program],
        env=os.environ | {"PYTHONPATH": path},
        check=True,
        capture_output=True,
        encoding="utf-8",
    )
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found


def _spent(work: Callable[[int], object], number: int) -> float:
    begun = time.process_time()
    for i in range(number):
        work(i)
    return time.process_time() - begun


def _ratios(these: Sequence[float], those: Sequence[float]) -> dict[str, float]:
    found = [this / that for this, that in zip(these, those, strict=True)]
    return {"median": round(statistics.median(found), 2), "least": round(min(found), 2), "most": round(max(found), 2)}


def _textacy() -> Callable[[Any], bool] | None:
    """textacy's extraction of direct quotations, which tells whether it took the article: it refuses those with a
    mark that is not closed, as the second paragraph of a long quotation has. None where textacy is not installed.
    """
    if importlib.util.find_spec("textacy") is None:
        return None
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from textacy.extract.triples import direct_quotations  # noqa: PLC0415 (an extra)

    def quotations(doc: Any) -> bool:
        try:
            list(direct_quotations(doc))
        except ValueError:
            return False
        return True

    return quotations


def _shares(extract: Callable[[Any], Any], given: Sequence[Any]) -> dict[str, float]:
    """Each layer's share of the time of an extraction, by the calls that the extractor makes of it."""
    from warextract import extractor as stages  # noqa: PLC0415

    spent: dict[str, float] = defaultdict(float)

    def timed(layer: str, call: Callable[..., Any]) -> Callable[..., Any]:
        def run(*arguments: object) -> Any:
            begun = time.process_time()
            try:
                return call(*arguments)
            finally:
                spent[layer] += time.process_time() - begun

        return run

    untimed = {name: getattr(stages, name) for names in LAYERS.values() for name in names}
    for layer, names in LAYERS.items():
        for name in names:
            setattr(stages, name, timed(layer, untimed[name]))
    begun = time.process_time()
    try:
        records = [extract(article) for article in given]
        for record in records:
            timed("record", record.to_json)()
    finally:
        for name, call in untimed.items():
            setattr(stages, name, call)
    whole = time.process_time() - begun
    shares = {layer: round(spent[layer] / whole, 3) for layer in LAYERS}
    return shares | {"rest": round(1 - sum(spent.values()) / whole, 3)}
