"""The report page of many articles: how large it is, how long it takes to make and to open in a browser.

    python benchmarks/report_page.py [--articles 500]

The articles are those of the sample folder, told again and again some days apart. Opening is measured from the start
of the navigation until the first view is drawn, in headless Chromium if there is one.
"""

import argparse
import shutil
import tempfile
import time
from datetime import date, timedelta
from itertools import count, islice
from pathlib import Path

from warextract.originals import find_texts
from warextract.readers import find_sources, read_articles
from warextract.records import ArticleRecord, Event
from warextract.report import make_page

SAMPLES = Path(__file__).parent.parent / "tests/fixtures/articles"
CHROMIUM_ARGUMENTS = (
    "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
)  # fmt: skip
Pair = tuple[ArticleRecord, str | None]


def main() -> None:
    """Print one line a figure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=500)
    number = parser.parse_args().articles
    pairs = told_again(extracted(), number)
    started = time.perf_counter()
    page = make_page(pairs)
    made = time.perf_counter() - started
    happenings = sum(len(record.events) for record, _ in pairs)
    print(f"report page of {number} articles, {happenings:,} events: {len(page.encode()) / 1e6:.1f} MB")
    print(f"report page made in {made:.1f} s")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "report.html"
        path.write_text(page, encoding="utf-8", newline="\n")
        seconds = opening_seconds(path)
        print("report page not opened: no chromium" if seconds is None else f"report page open in {seconds:.2f} s")


def extracted() -> list[Pair]:
    """The sample articles with their records."""
    from warextract.extractor import load  # noqa: PLC0415 (the pipeline is loaded for this only)

    articles = [each for each in read_articles(find_sources([SAMPLES])) if not isinstance(each, Exception)]
    extractor = load()
    return list(find_texts([extractor.extract(article) for article in articles]))


def told_again(pairs: list[Pair], number: int) -> list[Pair]:
    """So many articles: the given ones, each time some days later and under another id."""
    rounds = ((_later(record, turn), text) for turn in count() for record, text in pairs)
    return list(islice(rounds, number))


def _later(record: ArticleRecord, turn: int) -> ArticleRecord:
    days = timedelta(days=9 * turn)
    published = date.fromisoformat(record.article.published or "2025-01-01") + days
    article = record.article.model_copy(
        update={"id": f"{record.article.id}-{turn}", "published": published.isoformat(), "sha256": f"{turn}"}
    )
    events = tuple(_event_later(event, days) for event in record.events)
    return record.model_copy(update={"article": article, "events": events})


def _event_later(event: Event, days: timedelta) -> Event:
    if event.time is None:
        return event
    moved = {"start": event.time.start + days, "end": event.time.end + days}
    return event.model_copy(update={"time": event.time.model_copy(update=moved)})


def opening_seconds(path: Path) -> float | None:
    """Seconds until the page says that its first view stands; None without a browser to ask."""
    program = shutil.which("chromium")
    if program is None:
        return None
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 (only where there is a browser)

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=list(CHROMIUM_ARGUMENTS))
        page = browser.new_page()
        started = time.perf_counter()
        page.goto(path.as_uri())
        page.wait_for_selector("html[data-ready]", state="attached")
        page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
        seconds = time.perf_counter() - started
        browser.close()
    return seconds


if __name__ == "__main__":
    main()
