"""From a tree to its frames: one pass over the predicates of an article."""

from dataclasses import replace
from functools import partial

from warextract.lexicon.predicates import Idiom, Predicates, load_predicates
from warextract.syntax import clauses, labels
from warextract.syntax.circumstances import context_of, flags_of
from warextract.syntax.frames import Argument, Details, Frame
from warextract.syntax.labels import Role
from warextract.syntax.tree import Tree

_PHRASES = (Role.OBLIQUE, Role.AGENT, Role.NOMINAL_MODIFIER)
_PARTICIPLE_CLAUSE = (Role.ADVERBIAL_CLAUSE, Role.OPEN_COMPLEMENT, Role.NOUN_CLAUSE)
_LIGHT_REACH = 4  # tokens between a light verb and its noun that still make one trigger


def build_frames(tree: Tree, predicates: Predicates | None = None) -> tuple[Frame, ...]:
    """All frames of an article in text order: verbs, nominal predicates and predicates with a copula."""
    predicates = predicates or load_predicates()
    frames: list[Frame] = []
    for token in tree.tokens:
        i = token.i
        if clauses.is_nominal_gerund(tree, i):
            frames.append(_noun_frame(tree, i, predicates))
        elif labels.is_verb(token) and clauses.is_predicate(tree, i):
            frames.append(_verb_frame(tree, i, predicates))
        elif labels.is_noun(token) and tree.roles[i] not in (Role.FLAT, Role.FIXED):
            frames.append(_noun_frame(tree, i, predicates))
        elif token.pos_ == "ADJ" and tree.child(i, Role.OBJECT) is not None:
            frames.append(_mistagged_frame(tree, i, predicates))
        elif token.pos_ == "ADJ" and (clauses.is_predicate(tree, i) or tree.roles[i] in _STATES):
            frames.append(_adjective_frame(tree, i))
    return tuple(frames)


_STATES = (Role.OPEN_COMPLEMENT, Role.CONJUNCT, Role.NOUN_CLAUSE, Role.ADVERBIAL_CLAUSE)


def verb_lemma(tree: Tree, i: int) -> tuple[str, tuple[int, ...]]:
    """Lemma of a verb joined with its particle, and the tokens of both."""
    found = clauses.particle(tree, i)
    if found is None:
        return tree.lemma(i), (i,)
    return f"{tree.lemma(i)}_{tree.token(found).lower_}", (i, found)


def _verb_frame(tree: Tree, i: int, predicates: Predicates) -> Frame:
    lemma, words = verb_lemma(tree, i)
    idiom, noun = _idiom(tree, i, lemma, predicates)
    if idiom is None or noun is None:
        return Frame(i, tuple(sorted(words)), lemma, "verb", frozenset(), partial(_verb_details, tree, i))
    read = partial(_idiom_details, tree, i, idiom, noun)
    return Frame(i, tuple(sorted((*words, noun))), idiom.lemma, "verb", frozenset({lemma}), read)


def _verb_details(tree: Tree, i: int) -> Details:
    arguments = _verb_arguments(tree, i)
    return Details(arguments, flags_of(tree, i, arguments), *context_of(tree, i))


def _idiom_details(tree: Tree, i: int, idiom: Idiom, noun: int) -> Details:
    verb = _verb_details(tree, i)
    flags = verb.flags | {"negated"} if _no(tree, noun) else verb.flags
    return replace(verb, arguments=_idiom_arguments(tree, idiom, noun, verb.arguments), flags=flags)


def _mistagged_frame(tree: Tree, i: int, predicates: Predicates) -> Frame:
    """A verb taken for an adjective though it has an object ("two strikes disabled the bridge"), known by what its
    lemma may be.
    """
    frame = _verb_frame(tree, i, predicates)
    word = tree.token(i).lower_
    if not word.endswith("ed"):
        return frame
    stems = {word[:-1], word[:-2], word[:-3] if word[-3:-2] == word[-4:-3] else word[:-2], word[:-3] + "y"}
    return replace(frame, names=frame.names | stems)


def _verb_arguments(tree: Tree, i: int) -> tuple[Argument, ...]:
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
    for phrase in _phrases(tree, i):
        taken = particle is not None and particle in tree.children(phrase.head, Role.CASE)
        out.append(Argument("object", phrase.head) if taken else phrase)
    out += _inner_phrases(tree, out, "object")
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


