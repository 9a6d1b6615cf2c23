"""Who is held or holds itself answerable for a happening: the accused, and who claims it."""

from warextract.events.participants import actor_refs, unique
from warextract.events.scene import Ref, Scene
from warextract.lexicon.modality import load_modality
from warextract.syntax import labels
from warextract.syntax.labels import Role

_CALLING = frozenset({"call", "describe", "brand", "label", "term"})  # "calling it an aggression": not done by it
_BLAMING = frozenset({"blame", "pin", "lay"})  # "condemned the raid on teachers": not them
_ACCUSED = (Role.OBJECT, Role.SUBJECT_PASSIVE)


def answerable(scene: Scene, head: int, claims: tuple[str, ...]) -> tuple[Ref, ...]:
    """Agents that the claims about a happening give it: "accused troops of the shooting", "blamed the raid on rebels",
    "claimed the attack".
    """
    for claim in scene.claims:
        if claim.key not in claims or claim.head is None or claim.negated_cue:
            continue
        if claim.stance == "accuses":
            found = _accused(scene, claim.head, head)
        elif claim.stance == "asserts" and claim.source and _claims_it(scene, claim.head, head):
            found = (Ref("actor", claim.source, claim.head),)
        else:
            continue
        if found:
            return found
    return ()


def _accused(scene: Scene, cue: int, head: int) -> tuple[Ref, ...]:
    tree = scene.tree
    above = {head, *tree.ancestors(head)}
    if cue not in above or not labels.is_verb(tree.token(cue)) or tree.lemma(cue) in _CALLING:
        return ()
    nouns = [c for c in tree.children(cue, *_ACCUSED) if c not in above or _is_accused_of(scene, c, head)]
    if not nouns and tree.lemma(cue) in _BLAMING:
        # "blamed the raid on rebels", whichever of the two the parser hung the phrase on
        hung = (*tree.children(cue, Role.OBLIQUE), *tree.children(head, Role.NOMINAL_MODIFIER, Role.OBLIQUE))
        nouns = [c for c in hung if tree.preposition(c) == "on" and c not in above][-1:]  # "on a bus on rebels"
    return unique([ref for noun in nouns for member in tree.conjuncts(noun) for ref in actor_refs(scene, member)])


def _is_accused_of(scene: Scene, noun: int, head: int) -> bool:
    """ "accused rebels of an attack", with the attack hung on the rebels."""
    node = scene.tree.first_conjunct(head)
    return noun != node and scene.tree.heads[node] == noun and scene.tree.preposition(node) in ("of", "for")


def _claims_it(scene: Scene, cue: int, head: int) -> bool:
    """ "claimed the attack", "claimed responsibility for the attack" """
    tree = scene.tree
    if tree.lemma(cue) not in load_modality().owning:
        return False
    node = tree.first_conjunct(head)
    above = tree.heads[node]
    if above != cue and tree.lemma(above) in ("responsibility", "credit"):
        node, above = above, tree.heads[above]
    return above == cue and tree.roles[node] is Role.OBJECT and labels.is_noun(tree.token(node))
