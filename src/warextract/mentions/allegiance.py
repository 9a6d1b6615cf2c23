"""The country of an actor whose words name none: by affiliation, by who fights whom, by where the story plays."""

from warextract.mentions.cast import Cast, Draft
from warextract.mentions.survey import Survey
from warextract.syntax import clauses, labels
from warextract.syntax.labels import Role

_FIXED = frozenset({"actor", "country", "institution"})
_SUFFER = (Role.OBJECT, Role.SUBJECT_PASSIVE, Role.OBLIQUE, Role.NOMINAL_MODIFIER)


def settle_countries(survey: Survey, cast: Cast) -> None:
    """Give each draft its country, then what belongs to somebody ("his mother") the country of that one."""
    for draft in sorted(cast.drafts, key=lambda d: d.kind == "person"):  # persons after those they speak for
        if draft.country is None:
            draft.country = _country(survey, cast, draft)
    for draft in cast.drafts:
        owner = cast.at.get(draft.owner) if draft.owner is not None else None
        if owner is not None and owner is not draft and draft.key.split(":")[0] not in _FIXED:
            draft.country = owner.country or draft.country


def _country(survey: Survey, cast: Cast, draft: Draft) -> str | None:
    if draft.entry is not None:
        return draft.entry.country
    owner = cast.at.get(draft.affiliation) if draft.affiliation is not None else None
    if owner is not None:
        return owner.country
    if set((draft.role or "").lower().split()) & survey.gazetteer.people.weak["voices"]:
        return None
    for mention in draft.mentions:
        hit = survey.phrase_country(mention.head) if mention.form != "pronoun" else None
        if hit is not None:
            return survey.code(hit)
    head = draft.mentions[0].head
    if draft.kind == "military" and not draft.named:
        side = _side(survey, cast, head)
        if side is not None:
            return side
    return survey.near(head) if draft.local or draft.key.startswith("unit:") else None


def _side(survey: Survey, cast: Cast, head: int) -> str | None:
    """Soldiers and units that a force attacks are the enemy's; those whose deaths it tells of are its own."""
    tree = survey.tree
    first = tree.first_conjunct(head)
    verb = tree.heads[first]
    if tree.roles[first] not in _SUFFER or verb == first:
        return None
    usage = survey.gazetteer.people.fighting
    if not labels.is_verb(tree.token(verb)):
        verb = tree.heads[verb]  # "inflicted losses on two brigades"
    lemma = tree.lemma(verb)
    subjects = (
        clauses.agents(tree, verb) if clauses.is_passive(tree, verb) else clauses.surface_subject(tree, verb).heads
    )
    doers = [d for s in subjects if (d := cast.at.get(s)) is not None and d.country]
    if doers:
        return _enemy(survey, doers[0].country) if lemma in usage["attack"] else None
    speaker = _speaker(survey, cast, verb)
    if speaker is None or speaker.kind not in ("military", "government", "person"):
        return None
    if lemma in usage["repel"]:
        return _enemy(survey, speaker.country)
    return speaker.country if lemma in usage["suffer"] and speaker.kind == "military" else None


def _speaker(survey: Survey, cast: Cast, verb: int) -> Draft | None:
    tree = survey.tree
    for above in tree.ancestors(verb):
        for subject in clauses.surface_subject(tree, above).heads if labels.is_verb(tree.token(above)) else ():
            draft = cast.at.get(subject)
            if draft is not None and draft.country:
                return draft
    return None


def _enemy(survey: Survey, country: str | None) -> str | None:
    others = [(n, code) for code, n in survey.counts.items() if code != country]
    return max(others)[1] if others else None
