"""Frames of nouns: what was done to whom in "the army's strike on the port", and what their verbs add to it."""

from functools import partial

from warextract.lexicon.predicates import Predicates
from warextract.syntax import clauses, labels
from warextract.syntax.circumstances import context_of, flags_of
from warextract.syntax.frames import Argument, Details, Frame
from warextract.syntax.labels import EntityType, Role
from warextract.syntax.tree import Tree
from warextract.syntax.verb_arguments import idiom_of, inner_phrases, phrases, verb_arguments, verb_lemma

_LIGHT_REACH = 4  # tokens between a light verb and its noun that still make one trigger


def noun_frame(tree: Tree, i: int, predicates: Predicates) -> Frame:
    gerund = labels.is_gerund(tree.token(i)) and clauses.is_nominal_gerund(tree, i)
    lemma = (tree.token(i).lower_ if gerund else tree.lemma(i)).replace("-", "_")
    names = {f"{tree.lemma(c).replace('-', '_')}_{lemma}" for c in modifiers(tree, i)}
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
    above = tree.heads[first]
    of = tree.roles[first] is Role.NOMINAL_MODIFIER and tree.preposition(first) == "of"
    if of and tree.lemma(above) in predicates.parts:
        first = tree.first_conjunct(above)  # "staged a series of raids"
    if tree.roles[first] not in (Role.OBJECT, Role.SUBJECT_PASSIVE):
        return None
    verb = tree.heads[first]
    if tree.roles[verb] is Role.RELATIVE_CLAUSE and tree.lemma(verb) == "declare":
        return None  # "what the police declared a terrorist attack": what they called it
    return verb if labels.is_verb(tree.token(verb)) and verb_lemma(tree, verb)[0] in predicates.light else None


def _noun_details(tree: Tree, i: int, verb: int | None, predicates: Predicates) -> Details:
    arguments = [Argument("possessor", h) for h in clauses.expand(tree, tree.children(i, Role.POSSESSOR))]
    arguments += [Argument("modifier", c) for c in modifiers(tree, i)]
    arguments += phrases(tree, i)
    arguments += inner_phrases(tree, arguments, "of")
    # "a raid by gunmen on a market": the parser may hang the market on the gunmen
    arguments += [a for a in inner_phrases(tree, arguments, "by") if a.slot in _AIMED]
    arguments += _of_behind_doer(tree, arguments)
    arguments += [Argument("complement", c) for c in tree.children(i, Role.NOUN_CLAUSE, Role.CLAUSE_COMPLEMENT)]
    arguments += [Argument("apposition", c) for c in tree.children(i, Role.APPOSITION)]
    flags = flags_of(tree, i, ())
    if tree.roles[i] in _ATTRIBUTIVE and tree.heads[i] > i:
        flags |= {"attributive"}
    if tree.child(i, Role.COPULA) is not None or tree.child(i, Role.SUBJECT) is not None:
        arguments += [Argument("subject", h) for h in clauses.surface_subject(tree, i).heads]
    if verb is not None:
        own = {a.head for a in arguments} | {i}
        arguments += [a for a in verb_arguments(tree, verb) if a.slot not in _UNSHARED and a.head not in own]
        flags |= flags_of(tree, verb, ()) | {"light"}
    known = {(a.slot, a.head) for a in arguments}
    happening = [*_happening(tree, tree.first_conjunct(i), predicates), *_struck_by_it(tree, i, predicates)]
    happening += _answerable(tree, tree.first_conjunct(i))
    arguments += [a for a in happening if (a.slot, a.head) not in known]
    return Details(tuple(arguments), flags, *context_of(tree, i))


_UNDER_WAY = frozenset({"way", "progress", "underway", "ongoing"})  # "fighting is under way in …"
_HITS = frozenset({"hit", "strike", "target", "destroy", "damage", "flatten", "level", "wreck", "demolish", "gut"})


def _of_behind_doer(tree: Tree, arguments: list[Argument]) -> list[Argument]:
    """ "the seizure by soldiers of the town": what was seized, not whose soldiers they are; "fighters of the front"."""
    if any(a.slot == "of" for a in arguments):
        return []
    found = [p for a in arguments if a.slot == "by" for p in phrases(tree, a.head) if p.slot == "of"]
    return [Argument("of", p.head, True) for p in found if not _is_body(tree, p.head)]


def _is_body(tree: Tree, i: int) -> bool:
    token = tree.token(i)
    if token.pos_ == "PROPN":
        return labels.entity_type(token.ent_type_) not in (EntityType.LOCATION, EntityType.PERSON)
    return tree.lemma(i) in _BODIES


_BODIES = frozenset(
    {"army", "brigade", "battalion", "regiment", "division", "corps", "unit", "force", "group", "movement", "front",
     "militia", "party", "state", "guard", "police", "government", "regime", "gang", "cartel", "coalition", "alliance",
     "clan", "tribe", "faction", "wing", "ministry", "service", "organisation", "organization", "junta", "network"}
)  # fmt: skip
_AIMED = ("on", "against", "upon")
_UNSHARED = ("object", "recipient", "complement")  # of a light verb and its noun


