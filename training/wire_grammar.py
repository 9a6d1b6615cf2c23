"""Annotated wire sentences made by a small grammar, new ones in every pass: each verb of attribution and of war in each
of its forms and frames, so that a verb that the treebanks have seldom or never is still read as one.

The relations are those of the treebanks (Universal Dependencies, as in EWT). Nothing is copied: words come from
``grammar_words``, names from ``training/names``.
"""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from augment_names import Names
from convert_treebanks import Sentence
from grammar_trees import Part, Tree, punct, sentence, word
from grammar_turns import Turns


class WireGrammar(Turns):
    """Makes sentences at random; one instance a pass."""

    def relative(self) -> Tree:
        """A clause whose agent has a relative clause of its own."""
        agent = self.force()
        name, patient = self.objects()
        which = "who" if agent.tree.tag == "NNS" else "which"
        pronoun = word(which, "PRON", "WP" if which == "who" else "WDT", "PronType=Rel")
        inner = (
            self.tensed(name, plural=agent.plural).before(punct(","), ("nsubj", pronoun)).after(("obj", patient.tree))
        )
        agent.tree.after(("acl:relcl", inner), punct(","))
        name, patient = self.objects()
        return self.tensed(name, plural=agent.plural).before(("nsubj", agent.tree)).after(("obj", patient.tree))

    def made(self) -> Tree:
        """One sentence of a kind drawn at random."""
        kinds: list[tuple[int, Callable[[], Tree]]] = [
            (22, self.statement),
            (12, self.fronted),
            (8, self.according),
            (10, self.denial),
            (6, self.accusation),
            (2, self.blame),
            (9, self.request),
            (6, self.threat),
            (6, self.naming),
            (6, self.silence),
            (4, self.parenthetical),
            (5, self.shown),
            (3, self.relative),
            (5, self.quoted),
            (4, self.toll),
            (16, self.clause),
            (8, self.headline),
            (4, self.carried),
            (6, self.disputed),
            (4, self.two),
            (2, self.loose),
            (16, self.idiom),
            (18, self.modified),
            (6, self.modified_object),
            (5, self.before_noun),
            (3, self.related),
            (5, self.where_clause),
            (3, self.among),
            (6, self.going_on),
            (4, self.bare_objects),
            (5, self.quoted_name),
            (5, self.quoted_words),
            (4, self.in_what),
            (6, self.asked_who),
            (6, self.opening),
            (4, self.neither),
            (8, self.many_speakers),
            (9, self.chained),
            (4, self.gapped),
            (4, self.contact),
            (2, self.seen_doing),
            (6, self.by_another),
            (3, self.outcome),
            (4, self.between),
            (14, self.turn),
        ]
        make = self.r.choices([kind for _, kind in kinds], [share for share, _ in kinds])[0]
        tree = make()
        if self.chance(0.14):
            dep, part = self.setting()
            if dep in ("obl", "advmod") and part.word != "overnight":
                tree.left = [(dep, part), punct(","), *tree.left]
        return tree

    def setting(self) -> Part:
        """What a sentence opens with: a time, a place, "elsewhere", "further south"."""
        roll = self.r.random()
        if roll < 0.55:
            return self.when()
        if roll < 0.75:
            return "obl", self.town().before(self.case("in"))
        if roll < 0.9:
            return self.adverb(self.r.choice(("meanwhile", "elsewhere", "separately", "earlier", "later")))
        further = word("further", "ADV", "RBR", "Degree=Cmp", "further")
        side = word(self.r.choice(("north", "south", "east", "west")), "ADV", "RB")
        return "advmod", side.before(("advmod", further))


def wire_sentences(names: Names, random: Random, number: int) -> list[Sentence]:
    """So many new sentences of the grammar, four a document; some quotations reach over two of them."""
    grammar = WireGrammar(names, random)
    trees = [grammar.made() for _ in range(number)]
    for first, second in zip(trees[::4], trees[1::4], strict=False):
        quoted = first.bare or second.bare or any(p.tag == "``" for tree in (first, second) for p in tree.parts())
        if not quoted and grammar.chance(0.12):
            opening, closing = grammar.quotes()
            first.before(opening)
            second.after(punct("."), closing)
    return [sentence(tree, str(i // 4)) for i, tree in enumerate(trees)]
