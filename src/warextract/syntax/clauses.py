"""Who does what in a clause: subjects and objects of a verb, its own or taken over from its surroundings."""

from typing import NamedTuple

from warextract.lexicon.channels import load_channels
from warextract.lexicon.predicates import load_predicates
from warextract.syntax import labels
from warextract.syntax.labels import Role
from warextract.syntax.tree import Tree

_RELATIVE_PRONOUNS = frozenset({"who", "which", "that", "whom"})
_PARTICLES = frozenset({"down", "out", "up", "off", "back", "away", "over", "through", "apart", "in", "on"})
_MEANS = frozenset({"use", "utilise", "utilize", "employ"})
_UNDERGONE = frozenset(
    {"kill", "wound", "injure", "arrest", "detain", "abduct", "kidnap", "execute", "behead", "torture", "rape", "burn",
     "shoot", "displace", "evacuate", "destroy", "damage", "loot", "release", "bury", "rob", "expel", "deport"}
)  # fmt: skip
_SUBJECT_CONTROL = frozenset({"promise", "threaten", "vow"})
_MAX_HOPS = 6


class Surface(NamedTuple):
    """What stands as subject, before passives are turned round."""

    heads: tuple[int, ...]
    shared: bool


def expand(tree: Tree, heads: tuple[int, ...]) -> tuple[int, ...]:
    """Heads with everything coordinated with them."""
    if not heads:
        return ()
    return tuple(
        dict.fromkeys(
            c for head in heads for c in tree.conjuncts(head) if not labels.is_verb(tree.token(c)) or c == head
        )
    )


def is_predicate(tree: Tree, i: int) -> bool:
    """Whether a token can take a subject: a verb, or a noun or adjective with a copula."""
    token = tree.token(i)
    if tree.roles[i] in (Role.AUXILIARY, Role.AUXILIARY_PASSIVE, Role.COPULA, Role.CASE, Role.FIXED):
        return False
    if labels.is_verb(token):
        # A participle before its noun ("wounded soldiers", "attacking forces") is an adjective here.
        return not (tree.roles[i] in (Role.ADJECTIVE, Role.COMPOUND) and tree.heads[i] > i) or is_swallowed(tree, i)
    return tree.child(i, Role.COPULA, Role.SUBJECT, Role.SUBJECT_PASSIVE) is not None


def is_nominal_gerund(tree: Tree, i: int) -> bool:
    """Whether a gerund is used as a noun ("two hours of fighting", "the shelling stopped"), or a noun was tagged as a
    verb ("wounded in clashes").
    """
    token = tree.token(i)
    if not labels.is_verb(token) or tree.child(i, Role.OBJECT, Role.SUBJECT) is not None:
        return False
    if not labels.is_gerund(token):
        return token.tag_ in ("VBZ", "VBP", "VB") and tree.roles[i] in _NOMINAL and tree.child(i, Role.MARKER) is None
    first = tree.first_conjunct(i)
    if first != i and labels.is_noun(tree.token(first)):
        return True  # "air strikes and shelling"
    return (
        tree.roles[i] in _NOMINAL or tree.child(i, Role.DETERMINER) is not None or gerund_preposition(tree, i) == "of"
    )


def gerund_preposition(tree: Tree, i: int) -> str:
    """The preposition that stands as a gerund's marker ("of fighting"); "" for any other word."""
    if not labels.is_gerund(tree.token(i)):
        return ""
    found = tree.child(i, Role.MARKER)
    return tree.token(found).lower_ if found is not None and found == i - 1 else ""


_NOMINAL = (
    Role.SUBJECT, Role.SUBJECT_PASSIVE, Role.OBJECT, Role.OBLIQUE, Role.NOMINAL_MODIFIER, Role.AGENT, Role.APPOSITION,
)  # fmt: skip


def is_swallowed(tree: Tree, i: int) -> bool:
    """Whether a verb was parsed as a participle before its own object: "the raid [destroyed four tanks]".

    No participle stands before a noun's numeral or determiner, nor between a noun and the subject it has no copula for.
    """
    noun = tree.heads[i]
    if tree.roles[i] is not Role.ADJECTIVE or noun < i or tree.token(i).tag_ not in ("VBD", "VBN"):
        return False
    if any(c > i for c in tree.children(noun, Role.NUMERAL, Role.DETERMINER)):
        return i > tree.sentence(i)[0]
    subject = tree.child(noun, Role.SUBJECT, Role.SUBJECT_PASSIVE)
    return subject is not None and subject < i and tree.child(noun, Role.COPULA) is None


