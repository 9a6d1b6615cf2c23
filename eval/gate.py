"""The quality gate: extract the gold articles and fail when a measure falls below its committed floor.

    python eval/gate.py [--errors N]          check
    python eval/gate.py --update              raise the floors to what is measured; lowering one is refused
    python eval/gate.py --update --allow-regression

``floors.json`` holds, for each folder of ``gold``, the checksum of its articles and floors: an F1 each, or
for values of matched items (country, date, status …) how many are right, which more matches cannot lower.
"""

import argparse
import hashlib
import json
import math
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

from annotations import read_gold
from score import Scores, report, score

HERE = Path(__file__).parent
GOLD = HERE / "gold"
FLOORS = HERE / "floors.json"
CORPORA = ("dev", "dev2", "heldout", "dev3", "aside")
EPSILON = 0.0005  # differences in the last places between machines are no regression

Measures: TypeAlias = dict[str, float]


@dataclass(frozen=True, slots=True)
class Corpus:
    """What one folder of gold measures, or is to measure at least."""

    sha256: str
    measures: Measures


def measures_of(scores: Scores) -> Measures:
    """The measures that have floors: each layer's F1, how many of each value are right, and the mean."""
    f1 = {name: tally.f1 for name, tally in scores.tallies.items()}
    right = {name: float(share.right) for name, share in scores.shares.items()}
    return dict(sorted((f1 | right).items())) | {"overall": scores.overall}


def checksum(folder: Path) -> str:
    """SHA-256 over the names and bytes of a folder's articles."""
    digest = hashlib.sha256()
    for path in sorted(folder.iterdir()):
        if path.suffix in (".txt", ".json"):
            digest.update(path.name.encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()


def regressions(name: str, measured: Corpus, floor: Corpus | None) -> list[str]:
    """What is worse than the floors allow, a sentence each; a corpus that changed cannot be compared."""
    if floor is None:
        return [f"{name}: has no floors; pin them with --update"]
    if measured.sha256 != floor.sha256:
        return [f"{name}: its articles are not those that the floors are for; pin new ones with --update"]
    return _lower(name, measured.measures, floor.measures)


def raised(
    name: str, measured: Corpus, floor: Corpus | None, *, allow_regression: bool
) -> tuple[Corpus, list[str]]:
    """The new floors, and what was refused: a floor falls only when a regression is allowed."""
    new = {key: _floor(value) for key, value in measured.measures.items()}
    if floor is None or allow_regression:
        return Corpus(measured.sha256, new), []
    refused = _lower(name, measured.measures, floor.measures)
    kept = {key: max(new.get(key, 0.0), floor.measures.get(key, 0.0)) for key in {**floor.measures, **new}}
    return (floor if refused else Corpus(measured.sha256, kept)), refused


def read_floors(path: Path) -> dict[str, Corpus]:
    """The committed floors by corpus; none when there is no file yet."""
    if not path.exists():
        return {}
    values = json.loads(path.read_text("utf-8"))
    return {name: Corpus(value["sha256"], value["floors"]) for name, value in values.items()}


def write_floors(path: Path, corpora: Mapping[str, Corpus]) -> None:
    """Write the floors for ``read_floors``."""
    values = {name: {"sha256": each.sha256, "floors": each.measures} for name, each in corpora.items()}
    path.write_text(json.dumps(values, indent=2) + "\n", encoding="utf-8")


def extract_all(folder: Path) -> dict[str, Mapping[str, Any]]:
    """The package's record of each gold article, as it would be written."""
    import warextract  # noqa: PLC0415 (the arithmetic above is tested without a pipeline)

    extractor = warextract.load()
    return {
        name: json.loads(
            extractor.extract(warextract.Article(id=name, text=text, published=gold["published"])).to_json()
        )
        for name, text, gold in read_gold(folder)
    }


def _lower(name: str, measured: Mapping[str, float], floors: Mapping[str, float]) -> list[str]:
    return [
        f"{name}: {key} is {measured.get(key, 0.0):.4g}, below its floor of {floor:.4g}"
        for key, floor in floors.items()
        if measured.get(key, 0.0) < floor - EPSILON
    ]


def _floor(value: float) -> float:
    """Rounded down to four places, so that a floor is never above what was measured."""
    return math.floor(value * 10_000) / 10_000


def main(arguments: Sequence[str] | None = None) -> int:
    """Check or raise the floors; 0 when all is well."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--update", action="store_true", help="raise the floors to what is measured")
    parser.add_argument("--allow-regression", action="store_true", help="with --update: lower floors too")
    parser.add_argument("--errors", type=int, default=0, help="print so many errors of each layer and kind")
    given = parser.parse_args(arguments)
    floors = read_floors(FLOORS)
    complaints: list[str] = []
    for name in CORPORA:
        scores = score(GOLD / name, extract_all(GOLD / name))
        sys.stdout.write(f"== {name}\n{report(scores, given.errors)}\n\n")
        measured = Corpus(checksum(GOLD / name), measures_of(scores))
        if given.update:
            floors[name], refused = raised(
                name, measured, floors.get(name), allow_regression=given.allow_regression
            )
            complaints += refused
        else:
            complaints += regressions(name, measured, floors.get(name))
    if given.update:
        write_floors(FLOORS, floors)
    if complaints:
        sys.stdout.write("\n".join(complaints) + "\n")
        return 1
    sys.stdout.write("The floors are raised.\n" if given.update else "No measure is below its floor.\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
