"""Reading the hand-written gazetteers (TOML): shared by the build script and by a user's own files."""

import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from warextract.errors import GazetteerError
from warextract.lexicon.entries import ActorEntry, Country, Institution, PeopleWords

_SUFFIX = {
    "state": "", "government": "GOV", "military": "MIL", "armed_group": "REB", "igo": "IGO", "ngo": "NGO",
    "company": "BUS", "media": "MED", "population": "CVL", "person": "GOV", "other": "",
}  # fmt: skip


def read_toml(path: Path) -> dict[str, Any]:
    """A TOML file; GazetteerError names the file and what is wrong with it."""
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise GazetteerError(f"{path}: {error}") from error


def actors_of(path: Path) -> Iterator[ActorEntry]:
    """The actors of one file: a table per kind, in it a table per id; persons by country and name."""
    for kind, table in read_toml(path).items():
        if kind == "person":
            for country, people in table.items():
                for name, value in people.items():
                    given = {"role": value} if isinstance(value, str) else dict(value)
                    yield _actor(path, f"person-{_slug(name)}", {"name": name, "country": country, **given}, kind)
            continue
        for id_, value in table.items():
            yield _actor(path, id_, value, kind)


def _actor(path: Path, id_: str, value: Mapping[str, Any], kind: str) -> ActorEntry:
    given = {"kind": kind, **value, "id": id_}
    if given.get("country") in ("", "X"):
        given["country"] = None
    given["aliases"] = tuple(dict.fromkeys((given.get("name", ""), *given.get("aliases", ()))))
    given.setdefault("cameo", cameo(str(given["kind"]), given.get("country")))
    try:
        return ActorEntry.model_validate(given)
    except ValidationError as error:
        raise GazetteerError(f"{path}: actor {id_!r}: {error}") from error


def cameo(kind: str, country: str | None, suffix: str | None = None) -> str | None:
    """CAMEO code of an actor: country, then role (http://data.gdeltproject.org/documentation/CAMEO.Manual.1.1b3.pdf).

    >>> cameo("military", "RUS")
    'RUSMIL'
    """
    return f"{country or ''}{_SUFFIX.get(kind, '') if suffix is None else suffix}" or None


def countries_of(path: Path) -> tuple[Country, ...]:
    """The countries of one file."""
    out = []
    for id_, value in read_toml(path)["country"].items():
        try:
            out.append(Country.model_validate({**value, "id": id_}))
        except ValidationError as error:
            raise GazetteerError(f"{path}: country {id_!r}: {error}") from error
    return tuple(out)


def institutions_of(path: Path) -> tuple[Institution, ...]:
    """The institutions of one file, portfolios written out as ministries, both spellings of defence."""
    data = read_toml(path)
    out = []
    for id_, value in data["institution"].items():
        out.append({**value, "id": id_})
    for id_, value in data["portfolios"].items():
        out.append(
            {
                "id": f"{id_}-ministry",
                "name": "{adjective} " + value["name"],
                "kind": "government",
                "cameo": value["cameo"],
                "forms": tuple(_ministry_forms(id_, value["also"])),
            }
        )
    try:
        return tuple(Institution.model_validate({**one, "forms": tuple(_spellings(one["forms"]))}) for one in out)
    except ValidationError as error:
        raise GazetteerError(f"{path}: {error}") from error


def _ministry_forms(portfolio: str, also: list[str]) -> Iterator[str]:
    for name in (portfolio, *also):
        if name in ("foreign office", "mod", "mfa"):
            yield name
            continue
        if name != "foreign":
            yield f"ministry of {name}"
            yield f"department of {name}"
        yield f"{name} ministry"
        yield f"{name} department"


def _spellings(forms: tuple[str, ...]) -> Iterator[str]:
    for form in dict.fromkeys(forms):
        yield form
        if "defence" in form:
            yield form.replace("defence", "defense")


def people_of(path: Path) -> PeopleWords:
    """The nouns for described people."""
    try:
        return PeopleWords.model_validate(read_toml(path))
    except ValidationError as error:
        raise GazetteerError(f"{path}: {error}") from error


def _slug(name: str) -> str:
    return "-".join(part.strip(".").lower() for part in name.replace("-", " ").split())
