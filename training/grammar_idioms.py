"""Turns of wire copy that no other part of the wire grammar has."""

from __future__ import annotations

from collections.abc import Callable

import grammar_words as gw
from grammar_stances import Stances
from grammar_trees import Tree, joined, word


class Idioms(Stances):
    """Set phrases and frames of single verbs."""

    def idiom(self) -> Tree:
        """One of the turns below."""
        turns: list[Callable[[], Tree]] = [
            self.deadline,
            self.dragged,
            self.clashes,
            self.attacked,
            self.burned,
            self.crashed,
            self.nominal,
            self.fire,
            self.laid_down,
            self.due,
            self.returned,
            self.hoped,
            self.scoffed,
            self.urged,
            self.rarely,
            self.left,
        ]
        return turns[self.r.randrange(len(turns))]()

    def deadline(self) -> Tree:
        """“gave the rebels 48 hours to leave”."""
        hours = self.noun(self.r.choice(("hours", "days", "weeks")), plural=True)
        hours.before(("nummod", word(self.r.choice(("24", "48", "72", "ten", "three")), "NUM", "CD")))
        tree = self.said(self.speaker(), "give", past=True).after(("iobj", self.force().tree), ("obj", hours))
        hours.after(("acl", self.to_do()))
        return tree

    def dragged(self) -> Tree:
        """“were dragged out of the school by rebels”."""
        people = self.people()
        name = self.r.choice(("drag", "pull", "take", "drive", "lead"))
        tree = self.tensed(name, plural=people.plural, passive=True).before(("nsubj:pass", people.tree))
        out = self.thing().before(("case", word("out", "ADP", "IN")), self.case("of"))
        tree.after(("obl", out))
        return tree.after(("obl", self.force().tree.before(self.case("by")))) if self.chance(0.5) else tree

    def clashes(self) -> Tree:
        """“clashes between the army and rebels killed nine people”."""
        plural = self.chance(0.7)
        head = (
            self.noun(self.r.choice(("clashes", "battles")), plural=True)
            if plural
            else word("fighting", "NOUN", "NN", "Number=Sing")
        )
        if self.chance(0.3):
            head.before(("amod", word(self.r.choice(gw.NATURE), "ADJ", "JJ")))
        sides = joined([self.force().tree, self.force().tree])
        head.after(("nmod", sides.before(self.case("between"))))
        name, patient = self.r.choice(
            (
                ("kill", self.people().tree),
                ("wound", self.people().tree),
                ("displace", self.people().tree),
                ("destroy", self.thing()),
                ("shake", self.place()),
            )
        )
        return self.tensed(name, plural=plural).before(("nsubj", head)).after(("obj", patient))

    def attacked(self) -> Tree:
        """“attacked four times near X; shelled for hours”."""
        agent = self.force()
        tree = self.tensed(self.r.choice(("attack", "fire", "advance", "shell", "strike")), plural=agent.plural).before(
            ("nsubj", agent.tree)
        )
        if self.chance(0.5):
            times = self.noun("times", plural=True).before(
                ("nummod", word(self.r.choice(("two", "three", "four", "six")), "NUM", "CD"))
            )
            tree.after(("obl:unmarked", times))
        else:
            tree.after(
                ("obl", self.noun(self.r.choice(("hours", "days", "weeks")), plural=True).before(self.case("for")))
            )
        return tree.after(self.where())

    def burned(self) -> Tree:
        """“burned all night in the old town”."""
        subject = self.noun(self.r.choice(("shops", "houses", "fires", "cars", "tanks", "stores")), plural=True)
        night = word(self.r.choice(("night", "day", "week")), "NOUN", "NN", "Number=Sing").before(
            ("det", word("all", "DET", "DT", "PronType=Tot"))
        )
        return (
            self.verb(self.r.choice(("burn", "rage", "smoulder")), "past", plural=True)
            .before(("nsubj", subject))
            .after(("obl:unmarked", night), self.where())
        )

    def crashed(self) -> Tree:
        """“the drone crashed off the coast”."""
        subject = self.with_article(
            word(
                self.r.choice(("drone", "jet", "helicopter", "plane", "missile", "rocket", "boat")),
                "NOUN",
                "NN",
                "Number=Sing",
            )
        )
        where = self.noun(self.r.choice(("coast", "field", "sea", "river", "border", "shore"))).before(
            self.case(self.r.choice(("off", "in", "into", "near", "over"))), self.det("the")
        )
        return (
            self.tensed(self.r.choice(("crash", "fall", "explode", "land", "sink", "burn")), plural=False)
            .before(("nsubj", subject))
            .after(("obl", where))
        )

    def nominal(self) -> Tree:
        """“the downing of the jet raised tension; the fall of the town”."""
        noun = self.r.choice(
            (
                "downing",
                "killing",
                "capture",
                "fall",
                "release",
                "arrest",
                "loss",
                "seizure",
                "burning",
                "shelling",
                "bombing",
                "deployment",
                "destruction",
                "abduction",
                "evacuation",
            )
        )
        of = self.thing() if self.chance(0.4) else self.people().tree if self.chance(0.5) else self.place()
        head = (
            word(noun, "NOUN", "NN", "Number=Sing").before(self.det("the")).after(("nmod", of.before(self.case("of"))))
        )
        name, what = self.r.choice((
            ("raise", "tension"), ("draw", "protests"), ("delay", "talks"), ("spark", "anger"), ("follow", "weeks"),
            ("force", "evacuations"), ("end", "fighting"), ("cause", "alarm"),
        ))  # fmt: skip
        return (
            self.tensed(name, plural=False)
            .before(("nsubj", head))
            .after(("obj", self.noun(what, plural=what.endswith("s"))))
        )

    def fire(self) -> Tree:
        """“opened fire from rocket launchers; returned fire”."""
        agent = self.force()
        tree = self.tensed(self.r.choice(("open", "return", "exchange", "trade")), plural=agent.plural).before(
            ("nsubj", agent.tree)
        )
        tree.after(("obj", word("fire", "NOUN", "NN", "Number=Sing")))
        if self.chance(0.6):
            at = self.weapons() if self.chance(0.4) else self.people().tree
            tree.after(
                (
                    "obl",
                    at.before(self.case("from" if at.lemma.endswith(("er", "un")) else self.r.choice(("on", "with")))),
                )
            )
        return tree

    def laid_down(self) -> Tree:
        """“those who lay down their weapons will be spared; laid down their arms”."""
        arms = self.noun(self.r.choice(("weapons", "arms", "guns")), plural=True)
        arms.before(("nmod:poss", word("their", "PRON", "PRP$", "Number=Plur|Person=3|Poss=Yes|PronType=Prs")))
        if self.chance(0.5):
            agent = self.force()
            return self.verb("lay_down", "past").before(("nsubj", agent.tree)).after(("obj", arms))
        those = word("those", "PRON", "DT", "Number=Plur|PronType=Dem")
        who = ("nsubj", word("who", "PRON", "WP", "PronType=Rel"))
        those.after(("acl:relcl", self.verb("lay_down", "present", plural=True).before(who).after(("obj", arms))))
        spare = self.verb(self.r.choice(("spare", "free", "pardon", "punish")), "passive")
        return spare.before(
            ("nsubj:pass", those),
            ("aux", word("will", "AUX", "MD", "VerbForm=Fin")),
            ("aux:pass", self.be("base", plural=True)),
        )

    def due(self) -> Tree:
        """“the envoy is due in X; is expected in X”."""
        due = word(self.r.choice(("due", "due", "active", "present")), "ADJ", "JJ").before(
            ("nsubj", self.known_person()), ("cop", self.be("present", plural=False))
        )
        return due.after(("obl", self.town().before(self.case("in"))), self.when())

    def returned(self) -> Tree:
        """“the soldiers returned to barracks; pulled out of X”."""
        agent = self.force()
        if self.chance(0.5):
            tree = self.tensed("return", plural=agent.plural).before(("nsubj", agent.tree))
            return tree.after(
                ("obl", self.noun(self.r.choice(("barracks", "base", "camp", "positions"))).before(self.case("to"))),
                self.when(),
            )
        name = self.r.choice(("pull_out", "withdraw", "move_out", "drive_out"))
        tree = self.tensed(name, plural=agent.plural).before(("nsubj", agent.tree))
        return tree.after(("obl", self.town().before(self.case("of" if "_" in name else "from"))))

    def hoped(self) -> Tree:
        """“expressed hope that; voiced concern over”."""
        noun = self.r.choice(("hope", "concern", "alarm", "doubt", "fear", "confidence"))
        head = word(noun, "NOUN", "NN", "Number=Sing")
        if self.chance(0.6):
            head.after(("acl", self.clause(depth=1).before(self.mark("that"))))
        else:
            head.after(("nmod", self.deed().tree.before(self.case(self.r.choice(("over", "about", "at"))))))
        return self.said(self.speaker(), self.r.choice(("express", "voice"))).after(("obj", head))

    def scoffed(self) -> Tree:
        """“scoffed at the report; hit back at”."""
        name = self.r.choice(
            (
                "scoff",
                "laugh",
                "hit_back",
                "push_back",
                "sneer",
                "comment",
                "insist",
                "respond",
                "refer",
                "allude",
                "point",
            )
        )
        over = {
            "push_back": "against",
            "comment": "on",
            "insist": "on",
            "respond": "to",
            "refer": "to",
            "allude": "to",
            "point": "to",
        }.get(name, "at")
        return self.said(self.speaker(), name).after(("obl", self.told().before(self.case(over))))

    def urged(self) -> Tree:
        """“urged calm; demanded answers; promised help”."""
        name = self.r.choice(("urge", "demand", "promise", "seek", "offer", "order", "request"))
        what = self.r.choice(
            ("calm", "restraint", "help", "answers", "talks", "aid", "support", "asylum", "protection", "compensation")
        )
        return self.said(self.speaker(), name).after(("obj", self.noun(what, plural=what in ("answers", "talks"))))

    def rarely(self) -> Tree:
        """“rarely comments on its losses”."""
        losses = self.noun(self.r.choice(("losses", "operations", "casualties", "plans")), plural=True)
        losses.before(("nmod:poss", word("its", "PRON", "PRP$", "Number=Sing|Person=3|Poss=Yes|PronType=Prs")))
        speaker = self.one_speaker()
        verb = self.verb(self.r.choice(("comment", "report")), "present", plural=speaker.plural)
        verb.before(("nsubj", speaker.tree), self.adverb(self.r.choice(("rarely", "seldom", "never", "usually"))))
        return verb.after(("obl", losses.before(self.case("on"))))

    def left(self) -> Tree:
        """“the shelling left forty families homeless; has been uprooted since spring”."""
        if self.chance(0.5):
            people = self.people()
            state = word(self.r.choice(("homeless", "dead", "blind", "stranded")), "ADJ", "JJ")
            people.tree.right.clear()
            deed = self.deed()
            return (
                self.tensed("leave", plural=deed.plural)
                .before(("nsubj", deed.tree))
                .after(("obj", people.tree), ("xcomp", state))
            )
        head = self.noun("people", plural=True)
        number = word("million", "NUM", "CD").before(("det", word("a", "DET", "DT", "PronType=Art")))
        head.before(("nummod", number))
        head.lemma = "person"
        tree = self.tensed(self.r.choice(("uproot", "displace", "evacuate")), plural=True, passive=True).before(
            ("nsubj:pass", head)
        )
        return tree.after(
            (
                "obl",
                word(self.r.choice(("spring", "January", "May")), "NOUN", "NN", "Number=Sing").before(
                    self.case("since")
                ),
            )
        )
