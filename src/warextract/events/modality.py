"""How a happening is told: as a fact, as tried, planned or possible, or as not having happened."""

from typing import Literal, NamedTuple

from warextract.events.scene import Scene
from warextract.lexicon.modality import Effect, ModalityWords, load_modality
from warextract.syntax import clauses, labels
from warextract.syntax.circumstances import flags_of
from warextract.syntax.frames import Frame
from warextract.syntax.labels import Role

Mood = Literal["actual", "attempted", "planned", "hypothetical"]
_MAX_HOPS = 6
_GOING = ("go", "get", "set")
_CALL = "call"
_JUDGED = ("fear", "believe", "presume", "expect")  # "feared dead" is a toll told with doubt, no toll to come
_THROUGH = ("_of", "_to", "_down", "_up", "_out", "_off", "_back", "_over")  # links that hand modality on


class Modality(NamedTuple):
    """``mood`` of the telling, and whether it says that the happening did not take place."""

    mood: Mood
    negated: bool = False


_MEANS = frozenset({"use", "employ", "wield"})


def modality_of(scene: Scene, frame: Frame, negation_consumed: bool = False) -> Modality:
    """Modality of a predicate from its own form, the words before it and those that govern it.

    With ``negation_consumed`` its own negation is already in the event's type: "had not left" is holding on, "without
    electricity" is damage.
    """
    words = load_modality()
    flags = frame.flags | _carrier_flags(scene, frame, words)
    if frame.context[:1] and frame.context[0] in _MEANS:
        flags -= {"purpose"}  # "used a truck to attack the convoy": the means were used, and it was done
    negated = "negated" in flags and not negation_consumed
    mood = _own_mood(flags)
    if frame.kind == "noun":
        effect = _noun_effect(scene, frame, words)
        if effect == "negated":
            negated = negated or not negation_consumed  # "without casualties": its form may have said so already
        else:
            mood, negated = _apply(mood, negated, effect)
    negated = negated or _without(scene, frame)
    for lemma in frame.context:
        if frame.kind == "adjective" and lemma in _JUDGED:
            continue
        if lemma in words.statement or lemma.removesuffix("_that").removesuffix("_of") in words.statement:
            break  # "rejected reports that …": who rejects a statement leaves open what it says
        if lemma in _GOING and "gerund" in frame.flags:
            continue  # "went from house to house executing men"
        if lemma == _CALL and frame.kind == "noun" and lemma == frame.context[0]:
            mood, negated = _apply(mood, negated, "planned")  # "called a march for Sunday"
            continue
        effect = words.governor(lemma, verb=frame.kind == "verb" or frame.has("light"))
        if effect is None and "_" in lemma and not lemma.endswith(_THROUGH):
            break  # a circumstance ("since the invasion"): what governs it says nothing of what is inside
        mood, negated = _apply(mood, negated, effect)
    if mood == "planned" and frame.has("future") and _has_condition(scene, frame):
        mood = "hypothetical"
    if mood in ("actual", "attempted") and _under_modal(scene, frame.head):
        mood = "hypothetical"
    if mood == "actual" and (_under_condition(scene, frame.head) or _of_anyone(scene, frame.head)):
        mood = "hypothetical"
    if mood == "actual" and frame.kind == "noun" and _may_cause(scene, frame):
        mood = "hypothetical"
    return Modality(mood, negated)


def _own_mood(flags: frozenset[str]) -> Mood:
    if "conditional" in flags or "question" in flags or "modal" in flags:
        return "hypothetical"
    if "future" in flags or "purpose" in flags:
        return "planned"
    return "actual"


_ORDER: dict[Mood, int] = {"actual": 0, "attempted": 1, "planned": 2, "hypothetical": 3}


def _apply(mood: Mood, negated: bool, effect: Effect | None) -> tuple[Mood, bool]:
    """The stronger of two moods; a negating governor turns what it governs into what did not happen."""
    if effect is None:
        return mood, negated
    if effect == "negated":
        return mood, not negated
    return (effect if _ORDER[effect] > _ORDER[mood] else mood), negated


def _noun_effect(scene: Scene, frame: Frame, words: ModalityWords) -> Effect | None:
    tree = scene.tree
    for slot in ("modifier", "bare"):
        for head in frame.fill(slot):
            found = words.modifier(tree.token(head).lower_)
            if found:
                return found
    found = words.preposition(tree.preposition(frame.head))
    if found:
        return found
    if tree.roles[frame.head] is Role.COMPOUND:
        found = words.governor(tree.lemma(tree.heads[frame.head]), verb=False)  # "a ceasefire proposal"
        if found:
            return found
    first = tree.first_conjunct(frame.head)
    verb = tree.heads[first]
    if tree.roles[first] is Role.SUBJECT and verb != first:
        # "a ceasefire remains unlikely", "an attack is possible"
        for said in (verb, *tree.children(verb, Role.OPEN_COMPLEMENT)):
            if tree.token(said).pos_ == "ADJ":
                found = words.governor(tree.lemma(said))
                if found in ("hypothetical", "planned"):
                    return found
    return None


