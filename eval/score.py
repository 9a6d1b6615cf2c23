"""Score records against gold annotations, layer by layer.

    python eval/score.py GOLD_FOLDER RECORDS.jsonl [--errors N] [--json]

Everything is matched one to one within an article by overlapping characters, the best overlap first:

  actors, places    F1 of entities, each matched with the one that shares most of its mentions;
                    mentions: F1 of mentions; country: share of the matched whose country is right
  weapons           F1 of mentions; class, family: with the class (its part before the dot) right too;
                    quantity: share right among the matched that have one
  claims            content: F1 where both spans share half of their union; full: source and stance right too
  denials           full, over the stances denies, doubts and withholds alone
  events            typed: F1 of type and trigger; args: F1 of (event, role, entity);
                    date, status and casualties: share right among the matched
  overall           mean of actors, places, weapons class, claims full, denials, events typed and events args
"""

import argparse
import json
import sys
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from annotations import (
    Annotations,
    Argument,
    Claim,
    Entity,
    Event,
    Offsets,
    WeaponMention,
    is_pronoun,
    of_gold,
    of_record,
    read_gold,
)

G = TypeVar("G")
P = TypeVar("P")
Pairs = list[tuple[int, int]]

OVERALL = ("actors", "places", "weapons class", "claims full", "denials", "events typed", "events args")
SKEPTICAL = frozenset({"denies", "doubts", "withholds"})


@dataclass(slots=True)
class Tally:
    """Counts behind an F1: what is right, what gold has, what the records have."""

    right: int = 0
    gold: int = 0
    predicted: int = 0

    def add(self, right: int, gold: int, predicted: int) -> None:
        self.right += right
        self.gold += gold
        self.predicted += predicted

    @property
    def f1(self) -> float:
        return 2 * self.right / (self.gold + self.predicted) if self.right else 0.0

    def row(self) -> dict[str, float]:
        precision = self.right / self.predicted if self.predicted else 0.0
        recall = self.right / self.gold if self.gold else 0.0
        counts = {"gold": self.gold, "pred": self.predicted, "hit": self.right}
        return {"p": precision, "r": recall, "f1": self.f1, **counts}


@dataclass(slots=True)
class Share:
    """How many of the matched have a value right."""

    right: int = 0
    of: int = 0

    def add(self, right: bool) -> None:
        self.right += right
        self.of += 1

    def row(self) -> dict[str, float]:
        return {"share": self.right / self.of if self.of else 0.0, "hit": self.right, "of": self.of}


@dataclass(frozen=True, slots=True)
class Miss:
    """Something that is wrong, for a person to read."""

    article: str
    layer: str
    kind: str  # missed, spurious, wrong
    detail: str

    def __str__(self) -> str:
        return f"{self.article} | {self.layer} | {self.kind} | {self.detail}"


@dataclass(slots=True)
class Scores:
    """All measures of a corpus, and what is wrong in it."""

    tallies: defaultdict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    shares: defaultdict[str, Share] = field(default_factory=lambda: defaultdict(Share))
    misses: list[Miss] = field(default_factory=list)

    @property
    def overall(self) -> float:
        return sum(self.tallies[layer].f1 for layer in OVERALL) / len(OVERALL)

    def rows(self) -> dict[str, dict[str, float]]:
        """Every measure by name; ``p``, ``r``, ``f1`` or ``share`` with its counts."""
        measured = {name: tally.row() for name, tally in self.tallies.items()}
        measured |= {name: share.row() for name, share in self.shares.items()}
        return measured | {"overall": {"f1": self.overall}}


def score(folder: Path, records: Mapping[str, Mapping[str, Any]]) -> Scores:
    """The scores of records, by article name, on the gold articles of a folder; none counts as empty."""
    scores = Scores()
    for name, text, gold in read_gold(folder):
        try:
            article = _Article(name, of_gold(text, gold), of_record(text, records.get(name, {})), scores)
        except ValueError as error:
            raise ValueError(f"{name}: {error}") from error
        article.score()
    return scores


