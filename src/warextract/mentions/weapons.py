"""Weapons of an article: their mentions, classes, counts and attributes, and which mentions are one weapon."""

import re
from dataclasses import dataclass, replace

from warextract.lexicon.weapons import WeaponLexicon
from warextract.mentions.counts import count_before, direct_count, part_of
from warextract.mentions.entities import Mention, WeaponEntity
from warextract.mentions.weapon_guards import WeaponGuard
from warextract.mentions.weapon_phrases import WeaponPhrase, weapon_phrases
from warextract.records import NumberRange
from warextract.syntax import labels
from warextract.syntax.tree import Tree
from warextract.text.measures import find_measures
from warextract.vocabulary import WeaponClass

_DEFINITE = frozenset({"the", "this", "that", "these", "those", "such"})
_DISTANCE = 12  # mentions back that a definite one may refer to
_ANYTHING = frozenset({"munition", "weapon", "missile"})  # "the projectile", "the weapon" resume any of their kind
_FLYING = frozenset({"missile", "rocket", "drone", "bomb", "artillery", "munition"})


@dataclass(frozen=True, slots=True)
class _Found:
    phrase: WeaponPhrase
    mention: Mention
    class_: WeaponClass
    quantity: NumberRange | None
    part: NumberRange | None  # one in "one of the drones", which speaks of known drones
    definite: bool
    modifies: bool  # "missile" in "missile strikes"

    @property
    def designation(self) -> str | None:
        return self.phrase.designation.name if self.phrase.designation else None


def find_weapons(
    tree: Tree, lexicon: WeaponLexicon, *, taken: frozenset[int] = frozenset()
) -> tuple[WeaponEntity, ...]:
    """All weapons of an article in order of their first mention; tokens of ``taken`` name something else.

    Mentions that share a designation, or that resume a weapon with a definite article, are one entity. The
    operator is left to the layer that reads events.
    """
    phrases = weapon_phrases(tree.text, lexicon)
    guard = WeaponGuard(tree, lexicon, phrases)
    entities: list[WeaponEntity] = []
    latest: list[_Found] = []
    for phrase in phrases:
        tokens = _tokens(tree, phrase)
        if tokens is None or tokens[2] in taken or not guard.accepts(phrase, tokens[2]):
            continue
        found = _found(tree, phrase, tokens, lexicon)
        known = _same(tree, found, entities, latest)
        if known is None:
            entities.append(_entity(found, len(entities) + 1, tree.text))
        else:
            entities[known] = _joined(entities[known], found)
        latest.append(found)
    return tuple(entities)


def _tokens(tree: Tree, phrase: WeaponPhrase) -> tuple[int, int, int] | None:
    """First token, the one after the last, and the head of a phrase."""
    span = tree.over(phrase.start, phrase.end)
    core = tree.over(phrase.core_start, phrase.core_end)
    if span is None or core is None:
        return None
    # The head is the last word of the core, or of what a designation carries ("F-16 fighters").
    carried = phrase.designation is not None and phrase.noun is None and phrase.core_end < phrase.end
    own = carried and " of " not in tree.span_text(*span)[phrase.core_end - phrase.start :]
    last = span[1] - 1 if own else core[1] - 1
    if phrase.noun is None and not carried:
        inside = [i for i in range(*core) if tree.heads[i] not in range(*core)]
        last = inside[-1] if inside else last
    return *span, last


def _found(tree: Tree, phrase: WeaponPhrase, tokens: tuple[int, int, int], lexicon: WeaponLexicon) -> _Found:
    start, end, head = tokens
    entry = phrase.designation or phrase.noun
    rule = f"weapons.{entry.name if entry else phrase.class_}"
    mention = Mention(start, end, head, "name" if phrase.designation else "nominal", rule)
    beside = end < len(tree.tokens) and tree.tokens[end].pos_ == "NOUN" and phrase.designation is None
    modifies = beside and not labels.is_plural(tree.tokens[head])  # but "seven missiles hours before the vote"
    part = None if modifies or direct_count(tree, start) else part_of(tree, start)
    quantity = None if modifies or part else count_before(tree, start)
    return _Found(
        phrase=phrase,
        mention=mention,
        class_=_recast(tree, phrase, head, lexicon),
        quantity=quantity,
        part=part,
        definite=_is_definite(tree, start),
        modifies=modifies,
    )


