"""Noun phrases of the wire grammar with what became of them told behind or before them, and the verb they wait for.

"A ceasefire agreed in X last month collapsed": a parser that takes "agreed" for the verb loses the sentence.
"""

from __future__ import annotations

import grammar_words as gw
from augment_names import organisation
from grammar_idioms import Idioms
from grammar_nominals import Nominal
from grammar_trees import Part, Tree, punct, word


class Modifiers(Idioms):
    """Participles, relative clauses and appositions in noun phrases."""

    def thing(self) -> Tree:
        head = super().thing()
        if head.right or self.chance(0.94):
            return head
        return head.after(("acl", self.reduced("thing")))

    def filler(self, kind: str) -> Tree:
        """A noun phrase of a kind that ``reduced`` names."""
        if kind in ("place", "thing", "weapons"):
            return {"place": self.place, "thing": self.thing, "weapons": self.weapons}[kind]()
        if kind in ("force", "people", "deed"):
            return {"force": self.force, "people": self.people, "deed": self.deed}[kind]().tree
        if kind in ("group", "media"):
            return self.proper(organisation(self.names, kind, self.r))
        if kind == "person":
            return self.person()
        if kind == "body":
            return self.speaker_noun()
        if kind == "wrong":
            return self.mass_noun(self.r.choice(gw.WRONG))
        return {"town": self.town, "country": self.country}[kind]()

    def mass_noun(self, phrase: str) -> Tree:
        return self.noun(phrase, plural=phrase.endswith("s"))

    def reduced(self, kind: str) -> Tree:
        """A participle clause behind a noun: "agreed in X", "run by rebels", "launched on Friday"."""
        if self.chance(0.08):
            return self.believed()
        verb, *rest = self.r.choice(gw.REDUCED[kind]).split()
        tree = self.verb(verb, "passive")
        if rest[0] == "when":
            tree.after(self.when())
        elif rest[-1] == "month":
            month = word(self.r.choice(("March", "June", "July", "October")), "PROPN", "NNP", "Number=Sing")
            tree.after(("obl", month.before(self.case(rest[0]))))
        else:
            tree.after(("obl", self.filler(rest[1]).before(self.case(rest[0]))))
        if self.chance(0.2):
            unit = word(self.r.choice(("week", "month", "year")), "NOUN", "NN", "Number=Sing")
            last = word(self.r.choice(("last", "this")), "ADJ", "JJ")
            tree.after(("obl:unmarked", unit.before(("amod", last) if last.word == "last" else self.det("this"))))
        return tree

    def believed(self) -> Tree:
        """“believed to belong to rebels”, “said to have left X”."""
        inner = self.verb("belong", "base").after(("obl", self.force().tree.before(self.case("to"))))
        if self.chance(0.5):
            name, patient = self.objects()
            have = ("aux", word("have", "AUX", "VB", "VerbForm=Inf"))
            inner = self.verb(name, "part").before(have).after(("obj", patient.tree))
        elif self.chance(0.4):
            inner = self.town().before(("cop", self.be("base", plural=False)), self.case(self.r.choice(("from", "in"))))
        inner.before(self.mark("to"))
        return self.verb(self.r.choice(("believe", "say", "think", "suspect", "know")), "passive").after(
            ("xcomp", inner)
        )

    def doing(self) -> Tree:
        """A clause in -ing behind people or papers: "guarding the bridge", "fleeing X", "ordering them to leave"."""
        roll = self.r.random()
        if roll < 0.6:
            return self.deed_phrase("ing")
        if roll < 0.8:
            where = self.case(self.r.choice(("in", "near", "at", "along")))
            name = self.r.choice(("serve", "shelter", "live", "work", "fight", "sleep", "wait", "patrol", "hide"))
            return self.verb(name, "ing").after(("obl", self.place().before(where)))
        return self.verb(self.r.choice(("flee", "leave", "guard", "defend", "enter")), "ing").after(
            ("obj", self.town())
        )

    def subject(self) -> tuple[str, Nominal]:
        """A noun phrase that something became of, and its kind."""
        kind = self.r.choice(("weapon", "people", "people", "force", "force", "deal", "deal", "paper", "thing",
                              "place", "deed"))  # fmt: skip
        if kind in ("people", "force", "deed"):
            made = {"people": self.people, "force": self.force, "deed": self.deed}[kind]()
            if made.tree.right or made.tree.pos == "PROPN":
                made = Nominal(self.noun(self.r.choice(gw.PEOPLE), plural=True).before(*self.count()), plural=True)
                return "people", made
            return kind, made
        if kind == "weapon":
            if self.chance(0.5):
                return kind, Nominal(self.weapons(), plural=True)
            one = self.noun(self.r.choice(("drone", "missile", "rocket", "shell", "helicopter", "jet")))
            return kind, Nominal(self.with_article(one), plural=False)
        if kind in ("deal", "paper"):
            noun = self.r.choice(gw.DEAL if kind == "deal" else gw.PAPER)
            if self.chance(0.2) and " " not in noun and noun != "embargo":
                return kind, Nominal(self.noun(noun + "s", plural=True), plural=True)
            return kind, Nominal(self.with_article(self.noun(noun)), plural=False)
        if kind == "thing":
            return kind, Nominal(self.with_article(self.noun(self.r.choice(gw.THING))), plural=False)
        return kind, Nominal(
            word(self.r.choice(gw.PLACE), "NOUN", "NN", "Number=Sing").before(self.det("the")), plural=False
        )

    def main_verb(self, kind: str, subject: Nominal) -> Tree:
        """A clause of a subject of that kind; never in the passive with "by" alone."""
        plural = subject.plural
        roll = self.r.random()
        past = self.chance(0.8)
        if kind == "paper":
            said = self.r.choice(("say", "show", "suggest", "claim", "confirm", "warn", "indicate", "accuse"))
            tree = self.tensed(said, plural=plural, past=past).before(("nsubj", subject.tree))
            if said == "accuse":
                wrong = self.deed_phrase("gerund").before(self.mark("of"))
                return tree.after(("obj", self.force().tree), ("advcl", wrong))
            clause = self.clause(depth=1)
            return tree.after(("ccomp", clause.before(self.mark("that")) if self.chance(0.5) else clause))
        if kind in ("people", "force") and roll < 0.3:
            said = self.r.choice(("say", "say", "tell", "deny", "describe", "refuse"))
            tree = self.tensed(said, plural=plural, past=past).before(("nsubj", subject.tree))
            if said == "tell":
                tree.after(("iobj", self.filler("media")))
            if said in ("say", "tell"):
                return tree.after(("ccomp", self.clause(depth=1)))
            if said == "refuse":
                return tree.after(("xcomp", self.to_do()))
            return tree.after(("obj", self.told()))
        if kind in ("people", "force", "weapon", "deed") and roll < 0.7:
            name, patient = self.objects()
            if kind == "deed":
                name, patient = self.r.choice(("kill", "wound", "displace", "injure")), self.people()
            elif kind == "weapon":
                name = self.r.choice(("hit", "strike", "damage", "destroy"))
                patient = Nominal(self.thing(), plural=False)
            return (
                self.tensed(name, plural=plural, past=past).before(("nsubj", subject.tree)).after(("obj", patient.tree))
            )
        active = {
            "weapon": ("explode", "crash", "fall", "land"),
            "people": ("arrive", "return", "die", "flee", "surrender", "remain"),
            "force": ("withdraw", "advance", "retreat", "regroup", "remain", "arrive"),
            "deal": ("hold", "collapse", "expire", "fail", "begin", "end", "continue"),
            "thing": ("burn", "collapse", "close", "reopen"),
            "place": ("fall", "burn"),
            "deed": ("continue", "begin", "fail", "end", "last"),
        }[kind]
        passive = {
            "weapon": ("intercept", "destroy", "recover", "seize"),
            "people": ("release", "bury", "find", "kill", "wound", "identify", "take"),
            "force": ("ambush", "defeat", "attack", "surround", "withdraw"),
            "deal": ("reject", "extend", "violate", "postpone", "turn_down", "approve", "observe"),
            "thing": ("hit", "destroy", "evacuate", "set_ablaze", "loot"),
            "place": ("shell", "recapture", "evacuate", "bomb", "threaten"),
            "deed": ("condemn", "call_off", "repel", "blame"),
        }[kind]
        if self.chance(0.5):
            tree = self.tensed(self.r.choice(active), plural=plural, past=past).before(("nsubj", subject.tree))
            return tree.after(self.where() if self.chance(0.5) else self.when())
        tree = self.tensed(self.r.choice(passive), plural=plural, passive=True, past=past)
        return tree.before(("nsubj:pass", subject.tree)).after(self.when() if self.chance(0.6) else self.where())

    def set_off(self, subject: Nominal, part: Part) -> None:
        """Put a clause between commas behind a noun phrase."""
        part[1].before(punct(","))
        subject.tree.after(part, punct(","))

    def modified(self) -> Tree:
        """“The truce agreed in X collapsed”, “A clip, filmed from a roof, shows …”, “people fleeing X said …”."""
        kind, subject = self.subject()
        active = kind in ("people", "force") and self.chance(0.3)
        clause = self.doing() if active else self.reduced(kind)
        if self.chance(0.3):
            self.set_off(subject, ("acl", clause))
        else:
            subject.tree.after(("acl", clause))
        return self.main_verb(kind, subject)

    def modified_object(self) -> Tree:
        """The same phrases as objects: “hit a school run by X”, “rejected the truce agreed in X”."""
        kind, patient = self.subject()
        patient.tree.after(("acl", self.reduced(kind)))
        if kind in ("deal", "paper"):
            name = self.r.choice(("reject", "welcome", "publish", "violate", "cite", "sign", "denounce"))
            return self.said(self.speaker(), name).after(("obj", patient.tree))
        name = self.r.choice({"weapon": gw.TO_WEAPON, "people": gw.TO_PEOPLE, "force": gw.TO_PEOPLE, "deed": ["repel"],
                              "thing": gw.TO_THING, "place": gw.TO_PLACE}[kind])  # fmt: skip
        agent = self.force()
        return self.tensed(name, plural=agent.plural).before(("nsubj", agent.tree)).after(("obj", patient.tree))
