"""Subjects that a small parser hangs elsewhere, or takes from a clause beside, set right.

Each repair is narrow: it names a shape that is almost never right as it stands.
"""

from warextract.syntax import labels
from warextract.syntax.labels import Role
from warextract.syntax.word import Words

FINITE = frozenset({"VBD", "VBZ", "VBP"})
SUBJECTS = (Role.SUBJECT, Role.SUBJECT_PASSIVE)


def two_subjects(words: Words, i: int, heads: list[int], roles: list[Role]) -> None:
    """Of two subjects before a verb the nearer one is its own; the other belongs to a clause that was not seen, or
    stands after a preposition ("between the two blasts, at least 20 were killed").
    """
    both = [c for c in range(max(0, i - 60), i) if heads[c] == i and roles[c] in SUBJECTS]
    if len(both) > 1 and _is_named(words, both[-2], both[-1], heads, roles):
        last = both.pop()
        heads[last], roles[last] = last - 1, Role.APPOSITION  # "X and his Rwandan counterpart Paul Kagame met"
    for c in both[:-1]:
        if _after_preposition(words, c, heads, roles):
            roles[c] = Role.OBLIQUE
    for c in both[-1:]:
        number = next((k for k in range(c + 2, i) if heads[k] == c and words[k].tag_ == "CD"), None)
        if number and roles[number] is Role.NOMINAL_MODIFIER and _after_preposition(words, c, heads, roles):
            heads[number], roles[number], roles[c] = i, roles[c], Role.OBLIQUE
    before = [c for c in both if roles[c] is Role.SUBJECT]
    if len(before) > 1 and words[before[-1]].lower_ in _TIMES:
        roles[before.pop()] = Role.OBLIQUE_BARE  # "A reporter who came on Tuesday evening saw"
    for c in before[:-1]:
        roles[c] = Role.OTHER


def _is_named(words: Words, first: int, last: int, heads: list[int], roles: list[Role]) -> bool:
    """Whether a name stands right behind the second of two subjects, which it names."""
    title = last - 1
    joined = heads[title] == first and roles[title] is Role.CONJUNCT and labels.is_noun(words[title])
    return joined and words[last].pos_ == "PROPN" and words[title].pos_ == "NOUN"


_TIMES = frozenset({"morning", "afternoon", "evening", "night", "noon", "dawn", "week", "month", "year"})


def _after_preposition(words: Words, noun: int, heads: list[int], roles: list[Role]) -> bool:
    before = range(max(0, noun - 6), noun)
    return any(heads[k] == noun and roles[k] is Role.CASE and words[k].tag_ == "IN" for k in before)


def missing_subject(words: Words, i: int, heads: list[int], roles: list[Role]) -> None:
    """ "The RSF spoke": a name hung as a modifier on the finite verb that follows it is its subject;
    "The pope called for": a verb hung as a clause on the first noun of its sentence is the predicate.
    """
    children = [c for c in range(max(0, i - 12), i) if heads[c] == i]
    if any(roles[c] in (Role.SUBJECT, Role.SUBJECT_PASSIVE, Role.SUBJECT_CLAUSE, Role.EXPLETIVE) for c in children):
        return
    # "Gunmen shot the mayor": a plural that opens its sentence, hung on a participle without an auxiliary
    opens = heads[i] == i and i > 0 and words[i - 1].tag_ == "NNS" and bool(words[i - 1].is_sent_start)
    if words[i].tag_ in FINITE or opens:
        for c in reversed(children):
            if roles[c] in (Role.ADJECTIVE, Role.COMPOUND, Role.FLAT) and words[c].text[:1].isupper():
                roles[c] = Role.SUBJECT
                return
        if i > 0 and heads[i - 1] == i - 1 and roles[i - 1] is Role.ROOT and words[i - 1].pos_ == "PROPN":
            if heads[i] == i - 1:
                heads[i], roles[i] = i, Role.ROOT
            heads[i - 1], roles[i - 1] = i, Role.SUBJECT  # "KYIV - Russia | fired": cut off after a dateline
            return
    if _subject_after_phrase(words, i, heads, roles):
        return
    noun = heads[i]
    if _speaks_after_quotation(words, i, noun, roles):
        heads[i], roles[i] = i, Role.ROOT
        heads[noun], roles[noun] = i, Role.SUBJECT
        return
    if not (noun < i and heads[noun] == noun and roles[i] is Role.NOUN_CLAUSE and labels.is_noun(words[noun])):
        return
    if words[i].tag_ == "VBG" or any(
        roles[c] in (Role.AUXILIARY, Role.AUXILIARY_PASSIVE, Role.MARKER) for c in children
    ):
        return
    after = [c for c in range(i + 1, min(len(words), i + 40)) if heads[c] == i]
    if any(roles[c] is Role.AGENT or (roles[c] is Role.OBLIQUE and _by(words, c, heads)) for c in after):
        return
    if not words[i].text.endswith("ed") and words[i].tag_ == "VBN":
        return  # "taken", "shot": no past tense looks like that
    heads[i], roles[i] = i, Role.ROOT
    for c in range(len(words)):
        if heads[c] == noun and c > i:
            heads[c] = i
    given = words[i].lemma_.lower() in _UNDERGONE and not any(roles[c] is Role.OBJECT for c in after)
    heads[noun], roles[noun] = i, Role.SUBJECT_PASSIVE if given else Role.SUBJECT


