"""What a statement gives the happening that it tells: who threatens, whom a threat is meant for, who made an arrest."""

from collections.abc import Sequence
from dataclasses import replace

from warextract.events.scene import Ref, Scene
from warextract.events.telling import Telling

_GUARDS = frozenset({"police", "policeman", "gendarmerie", "army", "military", "soldier", "troops", "guard", "officer"})
_BY_SPEAKER = frozenset({"threat", "detention"})


def with_speaker(scene: Scene, t: Telling) -> Telling:
    """ "“They will pay for it,” the general said": he threatens; "police said two men were arrested": by them."""
    if t.agents or t.type not in _BY_SPEAKER or t.modality.negated:
        return t
    for claim in scene.claims:
        if claim.key not in t.claims or claim.source is None or claim.stance in ("denies", "doubts", "withholds"):
            continue
        if t.type == "detention" and not _guards(scene, claim.source):
            continue
        if claim.source in {ref.key for ref in t.targets}:
            continue
        return replace(t, agents=(Ref("actor", claim.source, t.head),))
    return t


def _guards(scene: Scene, key: str) -> bool:
    """Whether a speaker is of those who arrest people."""
    actor = scene.index.actors.get(key)
    if actor is None:
        return False
    return actor.kind == "military" or any(scene.tree.lemma(m.head) in _GUARDS for m in actor.mentions)


def with_threatened(scene: Scene, t: Telling, tellings: Sequence[Telling]) -> Telling:
    """Whom a threat is meant for: those to whom the threatened deed would be done ("to march on Bangui")."""
    if t.targets or t.type != "threat":
        return t
    for deed in tellings:
        if deed.number != t.number or deed.type == "threat" or t.head not in scene.tree.ancestors(deed.head):
            continue
        goals = tuple(Ref("place", p.key, p.head) for p in deed.places if p.role == "destination")
        meant = deed.targets or goals
        kept = tuple(ref for ref in meant if ref.key not in {a.key for a in t.agents})
        if kept:
            return replace(t, targets=kept)
    return t
