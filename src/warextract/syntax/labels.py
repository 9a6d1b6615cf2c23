"""The only module that knows a label scheme: dependency, part-of-speech and entity labels of a spaCy pipeline.

The bundled pipeline speaks Universal Dependencies; most published English ones speak ClearNLP. Both are turned
into one set of roles (named as in UD, https://universaldependencies.org/u/dep/) and one set of arcs, so that
frames, rules and linking never see a raw label.
"""

from enum import StrEnum
from typing import TYPE_CHECKING

from warextract.errors import ModelError
from warextract.syntax.word import Word

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


class Role(StrEnum):
    """Grammatical role of a token towards its governor."""

    ROOT = "root"
    SUBJECT = "nsubj"
    SUBJECT_PASSIVE = "nsubj:pass"
    SUBJECT_CLAUSE = "csubj"
    OBJECT = "obj"
    RECIPIENT = "iobj"
    OBLIQUE = "obl"
    OBLIQUE_BARE = "obl:unmarked"  # "on Friday" without "on": "said Tuesday"
    AGENT = "obl:agent"
    NOMINAL_MODIFIER = "nmod"
    MODIFIER_BARE = "nmod:unmarked"
    POSSESSOR = "nmod:poss"
    APPOSITION = "appos"
    NUMERAL = "nummod"
    ADJECTIVE = "amod"
    COMPOUND = "compound"
    PARTICLE = "compound:prt"
    FLAT = "flat"
    FIXED = "fixed"
    DETERMINER = "det"
    CASE = "case"
    MARKER = "mark"
    ADVERB = "advmod"
    AUXILIARY = "aux"
    AUXILIARY_PASSIVE = "aux:pass"
    COPULA = "cop"
    EXPLETIVE = "expl"
    CLAUSE_COMPLEMENT = "ccomp"
    OPEN_COMPLEMENT = "xcomp"
    ADVERBIAL_CLAUSE = "advcl"
    NOUN_CLAUSE = "acl"
    RELATIVE_CLAUSE = "acl:relcl"
    CONJUNCT = "conj"
    COORDINATOR = "cc"
    PARATAXIS = "parataxis"
    PUNCTUATION = "punct"
    OTHER = "dep"


class EntityType(StrEnum):
    """What the recogniser says of a name."""

    PERSON = "PER"
    ORGANISATION = "ORG"
    LOCATION = "LOC"
    OTHER = "MISC"


Arcs = tuple[tuple[int, ...], tuple[Role, ...]]
"""Governor and role of each token; a root governs itself."""

_UD = {role.value: role for role in Role} | {
    "nsubj:outer": Role.SUBJECT,
    "csubj:outer": Role.SUBJECT_CLAUSE,
    "csubj:pass": Role.SUBJECT_CLAUSE,
    "obl:npmod": Role.OBLIQUE_BARE,
    "obl:tmod": Role.OBLIQUE_BARE,
    "nmod:npmod": Role.MODIFIER_BARE,
    "nmod:tmod": Role.MODIFIER_BARE,
    "nmod:desc": Role.COMPOUND,  # titles before names, UD 2.16: "President Biden"
    "flat:name": Role.FLAT,
    "flat:foreign": Role.FLAT,
    "det:predet": Role.DETERMINER,
    "cc:preconj": Role.COORDINATOR,
    "advcl:relcl": Role.ADVERBIAL_CLAUSE,
    "advmod:emph": Role.ADVERB,
    "list": Role.PARATAXIS,
    "goeswith": Role.FLAT,
    "vocative": Role.OTHER,
    "discourse": Role.OTHER,
    "dislocated": Role.OTHER,
    "orphan": Role.OTHER,
    "reparandum": Role.OTHER,
}

_CLEARNLP = {
    "nsubj": Role.SUBJECT,
    "nsubjpass": Role.SUBJECT_PASSIVE,
    "csubj": Role.SUBJECT_CLAUSE,
    "csubjpass": Role.SUBJECT_CLAUSE,
    "dobj": Role.OBJECT,
    "dative": Role.RECIPIENT,
    "attr": Role.OPEN_COMPLEMENT,
    "acomp": Role.OPEN_COMPLEMENT,
    "oprd": Role.OPEN_COMPLEMENT,
    "xcomp": Role.OPEN_COMPLEMENT,
    "ccomp": Role.CLAUSE_COMPLEMENT,
    "advcl": Role.ADVERBIAL_CLAUSE,
    "acl": Role.NOUN_CLAUSE,
    "relcl": Role.RELATIVE_CLAUSE,
    "appos": Role.APPOSITION,
    "poss": Role.POSSESSOR,
    "nmod": Role.COMPOUND,
    "compound": Role.COMPOUND,
    "amod": Role.ADJECTIVE,
    "nummod": Role.NUMERAL,
    "npadvmod": Role.OBLIQUE_BARE,
    "det": Role.DETERMINER,
    "predet": Role.DETERMINER,
    "case": Role.CASE,
    "mark": Role.MARKER,
    "advmod": Role.ADVERB,
    "quantmod": Role.ADVERB,
    "neg": Role.ADVERB,
    "prt": Role.PARTICLE,
    "aux": Role.AUXILIARY,
    "auxpass": Role.AUXILIARY_PASSIVE,
    "expl": Role.EXPLETIVE,
    "cc": Role.COORDINATOR,
    "preconj": Role.COORDINATOR,
    "conj": Role.CONJUNCT,
    "parataxis": Role.PARATAXIS,
    "punct": Role.PUNCTUATION,
    "ROOT": Role.ROOT,
}

_ENTITIES = {
    "PER": EntityType.PERSON,
    "PERSON": EntityType.PERSON,
    "ORG": EntityType.ORGANISATION,
    "LOC": EntityType.LOCATION,
    "GPE": EntityType.LOCATION,
    "FAC": EntityType.LOCATION,
    "MISC": EntityType.OTHER,
    "NORP": EntityType.OTHER,
}


