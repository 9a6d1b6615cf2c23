"""Countries by their ISO 3166-1 alpha-3 codes: names, and the numeric codes that some data sets join by."""

from functools import lru_cache
from importlib.resources import files

from warextract.lexicon.gazetteer import read_lines


def country_name(code: str | None) -> str | None:
    """The name of a country in the gazetteer.

    >>> country_name("MMR"), country_name(None)
    ('Myanmar', None)
    """
    return _names().get(code or "")


def numeric_code(code: str | None) -> int | None:
    """The ISO 3166-1 numeric code of an alpha-3 code; None where there is none (XKX).

    >>> numeric_code("UKR"), numeric_code("XKX")
    (804, None)
    """
    return _numbers().get(code or "")


@lru_cache(maxsize=1)
def _names() -> dict[str, str]:
    return {line["id"]: line["name"] for line in read_lines("countries.jsonl")}


@lru_cache(maxsize=1)
def _numbers() -> dict[str, int]:
    text = (files("warextract.exports") / "iso_numeric.tsv").read_text("utf-8")
    rows = (line.split("\t") for line in text.splitlines() if not line.startswith("#"))
    return {code: int(number) for code, number in rows}
