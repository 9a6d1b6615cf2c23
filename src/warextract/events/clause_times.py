"""Which clause of a sentence a time belongs to."""

from warextract.events.scene import Scene, TimeAt
from warextract.syntax import labels
from warextract.syntax.labels import Role

_APART = frozenset({"after", "before", "since", "until", "till", "once"})
_BESIDE = 2  # tokens between an attributing verb and the time of the statement: "said on Tuesday"


def in_new_clause(scene: Scene, above: int, head: int) -> bool:
    """Whether a predicate stands in a clause beside the one of a time: "leaders will meet on Monday, and the council
    is weighing sanctions". A time before them all is of both.
    """
    node = head
    while node != above:
        if is_new_clause(scene, node):
            return True
        node = scene.tree.heads[node]
    return False


def sums_up(scene: Scene, time: TimeAt) -> bool:
    """ "lost five men, nine were wounded, and 46 were captured over the past two days": of all that was listed."""
    end = scene.tree.sentence(time.head)[1]
    e = time.expression
    after = scene.tree.text[e.end : scene.tree.token(end - 1).idx + 1]
    return e.first < e.last and not after.strip(" .\n")


def is_new_clause(scene: Scene, node: int) -> bool:
    """Whether a predicate coordinated with another has a subject or a modal verb of its own."""
    tree = scene.tree
    above = tree.heads[node]
    if tree.roles[node] is Role.PARATAXIS and node not in scene.cues and above < node:
        return any(tree.token(i).text == ";" for i in range(above, node))
    copula = bool(tree.children(node, Role.COPULA))
    if tree.roles[node] is not Role.CONJUNCT or not (labels.is_verb(tree.token(node)) or copula):
        return False
    if copula and labels.is_verb(tree.token(above)):
        return True  # "has appealed to both and is due to meet envoys on Monday"
    if any(tree.token(c).tag_ == "MD" for c in tree.children(node, Role.AUXILIARY)):
        return True  # "has massed troops and may attack in January"
    return any(c < node for c in tree.children(node, Role.SUBJECT, Role.SUBJECT_PASSIVE))


def has_own_time(scene: Scene, node: int) -> bool:
    """Whether a clause below a predicate has its own time: "wounds suffered last week", "before it fell in May"."""
    role = scene.tree.roles[node]
    if role in (Role.RELATIVE_CLAUSE, Role.NOUN_CLAUSE):
        return True
    if role is not Role.ADVERBIAL_CLAUSE:
        return False
    return any(scene.tree.token(c).lower_ in _APART for c in scene.tree.children(node, Role.MARKER))


def dates_statement(scene: Scene, time: TimeAt) -> bool:
    """Whether a time tells when something was said: it stands right after an attributing verb, and not before it."""
    start = time.expression.start
    if _before_that(scene, time):
        return True
    if scene.tree.roles[time.head] in (Role.POSSESSOR, Role.COMPOUND, Role.ADJECTIVE):
        return False  # "condemned Friday's attack"
    for cue in scene.cues:
        if 0 < time.head - cue <= _BESIDE + 2 and scene.numbers[cue] == scene.numbers[time.head]:
            between = range(cue + 1, time.head)
            gap = [i for i in between if scene.tree.token(i).idx < start]
            if len(gap) <= 1 and all(scene.tree.token(i).lower_ in ("on", "late", "early", "earlier") for i in gap):
                return True
    return False


def _before_that(scene: Scene, time: TimeAt) -> bool:
    """ "estimated last month that …": what follows "that" happened at some other time."""
    rest = scene.tree.text[time.expression.end : time.expression.end + 6].split()
    return rest[:1] == ["that"]