def _phrases(tree: Tree, i: int) -> list[Argument]:
    """Prepositional phrases of a predicate, conjuncts with them ("in X and near Y")."""
    out: list[Argument] = []
    for c in tree.children(i, *_PHRASES):
        first = tree.preposition(c)
        for member in tree.conjuncts(c):
            if labels.is_verb(tree.token(member)) and member != c:
                continue
            slot = tree.preposition(member) or first or "bare"
            timed = slot in ("on", "at") and tree.lemma(member) in load_predicates().days
            out.append(Argument("bare" if timed else slot, member))  # "on Monday" is a time, not a target
    return out


def _inner_phrases(tree: Tree, arguments: list[Argument], slot: str) -> list[Argument]:
    """Phrases that the parser hung on what fills a slot though they may well be the predicate's ("sent tanks to
    Kyiv", "the loss of the town to the rebels"), in slots that it has none for; "of" always belongs to its noun.
    """
    taken = {a.slot for a in arguments} | {"of", "bare"}
    found = [p for a in arguments if a.slot == slot for p in _phrases(tree, a.head)]
    return [Argument(p.slot, p.head, True) for p in found if p.slot not in taken]


def _used(tree: Tree, i: int) -> list[Argument]:
    """Means told by a participle: "attacked the port using drones"."""
    hosts = (i, *tree.children(i, Role.OBJECT, Role.SUBJECT_PASSIVE))
    using = [c for host in hosts for c in tree.children(host, *_PARTICIPLE_CLAUSE) if tree.token(c).lower_ == "using"]
    found = [h for c in using for h in clauses.expand(tree, tree.children(c, Role.OBJECT))]
    found += [p.head for c in (*using, *found) for p in _phrases(tree, c) if p.slot in _EXAMPLES]
    return [Argument("using", h, True) for h in dict.fromkeys(found)]


_EXAMPLES = ("such_as", "including", "like")  # "munitions, such as bombs and shells"


def _exemplified(arguments: list[Argument]) -> list[Argument]:
    """What "such as" lists after an object is the object in detail: "used munitions, such as bombs and shells"."""
    if not any(a.slot == "object" for a in arguments):
        return []
    return [Argument("object", a.head, True) for a in arguments if a.slot == "such_as"]


def _idiom(tree: Tree, i: int, lemma: str, predicates: Predicates) -> tuple[Idiom | None, int | None]:
    for c in tree.children(i, Role.OBJECT, Role.SUBJECT_PASSIVE, Role.OPEN_COMPLEMENT, Role.ADJECTIVE):
        found = predicates.idiom(lemma, tree.lemma(c), None)
        if found:
            return found, c
        for state in tree.children(c, Role.ADJECTIVE):  # "left nine people dead"
            found = predicates.idiom(lemma, tree.lemma(state), None) if state > c else None
            if found:
                return found, state
    for c in tree.children(i, *_PHRASES, Role.OPEN_COMPLEMENT):
        found = predicates.idiom(lemma, tree.lemma(c), tree.preposition(c))
        if found:
            return found, c
    return None, None


_DESCRIBED = ("return_fire", "exchange_fire", "raise_flag")


def _idiom_arguments(tree: Tree, idiom: Idiom, noun: int, arguments: tuple[Argument, ...]) -> tuple[Argument, ...]:
    kept = [a for a in arguments if a.head != noun]
    if idiom.undergoer:
        kept = [Argument("object", a.head, a.shared) if a.slot == "subject" else a for a in kept]
    kept = [Argument(idiom.map.get(a.slot, a.slot), a.head, a.shared) for a in kept]
    for phrase in _phrases(tree, noun):
        kept.append(Argument(idiom.map.get(phrase.slot, phrase.slot), phrase.head))
    if idiom.lemma in _DESCRIBED:
        kept += [Argument("modifier", c) for c in _modifiers(tree, noun)]  # "traded artillery fire", "a white flag"
    if idiom.undergoer and "subject" in idiom.map.values():
        # "under Russian control", "under rebel fire": the modifier names who holds it.
        kept += [Argument("modifier", c) for c in tree.children(noun, Role.ADJECTIVE, Role.COMPOUND)]
        kept += [Argument("subject", c) for c in clauses.expand(tree, tree.children(noun, Role.POSSESSOR))]
    return tuple(kept)


def _no(tree: Tree, noun: int) -> bool:
    return any(tree.token(c).lower_ in ("no", "neither") for c in tree.children(noun, Role.DETERMINER))


