"""Participles that only describe the subject before them, taken by a small parser for the predicate, set right.

Each repair is narrow: it names a shape that is almost never right as it stands.
"""

from warextract.syntax import labels
from warextract.syntax.labels import Role
from warextract.syntax.repairs_subjects import SUBJECTS
from warextract.syntax.word import Words

_REACH = 25
_AUXILIARIES = (Role.AUXILIARY, Role.AUXILIARY_PASSIVE)
_OF_VERBS = (Role.OBJECT, *_AUXILIARIES)
_CLAUSAL = (Role.CLAUSE_COMPLEMENT, Role.PARATAXIS, Role.CONJUNCT, Role.OPEN_COMPLEMENT, Role.ADVERBIAL_CLAUSE)
_HELD_TO_BE = frozenset(
    {"believed", "thought", "suspected", "said", "reported", "known", "alleged", "understood", "linked", "affiliated",
     "allied", "aligned", "tied"}
)  # fmt: skip


def set_off(words: Words, i: int, heads: list[int], roles: list[Role]) -> None:
    """The repairs of participles beside a subject, and of the second of two parties."""
    if roles[i] is Role.CONJUNCT:
        _second_party(words, i, heads, roles)
    if words[i].tag_ == "VBG":
        _participle_as_subject(words, i, heads, roles)
    elif words[i].tag_ in ("VBD", "VBN"):
        _set_off_participle(words, i, heads, roles)
        _held_to_be(words, i, heads, roles)


def _set_off_participle(words: Words, i: int, heads: list[int], roles: list[Role]) -> None:
    """ "the attack, carried out by rebels, had been planned": the finite verb comes after the second comma."""
    if i == 0 or words[i - 1].text != "," or words[i].tag_ not in ("VBN", "VBD"):
        return
    own = [c for c in range(max(0, i - _REACH), i) if heads[c] == i and roles[c] in SUBJECTS]
    ahead = range(i + 1, min(len(words), i + _REACH))
    if not own or any(heads[c] == i and roles[c] in _OF_VERBS for c in range(own[0], ahead.stop)):
        return
    verb = _bare_predicate(words, i, ahead, heads, roles)
    if verb is None or not any(words[c].text == "," for c in range(i, verb)):
        return
    _hand_over(own[-1], i, verb, heads, roles)


def _participle_as_subject(words: Words, i: int, heads: list[int], roles: list[Role]) -> None:
    """ "gunmen riding motorcycles attacked": not the riding attacks."""
    verb = heads[i]
    if roles[i] is not Role.SUBJECT_CLAUSE or words[i].tag_ != "VBG" or verb < i:
        return
    own = [c for c in range(max(0, i - _REACH), i) if heads[c] == i and roles[c] is Role.SUBJECT]
    if not own or not labels.is_noun(words[own[-1]]):
        return
    noun = own[-1]
    heads[noun], roles[noun] = verb, Role.SUBJECT
    heads[i], roles[i] = noun, Role.NOUN_CLAUSE


def _held_to_be(words: Words, i: int, heads: list[int], roles: list[Role]) -> None:
    """ "men believed to be rebels attacked the camp", "rebels linked to the group attacked": they attacked."""
    if words[i].lower_ not in _HELD_TO_BE or i + 1 >= len(words) or words[i + 1].lower_ != "to":
        return
    own = [c for c in range(max(0, i - _REACH), i) if heads[c] == i and roles[c] in SUBJECTS]
    ahead = range(i + 2, min(len(words), i + _REACH))
    if not own or any(heads[c] == i and roles[c] in _AUXILIARIES for c in range(own[0], i)):
        return
    verb = next((v for v in ahead if words[v].tag_ == "VBD" and _is_bare(v, i, heads, roles)), None)
    if verb is not None:
        _hand_over(own[-1], i, verb, heads, roles)


def _second_party(words: Words, i: int, heads: list[int], roles: list[Role]) -> None:
    """ "fighting between the rebels and the army": the army is joined with the rebels, not with the fighting."""
    event = heads[i]
    if roles[i] is not Role.CONJUNCT or event >= i:
        return
    first = [c for c in range(event + 1, i) if heads[c] == event and roles[c] in (Role.NOMINAL_MODIFIER, Role.OBLIQUE)]
    if not first:
        return
    party = first[0]
    cases = [c for c in range(event, party) if heads[c] == party and roles[c] is Role.CASE]
    between = any(words[c].lower_ == "between" for c in cases)
    joined = any(words[c].lower_ == "and" and heads[c] == i for c in range(party, i))
    alone = not any(heads[c] == party and roles[c] is Role.CONJUNCT for c in range(party, len(words)) if c < i + 1)
    if between and joined and alone:
        heads[i] = party


def _bare_predicate(words: Words, i: int, ahead: range, heads: list[int], roles: list[Role]) -> int | None:
    """A later predicate with an auxiliary and no subject."""
    for v in ahead:
        finite = any(heads[c] == v and roles[c] in _AUXILIARIES for c in range(i + 1, v))
        if finite and labels.is_verb(words[v]) and _is_bare(v, i, heads, roles):
            return v
    return None


def _is_bare(v: int, i: int, heads: list[int], roles: list[Role]) -> bool:
    beside = heads[v] in (i, heads[i]) or heads[i] == v
    told = roles[v] in _CLAUSAL or heads[i] == v or heads[v] == v
    return beside and told and not any(heads[c] == v and roles[c] in SUBJECTS for c in range(i, v))


def _hand_over(noun: int, i: int, verb: int, heads: list[int], roles: list[Role]) -> None:
    """Make the later verb the predicate of a noun, and the participle its description."""
    if heads[verb] in (i, heads[i]) and heads[verb] != verb:
        root = heads[i] == i
        heads[verb], roles[verb] = (verb if root else heads[i]), roles[i]
    heads[noun], roles[noun] = verb, Role.SUBJECT
    heads[i], roles[i] = noun, Role.NOUN_CLAUSE
