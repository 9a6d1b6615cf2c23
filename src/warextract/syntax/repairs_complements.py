"""What something is called, what is urged, what comes of an attack: complements that a small parser mixes up or hangs
on another verb, set right.

Each repair is narrow: it names a shape that is almost never right as it stands.
"""

from warextract.syntax import labels
from warextract.syntax.labels import Role
from warextract.syntax.word import Words

_NAMING = frozenset({"call", "brand", "label", "deem", "term", "consider", "declare", "find"})
_URGING = frozenset({"urge", "demand", "seek", "promise", "order", "request", "counsel", "threaten", "vow", "advise"})
_THESE = frozenset({"that", "this", "these", "those"})
_CLAUSAL = (Role.CASE, Role.MARKER, Role.COPULA, Role.AUXILIARY)
_COMPLEMENTS = (Role.OPEN_COMPLEMENT, Role.CLAUSE_COMPLEMENT)
_COMPLEMENTED = (Role.OBJECT, *_COMPLEMENTS)
_NOUNS = ("NN", "NNS", "NNP", "NNPS")
_HELD = frozenset({"prisoner", "hostage", "captive"})


def mixed_complements(words: Words, i: int, heads: list[int], roles: list[Role]) -> None:
    """The repairs of a noun behind its verb."""
    if words[i].lower_ in _STATES:
        _set_alight(i, heads, roles)
        return
    if words[i].lower_ == "dead" and roles[i] is Role.ADJECTIVE:
        _shot_dead(words, i, heads, roles)
    if roles[i] in _COMPLEMENTED and words[i].tag_ in _NOUNS:
        _what_is_called(words, i, heads, roles)
        _what_is_urged(words, i, heads, roles)
        _split_object(words, i, heads, roles)


def _set_alight(i: int, heads: list[int], roles: list[Role]) -> None:
    """ "set a clinic alight": the noun before the word is what was set so."""
    verb, noun = heads[i], i - 1
    if roles[i] is not Role.OBJECT or verb >= noun or heads[noun] != i or roles[noun] is not Role.COMPOUND:
        return
    heads[noun], roles[noun], roles[i] = verb, Role.OBJECT, Role.OPEN_COMPLEMENT
    for c in range(verb + 1, noun):
        if heads[c] == i:
            heads[c] = noun


def _shot_dead(words: Words, i: int, heads: list[int], roles: list[Role]) -> None:
    """ "shot dead two soldiers": no dead people were shot."""
    verb, noun = i - 1, heads[i]
    if verb < 0 or words[verb].lemma_.lower() not in _FELLING or heads[noun] != verb or noun < i:
        return
    heads[i], roles[i] = verb, Role.OPEN_COMPLEMENT


_STATES = frozenset({"alight", "ablaze", "afire"})
_FELLING = frozenset({"shoot", "gun", "strike", "stab", "beat"})


def _what_is_called(words: Words, i: int, heads: list[int], roles: list[Role]) -> None:
    """ "called that claim ridiculous": the noun between the verb and its name is what is called so."""
    verb = heads[i]
    if verb >= i or words[verb].lemma_.lower() not in _NAMING or not labels.is_verb(words[verb]):
        return
    ahead = range(i + 1, min(len(words), i + 8))
    below = [c for c in range(verb + 1, ahead.stop) if heads[c] == i]
    named = [c for c in ahead if roles[c] is Role.OPEN_COMPLEMENT and heads[c] in (i, verb)]
    if not named or any(roles[c] in _CLAUSAL for c in below if c < i):
        return
    if any(heads[c] == verb and roles[c] is Role.OBJECT for c in range(verb + 1, ahead.stop) if c != i):
        return
    roles[i] = Role.OBJECT
    heads[named[0]] = verb
    for c in below:
        if c < i and roles[c] is Role.SUBJECT and words[c].lower_ in _THESE:
            roles[c] = Role.DETERMINER


