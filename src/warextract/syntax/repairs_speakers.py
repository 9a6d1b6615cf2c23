"""Who says it, where a small parser hangs the speakers elsewhere: set right.

Each repair is narrow: it names a shape that is almost never right as it stands.
"""

from warextract.syntax import labels
from warextract.syntax.labels import Role
from warextract.syntax.rehanging import put_over
from warextract.syntax.repairs_subjects import SUBJECTS
from warextract.syntax.word import Words

SPEECH = frozenset({"said", "says", "reported", "wrote", "added", "stated"})
NAMING = frozenset({"DET", "ADJ", "NOUN", "PROPN", "CCONJ", "ADP", "NUM", "PART", "PRON"})
"""Parts of speech of those that a speaker is named by."""
_TELLING = SPEECH | {"told", "confirmed", "announced", "claimed", "alleged"}


def speaker_after_verb(words: Words, i: int, heads: list[int], roles: list[Role]) -> None:
    """ "The ward was emptied, said a doctor": a verb of speech after a comma, hung as a second predicate on what was
    said, governs it, and the noun behind it is who says it.
    """
    told = heads[i]
    if words[i].lower_ not in SPEECH or roles[i] not in (Role.CONJUNCT, Role.PARATAXIS) or told >= i:
        return
    if not (words[i - 1].text == "," and i + 1 < len(words) and labels.is_verb(words[told])):
        return
    children = [c for c in range(told, min(len(words), i + 12)) if heads[c] == i]
    if any(c < i and roles[c] in (Role.SUBJECT, Role.COORDINATOR) for c in children):
        return
    speaker = next((c for c in children if c > i and roles[c] is Role.OBJECT and labels.is_noun(words[c])), None)
    if speaker is None:
        return
    roles[speaker] = Role.SUBJECT
    put_over(i, told, Role.CLAUSE_COMPLEMENT, heads, roles)


def speakers_before_verb(words: Words, i: int, heads: list[int], roles: list[Role]) -> None:
    """ "Gunmen on motorcycles killed nine people in the town, residents and a mayor said": the nouns between the last
    comma and the verb are who says it, hung as an apposition on what was told; the first subject belongs to that.
    """
    if words[i].lower_ not in SPEECH or heads[i] != i:
        return
    told = next((c for c in range(i) if heads[c] == i and roles[c] in SUBJECTS), None)
    comma = next((k for k in range(i - 1, max(0, i - 12), -1) if words[k].text == ","), None)
    if told is None or comma is None or told > comma:
        return
    between = range(comma + 1, i)
    if not between or any(words[k].pos_ not in NAMING for k in between):
        return
    tops = [k for k in between if not comma < heads[k] < i and labels.is_noun(words[k])]
    if not tops or not any(roles[k] in (Role.APPOSITION, Role.CONJUNCT) for k in tops):
        return
    verb = next((k for k in range(told + 1, comma) if words[k].tag_ in ("VBD", "VBN", "VBZ", "VBP")), None)
    if verb is None or any(roles[k] is Role.RELATIVE_CLAUSE for k in range(told, verb + 1)):
        return
    for k in between:
        if not comma < heads[k] < i and k not in tops:
            heads[k] = tops[0]
    heads[tops[0]], roles[tops[0]] = i, Role.SUBJECT
    for k in tops[1:]:
        heads[k], roles[k] = tops[0], Role.CONJUNCT
    for c in range(comma):
        if heads[c] == i or (heads[c] == told and c > verb):
            heads[c] = verb
    heads[told], roles[told] = verb, Role.SUBJECT
    heads[verb], roles[verb] = i, Role.CLAUSE_COMPLEMENT


def speakers_after_list(words: Words, i: int, heads: list[int], roles: list[Role]) -> None:
    """ "…, killing nine soldiers and a driver, officials and medics said": the list before the last comma is told; who
    says it stands behind the comma. A list has no second "and", and a verb of speech has a subject.
    """
    comma = next((k for k in range(i - 1, max(0, i - 14), -1) if words[k].text == ","), None)
    if words[i].lower_ not in _TELLING or heads[i] != i or comma is None or comma == i - 1:
        return
    between = range(comma + 1, i)
    if words[comma + 1].pos_ == "CCONJ":
        return  # "France sent advisers, and Britain and Italy said …"
    tops = [k for k in between if not comma < heads[k] < i and roles[k] in _LISTED and labels.is_noun(words[k])]
    if not tops or any(words[k].pos_ not in NAMING for k in between):
        return
    children = [c for c in range(words[i].sent_start, i) if heads[c] == i]
    subjects = [c for c in children if roles[c] in SUBJECTS]
    if not any(roles[c] is Role.CLAUSE_COMPLEMENT for c in children) or any(c > comma for c in subjects):
        return
    if subjects and not _told_list(words, subjects[0], comma, tops[-1], heads, roles):
        return
    for k in between:
        if k not in tops and not comma < heads[k] < i:
            heads[k] = tops[0]
    heads[tops[0]], roles[tops[0]] = i, Role.SUBJECT
    for k in tops[1:]:
        heads[k], roles[k] = tops[0], Role.CONJUNCT


_LISTED = (Role.APPOSITION, Role.CONJUNCT)


