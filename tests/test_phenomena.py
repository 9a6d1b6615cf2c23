"""The phenomena of attribution and denial: one sentence of each at least, read by the whole package."""

import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest

import warextract
from warextract.records import ArticleRecord, Claim, Span

PHENOMENA = tomllib.loads((Path(__file__).parent / "fixtures" / "phenomena.toml").read_text("utf-8"))["phenomenon"]
NUMBER = 50


def cases(field: str) -> list[Any]:
    return [
        pytest.param(example, id=f"{number:02}-{field}{n}")
        for number, phenomenon in enumerate(PHENOMENA, start=1)
        for n, example in enumerate(phenomenon.get(field, []))
    ]


def words(span: Span | None) -> str:
    return span.text if span else ""


def told(record: ArticleRecord, key: str | None) -> str:
    return next((words(claim.content) for claim in record.claims if claim.id == key), "")


def fits(record: ArticleRecord, claim: Claim, wanted: dict[str, Any]) -> bool:
    source = words(claim.source_span) if claim.source or wanted["source"] else ""
    read = {
        "source": source,
        "stance": claim.stance,
        "content": words(claim.content),
        "certainty": claim.certainty,
        "negated_cue": claim.negated_cue,
        "quote": claim.quote,
        "parent": told(record, claim.parent),
        "answers": told(record, claim.responds_to),
        "via": wanted.get("via") if wanted.get("via") in claim.via else None,
    }
    read["source"] = wanted["source"] if wanted["source"] and wanted["source"] in source else source
    return all(read[key] == value for key, value in wanted.items())


def check(extractor: "warextract.Extractor", example: dict[str, Any]) -> None:
    record = extractor.extract(warextract.Article(id="a", text=example["text"], published="2025-03-04"))
    read = [(words(c.source_span), c.stance, words(c.content)) for c in record.claims]
    for wanted in example["claims"]:
        assert any(fits(record, claim, wanted) for claim in record.claims), f"{wanted} is not among {read}"
    assert len(record.claims) == len(example["claims"]), read
    assert {c.stance for c in record.claims} & set(example.get("absent", ())) == set()


@pytest.mark.parametrize("example", cases("example"))
def test_a_phenomenon_is_read(extractor: "warextract.Extractor", example: dict[str, Any]) -> None:
    check(extractor, example)


@pytest.mark.parametrize("example", cases("gap"))
@pytest.mark.xfail(strict=True, reason="not read yet; docs/claims.md says so")
def test_a_phenomenon_is_a_known_gap(extractor: "warextract.Extractor", example: dict[str, Any]) -> None:
    check(extractor, example)


def test_every_phenomenon_has_a_sentence() -> None:
    assert len(PHENOMENA) == NUMBER
    assert all(phenomenon.get("example") or phenomenon.get("gap") for phenomenon in PHENOMENA)


def test_the_page_of_claims_is_up_to_date(root: Path) -> None:
    done = subprocess.run(
        [sys.executable, root / "tools" / "claims_page.py", "--check"], check=False, capture_output=True
    )
    assert done.returncode == 0, done.stderr.decode()
