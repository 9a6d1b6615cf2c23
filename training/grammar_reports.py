"""Attributed statements of the wire grammar in the shapes that long sentences give them."""

from __future__ import annotations

import grammar_words as gw
from grammar_chains import Chains
from grammar_nominals import Nominal
from grammar_trees import Part, Tree, joined, punct, word


class Reports(Chains):
    """Questions told, quoted words, speakers joined, clauses joined."""

    def quotes(self) -> tuple[Part, Part]:
        """An opening and a closing mark, curly or straight."""
        if self.chance(0.5):
            return punct("“"), punct("”")
        return punct('"open'), punct('"close')

    def named_as(self) -> Tree:
        """What a thing is called: "a lie", "pure propaganda"."""
        noun = self.noun(self.r.choice(gw.NAMED_AS))
        first = noun.left[0][1].word if noun.left else noun.word
        if noun.word not in ("propaganda", "nonsense"):
            return noun.before(self.det("an" if first[0] in "aeiou" else "a"))
        return noun.before(("amod", word(self.r.choice(("absolute", "pure", "hostile")), "ADJ", "JJ")))

    def quoted_name(self) -> Tree:
        """“called the report “baseless””, “dismissed it as “enemy propaganda””."""
        what = self.told() if self.chance(0.5) else self.deed().tree if self.chance(0.5) else None
        if what is None:
            form = self.r.choice(("it", "this", "that"))
            what = word("it", "PRON", "PRP") if form == "it" else word(form, "PRON", "DT", "Number=Sing|PronType=Dem")
        noun = self.named_as()
        if self.chance(0.4):
            noun = word(self.r.choice(gw.ADJECTIVE), "ADJ", "JJ")
        opening, closing = self.quotes()
        noun.before(opening).after(closing)
        calls = self.chance(0.55)
        name = self.r.choice(
            ("call", "brand", "label", "deem") if calls else ("describe", "dismiss", "reject", "denounce")
        )
        if calls:
            named: Part = ("xcomp", noun)
        else:
            noun.left.insert(0, self.case("as"))
            named = ("obl", noun)
        if self.chance(0.25):
            tree = self.said(self.speaker(), self.r.choice(("deny", "reject", "dispute"))).after(("obj", self.told()))
            return tree.after(("advcl", self.verb(name, "ing").before(punct(",")).after(("obj", what), named)))
        if named[0] == "obl" and what.pos == "NOUN" and self.chance(0.25):
            return self.said(self.speaker(), name).after(named, ("obj", what))
        return self.said(self.speaker(), name).after(("obj", what), named)

    def quoted_words(self) -> Tree:
        """“said its men had “neutralised” nine rebels”, “vowed to “crush” them”: quotes around a verb or an end."""
        opening, closing = self.quotes()
        agent = self.force()
        name, patient = self.objects()
        if self.chance(0.4):
            deed = self.verb(name, "base").before(self.mark("to")).after(("obj", patient.tree))
            _quote(deed, opening, closing, whole=self.chance(0.5))
            return self.said(self.speaker(), self.r.choice(("vow", "threaten", "promise"))).after(("xcomp", deed))
        deed = self.tensed(name, plural=agent.plural).after(("obj", patient.tree))
        _quote(deed, opening, closing, whole=self.chance(0.4))
        deed.left.insert(0, ("nsubj", agent.tree))
        if self.chance(0.5):
            deed.left.insert(0, self.mark("that"))
        return self.said(self.speaker(), self.r.choice(("say", "say", "claim", "warn"))).after(("ccomp", deed))

    def in_what(self) -> Tree:
        """“in what S called an act of war”, “in what would be the deadliest attack in years”."""
        tree = self.clause(depth=1)
        what = word("what", "PRON", "WP", "PronType=Rel").before(self.case("in"))
        if self.chance(0.5):
            what.before(punct(","))
        if self.chance(0.6):
            noun = self.named_as()
            called = self.said(self.speaker(), self.r.choice(("call", "describe")))
            if called.lemma == "call":
                called.after(("xcomp", noun))
            else:
                called.after(("obl", noun.before(self.case("as"))))
            return tree.after(("obl", what.after(("acl:relcl", called))))
        worst = word(self.r.choice(("deadliest", "worst", "largest", "biggest")), "ADJ", "JJS", "Degree=Sup")
        head = word(self.r.choice(("attack", "raid", "strike", "massacre")), "NOUN", "NN", "Number=Sing")
        modal = ("aux", word(self.r.choice(("would", "could", "may")), "AUX", "MD", "VerbForm=Fin"))
        cop = [modal, ("cop", self.be("base", plural=False))] if self.chance(0.5) else [
            ("cop", self.be(self.r.choice(("past", "present")), plural=False))
        ]  # fmt: skip
        head.before(*cop, self.det("the"), ("amod", worst))
        years = self.noun(self.r.choice(("years", "months", "weeks")), plural=True)
        return tree.after(("obl", what.after(("acl:relcl", head.after(("nmod", years.before(self.case("in"))))))))

    def question(self) -> Tree:
        """A clause with a question word: “who fired the shell”, “how many were held”, “what it was carrying”."""
        roll = self.r.random()
        name, patient = self.objects()
        if roll < 0.3:
            who = word("who", "PRON", "WP", "PronType=Int")
            if self.chance(0.35):
                who = word("group", "NOUN", "NN", "Number=Sing").before(
                    ("det", word("which", "DET", "WDT", "PronType=Int"))
                )
            return self.tensed(name, plural=False).before(("nsubj", who)).after(("obj", patient.tree))
        if roll < 0.45:
            agent = self.force()
            what = word("what", "PRON", "WP", "PronType=Int")
            verb = self.tensed(
                self.r.choice(("carry", "plan", "target", "do", "want", "hit", "find")), plural=agent.plural
            )
            return verb.before(("obj", what), ("nsubj", agent.tree))
        if roll < 0.65:
            people = self.noun(self.r.choice(gw.PEOPLE), plural=True)
            many = word("many", "ADJ", "JJ", "Degree=Pos").before(("advmod", word("how", "ADV", "WRB", "PronType=Int")))
            people.before(("amod", many))
            if self.chance(0.6):
                verb = self.r.choice(("kill", "hold", "wound", "capture", "detain"))
                return self.tensed(verb, plural=True, passive=True).before(("nsubj:pass", people))
            agent = self.force()
            verb = self.r.choice(("kill", "lose", "hold", "capture"))
            return self.tensed(verb, plural=agent.plural).before(("obj", people), ("nsubj", agent.tree))
        link = self.r.choice(("where", "when", "why", "how"))
        return self.clause(depth=1).before(("advmod", word(link, "ADV", "WRB", "PronType=Int")))

    def asked_who(self) -> Tree:
        """“S would not say who fired it”, “it was not clear how many were held”."""
        roll = self.r.random()
        question = self.question()
        if roll < 0.35:
            be = ("cop", self.be(self.r.choice(("past", "present")), plural=False))
            it = ("expl", word("it", "PRON", "PRP", "Number=Sing|Person=3|PronType=Prs"))
            immediately = [self.adverb("immediately")] if self.chance(0.4) else []
            if self.chance(0.4):
                known = self.verb("know", "passive").before(it, ("aux:pass", be[1]), self.neg())
                if self.chance(0.5):
                    known.before()
                    known.left.append(self.adverb("yet"))
                return known.after(("csubj", question))
            if self.chance(0.5):
                clear = word("unclear", "ADJ", "JJ", "Degree=Pos").before(it, be)
            else:
                clear = word("clear", "ADJ", "JJ", "Degree=Pos").before(it, be, self.neg(), *immediately)
            return clear.after(("csubj", question))
        name = self.r.choice(("say", "say", "specify", "reveal", "confirm", "disclose", "explain"))
        speaker = self.speaker()
        if roll < 0.6:
            modal = ("aux", word(self.r.choice(("would", "could")), "AUX", "MD", "VerbForm=Fin"))
            return self.verb(name, "base").before(("nsubj", speaker.tree), modal, self.neg()).after(("ccomp", question))
        if roll < 0.75:
            did = word("did", "AUX", "VBD", "Mood=Ind|Tense=Past|VerbForm=Fin", "do")
            return (
                self.verb(name, "base")
                .before(("nsubj", speaker.tree), ("aux", did), self.neg())
                .after(("ccomp", question))
            )
        if roll < 0.9:
            say = self.verb(name, "base").before(self.mark("to")).after(("ccomp", question))
            return self.said(speaker, self.r.choice(("decline", "refuse"))).after(("xcomp", say))
        asked = self.r.choice(("ask", "wonder", "investigate", "know"))
        return self.said(speaker, asked).after(("ccomp", question))

    def neither(self) -> Tree:
        """“has neither confirmed nor denied the report”, “neither S nor T has commented”."""
        if self.chance(0.5):
            speaker = self.speaker()
            first, second = self.r.choice(
                (("confirm", "deny"), ("confirm", "reject"), ("admit", "deny"), ("accept", "reject"))
            )
            aux = [("aux", self.have("present", plural=speaker.plural))] if self.chance(0.5) else []
            form = "part" if aux else "past"
            deny = self.verb(second, form).before(("cc", word("nor", "CCONJ", "CC"))).after(("obj", self.told()))
            return (
                self.verb(first, form)
                .before(("nsubj", speaker.tree), *aux, ("cc:preconj", word("neither", "CCONJ", "CC")))
                .after(("conj", deny))
            )
        pair, last = self.r.choice((("neither", "nor"), ("neither", "nor"), ("both", "and")))
        sides = [self.country() if self.chance(0.5) else self.speaker_noun() for _ in range(2)]
        both = joined(sides, last).before(("cc:preconj", word(pair, "CCONJ", "CC")))
        tree = self.said(
            Nominal(both, plural=pair == "both"), self.r.choice(("confirm", "report", "deny", "acknowledge"))
        )
        return tree.after(("obj", self.told()))

    def by_another(self) -> Tree:
        """“S quoted T as saying C”, “S said T had told U that C”, “S said T had admitted shelling X”."""
        clause = self.clause(depth=1)
        if self.chance(0.7):
            clause.before(self.mark("that"))
        if self.chance(0.4):
            saying = self.verb(self.r.choice(("say", "tell", "say")), "gerund")
            if saying.lemma == "tell":
                saying.after(("iobj", self.filler("media")))
            saying.after(("ccomp", clause)).before(self.mark("as"))
            if self.chance(0.6):
                return self.said(self.speaker(), self.r.choice(("quote", "cite"))).after(
                    ("obj", self.one_speaker().tree), ("advcl", saying)
                )
            speaker = self.one_speaker()
            tree = self.tensed("quote", plural=speaker.plural, passive=True).before(("nsubj:pass", speaker.tree))
            if self.chance(0.5):
                tree.after(("obl", self.filler("media").before(self.case("by"))))
            return tree.after(("advcl", saying))
        inner_speaker = self.one_speaker()
        had = self.have("past", plural=inner_speaker.plural)
        if self.chance(0.55):
            inner = self.verb("tell", "part").after(("iobj", self.one_speaker().tree), ("ccomp", clause))
        elif self.chance(0.5):
            inner = self.verb(self.r.choice(gw.THAT), "part").after(("ccomp", clause))
        else:
            inner = self.verb(self.r.choice(("admit", "deny")), "part").after(("xcomp", self.deed_phrase("gerund")))
        inner.before(("nsubj", inner_speaker.tree), ("aux", had))
        return self.said(self.speaker(), "say").after(("ccomp", inner))

    def between(self) -> Tree:
        """“S, on Thursday, denied …”, “S on Friday said …”, “S has in the past rejected …”."""
        speaker = self.one_speaker()
        name = self.r.choice(("deny", "reject", "confirm", "dismiss", "condemn", "announce"))
        time = self.noun(self.r.choice(("past", "end", "meantime"))).before(self.case("in"), self.det("the"))
        if self.chance(0.4):
            tree = self.verb(name, "part").before(
                ("nsubj", speaker.tree), ("aux", self.have("present", plural=speaker.plural)), ("obl", time)
            )
            return tree.after(("obj", self.told()))
        tree = self.verb(name if self.chance(0.5) else "say", "past")
        dep, when = self.when()
        if dep != "obl" or when.tag == "NN":
            dep, when = "obl", time
        aside = self.chance(0.35) and speaker.tree.pos != "PRON"
        if aside:
            preposition, noun = self.r.choice((("for", "part"), ("in", "turn"), ("by", "contrast"), ("in", "response")))
            when = self.noun(noun).before(self.case(preposition))
            if noun == "part":
                when.left.insert(
                    1, ("nmod:poss", word("its", "PRON", "PRP$", "Number=Sing|Person=3|Poss=Yes|PronType=Prs"))
                )
            if self.chance(0.3):
                dep, when = self.adverb(self.r.choice(("however", "meanwhile", "though")))
        marks = (aside or self.chance(0.4)) and speaker.tree.right[-1:] != [punct(",")]
        if marks:
            when.before(punct(",")).after(punct(","))
        tree.before(("nsubj", speaker.tree), (dep, when))
        if tree.lemma == "say":
            return tree.after(("ccomp", self.clause(depth=1)))
        return tree.after(("obj", self.told()))


def _quote(tree: Tree, opening: Part, closing: Part, *, whole: bool) -> None:
    """Put quotes around a verb: to the end of its clause, or around the word alone."""
    at = len(tree.left)
    tree.left.insert(at, opening)
    if whole:
        tree.after(closing)
    else:
        tree.right.insert(0, closing)