def _swallowed_subject(tree: Tree, i: int, hops: int) -> Surface:
    noun = tree.heads[i]
    own = tuple(c for c in tree.children(noun, Role.SUBJECT, Role.SUBJECT_PASSIVE) if c < i)
    if own:
        return Surface(own, False)
    above = tree.heads[noun]
    if above < i and tree.roles[noun] is Role.OBJECT and tree.lemma(above) == "have":
        return surface_subject(tree, above, hops + 1)  # "the jets had [bombed three camps]"
    before = tree.token(i - 1)
    if before.pos_ == "CCONJ":
        verb = tree.heads[tree.first_conjunct(noun)]  # "killed nine people and [destroyed two homes]"
        verbal = labels.is_verb(tree.token(verb)) and hops <= _MAX_HOPS
        return Surface(surface_subject(tree, verb, hops + 1).heads, True) if verbal else Surface((), False)
    left = i - 1
    while tree.heads[left] < i and tree.heads[left] != left and tree.roles[left] in _INSIDE_NOUN:
        left = tree.heads[left]
    return Surface((left,), False) if labels.is_noun(tree.token(left)) else Surface((), False)


_INSIDE_NOUN = (Role.NOMINAL_MODIFIER, Role.COMPOUND, Role.FLAT, Role.POSSESSOR, Role.ADJECTIVE)


def particle(tree: Tree, i: int) -> int | None:
    """The particle of a phrasal verb ("shot down", "drove them back")."""
    found = tree.child(i, Role.PARTICLE)
    if found is not None:
        return found
    for c in tree.children(i, Role.ADVERB):
        if i < c <= i + 3 and tree.token(c).lower_ in _PARTICLES:
            return c
    after = i + 1
    hung = after < tree.sentence(i)[1] and tree.roles[after] in (Role.CASE, Role.ADVERB)
    if hung and tree.preposition(tree.heads[after]) in ("", tree.token(after).lower_):
        known = f"{tree.lemma(i)}_{tree.token(after).lower_}" in load_predicates().phrasal
        return after if known else None  # "hand over a battery": the particle was hung on the object
    return None


def is_passive(tree: Tree, i: int) -> bool:
    """Whether what stands as subject undergoes the verb."""
    if tree.child(i, Role.AUXILIARY_PASSIVE) is not None:
        return True
    if is_swallowed(tree, i):
        return False
    token = tree.token(i)
    if token.tag_ not in ("VBN", "VBD"):
        return False
    if tree.child(i, Role.SUBJECT_PASSIVE) is not None:
        return True
    if tree.child(i, Role.AUXILIARY) is not None:
        return False
    if tree.child(i, Role.SUBJECT) is not None:
        # "the attack, carried out by rebels, had been planned": no finite verb is told without an auxiliary
        return token.tag_ == "VBN" and tree.child(i, Role.OBJECT) is None and bool(agents(tree, i))
    if tree.roles[i] is Role.ADVERBIAL_CLAUSE and i == tree.trim(*tree.sentence(i))[0]:
        return True  # "Asked whether …, he declined": nobody but the main clause's subject was asked
    undergone = token.tag_ == "VBD" and tree.lemma(i) in _UNDERGONE and tree.child(i, Role.OBJECT) is None
    if tree.roles[i] is Role.CONJUNCT and (token.tag_ == "VBN" or undergone):
        return is_passive(tree, tree.heads[i])  # "were lined up against a wall and killed"
    bare = tree.child(i, Role.OBJECT) is None and not _is_main(tree, i)
    return bare and token.tag_ == "VBN" and tree.roles[i] in (
        Role.NOUN_CLAUSE, Role.ADVERBIAL_CLAUSE, Role.RELATIVE_CLAUSE, Role.OPEN_COMPLEMENT
    )  # fmt: skip


def _is_main(tree: Tree, i: int) -> bool:
    """Whether a participle of motion is the mistagged verb of a full sentence: "Forty families left for Lviv." """
    noun = tree.heads[i]
    if (
        tree.roles[i] is not Role.NOUN_CLAUSE
        or tree.heads[noun] != noun
        or tree.lemma(i) not in load_predicates().intransitive
    ):
        return False
    return tree.token(tree.sentence(i)[1] - 1).text == "." and tree.child(noun, Role.COPULA, Role.SUBJECT) is None


