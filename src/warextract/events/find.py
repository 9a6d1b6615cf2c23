"""From rule matches to events: tellings read, filled from their surroundings, merged, and given their status."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from warextract.claims.draft import ClaimDraft
from warextract.events.confidence import confidence
from warextract.events.days import inherited
from warextract.events.deaths import shot_and_killed
from warextract.events.draft import EventDraft, EvidenceDraft, ParticipantDraft, PlaceDraft, TimeDraft
from warextract.events.inherit import fill
from warextract.events.kinds import COMBAT, CONSEQUENCES
from warextract.events.launches import tried
from warextract.events.means import one_a_word
from warextract.events.merge import merged
from warextract.events.participants import unique
from warextract.events.parts import without_parts
from warextract.events.places import PlaceAt, by_size, distinct
from warextract.events.said import said_times
from warextract.events.scene import Ref, Scene
from warextract.events.status import event_status
from warextract.events.telling import Telling, read_telling
from warextract.events.toll import joined
from warextract.events.voices import (
    Group,
    claims_of,
    mood_of,
    presupposed,
    taken_for_granted,
    told_by_both,
    voices_of,
)
from warextract.events.weak import without_weak
from warextract.events.weapons import operators
from warextract.matching.conditions import EntityIndex
from warextract.matching.matches import RuleMatch
from warextract.mentions.entities import Entities
from warextract.records import Casualties
from warextract.syntax.frames import Frame
from warextract.syntax.labels import Role
from warextract.syntax.tree import Tree
from warextract.vocabulary import EventType, ParticipantRole

if TYPE_CHECKING:
    from warextract.text.dates import TimeExpression

_HISTORY = 180  # days
_EXPECTED = 4  # who, to whom, where, when


def find_events(
    tree: Tree,
    frames: tuple[Frame, ...],
    matches: tuple[RuleMatch, ...],
    entities: Entities,
    claims: tuple[ClaimDraft, ...],
    times: "tuple[TimeExpression, ...]",
    published: date | None,
) -> tuple[EventDraft, ...]:
    """The events of an article in text order, each happening once."""
    scene = Scene.of(tree, frames, EntityIndex(entities), claims, times, published)
    found = [m for m in matches if m.rule.emits == "event" and not _only_speaks(scene, m)]
    found = without_parts(shot_and_killed(scene, found))
    triggers = frozenset(m.frame.head for m in found)
    told = one_a_word([read_telling(scene, m, triggers) for m in _ordered(found)])
    tellings = fill(scene, tuple(tried(scene, told)))
    groups = without_weak(scene, merged(scene, tellings))
    by_key = {claim.key: claim for claim in claims}
    return tuple(
        _event(scene, group, keys, by_key, _time(group, groups))
        for group, keys in zip(groups, claims_of(scene, groups), strict=True)
    )


def find_operators(scene_entities: Entities, tree: Tree, events: Sequence[EventDraft]) -> dict[str, str]:
    """Actor's key by weapon's key: who holds or uses each weapon of an article."""
    scene = Scene.of(tree, (), EntityIndex(scene_entities), (), (), None)
    used = [
        (event.weapons, next((p.actor for p in event.participants if p.role == "agent" and p.actor), None))
        for event in events
        if event.type != "interception"
    ]
    return operators(scene, used)


def find_said_times(
    tree: Tree, claims: tuple[ClaimDraft, ...], times: "tuple[TimeExpression, ...]", published: date | None
) -> dict[str, TimeDraft]:
    """When what claims tell was said, by the key of a claim, where the article tells it."""
    return said_times(Scene.of(tree, (), EntityIndex(Entities.of()), claims, times, published))


def _only_speaks(scene: Scene, match: RuleMatch) -> bool:
    """ "Protesters said the mine was closed": who speaks does not protest by it."""
    head = match.frame.head
    crowd = match.rule.type == "protest" and match.frame.kind == "noun"
    return crowd and scene.tree.roles[head] is Role.SUBJECT and scene.tree.heads[head] in scene.cues


def _ordered(matches: Sequence[RuleMatch]) -> list[RuleMatch]:
    return sorted(matches, key=lambda m: (m.frame.head, m.rule.id))


def _event(
    scene: Scene, group: Group, keys: tuple[str, ...], claims: dict[str, ClaimDraft], time: TimeDraft | None
) -> EventDraft:
    main = _clearest(group)
    own = [t for t in group if all(claims[key].seen for key in t.claims)]
    mood = mood_of(group, claims)
    narrated = (
        any(t.modality.mood == mood and not t.modality.negated for t in own)
        or presupposed(scene, group, claims)
        or told_by_both(scene, group, claims)
        or taken_for_granted(scene, group)
        or (_is_history(scene, group, time) and all(claims[key].stance not in ("denies", "doubts") for key in keys))
    )
    denied = any(t.modality.negated and t.modality.mood in ("actual", "attempted") for t in own)
    status = event_status(mood, voices_of(scene, group, keys, claims), narrated, denied)
    participants = _participants(scene, group)
    places = by_size(scene, _places(scene, group))
    found = sum(
        (any(p.role == "agent" for p in participants), any(p.role == "target" for p in participants),
         bool(places), time is not None)
    )  # fmt: skip
    return EventDraft(
        type=_type(group),
        rule=main.rule.id,
        order=main.trigger[0],
        trigger=main.trigger,
        sentence=scene.sentence_chars(main.head),
        status=status,
        participants=participants,
        places=tuple(PlaceDraft(p.key, p.role, scene.chars(p.head)) for p in places),
        time=time,
        weapons=tuple(dict.fromkeys(w for t in group for w in t.weapons)),
        casualties=_toll(group),
        negated=all(t.modality.negated for t in group),
        claims=keys,
        also=tuple(dict.fromkeys(t.trigger for t in group if t.trigger != main.trigger)),
        confidence=confidence(tuple(t.rule.id for t in group), found, _EXPECTED),
        evidence=tuple(EvidenceDraft(t.trigger, t.rule.id) for t in group),
    )


def _clearest(group: Group) -> Telling:
    """The first telling; where a weak rule reads it, a sure one in its sentence ("protesters [blocked] the road")."""
    if group[0].rule.priority >= 0:
        return group[0]
    return next((t for t in group if t.rule.priority >= 0 and t.number == group[0].number), group[0])


def _is_history(scene: Scene, group: Group, time: TimeDraft | None) -> bool:
    """Whether a happening of months ago is told with its day: known by then, whoever mentions it now."""
    if time is None or time.chars is None or scene.published is None or not all(t.time for t in group):
        return False
    return (scene.published - time.last).days > _HISTORY


def _type(group: Group) -> EventType:
    """The first telling's type, unless it leaves the means open and a later one tells them."""
    for telling in group:
        if telling.type not in ("attack", "clash"):
            return telling.type
    return group[0].type