def _is_definite(tree: Tree, start: int) -> bool:
    """Whether a definite article stands before a name or before its count: "the 117 drones"."""
    count = direct_count(tree, start)
    first = count[0] if count else start
    places = [i for i in (first - 1, first) if tree.sentence(start)[0] <= i < start]
    return any(tree.tokens[i].lower_ in _DEFINITE and tree.tokens[i].pos_ in ("DET", "PRON") for i in places)


def _recast(tree: Tree, phrase: WeaponPhrase, head: int, lexicon: WeaponLexicon) -> WeaponClass:
    """A class that its sentence makes more exact: a planted "bomb" is an improvised device."""
    if phrase.noun is None or phrase.designation is not None:
        return phrase.class_
    recast = lexicon.words["recast"].get(phrase.noun.name)
    if recast is None:
        return phrase.class_
    sentence = tree.span_text(*tree.sentence(head)).lower()

    def has(words: list[str]) -> bool:
        return any(re.search(rf"(?<!\w){re.escape(word)}(?!\w)", sentence) for word in words)

    class_: WeaponClass = recast["class"]
    return class_ if has(recast["near"]) and not has(recast["unless"]) else phrase.class_


def _same(tree: Tree, found: _Found, entities: list[WeaponEntity], latest: list[_Found]) -> int | None:
    """Index of the entity that a mention speaks of again, or None for a new one."""
    for index in range(len(entities) - 1, max(-1, len(entities) - 1 - _DISTANCE), -1):
        entity = entities[index]
        others = [f for f in latest if f.mention in entity.mentions]
        if _resumes(tree, found, entity, others):
            return index
    return None


def _resumes(tree: Tree, found: _Found, entity: WeaponEntity, others: list[_Found]) -> bool:
    if found.quantity is not None and entity.quantity != found.quantity and not others[-1].modifies:
        return False
    if found.designation is not None:
        if entity.designation is not None:
            return found.designation == entity.designation and found.class_ == entity.class_
        return False
    fits = _compatible(found, entity)
    if found.definite:
        return fits
    same_noun = any(o.phrase.noun == found.phrase.noun for o in others)
    if found.class_ != entity.class_ or not same_noun:
        return False
    if others[-1].modifies and tree.sentence(others[-1].mention.head) == tree.sentence(found.mention.head):
        return True  # "three missile strikes using five missiles"
    specific = "." in found.class_ and _bare(tree, found) and found.quantity is None
    return specific and entity.quantity is None


def _compatible(found: _Found, entity: WeaponEntity) -> bool:
    """Whether a definite phrase may speak of an entity: the same class, its bare family, or a word for anything."""
    family = entity.class_.partition(".")[0]
    if found.class_ in (entity.class_, family):
        return True
    return found.class_ in _ANYTHING and "." not in found.class_ and family in _FLYING and found.class_ != "missile"


def _bare(tree: Tree, found: _Found) -> bool:
    """Whether nothing but the weapon's own words stands before a plural: no article, owner or count."""
    start = found.mention.start
    before = tree.tokens[start - 1] if start > tree.sentence(start)[0] else None
    return before is None or before.pos_ not in ("DET", "PRON", "ADJ", "PROPN", "PART", "NUM")


def _entity(found: _Found, number: int, text: str) -> WeaponEntity:
    phrase = found.phrase
    entry = phrase.designation
    measures = find_measures(text[phrase.start : phrase.end])
    told = {m.unit: m.value for m in reversed(measures)}
    mass = told.get("kg", entry.mass_kg if entry else None)
    calibre = told.get("mm", entry.calibre_mm if entry else None)
    reach = told.get("km", entry.range_km if entry else None)
    return WeaponEntity(
        key=f"weapon-{number}",
        class_=found.class_,
        mentions=(found.mention,),
        designation=found.designation,
        quantity=found.quantity or found.part,
        mass_kg=None if mass is None else round(mass),
        calibre_mm=None if calibre is None else round(calibre, 2),
        range_km=None if reach is None else round(reach),
        origin=phrase.origin,
    )


def _joined(entity: WeaponEntity, found: _Found) -> WeaponEntity:
    exact = "." in found.class_ and "." not in entity.class_ and found.class_.startswith(entity.class_)
    return replace(
        entity,
        class_=found.class_ if exact else entity.class_,
        mentions=(*entity.mentions, found.mention),
        designation=entity.designation or found.designation,
        quantity=entity.quantity or found.quantity,
        origin=entity.origin or found.phrase.origin,
    )
