"""From what a reader found to an Article, or to an ArticleError that says what is wrong with it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from warextract.article import Article
from warextract.errors import ArticleError
from warextract.readers.limits import MAX_CHARS


@dataclass(frozen=True, slots=True)
class Draft:
    """What a reader found of one article: the fields of an Article, and ``where`` it stands (a file, a line).

    ``one_of_many`` tells that its file holds others too.
    """

    where: str
    values: Mapping[str, Any]
    one_of_many: bool = False


def make_article(values: Mapping[str, Any], where: str, *, max_chars: int = MAX_CHARS) -> Article:
    """The article of these values; ``where`` (a file, a line) opens the message if they do not make one.

    >>> make_article({"id": "a", "text": "The bridge fell.", "published": "2025-02-07"}, "a.jsonl").id
    'a'
    """
    try:
        article = Article.model_validate(values)
    except ValidationError as error:
        raise ArticleError(f"{where}: {_complaint(error)}") from error
    if not _is_encodable(article):
        raise ArticleError(
            f"{where}: holds half of a surrogate pair, which is no character; write it as UTF-8"
        )
    if not article.text.strip():
        raise ArticleError(f"{where}: there is no text in it; give the article's text or leave it out")
    if len(article.text) > max_chars:
        raise ArticleError(too_long(where, max_chars))
    return article


def too_long(where: str, max_chars: int = MAX_CHARS) -> str:
    """The complaint of an article that no extractor would take."""
    return f"{where}: longer than {max_chars:,} characters; split it into its articles"


def _is_encodable(article: Article) -> bool:
    """False when a record of the article could not be written: JSON can escape what UTF-8 cannot hold."""
    try:
        "".join(filter(None, (article.text, article.id, article.title, article.source, article.url))).encode()
    except UnicodeEncodeError:
        return False
    return True


def _complaint(error: ValidationError) -> str:
    """What is wrong with the first bad key, in a reader's words."""
    first = error.errors(include_url=False)[0]
    key, value = ".".join(map(str, first["loc"])), first.get("input")
    if key == "published":
        return f"published is {value!r}, which is no day; write it as YYYY-MM-DD"
    return f"{key} is {value!r:.60}: {first['msg'].lower()}; mend it or leave it out"
