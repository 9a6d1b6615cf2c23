"""Whom the text blames for a happening that names no doer: "A church was attacked. Officials blamed rebels." """

from collections.abc import Sequence
from dataclasses import replace

from warextract.events.kinds import COMBAT
from warextract.events.participants import actor_refs, unique
from warextract.events.scene import Ref, Scene
from warextract.events.telling import Telling
from warextract.syntax import labels
from warextract.syntax.frames import Frame

_DEEDS = COMBAT | {"abduction", "killing", "damage"}
_RETOLD = frozenset(
    {"attack", "incident", "assault", "raid", "strike", "violence", "killing", "shooting", "explosion", "act"}
)
_FOES = ("armed_group", "military", "state", "government", "population", "other")


def with_blamed(scene: Scene, t: Telling, tellings: Sequence[Telling]) -> Telling:
    """A deed without doer is that of whom the next words blame, if they name no other deed."""
    if t.agents or t.type not in _DEEDS or t.modality.negated:
        return t
    for frame in scene.frames.values():
        gap = scene.numbers[frame.head] - t.number
        near = gap in (0, 1) and scene.paragraphs[frame.head] == t.paragraph and frame.head > t.head
        if not near or frame.kind != "verb" or frame.lemma != "blame" or frame.has("negated"):
            continue
        if any(t.number < o.number <= scene.numbers[frame.head] and o.type in _DEEDS for o in tellings):
            continue
        found = _blamed(scene, frame)
        hit = {ref.key for ref in t.targets}
        kept = tuple(ref for ref in found if ref.key not in hit)
        if kept:
            return replace(t, agents=kept)
    return t


def _blamed(scene: Scene, frame: Frame) -> tuple[Ref, ...]:
    on, told, cause = frame.fill("on"), frame.fill("object"), frame.fill("for")
    if on and all(_is_retold(scene, head) for head in told):
        heads = on
    elif not on and all(_is_retold(scene, head) for head in cause):
        heads = told
    else:
        return ()
    refs = unique([ref for head in heads for ref in actor_refs(scene, head)])
    return tuple(ref for ref in refs if scene.index.actors[ref.key].kind in _FOES)


def _is_retold(scene: Scene, head: int) -> bool:
    """A pronoun, or a noun that tells the deed again: "blamed it on rebels", "blamed rebels for the attack"."""
    token = scene.tree.token(head)
    return labels.is_pronoun(token) or token.lower_ == "which" or scene.tree.lemma(head) in _RETOLD
