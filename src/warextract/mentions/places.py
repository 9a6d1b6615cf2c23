"""The places of an article: names and nominal mentions, joined into entities and linked to the place table."""

import re
from collections.abc import Sequence
from dataclasses import replace

from warextract.lexicon.place_names import fold
from warextract.lexicon.place_nouns import PlaceNouns, load_place_nouns
from warextract.lexicon.places import PlaceRow, PlaceTable
from warextract.mentions.entities import Mention, PlaceEntity
from warextract.mentions.facilities import SitePlace, find_sites
from warextract.mentions.lands import add_lands
from warextract.mentions.name_grammar import NamedPlace
from warextract.mentions.named_places import find_named
from warextract.mentions.place_again import antecedent_of_site, find_again
from warextract.mentions.place_draft import Draft
from warextract.mentions.resolution import Linked, resolve
from warextract.mentions.scene import Scene
from warextract.mentions.surroundings import leading_country, place_around
from warextract.mentions.told_places import ToldPlace, told_places
from warextract.syntax.labels import Role
from warextract.syntax.tree import Tree

_BETWEEN = frozenset({"border", "frontier"})  # lie in no one country
_NEAR = frozenset({"near", "at", "outside", "around", "off"})
_SAID = _NEAR | {"to", "of", "from", "above", "along"}
_UNHOSTED = frozenset({"border", "frontier", "front", "frontline", "front line", "ship", "vessel", "boat", "tanker"})
_DETERMINER = re.compile(r"^(?:the|an?|its|his|her|their|our|one|this|that)\s+", re.IGNORECASE)


def find_places(
    tree: Tree,
    table: PlaceTable,
    *,
    dateline: tuple[int, int] | None = None,
    taken: frozenset[int] = frozenset(),
    told: Sequence[ToldPlace] | None = None,
    scene: Scene | None = None,
) -> tuple[PlaceEntity, ...]:
    """All places of an article in the order of their first mention.

    ``dateline`` are the token bounds of the place named in the dateline; ``taken`` are tokens that belong to other
    entities (persons, bodies); ``told`` is what ``told_places`` found, if it has been asked. A country or capital that
    stands for its government is no place. ``scene`` tells the country of places that nothing beside them tells.
    """
    told = told_places(tree, table) if told is None else told
    named = find_named(tree, table, dateline=dateline, taken=taken, told=told)
    linked = resolve(tree, table, named)
    keep = [name.sure or link.row is not None for name, link in zip(named, linked, strict=True)]
    names = [name for name, kept in zip(named, keep, strict=True) if kept]
    drafts = _from_names(tree, names, _renumbered(linked, keep))
    _settle_countries(drafts, scene)
    of_names = frozenset(i for name in names for i in range(name.start, name.end))
    claimed = taken | of_names
    for draft, mention in find_again(tree, table, load_place_nouns(), drafts, claimed):
        draft.mentions.append(mention)
        claimed |= {mention.head}
    claimed |= add_lands(tree, table, drafts, claimed)
    _add_sites(tree, table, drafts, find_sites(tree, claimed, of_names))
    return _finished(drafts)


def _renumbered(links: Sequence[Linked], keep: Sequence[bool]) -> list[Linked]:
    """The links of the names that are kept; each counts its container among those."""
    number = {i: n for n, i in enumerate(i for i, kept in enumerate(keep) if kept)}
    return [
        replace(link, within=number.get(link.within) if link.within is not None else None)
        for link, kept in zip(links, keep, strict=True)
        if kept
    ]


def _from_names(tree: Tree, names: Sequence[NamedPlace], links: Sequence[Linked]) -> list[Draft]:
    drafts: dict[object, Draft] = {}
    of_name: list[Draft] = []
    for name, link in zip(names, links, strict=True):
        key: object = link.row_key or _key_of_unknown(drafts, name)
        mention = Mention(name.start, name.end, name.head, "name", name.rule)
        draft = drafts.get(key)
        if draft is None:
            draft = drafts[key] = _draft(tree, name, link, mention)
        else:
            draft.mentions.append(mention)
            draft.country = draft.country or link.country
        draft.nouns.update(_nouns_in(tree.span_text(name.start, name.end)), {name.noun} - {""})
        of_name.append(draft)
    for draft, link in zip(of_name, links, strict=True):
        container = of_name[link.within] if link.within is not None else None
        if container is not None and container is not draft and draft.within is None:
            draft.within = container
    made = list(drafts.values())
    for draft in made:
        if draft.country is None and draft.row is None:
            near = place_around(tree, draft.mentions[0].head, made, sentence_only=True, located=True)
            draft.country = near.country if near is not None else None
    leading = leading_country([draft for draft in of_name if draft.kind != "country"])
    for draft in made:
        if draft.country is None and draft.row is None and "ship" not in draft.nouns:
            near = place_around(tree, draft.mentions[0].head, made, located=True)
            if near is not None and near.country == leading:
                draft.country = leading
    return made


