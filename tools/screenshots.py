"""Pictures of the report page of the sample folder, for the README.

    python tools/screenshots.py [FOLDER]

Needs Chromium and the packages of the extra ``test`` (Playwright). Look at the pictures before you commit them.
"""

import shutil
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from warextract.happenings import LedgerRow, ledger
from warextract.originals import find_texts
from warextract.readers import find_sources, read_articles
from warextract.records import ArticleRecord
from warextract.report import make_page

if TYPE_CHECKING:
    from playwright.sync_api import Page

ROOT = Path(__file__).parent.parent
SAMPLES = ROOT / "tests" / "fixtures" / "articles"
LARGEST = 250_000  # bytes of one picture
Pair = tuple[ArticleRecord, str | None]


@dataclass(frozen=True, slots=True)
class Picture:
    """One picture: the address within the page, and what to do there first."""

    name: str
    address: str
    act: Callable[["Page"], None]
    width: int = 1200
    height: int = 700


def main(folder: Path) -> None:
    """Write the pictures and say how large they are."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415

    program = shutil.which("chromium")
    if program is None:
        sys.exit("no chromium: install Debian's package of that name")
    pairs = extracted()
    rows = ledger([record for record, _ in pairs])
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as temporary, sync_playwright() as playwright:
        path = Path(temporary) / "report.html"
        path.write_text(make_page(pairs, title="The sample articles"), encoding="utf-8", newline="\n")
        browser = playwright.chromium.launch(executable_path=program, args=["--headless=new", "--no-sandbox"])
        for picture in pictures(pairs, rows):
            size = {"width": picture.width, "height": picture.height}
            page = browser.new_page(viewport=size, color_scheme="light", reduced_motion="reduce")
            page.goto(f"{path.as_uri()}{picture.address}")
            page.wait_for_selector("html[data-ready]", state="attached")
            picture.act(page)
            page.wait_for_timeout(300)
            file = folder / f"{picture.name}.png"
            page.screenshot(path=file)
            page.close()
            weight = file.stat().st_size
            print(f"{file}: {weight / 1000:.0f} kB")
            if weight > LARGEST:
                sys.exit(f"{file} is larger than {LARGEST:,} bytes: take a smaller window")
        browser.close()


def extracted() -> list[Pair]:
    """The sample articles' records with their texts."""
    from warextract.extractor import load  # noqa: PLC0415 (the pipeline is loaded for this only)

    articles = [each for each in read_articles(find_sources([SAMPLES])) if not isinstance(each, Exception)]
    extractor = load()
    return list(find_texts([extractor.extract(article) for article in articles]))


def pictures(pairs: Sequence[Pair], rows: Sequence[LedgerRow]) -> list[Picture]:
    """The four views, each where it has most to show."""
    disputed = max(
        (number for number, row in enumerate(rows) if row.status == "disputed"),
        key=lambda number: len(rows[number].claimed_by) + len(rows[number].denied_by) + len(rows[number].withheld_by),
    )
    richest = max(range(len(pairs)), key=lambda number: len(pairs[number][0].claims))
    denial = next(claim for claim in pairs[richest][0].claims if claim.stance == "denies")
    return [
        Picture("article", f"#/article/{richest}/{denial.id}", nothing),
        Picture("ledger", f"#/ledger/{disputed}", with_rows_above),
        Picture("timeline", "#/timeline", fullest_day),
        Picture("map", "#/map", nothing, width=1040, height=600),
    ]


def nothing(page: "Page") -> None:
    """The view as it opens."""


def with_rows_above(page: "Page") -> None:
    """The row and those that stand before it."""
    page.evaluate("scrollBy(0, -130)")


def fullest_day(page: "Page") -> None:
    """The day with most happenings of one status, picked."""
    page.evaluate("""() => {
        const size = (cell) => cell.querySelectorAll("g").length;
        const cells = [...document.querySelectorAll(".tl .cell")].reverse().sort((a, b) => size(b) - size(a));
        cells[0].dispatchEvent(new MouseEvent("click", { bubbles: true }));
    }""")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "docs" / "images")
