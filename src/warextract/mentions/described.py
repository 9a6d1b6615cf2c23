"""People and bodies that are described rather than named: "four people", "a local committee", "his unit"."""

from collections.abc import Iterator

from warextract.lexicon.name_index import Hit
from warextract.mentions.candidate import (
    PARTIES,
    Candidate,
    is_argument,
    is_counted,
    is_definite,
    is_subject,
    modifiers,
    plural,
    possessor,
)
from warextract.mentions.described_guards import (
    belongs,
    is_body_part,
    is_denied,
    is_included,
    is_machine,
    is_named_after,
)
from warextract.mentions.described_kinds import ADJECTIVAL, LOYAL, is_group, is_written_large, kind_of_people
from warextract.mentions.nationals import nationals
from warextract.mentions.persons import is_byline
from warextract.mentions.phrases import phrase_bounds, phrase_name
from warextract.mentions.survey import Survey
from warextract.syntax import labels
from warextract.syntax.labels import EntityType, Role
from warextract.syntax.tree import Tree
from warextract.vocabulary import ActorKind

_COLLECTIVE = frozenset({"people", "media", "police", "personnel", "medium", "press", "staff", "crew", "enemy"})
_LANDS = frozenset({"country", "nation", "side", "state"})
_UNKNOWN = frozenset({"unidentified", "unknown"})
_HOME_MEDIA = frozenset({"local", "state", "regime", "government", "official", "state-run", "independent"})
_PARTITIVE = frozenset({"one", "many", "some", "several", "most", "all", "none", "both", "few"})
_ROUND = frozenset({"dozen", "hundred", "thousand"})
_OWNERS = frozenset({"owner", "operator", "maker", "manufacturer", "carrier", "producer", "insurer", "shipper"})


def described(survey: Survey, used: frozenset[int]) -> Iterator[Candidate]:
    """Nouns for people, counted phrases, and the people of a country by its name."""
    for token in survey.tree.tokens:
        i = token.i
        if i in used or i in survey.taken or token.is_space or token.is_punct:
            continue
        found = _people(survey, i, used) or nationals(survey, i) or _number_alone(survey, i)
        if found is not None:
            yield found


def _people(survey: Survey, i: int, used: frozenset[int]) -> Candidate | None:
    tree = survey.tree
    told = _noun_told(survey, i)
    if told is None or told[0] in used:
        return None
    noun, quantity = told
    kind = kind_of_people(survey, noun)
    if noun != i and tree.token(i).lower_ == "one" and _is_voice(survey, noun) and is_definite(tree, noun):
        quantity = False  # "one of the sources" speaks for them
    if kind is None or not (is_argument(tree, i) or survey.is_trailing_speaker(i)) or _is_part_of_name(survey, noun):
        return None
    lemma = survey.noun(noun)
    people = survey.gazetteer.people
    words = modifiers(tree, noun)
    counted = quantity or is_counted(tree, noun)
    definite = is_definite(tree, noun) and not quantity
    many = plural(tree, noun) or quantity or tree.token(noun).lower_ in ADJECTIVAL
    if noun != i and tree.token(i).lower_ == "one" and kind in ("military", "armed_group", "government"):
        many = False  # "one of its commanders" is a person
    weak = (
        lemma in people.weak["nouns"]
        and not counted
        and not (kind == "military" and (words or _is_loyal(survey, noun)))
    )
    if lemma == "media":
        weak = not words
        definite = definite and is_subject(tree, i)  # "talk to the media" tells nobody's name
    if (weak and not definite and not _is_involved(survey, i)) or words & people.weak["void"]:
        return None
    hit = survey.phrase_country(noun)
    country = survey.code(hit) if hit is not None else None
    if kind in ("government", "other") and (installed := survey.installed_by(noun)) is not None:
        country = installed
    no_owner = country is not None
    if kind == "military" and words & {"ethnic", "separatist"}:
        kind = "armed_group"
    several = survey.is_of_several(noun)
    if several:
        hit = country = None
    start, end = phrase_bounds(survey, noun)
    if quantity:
        start, end = min(start, phrase_bounds(survey, i)[0]), max(end, i + 1)
    if lemma in _OWNERS and not many:
        kind = "company"
    elif not many and kind != "person" and lemma not in _COLLECTIVE and not is_group(survey, lemma):
        kind = "person"
    bare = many and not counted and not definite and tree.child(noun, Role.DETERMINER) is None
    if (
        is_denied(survey, noun, bool(many or counted or definite))
        or is_machine(survey, noun)
        or is_body_part(survey, noun)
        or belongs(survey, noun, bare, used)
        or (not many and is_named_after(survey, noun, used))
        or (kind == "population" and is_included(survey, i))
        or is_byline(survey, start)
    ):
        return None
    name = phrase_name(survey, start, end)
    key = _joined_force(survey, lemma, hit) if not counted else None
    if lemma == "side" and hit is not None and not many and country is not None:
        key, kind = f"country:{hit.id}", "state"  # "the Russian side"
        name = survey.gazetteer.countries[hit.id].name
    force = lemma in people.joins["armed-forces"] and not words - LOYAL
    anaphoric = _is_anaphoric(survey, noun, definite and not counted and possessor(tree, noun) is None)
    if key is None and bare and not anaphoric and possessor(tree, noun) is None and not force:
        key = f"described:{lemma}:{' '.join(sorted(words))}:{country or ''}"
    return Candidate(
        start, end, i, "nominal", "described", name, kind, key=key, country=country,
        lemma=lemma, plural=many, definite=definite, counted=counted,
        local=not several and _is_local(survey, kind, noun),
        weak=anaphoric, owner=None if no_owner else possessor(tree, noun), modifiers=words,
    )  # fmt: skip


