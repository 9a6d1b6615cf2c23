"""What all tests share: the project's folder and the bundled pipeline, loaded once."""

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    import warextract


collect_ignore = ["spark"]  # needs Java: `make test-spark` names the folder, and so collects it


@pytest.fixture(scope="session")
def root() -> Path:
    """The project's folder."""
    return Path(__file__).parent.parent


@pytest.fixture(scope="session")
def extractor() -> "warextract.Extractor":
    """The package's own pipeline, rules and gazetteers."""
    import warextract  # noqa: PLC0415 (most tests need no spaCy)

    return warextract.load()
