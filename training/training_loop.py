"""The training loop of both halves of the pipeline: warm-up, linear decay, averaged weights, best checkpoint kept."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

import numpy
from spacy.language import Language
from spacy.training import Example
from spacy.util import fix_random_seed
from thinc.api import Adam, NumpyOps

WARM_UP = 200
Epoch = Callable[[Random], list[Example]]
Score = Callable[[Language], dict[str, float]]


def use_openblas() -> None:
    """Multiply matrices with numpy (OpenBLAS) instead of blis: about twice as fast in training."""

    def gemm(self, x, y, *, out=None, trans1=False, trans2=False):  # type: ignore[no-untyped-def]  # noqa: ARG001
        return numpy.matmul(x.T if trans1 else x, y.T if trans2 else y, out=out)

    NumpyOps.gemm = gemm


def batches(examples: list[Example], words: int) -> Iterator[list[Example]]:
    """The examples in order, in batches of about so many words."""
    batch: list[Example] = []
    size = 0
    for example in examples:
        batch.append(example)
        size += len(example.predicted)
        if size >= words:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def learn_rate(step: int, steps: int, peak: float) -> float:
    """Linear warm-up to `peak`, then linear decay to nothing."""
    return peak * (step / WARM_UP if step < WARM_UP else max(0.0, (steps - step) / (steps - WARM_UP)))


def train(
    nlp: Language,
    epoch: Epoch,
    score: Score,
    out: Path,
    *,
    steps: int,
    seed: int = 0,
    peak: float = 0.002,
    dropout: float = 0.1,
    words: tuple[int, int] = (300, 1200),
    check_every: int = 400,
    main_score: str,
    resume: bool = False,
) -> dict[str, float]:
    """Train `nlp` for so many steps and leave the best checkpoint in `out`; returns its scores.

    With `resume`, the weights that `nlp` has are trained on instead of new ones.
    """
    fix_random_seed(seed)
    random = Random(seed)
    optimizer = Adam(learn_rate=peak, beta1=0.9, beta2=0.999, eps=1e-8, L2=0.01, L2_is_weight_decay=True,
                     grad_clip=1.0, use_averages=True)  # fmt: skip
    first = epoch(random)
    if resume:
        nlp.resume_training(sgd=optimizer)
    else:
        nlp.initialize(lambda: first, sgd=optimizer)
    best: dict[str, float] = {main_score: -1.0}
    step, number, started = 0, 0, time.process_time()
    losses: dict[str, float] = {}
    while step < steps:
        number += 1
        for batch in batches(first if number == 1 else epoch(random), batch_size(step, words)):
            optimizer.learn_rate = learn_rate(step + 1, steps, peak)
            nlp.update(batch, sgd=optimizer, drop=dropout, losses=losses)
            step += 1
            if step % check_every == 0 or step == steps:
                with nlp.use_params(optimizer.averages):
                    scores = score(nlp)
                    if scores[main_score] >= best[main_score]:
                        best = scores
                        nlp.to_disk(out)
                figures = " ".join(f"{key} {value:.4f}" for key, value in scores.items())
                spent = time.process_time() - started
                print(f"step {step} epoch {number} cpu {spent:.0f}s {figures}", flush=True)
                losses.clear()
            if step >= steps:
                break
    return best


def batch_size(step: int, words: tuple[int, int]) -> int:
    """The batch grows from the first to the second size by a thousandth a step."""
    return int(min(words[1], words[0] * 1.001**step))