def _noun_frame(tree: Tree, i: int, predicates: Predicates) -> Frame:
    gerund = labels.is_gerund(tree.token(i)) and clauses.is_nominal_gerund(tree, i)
    lemma = (tree.token(i).lower_ if gerund else tree.lemma(i)).replace("-", "_")
    names = {f"{tree.lemma(c).replace('-', '_')}_{lemma}" for c in _modifiers(tree, i)}
    if preposition := tree.preposition(i) or clauses.gerund_preposition(tree, i):
        names.add(f"{preposition}_{lemma}")  # "under_attack", "without_power"
        if tree.child(i, Role.COPULA) is not None:
            names.add(f"be_{preposition}")  # "are still inside the town"
    words: tuple[int, ...] = (i,)
    verb = _light_verb(tree, i, predicates)
    if verb is not None and 0 < i - verb <= _LIGHT_REACH and tree.roles[i] is not Role.CONJUNCT:
        words = tuple(sorted((*verb_lemma(tree, verb)[1], i)))
    return Frame(i, words, lemma, "noun", frozenset(names), partial(_noun_details, tree, i, verb, predicates))


def _light_verb(tree: Tree, i: int, predicates: Predicates) -> int | None:
    """The verb that only carries a noun: "carried out an attack"."""
    first = tree.first_conjunct(i)
    if tree.roles[first] not in (Role.OBJECT, Role.SUBJECT_PASSIVE):
        return None
    verb = tree.heads[first]
    if tree.roles[verb] is Role.RELATIVE_CLAUSE and tree.lemma(verb) == "declare":
        return None  # "what the police declared a terrorist attack": what they called it
    return verb if labels.is_verb(tree.token(verb)) and verb_lemma(tree, verb)[0] in predicates.light else None


def _noun_details(tree: Tree, i: int, verb: int | None, predicates: Predicates) -> Details:
    arguments = [Argument("possessor", h) for h in clauses.expand(tree, tree.children(i, Role.POSSESSOR))]
    arguments += [Argument("modifier", c) for c in _modifiers(tree, i)]
    arguments += _phrases(tree, i)
    arguments += _inner_phrases(tree, arguments, "of")
    arguments += [Argument("complement", c) for c in tree.children(i, Role.NOUN_CLAUSE, Role.CLAUSE_COMPLEMENT)]
    arguments += [Argument("apposition", c) for c in tree.children(i, Role.APPOSITION)]
    flags = flags_of(tree, i, ())
    if tree.roles[i] in _ATTRIBUTIVE and tree.heads[i] > i:
        flags |= {"attributive"}
    if tree.child(i, Role.COPULA) is not None or tree.child(i, Role.SUBJECT) is not None:
        arguments += [Argument("subject", h) for h in clauses.surface_subject(tree, i).heads]
    if verb is not None:
        own = {a.head for a in arguments} | {i}
        arguments += [a for a in _verb_arguments(tree, verb) if a.slot not in _UNSHARED and a.head not in own]
        flags |= flags_of(tree, verb, ()) | {"light"}
    known = {(a.slot, a.head) for a in arguments}
    happening = [*_happening(tree, tree.first_conjunct(i), predicates), *_struck_by_it(tree, i, predicates)]
    happening += _answerable(tree, tree.first_conjunct(i))
    arguments += [a for a in happening if (a.slot, a.head) not in known]
    return Details(tuple(arguments), flags, *context_of(tree, i))


_UNSHARED = ("object", "recipient", "complement")  # of a light verb and its noun
_ATTRIBUTIVE = (Role.COMPOUND, Role.ADJECTIVE, Role.MODIFIER_BARE)