def _noun_told(survey: Survey, i: int) -> tuple[int, bool] | None:
    """The noun by which a word may tell of people, and whether the word counts them; None for most words."""
    tree, token = survey.tree, survey.tree.token(i)
    if _is_quantity(survey, i):
        noun = _counted_noun(survey, i)
        if noun is not None:
            return noun, True
        if tree.lemma(i) not in survey.gazetteer.kinds:
            return None  # but "two assault groups", which is not "a group of soldiers"
    elif not labels.is_noun(token) and token.lower_ not in ADJECTIVAL:
        return None
    return None if _under_quantity(survey, i) else (i, False)


def _number_alone(survey: Survey, i: int) -> Candidate | None:
    """ "nine others were injured", "wounding more than a dozen", "and captured two": people told by their number."""
    tree = survey.tree
    others = tree.token(i).lower_ == "others" and is_counted(tree, i)
    number = tree.token(i).pos_ == "NUM" or tree.lemma(i) in ("dozen", "hundred", "thousand")
    if not (others or number) or tree.children(i, Role.NOMINAL_MODIFIER, Role.POSSESSOR):
        return None
    first = tree.first_conjunct(i)
    verb = tree.heads[first]
    suffers = tree.roles[first] in (Role.OBJECT, Role.SUBJECT_PASSIVE, Role.SUBJECT) and labels.is_verb(
        tree.token(verb)
    )
    if i and tree.token(i - 1).text == ",":
        return None  # "the driver, 46"
    if not suffers or tree.lemma(verb) not in survey.gazetteer.people.fighting["victims"]:
        return None
    if tree.roles[first] is Role.SUBJECT and tree.lemma(verb) not in ("die", "flee"):
        return None
    after = tree.token(i + 1) if i + 1 < len(tree.tokens) else None
    if after is not None and (after.pos_ in ("NOUN", "PROPN", "SYM") or after.text in ("%", "-")):
        return None
    start, end = phrase_bounds(survey, i)
    name = phrase_name(survey, start, end)
    of = "" if tree.token(i).pos_ == "NUM" and tree.lemma(i) not in _ROUND else "of "
    name = name if others else f"{name.lower()} {of}people"
    return Candidate(
        start, end, i, "nominal", "number", name, "population",
        lemma="person", plural=True, counted=True, local=True,
    )  # fmt: skip


def _is_anaphoric(survey: Survey, noun: int, definite: bool) -> bool:
    """Whether a noun only takes up what was named before: "the company", "both countries"."""
    lemma, tree = survey.noun(noun), survey.tree
    if lemma == "side" and any(tree.token(c).lower_ in ("both", "two") for c in tree.children(noun)):
        return tree.roles[tree.first_conjunct(noun)] not in PARTIES  # "both sides" fight, blame each other
    if lemma in _LANDS:
        return True
    if tree.children(noun, Role.ADJECTIVE, Role.COMPOUND):
        return False  # "the ruling party" is no mere re-mention
    told = any(tree.preposition(c) == "of" for c in tree.children(noun, Role.NOMINAL_MODIFIER))
    return definite and not told and lemma in survey.gazetteer.people.weak["anaphoric"]


def _is_quantity(survey: Survey, i: int) -> bool:
    tree = survey.tree
    token = tree.token(i)
    return (
        tree.lemma(i) in survey.gazetteer.people.quantities["nouns"]
        or token.pos_ == "NUM"
        or token.lower_ in _PARTITIVE
    )


