"""Arcs of reporting clauses that a small parser often draws wrongly: who says what, set right.

Each repair is narrow: it names a shape that is almost never right as it stands.
"""

from typing import TYPE_CHECKING

from warextract.syntax import labels
from warextract.syntax.labels import Role
from warextract.syntax.repairs_subjects import SUBJECTS

if TYPE_CHECKING:
    from spacy.tokens import Doc

_SPEECH = frozenset({"said", "says", "reported", "wrote", "added", "stated"})


def speaker_after_verb(doc: "Doc", i: int, heads: list[int], roles: list[Role]) -> None:
    """ "The ward was emptied, said a doctor": a verb of speech after a comma, hung as a second predicate on what was
    said, governs it, and the noun behind it is who says it.
    """
    told = heads[i]
    if doc[i].lower_ not in _SPEECH or roles[i] not in (Role.CONJUNCT, Role.PARATAXIS) or told >= i:
        return
    if not (doc[i - 1].text == "," and i + 1 < len(doc) and labels.is_verb(doc[told])):
        return
    children = [c for c in range(told, min(len(doc), i + 12)) if heads[c] == i]
    if any(c < i and roles[c] in (Role.SUBJECT, Role.COORDINATOR) for c in children):
        return
    speaker = next((c for c in children if c > i and roles[c] is Role.OBJECT and labels.is_noun(doc[c])), None)
    if speaker is None:
        return
    roles[speaker] = Role.SUBJECT
    heads[i], roles[i] = (i if heads[told] == told else heads[told]), roles[told]
    heads[told], roles[told] = i, Role.CLAUSE_COMPLEMENT


def said_clause(doc: "Doc", i: int, heads: list[int], roles: list[Role]) -> None:
    """ "said the enemy “lied as usual”": a participle on the object of "said" is the verb of what was said."""
    noun = heads[i]
    if roles[i] is not Role.NOUN_CLAUSE or roles[noun] is not Role.OBJECT or doc[i].tag_ == "VBG" or noun > i:
        return
    said = heads[noun]
    if doc[said].lower_ not in ("said", "says") or said > noun or not doc[i].text.endswith("ed"):
        return
    if any(not (doc[k].is_quote or doc[k].pos_ == "ADV") for k in range(noun + 1, i)):
        return
    if not any(heads[c] == said and roles[c] is Role.SUBJECT for c in range(max(0, said - 30), said)):
        return
    heads[i], roles[i] = said, Role.CLAUSE_COMPLEMENT
    heads[noun], roles[noun] = i, Role.SUBJECT


def noun_summed_up(doc: "Doc", i: int, heads: list[int], roles: list[Role]) -> None:
    """ "…, a claim Khartoum denied": a noun with an article, hung as part of the name behind it, carries the clause."""
    name = heads[i]
    verb = heads[name]
    if not (name == i + 1 and doc[name].pos_ == "PROPN" and roles[name] is Role.SUBJECT and verb > name):
        return
    article = i - 1
    if article < 1 or doc[article].lower_ not in ("a", "an") or doc[article - 1].text != "," or doc[i].pos_ != "NOUN":
        return
    if any(heads[c] == verb and roles[c] is Role.OBJECT for c in range(verb, min(len(doc), verb + 12))):
        return
    up = heads[verb]
    if up == verb or not up < i:
        return
    heads[i], roles[i] = up, Role.PARATAXIS
    heads[article] = i
    heads[verb], roles[verb] = i, Role.RELATIVE_CLAUSE


def speakers_before_verb(doc: "Doc", i: int, heads: list[int], roles: list[Role]) -> None:
    """ "Gunmen on motorcycles killed nine people in the town, residents and a mayor said": the nouns between the last
    comma and the verb are who says it, hung as an apposition on what was told; the first subject belongs to that.
    """
    if doc[i].lower_ not in _SPEECH or heads[i] != i:
        return
    told = next((c for c in range(i) if heads[c] == i and roles[c] in (Role.SUBJECT, Role.SUBJECT_PASSIVE)), None)
    comma = next((k for k in range(i - 1, max(0, i - 12), -1) if doc[k].text == ","), None)
    if told is None or comma is None or told > comma:
        return
    between = range(comma + 1, i)
    if not between or any(doc[k].pos_ not in _PHRASE for k in between):
        return
    tops = [k for k in between if not comma < heads[k] < i and labels.is_noun(doc[k])]
    if not tops or not any(roles[k] in (Role.APPOSITION, Role.CONJUNCT) for k in tops):
        return
    verb = next((k for k in range(told + 1, comma) if doc[k].tag_ in ("VBD", "VBN", "VBZ", "VBP")), None)
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


