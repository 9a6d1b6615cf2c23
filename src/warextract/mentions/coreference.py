"""Which actor a name or a description takes up: by noun, kind and number, the most recent first."""

from warextract.mentions.agreement import GROUPS, NEVER, has_role, is_institution, last_before, says_which, speaker_over
from warextract.mentions.apposition import Apposition
from warextract.mentions.candidate import Candidate, is_subject
from warextract.mentions.cast import Cast, Draft
from warextract.mentions.described_kinds import LOYAL
from warextract.mentions.identity import FORCES, LANDS, RECENT, SENDS, Identity, is_force
from warextract.mentions.roles import title_of
from warextract.mentions.survey import Survey
from warextract.syntax import clauses, labels
from warextract.syntax.labels import Role

_TOLL = frozenset({"dead", "victim", "wounded", "injured", "killed"})  # take up those counted before
_MOVES = frozenset({"move", "pull", "bring", "mass", "amass", "use", "transfer", "keep", "shift", "rush", "gather"})
_NAMING = frozenset(
    {"accuse", "blame", "urge", "order", "ask", "search", "hunt", "look"}
)  # "went looking for soldiers"
_FEW = frozenset({"one", "two", "1", "2"})
_REACH = 400  # tokens back that a description looks


class Coreference:
    """Resolves the mentions of one article against its cast."""

    def __init__(self, survey: Survey, cast: Cast) -> None:
        self.survey = survey
        self.cast = cast
        self.apposition = Apposition(survey, cast)
        self.identity = Identity(survey, cast)

    def enter(self, c: Candidate) -> None:
        """Join a mention to the actor it takes up, or bring a new one on; a mere re-mention of nobody is dropped."""
        c = self.identity.of(c)
        found = self.antecedent(c)
        if found is None and c.weak and (c.key is None or c.rule == "person") and not self._speaks(c):
            return
        draft = self.cast.enter(c, found)
        if draft.kind == "person" and c.form == "name":
            title = title_of(self.survey.tree, draft.mentions[-1])
            draft.role = draft.role or title
            draft.titles.update((title or "").lower().replace(".", "").split())

    def antecedent(self, c: Candidate) -> Draft | None:
        """The draft that a mention takes up, or None for a new actor."""
        found = self.cast.get(c.key) or self.apposition.antecedent(c)
        if found is not None:
            return found
        if c.form == "name":
            return self._named(c)
        if c.institution is not None and c.key is not None:
            return None  # "the interior ministry" is not the health ministry named before
        if c.key is None and is_force(self.survey, c):
            return self._counted_again(c) or self._force(c)
        return self._definite(c) if c.definite else self._counted_again(c)

    def _counted_again(self, c: Candidate) -> Draft | None:
        """ "26 people" told a second time; small numbers and "26 others" are others."""
        number = self._number(c.start, c.end)
        others = {"others", "more"} & {t.lower_ for t in self.survey.tree.tokens[c.start : c.end]}
        if not c.counted or number is None or others or c.modifiers & {"other", "more", "further"}:
            return None

        def same(d: Draft) -> bool:
            noun = c.lemma in d.lemmas or {c.lemma, *d.lemmas} <= {"person", "people"}
            return d.counted and noun and any(self._number(m.start, m.end) == number for m in d.mentions)

        return self.cast.latest(same, c.head)

    def _number(self, start: int, end: int) -> str | None:
        words = [t.lower_ for t in self.survey.tree.tokens[start:end] if t.like_num and t.lower_ not in _FEW]
        return words[0] if len(words) == 1 else None

    def _speaks(self, c: Candidate) -> bool:
        tree = self.survey.tree
        verb = tree.heads[tree.first_conjunct(c.head)]
        return is_subject(tree, c.head) and tree.lemma(verb) in self.survey.gazetteer.people.evidence["verbs"]

    def _named(self, c: Candidate) -> Draft | None:
        if c.kind == "person":
            return self._person(c) or (self._body(c) if " " not in c.name else None)
        return self._body(c) if c.rule in ("organisation", "unit") else None

    def _person(self, c: Candidate) -> Draft | None:
        """ "Daglo" after "Mohamed Hamdan Daglo": every word of it in the longer name."""
        words = set(c.name.lower().replace("-", " ").split())

        def fits(d: Draft) -> bool:
            names = {d.name, *(d.entry.aliases if d.entry else ())}
            return (
                d.kind == "person" and d.named and any(words <= set(n.lower().replace("-", " ").split()) for n in names)
            )

        return self.cast.latest(fits, c.head)

    def _body(self, c: Candidate) -> Draft | None:
        """A shorter name ("Nordvik" after "Nordvik Defence"), or an acronym of one."""
        short = c.name.lower()

        def fits(d: Draft) -> bool:
            if not d.named or d.kind in ("person", "state"):
                return False
            initials = "".join(w[0] for w in d.name.split() if w[0].isupper())
            return d.name.lower().startswith(short + " ") or (len(c.name) > 1 and c.name == initials)

        return self.cast.latest(fits, c.head)

    def _force(self, c: Candidate) -> Draft | None:
        """Bare "troops", "soldiers": those of the subject, else the force spoken of last."""
        tree = self.survey.tree
        verb = tree.heads[tree.first_conjunct(c.head)]
        lost = tree.lemma(verb) in SENDS
        if c.counted and not lost:
            return None
        fighting = self.survey.gazetteer.people.fighting
        own = lost or tree.lemma(verb) in _MOVES or tree.lemma(verb) in fighting["send"]  # nobody fights his own
        for subject in clauses.surface_subject(tree, verb).heads if own and labels.is_verb(tree.token(verb)) else ():
            found = self.cast.at.get(subject)
            if found is not None and found.kind in ("military", "armed_group") and subject != c.head:
                return found
        accused = tree.lemma(verb) in _NAMING and not c.modifiers
        if c.counted or (not c.definite and not is_subject(tree, c.head) and not accused):
            return None
        same = self._definite(c)
        return same or self.cast.latest(
            lambda d: d.kind == "military" and (is_institution(d, FORCES) or _is_whole_force(d)), c.head
        )

    def _definite(self, c: Candidate) -> Draft | None:
        groups = self.survey.gazetteer.people.groups
        large = self.survey.tree.token(c.head).is_title  # "the Brigades" after "the Qassam Brigades"
        word = self.survey.tree.token(c.head).lower_ if large else c.lemma

        def agrees(d: Draft) -> bool:
            last = max((m.head for m in d.mentions if m.head < c.head), default=NEVER)
            other = c.country is not None and d.country not in (None, c.country)
            return c.head - last < _REACH and not other and not (c.counted and not d.counted)

        def same_noun(d: Draft) -> bool:
            noun = c.lemma in d.lemmas or (d.named and bool({c.lemma, word} & set(d.name.lower().split())))
            return agrees(d) and noun and (d.plural == c.plural or d.named)

        if self.survey.tree.token(c.head).lower_ in _TOLL or c.lemma in _TOLL:
            return self.cast.latest(lambda d: agrees(d) and d.kind == "population" and d.counted, c.head)
        same = self.cast.latest(same_noun, c.head)
        if same is not None and not same.named and c.lemma in GROUPS and not c.modifiers:
            rival = self.cast.latest(lambda d: agrees(d) and d.named and d.kind == "armed_group", c.head)
            if rival is not None and last_before(rival, c.head) > last_before(same, c.head):
                return rival  # "a rights group … the ADF … the group"
        if same is not None and same.counted and c.plural and c.kind == "armed_group" and not c.counted:
            group = self.cast.latest(lambda d: agrees(d) and d.named and d.kind == "armed_group", c.head)
            far = self.survey.tree.sentence(c.head)[0] - RECENT > last_before(same, c.head)
            if group is not None and far and not c.modifiers:
                return group  # "100 insurgents attacked. … an agreement with the insurgents"
        told = same.words | same.lemmas | set(same.name.lower().split()) if same is not None else set()
        plain = same is not None and not same.words and not same.named
        if same is not None and (not c.modifiers or c.modifiers & told or plain):
            return same
        if c.kind == "person" and any("year-old" in word for word in c.modifiers):
            return self.cast.latest(lambda d: agrees(d) and d.kind == "person" and d.named, c.head)
        if c.kind == "person":
            if self._is_named_next(c):
                return None  # "The army spokesman, Gen. Omar Haddad, said": no one spoken of before
            return self.cast.latest(lambda d: agrees(d) and d.kind == "person" and has_role(d, c.lemma), c.head)
        if c.plural and c.kind == "armed_group" and not c.modifiers:
            near = self.survey.tree.sentence(c.head)[0] - 2 * RECENT
            return self.cast.latest(
                lambda d: agrees(d) and d.kind == "armed_group" and d.plural and last_before(d, c.head) >= near, c.head
            ) or self.cast.latest(lambda d: agrees(d) and d.kind == "armed_group" and d.named, c.head)
        if c.plural or c.counted or says_which(c) or self._lives_next_door(c):
            return None
        if c.lemma in LANDS:
            found = self.cast.get(f"country:{self.survey.scene.near(c.head)}")
            return found if found is not None and is_subject(self.survey.tree, c.head) else None
        kinds = {"company"} if c.lemma == "company" else {kind for kind, nouns in groups.items() if c.lemma in nouns}
        first = kinds - {"media"} or kinds  # "the agency" is seldom the one that is told something
        speaker = speaker_over(self.survey.tree, self.cast, c.head)

        def named(d: Draft) -> bool:
            return agrees(d) and d.named and not d.counted and d is not speaker

        return self.cast.latest(lambda d: named(d) and d.kind in first, c.head) or (
            self.cast.latest(lambda d: named(d) and d.kind in kinds, c.head)
        )

    def _lives_next_door(self, c: Candidate) -> bool:
        """ "his neighbour": whoever has it is no state, nor is the neighbour."""
        owner = self.survey.tree.child(c.head, Role.POSSESSOR)
        return c.lemma in ("neighbour", "neighbor") and (
            owner is not None and self.survey.tree.token(owner).lower_ in ("his", "her", "my")
        )

    def _is_named_next(self, c: Candidate) -> bool:
        """Whether a name follows a description behind a comma."""
        tree = self.survey.tree
        end = tree.noun_phrase(c.head)[1]
        titles = self.survey.gazetteer.people.titles["words"]
        for at in {c.end, end}:
            k = at + 1
            if at >= len(tree.tokens) or tree.token(at).text != ",":
                continue
            while k < len(tree.tokens) and tree.token(k).lower_.strip(".") in titles:
                k += 1
            named = k < len(tree.tokens) and labels.entity_type(tree.token(k).ent_type_) is labels.EntityType.PERSON
            if named and tree.heads[k] <= c.head:
                return True
        return False


def _is_whole_force(draft: Draft) -> bool:
    """ "Afghan government forces": a described force of a side, not some soldiers who were counted."""
    return bool(draft.words & LOYAL) and "force" in draft.lemmas and not draft.counted
