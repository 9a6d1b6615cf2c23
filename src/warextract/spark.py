"""Records of an archive that one machine would take too long for: a Spark DataFrame of articles into one of records.

    from warextract.spark import extract

    records = extract(spark.read.parquet("archive/"), keep=["year", "month"])
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from warextract.columns import KNOWN, check_columns, extract_table, results_schema
from warextract.errors import WarextractError
from warextract.worker import Settings

if TYPE_CHECKING:
    from pyspark.sql import DataFrame
    from pyspark.sql.types import StructType

AT_A_TIME = 32  # articles a worker has in hand, whatever the size of Spark's batches: their records are the large part


def extract(articles: "DataFrame", *, settings: Settings | None = None, keep: Sequence[str] = ()) -> "DataFrame":
    """The records of a DataFrame of articles, as typed columns; docs/clusters.md tells how to run it.

    Columns in and out are those of ``warextract.columns.extract_table``; further ones named by ``keep`` are handed on.
    What is wrong with an article stands in its column ``error`` and ends no task. Nothing is computed before the
    result is written or counted. The package has to be installed where the executors run, and so have the files that
    ``settings`` names. Raises WarextractError when PySpark is missing or older than 4, or a column is missing.
    """
    _import_pyspark()
    check_columns(articles.columns, keep)
    known = [name for name in KNOWN if name in articles.columns and name not in keep]
    needed = articles.select(*known, *keep)  # others would be read and sent for nothing
    return needed.mapInArrow(
        partial(_extract_batches, settings=settings or Settings(), keep=tuple(keep)), _schema(needed, keep)
    )


def _extract_batches(batches: Iterable[Any], *, settings: Settings, keep: tuple[str, ...]) -> Iterator[Any]:
    """What runs on an executor, with each partition's Arrow batches."""
    for batch in batches:
        for start in range(0, batch.num_rows, AT_A_TIME):
            yield extract_table(batch.slice(start, AT_A_TIME), settings=settings, keep=keep)


def _schema(articles: "DataFrame", keep: Sequence[str]) -> "StructType":
    from pyspark.sql.pandas.types import from_arrow_schema  # noqa: PLC0415 (an extra)
    from pyspark.sql.types import StructType  # noqa: PLC0415

    kept = [articles.schema[name] for name in keep]
    return StructType([*from_arrow_schema(results_schema()).fields, *kept])


def _import_pyspark() -> None:
    wanted = 'this needs PySpark 4: pip install "warextract[spark]"'
    try:
        import pyspark  # noqa: PLC0415 (an extra, and heavy)
    except ImportError as error:
        raise WarextractError(wanted) from error
    if int(pyspark.__version__.split(".")[0]) < 4:
        raise WarextractError(f"{wanted} (here is {pyspark.__version__})")
