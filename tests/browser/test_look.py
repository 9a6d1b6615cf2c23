"""What all views share: themes and contrast, keys and focus, narrow screens, print, and speed with many articles."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from report_page import processor_seconds, told_again
from warextract.report import make_page

from .conftest import Open, Pair, Visit, written

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext

pytestmark = pytest.mark.browser

ADDRESSES = ("#/ledger/40", "#/timeline", "#/map", "#/article/3/e1")

# Contrast of each text with what lies behind it, by WCAG 2; colours are painted to be read, so that any notation does.
CONTRASTS = """(selector) => {
  const context = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
  const paint = (colours) => {
    context.clearRect(0, 0, 1, 1);
    for (const colour of colours) { context.fillStyle = colour; context.fillRect(0, 0, 1, 1); }
    return [...context.getImageData(0, 0, 1, 1).data].slice(0, 3);
  };
  const light = (rgb) => {
    const [r, g, b] = rgb.map((c) => (c / 255 <= 0.04045 ? c / 255 / 12.92 : ((c / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const out = {};
  for (const element of document.querySelectorAll(selector)) {
    if (!element.checkVisibility() || !element.textContent.trim()) continue;
    const grounds = [];
    for (let up = element; up; up = up.parentElement) grounds.unshift(getComputedStyle(up).backgroundColor);
    const ground = paint(grounds);
    const ink = paint([`rgb(${ground})`, getComputedStyle(element).color]);
    const [a, b] = [light(ground), light(ink)].sort((one, other) => other - one);
    const name = element.className || element.tagName;
    out[name] = Math.min(out[name] ?? 99, (a + 0.05) / (b + 0.05));
  }
  return out;
}"""
SIGNS = """() => {
  const root = getComputedStyle(document.documentElement);
  const words = ["reported", "confirmed", "claimed", "disputed", "denied", "hypothetical", "planned"];
  return Object.fromEntries(words.map((word) => [word, root.getPropertyValue(`--${word}`).trim()]));
}"""


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_texts_stand_out_from_their_ground(open_page: Open, sample_page: Path, theme: str) -> None:
    visit = open_page(sample_page, color_scheme=theme)
    assert visit.page.evaluate("document.documentElement.dataset.theme") == theme
    for address in ADDRESSES:
        visit.go(address)
        contrasts = visit.page.evaluate(
            CONTRASTS, "p, a, button, span:not(.visually-hidden), td, th, h2, h3, h4, dd, dt"
        )
        assert len(contrasts) > 8
        assert {name: round(ratio, 2) for name, ratio in contrasts.items() if ratio < 4.5} == {}


def test_no_two_statuses_share_a_colour(open_page: Open, sample_page: Path) -> None:
    for theme in ("light", "dark"):
        signs = open_page(sample_page, color_scheme=theme).page.evaluate(SIGNS)
        assert all(signs.values())
        assert len(set(signs.values())) == len(signs)


def test_status_is_never_said_by_colour_alone(open_page: Open, sample_page: Path) -> None:
    visit = open_page(sample_page)
    badges = visit.page.eval_on_selector_all(
        ".badge[class*=st-]", "(all) => all.map((b) => [b.textContent.trim(), b.querySelector('svg').innerHTML])"
    )
    drawn = {}
    for words, drawing in badges:
        assert words in {"reported", "confirmed", "claimed", "disputed", "denied", "hypothetical", "planned"}
        drawn.setdefault(words, drawing)
        assert drawn[words] == drawing
    assert len(drawn) >= 6
    assert len(set(drawn.values())) == len(drawn)


def test_the_theme_is_switched_and_kept(open_page: Open, sample_page: Path) -> None:
    visit = open_page(sample_page, color_scheme="light")
    ground = "getComputedStyle(document.documentElement).backgroundColor"
    before = visit.page.evaluate(ground)
    visit.page.get_by_label("Dark theme").click()
    visit.settle()
    assert visit.page.evaluate(ground) != before
    visit.page.reload()
    visit.settle()
    assert visit.page.evaluate("document.documentElement.dataset.theme") == "dark"
    assert visit.page.get_by_label("Dark theme").get_attribute("aria-pressed") == "true"


def test_the_first_key_leads_past_the_head(open_page: Open, sample_page: Path) -> None:
    visit = open_page(sample_page)
    visit.page.keyboard.press("Tab")
    visit.settle()
    assert visit.page.evaluate("document.activeElement.textContent") == "Skip to the content"
    assert (visit.page.locator(".skip").bounding_box() or {})["y"] >= 0
    visit.page.keyboard.press("Enter")
    visit.settle()
    assert visit.page.evaluate("document.activeElement.id") == "main"
    assert visit.number(".ledger .row") > 0


def test_the_head_is_walked_in_its_order(open_page: Open, sample_page: Path) -> None:
    visit = open_page(sample_page)
    walked = []
    for _ in range(20):
        visit.page.keyboard.press("Tab")
        visit.settle()
        walked.append(visit.page.evaluate("document.activeElement.textContent.trim() || document.activeElement.id"))
    order = ["Skip to the content", "Ledger", "Timeline", "Map", "Articles", "How to read this", "search", "Dates"]
    places = [next(n for n, words in enumerate(walked) if words.startswith(name)) for name in order]
    assert places == sorted(places)


def test_keys_change_the_view_but_not_while_words_are_typed(open_page: Open, sample_page: Path) -> None:
    visit = open_page(sample_page)
    visit.page.keyboard.press("3")
    visit.settle()
    assert visit.page.evaluate("document.body.dataset.view") == "map"
    assert visit.page.locator("[aria-current=page]").first.inner_text() == "Map"
    visit.page.keyboard.press("/")
    visit.settle()
    visit.page.keyboard.type("12?")
    assert visit.page.evaluate("document.body.dataset.view") == "map"
    assert visit.page.input_value("#search") == "12?"
    visit.page.keyboard.press("Escape")
    visit.settle()
    visit.page.keyboard.press("?")
    visit.settle()
    assert visit.page.locator("dialog").is_visible()
    assert "told on the word of a source only" in visit.page.inner_text("dialog")
    visit.page.keyboard.press("Escape")
    visit.settle()
    assert not visit.page.locator("dialog").is_visible()


def test_everything_that_acts_has_a_name(open_page: Open, sample_page: Path) -> None:
    visit = open_page(sample_page)
    nameless = """() => [...document.querySelectorAll("a, button, input, select, summary, svg[role], [role]")]
      .filter((each) => !(each.textContent.trim() || each.getAttribute("aria-label") || each.labels?.length
        || each.getAttribute("aria-labelledby") || each.getAttribute("aria-live") || each.id === "main"))
      .map((each) => each.outerHTML.slice(0, 120))"""
    for address in ADDRESSES:
        visit.go(address)
        assert visit.page.evaluate(nameless) == []
        ids = visit.page.eval_on_selector_all("[id]", "(all) => all.map((each) => each.id)")
        assert len(ids) == len(set(ids))


@pytest.mark.parametrize("width", [360, 768, 1024])
def test_narrow_screens_need_no_sideways_scrolling(open_page: Open, sample_page: Path, width: int) -> None:
    visit = open_page(sample_page, viewport={"width": width, "height": 740})
    for address in ADDRESSES:
        visit.go(address)
        assert visit.page.evaluate("document.documentElement.scrollWidth") <= width, address


def test_a_print_has_the_view_and_no_controls(open_page: Open, sample_page: Path) -> None:
    visit = open_page(sample_page, "#/article/3", color_scheme="dark")
    visit.page.emulate_media(media="print")
    for hidden in (".filters", ".tabs", ".article-list", ".inspector"):
        assert not visit.page.locator(hidden).is_visible(), hidden
    assert visit.page.locator(".text").is_visible()
    assert visit.page.evaluate("getComputedStyle(document.querySelector('.text')).color") == "rgb(0, 0, 0)"
    visit.go("#/ledger")
    assert len(visit.page.pdf()) > 20_000
    assert visit.number(".ledger .row") > 120  # all of them, not only those scrolled to


def test_one_article_is_opened_at_once(open_page: Open, sample_pairs: list[Pair], tmp_path: Path) -> None:
    visit = open_page(written(tmp_path, make_page(sample_pairs[:1])), "")
    assert visit.page.evaluate("document.body.dataset.view") == "article"


def test_a_page_without_articles_says_so(open_page: Open, tmp_path: Path) -> None:
    visit = open_page(written(tmp_path, make_page([])))
    for address in ("#/ledger", "#/timeline", "#/map", "#/article", "#/nowhere", "#/ledger/77", "#/article/x/y"):
        visit.go(address)
    assert "0 happenings in 0 articles" in visit.page.inner_text("#shown")


def test_500_articles_open_within_three_seconds(
    chromium: Callable[..., "BrowserContext"], sample_pairs: list[Pair], tmp_path: Path
) -> None:
    path = written(tmp_path, make_page(told_again(sample_pairs, 500)))
    context = chromium()
    visit = Visit(context.new_page())
    session = context.new_cdp_session(visit.page)
    session.send("Performance.enable")
    visit.page.goto(path.as_uri())
    visit.page.wait_for_selector("html[data-ready]", state="attached")
    visit.settle()
    assert processor_seconds(session) < 2  # seconds of a clock depend on what else the machine does
    assert visit.page.inner_text("#shown").endswith("in 500 articles")
    before = processor_seconds(session)
    visit.click(".chip.st-disputed")
    visit.settle()
    assert processor_seconds(session) - before < 0.7
    context.close()
