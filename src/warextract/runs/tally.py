"""What a run came to, counted as it goes: articles, failures, copies, events by type and status, claims by stance."""

import json
from collections import Counter, defaultdict
from typing import Any

from pydantic import BaseModel, ConfigDict

from warextract.article import Article
from warextract.batch import Failure, Finished
from warextract.marks import DUPLICATE


class Summary(BaseModel):
    """What a run came to; ``seconds`` and what rests on them are of its last process alone."""

    model_config = ConfigDict(frozen=True)

    articles: int
    records: int
    failures: dict[str, int]
    duplicates: int
    superseding: int
    not_english: int
    events: dict[str, dict[str, int]]
    claims: dict[str, int]
    words: int
    resumed_after: int
    seconds: float
    words_per_second: float

    def lines(self) -> list[str]:
        """The summary for a reader.

        >>> Tally().summary(seconds=0.5).lines()[0]
        '0 articles in 0.5 s: 0 records, 0 failures'
        """
        failed = sum(self.failures.values())
        kinds = f" ({_listed(self.failures)})" if failed else ""
        after = f", {self.resumed_after:,} of them before" if self.resumed_after else ""
        found = [
            f"{counted(self.articles, 'article')} in {_duration(self.seconds)}{after}: "
            f"{counted(self.records, 'record')}, {counted(failed, 'failure')}{kinds}",
            f"near-copies: {self.duplicates:,}, replacing an earlier one: {self.superseding:,}, "
            f"not in English: {self.not_english:,}",
            f"{counted(self.words, 'word')}, {self.words_per_second:,.0f} a second",
            f"{counted(sum(self.claims.values()), 'claim')}: {_listed(self.claims)}".removesuffix(": "),
            counted(sum(sum(each.values()) for each in self.events.values()), "event"),
        ]
        width = max(map(len, self.events), default=0)
        return found + [
            f"  {name:{width}} {sum(statuses.values()):>7,}: {_listed(statuses)}"
            for name, statuses in self.events.items()
        ]


class Tally:
    """Counts of the outcomes of a run."""

    def __init__(self) -> None:
        self.records = 0
        self.failures: Counter[str] = Counter()
        self._marks: Counter[str] = Counter()
        self._events: defaultdict[str, Counter[str]] = defaultdict(Counter)
        self._claims: Counter[str] = Counter()
        self._words = 0
        self._words_replayed = 0
        self.replayed = 0

    @property
    def articles(self) -> int:
        """How many there were."""
        return self.records + self.failures.total()

    def add(self, finished: Finished, *, replayed: bool = False) -> None:
        """Count an article, its words if it was read, and what its record holds."""
        words = len(finished.article.text.split()) if isinstance(finished.article, Article) else 0
        self._words += words
        self._words_replayed += words * replayed
        self.replayed += replayed
        if isinstance(finished.outcome, Failure):
            self.failures[finished.outcome.kind] += 1
        else:
            self._add_record(json.loads(finished.outcome))

    def summary(self, seconds: float) -> Summary:
        """What it came to, in ``seconds`` for all that was not replayed."""
        fresh = self._words - self._words_replayed
        return Summary(
            articles=self.articles,
            records=self.records,
            failures=_ranked(self.failures),
            duplicates=self._marks["duplicate_of"] + self.failures[DUPLICATE],
            superseding=self._marks["supersedes"],
            not_english=self._marks["not_english"],
            events={name: _ranked(self._events[name]) for name in sorted(self._events)},
            claims=_ranked(self._claims),
            words=self._words,
            resumed_after=self.replayed,
            seconds=round(seconds, 3),
            words_per_second=round(fresh / seconds, 1) if seconds > 0 else 0.0,
        )

    def _add_record(self, record: dict[str, Any]) -> None:
        self.records += 1
        self._marks.update(name for name in ("duplicate_of", "supersedes") if record["article"].get(name))
        self._marks["not_english"] += "not_english" in record["warnings"]
        self._claims.update(claim["stance"] for claim in record["claims"])
        for event in record["events"]:
            self._events[event["type"]][event["status"]] += 1


def counted(number: int, noun: str) -> str:
    """A number of things.

    >>> counted(1, "article"), counted(2000, "article")
    ('1 article', '2,000 articles')
    """
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def _ranked(counts: Counter[str]) -> dict[str, int]:
    """The most frequent first, equals by name."""
    return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0])))


def _listed(counts: dict[str, int]) -> str:
    return ", ".join(f"{count:,} {name}" for name, count in counts.items())


def _duration(seconds: float) -> str:
    """A stretch of time for a reader.

    >>> [_duration(seconds) for seconds in (3.14, 75, 3700, 90_000)]
    ['3.1 s', '1 min 15 s', '1 h 1 min', '25 h 0 min']
    """
    if seconds < 60:
        return f"{seconds:.1f} s"
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours} h {minutes} min" if hours else f"{minutes} min {rest} s"
