"""The ledger in a browser: rows, sorting, filters, search, and the way from a row to its words."""

import re
from pathlib import Path

import pytest

from warextract.happenings import LedgerRow, ledger

from .conftest import Open, Pair, Visit

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def rows(sample_pairs: list[Pair]) -> tuple[LedgerRow, ...]:
    return ledger(record for record, _ in sample_pairs)


@pytest.fixture
def visit(open_page: Open, sample_page: Path) -> Visit:
    visit = open_page(sample_page)
    show_all(visit)
    return visit


def show_all(visit: Visit) -> None:
    visit.page.locator(".more").evaluate("(button) => button.click()")  # it hides itself when it is scrolled to


def test_each_happening_is_a_row(visit: Visit, rows: tuple[LedgerRow, ...]) -> None:
    assert visit.number(".ledger .row") == len(rows) > 100
    assert visit.page.inner_text("#shown") == f"{len(rows)} happenings in 16 articles"
    shown = visit.page.eval_on_selector_all(".ledger .row", "(rows) => rows.map((row) => row.dataset.status)")
    assert sorted(shown) == sorted(row.status for row in rows)


@pytest.mark.parametrize("column", ["where", "what", "day", "status", "claimed"])
def test_columns_sort_both_ways(visit: Visit, rows: tuple[LedgerRow, ...], column: str) -> None:
    orders = []
    for _ in range(2):
        visit.click(f".ledger thead .c-{column} button")
        show_all(visit)
        sort = visit.page.get_attribute(f".ledger thead .c-{column}", "aria-sort")
        orders.append((sort, visit.page.eval_on_selector_all(".ledger .row", "(rows) => rows.map((row) => row.id)")))
    assert {sort for sort, _ in orders} == {"ascending", "descending"}
    one, other = (order for _, order in orders)
    assert sorted(one) == sorted(other)
    assert one != other
    if column == "where":
        ascending = next(order for sort, order in orders if sort == "ascending")
        places = [rows[int(each.removeprefix("row-"))].where for each in ascending]
        names = [place.name.lower() for place in places if place]
        assert [place is None for place in places] == sorted(place is None for place in places)
        assert [name[0] for name in names] == sorted(name[0] for name in names)


def test_a_status_is_chosen_and_let_go(visit: Visit, rows: tuple[LedgerRow, ...]) -> None:
    disputed = sum(row.status == "disputed" for row in rows)
    denied = sum(row.status == "denied" for row in rows)
    visit.click(".chip.st-disputed")
    assert visit.number(".ledger .row") == disputed > 0
    visit.click(".chip.st-denied")
    assert visit.number(".ledger .row") == disputed + denied
    assert visit.page.inner_text("#shown").startswith(f"{disputed + denied} of {len(rows)} happenings")
    assert visit.page.url.endswith("?status=disputed&status=denied")
    visit.page.reload()
    visit.settle()
    assert visit.number(".ledger .row") == disputed + denied
    visit.click("text=Clear filters")
    show_all(visit)
    assert visit.number(".ledger .row") == len(rows)


FACETS = {
    "type": lambda row: "Shelling" if "shelling" in row.types else None,
    "place": lambda row: "Shire, Ethiopia" if any(place.name == "Shire" for place in row.places) else None,
    "weapon": lambda row: "drone" if any(name.split(".")[0] == "drone" for name in row.weapons) else None,
}


@pytest.mark.parametrize("facet", FACETS)
def test_a_facet_leaves_the_rows_that_have_it(visit: Visit, rows: tuple[LedgerRow, ...], facet: str) -> None:
    named = [FACETS[facet](row) for row in rows]
    (value,) = {name for name in named if name}
    visit.click(f"[data-facet={facet}] summary")
    visit.page.locator(f"[data-facet={facet}] label", has=visit.page.get_by_text(value, exact=True)).click()
    visit.settle()
    expected = sum(name is not None for name in named)
    assert visit.number(".ledger .row") == expected > 0
    visit.page.keyboard.press("Escape")
    visit.settle()
    assert visit.page.get_attribute(f"[data-facet={facet}]", "open") is None
    assert value in visit.page.inner_text(f"[data-facet={facet}] summary")


def test_an_actor_is_found_among_many(visit: Visit, rows: tuple[LedgerRow, ...]) -> None:
    visit.click("[data-facet=actor] summary")
    visit.page.fill("[data-facet=actor] input[type=search]", "rapid")
    assert visit.texts("[data-facet=actor] li bdi") == ["Rapid Support Forces"]
    visit.page.check("[data-facet=actor] li input")
    expected = [row for row in rows if "Rapid Support Forces" in actors_of(row)]
    assert visit.number(".ledger .row") == len(expected) > 0


