"""The country of an actor whose words name none: by affiliation, by who fights whom, by where the story plays."""

from warextract.mentions.cast import Cast, Draft
from warextract.mentions.scene import Scene
from warextract.mentions.sides import side_of
from warextract.mentions.survey import Survey
from warextract.syntax.labels import Role

_FIXED = frozenset({"actor", "country", "institution"})
_LOCAL = frozenset({"population", "person", "government", "other", "ngo", "media", "armed_group"})
_SERVING = frozenset({"military", "army", "soldier"})
_LOCAL_OFFICES = frozenset({"governor", "gov", "mayor", "local", "regional"})
_TAKEN = frozenset({"hostage", "captive", "prisoner", "soldier", "officer", "envoy", "abductee"})
_WHERE = ("in", "from", "of", "at", "near")


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
        if survey.is_of_several(mention.head):
            return None
        hit = survey.phrase_country(mention.head)
        told = survey.code(hit) if hit is not None else _told(survey, draft, mention.head, scene)
        if told is not None:
            return told or None
    head = draft.mentions[0].head
    if draft.kind == "military" and not draft.named and "peacekeeper" not in draft.lemmas:
        side = side_of(survey, cast, scene, draft)
        if side is not None:
            return side
    if not draft.local and not draft.key.startswith("unit:"):
        return None
    around = scene.around(head) if _is_of_the_place(draft) else None
    return survey.scene.near(head) if around is None else around or None


def _is_of_the_place(draft: Draft) -> bool:
    """Residents, local officials and victims are of the place told of; soldiers, captives and named persons may be of
    another.
    """
    if draft.kind == "person" and (draft.named or draft.words & _SERVING):
        return bool(set((draft.role or "").lower().split()) & _LOCAL_OFFICES)
    return draft.kind in _LOCAL and not draft.lemmas & _TAKEN


def _told(survey: Survey, draft: Draft, head: int, scene: Scene) -> str | None:
    """The country of the body before a noun ("a Pentagon official"), or of the place after it ("residents in Gaza").

    Empty for a body of no country ("Red Cross officials").
    """
    tree = survey.tree
    for i in range(tree.base_phrase(head)[0], head):
        hit = survey.at.get(i)
        if hit is not None and hit.use in ("name", "metonym") and survey.gazetteer.actors[hit.id].kind != "media":
            return survey.gazetteer.actors[hit.id].country or ""
    if draft.kind not in ("person", "population", "government"):
        return None
    for c in tree.children(head, Role.NOMINAL_MODIFIER):
        if c > head and tree.preposition(c) in _WHERE:
            inside = tree.descendants(c)
            mark = next((m for m in scene.marks if m.token == c or m.token in inside), None)
            if mark is not None:
                return mark.country
    return None
