"""Where an event happens, told by its sentence or its section and not by its own phrases."""

from bisect import bisect_left
from itertools import islice

from warextract.events.places import STATIC, PlaceAt, distinct, named_places
from warextract.events.scene import Scene
from warextract.matching.conditions import SLOT_GROUPS
from warextract.mentions.surroundings import is_origin
from warextract.syntax import labels
from warextract.syntax.labels import Role


def opening_places(scene: Scene, head: int) -> tuple[PlaceAt, ...]:
    """Places of a phrase that opens the sentence, wherever the parser hung it."""
    tree = scene.tree
    first, end = tree.sentence(head)
    out: list[PlaceAt] = []
    for i in range(first, min(first + 8, end)):
        opens = not any(tree.token(j).text == "," for j in range(first, i))
        told = any(labels.is_verb(tree.token(j)) for j in range(first, i))
        if opens and not told and scene.place_key(i) and tree.preposition(i) in SLOT_GROUPS["where"]:
            out += named_places(scene, i)
    return distinct(out)


def sentence_places(scene: Scene, head: int) -> tuple[PlaceAt, ...]:
    """The place phrase that stands nearest to a predicate in its sentence, wherever the parser hung it; those of other
    clauses than its own and the main one tell of something else.
    """
    tree = scene.tree
    start, end = tree.sentence(head)
    found: list[int] = []
    for i in range(start, end):
        if scene.place_key(i) and tree.preposition(i) in STATIC and not _is_apart(scene, i, head):
            found.append(i)
    if not found:
        return ()
    nearest = min(found, key=lambda i: abs(i - head))
    return distinct(named_places(scene, nearest))


def _is_apart(scene: Scene, i: int, head: int) -> bool:
    return _is_spoken_from(scene, i) or _is_of_another(scene, i, head) or is_origin(scene.tree, i)


def _is_of_another(scene: Scene, i: int, head: int) -> bool:
    """ "the deadliest since an assault in Ghazni": where something was that another happening is measured by."""
    tree = scene.tree
    above = [a for a in (i, *tree.ancestors(i)) if tree.preposition(a) in _MEASURES]
    return bool(above) and above[0] != head and above[0] not in tree.ancestors(head)


_MEASURES = frozenset({"since", "than", "unlike", "like"})


def _is_spoken_from(scene: Scene, i: int) -> bool:
    """ "a spokesman in Kigali said", "officials in the capital" """
    tree = scene.tree
    node = i
    for above in islice(tree.ancestors(i), 3):
        if above in scene.cues:
            return tree.roles[node] is not Role.CLAUSE_COMPLEMENT
        if labels.is_verb(tree.token(above)):
            return False
        node = above
    return False


def section_place(scene: Scene, head: int) -> tuple[PlaceAt, ...]:
    """The place that labels a section of a review ("Kursk – Troops hold …"). The first paragraph has a dateline, which
    says where the report was written and nothing of what happened.
    """
    paragraph = scene.paragraphs[head]
    first = bisect_left(scene.paragraphs, paragraph)
    tokens = [i for i in range(first, min(first + 6, head)) if not scene.tree.token(i).is_space]
    for i in tokens[:4]:
        key = scene.place_key(i)
        after = scene.tree.token(i + 1).text if i + 1 < head else ""
        if key and (after == ":" or (paragraph > 0 and after in ("-", "–", "—"))):
            return (PlaceAt(key, "location", i),)
    return ()
