"""Pages in a real browser: headless Chromium, offline, every message of the console and every request written down."""

import shutil
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from warextract.originals import find_texts
from warextract.readers import find_sources, read_articles
from warextract.records import ArticleRecord
from warextract.report import make_page

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext, Page

    import warextract

Pair = tuple[ArticleRecord, str | None]
ARGUMENTS = (
    "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
)  # fmt: skip


@dataclass(slots=True)
class Visit:
    """An open page with what it said and asked for."""

    page: "Page"
    said: list[str] = field(default_factory=list)
    requested: list[str] = field(default_factory=list)

    def go(self, address: str) -> None:
        """Another address within the page."""
        self.page.evaluate("(address) => { location.hash = address; }", address)
        self.settle()

    def settle(self) -> None:
        """Waits until what was asked for is drawn."""
        self.page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")

    def click(self, selector: str) -> None:
        """Clicks on the first of these, and waits until what follows is drawn."""
        self.page.locator(selector).first.click()
        self.settle()

    def texts(self, selector: str) -> list[str]:
        return [text.strip() for text in self.page.locator(selector).all_inner_texts()]

    def number(self, selector: str) -> int:
        return self.page.locator(selector).count()


Open = Callable[..., Visit]


@pytest.fixture(scope="session")
def chromium() -> Iterator[Callable[..., "BrowserContext"]]:
    """Opens a browser with a fresh folder for the user's data; keywords are those of Playwright."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 (only where there is a browser)

    program = shutil.which("chromium")
    assert program, "no chromium: install Debian's package of that name, or leave these tests out"
    with sync_playwright() as playwright, tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        browser = playwright.chromium.launch(executable_path=program, args=[*ARGUMENTS, f"--crash-dumps-dir={folder}"])
        yield browser.new_context
        browser.close()


@pytest.fixture
def open_page(chromium: Callable[..., "BrowserContext"]) -> Iterator[Open]:
    """Opens a file at an address within it; at the end nothing may have gone wrong and nothing been asked for."""
    visits: list[tuple[Visit, Path]] = []
    contexts: list[BrowserContext] = []

    def open_one(path: Path, address: str = "#/ledger", **options: Any) -> Visit:
        context = chromium(**{"viewport": {"width": 1280, "height": 800}, "reduced_motion": "reduce"} | options)
        contexts.append(context)
        visit = Visit(context.new_page())
        visit.page.set_default_timeout(10_000)
        visit.page.on("console", lambda message: visit.said.append(f"{message.type}: {message.text}"))
        visit.page.on("pageerror", lambda error: visit.said.append(f"error: {error}"))
        visit.page.on("dialog", lambda dialog: (visit.said.append(f"dialog: {dialog.message}"), dialog.dismiss()))
        visit.page.on("request", lambda request: visit.requested.append(request.url))
        visits.append((visit, path))
        visit.page.goto(f"{path.as_uri()}{address}")
        visit.page.wait_for_selector("html[data-ready]", state="attached")
        return visit

    yield open_one
    for context in contexts:
        context.close()
    for visit, path in visits:
        assert visit.said == []
        asked_for = [url for url in visit.requested if not url.startswith(("data:image/svg+xml,", path.as_uri()))]
        assert asked_for == []


@pytest.fixture(scope="session")
def sample_pairs(extractor: "warextract.Extractor", root: Path) -> list[Pair]:
    """The sample articles' records with their texts."""
    sources = find_sources([root / "tests" / "fixtures" / "articles"])
    records = [extractor.extract(each) for each in read_articles(sources) if not isinstance(each, Exception)]
    return list(find_texts(records))


@pytest.fixture(scope="session")
def sample_page(sample_pairs: list[Pair], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page of the sample folder."""
    assert len(sample_pairs) == 16
    return written(tmp_path_factory.mktemp("sample"), make_page(sample_pairs))


def written(folder: Path, page: str) -> Path:
    """The page as a file."""
    path = folder / "report.html"
    path.write_text(page, encoding="utf-8", newline="\n")
    return path