def _happening(tree: Tree, noun: int, predicates: Predicates) -> list[Argument]:
    """What a noun's verb says of its happening: "the attack hit a school in Homs", "fighting broke out near …"."""
    verb = tree.heads[noun]
    if verb == noun or not labels.is_verb(tree.token(verb)):
        return []
    lemma = verb_lemma(tree, verb)[0]
    idiom, _ = _idiom(tree, verb, lemma, predicates)
    lemma = idiom.lemma if idiom else lemma
    passive = clauses.is_passive(tree, verb)
    doer = noun in clauses.agents(tree, verb) if passive else tree.roles[noun] is Role.SUBJECT
    if doer and lemma in predicates.strikes:
        undergoers = [a.head for a in _verb_arguments(tree, verb) if a.slot == "object"]
        return [Argument("struck", h, True) for h in undergoers] + _shared_phrases(tree, verb, noun)
    happens = tree.roles[noun] is Role.SUBJECT and lemma in predicates.happens
    # "condemned the attack on the bridge": after an object, the parser may hang its phrases on the verb.
    undergoes = tree.roles[noun] in (Role.OBJECT, Role.SUBJECT_PASSIVE)
    undergoes = undergoes or (tree.roles[noun] is Role.OBLIQUE and tree.preposition(noun) == "of")  # "warned of a raid"
    if lemma in _BLAMED:
        return []  # "was blamed on rebels": no attack on them
    return _shared_phrases(tree, verb, noun) if happens or undergoes else []


def _struck_by_it(tree: Tree, noun: int, predicates: Predicates) -> list[Argument]:
    """ "a raid that killed six farmers": what the clause of a noun says that it did."""
    out: list[Argument] = []
    for verb in tree.children(noun, Role.RELATIVE_CLAUSE):
        subject = tree.child(verb, Role.SUBJECT)
        relative = subject is not None and tree.token(subject).lower_ in ("that", "which")
        if relative and verb_lemma(tree, verb)[0] in predicates.strikes:
            out += [Argument("struck", a.head, True) for a in _verb_arguments(tree, verb) if a.slot == "object"]
    return out


_BLAMED = {"blame": "on", "pin": "on", "attribute": "to", "ascribe": "to", "claim": "by"}


def _answerable(tree: Tree, noun: int) -> list[Argument]:
    """Who is said to have done it: "was blamed on rebels", "a raid attributed to rebels", "claimed by rebels"."""
    verbs = [*tree.children(noun, Role.NOUN_CLAUSE, Role.RELATIVE_CLAUSE)]
    if tree.roles[noun] is Role.SUBJECT_PASSIVE:
        verbs.append(tree.heads[noun])
    return [
        Argument("by", phrase.head, True)
        for verb in verbs
        if (preposition := _BLAMED.get(tree.lemma(verb))) and not _negated_verb(tree, verb)
        for phrase in _phrases(tree, verb)
        if phrase.slot == preposition
    ]


def _negated_verb(tree: Tree, verb: int) -> bool:
    return any(labels.is_negation(tree.token(c)) for c in tree.children(verb))


def _shared_phrases(tree: Tree, verb: int, noun: int) -> list[Argument]:
    return [Argument(p.slot, p.head, True) for p in _phrases(tree, verb) if p.head > noun and p.slot != "by"]


def _modifiers(tree: Tree, i: int) -> tuple[int, ...]:
    """Words before a noun that say which: "drone", "Russian", "ground"; coordinated ones too."""
    own = tree.children(i, Role.COMPOUND, Role.ADJECTIVE, Role.MODIFIER_BARE)
    if not own and tree.roles[i] is not Role.CONJUNCT:
        return ()
    found = dict.fromkeys(c for m in own for c in tree.conjuncts(m) if c < i)
    inner = [c for m in found for c in tree.children(m, Role.COMPOUND) if c < m]
    if not own and i - (head := tree.first_conjunct(i)) <= 2:
        # "drone and missile strikes": the first conjunct's modifiers are the second's only when it has none.
        found |= dict.fromkeys(c for c in tree.children(head, Role.ADJECTIVE))
    return tuple(sorted({*found, *inner}))


def _adjective_frame(tree: Tree, i: int) -> Frame:
    return Frame(i, (i,), tree.lemma(i), "adjective", frozenset(), partial(_adjective_details, tree, i))


def _adjective_details(tree: Tree, i: int) -> Details:
    subject = clauses.surface_subject(tree, i)
    arguments = [Argument("subject", h, subject.shared) for h in clauses.expand(tree, subject.heads)]
    if tree.roles[i] in (Role.NOUN_CLAUSE, Role.OPEN_COMPLEMENT) and not arguments:
        arguments.append(Argument("subject", tree.heads[i], True))
    arguments += _phrases(tree, i)
    arguments += [
        Argument("complement", c)
        for c in tree.children(i, Role.CLAUSE_COMPLEMENT, Role.OPEN_COMPLEMENT, Role.SUBJECT_CLAUSE)
    ]
    return Details(tuple(arguments), flags_of(tree, i, tuple(arguments)), *context_of(tree, i))
