"""What `import warextract` promises: to be quick, to load nothing heavy, to offer its public names."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import warextract

HEAVY = ("spacy", "thinc", "numpy", "dateparser", "pydantic", "typer", "rich")


def in_fresh_python(program: str) -> str:
    return subprocess.run([sys.executable, "-c", program], capture_output=True, check=True, encoding="utf-8").stdout


def processor_time(module: str) -> float:
    """Seconds of processor time that an import takes in a fresh interpreter, the least of three."""
    program = f"import time; t = time.process_time(); import {module}; print(time.process_time() - t)"
    return min(float(in_fresh_python(program)) for _ in range(3))


def test_import_costs_less_than_two_of_asyncio() -> None:
    assert processor_time("warextract") < 2 * processor_time("asyncio")


def test_import_loads_nothing_heavy() -> None:
    program = f"import sys, warextract; print([name for name in {HEAVY!r} if name in sys.modules])"
    assert in_fresh_python(program).strip() == "[]"


@pytest.mark.parametrize("names", ["Article, ArticleRecord, Span, ArticleError", "extract_folder"])
def test_spacy_waits_for_a_text(names: str) -> None:
    program = f"import sys; from warextract import {names}; print('spacy' in sys.modules)"
    assert in_fresh_python(program).strip() == "False"


@pytest.mark.parametrize("name", warextract.__all__)
def test_public_name_is_there(name: str) -> None:
    assert getattr(warextract, name) is not None
    assert name in dir(warextract)


def test_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="has no attribute 'nonsense'"):
        _ = warextract.nonsense


def test_type_checkers_see_every_public_name() -> None:
    module = ast.parse(Path(warextract.__file__).read_text("utf-8"))
    block = next(node for node in module.body if isinstance(node, ast.If))
    imported = {alias.name for node in ast.walk(block) if isinstance(node, ast.ImportFrom) for alias in node.names}
    assert imported | {"__version__"} == set(warextract.__all__)
    assert warextract.__all__ == sorted(warextract.__all__)
