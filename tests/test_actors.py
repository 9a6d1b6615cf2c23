"""Actors of hand-parsed sentences: names, institutions, units, persons, descriptions, pronouns."""

import pytest
import spacy
from spacy.tokens import Doc, Span

from warextract.lexicon.gazetteer import ActorGazetteer
from warextract.mentions.actors import find_actors
from warextract.mentions.candidate import Candidate
from warextract.mentions.cast import Cast
from warextract.mentions.entities import ActorEntity, Mention
from warextract.mentions.leaders import joined_leaders
from warextract.syntax.tree import Tree


def _tree(*sentences: str) -> Tree:
    """One row a token: word lemma part-of-speech tag head relation [entity]; heads count within the sentence."""
    words, lemmas, pos, tags, heads, deps, ents, starts = [], [], [], [], [], [], [], []
    for sentence in sentences:
        base = len(words)
        for n, row in enumerate(sentence.strip().splitlines()):
            word, lemma, part, tag, head, dep, *ent = row.split()
            words.append(word)
            lemmas.append(word.lower() if lemma == "-" and part != "PROPN" else word if lemma == "-" else lemma)
            pos.append(part)
            tags.append(tag)
            heads.append(base + int(head))
            deps.append(dep)
            ents.append(ent[0] if ent else "")
            starts.append(n == 0)
    doc = Doc(spacy.blank("en").vocab, words=words, lemmas=lemmas, pos=pos, tags=tags, heads=heads, deps=deps)
    spans, i = [], 0
    while i < len(ents):
        j = i + 1
        while ents[i] and j < len(ents) and ents[j] == ents[i]:
            j += 1
        if ents[i]:
            spans.append(Span(doc, i, j, label=ents[i]))
        i = j
    doc.set_ents(spans)
    return Tree.of(doc)


def _actors(*sentences: str, taken: frozenset[int] = frozenset()) -> tuple[Tree, dict[str, ActorEntity]]:
    tree = _tree(*sentences)
    found = find_actors(tree, ActorGazetteer.load(), taken=taken)
    return tree, {actor.name: actor for actor in found}


def _texts(tree: Tree, actor: ActorEntity) -> list[str]:
    return [tree.span_text(m.start, m.end) for m in actor.mentions]


