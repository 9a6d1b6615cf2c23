"""Mentions of actors that the gazetteer knows by name, and of countries where they act."""

from collections.abc import Iterator

from warextract.lexicon.entries import ActorEntry
from warextract.lexicon.name_index import Hit, fold
from warextract.lexicon.place_nouns import load_place_nouns
from warextract.mentions.candidate import Candidate, without_article
from warextract.mentions.name_grammar import entity_bounds
from warextract.mentions.persons import title_head
from warextract.mentions.survey import Survey
from warextract.mentions.usage import acts, head_of, is_located, is_scene
from warextract.syntax import labels
from warextract.syntax.labels import EntityType, Role

_MODIFIER = (Role.COMPOUND, Role.ADJECTIVE, Role.MODIFIER_BARE)
_FIGHTERS = frozenset({"armed_group", "military"})
_ANY_OFFICE = frozenset(
    {
        "gen",
        "general",
        "lt",
        "lieutenant",
        "col",
        "colonel",
        "maj",
        "major",
        "marshal",
        "adm",
        "admiral",
        "brig",
        "brigadier",
        "mr",
        "mrs",
        "ms",
        "dr",
        "sheikh",
        "ayatollah",
        "mullah",
        "maulana",
        "emir",
        "warlord",
        "minister",
        "chief",
        "former",
        "the",
        "leader",
        "spokesman",
        "by",
        "and",
    }
)
# Nouns after a name that name the same body again: "M23 rebels", "Tasnim news agency", "AFP journalists".
_SAME = {
    "armed_group": ("armed_group", "military"),
    "military": ("military",),
    "government": ("government",),
    "igo": (),
    "ngo": ("ngo",),
    "media": ("media",),
    "company": ("company",),
}


def known_names(survey: Survey) -> Iterator[Candidate]:
    """Actors and acting countries by their names, the longest reading at each word."""
    for hit in survey.hits:
        if hit.start in survey.taken:
            continue
        if hit.use in ("country", "capital", "country-later"):
            found = _country(survey, hit) or _doer(survey, hit)
        elif hit.use in ("name", "later", "metonym"):
            found = _entry(survey, hit, survey.gazetteer.actors[hit.id])
        elif hit.use == "adjective":
            found = _doer(survey, hit)
        else:
            found = None
        if found is not None:
            yield found


def _doer(survey: Survey, hit: Hit) -> Candidate | None:
    """The state behind "Israeli shelling" in an article that names neither it nor its forces otherwise."""
    tree = survey.tree
    head = head_of(tree, hit.start, hit.end)
    noun = tree.heads[head]
    if tree.roles[head] not in _MODIFIER or noun < hit.end or tree.lemma(noun) not in load_place_nouns().targeted.nouns:
        return None
    if hit.use == "country" and is_scene(tree, hit.start, hit.end):
        return None
    country = survey.gazetteer.countries[hit.id]
    others = any(h.id == hit.id and h.start != hit.start and h.use != "adjective" for h in survey.hits)
    if hit.use == "capital" or country.code is None or survey.counts[country.code] > 1 or others:
        return None
    return _state(survey, hit, head)


def _country(survey: Survey, hit: Hit) -> Candidate | None:
    tree = survey.tree
    if _inside_other_name(survey, hit) or not acts(tree, hit.start, hit.end):
        return None
    head = head_of(tree, hit.start, hit.end)
    if hit.use == "country-later" and (
        tree.token(hit.start - 1).lower_ != "the" or tree.children(head, Role.NOMINAL_MODIFIER)
    ):
        return None
    return _state(survey, hit, head)


def _state(survey: Survey, hit: Hit, head: int) -> Candidate:
    country = survey.gazetteer.countries[hit.id]
    return Candidate(
        without_article(survey.tree, hit.start, hit.end), hit.end, head, "name", f"country:{hit.id}", country.name,
        "state", key=f"country:{hit.id}", country=country.code, cameo=country.code,
    )  # fmt: skip


def _inside_other_name(survey: Survey, hit: Hit) -> bool:
    """ "Jordan" in "Michael Jordan", "America" in "Bank of America"."""
    start, end = entity_bounds(survey.tree, hit.start)
    if hit.end > end or end - start <= hit.end - hit.start:
        return False
    kind = labels.entity_type(survey.tree.token(hit.start).ent_type_)
    region = kind is EntityType.LOCATION and hit.use == "capital"  # "Greater Accra"
    return region or kind in (EntityType.PERSON, EntityType.ORGANISATION)


