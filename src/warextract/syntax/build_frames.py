"""From a tree to its frames: one pass over the predicates of an article."""

from dataclasses import replace
from functools import partial

from warextract.lexicon.predicates import Idiom, Predicates, load_predicates
from warextract.syntax import clauses, labels
from warextract.syntax.circumstances import context_of, flags_of
from warextract.syntax.frames import Argument, Details, Frame
from warextract.syntax.labels import Role
from warextract.syntax.noun_frames import modifiers, noun_frame
from warextract.syntax.tree import Tree
from warextract.syntax.verb_arguments import idiom_of, phrases, verb_arguments, verb_lemma


def build_frames(tree: Tree, predicates: Predicates | None = None) -> tuple[Frame, ...]:
    """All frames of an article in text order: verbs, nominal predicates and predicates with a copula."""
    predicates = predicates or load_predicates()
    frames: list[Frame] = []
    for token in tree.tokens:
        i = token.i
        if clauses.is_nominal_gerund(tree, i):
            frames.append(noun_frame(tree, i, predicates))
        elif labels.is_verb(token) and clauses.is_predicate(tree, i) and not _is_named_by(tree, i):
            frames.append(_verb_frame(tree, i, predicates))
        elif labels.is_noun(token) and tree.roles[i] not in (Role.FLAT, Role.FIXED):
            frames.append(noun_frame(tree, i, predicates))
        elif token.pos_ == "ADJ" and tree.child(i, Role.OBJECT) is not None:
            frames.append(_mistagged_frame(tree, i, predicates))
        elif token.pos_ == "ADJ" and (clauses.is_predicate(tree, i) or tree.roles[i] in _STATES):
            frames.append(_adjective_frame(tree, i))
    return tuple(frames)


_STATES = (Role.OPEN_COMPLEMENT, Role.CONJUNCT, Role.NOUN_CLAUSE, Role.ADVERBIAL_CLAUSE)


def _is_named_by(tree: Tree, i: int) -> bool:
    """ "with the injured", "the displaced": a participle with an article is a noun."""
    if tree.token(i).tag_ != "VBN":
        return False
    before = i > 0 and tree.tokens[i - 1].lower_ in ("the", "those")
    acts = tree.child(i, Role.SUBJECT, Role.SUBJECT_PASSIVE, Role.OBJECT) is not None
    return before and tree.heads[i - 1] == i and (not acts or tree.child(i, Role.COPULA) is not None)


def _verb_frame(tree: Tree, i: int, predicates: Predicates) -> Frame:
    lemma, words = verb_lemma(tree, i)
    idiom, noun = idiom_of(tree, i, lemma, predicates)
    if idiom is None or noun is None:
        return Frame(i, tuple(sorted(words)), lemma, "verb", frozenset(), partial(_verb_details, tree, i))
    read = partial(_idiom_details, tree, i, idiom, noun)
    return Frame(i, tuple(sorted((*words, noun))), idiom.lemma, "verb", frozenset({lemma}), read)


def _verb_details(tree: Tree, i: int) -> Details:
    arguments = verb_arguments(tree, i)
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


_DESCRIBED = ("return_fire", "exchange_fire", "raise_flag")


def _idiom_arguments(tree: Tree, idiom: Idiom, noun: int, arguments: tuple[Argument, ...]) -> tuple[Argument, ...]:
    kept = [a for a in arguments if a.head != noun]
    if idiom.undergoer:
        kept = [Argument("object", a.head, a.shared) if a.slot == "subject" else a for a in kept]
    kept = [Argument(idiom.map.get(a.slot, a.slot), a.head, a.shared) for a in kept]
    for phrase in phrases(tree, noun):
        kept.append(Argument(idiom.map.get(phrase.slot, phrase.slot), phrase.head))
    if idiom.lemma in _DESCRIBED:
        kept += [Argument("modifier", c) for c in modifiers(tree, noun)]  # "traded artillery fire", "a white flag"
    if idiom.undergoer and "subject" in idiom.map.values():
        # "under Russian control", "under rebel fire": the modifier names who holds it.
        kept += [Argument("modifier", c) for c in tree.children(noun, Role.ADJECTIVE, Role.COMPOUND)]
        kept += [Argument("subject", c) for c in clauses.expand(tree, tree.children(noun, Role.POSSESSOR))]
    return tuple(kept)


def _no(tree: Tree, noun: int) -> bool:
    return any(tree.token(c).lower_ in ("no", "neither") for c in tree.children(noun, Role.DETERMINER))


def _adjective_frame(tree: Tree, i: int) -> Frame:
    return Frame(i, (i,), tree.lemma(i), "adjective", frozenset(), partial(_adjective_details, tree, i))


def _adjective_details(tree: Tree, i: int) -> Details:
    subject = clauses.surface_subject(tree, i)
    arguments = [Argument("subject", h, subject.shared) for h in clauses.expand(tree, subject.heads)]
    if tree.roles[i] in (Role.NOUN_CLAUSE, Role.OPEN_COMPLEMENT) and not arguments:
        arguments.append(Argument("subject", tree.heads[i], True))
    arguments += phrases(tree, i)
    arguments += [
        Argument("complement", c)
        for c in tree.children(i, Role.CLAUSE_COMPLEMENT, Role.OPEN_COMPLEMENT, Role.SUBJECT_CLAUSE)
    ]
    return Details(tuple(arguments), flags_of(tree, i, tuple(arguments)), *context_of(tree, i))
