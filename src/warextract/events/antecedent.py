"""What a definite noun points back to: "the attack", "this strike", "Monday's raid"."""

from collections.abc import Sequence

from warextract.events.kinds import COMBAT
from warextract.events.scene import Scene
from warextract.events.telling import Telling
from warextract.syntax import labels

_REACH = 20  # sentences
_RECENT = 21  # days
_NAMED_PLACES = ("facility", "settlement")
_NOT_POINTING = frozenset({"damage", "hold", "threat", "arms_transfer", "aid", "fortification", "sanction"})


def antecedent(scene: Scene, t: Telling, before: Sequence[Telling]) -> Telling | None:
    """The happening that a definite noun tells again: the nearest of its paragraph, else one of its own type in the
    paragraph before, else the first of the article.
    """
    if not t.definite or t.type in _NOT_POINTING:
        return None
    fitting = [o for o in before if o.number < t.number and t.number - o.number <= _REACH and _fits(scene, o, t)]
    fitting = [o for o in fitting if not _is_history(scene, o)] or fitting
    here = [o for o in fitting if o.paragraph == t.paragraph]
    if here:
        called_so = [o for o in here if _is_called_so(scene, o, t)]
        return (called_so or here)[-1]
    same = [o for o in fitting if o.type == t.type]
    near = [o for o in same if t.paragraph - o.paragraph == 1]
    return next(iter(near[-1:] or same or fitting), None)


def _is_called_so(scene: Scene, a: Telling, b: Telling) -> bool:
    """ "This strike" is rather the airstrike than the attack told since."""
    one, other = scene.tree.lemma(a.head), scene.tree.lemma(b.head)
    return a.frame.kind == "noun" and (one.endswith(other) or other.endswith(one))


def _is_history(scene: Scene, t: Telling) -> bool:
    """Whether a telling is background: weeks before the article was published."""
    if scene.published is None or t.time is None:
        return False
    return (scene.published - t.time.last).days > _RECENT


def compatible(a: str, b: str) -> bool:
    """Whether two types can be of one happening: the same, or a kind of strike told once without its means."""
    return a == b or ("attack" in (a, b) and a in COMBAT and b in COMBAT)


def _fits(scene: Scene, a: Telling, b: Telling) -> bool:
    if not compatible(a.type, b.type) or conflict(scene, a, b) or a.modality.mood == "hypothetical":
        return False
    if _is_history(scene, b) and not _is_history(scene, a) and not _sides(scene, a) & _sides(scene, b):
        return False  # "the attack of October 7" is not what the news tells
    return not _is_another(scene, a, b)


def _is_another(scene: Scene, a: Telling, b: Telling) -> bool:
    """ "the attacks on diplomats" after "an airstrike": many after one, on others than those hit by that."""
    one = scene.tree.token(a.head).tag_ == "NN" and a.frame.kind == "noun"
    if not one or not labels.is_plural(scene.tree.token(b.head)):
        return False
    aimed = {ref.key for ref in b.targets if scene.tree.preposition(ref.head) in ("on", "against")}
    return bool(aimed) and not aimed & {ref.key for ref in a.targets}


def conflict(scene: Scene, a: Telling, b: Telling) -> bool:
    """Whether something told of one cannot be true of the other: another day, place, side or target."""
    if _on_other_days(a, b):
        return True
    if _apart(_spots(scene, a), _spots(scene, b)):
        return True
    return _apart(_sides(scene, a), _sides(scene, b))


def _on_other_days(a: Telling, b: Telling) -> bool:
    if not (a.time and b.time and a.time.chars and b.time.chars):
        return False
    return a.time.last < b.time.first or b.time.last < a.time.first


def _apart(a: frozenset[str], b: frozenset[str]) -> bool:
    return bool(a) and bool(b) and not a & b


def _spots(scene: Scene, t: Telling) -> frozenset[str]:
    """Settlements and sites that a telling names."""
    keys = {p.key for p in t.places} | {r.key for r in t.targets if r.layer == "place"}
    return frozenset(key for key in keys if scene.index.places[key].kind in _NAMED_PLACES)


def _sides(scene: Scene, t: Telling) -> frozenset[str]:
    """Agents by side: their country, else themselves."""
    out = set()
    for ref in t.agents:
        actor = scene.index.actors.get(ref.key)
        out.add((actor.country if actor else None) or ref.key)
    return frozenset(out)
