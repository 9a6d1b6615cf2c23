"""Rebuild the bundled model from the public corpora: check sources, train both halves side by side, join, measure.

    python training/build.py --corpora ../shared/corpora --out src/warextract/model

Takes about half an hour on two free cores. The same seed, machine and library versions give the same model; another
processor rounds differently, and the figures then move by a few tenths.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import sources
from assemble import assemble
from convert_treebanks import read_sentences
from mean_weights import mean_weights

HERE = Path(__file__).parent
TREEBANK_STEPS, WIRE_STEPS, NER_STEPS = 3200, 1800, 4500
SEED = 0
WIRE_SEEDS = (0, 1, 2)


def trainer(script: str, *arguments: str | Path, seed: int = SEED) -> subprocess.Popen[bytes]:
    """A training script as a process of its own, with one thread of OpenBLAS."""
    environment = os.environ | {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1", "PYTHONHASHSEED": str(SEED)}
    command = [sys.executable, str(HERE / script), *map(str, arguments), "--seed", str(seed)]
    return subprocess.Popen(command, env=environment)


def finish(*processes: subprocess.Popen[bytes]) -> None:
    """Wait for the processes; a failed one stops the build."""
    for process in processes:
        if process.wait() != 0:
            raise SystemExit(f"{process.args} failed")


def build(corpora: Path, out: Path) -> None:
    """Train everything and write the pipeline to `out` and its figures to metrics.json."""
    started = time.monotonic()
    sources.check_all(corpora)
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        ner = trainer("train_ner.py", "--corpora", corpora, "--out", work / "ner", "--steps", NER_STEPS)
        first = ("--corpora", corpora, "--out", work / "treebanks", "--steps", TREEBANK_STEPS)
        finish(trainer("train_syntax.py", *first))
        second = ("--corpora", corpora, "--start", work / "treebanks", "--steps", WIRE_STEPS)
        runs = [work / f"syntax-{seed}" for seed in WIRE_SEEDS]
        for seed, run in zip(WIRE_SEEDS, runs, strict=True):
            finish(trainer("train_syntax.py", *second, "--out", run, seed=seed))
        finish(ner)
        mean_weights(runs, work / "syntax")
        sentences = [s for name in ("ewt-train", "gum-train") for s in read_sentences(sources.read(corpora, name))]
        assemble(work / "syntax", work / "ner", sentences, work / "model")
        shutil.rmtree(out, ignore_errors=True)
        shutil.copytree(work / "model", out)
    minutes = (time.monotonic() - started) / 60
    figures = HERE / "metrics.json"
    subprocess.run(
        [
            sys.executable,
            str(HERE / "evaluate.py"),
            "--corpora",
            str(corpora),
            "--model",
            str(out),
            "--out",
            str(figures),
        ],
        check=True,
    )
    metrics = json.loads(figures.read_text(encoding="utf-8"))
    metrics["build_minutes"] = round(minutes, 1)
    figures.write_text(json.dumps(metrics, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=HERE.parent / "src" / "warextract" / "model")
    args = parser.parse_args()
    build(args.corpora.resolve(), args.out.resolve())
