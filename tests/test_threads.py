"""How many threads a process computes in, and what depends on it."""

import os
import subprocess
import sys
from pathlib import Path

import numpy
import pytest

from warextract.syntax.pipeline import load_pipeline
from warextract.threads import loaded_with_one_thread, with_one_thread

THREADS = "print(next(line.split()[1] for line in open('/proc/self/status') if line.startswith('Threads:')))"
TENSORS = """
import sys
from pathlib import Path
import numpy
from warextract.syntax.pipeline import load_pipeline, parse
out, *paths = sys.argv[1:]
numpy.save(out, numpy.concatenate([parse(load_pipeline(), Path(path).read_text("utf-8")).tensor for path in paths]))
"""


def in_fresh_python(program: str, *arguments: str, **variables: str) -> str:
    environment = {name: value for name, value in os.environ.items() if not name.endswith("_NUM_THREADS")}
    return subprocess.run(
        [sys.executable, "-c", program, *arguments],
        capture_output=True,
        check=True,
        encoding="utf-8",
        env=environment | variables,
    ).stdout.strip()


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="counts threads where Linux shows them")
@pytest.mark.skipif((os.cpu_count() or 1) < 2, reason="one core: one thread anyhow")
@pytest.mark.parametrize(
    ("before", "asked", "threads"),
    [
        ("", {}, "1"),
        ("", {"OPENBLAS_NUM_THREADS": "2"}, "2"),  # who asks for more gets more
        ("import numpy", {"OPENBLAS_NUM_THREADS": "2"}, "2"),
    ],
)
def test_loading_the_pipeline_starts_no_threads(before: str, asked: dict[str, str], threads: str) -> None:
    program = f"{before}\nfrom warextract.syntax.pipeline import load_pipeline; load_pipeline(); {THREADS}"
    assert in_fresh_python(program, **asked) == threads


def test_environment_is_as_it_was_after_loading(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("OPENBLAS_NUM_THREADS", raising=False)
    monkeypatch.setenv("OMP_NUM_THREADS", "3")
    before = dict(os.environ)
    with loaded_with_one_thread():
        assert os.environ["OPENBLAS_NUM_THREADS"] == "1"
        assert os.environ["OMP_NUM_THREADS"] == "3"
    assert dict(os.environ) == before


def test_environment_of_a_worker_keeps_all_else() -> None:
    assert with_one_thread({"PATH": "/bin", "MKL_NUM_THREADS": "2"}) == {
        "PATH": "/bin",
        "MKL_NUM_THREADS": "2",
        "OMP_NUM_THREADS": "1",
        "OPENBLAS_NUM_THREADS": "1",
    }


def test_one_thread_gives_the_same_bits_again_and_two_the_same_but_for_the_last(root: Path, tmp_path: Path) -> None:
    articles = [str(path) for path in sorted((root / "tests/fixtures/articles").glob("*.txt"))]
    runs = {"first": "1", "again": "1", "two": "2"}
    for name, number in runs.items():
        in_fresh_python(TENSORS, str(tmp_path / name), *articles, OPENBLAS_NUM_THREADS=number)
    first, again, two = (numpy.load(tmp_path / f"{name}.npy") for name in runs)
    assert first.tobytes() == again.tobytes()
    assert numpy.allclose(first, two, rtol=1e-3, atol=1e-4)


def test_every_layer_of_the_pipeline_multiplies_by_numpy() -> None:
    from thinc.api import NumpyOps  # noqa: PLC0415 (comes with spaCy)

    models = [pipe.model for _, pipe in load_pipeline().pipeline if getattr(pipe, "model", None)]
    layers = [layer for model in models for layer in model.walk() if type(layer.ops) is NumpyOps]
    assert len(models) >= 5
    assert layers
    assert not any(layer.ops.use_blis for layer in layers)
