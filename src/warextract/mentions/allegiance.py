"""The country of an actor whose words name none: by affiliation, by who fights whom, by where the story plays."""

from collections import Counter

from warextract.mentions.candidate import is_subject
from warextract.mentions.cast import Cast, Draft
from warextract.mentions.scene import Scene
from warextract.mentions.service import is_international, of_bloc, of_captors_foe, of_master, of_office, seat, sender
from warextract.mentions.sides import side_of
from warextract.mentions.state_agencies import own_agency
from warextract.mentions.survey import Survey
from warextract.syntax.labels import Role

_FIXED = frozenset({"actor", "country", "institution"})
_LOCAL = frozenset({"population", "person", "government", "other", "ngo", "media", "armed_group"})
_SERVING = frozenset({"military", "army", "soldier"})
_LOCAL_OFFICES = frozenset({"governor", "gov", "mayor", "local", "regional"})
_TAKEN = frozenset({"hostage", "captive", "prisoner", "soldier", "officer", "envoy", "abductee"})
_SOMEWHERE = frozenset({"person", "population", "government", "other", "media", "company"})
_KIN = frozenset({"family", "relative", "mother", "father", "parent", "wife", "widow", "lawyer", "supporter", "friend"})
_OFFICIALS = frozenset({"person", "government", "other"})
_ABROAD = frozenset({"visit", "fly", "arrive", "travel", "meet", "warn", "threaten", "accuse"})
_MOST = 0.7  # share of the mentions of those who fight
_HOSTILE = frozenset({"terrorist", "bomber"})
_SPOKEN = frozenset({"spokesman", "spokeswoman", "spokesperson"})
_BODIES = frozenset({"government", "military", "armed_group", "igo", "ngo", "company"})
_TITLE = 4  # tokens between "Swiss" and the name of the striker
_WHERE = ("in", "from", "of", "at", "near")


def settle_countries(survey: Survey, cast: Cast, scene: Scene) -> None:
    """Give each draft its country, then what belongs to somebody ("his mother") the country of that one.

    ``scene`` tells where the story plays, by all that is known of its places.
    """
    for draft in sorted(cast.drafts, key=lambda d: d.kind == "person"):  # persons after those they speak for
        if draft.country is None:
            draft.country = _country(survey, cast, draft, scene)
    for draft in cast.drafts:
        owner = cast.at.get(draft.owner) if draft.owner is not None else _kinsman(survey, cast, draft)
        if owner is not None and owner is not draft and draft.key.split(":")[0] not in _FIXED:
            draft.country = owner.country or draft.country


def _kinsman(survey: Survey, cast: Cast, draft: Draft) -> Draft | None:
    """Those whose people they are: "families of the hostages", "forces loyal to President Orr"."""
    tree, head = survey.tree, draft.mentions[0].head
    if head + 1 < len(tree.tokens) and tree.token(head + 1).lower_ == "loyal":
        return next((found for c in tree.children(head + 1) if (found := cast.at.get(c)) is not None), None)
    if draft.named or not draft.lemmas & _KIN:
        return None
    inner = [c for c in tree.children(head, Role.NOMINAL_MODIFIER) if tree.preposition(c) == "of"]
    return next((found for c in inner if (found := cast.at.get(c)) is not None), None)


def _country(survey: Survey, cast: Cast, draft: Draft, scene: Scene) -> str | None:
    if draft.entry is not None:
        return survey.allegiance(draft.entry.id)
    owner = cast.at.get(draft.affiliation) if draft.affiliation is not None else None
    if owner is not None:
        return owner.country
    if (master := of_master(survey, cast, draft)) is not None:
        return master
    if _is_voice(survey, draft):
        return None
    sent = sender(survey, cast, draft)
    for mention in draft.mentions:
        if mention.form == "pronoun":
            continue
        if survey.is_of_several(mention.head):
            return None
        hit = survey.phrase_country(mention.head)
        if hit is None and sent is not None:
            return sent
        told = survey.code(hit) if hit is not None else _told(survey, draft, mention.head, scene)
        if told is not None:
            return told or None
    if is_international(draft):
        return None
    head = draft.mentions[0].head
    if (foe := of_captors_foe(survey, cast, draft)) is not None:
        return foe
    if draft.kind in ("government", "person", "other") and (
        own := next((c for m in draft.mentions if (c := own_agency(survey, m.head))), None)
    ):
        return own
    if draft.lemmas & _HOSTILE:
        return _of_known_group(survey, cast, draft, scene)
    if "side" in draft.lemmas and draft.plural:
        return _of_both_sides(cast, scene)
    speaks = draft.institution is not None or set((draft.role or "").lower().split()) & _SPOKEN
    if speaks and draft.local and (there := seat(survey, scene, head)) is not None:
        return there
    if draft.lemmas & _SPOKEN and (body := _body_before(survey, cast, draft)) is not None:
        return body.country
    if draft.kind == "military" and not draft.named and "peacekeeper" not in draft.lemmas:
        side = side_of(survey, cast, scene, draft)
        if side is not None:
            return side
    if not draft.local and not draft.key.startswith("unit:"):
        return None
    around = scene.around(head) if _is_of_the_place(draft) else None
    if around is not None:
        return around or None
    if (office := _colleague(survey, cast, draft)) is not None:
        return office
    ordinary = draft.kind == "person" and draft.named and draft.role is None and scene.home is None
    if draft.kind == "person" and draft.named and draft.role is None and _is_abroad(survey, head):
        return None
    beside = scene.town_beside(head) if ordinary else None
    return beside or survey.scene.near(head)


