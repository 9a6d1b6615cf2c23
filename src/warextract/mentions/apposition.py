"""Names and descriptions side by side that are one actor: appositions, brackets, what stands between commas."""

from warextract.mentions.candidate import Candidate, is_subject
from warextract.mentions.cast import Cast, Draft
from warextract.mentions.entities import Mention
from warextract.mentions.survey import Survey
from warextract.syntax import labels
from warextract.syntax.labels import Role

_TITLE = 3  # tokens of a title before a name
_IDENTIFYING = 6  # tokens of "identified by police as"
_LEAST = 3
_IDENTIFIED = frozenset({"identified", "named", "known"})
_HYPHENS = frozenset({"-", "‑"})  # "the mayor of Saint-Marc, …"
_PHRASE = 9  # tokens of "of the regional military administration"


class Apposition:
    """Finds the actor that a mention stands beside."""

    def __init__(self, survey: Survey, cast: Cast) -> None:
        self.survey = survey
        self.cast = cast

    def antecedent(self, c: Candidate) -> Draft | None:
        """An apposition is the same actor: "Gleb Nikitin, governor of …", "The driver, Viktor Lysenko"."""
        tree = self.survey.tree
        after = tree.token(c.end) if c.end < len(tree.tokens) else None
        reporting = self.survey.gazetteer.people.evidence["reporting"]
        if c.form == "nominal" and after is not None and labels.is_verb(after) and tree.lemma(after.i) in reporting:
            return None  # "…, a passenger told" tells something of its own
        if tree.roles[c.head] is Role.APPOSITION:
            found = self.cast.at.get(tree.heads[c.head])
            if found is not None and _may_be_same(found, c):
                return found
        verb = tree.heads[c.head]
        if tree.lemma(verb) in ("know", "call", "dub", "name") and tree.roles[verb] is Role.NOUN_CLAUSE:
            found = self.cast.at.get(tree.heads[verb])  # "the mission known as UNIFIL"
            if found is not None and _may_be_same(found, c):
                return found
        for child in tree.children(c.head, Role.APPOSITION):
            found = self.cast.at.get(child)
            if found is not None and _may_be_same(found, c):
                return found
        if (
            c.rule == "described"
            and c.kind == "population"
            and not (c.definite or c.counted or c.modifiers & {"other"})
        ):
            found = self.cast.at.get(tree.first_conjunct(c.head))  # "33 women, children and older men" are 33 people
            if (
                found is not None
                and found.kind == "population"
                and found.counted
                and tree.first_conjunct(c.head) != c.head
            ):
                return found
        return self._identified(c) or self._subject_of(c) or self._enclosed(c) or self._after_comma(c)

    def _identified(self, c: Candidate) -> Draft | None:
        """ "The attacker, identified as Sami Adel, …", "The man was later named by police as …"."""
        tree = self.survey.tree
        if c.form != "name" or c.kind != "person" or c.start < _LEAST or tree.token(c.start - 1).lower_ != "as":
            return None
        first = tree.sentence(c.start - 1)[0]
        verb = next((i for i in range(c.start - 2, first, -1) if tree.token(i).lower_ in _IDENTIFIED), None)
        if verb is None or c.start - verb > _IDENTIFYING:
            return None
        at = verb - 1
        while at > first and (tree.token(at).pos_ in ("AUX", "ADV") or tree.token(at).text == ","):
            at -= 1
        found = next((d for d in self.cast.drafts if d.mentions[-1].end == at + 1), None)
        plain = found is not None and not found.named and not found.plural
        return found if plain and found is not None and found.kind == "person" else None

    def _subject_of(self, c: Candidate) -> Draft | None:
        """ "The league is the largest group of its kind": what somebody is said to be is no other actor."""
        tree = self.survey.tree
        subject = tree.child(c.head, Role.SUBJECT)
        if c.form != "nominal" or subject is None or tree.child(c.head, Role.COPULA) is None:
            return None
        found = self.cast.at.get(subject)
        if found is None or found.kind == "state" or found.plural != c.plural or subject > c.head:
            return None
        return found if _may_be_same(found, c) else None

    def _enclosed(self, c: Candidate) -> Draft | None:
        """ "Tehreek-i-Taliban Pakistan (TTP)", "The UN force in the country, Unifil, …": a name right after another."""
        tree = self.survey.tree
        if c.form != "name" or c.kind in ("person", "state") or c.start == 0 or c.end >= len(tree.tokens):
            return None
        marks = (tree.token(c.start - 1).text, tree.token(c.end).text)
        for draft in self.cast.drafts if marks in (("(", ")"), (",", ",")) else ():
            last = draft.mentions[-1]
            bracketed = marks[0] == "(" and last.end == c.start - 1 and tree.token(c.start).text.isupper()
            told = marks[0] == "," and not draft.named and draft.kind == c.kind and self._reaches(last, c.start - 1)
            if draft.kind not in ("person", "state", "population") and (bracketed or told) and _may_be_same(draft, c):
                return draft
        return None

    def _after_comma(self, c: Candidate) -> Draft | None:
        """Name and description of a person with a comma between, whatever the parser made of it."""
        tree = self.survey.tree
        before = c.start - 1
        titles = self.survey.gazetteer.people.titles["words"]
        while c.form == "name" and before > 0 and tree.token(before).lower_.strip(".") in titles:
            before -= 1
        if c.kind != "person" or before < 1 or tree.token(before).text != ",":
            return None
        end = tree.noun_phrase(c.head)[1]
        enclosed = end < len(tree.tokens) and tree.token(end).text == ","
        first = tree.sentence(c.head)[0]
        for draft in self.cast.drafts:
            last = draft.mentions[-1]
            one_name = not (c.form == last.form == "name") and last.form != "pronoun"
            opens = last.start - first <= _TITLE  # "Anna Koval, a spokesperson for …" begins the sentence
            if is_subject(tree, c.head) and not enclosed and not opens:
                continue
            if draft.kind == "person" and one_name and self._reaches(last, before):
                article = tree.token(c.start).lower_ in ("a", "an", "the")
                of = any(tree.preposition(n) == "of" for n in tree.children(c.head, Role.NOMINAL_MODIFIER))
                return draft if (c.form == "name" or article or of) and _may_be_same(draft, c) else None
        return None

    def _reaches(self, last: Mention, comma: int) -> bool:
        """Whether only "of …" stands between a mention and a comma."""
        tree = self.survey.tree
        if comma == last.end:
            return True
        between = range(last.end, comma)
        plain = all(
            not labels.is_verb(tree.token(i))
            and (not tree.token(i).is_punct or tree.token(i).is_quote or tree.token(i).text in _HYPHENS)
            for i in between
        )
        return 0 < len(between) <= _PHRASE and plain and tree.token(last.end).lower_ in ("of", "for", "in", "at")


def _may_be_same(d: Draft, c: Candidate) -> bool:
    """Kinds and countries that can be one actor, of two phrases side by side."""
    if "person" in (d.kind, c.kind) and d.kind != c.kind:
        return False
    if c.kind == "person" and c.form == "name" and d.named and not set(c.name.split()) & set(d.name.split()):
        return False  # "Trump, Biden": two names are two persons
    return d.country is None or c.country is None or d.country == c.country or c.kind == "person"
