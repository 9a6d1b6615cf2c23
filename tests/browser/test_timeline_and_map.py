"""The timeline and the map: signs for all that has a day or coordinates, and the way from them to the ledger."""

import re
from pathlib import Path

import pytest

from warextract.happenings import LedgerRow, ledger

from .conftest import Open, Pair

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def rows(sample_pairs: list[Pair]) -> tuple[LedgerRow, ...]:
    return ledger(record for record, _ in sample_pairs)


def exact(row: LedgerRow) -> bool:
    return row.when is not None and (row.when.end - row.when.start).days <= 3


def test_every_happening_with_a_day_is_on_the_timeline(
    open_page: Open, sample_page: Path, rows: tuple[LedgerRow, ...]
) -> None:
    visit = open_page(sample_page, "#/timeline")
    labels = visit.page.eval_on_selector_all(".tl .cell", "(cells) => cells.map((c) => c.getAttribute('aria-label'))")
    counted = [re.fullmatch(r"(\d+) happenings? (\w+), \d+ \w+ \d{4}", label) for label in labels]
    assert all(counted)
    told = sum(int(match[1]) for match in counted if match)
    assert told == sum(map(exact, rows)) > 50
    loose = visit.page.inner_text(".timeline-view .loose summary")
    assert loose.startswith(f"{len(rows) - told} happenings")
    disputed = sum(int(match[1]) for match in counted if match and match[2] == "disputed")
    assert disputed == sum(exact(row) and row.status == "disputed" for row in rows)


def test_signs_lead_to_rows(open_page: Open, sample_page: Path) -> None:
    visit = open_page(sample_page, "#/timeline")
    cell = visit.page.locator(".tl .cell.st-disputed").first
    label = cell.get_attribute("aria-label") or ""
    cell.click()
    visit.settle()
    assert visit.number(".picked .row-link") == int(label.split()[0])
    assert "disputed" in visit.page.inner_text(".picked h3")
    visit.page.locator(".picked .row-link").first.click()
    visit.settle()
    assert visit.page.locator(".ledger .row.target").get_attribute("data-status") == "disputed"


def test_keys_walk_the_timeline(open_page: Open, sample_page: Path) -> None:
    visit = open_page(sample_page, "#/timeline")
    visit.page.locator(".tl .cell[tabindex='0']").focus()
    place = "[document.activeElement.dataset.column, document.activeElement.dataset.lane].map(Number)"
    first = visit.page.evaluate(place)
    visit.page.keyboard.press("ArrowRight")
    visit.settle()
    second = visit.page.evaluate(place)
    assert second[0] > first[0]
    assert second[1] == first[1]
    visit.page.keyboard.press("ArrowDown")
    visit.settle()
    assert visit.page.evaluate(place)[1] == first[1] + 1
    visit.page.keyboard.press("Enter")
    visit.settle()
    assert visit.number(".picked .row-link") >= 1
    assert visit.number(".tl .cell[tabindex='0']") == 1


@pytest.mark.parametrize("unit", ["week", "month", "year"])
def test_columns_can_be_longer(open_page: Open, sample_page: Path, unit: str, rows: tuple[LedgerRow, ...]) -> None:
    visit = open_page(sample_page, "#/timeline")
    days = visit.number(".tl .cell")
    visit.page.select_option(".view-head select", unit)
    assert 0 < visit.number(".tl .cell") < days
    labels = visit.page.eval_on_selector_all(".tl .cell", "(cells) => cells.map((c) => c.getAttribute('aria-label'))")
    assert sum(int(label.split()[0]) for label in labels) >= sum(map(exact, rows))


def test_filters_hold_on_the_timeline_and_the_map(open_page: Open, sample_page: Path) -> None:
    visit = open_page(sample_page, "#/timeline")
    visit.click(".chip.st-disputed")
    assert set(visit.texts(".tl-label")) == {"disputed"}
    visit.go("#/map")
    assert set(visit.texts(".map-panel .minis .visually-hidden")) == {"disputed"}


def located(rows: tuple[LedgerRow, ...]) -> list[LedgerRow]:
    return [row for row in rows if row.where and row.where.lat is not None]


def test_every_happening_with_coordinates_is_on_the_map(
    open_page: Open, sample_page: Path, rows: tuple[LedgerRow, ...]
) -> None:
    visit = open_page(sample_page, "#/map")
    visit.page.wait_for_selector(".marker")
    numbers = [int(text) for text in visit.page.locator(".marker .number").all_text_contents()]
    single = visit.number(".marker[href^='#/ledger/']")
    assert sum(numbers) + single == len(located(rows)) > 50
    assert visit.page.inner_text(".map-panel .loose summary").startswith(f"{len(rows) - len(located(rows))} happenings")
    places = {(row.where.lat, row.where.lon) for row in located(rows) if row.where}
    assert visit.number(".spots > li") == len(places)


