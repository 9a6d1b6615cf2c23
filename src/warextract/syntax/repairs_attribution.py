"""Speakers that commas set off, where a small parser draws other arcs: set right.

Each repair is narrow: it names a shape that is almost never right as it stands.
"""

from itertools import takewhile

from warextract.lexicon.channels import load_channels
from warextract.syntax import labels
from warextract.syntax.labels import Role
from warextract.syntax.rehanging import put_over
from warextract.syntax.repairs_speakers import NAMING
from warextract.syntax.repairs_subjects import SUBJECTS
from warextract.syntax.word import Words

SAYING = frozenset(
    {"said", "says", "say", "told", "added", "stated", "wrote", "confirmed", "announced", "claimed", "alleged",
     "warned", "reported", "denied", "insisted", "explained", "recalled"}
)  # fmt: skip
_FAR = 40  # tokens before a verb of saying
_LOOSE = (
    Role.PARATAXIS, Role.APPOSITION, Role.CONJUNCT, Role.OTHER, Role.OBLIQUE, Role.OBLIQUE_BARE, Role.OBJECT,
    Role.NOMINAL_MODIFIER, Role.COMPOUND,
)  # fmt: skip
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_HAS_SUBJECT = frozenset({*SUBJECTS, Role.EXPLETIVE, Role.AUXILIARY_PASSIVE})


def speaker_set_off(words: Words, i: int, heads: list[int], roles: list[Role]) -> None:
    """ "The road is open, another resident, Ada Orr, told reporters", "Asked about it, residents and a nurse said …":
    a verb of saying has a subject; the noun between commas before it, described or not, is who speaks.
    """
    if words[i].lower_ not in SAYING or roles[i] not in _SAYS:
        return
    start = max(words[i].sent_start, i - _FAR)
    children = [c for c in range(start, min(len(words), i + _FAR)) if heads[c] == i]
    if any(roles[c] in _HAS_SUBJECT for c in children):
        return
    first = i
    while first > start and words[first - 1].pos_ in ("AUX", "ADV"):
        first -= 1
    part = _between_commas(words, start, first)
    if part is None:
        return
    clause = next((c for c in children if roles[c] is Role.CLAUSE_COMPLEMENT), None)
    opened = next((c for c in children if roles[c] in _OPENING and c < part.start), None)
    told = _above(words, i, part.start, heads, roles) if clause is None and opened is None else None
    fronted = clause is not None and clause < part.start
    goes_on = any(c > i and roles[c] is not Role.PUNCTUATION for c in children)
    if not fronted and told is None and not (opened == start and goes_on):
        return
    if roles[i] in _UNDER and told is None:
        return
    tops = [k for k in part if heads[k] not in part and roles[k] is not Role.PUNCTUATION]
    if not tops or any(roles[k] not in _LOOSE or not labels.is_noun(words[k]) for k in tops):
        return
    if opened is not None:
        roles[opened] = Role.ADVERBIAL_CLAUSE
    if told is not None:
        put_over(i, told, Role.CLAUSE_COMPLEMENT, heads, roles)
    _speaks(words, i, tops, range(part.stop, first), heads, roles)


_UNDER = (Role.ADVERBIAL_CLAUSE, Role.OPEN_COMPLEMENT)
_SAYS = (Role.ROOT, Role.CONJUNCT, Role.PARATAXIS, *_UNDER)


def _above(words: Words, i: int, before: int, heads: list[int], roles: list[Role]) -> int | None:
    """The verb, with a subject of its own, under which a verb of saying was hung, before its speaker."""
    if roles[i] not in _UNDER or words[i].tag_ not in ("VBD", "VBN", "VBZ"):
        return None
    if any(heads[c] == i and roles[c] is Role.MARKER for c in range(max(0, i - _FAR), i)):
        return None
    told = heads[i]
    while not (labels.is_verb(words[told]) and _tells(words, told, heads, roles)):
        if heads[told] == told:
            return None
        told = heads[told]
    return told if told < before else None


_OPENING = (Role.ADVERBIAL_CLAUSE, Role.SUBJECT_CLAUSE)


def _between_commas(words: Words, start: int, end: int) -> range | None:
    """The noun phrase before a verb, from the comma before it to the verb or the comma that opens its description."""
    commas = [k for k in range(start, end) if words[k].text == ","]
    if commas and commas[-1] == end - 1:
        if len(commas) < _SET_OFF:
            return None
        description = range(commas[-2] + 1, commas[-1])
        if not description or not _describes(words, description):
            return None
        commas = commas[:-1]
        end = commas[-1]
        commas = commas[:-1]
    if not commas:
        return None
    part = range(commas[-1] + 1, end)
    named = list(takewhile(lambda k: words[k].lower_ != "who", part))
    return (
        part if named and all(words[k].pos_ in NAMING for k in named) and words[part.start].pos_ != "CCONJ" else None
    )


_SET_OFF = 3  # commas: before the speaker, before the description, behind it


def _describes(words: Words, part: range) -> bool:
    """ "the head of the region", "speaking to reporters", "who lives nearby": no clause of its own."""
    if words[part.start].lower_ in ("who", "whose") or words[part.start].tag_ == "VBG":
        return True
    return not any(words[k].tag_ in _FINITE or words[k].pos_ == "CCONJ" for k in part[:1]) and not any(
        words[k].tag_ in _FINITE for k in part
    )


