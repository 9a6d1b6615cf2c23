"""Which words tell a happening: those of its predicate, and of the verb that carries it."""

from warextract.events.draft import Chars
from warextract.events.scene import Scene
from warextract.lexicon.modality import load_modality
from warextract.syntax import labels
from warextract.syntax.frames import Frame
from warextract.syntax.labels import Role

_CONSEQUENCES = frozenset({"damage", "casualties", "killing"})
_TOLD_BY_VERB = frozenset({"aid", "protest"})  # "protesters [marched]"
_EMPTY = frozenset({"be", "take", "go", "have"})  # "there were clashes", "took place"
_UNDER_SIEGE = frozenset({"besieged", "encircled", "surrounded", "blockaded"})
_STRETCH = 4  # words between the ends of a split idiom that still make one trigger: "come under small-arms fire"


def trigger_chars(scene: Scene, frame: Frame, event_type: str) -> Chars:
    """The words of a predicate when they stand together or within four words, else its last ("left 80 people [dead]");
    a noun with the verb that tells that it happens, an agreement with the verb that makes it.
    """
    words = frame.words
    tied = _tied(scene, frame, event_type)
    if tied is not None:
        stretch = scene.tree.offsets(min(words[0], tied), max(words[-1], tied) + 1)
        if len(scene.tree.text[slice(*stretch)].split()) <= _STRETCH:
            return stretch
    start, end = scene.tree.offsets(words[0], words[-1] + 1)
    if words[-1] - words[0] < len(words) or len(scene.tree.text[start:end].split()) <= _STRETCH:
        return start, end
    return scene.chars(words[-1])


def _tied(scene: Scene, frame: Frame, event_type: str) -> int | None:
    """The other half of a predicate: "a truce was [signed]", "aid [arrived]", "fighting [resumed]"."""
    tree = scene.tree
    if frame.kind == "verb" and event_type == "agreement":
        return next(iter(frame.fill("object")), None)
    if frame.kind == "noun" and event_type in _CONSEQUENCES:
        # "charred vehicles", "four wounded protesters"
        return next((i for i in frame.fill("modifier") if i < frame.head and _is_participle(scene, i)), None)
    if frame.kind == "noun" and event_type == "advance":
        # "the besieged town"
        return next((i for i in frame.fill("modifier") if tree.token(i).lower_ in _UNDER_SIEGE), None)
    first = tree.first_conjunct(frame.head)
    verb = tree.heads[first]
    if frame.kind != "noun" or verb == first or not labels.is_verb(tree.token(verb)):
        return None
    if tree.roles[first] in (Role.SUBJECT, Role.SUBJECT_PASSIVE):
        happens = tree.lemma(verb) in load_modality().occurrence - _EMPTY
        return verb if happens or event_type in _TOLD_BY_VERB else None
    return None


def _is_participle(scene: Scene, i: int) -> bool:
    token = scene.tree.token(i)
    return token.tag_ in ("VBN", "VBG") or (token.tag_ == "JJ" and token.lower_.endswith(("ed", "nt", "ing")))
