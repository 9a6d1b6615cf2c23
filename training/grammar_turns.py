"""Stances and roles of the wire grammar that stand on nouns and adjectives: responsibility, readiness, captivity."""

from __future__ import annotations

from collections.abc import Callable

import grammar_words as gw
from augment_names import organisation
from grammar_nominals import Nominal
from grammar_reports import Reports
from grammar_trees import Part, Tree, word

ROLES = ("head", "chief", "leader", "envoy", "lawmaker", "boss", "warlord", "analyst", "surgeon", "driver", "general",
         "commander", "activist", "spokesman", "deputy", "founder")  # fmt: skip

ADVERBS = ("last", "also", "later", "reportedly", "heavily", "largely", "briefly", "still", "now", "then", "first",
           "repeatedly", "fully", "allegedly", "deliberately", "recently", "accidentally", "already")  # fmt: skip


class Turns(Reports):
    """Set phrases of claims, denials and captures."""

    def turn(self) -> Tree:
        """One of the turns below."""
        turns: list[Callable[[], Tree]] = [
            self.responsible,
            self.no_part,
            self.able,
            self.captive,
            self.unnamed,
            self.role_before,
            self.through,
            self.behind,
            self.claimed_to,
        ]
        return turns[self.r.randrange(len(turns))]()

    def when(self) -> Part:
        """Times as before, and "two hours later", "since dawn", "in June 2014", "on 4 October"."""
        if self.chance(0.7):
            return super().when()
        roll = self.r.random()
        month = word(
            self.r.choice(("January", "March", "June", "July", "October", "Feb.")), "PROPN", "NNP", "Number=Sing"
        )
        if roll < 0.25:
            year = word(str(self.r.randint(1994, 2026)), "NUM", "CD")
            return "obl", month.after(("nmod:unmarked", year)).before(self.case(self.r.choice(("in", "since"))))
        day = word(str(self.r.randint(1, 30)), "NUM", "CD")
        if roll < 0.4:
            return "obl", day.after(("nmod:unmarked", month)).before(self.case(self.r.choice(("on", "since"))))
        if roll < 0.5:
            return "obl", month.after(("nummod", day)).before(self.case(self.r.choice(("on", "since"))))
        number = ("nummod", word(self.r.choice(("two", "three", "several", "10")), "NUM", "CD"))
        unit = self.noun(self.r.choice(("hours", "days", "weeks", "months")), plural=True).before(number)
        if roll < 0.65:
            later = word(self.r.choice(("later", "earlier")), "ADV", "RBR", "Degree=Cmp")
            return "advmod", later.before(("obl:unmarked", unit))
        if roll < 0.8:
            unit.left.insert(0, ("amod", word("past", "ADJ", "JJ", "Degree=Pos")))
            return "obl", unit.before(self.case(self.r.choice(("over", "in"))), self.det("the"))
        if roll < 0.87:
            following = word("following", "VERB", "VBG", "Tense=Pres|VerbForm=Part", "follow")
            return "obl", self.deed().tree.before(("case", following))
        part = word(self.r.choice(("dawn", "midnight", "noon", "dusk")), "NOUN", "NN", "Number=Sing")
        return "obl", part.before(self.case(self.r.choice(("before", "since", "at", "after"))))

    def tensed(self, name: str, *, plural: bool, passive: bool = False, past: bool = True) -> Tree:
        """As before, now and then with an adverb before the verb: “last met”, “had heavily shelled”."""
        tree = super().tensed(name, plural=plural, passive=passive, past=past)
        if self.chance(0.05):
            tree.left.append(self.adverb(self.r.choice(ADVERBS)))
        return tree

    def told(self) -> Tree:
        """What was told, now and then with what it is about: "the claims regarding the fall of X"."""
        head = super().told()
        if head.right or self.chance(0.9):
            return head
        case = self.case(self.r.choice(("about", "of", "on")))
        if self.chance(0.4):
            form = self.r.choice(("regarding", "concerning"))
            case = ("case", word(form, "VERB", "VBG", "Tense=Pres|VerbForm=Part", form[:-3]))
        about = self.noun(self.r.choice(("fall", "loss", "capture", "bombing", "killing", "release"))).before(
            self.det("the")
        )
        of = self.place() if self.chance(0.5) else self.people().tree
        return head.after(("nmod", about.after(("nmod", of.before(self.case("of")))).before(case)))

    def responsible(self) -> Tree:
        """“claimed responsibility for the blast”, “no group has claimed the attack”."""
        group = Nominal(self.filler("group"), plural=False)
        if self.chance(0.35):
            group = Nominal(self.noun("group").before(("det", word("no", "DET", "DT", "PronType=Neg"))), plural=False)
        name = self.r.choice(("claim", "claim", "deny", "take", "accept", "admit"))
        tree = self.tensed(name, plural=False).before(("nsubj", group.tree))
        deed = self.deed().tree
        if name in ("claim", "deny", "admit") and self.chance(0.3):
            return tree.after(("obj", deed))
        blame = self.noun("credit" if name == "claim" and self.chance(0.2) else "responsibility")
        return tree.after(("obj", blame.after(("nmod", deed.before(self.case("for"))))))

    def no_part(self) -> Tree:
        """“denied any role in the raid”, “said it had no part in it”, “had nothing to do with it”."""
        noun, preposition = self.r.choice(
            (("role", "in"), ("part", "in"), ("involvement", "in"), ("link", "to"), ("knowledge", "of"),
             ("responsibility", "for"), ("connection", "with"))
        )  # fmt: skip
        role = self.noun(noun).after(("nmod", self.deed().tree.before(self.case(preposition))))
        if self.chance(0.5):
            if self.chance(0.8):
                role.before(("det", word("any", "DET", "DT", "PronType=Ind")))
            return self.said(self.speaker(), "deny").after(("obj", role))
        who = self.r.choice((("it", False), ("they", True), ("he", False)))
        subject = word(who[0], "PRON", "PRP", f"Number={'Plur' if who[1] else 'Sing'}|Person=3|PronType=Prs")
        had = self.have("past", plural=who[1])
        had.pos = "VERB"
        had.before(("nsubj", subject))
        if self.chance(0.5):
            had.after(("obj", role.before(("det", word("no", "DET", "DT", "PronType=Neg")))))
        else:
            do = self.verb("do", "base").before(self.mark("to"))
            do.after(("obl", self.deed().tree.before(self.case("with"))))
            nothing = word("nothing", "PRON", "NN", "Number=Sing|PronType=Neg")
            had.after(("obj", nothing.after(("acl", do))))
        if self.chance(0.4):
            had.left.insert(0, self.mark("that"))
        return self.said(self.speaker(), self.r.choice(("say", "insist", "claim"))).after(("ccomp", had))

    def able(self) -> Tree:
        """“is due to visit X”, “was unable to confirm the toll”, “are ready to attack”."""
        form = self.r.choice(("due", "able", "unable", "ready", "likely", "unlikely", "willing", "reluctant", "set"))
        if form in ("able", "unable") and self.chance(0.6):
            subject = self.speaker()
            act = self.verb(self.r.choice(("verify", "confirm", "authenticate", "establish")), "base")
            act.after(("obj", self.told())).before(self.mark("to"))
        else:
            subject = self.force() if self.chance(0.5) else Nominal(self.known_person(), plural=False)
            act = self.to_do()
        tense = "past" if self.chance(0.5) else "present"
        if form == "set":
            head = self.verb("set", "passive").before(
                ("nsubj:pass", subject.tree), ("aux:pass", self.be(tense, plural=subject.plural))
            )
            return head.after(("xcomp", act))
        head = word(form, "ADJ", "JJ", "Degree=Pos")
        return head.before(("nsubj", subject.tree), ("cop", self.be(tense, plural=subject.plural))).after(
            ("xcomp", act)
        )

    def captive(self) -> Tree:
        """“took nine soldiers prisoner”, “were held hostage in X”."""
        held, as_what = self.r.choice(
            (("take", "prisoner"), ("take", "hostage"), ("hold", "hostage"), ("hold", "captive"))
        )
        state = word(as_what, "NOUN", "NN", "Number=Sing")
        people = self.people()
        people.tree.right.clear()
        if self.chance(0.5):
            tree = self.tensed(held, plural=people.plural, passive=True).before(("nsubj:pass", people.tree))
        else:
            agent = self.force()
            tree = self.tensed(held, plural=agent.plural).before(("nsubj", agent.tree)).after(("obj", people.tree))
        return tree.after(("xcomp", state), self.where() if self.chance(0.5) else self.when())

    def unnamed(self) -> Tree:
        """“a doctor, who asked not to be named, cast doubt on the toll”: a clause of anonymity before the verb."""
        speaker = self.with_article(self.noun(self.r.choice(gw.SPEAKER_ONE)))
        who = ("nsubj", word("who", "PRON", "WP", "PronType=Rel"))
        named = self.verb(self.r.choice(("name", "identify", "quote")), "passive")
        named.before(self.neg(), self.mark("to"), ("aux:pass", self.be("base", plural=False)))
        clause = self.verb("ask", "past").after(("xcomp", named))
        if self.chance(0.3):
            own = word("his", "PRON", "PRP$", "Gender=Masc|Number=Sing|Person=3|Poss=Yes|PronType=Prs", "his")
            name = self.noun("name").before(("nmod:poss", own))
            clause = self.verb("give", "past").after(("obj", name), ("obl", self.person().before(self.case("as"))))
        elif self.chance(0.5):
            condition = self.noun("condition").before(self.case("on"))
            secret = self.noun("anonymity").before(self.case("of"))
            clause = self.verb("speak", "past").after(("obl", condition.after(("nmod", secret))))
        clause.before(who)
        if self.chance(0.7):
            self.set_off(Nominal(speaker, plural=False), ("acl:relcl", clause))
        else:
            speaker.after(("acl:relcl", clause))
        if self.chance(0.5):
            return self.main_verb("people", Nominal(speaker, plural=False))
        doubt = self.noun("doubt").after(("nmod", self.told().before(self.case("on"))))
        if self.chance(0.5):
            return self.verb("cast", "past").before(("nsubj", speaker)).after(("obj", doubt))
        number = self.count()[0][1]
        number.left.insert(0, self.case("at"))
        toll = self.noun("toll").before(self.det("the"))
        return self.verb("put", "past").before(("nsubj", speaker)).after(("obj", toll), ("obl", number))

    def role_before(self) -> Tree:
        """“DPR head Ivan Koval said”, “Boko Haram leader X threatened”: a group and a role before a name."""
        name = self.person()
        role = word(self.r.choice(ROLES), "NOUN", "NN", "Number=Sing")
        if self.chance(0.6):
            role.before(("compound", self.proper(organisation(self.names, "group", self.r))))
        elif self.chance(0.5):
            role.before(self.demonym())
        if self.chance(0.2):
            role.before(
                ("amod", word(self.r.choice(("former", "senior", "veteran", "local")), "ADJ", "JJ", "Degree=Pos"))
            )
        name.before(("nmod:desc", role))
        return self.main_verb("people", Nominal(name, plural=False))

    def through(self) -> Tree:
        """“a missile tore through a market”, “shells slammed into X”."""
        subject = Nominal(self.weapons(), plural=True)
        if self.chance(0.6):
            one = self.noun(self.r.choice(("blast", "missile", "bomb", "drone", "shell", "rocket", "fire")))
            subject = Nominal(self.with_article(one), plural=False)
        name = self.r.choice(("tear", "rip", "slam", "sweep", "crash", "smash", "plough", "rain", "fly"))
        over = {"slam": "into", "rain": "down", "fly": "over", "crash": "into"}.get(name, "through")
        tree = self.tensed(name, plural=subject.plural).before(("nsubj", subject.tree))
        if over == "down":
            tree.after(("compound:prt", word("down", "ADP", "RP")))
            over = "on"
        spot = self.thing() if self.chance(0.5) else self.place()
        return tree.after(("obl", spot.before(self.case(over))))

    def behind(self) -> Tree:
        """“S said X was behind the raid”, “accused X of being behind it”."""
        deed = self.deed().tree.before(self.case("behind"))
        agent = self.force()
        if self.chance(0.4):
            being = word("being", "AUX", "VBG", "VerbForm=Ger", "be")
            accused = self.said(self.speaker(), "accuse").after(("obj", agent.tree))
            deed.left = [self.mark("of"), ("cop", being), *deed.left]
            return accused.after(("advcl", deed))
        deed.left = [("nsubj", agent.tree), ("cop", self.be("past", plural=agent.plural)), *deed.left]
        if self.chance(0.5):
            deed.left.insert(0, self.mark("that"))
        return self.said(self.speaker(), self.r.choice(("say", "claim", "suspect", "believe"))).after(("ccomp", deed))

    def claimed_to(self) -> Tree:
        """“claimed on Friday to have shot down a jet”, “tried six times to storm X”."""
        if self.chance(0.5):
            name, patient = self.objects()
            have = ("aux", word("have", "AUX", "VB", "VerbForm=Inf"))
            deed = self.verb(name, "part").before(self.mark("to"), have).after(("obj", patient.tree))
            tree = self.said(self.speaker(), "claim")
            return tree.after(*([self.when()] if self.chance(0.5) else []), ("xcomp", deed))
        agent = self.force()
        number = word(self.r.choice(("two", "three", "six", "12", "27")), "NUM", "CD")
        times = self.noun("times", plural=True).before(("nummod", number))
        tree = self.tensed(self.r.choice(("try", "attempt", "threaten", "promise")), plural=agent.plural)
        between = ("obl:unmarked", times) if self.chance(0.5) else self.when()
        return tree.before(("nsubj", agent.tree)).after(between, ("xcomp", self.to_do()))