MINISTRY = """
    Russia - PROPN NNP 3 nmod:poss LOC
    's - PART POS 0 case
    Defense - PROPN NNP 3 compound
    Ministry - PROPN NNP 4 nsubj
    said say VERB VBD 4 ROOT
    its - PRON PRP$ 6 nmod:poss
    troops troop NOUN NNS 7 nsubj
    took take VERB VBD 4 ccomp
    the - DET DT 9 det
    town - NOUN NN 7 obj
    . - PUNCT . 4 punct
"""
DENIAL = """
    Kyiv - PROPN NNP 1 nsubj LOC
    denied deny VERB VBD 1 ROOT
    it - PRON PRP 1 obj
    . - PUNCT . 1 punct
"""
MEETING = """
    Envoys envoy NOUN NNS 1 nsubj
    met meet VERB VBD 1 ROOT
    in - ADP IN 3 case
    Moscow - PROPN NNP 1 obl LOC
    . - PUNCT . 1 punct
"""
SPOKESPERSON = """
    Anna - PROPN NNP 11 nsubj PER
    Koval - PROPN NNP 0 flat PER
    , - PUNCT , 0 punct
    a - DET DT 4 det
    spokesperson - NOUN NN 0 appos
    for - ADP IN 8 case
    the - DET DT 8 det
    28th - ADJ JJ 8 amod
    Brigade - PROPN NNP 4 nmod
    , - PUNCT , 0 punct
    also - ADV RB 11 advmod
    spoke speak VERB VBD 11 ROOT
    . - PUNCT . 11 punct
"""
AGAIN = """
    Koval - PROPN NNP 1 nsubj PER
    said say VERB VBD 1 ROOT
    the - DET DT 3 det
    brigade - NOUN NN 4 nsubj
    held hold VERB VBD 1 ccomp
    on - ADP RP 4 compound:prt
    . - PUNCT . 1 punct
"""
SHE = """
    She she PRON PRP 1 nsubj
    left leave VERB VBD 1 ROOT
    . - PUNCT . 1 punct
"""
REBELS = """
    M23 - PROPN NNP 1 compound
    rebels rebel NOUN NNS 2 nsubj
    killed kill VERB VBD 2 ROOT
    four - NUM CD 4 nummod
    villagers villager NOUN NNS 2 obj
    . - PUNCT . 2 punct
"""
THE_GROUP = """
    The the DET DT 1 det
    group - NOUN NN 2 nsubj
    denied deny VERB VBD 2 ROOT
    it - PRON PRP 2 obj
    . - PUNCT . 2 punct
"""
FOOTAGE = """
    Drone drone NOUN NN 1 compound
    footage - NOUN NN 2 nsubj
    shows show VERB VBZ 2 ROOT
    smoke - NOUN NN 2 obj
    . - PUNCT . 2 punct
"""
OIL = """
    Buyers buyer NOUN NNS 1 nsubj
    want want VERB VBP 1 ROOT
    Russian russian ADJ JJ 3 amod
    oil - NOUN NN 1 obj
    . - PUNCT . 1 punct
"""
KENYAN_COMMAND = """
    Nigeria - PROPN NNP 3 nmod:poss LOC
    's - PART POS 0 case
    Central - PROPN NNP 3 compound ORG
    Command - PROPN NNP 4 nsubj ORG
    agreed agree VERB VBD 4 ROOT
    . - PUNCT . 4 punct
"""


def test_a_ministry_is_that_of_its_country_and_its_troops_the_countrys_army() -> None:
    tree, actors = _actors(MINISTRY)
    ministry = actors["Russian Ministry of Defence"]
    army = actors["Armed Forces of Russia"]
    assert (ministry.kind, ministry.country, ministry.cameo) == ("government", "RUS", "RUSMIL")
    assert _texts(tree, ministry) == ["Russia 's Defense Ministry", "its"]
    assert (army.kind, army.country) == ("military", "RUS")
    assert _texts(tree, army) == ["its troops"]
    assert "Russia" not in actors, "the possessor is part of the ministry's name"


def test_a_capital_is_its_government_where_it_acts() -> None:
    tree, actors = _actors(DENIAL)
    assert (actors["Ukraine"].kind, _texts(tree, actors["Ukraine"])) == ("state", ["Kyiv"])
    assert "Russia" not in _actors(MEETING)[1]


def test_a_bare_adjective_is_no_mention() -> None:
    assert all(actor.country != "RUS" for actor in _actors(OIL)[1].values())


def test_a_spokesperson_is_one_person_with_role_and_affiliation() -> None:
    tree, actors = _actors(SPOKESPERSON, AGAIN, SHE)
    person = actors["Anna Koval"]
    unit = actors["28th Brigade"]
    assert person.kind == "person"
    assert _texts(tree, person) == ["Anna Koval", "a spokesperson", "Koval", "She"]
    assert [m.form for m in person.mentions] == ["name", "nominal", "name", "pronoun"]
    assert person.role == "spokesperson for the 28th Brigade"
    assert person.affiliation == unit.key
    assert (unit.kind, _texts(tree, unit)) == ("military", ["28th Brigade", "the brigade"])


def test_rebels_are_their_group_and_their_victims_are_counted() -> None:
    tree, actors = _actors(REBELS, THE_GROUP)
    group = actors["M23"]
    assert (group.kind, group.country) == ("armed_group", "COD")
    assert _texts(tree, group)[:2] == ["M23 rebels", "The group"]
    victims = actors["four villagers"]
    assert victims.kind == "population"