def actors_of(row: LedgerRow) -> set[str]:
    voices = (*row.claimed_by, *row.denied_by, *row.withheld_by, *row.evidence)
    return {each.actor.name for each in row.participants if each.actor} | {
        voice.source.name for voice in voices if voice.source
    }


def test_days_leave_what_happened_in_them(visit: Visit, rows: tuple[LedgerRow, ...]) -> None:
    visit.click("[data-facet=dates] summary")
    visit.page.fill("[data-facet=dates] label:nth-of-type(1) input", "2022-10-14")
    visit.page.fill("[data-facet=dates] label:nth-of-type(2) input", "2022-10-17")
    dated = [row for row in rows if row.when]
    inside = [row for row in dated if str(row.when.end) >= "2022-10-14" and str(row.when.start) <= "2022-10-17"]  # type: ignore[union-attr]
    shown = visit.page.eval_on_selector_all(".ledger .row", "(rows) => rows.map((row) => Number(row.id.slice(4)))")
    assert {rows[number].id for number in shown if rows[number].when} == {row.id for row in inside}
    assert inside
    assert "14 Oct 2022 – 17 Oct 2022" in visit.page.inner_text("[data-facet=dates] summary")


def test_search_looks_into_words_and_names_without_accents(visit: Visit) -> None:
    visit.page.keyboard.press("/")
    visit.settle()
    visit.page.keyboard.type("tibu BASE")
    visit.page.wait_for_selector(".ledger .row:nth-child(10)", state="detached")
    assert all("Tibú" in text for text in visit.texts(".ledger .row"))
    assert visit.number(".ledger .row") >= 1
    visit.page.fill("#search", "nothing has these words")
    visit.page.wait_for_selector(".ledger .empty")


def test_a_row_unfolds_to_who_says_what(visit: Visit, rows: tuple[LedgerRow, ...]) -> None:
    number = next(n for n, row in enumerate(rows) if row.claimed_by and row.denied_by and row.status == "disputed")
    row = rows[number]
    button = visit.page.locator(f"#row-{number} .unfold")
    assert button.get_attribute("aria-expanded") == "false"
    button.click()
    visit.settle()
    detail = visit.page.locator(f"#row-{number}-more")
    assert button.get_attribute("aria-expanded") == "true"
    text = " ".join(detail.inner_text().split())
    for voice in (*row.claimed_by, *row.denied_by):
        assert (voice.source.name if voice.source else "An unnamed source") in text
        if voice.words:
            assert " ".join(voice.words.text.split()) in text
    button.press("Enter")
    visit.settle()
    assert visit.number(f"#row-{number}-more") == 0


def test_from_a_row_to_the_words_and_back(visit: Visit, rows: tuple[LedgerRow, ...]) -> None:
    number = next(n for n, row in enumerate(rows) if row.denied_by and row.denied_by[0].words)
    voice = rows[number].denied_by[0]
    visit.go(f"#/ledger/{number}")
    link = visit.page.locator(f"#row-{number}-more .voices-group", has_text="Denies or doubts").locator("a.words").first
    words = link.inner_text()
    link.click()
    visit.settle()
    assert re.search(rf"#/article/\d+/{voice.claim}$", visit.page.url)
    lit = "".join(visit.page.locator(f".text .p-content.lit[data-id={voice.claim}]").all_text_contents())
    assert " ".join(lit.split()) == words.strip("“”")
    visit.page.go_back()
    visit.settle()
    assert visit.page.evaluate("document.activeElement.closest('.row').id") == f"row-{number}"


def test_a_link_to_a_hidden_row_takes_the_filters_away(visit: Visit, rows: tuple[LedgerRow, ...]) -> None:
    hidden = next(number for number, row in enumerate(rows) if row.status != "denied")
    visit.click(".chip.st-denied")
    visit.go(f"#/ledger/{hidden}")
    assert visit.page.locator(f"#row-{hidden}.target").is_visible()
    assert "Filters cleared" in visit.page.inner_text("#announce")


def test_rows_laid_out_as_grids_are_a_table_to_screen_readers(visit: Visit, rows: tuple[LedgerRow, ...]) -> None:
    table = visit.page.get_by_role("table")
    assert table.get_by_role("columnheader").count() == 8
    assert table.get_by_role("rowheader").count() == len(rows)
    assert table.get_by_role("row").nth(1).get_by_role("cell").count() == 7


def test_a_row_without_actors_shows_the_words_around_it(visit: Visit, rows: tuple[LedgerRow, ...]) -> None:
    alone = [n for n, row in enumerate(rows) if not any(p.role in ("agent", "target") for p in row.participants)]
    assert alone
    for number in alone[:5]:
        words = visit.page.locator(f"#row-{number} .who").text_content() or ""
        assert " ".join(rows[number].tellings[0].trigger.text.split()) in words
