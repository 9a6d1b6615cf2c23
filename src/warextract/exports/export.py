"""Records to a file of any kind, chosen by its suffix."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, TypeAlias

from warextract.errors import WarextractError
from warextract.exports.claim_table import ClaimRow, claim_table
from warextract.exports.csv_file import write_csv
from warextract.exports.duckdb_file import write_duckdb
from warextract.exports.event_row import EventRow
from warextract.exports.event_table import event_table
from warextract.exports.geojson_file import write_geojson
from warextract.exports.parquet_file import write_parquet
from warextract.exports.row import Row
from warextract.exports.sqlite_file import write_sqlite
from warextract.records import ArticleRecord

Table: TypeAlias = Literal["events", "claims"]

FLAT_SUFFIXES = (".csv", ".parquet")
SUFFIXES = (*FLAT_SUFFIXES, ".geojson", ".sqlite", ".db", ".duckdb")


@dataclass(frozen=True, slots=True)
class Exported:
    """What went into a file: rows of a table, points of a map, or records of a database.

    ``left_out`` are the events that a map cannot show, for want of coordinates.
    """

    written: int
    left_out: int = 0


def export(records: Iterable[ArticleRecord], path: str | Path, *, table: Table = "events") -> Exported:
    """Write records to a file as .csv, .parquet, .geojson, .sqlite (or .db) or .duckdb says.

    ``table`` chooses what a .csv or .parquet file holds. The file is there when it is whole; one that was there is
    replaced. Records are taken as they come, few at a time in memory.
    Raises WarextractError for another suffix, when the library for it is missing, and when it cannot be written.

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     export([], Path(folder) / "events.csv")
    Exported(written=0, left_out=0)
    """
    path = Path(path)
    check_suffix(path)
    match path.suffix.lower():
        case ".csv":
            return Exported(write_csv(*_flat(records, table), path))
        case ".parquet":
            return Exported(write_parquet(*_flat(records, table), path))
        case ".geojson":
            return Exported(*write_geojson(event_table(records), path))
        case ".duckdb":
            return Exported(write_duckdb(records, path))
        case _:
            return Exported(write_sqlite(records, path))


def check_suffix(path: Path) -> None:
    """Raise WarextractError when no kind of file has this suffix."""
    if path.suffix.lower() not in SUFFIXES:
        raise WarextractError(f"{path}: no file of a known kind; name it {', '.join(SUFFIXES[:-1])} or {SUFFIXES[-1]}")


def _flat(records: Iterable[ArticleRecord], table: Table) -> tuple[Iterable[Row], type[Row]]:
    return (event_table(records), EventRow) if table == "events" else (claim_table(records), ClaimRow)
