"""One pipeline from several training runs that start at the same weights: the mean of their weights.

M. Wortsman et al., Model soups: averaging weights of multiple fine-tuned models, 2022. It costs nothing when texts are
read, and leans less on the order in which a run met its sentences.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy
import spacy


def mean_weights(runs: Sequence[Path], out: Path) -> None:
    """Write to `out` the pipeline of the first run with the mean of the weights of all."""
    pipelines = [spacy.load(run) for run in runs]
    first = pipelines[0]
    for name, pipe in first.pipeline:
        if not hasattr(getattr(pipe, "model", None), "walk"):
            continue
        layers = [list(pipeline.get_pipe(name).model.walk()) for pipeline in pipelines]  # type: ignore[attr-defined]
        for same in zip(*layers, strict=True):
            for weight in same[0].param_names:
                if same[0].has_param(weight):
                    values = [layer.get_param(weight) for layer in same]
                    same[0].set_param(weight, numpy.mean(values, axis=0).astype("float32"))
    first.to_disk(out)
