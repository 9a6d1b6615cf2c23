"""Pronouns resolved to actors: subjects before others, near sentences before far ones, names before descriptions."""

from bisect import bisect_right
from collections.abc import Callable

from warextract.mentions.candidate import is_subject
from warextract.mentions.cast import Cast, Draft
from warextract.mentions.entities import Mention
from warextract.mentions.roles import affiliation_of
from warextract.mentions.survey import Survey
from warextract.syntax import clauses, labels
from warextract.syntax.labels import Role

_SPEAKING = frozenset({"government", "military", "armed_group", "igo", "ngo", "company", "media", "state", "other"})
_MANY = frozenset({"government", "military", "igo", "ngo", "company"})
_TIMES = frozenset({"after", "before", "when", "as", "since"})
_TITLE = 5  # tokens of a title before a name
_REACH = 3  # sentences back that a pronoun looks
_FEMALE = frozenset({"she", "her", "hers", "herself"})
_MALE = frozenset({"he", "him", "his", "himself"})
_CIRCUMSTANCES = (Role.ADVERBIAL_CLAUSE, Role.CLAUSE_COMPLEMENT)
_UNDERGOING = (Role.OBJECT, Role.RECIPIENT, Role.OBLIQUE)
_CORE = (Role.SUBJECT, Role.OBJECT, Role.RECIPIENT)