def _is_abroad(survey: Survey, head: int) -> bool:
    """ "X visited Cambodia", "X flew to Cairo": not of the one country that the sentence names and no other does."""
    tree = survey.tree
    verb = tree.heads[tree.first_conjunct(head)]
    if not is_subject(tree, head) or tree.lemma(verb) not in _ABROAD:
        return False
    start, end = tree.sentence(head)
    return all(start <= mark.token < end for mark in survey.scene.marks)


def _is_voice(survey: Survey, draft: Draft) -> bool:
    """Whether it is one of those who need not belong to where the story plays; sources in an office of state do."""
    if not set((draft.role or "").lower().split()) & survey.gazetteer.people.weak["voices"]:
        return False
    start, head = draft.mentions[0].start, draft.mentions[0].head
    return "source" not in draft.lemmas or not any(i in survey.offices for i in range(start, head))


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
    if draft.kind == "person" and (based := _before_person(survey, draft, head, scene)) is not None:
        return based
    for i in range(tree.base_phrase(head)[0], head):
        hit = survey.at.get(i)
        if hit is not None and hit.use in ("name", "metonym") and survey.gazetteer.actors[hit.id].kind != "media":
            return survey.allegiance(hit.id) or ""
    if of_bloc(survey, draft, head):
        return ""
    if draft.kind not in _SOMEWHERE:
        return None
    if draft.kind in _OFFICIALS and not draft.named and (office := of_office(survey, scene, head)) is not None:
        return office
    if draft.kind == "media" and draft.lemmas & {"journalist", "reporter"}:
        return None
    for c in tree.children(head, Role.NOMINAL_MODIFIER):
        if c > head and tree.preposition(c) in _WHERE:
            inside = tree.descendants(c)
            mark = next((m for m in scene.marks if m.token == c or m.token in inside), None)
            if mark is not None:
                return mark.country
    return None


def _of_known_group(survey: Survey, cast: Cast, draft: Draft, scene: Scene) -> str | None:
    """ "Terrorists" are of the country where the story plays if a group of it is named: its foe calls it so."""
    head = draft.mentions[0].head
    where = scene.around(head) or survey.scene.near(head)
    groups = {d.country for d in cast.drafts if d.kind == "armed_group" and d.named and d.country}
    return where if where in groups else None


def _of_both_sides(cast: Cast, scene: Scene) -> str | None:
    """The country of "both sides", where nearly all who fight are of one, or where nobody fights that of the story."""
    sides: Counter[str] = Counter()
    for d in cast.drafts:
        told = d.named or d.entry is not None or " loyal to " in d.name
        if d.kind in ("military", "armed_group") and told and d.country:
            sides[d.country] += len(d.mentions)
    if not sides:
        return scene.home
    country, mentions = sides.most_common(1)[0]
    return country if mentions >= _MOST * sides.total() else None


def _body_before(survey: Survey, cast: Cast, draft: Draft) -> Draft | None:
    """The body spoken of before "the spokesperson" in the same sentence: "Asked whether the UN …, the spokesperson"."""
    head = draft.mentions[0].head
    start = survey.tree.sentence(head)[0]
    found = [
        (m.head, d)
        for d in cast.drafts
        if d.kind in _BODIES and d is not draft
        for m in d.mentions
        if start <= m.head < head and m.form == "name"
    ]
    return max(found, key=lambda pair: pair[0])[1] if found else None


def _colleague(survey: Survey, cast: Cast, draft: Draft) -> str | None:
    """The country of the body of a state that acts before a minister in his paragraph: "Japan's coast guard warned
    vessels. Defense Minister Minoru Kihara said …".
    """
    if not (draft.kind == "person" and draft.named and set((draft.role or "").lower().split()) & _MINISTERS):
        return None
    tree, head = survey.tree, draft.mentions[0].head
    opening = tree.paragraphs[head]
    found = [
        (m.head, d.country)
        for d in cast.drafts
        if d.kind in _STATE_BODIES and d.country is not None
        for m in d.mentions
        if opening <= m.head < head and is_subject(tree, m.head)
    ]
    return max(found)[1] if found else None


_MINISTERS = frozenset({"minister", "president", "premier", "secretary"})
_STATE_BODIES = frozenset({"state", "government", "military"})


def _before_person(survey: Survey, draft: Draft, head: int, scene: Scene) -> str | None:
    """The country in "Swiss striker Luca Frei", whatever the parser made of it, or "its Srinagar-based spokesman"."""
    tree = survey.tree
    mention = next(m for m in draft.mentions if m.head == head)
    first = tree.sentence(head)[0]
    for i in range(mention.start - 1, max(first, mention.start - _TITLE) - 1, -1):
        hit = survey.at.get(i)
        if hit is not None and hit.use == "adjective":
            return survey.code(hit)
        if mention.form != "name" or tree.token(i).pos_ not in ("NOUN", "PROPN", "ADJ") or tree.token(i).ent_type_:
            break
    for office in tree.children(head, Role.APPOSITION) if mention.form == "name" else ():
        if (hit := survey.phrase_country(office)) is not None and not survey.is_of_several(office):
            return survey.code(hit)  # "…, the Supreme Leader of Iran"
    for mark in scene.marks:
        if mention.start <= mark.token < head and mark.place:
            doc = tree.tokens
            if doc[mark.token + 1].text in "-‑" and doc[mark.token + 2].lower_ == "based":
                return mark.country
    return None
