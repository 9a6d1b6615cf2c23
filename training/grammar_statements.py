"""Statements of the wire grammar: reported, fronted, quoted, in a headline."""

from __future__ import annotations

import grammar_words as gw
from augment_names import organisation
from grammar_nominals import Nominal
from grammar_speakers import Speakers
from grammar_trees import Tree, punct, raised, word


class Statements(Speakers):
    """Attributed statements."""

    def statement(self) -> Tree:
        """ "S said (on Monday) (that) C"."""
        tree = self.said(self.speaker(), self.r.choice(gw.THAT))
        marked = self.chance(0.5)
        if self.chance(0.25):
            tree.after(self.when())
            marked = marked or self.chance(0.7)
        elif self.chance(0.15):
            tree.after(self.via())
            marked = True
        clause = self.clause(past=self.chance(0.8))
        if marked:
            clause.before(self.mark("that"))
        tree.after(("ccomp", clause))
        if marked and self.chance(0.15):
            second = self.clause(depth=1).before(("cc", word("and", "CCONJ", "CC")), self.mark("that"))
            clause.after(("conj", second))
        self.second(tree)
        return tree

    def second(self, tree: Tree) -> None:
        """A second statement: "but denied …", ", saying …", ", but S called that premature"."""
        roll = self.r.random()
        if roll < 0.09:
            other = self.verb(self.r.choice(gw.THAT), "past")
            other.after(("ccomp", self.clause(depth=1).before(*([self.mark("that")] if self.chance(0.6) else []))))
            link = self.r.choice(("and", "but"))
            tree.after(
                ("conj", other.before(*([punct(",")] if self.chance(0.3) else []), ("cc", word(link, "CCONJ", "CC"))))
            )
        elif roll < 0.15:
            other = self.verb(self.r.choice(gw.OBJECT), "past").after(("obj", self.told()))
            tree.after(("conj", other.before(("cc", word(self.r.choice(("and", "but")), "CCONJ", "CC")))))
        elif roll < 0.22:
            other = self.said(self.speaker(), self.r.choice(gw.OBJECT), past=True).after(("obj", self.told()))
            link = self.r.choice(("but", "while", "although", "though"))
            if link == "but":
                tree.after(("conj", other.before(punct(","), ("cc", word("but", "CCONJ", "CC")))))
            else:
                tree.after(("advcl", other.before(punct(","), self.mark(link))))
        elif roll < 0.27:
            saying = self.verb(self.r.choice(("say", "add", "insist", "claim", "warn")), "ing")
            saying.after(("ccomp", self.clause(depth=1).before(*([self.mark("that")] if self.chance(0.5) else []))))
            tree.after(("advcl", saying.before(punct(","))))

    def fronted(self) -> Tree:
        """ "C, S said (on Monday)"; "C, S told reporters, …"."""
        clause = self.clause(past=self.chance(0.85))
        speaker = self.speaker()
        if self.chance(0.25):
            tree = self.said(speaker, "tell")
            listener = word(self.r.choice(("reporters", "journalists", "lawmakers")), "NOUN", "NNS", "Number=Plur")
            listener.lemma = listener.word[:-1]
            if self.chance(0.5):
                listener = self.proper(organisation(self.names, "media", self.r))
            tree.after(("iobj", listener))
        else:
            tree = self.said(
                speaker,
                self.r.choice(
                    (
                        "say",
                        "say",
                        "say",
                        "report",
                        "announce",
                        "claim",
                        "confirm",
                        "add",
                        "warn",
                        "write",
                        "insist",
                        "allege",
                        "estimate",
                        "state",
                    )
                ),
            )
        tree.left.insert(0, ("ccomp", clause.after(punct(","))))
        if self.chance(0.12):
            return self.inverted(tree)
        if self.chance(0.4):
            tree.after(self.when())
        roll = self.r.random()
        if roll < 0.1:
            tree.after(self.via())
        elif roll < 0.18:
            tree.after(
                ("advcl", self.clause(depth=1).before(punct(","), self.mark(self.r.choice(("as", "while", "after")))))
            )
        elif roll < 0.24:
            blow = self.noun(self.r.choice(("blow", "setback", "escalation", "sign"))).before(
                punct(","),
                self.case("in"),
                self.det("the"),
                ("amod", word("latest", "ADJ", "JJS", "Degree=Sup", "late")),
            )
            tree.after(
                (
                    "obl",
                    blow.after(("nmod", self.noun(self.r.choice(gw.BODY)).before(self.case("for"), self.det("the")))),
                )
            )
        return tree

    def according(self) -> Tree:
        clause = self.clause(past=self.chance(0.85))
        accord = word("according", "VERB", "VBG", "Tense=Pres|VerbForm=Part", "accord").after(
            ("fixed", word("to", "ADP", "IN"))
        )
        source = self.speaker()
        if source.tree.pos == "PRON":
            source = Nominal(self.organisation(), plural=False)
        phrase = source.tree.before(("case", accord))
        if self.chance(0.45):
            clause.left = [("obl", phrase), punct(","), *clause.left]
            return clause
        return clause.after(punct(","), ("obl", phrase))

    def parenthetical(self) -> Tree:
        """ "The town, the ministry said, was under control"."""
        clause = self.clause()
        at = next((i for i, (dep, _) in enumerate(clause.left) if dep.startswith("nsubj")), None)
        if at is None or clause.left[at][1].pos == "PRON":
            return clause
        said = self.said(self.speaker(), self.r.choice(("say", "claim", "report", "insist", "add", "fear", "believe")))
        if self.chance(0.3):
            said.after(self.when())
        clause.left[at + 1 : at + 1] = [("parataxis", said.before(punct(",")).after(punct(",")))]
        return clause

    def quoted(self) -> Tree:
        """A quotation with its speaker before or behind."""
        curly = self.chance(0.5)
        opening, closing = (punct("“"), punct("”")) if curly else (punct('"open'), punct('"close'))
        clause = self.clause(past=self.chance(0.5), depth=1)
        if self.chance(0.4):
            clause = self.we(clause)
        if self.chance(0.75):
            tree = self.said(self.speaker(), self.r.choice(("say", "say", "write", "add", "tell")))
            if tree.lemma == "tell":
                tree.after(("iobj", self.proper(organisation(self.names, "media", self.r))))
            ends = (closing, punct(",")) if self.chance(0.25) else (punct(","), closing)
            tree.left.insert(0, ("ccomp", clause.before(opening).after(*ends)))
            if self.chance(0.35):
                return self.inverted(tree)
            if self.chance(0.3):
                tree.after(self.when())
            return tree
        tree = self.said(self.speaker(), "say")
        return tree.after(
            punct(self.r.choice((":", ","))), ("ccomp", raised(clause).before(opening).after(punct("."), closing))
        )

    def we(self, clause: Tree) -> Tree:
        """The clause with "we" or "they" for its subject, where its verb agrees."""
        for i, (dep, part) in enumerate(clause.left):
            if dep == "nsubj" and part.tag == "NNS":
                form, person = self.r.choice((("we", "1"), ("they", "3")))
                clause.left[i] = (dep, word(form, "PRON", "PRP", f"Number=Plur|Person={person}|PronType=Prs"))
        return clause

    def headline(self) -> Tree:
        """A headline: present tense, no articles, a short attribution, seldom a full stop."""
        tree = self.headed()
        tree.bare = self.chance(0.6)
        return tree

    def headed(self) -> Tree:
        """The tree of a headline."""
        roll = self.r.random()
        clause = self.clause(past=False, depth=1)
        self.stripped(clause)
        if (
            clause.left
            and clause.left[-1][0] in ("aux", "cop", "aux:pass")
            and self.chance(0.5)
            and clause.left[-1][1].word in ("is", "are")
        ):
            clause.left.pop()
        if roll < 0.4:
            return clause
        speaker = self.speaker()
        self.stripped(speaker.tree)
        if speaker.tree.pos == "PRON":
            return clause
        if roll < 0.6:
            return self.said(speaker, self.r.choice(("say", "claim", "deny", "report", "warn")), past=False).after(
                ("ccomp", clause)
            )
        if roll < 0.8:
            tree = self.said(speaker, self.r.choice(("say", "report")), past=False)
            tree.left.insert(0, ("ccomp", clause.after(punct(","))))
            return tree
        deed = self.deed_phrase("gerund")
        self.stripped(deed)
        tree = self.said(speaker, "deny", past=False).after(("xcomp", deed))
        if self.chance(0.5):
            tree.after(("advcl", clause.before(self.mark("as"))))
        return tree

    def stripped(self, tree: Tree) -> None:
        """Take the articles out."""
        tree.left = [(dep, part) for dep, part in tree.left if dep != "det"]
        for _, part in (*tree.left, *tree.right):
            self.stripped(part)

    def shown(self) -> Tree:
        """ "A video filmed from a roof shows at least six trucks", "The Times saw medics carrying …"."""
        if self.chance(0.7):
            name = self.r.choice(
                ("video", "footage", "photographs", "images", "map", "satellite images", "clip", "pictures")
            )
            plural = name.endswith("s")
            head = self.noun(name, plural=plural)
            if not plural and name != "footage":
                self.with_article(head)
            if self.chance(0.5):
                made = self.verb(self.r.choice(("post", "film", "verify", "release", "share", "publish")), "passive")
                if self.chance(0.5):
                    made.after(("obl", self.speaker_noun().before(self.case("by"))))
                else:
                    made.after(self.when())
                head.after(("acl", made))
            tree = self.said(
                Nominal(head, plural), self.r.choice(("show", "suggest", "capture")), past=self.chance(0.5)
            )
        else:
            tree = self.said(self.speaker(), "see", past=True)
        seen = self.people().tree if self.chance(0.6) else self.thing()
        if self.chance(0.4) and tree.lemma in ("show", "see"):
            seen.after(("acl", self.deed_phrase("ing")))
        return tree.after(("obj", seen))

    def two(self) -> Tree:
        """Two sentences joined by a semicolon, or by "and" with a second subject."""
        tree = self.clause(depth=1) if self.chance(0.5) else self.statement()
        other = self.clause(depth=1) if self.chance(0.6) else self.statement()
        if self.chance(0.5):
            return tree.after(("parataxis", other.before(punct(";"))))
        return tree.after(
            ("conj", other.before(punct(","), ("cc", word(self.r.choice(("and", "but")), "CCONJ", "CC"))))
        )

    def loose(self) -> Tree:
        """ "Clashes in X", "Heavy fire, explosions": a phrase with "as" or "with" and participles around a sentence."""
        tree = self.statement() if self.chance(0.6) else self.fronted()
        people = self.people() if self.chance(0.5) else Nominal(self.thing(), plural=False)
        done = self.verb(self.r.choice(("kill", "report", "trap", "destroy", "wound", "damage", "evacuate")), "passive")
        if self.chance(0.5):
            done.after(self.where())
        role = "nsubj:pass"
        if self.chance(0.4):
            done, role = self.deed_phrase("ing"), "nsubj"
        return tree.after(("advcl", done.before(punct(","), self.mark("with"), (role, people.tree))))