class Pronouns:
    """Resolves the pronouns of one article against its cast."""

    def __init__(self, survey: Survey, cast: Cast) -> None:
        self.survey = survey
        self.cast = cast
        self._words = frozenset().union(*survey.gazetteer.people.pronouns.values())
        self._starts = [start for start, _ in survey.tree.sentences()]

    def is_pronoun(self, i: int) -> bool:
        return self.survey.tree.token(i).lower_ in self._words

    def antecedent(self, i: int) -> Draft | None:
        """The actor that a pronoun stands for."""
        word = self.survey.tree.token(i).lower_
        pronouns = self.survey.gazetteer.people.pronouns
        if word in pronouns["person"]:
            return self._resolve(i, lambda d: d.kind == "person" and self._gender_fits(d, word))
        if word in pronouns["body"]:

            def speaks(d: Draft) -> bool:
                return d.kind in _SPEAKING and not d.plural and not self._only_told(d)

            return self._spoken_for(i, speaks) if self._told_by_one(i) else self._resolve(i, speaks)
        return self._own_body(i) or self._resolve(i, lambda d: d.plural or d.kind in ("armed_group", "population"))

    def _own_body(self, i: int) -> Draft | None:
        """ "The coast guard said their boats had left": many stand behind one body."""
        if self.survey.tree.roles[i] is not Role.POSSESSOR:
            return None
        own = self._clause_subject(i)
        return own if own is not None and own.kind in _MANY else None

    def _resolve(self, i: int, fits: Callable[[Draft], bool]) -> Draft | None:
        if self.survey.tree.roles[i] is Role.POSSESSOR:
            own = self._clause_subject(i)
            if (beside := self._beside(i, fits)) is not None:
                return beside
            if own is not None and fits(own):
                return own
        return self._done_before(i, fits) or self._spoken_for(i, fits) or self._salient(i, fits)

    def _beside(self, i: int, fits: Callable[[Draft], bool]) -> Draft | None:
        """Whom "his" takes up in "killed the head of the commission and his driver"."""
        tree = self.survey.tree
        noun = tree.heads[i]
        if tree.roles[noun] is not Role.CONJUNCT:
            return None
        for above in tree.ancestors(noun):
            if labels.is_verb(tree.token(above)):
                return None
            found = self.cast.at.get(above)
            if found is not None and fits(found):
                return found
        return None

    def _done_before(self, i: int, fits: Callable[[Draft], bool]) -> Draft | None:
        """Who does what is told before its attribution and goes on behind: "North Korea fired missiles, the South's
        army said, days after it had tested a rocket".
        """
        tree = self.survey.tree
        verb = tree.heads[i]
        cue = tree.heads[verb]
        if tree.roles[i] is not Role.SUBJECT or tree.roles[verb] not in _CIRCUMSTANCES or not cue < i:
            return None
        marked = any(tree.token(m).lower_ in _TIMES for m in tree.children(verb, Role.MARKER))
        if not marked or tree.lemma(cue) not in self.survey.gazetteer.people.evidence["reporting"]:
            return None
        told = [c for c in tree.children(cue, Role.CLAUSE_COMPLEMENT) if c < cue]
        heads = clauses.surface_subject(tree, told[0]).heads if told else ()
        return next((d for h in heads if (d := self.cast.at.get(h)) is not None and fits(d)), None)

    def _spoken_for(self, i: int, fits: Callable[[Draft], bool]) -> Draft | None:
        """The speaker in "the ministry said it had", or the body a spokesman speaks for in "he said it had"."""
        tree = self.survey.tree
        verb, told = tree.heads[i], self._cue_over(i)
        if told is None:
            return None
        for head in clauses.surface_subject(tree, told).heads:
            speaker = self.cast.at.get(head)
            if speaker is None or head > told:
                continue
            if fits(speaker):
                return speaker
            token = affiliation_of(tree, speaker.mentions[-1], self.cast, speaker) if speaker.kind == "person" else None
            body = self.cast.at.get(token) if token is not None else self._served_by(speaker)
            if body is not None and body.kind != "person" and fits(body) and labels.is_verb(tree.token(verb)):
                return body
        return None

    def _told_by_one(self, i: int) -> bool:
        """Whether "it" is what a spokesman's body did: "X said it had"; who else it could be, the text does not say."""
        cue = self._cue_over(i)
        if cue is None:
            return False
        heads = clauses.surface_subject(self.survey.tree, cue).heads
        speakers = [self.cast.at.get(head) for head in heads if head < cue]
        return any(speaker is not None and speaker.kind == "person" for speaker in speakers)

    def _cue_over(self, i: int) -> int | None:
        """The verb of saying before the clause whose subject a pronoun is."""
        tree = self.survey.tree
        verb = tree.heads[i]
        cue = tree.heads[verb]
        if tree.roles[i] is not Role.SUBJECT or tree.roles[verb] is not Role.CLAUSE_COMPLEMENT or cue > i:
            return None
        return cue if tree.lemma(cue) in self.survey.gazetteer.people.evidence["reporting"] else None

    def _served_by(self, person: Draft) -> Draft | None:
        """The body that a spokesman's entry or title names: "Hezbollah spokesman Omar Haddad"."""
        if person.kind != "person":
            return None
        if person.entry is not None and person.entry.affiliation:
            return self.cast.get(f"actor:{person.entry.affiliation}")
        first = person.mentions[0]
        near = {hit.start: hit for hit in self.survey.hits if first.head - _TITLE <= hit.start < first.head}
        titled = [hit for i, hit in near.items() if self._in_title(i, first.head)]
        return next(filter(None, (self.cast.get(f"actor:{hit.id}") for hit in titled)), None)

    def _in_title(self, i: int, head: int) -> bool:
        tree = self.survey.tree
        return tree.heads[i] == head or tree.heads[tree.heads[i]] == head

    def _gender_fits(self, draft: Draft, word: str) -> bool:
        """Not "she" for a spokesman, nor for whom a "he" has stood."""
        genders = self.survey.gazetteer.people.genders
        female = word in _FEMALE
        words = draft.lemmas | set((draft.role or "").lower().replace(".", "").split())
        if words & genders["male" if female else "female"]:
            return False
        used = {self.survey.tree.token(m.head).lower_ for m in draft.mentions if m.form == "pronoun"}
        return not (used & (_MALE if female else _FEMALE))

    def _only_told(self, draft: Draft) -> bool:
        """Whether a medium is only told things: "told AFP"."""
        tree = self.survey.tree
        return draft.kind == "media" and not any(
            is_subject(tree, m.head) or tree.roles[m.head] is Role.POSSESSOR for m in draft.mentions
        )

    def _clause_subject(self, i: int) -> Draft | None:
        """Who does what a possessive stands in: Rwanda in "urged Rwanda to withdraw its troops"."""
        tree = self.survey.tree
        verb = next((a for a in tree.ancestors(i) if labels.is_verb(tree.token(a))), None)
        if verb is None:
            return None
        subjects = clauses.surface_subject(tree, verb).heads
        if any(i in tree.descendants(subject) for subject in subjects) and labels.is_verb(tree.token(tree.heads[verb])):
            subjects = clauses.surface_subject(tree, tree.heads[verb]).heads  # "India said that its soldiers had died"
        for subject in subjects:
            draft = self.cast.at.get(subject)
            if draft is not None and subject < i:
                return draft
        return None

    def _speech(self, head: int) -> bool:
        """Whether a noun is the subject of a verb of saying."""
        tree = self.survey.tree
        verb = tree.heads[tree.first_conjunct(head)]
        return is_subject(tree, head) and tree.lemma(verb) in self.survey.gazetteer.people.evidence["reporting"]

    def _told_before(self, i: int) -> int | None:
        """First token of the sentence that ends in "…, he said": nobody in what is told is the one who tells."""
        tree = self.survey.tree
        if not self._speech(i):
            return None
        verb = tree.heads[tree.first_conjunct(i)]
        if tree.roles[verb] is Role.RELATIVE_CLAUSE:
            return None  # "Haddad denied the raid, which he described as a provocation"
        before = any(c < i for c in tree.children(verb, Role.CLAUSE_COMPLEMENT, Role.PARATAXIS, Role.OBJECT))
        trailing = i > 0 and (tree.token(i - 1).is_punct or tree.token(i - 1).is_quote)
        if i > 0 and tree.token(i - 1).text == ";":
            return None  # "…, said the mayor; he called it a crime": a sentence of its own
        return tree.sentence(i)[0] if before or trailing or tree.roles[verb] is Role.PARATAXIS else None

    def _salient(self, i: int, fits: Callable[[Draft], bool]) -> Draft | None:
        told = self._told_before(i)
        speech = self._speech(i)
        best: tuple[float, int] | None = None
        chosen: Draft | None = None
        barred = self._doers(i)
        for draft in self.cast.drafts:
            if not fits(draft) or draft in barred:
                continue
            for mention in draft.mentions:
                score = self._score(mention, i)
                if score is None or (told is not None and told <= mention.head < i):
                    continue
                spoke = 1.5 if speech and self._speech(mention.head) else 0
                rank = (score + spoke + (0.5 if draft.named else 0), mention.head)
                if best is None or rank > best:
                    best, chosen = rank, draft
        return chosen

    def _doers(self, i: int) -> list[Draft]:
        """Who does what a pronoun undergoes, whom it cannot mean: "Sudan cut ties with Chad, accusing it of …"."""
        tree = self.survey.tree
        if tree.roles[i] not in _UNDERGOING or tree.token(i).lower_.endswith(("self", "selves")):
            return []
        verb = tree.heads[i]
        subjects = clauses.surface_subject(tree, verb).heads if labels.is_verb(tree.token(verb)) else ()
        return [draft for s in subjects if s != i and (draft := self.cast.at.get(s)) is not None]

    def _score(self, mention: Mention, i: int) -> float | None:
        if mention.head >= i or mention.start <= i < mention.end or self._same_clause(mention.head, i):
            return None
        distance = self._sentence(i) - self._sentence(mention.head)
        if distance > _REACH:
            return None
        score = -2.0 * distance + (2 if is_subject(self.survey.tree, mention.head) else 0)
        if self.survey.tree.roles[mention.head] is Role.POSSESSOR:
            score -= 0.5
        return score

    def _sentence(self, i: int) -> int:
        return bisect_right(self._starts, i)

    def _same_clause(self, a: int, i: int) -> bool:
        """An object pronoun is not the subject of its own verb ("he told him")."""
        tree = self.survey.tree
        return tree.heads[a] == tree.heads[i] and tree.roles[i] in _CORE and tree.roles[a] in _CORE