_PHRASE = frozenset({"DET", "ADJ", "NOUN", "PROPN", "CCONJ", "ADP", "NUM", "PART", "PRON"})


def speakers_after_list(doc: "Doc", i: int, heads: list[int], roles: list[Role]) -> None:
    """ "…, killing nine soldiers and a driver, officials and medics said": the list before the last comma is told; who
    says it stands behind the comma. A list has no second "and", and a verb of speech has a subject.
    """
    comma = next((k for k in range(i - 1, max(0, i - 14), -1) if doc[k].text == ","), None)
    if doc[i].lower_ not in _TELLING or heads[i] != i or comma is None or comma == i - 1:
        return
    between = range(comma + 1, i)
    if doc[comma + 1].pos_ == "CCONJ":
        return  # "France sent advisers, and Britain and Italy said …"
    tops = [k for k in between if not comma < heads[k] < i and roles[k] in _LISTED and labels.is_noun(doc[k])]
    if not tops or any(doc[k].pos_ not in _PHRASE for k in between):
        return
    children = [c for c in range(doc[i].sent.start, i) if heads[c] == i]
    subjects = [c for c in children if roles[c] in SUBJECTS]
    if not any(roles[c] is Role.CLAUSE_COMPLEMENT for c in children) or any(c > comma for c in subjects):
        return
    if subjects and not _told_list(doc, subjects[0], comma, tops[-1], heads, roles):
        return
    for k in between:
        if k not in tops and not comma < heads[k] < i:
            heads[k] = tops[0]
    heads[tops[0]], roles[tops[0]] = i, Role.SUBJECT
    for k in tops[1:]:
        heads[k], roles[k] = tops[0], Role.CONJUNCT


_TELLING = _SPEECH | {"told", "confirmed", "announced", "claimed", "alleged"}
_LISTED = (Role.APPOSITION, Role.CONJUNCT)


def _told_list(doc: "Doc", first: int, comma: int, last: int, heads: list[int], roles: list[Role]) -> bool:
    """Whether a list that was taken for the speakers has an "and" on both sides of a comma; what stands before it then
    becomes the object of the verb that it follows.
    """
    joints = [k for k in range(first, last) if doc[k].lower_ == "and" and roles[k] is Role.COORDINATOR]
    if len(joints) < 2 or not joints[0] < comma < joints[-1]:
        return False
    verb = next((k for k in range(first - 1, max(0, first - 8), -1) if labels.is_verb(doc[k])), None)
    if verb is None or any(heads[k] == verb and roles[k] is Role.OBJECT for k in range(verb, first)):
        return False
    heads[first], roles[first] = verb, Role.OBJECT
    return True


def called_for(doc: "Doc", i: int, heads: list[int], roles: list[Role]) -> None:
    """ "The mission called for corridors to be opened": a call hung as a participle on its subject is the predicate."""
    noun = heads[i]
    verb = heads[noun]
    if doc[i].lower_ not in ("called", "appealed") or roles[i] is not Role.NOUN_CLAUSE or noun > i or verb <= i:
        return
    if roles[noun] not in (Role.SUBJECT, Role.SUBJECT_PASSIVE) or doc[min(i + 1, len(doc) - 1)].lower_ not in _FOR:
        return
    heads[i], roles[i] = (i if heads[verb] == verb else heads[verb]), roles[verb]
    heads[noun], roles[noun] = i, Role.SUBJECT
    heads[verb], roles[verb] = i, Role.ADVERBIAL_CLAUSE
    for c in range(noun):
        if heads[c] == verb:
            heads[c] = i