_ATTRIBUTIVE = (Role.COMPOUND, Role.ADJECTIVE, Role.MODIFIER_BARE)


def _happening(tree: Tree, noun: int, predicates: Predicates) -> list[Argument]:
    """What a noun's verb says of its happening: "the attack hit a school in Homs", "fighting broke out near …"."""
    verb = tree.heads[noun]
    if tree.lemma(verb) in _UNDER_WAY and tree.roles[noun] is Role.SUBJECT:
        return _shared_phrases(tree, verb, noun)
    if verb == noun or not labels.is_verb(tree.token(verb)):
        return []
    lemma = verb_lemma(tree, verb)[0]
    idiom, _ = idiom_of(tree, verb, lemma, predicates)
    lemma = idiom.lemma if idiom else lemma
    passive = clauses.is_passive(tree, verb)
    doer = noun in clauses.agents(tree, verb) if passive else tree.roles[noun] is Role.SUBJECT
    if doer and lemma in predicates.strikes:
        undergoers = [a.head for a in verb_arguments(tree, verb) if a.slot == "object"]
        return [Argument("struck", h, True) for h in undergoers] + _shared_phrases(tree, verb, noun)
    happens = tree.roles[noun] is Role.SUBJECT and lemma in predicates.happens
    # "condemned the attack on the bridge": after an object, the parser may hang its phrases on the verb.
    undergoes = tree.roles[noun] in (Role.OBJECT, Role.SUBJECT_PASSIVE)
    undergoes = undergoes or (tree.roles[noun] is Role.OBLIQUE and tree.preposition(noun) == "of")  # "warned of a raid"
    shared = _shared_phrases(tree, verb, noun)
    if lemma in _BLAMED:
        # "blamed the raid on a bus on rebels": "was blamed on rebels" tells no attack on them
        return [a for a in shared if a.slot == "on"][:-1]
    if _is_circumstance(tree, noun):
        doers = [] if passive else [Argument("by", h, True) for h in clauses.agents(tree, verb) if h > noun]
        if passive and lemma in _HITS:
            undergoers = [a.head for a in verb_arguments(tree, verb) if a.slot == "object"]
            return [Argument("struck", h, True) for h in undergoers]  # "a bus was hit in a strike"
        return [*doers, *(a for a in shared if a.slot in _AIMED)]
    return shared if happens or undergoes else []


def _is_circumstance(tree: Tree, noun: int) -> bool:
    """ "killed in a raid by gunmen on a market": the parser may hang the market on the verb."""
    return tree.roles[noun] is Role.OBLIQUE and tree.preposition(noun) in ("in", "after", "during", "following", "by")


def _struck_by_it(tree: Tree, noun: int, predicates: Predicates) -> list[Argument]:
    """ "a raid that killed six farmers": what the clause of a noun says that it did."""
    out: list[Argument] = []
    for verb in tree.children(noun, Role.RELATIVE_CLAUSE):
        subject = tree.child(verb, Role.SUBJECT)
        relative = subject is not None and tree.token(subject).lower_ in ("that", "which")
        if relative and verb_lemma(tree, verb)[0] in predicates.strikes:
            out += [Argument("struck", a.head, True) for a in verb_arguments(tree, verb) if a.slot == "object"]
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
        for phrase in phrases(tree, verb)
        if phrase.slot == preposition
    ]


def _negated_verb(tree: Tree, verb: int) -> bool:
    return any(labels.is_negation(tree.token(c)) for c in tree.children(verb))


def _shared_phrases(tree: Tree, verb: int, noun: int) -> list[Argument]:
    return [Argument(p.slot, p.head, True) for p in phrases(tree, verb) if p.head > noun and p.slot != "by"]


def modifiers(tree: Tree, i: int) -> tuple[int, ...]:
    """Words before a noun that say which: "drone", "Russian", "ground"; coordinated ones too."""
    own = tree.children(i, Role.COMPOUND, Role.ADJECTIVE, Role.MODIFIER_BARE)
    if not own and tree.roles[i] is not Role.CONJUNCT:
        return ()
    found = dict.fromkeys(c for m in own for c in tree.conjuncts(m) if c < i)
    # "car bomb attack", "US-led strikes"; "an Iran-backed group's attack" is not Iran's
    holders = [m for m in found if labels.is_noun(tree.token(m)) or tree.token(m).lower_ == "led"]
    inner = [c for m in holders for c in tree.children(m, Role.COMPOUND) if c < m]
    if not own and i - (head := tree.first_conjunct(i)) <= 2:
        # "drone and missile strikes": the first conjunct's modifiers are the second's only when it has none.
        found |= dict.fromkeys(c for c in tree.children(head, Role.ADJECTIVE))
    return tuple(sorted({*found, *inner}))
