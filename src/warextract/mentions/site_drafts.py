"""Places told by a common noun, as drafts: what each is called, in which country it lies, what it takes up."""

import re
from collections.abc import Mapping, Sequence

from warextract.lexicon.place_nouns import PlaceNouns, load_place_nouns
from warextract.lexicon.places import PlaceTable
from warextract.mentions.entities import Mention
from warextract.mentions.facilities import SitePlace
from warextract.mentions.place_again import antecedent_of_site
from warextract.mentions.place_draft import Draft
from warextract.mentions.surroundings import place_around, place_of_owner
from warextract.syntax import labels
from warextract.syntax.labels import Role
from warextract.syntax.tree import Tree

_BETWEEN = frozenset({"border", "frontier"})  # lie in no one country
_DETERMINER = re.compile(r"^(?:(?:only|just|mostly|the|an?|its|his|her|their|our|one|this|that)\s+)+", re.IGNORECASE)
_NEAR = frozenset({"near", "at", "outside", "around", "off"})
_SAID = _NEAR | {"to", "of", "from", "above", "along"}
_UNHOSTED = frozenset({"border", "frontier", "front", "frontline", "front line", "ship", "vessel", "boat", "tanker"})


def add_sites(
    tree: Tree, table: PlaceTable, drafts: list[Draft], sites: Sequence[SitePlace], owners: Mapping[int, str]
) -> None:
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
        named = _apposed(tree, site, drafts) or _named_below(tree, site, drafts)
        if named is not None:
            named.mentions.append(mention)
            continue
        ship = _named_soon(tree, words, site, drafts)
        if ship is not None:
            ship.mentions.append(mention)
            continue
        around = _host(tree, site, place_around(tree, site.head, drafts))
        near = place_around(tree, site.head, drafts, located=True)
        inside = _country_inside(tree, table, site)
        said = _adjective_country(tree, table, site) or inside or _owner_country(tree, words, site, owners)
        if near is None and said is None:
            near = place_of_owner(tree, site.head, drafts)
        country = said or (near.country if near is not None else None)
        if inside is not None or site.noun in words.vague.compass:
            around = None
        if site.noun in _BETWEEN or _is_far(tree, site) or (site.noun in words.moving.at_sea and said is None):
            country = None
        drafts.append(
            Draft(
                name=_part_of_land(table, words, site, country) or _shown(tree, site, drafts if inside is None else []),
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


def _host(tree: Tree, site: SitePlace, around: Draft | None) -> Draft | None:
    """What a site lies in: not in a building that another clause of its sentence tells of ("fired at two bases in
    response to the raid that killed him at the airport").
    """
    if around is None or around.kind != "facility":
        return around
    start, end = tree.sentence(site.head)
    near = [m.head for m in around.mentions if start <= m.head < end]
    above = {site.head, *tree.ancestors(site.head)}
    apart = [
        head for head in near
        if tree.preposition(head) == "according_to"
        or any(tree.roles[i] is Role.RELATIVE_CLAUSE and i not in above for i in tree.ancestors(head))
    ]  # fmt: skip
    return None if near and near == apart else around


def _is_far(tree: Tree, site: SitePlace) -> bool:
    """ "800 km from the front line": not where the sentence plays."""
    case = tree.child(site.head, Role.CASE)
    if case is None or tree.token(case).lower_ != "from":
        return False
    before = {tree.lemma(i) for i in range(max(0, case - 6), case)}
    return bool(before & load_place_nouns().told.lengths)


def _shown(tree: Tree, site: SitePlace, drafts: Sequence[Draft]) -> str:
    """A name for a place told by a noun: "market in Kabkabiya", where its sentence says in which town or region."""
    phrase = _DETERMINER.sub("", tree.span_text(site.start, site.end)).strip('"“”')
    whole = phrase == tree.span_text(site.start, site.end)
    first = tree.tokens[site.start]
    if whole and first.pos_ != "PROPN" and first.is_title and first.is_sent_start:
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


_DESCRIBED = frozenset({"stronghold", "bastion", "foothold", "enclave"})
_SINGLE = frozenset({"last", "only", "main", "final", "remaining", "biggest", "largest"})


def _apposed(tree: Tree, site: SitePlace, drafts: Sequence[Draft]) -> Draft | None:
    """ "Marib, the government's last stronghold": what a town is said to be is no other place; nor is "an offensive on
    Marib … to wrest the government's last stronghold from it".
    """
    if site.noun in _DESCRIBED and site.words & _SINGLE:
        around = place_around(tree, site.head, drafts, sentence_only=True)
        return around if around is not None and around.kind == "settlement" else None
    if tree.roles[site.head] is not Role.APPOSITION:
        return None
    what = tree.heads[site.head]
    towns = [draft for draft in drafts if draft.named and draft.kind in ("settlement", "region", "area")]
    return next((draft for draft in towns if any(m.head == what for m in draft.mentions)), None)


def _named_below(tree: Tree, site: SitePlace, drafts: Sequence[Draft]) -> Draft | None:
    """ "Drones hit refinery", a headline: the one refinery that the text names."""
    if tree.paragraphs[site.head] != tree.paragraphs[0] or tree.child(site.head, Role.DETERMINER) is not None:
        return None
    if tree.token(tree.trim(*tree.sentence(site.head))[1] - 1).is_punct or labels.is_plural(tree.token(site.head)):
        return None
    found = [d for d in drafts if d.kind == "facility" and d.named and site.noun in d.nouns]
    return found[0] if len(found) == 1 else None


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
        country = table.country_by_word(tree.tokens[child].text)
        if country is not None:
            return country
    flags = (k for k in range(max(site.start, 2), site.head) if tree.token(k).lower_ in ("flagged", "registered"))
    return next((country for k in flags if (country := table.country_by_word(tree.token(k - 2).text))), None)


def _part_of_land(table: PlaceTable, words: PlaceNouns, site: SitePlace, country: str | None) -> str | None:
    """ "the south" is "southern Afghanistan"."""
    adjective = words.vague.compass.get(site.noun)
    row = table.country(country) if adjective is not None and country is not None else None
    return f"{adjective} {row.name}" if row is not None else None


def _owner_country(tree: Tree, words: PlaceNouns, site: SitePlace, owners: Mapping[int, str]) -> str | None:
    """ "its power grid": the state that "its" takes up."""
    if site.noun not in words.vague.national:
        return None
    return next((owners[c] for c in tree.children(site.head, Role.POSSESSOR) if c in owners), None)


def _country_inside(tree: Tree, table: PlaceTable, site: SitePlace) -> str | None:
    """ "the Sohae site", "the Natanz enrichment plant": the country of the one place of that name."""
    for k in range(site.start, site.head):
        word = tree.tokens[k]
        if word.text[:1].isupper() and word.pos_ == "PROPN" and not word.text.isupper():
            countries = {row.country for row in table.find(word.text)}
            if len(countries) == 1 and (country := countries.pop()):
                return country
    return None