def surface_subject(tree: Tree, i: int, hops: int = 0) -> Surface:
    """What stands as subject of a predicate: its own, or that of the predicate it leans on."""
    own = tree.children(i, Role.SUBJECT, Role.SUBJECT_PASSIVE)
    if own:
        return Surface(_resolve_relative(tree, i, own), False)
    if hops > _MAX_HOPS or tree.heads[i] == i:
        return Surface((), False)
    governor, role = tree.heads[i], tree.roles[i]
    if role is Role.CONJUNCT and is_predicate(tree, governor):
        return Surface(surface_subject(tree, governor, hops + 1).heads, True)
    if role is Role.OPEN_COMPLEMENT:
        return _controller(tree, governor, hops)
    if role is Role.CLAUSE_COMPLEMENT and tree.token(i).tag_ in ("VBG", "VB"):
        return _controller(tree, governor, hops)
    if role is Role.ADVERBIAL_CLAUSE and is_predicate(tree, governor):
        return Surface(_adjunct_subject(tree, i, governor, hops), True)
    if role is Role.ADVERBIAL_CLAUSE and tree.token(i).tag_ == "VB" and labels.is_noun(tree.token(governor)):
        return _noun_clause_subject(tree, i, governor, hops)  # "attempts by the rebels to cross"
    if is_swallowed(tree, i):
        return _swallowed_subject(tree, i, hops)
    if role is Role.ADJECTIVE and governor < i:
        return Surface((governor,), False)  # "Warplanes bombed a market" with its verb taken for a participle
    if role in (Role.NOUN_CLAUSE, Role.RELATIVE_CLAUSE):
        return _noun_clause_subject(tree, i, governor, hops)
    return Surface((), False)


def _resolve_relative(tree: Tree, i: int, heads: tuple[int, ...]) -> tuple[int, ...]:
    """ "who", "which", "that" stand for the noun that their clause describes."""
    clause = tree.first_conjunct(i)
    out: list[int] = []
    for head in expand(tree, heads):
        pronoun = tree.token(head).lower_ in _RELATIVE_PRONOUNS
        if pronoun and tree.roles[clause] in (Role.RELATIVE_CLAUSE, Role.NOUN_CLAUSE):
            out.append(tree.heads[clause])
        else:
            out.append(head)
    return tuple(out)


def _controller(tree: Tree, governor: int, hops: int) -> Surface:
    """ "ordered troops to leave": the object leaves; "tried to leave": the subject does."""
    objects = tree.children(governor, Role.OBJECT, Role.RECIPIENT)
    if objects and tree.lemma(governor) not in _SUBJECT_CONTROL and labels.is_verb(tree.token(governor)):
        return Surface(_resolve_relative(tree, governor, objects), True)
    return Surface(surface_subject(tree, governor, hops + 1).heads, True)


def _adjunct_subject(tree: Tree, i: int, governor: int, hops: int) -> tuple[int, ...]:
    """ "…, killing four": whoever acts in the main clause; with a marker ("while crossing"), its subject."""
    marker = tree.child(i, Role.MARKER)
    marked = marker is not None
    if (
        marker is not None
        and tree.token(i).tag_ == "VBG"
        and tree.token(marker).lower_ in ("of", "for", "from", "into")
    ):
        objects = tree.children(
            governor, Role.OBJECT, Role.SUBJECT_PASSIVE
        )  # "accused Iran of arming", "was blamed for"
        if objects:
            return _resolve_relative(tree, governor, objects)
    if marker is not None and tree.token(marker).lower_ == "as" and tree.lemma(governor) in ("quote", "cite"):
        spoken = tree.children(governor, Role.OBJECT, Role.SUBJECT_PASSIVE)  # "quoted the mayor as saying"
        if spoken:
            return _resolve_relative(tree, governor, spoken)
    if tree.token(i).tag_ == "VBN" and not marked and (told := _object_before(tree, i, governor)) is not None:
        return (told,)
    if tree.token(i).tag_ == "VBG" and not marked and is_passive(tree, governor):
        return agents(tree, governor)
    return surface_subject(tree, governor, hops + 1).heads


