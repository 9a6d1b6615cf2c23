"""What a telling takes over from its surroundings: from the attack in its sentence, from what it points back to,
from the sentence before.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from warextract.events.antecedent import antecedent
from warextract.events.blamed import with_blamed
from warextract.events.days import elsewhere, inherited, of_lead, with_day
from warextract.events.draft import TimeDraft
from warextract.events.kinds import COMBAT, CONSEQUENCES, STRIKES
from warextract.events.partners import PAIRED, are_of_them, from_partner, partner_of
from warextract.events.places import (
    PlaceAt,
    by_size,
    containing,
    distinct,
    governing_places,
)
from warextract.events.places_around import opening_places, section_place, sentence_places
from warextract.events.scene import Ref, Scene
from warextract.events.sides import with_doer, with_opponent
from warextract.events.speakers import with_speaker, with_threatened
from warextract.events.stage import with_stage
from warextract.events.telling import Telling
from warextract.events.timing import periods
from warextract.events.weapons import operators
from warextract.syntax import labels

_LOCATED = COMBAT | {"hold", "withdrawal", "damage", "displacement", "surrender", "capture"}
_HAPPENING = (
    _LOCATED
    | CONSEQUENCES
    | {"abduction", "killing", "detention", "protest", "interception", "aid", "meeting", "deployment", "fortification"}
    | {"weapons_test", "prisoner_exchange", "nuclear_incident", "advance"}
)
_MOBILE = frozenset(
    {"bus", "minibus", "car", "ship", "vessel", "convoy", "tanker", "truck", "train", "vehicle", "ambulance", "boat"}
)
_OTHER = frozenset({"another", "second", "third", "separate", "similar", "other", "further", "different"})
_COUNTED = frozenset(
    {"house", "home", "building", "apartment", "flat", "hut", "shop", "store", "road", "street", "bridge", "trench",
     "school", "embassy", "window", "tree", "block", "tent", "motorcycle", "factory", "warehouse", "site", "place"}
)  # fmt: skip


def fill(scene: Scene, tellings: tuple[Telling, ...]) -> tuple[Telling, ...]:
    """Tellings with places, times, agents and weapons that their surroundings give them, in text order."""
    placed = [replace(t, places=_places(scene, t)) for t in tellings]
    back: list[Telling] = []
    for telling in placed:
        back.append(_from_antecedent(scene, telling, back))
    back = [with_blamed(scene, t, back) for t in back]
    paired = [from_partner(scene, t, back) for t in back]
    paired = [from_partner(scene, t, paired) for t in paired]
    paired = [_from_target(scene, t, paired) for t in paired]
    acting = (t for t in paired if t.type != "interception")
    whose = operators(scene, ((t.weapons, t.agents[0].key if t.agents else None) for t in acting))
    paired = [_of_operator(t, whose) for t in paired]
    paired = [with_threatened(scene, with_speaker(scene, t), paired) for t in paired]
    paired = [with_opponent(scene, with_doer(scene, t, paired), paired) for t in paired]
    done: list[Telling] = []
    bulletin = periods(scene)
    for telling in paired:
        done.append(_from_before(scene, telling, done, bulletin))
    counted = [_with_toll_after(scene, t, done[i + 1 :]) for i, t in enumerate(done)]
    staged = with_stage(scene, of_lead(scene, counted))
    return tuple(_consistent(scene, _targeted(scene, t)) for t in staged)


def _places(scene: Scene, t: Telling) -> tuple[PlaceAt, ...]:
    """Own places; those of governing predicates and of the sentence's opening; the target, if it stays in place."""
    out = [*t.places]
    if t.type not in ("threat", "sanction"):
        own = [*(p.key for p in t.places), *(ref.key for ref in t.targets if ref.layer == "place")]
        placed = any(scene.index.places[key].kind in ("facility", "settlement") for key in own)
        out += governing_places(scene, t.head, placed=placed)
        out += opening_places(scene, t.head)
    for ref in t.targets:
        if ref.layer == "place" and _is_site(scene, ref) and ref.key not in {p.key for p in t.places}:
            out.insert(0, PlaceAt(ref.key, "location", ref.head))
    hit = {ref.key for ref in t.targets if ref.layer == "place" and not _is_site(scene, ref)}
    kept = [p for p in out if p.key not in hit or (t.type == "damage" and not _moves(scene, p.key))]
    return by_size(scene, distinct(containing(scene, t.head, kept)))


def _is_site(scene: Scene, ref: Ref) -> bool:
    """A target says where it happened unless it moves or is counted among much else that was hit ("six houses")."""
    if scene.index.places[ref.key].kind != "facility":
        return True
    counted = labels.is_plural(scene.tree.token(ref.head)) and scene.tree.lemma(ref.head) in _COUNTED
    return not counted and not _moves(scene, ref.key)


def _moves(scene: Scene, key: str) -> bool:
    """Whether a site is a vehicle or ship by any of its mentions."""
    return any(scene.tree.lemma(m.head) in _MOBILE for m in scene.index.places[key].mentions)


def _from_antecedent(scene: Scene, t: Telling, before: Sequence[Telling]) -> Telling:
    """ "The strike" has agent, weapons, places and day of the strike that it points back to."""
    told = antecedent(scene, t, before)
    if told is None:
        return t
    return replace(
        t,
        agents=t.agents or told.agents,
        weapons=t.weapons or told.weapons,
        places=t.places or told.places,
        time=t.time or inherited(told.time),
    )


