"""Events joined across articles written for this, scored by pairs against a grouping made by reading."""

import tomllib
from pathlib import Path

import pytest
from pairs import articles, extracted, gold_labels, groups, score

import warextract
from warextract.records import ArticleRecord


@pytest.fixture(scope="module")
def records(extractor: warextract.Extractor) -> tuple[ArticleRecord, ...]:
    return extracted(extractor, "articles")


@pytest.fixture(scope="module")
def rows(records: tuple[ArticleRecord, ...]) -> tuple[warextract.LedgerRow, ...]:
    return warextract.ledger(records)


def test_the_set_is_what_it_should_be(records: tuple[ArticleRecord, ...]) -> None:
    """Short articles about at least five happenings, with denials, a confirmation, a retraction and a copy."""
    gold = groups("groups")
    assert len(records) >= 12
    assert all(len(article.text) < 2500 for article, _ in articles("articles"))
    assert sum(len(told) > 1 for told in gold.values()) >= 5
    stances = {claim.stance for record in records for claim in record.claims}
    assert stances >= {"denies", "confirms", "withholds", "accuses"}
    assert any(record.article.duplicate_of for record in records)


def test_every_gold_happening_is_found_in_its_articles(records: tuple[ArticleRecord, ...]) -> None:
    texts = {article.id: article.text for article, _ in articles("articles")}
    labels = gold_labels(records, groups("groups"), texts)
    assert [node for node in labels if node[1].startswith("missed")] == []


@pytest.mark.parametrize(("across", "least"), [(False, 0.85), (True, 0.85)])
def test_pairs_of_events_are_joined_as_a_reader_joins_them(
    records: tuple[ArticleRecord, ...], rows: tuple[warextract.LedgerRow, ...], across: bool, least: float
) -> None:
    texts = {article.id: article.text for article, _ in articles("articles")}
    found = score(rows, gold_labels(records, groups("groups"), texts), across=across)
    assert found.wanted >= 100
    assert found.f1 >= least, str(found)
    assert found.precision >= least, str(found)


@pytest.mark.parametrize(
    ("name", "grouping"), [("articles", "groups"), ("check", "check_groups"), ("fresh", "fresh_groups")]
)
def test_documented_scores_are_near_those_of_today(
    extractor: warextract.Extractor, root: Path, name: str, grouping: str
) -> None:
    """tools/ledger_page.py shows them; a change of extraction or joining that makes one worse has to write it down."""
    told = tomllib.loads((root / "tests" / "fixtures" / "ledger" / "scores.toml").read_text("utf-8"))[name]
    records = extracted(extractor, name)
    texts = {article.id: article.text for article, _ in articles(name)}
    found = score(warextract.ledger(records), gold_labels(records, groups(grouping), texts))
    assert told["articles"] == len(records)
    assert told["pairs"] == pytest.approx(found.wanted, rel=0.25)
    assert found.f1 >= told["f1"] - 0.08, str(found)


def test_copies_count_once_and_the_ministry_confirms(rows: tuple[warextract.LedgerRow, ...]) -> None:
    (row,) = [row for row in rows if any(telling.article == "macomia_copy" for telling in row.tellings)][:1]
    assert (row.articles, row.copies) == (2, 1)
    assert row.status == "confirmed"
    assert [standing.duplicate_of for standing in row.history] == [None, "macomia_ambush", None]


def test_a_loss_that_is_denied_and_then_admitted(rows: tuple[warextract.LedgerRow, ...]) -> None:
    (row,) = [row for row in rows if row.type == "capture" and row.where and row.where.name == "Kurylivka"]
    assert [standing.overall for standing in row.history] == ["claimed", "disputed", "confirmed"]
    assert "Russian Ministry of Defence" in {voice.source.name for voice in row.claimed_by if voice.source}
    assert "Armed Forces of Ukraine" in {voice.source.name for voice in row.denied_by if voice.source}


def test_a_source_that_takes_its_claim_back(rows: tuple[warextract.LedgerRow, ...]) -> None:
    (row,) = [row for row in rows if any((t.article, t.type) == ("menaka_withdrawn", "killing") for t in row.tellings)]
    assert [standing.article for standing in row.history] == ["menaka_killed", "menaka_alive", "menaka_withdrawn"]
    assert {voice.article for voice in row.claimed_by if voice.withdrawn} == {"menaka_killed"}
    assert row.status == "disputed"


def test_that_nobody_was_hurt_denies_no_strike(rows: tuple[warextract.LedgerRow, ...]) -> None:
    (row,) = [row for row in rows if any(t.article == "kamensk_depot" and t.type == "damage" for t in row.tellings)]
    assert "casualties" in row.types
    assert row.denied_by == ()
    assert row.status not in ("denied", "disputed")


def test_the_order_of_the_records_changes_nothing(
    records: tuple[ArticleRecord, ...], rows: tuple[warextract.LedgerRow, ...]
) -> None:
    assert warextract.ledger(reversed(records)) == rows
    assert warextract.ledger([*records, *records[:3]]) == rows
