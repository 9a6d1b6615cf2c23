"""Entity corpora to texts with marked names: PER, ORG and LOC after the guidelines of Universal NER.

A name is headed by a proper noun and stands without determiner and title. Where a corpus marks something else
(re3d: "the coalition", "Syrian people"), the span is UNSURE and the recogniser learns nothing from it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from convert_treebanks import Sentence, read_sentences

UNSURE = "?"
Span = tuple[int, int, str]
GUM_TYPES = {"person": "PER", "place": "LOC", "organization": "ORG"}
RE3D_TYPES = {"Person": "PER", "Location": "LOC", "Organisation": "ORG"}
LINKING = {
    "of",
    "and",
    "for",
    "the",
    "&",
    "-",
    "de",
    "la",
    "al",
    "el",
    "bin",
    "von",
    "van",
    "del",
    "'s",
    "’s",
    "'",
    "’",
}
TITLES = re.compile(
    r"(?:(?:the|an?|our|their|its|his|her|former|then|late|president|prime|minister|secretary|foreign|defen[cs]e|"
    r"mr|mrs|ms|dr|prof|sir|lord|gen|lt|col|capt|brig|maj|sgt|spc|army|navy|general|colonel|captain|commander|"
    r"ambassador|commodore|pentagon|press|senator|sen|rep|king|queen|prince|princess|saint|staff|chief|vice|deputy)\.?\s+)+",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Text:
    """A sentence or paragraph with its names as (start, end, label) in characters."""

    text: str
    spans: tuple[Span, ...]
    doc_id: str = ""


def of_words(words: Iterable[str], spaces: Iterable[bool], spans: Iterable[Span], doc_id: str = "") -> Text:
    """A Text from words and spans in words."""
    starts, ends, text = [], [], ""
    for word, space in zip(words, spaces, strict=True):
        starts.append(len(text))
        text += word
        ends.append(len(text))
        text += " " if space else ""
    return Text(text, tuple((starts[a], ends[b - 1], label) for a, b, label in spans), doc_id)


def iob_spans(tags: list[str], types: dict[str, str]) -> list[Span]:
    """Spans in words of a sentence's IOB tags (IOB1 and IOB2); other types are left out."""
    spans: list[Span] = []
    start, open_type = 0, ""
    for index, tag in enumerate([*tags, "O"]):
        prefix, _, label = tag.partition("-")
        if open_type and (prefix != "I" or label != open_type):
            if open_type in types:
                spans.append((start, index, types[open_type]))
            open_type = ""
        if prefix == "B" or (prefix == "I" and not open_type):
            start, open_type = index, label
    return spans


def blocks(text: str) -> Iterator[list[str]]:
    """The runs of lines between blank lines."""
    for block in re.split(r"\n[ \t]*\n", text):
        lines = [line for line in block.splitlines() if line.strip()]
        if lines:
            yield lines


def guess_spaces(words: list[str]) -> list[bool]:
    """Where a tokenised corpus (WikiGold, re3d) had spaces, by the habits of English typography."""
    spaces = []
    opened: dict[str, bool] = {}
    after = [*words[1:], ""]
    for index, (word, following) in enumerate(zip(words, after, strict=True)):
        space = True
        if word in ('"', "'"):
            opened[word] = not opened.get(word, False)
            space = not opened[word]
        if word in ("(", "[", "$", "£", "#", "“", "‘"):
            space = False
        if following in (",", ".", ";", ":", "?", "!", ")", "]", "%", "”", "'s", "n't", "'re", "'ve", "'ll", "'d"):
            space = False
        if following in ("’", "'") and index + 2 < len(words) and words[index + 2] in ("s", "t", "re", "ve"):
            space = False
        if word in ("’", "'") and following in ("s", "t", "re", "ve"):
            space, opened["'"] = False, False
        if following == '"' and opened.get('"', False):
            space = False
        if word in ("-", "/") or following in ("-", "/"):
            space = False
        if word in (",", ".") and following.isdigit() and index and words[index - 1].isdigit():
            space = False
        spaces.append(space)
    return spaces


def universal_ner(text: str, treebank: dict[str, Sentence]) -> Iterator[Text]:
    """UNER sentences; spacing is taken from the treebank's sentence of the same words, where there is one."""
    types = {name: name for name in ("PER", "ORG", "LOC")}
    doc_id = ""
    for lines in blocks(text):
        for line in lines:
            if line.startswith("# newdoc id"):
                doc_id = line.split("=")[1].strip()
        rows = [line.split("\t") for line in lines if not line.startswith("#")]
        words = [row[1] for row in rows]
        gold = treebank.get(" ".join(words))
        spaces = list(gold.spaces) if gold else guess_spaces(words)
        yield of_words(words, spaces, iob_spans([row[2] for row in rows], types), doc_id)


def by_words(sentences: Iterable[Sentence]) -> dict[str, Sentence]:
    """Sentences by their words joined."""
    return {" ".join(sentence.words): sentence for sentence in sentences}


def wikigold(text: str) -> Iterator[Text]:
    """WikiGold sentences; MISC is no name here."""
    for number, lines in enumerate(blocks(text)):
        rows = [line.split(" ") for line in lines if not line.startswith("-DOCSTART-")]
        words = [row[0] for row in rows]
        if words:
            spans = iob_spans([row[1] for row in rows], {"PER": "PER", "ORG": "ORG", "LOC": "LOC"})
            yield strip_articles(of_words(words, guess_spaces(words), spans, f"wikigold-{number // 8}"))


