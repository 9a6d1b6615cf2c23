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
from grammar_idioms import Idioms
from grammar_trees import Tree, punct, sentence, word


class WireGrammar(Idioms):
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
            (5, self.headline),
            (4, self.carried),
            (6, self.disputed),
            (4, self.two),
            (2, self.loose),
            (16, self.idiom),
        ]
        make = self.r.choices([kind for _, kind in kinds], [share for share, _ in kinds])[0]
        tree = make()
        if self.chance(0.08):
            dep, part = self.when()
            if dep in ("obl", "advmod") and part.word != "overnight":
                tree.left = [(dep, part), punct(","), *tree.left]
        return tree


def wire_sentences(names: Names, random: Random, number: int) -> list[Sentence]:
    """So many new sentences of the grammar."""
    grammar = WireGrammar(names, random)
    return [sentence(grammar.made(), str(i // 4)) for i in range(number)]
