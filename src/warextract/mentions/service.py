"""Whom people serve whose words name no country: "Kiir's spokesman", "an alliance official", "sent 600 soldiers"."""

from warextract.mentions.cast import Cast, Draft
from warextract.mentions.scene import Scene
from warextract.mentions.survey import Survey
from warextract.syntax import clauses, labels
from warextract.syntax.labels import Role

_SERVANTS = frozenset(
    {
        "spokesman", "spokeswoman", "spokesperson", "aide", "adviser", "advisor", "deputy", "bodyguard", "lawyer",
        "secretary", "son", "daughter", "wife", "brother", "lieutenant", "envoy", "successor", "nephew",
    }
)  # fmt: skip
_INTERNATIONAL = (
    "humanitarian coordinator", "resident coordinator", "special rapporteur", "special representative",
    "secretary general", "secretary-general", "high commissioner", "relief coordinator", "humanitarian chief",
)  # fmt: skip
_BLOCS = frozenset({"alliance", "bloc", "coalition"})
_SENT = (Role.OBJECT, Role.SUBJECT_PASSIVE)
_HELD = frozenset({"hostage", "captive", "abductee"})
_PARTY = 0.25  # share of the words for countries that makes one a party to the story
_AS_OFTEN = 0.7  # as the country of the captors, or it is a war among its own
_NEAR = 3  # links between a capital and the verb that it goes with


def is_international(draft: Draft) -> bool:
    """Whether a title is one of international bodies: "Resident Coordinator", "Special Rapporteur"."""
    role = (draft.role or draft.name).lower()
    return draft.kind == "person" and any(title in role for title in _INTERNATIONAL)


def of_bloc(survey: Survey, draft: Draft, head: int) -> bool:
    """ "An alliance official" serves the alliance that the article names, which is of no one country."""
    if draft.kind not in ("person", "government", "military", "other"):
        return False
    blocs = {survey.tree.lemma(c) for c in survey.tree.children(head, Role.COMPOUND, Role.POSSESSOR)} & _BLOCS
    igos = (survey.gazetteer.actors[h.id].kind == "igo" for h in survey.hits if h.use in ("name", "metonym"))
    return bool(blocs) and any(igos)


def of_master(survey: Survey, cast: Cast, draft: Draft) -> str | None:
    """The country of the person whom a named person serves: "Machar's spokesman Peter Lual"."""
    if draft.kind != "person" or not set((draft.role or "").lower().split()) & _SERVANTS:
        return None
    tree = survey.tree
    for mention in draft.mentions:
        if mention.form == "pronoun":
            continue
        for node in (mention.head, *tree.children(mention.head, Role.APPOSITION, Role.COMPOUND, Role.FLAT)):
            owner = tree.child(node, Role.POSSESSOR)
            master = cast.at.get(owner) if owner is not None else None
            if master is not None and master is not draft and master.kind == "person" and master.country:
                return master.country
    return None


def of_office(survey: Survey, scene: Scene, head: int) -> str | None:
    """The country of officials told by the state body before the noun: "a health ministry source"."""
    forms = survey.offices
    for i in range(survey.tree.base_phrase(head)[0], head):
        institution = forms.get(i)
        if institution is not None and institution.kind == "government":
            return institution.home or seat(survey, scene, head) or scene.near(head)
    return None


def seat(survey: Survey, scene: Scene, head: int) -> str | None:
    """The country of the capital where a ministry or its spokesman speaks: "told a briefing in Beijing"."""
    tree = survey.tree
    start, end = tree.sentence(head)
    verb = next((a for a in (head, *tree.ancestors(head)) if labels.is_verb(tree.token(a))), None)
    if verb is None or tree.lemma(verb) not in survey.gazetteer.people.evidence["reporting"]:
        return None
    for mark in scene.marks:
        if not (mark.capital and mark.place and start <= mark.token < end and tree.preposition(mark.token) == "in"):
            continue
        above = list(tree.ancestors(mark.token))[:_NEAR]
        first = next((a for a in above if labels.is_verb(tree.token(a))), None)
        if first == verb:
            return mark.country
    return None


def sender(survey: Survey, cast: Cast, draft: Draft) -> str | None:
    """The country of the state or leader who sends, pledges or withdraws people: "is sending 3,000 soldiers"."""
    tree, head = survey.tree, draft.mentions[0].head
    first = tree.first_conjunct(head)
    verb = tree.heads[first]
    up_to = tree.tokens[max(0, draft.mentions[0].start - 2)].lower_ == "up"  # "send up to 40 advisers"
    if draft.named or (tree.roles[first] not in _SENT and not up_to):
        return None
    if tree.lemma(verb) not in survey.gazetteer.people.fighting["send"]:
        return None
    passive = clauses.is_passive(tree, verb)
    subjects = clauses.agents(tree, verb) if passive else clauses.surface_subject(tree, verb).heads
    found = [d for s in subjects if (d := cast.at.get(s)) is not None and d.kind in ("state", "government", "person")]
    return next((d.country for d in found if d.country), None)


def of_captors_foe(survey: Survey, cast: Cast, draft: Draft) -> str | None:
    """The country of hostages, where a group of one country holds them and the article speaks as much of another."""
    if not draft.lemmas & _HELD or draft.named:
        return None
    head = draft.mentions[0].head
    start = survey.tree.sentence(head)[0]
    groups = [d for d in cast.drafts if d.kind == "armed_group" and d.country and (d.named or d.entry is not None)]
    if not groups:
        return None
    beside = [d for d in groups if any(start <= m.head < head for m in d.mentions)]
    holder = beside[-1] if beside else max(groups, key=lambda d: len(d.mentions))
    states = {d.country for d in cast.drafts if d.kind in ("state", "military", "government") and d.country}
    counts = [(n, code) for code, n in survey.counts.items() if code != holder.country and code in states]
    most, foe = max(counts, default=(0, ""))
    enough = most >= _PARTY * survey.counts.total() and most >= _AS_OFTEN * survey.counts[holder.country or ""]
    return foe if enough and most else None
