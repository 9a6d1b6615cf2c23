"""Lemmas of verb forms that the pipeline's lemmatizer gets wrong."""

import tomllib
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files
from types import MappingProxyType


@lru_cache(maxsize=1)
def load_lemmas() -> Mapping[str, str]:
    """Lemma by form in lower case.

    >>> load_lemmas()["fled"]
    'flee'
    """
    text = (files("warextract.lexicon") / "lemmas.toml").read_text("utf-8")
    return MappingProxyType(dict(tomllib.loads(text)["verbs"]))
