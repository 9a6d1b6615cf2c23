"""Where an event happens: place phrases of its predicate, of its object, and of what governs it."""

from collections.abc import Iterable
from typing import NamedTuple

from warextract.events.kinds import COMBAT
from warextract.events.scene import Scene
from warextract.lexicon.modality import load_modality
from warextract.lexicon.rulebook import Rule
from warextract.matching.conditions import SLOT_GROUPS, fillers
from warextract.syntax import labels
from warextract.syntax.frames import Frame
from warextract.syntax.labels import Role
from warextract.vocabulary import PlaceRole

_WHERE = frozenset(
    {*SLOT_GROUPS["where"], "of", "from", "to", "into", "onto", "upon", "under", "above", "behind", "for", "against",
     "outside_of", "inside_of", "close_to", "next_to", "north", "south", "east", "west", "through", "amid",
     "northwest_of", "northeast_of", "southwest_of", "southeast_of"}
)  # fmt: skip
_INSIDE = frozenset(SLOT_GROUPS["where"]) - {"toward", "towards", "between"} | {"of"}  # what contains a place
STATIC = frozenset(SLOT_GROUPS["where"]) - {"toward", "towards", "between", "beyond"}
_FROM = frozenset({"from", "out_of", "off"})
_TO = frozenset({"to", "into", "onto", "toward", "towards", "for", "at"})
_MOVES = frozenset({"withdrawal", "displacement", "deployment", "arms_transfer", "aid", "advance", "weapons_test"})
_LAUNCH = frozenset({"launch", "fire", "take_off"})
_CLIMBED = frozenset(
    {Role.ADVERBIAL_CLAUSE, Role.CLAUSE_COMPLEMENT, Role.OPEN_COMPLEMENT, Role.CONJUNCT, Role.SUBJECT, Role.OBJECT,
     Role.SUBJECT_PASSIVE, Role.OBLIQUE, Role.AGENT, Role.NOMINAL_MODIFIER, Role.PARATAXIS, Role.SUBJECT_CLAUSE,
     Role.NOUN_CLAUSE}
)  # fmt: skip
_NESTED = (
    Role.NOMINAL_MODIFIER, Role.OBLIQUE, Role.APPOSITION, Role.POSSESSOR, Role.COMPOUND, Role.FLAT, Role.ADJECTIVE
)  # fmt: skip
SIZE = {"facility": 0, "settlement": 1, "area": 2, "region": 3, "country": 4}
_DEPTH = 4
_AIMED = frozenset({"aim", "fire", "launch", "head", "fly", "direct", "bind"})
_GOALS = ("at", "toward", "towards", "over", "for", "into")
_MEASURES = frozenset({"km", "kilometre", "kilometer", "mile", "metre", "meter", "m"})


class PlaceAt(NamedTuple):
    """A place, what it is to the event, and the token that names it."""

    key: str
    role: PlaceRole
    head: int


def own_places(scene: Scene, rule: Rule, frame: Frame, event_type: str) -> tuple[PlaceAt, ...]:
    """Places in the phrases of a predicate, those that its rule names first, and those that contain them."""
    out: list[PlaceAt] = []
    for role, name in (("place", "location"), ("origin", "origin"), ("destination", "destination")):
        for slot in rule.roles.get(role, ()):
            found = [p for head in fillers(frame, slot) for p in named_places(scene, head, name)]  # type: ignore[arg-type]
            out += found
            if found:
                break
    out += phrase_places(scene, frame, event_type)
    if frame.kind == "noun" and event_type in COMBAT:
        for head in frame.fill("modifier"):
            if head < frame.head and scene.place_key(head):
                out += named_places(scene, head)  # "a Quetta car bombing"
    for slot in ("object", "modifier", "subject", "possessor", "by"):
        for head in frame.fill(slot):
            out += _contained(scene, head, frame.head)
    return distinct(out)


def phrase_places(scene: Scene, frame: Frame, event_type: str) -> list[PlaceAt]:
    """Places in the prepositional phrases of a predicate."""
    moves = event_type in _MOVES or scene.tree.lemma(frame.head) in _LAUNCH
    out: list[PlaceAt] = []
    for preposition, head in frame.prepositions():
        if preposition in _WHERE:
            out += named_places(scene, head, _role(preposition, moves))
    for head in frame.fill("adverb"):
        out += _around(scene, head, moves) or _there(scene, head)
    return out


