"""Build src/warextract/lexicon/data/weapons.jsonl from the two gazetteers of weapons.

    python tools/build_weapons.py [--check]

One line an entry: {"kind": "designation" | "noun", "class", "name", "names", …}; the last line holds the word lists of
the nouns. --check builds in memory and fails if the committed file differs.
"""

import argparse
import json
import re
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

from warextract.errors import GazetteerError
from warextract.vocabulary import WeaponClass

ROOT = Path(__file__).parent.parent
OUT = ROOT / "src/warextract/lexicon/data/weapons.jsonl"
CLASSES = frozenset(get_args(WeaponClass))
SPELLINGS = (("armored", "armoured"), ("armor", "armour"), ("defense", "defence"), ("fiber", "fibre"))
MAX_FIELDS = 6


def main() -> int:
    """Write the file, or compare it with --check; the exit status is 1 when it differs."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="compare, do not write")
    built = build()
    if parser.parse_args().check:
        return int(built != OUT.read_text("utf-8"))
    OUT.parent.mkdir(exist_ok=True)
    OUT.write_text(built, "utf-8")
    return 0


def build() -> str:
    """The whole file as text; raises GazetteerError that names file and entry."""
    designations = tomllib.loads((ROOT / "gazetteers/weapons.toml").read_text("utf-8"))
    nouns = tomllib.loads((ROOT / "gazetteers/weapons_nouns.toml").read_text("utf-8"))
    entries = [*_designations(designations), *_nouns(nouns)]
    _no_double_names(entries)
    words = {"kind": "words", **{key: value for key, value in nouns.items() if key != "nouns"}}
    return "".join(json.dumps(e, ensure_ascii=False) + "\n" for e in [*entries, words])


def _designations(data: dict[str, Any]) -> Iterator[dict[str, Any]]:
    makers = data["makers"]
    for group in data["designations"]:
        _known(group["class"], "weapons.toml")
        for row in group["rows"]:
            fields = [field.strip() for field in row.split("|")]
            if len(fields) > MAX_FIELDS:
                raise GazetteerError(f"gazetteers/weapons.toml: {row!r} has more than {MAX_FIELDS} fields")
            name, others, origin, mass, calibre, reach = fields + [""] * (MAX_FIELDS - len(fields))
            alone = [n.strip() for n in others.split(";") if n.strip()]
            siblings = [n.lstrip("+") for n in alone if n.startswith("+")]
            aliases = [n for n in alone if not n.startswith("+")]
            origins = [code for code in origin.split("+") if code]
            if any(not re.fullmatch(r"[A-Z]{3}", code) for code in origins):
                raise GazetteerError(f"gazetteers/weapons.toml: {row!r}: origin is no ISO 3166-1 alpha-3 code")
            made = origins[0] if len(origins) == 1 else None
            values = {
                "mass_kg": int(mass) if mass else None,
                "calibre_mm": float(calibre) if calibre else None,
                "range_km": int(reach) if reach else None,
            }
            yield _designation(group["class"], name, aliases + _makers(name, makers), made) | values
            for sibling in siblings:
                bare = sibling.lstrip("?")
                yield _designation(group["class"], bare, [sibling, *_makers(bare, makers)], made)


def _makers(name: str, makers: dict[str, str]) -> list[str]:
    """The names with their maker: "Sukhoi-25" and "Sukhoi Su-25" of "Su-25"."""
    letters, _, number = name.partition("-")
    maker = makers.get(letters)
    return [f"{maker}-{number}", f"{maker} {name}"] if maker and number[:1].isdigit() else []


def _designation(class_: str, name: str, aliases: list[str], origin: str | None) -> dict[str, Any]:
    ambiguous = {n[1:] for n in aliases if n.startswith("?")}
    return {
        "kind": "designation",
        "class": class_,
        "name": name,
        "names": sorted(({name} | {n for n in aliases if not n.startswith("?")}) - ambiguous),
        "ambiguous": sorted(ambiguous),
        "origin": origin,
        "mass_kg": None,
        "calibre_mm": None,
        "range_km": None,
    }


def _nouns(data: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for class_, phrases in data["nouns"].items():
        _known(class_, "weapons_nouns.toml")
        for phrase in phrases:
            name = phrase.rstrip("*^")
            yield {
                "kind": "noun",
                "class": class_,
                "name": name,
                "names": sorted(_spellings(name)),
                "weak": phrase.endswith("*"),
                "exact": phrase.endswith("^"),
            }


def _spellings(name: str) -> set[str]:
    names = {name}
    for one, other in SPELLINGS:
        names |= {re.sub(rf"\b{one}\b", other, n) for n in names} | {re.sub(rf"\b{other}\b", one, n) for n in names}
    return names | {re.sub(r"\banti-(\w)", r"anti\1", n) for n in names}


def _known(class_: str, file: str) -> None:
    if class_ not in CLASSES:
        raise GazetteerError(f"gazetteers/{file}: {class_!r} is no weapon class; see warextract.vocabulary")


def _no_double_names(entries: list[dict[str, Any]]) -> None:
    """A name that stands for two weapons is an error, unless it is ambiguous in both."""
    seen: dict[str, str] = {}
    for entry in entries:
        for name in [*entry["names"], *entry.get("ambiguous", ())]:
            key = name if entry["kind"] == "designation" else f"{name} (noun)"
            if seen.setdefault(key, entry["name"]) != entry["name"]:
                both = f"{seen[key]!r} and {entry['name']!r}"
                raise GazetteerError(f"gazetteers/weapons*.toml: {name!r} names both {both}")


if __name__ == "__main__":
    sys.exit(main())