def _settle_countries(drafts: Sequence[Draft], scene: Scene | None) -> None:
    """Unknown towns and regions that no place beside them puts anywhere lie where the story plays."""
    for draft in drafts:
        if scene is None or draft.country is not None or draft.row is not None:
            continue
        if draft.kind in ("settlement", "region"):
            at = draft.mentions[0].head
            draft.country = scene.around(at) or scene.home


def _key_of_unknown(drafts: dict[object, Draft], name: NamedPlace) -> object:
    """The name, with the kind where another place of that name was told to be of another ("Ulang county")."""
    base = fold(name.base)
    known = drafts.get(base)
    told = name.kind is not None and known is not None and name.kind != known.kind and bool(known.nouns)
    return (base, name.kind) if told else base


def _draft(tree: Tree, name: NamedPlace, link: Linked, mention: Mention) -> Draft:
    row = link.row
    text = tree.span_text(name.start, name.end)
    shown = row.name if row is not None else text.title() if text.isupper() and len(text) > 4 else text
    last = load_place_nouns().pattern.kind_of(text.split()[-1].lower()) if " " in text else None
    kind = row.kind if row is not None else name.kind or last or "settlement"
    return Draft(
        name=shown,
        kind=kind,
        country=(row.country or None) if row is not None else link.country,
        row=row,
        mentions=[mention],
        nouns=set(_nouns_in(shown)),
        words=frozenset(shown.lower().split()),
    )


def _nouns_in(name: str) -> list[str]:
    """The common noun in a name ("… Nuclear Power Plant")."""
    last = name.lower().split()[-1:]
    pattern = load_place_nouns().pattern
    return [noun for noun in last if pattern.kind_of(noun) in ("facility", "area")]


def _add_sites(tree: Tree, table: PlaceTable, drafts: list[Draft], sites: Sequence[SitePlace]) -> None:
    words = load_place_nouns()
    for site in sites:
        mention = Mention(site.start, site.end, site.head, "nominal", "site" if site.new else "again")
        known = antecedent_of_site(words, site, drafts) if site.definite else None
        if known is not None:
            known.mentions.append(mention)
            known.nouns.add(site.noun)
            known.words |= site.words
            continue
        if not site.new:
            continue
        ship = _named_soon(tree, words, site, drafts)
        if ship is not None:
            ship.mentions.append(mention)
            continue
        around = place_around(tree, site.head, drafts)
        near = place_around(tree, site.head, drafts, located=True)
        inside = _country_inside(tree, table, site)
        country = _adjective_country(tree, table, site) or inside or (near.country if near is not None else None)
        if inside is not None:
            around = None
        if site.noun in _BETWEEN:
            country = None
        drafts.append(
            Draft(
                name=_shown(tree, site, drafts if inside is None else []),
                kind=site.kind,
                country=country,
                row=None,
                mentions=[mention],
                nouns={site.noun},
                words=site.words,
                within=around,
                named=False,
            )
        )


def _shown(tree: Tree, site: SitePlace, drafts: Sequence[Draft]) -> str:
    """A name for a place told by a noun: "market in Kabkabiya", where its sentence says in which town or region."""
    phrase = _DETERMINER.sub("", tree.span_text(site.start, site.end)).strip('"“”')
    whole = phrase == tree.span_text(site.start, site.end)
    if whole and tree.tokens[site.start].pos_ != "PROPN" and tree.tokens[site.start].is_title:
        phrase = phrase[:1].lower() + phrase[1:]
    host = place_around(tree, site.head, drafts, sentence_only=True)
    if host is None or host.kind not in ("settlement", "region", "country") or site.noun in _UNHOSTED:
        return phrase
    if any(word in phrase.lower() for word in host.name.lower().split()):
        return phrase
    preposition = _preposition_of(tree, site, host)
    return f"{phrase} {preposition} {host.name}" if preposition else phrase