def _role(preposition: str, moves: bool) -> PlaceRole:
    if moves and preposition in _FROM:
        return "origin"
    return "destination" if moves and preposition in _TO else "location"


def named_places(scene: Scene, head: int, role: PlaceRole = "location", depth: int = 0) -> list[PlaceAt]:
    """The place that a noun names, or the one that it is a part of, and those told to contain it."""
    tree = scene.tree
    if _is_distance(scene, head):
        return []
    own = scene.place_key(head)
    out = [PlaceAt(own, role, head)] if own else []
    if depth >= _DEPTH or not (labels.is_noun(tree.token(head)) or own):
        return out
    for c in tree.children(head, *_NESTED):
        kind = tree.roles[c]
        if kind in (Role.NOMINAL_MODIFIER, Role.OBLIQUE) and tree.preposition(c) not in _INSIDE:
            continue
        if kind is Role.ADJECTIVE and not scene.place_key(c):
            continue
        kept: PlaceRole = role if own is None and tree.preposition(c) in ("", "of") else "location"
        for member in tree.conjuncts(c):
            inner = named_places(scene, member, kept, depth + 1)
            if own and kind in (Role.POSSESSOR, Role.COMPOUND):
                # "Kherson's Dniprovskyi district" lies in Kherson, "Moscow's annexed Crimea" not in Moscow
                inner = [p for p in inner if _size(scene, p.key) >= _size(scene, own)]
            out += inner
    return out


def _size(scene: Scene, key: str) -> int:
    return SIZE[scene.index.places[key].kind]


def _is_distance(scene: Scene, head: int) -> bool:
    """ "800 km (500 miles) from the front line": how far, not where."""
    tree = scene.tree
    if tree.lemma(head) in _MEASURES and tree.preposition(head) != "within":
        return True
    if tree.preposition(head) != "from":
        return False
    case = min(tree.children(head, Role.CASE), default=head)
    return any(tree.lemma(i) in _MEASURES for i in range(max(0, case - 6), case))


def _contained(scene: Scene, head: int, trigger: int) -> list[PlaceAt]:
    """Places in phrases below a participant: "a convoy near Gao", "its base in the north"."""
    tree = scene.tree
    out: list[PlaceAt] = []
    for c in tree.children(head, Role.NOMINAL_MODIFIER, Role.OBLIQUE, Role.APPOSITION):
        if tree.roles[c] is Role.APPOSITION or tree.preposition(c) in _INSIDE:
            for member in tree.conjuncts(c):
                if member != trigger:
                    out += named_places(scene, member)
    for c in tree.children(head, Role.NOUN_CLAUSE):
        if tree.lemma(c) in _AIMED:  # "a drone fired toward Jazan"
            for goal in tree.children(c, Role.OBLIQUE, Role.OBLIQUE_BARE):
                if tree.preposition(goal) in _GOALS:
                    out += [p for member in tree.conjuncts(goal) for p in named_places(scene, member)]
    return out


def _around(scene: Scene, adverb: int, moves: bool) -> list[PlaceAt]:
    """Phrases under an adverb: "late on Friday near Gao", "south of Kherson" where the parser reads an adverb."""
    tree = scene.tree
    return [
        place
        for c in tree.children(adverb, Role.OBLIQUE, Role.NOMINAL_MODIFIER)
        if tree.preposition(c) in _WHERE
        for place in named_places(scene, c, _role(tree.preposition(c), moves))
    ]


def _there(scene: Scene, adverb: int) -> list[PlaceAt]:
    """ "residents of Korda said troops had fired there": the place named last."""
    if scene.tree.token(adverb).lower_ != "there":
        return []
    for i in range(adverb - 1, -1, -1):
        if scene.numbers[adverb] - scene.numbers[i] > 1:
            return []
        key = scene.place_key(i)
        if key and not _moves_about(scene, key):
            return [PlaceAt(key, "location", adverb)]
    return []


def _moves_about(scene: Scene, key: str) -> bool:
    """Whether a site is a vehicle or any other thing, so that nothing happens "there"."""
    return scene.index.places[key].kind == "facility" and scene.index.places[key].within is not None


