"""Every pattern of text/data/boilerplate.toml with its examples, in a story, and what becomes of it in a record."""

import re

import pytest

from warextract import Article, Extractor
from warextract.text.boilerplate import blanked, find_boilerplate
from warextract.text.wordlists import word_list

STORY = "The bridge fell on Friday, the ministry said."
PATTERNS = word_list("boilerplate")["pattern"]
POSITIVE = [(pattern["name"], example) for pattern in PATTERNS for example in pattern["examples"]]
NEGATIVE = [(pattern["name"], line) for pattern in PATTERNS for line in pattern["not"]]
NEUTRAL = [
    STORY,
    "",
    "The claim could not be independently verified.",
    "The council urged donors to support the families.",
    "“Sign up or be shot,” the rebels told the men.",
    "He said he would follow us, and share the blame.",
    "Two journalists, reporting by phone, said the town had fallen.",
]


def found_in(text: str) -> list[str]:
    return [text[start:end] for start, end in find_boilerplate(text)]


@pytest.mark.parametrize(("name", "example"), POSITIVE)
@pytest.mark.parametrize("form", ["{}", "{story}\n\n{}\n\n{story}", "{story}\r\n{}\r\n"])
def test_example_is_boilerplate(name: str, example: str, form: str) -> None:
    marked = re.search("«(.*)»", example)
    text = form.format(example.replace("«", "").replace("»", ""), story=STORY)
    assert found_in(text) == [marked[1] if marked else example], name


@pytest.mark.parametrize(("name", "line"), [*NEGATIVE, *(("", line) for line in NEUTRAL)])
def test_story_is_kept(name: str, line: str) -> None:
    assert found_in(f"{STORY}\n\n{line}\n\n{STORY}") == [], name


def test_every_pattern_has_both_kinds_of_examples() -> None:
    for pattern in PATTERNS:
        assert pattern["examples"], pattern["name"]
        assert pattern["not"], pattern["name"]
    assert len({pattern["name"] for pattern in PATTERNS}) == len(PATTERNS)


def test_blanks_keep_every_offset() -> None:
    text = f"UPDATE 2-Bridge falls\n\n{STORY}\r\n(Reporting by Ann Lee;\tEditing by Bo Hart)\n"
    copy = blanked(text, find_boilerplate(text))
    assert len(copy) == len(text)
    assert copy.count("\n") == text.count("\n")
    assert copy.index(STORY) == text.index(STORY)
    assert copy.split() == f"Bridge falls {STORY}".split()


WIRE = """UPDATE 2-Shells hit bus station in Kupiansk

(Adds Moscow's denial, paragraph 3)

By Ann Lee and Bo Hart

KHARKIV, Ukraine, March 4 (EW) - Russian forces shelled a bus station in Kupiansk on Tuesday, killing three people, \
the regional governor said.

(AP Photo/Petro Hnatiuk)

Read more: Ukraine says Russia attacked Odesa, denies losing Toretsk

Moscow denied that its troops had fired on the town.

Follow us on Telegram
Sign up for the War Briefing, in which the Russian army said it had captured your inbox.
Associated Press writer Cy Dow in London contributed to this report.
(Reporting by Ann Lee in Kharkiv and Di Eck in Moscow; Editing by Bo Hart)
Our Standards: The Thomson Reuters Trust Principles.
"""
BARE = """Shells hit bus station in Kupiansk

KHARKIV, Ukraine, March 4 (EW) - Russian forces shelled a bus station in Kupiansk on Tuesday, killing three people, \
the regional governor said.

Moscow denied that its troops had fired on the town.
"""


def test_boilerplate_is_neither_actor_nor_claim(extractor: Extractor) -> None:
    wire = extractor.extract(Article(id="wire", text=WIRE, published="2025-03-04"))
    bare = extractor.extract(Article(id="bare", text=BARE, published="2025-03-04"))
    assert [actor.name for actor in wire.actors] == [actor.name for actor in bare.actors]
    assert [place.name for place in wire.places] == [place.name for place in bare.places]
    assert [(c.stance, c.content.text) for c in wire.claims] == [(c.stance, c.content.text) for c in bare.claims]
    assert [event.type for event in wire.events] == [event.type for event in bare.events]
    assert len(bare.claims) >= 2
    for claim in wire.claims:
        assert WIRE[claim.content.start : claim.content.end] == claim.content.text
    assert wire.article.revision is not None
    assert (wire.article.revision.kind, wire.article.revision.number) == ("update", 2)
