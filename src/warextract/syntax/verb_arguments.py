"""The arguments of a verb: its subject and objects, its phrases, what it is joined with."""

from warextract.lexicon.predicates import Idiom, Predicates, load_predicates
from warextract.syntax import clauses, labels
from warextract.syntax.frames import Argument
from warextract.syntax.labels import Role
from warextract.syntax.tree import Tree

PHRASES = (Role.OBLIQUE, Role.AGENT, Role.NOMINAL_MODIFIER)


_PARTICIPLE_CLAUSE = (Role.ADVERBIAL_CLAUSE, Role.OPEN_COMPLEMENT, Role.NOUN_CLAUSE)


def verb_lemma(tree: Tree, i: int) -> tuple[str, tuple[int, ...]]:
    """Lemma of a verb joined with its particle, and the tokens of both."""
    found = clauses.particle(tree, i)
    if found is None:
        return tree.lemma(i), (i,)
    return f"{tree.lemma(i)}_{tree.token(found).lower_}", (i, found)


def is_verb_of(tree: Tree, i: int, lemmas: frozenset[str]) -> bool:
    """Whether a verb, by itself or with its particle ("won back"), is one of some."""
    return not lemmas.isdisjoint((tree.lemma(i), verb_lemma(tree, i)[0]))


def verb_arguments(tree: Tree, i: int) -> tuple[Argument, ...]:
    subject = clauses.surface_subject(tree, i)
    obj = clauses.surface_object(tree, i)
    out: list[Argument] = []
    if clauses.is_passive(tree, i):
        out += [Argument("object", h, subject.shared) for h in subject.heads]
        out += [Argument("subject", h) for h in clauses.agents(tree, i)]
        # "were given weapons": a second object stays one.
        out += [Argument("recipient" if subject.heads else "object", h) for h in clauses.expand(tree, obj.heads)]
    else:
        out += [Argument("subject", h, subject.shared) for h in clauses.expand(tree, subject.heads)]
        given = _given(tree, i)
        out += [Argument("recipient" if h == given else "object", h, obj.shared)
                for h in clauses.expand(tree, obj.heads)]  # fmt: skip
    out += [Argument("recipient", h) for h in clauses.expand(tree, tree.children(i, Role.RECIPIENT))]
    particle = clauses.particle(tree, i)
    for phrase in phrases(tree, i):
        taken = particle is not None and particle in tree.children(phrase.head, Role.CASE)
        out.append(Argument("object", phrase.head) if taken else phrase)
    out += inner_phrases(tree, out, "object")
    out += _used(tree, i)
    for c in tree.children(i):
        slot = _CLAUSE_SLOTS.get(tree.roles[c])
        if slot:
            out.append(Argument(slot, c))
    if not any(a.slot in ("object", "complement") for a in out):
        out += _complement_of_next(tree, i)
    out += _exemplified(out)
    return tuple(out)


_GIVING = frozenset({"deny", "give", "offer", "send", "grant", "refuse", "award", "hand", "promise", "lend", "sell"})


def _given(tree: Tree, i: int) -> int | None:
    """The first of two objects of a verb of giving: "deny terrorism any victory"."""
    if tree.lemma(i) not in _GIVING:
        return None
    own = [c for c in tree.children(i, Role.OBJECT) if c > i]
    return own[0] if len(own) > 1 else None


def _complement_of_next(tree: Tree, i: int) -> list[Argument]:
    """ "would neither confirm nor deny that": what the second of two verbs side by side is told of, for the first."""
    for c in tree.children(i, Role.CONJUNCT):
        if c - i <= _SIDE_BY_SIDE and labels.is_verb(tree.token(c)) and tree.child(c, Role.SUBJECT) is None:
            return [Argument("complement", h, True) for h in tree.children(c, Role.CLAUSE_COMPLEMENT)]
    return []


_SIDE_BY_SIDE = 2  # tokens


_CLAUSE_SLOTS = {
    Role.CLAUSE_COMPLEMENT: "complement",
    Role.OPEN_COMPLEMENT: "complement",
    Role.SUBJECT_CLAUSE: "complement",
    Role.ADVERBIAL_CLAUSE: "adverbial",
    Role.PARATAXIS: "parataxis",
    Role.ADVERB: "adverb",
    Role.OBLIQUE_BARE: "bare",
}


def phrases(tree: Tree, i: int) -> list[Argument]:
    """Prepositional phrases of a predicate, conjuncts with them ("in X and near Y")."""
    out: list[Argument] = []
    for c in tree.children(i, *PHRASES):
        first = tree.preposition(c)
        for member in tree.conjuncts(c):
            if labels.is_verb(tree.token(member)) and member != c:
                continue
            slot = tree.preposition(member) or first or "bare"
            timed = slot in ("on", "at") and tree.lemma(member) in load_predicates().days
            out.append(Argument("bare" if timed else slot, member))  # "on Monday" is a time, not a target
    return out


def inner_phrases(tree: Tree, arguments: list[Argument], slot: str) -> list[Argument]:
    """Phrases that the parser hung on what fills a slot though they may well be the predicate's ("sent tanks to
    Kyiv", "the loss of the town to the rebels"), in slots that it has none for; "of" always belongs to its noun.
    """
    taken = {a.slot for a in arguments} | {"of", "bare"}
    found = [p for a in arguments if a.slot == slot for p in phrases(tree, a.head)]
    return [Argument(p.slot, p.head, True) for p in found if p.slot not in taken]


def _used(tree: Tree, i: int) -> list[Argument]:
    """Means told by a participle: "attacked the port using drones"."""
    hosts = (i, *tree.children(i, Role.OBJECT, Role.SUBJECT_PASSIVE))
    using = [c for host in hosts for c in tree.children(host, *_PARTICIPLE_CLAUSE) if tree.token(c).lower_ == "using"]
    found = [h for c in using for h in clauses.expand(tree, tree.children(c, Role.OBJECT))]
    found += [p.head for c in (*using, *found) for p in phrases(tree, c) if p.slot in _EXAMPLES]
    return [Argument("using", h, True) for h in dict.fromkeys(found)]


_EXAMPLES = ("such_as", "including", "like")  # "munitions, such as bombs and shells"


def _exemplified(arguments: list[Argument]) -> list[Argument]:
    """What "such as" lists after an object is the object in detail: "used munitions, such as bombs and shells"."""
    if not any(a.slot == "object" for a in arguments):
        return []
    return [Argument("object", a.head, True) for a in arguments if a.slot == "such_as"]


def idiom_of(tree: Tree, i: int, lemma: str, predicates: Predicates) -> tuple[Idiom | None, int | None]:
    for c in tree.children(i, Role.OBJECT, Role.SUBJECT_PASSIVE, Role.OPEN_COMPLEMENT, Role.ADJECTIVE, Role.ADVERB):
        found = predicates.idiom(lemma, tree.lemma(c), None)
        if found and (found.adverb or tree.roles[c] is not Role.ADVERB):
            return found, c
        for state in tree.children(c, Role.ADJECTIVE):  # "left nine people dead"
            found = predicates.idiom(lemma, tree.lemma(state), None) if state > c else None
            if found:
                return found, state
    for c in tree.children(i, *PHRASES, Role.OPEN_COMPLEMENT):
        found = predicates.idiom(lemma, tree.lemma(c), tree.preposition(c))
        if found:
            return found, c
    return None, None