def _entry(survey: Survey, hit: Hit, entry: ActorEntry) -> Candidate | None:
    tree = survey.tree
    if entry.needs and not survey.counts[entry.needs]:
        return None
    if survey.is_foreign_acronym(hit, entry):
        return None
    like_a_place = (entry.place_like and not _has_troops(survey, hit)) or hit.use == "metonym"
    if like_a_place and not acts(tree, hit.start, hit.end):
        return None
    if entry.seat and is_located(tree, hit.start, hit.end):
        return None
    owner = _owning_country(survey, hit)
    if owner is not None and entry.country and survey.code(owner) not in (None, entry.country):
        return None  # "Nigeria's Central Command" is not the American one
    if owner is not None and entry.kind == "igo" and len(survey.tree.span_text(hit.start, hit.end)) < len(entry.name):
        return None  # "Russia's Security Council" is not that of the United Nations
    if _only_describes(survey, hit.end):
        return None
    head = head_of(tree, hit.start, hit.end)
    if entry.kind != "person" and _before_title(survey, hit.end):
        return None
    start, end = without_article(tree, hit.start, hit.end), hit.end
    if owner is not None and entry.country and survey.code(owner) == entry.country and entry.kind != "person":
        start = owner.start
    if entry.kind == "person":
        if _is_namesake(survey, start, entry):
            name = survey.tree.span_text(start, end)
            own = title_head(survey, start, head)
            return Candidate(start, end, own, "name", "person", name, "person", key=f"person:{fold(name)}", local=True)
        return _candidate(survey, entry, start, end, title_head(survey, start, head))
    if _inside_longer_name(survey, hit) or _opens_other_name(survey, hit, entry):
        return None
    if end < len(tree.tokens) and labels.is_noun(tree.token(end)) and _names_again(survey, entry, end):
        head, end = end, end + 1
    while tree.roles[head] in _MODIFIER and tree.heads[head] >= end and not survey.is_trailing_speaker(head):
        noun = tree.heads[head]
        if entry.kind in _FIGHTERS and tree.lemma(noun) in load_place_nouns().targeted.nouns:
            break  # "RSF shelling killed nine": whose deed it was
        if not _names_again(survey, entry, noun):
            return None
        head, end = noun, noun + 1
    return _candidate(survey, entry, start, end, head)


def _has_troops(survey: Survey, hit: Hit) -> bool:
    """ "units of the Donetsk People's Republic": an unrecognised state by those who serve it."""
    tree = survey.tree
    head = head_of(tree, hit.start, hit.end)
    served = survey.gazetteer.kinds.get(survey.noun(tree.heads[head]))
    return tree.preposition(head) == "of" and served in ("military", "armed_group", "government")


def _is_namesake(survey: Survey, start: int, entry: ActorEntry) -> bool:
    """Another man of that name: the article never names the country of the known one and gives another office."""
    if entry.country is None or survey.counts[entry.country]:
        return False
    doc = survey.tree.tokens
    before = [doc[at].lower_.replace("defense", "defence") for at in range(max(0, start - 2), start)]
    if not before or before[-1].strip(".") not in survey.gazetteer.people.titles["words"]:
        return False
    office = {word for word in before if word.strip(".") not in _ANY_OFFICE and word.strip(".").isalpha()}
    return bool(office) and not office & set((entry.role or "").lower().split())


def _only_describes(survey: Survey, end: int) -> bool:
    """ "the Al-Qaeda-linked group" is another one."""
    doc = survey.tree.tokens
    hyphen = end + 1 < len(doc) and doc[end].text in ("-", "‑", "–")
    return hyphen and doc[end + 1].lower_ in survey.gazetteer.people.units["foreign"]


def _before_title(survey: Survey, at: int) -> bool:
    """ "Kremlin Spokesman Dmitry Peskov": the body only says whose spokesman he is."""
    doc = survey.tree.tokens
    if at + 1 >= len(doc) or doc[at].lower_ not in survey.gazetteer.people.titles["words"]:
        return False
    return labels.entity_type(doc[at + 1].ent_type_) is EntityType.PERSON or doc[at + 1].text[0].isupper()


def _inside_longer_name(survey: Survey, hit: Hit) -> bool:
    """ "Congress" in "National Democratic Congress": capitals of the same name stand before it."""
    tree = survey.tree
    at = hit.start - 1
    if at < 0 or hit.end - hit.start > 1 or survey.country_hit(at) is not None:
        return False
    token, own = tree.token(at), tree.token(hit.start)
    joined = own.ent_iob_ == "I" and token.ent_type_ == own.ent_type_
    organisation = labels.entity_type(own.ent_type_) is EntityType.ORGANISATION
    return joined and organisation and token.text[0].isupper() and token.is_alpha


def _opens_other_name(survey: Survey, hit: Hit, entry: ActorEntry) -> bool:
    """ "The National" in "the National Guard", "The Atlantic" in "the Atlantic coast": a title of one word."""
    tree = survey.tree
    if entry.kind != "media" or hit.end - hit.start != len(("the", "title")) or tree.token(hit.start).lower_ != "the":
        return False
    after = hit.end
    noun = after < len(tree.tokens) and tree.token(after).pos_ in ("NOUN", "PROPN", "ADJ")
    return noun and not _names_again(survey, entry, after)


def _owning_country(survey: Survey, hit: Hit) -> Hit | None:
    """The country right before a name: "Russia's FSB", "US Central Command"."""
    at = hit.start - 1
    if at > 0 and survey.tree.token(at).lower_ in ("'s", "’s", "'", "’"):
        at -= 1
    return survey.country_hit(at) if at >= 0 else None


def _names_again(survey: Survey, entry: ActorEntry, noun: int) -> bool:
    lemma = survey.tree.lemma(noun)
    people = survey.gazetteer.people
    if entry.kind == "media" and survey.gazetteer.kinds.get(lemma) in ("media", "other"):
        return lemma in people.kinds["media"] or lemma in ("witness", "source", "team")
    kinds = _SAME.get(entry.kind, ())
    if entry.kind in ("armed_group", "military") and survey.gazetteer.kinds.get(lemma) in kinds:
        return lemma not in ("commander", "officer", "general", "leader", "prisoner", "captive", "official")
    groups = people.groups.get(entry.kind, frozenset())
    return lemma in groups and entry.kind != "igo"


def _candidate(survey: Survey, entry: ActorEntry, start: int, end: int, head: int) -> Candidate:
    return Candidate(
        start, end, head, "name", f"actor:{entry.id}", entry.name, entry.kind, key=f"actor:{entry.id}",
        country=survey.allegiance(entry.id), entry=entry,
        cameo=entry.cameo if entry.id not in survey.earlier else None, role=entry.role,
    )  # fmt: skip
