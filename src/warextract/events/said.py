"""When something was said: the time expression that belongs to the words that attribute it."""

from warextract.claims.draft import ClaimDraft
from warextract.events.draft import TimeDraft
from warextract.events.scene import Scene, TimeAt
from warextract.events.timing import draft
from warextract.syntax import labels
from warextract.syntax.labels import Role

_OCCASION = frozenset({"in", "at", "during", "on", "via"})  # "said in a statement on Tuesday"; "after the raid" is none
_BEFORE_TIME = frozenset({"on", "late", "early", "earlier", "in"})
_ANCHORED = ("after", "before")  # "a day after the army told people to leave": of what came next
_NAMES_ANOTHER = (Role.POSSESSOR, Role.COMPOUND, Role.ADJECTIVE)  # "condemned Friday's attack"


def said_times(scene: Scene) -> dict[str, TimeDraft]:
    """By the key of a claim the day that the article tells for the saying itself, where it tells one.

    A time inside what is said is the event's, and what is still to come has not been said.
    """
    found = {claim.key: _said(scene, claim) for claim in scene.claims}
    return {key: draft(time) for key, time in found.items() if time is not None}


def _said(scene: Scene, claim: ClaimDraft) -> TimeAt | None:
    cue = claim.head
    if cue is None or claim.cue is None:
        return None
    near = [
        time
        for time in scene.times
        if scene.numbers[time.head] == scene.numbers[cue] and _may_date(scene, claim, time) and _hangs(scene, cue, time)
    ]
    return min(near, key=lambda time: abs(time.head - cue), default=None)


def _may_date(scene: Scene, claim: ClaimDraft, time: TimeAt) -> bool:
    expression = time.expression
    words = expression.text.lower()
    if words.endswith(_ANCHORED) or words.startswith("since"):
        return False
    if scene.published is not None and expression.first > scene.published:
        return False
    if scene.tree.roles[time.head] in _NAMES_ANOTHER:
        return False
    return claim.content is None or expression.end <= claim.content[0] or claim.content[1] <= expression.start


def _hangs(scene: Scene, cue: int, time: TimeAt) -> bool:
    """Whether a time hangs on the cue, stands right behind it, or tells when the occasion was."""
    tree = scene.tree
    governor = tree.heads[time.head]
    if governor == cue or _right_behind(scene, cue, time):
        return True
    if tree.heads[governor] != cue or not labels.is_noun(tree.token(governor)):
        return False
    if tree.roles[governor] is Role.OBJECT:
        return governor < time.head  # "told a news conference on Tuesday", but no "1950s test"
    return tree.roles[governor] is Role.OBLIQUE and tree.preposition(governor) in _OCCASION


def _right_behind(scene: Scene, cue: int, time: TimeAt) -> bool:
    gap = [i for i in range(cue + 1, time.head) if scene.tree.token(i).idx < time.expression.start]
    return time.head > cue and len(gap) <= 2 and all(scene.tree.token(i).lower_ in _BEFORE_TIME for i in gap)