def test_evidence_that_shows_something_is_an_actor() -> None:
    tree, actors = _actors(FOOTAGE)
    assert [(a.kind, _texts(tree, a)) for a in actors.values()] == [("other", ["Drone footage"])]


def test_a_command_of_another_country_is_not_the_famous_one() -> None:
    actors = _actors(KENYAN_COMMAND)[1]
    assert "U.S. Central Command" not in actors


def test_words_of_the_dateline_are_no_actors() -> None:
    taken = frozenset({0})
    assert "Ukraine" not in _actors(DENIAL, taken=taken)[1]


@pytest.mark.parametrize("sentences", [(MINISTRY, DENIAL), (SPOKESPERSON, AGAIN, SHE), (REBELS, THE_GROUP)])
def test_each_token_heads_one_mention_and_heads_lie_inside(sentences: tuple[str, ...]) -> None:
    tree = _tree(*sentences)
    mentions = [m for actor in find_actors(tree, ActorGazetteer.load()) for m in actor.mentions]
    heads = [m.head for m in mentions]
    assert len(heads) == len(set(heads))
    assert all(m.start <= m.head < m.end for m in mentions)


def test_keys_are_unique_and_references_hold_keys() -> None:
    tree = _tree(SPOKESPERSON, MINISTRY, DENIAL)
    actors = find_actors(tree, ActorGazetteer.load())
    keys = [actor.key for actor in actors]
    assert len(keys) == len(set(keys))
    for actor in actors:
        assert {actor.affiliation, actor.part_of} - {None} <= set(keys)


QUOTE = """
    Rebels rebel NOUN NNS 1 nsubj
    fled flee VERB VBD 7 ccomp
    , - PUNCT , 1 punct
    Governor - PROPN NNP 7 nsubj
    Ana - PROPN NNP 3 flat PER
    Ruiz - PROPN NNP 3 flat PER
    later - ADV RB 7 advmod
    said say VERB VBD 7 ROOT
    . - PUNCT . 7 punct
"""
BOY = """
    A a DET DT 1 det
    boy - NOUN NN 2 nsubj
    died die VERB VBD 5 ccomp
    , - PUNCT , 2 punct
    she - PRON PRP 5 nsubj
    added add VERB VBD 5 ROOT
    . - PUNCT . 5 punct
"""
NO_GROUP = """
    No no DET DT 1 det
    group - NOUN NN 2 nsubj
    claimed claim VERB VBD 2 ROOT
    it - PRON PRP 2 obj
    . - PUNCT . 2 punct
"""
TRENCHES = """
    The the DET DT 3 det
    47th - ADJ JJ 3 amod
    Mechanized - PROPN NNP 3 compound
    Brigade - PROPN NNP 7 nsubj
    “ - PUNCT `` 5 punct
    Magura - PROPN NNP 3 appos
    ” - PUNCT '' 5 punct
    dug dig VERB VBD 7 ROOT
    trenches trench NOUN NNS 7 obj
    . - PUNCT . 7 punct
"""


def test_a_title_that_heads_the_phrase_is_where_the_name_is_found() -> None:
    tree, actors = _actors(QUOTE)
    (mention,) = actors["Ana Ruiz"].mentions
    assert tree.span_text(mention.start, mention.end) == "Ana Ruiz"
    assert tree.token(mention.head).text == "Governor"


def test_nobody_in_what_is_told_is_the_one_who_tells() -> None:
    tree, actors = _actors(QUOTE, BOY)
    assert _texts(tree, actors["Ana Ruiz"]) == ["Ana Ruiz", "she"]
    assert _texts(tree, actors["boy"]) == ["A boy"]


def test_a_denied_group_is_no_actor() -> None:
    assert _actors(NO_GROUP)[1] == {}


def test_a_unit_keeps_its_nickname() -> None:
    tree, actors = _actors(TRENCHES)
    (unit,) = actors.values()
    assert unit.kind == "military"
    assert _texts(tree, unit) == ["47th Mechanized Brigade “ Magura ”"]


