"""Times that run on from a day: "since the truce was announced on Wednesday", "has since mined the road"."""

from dataclasses import replace

from warextract.events.clause_times import dates_statement
from warextract.events.scene import Scene, TimeAt
from warextract.syntax import labels
from warextract.syntax.labels import Role

_FAR = 12  # tokens


def up_to_now(scene: Scene, head: int, time: TimeAt) -> TimeAt:
    """ "captured the plant in March and have since mined its perimeter": from then to the day of publication."""
    tree = scene.tree
    e = time.expression
    verb = tree.first_conjunct(head)
    since = any(tree.token(c).lower_ == "since" for v in (head, verb) for c in tree.children(v, Role.ADVERB))
    if not since or scene.published is None or time.head > head or e.first >= scene.published:
        return time
    return TimeAt(replace(e, last=scene.published, precision="range"), time.head)


def since_noun(scene: Scene, time: TimeAt) -> int | None:
    """The assault in "the deadliest since an assault in Ghazni in August": a time behind it is its own."""
    tree = scene.tree
    for i in range(time.head - 1, max(tree.sentence(time.head)[0], time.head - _FAR) - 1, -1):
        token = tree.token(i)
        if token.text in (",", ";", ":") or labels.is_verb(token):
            return None
        if token.lower_ == "since":
            noun = tree.heads[i]
            named = tree.roles[i] is Role.CASE and i < noun < time.head and labels.is_noun(tree.token(noun))
            return noun if named and tree.token(i).idx < time.expression.start else None
    return None


def since(scene: Scene, head: int) -> TimeAt | None:
    """ "killed since the truce was announced on Wednesday": from then up to publication."""
    tree = scene.tree
    if scene.published is None:
        return None
    for time in scene.times:
        e = time.expression
        if scene.numbers[time.head] != scene.numbers[head] or e.last > scene.published:
            continue
        if _since_opens(scene, head, time) and not _has_own(scene, head, time):
            return TimeAt(replace(e, last=scene.published, precision="range"), time.head)
        if time.head < head:
            continue
        at = next((i for i in range(time.head, head, -1) if tree.token(i).text in ",;:"), head)
        mark = next((i for i in range(at + 1, time.head) if tree.token(i).lower_ == "since"), None)
        if mark is None or time.head - mark > _FAR or tree.token(mark).idx >= e.start or _compares(scene, mark):
            continue
        if head in tree.ancestors(mark) and not dates_statement(scene, time):
            return TimeAt(replace(e, last=scene.published, precision="range"), time.head)
    return None


def when_since(scene: Scene, head: int) -> TimeAt | None:
    """ "since October 7, when gunmen attacked": the gunmen attacked on that day alone."""
    tree = scene.tree
    for time in scene.times:
        e = time.expression
        if e.opened is None or scene.numbers[time.head] != scene.numbers[head] or head <= time.head:
            continue
        after = (i for i in range(time.head, head) if tree.token(i).idx >= e.end)
        when = next((i for i in after if tree.token(i).text != ","), head)
        if tree.token(when).lower_ != "when":
            continue
        rest = range(when, tree.sentence(head)[1])
        verb = next((i for i in rest if labels.is_verb(tree.token(i)) and tree.roles[i] is not Role.ADJECTIVE), head)
        comma = next((i for i in rest if i > verb and tree.token(i).text == ","), rest.stop)
        if head < comma and (verb == head or verb in tree.ancestors(head)) and not _has_near(scene, head, time):
            precision = "day" if e.first == e.opened else e.precision
            return TimeAt(replace(e, last=e.opened, precision=precision), time.head)
    return None


def _compares(scene: Scene, mark: int) -> bool:
    """ "the heaviest shelling since the battle in 2018": no stretch of time, but what it is measured by."""
    tree = scene.tree
    before = range(max(tree.sentence(mark)[0], mark - _FAR), mark)
    return any(tree.token(i).tag_ in ("JJS", "RBS") or tree.token(i).lower_ == "first" for i in before)


def _since_opens(scene: Scene, head: int, time: TimeAt) -> bool:
    """ "Since the offensive restarted on June 25, 58 civilians have been killed": all that the sentence tells."""
    tree = scene.tree
    start, end = tree.trim(*tree.sentence(head))
    if tree.token(start).lower_ != "since" or time.head - start > _FAR:
        return False
    comma = next((i for i in range(time.head, end) if tree.token(i).text == ","), end)
    return head > comma and not any(tree.token(i).text == "," for i in range(start, time.head))


def _has_near(scene: Scene, head: int, other: TimeAt) -> bool:
    """Whether a time other than one hangs on a predicate itself."""
    return any(time is not other and scene.tree.heads[time.head] == head for time in scene.times)


def _has_own(scene: Scene, head: int, other: TimeAt) -> bool:
    """Whether a time other than one hangs below a predicate."""
    tree = scene.tree
    return any(time is not other and head in tree.ancestors(time.head) for time in scene.times)