def _counted_noun(survey: Survey, i: int) -> int | None:
    """The noun of "dozens of soldiers", "two of the wounded"."""
    tree = survey.tree
    inner = (c for c in tree.children(i, Role.NOMINAL_MODIFIER) if c > i and tree.preposition(c) == "of")
    return next(inner, None)


def _under_quantity(survey: Survey, i: int) -> bool:
    tree = survey.tree
    above = tree.heads[i]
    return (
        above < i
        and tree.roles[i] is Role.NOMINAL_MODIFIER
        and tree.preposition(i) == "of"
        and _is_quantity(survey, above)
    )


def _is_voice(survey: Survey, noun: int) -> bool:
    return survey.noun(noun) in survey.gazetteer.people.weak["voices"]


def _is_part_of_name(survey: Survey, i: int) -> bool:
    """Titles ("President Ruto", "the spokesman Peskov") and words inside names of bodies."""
    tree = survey.tree
    if tree.roles[i] in (Role.COMPOUND, Role.FLAT, Role.ADJECTIVE):
        return not survey.is_trailing_speaker(i)
    after = i + 1
    titles = survey.gazetteer.people.titles
    office = tree.token(i).lower_ in titles["words"] and tree.token(i).lower_ not in titles["loose"]
    if not office and tree.token(i).pos_ == "PROPN" and _has_proper_compound(tree, i):
        return True  # "Business Insider"; "the Interior Minister" is a person
    if tree.token(i).pos_ == "PROPN" and after < len(tree.tokens) and tree.token(after).pos_ == "PROPN":
        return True
    if after < len(tree.tokens) and tree.token(i).ent_type_ == "":
        person = labels.entity_type(tree.token(after).ent_type_) is EntityType.PERSON
        if person and tree.heads[after] == i:
            return True
    if is_written_large(survey, i):
        return False
    return labels.entity_type(tree.token(i).ent_type_) is EntityType.ORGANISATION


def _has_proper_compound(tree: Tree, i: int) -> bool:
    return any(tree.token(c).pos_ == "PROPN" for c in tree.children(i, Role.COMPOUND))


def _is_involved(survey: Survey, head: int) -> bool:
    """Whether a noun does, says or suffers something, or is the source after "according to"."""
    tree = survey.tree
    first = tree.first_conjunct(head)
    if tree.preposition(first) in ("according_to", "by"):
        return True
    return tree.roles[first] in PARTIES and labels.is_verb(tree.token(tree.heads[first]))


def _joined_force(survey: Survey, lemma: str, hit: Hit | None) -> str | None:
    """ "Rwandan troops" are the armed forces of Rwanda."""
    if hit is None or lemma == "fighter":
        return None
    for institution, nouns in survey.gazetteer.people.joins.items():
        if lemma in nouns:
            entry = survey.gazetteer.institution_actor(hit.id, institution)
            return f"actor:{entry.id}" if entry else f"institution:{hit.id}:{institution}"
    return None


def _is_local(survey: Survey, kind: ActorKind, noun: int) -> bool:
    """Whether these people are taken to be of the country where the story plays."""
    tree = survey.tree
    weak = survey.gazetteer.people.weak
    both = any(
        tree.token(d).lower_ == "both"
        for c in tree.children(noun, Role.NOMINAL_MODIFIER)
        for d in tree.children(c, Role.DETERMINER)
    )
    near = {tree.lemma(c) for c in tree.children(noun, Role.ADJECTIVE, Role.COMPOUND)}
    if near & _UNKNOWN or survey.noun(noun) in ("terrorist", "bomber"):
        return False
    if survey.noun(noun) == "source" and near & weak["sources"]:
        return True
    source = any(tree.lemma(c) == "familiar" for c in tree.children(noun))
    broad = source or any(tree.lemma(c) in weak["broad"] for c in tree.children(noun, Role.ADJECTIVE, Role.COMPOUND))
    if kind == "media" and (near & _HOME_MEDIA or _is_ours(tree, noun)):
        return True
    return (
        kind not in ("igo", "media", "company") and survey.noun(noun) not in weak["voices"] and not both and not broad
    )


def _is_ours(tree: Tree, noun: int) -> bool:
    return any(tree.token(c).lower_ == "our" for c in tree.children(noun, Role.POSSESSOR))


def _is_loyal(survey: Survey, noun: int) -> bool:
    """ "forces loyal to the president"."""
    return noun + 1 < len(survey.tree.tokens) and survey.tree.token(noun + 1).lower_ in ("loyal", "allied", "aligned")