def _preposition_of(tree: Tree, site: SitePlace, host: Draft) -> str:
    """How a site lies to the place that its sentence names: "road to Kosti", "minibus near Turbat"."""
    start, end = tree.sentence(site.head)
    heads = [m.head for m in host.mentions if start <= m.head < end]
    if not heads:
        return "in"
    head = min(heads, key=lambda k: abs(k - site.head))
    said = tree.preposition(head) or tree.preposition(tree.first_conjunct(head))
    own = tree.heads[tree.first_conjunct(head)] == site.head
    if own and said in _SAID:
        return said
    return said if said in _NEAR else "in" if said in ("in", "of", "on", "") else "" if said == "between" else "in"


def _named_soon(tree: Tree, words: PlaceNouns, site: SitePlace, drafts: Sequence[Draft]) -> Draft | None:
    """ "They sank a cargo ship. The Aurora was …": a ship told first and named in the next sentences."""
    ends = [end for start, end in tree.sentences() if end > site.head][:3]
    for draft in drafts:
        first = draft.mentions[0]
        if first.rule == "vessel" and site.head < first.head < ends[-1]:
            is_ship = any(words.may_be(noun, site.noun) for noun in draft.nouns | {"ship"})
            return draft if is_ship and not any(m.form == "nominal" for m in draft.mentions) else None
    return None


def _adjective_country(tree: Tree, table: PlaceTable, site: SitePlace) -> str | None:
    """ "Russian oil facilities", "Ukraine's power grid"."""
    for child in tree.children(site.head, Role.ADJECTIVE, Role.COMPOUND, Role.POSSESSOR):
        word = tree.tokens[child].text
        country = table.country_of(word)
        if country is None and word[:1].isupper():
            country = next((row.country for row in table.find(word) if row.kind == "country"), None)
        if country is not None:
            return country
    return None


def _country_inside(tree: Tree, table: PlaceTable, site: SitePlace) -> str | None:
    """ "the Sohae site", "the Natanz enrichment plant": the country of the one place of that name."""
    for k in range(site.start, site.head):
        word = tree.tokens[k]
        if word.text[:1].isupper() and word.pos_ == "PROPN":
            countries = {row.country for row in table.find(word.text)}
            if len(countries) == 1 and (country := countries.pop()):
                return country
    return None


def _finished(drafts: list[Draft]) -> tuple[PlaceEntity, ...]:
    for draft in drafts:
        draft.mentions.sort(key=lambda mention: mention.start)
    drafts.sort(key=lambda draft: draft.mentions[0].start)
    keys = _keys(drafts)
    return tuple(_entity(draft, drafts, keys) for draft in drafts)


def _keys(drafts: list[Draft]) -> dict[int, str]:
    keys: dict[int, str] = {}
    used: set[str] = set()
    for draft in drafts:
        stem = "place:" + (fold(draft.name) or "unnamed").replace(" ", "_")
        key, n = stem, 2
        while key in used:
            key, n = f"{stem}#{n}", n + 1
        used.add(key)
        keys[id(draft)] = key
    return keys


def _entity(draft: Draft, drafts: list[Draft], keys: dict[int, str]) -> PlaceEntity:
    row = draft.row
    within = draft.within or _container(draft, drafts)
    return PlaceEntity(
        key=keys[id(draft)],
        name=draft.name,
        kind=draft.kind,
        country=draft.country,
        mentions=tuple(draft.mentions),
        admin1=_admin1(draft, within),
        lat=row.lat if row is not None else None,
        lon=row.lon if row is not None else None,
        geonames=row.geonames if row is not None else None,
        within=keys[id(within)] if within is not None and within is not draft else None,
    )


def _admin1(draft: Draft, within: Draft | None) -> str | None:
    if draft.row is not None:
        return draft.row.admin1 or None
    host: PlaceRow | None = within.row if within is not None else None
    return host.admin1 or None if host is not None and host.country == draft.country else None


def _container(draft: Draft, drafts: list[Draft]) -> Draft | None:
    """The mentioned region or else country that the table puts it in."""
    row = draft.row
    if row is None or row.kind == "country":
        return None
    for other in drafts:
        if other is not draft and other.row is not None and other.row.kind == "region":
            same = other.row.country == row.country and other.row.admin1 == row.admin1
            if same and row.admin1 and row.kind != "region":
                return other
    return next(
        (d for d in drafts if d.row is not None and d.row.kind == "country" and d.country == row.country),
        None,
    )