SIDE = """
    The the DET DT 2 det
    Afghan - ADJ JJ 2 amod
    side - NOUN NN 3 nsubj
    declined decline VERB VBD 3 ROOT
    . - PUNCT . 3 punct
"""
INCLUDED = """
    Shells shell NOUN NNS 1 nsubj
    killed kill VERB VBD 1 ROOT
    seven - NUM CD 3 nummod
    villagers villager NOUN NNS 1 obj
    , - PUNCT , 6 punct
    including include VERB VBG 6 case
    children child NOUN NNS 3 nmod
    . - PUNCT . 1 punct
"""
NUMBER = """
    Mines mine NOUN NNS 1 nsubj
    wounded wound VERB VBD 1 ROOT
    eleven - NUM CD 1 obj
    . - PUNCT . 1 punct
"""
PARTS = """
    Fire fire NOUN NN 1 nsubj
    halted halt VERB VBD 1 ROOT
    a - DET DT 4 det
    cooling - NOUN NN 4 compound
    unit - NOUN NN 1 obj
    . - PUNCT . 1 punct
"""
LAWYERS = """
    Ana - PROPN NNP 2 nsubj PER
    Ruiz - PROPN NNP 0 flat PER
    fled flee VERB VBD 2 ROOT
    and - CCONJ CC 5 cc
    her - PRON PRP$ 5 nmod:poss
    lawyers lawyer NOUN NNS 6 nsubj
    stayed stay VERB VBD 2 conj
    . - PUNCT . 2 punct
"""
LET = """
    Let let VERB VB 0 ROOT
    them - PRON PRP 0 obj
    say - VERB VB 0 xcomp
    so - ADV RB 2 advmod
    . - PUNCT . 0 punct
"""


def test_the_side_of_a_country_is_the_country() -> None:
    assert _actors(SIDE)[1]["Afghanistan"].kind == "state"


def test_people_counted_with_others_are_no_actor_of_their_own() -> None:
    assert list(_actors(INCLUDED)[1]) == ["seven villagers"]


def test_victims_told_by_their_number_are_people() -> None:
    tree, actors = _actors(NUMBER)
    assert actors["eleven people"].kind == "population"
    assert _texts(tree, actors["eleven people"]) == ["eleven"]


def test_a_unit_of_a_plant_is_no_military_unit() -> None:
    assert _actors(PARTS)[1] == {}


def test_a_possessor_is_named_in_the_name_of_a_description() -> None:
    assert "lawyers of Ana Ruiz" in _actors(LAWYERS)[1]


def test_an_acronym_with_two_capitals_is_no_common_word() -> None:
    assert _actors(LET)[1] == {}


def test_an_unnamed_head_and_the_named_head_of_one_body_are_one_person() -> None:
    head = ActorEntity(
        "x", "head", "person", None, (Mention(0, 2, 1, "nominal", "r"),), role="head of the agency", affiliation="a"
    )
    named = ActorEntity(
        "y", "Ann Lee", "person", None, (Mention(9, 11, 9, "name", "r"),), role="chief", affiliation="a"
    )
    other = ActorEntity(
        "z", "Bo Ray", "person", None, (Mention(20, 22, 20, "name", "r"),), role="spokesman", affiliation="a"
    )
    joined = joined_leaders((head, named, other))
    assert [(a.key, len(a.mentions)) for a in joined] == [("y", 2), ("z", 1)]
    assert joined_leaders((head, other)) == (head, other)


def test_actor_that_got_its_key_from_its_noun_is_found_by_it() -> None:
    """ "an army corps … his men": no second actor of the same key, which would be two of one id in the record."""
    cast = Cast()
    corps = cast.enter(Candidate(0, 2, 1, "nominal", "described", "army corps", "military", lemma="corps"), None)
    men = Candidate(5, 7, 6, "nominal", "described", "men", "population", key=corps.key)
    assert cast.enter(men, None) is corps
    assert cast.drafts == [corps]
