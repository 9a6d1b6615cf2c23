"""Whose soldiers are spoken of, by who fights whom and who tells it."""

from collections import Counter

from warextract.mentions.cast import Cast, Draft
from warextract.mentions.scene import Scene
from warextract.mentions.survey import Survey
from warextract.syntax import clauses, labels
from warextract.syntax.labels import Role

_FIXED = frozenset({"actor", "country", "institution"})
_SUFFER = (Role.OBJECT, Role.SUBJECT_PASSIVE, Role.OBLIQUE, Role.NOMINAL_MODIFIER)
_PHRASE = (Role.OBLIQUE, Role.NOMINAL_MODIFIER, Role.POSSESSOR, Role.CONJUNCT)
_DEFEND = frozenset({"intercept", "down", "shoot", "thwart"})
_CONCEDE = frozenset({"acknowledge", "admit", "concede"})


def side_of(survey: Survey, cast: Cast, scene: Scene, draft: Draft) -> str | None:
    """The country of soldiers or a unit that no word gives one, or None where the fighting tells nothing."""
    head = draft.mentions[0].head
    return (
        _as_victims(survey, cast, scene, head)
        or _as_attackers(survey, cast, scene, head)
        or _beside_army(survey, cast, draft, head)
    )


def enemy_of(survey: Survey, country: str | None) -> str | None:
    """The other country that the article speaks of most."""
    others = [(n, code) for code, n in survey.counts.items() if code != country]
    return max(others)[1] if others else None


def _as_victims(survey: Survey, cast: Cast, scene: Scene, head: int) -> str | None:
    """Soldiers and units that a force attacks are the enemy's; those whose deaths it tells of are its own."""
    tree = survey.tree
    first = tree.first_conjunct(head)
    verb = tree.heads[first]
    if tree.roles[first] not in _SUFFER or verb == first:
        return None
    usage = survey.gazetteer.people.fighting
    if not labels.is_verb(tree.token(verb)):
        verb = tree.heads[verb]  # "inflicted losses on two brigades"
    lemma = tree.lemma(verb)
    subjects = (
        clauses.agents(tree, verb) if clauses.is_passive(tree, verb) else clauses.surface_subject(tree, verb).heads
    )
    found = [d for s in subjects if (d := cast.at.get(s)) is not None]
    doers = [d for d in found if d.country]
    if any(d.kind == "armed_group" for d in found) and lemma in usage["attack"]:
        return _army_of_the_land(cast, scene.near(head))
    if doers:
        return enemy_of(survey, doers[0].country) if lemma in usage["attack"] else None
    speaker = _speaker(survey, cast, verb)
    if speaker is None or speaker.kind not in ("military", "government", "person"):
        return None
    if lemma in usage["repel"]:
        return enemy_of(survey, speaker.country)
    if lemma in _CONCEDE:
        return speaker.country
    return speaker.country if lemma in usage["suffer"] and speaker.kind == "military" else None


def _army_of_the_land(cast: Cast, near: str | None) -> str | None:
    """Rebels fight the army of the country, or the one that came there."""
    armies = Counter(d.country for d in cast.drafts if d.kind == "military" and d.country for _ in d.mentions)
    return near if near in armies or not armies else armies.most_common(1)[0][0]


def _as_attackers(survey: Survey, cast: Cast, scene: Scene, head: int) -> str | None:
    """Those who attack a force are its enemy; those who shoot down what flies over a place defend it."""
    tree = survey.tree
    first = tree.first_conjunct(head)
    verb = tree.heads[first]
    if tree.roles[first] is not Role.SUBJECT or not labels.is_verb(tree.token(verb)):
        return None
    lemma = tree.lemma(verb)
    if lemma in _DEFEND:
        start, end = tree.sentence(head)
        over = {m.country for m in scene.marks if m.place and start <= m.token < end}
        return next(iter(over)) if len(over) == 1 else None
    if lemma not in survey.gazetteer.people.fighting["attack"]:
        return None
    for target in tree.children(verb, Role.OBJECT, Role.OBLIQUE):
        for i in (target, *(c for c in tree.descendants(target) if tree.roles[c] in _PHRASE)):
            struck = cast.at.get(i)
            if struck is not None and struck.kind in ("military", "state") and struck.country:
                return enemy_of(survey, struck.country)
    return None


def _beside_army(survey: Survey, cast: Cast, draft: Draft, head: int) -> str | None:
    """The country of the army spoken of in the same sentence or the one before: its snipers, its special unit."""
    tree = survey.tree
    start = tree.sentence(head)[0]
    earlier = tree.sentence(start - 1)[0] if start else 0
    found = [
        (m.head, country)
        for d in cast.drafts
        if d is not draft and d.kind == "military" and (country := _of_army(cast, d)) is not None
        for m in d.mentions
        if earlier <= m.head < head
    ]
    return max(found)[1] if found else None


def _of_army(cast: Cast, draft: Draft) -> str | None:
    """The country of an army: the body of a state, or "its troops" after a state."""
    if draft.country and draft.key.split(":")[0] in _FIXED:
        return draft.country
    owner = cast.at.get(draft.owner) if draft.owner is not None else None
    return owner.country if owner is not None and owner.kind == "state" else None


def _speaker(survey: Survey, cast: Cast, verb: int) -> Draft | None:
    tree = survey.tree
    for above in (verb, *tree.ancestors(verb)):
        for subject in clauses.surface_subject(tree, above).heads if labels.is_verb(tree.token(above)) else ():
            draft = cast.at.get(subject)
            if draft is not None and draft.country:
                return draft
    return None
