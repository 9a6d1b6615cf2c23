"""Who says something in the wire grammar, and the verb that says it."""

from __future__ import annotations

import grammar_words as gw
from grammar_deeds import Deeds
from grammar_nominals import Nominal
from grammar_trees import Part, Tree, joined, punct, word


class Speakers(Deeds):
    """Sources from "he" to "a spokesman for the brigade, Ivan Koval,"."""

    def speaker(self) -> Nominal:
        """Who says something: one source, or two or three of them joined."""
        if self.chance(0.94):
            return self.one_speaker()
        sides = [self.one_speaker().tree for _ in range(self.r.choice((2, 2, 3)))]
        sides = [side for side in sides if side.pos != "PRON"]
        if len(sides) < 2:
            return self.one_speaker()
        return Nominal(joined(sides), plural=True)

    def one_speaker(self) -> Nominal:
        """A source, from "he" to "a spokesman for the brigade, Ivan Koval,"."""
        roll = self.r.random()
        if roll < 0.08:
            form, plural = self.r.choice((("he", False), ("she", False), ("it", False), ("they", True)))
            number = "Plur" if plural else "Sing"
            return Nominal(word(form, "PRON", "PRP", f"Number={number}|Person=3|PronType=Prs"), plural)
        if roll < 0.2:
            return Nominal(self.country() if self.chance(0.6) else self.town(), plural=False)
        if roll < 0.3:
            head = self.organisation()
            return Nominal(head.before(self.det("the")) if self.chance(0.4) else head, plural=False)
        if roll < 0.45:
            head = self.noun(self.r.choice(gw.BODY))
            if self.chance(0.2):
                other = self.organisation() if self.chance(0.5) else self.town()
                to = "in" if other.tag == "NNP" and not other.left else self.r.choice(("to", "for", "of"))
                head.after(("nmod", other.before(self.case(to), *([] if to == "in" else [self.det("the")]))))
            if self.chance(0.35):
                head.before(self.demonym())
            elif self.chance(0.2):
                head.before(("nmod:poss", self.possessor()))
                return Nominal(head, plural=False)
            return Nominal(head.before(self.det("the")), plural=False)
        if roll < 0.62:
            head = self.noun(self.r.choice(gw.SPEAKER_MANY), plural=True)
            if head.word == "police":
                head.lemma = "police"
            if self.chance(0.25):
                head.before(self.demonym())
            elif self.chance(0.2):
                head.before(*self.count())
            if self.chance(0.15):
                head.after(("nmod", self.town().before(self.case("in"))))
            if self.chance(0.08):
                close = word("close", "ADJ", "JJ").after(
                    ("obl", self.noun("talks", plural=True).before(self.case("to"), self.det("the")))
                )
                head.after(("amod", close))
            if self.chance(0.06):
                briefed = word("briefed", "VERB", "VBN", "Tense=Past|VerbForm=Part|Voice=Pass", "brief")
                head.after(("acl", briefed.after(("obl", self.noun("plan").before(self.case("on"), self.det("the"))))))
            return Nominal(head, plural=True)
        if roll < 0.78:
            head = self.noun(self.r.choice(gw.SPEAKER_ONE))
            if self.chance(0.4):
                body = self.noun(self.r.choice(gw.BODY)).before(
                    self.case(self.r.choice(("for", "of", "at"))), self.det("the")
                )
                head.after(("nmod", body))
            self.with_article(head)
            if self.chance(0.3):
                head.after(("appos", self.person().before(punct(","))), punct(","))
            return Nominal(head, plural=False)
        return Nominal(self.known_person(), plural=False)

    def known_person(self) -> Tree:
        """A name, with a title before it, or a role, an age or a clause behind it."""
        head = self.person()
        roll = self.r.random()
        if roll < 0.25:
            front = self.r.choice(
                (
                    "Gen.",
                    "Col.",
                    "President",
                    "Capt.",
                    "Maj.",
                    "Foreign Minister",
                    "Prime Minister",
                    "Defense Minister",
                    "spokesman",
                    "spokeswoman",
                    "commander",
                    "Governor",
                    "Mayor",
                    "Ambassador",
                    "Lt. Gen.",
                    "Dr.",
                )
            )
            *others, last = front.split()
            proper = last[0].isupper()
            title = word(last, "PROPN", "NNP", "Number=Sing") if proper else word(last, "NOUN", "NN", "Number=Sing")
            for other in others:
                title.before(("compound", word(other, "PROPN", "NNP", "Number=Sing")))
            if self.chance(0.3):
                title.before(self.demonym())
            elif not proper and self.chance(0.5):
                title.before(
                    (
                        "compound",
                        word(
                            self.r.choice(("army", "police", "government", "military", "rebel")),
                            "NOUN",
                            "NN",
                            "Number=Sing",
                        ),
                    )
                )
            head.before(("nmod:desc", title))
        elif roll < 0.6:
            self.described(head)
        elif roll < 0.68:
            age = word(str(self.r.randint(18, 90)), "NUM", "CD").before(punct(","))
            head.after(("appos", age), punct(","))
        elif roll < 0.74:
            name, patient = self.objects()
            who = ("nsubj", word("who", "PRON", "WP", "PronType=Rel"))
            inner = self.tensed(name, plural=False).before(punct(","), who).after(("obj", patient.tree))
            head.after(("acl:relcl", inner), punct(","))
        return head

    def possessor(self) -> Tree:
        owner = self.country() if self.chance(0.6) else self.noun(self.r.choice(gw.BODY)).before(self.det("the"))
        mark = word("'s", "PART", "POS", "_", "'s")
        mark.glued = True
        return owner.after(("case", mark))

    def described(self, head: Tree) -> None:
        """A role after a name: ", the mayor of X,"."""
        role = self.noun(self.r.choice(gw.SPEAKER_ONE))
        if self.chance(0.3):
            role.before(("nmod:poss", self.possessor()))
        else:
            self.with_article(role)
            if self.chance(0.6):
                of = self.town() if self.chance(0.5) else self.noun(self.r.choice(gw.BODY)).before(self.det("the"))
                role.after(("nmod", of.before(self.case(self.r.choice(("of", "for"))))))
        head.after(("appos", role.before(punct(","))), punct(","))

    def interposed(self) -> list[Part]:
        """What stands between a speaker and its verb: ", in a statement issued on Friday,", ", speaking in X,"."""
        roll = self.r.random()
        if roll < 0.4:
            paper = self.noun(self.r.choice(("statement", "report", "letter", "post"))).before(
                punct(","), self.case("in"), self.det("a")
            )
            if self.chance(0.5):
                paper.after(
                    ("acl", self.verb(self.r.choice(("issue", "publish", "release")), "passive").after(self.when()))
                )
            return [("nmod", paper), punct(",")]
        if roll < 0.7:
            return [
                (
                    "acl",
                    self.verb(self.r.choice(("speak", "write")), "ing")
                    .before(punct(","))
                    .after(("obl", self.town().before(self.case("in")))),
                ),
                punct(","),
            ]
        cited = self.noun(self.r.choice(gw.SPEAKER_MANY), plural=True)
        return [
            ("acl", self.verb(self.r.choice(("cite", "quote")), "ing").before(punct(",")).after(("obj", cited))),
            punct(","),
        ]

    def said(self, speaker: Nominal, name: str, *, past: bool | None = None) -> Tree:
        past = self.chance(0.75) if past is None else past
        roll = self.r.random()
        if roll < 0.78:
            tree = self.verb(name, "past" if past else "present", plural=speaker.plural)
        elif roll < 0.95:
            tree = self.verb(name, "part").before(
                ("aux", self.have("past" if self.chance(0.2) else "present", plural=speaker.plural))
            )
        else:
            tree = self.verb(name, "ing").before(("aux", self.be("past" if past else "present", plural=speaker.plural)))
        if self.chance(0.08) and speaker.tree.pos != "PRON" and speaker.tree.right[-1:] != [punct(",")]:
            speaker.tree.after(*self.interposed())
        if self.chance(0.06):
            tree.before(self.adverb(self.r.choice(("also", "later", "repeatedly", "flatly", "again"))))
        return tree.before(("nsubj", speaker.tree))

    def inverted(self, tree: Tree) -> Tree:
        """ "said Ivan Koval, a nurse": the speaker behind a verb that stands without an auxiliary."""
        relation, speaker = tree.left[-1]
        if relation == "nsubj" and tree.tag in ("VBD", "VBZ", "VBP") and speaker.pos != "PRON" and tree.lemma != "tell":
            tree.left.pop()
            tree.right.insert(0, (relation, speaker))
        return tree

    def via(self) -> Part:
        """Where it was said: "by phone", "on Telegram", "in an interview"."""
        preposition, noun = self.r.choice((
            ("by", "phone"), ("over", "the phone"), ("in", "a statement"), ("in", "an interview"), ("on", "television"),
            ("in", "a post"), ("at", "a briefing"), ("in", "a speech"), ("on", "social media"), ("on", "Telegram"),
            ("in", "a letter"), ("on", "Facebook"), ("in", "a message"), ("on", "X"),
        ))  # fmt: skip
        article, _, rest = noun.partition(" ")
        if article in ("a", "an", "the"):
            return "obl", self.noun(rest).before(self.case(preposition), self.det(article))
        if noun[0].isupper():
            return "obl", word(noun, "PROPN", "NNP", "Number=Sing").before(self.case(preposition))
        return "obl", self.noun(noun).before(self.case(preposition))

    def speaker_noun(self) -> Tree:
        return self.noun(self.r.choice(gw.BODY)).before(self.det("the"))
