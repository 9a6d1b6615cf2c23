"""A fragment of HTML that is all article, as plain paragraphs: feeds, messages and news items carry such."""

import re
from html.parser import HTMLParser

_BLOCKS = frozenset({
    "address", "article", "aside", "blockquote", "body", "center", "dd", "div", "dl", "dt", "fieldset", "footer",
    "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "nav", "ol", "p", "pre", "section",
    "table", "td", "th", "tr", "ul", "hedline", "hl1", "hl2",
})  # fmt: skip
_NO_TEXT = frozenset({
    "button", "figcaption", "figure", "head", "iframe", "media", "noscript", "script", "select", "style", "svg",
    "template", "title",
})  # fmt: skip
_MARKUP = re.compile(r"<(?:p|div|br|h[1-6]|ul|ol|li|span|a|article|section|blockquote|b|i|em|strong)\b[^<>]*>", re.I)

_NO_TAG = re.compile(r"<(?![/!?a-zA-Z][^<>]*>)")


def looks_like_markup(text: str) -> bool:
    """Whether a text is HTML rather than plain words."""
    return _MARKUP.search(text) is not None


def text_of_fragment(markup: str) -> str:
    """The words of a fragment, a paragraph a block, with an empty line between.

    >>> text_of_fragment("<p>Shells hit&nbsp;the <b>port</b>.</p><script>x()</script><p>Nobody was hurt.</p>")
    'Shells hit the port.\\n\\nNobody was hurt.'
    """
    collector = _Collector()
    collector.feed(_sound(markup))
    collector.close()
    paragraphs = (join_words("".join(pieces)) for pieces in collector.paragraphs)
    return "\n\n".join(filter(None, paragraphs))


def _sound(markup: str) -> str:
    """The mark-up without comments and without tags that do not end, on which html.parser may take minutes."""
    pieces, position = [], 0
    while (start := markup.find("<!--", position)) >= 0 and (end := markup.find("-->", start + 4)) >= 0:
        pieces.append(markup[position:start])
        position = end + 3
    return _NO_TAG.sub("&lt;", "".join((*pieces, markup[position:])))


def join_words(text: str) -> str:
    """A paragraph with single spaces, and without the empty lines that markup leaves."""
    return "\n".join(line for each in text.split("\n") if (line := " ".join(each.split())))


class _Collector(HTMLParser):
    """The text of each block; a line break is kept as one."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.paragraphs: list[list[str]] = [[]]
        self._silent: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        if tag in _NO_TEXT:
            self._silent.append(tag)
        elif tag == "br":
            self.paragraphs[-1].append("\n")
        elif tag in _BLOCKS:
            self.paragraphs.append([])

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _NO_TEXT:
            self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        if tag in self._silent:
            del self._silent[self._silent.index(tag) :]
        elif tag in _BLOCKS:
            self.paragraphs.append([])

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.paragraphs[-1].append(re.sub(r"\s", " ", data))
