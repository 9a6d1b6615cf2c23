"""The article view: every character of the text, every span on its words, layers, records, keys."""

import re
from pathlib import Path
from typing import Any

import pytest

from warextract.report import make_page

from .conftest import Open, Pair, Visit, written

pytestmark = pytest.mark.browser

MARKED = """(id) => {
  const words = {};
  for (const mark of document.querySelectorAll(`.text .m[data-id="${id}"]`)) {
    words[mark.dataset.part] = (words[mark.dataset.part] || "") + mark.textContent;
  }
  return words;
}"""


def squeezed(text: str) -> str:
    return "".join(text.split())


def number_of(pairs: list[Pair], article: str) -> int:
    return next(number for number, (record, _) in enumerate(pairs) if record.article.id == article)


@pytest.fixture
def visit(open_page: Open, sample_page: Path, sample_pairs: list[Pair]) -> Visit:
    return open_page(sample_page, f"#/article/{number_of(sample_pairs, 'huliaipole_push')}")


def test_every_character_and_every_span_is_there(open_page: Open, sample_page: Path, sample_pairs: list[Pair]) -> None:
    visit = open_page(sample_page, "#/article/0")
    spans = 0
    for number, (record, text) in enumerate(sample_pairs):
        visit.go(f"#/article/{number}")
        shown = visit.page.locator(".text").evaluate("(text) => text.textContent")
        assert squeezed(shown) == squeezed(text or "")
        for event in record.events:
            assert squeezed(visit.page.evaluate(MARKED, event.id)["trigger"]) == squeezed(event.trigger.text)
            spans += 1
        for claim in record.claims:
            marked = visit.page.evaluate(MARKED, claim.id)
            for part, span in (("source", claim.source_span), ("cue", claim.cue), ("content", claim.content)):
                assert squeezed(marked.get(part, "")) == squeezed(span.text if span else ""), (claim.id, part)
                spans += 1
        for thing in (*record.actors, *record.places, *record.weapons):
            marked = "".join(visit.page.evaluate(MARKED, thing.id).values())
            assert len(squeezed(marked)) == sum(len(squeezed(span.text)) for span in thing.mentions), thing.id
    assert spans > 500


@pytest.mark.parametrize(
    ("layer", "part", "style"),
    [
        ("actor", "actor", "textDecorationLine"),
        ("place", "place", "textDecorationLine"),
        ("weapon", "weapon", "textDecorationLine"),
        ("claim", "content", "backgroundColor"),
        ("event", "trigger", "boxShadow"),
    ],
)
def test_a_layer_is_switched_off_and_on(visit: Visit, layer: str, part: str, style: str) -> None:
    mark = visit.page.locator(f".text .p-{part}").first
    look = f"(mark) => getComputedStyle(mark).{style}"
    before = mark.evaluate(look)
    switch = visit.page.locator(f"[data-layer={layer}]")
    switch.uncheck()
    without = mark.evaluate(look)
    switch.check()
    assert without in ("none", "rgba(0, 0, 0, 0)")
    assert mark.evaluate(look) == before != without


def test_pointing_shows_the_record_and_its_rule(visit: Visit, sample_pairs: list[Pair]) -> None:
    record = sample_pairs[number_of(sample_pairs, "huliaipole_push")][0]
    event = next(event for event in record.events if event.trigger.text == "broken")
    assert "Point at marked words" in visit.texts(".inspector")[0]
    visit.page.hover(f".text .p-trigger[data-id={event.id}]")
    card = visit.page.locator(".inspector .card").first
    assert card.locator("h4").inner_text() == "Advance: “broken”"
    assert card.locator(".rule code").first.inner_text() == event.rule
    assert "Huliaipole" in card.inner_text()
    visit.page.hover(".paper h2")
    assert visit.number(".inspector .card") == 0


def test_all_that_lies_over_a_word_is_shown(visit: Visit) -> None:
    inner = visit.page.locator(".text .p-content .p-actor").first
    inner.hover()
    layers = visit.texts(".inspector .card .layer")
    assert layers[0] == "actor"
    assert "claim" in layers