def governing_places(scene: Scene, head: int, *, placed: bool = False) -> tuple[PlaceAt, ...]:
    """Places in phrases of the predicates above one in its sentence; of an attributing verb only those that open
    the sentence ("In the south, the army said it had …"). What is ``placed`` already has none of a clause beside its
    own ("met in Istanbul as shells fell on Sumy").
    """
    tree = scene.tree
    out: list[PlaceAt] = []
    node = head
    while tree.heads[node] != node and tree.roles[node] in _CLIMBED:
        above = tree.heads[node]
        if placed and _is_beside(scene, node):
            break
        if _is_cause(scene, node, above):
            break  # "fired at the base in response to a raid": not where the raid was
        shared = tree.roles[node] is not Role.CONJUNCT or _is_clause(scene, above)
        for c in tree.children(above, Role.OBLIQUE, Role.OBLIQUE_BARE, Role.NOMINAL_MODIFIER):
            if c == node or tree.preposition(c) not in _WHERE - {"from", "to", "into", "at"}:
                continue
            opens = c < min(head, above) and _opens(scene, c)
            if opens or (shared and above not in scene.cues and _reaches(scene, c, node, above)):
                for member in tree.conjuncts(c):
                    out += named_places(scene, member)
        if tree.roles[node] in (Role.SUBJECT, Role.SUBJECT_PASSIVE):
            out += _of_raised(scene, above)
        if tree.roles[node] is Role.SUBJECT and above not in scene.cues:
            # "the blasts struck a cathedral in Jolo"
            out += [p for c in tree.children(above, Role.OBJECT) for p in _contained(scene, c, head)]
        node = above
    return distinct(out)


_BESIDE = frozenset({"as", "after", "before", "while", "when", "since"})


def _is_beside(scene: Scene, node: int) -> bool:
    tree = scene.tree
    marks = {tree.token(c).lower_ for c in tree.children(node, Role.MARKER, Role.ADVERB)}
    return tree.roles[node] is Role.ADVERBIAL_CLAUSE and bool(marks & _BESIDE)


_CAUSES = frozenset({"response", "retaliation", "reprisal", "revenge", "retribution", "reaction", "answer"})


def _is_cause(scene: Scene, node: int, above: int) -> bool:
    """Whether a noun is what something else was done for: "in retaliation for the raid", "in revenge for his death"."""
    tree = scene.tree
    return tree.roles[node] in (Role.NOMINAL_MODIFIER, Role.OBLIQUE) and tree.lemma(above) in _CAUSES


def _of_raised(scene: Scene, above: int) -> list[PlaceAt]:
    """ "talks are expected to resume in Doha": phrases of the verb whose subject stands with another."""
    tree = scene.tree
    return [
        place
        for verb in tree.children(above, Role.OPEN_COMPLEMENT)
        for c in tree.children(verb, Role.OBLIQUE, Role.OBLIQUE_BARE)
        if tree.preposition(c) in STATIC and tree.lemma(verb) in load_modality().occurrence
        for place in named_places(scene, c)
    ]


def _is_clause(scene: Scene, i: int) -> bool:
    return labels.is_verb(scene.tree.token(i))


def _reaches(scene: Scene, phrase: int, node: int, above: int) -> bool:
    """A conjunct shares what stands before it and its governor; other clauses share all phrases of their governor."""
    return scene.tree.roles[node] is not Role.CONJUNCT or phrase < above


def _opens(scene: Scene, phrase: int) -> bool:
    tree = scene.tree
    start = tree.descendants(phrase)[0]
    first = tree.sentence(phrase)[0]
    return start - first <= 3


def containing(scene: Scene, head: int, places: Iterable[PlaceAt]) -> list[PlaceAt]:
    """Places and the regions or towns that contain them, where the sentence names these too."""
    out = [*places]
    known = {p.key for p in out}
    number = scene.numbers[head]
    for place in out:
        outer = scene.index.places[place.key].within
        entity = scene.index.places.get(outer) if outer else None
        if entity is None or entity.key in known or entity.kind == "country":
            continue
        near = scene.index.places[place.key].kind == "facility" and entity.kind in ("settlement", "facility")
        for mention in entity.mentions:
            if scene.numbers[mention.head] == number or near:
                out.append(PlaceAt(entity.key, "location", mention.head))
                known.add(entity.key)
                break
    return out


def distinct(places: Iterable[PlaceAt]) -> tuple[PlaceAt, ...]:
    """Each place once, as first told."""
    out: dict[str, PlaceAt] = {}
    for place in places:
        out.setdefault(place.key, place)
    return tuple(out.values())


def by_size(scene: Scene, places: Iterable[PlaceAt]) -> tuple[PlaceAt, ...]:
    """Places from the most specific to the largest; of one size in the order told."""
    return tuple(sorted(places, key=lambda p: _size(scene, p.key)))
