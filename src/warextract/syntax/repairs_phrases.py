"""Phrases that a small parser hangs beside where they belong, set right.

Each repair is narrow: it names a shape that is almost never right as it stands.
"""

from warextract.lexicon.place_nouns import load_place_nouns
from warextract.syntax import labels
from warextract.syntax.labels import Role
from warextract.syntax.rehanging import put_over
from warextract.syntax.word import Words

_LEAVING = frozenset({"leave", "make", "render", "hold", "find", "keep", "take"})
_ASKING = frozenset(
    {"urge", "order", "ask", "tell", "force", "allow", "advise", "instruct", "press", "invite", "beg", "warn",
     "persuade", "help", "enable", "require", "compel", "implore", "exhort", "encourage", "command", "direct", "push"}
)  # fmt: skip
_MONTHS = frozenset(
    {"january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
     "december"}
)  # fmt: skip


def out_of(words: Words, i: int, heads: list[int], roles: list[Role]) -> None:
    """ "pulled out of the town": "out" goes with "of", as one preposition."""
    if i + 1 >= len(words) or words[i + 1].lower_ != "of" or roles[i] not in (Role.PARTICLE, Role.ADVERB):
        return
    noun = heads[i + 1]
    if roles[i + 1] is Role.CASE and noun > i:
        heads[i], roles[i] = noun, Role.CASE


def state_of_object(words: Words, i: int, heads: list[int], roles: list[Role]) -> None:
    """ "left forty families homeless": an adjective right behind the object is what the object was left."""
    noun = heads[i]
    if roles[i] is not Role.ADJECTIVE or noun != i - 1 or roles[noun] is not Role.OBJECT:
        return
    verb = heads[noun]
    if verb < noun and words[verb].lemma_.lower() in _LEAVING:
        heads[i], roles[i] = verb, Role.OPEN_COMPLEMENT


def to_those(words: Words, i: int, heads: list[int], roles: list[Role]) -> None:
    """ "delivered food to displaced families": "to" before a participle and a noun opens a phrase, no infinitive."""
    part = heads[i]
    if roles[i] is not Role.MARKER or part != i + 1 or words[part].tag_ not in ("VBN", "JJ"):
        return
    noun = next(
        (c for c in range(part + 1, min(len(words), part + 4)) if heads[c] == part and roles[c] is Role.OBJECT), None
    )
    host = heads[part]
    if noun is None or host > i:
        return
    verb = host if labels.is_verb(words[host]) else heads[host]
    heads[noun], roles[noun] = (verb if labels.is_verb(words[verb]) else host), Role.OBLIQUE
    heads[part], roles[part] = noun, Role.ADJECTIVE
    heads[i], roles[i] = noun, Role.CASE


def asked_to(words: Words, i: int, heads: list[int], roles: list[Role]) -> None:
    """ "urged the president to end the war": the infinitive is what he was asked, no purpose of the asking."""
    verb = heads[i]
    if roles[i] is not Role.ADVERBIAL_CLAUSE or verb > i or words[verb].lemma_.lower() not in _ASKING:
        return
    if not any(heads[c] == i and words[c].lower_ == "to" for c in range(verb + 1, i)):
        return
    if any(heads[c] == verb and roles[c] in (Role.OBJECT, Role.RECIPIENT) for c in range(verb + 1, i)):
        roles[i] = Role.OPEN_COMPLEMENT


def on_a_day(words: Words, i: int, heads: list[int], roles: list[Role]) -> None:
    """ "the town they took on 4 October": "on" before a day is no particle."""
    if i + 2 >= len(words) or roles[i] is not Role.PARTICLE or words[i].lower_ != "on":
        return
    day, month = i + 1, i + 2
    if words[day].lower_ in _MONTHS:
        day, month = month, day
    if words[month].lower_ not in _MONTHS or not words[day].like_num:
        return
    verb = heads[i]
    top = next((t for t in (day, month) if heads[t] == verb), None)
    if top is not None:
        heads[i], roles[i], roles[top] = top, Role.CASE, Role.OBLIQUE


