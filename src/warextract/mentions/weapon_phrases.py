"""Phrases that name a weapon: lexicon hits joined with the words that belong to the name."""

import re
from dataclasses import dataclass

from warextract.lexicon.weapons import WeaponEntry, WeaponHit, WeaponLexicon
from warextract.text.measures import find_measures
from warextract.vocabulary import WeaponClass

_LINK = re.compile(r"[\s\u00a0]?[-‑–]?[\s\u00a0]?|[\s\u00a0]?[\"“”'‘’][\s\u00a0]?")
_LAST_WORD = re.compile(r"[^\s\u00a0]+[\s\u00a0]?[-‑]?$")
_QUOTES = "\"“”'‘’"
_MANUFACTURE = re.compile(r" of (?P<where>[A-Z][\w.]*(?: [A-Z]\w+)?) (?:manufacture|make|origin|design|production)\b")
_CODE = re.compile(r"[A-Z]{1,4}-\d{1,3}[A-Z]?")  # "AH-4", a designation that the gazetteer lacks
_SHIP = re.compile(r"(?: [\"“]?(?:USS |HMS |INS )?[A-Z][\w’'.-]+[\"”]?){1,3}")
_NATION = re.compile(r"(?:U\.S\.|US|U\.K\.|UK|[A-Z]\w+(?:ian|ish|ese|can|ench|rman|utch|aeli|reek|wiss|ani)) $")


@dataclass(frozen=True, slots=True)
class WeaponPhrase:
    """A weapon phrase in code points; ``core_start`` and ``core_end`` bound the hits without their modifiers."""

    start: int
    end: int
    core_start: int
    core_end: int
    designation: WeaponEntry | None
    noun: WeaponEntry | None
    class_: WeaponClass
    doubtful: bool
    origin: str | None

    @property
    def family(self) -> str:
        return self.class_.partition(".")[0]


def weapon_phrases(text: str, lexicon: WeaponLexicon) -> list[WeaponPhrase]:
    """All phrases of a text that may name a weapon, in order."""
    groups: list[list[WeaponHit]] = []
    for hit in lexicon.find(text):
        between = text[groups[-1][-1].end : hit.start] if groups else None
        if between is not None and (_LINK.fullmatch(between) or _belongs(between, lexicon)) and "\n" not in between:
            groups[-1].append(hit)
        else:
            groups.append([hit])
    return [_phrase(text, group, lexicon) for group in groups]


def _belongs(between: str, lexicon: WeaponLexicon) -> bool:
    """Whether only words of the name stand between two hits: "M777 155 mm howitzer", "Shahed-type drones"."""
    words = between.split()
    if not words or len(words) > 4 or not re.fullmatch(r"[-\w\s.,()‑/]+", between) or between.rstrip().endswith(","):
        return False
    rest = re.sub(r"\s+", " ", between).strip(" ")
    for measure in reversed(find_measures(rest)):
        rest = rest[: measure.start] + rest[measure.end :]
    modifiers = lexicon.words["modifiers"]
    known = {*modifiers["words"], *modifiers["made"], ""}
    return all(w.strip("-()").lower() in known for w in rest.split())


def _phrase(text: str, group: list[WeaponHit], lexicon: WeaponLexicon) -> WeaponPhrase:
    designation = next((h.entry for h in group if h.entry.kind == "designation"), None)
    nouns = [h.entry for h in group if h.entry.kind == "noun"]
    noun = nouns[-1] if nouns else None
    core_start, core_end = group[0].start, group[-1].end
    end = core_end
    if designation is not None and noun is None:
        end = _carried(text, end, lexicon)
    start, origin = _extend_left(text, core_start, lexicon)
    made = _MANUFACTURE.match(text, end)
    if made:
        end, origin = made.end(), origin or _origin(made["where"], lexicon)
    class_ = _class(designation, noun, lexicon)
    if class_.startswith("naval.") and designation is None:
        ship = _SHIP.match(text, end)
        if ship and not text[core_start:core_end].endswith("s"):
            end = ship.end()
            nation = _NATION.search(text[:start])
            start = nation.start() if nation else start
    return WeaponPhrase(
        start, end, core_start, core_end, designation, noun, class_,
        doubtful=all(h.ambiguous for h in group) and noun is None and end == core_end,
        origin=origin or (designation.origin if designation else None),
    )  # fmt: skip


def _carried(text: str, end: int, lexicon: WeaponLexicon) -> int:
    """The end of "F-16 fighters", whose second word alone is no weapon."""
    words = lexicon.words["carried"]["words"]
    while following := re.match(r"[ -]([A-Za-z]+)\b", text[end : end + 30]):
        if following[1] not in words:
            break
        end += following.end()
    return end


def _extend_left(text: str, start: int, lexicon: WeaponLexicon) -> tuple[int, str | None]:
    """Where the modifiers of a name begin, and the country that one of them says it was made in."""
    modifiers, origin = lexicon.words["modifiers"], None
    made = re.compile(rf"(?P<where>[A-Z][\w.]*)[-‑](?:{'|'.join(modifiers['made'])})")
    while before := _LAST_WORD.search(text, max(0, start - 40), start):
        word = before[0].rstrip(" \u00a0-‑")
        bare = word.strip(_QUOTES + "()")
        maker = made.fullmatch(bare)
        if maker:
            origin = origin or _origin(maker["where"], lexicon)
        elif bare.lower() not in modifiers["words"] and not _CODE.fullmatch(bare):
            measure = _measure_before(text, start)
            if measure is None:
                break
            start = measure
            continue
        if word[-1:] in ",.;:":
            break
        start = before.start() + (len(word) - len(word.lstrip("(")) if ")" not in word else 0)
    return start, origin


def _measure_before(text: str, start: int) -> int | None:
    """Where a mass, calibre or distance begins that ends right before a position, its parentheses included."""
    low = max(0, start - 30)
    for measure in find_measures(text[low:start]):
        rest = text[low + measure.end : start].strip(" \u00a0-‑")
        if rest in ("", ")"):
            first = low + measure.start
            return first - 1 if text[first - 1 : first] == "(" else first
    return None


def _origin(where: str, lexicon: WeaponLexicon) -> str | None:
    word = where.lower()
    return next((code for code, names in lexicon.words["origins"].items() if word in names), None)


def _class(designation: WeaponEntry | None, noun: WeaponEntry | None, lexicon: WeaponLexicon) -> WeaponClass:
    """The class of a phrase: that of the designation, unless the noun is more exact or is what it fires."""
    if designation is None:
        if noun is None:
            raise AssertionError("a phrase has a designation or a noun")
        return noun.class_
    if noun is None or noun.name in lexicon.words["generic"]["words"]:
        return designation.class_
    if noun.family == designation.family:
        return designation.class_ if "." in designation.class_ else noun.class_
    if designation.class_ == "air_defense" and noun.class_ == "missile":
        return "missile.surface_to_air"
    if designation.class_ == "artillery.mlrs" and noun.class_ == "missile":
        return "rocket"
    if designation.family == "missile" and noun.class_ in ("air_defense", "munition", "weapon"):
        return designation.class_
    if noun.class_ in ("munition", "weapon", "vehicle", "aircraft", "missile") and designation.family in (
        "drone", "bomb", "rocket", "firearm",
    ):  # fmt: skip
        return designation.class_
    return noun.class_
