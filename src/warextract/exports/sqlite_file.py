"""Records as a SQLite database."""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from warextract.errors import WarextractError
from warextract.exports.database_rows import Values, database_rows, tables_sql, views_sql
from warextract.records import ArticleRecord
from warextract.whole_file import writing_whole


def write_sqlite(records: Iterable[ArticleRecord], path: Path) -> int:
    """Write records to a SQLite file, as they come, and return how many there were.

    Raises WarextractError when it cannot be written, or a record refers to what it does not hold.
    """
    written = 0
    with writing_whole(path) as place, closing(sqlite3.connect(place)) as database:
        with _named(path):
            database.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA foreign_keys = ON;")
            database.executescript(tables_sql(deferred_keys=True) + views_sql())
            inserts = _inserts(database)
        for written, record in enumerate(records, start=1):
            with _named(path, record.article.id):
                for table, values in database_rows(record, written):
                    columns, statement = inserts[table]
                    database.execute(statement, _cells(values, columns))
                database.commit()
    return written


def _inserts(database: sqlite3.Connection) -> dict[str, tuple[tuple[str, ...], str]]:
    """Columns and INSERT statement of each table."""
    found = {}
    for (table,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall():
        columns = tuple(row[1] for row in database.execute(f'PRAGMA table_info("{table}")'))
        marks = ", ".join("?" * len(columns))
        found[table] = columns, f'INSERT INTO "{table}" VALUES ({marks})'
    return found


def _cells(values: Values, columns: tuple[str, ...]) -> tuple[object, ...]:
    return tuple(values.get(column) for column in columns)


@contextmanager
def _named(path: Path, article: str | None = None) -> Iterator[None]:
    try:
        yield
    except sqlite3.IntegrityError as error:
        raise WarextractError(
            f"{path}: the record of article {article} names an id twice, or refers to what it does not hold "
            f"({error}); extract it again"
        ) from error
    except sqlite3.Error as error:
        raise WarextractError(f"{path}: cannot be written ({error}); give another place") from error