def _from_target(scene: Scene, t: Telling, tellings: Sequence[Telling]) -> Telling:
    """Who is told to have struck a ship or a plant struck it too where the article tells it in the passive."""
    if t.agents or t.modality.negated or t.type not in PAIRED | {"interception"}:
        return t
    own = {r.key for r in t.targets if r.layer == "place" and scene.index.places[r.key].kind == "facility"}
    for other in sorted(tellings, key=lambda o: abs(o.head - t.head)):
        if other.agents and other.type in PAIRED and own & {r.key for r in other.targets}:
            return replace(t, agents=other.agents)
    return t


def _of_operator(t: Telling, whose: Mapping[str, str]) -> Telling:
    """A drone that was shot down or a tank that was destroyed is a loss of those who operate it."""
    if t.targets or t.type not in ("interception", "damage"):
        return t
    agents = {r.key for r in t.agents}
    keys = dict.fromkeys(whose[w] for w in t.weapons if w in whose and whose[w] not in agents)
    return replace(t, targets=tuple(Ref("actor", key, t.head) for key in keys))


def _from_before(scene: Scene, t: Telling, before: Sequence[Telling], bulletin: Mapping[int, TimeDraft]) -> Telling:
    """What goes on from the sentence before: a toll's attack, the day told."""
    changed = t
    cause = _cause_before(scene, t, before)
    if cause is not None:
        changed = replace(changed, places=t.places or cause.places, time=t.time or inherited(cause.time))
        if not t.modality.negated and cause.type in COMBAT:
            doers = () if are_of_them(scene, t, cause) else cause.agents
            changed = replace(changed, agents=t.agents or doers, weapons=t.weapons or cause.weapons)
    if not changed.places and t.type in _HAPPENING:
        changed = replace(changed, places=sentence_places(scene, t.head))
    changed = with_day(scene, changed, before, bulletin)
    factual = t.modality.mood in ("actual", "attempted")
    if not changed.places and factual and not _is_another(scene, t) and t.type in _LOCATED | {"casualties"}:
        changed = replace(changed, places=_place_going_on(t, before) or section_place(scene, t.head))
    return changed


def _is_another(scene: Scene, t: Telling) -> bool:
    """ "a second attack", "another raid": not where the one before was."""
    start = scene.tree.base_phrase(t.head)[0]
    return any(scene.tree.token(i).lower_ in _OTHER for i in range(start, t.head))


def _place_going_on(t: Telling, before: Sequence[Telling]) -> tuple[PlaceAt, ...]:
    """Where the paragraph has been all along, for what names no place of its own."""
    for other in reversed(before):
        if other.paragraph != t.paragraph or t.number - other.number > 2:
            return ()
        if other.places:
            return other.places
    return ()


def _cause_before(scene: Scene, t: Telling, before: Sequence[Telling]) -> Telling | None:
    """The attack or toll right before a toll whose own sentence tells no attack."""
    if t.type != "casualties" or partner_of(scene, t, before) is not None:
        return None
    for other in reversed(before):
        if t.number - other.number > 2 or other.paragraph != t.paragraph:
            return None
        if other.type in COMBAT and _is_denied(scene, other):
            return None
        if other.type in COMBAT or other.type == "casualties":
            return None if elsewhere(scene, t, other) or _at_another_time(t, other) else other
    return None


def _is_denied(scene: Scene, t: Telling) -> bool:
    """ "Both deny bombing civilians": that killed nobody."""
    return any(claim.key in t.claims and claim.stance == "denies" for claim in scene.claims)


def _at_another_time(t: Telling, other: Telling) -> bool:
    """ "At least 5,000 were killed last year": not in the shooting just told."""
    if t.time is None or t.time.chars is None or other.time is None:
        return False
    return t.time.last < other.time.first or other.time.last < t.time.first


def _with_toll_after(scene: Scene, t: Telling, after: Sequence[Telling]) -> Telling:
    """ "A missile hit the yard. Three people were killed": the toll of the next sentence is that of the attack."""
    if t.type not in STRIKES or t.casualties or t.modality.mood != "actual" or t.modality.negated:
        return t
    for other in after:
        if other.number > t.number + 1 or other.paragraph != t.paragraph:
            return t
        if other.type in COMBAT and other.number > t.number:
            return t
        if other.type == "casualties" and other.number > t.number and not other.modality.negated:
            if not {ref.key for ref in other.agents} <= {ref.key for ref in t.agents}:
                return t  # "Troops ended the siege, killing five attackers"
            return t if elsewhere(scene, t, other) else replace(t, casualties=other.casualties)
    return t


def _targeted(scene: Scene, t: Telling) -> Telling:
    """A strike that names no target is one on the place where it is told to have happened."""
    if t.type in STRIKES and not t.targets and t.places:
        first = t.places[0]
        if scene.index.places[first.key].kind in ("facility", "settlement"):
            return replace(t, targets=(Ref("place", first.key, first.head),))
    return t


def _consistent(scene: Scene, t: Telling) -> Telling:
    """Nobody is agent and target of one deed; who does and who undergoes it is told better by the target, unless that
    is a pronoun ("police detained nine of them": others than the police).
    """
    acting = {ref.key for ref in t.agents if not labels.is_pronoun(scene.tree.token(ref.head))}
    targets = tuple(
        ref for ref in t.targets if ref.key not in acting or not labels.is_pronoun(scene.tree.token(ref.head))
    )
    hit = {ref.key for ref in targets}
    return replace(t, agents=tuple(ref for ref in t.agents if ref.key not in hit), targets=targets)
