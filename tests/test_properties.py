"""For any text: a record, whose spans are slices, whose ids are one each and there, and which is the same again.

The texts are made of our own sentences, of what is hard in them, and of whatever there is in Unicode.
"""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

import warextract
from warextract.article import Article
from warextract.records import ArticleRecord

SUBJECTS = (
    "Kyiv", "Moscow", "The Ministry of Defence of Russia", "Ukraine's General Staff", "Hamas", "the army", "He", "They",
    "Khartoum and Port Sudan", "Officials in Goma", "M23 rebels", "Israel's military", "Two residents", "Mr. Brown",
    "a spokesman for the governor of the Kursk region, Col. Ivan Petrov,", "NATO", "Reuters", "Nobody", "The Hague",
)  # fmt: skip
CUES = (
    "said", "denied that", "claimed", "rejected claims that", "did not confirm whether", "accused Moscow of",
    "told Reuters that", "warned", "vowed to", "said on Telegram that", "refused to say if", "urged Kyiv to",
)  # fmt: skip
EVENTS = (
    "Russian forces captured Toretsk", "two civilians were killed and three wounded", "a Shahed drone hit a depot",
    "air defences shot down 17 of 23 missiles overnight", "the convoy was ambushed near Mopti on Feb. 30",
    "an Israeli strike destroyed 1,000 homes in Rafah", "shelling of the hospital", "withdraw from the city",
    "150 prisoners of war were exchanged in Belarus last Friday", "fighters loyal to Gen. Dagalo fled El Fasher",
    "at least a dozen people, including four children, died", "it had nothing to do with it", "using a 1.5-tonne FAB",
)  # fmt: skip
ENDS = (".", "?", "!", "…", ". . .", " —", ";", ":", ",", "", "\n\n", "\r\n", ".”", '."', "”.", "’", ") ", ".\t")
MARKS = (
    "“", "”", "\"", "'", "‘", "’", "«", "»", "„", "``", "''", "(", ")", "[", "—", "–", "-", "/", "…", "•", "\n", "\n\n",
    "\u2028", "\x85", "\x00", "\ufeff", "\u200f", "\u202e", "\u200d", "\u00ad", "e\u0301", "\U0001f600", "\ud7ff", "%",
    "KYIV, March 4 (Reuters) - ", "(AP) — ", "By Our Staff\n", "UPDATE 2-", " not ", " no ", " that ", " of ", " and ",
    " in ", " near ", " 12 ", " 1,000,000 ", " T-72s ", " on Monday ", "'s ", " ", "  ", "U.S. ", "\t", "<b>", "&quot;",
)  # fmt: skip

fragments = st.sampled_from((*SUBJECTS, *CUES, *EVENTS, *ENDS, *MARKS))
sentences = st.tuples(
    st.sampled_from(("", "“", "\"", "‘", "\n")), st.sampled_from(SUBJECTS), st.sampled_from(CUES),
    st.sampled_from(("", "“")), st.sampled_from(EVENTS), st.sampled_from(ENDS),
).map(" ".join)  # fmt: skip
anything = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)  # halves of pairs are no characters
texts = st.one_of(
    st.lists(sentences, min_size=1, max_size=8).map(" ".join),
    st.lists(st.one_of(sentences, fragments), min_size=1, max_size=20).map("".join),
    st.lists(st.one_of(fragments, anything), max_size=20).map("".join),
    anything,
)
articles = st.builds(
    Article,
    id=st.just("x"),
    text=texts,
    published=st.one_of(st.none(), st.dates()),
    title=st.one_of(st.none(), anything),
    source=st.one_of(st.none(), st.sampled_from(("Reuters", "AP", ""))),
)

LAYERS = ("actors", "places", "weapons", "claims", "events")


def spans(value: Any, at: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Every span of a record, with its place in it."""
    if isinstance(value, dict):
        if value.keys() == {"start", "end", "text"} and isinstance(value["start"], int):
            yield at, value
        for key, each in value.items():
            yield from spans(each, f"{at}.{key}")
    elif isinstance(value, list):
        for number, each in enumerate(value):
            yield from spans(each, f"{at}[{number}]")


def references(record: dict[str, Any]) -> Iterator[tuple[str, str | None]]:
    """Every mention of an id, with the layer that it is of."""
    yield "places", (record["article"]["dateline"] or {}).get("place")
    for actor in record["actors"]:
        yield from (("actors", actor[key]) for key in ("part_of", "affiliation"))
    for place in record["places"]:
        yield "places", place["within"]
    for weapon in record["weapons"]:
        yield "actors", weapon["operator"]
    for claim in record["claims"]:
        yield "actors", claim["source"]
        yield from (("claims", claim[key]) for key in ("parent", "responds_to"))
        yield from (("events", event) for event in claim["events"])
    for event in record["events"]:
        yield from (("claims", claim) for claim in event["claims"])
        yield from (("weapons", weapon) for weapon in event["weapons"])
        yield from (("places", each["place"]) for each in event["places"])
        for participant in event["participants"]:
            yield from (("actors", participant.get("actor")), ("places", participant.get("place")))


def check(extractor: warextract.Extractor, article: Article) -> None:
    """Raise unless the record of an article is sound."""
    line = extractor.extract(article).to_json()
    record = json.loads(line)
    assert "\n" not in line
    assert line.encode().decode() == line
    assert ArticleRecord.model_validate_json(line).to_json() == line
    for at, span in spans(record):
        assert 0 <= span["start"] < span["end"], at
        assert article.text[span["start"] : span["end"]] == span["text"], at
    ids = {layer: [each["id"] for each in record[layer]] for layer in LAYERS}
    for layer, found in ids.items():
        assert len(set(found)) == len(found), layer
    for layer, reference in references(record):
        assert reference is None or reference in ids[layer], (layer, reference)
    assert extractor.extract(article).to_json() == line


patient = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow], database=None)
quick = settings(patient, max_examples=60, derandomize=True)
long = settings(patient, max_examples=1_000, print_blob=True)


@quick
@given(article=articles)
@example(article=Article(id="x", text=""))
@example(article=Article(id="x", text=" \n\n\u2028\ufeff"))
@example(article=Article(id="x", text="“" * 30 + "\n" + "”" * 30))
def test_any_text_has_a_sound_record(extractor: warextract.Extractor, article: Article) -> None:
    check(extractor, article)


ENDING = (
    "Rebels Kill Army General", "Gunmen shot Gov", "Says Prime Minister", "at least", "“We will", "near the village of",
    "said that", "denied", "on Feb.", "between 12 and", "the 28th", "according to", "two Su-", "and the",
    "in", "President",
)  # fmt: skip


@pytest.mark.parametrize("end", ENDING)
def test_a_text_may_end_anywhere(extractor: warextract.Extractor, end: str) -> None:
    check(extractor, Article(id="x", text=end))
    check(extractor, Article(id="x", text=f"The army of Mali took the town of Kidal on Monday, {end}"))


def test_a_headline_may_stop_at_any_word(extractor: warextract.Extractor) -> None:
    headline = "Army General Says Rebel Colonel Denied Shelling Goma's Hospital With Two Grad Rockets On Friday"
    words = headline.split()
    for i in range(len(words)):
        for j in range(i + 1, len(words) + 1):
            extractor.extract(Article(id="x", text=" ".join(words[i:j])))


@pytest.mark.slow
@long
@given(article=articles)
def test_any_of_many_texts_has_a_sound_record(extractor: warextract.Extractor, article: Article) -> None:
    check(extractor, article)
