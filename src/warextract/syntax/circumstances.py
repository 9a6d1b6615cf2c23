"""How a predicate is told: negated, possible, intended, conditional; and what governs it."""

from warextract.syntax import clauses, labels
from warextract.syntax.frames import Argument
from warextract.syntax.labels import Role
from warextract.syntax.tree import Tree

_MODALS = frozenset({"may", "might", "could", "would", "can", "should", "must", "ought"})
_FUTURE = frozenset({"will", "shall", "'ll", "’ll", "wo", "gon"})
_CONDITIONS = frozenset({"if", "unless", "provided", "lest"})
_MAX_CONTEXT = 5


def flags_of(tree: Tree, i: int, arguments: tuple[Argument, ...]) -> frozenset[str]:
    """Flags of a predicate (see ``frames.Flag``)."""
    token = tree.token(i)
    flags: set[str] = set()
    if labels.is_verb(token) and clauses.is_passive(tree, i):
        flags.add("passive")
    if _negated(tree, i, arguments):
        flags.add("negated")
    auxiliaries = _auxiliaries(tree, i)
    words = {tree.token(a).lower_ for a in auxiliaries} | {tree.lemma(a) for a in auxiliaries}
    if words & _MODALS:
        flags.add("modal")
    if words & _FUTURE or _is_to(tree, i):
        flags.add("future")
    if labels.is_past(token) or words & {"had", "have", "was", "were", "did"}:
        flags.add("past")
    if _conditional(tree, i):
        flags.add("conditional")
    if labels.is_verb(token):
        if labels.is_infinitive(token) and _has_to(tree, i):
            flags.add("infinitive")
            if tree.roles[i] is Role.ADVERBIAL_CLAUSE and tree.lemma(tree.heads[i]) != "go":
                flags.add("purpose")  # "went on to say" has no aim
        if labels.is_gerund(token) and not auxiliaries:
            flags.add("gerund")
    start, end = tree.sentence(i)
    if end - start > 1 and tree.token(end - 1).text == "?":
        flags.add("question")
    return frozenset(flags)


def _auxiliaries(tree: Tree, i: int) -> tuple[int, ...]:
    own = tree.children(i, Role.AUXILIARY, Role.AUXILIARY_PASSIVE, Role.COPULA)
    if own or tree.roles[i] is not Role.CONJUNCT:
        return own
    if tree.children(i, Role.SUBJECT, Role.SUBJECT_PASSIVE) or labels.is_past(tree.token(i)):
        return own
    first = tree.heads[i]  # "may leave or surrender": one auxiliary for both
    return _auxiliaries(tree, first) if labels.is_verb(tree.token(first)) else own


def _has_to(tree: Tree, i: int) -> bool:
    for c in tree.children(i):
        if tree.tokens[c].lower_ == "to" and tree.roles[c] in (Role.MARKER, Role.AUXILIARY):
            return True
    return tree.roles[i] is Role.CONJUNCT and _has_to(tree, tree.heads[i])


def _is_to(tree: Tree, i: int) -> bool:
    """ "are to meet on Thursday": a plan told with "be"."""
    if not _has_to(tree, i):
        return False
    governor = tree.heads[i]
    copula = tree.roles[i] is Role.OPEN_COMPLEMENT and tree.lemma(governor) == "be"
    return copula or any(tree.lemma(c) == "be" and c < i for c in tree.children(i, Role.COPULA, Role.AUXILIARY))


def _negated(tree: Tree, i: int, arguments: tuple[Argument, ...]) -> bool:
    for c in tree.children(i):
        word, role = tree.tokens[c], tree.roles[c]
        if word.lower_ == "without" and role in (Role.MARKER, Role.CASE):
            return True
        if labels.is_negation(word) and role in _NEGATING and not _quote_between(tree, c, i):
            return True
    for argument in arguments:
        told_of = tree.heads[i] == argument.head  # "no injuries, the firm said": hung on them as a clause
        if argument.slot in ("subject", "object") and not argument.shared and not told_of:
            if labels.is_negation(tree.token(argument.head)):
                return True
            before = tree.children(argument.head, Role.DETERMINER, Role.COORDINATOR)
            if any(tree.token(c).lower_ in ("no", "neither") for c in before):
                return True
    return False


