"""Libraries that only some formats need, and what to install when one is missing."""

from importlib import import_module
from typing import Any

from warextract.errors import ArticleError


def require(module: str, extra: str, where: str) -> Any:
    """The module of an optional dependency; raises ArticleError, naming the extra, when it is not there."""
    try:
        return import_module(module)
    except ImportError as error:
        raise ArticleError(
            f"{where}: needs {module.partition('.')[0]}, which does not load ({error});"
            f' pip install "warextract[{extra}]" and read it again'
        ) from error
