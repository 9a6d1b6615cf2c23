"""One telling of a happening: what a rule match says before anything is inherited or merged."""

from dataclasses import dataclass

from warextract.events import places as where
from warextract.events.answerable import answerable
from warextract.events.carriers import carried_by
from warextract.events.draft import Chars, TimeDraft
from warextract.events.kinds import COMBAT
from warextract.events.means import by_means
from warextract.events.modality import Modality, modality_of
from warextract.events.participants import actor_refs, owners, role_refs, slot_refs, unique
from warextract.events.places import PlaceAt
from warextract.events.scene import Ref, Scene, TimeAt
from warextract.events.targets import done_to, places_reached
from warextract.events.timing import draft, is_scheduled, own_time, to_come
from warextract.events.toll import toll_of
from warextract.events.trigger import trigger_chars
from warextract.events.weapons import operating, weapons_used
from warextract.lexicon.modality import load_modality
from warextract.lexicon.rulebook import Rule
from warextract.matching.conditions import fillers
from warextract.matching.matches import RuleMatch
from warextract.records import Casualties
from warextract.syntax.frames import Frame
from warextract.syntax.labels import Role
from warextract.vocabulary import EventType

# what somebody claims responsibility for, or is accused of
_OWNED = COMBAT | {"abduction", "killing", "casualties", "advance", "capture", "damage", "detention"}
_MUTUAL = frozenset({"clash", "agreement"})
_MOVED = frozenset({"withdrawal", "deployment"})
_MADE = frozenset({"agreement", "prisoner_exchange"})
_ARRANGED = frozenset({"meeting", "agreement", "prisoner_exchange", "deployment", "withdrawal"})
_ENTERING = {"into": ("enter",), "to": ("agree", "come", "consent", "stick", "adhere"), "in": ("join", "take")}
_OWN = frozenset({"it", "he", "she", "they", "we", "its", "his", "her", "their", "our"})
_DEFINITE = frozenset({"the", "this", "that", "these", "those", "both", "such"})


@dataclass(frozen=True, slots=True)
class Telling:
    """A happening as one predicate tells it. ``number`` and ``paragraph`` are those of its sentence;
    ``definite`` marks a noun that points back ("the attack"); ``claims`` are those whose content holds it.
    """

    match: RuleMatch
    type: EventType
    head: int
    trigger: Chars
    number: int
    paragraph: int
    modality: Modality
    agents: tuple[Ref, ...] = ()
    targets: tuple[Ref, ...] = ()
    recipients: tuple[Ref, ...] = ()
    places: tuple[PlaceAt, ...] = ()
    weapons: tuple[str, ...] = ()
    time: TimeDraft | None = None
    casualties: Casualties | None = None
    claims: tuple[str, ...] = ()
    definite: bool = False

    @property
    def rule(self) -> Rule:
        return self.match.rule

    @property
    def frame(self) -> Frame:
        return self.match.frame


def read_telling(scene: Scene, match: RuleMatch, triggers: frozenset[int]) -> Telling:
    """The telling of one rule match, with what its own predicate says."""
    rule, frame = match.rule, match.frame
    event_type: EventType = by_means(scene, frame, rule.type)  # type: ignore[arg-type]
    consumed = rule.negated_type is not None and frame.has("negated")
    if consumed:
        event_type = rule.negated_type  # type: ignore[assignment]
    lacking = event_type == "damage" and scene.tree.preposition(frame.head) == "without" and "damage" not in frame.lemma
    modality = modality_of(scene, frame, consumed or lacking or "negated" in rule.flags)
    if rule.status in ("planned", "hypothetical") and modality.mood in ("actual", "attempted"):
        modality = Modality("planned" if rule.status == "planned" else "hypothetical", modality.negated)
    if event_type in _MADE and modality.mood == "attempted":
        modality = Modality("hypothetical", modality.negated)  # "efforts to secure a truce"
    time = own_time(scene, frame.head, triggers)
    if time and modality.mood == "hypothetical" and frame.head not in scene.tree.ancestors(time.head):
        time = None  # "asked on Wednesday for more strikes": the day of the asking
    if time and modality.mood == "planned" and _is_of_decision(scene, frame.head, time):
        time = None  # "agreed on Wednesday to withdraw": when it was agreed
    if time and scene.published and time.expression.first > scene.published and modality.mood == "actual":
        modality = Modality("planned", modality.negated)
    if time and modality.mood == "actual" and event_type in _ARRANGED and is_scheduled(scene, frame.head, time):
        modality = Modality("planned", modality.negated)
    if time and modality.mood in ("planned", "hypothetical"):
        time = to_come(scene, time)
    carriers = carried_by(scene, frame)
    places = where.own_places(scene, rule, frame, event_type)
    places = where.distinct([*places, *(p for c in carriers for p in where.phrase_places(scene, c, event_type))])
    agents = _agents(scene, rule, frame, event_type)
    agents = agents or next((found for c in carriers if (found := slot_refs(scene, c, "subject", agent=True))), ())
    claims = covering_claims(scene, frame)
    if not agents and frame.kind == "noun" and event_type in _OWNED:
        agents = answerable(scene, frame.head, claims)
    if event_type not in _MADE:  # it takes two
        modality = _own_intention(scene, frame, modality, agents, claims)
    named = tuple(r for r in done_to(scene, rule, frame, event_type) if r.head not in {a.head for a in agents})
    # "fighting between the army and rebels in Korda": nobody attacks Korda
    acts = bool(agents) and not frame.fill("between")
    targets = named or places_reached(scene, event_type, places, acts)
    if event_type in _MUTUAL:
        agents, targets = _sides(scene, frame, event_type, agents, targets)
    elif event_type == "sanction" and not agents:
        agents = _of_governor(scene, frame)
    return Telling(
        match=match,
        type=event_type,
        head=frame.head,
        trigger=trigger_chars(scene, frame, event_type),
        number=scene.numbers[frame.head],
        paragraph=scene.paragraphs[frame.head],
        modality=modality,
        agents=agents,
        targets=targets,
        recipients=role_refs(scene, rule, frame, "recipient"),
        places=places,
        weapons=weapons_used(scene, rule, frame, event_type),
        time=draft(time) if time else None,
        casualties=toll_of(scene, rule, frame, modality.negated),
        claims=claims,
        definite=_is_definite(scene, frame),
    )


