"""The report page of many articles: how large it is, how long it takes to make and to open in a browser.

    python benchmarks/report_page.py [--articles 500]

The articles are those of the sample folder, told again and again some days apart. Opening is measured from the start
of the navigation until the first view is drawn, in headless Chromium if there is one.
"""

import argparse
import json
import shutil
import tempfile
import time
from datetime import date, timedelta
from itertools import count, islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from warextract.originals import find_texts
from warextract.readers import find_sources, read_articles
from warextract.records import ArticleRecord, Event
from warextract.report import make_page

if TYPE_CHECKING:
    from playwright.sync_api import CDPSession

SAMPLES = Path(__file__).parent.parent / "tests/fixtures/articles"
CHROMIUM_ARGUMENTS = (
    "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
)  # fmt: skip
Pair = tuple[ArticleRecord, str | None]


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=500)
    print(json.dumps(measure(parser.parse_args().articles), indent=2))


def measure(number: int = 500) -> dict[str, Any]:
    """Size, time to make and to open, and time of what is slowest in the open page; no browser, no times of it."""
    pairs = told_again(extracted(), number)
    started, used = time.perf_counter(), time.process_time()
    page = make_page(pairs)
    made, worked = time.perf_counter() - started, time.process_time() - used
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "report.html"
        path.write_text(page, encoding="utf-8", newline="\n")
        return {
            "articles": len(pairs),
            "events": sum(len(record.events) for record, _ in pairs),
            "megabytes": round(len(page.encode()) / 1e6, 1),
            "seconds_to_make": round(made, 2),
            "cpu_seconds_to_make": round(worked, 2),
            **browsing(path),
        }


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


# What a reader may wait for: an address within the page, or a click.
WAITS = {
    "timeline": "location.hash = '#/timeline'",
    "map": "location.hash = '#/map'",
    "article": "location.hash = '#/article/7'",
    "ledger": "location.hash = '#/ledger'",
    "filter": "document.querySelector('.chip.st-claimed').click()",
    "all_rows": "document.querySelector('.more').click()",
}
DRAWN = "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"


def browsing(path: Path) -> dict[str, Any]:
    """Seconds until the first view stands, and until each of ``WAITS`` is drawn: the best of three visits."""
    program = shutil.which("chromium")
    if program is None:
        return {"seconds_to_open": None}
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 (only where there is a browser)

    visits = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=list(CHROMIUM_ARGUMENTS))
        for _ in range(3):
            page = browser.new_page()
            session = page.context.new_cdp_session(page)
            session.send("Performance.enable")
            started = time.perf_counter()
            page.goto(path.as_uri())
            page.wait_for_selector("html[data-ready]", state="attached")
            page.evaluate(DRAWN)
            visit = {"open": time.perf_counter() - started, "cpu": processor_seconds(session)}
            for name, act in WAITS.items():
                started = time.perf_counter()
                page.evaluate(f"async () => {{ {act}; await {DRAWN}; }}")
                visit[name] = time.perf_counter() - started
            visits.append(visit)
            page.close()
        browser.close()
    best = {name: round(min(visit[name] for visit in visits), 2) for name in visits[0]}
    return {"seconds_to_open": best.pop("open"), "cpu_seconds_to_open": best.pop("cpu"), "seconds_to_show": best}


def processor_seconds(session: "CDPSession") -> float:
    """What the process of a page has used of a processor so far: that other programs want it too adds nothing."""
    metrics = session.send("Performance.getMetrics")["metrics"]
    return float(next(each["value"] for each in metrics if each["name"] == "ProcessTime"))


if __name__ == "__main__":
    main()
