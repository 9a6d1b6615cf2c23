"""Settings that load a stand-in, importable from a worker process too."""

import os
from itertools import count
from typing import Any

from stand_in import StandIn
from warextract.article import Article
from warextract.records import ArticleRecord
from warextract.worker import Settings

_LOADS = count(1)


class StandInSettings(Settings):
    """Load the stand-in."""

    def load(self) -> Any:
        return StandIn()


class TellingSettings(Settings):
    """Load a stand-in that warns of its process and of how often one was loaded there."""

    def load(self) -> Any:
        return _Telling(next(_LOADS))


class _Telling(StandIn):
    def __init__(self, load: int) -> None:
        self._load = load

    def extract(self, article: Article) -> ArticleRecord:
        record = super().extract(article)
        return record.model_copy(update={"warnings": (f"process {os.getpid()}", f"load {self._load}")})
