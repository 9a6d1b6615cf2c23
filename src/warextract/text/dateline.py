"""The dateline of a wire story: place, country, date and agency before the first sentence."""

import re
from dataclasses import dataclass
from functools import lru_cache

from warextract.text.wordlists import word_list

_LINES_BEFORE = 8  # headline, slug, byline and time stamp come first
_LONGEST = 150


@dataclass(frozen=True, slots=True)
class DatelineMatch:
    """A dateline in the text; all numbers are code points, ``end`` is where the first sentence starts."""

    start: int
    end: int
    place: str | None
    place_start: int | None
    place_end: int | None
    country: str | None = None
    country_start: int | None = None
    country_end: int | None = None
    date: str | None = None
    agency: str | None = None


def find_dateline(text: str) -> DatelineMatch | None:
    """The dateline of an article, or None.

    Looked for at the beginning of the first paragraphs, up to the first that holds a whole sentence.

    >>> found = find_dateline("KYIV, Ukraine (AP) — The bridge fell on Friday, officials said.")
    >>> found.place, found.country, found.agency, found.end
    ('KYIV', 'Ukraine', 'AP', 21)
    """
    position = 0
    seen = 0
    for line in text.splitlines(keepends=True):
        start, position = position, position + len(line)
        if not line.strip():
            continue
        start += len(line) - len(line.lstrip())
        found = _match(text, start, position)
        if found is not None:
            return found
        seen += 1
        if seen == _LINES_BEFORE or _tells(line):
            break
    return None


def _tells(line: str) -> bool:
    """Whether a paragraph is body text, so that no dateline follows it."""
    words = line.split()
    return len(words) > 40 or (len(words) >= 9 and line.rstrip()[-1:] in '.!?”"')


def _match(text: str, start: int, stop: int) -> DatelineMatch | None:
    match = _pattern().match(text, start, stop)
    if match is None or match.end() - start > _LONGEST:
        return None
    rest = text[match.end() : stop].strip()
    if not _accepted(match, rest):
        return None
    place, country, agency = match["place"], match["country"], match["agency"] or match["late"]
    country_at = match.span("country")
    if match["inner"] and country is None:
        country, country_at = match["inner"], match.span("inner")
    elif agency and place and country is None and _names_no_agency(agency):
        country, country_at = agency[1:-1], (match.start("agency") + 1, match.end("agency") - 1)
        agency = None
    return DatelineMatch(
        start=start,
        end=match.end(),
        place=place,
        place_start=match.start("place") if place else None,
        place_end=match.end("place") if place else None,
        country=country,
        country_start=country_at[0] if country else None,
        country_end=country_at[1] if country else None,
        date=match["date"],
        agency=agency.strip("()/| ") if agency else None,
    )


def _names_no_agency(words: str) -> bool:
    """Whether parentheses after a place name its country: "Kramatorsk (Ukraine) -"."""
    bare = words.strip("()")
    outlet = re.search(r"News|Press|Agency|Post|Times|Online|\d", bare)
    return words.startswith("(") and bare not in word_list("datelines")["agencies"] and not outlet and bare.istitle()


def _accepted(match: re.Match[str], rest: str) -> bool:
    place, agency, dash = match["place"], match["agency"], match["dash"]
    words = word_list("datelines")
    if len(rest.split()) < 3:
        return False
    if agency:
        if place and place.upper() in words["not_places"]:
            return False
        known = agency.strip("()/| ").split("/")[0] in words["agencies"] or agency.startswith(("/", "|"))
        return known or bool(dash and dash != ".")
    if not place or not dash or dash == "." or place.upper() in words["not_places"]:
        return False
    if _DAY_OR_MONTH.match(place):
        return False
    upper = place.upper() == place and len(place) > 2
    if dash == ":":
        return upper and len(place.split()) <= 3 and _opens(rest) and rest[-1:] in '.!?”"'
    if dash == "-" and not match.string[match.start("dash") - 1].isspace():
        return False  # "UPDATE 2-Troops": a slug
    whole = rest[-1:] in '.!?”"’\'' or len(rest) > 120
    return whole and _opens(rest) and (upper or len(place.split()) <= 3)


def _opens(rest: str) -> bool:
    return rest[:1].isupper() or rest[:1].isdigit() or rest[:1] in "\"“‘«'„"


_DAY_OR_MONTH = re.compile(
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|(?:january|february|march|april|may|june|july|august|"
    r"september|october|november|december)\b", re.I
)  # fmt: skip


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    words = word_list("datelines")
    joiner = "|".join(words["joiners"])
    word = (r"(?:(?:St|Ft|Mt|Pt|ST|FT|MT|PT)\.|(?:[A-Z]\.){2,}|[A-ZÀ-ÞĀ-Ž][\w’'ʼ]*(?:[-.][\w’'ʼ]+)*|"
            r"(?:Al|El|al|el|ad|as|an|ar|at|az|ash)-[A-Z][\w’'-]*)")  # fmt: skip
    known = "|".join(re.escape(a) for a in sorted(words["agencies"], key=len, reverse=True))
    name = rf"{word}(?:(?: (?:{joiner}))* (?!(?:{known})\s*[-–—|]){word}){{0,4}}"
    state = rf"(?:{'|'.join(words['states'])})\."
    month = rf"(?i:{'|'.join(words['months'])})\.?"
    year = r"(?:,? \d{4}| \d\d(?=\s*[(-]))"
    date = rf"(?:(?:\w+day,? )?(?:{month} \d{{1,2}}(?:st|nd|rd|th)?|\d{{1,2}} {month}){year}?)"
    agency = (rf"(?:\([A-Za-z][^()\n]{{1,40}}\)|/[A-Z][A-Za-z-]{{1,20}}/|\| ?(?:{known}) ?\||"
              rf"/ ?\w+\.\w{{2,4}}(?=\s*[-–—])|(?:{known})(?=\s*[-–—]))")  # fmt: skip
    return re.compile(
        rf"(?:(?P<place>(?!{date}){name}(?:\s?/\s?(?!\w+\.\w){name}){{0,3}})"
        rf"(?:\s?\((?P<inner>{name})\)(?=\s?\(|, \d))?"
        rf"(?:, (?P<country>(?!{date})(?!(?:{known})\s?[-–—])(?:{state}|{name})))?)?"
        rf"(?:[,.]?\s?(?P<date>{date}))?[,.]?\s?"
        rf"(?P<agency>{agency})?"
        r"\s*(?P<dash>—|–|―|--|-|_|:|\.)?\s*(?:(?<=[.])[-–—]\s*)?"
        rf"(?:(?<=[-–—] )(?P<late>{known})\. )?"
        r"(?:\s*\[[A-Z][A-Za-z ]+\])*\s*"
    )
