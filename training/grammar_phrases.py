"""Noun phrases of the wire grammar that a small parser takes for verbs, and clauses about places and people."""

from __future__ import annotations

from collections.abc import Callable

import grammar_words as gw
from grammar_modifiers import Modifiers
from grammar_nominals import Nominal, singular
from grammar_trees import Tree, joined, punct, word


class Phrases(Modifiers):
    """Participles before nouns, nouns in -ing, relations, those killed, relative clauses of places."""

    def several_of(self, make: Callable[[], Tree]) -> Nominal:
        """Two to four things of a kind in a list."""
        parts = [make() for _ in range(self.r.choice((2, 2, 3, 3, 4)))]
        for part in parts:
            part.right = [(dep, inner) for dep, inner in part.right if dep in ("flat", "compound")]
        return Nominal(joined(parts, serial=self.chance(0.3)), plural=True)

    def objects(self) -> tuple[str, Nominal]:
        """As before, now and then a list: “two schools, a mosque and nine homes”."""
        if self.chance(0.92):
            return super().objects()
        lists: list[tuple[list[str], Callable[[], Tree]]] = [
            (gw.TO_THING, self.thing),
            (gw.TO_THING, lambda: self.noun(self.r.choice(gw.HOME), plural=True).before(*self.count())),
            (gw.TO_PEOPLE, lambda: self.people().tree),
            (gw.TO_WEAPON, self.weapons),
            (gw.TO_PLACE, self.town),
        ]
        names, make = self.r.choice(lists)
        return self.r.choice(names), self.several_of(make)

    def force(self) -> Nominal:
        if self.chance(0.95):
            return super().force()
        kinds = gw.FORCE if self.chance(0.6) else gw.WEAPON
        return self.several_of(lambda: self.noun(self.r.choice(kinds), plural=True))

    def happening(self, *, past: bool) -> Tree:
        """As before, now and then with a subject of which more is told; so it stands inside reports too."""
        if self.chance(0.88):
            return super().happening(past=past)
        makers = (self.modified, self.modified, self.modified, self.before_noun, self.among, self.going_on)
        return self.r.choice(makers)()

    def before_noun(self) -> Tree:
        """“displaced families”, “retreating troops”, “the captured soldiers” as subject or object."""
        if self.chance(0.3):
            return self.left_behind()
        head = self.noun(self.r.choice(gw.PEOPLE), plural=True)
        form = self.r.choice(gw.STATE_BEFORE)
        if form in ("missing", "unarmed"):
            state = word(form, "ADJ", "JJ")
        elif form.endswith("ing"):
            state = word(form, "VERB", "VBG", "Tense=Pres|VerbForm=Part", _base(form, "ing"))
        else:
            state = word(form, "VERB", "VBN", "Tense=Past|VerbForm=Part", _base(form, "ed"))
        head.before(*([self.det("the")] if self.chance(0.3) else self.count() if self.chance(0.5) else []),
                    ("amod", state))  # fmt: skip
        if self.chance(0.5):
            return self.main_verb("people", Nominal(head, plural=True))
        if self.chance(0.3):
            agent = self.force()
            tree = self.tensed(self.r.choice(("distribute", "hand_out", "send", "deliver")), plural=agent.plural)
            aid = self.noun(self.r.choice(("food", "tents", "blankets", "water", "medicine")))
            if aid.word.endswith("s"):
                aid.tag, aid.feats, aid.lemma = "NNS", "Number=Plur", aid.word[:-1]
            return tree.before(("nsubj", agent.tree)).after(("obj", aid), ("obl", head.before(self.case("to"))))
        agent = self.force()
        name = self.r.choice(gw.TO_PEOPLE)
        return self.tensed(name, plural=agent.plural).before(("nsubj", agent.tree)).after(("obj", head))

    def left_behind(self) -> Tree:
        """“nine abandoned tanks”, “a captured howitzer”: things with a participle before them."""
        form, verb = self.r.choice((
            ("abandoned", "abandon"), ("captured", "capture"), ("damaged", "damage"), ("destroyed", "destroy"),
            ("stolen", "steal"), ("burned", "burn"), ("seized", "seize"), ("looted", "loot"), ("disabled", "disable"),
        ))  # fmt: skip
        state = word(form, "VERB", "VBN", "Tense=Past|VerbForm=Part", verb)
        head = self.noun(self.r.choice(gw.WEAPON if self.chance(0.6) else gw.HOME), plural=True)
        head.before(*(self.count() if self.chance(0.6) else []), ("amod", state))
        if self.chance(0.5):
            shown = self.noun(self.r.choice(("footage", "images", "video", "photographs")))
            plural = shown.word.endswith("s")
            if plural:
                shown.tag, shown.feats, shown.lemma = "NNS", "Number=Plur", singular(shown.word)
            return self.tensed("show", plural=plural, past=False).before(("nsubj", shown)).after(("obj", head))
        agent = self.force()
        name = self.r.choice(("find", "leave", "show", "remove", "repair", "recover", "use"))
        return self.tensed(name, plural=agent.plural).before(("nsubj", agent.tree)).after(("obj", head))

    def related(self) -> Tree:
        """“his brother, Omar Haddad, said”, “her uncle Omar was killed”: a name beside a relation."""
        kin = word(self.r.choice(gw.KIN), "NOUN", "NN", "Number=Sing")
        owner = self.r.choice(("his", "her", "their", "my"))
        number = "Number=Plur|" if owner == "their" else "Number=Sing|"
        kin.before(("nmod:poss", word(owner, "PRON", "PRP$", f"{number}Poss=Yes|PronType=Prs")))
        name = self.person()
        if self.chance(0.5):
            kin.after(("appos", name))
        else:
            kin.after(("appos", name.before(punct(","))), punct(","))
        return self.main_verb("people", Nominal(kin, plural=False))

    def where_clause(self) -> Tree:
        """“in X, where two were killed”, “an attack in which …”, “launchers, of which S has sent 16,”."""
        tree = self.clause(depth=1)
        roll = self.r.random()
        inner = self.clause(depth=1)
        if roll < 0.5:
            inner.before(punct(","), ("advmod", word("where", "ADV", "WRB", "PronType=Rel")))
            return tree.after(("obl", self.town().before(self.case("in")).after(("acl:relcl", inner))))
        which = word("which", "PRON", "WDT", "PronType=Rel")
        if roll < 0.6:
            weapon = Nominal(self.noun(self.r.choice(gw.WEAPON), plural=True), plural=True)
            sent = self.tensed(self.r.choice(("send", "supply", "lose", "deploy", "receive")), plural=False)
            sent.before(("obl", which.before(self.case("of"))), ("nsubj", self.country()))
            sent.after(("obj", self.count()[0][1]))
            self.set_off(weapon, ("acl:relcl", sent))
            return self.main_verb("weapon", weapon)
        if roll < 0.8:
            deed = self.deed()
            inner.before(("obl", which.before(self.case(self.r.choice(("in", "during"))))))
            deed.tree.after(("acl:relcl", inner))
            agent = self.force()
            name = self.r.choice(("launch", "condemn", "repel", "survive", "describe"))
            return self.tensed(name, plural=agent.plural).before(("nsubj", agent.tree)).after(("obj", deed.tree))
        people = self.people()
        people.tree.right.clear()
        whose = self.noun(self.r.choice(("homes", "relatives", "village", "leader", "sons", "convoy")))
        if whose.word.endswith("s"):
            whose.tag, whose.feats, whose.lemma = "NNS", "Number=Plur", whose.word[:-1]
        whose.before(("nmod:poss", word("whose", "PRON", "WP$", "Poss=Yes|PronType=Rel")))
        lost = self.tensed(
            self.r.choice(("destroy", "kill", "attack", "detain")), plural=whose.tag == "NNS", passive=True
        )
        people.tree.after(("acl:relcl", lost.before(("nsubj:pass", whose))))
        return self.main_verb("people", people)

    def among(self) -> Tree:
        """“Three children were among those killed”, “those kidnapped have been freed”."""
        done = self.verb(
            self.r.choice(("kill", "wound", "arrest", "abduct", "detain", "displace", "evacuate")), "passive"
        )
        those = word("those", "PRON", "DT", "Number=Plur|PronType=Dem").after(("acl", done))
        if self.chance(0.3):
            done.after(self.where())
        if self.chance(0.3):
            return self.main_verb("people", Nominal(those, plural=True))
        people = self.people()
        if self.chance(0.35):
            those = self.noun(self.r.choice(("dead", "victims", "wounded", "casualties"))).before(self.det("the"))
            if those.word in ("dead", "wounded"):
                those.pos, those.tag, those.feats = "ADJ", "JJ", "Degree=Pos"
            else:
                those.tag, those.feats, those.lemma = "NNS", "Number=Plur", singular(those.word)
        return those.before(
            ("nsubj", people.tree), ("cop", self.be("past", plural=people.plural)), self.case("among")
        )  # fmt: skip

    def going_on(self) -> Tree:
        """“shelling cut the lines”, “if looting continued”: a noun in -ing that is no verb."""
        noun = word(self.r.choice(gw.GOING_ON), "NOUN", "NN", "Number=Sing")
        if self.chance(0.4):
            noun.before(("amod", word(self.r.choice(("heavy", "fresh", "further", "renewed", "fierce")), "ADJ", "JJ")))
        if self.chance(0.35):
            noun.after(("nmod", self.place().before(self.case(self.r.choice(("in", "near", "around"))))))
        if self.chance(0.5):
            name, patient = self.r.choice((
                ("cut", self.noun("power lines", plural=True)), ("close", self.thing()), ("damage", self.thing()),
                ("kill", self.people().tree), ("force", self.people().tree), ("hit", self.place()),
            ))  # fmt: skip
            tree = self.tensed(name, plural=False).before(("nsubj", noun)).after(("obj", patient))
            if name == "force":
                tree.after(("xcomp", self.verb("flee", "base").before(self.mark("to"))))
        else:
            tree = self.tensed(
                self.r.choice(("continue", "stop", "break_out", "resume", "subside", "intensify", "spread", "erupt")),
                plural=False,
            ).before(("nsubj", noun))
        if self.chance(0.4):
            main = self.statement() if self.chance(0.4) else self.clause(depth=1)
            link = self.mark(self.r.choice(("if", "after", "as", "unless", "because", "before")))
            return main.after(("advcl", tree.before(link)))
        return tree

    def bare_objects(self) -> Tree:
        """“denied bombing homes”, “accused S of shelling hospitals and burning villages”."""
        deeds = []
        for _ in range(2 if self.chance(0.3) else 1):
            phrase = self.r.choice(gw.HOME)
            name = self.r.choice(
                ("bomb", "shell", "burn", "attack", "target", "loot", "hit", "raid", "seize", "destroy")
            )
            deeds.append((name, self.noun(phrase, plural=True)))
        form = self.r.choice(("gerund", "past", "accuse", "base"))
        trees = [
            self.verb(name, {"accuse": "gerund"}.get(form, form), plural=True).after(("obj", what))
            for name, what in deeds
        ]
        what = joined(trees)
        if self.chance(0.4):
            what.after(self.where())
        if form == "gerund":
            return self.said(self.speaker(), "deny").after(("xcomp", what))
        if form == "accuse":
            accused = self.force().tree
            return self.said(self.speaker(), "accuse").after(("obj", accused), ("advcl", what.before(self.mark("of"))))
        if form == "past":
            return what.before(("nsubj", self.force().tree))
        threat = self.said(self.speaker(), self.r.choice(("threaten", "vow", "continue", "begin")))
        return threat.after(("xcomp", what.before(self.mark("to"))))


def _base(form: str, ending: str) -> str:
    """The verb of a participle before a noun."""
    stem = form.removesuffix(ending)
    special = {"trapp": "trap", "displac": "displace", "captur": "capture", "injur": "injure", "retreat": "retreat",
               "advanc": "advance", "flee": "flee", "griev": "grieve", "starv": "starve", "execut": "execute",
               "mobilis": "mobilise", "mutilat": "mutilate", "occupy": "occupy", "besieg": "besiege"}  # fmt: skip
    return special.get(stem, stem)
