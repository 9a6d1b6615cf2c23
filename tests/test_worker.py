import io

import pytest

from stand_in import StandIn
from warextract.article import Article
from warextract.errors import ModelError
from warextract.records import ArticleRecord
from warextract.worker import Extract, Reply, attempt, serve

ARTICLES = [Article(id="a", text="one\ntwo"), Article(id="b", text="FAIL"), Article(id="c", text="three")]


def answers(lines: bytes) -> list[Reply]:
    return [Reply.of_line(line) for line in lines.splitlines(keepends=True)]


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


def test_half_an_article_is_no_article() -> None:
    replies = io.BytesIO()
    serve(lambda: StandIn().extract, io.BytesIO(b'{"id": "a", "te'), replies)
    assert answers(replies.getvalue()) == [Reply()]


@pytest.mark.parametrize(
    "reply", [Reply(), Reply(record='{"a": "“\u2028\x85”"}'), Reply(failed="two\nlines, “quoted”\u2028")]
)
def test_reply_is_one_line_and_back(reply: Reply) -> None:
    line = reply.to_line()
    assert line.count(b"\n") == 1
    assert Reply.of_line(line) == reply


@pytest.mark.parametrize("line", [b"", b"\n", b"Xa\n", b"+x\n"])
def test_anything_else_is_no_reply(line: bytes) -> None:
    with pytest.raises(ValueError, match="no reply of a worker"):
        Reply.of_line(line)
