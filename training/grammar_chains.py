"""Long sentences of the wire grammar: clauses joined, participles in front, several speakers, outcomes behind."""

from __future__ import annotations

import grammar_words as gw
from grammar_nominals import Nominal
from grammar_phrases import Phrases
from grammar_trees import Tree, joined, punct, word

NUMBERS = ("two", "three", "five", "six", "12", "16", "20", "40")


class Chains(Phrases):
    """What stands before, beside and behind the main clause."""

    def question(self) -> Tree:
        """A clause with a question word; made by ``Reports``."""
        raise NotImplementedError

    def opening(self) -> Tree:
        """“Asked about X, S said …”, “Speaking in X, …”, “Backed by jets, troops took …”, “Citing S, …”."""
        roll = self.r.random()
        if roll < 0.35:
            asked = self.verb(self.r.choice(("ask", "ask", "press", "question")), "passive")
            if self.chance(0.4):
                asked.after(("ccomp", self.clause(depth=1).before(self.mark(self.r.choice(("whether", "if"))))))
            elif self.chance(0.2):
                asked.after(("ccomp", self.question()))
            else:
                asked.after(("obl", self.told().before(self.case("about"))))
            if self.chance(0.2):
                asked.before(("advmod", word("when", "ADV", "WRB", "PronType=Int")))
            speaker = self.speaker()
            main = self.r.choice((
                lambda: self.said(speaker, "say").after(("ccomp", self.clause(depth=1))),
                lambda: self.said(speaker, self.r.choice(("decline", "refuse"))).after(
                    ("xcomp", self.verb("comment", "base").before(self.mark("to")))
                ),
                lambda: self.verb(self.r.choice(("discuss", "confirm")), "base").before(
                    ("nsubj", speaker.tree), ("aux", word("would", "AUX", "MD", "VerbForm=Fin")), self.neg()
                ).after(("obj", self.told())),
            ))()  # fmt: skip
            return self.led(asked, main)
        if roll < 0.55:
            speaking = self.verb(self.r.choice(("speak", "write", "appear")), "ing")
            speaking.after(("obl", self.town().before(self.case("in"))))
            if self.chance(0.4):
                speaking = self.verb(self.r.choice(("cite", "quote")), "ing").after(("obj", self.one_speaker().tree))
            return self.led(speaking, self.statement())
        agent = self.force()
        name, patient = self.objects()
        main = self.tensed(name, plural=agent.plural).before(("nsubj", agent.tree)).after(("obj", patient.tree))
        if roll < 0.8:
            verb, preposition, kind = self.r.choice((
                ("back", "by", "weapons"), ("support", "by", "force"), ("drive", "from", "town"),
                ("arm", "with", "weapons"), ("surround", "by", "force"), ("force", "from", "town"),
                ("accuse", "of", "wrong"), ("link", "to", "group"),
            ))  # fmt: skip
            done = self.verb(verb, "passive").after(("obl", self.filler(kind).before(self.case(preposition))))
            return self.led(done, main)
        name, patient = self.objects()
        having = self.verb(name, "part").before(("aux", word("having", "AUX", "VBG", "VerbForm=Ger", "have")))
        return self.led(having.after(("obj", patient.tree)), main)

    def led(self, first: Tree, main: Tree) -> Tree:
        """A main clause with a participle clause and a comma before it."""
        main.left = [("advcl", first.after(punct(","))), *main.left]
        return main

    def many_speakers(self) -> Tree:
        """“…, the capital of X, police and local leaders said”, “…, witnesses and an official told M on Friday”."""
        clause = self.clause(depth=1)
        if self.chance(0.5):
            agent = self.force()
            name = self.r.choice(gw.TO_PLACE)
            town = self.town()
            what = self.noun(self.r.choice(("capital", "centre", "town", "stronghold", "port", "suburb", "city")))
            if what.word in ("town", "stronghold", "city"):
                what.before(self.det("a"), ("amod", word(self.r.choice(("key", "small", "eastern")), "ADJ", "JJ")))
                what.after(("nmod", self.town().before(self.case(self.r.choice(("near", "outside"))))))
            else:
                what.before(self.det("the")).after(("nmod", self.town().before(self.case("of"))))
            town.after(("appos", what.before(punct(","))))
            clause = self.tensed(name, plural=agent.plural).before(("nsubj", agent.tree)).after(("obj", town))
        if self.chance(0.55):
            sides = [self.one_speaker() for _ in range(self.r.choice((2, 2, 3)))]
            sides = [side for side in sides if side.tree.pos != "PRON" and side.tree.right[-1:] != [punct(",")]]
            if len(sides) > 1:
                speaker = Nominal(joined(side.tree for side in sides), plural=True)
            else:
                speaker = sides[0] if sides else self.speaker()
        else:
            speaker = self.one_speaker()
        if self.chance(0.45):
            tree = self.said(speaker, "tell").after(("iobj", self.filler("media")))
        else:
            tree = self.said(speaker, self.r.choice(("say", "report", "specify", "add", "announce", "confirm", "note")))
        tree.left.insert(0, ("ccomp", clause.after(punct(","))))
        if self.chance(0.2):
            return self.inverted(tree)
        if self.chance(0.3):
            tree.after(self.when())
        if self.chance(0.2):
            other = self.statement() if self.chance(0.4) else self.clause(depth=1)
            tree.after(("advcl", other.before(punct(","), self.mark(self.r.choice(("as", "while", "after"))))))
        return tree

    def chained(self) -> Tree:
        """“A was hit, B was looted and C fled”, “…, and S said …”, also after “as” and inside a statement."""
        count = 3 if self.chance(0.25) else 2
        clauses = [self.clause(depth=1) for _ in range(count)]
        if self.chance(0.35):
            clauses[-1] = self.statement()
        whole = self.and_comma(clauses)
        roll = self.r.random()
        if roll < 0.2:
            return self.said(self.speaker(), "say").after(("ccomp", whole.before(self.mark("that"))))
        if roll < 0.4:
            return self.clause(depth=1).after(
                ("advcl", whole.before(punct(","), self.mark(self.r.choice(("as", "while")))))
            )
        if roll < 0.55:
            tree = self.said(self.one_speaker(), self.r.choice(("say", "report")))
            tree.left.insert(0, ("ccomp", whole.after(punct(","))))
            return tree
        return whole

    def and_comma(self, clauses: list[Tree]) -> Tree:
        """Clauses joined, with a comma before the last "and" or without."""
        head, *others = clauses
        for i, other in enumerate(others):
            last = i == len(others) - 1
            comma = [punct(",")] if not last or self.chance(0.6) else []
            link = [("cc", word(self.r.choice(("and", "and", "but")), "CCONJ", "CC"))] if last else []
            head.after(("conj", other.before(*comma, *link)))
        return head

    def gapped(self) -> Tree:
        """“two were killed and five others wounded”, “a bridge was destroyed and two schools damaged”."""
        first = self.people()
        name, second = self.r.choice((("kill", "wound"), ("kill", "injure"), ("kill", "hurt"), ("wound", "detain")))
        rest = (
            word("others", "NOUN", "NNS", "Number=Plur", "other")
            if self.chance(0.5)
            else self.noun("people", plural=True)
        )
        number = word(self.r.choice(NUMBERS), "NUM", "CD")
        if self.chance(0.4):
            rest = number
        else:
            rest.before(("nummod", number))
        if self.chance(0.3):
            first = Nominal(self.thing(), plural=False)
            name, second = self.r.choice((("destroy", "damage"), ("hit", "burn"), ("burn_down", "loot")))
            rest = self.noun(self.r.choice(gw.HOME), plural=True).before(("nummod", number))
        tree = self.tensed(name, plural=first.plural, passive=True).before(("nsubj:pass", first.tree))
        comma = [punct(",")] if self.chance(0.3) else []
        other = self.verb(second, "passive").before(*comma, ("cc", word("and", "CCONJ", "CC")), ("nsubj:pass", rest))
        tree.after(("conj", other))
        if self.chance(0.5):
            other.after(self.where()) if self.chance(0.5) else tree.after(self.where())
        if self.chance(0.4):
            link = self.mark(self.r.choice(("when", "as", "after")))
            tree.after(("advcl", self.clause(depth=1).before(link)))
        return tree

    def contact(self) -> Tree:
        """“X, a town its troops say they captured”, “a claim S denies”: a clause without a pronoun behind its noun."""
        tree = self.clause(depth=1)
        roll = self.r.random()
        speaker = self.one_speaker()
        if roll < 0.5:
            town = self.town()
            name = self.r.choice(("capture", "take", "seize", "control", "hold", "shell", "lose"))
            they = ("nsubj", word("they", "PRON", "PRP", "Number=Plur|Person=3|PronType=Prs"))
            inner = self.tensed(name, plural=True).before(they)
            if self.chance(0.4):
                inner.after(self.when())
            says = self.said(speaker, self.r.choice(("say", "claim", "insist"))).after(("ccomp", inner))
            kind = word(self.r.choice(gw.PLACE), "NOUN", "NN", "Number=Sing")
            kind.before(punct(","), self.det("an" if kind.word[0] in "aeiou" else "a")).after(("acl:relcl", says))
            return tree.after(
                ("obl", town.before(self.case(self.r.choice(("near", "around", "in")))).after(("appos", kind)))
            )
        plural = self.chance(0.5)
        noun = self.r.choice(("claim", "figure", "charge", "version", "allegation", "report", "account"))
        head = self.noun(noun + "s" * plural, plural=plural)
        if not plural:
            head.before(self.det("an" if noun[0] == "a" else "a"))
        says = self.said(speaker, self.r.choice(("deny", "reject", "call", "dispute", "describe", "regard")))
        false = word(self.r.choice(gw.ADJECTIVE), "ADJ", "JJ", "Degree=Pos")
        if says.lemma == "call":
            says.after(("xcomp", false))
        elif says.lemma in ("describe", "regard"):
            says.after(("obl", false.before(self.case("as"))))
        return tree.after(("parataxis", head.before(punct(self.r.choice((",", ",", "—")))).after(("acl:relcl", says))))

    def seen_doing(self) -> Tree:
        """“saw rescuers carry out a body”, “heard jets pass”, “let them leave”."""
        name, patient = self.objects()
        seen = self.verb(name, "base").after(("obj", patient.tree))
        if self.chance(0.4):
            seen = self.verb(self.r.choice(gw.MOVING), "base").after(self.where())
        verb = self.r.choice(("see", "watch", "hear", "let", "make", "help"))
        return self.said(self.one_speaker(), verb, past=True).after(("obj", self.force().tree), ("xcomp", seen))

    def outcome(self) -> Tree:
        """“…, bringing the toll to 40”, “…, leaving nine people dead”, “left five rebels dead”."""
        people = self.people()
        people.tree.right.clear()
        state = word(self.r.choice(("dead", "wounded", "homeless", "missing", "stranded")), "ADJ", "JJ", "Degree=Pos")
        if self.chance(0.25):
            deed = self.deed()
            tree = self.tensed("leave", plural=deed.plural).before(("nsubj", deed.tree))
            return tree.after(("obj", people.tree), ("xcomp", state))
        tree = self.clause(depth=1)
        if self.chance(0.5):
            result = self.verb("leave", "ing").after(("obj", people.tree), ("xcomp", state))
        else:
            number = self.count()[0][1]
            number.left.insert(0, self.case("to"))
            toll = self.noun(self.r.choice(("death toll", "toll", "number"))).before(self.det("the"))
            result = self.verb(self.r.choice(("bring", "raise")), "ing").after(("obj", toll), ("obl", number))
        return tree.after(("advcl", result.before(punct(","))))
