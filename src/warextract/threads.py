"""One thread a process for matrix products: worker processes are the parallelism.

The products of the pipeline are too small to share: two threads took three times the processor time of one where
other work was going on, for the same records.
"""

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

_VARIABLES = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")


def with_one_thread(environment: Mapping[str, str]) -> dict[str, str]:
    """An environment in which a process computes in one thread, unless it says otherwise itself.

    >>> with_one_thread({"OPENBLAS_NUM_THREADS": "4"})["OPENBLAS_NUM_THREADS"]
    '4'
    >>> with_one_thread({})["OPENBLAS_NUM_THREADS"]
    '1'
    """
    return dict.fromkeys(_VARIABLES, "1") | dict(environment)


@contextmanager
def loaded_with_one_thread() -> Iterator[None]:
    """A block whose first import of numpy gives it one thread; this process's environment stays what it was.

    numpy reads the environment once: where a program has imported it before, it keeps the threads that it has.
    """
    before = dict(os.environ)
    os.environ.update(with_one_thread(before))
    try:
        yield
    finally:
        for name in _VARIABLES:
            if name not in before:
                os.environ.pop(name, None)