def _without(scene: Scene, frame: Frame) -> bool:
    """ "without causing damage", "without taking the town" """
    tree = scene.tree
    nodes = [frame.head]
    if tree.roles[frame.head] is Role.OBJECT:
        nodes.append(tree.heads[frame.head])
    return any(tree.token(c).lower_ == "without" for node in nodes for c in tree.children(node, Role.MARKER))


def _carrier_flags(scene: Scene, frame: Frame, words: ModalityWords) -> frozenset[str]:
    """Tense and mood that a noun has from the verb that only says that it takes place."""
    if frame.kind != "noun" or frame.has("light"):
        return frozenset()
    tree = scene.tree
    first = tree.first_conjunct(frame.head)
    negated = frozenset({"negated"}) if first != frame.head and _no(scene, first) else frozenset()
    return negated | _verb_flags(scene, first, words)


def _no(scene: Scene, noun: int) -> bool:
    """ "neither casualties nor damage", "no dead or wounded" """
    tree = scene.tree
    near = tree.children(noun, Role.DETERMINER, Role.COORDINATOR)
    return any(c < noun and tree.token(c).lower_ in ("no", "neither") for c in near)


def _verb_flags(scene: Scene, first: int, words: ModalityWords) -> frozenset[str]:
    tree = scene.tree
    verb = tree.heads[first]
    if verb == first or tree.roles[first] not in (Role.SUBJECT, Role.SUBJECT_PASSIVE, Role.OBJECT):
        return frozenset()
    if not labels.is_verb(tree.token(verb)):
        return frozenset()
    found = clauses.particle(tree, verb)
    lemma = tree.lemma(verb) if found is None else f"{tree.lemma(verb)}_{tree.token(found).lower_}"
    if lemma not in words.occurrence:
        return frozenset()
    return flags_of(tree, verb, ())


def _under_modal(scene: Scene, head: int) -> bool:
    """ "the plan would see troops withdraw": inside what only may be, unless somebody says it."""
    tree = scene.tree
    node = head
    while tree.roles[node] in (Role.OPEN_COMPLEMENT, Role.CLAUSE_COMPLEMENT) and tree.heads[node] not in scene.cues:
        node = tree.heads[node]
        if "modal" in flags_of(tree, node, ()):
            return True
    return False


_ANYONE = frozenset({"those", "anyone", "anybody", "whoever", "everyone"})
_SAID_OF = ("modal", "future", "conditional")
_TOLD = frozenset({"the", "this", "that", "these", "those"})


def _of_anyone(scene: Scene, head: int) -> bool:
    """ "those who lay down their arms will be spared": whoever does it, if anybody does."""
    tree = scene.tree
    first = tree.first_conjunct(head)
    noun = tree.heads[first]
    if tree.roles[first] is not Role.RELATIVE_CLAUSE or tree.token(noun).lower_ not in _ANYONE:
        return False
    verb = tree.heads[noun]
    return verb != noun and bool(flags_of(tree, verb, ()) & set(_SAID_OF))


def _may_cause(scene: Scene, frame: Frame) -> bool:
    """ "shelling near the plant could result in an accident", "further shelling would invite a reply" """
    tree = scene.tree
    first = tree.first_conjunct(frame.head)
    verb = tree.heads[first]
    if tree.roles[first] is not Role.SUBJECT or not labels.is_verb(tree.token(verb)):
        return False
    if any(tree.token(c).lower_ in _TOLD for c in tree.children(first, Role.DETERMINER)) or frame.fill("possessor"):
        return False
    perfect = any(tree.token(c).lower_ == "have" for c in tree.children(verb, Role.AUXILIARY))
    return "modal" in flags_of(tree, verb, ()) and not perfect


def _has_condition(scene: Scene, frame: Frame) -> bool:
    """ "If Berlin approves, the missiles will be shipped" """
    tree = scene.tree
    verb = tree.heads[frame.head] if frame.kind == "noun" else frame.head
    return any(
        tree.token(m).lower_ in ("if", "unless")
        for c in tree.children(verb, Role.ADVERBIAL_CLAUSE)
        for m in tree.children(c, Role.MARKER)
    )


def _under_condition(scene: Scene, head: int) -> bool:
    """Whether what is told stands inside an "if" clause, at any depth below its predicate."""
    tree = scene.tree
    node = head
    for _ in range(_MAX_HOPS):
        if any(tree.token(c).lower_ in ("if", "unless") for c in tree.children(node, Role.MARKER)):
            return True
        governor = tree.heads[node]
        if governor == node or tree.roles[node] in (Role.RELATIVE_CLAUSE, Role.PARATAXIS, Role.ADVERBIAL_CLAUSE):
            return False
        node = governor
    return False