def _speaks(words: Words, i: int, tops: list[int], description: range, heads: list[int], roles: list[Role]) -> None:
    heads[tops[0]], roles[tops[0]] = i, Role.SUBJECT
    for k in tops[1:]:
        heads[k], roles[k] = tops[0], Role.CONJUNCT
    for k in description:
        if heads[k] not in description and k != tops[0] and roles[k] is not Role.PUNCTUATION and words[k].pos_ != "AUX":
            heads[k] = tops[0]
            roles[k] = Role.APPOSITION if labels.is_noun(words[k]) else Role.NOUN_CLAUSE
    for k in (description.start, description.stop - 1):
        if description and words[k].text == ",":
            heads[k], roles[k] = tops[0], Role.PUNCTUATION


def speaker_by_channel(words: Words, i: int, heads: list[int], roles: list[Role]) -> None:
    """ "…, a spokesman for the rebels said by telephone": "said" was taken for a participle; nobody is said by a
    telephone, and what a speaker behind a comma said stands before it.
    """
    if words[i].lower_ not in _SPOKEN or any(roles[c] is Role.AUXILIARY_PASSIVE and heads[c] == i for c in range(i)):
        return
    for c in range(max(0, i - _FAR), i):
        if heads[c] == i and roles[c] is Role.SUBJECT_PASSIVE:
            roles[c] = Role.SUBJECT  # "a doctor said by phone"
    noun = heads[i]
    if roles[i] not in _ON_SPEAKER or noun > i or i + 1 >= len(words) or words[i + 1].lower_ not in _BEHIND:
        return
    if words[i + 1].lower_ == "by" and not any(
        words[k].lemma_.lower() in load_channels().by for k in range(i, i + 5)[2:] if k < len(words)
    ):
        return
    top = noun if labels.is_noun(words[noun]) else None
    comma = next((k for k in range(i - 1, max(0, i - _FAR), -1) if words[k].text == ","), None)
    if comma is None:
        return
    part = range(comma + 1, i)
    if any(words[k].pos_ not in NAMING for k in part) or not part or words[part.start].pos_ == "CCONJ":
        return
    if top is None or top not in part:
        top = next((k for k in part if heads[k] not in part and labels.is_noun(words[k])), None)
    if top is None or roles[top] not in _LOOSE:
        return
    told = heads[top]
    while told < comma and not (labels.is_verb(words[told]) and _tells(words, told, heads, roles)):
        if heads[told] == told:
            return
        told = heads[told]
    if told >= comma:
        return
    for k in part:
        if k != top and heads[k] < comma and roles[k] is Role.CONJUNCT and labels.is_noun(words[k]):
            heads[k] = top
    heads[top], roles[top] = i, Role.SUBJECT
    put_over(i, told, Role.CLAUSE_COMPLEMENT, heads, roles)


def _tells(words: Words, verb: int, heads: list[int], roles: list[Role]) -> bool:
    return any(heads[c] == verb and roles[c] in SUBJECTS for c in range(max(words[verb].sent_start, verb - _FAR), verb))


_SPOKEN = frozenset({"said", "added", "wrote"})
_ON_SPEAKER = (Role.NOUN_CLAUSE, Role.RELATIVE_CLAUSE, Role.OPEN_COMPLEMENT)
_BEHIND = frozenset({"by", ".", "on", "in", ",", "via", "late", "over"})


def name_of_described(words: Words, i: int, heads: list[int], roles: list[Role]) -> None:
    """ "…, killing nine people, another resident, Ada Orr, said": who is described between two commas is named between
    the next two, and is no last member of what was told.
    """
    if words[i].lower_ not in SAYING or i < 1 or words[i - 1].text != ",":
        return
    start = max(words[i].sent_start, i - _FAR)
    commas = [k for k in range(start, i) if words[k].text == ","][-_SET_OFF:]
    if len(commas) < _SET_OFF:
        return
    described, name = range(commas[0] + 1, commas[1]), range(commas[1] + 1, commas[2])
    who = next((k for k in name if heads[k] == i and roles[k] in SUBJECTS), None)
    if who is None or not described or any(words[k].pos_ != "PROPN" for k in name):
        return
    if any(words[k].pos_ not in NAMING for k in described) or words[described.start].pos_ in ("CCONJ", "ADP", "NUM"):
        return
    top = next((k for k in described if heads[k] not in described and labels.is_noun(words[k])), None)
    if top is not None and words[top].tag_ == "NN" and roles[top] in _LOOSE:
        heads[top], roles[top] = who, Role.APPOSITION


def joined_speakers(words: Words, i: int, heads: list[int], roles: list[Role]) -> None:
    """ "…, residents and a doctor told reporters": the first of two speakers was hung on what was told."""
    if words[i].lower_ not in SAYING:
        return
    second = next((c for c in range(max(0, i - _PAIR), i) if heads[c] == i and roles[c] is Role.SUBJECT), None)
    if second is None:
        return
    comma = next((k for k in range(second, max(0, second - _PAIR), -1) if words[k].text == ","), None)
    joint = next((k for k in range(second) if heads[k] == second and words[k].lower_ == "and"), None)
    if comma is None or joint is None or not comma + 1 < joint:
        return
    part = range(comma + 1, i)
    first = next((k for k in part if k < joint and heads[k] < comma and labels.is_noun(words[k])), None)
    if first is None or roles[first] not in _LOOSE or any(words[k].pos_ not in NAMING for k in part):
        return
    heads[first], roles[first] = i, Role.SUBJECT
    heads[second], roles[second] = first, Role.CONJUNCT


_PAIR = 14  # tokens of two speakers before their verb