def pair(gold: Sequence[G], predicted: Sequence[P], weight: Callable[[G, P], float]) -> Pairs:
    """Indices matched one to one, the heaviest pair first; a weight of 0 never matches.

    >>> pair([3, 5], [5, 4], lambda g, p: 10 - abs(g - p))
    [(1, 0), (0, 1)]
    """
    weighed = ((weight(g, p), i, j) for i, g in enumerate(gold) for j, p in enumerate(predicted))
    taken_gold: set[int] = set()
    taken_predicted: set[int] = set()
    pairs: Pairs = []
    for value, i, j in sorted(weighed, key=lambda each: (-each[0], each[1], each[2])):
        if value > 0 and i not in taken_gold and j not in taken_predicted:
            taken_gold.add(i)
            taken_predicted.add(j)
            pairs.append((i, j))
    return pairs


def overlap(a: Offsets | None, b: Offsets | None) -> bool:
    """True when two stretches share a character."""
    return a is not None and b is not None and a[0] < b[1] and b[0] < a[1]


def union_share(a: Offsets, b: Offsets) -> float:
    """Shared characters by the length of both together."""
    shared = max(0, min(a[1], b[1]) - max(a[0], b[0]))
    return shared / (max(a[1], b[1]) - min(a[0], b[0]))