_UNDERGONE = frozenset(
    {"kill", "wound", "injure", "arrest", "detain", "abduct", "kidnap", "displace", "evacuate", "execute", "behead",
     "damage", "destroy", "rescue", "free", "release", "capture", "captured"}
)  # fmt: skip
"""What headlines tell without an auxiliary and an object: "Nine soldiers killed in attack"."""


def _by(words: Words, i: int, heads: list[int]) -> bool:
    return any(heads[c] == i and words[c].lower_ == "by" for c in range(max(0, i - 8), i))


def _subject_after_phrase(words: Words, i: int, heads: list[int], roles: list[Role]) -> bool:
    """ "In a letter on the raid, Omar Said, a spokesman, blamed": a name hung on the phrase is the subject."""
    if words[i].tag_ not in ("VBD", "VBZ", "VBP") or words[i - 1].text != ",":
        return False
    for n in range(max(1, i - 25), i):
        if roles[n] is Role.APPOSITION and words[n].pos_ == "PROPN" and words[n - 1].text == ",":
            up = heads[n]
            for _ in range(4):
                if heads[up] == i and up < n and roles[up] in (Role.OBLIQUE, Role.ADVERBIAL_CLAUSE):
                    heads[n], roles[n] = i, Role.SUBJECT
                    return True
                up = heads[up]
            return False
    return False


def _speaks_after_quotation(words: Words, i: int, noun: int, roles: list[Role]) -> bool:
    """ "“…?” a woman shouted.": a participle on a noun that follows a closing mark is the verb of speech."""
    if roles[i] is not Role.NOUN_CLAUSE or words[i].tag_ == "VBG" or noun != i - 1 or not labels.is_noun(words[noun]):
        return False
    start = noun
    while start > 0 and words[start - 1].pos_ in ("DET", "ADJ", "NOUN", "PROPN"):
        start -= 1
    return start > 0 and words[start - 1].is_quote


_REPORTING = frozenset(
    {"say", "claim", "announce", "report", "confirm", "deny", "warn", "state", "insist", "allege", "add", "believe",
     "think", "suggest", "show", "indicate", "acknowledge", "concede", "note", "write"}
)  # fmt: skip

_OPENED = (*SUBJECTS, Role.MARKER, Role.COORDINATOR, Role.EXPLETIVE)


def subject_of_told(words: Words, i: int, heads: list[int], roles: list[Role]) -> None:
    """ "a statement saying an attack on the base left no victims": what was said begins at the object of "saying"."""
    if roles[i] not in (Role.ADVERBIAL_CLAUSE, Role.PARATAXIS, Role.CONJUNCT) or i < _LEAST:
        return
    own = [c for c in range(max(0, i - 6), i) if heads[c] == i]
    if any(roles[c] in _OPENED for c in own):
        return
    noun = i - 1
    while noun > 0 and words[noun].pos_ in ("ADV", "AUX"):
        noun -= 1
    for _ in range(_LEAST):
        if roles[noun] is Role.OBJECT or heads[noun] >= noun:
            break
        noun = heads[noun]
    cue = heads[noun]
    if roles[noun] is not Role.OBJECT or cue > noun or words[cue].lemma_.lower() not in _REPORTING:
        return
    if any(words[k].text in (",", ";") for k in range(noun, i)):
        return
    heads[noun], roles[noun] = i, Role.SUBJECT
    heads[i], roles[i] = cue, Role.CLAUSE_COMPLEMENT


_LEAST = 4  # tokens of a cue, an article, a noun and its verb; steps from a phrase up to its noun
