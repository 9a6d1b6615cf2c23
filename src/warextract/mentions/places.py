"""The places of an article: names and nominal mentions, joined into entities and linked to the place table."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from warextract.lexicon.place_names import fold
from warextract.lexicon.place_nouns import load_place_nouns
from warextract.lexicon.places import PlaceRow, PlaceTable
from warextract.mentions.entities import Mention, PlaceEntity
from warextract.mentions.facilities import find_sites
from warextract.mentions.lands import add_lands
from warextract.mentions.name_grammar import NamedPlace
from warextract.mentions.named_places import find_named
from warextract.mentions.place_again import find_again
from warextract.mentions.place_draft import Draft
from warextract.mentions.resolution import Linked, resolve
from warextract.mentions.scene import Scene
from warextract.mentions.site_drafts import add_sites
from warextract.mentions.surroundings import leading_country, place_around
from warextract.mentions.told_places import ToldPlace, told_places
from warextract.syntax.tree import Tree

_FLAGGED = frozenset({"flagged", "registered"})


def find_places(
    tree: Tree,
    table: PlaceTable,
    *,
    dateline: tuple[int, int] | None = None,
    taken: frozenset[int] = frozenset(),
    told: Sequence[ToldPlace] | None = None,
    scene: Scene | None = None,
    owners: Mapping[int, str] | None = None,
) -> tuple[PlaceEntity, ...]:
    """All places of an article in the order of their first mention.

    ``dateline`` are the token bounds of the place named in the dateline; ``taken`` are tokens that belong to other
    entities (persons, bodies); ``told`` is what ``told_places`` found, if it has been asked. A country or capital that
    stands for its government is no place. ``scene`` tells the country of places that nothing beside them tells;
    ``owners`` gives the country of each pronoun that takes up a state ("its").
    """
    told = told_places(tree, table) if told is None else told
    named = find_named(tree, table, dateline=dateline, taken=taken, told=told)
    linked = resolve(tree, table, named)
    keep = [name.sure or link.row is not None for name, link in zip(named, linked, strict=True)]
    names = [name for name, kept in zip(named, keep, strict=True) if kept]
    drafts = _from_names(tree, table, names, _renumbered(linked, keep))
    _settle_countries(drafts, scene)
    of_names = frozenset(i for name in names for i in range(name.start, name.end))
    claimed = taken | of_names
    for draft, mention in find_again(tree, table, load_place_nouns(), drafts, claimed):
        draft.mentions.append(mention)
        claimed |= {mention.head}
    claimed |= add_lands(tree, table, drafts, claimed, owners or {})
    add_sites(tree, table, drafts, find_sites(tree, claimed, of_names), owners or {})
    return _finished(drafts)


def _renumbered(links: Sequence[Linked], keep: Sequence[bool]) -> list[Linked]:
    """The links of the names that are kept; each counts its container among those."""
    number = {i: n for n, i in enumerate(i for i, kept in enumerate(keep) if kept)}
    return [
        replace(link, within=number.get(link.within) if link.within is not None else None)
        for link, kept in zip(links, keep, strict=True)
        if kept
    ]


def _from_names(
    tree: Tree, table: PlaceTable, names: Sequence[NamedPlace], links: Sequence[Linked]
) -> list[Draft]:
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
        if draft.country is None and draft.row is None and draft.kind == "facility":
            draft.country = _flag(tree, table, draft.mentions[0].start)
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


def _flag(tree: Tree, table: PlaceTable, start: int) -> str | None:
    """ "the Barbados-flagged Kestrel Bay": the country whose flag a ship flies."""
    if start < 3 or tree.token(start - 1).lower_ not in _FLAGGED:
        return None
    return table.country_by_word(tree.token(start - 3).text)


def _settle_countries(drafts: Sequence[Draft], scene: Scene | None) -> None:
    """Unknown towns, regions and buildings that no place beside them puts anywhere lie where the story plays."""
    for draft in drafts:
        if scene is None or draft.country is not None or draft.row is not None:
            continue
        if draft.kind in ("settlement", "region") or (draft.kind == "facility" and not _moves(draft)):
            at = draft.mentions[0].head
            draft.country = scene.around(at) or (scene.home if scene.plays_in(scene.home) else None)


def _moves(draft: Draft) -> bool:
    moving = load_place_nouns().moving
    vessel = any(mention.rule == "vessel" for mention in draft.mentions)
    return vessel or bool(draft.nouns & (moving.facility | moving.civil_only | moving.at_sea | {"ship"}))


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
