"""Whether something is done to what a noun names: an attack, a seizure, a closure."""

from warextract.lexicon.place_nouns import PlaceNouns
from warextract.syntax import clauses, labels
from warextract.syntax.labels import Role
from warextract.syntax.tree import Tree
from warextract.syntax.verb_arguments import is_verb_of

_PHRASE = (Role.OBLIQUE, Role.NOMINAL_MODIFIER)
_OF_TARGET = frozenset({"on", "at", "in", "of", "against", "into", "near", "to", "under", "over", "for", "inside"})
_ABOARD = frozenset({"aboard", "outside", "beside", "beneath", "onboard"})
_ATTACKER = 12  # words of who made an attack
_EXPLODES = frozenset({"explode", "detonate", "burst"})
_CLOSED = frozenset({"closed", "shut", "shuttered", "reopened"})
_SHARES = frozenset({"much", "most", "some", "many", "several", "all", "few", "half", "part", "none"})


def is_targeted(tree: Tree, words: PlaceNouns, i: int) -> bool:
    """Whether a noun is what an attack, a seizure or the like is done to."""
    if any(tree.lemma(c) in words.targeted.verbs for c in tree.children(i, Role.ADJECTIVE)):
        return True  # "one destroyed hangar"
    first = tree.first_conjunct(i)
    role, governor = tree.roles[first], tree.heads[first]
    if role is Role.NOMINAL_MODIFIER and tree.preposition(first) == "of" and _is_share(tree, governor):
        return is_targeted(tree, words, governor)  # "two of its compounds", "much of the headquarters"
    if _follows_attack(tree, words, first) or _told_after(tree, words, i):
        return True
    lemma = tree.lemma(governor)
    if role in (Role.OBJECT, Role.SUBJECT_PASSIVE):
        known = is_verb_of(tree, governor, words.targeted.verbs) or tree.token(governor).lower_ in words.targeted.verbs
        return known and labels.is_verb(tree.token(governor))
    if role is Role.SUBJECT or (role is Role.OTHER and first < governor and labels.is_verb(tree.token(governor))):
        if tree.token(governor).lower_ in _CLOSED and tree.base_phrase(i)[0] == i:
            return False  # "Shops closed": a strike, not a place
        complements = (Role.OPEN_COMPLEMENT, Role.OBJECT, Role.OTHER, Role.ADVERBIAL_CLAUSE)
        states = {tree.tokens[k].lower_ for k in (governor, *tree.children(governor, *complements))}
        if lemma == "lose":
            return bool(states & words.targeted.losses)
        return lemma in words.targeted.subject_verbs or bool(states & words.targeted.states)
    if role in _PHRASE:
        preposition = tree.preposition(i) or tree.preposition(first)
        known = lemma in words.targeted.nouns if labels.is_noun(tree.token(governor)) else False
        if labels.is_verb(tree.token(governor)):
            if _goes_off(tree, governor):
                return preposition in _OF_TARGET | _ABOARD
            if preposition == "in" and tree.lemma(i) in words.moving.facility:
                return False  # "crossed in boats"
            known = lemma in words.targeted.verbs and lemma not in ("take", "leave", "hold", "reach", "put")
        return known and preposition in _OF_TARGET
    return False


def _told_after(tree: Tree, words: PlaceNouns, i: int) -> bool:
    """ "the airport, seized by rebels", "a bridge that was blown up", "a base which they abandoned"."""
    if tree.roles[i] is Role.APPOSITION:
        return False  # "Korda, their last stronghold, which they abandoned"
    for verb in tree.children(i, Role.NOUN_CLAUSE, Role.RELATIVE_CLAUSE):
        if not is_verb_of(tree, verb, words.targeted.verbs) or tree.lemma(verb) in _LIGHT:
            continue
        if clauses.is_passive(tree, verb):
            return True
        told = i in clauses.surface_object(tree, verb).heads
        if told and tree.roles[verb] is Role.RELATIVE_CLAUSE:
            return True
    return False


_LIGHT = frozenset({"find", "visit", "leave", "put", "set", "open", "take", "man", "protect", "close", "reach", "hold"})


def _goes_off(tree: Tree, verb: int) -> bool:
    """ "a bomb exploded in a bus", "went off aboard a train"."""
    if tree.lemma(verb) == "go":
        return any(tree.token(c).lower_ == "off" for c in tree.children(verb))
    return tree.lemma(verb) in _EXPLODES


def _is_share(tree: Tree, i: int) -> bool:
    return tree.token(i).pos_ == "NUM" or tree.token(i).lower_ in _SHARES


def _follows_attack(tree: Tree, words: PlaceNouns, i: int) -> bool:
    """ "claimed an attack on a convoy": the preposition stands right after the attack, wherever the parser hung it."""
    case = tree.child(i, Role.CASE)
    if case is None or case == 0 or tree.tokens[case].lower_ not in ("on", "against", "at"):
        return False
    before = tree.token(case - 1)
    if labels.is_noun(before) and tree.lemma(case - 1) in words.targeted.nouns:
        return True
    return _after_attacker(tree, words, case)


def _after_attacker(tree: Tree, words: PlaceNouns, case: int) -> bool:
    """ "an attack by two gunmen on a convoy": the doer stands between the attack and its target."""
    for k in range(case - 1, max(case - _ATTACKER, tree.sentence(case)[0]), -1):
        token = tree.token(k)
        if token.is_punct or (labels.is_verb(token) and token.tag_ != "VBN"):
            return False
        if token.lower_ == "by":
            return labels.is_noun(tree.token(k - 1)) and tree.lemma(k - 1) in words.targeted.nouns
    return False