def test_the_map_has_coasts_and_says_why_no_borders(open_page: Open, sample_page: Path) -> None:
    visit = open_page(sample_page, "#/map")
    for part, least in (("land", 50_000), ("lake", 3_000), ("river", 10_000)):
        path = visit.page.get_attribute(f".map-svg .{part}", "d") or ""
        assert len(path) > least
        assert "NaN" not in path
    assert "no borders" in visit.page.inner_text(".policy")
    assert "Natural Earth" in visit.page.inner_text(".policy")
    inside = """([lat, lon, part]) => {
      const path = document.querySelector(`.map-svg .${part}`);
      const y = -Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360)) / (2 * Math.PI) * 4096;
      return path.isPointInFill(new DOMPoint((lon / 360) * 4096, y));
    }"""
    land = {
        "Kyiv": (50.45, 30.52),
        "Simferopol": (44.95, 34.1),
        "Khan Younis": (31.34, 34.3),
        "Chukotka": (66.5, 172.0),
    }
    water = {"the Black Sea": (43.5, 34.0), "the Caspian Sea": (42.0, 51.0), "the Atlantic": (0.0, -30.0)}
    assert {name for name, at in land.items() if not visit.page.evaluate(inside, [*at, "land"])} == set()
    assert {name for name, at in water.items() if visit.page.evaluate(inside, [*at, "land"])} == set()
    assert visit.page.evaluate(inside, [-1.0, 33.0, "lake"]), "Lake Victoria"


def test_the_map_is_zoomed_and_moved(open_page: Open, sample_page: Path) -> None:
    visit = open_page(sample_page, "#/map")
    transform = "document.querySelector('.land-group').getAttribute('transform')"
    seen = {visit.page.evaluate(transform)}
    visit.page.focus(".map-svg")
    frame = visit.page.locator(".map-svg").bounding_box()
    assert frame
    middle = frame["x"] + frame["width"] / 2, frame["y"] + 40

    def drag() -> None:
        visit.page.mouse.move(*middle)
        visit.page.mouse.down()
        visit.page.mouse.move(middle[0] + 60, middle[1] + 20, steps=3)
        visit.page.mouse.up()

    steps = [
        lambda: visit.page.keyboard.press("+"),
        lambda: visit.page.keyboard.press("ArrowLeft"),
        lambda: visit.page.get_by_label("Zoom in").click(),
        lambda: (visit.page.mouse.move(*middle), visit.page.mouse.wheel(0, -200)),
        drag,
    ]
    for step in steps:
        step()
        visit.settle()
        now = visit.page.evaluate(transform)
        assert now not in seen
        seen.add(now)


def test_a_sign_leads_to_its_row(open_page: Open, sample_page: Path) -> None:
    visit = open_page(sample_page, "#/map")
    marker = visit.page.locator(".marker[href^='#/ledger/']").first
    marker.hover()
    assert visit.page.locator(".tip").is_visible()
    address = marker.get_attribute("href") or ""
    marker.click()
    visit.settle()
    assert address in visit.page.url
    assert visit.page.locator(f"#row-{address.rsplit('/', 1)[1]}.target").is_visible()


def test_a_ring_opens_until_it_lists_its_rows(open_page: Open, sample_page: Path) -> None:
    visit = open_page(sample_page, "#/map")
    for _ in range(6):
        if visit.number(".spots .open .row-link"):
            break
        visit.page.locator(".marker:has(.number)").first.click(force=True)
        visit.settle()
        visit.settle()
    assert visit.number(".spots .open .row-link") > 1
    visit.page.locator(".spots .open .row-link").first.click()
    visit.settle()
    assert visit.number(".ledger .row.target") == 1


def test_the_list_of_places_says_what_the_signs_say(
    open_page: Open, sample_page: Path, rows: tuple[LedgerRow, ...]
) -> None:
    visit = open_page(sample_page, "#/map")
    name = located(rows)[0].where
    assert name
    visit.page.locator(".spots button").filter(has=visit.page.get_by_text(name.name, exact=True)).first.click()
    visit.settle()
    expected = [row for row in located(rows) if row.where and (row.where.lat, row.where.lon) == (name.lat, name.lon)]
    assert visit.number(".spots .open .row-link") == len(expected)
    assert visit.number(".marker.picked") == 1


def test_a_printed_timeline_fits_its_page(open_page: Open, sample_page: Path) -> None:
    visit = open_page(sample_page, "#/timeline")
    width = "document.querySelector('.tl-svg').getBoundingClientRect().width"
    on_screen = visit.page.evaluate(width)
    visit.page.evaluate("dispatchEvent(new Event('beforeprint'))")
    on_paper = visit.page.evaluate(width)
    visit.page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert on_paper < 600 < on_screen == visit.page.evaluate(width)
