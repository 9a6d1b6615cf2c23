"""An article's text with the layers of its record marked, for a terminal or a plain file.

Colours tell the layers apart; ids in brackets after cues and triggers lead to the lists of claims and events, so that
the text says the same where there are no colours.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from rich.text import Text

from warextract.records import ArticleRecord, Claim, Span

# One colour a layer, of the terminal's own eight, which every terminal has and its reader has chosen; the other
# attributes are what is left of a layer under NO_COLOR.
STYLES: Mapping[str, str] = MappingProxyType(
    {
        "actor": "bold blue",
        "place": "underline green",
        "weapon": "italic yellow",
        "claim": "cyan",
        "event": "bold underline red",
    }
)
_CUE = "bold italic"  # on top of a claim's colour
_SOURCE = "bold"
_ID = "dim"
# rich drops these without a word, and all offsets after them would be wrong: their pictures stand for them.
_PICTURES = {code: chr(0x2400 + code) for code in (7, 8, 11, 12, 13)}
_PARAGRAPHS = re.compile(r"(?:\r\n|\r|\n)(?:[ \t]*(?:\r\n|\r|\n))*")


def legend() -> Text:
    """What the colours mean."""
    text = Text().append("Marked: ", style="dim")
    for number, layer in enumerate(STYLES):
        text.append(", " if number else "", style="dim").append(f"{layer}s", style=STYLES[layer])
    return text.append("; a claim's id stands after its cue, an event's after its words", style="dim")


def marked_lines(record: ArticleRecord, text: str) -> Iterator[Text]:
    """The lines of the text that are not blank, with styles and ids; ``text`` is the record's very article.

    >>> import warextract
    >>> article = "Moscow said Toretsk fell."
    >>> [line.plain for line in marked_lines(warextract.extract(article), article)]
    ['Moscow said[c1] Toretsk fell[e1].']
    """
    marked = Text(text.translate(_PICTURES))
    for style, span in _marks(record):
        marked.stylize(style, span.start, span.end)
    ids = _ids(record)
    for start, end in _lines(text):
        line = Text()
        at = start
        for offset in sorted(each for each in ids if start < each <= end):
            line.append_text(marked[at:offset]).append(f"[{','.join(ids[offset])}]", style=_ID)
            at = offset
        yield line.append_text(marked[at:end])


def _marks(record: ArticleRecord) -> Iterator[tuple[str, Span]]:
    """Styles and where they go; later ones lie over earlier ones."""
    for claim in record.claims:
        parts = ((claim.content, ""), (claim.source_span, _SOURCE), (claim.cue, _CUE))
        for span, more in parts:
            if span is not None:
                yield f"{STYLES['claim']} {more}", span
    for layer, things in (("actor", record.actors), ("place", record.places), ("weapon", record.weapons)):
        for thing in things:
            yield from ((STYLES[layer], span) for span in thing.mentions)
    for event in record.events:
        yield from ((STYLES["event"], span) for span in (event.trigger, *event.also))


def _ids(record: ArticleRecord) -> dict[int, list[str]]:
    """Ids by the offset that they stand at."""
    ids: dict[int, list[str]] = defaultdict(list)
    for claim in record.claims:
        place = _place_of_id(claim)
        if place is not None:
            ids[place.end].append(claim.id)
    for event in record.events:
        for span in (event.trigger, *event.also):
            ids[span.end].append(event.id)
    return ids


def _place_of_id(claim: Claim) -> Span | None:
    return claim.cue or claim.content or claim.source_span


def _lines(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for gap in _PARAGRAPHS.finditer(text):
        if text[start : gap.start()].strip():
            yield start, gap.start()
        start = gap.end()
    if text[start:].strip():
        yield start, len(text)
