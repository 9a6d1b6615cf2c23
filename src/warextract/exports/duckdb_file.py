"""Records as a DuckDB database."""

import json
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

from warextract.errors import WarextractError
from warextract.exports.database_rows import database_rows, tables_sql, views_sql
from warextract.records import ArticleRecord
from warextract.whole_file import TextSink, text_sink, writing_whole

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection


def write_duckdb(records: Iterable[ArticleRecord], path: Path) -> int:
    """Write records to a DuckDB file and return how many there were.

    DuckDB takes single rows slowly and whole files fast: the rows of each table go, as they come, to a file of JSON
    lines beside the database, which reads them all at the end.
    Raises WarextractError when it cannot be written, or duckdb is not installed.
    """
    duckdb = _import_duckdb()
    with writing_whole(path) as place:
        spools, written = _spool(records, place.parent, path)
        with _named(path, duckdb), duckdb.connect(str(place)) as database:
            database.execute("SET autoinstall_known_extensions = false")  # nothing here comes from the network
            database.execute(tables_sql(deferred_keys=False))
            for table, spool in spools.items():
                _load(database, table, spool)
            database.execute(views_sql())
            database.execute("CHECKPOINT")  # closing would do it too, and keep to itself that the disk was full
    return written


def _import_duckdb() -> ModuleType:
    try:
        import duckdb  # noqa: PLC0415 (an extra, and heavy)
    except ImportError as error:
        raise WarextractError('a .duckdb file needs duckdb: pip install "warextract[duckdb]"') from error
    return duckdb


def _spool(records: Iterable[ArticleRecord], folder: Path, path: Path) -> tuple[dict[str, Path], int]:
    """A file of JSON lines for each table that has rows, in the order in which the tables may be filled."""
    sinks: dict[str, TextSink] = {}
    written = 0
    with ExitStack() as open_files:
        for written, record in enumerate(records, start=1):
            for table, values in database_rows(record, written):
                if table not in sinks:
                    sinks[table] = open_files.enter_context(text_sink(folder / f"{table}.jsonl", path))
                sinks[table].write(json.dumps(values) + "\n")
    return {table: folder / f"{table}.jsonl" for table in sinks}, written


def _load(database: "DuckDBPyConnection", table: str, spool: Path) -> None:
    columns = {name: kind for name, kind, *_ in database.execute(f'DESCRIBE "{table}"').fetchall()}
    database.execute(
        f'INSERT INTO "{table}" SELECT * FROM read_json(?, format = \'newline_delimited\', columns = {columns!r})',
        [str(spool)],
    )


@contextmanager
def _named(path: Path, duckdb: ModuleType) -> Iterator[None]:
    try:
        yield
    except duckdb.ConstraintException as error:
        raise WarextractError(
            f"{path}: a record names an id twice, or refers to what it does not hold ({error}); extract it again"
        ) from error
    except duckdb.Error as error:
        raise WarextractError(f"{path}: cannot be written ({error}); give another place") from error
