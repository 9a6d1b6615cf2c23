"""Which known actor a description is, by whose it is and where it stands: "its forces", "the enemy", "the army"."""

from dataclasses import replace

from warextract.mentions.agreement import is_institution
from warextract.mentions.candidate import Candidate
from warextract.mentions.cast import Cast, Draft
from warextract.mentions.described_kinds import LOYAL
from warextract.mentions.foes import enemy_country, enemy_group
from warextract.mentions.roles import affiliation_of
from warextract.mentions.sides import enemy_of
from warextract.mentions.state_agencies import own_agency, seat_before
from warextract.mentions.survey import Survey
from warextract.syntax import clauses
from warextract.syntax.labels import Role

LANDS = frozenset({"country", "nation", "state"})
_ENEMY = frozenset({"enemy", "aggressor", "invader", "occupier", "foe"})
FORCES = "armed-forces"
SENDS = frozenset({"lose", "send", "deploy", "withdraw", "dispatch", "station", "mobilise", "mobilize", "have"})
_OF_SHIPS = frozenset({"crew", "member", "manager", "owner", "operator", "passenger", "captain", "sailor", "seafarer"})
_BODIES = frozenset({"state", "government", "military"})
_NO_ARMY = frozenset({"PSE"})  # lands where "the military" is another country's
_ARMED = frozenset({FORCES, "air-force", "navy", "special-forces", "general-staff"})
_HIGH = frozenset({"defence-ministry", "foreign-ministry"})
_FOLLOWERS = frozenset({"man", "fighter", "soldier", "troop", "troops", "force", "gunman", "militant"})
RECENT = 25  # tokens back from a sentence within which "the army" is the one just spoken of


class Identity:
    """Gives the descriptions of one article the identity of the actor that they can only mean."""

    def __init__(self, survey: Survey, cast: Cast) -> None:
        self.survey = survey
        self.cast = cast

    def of(self, c: Candidate) -> Candidate:
        """A mention with the identity that its possessor or its place in the story gives it."""
        if c.key is not None or c.form == "name":
            return c
        owner = self.cast.at.get(c.owner) if c.owner is not None else None
        if c.lemma in _ENEMY and c.definite and not (owner is not None or self._has_owner(c)):
            country = enemy_country(self.survey, self.cast, c)
            group = enemy_group(self.survey, self.cast, c, country)
            return replace(c, key=group.key) if group is not None else self._of_country(c, country, FORCES)
        if owner is not None:
            return self._owned(c, owner)
        if c.institution is not None:
            return self._institution(c, c.institution)
        sender = self._sender(c)
        tree, verb = self.survey.tree, self.survey.tree.heads[self.survey.tree.first_conjunct(c.head)]
        if sender is not None and c.counted and tree.lemma(verb) != "lose":
            return replace(c, country=sender, local=False)
        if sender is not None:
            return self._of_country(c, sender, FORCES)
        if c.modifiers & LOYAL and c.lemma in self.survey.gazetteer.people.joins[FORCES]:
            return self._of_country(c, c.country or self.survey.scene.near(c.head), FORCES)
        return c

    def _sender(self, c: Candidate) -> str | None:
        """The country in "Rwanda, which sent troops", "Uganda has had 4,000 soldiers in the area"."""
        tree = self.survey.tree
        verb = tree.heads[tree.first_conjunct(c.head)]
        if (
            not is_force(self.survey, c)
            or c.country is not None
            or tree.roles[tree.first_conjunct(c.head)] is not Role.OBJECT
        ):
            return None
        if tree.lemma(verb) not in SENDS:
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
            if c.lemma in self.survey.gazetteer.people.joins[FORCES]:
                if owner.kind in ("armed_group", "military"):
                    return replace(c, key=owner.key)
                return self._of_country(c, owner.country, FORCES)
            if c.lemma in LANDS and owner.country is not None:
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
        if institution == "presidency" and self.survey.scene.home is None and self._is_party(self.survey.seat):
            near = self.survey.seat  # "SEOUL - … The presidential office condemned"
        near = seat_before(self.survey, c.head) or own_agency(self.survey, c.head) or near
        if near in _NO_ARMY and institution in _ARMED:
            near = enemy_of(self.survey, near) or near
        own = self._of_country(c, near, institution)
        if self.cast.get(own.key) is not None:
            return own
        same = self.cast.latest(lambda d: c.lemma in d.lemmas and is_institution(d, institution), c.head)
        if same is None or not c.definite:
            return own
        armies = {d.key for d in self.cast.drafts if is_institution(d, institution)}
        recent = self.survey.tree.sentence(c.head)[0] - same.last <= RECENT or own.country == same.country
        recent = recent or armies == {same.key}
        return replace(c, key=same.key) if recent else own

    def _has_owner(self, c: Candidate) -> bool:
        """ "their enemies" are not those of whoever tells it."""
        owner = self.survey.tree.child(c.head, Role.POSSESSOR)
        return owner is not None and self.survey.tree.token(owner).lower_ in ("their", "his", "her", "its")

    def _is_party(self, country: str | None) -> bool:
        """Whether a body of a country has been named as an actor."""
        return country is not None and any(d.country == country and d.kind in _BODIES for d in self.cast.drafts)

    def _coordinated_country(self, c: Candidate) -> str | None:
        tree = self.survey.tree
        for other in tree.conjuncts(tree.first_conjunct(c.head)):
            draft = self.cast.at.get(other)
            if draft is not None and draft.country and draft.kind in ("military", "government"):
                return draft.country
        return None


def is_force(survey: Survey, c: Candidate) -> bool:
    """Whether a description is of troops, whoever they are."""
    return c.plural and c.lemma != "fighter" and c.lemma in survey.gazetteer.people.joins[FORCES]