_NEGATING = (Role.ADVERB, Role.DETERMINER, Role.OTHER, Role.AUXILIARY, Role.COORDINATOR)


def _quote_between(tree: Tree, a: int, b: int) -> bool:
    """A quotation mark between two words: what is quoted does not negate what stands outside ("Not," he said)."""
    return any(tree.token(k).is_quote and tree.token(k).text not in "'’‘" for k in range(min(a, b) + 1, max(a, b)))


def is_negated(tree: Tree, i: int) -> bool:
    """Whether a predicate is negated by itself, its subject or its object ("no homes were hit")."""
    own = tree.children(i, Role.SUBJECT, Role.SUBJECT_PASSIVE, Role.OBJECT)
    return _negated(tree, i, tuple(Argument("subject", head) for head in own))


def is_imperative(tree: Tree, i: int) -> bool:
    """Whether a predicate is a command: a bare verb without subject, "to" or modal."""
    if tree.token(i).tag_ != "VB" or tree.children(i, Role.SUBJECT, Role.SUBJECT_PASSIVE) or _has_to(tree, i):
        return False
    auxiliaries = tree.children(i, Role.AUXILIARY, Role.AUXILIARY_PASSIVE)
    return all(tree.lemma(c) == "do" for c in auxiliaries)


def _conditional(tree: Tree, i: int) -> bool:
    """Whether the predicate, or one it is coordinated with or complements, stands under "if"."""
    node = i
    for _ in range(_MAX_CONTEXT):
        for c in tree.children(node):
            if tree.tokens[c].lower_ in _CONDITIONS and tree.roles[c] is Role.MARKER:
                return True
        if tree.heads[node] == node or tree.roles[node] not in (
            Role.CONJUNCT, Role.OPEN_COMPLEMENT, Role.OBJECT, Role.CLAUSE_COMPLEMENT, Role.SUBJECT_PASSIVE,
            Role.SUBJECT,
        ):  # fmt: skip
            return False
        node = tree.heads[node]
    return False


_GOVERNED = {
    Role.OPEN_COMPLEMENT, Role.CLAUSE_COMPLEMENT, Role.NOUN_CLAUSE, Role.OBJECT, Role.SUBJECT_PASSIVE, Role.OBLIQUE,
    Role.NOMINAL_MODIFIER, Role.ADVERBIAL_CLAUSE, Role.SUBJECT_CLAUSE, Role.AGENT,
}  # fmt: skip


def context_of(tree: Tree, i: int) -> tuple[tuple[str, ...], int | None]:
    """Lemmas of the predicates that govern one, nearest first, and the token of the nearest.

    A negated governor is written "not_manage"; a noun under a preposition gives "call_for" as well as "call".
    """
    out: list[str] = []
    nearest: int | None = None
    node = tree.first_conjunct(i)
    for _ in range(_MAX_CONTEXT):
        governor = tree.heads[node]
        if governor == node or tree.roles[node] not in _GOVERNED:
            break
        if tree.roles[node] is Role.ADVERBIAL_CLAUSE and not labels.is_infinitive(tree.token(node)):
            break
        if nearest is None:
            nearest = governor
        lemma = tree.lemma(governor)
        found = clauses.particle(tree, governor)
        if found is not None:
            lemma = f"{lemma}_{tree.token(found).lower_}"
        preposition = tree.preposition(node)
        if preposition and tree.roles[node] in (Role.OBLIQUE, Role.NOMINAL_MODIFIER, Role.AGENT):
            lemma = f"{lemma}_{preposition}"
        out.append(f"not_{lemma}" if _negated(tree, governor, ()) else lemma)
        node = tree.first_conjunct(governor)
    return tuple(out), nearest