def test_a_click_holds_the_record_and_escape_lets_it_go(visit: Visit) -> None:
    visit.page.locator(".text .p-place").first.click()
    visit.settle()
    assert re.search(r"#/article/\d+/p\d+$", visit.page.url)
    visit.page.hover(".paper h2")
    assert visit.texts(".inspector .card .layer") == ["place"]
    visit.page.keyboard.press("Escape")
    visit.settle()
    assert visit.number(".inspector .card") == 0
    assert re.search(r"#/article/\d+$", visit.page.url)


def test_keys_go_from_mark_to_mark(visit: Visit) -> None:
    visit.page.focus(".text")
    for _ in range(3):
        visit.page.keyboard.press("ArrowRight")
        visit.settle()
    third = visit.page.evaluate("document.activeElement.dataset.id")
    said = visit.page.inner_text("#announce")
    assert re.match(r"(actor|place|weapon|claim|event): \S", said)
    assert visit.number(".inspector .card") >= 1
    visit.page.keyboard.press("Enter")
    visit.settle()
    assert visit.page.url.endswith(f"/{third}")
    visit.page.keyboard.press("ArrowLeft")
    visit.settle()
    assert visit.page.evaluate("document.activeElement.dataset.id") is not None


def test_claims_and_events_link_to_their_words_and_back(visit: Visit, sample_pairs: list[Pair]) -> None:
    record = sample_pairs[number_of(sample_pairs, "huliaipole_push")][0]
    claim = next(claim for claim in record.claims if claim.events)
    visit.click(f".lists a[data-id={claim.id}]")
    assert visit.number(f".text .m.lit[data-id={claim.id}]") >= 1
    assert visit.page.locator(f".text .p-cue[data-id={claim.id}]").first.evaluate(
        "(mark) => { const { top, bottom } = mark.getBoundingClientRect(); return top > 0 && bottom < innerHeight; }"
    )
    visit.click(f".inspector a[data-id={claim.events[0]}]")
    assert visit.number(f".text .p-trigger.lit[data-id={claim.events[0]}]") == 1
    visit.page.locator(".inspector a", has_text="its row").first.click()
    visit.settle()
    assert visit.number(".ledger .row.target") == 1
    visit.page.go_back()
    visit.settle()
    assert visit.number(f".text .p-trigger.lit[data-id={claim.events[0]}]") == 1


def test_lists_hold_the_whole_record(visit: Visit, sample_pairs: list[Pair]) -> None:
    record = sample_pairs[number_of(sample_pairs, "huliaipole_push")][0]
    for name in ("claims", "events", "actors", "places", "weapons"):
        visit.click(f"#list-{name}")
        assert visit.number(".things .thing") == len(getattr(record, name)), name
        assert visit.page.get_attribute(f"#list-{name}", "aria-selected") == "true"


def test_articles_are_stepped_through_by_keys(visit: Visit) -> None:
    first = visit.page.inner_text(".paper h2")
    visit.page.keyboard.press("]")
    visit.settle()
    second = visit.page.inner_text(".paper h2")
    visit.page.keyboard.press("[")
    visit.settle()
    assert visit.page.inner_text(".paper h2") == first != second


def test_without_its_text_an_article_shows_what_its_record_holds(
    open_page: Open, sample_pairs: list[Pair], tmp_path: Path
) -> None:
    record, text = sample_pairs[0]
    visit = open_page(written(tmp_path, make_page([(record, None)])), "#/article/0")
    assert "not found" in visit.texts(".note")[0]
    shown: dict[str, Any] = visit.page.evaluate(MARKED, record.events[0].id)
    assert squeezed(shown["trigger"]) == squeezed(record.events[0].trigger.text)
    pieces = visit.page.locator(".text p:not(.gap)").all_text_contents()
    assert all(squeezed(piece) in squeezed(text or "") for piece in pieces)
    assert visit.number(".text .gap") >= 1


def test_words_under_a_resting_pointer_do_not_take_the_place_of_what_was_asked_for(
    visit: Visit, sample_pairs: list[Pair]
) -> None:
    record = sample_pairs[number_of(sample_pairs, "huliaipole_push")][0]
    visit.page.hover(".text p:first-child .p-actor")
    visit.go(f"{visit.page.evaluate('location.hash').split('?')[0]}/{record.claims[-1].id}")
    visit.page.wait_for_timeout(200)
    assert visit.number(f".text .m.lit[data-id={record.claims[-1].id}]") >= 1
    visit.page.hover(".text p:last-child .p-actor")
    assert visit.texts(".inspector .card .layer")[0] == "actor"