_FOR = frozenset({"for", "on", "upon", "to"})


def judged_before_named(doc: "Doc", i: int, heads: list[int], roles: list[Role]) -> None:
    """ "dismissed as propaganda Russian reports that": what something is called stands before it, and is no part of
    its name.
    """
    named = heads[i]
    verb = heads[named]
    if i == 0 or doc[i - 1].lower_ != "as" or named <= i + 1 or roles[named] is not Role.OBLIQUE:
        return
    if not labels.is_verb(doc[verb]) or verb >= i or not (doc[i + 1].text[:1].isupper() or doc[i + 1].pos_ == "DET"):
        return
    heads[i], roles[i] = verb, Role.OBLIQUE
    heads[i - 1], roles[i - 1] = i, Role.CASE
    roles[named] = Role.OBJECT


_OF_SPEAKERS = frozenset(
    {"describe", "deny", "accuse", "urge", "call", "blame", "condemn", "dismiss", "insist", "warn", "vow", "demand",
     "criticise", "criticize", "denounce", "praise", "thank"}
)  # fmt: skip


def spoken_conjunct(doc: "Doc", i: int, heads: list[int], roles: list[Role]) -> None:
    """ "said the town was calm and described the talk as untrue": towns describe nothing; who said it describes."""
    told = heads[i]
    if roles[i] is not Role.CONJUNCT or told > i or doc[i].lemma_.lower() not in _OF_SPEAKERS:
        return
    cue = heads[told]
    if roles[told] is not Role.CLAUSE_COMPLEMENT or cue > told or doc[cue].lower_ not in _SPEECH:
        return
    children = [c for c in range(cue, i) if heads[c] == i or heads[c] == told]
    if any(heads[c] == i and roles[c] is Role.SUBJECT for c in children) or doc[i].tag_ != doc[cue].tag_:
        return
    subject = next((c for c in children if heads[c] == told and roles[c] in (Role.SUBJECT, Role.SUBJECT_PASSIVE)), None)
    if subject is not None and doc[subject].tag_ == "NN":
        heads[i] = cue


def speaker_described(doc: "Doc", i: int, heads: list[int], roles: list[Role]) -> None:
    """ "Residents reached by phone said they had fled": what describes the speaker is no clause that is told."""
    if doc[i].lower_ not in _SPEECH:
        return
    children = [c for c in range(max(0, i - 20), min(len(doc), i + 40)) if heads[c] == i]
    if any(roles[c] in (Role.SUBJECT, Role.SUBJECT_PASSIVE) for c in children):
        return
    told = [c for c in children if roles[c] is Role.CLAUSE_COMPLEMENT]
    if len(told) < 2 or not told[0] < i < told[-1] or any(doc[k].text == "," for k in range(told[0], i)):
        return
    part = told[0]
    who = next((c for c in range(max(0, part - 12), part) if heads[c] == part and roles[c] in SUBJECTS), None)
    if who is not None and doc[part].tag_ in ("VBN", "VBD", "VBG", "JJ", "VBP"):
        heads[who], roles[who] = i, Role.SUBJECT
        heads[part], roles[part] = who, Role.NOUN_CLAUSE


_LINKS = frozenset({"after", "before", "since", "because", "although", "though", "while"})


def linked_cue(doc: "Doc", i: int, heads: list[int], roles: list[Role]) -> None:
    """ "A depot burned, a day after Kyiv said that …": under "after", a verb of speech tells nothing before it."""
    if roles[i] is not Role.ROOT or doc[i].lower_ not in _SPEECH:
        return
    children = [c for c in range(doc[i].sent.start, min(len(doc), i + 40)) if heads[c] == i]
    first = next((c for c in children if c < i and roles[c] is Role.CLAUSE_COMPLEMENT), None)
    told = any(c > i and roles[c] is Role.CLAUSE_COMPLEMENT for c in children)
    linked = any(roles[c] is Role.MARKER and doc[c].lower_ in _LINKS for c in children if first and first < c < i)
    if first is not None and told and linked:
        heads[first], roles[first] = first, Role.ROOT
        heads[i], roles[i] = first, Role.ADVERBIAL_CLAUSE
