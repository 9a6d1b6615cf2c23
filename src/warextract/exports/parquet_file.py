"""Rows as Parquet for data frames and query engines."""

from collections.abc import Iterable
from itertools import islice
from pathlib import Path

from warextract.exports.arrow_schema import arrow_schema, import_pyarrow
from warextract.exports.row import Row
from warextract.whole_file import naming_what_cannot_be_written, writing_whole

GROUP = 10_000  # rows held in memory, and in a row group


def write_parquet(rows: Iterable[Row], table: type[Row], path: Path) -> int:
    """Write rows to a Parquet file, a group at a time, and return how many there were.

    Raises WarextractError when pyarrow is not installed.
    """
    pyarrow = import_pyarrow("parquet")
    schema = arrow_schema(table)
    left, written = iter(rows), 0
    with writing_whole(path) as place:
        with naming_what_cannot_be_written(path):
            file = pyarrow.parquet.ParquetWriter(place, schema, compression="zstd")
        try:
            while group := [row.model_dump(by_alias=True) for row in islice(left, GROUP)]:
                with naming_what_cannot_be_written(path):
                    file.write_table(pyarrow.Table.from_pylist(group, schema))
                written += len(group)
        finally:
            with naming_what_cannot_be_written(path):
                file.close()
    return written
