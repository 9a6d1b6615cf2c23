"""A news archive in Parquet into records in Parquet, partitioned by year and month of publication.

    spark-submit --master "local[2]" examples/spark_archive.py ARCHIVE RECORDS [--tasks 100]

ARCHIVE holds the columns id, text and published (a day or a time), and may hold source, title, url and language; where
yours are called otherwise, rename them in ``read``. RECORDS gets year=…/month=…/part-….parquet. Run again with part of
the archive, it replaces the months of that part and leaves the others. docs/clusters.md tells of executors and memory.
"""

import argparse
from typing import TYPE_CHECKING

from pyspark.sql import SparkSession
from pyspark.sql import functions as f

from warextract.spark import extract

if TYPE_CHECKING:
    from pyspark.sql import DataFrame


def main() -> None:
    """Read, extract, write, and say how many records and errors there are now."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("archive", help="folder or address of Parquet files")
    parser.add_argument("records", help="folder or address to write to")
    parser.add_argument("--tasks", type=int, default=100, help="parts of the job; some 2,000 articles each are right")
    arguments = parser.parse_args()
    spark = SparkSession.builder.appName("warextract").getOrCreate()
    write(extract(read(spark, arguments.archive, arguments.tasks), keep=["year", "month"]), arguments.records)
    print(summary(spark.read.parquet(arguments.records)))
    spark.stop()


def read(spark: SparkSession, archive: str, tasks: int) -> "DataFrame":
    """The articles, with year and month, in so many parts of equal size, each of few months and so of few files."""
    published = f.to_date("published")
    articles = spark.read.parquet(archive).withColumns({"year": f.year(published), "month": f.month(published)})
    return articles.repartitionByRange(tasks, "year", "month", "id")


def write(records: "DataFrame", folder: str) -> None:
    """Write the records; articles without a day go to year=__HIVE_DEFAULT_PARTITION__."""
    writer = records.write.partitionBy("year", "month").option("compression", "zstd")
    writer.mode("overwrite").option("partitionOverwriteMode", "dynamic").parquet(folder)


def summary(records: "DataFrame") -> str:
    """How many articles there are, and what was wrong with those that have an error."""
    total, failed = records.select(f.count("*"), f.count("error")).first() or (0, 0)
    told = [f"{total} articles, {failed} of them with an error"]
    for row in records.where("error is not null").select("id", "error").limit(20).collect():
        told.append(f"  {row['error']}")
    return "\n".join(told)


if __name__ == "__main__":
    main()
