"""One killing told by two verbs: "shot and killed", "stabbed and killed"."""

from collections.abc import Sequence
from dataclasses import replace

from warextract.events.scene import Scene
from warextract.matching.matches import RuleMatch
from warextract.syntax.labels import Role

_HOW = frozenset({"shoot", "stab", "hack", "beat", "bludgeon", "knife"})
_KILL = "kill"
_DOUBLE = 2  # tokens from the first verb to the second


def shot_and_killed(scene: Scene, matches: Sequence[RuleMatch]) -> list[RuleMatch]:
    """The matches of an article, where a verb that tells how and "killed" right after it are one killing.

    It stands on the verb that tells how, by the rule for people shot dead; what "killed" alone says is left out.
    """
    tree = scene.tree
    pairs = {
        frame.head: verb
        for frame in scene.frames.values()
        if frame.lemma == _KILL and tree.roles[frame.head] is Role.CONJUNCT
        for verb in (tree.heads[frame.head],)
        if frame.head - verb <= _DOUBLE and verb in scene.frames and scene.frames[verb].lemma in _HOW
    }
    if not pairs:
        return list(matches)
    heads = set(pairs.values())
    out: list[RuleMatch] = []
    for match in matches:
        if match.frame.head in pairs:
            continue
        if match.frame.head in heads and match.rule.type == "attack":
            killed = {"killed": match.rule.roles.get("target", ("object",)), "agent": ("subject",)}
            rule = match.rule.model_copy(update={"id": "killing.shot_dead", "type": "killing", "roles": killed})
            out.append(replace(match, rule=rule))
        else:
            out.append(match)
    return out
