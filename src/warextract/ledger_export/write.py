"""The ledger to a file, its kind chosen by the suffix."""

from collections.abc import Iterable
from pathlib import Path

from warextract.errors import WarextractError
from warextract.exports.csv_file import write_csv
from warextract.exports.parquet_file import write_parquet
from warextract.happenings import LedgerRow
from warextract.ledger_export.row import LedgerTableRow
from warextract.ledger_export.table import ledger_table
from warextract.whole_file import writing_text

SUFFIXES = (".csv", ".jsonl", ".parquet")


def write_ledger(rows: Iterable[LedgerRow], path: str | Path) -> int:
    """Write the ledger as .csv or .parquet (the flat table) or .jsonl (whole rows); how many rows there were.

    The file is there when it is whole. Raises WarextractError for another suffix, when the library for Parquet is
    missing, and when the file cannot be written.
    """
    path = Path(path)
    check_ledger_suffix(path)
    match path.suffix.lower():
        case ".csv":
            return write_csv(ledger_table(rows), LedgerTableRow, path)
        case ".parquet":
            return write_parquet(ledger_table(rows), LedgerTableRow, path)
    written = 0
    with writing_text(path) as file:
        for written, row in enumerate(rows, start=1):  # noqa: B007
            file.write(row.model_dump_json(by_alias=True) + "\n")
    return written


def check_ledger_suffix(path: Path) -> None:
    """Raise WarextractError when no kind of file has this suffix."""
    if path.suffix.lower() not in SUFFIXES:
        raise WarextractError(f"{path}: no file of a known kind; name it {', '.join(SUFFIXES[:-1])} or {SUFFIXES[-1]}")
