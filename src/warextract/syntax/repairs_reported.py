"""What is told, where a small parser hangs it elsewhere: rules for whoever does a thing, what the press is told, and
what is said in an interview, set right.

Each repair is narrow: it names a shape that is almost never right as it stands.
"""

from warextract.lexicon.channels import load_channels
from warextract.syntax import labels
from warextract.syntax.labels import Role
from warextract.syntax.repairs_attribution import (
    SAYING,
    joined_speakers,
    name_of_described,
    speaker_by_channel,
    speaker_set_off,
)
from warextract.syntax.repairs_subjects import SUBJECTS
from warextract.syntax.word import Words


def rule_for_whoever(words: Words, i: int, heads: list[int], roles: list[Role]) -> None:
    """ "said any ship that enters the strait will be sunk": what enters tells nothing; the second verb is what befalls
    the ship, and what stands before it is entered.
    """
    clause = heads[i]
    if roles[i] is not Role.CLAUSE_COMPLEMENT or roles[clause] is not Role.RELATIVE_CLAUSE or not clause < i:
        return
    noun = heads[clause]
    said = heads[noun]
    if not noun < clause or words[clause].lemma_.lower() in _TELLING:
        return
    support = [c for c in range(clause + 1, i) if heads[c] == i]
    if any(roles[c] is Role.MARKER or words[c].text == "," for c in support):
        return
    told_to = roles[noun] in (Role.OBJECT, Role.RECIPIENT) and words[said].lower_ in SAYING
    if words[clause - 1].lower_ not in _RELATIVES or not (told_to or _stolen(words, noun, said, roles)):
        return
    passive = any(roles[c] is Role.AUXILIARY_PASSIVE for c in support)
    for c in support:
        if roles[c] in SUBJECTS:
            heads[c], roles[c] = clause, Role.OBJECT
    told = noun < said
    heads[noun], roles[noun] = i, Role.SUBJECT_PASSIVE if passive else Role.SUBJECT
    heads[i], roles[i] = said, Role.CLAUSE_COMPLEMENT
    for c in range(said + 1, clause):
        if not told and heads[c] == said and roles[c] is Role.MARKER:
            heads[c] = i


def _stolen(words: Words, noun: int, said: int, roles: list[Role]) -> bool:
    """ "Any ship that enters … will be sunk, said the army": the ship was taken for who says it."""
    speaker = any(roles[k] in SUBJECTS for k in range(said + 1, min(len(words), said + _NEAR)))
    return roles[noun] in SUBJECTS and words[said].lower_ in SAYING and noun < said and speaker


_NEAR = 6  # tokens behind a verb of saying, for a speaker that follows it


_RELATIVES = frozenset({"that", "who", "which"})
_TELLING = frozenset(
    {"say", "tell", "believe", "think", "know", "hope", "claim", "show", "suggest", "insist", "fear", "warn", "argue",
     "find", "indicate", "report", "confirm", "deny", "mean", "ensure", "see", "hear", "expect", "allege", "announce"}
)  # fmt: skip


def told_the_press(words: Words, i: int, heads: list[int], roles: list[Role]) -> None:
    """ "told Reuters three shells hit the market": the name behind the verb is who is told, and no part of what is."""
    listener = i + 1
    if words[i].lower_ not in ("told", "tells", "telling") or listener + 1 >= len(words):
        return
    noun = heads[listener]
    if words[listener].pos_ != "PROPN" or noun <= listener + 1 or words[noun].pos_ == "PROPN":
        return
    if roles[listener] not in (Role.COMPOUND, Role.NOMINAL_MODIFIER, Role.ADJECTIVE) or roles[noun] not in SUBJECTS:
        return
    if words[listener + 1].pos_ in ("NUM", "DET", "PRON", "ADJ") or words[listener + 1].tag_ == "NNS":
        heads[listener], roles[listener] = i, Role.RECIPIENT


def told_in_interview(words: Words, i: int, heads: list[int], roles: list[Role]) -> None:
    """ "said in an interview with the press that nurses were among them": an interview is with somebody, and what it
    told is what was said.
    """
    if words[i].lower_ not in SAYING:
        return
    ahead = range(i + 1, min(len(words), i + _REACH))
    if any(heads[c] == i and roles[c] in _COMPLEMENTS for c in ahead):
        return
    for noun in (c for c in ahead if heads[c] == i and roles[c] is Role.OBLIQUE):
        if words[noun].lemma_.lower() not in load_channels().nouns:
            continue
        for c in (c for c in ahead if c > noun and heads[c] == noun and roles[c] is Role.NOUN_CLAUSE):
            below = [k for k in range(noun + 1, c) if heads[k] == c]
            marked = any(words[k].lower_ == "that" and roles[k] is Role.MARKER for k in below)
            if marked and any(roles[k] in SUBJECTS for k in below):
                heads[c], roles[c] = i, Role.CLAUSE_COMPLEMENT
                return


_REACH = 30  # tokens behind a verb of saying
_COMPLEMENTS = (Role.CLAUSE_COMPLEMENT, Role.OPEN_COMPLEMENT)


def speaker_behind(words: Words, i: int, heads: list[int], roles: list[Role]) -> None:
    """ "Nurses were among the dead, said two local officials.": with the clause before its comma, "said" has who says
    it behind, and no second thing that is said.
    """
    if words[i].lower_ not in SAYING or i < 1 or words[i - 1].text != ",":
        return
    near = range(max(words[i].sent_start, i - _REACH), min(len(words), i + _NEAR))
    children = [c for c in near if heads[c] == i]
    if any(roles[c] in SUBJECTS for c in children):
        return
    if not any(roles[c] is Role.CLAUSE_COMPLEMENT and c < i for c in children):
        return
    behind = [c for c in children if c > i and roles[c] is Role.OBJECT and labels.is_noun(words[c])]
    if len(behind) == 1:
        roles[behind[0]] = Role.SUBJECT


ATTRIBUTIONS = (
    speaker_by_channel, speaker_set_off, name_of_described, joined_speakers, rule_for_whoever,
    told_the_press, told_in_interview, speaker_behind,
)  # fmt: skip
"""The repairs of who says what to whom, in this order."""
