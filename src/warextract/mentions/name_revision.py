"""What the rest of an article says of the names found: repeated names, ships, shared nouns, persons."""

from dataclasses import replace

from warextract.mentions.name_grammar import NamedPlace, Reader, entity, entity_bounds, with_noun
from warextract.syntax import labels
from warextract.syntax.labels import EntityType
from warextract.syntax.tree import Tree

_REGIONS = frozenset({"region", "oblast", "province", "governorate"})
_JOINS = frozenset({",", "and", "or"})


def revised(reader: Reader, found: list[NamedPlace]) -> tuple[NamedPlace, ...]:
    """The names after a second look, without those that are persons."""
    tree = reader.tree
    ships = {name.base: name for name in found if name.rule == "vessel"}
    found = [_as_ship(tree, name, ships) for name in found]
    regions = _full_regions(tree, found)
    found = [_as_region(tree, name, regions) for name in _with_shared_nouns(tree, found)]
    return tuple(name for name in found if not _is_person_elsewhere(reader, name))


def with_repeats(reader: Reader, found: list[NamedPlace]) -> list[NamedPlace]:
    """The names found, with further mentions of the same towns and regions, whatever the recogniser saw there."""
    tree = reader.tree
    bases = {
        name.base: name
        for name in found
        if name.sure and not reader.table.is_capital(name.base) and name.rule != "vessel"
        and not any(row.kind == "country" for row in reader.table.find(name.base))
    }  # fmt: skip
    covered = {i for name in found for i in range(name.start, name.end)} | reader.taken
    texts = [token.text for token in tree.tokens]
    at: dict[str, list[int]] = {}
    for i, text in enumerate(texts):
        at.setdefault(text, []).append(i)
    out = list(found)
    for base, first in bases.items():
        length = max(first.end - first.start - (1 if first.noun and first.head == first.end - 1 else 0), 1)
        words = texts[first.start : first.start + length]
        for start in at[words[0]]:
            end = start + length
            if texts[start:end] != words or tree.span_text(start, end) != base or covered & set(range(start, end)):
                continue
            bounds = entity_bounds(tree, start)
            inside_longer = bounds[0] < start or bounds[1] > end
            if inside_longer and entity(tree, start) is not EntityType.LOCATION:
                continue
            out.append(with_noun(reader, start, end, reader.table.find(base)))
            covered |= set(range(start, end))
    return sorted(out, key=lambda name: name.start)


def _as_ship(tree: Tree, name: NamedPlace, ships: dict[str, NamedPlace]) -> NamedPlace:
    """A ship by its name, which may sound like a town's or a bay's, wherever the article says it."""
    text = tree.span_text(name.start, name.end)
    ship = ships.get(text)
    return replace(name, base=text, kind="facility", noun=ship.noun, rule="vessel") if ship is not None else name


def _with_shared_nouns(tree: Tree, found: list[NamedPlace]) -> list[NamedPlace]:
    """ "the Kharkiv and Luhansk regions": the noun after the last name holds for all."""
    last: dict[int, NamedPlace | None] = {}  # by the start of a name: the one whose noun is shared
    out = []
    for name in sorted(found, key=lambda name: name.start, reverse=True):
        if name.noun:
            plural = tree.token(name.end - 1)
            shared = name.kind in ("region", "area") and labels.is_plural(plural) and plural.i == name.head
            last[name.start] = name if shared else None
            out.append(name)
            continue
        joined = _after_joins(tree, name.end)
        with_noun = last.get(joined) if joined is not None else None
        last[name.start] = with_noun
        out.append(name if with_noun is None else replace(name, kind=with_noun.kind, noun=with_noun.noun))
    return out[::-1]


def _after_joins(tree: Tree, at: int) -> int | None:
    """The token after "and", "," or ", and"; None when none of them stands there."""
    joins = 0
    while joins < 2 and at + joins < len(tree.tokens) and tree.token(at + joins).lower_ in _JOINS:
        joins += 1
    return at + joins if joins else None


def _full_regions(tree: Tree, found: list[NamedPlace]) -> dict[tuple[int, int], list[NamedPlace]]:
    """The names that end in "region" or the like, by sentence."""
    out: dict[tuple[int, int], list[NamedPlace]] = {}
    for name in found:
        if tree.token(name.end - 1).lower_ in _REGIONS:
            out.setdefault(tree.sentence(name.start), []).append(name)
    return out


def _as_region(tree: Tree, name: NamedPlace, regions: dict[tuple[int, int], list[NamedPlace]]) -> NamedPlace:
    """ "Kursk – troops hold part of Kursk Oblast": beside its region's name in a sentence, a bare name is short
    for it.
    """
    if name.kind is not None:
        return name
    full = any(
        tree.span_text(other.start, other.end).removeprefix(name.base).strip().lower() in _REGIONS
        for other in regions.get(tree.sentence(name.start), ())
        if other is not name
    )
    return replace(name, kind="region") if full else name


def _is_person_elsewhere(reader: Reader, name: NamedPlace) -> bool:
    """Whether a name is a person's in the same article: "Daglo", not in the table; "Lincoln" after "Amy Lincoln"."""
    if name.rule not in ("model", "table") or name.noun or name.end - name.start > 1:
        return False
    last = reader.tree.tokens[name.end - 1].text
    return last in reader.surnames or (name.rule == "model" and last in reader.people)
