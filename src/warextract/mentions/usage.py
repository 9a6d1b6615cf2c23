"""Whether the name of a country, capital, seat or region stands for those who act there or for the place."""

from warextract.lexicon.place_nouns import load_place_nouns
from warextract.lexicon.usage import UsageWords, load_usage
from warextract.syntax import clauses, labels
from warextract.syntax.labels import Role
from warextract.syntax.tree import Tree

_SUBJECTS = (Role.SUBJECT, Role.SUBJECT_PASSIVE)
_NO_HEADS = (Role.DETERMINER, Role.CASE, Role.PUNCTUATION)
_PHRASES = (Role.OBLIQUE, Role.NOMINAL_MODIFIER, Role.AGENT)


def head_of(tree: Tree, start: int, end: int) -> int:
    """The token of a range that hangs on something outside it: the head of the phrase."""
    outside = [i for i in range(start, end) if tree.heads[i] == i or not start <= tree.heads[i] < end]
    return next((i for i in outside if tree.roles[i] not in _NO_HEADS), end - 1)


def is_first_name(tree: Tree, i: int) -> bool:
    """ "India Walton": the name of a country that is the first of a person's."""
    if tree.tokens[i].text not in load_usage().first_names.words or i + 1 >= len(tree.tokens):
        return False
    surname = tree.tokens[i + 1]
    joined = tree.roles[i + 1] is Role.FLAT and tree.heads[i + 1] == i
    return joined and surname.is_title and surname.is_alpha and surname.pos_ == "PROPN"


def acts(tree: Tree, start: int, end: int) -> bool:
    """Whether a geographical name is used as an actor ("Moscow denied it", "sanctions against Iran").

    ``start`` and ``end`` are the token bounds of the name. False means that it is a place here, or a bare
    modifier ("the Moscow region", "Ukraine's air force", where the larger phrase is the place or actor).
    """
    return _acts(tree, head_of(tree, start, end), load_usage())


def is_scene(tree: Tree, start: int, end: int) -> bool:
    """Whether a country's name before an attack says where it was: "ten dead in northern Mali attack", "killed in a
    Somalia bombing"; not "Iran attack on Israel".
    """
    head = head_of(tree, start, end)
    noun, words = tree.heads[head], load_place_nouns()
    if tree.roles[head] is not Role.COMPOUND or noun < end or tree.tokens[head].pos_ != "PROPN":
        return False
    aimed = {"on", "against", "at"}
    if any(tree.preposition(c) in aimed for c in tree.children(noun, Role.NOMINAL_MODIFIER)):
        return False
    part = start > 0 and tree.tokens[start - 1].lower_ in words.not_names.directions
    return tree.lemma(noun) in (words.targeted.nouns if part else load_usage().nouns.scene)


def _acts(tree: Tree, i: int, words: UsageWords) -> bool:
    first = tree.first_conjunct(i)
    role, governor = tree.roles[first], tree.heads[first]
    if role in _SUBJECTS:
        return _subject_acts(tree, governor, words)
    if role is Role.OBJECT:
        return not _is_visited(tree, governor, words)
    if role is Role.RECIPIENT:
        return True
    if role is Role.POSSESSOR:
        return not _possesses_place(tree, governor, words)
    if role in _PHRASES:
        preposition = tree.preposition(i) or tree.preposition(first)
        return _party_under(tree, preposition, role, governor, words)
    if role in (Role.ROOT, Role.OTHER, Role.PARATAXIS):
        # "Iran, which denies it, called for talks": the parser lost the main verb.
        return any(labels.is_verb(tree.token(c)) for c in tree.children(first, Role.RELATIVE_CLAUSE))
    if role is Role.APPOSITION and not labels.is_verb(tree.token(governor)):
        return _acts(tree, governor, words)
    return False


def _subject_acts(tree: Tree, governor: int, words: UsageWords) -> bool:
    lemma = tree.lemma(governor)
    if not labels.is_verb(tree.token(governor)):
        return lemma not in words.nouns.predicate and not _locative_predicate(tree, governor, words)
    if clauses.is_passive(tree, governor):
        return lemma not in words.verbs.place_object
    if lemma == "come":  # "came under fire"
        return all(tree.preposition(c) != "under" for c in tree.children(governor, Role.OBLIQUE))
    return lemma not in words.verbs.place_subject


def _locative_predicate(tree: Tree, i: int, words: UsageWords) -> bool:
    """ "Iran is in the region": the predicate is a place phrase."""
    return tree.preposition(i) in words.prepositions.place and tree.child(i, Role.COPULA) is not None


def _is_visited(tree: Tree, governor: int, words: UsageWords) -> bool:
    if not labels.is_verb(tree.token(governor)):
        return True
    return tree.lemma(governor) in words.verbs.place_object


def _possesses_place(tree: Tree, owned: int, words: UsageWords) -> bool:
    """ "Russia's Saratov region", "Ukraine's power grid": where the thing is, not who does it."""
    if tree.lemma(owned) in words.nouns.place:
        return True
    return labels.entity_type(tree.token(owned).ent_type_) is labels.EntityType.LOCATION


def _party_under(tree: Tree, preposition: str, role: Role, governor: int, words: UsageWords) -> bool:
    if role is Role.AGENT:
        return True
    lemma = tree.lemma(governor)
    if preposition in words.place_after and lemma in words.place_after[preposition]:
        return False
    if preposition in words.party_after and lemma in words.party_after[preposition]:
        return True
    if preposition == "to" and role is Role.NOMINAL_MODIFIER and tree.roles[governor] is Role.OBJECT:
        above = tree.heads[governor]  # "deliver missiles to Denmark", parsed as missiles to Denmark
        return tree.lemma(above) in words.party_after["to"]
    sought = role is Role.NOMINAL_MODIFIER and tree.roles[governor] is Role.OBJECT
    if preposition == "from" and sought and tree.lemma(tree.heads[governor]) in words.party_after["from"]:
        return True  # "sought weapons from Serbia"
    if preposition == "between" and lemma in words.verbs.place_object:
        return False
    return preposition in words.prepositions.actor


def is_located(tree: Tree, start: int, end: int) -> bool:
    """Whether a seat of power ("the Kremlin", "the Pentagon") stands after a preposition of place."""
    i = head_of(tree, start, end)
    first = tree.first_conjunct(i)
    if tree.roles[first] not in _PHRASES:
        return tree.roles[first] is Role.OBJECT and _is_visited(tree, tree.heads[first], load_usage())
    words = load_usage()
    preposition = tree.preposition(i) or tree.preposition(first)
    if preposition in ("to", "from"):
        return not _party_under(tree, preposition, tree.roles[first], tree.heads[first], words)
    return preposition in words.prepositions.place
