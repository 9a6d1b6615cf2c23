"""The country of an actor whose words name none: by affiliation, by who fights whom, by where the story plays."""

from warextract.mentions.cast import Cast, Draft
from warextract.mentions.scene import Scene
from warextract.mentions.survey import Survey
from warextract.syntax import clauses, labels
from warextract.syntax.labels import Role

_FIXED = frozenset({"actor", "country", "institution"})
_LOCAL = frozenset({"population", "person", "government", "other", "ngo", "media"})
_SERVING = frozenset({"military", "army", "soldier"})
_LOCAL_OFFICES = frozenset({"governor", "gov", "mayor", "local", "regional"})
_TAKEN = frozenset({"hostage", "captive", "prisoner", "soldier", "officer", "envoy", "abductee"})
_WHERE = ("in", "from", "of", "at", "near")
_SUFFER = (Role.OBJECT, Role.SUBJECT_PASSIVE, Role.OBLIQUE, Role.NOMINAL_MODIFIER)


def settle_countries(survey: Survey, cast: Cast, scene: Scene) -> None:
    """Give each draft its country, then what belongs to somebody ("his mother") the country of that one.

    ``scene`` tells where the story plays, by all that is known of its places.
    """
    for draft in sorted(cast.drafts, key=lambda d: d.kind == "person"):  # persons after those they speak for
        if draft.country is None:
            draft.country = _country(survey, cast, draft, scene)
    for draft in cast.drafts:
        owner = cast.at.get(draft.owner) if draft.owner is not None else None
        if owner is not None and owner is not draft and draft.key.split(":")[0] not in _FIXED:
            draft.country = owner.country or draft.country


def _country(survey: Survey, cast: Cast, draft: Draft, scene: Scene) -> str | None:
    if draft.entry is not None:
        return draft.entry.country
    owner = cast.at.get(draft.affiliation) if draft.affiliation is not None else None
    if owner is not None:
        return owner.country
    if set((draft.role or "").lower().split()) & survey.gazetteer.people.weak["voices"]:
        return None
    for mention in draft.mentions:
        if mention.form == "pronoun":
            continue
        hit = survey.phrase_country(mention.head)
        told = survey.code(hit) if hit is not None else _told(survey, draft, mention.head, scene)
        if told is not None:
            return told
    head = draft.mentions[0].head
    if draft.kind == "military" and not draft.named:
        side = _side(survey, cast, head) or _force_near(survey, cast, draft, head)
        if side is not None:
            return side
    if not draft.local and not draft.key.startswith("unit:"):
        return None
    near = survey.scene.near(head)
    return scene.around(head) or near if _is_of_the_place(draft) else near


def _is_of_the_place(draft: Draft) -> bool:
    """Residents, local officials and victims are of the place told of; soldiers, captives and named persons may be of
    another.
    """
    if draft.kind == "person" and (draft.named or draft.words & _SERVING):
        return bool(set((draft.role or "").lower().split()) & _LOCAL_OFFICES)
    return draft.kind in _LOCAL and not draft.lemmas & _TAKEN


def _told(survey: Survey, draft: Draft, head: int, scene: Scene) -> str | None:
    """The country of the body before a noun ("a Pentagon official"), or of the place after it ("residents in Gaza")."""
    tree = survey.tree
    for i in range(tree.base_phrase(head)[0], head):
        hit = survey.at.get(i)
        if hit is not None and hit.use in ("name", "metonym") and survey.gazetteer.actors[hit.id].kind != "media":
            return survey.gazetteer.actors[hit.id].country
    if draft.kind not in ("person", "population", "government"):
        return None
    for c in tree.children(head, Role.NOMINAL_MODIFIER):
        if c > head and tree.preposition(c) in _WHERE:
            inside = tree.descendants(c)
            mark = next((m for m in scene.marks if m.token == c or m.token in inside), None)
            if mark is not None:
                return mark.country
    return None


def _force_near(survey: Survey, cast: Cast, draft: Draft, head: int) -> str | None:
    """The country of the army spoken of in the same sentence or the one before: its snipers, its special unit."""
    tree = survey.tree
    start = tree.sentence(head)[0]
    earlier = tree.sentence(start - 1)[0] if start else 0
    found = [
        (m.head, d.country)
        for d in cast.drafts
        if d is not draft and d.kind == "military" and d.country and d.key.split(":")[0] in _FIXED
        for m in d.mentions
        if earlier <= m.head < head
    ]
    return max(found)[1] if found else None


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
