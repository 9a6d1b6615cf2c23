"""JSON lines: one article a line."""

from collections.abc import Iterable, Iterator

from warextract.errors import ArticleError
from warextract.readers.articles import Draft
from warextract.readers.content import Content
from warextract.readers.json_values import drafts_of_value, parse_json


def read_json_lines(content: Content) -> Iterator[Draft | ArticleError]:
    """An article or an error for each line that is not blank."""
    return drafts_of_lines(content.lines(), content.where, content.name)


def drafts_of_lines(lines: Iterable[bytes | None], where: str, name: str) -> Iterator[Draft | ArticleError]:
    """What each line holds; None is a line that was too long to read."""
    for number, line in enumerate(lines, start=1):
        here = f"{where}, line {number}"
        if line is None:
            yield ArticleError(f"{here}: longer than any article; write one article a line")
        elif line.strip():
            try:
                yield from drafts_of_value(parse_json(line, here), here, f"{name}-{number}", one_of_many=True)
            except ArticleError as error:
                yield error


def count_lines(content: Content) -> int:
    """How many lines are not blank."""
    return sum(1 for line in content.lines() if line is None or line.strip())
