"""The ledger: records of any number of articles into rows, one a happening."""

from collections.abc import Iterable

from warextract.happenings.build import Versions, row_of
from warextract.happenings.grouping import grouped
from warextract.happenings.rows import LedgerRow
from warextract.happenings.settings import load_joining
from warextract.happenings.told import tellings_of
from warextract.records import ArticleRecord


def ledger(records: Iterable[ArticleRecord]) -> tuple[LedgerRow, ...]:
    """One row for each happening across all articles, by day, place and id; the order of the records changes nothing.

    Articles with `duplicate_of` are listed but count for nothing, those that another one `supersedes` count until it
    appeared. A record that is given twice is taken once. docs/ledger.md says how tellings are joined.

    >>> import warextract
    >>> record = warextract.extract("KYIV - Troops captured Toretsk on Friday, Moscow said.", published="2025-02-07")
    >>> [(row.type, row.status, row.where.name) for row in warextract.ledger([record])]
    [('capture', 'claimed', 'Toretsk')]
    """
    settings = load_joining()
    unique = {(record.article.id, record.article.sha256): record for record in records}
    ordered = [unique[key] for key in sorted(unique)]
    by_id = {record.article.id: record for record in ordered}
    versions = _versions(ordered)
    tellings = [
        told
        for record in ordered
        for told in tellings_of(record, settings, counted=versions.counts(record.article.id))
    ]
    rows = [row_of(group, versions, by_id, settings) for group in grouped(tellings, settings)]
    return tuple(sorted(rows, key=_place_in_ledger))


def _versions(records: Iterable[ArticleRecord]) -> Versions:
    """Copies whose original is here; of several copies of an absent one, all but the first; replaced versions."""
    articles = sorted((record.article for record in records), key=lambda a: (a.published or "9999", a.id))
    first: dict[str, str] = {article.id: article.id for article in articles}
    copies: dict[str, str] = {}
    for article in articles:
        original = article.duplicate_of
        if original is not None and original != article.id:
            here = first.setdefault(original, article.id)
            if here != article.id:
                copies[article.id] = here
    known = {article.id for article in articles}
    replaced = {a.supersedes: a.id for a in articles if a.supersedes in known and a.supersedes != a.id}
    return Versions(copies, {old: new for old, new in replaced.items() if old is not None})


def _place_in_ledger(row: LedgerRow) -> tuple[str, str, str]:
    first = row.when.start if row.when else row.history[0].date
    return first.isoformat() if first else "9999", row.where.name if row.where else "", row.id
