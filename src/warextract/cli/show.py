"""`warextract show`: each article marked up, and its record, as a page for a reader."""

import sys
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from warextract.cli.console import complain, exit_usage, print_line
from warextract.cli.options import Gazetteers, Model, Published, Rules, settings_of, sources_of
from warextract.cli.outcomes import write_outcomes

if TYPE_CHECKING:
    from warextract.article import Article
    from warextract.errors import ArticleError
    from warextract.records import ArticleRecord

_AT_A_TIME = 50  # records whose texts are looked up together: a file of many articles is not read for each of them


def show(
    inputs: Annotated[
        list[Path],
        typer.Argument(metavar="FILE…", help="Articles, as extract reads them, or extracted records."),
    ],
    published: Published = None,
    text: Annotated[bool, typer.Option(help="Print the marked text above the record.")] = True,
    articles: Annotated[
        list[Path] | None,
        typer.Option(metavar="FOLDER", help="Where the articles of records lie now (repeatable)."),
    ] = None,
    model: Model = None,
    rules: Rules = None,
    gazetteer: Gazetteers = None,
) -> None:
    """Print each article with its layers marked, and its record, for a reader."""
    from warextract.batch import run_articles  # noqa: PLC0415
    from warextract.readers import read_articles  # noqa: PLC0415
    from warextract.writers import holds_records, read_records  # noqa: PLC0415

    for folder in articles or ():
        if not folder.exists():
            exit_usage(f"{folder}: there is no such file or folder; check the path")
    page = _Pages(with_text=text, folders=articles or ())
    failed = 0
    for path in inputs:
        if holds_records(path):
            failed += write_outcomes(page.with_their_texts(read_records(path)), page.print)
        else:
            found = page.remembered(read_articles(sources_of([path]), published=published))
            outcomes = run_articles(found, settings=settings_of(model, rules, gazetteer))
            failed += write_outcomes(outcomes, page.print)
    page.tell_of_lost_texts()
    if failed:
        raise typer.Exit(1)


class _Pages:
    """Pages one after another; it knows the texts of the articles that are on their way."""

    def __init__(self, *, with_text: bool, folders: Iterable[Path]) -> None:
        self._with_text = with_text
        self._folders = tuple(folders)
        self._texts: dict[str, str] = {}
        self._shown = self._lost = 0

    def remembered(self, articles: "Iterable[Article | ArticleError]") -> "Iterator[Article | ArticleError]":
        """The articles, whose texts their records will ask for."""
        from warextract.article import Article  # noqa: PLC0415
        from warextract.originals import digest_of  # noqa: PLC0415

        for each in articles:
            self._texts = {digest_of(each.text): each.text} if isinstance(each, Article) else {}
            yield each

    def with_their_texts(self, records: "Iterable[ArticleRecord]") -> "Iterator[ArticleRecord]":
        """The records, whose texts are looked for."""
        from warextract.originals import find_texts  # noqa: PLC0415

        left = iter(records)
        while self._with_text and (some := list(islice(left, _AT_A_TIME))):
            found = list(find_texts(some, self._folders))
            self._texts = {record.article.sha256: text for record, text in found if text is not None}
            yield from some
        yield from left

    def print(self, record: "ArticleRecord") -> None:
        """One page."""
        from warextract.markup import legend, marked_lines  # noqa: PLC0415
        from warextract.render import heading_lines, record_lines  # noqa: PLC0415

        for line in heading_lines(record):
            print_line(line.indent, line.text)
        text = self._texts.get(record.article.sha256) if self._with_text else None
        if text is not None:
            if not self._shown and sys.stdout.isatty():
                print_line(0, legend())
            print()
            for marked in marked_lines(record, text):
                print_line(0, marked)
                print()
        self._shown += 1
        self._lost += self._with_text and text is None
        for line in record_lines(record):
            print_line(line.indent, line.text)
        print()

    def tell_of_lost_texts(self) -> None:
        """A line on standard error, if there were any."""
        if self._lost:
            complain(
                f"the text of {self._lost} of {self._shown} articles was not found; these show their records only."
                " Say where the articles lie with --articles FOLDER"
            )