@dataclass(frozen=True, slots=True)
class _Article:
    name: str
    gold: Annotations
    record: Annotations
    scores: Scores

    def score(self) -> None:
        for layer in ("actors", "places"):
            self._entities(layer)
        self._weapons()
        self._claims()
        self._events()

    def _miss(self, layer: str, kind: str, *detail: object) -> None:
        self.scores.misses.append(Miss(self.name, layer, kind, " ".join(map(str, detail))))

    def _missing(self, layer: str, pairs: Pairs, gold: Sequence[str], predicted: Sequence[str]) -> None:
        """Write down what has no partner."""
        for i in sorted(set(range(len(gold))) - {i for i, _ in pairs}):
            self._miss(layer, "missed", gold[i])
        for j in sorted(set(range(len(predicted))) - {j for _, j in pairs}):
            self._miss(layer, "spurious", predicted[j])

    def _entities(self, layer: str) -> None:
        gold = self.gold.entities[layer]
        named = [entity for entity in self.record.entities[layer] if self._names(entity)]
        pairs = pair(gold, named, _shared_mentions)
        self.scores.tallies[layer].add(len(pairs), len(gold), len(named))
        for i, j in pairs:
            self.scores.shares[f"{layer} country"].add(gold[i].country == named[j].country)
        self._missing(
            layer, pairs, [self._entity(each) for each in gold], [self._entity(each) for each in named]
        )
        everywhere = sorted({span for entity in gold for span in entity.spans})
        found = sorted({span for entity in named for span in self._names(entity)})
        matched = pair(everywhere, found, union_share)
        self.scores.tallies[f"{layer} mentions"].add(len(matched), len(everywhere), len(found))

    def _names(self, entity: Entity) -> list[Offsets]:
        return [span for span in entity.spans if not is_pronoun(self.record.text[slice(*span)])]

    def _entity(self, entity: Entity) -> str:
        return f"{entity.name} {[self.gold.words(span) for span in sorted(entity.first)][:4]}"

    def _weapons(self) -> None:
        gold, predicted = self.gold.weapons, self.record.weapons
        pairs = pair(gold, predicted, lambda g, p: union_share(g.span, p.span))
        size = (len(gold), len(predicted))
        same = sum(gold[i].class_ == predicted[j].class_ for i, j in pairs)
        family = sum(gold[i].family == predicted[j].family for i, j in pairs)
        for name, right in (("weapons", len(pairs)), ("weapons class", same), ("weapons family", family)):
            self.scores.tallies[name].add(right, *size)
        for i, j in pairs:
            if gold[i].quantity:
                self.scores.shares["weapons quantity"].add(gold[i].quantity == predicted[j].quantity)
            if gold[i].class_ != predicted[j].class_:
                self._miss("weapons", "wrong", self._weapon(gold[i]), "got", predicted[j].class_)
        self._missing("weapons", pairs, [*map(self._weapon, gold)], [*map(self._weapon, predicted)])

    def _weapon(self, mention: WeaponMention) -> str:
        return f"{self.gold.words(mention.span)!r} {mention.class_}"

    def _claims(self) -> None:
        gold, predicted = self.gold.claims, self.record.claims
        pairs = pair(gold, predicted, _claim_weight)
        full = [(i, j) for i, j in pairs if self._full(gold[i], predicted[j])]
        self.scores.tallies["claims content"].add(len(pairs), len(gold), len(predicted))
        self.scores.tallies["claims full"].add(len(full), len(gold), len(predicted))
        self.scores.tallies["denials"].add(
            sum(gold[i].stance in SKEPTICAL for i, _ in full), _skeptical(gold), _skeptical(predicted)
        )
        for i, j in pairs:
            self.scores.shares["claims source"].add(self._same_entity(gold[i].source, predicted[j].source))
            self.scores.shares["claims stance"].add(gold[i].stance == predicted[j].stance)
            if (i, j) not in full:
                self._miss("claims", "wrong", self._claim(self.gold, gold[i]), "got", self._by(predicted[j]))
        self._missing(
            "claims",
            pairs,
            [self._claim(self.gold, each) for each in gold],
            [self._claim(self.record, each) for each in predicted],
        )

    def _full(self, gold: Claim, predicted: Claim) -> bool:
        return gold.stance == predicted.stance and self._same_entity(gold.source, predicted.source)

    def _claim(self, side: Annotations, claim: Claim) -> str:
        return f"{claim.source} {claim.stance} ({side.words(claim.cue)}) {side.words(claim.content)!r}"

    def _by(self, claim: Claim) -> str:
        names = {entity.id: entity.name for layer in self.record.entities.values() for entity in layer}
        return f"{names.get(claim.source or '')} {claim.stance}"

    def _same_entity(self, gold: str | None, predicted: str | None) -> bool:
        if gold is None or predicted is None:
            return gold is None and predicted is None
        return _any_overlap(self.gold.spans.get(gold, ()), self.record.spans.get(predicted, ()))

    def _same_argument(self, gold: Argument, predicted: Argument) -> bool:
        if gold[0] != predicted[0]:
            return False
        if gold[0] == "weapon":
            mentions = self.record.weapon_spans.get(predicted[1], ())
            return _any_overlap(self.gold.weapon_spans[gold[1]], mentions)
        return self._same_entity(gold[1], predicted[1])

    def _events(self) -> None:
        gold, predicted = self.gold.events, self.record.events
        pairs = pair(gold, predicted, _event_weight)
        matched_gold, matched = {i for i, _ in pairs}, {j for _, j in pairs}
        # Telling one happening twice is no error of typing: the second telling is left out of the count.
        retold = {
            j for j, p in enumerate(predicted) if j not in matched and any(_event_weight(g, p) for g in gold)
        }
        self.scores.tallies["events typed"].add(len(pairs), len(gold), len(predicted) - len(retold))
        for i, j in pairs:
            self._matched_event(gold[i], predicted[j])
        arguments = self.scores.tallies["events args"]
        for i in set(range(len(gold))) - matched_gold:
            arguments.add(0, len(gold[i].arguments), 0)
        for j in set(range(len(predicted))) - matched - retold:
            arguments.add(0, 0, len(predicted[j].arguments))
        accounted = pairs + [(-1, j) for j in retold]
        self._missing("events", accounted, [*map(self._event, gold)], [*map(self._event, predicted)])

    def _matched_event(self, gold: Event, predicted: Event) -> None:
        right = pair(gold.arguments, predicted.arguments, lambda g, p: float(self._same_argument(g, p)))
        self.scores.tallies["events args"].add(len(right), len(gold.arguments), len(predicted.arguments))
        self.scores.shares["events status"].add(gold.status == predicted.status)
        self.scores.shares["events date"].add(gold.date == predicted.date)
        if gold.casualties is not None:
            self.scores.shares["events casualties"].add(gold.casualties == predicted.casualties)
        missing = [each for i, each in enumerate(gold.arguments) if i not in {i for i, _ in right}]
        if missing or gold.status != predicted.status or gold.date != predicted.date:
            got = f"got {predicted.status} {predicted.date}"
            self._miss("events", "wrong", self._event(gold), "without", missing, gold.status, gold.date, got)

    def _event(self, event: Event) -> str:
        return f"{event.type} {self.gold.words(event.trigger)!r}"


