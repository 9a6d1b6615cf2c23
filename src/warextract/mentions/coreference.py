"""Which actor a name or a description takes up: by noun, kind and number, the most recent first."""

from dataclasses import replace

from warextract.mentions.agreement import NEVER, has_role, is_institution, last_before, says_which, speaker_over
from warextract.mentions.apposition import Apposition
from warextract.mentions.candidate import Candidate, is_subject
from warextract.mentions.cast import Cast, Draft
from warextract.mentions.described_kinds import LOYAL
from warextract.mentions.foes import enemy_country, enemy_group
from warextract.mentions.roles import affiliation_of, title_of
from warextract.mentions.state_agencies import own_agency, seat_before
from warextract.mentions.survey import Survey
from warextract.syntax import clauses, labels
from warextract.syntax.labels import Role

_LANDS = frozenset({"country", "nation", "state"})
_ENEMY = frozenset({"enemy", "aggressor", "invader", "occupier", "foe"})
_FORCES = "armed-forces"
_TOLL = frozenset({"dead", "victim", "wounded", "injured", "killed"})  # take up those counted before
_SENDS = frozenset({"lose", "send", "deploy", "withdraw", "dispatch", "station", "mobilise", "mobilize", "have"})
_MOVES = frozenset({"move", "pull", "bring", "mass", "amass", "use", "transfer", "keep", "shift", "rush", "gather"})
_OF_SHIPS = frozenset({"crew", "member", "manager", "owner", "operator", "passenger", "captain", "sailor", "seafarer"})
_HIGH = frozenset({"defence-ministry", "foreign-ministry"})
_FOLLOWERS = frozenset({"man", "fighter", "soldier", "troop", "troops", "force", "gunman", "militant"})
_FEW = frozenset({"one", "two", "1", "2"})
_REACH = 400  # tokens back that a description looks
_RECENT = 25  # tokens back from a sentence within which "the army" is the one just spoken of