def re3d(text: str, countries: frozenset[str]) -> Iterator[Text]:
    """re3d sentences: names kept without determiner and title, countries that act are places, the rest is UNSURE."""
    doc_id = ""
    for lines in blocks(text):
        if lines[0].startswith("-DOCSTART-"):
            doc_id = lines[0]
        rows = [line.split("\t") for line in lines if not line.startswith("-DOCSTART-")]
        words = [row[0] for row in rows]
        if words:
            marked = of_words(words, guess_spaces(words), iob_spans([row[1] for row in rows], RE3D_TYPES), doc_id)
            spans = tuple(span for old in marked.spans for span in re3d_span(marked.text, old, countries))
            yield replace(marked, spans=spans)


def re3d_span(text: str, span: Span, countries: frozenset[str]) -> Iterator[Span]:
    """The name in a re3d mention, or the mention as UNSURE, or nothing for pronouns and common nouns."""
    start, end, label = span
    title = TITLES.match(text[start:end])
    if title and title.end() < end - start:
        start += title.end()
    name = text[start:end]
    words = re.findall(r"[\w.]+", name)
    if not any(word[0].isupper() for word in words) or name in ("I", "We", "They", "He", "It", "She"):
        return
    if label == "PER" and (name.split()[0].islower() or words[-1] in ("Commander", "Minister", "Secretary", "State")):
        yield start, end, UNSURE
        return
    plain = all(word[0].isupper() or word[0].isdigit() or word.lower() in LINKING for word in words)
    if plain and re.match(r"\w", name) and len(name) > 1 and "," not in name:
        yield start, end, "LOC" if name in countries else label
    else:
        yield start, end, UNSURE


def strip_articles(text: Text) -> Text:
    """The same names without a leading article."""
    spans = []
    for start, end, label in text.spans:
        article = text.text[start : start + 4].lower() == "the " and end - start > 4
        spans.append((start + 4 if article else start, end, label))
    return replace(text, spans=tuple(spans))


def gum(text: str, countries: frozenset[str]) -> Iterator[Text]:
    """GUM sentences: person, place and organization mentions that are headed by a proper noun."""
    open_mentions: dict[str, tuple[int, str]] = {}
    for sentence in read_sentences(text):
        names: list[Span] = []
        for index, misc in enumerate(sentence.misc):
            value = next((part[7:] for part in misc.split("|") if part.startswith("Entity=")), "")
            for number, etype in re.findall(r"\((\d+)-(\w+)-", value):
                open_mentions[number] = (index, etype)
            for number in closed(value):
                if number in open_mentions:
                    start, etype = open_mentions.pop(number)
                    names += gum_name(sentence, start, index + 1, etype)
        open_mentions.clear()
        marked = of_words(sentence.words, sentence.spaces, outermost(names), sentence.doc_id)
        spans = tuple((a, b, "LOC" if marked.text[a:b] in countries else label) for a, b, label in marked.spans)
        yield replace(marked, spans=spans)


def closed(value: str) -> list[str]:
    """The mention numbers that end at a token, from its Entity value: "(9-place…)", "4)3)"."""
    ended = []
    stack: list[str] = []
    for opening, closing in re.findall(r"\((\d+)[^()]*|(\d*)\)", value):
        if opening:
            stack.append(opening)
        else:
            ended.append(closing or (stack.pop() if stack else ""))
    return ended


def gum_name(sentence: Sentence, start: int, end: int, etype: str) -> Iterator[Span]:
    """The name of a mention: the run of proper nouns around its head, "of" and the like inside included."""
    head = next((i for i in range(start, end) if not start <= sentence.heads[i] < end or sentence.heads[i] == i), start)
    if etype not in GUM_TYPES or sentence.pos[head] != "PROPN" or not sentence.words[head][:1].isupper():
        return
    first, last = head, head + 1

    def in_name(i: int) -> bool:
        return sentence.tags[i] in ("NNP", "NNPS", "HYPH", "POS", "CD") or (
            sentence.words[i][:1].isupper() and sentence.pos[i] in ("ADJ", "NOUN", "VERB", "PROPN", "NUM")
        )

    while first > start and in_name(first - 1) and sentence.deps[first - 1] != "nmod:desc":
        first -= 1
    while last < end:
        step = 1
        while (
            last + step < end
            and sentence.words[last + step - 1].lower() in ("of", "and", "for", "the", "&")
            and etype != "person"
        ):
            step += 1
        stop = last + step
        if sentence.deps[stop - 1] in ("appos", "conj") and etype == "person":
            break
        if sentence.words[stop - 1] in (",", "(", ";", ":") or not in_name(stop - 1):
            break
        last = stop
    while last > first + 1 and sentence.tags[last - 1] in ("POS", "HYPH"):
        last -= 1
    while first < last - 1 and (sentence.tags[first] in ("POS", "HYPH", "DT") or sentence.deps[first] == "nmod:desc"):
        first += 1
    if etype == "person" and (
        any(sentence.pos[i] == "NOUN" for i in range(first, last))
        or sentence.tags[head] == "NNPS"
        or TITLES.fullmatch(" ".join(sentence.words[first:last]) + " ")
        or sentence.words[last - 1] in ("Speaker", "Poet", "Counsel", "Justice", "Catholic", "Viking")
    ):
        return
    yield first, last, GUM_TYPES[etype]


def outermost(spans: list[Span]) -> list[Span]:
    """The longest of overlapping spans, in order."""
    kept: list[Span] = []
    for span in sorted(spans, key=lambda s: (s[0] - s[1], s[0])):
        if all(span[1] <= other[0] or span[0] >= other[1] for other in kept):
            kept.append(span)
    return sorted(kept)