def _participants(scene: Scene, group: Group) -> tuple[ParticipantDraft, ...]:
    """Each role from the first telling that fills it; targets of all tellings."""
    targets = _first(group, "targets")
    recipients = _first(group, "recipients")
    filled: tuple[tuple[ParticipantRole, tuple[Ref, ...]], ...] = (
        ("agent", _doers(scene, group, targets)),
        # who receives it is also whom it is done to, so that readers of two roles miss nobody
        ("target", targets or recipients),
        ("recipient", recipients),
    )
    return tuple(_participant(scene, role, ref) for role, refs in filled for ref in refs)


def _doers(scene: Scene, group: Group, targets: tuple[Ref, ...]) -> tuple[Ref, ...]:
    """The agents less those whom another telling counts as hit ("nine were killed and forty wounded")."""
    hit = {ref.key for ref in targets} if group[0].type in CONSEQUENCES else set()
    acting = _first(group, "agents")
    if group[0].type == "agreement":  # "agreed to a truce with the army"
        told = [ref for t in group if t.number == group[0].number for ref in t.agents]
        acting = unique([*acting, *(ref for ref in told if scene.tree.preposition(ref.head) == "with")])
    return tuple(ref for ref in acting if ref.key not in hit)


def _first(group: Group, name: str) -> tuple[Ref, ...]:
    return next((refs for t in group if (refs := getattr(t, name))), ())


def _participant(scene: Scene, role: ParticipantRole, ref: Ref) -> ParticipantDraft:
    chars = scene.mention_chars(ref)
    if ref.layer == "actor":
        return ParticipantDraft(role, actor=ref.key, chars=chars)
    return ParticipantDraft(role, place=ref.key, chars=chars)


def _places(scene: Scene, group: Group) -> tuple[PlaceAt, ...]:
    """Those of the first telling that names a settlement or site, else of the first that names any."""
    told = [t.places for t in group if t.places]
    exact = [p for p in told if any(scene.index.places[x.key].kind in ("facility", "settlement") for x in p)]
    chosen = (exact or told or [()])[0]
    keys = {p.key for p in chosen}
    return distinct([*chosen, *(p for other in told if keys & {x.key for x in other} for p in other)])


def _time(group: Group, groups: Sequence[Group]) -> TimeDraft | None:
    """The day that a telling's own words give; for a toll also those of another telling of its attack ("Monday's
    strikes"); else the one inherited.
    """
    own = _own_time(group)
    if own is not None:
        return own
    if group[0].type in CONSEQUENCES:
        numbers = {t.number for t in group}
        for other in groups:
            if any(t.type in COMBAT and t.number in numbers for t in other):
                told = _own_time(other)
                if told is not None:
                    return inherited(told)
    return next((t.time for t in group if t.time), None)


def _own_time(group: Group) -> TimeDraft | None:
    return next((t.time for t in group if t.time and t.time.chars), None)


def _toll(group: Group) -> Casualties | None:
    """What all tellings of a toll add up to; of an attack, what its first telling counts (later ones may count others
    who were hurt in it).
    """
    counted = [t for t in group if t.casualties]
    if group[0].type in COMBAT:  # "killing 16 soldiers and wounding 24 people" is one sentence
        counted = [t for t in counted if t.number == counted[0].number]
    total: Casualties | None = None
    for telling in counted:
        total = joined(total, telling.casualties)
    return total
