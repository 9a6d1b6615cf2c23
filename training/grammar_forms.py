"""Small words, names and verb forms of the wire grammar."""

from __future__ import annotations

from random import Random

from augment_names import Names, family_name, full_name, organisation
from grammar_trees import Part, Tree, forms, word


class Forms:
    """Words in their forms, drawn by ``r`` from the lists of ``names``."""

    def __init__(self, names: Names, random: Random) -> None:
        self.names = names
        self.r = random

    def chance(self, rate: float) -> bool:
        return self.r.random() < rate

    def det(self, form: str) -> Part:
        return "det", word(form, "DET", "DT", "PronType=Art" if form in ("the", "a", "an") else "PronType=Dem")

    def case(self, form: str) -> Part:
        return "case", word(form, "ADP", "IN")

    def mark(self, form: str) -> Part:
        return "mark", word(form, "PART", "TO") if form == "to" else word(form, "SCONJ", "IN")

    def neg(self) -> Part:
        return "advmod", word("not", "PART", "RB", "Polarity=Neg")

    def adverb(self, form: str) -> Part:
        return "advmod", word(form, "ADV", "RB")

    def proper(self, name: str) -> Tree:
        """An organisation's or town's name: compounds before the last word, flat for "of" left out."""
        words = [w for w in name.split() if w]
        if any(not w.replace("-", "").replace(".", "").replace("'", "").isalnum() or w == "of" for w in words):
            words = [w for w in words if w.replace("-", "").isalnum() and w != "of"] or ["Alliance"]
        head = word(words[-1].replace("-", ""), "PROPN", "NNP", "Number=Sing")
        return head.before(*(("compound", word(w.replace("-", ""), "PROPN", "NNP", "Number=Sing")) for w in words[:-1]))

    def person(self) -> Tree:
        if self.chance(0.25):
            return word(family_name(self.names, self.r).replace("-", ""), "PROPN", "NNP", "Number=Sing")
        parts = full_name(self.names, self.r).replace("-", "").split()
        head = word(parts[0], "PROPN", "NNP", "Number=Sing")
        for part in parts[1:]:
            head.after(("flat", word(part, "PROPN", "NNP", "Number=Sing")))
        return head

    def town(self) -> Tree:
        if self.chance(0.15):
            first, *rest = self.r.choice(self.names.towns).split()
            if rest and all(part.isalpha() for part in (first, *rest)):
                head = word(first, "PROPN", "NNP", "Number=Sing")
                return head.after(*(("flat", word(part, "PROPN", "NNP", "Number=Sing")) for part in rest))
        return word(self.r.choice(self.names.words_of_towns), "PROPN", "NNP", "Number=Sing")

    def country(self) -> Tree:
        name = self.r.choice(self.names.countries)[0]
        return self.proper(name)

    def demonym(self) -> Part:
        return "amod", word(self.r.choice(self.names.countries)[1], "ADJ", "JJ")

    def organisation(self) -> Tree:
        kind = self.r.choice(("group", "igo", "ngo", "media", "unit"))
        return self.proper(organisation(self.names, kind, self.r))

    def verb(self, name: str, form: str, *, plural: bool = False) -> Tree:
        """A verb, its particle joined; ``form`` is past, present, part, passive, base or ing."""
        base, _, particle = name.partition("_")
        past, part, present, ing = forms(base)
        number = f"Number={'Plur' if plural else 'Sing'}|Person=3"
        shapes = {
            "past": (past, "VBD", f"Mood=Ind|{number}|Tense=Past|VerbForm=Fin"),
            "present": (base, "VBP", "Mood=Ind|Number=Plur|Person=3|Tense=Pres|VerbForm=Fin")
            if plural
            else (present, "VBZ", "Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin"),
            "part": (part, "VBN", "Tense=Past|VerbForm=Part"),
            "passive": (part, "VBN", "Tense=Past|VerbForm=Part|Voice=Pass"),
            "base": (base, "VB", "VerbForm=Inf"),
            "ing": (ing, "VBG", "Tense=Pres|VerbForm=Part"),
            "gerund": (ing, "VBG", "VerbForm=Ger"),
        }
        text, tag, feats = shapes[form]
        tree = word(text, "VERB", tag, feats, base)
        if particle:
            if particle == "ablaze":
                tree.after(("xcomp", word("ablaze", "ADJ", "JJ")))
            else:
                tree.after(("compound:prt", word(particle, "ADP", "RP")))
        return tree

    def be(self, form: str, *, plural: bool) -> Tree:
        number = f"Number={'Plur' if plural else 'Sing'}|Person=3"
        shapes = {
            "past": ("were" if plural else "was", "VBD", f"Mood=Ind|{number}|Tense=Past|VerbForm=Fin"),
            "present": (*(("are", "VBP") if plural else ("is", "VBZ")), f"Mood=Ind|{number}|Tense=Pres|VerbForm=Fin"),
            "part": ("been", "VBN", "Tense=Past|VerbForm=Part"),
            "base": ("be", "VB", "VerbForm=Inf"),
            "ing": ("being", "VBG", "Tense=Pres|VerbForm=Part"),
        }
        text, tag, feats = shapes[form]
        return word(text, "AUX", tag, feats, "be")

    def have(self, form: str, *, plural: bool) -> Tree:
        number = f"Number={'Plur' if plural else 'Sing'}|Person=3"
        if form == "past":
            return word("had", "AUX", "VBD", f"Mood=Ind|{number}|Tense=Past|VerbForm=Fin", "have")
        text, tag = ("have", "VBP") if plural else ("has", "VBZ")
        return word(text, "AUX", tag, f"Mood=Ind|{number}|Tense=Pres|VerbForm=Fin", "have")

    def tensed(self, name: str, *, plural: bool, passive: bool = False, past: bool = True) -> Tree:
        """A verb with its auxiliaries in some tense, now and then negated."""
        roll = self.r.random()
        negated = self.chance(0.08)
        tense = "past" if past else "present"
        not_ = [self.neg()] if negated else []
        if passive:
            tree = self.verb(name, "passive")
            if roll < 0.55:
                return tree.before(("aux:pass", self.be(tense, plural=plural)), *not_)
            if roll < 0.85:
                return tree.before(
                    ("aux", self.have(tense, plural=plural)), *not_, ("aux:pass", self.be("part", plural=plural))
                )
            if roll < 0.92:
                return tree.before(
                    ("aux", self.be(tense, plural=plural)), *not_, ("aux:pass", self.be("ing", plural=plural))
                )
            return tree.before(self.modal(), *not_, ("aux:pass", self.be("base", plural=plural)))
        if negated and roll < 0.55:
            aux = ("did", "VBD") if past else ("do", "VBP") if plural else ("does", "VBZ")
            number, time = "Plur" if plural else "Sing", "Past" if past else "Pres"
            feats = f"Mood=Ind|Number={number}|Person=3|Tense={time}|VerbForm=Fin"
            did = word(aux[0], "AUX", aux[1], feats, "do")
            return self.verb(name, "base").before(("aux", did), *not_)
        if roll < 0.55:
            return self.verb(name, tense, plural=plural)
        if roll < 0.8:
            return self.verb(name, "part").before(("aux", self.have(tense, plural=plural)), *not_)
        if roll < 0.9:
            return self.verb(name, "ing").before(("aux", self.be(tense, plural=plural)), *not_)
        return self.verb(name, "base").before(self.modal(), *not_)

    def modal(self) -> Part:
        return "aux", word(
            self.r.choice(("would", "could", "will", "may", "might", "must")), "AUX", "MD", "VerbForm=Fin"
        )
