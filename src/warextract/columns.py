"""An Arrow table of articles into one of records, for engines that spread tables over machines: Spark, Ray, Dask.

They call ``extract_table`` on each batch of rows; nothing in it knows of an engine.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import lru_cache
from typing import TYPE_CHECKING, Any, TypeVar

from warextract.article import Article
from warextract.errors import ArticleError, WarextractError
from warextract.exports.arrow_schema import arrow_schema, import_pyarrow
from warextract.readers import make_article
from warextract.records import ArticleRecord
from warextract.worker import Settings, reason

if TYPE_CHECKING:
    from warextract.extractor import Extractor

NEEDED = ("id", "text")
KNOWN = (*NEEDED, "published", "source", "title", "url", "language")

ArrowTable = TypeVar("ArrowTable")  # pyarrow.Table or pyarrow.RecordBatch
_Row = dict[str, Any]


def extract_table(articles: ArrowTable, *, settings: Settings | None = None, keep: Sequence[str] = ()) -> ArrowTable:
    """The records of a table of articles, row by row in its order: a table for a table, a batch for a batch.

    ``articles`` has the columns ``id`` and ``text``, and as many of ``published`` (a day, a time, or a text),
    ``source``, ``title``, ``url`` and ``language`` as are known; of others those named by ``keep`` are handed on. The
    columns of the result are those of ``results_schema``, then the kept ones. What is wrong with an article stands in
    its column ``error``, and the parts of its record are then null.

    The extractor of ``settings`` is loaded at the first call in a process and stays. Raises WarextractError when a
    column is missing, and ModelError, RuleError or GazetteerError when no extractor can be loaded.

    >>> import pyarrow
    >>> table = pyarrow.table({"id": ["a", "b"], "text": ["The army denied shelling the port.", ""]})
    >>> records = extract_table(table).to_pylist()
    >>> records[0]["claims"][0]["stance"], records[0]["error"]
    ('denies', None)
    >>> records[1]["claims"], records[1]["error"]
    (None, "article b: there is no text in it; give the article's text or leave it out")
    """
    given: Any = articles
    check_columns(given.column_names, keep)
    extractor = _extractor(settings or Settings())
    columns = {name: _to_microseconds(given.column(name)) for name in KNOWN if name in given.column_names}
    rows = [_row(extractor, columns, place) for place in range(given.num_rows)]
    schema = results_schema()
    made = _batch(rows, schema)
    for name in keep:
        schema = schema.append(given.schema.field(name))
    kept = [given.column(name) for name in keep]
    result: ArrowTable = type(given).from_arrays([*made.columns, *kept], schema=schema)
    return result


@lru_cache(maxsize=1)
def results_schema() -> Any:
    """The pyarrow schema of what ``extract_table`` returns, without kept columns.

    It is the article's ``id``, the parts of a record under their names (lists of structs), ``record``, the whole of it
    as the line of JSON that ``warextract extract`` writes, and ``error``.

    >>> results_schema().names[:4], results_schema().names[-3:]
    (['id', 'schema_version', 'article', 'actors'], ['warnings', 'record', 'error'])
    """
    pyarrow = import_pyarrow("parquet")
    text = pyarrow.string()
    parts = arrow_schema(ArticleRecord)
    return pyarrow.schema([("id", text), *parts, ("record", text), ("error", text)])


def check_columns(columns: Sequence[str], keep: Sequence[str]) -> None:
    """Raise WarextractError when a table of these columns is none of articles, or ``keep`` cannot be kept.

    >>> check_columns(["id", "text", "outlet"], ["outlet"])
    """
    missing = [name for name in (*NEEDED, *keep) if name not in columns]
    if missing:
        there = ", ".join(columns) or "none"
        raise WarextractError(f"no column {missing[0]!r} among the articles' ({there}); rename or add it")
    taken = [name for name in keep if name in results_schema().names]
    if taken:
        raise WarextractError(f"the result has a column {taken[0]!r} of its own; rename the one to keep")


def _to_microseconds(column: Any) -> Any:
    """Times to the nanosecond, which Python's own do not hold, to the microsecond."""
    pyarrow = import_pyarrow("parquet")
    if not (pyarrow.types.is_timestamp(column.type) and column.type.unit == "ns"):
        return column
    return column.cast(pyarrow.timestamp("us", column.type.tz), safe=False)


@lru_cache(maxsize=1)
def _extractor(settings: Settings) -> "Extractor":
    """One a process, whatever the number of batches."""
    return settings.load()


def _row(extractor: "Extractor", columns: Mapping[str, Any], place: int) -> _Row:
    """The row of an article, whatever is wrong with it."""
    id_ = None
    try:
        id_ = _id(columns["id"][place].as_py())
        record = extractor.extract(_article({name: column[place].as_py() for name, column in columns.items()}))
    except ArticleError as error:
        return {"id": id_, "error": str(error)}
    except UnicodeDecodeError as error:  # engines cast bytes to text unseen
        return {"id": id_, "error": f"article {id_}: holds bytes that are no UTF-8 ({error.reason}); decode them first"}
    except Exception as error:  # any fault of a rule costs this article and not the job
        return {"id": id_, "error": f"article {id_}: {reason(error)}"}
    return {"id": id_, **record.model_dump(by_alias=True), "record": record.to_json()}


def _id(value: Any) -> str | None:
    return None if value is None else str(value)


def _article(values: Mapping[str, Any]) -> Article:
    published = values.get("published")
    day = published.date() if isinstance(published, datetime) else published
    known = {**values, "text": values["text"] or "", "published": day}
    return make_article(known, f"article {_id(values['id'])}")


def _batch(rows: list[_Row], schema: Any) -> Any:
    """The rows as a record batch; one that Arrow cannot hold (a number beyond 64 bits) becomes that row's error."""
    pyarrow = import_pyarrow("parquet")
    try:
        return pyarrow.RecordBatch.from_pylist(rows, schema=schema)
    except (pyarrow.ArrowException, OverflowError):
        held = [_held(row, schema, pyarrow) for row in rows]
        return pyarrow.RecordBatch.from_pylist(held, schema=schema)


def _held(row: _Row, schema: Any, pyarrow: Any) -> _Row:
    try:
        pyarrow.RecordBatch.from_pylist([row], schema=schema)
    except (pyarrow.ArrowException, OverflowError) as error:
        return {"id": row["id"], "error": f"article {row['id']}: {reason(error)}"}
    return row
