"""Arcs that a small parser often draws wrongly in wire copy, set right before anything stands on them.

Each repair is narrow: it names a shape that is almost never right as it stands.
"""

from collections.abc import Callable

from warextract.syntax import labels
from warextract.syntax.labels import Role
from warextract.syntax.repairs_complements import accused_of, left_dead, mixed_complements, result_of_attack
from warextract.syntax.repairs_finite import (
    finite_participle,
    noun_with_copula,
    perfect_as_adjective,
    verb_as_adjective,
)
from warextract.syntax.repairs_objects import (
    STATES,
    day_after_verb,
    phrasal_object,
    put_at,
    shifted_object,
    small_clause,
)
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
from warextract.syntax.word import Words

Repair = Callable[[Words, int, list[int], list[Role]], None]
_AUXILIARIES = (Role.AUXILIARY, Role.AUXILIARY_PASSIVE, Role.COPULA)
DAYS = frozenset(
    {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "yesterday", "today", "tomorrow",
     "tonight"}
)  # fmt: skip


def repaired(words: Words, heads: tuple[int, ...], roles: tuple[Role, ...]) -> labels.Arcs:
    """Heads and roles with the known mistakes mended."""
    new_heads, new_roles = list(heads), list(roles)
    for i, token in enumerate(words):
        if token.tag_ in ("VBD", "VBN"):
            captured_things(words, i, new_heads, new_roles)
        if new_roles[i] is Role.CASE:
            case_of_compound(i, new_heads, new_roles)
        for repair in _BY_WORD.get(token.lower_, ()):
            repair(words, i, new_heads, new_roles)
        set_off(words, i, new_heads, new_roles)
        if token.tag_ in ("VBG", "VB"):
            verb_for_noun(words, i, new_heads, new_roles)
            asked_to(words, i, new_heads, new_roles)
            result_of_attack(words, i, new_heads, new_roles)
            accused_of(words, i, new_heads, new_roles)
        elif token.tag_ == "JJ":
            state_of_object(words, i, new_heads, new_roles)
            left_dead(words, i, new_heads, new_roles)
        if token.tag_ == "VBD":
            past_of_noun(words, i, new_heads, new_roles)
        for repair in _OF_ALL:
            repair(words, i, new_heads, new_roles)
        if new_roles[i] in SUBJECTS and new_roles[new_heads[i]] in _AUXILIARIES:
            new_heads[i] = new_heads[new_heads[i]]  # "their troops had “by mistake” shot"
        if new_roles[i] is Role.OBJECT:
            phrase_for_object(words, i, new_heads, new_roles)
            some_of_whom(words, i, new_heads, new_roles)
        mixed_complements(words, i, new_heads, new_roles)
        if token.lower_ in DAYS:
            day_after_verb(words, i, new_heads, new_roles)
        elif token.tag_ in FINITE or token.tag_ == "VBN":
            for repair in _OF_VERBS:
                repair(words, i, new_heads, new_roles)
            noun_with_copula(i, new_heads, new_roles)
            finite_participle(words, i, new_heads, new_roles)
            verb_as_adjective(words, i, new_heads, new_roles)
            perfect_as_adjective(words, i, new_heads, new_roles)
            acts_on_object(words, i, new_heads, new_roles)
        elif token.tag_ == "RP":
            phrasal_object(words, i, new_heads, new_roles)
        elif token.pos_ == "NUM":
            put_at(words, i, new_heads, new_roles)
            number_after_verb(words, i, new_heads, new_roles)
            some_of_them(words, i, new_heads, new_roles)
        elif token.lower_ in STATES:
            small_clause(i, new_heads, new_roles)
        elif new_roles[i] is Role.APPOSITION:
            noun_before_noun(words, i, new_heads, new_roles)
            shifted_object(words, i, new_heads, new_roles)
        elif new_roles[i] is Role.COMPOUND:
            noun_summed_up(words, i, new_heads, new_roles)
            judged_before_named(words, i, new_heads, new_roles)
    _undo_circles(words, heads, roles, new_heads, new_roles)
    return tuple(new_heads), tuple(new_roles)


def _undo_circles(
    words: Words, heads: tuple[int, ...], roles: tuple[Role, ...], new_heads: list[int], new_roles: list[Role]
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
            for k in range(words[at].sent_start, words[at].sent_end):
                new_heads[k], new_roles[k] = heads[k], roles[k]


_OF_ALL: tuple[Repair, ...] = (possessor_pronoun, loyal_to)
_OF_VERBS: tuple[Repair, ...] = (
    missing_subject, two_subjects, subject_of_told, called_for, speakers_before_verb, speakers_after_list,
    speaker_after_number, speaker_after_verb, two_speakers, speaker_with_title, *ATTRIBUTIONS, said_clause,
    spoken_conjunct, speaker_described, linked_cue, suspected_doer, ruled_that_out, told_before_semicolon,
)  # fmt: skip
"""The repairs of finite verbs and participles, in this order: who says what."""


_BY_WORD: dict[str, tuple[Repair, ...]] = {
    "up": (up_to,),
    "off": (particle_off,),
    "out": (out_of,),
    "on": (on_a_day,),
    "to": (to_those, road_to),
    "by": (by_agent,),
    "forward": (adverb_as_particle,),
    "ahead": (adverb_as_particle,),
    "yet": (yet_to,),
}
"""The repairs that a preposition or particle calls for."""
