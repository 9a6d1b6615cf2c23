"""How sure an event is: a number from 0 to 1 that a reader can recompute.

    confidence = precision × (0.7 + 0.3 × resolved)

``precision`` is the share of a rule's matches that were right on the annotated articles, drawn towards the mean of
its type where the matches are few (lexicon/data/rule_precision.json, written by eval/rule_precision.py; 0.7 for a rule
that was not measured). ``resolved`` is the share of what an
event of its type should have (who, to whom, where, when) that was found in the text. An event told more than once
counts by its best telling.
"""

import json
from functools import lru_cache
from importlib.resources import files

UNMEASURED = 0.7
_BASE, _RESOLVED = 0.7, 0.3


@lru_cache(maxsize=1)
def _precisions() -> dict[str, float]:
    path = files("warextract.lexicon") / "data" / "rule_precision.json"
    try:
        data = json.loads(path.read_text("utf-8"))
    except (FileNotFoundError, NotADirectoryError):
        return {}
    return {rule: float(value["precision"]) for rule, value in data.items()}


def confidence(rules: tuple[str, ...], found: int, expected: int) -> float:
    """Confidence of an event that the rules read and of whose ``expected`` arguments ``found`` were resolved.

    >>> confidence(("no.such_rule",), found=2, expected=4)
    0.595
    """
    measured = max(_precisions().get(rule, UNMEASURED) for rule in rules)
    share = min(1.0, found / expected) if expected else 1.0
    return round(measured * (_BASE + _RESOLVED * share), 3)
