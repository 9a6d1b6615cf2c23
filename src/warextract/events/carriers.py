"""Clauses that only say of a noun that it took place: "the operation it launched in May", "a truce brokered by …"."""

from warextract.events.scene import Scene
from warextract.lexicon.modality import load_modality
from warextract.syntax.frames import Frame
from warextract.syntax.labels import Role

_BEFORE = frozenset({"last", "previously"})


def carried_by(scene: Scene, frame: Frame) -> tuple[Frame, ...]:
    """Frames of the clauses below a noun that tell who did it, where and when."""
    if frame.kind != "noun":
        return ()
    tree = scene.tree
    below = [*tree.children(frame.head, Role.NOUN_CLAUSE, Role.RELATIVE_CLAUSE), *_set_off(scene, frame.head)]
    # "an attack on a school, which it said was carried out by rebels", with the clause hung on the school
    nouns = tree.children(frame.head, Role.NOMINAL_MODIFIER)
    inside = [c for noun in nouns for c in tree.children(noun, Role.RELATIVE_CLAUSE)]
    below += [c for c in inside if tree.lemma(c) in _DONE]
    below += [inner for c in (*below, *inside) for inner in _said_of(scene, c)]
    return tuple(scene.frames[c] for c in dict.fromkeys(below) if c in scene.frames and carries(scene, c))


_DONE = frozenset({"carry", "conduct", "perpetrate", "stage", "mount", "wage"})


def _said_of(scene: Scene, clause: int) -> tuple[int, ...]:
    """The verb in "a raid, which it said was carried out by rebels": what a clause of saying says of its noun."""
    tree = scene.tree
    if tree.roles[clause] is not Role.RELATIVE_CLAUSE or clause not in scene.cues:
        return ()
    return tuple(
        c
        for c in tree.children(clause, Role.CLAUSE_COMPLEMENT)
        if tree.child(c, Role.SUBJECT, Role.SUBJECT_PASSIVE) is None
    )


def _set_off(scene: Scene, noun: int) -> list[int]:
    """The participle in "died in the raid, reportedly conducted by rebels", which the parser hung on the verb."""
    tree = scene.tree
    end = tree.sentence(noun)[1]
    at = noun + 2
    while at < end and tree.token(at).pos_ == "ADV":
        at += 1
    if at >= end or tree.token(noun + 1).text != "," or tree.token(at).tag_ != "VBN":
        return []
    return [at] if tree.roles[at] is Role.ADVERBIAL_CLAUSE and tree.heads[at] == tree.heads[noun] else []


def carries(scene: Scene, verb: int) -> bool:
    """Whether a verb only says that the noun above it took place."""
    found = scene.frames.get(verb)
    if any(scene.tree.token(c).lower_ in _BEFORE for c in scene.tree.children(verb, Role.ADVERB)):
        return False  # "a meeting, last held in 2018, may be sought": another one
    return found is not None and found.lemma in load_modality().occurrence
