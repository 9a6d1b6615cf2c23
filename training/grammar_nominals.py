"""Noun phrases of the wire grammar: people, forces, places, things, weapons, deeds told by a noun."""

from __future__ import annotations

from dataclasses import dataclass

import grammar_words as gw
from augment_names import organisation
from grammar_forms import Forms
from grammar_trees import Part, Tree, joined, punct, word

MASS_DEEDS = ("shelling", "bombing", "bombardment", "siege", "crackdown", "offensive")


@dataclass(frozen=True, slots=True)
class Nominal:
    """A noun phrase and its number."""

    tree: Tree
    plural: bool


class Nominals(Forms):
    """Noun phrases by what they name."""

    def noun(self, phrase: str, *, plural: bool = False) -> Tree:
        """A common noun with its compounds; "of" opens a modifier; adjectives in front are told by the list."""
        if " of " in phrase:
            head, _, rest = phrase.partition(" of ")
            modifier = self.noun(rest.removeprefix("the "), plural=rest.endswith("s"))
            if rest.startswith("the "):
                modifier.before(self.det("the"))
            return self.noun(head, plural=plural).after(("nmod", modifier.before(self.case("of"))))
        *front, last = phrase.split()
        tag, number = ("NNS", "Number=Plur") if plural else ("NN", "Number=Sing")
        head = word(last, "NOUN", tag, number, singular(last) if plural else last)
        parts: list[Part] = []
        for w in front:
            adjective = w in ("local", "special", "foreign", "humanitarian", "armoured", "ballistic", "military")
            if w.isdigit() or w in ("two", "three"):
                parts.append(("nummod", word(w, "NUM", "CD")))
            elif adjective:
                parts.append(("amod", word(w, "ADJ", "JJ")))
            else:
                parts.append(("compound", word(w, "NOUN", "NN", "Number=Sing")))
        return head.before(*parts)

    def count(self) -> list[Part]:
        """A number with what hedges it, as dependents of a noun."""
        form = self.r.choice(
            ("two", "three", "five", "nine", str(self.r.randint(4, 90)), str(self.r.randint(100, 900)))
        )
        number = word(form, "NUM", "CD")
        roll = self.r.random()
        if roll < 0.15:
            least = word("least", "ADJ", "JJS", "Degree=Sup").before(self.case("at"))
            number.before(("nmod", least))
        elif roll < 0.27:
            more = word("more", "ADJ", "JJR", "Degree=Cmp", "more").after(("fixed", word("than", "ADP", "IN")))
            number.before(("advmod", more))
        elif roll < 0.34:
            number.before(self.adverb("about"))
        return [("nummod", number)]

    def people(self) -> Nominal:
        if self.chance(0.2):
            head = word(self.r.choice(gw.PERSON), "NOUN", "NN", "Number=Sing")
            return Nominal(self.with_article(head), plural=False)
        if self.chance(0.1):
            many = self.r.choice(("dozens", "hundreds", "thousands", "scores"))
            head = word(many, "NOUN", "NNS", "Number=Plur", many[:-1])
            of = self.noun(self.r.choice(gw.PEOPLE), plural=True).before(self.case("of"))
            return Nominal(head.after(("nmod", of)), plural=True)
        if self.chance(0.06):
            head = word(str(self.r.randint(4, 40)), "NUM", "CD")
            of = self.noun(self.r.choice(gw.PEOPLE), plural=True).before(self.case("of"), self.det("the"))
            return Nominal(head.after(("nmod", of)), plural=True)
        head = self.noun(self.r.choice(gw.PEOPLE), plural=True)
        roll = self.r.random()
        if roll < 0.5:
            head.before(*self.count())
        elif roll < 0.65:
            head.before(self.demonym())
        elif roll < 0.75:
            head.before(("amod", word(self.r.choice(("several", "many", "other", "dozens")), "ADJ", "JJ")))
            if head.left[0][1].word == "dozens":
                head.left.pop(0)
        if self.chance(0.1):
            roll = self.r.random()
            if roll < 0.5:
                name, patient = self.objects()
                who = ("nsubj", word("who", "PRON", "WP", "PronType=Rel"))
                head.after(("acl:relcl", self.tensed(name, plural=True).before(who).after(("obj", patient.tree))))
            elif roll < 0.75:
                head.after(("acl", self.deed_phrase("ing")))
            else:
                made = self.verb(
                    self.r.choice(("hold", "trap", "arrest", "displace", "wound", "shelter", "accuse")), "passive"
                )
                head.after(("acl", made.after(self.where())))
        elif self.chance(0.12):
            child = self.noun(self.r.choice(("children", "women", "officers", "medics", "pilots")), plural=True)
            if self.chance(0.6):
                child.before(("nummod", word(self.r.choice(("two", "three", "four")), "NUM", "CD")))
            child.before(punct(","), ("case", word("including", "VERB", "VBG", "Tense=Pres|VerbForm=Part", "include")))
            head.after(("nmod", child), punct(","))
        return Nominal(head, plural=True)

    def with_article(self, head: Tree) -> Tree:
        first = head.left[0][1].word if head.left else head.word
        form = "the" if self.chance(0.5) else "an" if first[0] in "aeiou" else "a"
        return head.before(self.det(form))

    def force(self) -> Nominal:
        roll = self.r.random()
        if roll < 0.18:
            return Nominal(self.country(), plural=False)
        if roll < 0.28:
            return Nominal(self.proper(organisation(self.names, "group", self.r)), plural=False)
        if roll < 0.38:
            return Nominal(self.proper(organisation(self.names, "unit", self.r)).before(self.det("the")), plural=False)
        if roll < 0.46:
            body = word(
                self.r.choice(("army", "navy", "military", "militia", "air force")).split()[-1],
                "NOUN",
                "NN",
                "Number=Sing",
            )
            return Nominal(body.before(self.det("the"), *([self.demonym()] if self.chance(0.5) else [])), plural=False)
        head = self.noun(self.r.choice(gw.FORCE), plural=True)
        if head.word in ("artillery", "infantry", "police"):
            head.tag, head.feats, head.lemma = ("NN", "Number=Sing", head.word)
        if self.chance(0.45):
            head.before(self.demonym())
        elif self.chance(0.3):
            head.before(
                (
                    "compound",
                    word(self.r.choice(("government", "rebel", "coalition", "army")), "NOUN", "NN", "Number=Sing"),
                )
            )
        elif self.chance(0.3):
            head.before(self.det("the"))
        if self.chance(0.15):
            if self.chance(0.5):
                head.after(
                    (
                        "nmod",
                        self.proper(organisation(self.names, "group", self.r)).before(
                            self.case("from"), self.det("the")
                        ),
                    )
                )
            else:
                backing = self.noun(self.r.choice(gw.FORCE), plural=True).before(self.case("by"), self.demonym())
                backed = word("backed", "VERB", "VBN", "Tense=Past|VerbForm=Part|Voice=Pass", "back")
                head.after(("acl", backed.after(("obl", backing))))
        return Nominal(head, plural=head.tag == "NNS")

    def place(self) -> Tree:
        """A place as an object: a bare name, "the town of X", "two villages near X"."""
        roll = self.r.random()
        if roll < 0.3:
            return self.town()
        kind = self.r.choice(gw.PLACE)
        if roll < 0.6:
            head = word(kind, "NOUN", "NN", "Number=Sing").before(self.det("the"))
            if self.chance(0.3):
                adjective = word(
                    self.r.choice(("eastern", "northern", "southern", "strategic", "besieged")), "ADJ", "JJ"
                )
                head.left.insert(1, ("amod", adjective))
            return head.after(("nmod", self.town().before(self.case("of"))))
        if roll < 0.75:
            head = word(f"{kind}s" if not kind.endswith("y") else kind[:-1] + "ies", "NOUN", "NNS", "Number=Plur", kind)
            return head.before(*self.count()).after(
                ("nmod", self.town().before(self.case(self.r.choice(("near", "outside")))))
            )
        if roll < 0.87:
            return joined([self.town() for _ in range(self.r.choice((2, 2, 3)))])
        return word(kind, "NOUN", "NN", "Number=Sing").before(self.det("the"))

    def thing(self) -> Tree:
        head = self.noun(self.r.choice(gw.THING))
        self.with_article(head)
        if self.chance(0.4):
            head.after(("nmod", self.town().before(self.case(self.r.choice(("in", "near", "outside", "at"))))))
        return head

    def weapons(self) -> Tree:
        head = self.noun(self.r.choice(gw.WEAPON), plural=True)
        if self.chance(0.1):
            of = head.before(
                self.case("of"), self.det("the"), ("nummod", word(str(self.r.randint(20, 90)), "NUM", "CD"))
            )
            return word(str(self.r.randint(4, 19)), "NUM", "CD").after(("nmod", of))
        if self.chance(0.5):
            head.before(*self.count())
        elif self.chance(0.3):
            head.before(self.demonym())
        return head

    def deed(self) -> Nominal:
        """A happening told by a noun: "the shelling of X", "an overnight strike on a school"."""
        noun = self.r.choice(gw.DEED_NOUN)
        many = noun not in MASS_DEEDS and self.chance(0.25)
        head = self.noun(several(noun) if many else noun, plural=many)
        if self.chance(0.2):
            head.before(
                ("compound", word(self.r.choice(("drone", "rocket", "missile", "mortar")), "NOUN", "NN", "Number=Sing"))
            )
        if self.chance(0.3):
            head.before(self.demonym())
        if self.chance(0.3):
            head.before(("amod", word(self.r.choice(gw.NATURE), "ADJ", "JJ")))
        if many:
            head.before(*([self.det("the")] if self.chance(0.2) else []))
        elif not self.chance(0.1):
            self.with_article(head)
        if self.chance(0.6):
            over = (
                "of" if noun in ("shelling", "bombing", "bombardment", "siege") else self.r.choice(("on", "in", "near"))
            )
            aim = self.place() if over != "on" or self.chance(0.5) else self.thing()
            head.after(("nmod", aim.before(self.case(over))))
        if self.chance(0.12):
            agent = self.force()
            head.after(("nmod", agent.tree.before(self.case("by"))))
        return Nominal(head, plural=many)

    def told(self) -> Tree:
        phrase = self.r.choice(gw.TOLD)
        head = self.noun(phrase, plural=phrase.split(" of ")[0].endswith("s"))
        return head.before(self.det("the"))

    def objects(self) -> tuple[str, Nominal]:
        """A deed and what it is done to; a noun phrase may hold a clause, which ``Deeds`` makes."""
        raise NotImplementedError

    def deed_phrase(self, form: str) -> Tree:
        """A deed without a subject; made by ``Deeds``."""
        raise NotImplementedError

    def where(self) -> Part:
        """A place as an adjunct; made by ``Deeds``."""
        raise NotImplementedError


def several(noun: str) -> str:
    """The plural of one of the nouns of ``grammar_words``."""
    return noun + ("es" if noun.endswith(("sh", "ch", "s")) else "s")


def singular(noun: str) -> str:
    """The singular of one of the nouns of ``grammar_words``."""
    special = {"children": "child", "police": "police", "headquarters": "headquarters", "clashes": "clash"}
    for ending, one in (("men", "man"), ("ies", "y"), ("ches", "ch"), ("shes", "sh")):
        if noun.endswith(ending):
            special.setdefault(noun, noun.removesuffix(ending) + one)
    return special.get(noun, noun[:-1] if noun.endswith("s") else noun)
