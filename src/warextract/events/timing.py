"""When an event happens: the time expression that belongs to its predicate."""

from warextract.events.draft import TimeDraft
from warextract.events.scene import Scene, TimeAt
from warextract.syntax import labels
from warextract.syntax.labels import Role

_FAR = 12
_CLAUSES = frozenset({Role.CLAUSE_COMPLEMENT, Role.ADVERBIAL_CLAUSE, Role.RELATIVE_CLAUSE, Role.PARATAXIS, Role.NOUN_CLAUSE})


def own_time(scene: Scene, head: int, triggers: frozenset[int]) -> TimeAt | None:
    """The expression nearest in the tree to a predicate, in its clause or one that governs it.

    An expression that belongs to another happening's own clause, or to an attributing verb, is not taken.
    """
    best: tuple[int, int, TimeAt] | None = None
    for time in scene.times:
        if scene.numbers[time.head] != scene.numbers[head]:
            continue
        distance = _distance(scene, head, time, triggers)
        if distance is None:
            continue
        rank = (distance, abs(time.head - head), time)
        if best is None or rank[:2] < best[:2]:
            best = rank
    return best[2] if best else None


def announced_time(scene: Scene, head: int) -> TimeAt | None:
    """The expression that dates the statement in which a predicate is told ("claimed on Wednesday to have taken")."""
    above = [head, *scene.tree.ancestors(head)]
    for time in scene.times:
        if scene.numbers[time.head] == scene.numbers[head]:
            governor = scene.tree.heads[time.head]
            if governor in scene.cues and governor in above:
                return time
    return None


def _distance(scene: Scene, head: int, time: TimeAt, triggers: frozenset[int]) -> int | None:
    """Steps in the tree from a predicate to a time; None where the time tells of something else."""
    tree = scene.tree
    up_from_head = {node: steps for steps, node in enumerate([head, *tree.ancestors(head)])}
    node, steps = time.head, 0
    crossed = False
    while node not in up_from_head:
        if node in triggers and node != head and labels.is_verb(tree.token(node)):
            crossed = True
        if node in scene.cues:
            return None
        if tree.heads[node] == node:
            return None
        node, steps = tree.heads[node], steps + 1
    if node in scene.cues and node != head and steps <= 2 and not _opens_sentence(scene, time):
        return None  # it dates the statement
    distance = steps + up_from_head[node]
    if crossed:
        distance += 3
    return distance if distance <= _FAR else None


def _opens_sentence(scene: Scene, time: TimeAt) -> bool:
    return time.head - scene.tree.sentence(time.head)[0] <= 3


def draft(time: TimeAt, inherited: bool = False) -> TimeDraft:
    """A time as the event keeps it."""
    e = time.expression
    return TimeDraft(e.text, e.first, e.last, e.precision, None if inherited else (e.start, e.end))
