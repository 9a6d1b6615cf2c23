"""Arcs that a small parser often draws wrongly in wire copy, set right before anything stands on them.

Each repair is narrow: it names a shape that is almost never right as it stands.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from warextract.syntax import labels
from warextract.syntax.labels import Role
from warextract.syntax.repairs_complements import accused_of, left_dead, mixed_complements, result_of_attack
from warextract.syntax.repairs_phrases import (
    adverb_as_particle,
    asked_to,
    by_agent,
    captured_things,
    case_of_compound,
    loyal_to,
    noun_before_noun,
    number_after_verb,
    on_a_day,
    out_of,
    particle_off,
    possessor_pronoun,
    road_to,
    some_of_them,
    state_of_object,
    to_those,
    yet_to,
)
from warextract.syntax.repairs_reported import ATTRIBUTIONS
from warextract.syntax.repairs_set_off import set_off
from warextract.syntax.repairs_speakers import (
    speaker_after_number,
    speaker_after_verb,
    speaker_described,
    speaker_with_title,
    speakers_after_list,
    speakers_before_verb,
    two_speakers,
)
from warextract.syntax.repairs_speech import (
    called_for,
    judged_before_named,
    linked_cue,
    noun_summed_up,
    ruled_that_out,
    said_clause,
    some_of_whom,
    spoken_conjunct,
    suspected_doer,
    told_before_semicolon,
)
from warextract.syntax.repairs_subjects import FINITE, SUBJECTS, missing_subject, subject_of_told, two_subjects
from warextract.syntax.repairs_verbs import acts_on_object, past_of_noun, phrase_for_object, up_to, verb_for_noun
from warextract.syntax.word import Word

if TYPE_CHECKING:
    from spacy.tokens import Doc

_AUXILIARIES = (Role.AUXILIARY, Role.AUXILIARY_PASSIVE, Role.COPULA)
DAYS = frozenset(
    {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "yesterday", "today", "tomorrow",
     "tonight"}
)  # fmt: skip


def repaired(doc: "Doc", words: tuple[Word, ...], heads: tuple[int, ...], roles: tuple[Role, ...]) -> labels.Arcs:
    """Heads and roles with the known mistakes mended."""
    new_heads, new_roles = list(heads), list(roles)
    for i, token in enumerate(words):
        if token.tag_ in ("VBD", "VBN"):
            captured_things(doc, i, new_heads, new_roles)
        if new_roles[i] is Role.CASE:
            case_of_compound(i, new_heads, new_roles)
        _by_word(doc, i, token.lower_, new_heads, new_roles)
        set_off(doc, i, new_heads, new_roles)
        if token.tag_ in ("VBG", "VB"):
            verb_for_noun(doc, i, new_heads, new_roles)
            asked_to(doc, i, new_heads, new_roles)
            result_of_attack(doc, i, new_heads, new_roles)
            accused_of(doc, i, new_heads, new_roles)
        elif token.tag_ == "JJ":
            state_of_object(doc, i, new_heads, new_roles)
            left_dead(doc, i, new_heads, new_roles)
        if token.tag_ == "VBD":
            past_of_noun(doc, i, new_heads, new_roles)
        for repair in _OF_ALL:
            repair(doc, i, new_heads, new_roles)
        if new_roles[i] in SUBJECTS and new_roles[new_heads[i]] in _AUXILIARIES:
            new_heads[i] = new_heads[new_heads[i]]  # "their troops had “by mistake” shot"
        if new_roles[i] is Role.OBJECT:
            phrase_for_object(doc, i, new_heads, new_roles)
            some_of_whom(doc, i, new_heads, new_roles)
        mixed_complements(doc, i, new_heads, new_roles)
        if token.lower_ in DAYS:
            _day_after_verb(doc, i, new_heads, new_roles)
        elif token.tag_ in FINITE or token.tag_ == "VBN":
            for repair in _OF_VERBS:
                repair(doc, i, new_heads, new_roles)
            _noun_with_copula(i, new_heads, new_roles)
            _finite_participle(doc, i, new_heads, new_roles)
            _verb_as_adjective(doc, i, new_heads, new_roles)
            _perfect_as_adjective(doc, i, new_heads, new_roles)
            acts_on_object(doc, i, new_heads, new_roles)
        elif token.tag_ == "RP":
            _phrasal_object(doc, i, new_heads, new_roles)
        elif token.pos_ == "NUM":
            _put_at(doc, i, new_heads, new_roles)
            number_after_verb(doc, i, new_heads, new_roles)
            some_of_them(doc, i, new_heads, new_roles)
        elif token.lower_ in _STATES:
            _small_clause(i, new_heads, new_roles)
        elif new_roles[i] is Role.APPOSITION:
            noun_before_noun(doc, i, new_heads, new_roles)
            _shifted_object(doc, i, new_heads, new_roles)
        elif new_roles[i] is Role.COMPOUND:
            noun_summed_up(doc, i, new_heads, new_roles)
            judged_before_named(doc, i, new_heads, new_roles)
    _undo_circles(doc, heads, roles, new_heads, new_roles)
    return tuple(new_heads), tuple(new_roles)


def _undo_circles(
    doc: "Doc", heads: tuple[int, ...], roles: tuple[Role, ...], new_heads: list[int], new_roles: list[Role]
) -> None:
    """Give a sentence in which repairs have hung a word on itself by way of others its arcs back as they were."""
    done = [False] * len(new_heads)
    for i in range(len(new_heads)):
        path: list[int] = []
        at = i
        while not done[at]:
            done[at] = True
            path.append(at)
            at = new_heads[at]
        if at in path and new_heads[at] != at:
            sentence = doc[at].sent
            for k in range(sentence.start, sentence.end):
                new_heads[k], new_roles[k] = heads[k], roles[k]


_OF_ALL: tuple[Callable[["Doc", int, list[int], list[Role]], None], ...] = (possessor_pronoun, loyal_to)
_OF_VERBS: tuple[Callable[["Doc", int, list[int], list[Role]], None], ...] = (
    missing_subject, two_subjects, subject_of_told, called_for, speakers_before_verb, speakers_after_list,
    speaker_after_number, speaker_after_verb, two_speakers, speaker_with_title, *ATTRIBUTIONS, said_clause,
    spoken_conjunct, speaker_described, linked_cue, suspected_doer, ruled_that_out, told_before_semicolon,
)  # fmt: skip
"""The repairs of finite verbs and participles, in this order: who says what."""


def _by_word(doc: "Doc", i: int, word: str, heads: list[int], roles: list[Role]) -> None:
    """The repairs that a preposition or particle calls for."""
    if word == "up":
        up_to(doc, i, heads, roles)
    elif word == "off":
        particle_off(doc, i, heads, roles)
    elif word == "out":
        out_of(doc, i, heads, roles)
    elif word == "on":
        on_a_day(doc, i, heads, roles)
    elif word == "to":
        to_those(doc, i, heads, roles)
        road_to(doc, i, heads, roles)
    elif word == "by":
        by_agent(doc, i, heads, roles)
    elif word in ("forward", "ahead"):
        adverb_as_particle(i, roles)
    elif word == "yet":
        yet_to(doc, i, heads, roles)


def _finite_participle(doc: "Doc", i: int, heads: list[int], roles: list[Role]) -> None:
    """ "A device destroyed the mast": a participle with an object of its own, on the noun that heads its sentence, is
    the sentence's verb (only a finite form has both).
    """
    noun = heads[i]
    if roles[i] is not Role.NOUN_CLAUSE or doc[i].tag_ not in ("VBN", "VBD") or heads[noun] != noun or noun > i:
        return
    if not labels.is_noun(doc[noun]) or doc[i].lower_ in _GIVEN:
        return
    own = [c for c in range(i + 1, min(len(heads), i + 12)) if heads[c] == i and roles[c] is Role.OBJECT]
    if not own or any(doc[k].text == "," for k in range(noun, i)):
        return
    heads[noun], roles[noun] = i, Role.SUBJECT
    heads[i], roles[i] = i, Role.ROOT
    for c in range(len(heads)):
        if heads[c] == noun and c > i and roles[c] in (Role.PUNCTUATION, Role.CONJUNCT, Role.PARATAXIS):
            heads[c] = i


_GIVEN = frozenset(
    {"given", "sent", "offered", "granted", "paid", "told", "shown", "awarded", "taught", "called", "named"}
)

_STATES = frozenset({"captive", "hostage", "prisoner", "dead", "ablaze", "alight", "death"})


def _small_clause(i: int, heads: list[int], roles: list[Role]) -> None:
    """ "took eleven men captive in the hills", "hacked to death two men": people and place belong to the verb."""
    verb = heads[i]
    if roles[i] not in (Role.OPEN_COMPLEMENT, Role.CLAUSE_COMPLEMENT) or verb > i:
        return
    if any(heads[c] == i and roles[c] in (Role.COPULA, Role.MARKER) for c in range(verb + 1, i)):
        return  # "denied that two nurses were among the dead": a clause of its own
    for c in range(verb + 1, len(heads)):
        if heads[c] == i and roles[c] in (Role.SUBJECT, Role.OBJECT):
            heads[c], roles[c] = verb, Role.OBJECT
        elif heads[c] == i and c > i and roles[c] is Role.OBLIQUE:
            heads[c] = verb
    roles[i] = Role.OPEN_COMPLEMENT


def _day_after_verb(doc: "Doc", i: int, heads: list[int], roles: list[Role]) -> None:
    """ "officials said Monday": a day after its verb is a time, no subject or object."""
    if heads[i] < i and labels.is_verb(doc[heads[i]]) and roles[i] in (
        Role.SUBJECT, Role.SUBJECT_PASSIVE, Role.OBJECT, Role.RECIPIENT, Role.OPEN_COMPLEMENT, Role.CLAUSE_COMPLEMENT
    ):  # fmt: skip
        roles[i] = Role.OBLIQUE_BARE


def _perfect_as_adjective(doc: "Doc", i: int, heads: list[int], roles: list[Role]) -> None:
    """ "its air force had bombed positions": a participle after "had", hung as an adjective on its own object."""
    noun = heads[i]
    if roles[i] is not Role.ADJECTIVE or noun < i or doc[i].tag_ != "VBN":
        return
    had = next((c for c in range(max(0, i - 3), i) if doc[c].lower_ in ("had", "has", "have")), None)
    if had is None or heads[had] not in (i, noun) or any(doc[k].pos_ not in ("ADV", "PART") for k in range(had + 1, i)):
        return
    before = [c for c in range(had - 1, max(-1, had - 20), -1) if roles[c] in SUBJECTS and heads[c] in (had, noun)]
    subject = next(iter(before), None)
    if subject is None or heads[noun] == noun:
        return
    heads[i], roles[i] = heads[noun], Role.CLAUSE_COMPLEMENT if heads[noun] < had else roles[noun]
    heads[noun], roles[noun] = i, Role.OBJECT
    heads[had], roles[had] = i, Role.AUXILIARY
    for c in range(max(0, had - 20), had):
        if heads[c] in (had, noun):
            heads[c] = i
    roles[subject] = Role.SUBJECT


def _verb_as_adjective(doc: "Doc", i: int, heads: list[int], roles: list[Role]) -> None:
    """ "The envoy voiced concern that": a past tense with a subject, hung as an adjective on its object."""
    noun = heads[i]
    if roles[i] is not Role.ADJECTIVE or noun < i:
        return
    children = [c for c in range(max(0, i - 30), i) if heads[c] in (noun, i)]
    subject = next((c for c in reversed(children) if roles[c] in (Role.SUBJECT, Role.SUBJECT_PASSIVE)), None)
    if subject is None or any(roles[c] is Role.COPULA for c in children):
        return
    commas = [k for k in range(subject + 1, i) if doc[k].text == ","]
    if len(commas) % 2 or (commas and commas[-1] != i - 1):
        return  # no clause between two commas
    if not commas and any(doc[k].pos_ in ("DET", "AUX") for k in range(subject + 1, i)):
        return
    if doc[i + 1].text == "," and doc[i].tag_ == "VBN":  # "Five killed, dozens wounded": two clauses
        heads[subject], roles[subject] = i, Role.SUBJECT_PASSIVE
        roles[i] = Role.PARATAXIS
        return
    heads[i], roles[i] = (i if heads[noun] == noun else heads[noun]), roles[noun]
    for c in children:
        if roles[c] in (Role.SUBJECT, Role.SUBJECT_PASSIVE, Role.ADVERB, Role.MARKER):
            heads[c] = i
            roles[c] = Role.SUBJECT if roles[c] is Role.SUBJECT_PASSIVE else roles[c]
    heads[noun], roles[noun] = i, Role.OBJECT


_PUT = frozenset({"put", "puts", "putting"})


def _put_at(doc: "Doc", i: int, heads: list[int], roles: list[Role]) -> None:
    """ "put the number of soldiers killed at 17": the figure belongs to the first verb."""
    if roles[i] is not Role.OBLIQUE or not labels.is_verb(doc[heads[i]]) or roles[heads[i]] is not Role.NOUN_CLAUSE:
        return
    if not any(heads[c] == i and doc[c].lower_ == "at" for c in range(max(0, i - 4), i)):
        return
    up = heads[i]
    for _ in range(6):
        if doc[up].lower_ in _PUT and labels.is_verb(doc[up]):
            heads[i] = up
            return
        up = heads[up]


def _phrasal_object(doc: "Doc", i: int, heads: list[int], roles: list[Role]) -> None:
    """ "brushed off the remark": a particle hung as a preposition makes an object of its noun."""
    noun = heads[i]
    verb = heads[noun]
    if roles[i] is not Role.CASE or roles[noun] is not Role.OBLIQUE or doc[i + 1].lower_ == "of" or doc[noun].like_num:
        return  # "pulled out of the town", "took on 4 October"
    if verb == i - 1 and noun > i and labels.is_verb(doc[verb]):
        heads[i], roles[i] = verb, Role.PARTICLE
        roles[noun] = Role.OBJECT


def _shifted_object(doc: "Doc", i: int, heads: list[int], roles: list[Role]) -> None:
    """ "rejected for the first time the claim": a noun hung without a comma on a circumstance is the verb's object."""
    before = heads[i]
    verb = heads[before]
    if not (before < i and roles[before] is Role.OBLIQUE and labels.is_verb(doc[verb]) and verb < before):
        return
    between = range(before + 1, i)
    if not between or doc[between[0]].pos_ != "DET" or any(doc[k].is_punct for k in between):
        return
    if any(heads[c] == verb and roles[c] is Role.OBJECT for c in range(verb, min(len(doc), i + 1))):
        return
    heads[i], roles[i] = verb, Role.OBJECT


def _noun_with_copula(i: int, heads: list[int], roles: list[Role]) -> None:
    """ "These are lies meant to": a noun with a copula is the predicate, the participle behind it describes it."""
    noun = next((c for c in range(max(0, i - 3), i) if heads[c] == i and roles[c] is Role.SUBJECT_PASSIVE), None)
    if noun is None or any(heads[c] == i and roles[c] is Role.AUXILIARY_PASSIVE for c in range(noun, i)):
        return
    if not any(heads[c] == noun and roles[c] is Role.COPULA for c in range(max(0, noun - 4), noun)):
        return
    heads[noun], roles[noun] = (noun if heads[i] == i else heads[i]), roles[i]
    heads[i], roles[i] = noun, Role.NOUN_CLAUSE