def _what_is_urged(words: Words, i: int, heads: list[int], roles: list[Role]) -> None:
    """ "urged calm": a bare noun behind a verb of wishing is its object; nobody is urged to be calm."""
    verb = heads[i]
    if verb >= i or roles[i] not in _COMPLEMENTS or words[verb].lemma_.lower() not in _URGING:
        return
    nearby = range(verb + 1, min(len(words), i + 6))
    if any(heads[c] == verb and roles[c] in (Role.OBJECT, Role.RECIPIENT) for c in nearby):
        return
    if not any(heads[c] == i and roles[c] in _CLAUSAL for c in nearby):
        roles[i] = Role.OBJECT


def _split_object(words: Words, i: int, heads: list[int], roles: list[Role]) -> None:
    """ "drove a car bomb into the gate": two nouns side by side are one object, unless one is taken hostage."""
    first, verb = i - 1, heads[i]
    if roles[i] is not Role.OPEN_COMPLEMENT or verb >= first or heads[first] != verb or words[i].lower_ in _HELD:
        return
    if roles[first] is not Role.OBJECT or words[first].tag_ != "NN" or words[verb].lemma_.lower() in _NAMING:
        return
    heads[first], roles[first], roles[i] = i, Role.COMPOUND, Role.OBJECT
    for c in range(verb + 1, first):
        if heads[c] == first:
            heads[c] = i


_RESULTS = frozenset({"kill", "wound", "injure", "damage", "destroy", "hurt", "burn", "set", "cause", "leave"})
_ATTACKS = frozenset(
    {"attack", "open", "fire", "storm", "raid", "ambush", "bomb", "shell", "strike", "hit", "shoot", "explode", "crash",
     "target", "detonate", "burst", "ram"}
)  # fmt: skip


def result_of_attack(words: Words, i: int, heads: list[int], roles: list[Role]) -> None:
    """ "opened fire on guards who were looking for a boy, killing two": it was the fire that killed, not the guards;
    "A rocket struck a clinic, damaging its roof, the minister says": nor the minister.
    """
    if words[i].tag_ != "VBG" or words[i].lemma_.lower() not in _RESULTS or i == 0 or words[i - 1].text != ",":
        return
    above = heads[i]
    if above > i and roles[i] in (Role.CLAUSE_COMPLEMENT, Role.ADVERBIAL_CLAUSE):
        told = [c for c in range(words[i].sent_start, i) if heads[c] == above and roles[c] is Role.CLAUSE_COMPLEMENT]
        if told:
            heads[i], roles[i] = told[-1], Role.ADVERBIAL_CLAUSE
        return
    if roles[i] is not Role.ADVERBIAL_CLAUSE or above > i or words[above].lemma_.lower() in _ATTACKS:
        return
    inside = False
    for _ in range(_STEPS):
        inside = inside or roles[above] is Role.RELATIVE_CLAUSE
        if heads[above] == above:
            return
        above = heads[above]
        if inside and labels.is_verb(words[above]):
            break
    if words[above].lemma_.lower() in _ATTACKS and above < i:
        heads[i] = above


_STEPS = 6  # from a participle up to the verb of its sentence


def left_dead(words: Words, i: int, heads: list[int], roles: list[Role]) -> None:
    """ "left a captive and four bandits dead": what the raid left them, not what bandits they were."""
    noun = heads[i]
    if words[i].lower_ not in ("dead", "wounded", "injured", "homeless") or roles[i] is not Role.ADJECTIVE or noun > i:
        return
    first = heads[noun] if roles[noun] is Role.CONJUNCT else noun
    verb = heads[first]
    if roles[first] is Role.OBJECT and words[verb].lemma_.lower() == "leave" and verb < first:
        heads[i], roles[i] = verb, Role.OPEN_COMPLEMENT


def accused_of(words: Words, i: int, heads: list[int], roles: list[Role]) -> None:
    """ "was accused by activists of killing nine": the accused killed, not the activists."""
    noun = heads[i]
    verb = heads[noun]
    if words[i].tag_ != "VBG" or roles[i] is not Role.NOUN_CLAUSE or not verb < noun < i:
        return
    if words[i - 1].lower_ != "of" or words[verb].lemma_.lower() not in ("accuse", "suspect", "convict"):
        return
    if any(heads[c] == noun and roles[c] is Role.CASE and words[c].lower_ == "by" for c in range(verb, noun)):
        heads[i], roles[i] = verb, Role.ADVERBIAL_CLAUSE