class Coreference:
    """Resolves the mentions of one article against its cast."""

    def __init__(self, survey: Survey, cast: Cast) -> None:
        self.survey = survey
        self.cast = cast
        self.apposition = Apposition(survey, cast)

    def enter(self, c: Candidate) -> None:
        """Join a mention to the actor it takes up, or bring a new one on; a mere re-mention of nobody is dropped."""
        c = self._identified(c)
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
        if c.key is None and self._is_force(c):
            return self._force(c)
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

    def _identified(self, c: Candidate) -> Candidate:
        """A mention with the identity that its possessor or its place in the story gives it."""
        if c.key is not None or c.form == "name":
            return c
        owner = self.cast.at.get(c.owner) if c.owner is not None else None
        if c.lemma in _ENEMY and c.definite:
            country = enemy_country(self.survey, self.cast, c)
            group = enemy_group(self.survey, self.cast, c, country)
            return replace(c, key=group.key) if group is not None else self._of_country(c, country, _FORCES)
        if owner is not None:
            return self._owned(c, owner)
        if c.institution is not None:
            return self._institution(c, c.institution)
        sender = self._sender(c)
        tree, verb = self.survey.tree, self.survey.tree.heads[self.survey.tree.first_conjunct(c.head)]
        if sender is not None and c.counted and tree.lemma(verb) != "lose":
            return replace(c, country=sender, local=False)
        if sender is not None:
            return self._of_country(c, sender, _FORCES)
        if c.modifiers & LOYAL and c.lemma in self.survey.gazetteer.people.joins[_FORCES]:
            return self._of_country(c, c.country or self.survey.scene.near(c.head), _FORCES)
        return c

    def _sender(self, c: Candidate) -> str | None:
        """The country in "Rwanda, which sent troops", "Uganda has had 4,000 soldiers in the area"."""
        tree = self.survey.tree
        verb = tree.heads[tree.first_conjunct(c.head)]
        if not self._is_force(c) or c.country is not None or tree.roles[tree.first_conjunct(c.head)] is not Role.OBJECT:
            return None
        if tree.lemma(verb) not in _SENDS:
            return None
        for subject in clauses.surface_subject(tree, verb).heads:
            found = self.cast.at.get(subject)
            if found is not None and found.kind == "state" and subject != c.head:
                return found.country
        return None

    def _owned(self, c: Candidate, owner: Draft) -> Candidate:
        """ "its forces": the force of the possessor; "its engineers": people of their own."""
        followed = owner.kind == "person" and c.plural and not c.counted and c.lemma in _FOLLOWERS
        if followed and (served := self._served(owner)) is not None:
            return replace(c, key=served.key)  # "his men" are the force that he leads
        if not c.counted:
            if c.institution is not None and owner.kind == "armed_group":
                return replace(c, key=owner.key)  # "the separatists' interim government"
            flies = c.institution == "aviation" and owner.kind in ("military", "igo")
            if flies or (c.lemma == "man" and c.plural and owner.kind in ("armed_group", "military")):
                return replace(c, key=owner.key)  # "its jets", "its men"
            if c.institution is not None:
                return self._of_country(c, owner.country, c.institution)
            if c.lemma in self.survey.gazetteer.people.joins[_FORCES]:
                if owner.kind in ("armed_group", "military"):
                    return replace(c, key=owner.key)
                return self._of_country(c, owner.country, _FORCES)
            if c.lemma in _LANDS and owner.country is not None:
                return self._state(c, owner.country)
        if owner.kind in ("state", "government", "military") and c.lemma in _OF_SHIPS:
            return replace(c, owner=None, local=False)  # "its" is the ship's
        if owner.kind == "person" and c.kind == "military" and not c.plural:
            return c  # "his unit" is told by whom he serves
        return replace(
            c, country=owner.country, local=c.local and owner.country is None and owner.kind in ("person", "population")
        )

    def _state(self, c: Candidate, country: str) -> Candidate:
        """ "his country" is the state of the one who speaks."""
        known = self.survey.gazetteer.country(country)
        name = known.name if known is not None else c.name
        return replace(c, key=f"country:{country}", name=name, kind="state", country=country, owner=None, cameo=country)

    def _served(self, person: Draft) -> Draft | None:
        """The armed group that a person leads or speaks for, where it is named."""
        if person.entry is not None and person.entry.affiliation:
            found = self.cast.get(f"actor:{person.entry.affiliation}")
            if found is not None and found.kind == "armed_group":
                return found
        for mention in person.mentions:
            token = affiliation_of(self.survey.tree, mention, self.cast, person)
            found = self.cast.at.get(token) if token is not None else None
            if found is not None and found.kind == "armed_group":
                return found
        return None

    def _of_country(self, c: Candidate, country: str | None, institution: str) -> Candidate:
        if country is None:
            return c
        gazetteer = self.survey.gazetteer
        entry = gazetteer.institution_actor(country, institution)
        body = gazetteer.institutions[institution]
        return replace(
            c,
            key=f"actor:{entry.id}" if entry else f"institution:{country}:{institution}",
            country=country,
            entry=entry,
            name=entry.name if entry else body.named(gazetteer.country(country)),
            kind=entry.kind if entry else body.kind,
            institution=institution,
        )

    def _institution(self, c: Candidate, institution: str) -> Candidate:
        """ "The army" again, or the army of the country where the story plays."""
        beside = self._coordinated_country(c)
        if beside is not None:
            return self._of_country(c, beside, institution)
        near = None if institution == "embassy" else self.survey.scene.near(c.head)  # an embassy is another country's
        if institution in _HIGH and self.survey.voice is not None:
            near = self.survey.voice
        near = seat_before(self.survey, c.head) or own_agency(self.survey, c.head) or near
        own = self._of_country(c, near, institution)
        if self.cast.get(own.key) is not None:
            return own
        same = self.cast.latest(lambda d: c.lemma in d.lemmas and is_institution(d, institution), c.head)
        if same is None or not c.definite:
            return own
        armies = {d.key for d in self.cast.drafts if is_institution(d, institution)}
        recent = self.survey.tree.sentence(c.head)[0] - same.last <= _RECENT or own.country == same.country
        recent = recent or armies == {same.key}
        return replace(c, key=same.key) if recent else own

    def _coordinated_country(self, c: Candidate) -> str | None:
        tree = self.survey.tree
        for other in tree.conjuncts(tree.first_conjunct(c.head)):
            draft = self.cast.at.get(other)
            if draft is not None and draft.country and draft.kind in ("military", "government"):
                return draft.country
        return None

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

    def _is_force(self, c: Candidate) -> bool:
        return c.plural and c.lemma != "fighter" and c.lemma in self.survey.gazetteer.people.joins[_FORCES]

    def _force(self, c: Candidate) -> Draft | None:
        """Bare "troops", "soldiers": those of the subject, else the force spoken of last."""
        tree = self.survey.tree
        verb = tree.heads[tree.first_conjunct(c.head)]
        lost = tree.lemma(verb) in _SENDS
        if c.counted and not lost:
            return None
        fighting = self.survey.gazetteer.people.fighting
        own = lost or tree.lemma(verb) in _MOVES or tree.lemma(verb) in fighting["send"]  # nobody fights his own
        for subject in clauses.surface_subject(tree, verb).heads if own and labels.is_verb(tree.token(verb)) else ():
            found = self.cast.at.get(subject)
            if found is not None and found.kind in ("military", "armed_group") and subject != c.head:
                return found
        accused = tree.lemma(verb) in ("accuse", "blame", "urge", "order") and not c.modifiers
        if c.counted or (not c.definite and not is_subject(tree, c.head) and not accused):
            return None
        same = self._definite(c)
        return same or self.cast.latest(lambda d: d.kind == "military" and is_institution(d, _FORCES), c.head)

    def _definite(self, c: Candidate) -> Draft | None:
        groups = self.survey.gazetteer.people.groups

        def agrees(d: Draft) -> bool:
            last = max((m.head for m in d.mentions if m.head < c.head), default=NEVER)
            other = c.country is not None and d.country not in (None, c.country)
            return c.head - last < _REACH and not other and not (c.counted and not d.counted)

        def same_noun(d: Draft) -> bool:
            noun = c.lemma in d.lemmas or (d.named and c.lemma in d.name.lower().split())
            return agrees(d) and noun and (d.plural == c.plural or d.named)

        if self.survey.tree.token(c.head).lower_ in _TOLL or c.lemma in _TOLL:
            return self.cast.latest(lambda d: agrees(d) and d.kind == "population" and d.counted, c.head)
        same = self.cast.latest(same_noun, c.head)
        told = same.words | same.lemmas | set(same.name.lower().split()) if same is not None else set()
        plain = same is not None and not same.words and not same.named
        if same is not None and (not c.modifiers or c.modifiers & told or plain):
            return same
        if c.kind == "person" and any("year-old" in word for word in c.modifiers):
            return self.cast.latest(lambda d: agrees(d) and d.kind == "person" and d.named, c.head)
        if c.kind == "person":
            return self.cast.latest(lambda d: agrees(d) and d.kind == "person" and has_role(d, c.lemma), c.head)
        if c.plural and c.kind == "armed_group" and not c.modifiers:
            near = self.survey.tree.sentence(c.head)[0] - 2 * _RECENT
            return self.cast.latest(
                lambda d: agrees(d) and d.kind == "armed_group" and d.plural and last_before(d, c.head) >= near, c.head
            ) or self.cast.latest(lambda d: agrees(d) and d.kind == "armed_group" and d.named, c.head)
        if c.plural or c.counted or says_which(c):
            return None
        if c.lemma in _LANDS:
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