def _object_before(tree: Tree, i: int, governor: int) -> int | None:
    """ "to retake the town, seized by rebels": what the participle describes stands right before it."""
    if i < 2 or tree.token(i - 1).text != "," or not agents(tree, i):
        return None
    own = [c for c in tree.children(governor, Role.OBJECT) if governor < c < i]
    return own[-1] if own and tree.descendants(own[-1])[-1] >= i - 2 else None


def _noun_clause_subject(tree: Tree, i: int, noun: int, hops: int) -> Surface:
    """ "soldiers defending the town", "the town taken by …", "an attempt to storm"."""
    tag = tree.token(i).tag_
    above = tree.heads[noun]
    if tag == "VBG" and tree.lemma(i) in _MEANS and tree.roles[noun] is Role.OBJECT:
        # "apply force using bombs": whoever applies it uses them, the force does not
        return Surface(surface_subject(tree, above, hops + 1).heads, True)
    if tag in ("VBG", "VBN", "VBD"):
        return Surface((noun,), False)
    if tree.roles[noun] is Role.OPEN_COMPLEMENT or tree.child(noun, Role.COPULA) is not None:
        # "became the first town to surrender": the town named before
        told = noun if tree.child(noun, Role.COPULA) is not None else above
        return Surface(surface_subject(tree, told, hops + 1).heads or (noun,), True)
    owner = tree.children(noun, Role.POSSESSOR) or agents(tree, noun)
    if owner:
        return Surface(expand(tree, owner), False)
    if above != noun and is_predicate(tree, above) and tree.roles[noun] in (Role.OBJECT, Role.OBLIQUE):
        return Surface(surface_subject(tree, above, hops + 1).heads, True)
    return Surface((), False)


def agents(tree: Tree, i: int) -> tuple[int, ...]:
    """Nouns of the by-phrase of a passive, or of a noun ("an attempt by rebels")."""
    named = labels.is_noun(tree.token(i))
    found = tuple(
        c
        for c in tree.children(i, Role.AGENT, Role.OBLIQUE, *((Role.NOMINAL_MODIFIER,) if named else ()))
        if (tree.roles[c] is Role.AGENT or tree.preposition(c) == "by") and tree.lemma(c) not in load_channels().by
    )
    return expand(tree, found)


def surface_object(tree: Tree, i: int) -> Surface:
    """What stands as object: its own, the noun of a reduced relative clause, or that of a later conjunct."""
    if is_swallowed(tree, i):
        return Surface((tree.heads[i],), False)
    own = tree.children(i, Role.OBJECT)
    if own:
        return Surface(_resolve_relative(tree, i, own), False)
    clause = tree.first_conjunct(i)
    told = _told_of_noun(tree, clause)
    if told is not None and not is_passive(tree, i):
        return Surface((told,), False)
    if tree.roles[clause] is Role.RELATIVE_CLAUSE and not is_passive(tree, i):
        subject = tree.children(i, Role.SUBJECT)
        relative = [s for s in subject if tree.token(s).lower_ in _RELATIVE_PRONOUNS]
        clausal = tree.child(i, Role.CLAUSE_COMPLEMENT, Role.OPEN_COMPLEMENT) is not None
        if subject and not relative and not clausal:
            return Surface((tree.heads[clause],), False)
    if not is_passive(tree, i):
        for c in tree.children(i, Role.CONJUNCT):
            # "stormed and took the town": the last verb's object serves both when nothing stands between.
            shared = tree.children(c, Role.OBJECT)
            if shared and labels.is_verb(tree.token(c)) and c - i <= 2 and not tree.children(c, Role.SUBJECT):
                return Surface(_resolve_relative(tree, c, shared), True)
    return Surface((), False)


def _told_of_noun(tree: Tree, clause: int) -> int | None:
    """ "a town its troops say they took": the noun that a clause about what is said describes."""
    said = tree.heads[clause]
    if tree.roles[clause] is not Role.CLAUSE_COMPLEMENT or tree.roles[said] is not Role.RELATIVE_CLAUSE:
        return None
    if tree.children(said, Role.OBJECT, Role.RECIPIENT, Role.OBLIQUE) or tree.children(clause, Role.MARKER):
        return None
    pronouns = [c for verb in (said, clause) for c in tree.children(verb, Role.SUBJECT, Role.SUBJECT_PASSIVE)]
    if not pronouns or any(tree.token(c).lower_ in _RELATIVE_PRONOUNS for c in pronouns):
        return None
    return tree.heads[said]
