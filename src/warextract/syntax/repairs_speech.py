"""Arcs of reporting clauses that a small parser often draws wrongly: who says what, set right.

Each repair is narrow: it names a shape that is almost never right as it stands.
"""

from warextract.syntax import labels
from warextract.syntax.labels import Role
from warextract.syntax.rehanging import put_over
from warextract.syntax.repairs_speakers import SPEECH
from warextract.syntax.repairs_subjects import SUBJECTS
from warextract.syntax.word import Words


def said_clause(words: Words, i: int, heads: list[int], roles: list[Role]) -> None:
    """ "said the enemy “lied as usual”": a participle on the object of "said" is the verb of what was said."""
    noun = heads[i]
    if roles[i] is not Role.NOUN_CLAUSE or roles[noun] is not Role.OBJECT or words[i].tag_ == "VBG" or noun > i:
        return
    said = heads[noun]
    if words[said].lower_ not in ("said", "says") or said > noun or not words[i].text.endswith("ed"):
        return
    if any(not (words[k].is_quote or words[k].pos_ == "ADV") for k in range(noun + 1, i)):
        return
    if not any(heads[c] == said and roles[c] is Role.SUBJECT for c in range(max(0, said - 30), said)):
        return
    heads[i], roles[i] = said, Role.CLAUSE_COMPLEMENT
    heads[noun], roles[noun] = i, Role.SUBJECT


def noun_summed_up(words: Words, i: int, heads: list[int], roles: list[Role]) -> None:
    """ "…, a claim Khartoum denied": a noun with an article, hung as part of the name behind it, carries the clause."""
    name = heads[i]
    verb = heads[name]
    if not (name == i + 1 and words[name].pos_ == "PROPN" and roles[name] is Role.SUBJECT and verb > name):
        return
    article = i - 1
    if (
        article < 1
        or words[article].lower_ not in ("a", "an")
        or words[article - 1].text != ","
        or words[i].pos_ != "NOUN"
    ):
        return
    if any(heads[c] == verb and roles[c] is Role.OBJECT for c in range(verb, min(len(words), verb + 12))):
        return
    up = heads[verb]
    if up == verb or not up < i:
        return
    heads[i], roles[i] = up, Role.PARATAXIS
    heads[article] = i
    heads[verb], roles[verb] = i, Role.RELATIVE_CLAUSE


def called_for(words: Words, i: int, heads: list[int], roles: list[Role]) -> None:
    """ "The mission called for corridors to be opened": a call hung as a participle on its subject is the predicate."""
    noun = heads[i]
    verb = heads[noun]
    if words[i].lower_ not in ("called", "appealed") or roles[i] is not Role.NOUN_CLAUSE or noun > i or verb <= i:
        return
    if roles[noun] not in SUBJECTS or words[min(i + 1, len(words) - 1)].lower_ not in _FOR:
        return
    put_over(i, verb, Role.ADVERBIAL_CLAUSE, heads, roles)
    heads[noun], roles[noun] = i, Role.SUBJECT
    for c in range(noun):
        if heads[c] == verb:
            heads[c] = i


_FOR = frozenset({"for", "on", "upon", "to"})


def judged_before_named(words: Words, i: int, heads: list[int], roles: list[Role]) -> None:
    """ "dismissed as propaganda Russian reports that": what something is called stands before it, and is no part of
    its name.
    """
    named = heads[i]
    verb = heads[named]
    if i == 0 or words[i - 1].lower_ != "as" or named <= i + 1 or roles[named] is not Role.OBLIQUE:
        return
    if (
        not labels.is_verb(words[verb])
        or verb >= i
        or not (words[i + 1].text[:1].isupper() or words[i + 1].pos_ == "DET")
    ):
        return
    heads[i], roles[i] = verb, Role.OBLIQUE
    heads[i - 1], roles[i - 1] = i, Role.CASE
    roles[named] = Role.OBJECT


_OF_SPEAKERS = frozenset(
    {"describe", "deny", "accuse", "urge", "call", "blame", "condemn", "dismiss", "insist", "warn", "vow", "demand",
     "criticise", "criticize", "denounce", "praise", "thank"}
)  # fmt: skip


def spoken_conjunct(words: Words, i: int, heads: list[int], roles: list[Role]) -> None:
    """ "said the town was calm and described the talk as untrue": towns describe nothing; who said it describes."""
    told = heads[i]
    if roles[i] is not Role.CONJUNCT or told > i or words[i].lemma_.lower() not in _OF_SPEAKERS:
        return
    cue = heads[told]
    if roles[told] is not Role.CLAUSE_COMPLEMENT or cue > told or words[cue].lower_ not in SPEECH:
        return
    children = [c for c in range(cue, i) if heads[c] == i or heads[c] == told]
    if any(heads[c] == i and roles[c] is Role.SUBJECT for c in children):
        return
    if words[i].lower_ == "called" and words[i + 1].lower_ in _FOR:
        heads[i] = cue  # "said he was appalled and called for an inquiry"
        return
    if words[i].tag_ != words[cue].tag_:
        return
    subject = next((c for c in children if heads[c] == told and roles[c] in SUBJECTS), None)
    past = (
        words[told].tag_ == "VBN" and words[i].tag_ == "VBD"
    )  # "said he was appalled and called for": no "was called"
    if past or (subject is not None and words[subject].tag_ == "NN"):
        heads[i] = cue