def _told_list(words: Words, first: int, comma: int, last: int, heads: list[int], roles: list[Role]) -> bool:
    """Whether a list that was taken for the speakers has an "and" on both sides of a comma; what stands before it then
    becomes the object of the verb that it follows.
    """
    joints = [k for k in range(first, last) if words[k].lower_ == "and" and roles[k] is Role.COORDINATOR]
    if len(joints) < 2 or not joints[0] < comma < joints[-1]:
        return False
    verb = next((k for k in range(first - 1, max(0, first - 8), -1) if labels.is_verb(words[k])), None)
    if verb is None or any(heads[k] == verb and roles[k] is Role.OBJECT for k in range(verb, first)):
        return False
    heads[first], roles[first] = verb, Role.OBJECT
    return True


def speaker_described(words: Words, i: int, heads: list[int], roles: list[Role]) -> None:
    """ "Residents reached by phone said they had fled": what describes the speaker is no clause that is told."""
    if words[i].lower_ not in SPEECH:
        return
    children = [c for c in range(max(0, i - 20), min(len(words), i + 40)) if heads[c] == i]
    if any(roles[c] in SUBJECTS for c in children):
        return
    told = [c for c in children if roles[c] is Role.CLAUSE_COMPLEMENT]
    if len(told) < 2 or not told[0] < i < told[-1] or any(words[k].text == "," for k in range(told[0], i)):
        return
    part = told[0]
    who = next((c for c in range(max(0, part - 12), part) if heads[c] == part and roles[c] in SUBJECTS), None)
    if who is not None and words[part].tag_ in ("VBN", "VBD", "VBG", "JJ", "VBP"):
        heads[who], roles[who] = i, Role.SUBJECT
        heads[part], roles[part] = who, Role.NOUN_CLAUSE


def two_speakers(words: Words, i: int, heads: list[int], roles: list[Role]) -> None:
    """ "…, killing two officers, a soldier and a doctor said": the verb was hung on the first of its speakers."""
    first = heads[i]
    told = heads[first]
    if words[i].lower_ not in _TELLING or roles[i] not in (Role.RELATIVE_CLAUSE, Role.NOUN_CLAUSE) or first > i:
        return
    second = next((c for c in range(first + 1, i) if heads[c] == i and roles[c] in SUBJECTS), None)
    if second is None or roles[first] not in (Role.PARATAXIS, Role.APPOSITION, Role.CONJUNCT) or told >= first:
        return
    joint = next((k for k in range(first + 1, second) if words[k].lower_ == "and" and heads[k] == second), None)
    comma = any(words[k].text == "," for k in range(max(0, first - 6), first))
    if joint is None or not comma or not labels.is_verb(words[told]):
        return
    heads[second], roles[second] = first, Role.CONJUNCT
    heads[first], roles[first] = i, Role.SUBJECT
    put_over(i, told, Role.CLAUSE_COMPLEMENT, heads, roles)


def speaker_with_title(words: Words, i: int, heads: list[int], roles: list[Role]) -> None:
    """ "The town has fallen, Omar Haddad, the head of the region, told reporters": a name between commas before a
    description speaks, and is no last member of what was told.
    """
    if words[i].lower_ not in _TELLING or heads[i] != i or i < _LEAST or words[i - 1].text != ",":
        return
    start = words[i].sent_start
    commas = [k for k in range(max(start, i - _FAR), i) if words[k].text == ","][-3:]
    if len(commas) < _LEAST - 1 or any(heads[c] == i and roles[c] in SUBJECTS for c in range(start, i)):
        return
    name, description = range(commas[0] + 1, commas[1]), range(commas[1] + 1, commas[2])
    if not name or not description or any(words[k].pos_ != "PROPN" for k in name):
        return
    if any(words[k].pos_ in ("VERB", "AUX") for k in description):
        return
    told = next((c for c in range(start, commas[0]) if heads[c] == i and roles[c] is Role.CLAUSE_COMPLEMENT), None)
    top = next((k for k in name if heads[k] not in name), None)
    if told is None or top is None:
        return
    heads[top], roles[top] = i, Role.SUBJECT
    for k in description:
        if heads[k] not in description and roles[k] is not Role.PUNCTUATION:
            heads[k], roles[k] = top, Role.APPOSITION


_FAR = 24  # tokens of a name and a description before a verb of saying
_LEAST = 4


def speaker_after_number(words: Words, i: int, heads: list[int], roles: list[Role]) -> None:
    """ "…, capturing four more, local officials said": the number is who was captured, the noun behind the comma
    speaks.
    """
    noun = i - 1
    verb = heads[noun]
    if words[i].lower_ not in _TELLING or noun < _LEAST or roles[noun] is not Role.OBJECT or not verb < noun:
        return
    if any(heads[c] == i and roles[c] in SUBJECTS for c in range(words[i].sent_start, i)):
        return
    comma = next((k for k in range(verb + 1, noun) if words[k].text == ","), None)
    if comma is None or not all(words[k].pos_ == "NUM" or words[k].lower_ in _MORE for k in range(verb + 1, comma)):
        return
    number = next((k for k in range(comma - 1, verb, -1) if words[k].pos_ == "NUM"), None)
    if number is None:
        return
    for k in range(verb + 1, comma + 1):
        heads[k] = number
    heads[number], roles[number] = verb, Role.OBJECT
    heads[noun], roles[noun] = i, Role.SUBJECT


_MORE = frozenset({"more", "others", "other", "at", "least", "about", "some", "nearly", "over"})