def _own_intention(
    scene: Scene, frame: Frame, modality: Modality, agents: tuple[Ref, ...], claims: tuple[str, ...]
) -> Modality:
    """ "said that it would send troops": what the speaker himself will do is a plan; others' deeds are a guess."""
    tree = scene.tree
    verb = tree.heads[frame.head] if frame.has("light") else frame.head
    would = any(tree.token(c).lower_ in ("would", "’d", "'d") for c in tree.children(verb, Role.AUXILIARY))
    telling = [claim for claim in scene.claims if claim.key in claims]
    if modality.mood != "hypothetical" or not would or frame.has("conditional") or not telling:
        return modality
    start, end = tree.sentence(frame.head)
    supposed = any(tree.token(i).lower_ in ("if", "unless", "should") for i in range(start, end))
    if supposed or any(claim.stance not in ("asserts", "confirms", "denies") for claim in telling):
        return modality
    heads = frame.fill("subject") if not frame.has("passive") else ()
    owned = any(tree.token(c).lower_ in _OWN for head in heads for c in (head, *tree.children(head, Role.POSSESSOR)))
    spoken = {claim.source for claim in telling}
    meant = owned or modality.negated or bool(spoken & {ref.key for ref in agents})
    return Modality("planned", modality.negated) if meant else modality


def _is_of_decision(scene: Scene, head: int, time: TimeAt) -> bool:
    """Whether a time hangs on a verb in the past above a plan, and stands before the plan."""
    above = scene.tree.heads[time.head]
    past = scene.tree.token(above).tag_ == "VBD" and above in scene.tree.ancestors(head)
    return past and above < time.head < head


def _agents(scene: Scene, rule: Rule, frame: Frame, event_type: str) -> tuple[Ref, ...]:
    """By the rule's role, else whose the weapon is that acts ("a Russian drone struck"). Who controls a noun that was
    thwarted ("foiled an attempt to attack the plant") is no agent of what was tried.
    """
    found = role_refs(scene, rule, frame, "agent")
    if not found and "agent" in rule.roles:
        found = _of_main_clause(scene, frame)
    if found and load_modality().is_opposed(frame.context):
        shared = {a.head for a in frame.arguments if a.shared}
        found = tuple(ref for ref in found if ref.head not in shared)
    if not found and event_type == "protest":
        return _crowd(scene, frame)
    if not found and event_type in _MOVED and (frame.has("passive") or "agent" not in rule.roles):
        return _moved(scene, frame, event_type)
    if found or event_type not in COMBAT | {"interception", "damage", "casualties"}:
        return found
    return unique(
        [
            ref
            for slot in ("subject", "by", "modifier")
            for head in frame.fill(slot)
            if scene.weapon(head)
            for ref in (*actor_refs(scene, head), *operating(scene, head))
        ]
    )


def _sides(
    scene: Scene, frame: Frame, event_type: str, agents: tuple[Ref, ...], targets: tuple[Ref, ...]
) -> tuple[tuple[Ref, ...], tuple[Ref, ...]]:
    """Both sides do what is done with each other: "exchanged fire with rebels", "a truce with the government"."""
    partners = {m for head in fillers(frame, "with|between") for m in scene.tree.conjuncts(head)}
    with_them = (ref.head in partners or scene.tree.preposition(ref.head) == "with" for ref in targets)
    both = tuple(ref for ref, mutual in zip(targets, with_them, strict=True) if mutual and ref.layer == "actor")
    if event_type == "agreement":
        agents = unique([*agents, *_of_governor(scene, frame)])
    return unique([*agents, *both]), tuple(ref for ref in targets if ref not in both)


