"""HTML that is all article, as plain paragraphs, in time that grows with its length alone."""

import time

import pytest

from warextract.readers.fragments import text_of_fragment


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<p>Shells hit&nbsp;the <b>port</b>.</p><p>It burned.</p>", "Shells hit the port.\n\nIt burned."),
        ("one<br>two<br/>three", "one\ntwo\nthree"),
        ("a<!-- <p>note</p> -->b", "ab"),
        ("<script>if (a < b) {}</script><style>p {}</style>It burned.", "It burned."),
        ("12 < 15 &lt; 20 &amp; more", "12 < 15 < 20 & more"),
        ("<figure><figcaption>A port.</figcaption></figure><p>It burned.</p>", "It burned."),
        ("<ul><li>one</li><li>two</li></ul>", "one\n\ntwo"),
        ("", ""),
        ("<p", "<p"),
    ],
)
def test_paragraphs(markup: str, text: str) -> None:
    assert text_of_fragment(markup) == text


@pytest.mark.parametrize(
    "scrap", ["<p ", '<a b="', "<!--", "<", "&", "<![CDATA[", "<figure>", "<b>on</b> and ", "<script>", "<?", "&#"]
)
def test_broken_markup_takes_no_longer(scrap: str) -> None:
    begun = time.process_time()
    text_of_fragment("<p>" + scrap * 20_000)
    assert time.process_time() - begun < 2