_LINKS = frozenset({"after", "before", "since", "because", "although", "though", "while"})


def linked_cue(words: Words, i: int, heads: list[int], roles: list[Role]) -> None:
    """ "A depot burned, a day after Kyiv said that …": under "after", a verb of speech tells nothing before it."""
    if roles[i] is not Role.ROOT or words[i].lower_ not in SPEECH:
        return
    children = [c for c in range(words[i].sent_start, min(len(words), i + 40)) if heads[c] == i]
    first = next((c for c in children if c < i and roles[c] is Role.CLAUSE_COMPLEMENT), None)
    told = any(c > i and roles[c] is Role.CLAUSE_COMPLEMENT for c in children)
    linked = any(roles[c] is Role.MARKER and words[c].lower_ in _LINKS for c in children if first and first < c < i)
    if first is not None and told and linked:
        heads[first], roles[first] = first, Role.ROOT
        heads[i], roles[i] = first, Role.ADVERBIAL_CLAUSE


def suspected_doer(words: Words, i: int, heads: list[int], roles: list[Role]) -> None:
    """ "In the north, suspected rebels killed two men": "suspected" tells of the rebels, nobody suspects."""
    if words[i].lower_ not in ("suspected", "alleged") or any(heads[c] == i and roles[c] in SUBJECTS for c in range(i)):
        return
    after = range(i + 1, min(len(words), i + 12))
    deed = next((c for c in after if heads[c] == i and roles[c] is Role.CLAUSE_COMPLEMENT), None)
    doer = next((c for c in after if deed is not None and heads[c] == deed and roles[c] in SUBJECTS), None)
    if deed is None or doer is None or any(words[k].pos_ in ("VERB", "AUX", "PRON", "DET") for k in range(i + 1, doer)):
        return
    heads[deed], roles[deed] = (deed if heads[i] == i else heads[i]), roles[i]
    for c in range(i):
        if heads[c] == i:
            heads[c] = deed
    heads[i], roles[i] = doer, Role.ADJECTIVE


def ruled_that_out(words: Words, i: int, heads: list[int], roles: list[Role]) -> None:
    """ "Baku ruled that out, the agency reported": "that" opens no clause before its particle."""
    if words[i].lemma_.lower() != "rule" or i + 2 >= len(words) or words[i + 2].lower_ != "out":
        return
    if words[i + 1].lower_ not in ("that", "this", "it"):
        return
    cue = heads[i + 1]
    heads[i + 1], roles[i + 1] = i, Role.OBJECT
    heads[i + 2], roles[i + 2] = i, Role.PARTICLE
    if cue > i and heads[cue] == i and roles[cue] is Role.CLAUSE_COMPLEMENT:
        put_over(cue, i, Role.CLAUSE_COMPLEMENT, heads, roles)


def told_before_semicolon(words: Words, i: int, heads: list[int], roles: list[Role]) -> None:
    """ "The ministry rejected this; its spokesman said nobody died": what stands before a semicolon is not told."""
    if roles[i] is not Role.ROOT or words[i].lower_ not in SPEECH:
        return
    told = [c for c in range(words[i].sent_start, min(len(words), i + 40)) if heads[c] == i]
    told = [c for c in told if roles[c] is Role.CLAUSE_COMPLEMENT]
    if len(told) > 1 and told[0] < i < told[-1] and any(words[k].text == ";" for k in range(told[0], i)):
        heads[told[0]], roles[told[0]] = told[0], Role.ROOT
        heads[i], roles[i] = told[0], Role.PARATAXIS


def some_of_whom(words: Words, i: int, heads: list[int], roles: list[Role]) -> None:
    """ "killed seven people, among them a doctor": who stands behind "among them" is one of those told before."""
    verb = heads[i]
    if roles[i] is not Role.OBJECT or i < verb:
        return
    among = next((k for k in range(verb, i) if words[k].lower_ == "among" and words[k - 1].text == ","), None)
    first = next((c for c in range(verb, i) if heads[c] == verb and roles[c] is Role.OBJECT), None)
    if among is not None and first is not None and first < among and words[among + 1].lower_ in ("them", "whom"):
        heads[i], roles[i] = first, Role.APPOSITION
        heads[among + 1], roles[among + 1] = i, Role.NOMINAL_MODIFIER