def _shared_mentions(gold: Entity, predicted: Entity) -> int:
    return sum(any(overlap(a, b) for b in gold.spans) for a in predicted.spans)


def _any_overlap(
    some: Sequence[Offsets] | frozenset[Offsets], others: Sequence[Offsets] | frozenset[Offsets]
) -> bool:
    return any(overlap(a, b) for a in some for b in others)


def _claim_weight(gold: Claim, predicted: Claim) -> float:
    """By content; a silence about nothing in particular by its cue."""
    if gold.content and predicted.content:
        share = union_share(gold.content, predicted.content)
        return share if share >= 0.5 else 0.0
    silent = gold.stance == predicted.stance == "withholds"
    return 1.0 if silent and overlap(gold.cue, predicted.cue) else 0.0


def _event_weight(gold: Event, predicted: Event) -> int:
    if gold.type != predicted.type:
        return 0
    if overlap(gold.trigger, predicted.trigger):
        return 2
    return int(any(overlap(span, predicted.trigger) for span in gold.also))


def _skeptical(claims: Sequence[Claim]) -> int:
    return sum(claim.stance in SKEPTICAL for claim in claims)


def read_predictions(path: Path) -> dict[str, Mapping[str, Any]]:
    """The records of a JSONL file by the name of their article."""
    with path.open(encoding="utf-8") as file:
        records = [json.loads(line) for line in file if line.strip()]
    return {Path(record["article"]["id"]).stem: record for record in records}


def report(scores: Scores, errors: int) -> str:
    """The table of all measures, then as many errors of each layer and kind."""
    lines = []
    for name, row in scores.rows().items():
        if "p" in row:
            counts = f"({row['hit']} right of {row['pred']}; gold {row['gold']})"
            lines.append(f"{name:18s} P {row['p']:.3f}  R {row['r']:.3f}  F1 {row['f1']:.3f}   {counts}")
        elif "share" in row:
            lines.append(f"{name:18s} {row['share']:.3f}   ({row['hit']} of {row['of']})")
    lines.append(f"{'overall':18s} F1 {scores.overall:.3f}")
    seen: defaultdict[tuple[str, str], int] = defaultdict(int)
    for miss in scores.misses:
        seen[miss.layer, miss.kind] += 1
        if seen[miss.layer, miss.kind] <= errors:
            lines.append(str(miss))
    return "\n".join(lines)


def main() -> None:
    """Score a file of records."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("gold", type=Path)
    parser.add_argument("records", type=Path)
    parser.add_argument("--errors", type=int, default=0, help="print so many errors of each layer and kind")
    parser.add_argument("--json", action="store_true", help="print the scores as JSON")
    given = parser.parse_args()
    scores = score(given.gold, read_predictions(given.records))
    sys.stdout.write(
        (json.dumps(scores.rows(), indent=1) if given.json else report(scores, given.errors)) + "\n"
    )


if __name__ == "__main__":
    main()
