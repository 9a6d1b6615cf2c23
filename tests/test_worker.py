import io
import json

import pytest

from stand_in import StandIn
from warextract.article import Article
from warextract.errors import ModelError
from warextract.records import ArticleRecord
from warextract.worker import Extract, Reply, attempt, serve

ARTICLES = [Article(id="a", text="one\ntwo"), Article(id="b", text="FAIL"), Article(id="c", text="three")]


def answers(lines: bytes) -> list[Reply]:
    return [Reply.model_validate_json(line) for line in lines.splitlines()]


def test_each_article_is_answered_in_turn() -> None:
    lines = io.BytesIO("".join(article.model_dump_json() + "\n" for article in ARTICLES).encode())
    replies = io.BytesIO()
    serve(lambda: StandIn().extract, lines, replies)
    ready, *rest = answers(replies.getvalue())
    assert ready == Reply()
    assert rest == [attempt(StandIn().extract, article) for article in ARTICLES]
    assert [reply.failed is None for reply in rest] == [True, False, True]


def test_extractor_that_cannot_be_loaded_is_the_only_answer() -> None:
    def load() -> Extract:
        raise ModelError("there is none")

    replies = io.BytesIO()
    serve(load, io.BytesIO(b"{}"), replies)
    assert answers(replies.getvalue()) == [Reply(failed="there is none")]


def test_error_raised_on_purpose_speaks_for_itself() -> None:
    def extract(article: Article) -> ArticleRecord:
        raise ModelError("install it")

    assert attempt(extract, ARTICLES[0]) == Reply(failed="install it")


def test_reply_is_one_or_the_other() -> None:
    record = json.loads(StandIn().extract(ARTICLES[0]).to_json())
    with pytest.raises(ValueError, match="a record or a failure"):
        Reply.model_validate({"record": record, "failed": "why"})