def adverb_as_particle(words: Words, i: int, heads: list[int], roles: list[Role]) -> None:  # noqa: ARG001 (a Repair)
    """ "moved forward": whither they moved, no part of the verb."""
    if roles[i] is Role.PARTICLE:
        roles[i] = Role.ADVERB


def yet_to(words: Words, i: int, heads: list[int], roles: list[Role]) -> None:
    """ "is yet to confirm": "yet" belongs to the verb, not to its copula."""
    if roles[i] is Role.ADVERB and roles[heads[i]] in (Role.COPULA, Role.AUXILIARY) and i + 1 < len(words):
        heads[i] = heads[heads[i]]


def case_of_compound(i: int, heads: list[int], roles: list[Role]) -> None:
    """ "from Uragan rocket launchers": a preposition stands before the whole noun, not before its first word."""
    word = heads[i]
    if word > i and roles[word] is Role.COMPOUND and heads[word] > word:
        heads[i] = heads[word]


_WAYS = frozenset(
    {"road", "route", "highway", "way", "bridge", "railway", "line", "corridor", "access", "entrance", "path", "track",
     "approach", "approaches", "gateway", "motorway"}
)  # fmt: skip


def road_to(words: Words, i: int, heads: list[int], roles: list[Role]) -> None:
    """ "blocked the road to Kosti": where a road leads belongs to the road."""
    goal = heads[i]
    if i == 0 or roles[i] is not Role.CASE or goal < i or roles[goal] is not Role.OBLIQUE:
        return
    if words[i - 1].lower_ in _WAYS and labels.is_noun(words[i - 1]) and heads[i - 1] == heads[goal]:
        heads[goal], roles[goal] = i - 1, Role.NOMINAL_MODIFIER


def by_agent(words: Words, i: int, heads: list[int], roles: list[Role]) -> None:
    """ "were dragged out of the school by rebels": who did it is hung on the place; a school has no rebels."""
    doer = heads[i]
    place = heads[doer]
    if roles[i] is not Role.CASE or roles[doer] is not Role.NOMINAL_MODIFIER or not place < i < doer:
        return
    verb = heads[place]
    if roles[place] is not Role.OBLIQUE or not any(
        heads[c] == verb and roles[c] is Role.AUXILIARY_PASSIVE for c in range(max(0, verb - 6), verb)
    ):
        return
    pattern = load_place_nouns().pattern
    if words[place].pos_ == "PROPN" or pattern.kind_of(words[place].lemma_.lower()) is not None:
        heads[doer], roles[doer] = verb, Role.OBLIQUE


def number_after_verb(words: Words, i: int, heads: list[int], roles: list[Role]) -> None:
    """ "left over 100 dead", "kill at least 40": a number behind its verb, without a preposition, is the object."""
    verb = heads[i]
    if roles[i] is not Role.OBLIQUE or verb > i or not labels.is_verb(words[verb]):
        return
    own = [c for c in range(verb + 1, i) if heads[c] == i]
    if " ".join(words[c].lower_ for c in range(verb + 1, i)) in _LEAST:
        for c in range(verb + 1, i):
            heads[c], roles[c] = i, Role.ADVERB
        own = []
    elif any(roles[c] is Role.CASE for c in own) or len(own) != i - verb - 1:
        return
    if not any(heads[c] == verb and roles[c] is Role.OBJECT for c in range(verb, min(len(words), i + 6))):
        roles[i] = Role.OBJECT


_LEAST = frozenset({"at least", "at most", "as many as", "as few as"})


def some_of_them(words: Words, i: int, heads: list[int], roles: list[Role]) -> None:
    """ "killed 12 people, four of them children": who four of them were is told of the four, and adds nobody."""
    if roles[i] is not Role.APPOSITION or i + 3 >= len(words) or words[i + 1].lower_ != "of":
        return
    if words[i + 2].lower_ not in ("them", "whom", "these", "those"):
        return
    for c in range(i + 3, min(len(words), i + 7)):
        if heads[c] == heads[i] and roles[c] is Role.CONJUNCT and not any(words[k].text == "," for k in range(i, c)):
            heads[c], roles[c] = i, Role.APPOSITION


