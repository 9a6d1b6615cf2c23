"""Files into articles: .txt with NAME.meta.json beside it, .jsonl, and folders of both.

What is wrong with one article is handed on as a value, an ArticleError, so that the others are still read.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from warextract.article import Article
from warextract.errors import ArticleError

MAX_CHARS = 1_000_000  # spaCy refuses longer texts; no article of a newsroom comes near it
_MAX_BYTES = 4 * MAX_CHARS + 4  # the longest UTF-8 text of that many characters, and a byte order mark
_SUFFIXES = (".txt", ".jsonl")
_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")
_EXAMPLE_LINE = '{"id": "a1", "text": "…", "published": "2025-02-07"}'


@dataclass(frozen=True, slots=True)
class Source:
    """A file to read, and the name that its article (or, in a .jsonl, an article without id) goes by."""

    path: Path
    name: str

    @property
    def holds_lines(self) -> bool:
        """True for a .jsonl file, which holds one article a line."""
        return self.path.suffix.lower() == ".jsonl"


def find_sources(inputs: Sequence[str | Path], *, without: Path | None = None) -> tuple[Source, ...]:
    """The files behind inputs, in the order given; a folder stands for its .txt and .jsonl files, by path.

    ``without`` is left out: the file that a run writes may lie in the folder that it reads.
    Raises ArticleError when an input does not exist, is no article file, or is a folder without any.
    """
    excluded = without.resolve() if without else None
    sources = [source for each in inputs for source in _sources_of(Path(each))]
    return tuple(source for source in sources if source.path.resolve() != excluded)


def read_articles(
    sources: Sequence[Source], *, published: date | str | None = None
) -> Iterator[Article | ArticleError]:
    """The articles of the sources, in order; ``published`` is for those that have no date of their own."""
    for source in sources:
        yield from _read_lines(source, published) if source.holds_lines else _read_text(source, published)


def count_articles(sources: Sequence[Source]) -> int:
    """How many articles the sources hold: one a .txt file, one each line of a .jsonl that is not blank."""
    return sum(_count_lines(source.path) if source.holds_lines else 1 for source in sources)


def make_article(values: Mapping[str, Any], where: str) -> Article:
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
    if len(article.text) > MAX_CHARS:
        raise ArticleError(f"{where}: longer than {MAX_CHARS:,} characters; split it into its articles")
    return article


def _is_encodable(article: Article) -> bool:
    """False when a record of the article could not be written: JSON can escape what UTF-8 cannot hold."""
    try:
        "".join(filter(None, (article.text, article.id, article.title, article.source, article.url))).encode()
    except UnicodeEncodeError:
        return False
    return True


def _sources_of(path: Path) -> list[Source]:
    if path.is_dir():
        return _sources_of_folder(path)
    if not path.exists():
        raise ArticleError(f"{path}: there is no such file or folder; check the path")
    if path.suffix.lower() not in _SUFFIXES:
        raise ArticleError(f"{path}: not a .txt or .jsonl file; convert it or give another")
    return [Source(path, path.stem)]


def _sources_of_folder(folder: Path) -> list[Source]:
    found = [
        Source(path, path.relative_to(folder).with_suffix("").as_posix())
        for path in folder.rglob("*")
        if path.suffix.lower() in _SUFFIXES and not _is_hidden(path.relative_to(folder)) and path.is_file()
    ]
    if not found:
        raise ArticleError(f"{folder}: no .txt or .jsonl file in it; give the folder of the articles")
    return sorted(found, key=lambda source: source.path.relative_to(folder).as_posix())


def _is_hidden(path: Path) -> bool:
    return any(part.startswith(".") for part in path.parts)


def _read_text(source: Source, published: date | str | None) -> Iterator[Article | ArticleError]:
    try:
        metadata = _read_metadata(source.path.with_suffix(".meta.json"))
        yield make_article(
            {"id": source.name, **metadata}
            | {"text": _decode(_read_bytes(source.path), source.path), "path": source.path}
            | {"published": metadata.get("published") or published},
            str(source.path),
        )
    except ArticleError as error:
        yield error


def _read_bytes(path: Path) -> bytes:
    try:
        if path.stat().st_size > _MAX_BYTES:
            raise ArticleError(f"{path}: longer than {MAX_CHARS:,} characters; split it into its articles")
        return path.read_bytes()
    except OSError as error:
        raise ArticleError(f"{path}: cannot be read ({error.strerror}); check its rights") from error


def _decode(data: bytes, path: Path) -> str:
    """The text of a file, nothing in it changed: offsets count its line ends and marks too."""
    if data.startswith(_UTF16_MARKS):
        try:
            return data.decode("utf-16")
        except UnicodeDecodeError as error:
            raise ArticleError(f"{path}: neither UTF-8 nor UTF-16; save it as UTF-8") from error
    if b"\0" in data:
        raise ArticleError(f"{path}: looks like a binary file; save the article as text in UTF-8")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        # English copy that is not UTF-8 comes from Windows; five of its bytes mean nothing there.
        return data.decode("cp1252") if _is_cp1252(data) else data.decode("latin-1")


def _is_cp1252(data: bytes) -> bool:
    return not any(byte in data for byte in b"\x81\x8d\x8f\x90\x9d")


def _read_metadata(path: Path) -> Mapping[str, Any]:
    if not path.exists():
        return {}
    return _parse_object(_read_bytes(path), str(path))


def _read_lines(source: Source, published: date | str | None) -> Iterator[Article | ArticleError]:
    try:
        with source.path.open("rb") as file:
            for number, line in enumerate(file, start=1):
                if line.strip():
                    yield _article_of_line(line, number, source, published)
    except OSError as error:
        yield ArticleError(f"{source.path}: cannot be read ({error.strerror}); check that you may read it")


def _article_of_line(
    line: bytes, number: int, source: Source, published: date | str | None
) -> Article | ArticleError:
    where = f"{source.path}, line {number}"
    try:
        values = _parse_object(line, where)
        if "text" not in values:
            return ArticleError(f'{where}: there is no key "text"; a line is to look like {_EXAMPLE_LINE}')
        return make_article(
            {**values}
            | {"id": values.get("id") or f"{source.name}-{number}", "path": source.path}
            | {"published": values.get("published") or published},
            where,
        )
    except ArticleError as error:
        return error


def _parse_object(data: bytes, where: str) -> Mapping[str, Any]:
    try:
        values = json.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise ArticleError(f"{where}: not UTF-8; save it as UTF-8") from error
    except (ValueError, RecursionError) as error:
        raise ArticleError(f"{where}: not JSON ({error}); it is to look like {_EXAMPLE_LINE}") from error
    if not isinstance(values, dict):
        raise ArticleError(f"{where}: not a JSON object; it is to look like {_EXAMPLE_LINE}")
    return values


def _count_lines(path: Path) -> int:
    try:
        with path.open("rb") as file:
            return sum(1 for line in file if line.strip())
    except OSError:
        return 0  # reading it will say why


def _complaint(error: ValidationError) -> str:
    """What is wrong with the first bad key, in a reader's words."""
    first = error.errors(include_url=False)[0]
    key, value = ".".join(map(str, first["loc"])), first.get("input")
    if key == "published":
        return f"published is {value!r}, which is no day; write it as YYYY-MM-DD"
    return f"{key} is {value!r:.60}: {first['msg'].lower()}; mend it or leave it out"
