"""Denials, charges, requests, threats, names and silences of the wire grammar."""

from __future__ import annotations

import grammar_words as gw
from grammar_nominals import Nominal
from grammar_statements import Statements
from grammar_trees import Tree, punct, word


class Stances(Statements):
    """Statements that take a stand."""

    def denial(self) -> Tree:
        speaker = self.speaker()
        roll = self.r.random()
        if roll < 0.35:
            tree = self.said(speaker, self.r.choice(gw.GERUND)).after(("xcomp", self.deed_phrase("gerund")))
        elif roll < 0.75:
            tree = self.said(speaker, self.r.choice(gw.OBJECT)).after(("obj", self.told()))
            if self.chance(0.25):
                named = word(self.r.choice(gw.ADJECTIVE), "ADJ", "JJ")
                tree.after(("obl", named.before(self.case("as"))))
        else:
            tree = self.said(speaker, "deny").after(("ccomp", self.clause(past=self.chance(0.4))))
        self.second(tree)
        return tree

    def accusation(self) -> Tree:
        tree = self.said(self.speaker(), self.r.choice(gw.BLAMING))
        accused = (
            Nominal(word("each", "DET", "DT").after(("fixed", word("other", "ADJ", "JJ"))), plural=False)
            if self.chance(0.08)
            else self.force()
        )
        tree.after(("obj", accused.tree))
        if self.chance(0.8):
            wrong = self.deed_phrase("gerund").before(self.mark("of"))
            if self.chance(0.15):
                wrong.after(("conj", self.deed_phrase("gerund").before(("cc", word("and", "CCONJ", "CC")))))
            tree.after(("advcl", wrong))
        else:
            tree.after(
                (
                    "obl",
                    self.noun("crimes", plural=True).before(
                        self.case("of"), ("compound", word("war", "NOUN", "NN", "Number=Sing"))
                    ),
                )
            )
        return tree

    def blame(self) -> Tree:
        tree = self.said(self.speaker(), "blame")
        if self.chance(0.7):
            return tree.after(("obj", self.force().tree), ("obl", self.deed().tree.before(self.case("for"))))
        return tree.after(("obj", self.deed().tree), ("obl", self.force().tree.before(self.case("on"))))

    def request(self) -> Tree:
        speaker = self.speaker()
        roll = self.r.random()
        if roll < 0.5:
            tree = self.said(speaker, self.r.choice(gw.ASKING)).after(
                ("obj", self.force().tree), ("xcomp", self.to_do())
            )
        elif roll < 0.65:
            called = self.said(speaker, "call")
            tree = called.after(("obl", self.force().tree.before(self.case("on"))), ("xcomp", self.to_do()))
        elif roll < 0.8:
            tree = self.said(speaker, self.r.choice(("call", "ask", "appeal", "press", "push")))
            tree.after(("obl", self.wanted().before(self.case("for"))))
        elif roll < 0.9:
            tree = self.said(speaker, self.r.choice(("demand", "propose", "seek", "request"))).after(
                ("obj", self.wanted())
            )
        else:
            name, patient = self.objects()
            wish = self.verb(name, "base").before(("nsubj", self.force().tree)).after(("obj", patient.tree))
            if self.chance(0.7):
                wish.before(self.mark("that"))
            tree = self.said(speaker, self.r.choice(gw.DEMANDING)).after(("ccomp", wish))
        if self.chance(0.25):
            other = self.verb(self.r.choice(("warn", "say", "add")), "past").after(
                ("ccomp", self.clause(depth=1).before(self.mark("that")))
            )
            tree.after(("conj", other.before(("cc", word("and", "CCONJ", "CC")))))
        return tree

    def wanted(self) -> Tree:
        head = self.noun(self.r.choice(gw.WANTED))
        return self.with_article(head)

    def threat(self) -> Tree:
        speaker = self.speaker()
        roll = self.r.random()
        if roll < 0.5:
            tree = self.said(speaker, self.r.choice(gw.INFINITIVE))
            if self.chance(0.2):
                tree.after(self.when())
            tree.after(("xcomp", self.to_do()))
        elif roll < 0.65:
            mass = self.noun(self.r.choice(gw.MASS))
            tree = self.said(speaker, self.r.choice(("threaten", "vow", "promise", "order", "seek", "reject"))).after(
                ("obj", mass)
            )
        elif roll < 0.78:
            tree = self.said(speaker, "threaten").after(
                ("obj", self.people().tree), ("obl", self.noun(self.r.choice(gw.MASS)).before(self.case("with")))
            )
        elif roll < 0.9:
            coming = self.with_article(self.noun(self.r.choice(gw.COMING)))
            tree = self.said(speaker, "warn").after(("obl", coming.before(self.case("of"))))
        else:
            tree = self.said(speaker, "warn").after(
                ("obj", self.people().tree), ("advcl", self.deed_phrase("gerund").before(self.mark("against")))
            )
        if self.chance(0.25):
            tree.after(("advcl", self.clause(depth=1).before(self.mark(self.r.choice(("if", "unless"))))))
        return tree

    def naming(self) -> Tree:
        """ "called the raid a crime", "described it as a lie"."""
        name = self.r.choice(gw.CALLING)
        thing = self.told() if self.chance(0.5) else self.deed().tree
        noun = self.noun(self.r.choice(gw.NAMED_AS))
        if noun.word not in ("propaganda", "nonsense"):
            noun.before(self.det("an" if (noun.left or [("", noun)])[0][1].word[0] in "aeiou" else "a"))
        tree = self.said(self.speaker(), name).after(("obj", thing))
        if name in ("call", "brand", "label") and self.chance(0.8):
            what = noun if self.chance(0.6) else word(self.r.choice(gw.ADJECTIVE), "ADJ", "JJ")
            return tree.after(("xcomp", what))
        if self.chance(0.4):
            noun = word(self.r.choice(gw.ADJECTIVE), "ADJ", "JJ")
        return tree.after(("obl", noun.before(self.case("as"))))

    def silence(self) -> Tree:
        speaker = self.speaker()
        roll = self.r.random()
        comment = self.verb(
            self.r.choice(("comment", "elaborate", "respond", "say", "confirm", "give", "answer")), "base"
        ).before(self.mark("to"))
        if comment.lemma in ("confirm", "give"):
            comment.after(("obj", self.told()))
        elif comment.lemma == "say":
            comment.after(("ccomp", self.clause(depth=1).before(self.mark("whether"))))
        elif self.chance(0.4):
            comment.after(("obl", self.told().before(self.case("on" if comment.lemma != "respond" else "to"))))
        if roll < 0.35:
            return self.said(speaker, self.r.choice(("decline", "refuse"))).after(("xcomp", comment))
        if roll < 0.55:
            has = self.have("present", plural=speaker.plural)
            has.pos = "VERB"
            return has.before(("nsubj", speaker.tree)).after(self.adverb("yet"), ("xcomp", comment))
        if roll < 0.7:
            modal = ("aux", word(self.r.choice(("could", "would")), "AUX", "MD", "VerbForm=Fin"))
            tree = self.verb("confirm", "base").before(
                ("nsubj", speaker.tree), modal, ("cc:preconj", word("neither", "CCONJ", "CC"))
            )
            deny = self.verb("deny", "base").before(("cc", word("nor", "CCONJ", "CC")))
            if self.chance(0.6):
                deny.after(("obj", self.told()))
            else:
                deny.after(("ccomp", self.clause(depth=1).before(self.mark("that"))))
            return tree.after(("conj", deny))
        if roll < 0.85:
            verify = self.verb(self.r.choice(("verify", "confirm", "check")), "base")
            could = ("aux", word("could", "AUX", "MD", "VerbForm=Fin"))
            adverb = [self.adverb(self.r.choice(("independently", "immediately")))] if self.chance(0.6) else []
            return verify.before(("nsubj", speaker.tree), could, self.neg(), *adverb).after(("obj", self.told()))
        known = word(self.r.choice(("clear", "unclear")), "ADJ", "JJ")
        be = ("cop", self.be(self.r.choice(("past", "present")), plural=False))
        it = ("expl", word("it", "PRON", "PRP", "Number=Sing|Person=3|PronType=Prs"))
        yet = [self.neg()] if known.word == "clear" else []
        return known.before(it, be, *yet).after(("csubj", self.clause(depth=1).before(self.mark("whether"))))

    def disputed(self) -> Tree:
        """ "…, a claim that S denies", "…, an assertion Kyiv called untrue", "…, which S blamed on rebels"."""
        tree = self.statement() if self.chance(0.5) else self.clause(depth=1)
        roll = self.r.random()
        noun = self.r.choice(("claim", "figure", "charge", "version", "assertion", "report", "account"))
        said = self.said(
            self.speaker(),
            self.r.choice(("deny", "reject", "dispute", "dismiss", "call", "describe", "regard", "question")),
        )
        false = word(self.r.choice(gw.ADJECTIVE), "ADJ", "JJ")
        if said.lemma in ("call",):
            said.after(("xcomp", false))
        elif said.lemma in ("describe", "regard", "dismiss") or (said.lemma == "reject" and self.chance(0.4)):
            said.after(("obl", false.before(self.case("as"))))
        if roll < 0.65:
            head = word(noun, "NOUN", "NN", "Number=Sing").before(punct(","), self.det("an" if noun[0] in "a" else "a"))
            if self.chance(0.6):
                said.before(("obj", word(self.r.choice(("that", "which")), "PRON", "WDT", "PronType=Rel")))
            host = next((part for dep, part in reversed(tree.right) if dep in ("ccomp", "obj", "obl")), tree)
            if host is tree:
                return tree.after(("appos", head.after(("acl:relcl", said))))
            return tree.after(("parataxis", head.after(("acl:relcl", said))))
        blame = self.said(self.speaker(), "blame").before(
            punct(","), ("obj", word("which", "PRON", "WDT", "PronType=Rel"))
        )
        blame.after(("obl", self.force().tree.before(self.case("on"))))
        return tree.after(("advcl", blame))

    def carried(self) -> Tree:
        """A claim told by a noun: "the claim that C was denied by S", "S rejected reports that C"."""
        clause = self.clause(depth=1).before(self.mark("that"))
        plural = self.chance(0.4)
        noun = self.r.choice(("claim", "report", "allegation", "accusation", "suggestion"))
        head = (
            word(noun + "s", "NOUN", "NNS", "Number=Plur", noun) if plural else word(noun, "NOUN", "NN", "Number=Sing")
        )
        if self.chance(0.4):
            head.before(("nmod:poss", self.possessor()))
        elif not plural or self.chance(0.3):
            head.before(self.det("the" if plural else "a"))
        head.after(("acl", clause))
        if self.chance(0.7):
            tree = self.said(self.speaker(), self.r.choice(gw.OBJECT)).after(("obj", head))
        else:
            tree = self.tensed(
                self.r.choice(("deny", "reject", "dismiss", "dispute", "confirm")), plural=plural, passive=True
            )
            tree.before(("nsubj:pass", head))
            if self.chance(0.6):
                tree.after(("obl", self.speaker().tree.before(self.case("by"))))
        return tree

    def toll(self) -> Tree:
        if self.chance(0.5):
            tree = self.said(self.speaker(), self.r.choice(("put", "raise", "revise")), past=True)
            number = self.count()[0][1]
            figure = self.noun(self.r.choice(("death toll", "toll", "number", "figure"))).before(self.det("the"))
            number.left.insert(0, self.case("at" if tree.lemma == "put" else "to"))
            return tree.after(("obj", figure), ("obl", number))
        people = self.noun(self.r.choice(gw.PEOPLE), plural=True).before(*self.count())
        tree = self.tensed(
            self.r.choice(("kill", "wound", "injure", "arrest", "displace", "capture", "detain")),
            plural=True,
            passive=True,
        )
        tree.before(("nsubj:pass", people))
        more = self.count()[0][1]
        second = self.verb(self.r.choice(("wound", "injure", "detain")), "passive").before(
            ("cc", word("and", "CCONJ", "CC")), ("nsubj:pass", more)
        )
        tree.after(("conj", second))
        if self.chance(0.5):
            tree.after(self.where())
        return tree
