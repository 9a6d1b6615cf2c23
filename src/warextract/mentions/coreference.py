"""Which actor a description or a pronoun takes up: by noun, kind and number, the most recent first."""

from collections.abc import Callable

from warextract.mentions.candidate import Candidate, is_subject
from warextract.mentions.cast import Cast, Draft
from warextract.mentions.survey import Survey
from warextract.syntax import clauses, labels
from warextract.syntax.labels import Role

_ENEMY = frozenset({"enemy", "aggressor", "invader", "occupier"})
_SPEAKING = frozenset({"government", "military", "armed_group", "igo", "ngo", "company", "media", "state", "other"})
_REACH = 3  # sentences back that a pronoun looks
_DEFINITE_REACH = 400  # tokens back that a description looks


class Coreference:
    """Resolves the mentions of one article against its cast."""

    def __init__(self, survey: Survey, cast: Cast) -> None:
        self.survey = survey
        self.cast = cast

    def antecedent(self, c: Candidate) -> Draft | None:
        """The draft that a mention without a certain identity takes up, or None for a new actor."""
        if c.form == "name":
            return self._named(c)
        found = self.cast.get(c.key) or self._beside(c)
        if found is not None:
            return found
        if c.lemma in _ENEMY and c.definite:
            return self._enemy(c)
        if c.owner is not None:
            return self._owned(c)
        if c.institution is not None:
            return self._institution(c)
        if c.key is None and self._is_force(c) and not c.counted:
            return self._force(c)
        if c.definite:
            return self._definite(c)
        return None

    def _named(self, c: Candidate) -> Draft | None:
        found = self.cast.get(c.key)
        if found is not None:
            return found
        if c.kind == "person":
            found = self._person(c)
        elif c.rule in ("organisation", "unit"):
            found = self._body(c)
        return found or self._beside(c)

    def _person(self, c: Candidate) -> Draft | None:
        """ "Daglo" after "Mohamed Hamdan Daglo": every word of it in the longer name."""
        words = set(c.name.lower().replace("-", " ").split())

        def fits(d: Draft) -> bool:
            names = {d.name, *(d.entry.aliases if d.entry else ())}
            return d.kind == "person" and d.named and any(
                words <= set(n.lower().replace("-", " ").split()) for n in names
            )

        return self.cast.latest(fits, c.head)

    def _body(self, c: Candidate) -> Draft | None:
        """A shorter name ("Nordvik" after "Nordvik Defence"), or an acronym of one."""
        short = c.name.lower()

        def fits(d: Draft) -> bool:
            if not d.named or d.kind in ("person", "state"):
                return False
            words = d.name.split()
            initials = "".join(w[0] for w in words if w[0].isupper())
            return d.name.lower().startswith(short + " ") or (len(c.name) > 1 and c.name == initials)

        return self.cast.latest(fits, c.head)

    def _beside(self, c: Candidate) -> Draft | None:
        """An apposition is the same actor: "Gleb Nikitin, governor of …", "The driver, Viktor Lysenko"."""
        tree = self.survey.tree
        if tree.roles[c.head] is Role.APPOSITION:
            found = self.cast.at.get(tree.heads[c.head])
            if found is not None and _may_be_same(found, c):
                return found
        for child in tree.children(c.head, Role.APPOSITION):
            found = self.cast.at.get(child)
            if found is not None and _may_be_same(found, c):
                return found
        if tree.child(c.head, Role.COPULA) is not None:
            return None
        return None

    def _owned(self, c: Candidate) -> Draft | None:
        """ "its forces": the force of the possessor; "his unit": what he belongs to."""
        owner = self.cast.at.get(c.owner) if c.owner is not None else None
        if owner is None or c.counted:
            return None
        joins = self.survey.gazetteer.people.joins["armed-forces"]
        if c.lemma in joins or c.lemma == "troops":
            if owner.kind == "armed_group" or (owner.kind == "military" and c.lemma != "engineer"):
                return owner
            if owner.country and owner.kind in ("state", "government", "person"):
                return self._of_country(owner.country, "armed-forces")
        if c.institution is not None and owner.country:
            return self._of_country(owner.country, c.institution)
        return None

    def _of_country(self, country: str, institution: str) -> Draft | None:
        entry = self.survey.gazetteer.institution_actor(country, institution)
        key = f"actor:{entry.id}" if entry else f"institution:{country}:{institution}"
        return self.cast.get(key)

    def _institution(self, c: Candidate) -> Draft | None:
        """ "The army" again, or the army of the country where the story plays."""
        same = self.cast.latest(
            lambda d: d.institution == c.institution or (d.entry is not None and _same_institution(d, c)), c.head
        )
        if same is not None and (c.definite or not c.plural):
            near = self.survey.near(c.head)
            own = self._of_country(near, c.institution or "") if near else None
            return own or same
        near = self.survey.near(c.head)
        return self._of_country(near, c.institution or "") if near else None

    def _is_force(self, c: Candidate) -> bool:
        return c.lemma in self.survey.gazetteer.people.joins["armed-forces"] and c.lemma != "fighter" and c.plural

    def _force(self, c: Candidate) -> Draft | None:
        """Bare "troops", "soldiers": those of the subject, else the force spoken of last."""
        tree = self.survey.tree
        verb = tree.heads[tree.first_conjunct(c.head)]
        for subject in clauses.surface_subject(tree, verb).heads if labels.is_verb(tree.token(verb)) else ():
            found = self.cast.at.get(subject)
            if found is not None and found.kind == "military" and subject != c.head:
                return found
        if not c.definite and not is_subject(tree, c.head):
            return None
        return self.cast.latest(lambda d: d.kind == "military" and not d.counted and (d.institution is not None or d.entry is not None), c.head)

    def _enemy(self, c: Candidate) -> Draft | None:
        """The force of the country that fights the one whose voice is heard."""
        voice = self.cast.latest(lambda d: d.country is not None and d.kind in ("military", "government", "state", "person"), c.head)
        others = [(n, code) for code, n in self.survey.counts.items() if voice is None or code != voice.country]
        if not others:
            return None
        return self._of_country(max(others)[1], "armed-forces")

    def _definite(self, c: Candidate) -> Draft | None:
        groups = self.survey.gazetteer.people.groups
        country = c.country

        def agrees(d: Draft) -> bool:
            near = c.head - max((m.head for m in d.mentions if m.head < c.head), default=-9999) < _DEFINITE_REACH
            return near and (country is None or d.country in (None, country)) and not (c.counted and not d.counted)

        same = self.cast.latest(lambda d: agrees(d) and c.lemma in d.lemmas and d.plural == c.plural, c.head)
        if same is not None and (not c.modifiers or c.modifiers & (same.words | same.lemmas) or not same.words):
            return same
        if c.kind == "person" or (c.kind == "other" and not c.plural):
            return self.cast.latest(lambda d: agrees(d) and d.kind == "person" and _has_role(d, c.lemma), c.head)
        if c.plural and c.kind == "armed_group" and not c.modifiers:
            return self.cast.latest(lambda d: agrees(d) and d.kind == "armed_group" and d.named, c.head)
        if c.plural or c.counted or (c.modifiers and not c.modifiers <= {"same"}):
            return None
        kinds = {kind for kind, nouns in groups.items() if c.lemma in nouns}
        return self.cast.latest(lambda d: agrees(d) and d.kind in kinds and d.named and not d.counted, c.head)

    def pronoun(self, i: int) -> Draft | None:
        """The actor that a pronoun stands for."""
        word = self.survey.tree.token(i).lower_
        pronouns = self.survey.gazetteer.people.pronouns
        if word in pronouns["person"]:
            return self._salient(i, lambda d: d.kind == "person")
        if word in pronouns["body"]:
            return self._salient(i, lambda d: d.kind in _SPEAKING and not d.plural)
        if word in pronouns["plural"]:
            return self._salient(i, lambda d: d.plural or (d.kind in ("armed_group", "population") and d.kind != "person"))
        return None

    def _salient(self, i: int, fits: Callable[[Draft], bool]) -> Draft | None:
        """Subjects before others, near sentences before far ones, names before descriptions."""
        tree = self.survey.tree
        starts = [s for s, _ in tree.sentences()]
        here = sum(s <= i for s in starts)
        best: tuple[float, int] | None = None
        chosen: Draft | None = None
        for draft in self.cast.drafts:
            if not fits(draft):
                continue
            for mention in draft.mentions:
                if mention.head >= i or (mention.start <= i < mention.end):
                    continue
                distance = here - sum(s <= mention.head for s in starts)
                if distance > _REACH:
                    continue
                score = -2.0 * distance + (2 if is_subject(tree, mention.head) else 0) + (0.5 if draft.named else 0)
                if tree.roles[mention.head] is Role.POSSESSOR:
                    score -= 0.5
                if self._same_clause(mention.head, i):
                    score -= 3
                if best is None or (score, mention.head) > best:
                    best, chosen = (score, mention.head), draft
        return chosen

    def _same_clause(self, a: int, i: int) -> bool:
        """An object pronoun is not the subject of its own verb ("he told him")."""
        tree = self.survey.tree
        return tree.heads[a] == tree.heads[i] and tree.roles[i] in (Role.OBJECT, Role.RECIPIENT, Role.SUBJECT) and tree.roles[a] in (Role.SUBJECT, Role.OBJECT, Role.RECIPIENT)


def _same_institution(d: Draft, c: Candidate) -> bool:
    return d.entry is not None and d.entry.institution is not None and d.entry.institution in (
        c.institution, (c.institution or "").removesuffix("-ministry"),
    )  # fmt: skip


def _has_role(d: Draft, lemma: str) -> bool:
    return lemma in d.lemmas or (d.role is not None and lemma in d.role.lower())


def _may_be_same(d: Draft, c: Candidate) -> bool:
    """Kinds and countries that can be one actor, of two phrases side by side."""
    if "person" in (d.kind, c.kind) and d.kind != c.kind:
        return False
    return d.country is None or c.country is None or d.country == c.country or c.kind == "person"
