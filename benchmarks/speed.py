"""What each layer costs beside the parse, in one run over the sample articles; load time and memory.

    python benchmarks/speed.py [FOLDER]

Ratios hold on any machine, seconds only on the one that printed them.
"""

import resource
import sys
import time
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

Result = TypeVar("Result")
SAMPLES = Path(__file__).parent.parent / "tests" / "fixtures" / "articles"
LAYERS = ("frames", "mentions", "claims", "events")


def main(folder: Path) -> None:
    start = time.perf_counter()
    import warextract  # noqa: PLC0415 (loading is what is measured)

    extractor = warextract.load()
    loaded = time.perf_counter() - start
    from warextract import extractor as stages  # noqa: PLC0415

    spent: dict[str, float] = defaultdict(float)

    def timed(layer: str, call: Callable[..., Result]) -> Callable[..., Result]:
        def run(*args: object) -> Result:
            begin = time.process_time()
            try:
                return call(*args)
            finally:
                spent[layer] += time.process_time() - begin

        return run

    for layer, names in {
        "parse": ["parse"],
        "frames": ["build_frames"],
        "mentions": ["find_entities"],
        "claims": ["find_claims"],
        "events": ["find_matches", "find_events", "find_operators", "find_times"],
    }.items():
        for name in names:
            setattr(stages, name, timed(layer, getattr(stages, name)))
    texts = [path.read_text("utf-8") for path in sorted(folder.glob("*.txt"))]
    extractor.extract(warextract.Article(id="warm", text=texts[0], published="2025-01-01"))
    spent.clear()
    begin = time.process_time()
    for number, text in enumerate(texts):
        extractor.extract(warextract.Article(id=str(number), text=text, published="2025-01-01"))
    whole = time.process_time() - begin
    words = sum(len(text.split()) for text in texts)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"loaded in {loaded:.2f} s; {memory:.0f} MB at most; {words} words, {words / whole:.0f} a CPU second")
    print(f"{'layer':10s} of the parse")
    for layer in LAYERS:
        print(f"{layer:10s} {spent[layer] / spent['parse']:.1%}")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else SAMPLES)