def captured_things(words: Words, i: int, heads: list[int], roles: list[Role]) -> None:
    """ "along with three captured howitzers": a participle between a number and its noun is no verb of its own."""
    number = i - 1
    if number < 1 or words[number].pos_ != "NUM" or heads[number] != i or roles[number] is not Role.OBLIQUE:
        return
    noun = next((c for c in range(i + 1, min(len(words), i + 6)) if heads[c] == i and roles[c] is Role.OBJECT), None)
    cases = [c for c in range(max(0, number - 3), number) if heads[c] == number and roles[c] is Role.CASE]
    if noun is None or not cases or heads[i] == i:
        return
    heads[noun], roles[noun] = heads[i], Role.OBLIQUE
    heads[i], roles[i] = noun, Role.ADJECTIVE
    heads[number], roles[number] = noun, Role.NUMERAL
    for c in cases:
        heads[c] = noun


_TAKING_OFF = frozenset(
    {"brush", "shrug", "laugh", "call", "fight", "beat", "ward", "fend", "cut", "seal", "block", "cordon", "close",
     "drive", "throw", "shake", "set", "kick", "hold", "stave", "head", "wave"}
)  # fmt: skip


def particle_off(words: Words, i: int, heads: list[int], roles: list[Role]) -> None:
    """ "fended off the attack": right behind such verbs "off" is part of them, and no preposition."""
    verb, noun = i - 1, heads[i]
    if verb < 0 or roles[i] is not Role.CASE or heads[noun] != verb or roles[noun] is not Role.OBLIQUE:
        return
    if words[verb].lemma_.lower() in _TAKING_OFF and labels.is_verb(words[verb]):
        heads[i], roles[i], roles[noun] = verb, Role.PARTICLE, Role.OBJECT


def noun_before_noun(words: Words, i: int, heads: list[int], roles: list[Role]) -> None:
    """ "A government warplane dropped": of two common nouns side by side without a comma the second is the head."""
    first = heads[i]
    if roles[i] is not Role.APPOSITION or first != i - 1 or words[first].pos_ != "NOUN" or words[first].tag_ != "NN":
        return
    if not words[i].text[:1].islower() or not labels.is_noun(words[i]):
        return
    put_over(i, first, Role.COMPOUND, heads, roles)
    for c in range(max(0, first - 6), min(len(heads), i + 12)):
        if heads[c] == first and c != i:
            heads[c] = i


def possessor_pronoun(words: Words, i: int, heads: list[int], roles: list[Role]) -> None:
    """ "87 people, among them teachers": "them" owns nothing; "the head of the commission and his driver": "his" is the
    head's, and so the driver stands beside the head.
    """
    if roles[i] is Role.POSSESSOR and words[i].tag_ == "PRP":
        roles[i] = Role.NOMINAL_MODIFIER
    noun = heads[i]
    first = heads[noun]
    if roles[i] is not Role.POSSESSOR or words[i].lower_ not in ("his", "her") or roles[noun] is not Role.CONJUNCT:
        return
    if roles[first] is Role.NOMINAL_MODIFIER and heads[first] < first and labels.is_noun(words[heads[first]]):
        heads[noun] = heads[first]


def loyal_to(words: Words, i: int, heads: list[int], roles: list[Role]) -> None:
    """ "soldiers loyal to General Orr and government forces": the second stand beside the first."""
    if words[i].lower_ == "loyal" and i and words[i - 1].tag_ == "NNS" and roles[i] is Role.ADJECTIVE and heads[i] < i:
        heads[i] = i - 1  # "clashes between rebels and forces loyal to General Orr"
    served = heads[i]
    loyal = heads[served]
    if roles[i] is not Role.CONJUNCT or words[loyal].lower_ not in ("loyal", "allied") or not loyal < served < i:
        return
    plural = words[i].tag_ == "NNS" or words[i].lower_ == "police"
    if plural and words[served].tag_ != "NNS" and heads[loyal] < loyal:
        heads[i] = heads[loyal]
