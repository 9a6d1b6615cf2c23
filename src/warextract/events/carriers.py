"""Clauses that only say of a noun that it took place: "the operation it launched in May", "a truce brokered by …"."""

from warextract.events.scene import Scene
from warextract.lexicon.modality import load_modality
from warextract.syntax.frames import Frame
from warextract.syntax.labels import Role


def carried_by(scene: Scene, frame: Frame) -> tuple[Frame, ...]:
    """Frames of the clauses below a noun that tell who did it, where and when."""
    if frame.kind != "noun":
        return ()
    below = scene.tree.children(frame.head, Role.NOUN_CLAUSE, Role.RELATIVE_CLAUSE)
    return tuple(scene.frames[c] for c in below if c in scene.frames and carries(scene, c))


def carries(scene: Scene, verb: int) -> bool:
    """Whether a verb only says that the noun above it took place."""
    found = scene.frames.get(verb)
    return found is not None and found.lemma in load_modality().occurrence
