"""Articles with a gold grouping of their happenings, and how far a ledger's rows agree with it, by pairs of events."""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

import warextract
from warextract.records import ArticleRecord, Event

_FOLDER = Path(__file__).parent.parent / "fixtures" / "ledger"
Groups = Mapping[str, Mapping[str, list[str]]]
"""Happening to article to the words that tell of it."""
Node = tuple[str, str]
"""An article and an event of it, or an article and a happening that the extractor did not find in it."""


@dataclass(frozen=True, slots=True)
class Score:
    """Pairs of events: right ones, joined ones, ones that belong together."""

    right: int
    joined: int
    wanted: int

    @property
    def precision(self) -> float:
        return self.right / self.joined if self.joined else 1.0

    @property
    def recall(self) -> float:
        return self.right / self.wanted if self.wanted else 1.0

    @property
    def f1(self) -> float:
        return 2 * self.right / (self.joined + self.wanted) if self.joined + self.wanted else 1.0

    def __str__(self) -> str:
        return f"P {self.precision:.2f} R {self.recall:.2f} F1 {self.f1:.2f} ({self.right}/{self.joined}/{self.wanted})"


def articles(name: str) -> list[tuple[warextract.Article, dict[str, str]]]:
    """The articles of a fixture file, and what a run would have marked them with."""
    entries = tomllib.loads((_FOLDER / f"{name}.toml").read_text("utf-8"))["article"]
    return [
        (
            warextract.Article.model_validate(entry | {"text": entry["text"].strip("\n")}),
            {key: entry[key] for key in ("duplicate_of", "supersedes") if key in entry},
        )
        for entry in entries
    ]


def groups(name: str) -> Groups:
    """The gold grouping of a fixture file."""
    return tomllib.loads((_FOLDER / f"{name}.toml").read_text("utf-8"))


def extracted(extractor: warextract.Extractor, name: str) -> tuple[ArticleRecord, ...]:
    """The records of a fixture file's articles."""
    return tuple(
        (record := extractor.extract(article)).model_copy(update={"article": record.article.model_copy(update=marks)})
        for article, marks in articles(name)
    )


def gold_labels(records: Iterable[ArticleRecord], gold: Groups, texts: Mapping[str, str]) -> dict[Node, str | None]:
    """Every event with its happening (None: told alone), and a node for every happening missed in an article."""
    labels: dict[Node, str | None] = {}
    for record in records:
        name, text = record.article.id, texts[record.article.id]
        told = {
            happening: [(at := text.index(words), at + len(words)) for words in by_article[name]]
            for happening, by_article in gold.items()
            if name in by_article
        }
        for event in record.events:
            labels[name, event.id] = next((h for h, bounds in told.items() if _tells(event, bounds)), None)
        for happening in told:
            if happening not in [labels[name, event.id] for event in record.events]:
                labels[name, f"missed {happening}"] = happening
    return labels


def score(rows: Iterable[warextract.LedgerRow], labels: Mapping[Node, str | None], *, across: bool = False) -> Score:
    """Pairs of events of one row against pairs of one happening; ``across``: only pairs of different articles."""
    row_of = {(t.article, t.event): row.id for row in rows for t in row.tellings}
    right = joined = wanted = 0
    for a, b in combinations(labels, 2):
        if across and a[0] == b[0]:
            continue
        together = a in row_of and row_of[a] == row_of.get(b)
        same = labels[a] is not None and labels[a] == labels[b]
        right += together and same
        joined += together
        wanted += same
    return Score(right, joined, wanted)


def _tells(event: Event, bounds: Iterable[tuple[int, int]]) -> bool:
    spans = (event.trigger, *event.also)
    return any(span.start < end and start < span.end for span in spans for start, end in bounds)
