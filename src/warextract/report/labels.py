"""The words of the page: what each status, stance and family of event types is called and means."""

import tomllib
from functools import lru_cache
from importlib.resources import files
from typing import Any


@lru_cache(maxsize=1)
def load_labels() -> dict[str, Any]:
    """The tables of labels.toml, each event type with its family.

    >>> load_labels()["type"]["shelling"]
    'combat'
    """
    labels = tomllib.loads((files("warextract.report") / "labels.toml").read_text("utf-8"))
    families = labels["family"]
    return labels | {"type": {kind: name for name, family in families.items() for kind in family["types"]}}
