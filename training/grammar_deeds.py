"""Clauses of the wire grammar that tell what happened, with their circumstances."""

from __future__ import annotations

import grammar_words as gw
from augment_names import DAYS
from grammar_nominals import Nominal, Nominals, singular
from grammar_trees import Part, Tree, punct, word

MONTH_NAMES = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip


class Deeds(Nominals):
    """Happenings and states as clauses."""

    def when(self) -> Part:
        roll = self.r.random()
        day = word(self.r.choice(DAYS), "PROPN", "NNP", "Number=Sing")
        if roll < 0.4:
            return "obl", day.before(self.case("on"))
        if roll < 0.5:
            return "obl:unmarked", day
        if roll < 0.6:
            late = word(self.r.choice(("late", "early")), "ADV", "RB")
            return "advmod", late.after(("obl", day.before(self.case("on"))))
        if roll < 0.7:
            return self.adverb("overnight")
        if roll < 0.8:
            unit = word(self.r.choice(("week", "month", "year")), "NOUN", "NN", "Number=Sing")
            return "obl:unmarked", unit.before(("amod", word("last", "ADJ", "JJ")))
        if roll < 0.9:
            month = word(self.r.choice(MONTH_NAMES), "PROPN", "NNP", "Number=Sing")
            return "obl", month.before(self.case("in"))
        if self.chance(0.5):
            return "obl", self.deed().tree.before(
                self.case(self.r.choice(("after", "since", "during", "before", "amid")))
            )
        unit = word(self.r.choice(("morning", "evening", "night")), "NOUN", "NN", "Number=Sing")
        return "obl", unit.before(self.case("on"), ("compound", day))

    def where(self) -> Part:
        preposition = self.r.choice(("in", "near", "outside", "north of", "around", "at"))
        if preposition == "north of":
            north = word(self.r.choice(("north", "south", "east", "west")), "ADV", "RB")
            return "advmod", north.after(("obl", self.town().before(self.case("of"))))
        spot = self.town() if self.chance(0.6) else self.thing() if self.chance(0.5) else self.place()
        return "obl", spot.before(self.case(preposition))

    def with_what(self) -> Part:
        return "obl", self.weapons().before(self.case("with"))

    def objects(self) -> tuple[str, Nominal]:
        """A transitive deed and what it is done to."""
        kind = self.r.random()
        if kind < 0.32:
            return self.r.choice(gw.TO_PLACE), Nominal(self.place(), plural=False)
        if kind < 0.55:
            return self.r.choice(gw.TO_THING), Nominal(self.thing(), plural=False)
        if kind < 0.85:
            return self.r.choice(gw.TO_PEOPLE), self.people()
        return self.r.choice(gw.TO_WEAPON), Nominal(self.weapons(), plural=True)

    def clause(self, *, past: bool = True, depth: int = 0) -> Tree:
        """A finite clause that tells a happening or a state."""
        tree = self.happening(past=past)
        if self.chance(0.35):
            tree.after(self.where())
        if self.chance(0.35):
            tree.after(self.when())
        if self.chance(0.12):
            tree.after(self.with_what())
        if tree.tag == "VBD" and self.chance(0.12):
            name, patient = self.objects()
            tree.after(
                (
                    "conj",
                    self.verb(name, "past").before(("cc", word("and", "CCONJ", "CC"))).after(("obj", patient.tree)),
                )
            )
        if depth == 0:
            self.extended(tree)
        return tree

    def happening(self, *, past: bool) -> Tree:
        """A finite clause without circumstances."""
        roll = self.r.random()
        if roll < 0.36:
            agent = self.force() if self.chance(0.8) else self.deed()
            name, patient = self.objects()
            tree = (
                self.tensed(name, plural=agent.plural, past=past)
                .before(("nsubj", agent.tree))
                .after(("obj", patient.tree))
            )
        elif roll < 0.6:
            name, patient = self.objects()
            plural = patient.plural or patient.tree.tag == "NNS" or any(d == "conj" for d, _ in patient.tree.right)
            tree = self.tensed(name, plural=plural, passive=True, past=past).before(("nsubj:pass", patient.tree))
            if self.chance(0.3):
                tree.after(("obl", self.force().tree.before(self.case("by"))))
            elif self.chance(0.3):
                deed = self.deed()
                tree.after(("obl", deed.tree.before(self.case("in"))))
        elif roll < 0.74:
            name, agent = self.moving()
            tree = self.tensed(name, plural=agent.plural, past=past).before(("nsubj", agent.tree))
            if self.chance(0.5):
                tree.after(("obl", self.place().before(self.case(self.r.choice(("from", "toward", "into", "to"))))))
        elif roll < 0.84:
            deed = self.deed()
            people = self.people()
            tree = self.tensed(self.r.choice(("kill", "wound", "injure", "displace")), plural=deed.plural, past=past)
            tree.before(("nsubj", deed.tree)).after(("obj", people.tree))
            if self.chance(0.35):
                more = word(str(self.r.randint(3, 60)), "NUM", "CD")
                second = self.verb(self.r.choice(("wound", "injure")), "past").after(("obj", more))
                tree.after(("conj", second.before(("cc", word("and", "CCONJ", "CC")))))
        elif roll < 0.89:
            tree = self.state(past=past)
        elif roll < 0.93:
            agent = self.force()
            name = self.r.choice(("begin", "fail", "try", "continue", "manage", "attempt", "seek", "start"))
            tree = (
                self.tensed(name, plural=agent.plural, past=past)
                .before(("nsubj", agent.tree))
                .after(("xcomp", self.to_do()))
            )
        elif roll < 0.96:
            people = self.people() if self.chance(0.6) else self.force()
            name = self.r.choice(("believe", "report", "say", "expect", "order", "force", "think", "allege", "fear"))
            tree = self.verb(name, "passive").before(
                ("nsubj:pass", people.tree), ("aux:pass", self.be("past" if past else "present", plural=people.plural))
            )
            done = self.deed_phrase("part" if name not in ("expect", "order", "force") else "base")
            if name not in ("expect", "order", "force"):
                done.before(("aux", word("have", "AUX", "VB", "VerbForm=Inf")))
            tree.after(("xcomp", done.before(self.mark("to"))))
        else:
            tree = self.existing(past=past)
        return tree

    def existing(self, *, past: bool) -> Tree:
        """ "There were no casualties"."""
        noun = self.r.choice(("casualties", "reports", "clashes", "deaths", "explosions"))
        be = self.be("past" if past else "present", plural=True)
        be.pos = "VERB"
        lemma = singular(noun)
        tree = be.before(("expl", word("there", "PRON", "EX", "_"))).after(
            ("nsubj", word(noun, "NOUN", "NNS", "Number=Plur", lemma))
        )
        if self.chance(0.4):
            tree.right[-1][1].before(("det", word("no", "DET", "DT", "PronType=Neg")))
        return tree

    def moving(self) -> tuple[str, Nominal]:
        if self.chance(0.55):
            return self.r.choice(gw.MOVING), self.force()
        if self.chance(0.5):
            return self.r.choice(gw.DYING), self.people()
        if self.chance(0.5):
            return self.r.choice(gw.HAPPENING), self.deed()
        return self.r.choice(("explode", "crash", "land", "collapse", "burn")), Nominal(self.weapons(), plural=True)

    def state(self, *, past: bool) -> Tree:
        """ "the town was under control", "the report was false", "a deal was near"."""
        tense = "past" if past else "present"
        not_ = [self.neg()] if self.chance(0.15) else []
        if self.chance(0.5):
            subject = (
                self.told()
                if self.chance(0.5)
                else self.noun(self.r.choice(("situation", "road", "deal", "truce", "offer"))).before(self.det("the"))
            )
            plural = subject.tag == "NNS"
            head = word(self.r.choice(gw.ADJECTIVE), "ADJ", "JJ")
            return head.before(("nsubj", subject), ("cop", self.be(tense, plural=plural)), *not_)
        subject = self.place()
        plural = subject.tag == "NNS" or any(d == "conj" for d, _ in subject.right)
        head = self.noun(self.r.choice(("control", "fire", "siege", "attack"))).before(self.case("under"))
        if head.word == "control" and self.chance(0.6):
            head.left.insert(1, self.demonym())
        return head.before(("nsubj", subject), ("cop", self.be(tense, plural=plural)), *not_)

    def extended(self, tree: Tree) -> None:
        """A circumstance behind: ", killing five people", "after rebels attacked X", ", while …"."""
        roll = self.r.random()
        if roll < 0.08:
            name, patient = self.objects()
            if self.chance(0.5):
                name, patient = self.r.choice(("kill", "wound", "injure", "displace")), self.people()
            result = self.verb(name, "ing").before(punct(",")).after(("obj", patient.tree))
            if self.chance(0.3):
                more = self.verb(self.r.choice(("wound", "injure", "damage")), "ing").before(
                    ("cc", word("and", "CCONJ", "CC"))
                )
                result.after(("conj", more.after(("obj", self.people().tree))))
            tree.after(("advcl", result))
        elif roll < 0.1:
            forced = (
                self.verb("force", "ing").before(punct(",")).after(("obj", self.people().tree), ("xcomp", self.to_do()))
            )
            tree.after(("advcl", forced))
        elif roll < 0.12:
            tree.after(("advcl", self.to_do()))
        elif roll < 0.16:
            link = self.r.choice(("after", "before", "when", "as", "while", "since", "because", "where"))
            if link in ("when", "where"):
                head = ("advmod", word(link, "ADV", "WRB", "PronType=Int"))
            else:
                head = self.mark(link)
            tree.after(("advcl", self.clause(depth=1).before(head)))

    def deed_phrase(self, form: str) -> Tree:
        """A deed without a subject in base or -ing form: "to storm X", "shelling a school"."""
        if self.chance(0.75):
            name, patient = self.objects()
            tree = self.verb(name, form).after(("obj", patient.tree))
        else:
            tree = self.verb(self.r.choice(gw.MOVING), form)
            if self.chance(0.5):
                tree.after(("obl", self.place().before(self.case(self.r.choice(("from", "on", "to", "into"))))))
        if self.chance(0.25):
            tree.after(self.where())
        if self.chance(0.15):
            tree.after(self.when())
        return tree

    def to_do(self) -> Tree:
        """An infinitive with "to"."""
        tree = self.deed_phrase("base")
        return tree.before(*([self.neg()] if self.chance(0.12) else []), self.mark("to"))
