"""Loader of the word lists of this layer: TOML files beside the code, read once."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def word_list(name: str) -> dict[str, Any]:
    """The parsed content of ``text/data/<name>.toml``; callers must not change it."""
    return tomllib.loads(files("warextract.text").joinpath("data", f"{name}.toml").read_text("utf-8"))