def entity_type(label: str) -> EntityType | None:
    """What an entity label means here, or None for labels that are not used (dates, quantities).

    >>> entity_type("GPE") is EntityType.LOCATION
    True
    """
    return _ENTITIES.get(label)


def is_clearnlp(labels: frozenset[str]) -> bool:
    """Whether a set of dependency labels is ClearNLP's."""
    return "dobj" in labels or "nsubjpass" in labels or "pobj" in labels


def check_labels(labels: frozenset[str], model: str) -> None:
    """Refuse a pipeline whose parser speaks neither scheme.

    Raises ModelError, which names the model and the labels that are missing.
    """
    known = _CLEARNLP if is_clearnlp(labels) else _UD
    if not {"nsubj", "advcl", "amod"} <= labels:
        missing = sorted({"nsubj", "advcl", "amod"} - labels)
        raise ModelError(
            f"pipeline {model!r}: its parser has no {', '.join(missing)}; use an English pipeline with "
            f"Universal Dependencies or ClearNLP labels ({len(known)} are known here)"
        )


def arcs(doc: "Doc") -> Arcs:
    """Governor and role of every token of a parsed Doc, whatever the scheme of its labels."""
    if not len(doc):
        return (), ()
    # One look at spaCy's own columns: a token's governor is made anew, as a token, each time that it is asked for.
    columns = doc.to_array(["DEP", "HEAD"])
    deps, distances = columns[:, 0].tolist(), columns[:, 1].view("int64").tolist()
    labels = {dep: doc.vocab.strings[dep] if dep else "" for dep in set(deps)}
    if is_clearnlp(frozenset(labels.values())):
        return _clearnlp_arcs(doc)
    known = {dep: _UD.get(label.lower(), Role.OTHER) for dep, label in labels.items()}
    roles = [known[dep] if distance else Role.ROOT for dep, distance in zip(deps, distances, strict=True)]
    return tuple([i + distance for i, distance in enumerate(distances)]), tuple(roles)


def _clearnlp_arcs(doc: "Doc") -> Arcs:
    """ClearNLP hangs nouns under prepositions and predicates under "be"; UD does it the other way round."""
    heads = [token.head.i for token in doc]
    roles = [Role.ROOT if token.head.i == token.i else _CLEARNLP.get(token.dep_, Role.OTHER) for token in doc]
    for token in doc:
        if token.dep_ in ("pobj", "pcomp"):
            _lift_over_preposition(token, heads, roles)
    for token in doc:
        if token.dep_ in ("prep", "agent") and roles[token.i] is Role.OTHER:
            roles[token.i] = Role.ADVERB  # a preposition that lost its noun
    for token in doc:
        if token.dep_ in ("attr", "acomp") and token.head.lemma_ == "be":
            _swap_with_copula(token, heads, roles)
    return tuple(heads), tuple(roles)


def _lift_over_preposition(token: "Token", heads: list[int], roles: list[Role]) -> None:
    first = token.head
    while first.dep_ in ("prep", "agent", "pcomp") and first.head.dep_ in ("prep", "agent"):
        first = first.head  # "out of the town": the noun hangs under both
    governor = first.head
    clause = token.dep_ == "pcomp" and token.pos_ in ("VERB", "AUX")
    verbal = governor.pos_ in ("VERB", "AUX", "ADJ", "ADV")
    heads[token.i] = governor.i
    if clause:
        roles[token.i] = Role.ADVERBIAL_CLAUSE if verbal else Role.NOUN_CLAUSE
    elif first.dep_ == "agent":
        roles[token.i] = Role.AGENT
    else:
        roles[token.i] = Role.OBLIQUE if verbal else Role.NOMINAL_MODIFIER
    preposition = token.head
    while True:
        heads[preposition.i] = token.i
        roles[preposition.i] = Role.MARKER if clause else Role.CASE
        if preposition.i == first.i:
            break
        preposition = preposition.head


def _swap_with_copula(token: "Token", heads: list[int], roles: list[Role]) -> None:
    verb = token.head
    heads[token.i] = token.i if heads[verb.i] == verb.i else heads[verb.i]
    roles[token.i] = roles[verb.i]
    for other, head in enumerate(heads):
        if head == verb.i and other not in (token.i, verb.i):
            heads[other] = token.i
    heads[verb.i] = token.i
    roles[verb.i] = Role.COPULA


def is_negation(word: "Word | Token") -> bool:
    """Whether a word negates what it modifies ("not", "never", "no", "neither")."""
    return word.lower_ in _NEGATIONS


_NEGATIONS = frozenset({"not", "n't", "n’t", "never", "no", "neither", "nor", "none", "nobody", "nothing"})


def is_noun(word: "Word | Token") -> bool:
    return word.pos_ in ("NOUN", "PROPN")


def is_verb(word: "Word | Token") -> bool:
    return word.pos_ in ("VERB", "AUX")


def is_pronoun(word: "Word | Token") -> bool:
    return word.pos_ == "PRON"


_FINITE_PAST = frozenset({"Tense=Past", "VerbForm=Fin"})


def is_past(word: Word) -> bool:
    """Whether a finite verb form stands in the past (Penn tag VBD, or a morphology that says so)."""
    return word.tag_ == "VBD" or word.features >= _FINITE_PAST


def is_gerund(word: "Word | Token") -> bool:
    return word.tag_ == "VBG"


def is_infinitive(word: "Word | Token") -> bool:
    return word.tag_ == "VB"


def is_plural(word: Word) -> bool:
    return word.tag_ in ("NNS", "NNPS") or "Number=Plur" in word.features