def _of_main_clause(scene: Scene, frame: Frame) -> tuple[Ref, ...]:
    """The subject of a verb with an object that the parser hung on another noun than its subject: "gunmen riding
    motorcycles [killed nine people]", "gangs have for years [robbed villagers]".
    """
    tree = scene.tree
    first = tree.first_conjunct(frame.head)
    read_as_clause = tree.roles[first] is Role.NOUN_CLAUSE and tree.token(first).tag_ in ("VBN", "VBD")
    if frame.kind != "verb" or frame.has("passive") or not read_as_clause or not frame.fill("object"):
        return ()
    for above in tree.ancestors(first):
        if above > first:
            return ()
        for node in (above, *tree.children(above, Role.SUBJECT)):
            found = scene.actor(node) if node < first else None
            if found:
                return (found,)
    return ()


def _moved(scene: Scene, frame: Frame, event_type: str) -> tuple[Ref, ...]:
    """Who moves where nobody is told to move them: "units have been withdrawn"; whose "its troops" are."""
    heads = frame.fill("object")
    if event_type == "withdrawal":
        return unique([ref for head in heads if (ref := scene.actor(head))])
    return unique([ref for head in heads for ref in owners(scene, head)])


def _of_governor(scene: Scene, frame: Frame) -> tuple[Ref, ...]:
    """Whose verb has the noun as its object: "called off a truce", "is weighing sanctions", "entered into a deal"."""
    tree = scene.tree
    first = tree.first_conjunct(frame.head)
    verb = tree.heads[first]
    entered = tree.roles[first] is Role.OBLIQUE and tree.lemma(verb) in _ENTERING.get(tree.preposition(first), ())
    if frame.kind != "noun" or not (tree.roles[first] is Role.OBJECT or entered) or verb not in scene.frames:
        return ()
    if verb in scene.cues and tree.lemma(verb) not in load_modality().occurrence:
        return ()
    return slot_refs(scene, scene.frames[verb], "subject", agent=True)


def _crowd(scene: Scene, frame: Frame) -> tuple[Ref, ...]:
    """ "thousands of demonstrators": the noun that tells of a protest names who protests."""
    if frame.kind != "noun":
        return ()
    for head in (frame.head, scene.tree.heads[frame.head]):
        found = scene.actor(head)
        if found:
            return (found,)
    return ()


def covering_claims(scene: Scene, frame: Frame) -> tuple[str, ...]:
    """Keys of the claims in whose content a predicate stands, unless it is background that they take for granted."""
    if frame.kind == "noun" and scene.tree.preposition(frame.head) in load_modality().background:
        return ()
    at = scene.tree.token(frame.head).idx
    above = _clause_governors(scene, frame.head) | _beside_cue(scene, frame)
    return tuple(
        c.key
        for c in scene.claims
        if c.content and (c.content[0] <= at < c.content[1] or (c.head in above and c.stance != "withholds"))
    )


def _beside_cue(scene: Scene, frame: Frame) -> frozenset[int]:
    """ "said that it fired rockets and [launched drones]", where the parser hung the last deed on "said"."""
    tree = scene.tree
    cue = tree.first_conjunct(frame.head)
    if cue == frame.head or cue not in scene.cues or not tree.children(cue, Role.CLAUSE_COMPLEMENT):
        return frozenset()
    own = tree.children(frame.head, Role.SUBJECT, Role.SUBJECT_PASSIVE, Role.AUXILIARY)
    comma = tree.token(frame.head - 1).text == "," or tree.token(frame.head - 2).text == ","
    return frozenset() if own or comma or frame.kind != "verb" else frozenset({cue})


def _clause_governors(scene: Scene, head: int) -> frozenset[int]:
    """Predicates whose complement clause holds a token, the second of two clauses too ("said … and that …")."""
    tree = scene.tree
    out: set[int] = set()
    node = head
    for above in tree.ancestors(head):
        if tree.roles[node] is Role.CLAUSE_COMPLEMENT:
            out.add(above)
        if tree.roles[node] in (Role.ADVERBIAL_CLAUSE, Role.PARATAXIS, Role.RELATIVE_CLAUSE):
            break
        node = above
    return frozenset(out)


def _is_definite(scene: Scene, frame: Frame) -> bool:
    if frame.kind != "noun":
        return False
    tree = scene.tree
    first = tree.token(tree.base_phrase(frame.head)[0]).lower_
    if first in _DEFINITE or any(tree.token(c).lower_ in _DEFINITE for c in tree.children(frame.head, Role.DETERMINER)):
        return True
    # "Monday's strikes", "the Kabkabiya raid"
    days = {time.head for time in scene.times}
    return any(c in days for c in tree.children(frame.head, Role.POSSESSOR))
