"""Attribution by a mark alone: "“We stay.” — Olena Bondar", "PENCE: We will go.", "Kyiv: no retreat planned"."""

from collections.abc import Mapping

from warextract.claims.block import Tokens
from warextract.claims.draft import ClaimDraft
from warextract.claims.pieces import claims_of_pieces
from warextract.claims.sources import SourceFinder
from warextract.claims.speech import Quotation, sentences_of
from warextract.lexicon.places import PlaceTable
from warextract.lexicon.rulebook import Rule
from warextract.matching.matches import RuleIndex
from warextract.syntax.labels import Role
from warextract.syntax.tree import Tree
from warextract.vocabulary import QuoteKind

_LONGEST_NAME = 5  # tokens
_INSIDE_NAME = (Role.COMPOUND, Role.FLAT, Role.ADJECTIVE)


def punctuation_claims(
    tree: Tree, rules: RuleIndex, sources: SourceFinder, found: tuple[Quotation, ...]
) -> list[ClaimDraft]:
    """Claims that a dash after a quotation or a colon after a name at the start of a line attributes."""
    marks = rules.anchored("punctuation")
    out: list[ClaimDraft] = []
    for q in found:
        name = _signature(tree, q, marks)
        if q.speech and name is not None:
            out += _claims(
                tree, marks[tree.token(q.end).text], q.end, name, sentences_of(tree, q.inner), sources, "direct"
            )
    for colon in range(1, len(tree.tokens) - 1):
        rule = marks.get(tree.token(colon).text)
        name = _label(tree, colon, sources) if rule is not None and tree.token(colon).text == ":" else None
        if rule is None or name is None or colon in {d.order for d in out}:
            continue
        pieces = sentences_of(tree, (colon + 1, _line_end(tree, colon)))
        out += _claims(tree, rule, colon, name, pieces, sources, "indirect")
    return out


def _signature(tree: Tree, q: Quotation, marks: Mapping[str, Rule]) -> Tokens | None:
    """A name between a dash after a quotation and the end of its line."""
    if q.end >= len(tree.tokens) or tree.token(q.end).text not in marks or tree.token(q.end).text == ":":
        return None
    start = q.end + 1
    end = start
    while end < len(tree.tokens) and tree.token(end).pos_ == "PROPN" and end - start < _LONGEST_NAME:
        end += 1
    while end < len(tree.tokens) and tree.token(end).is_punct:
        end += 1
    ends_line = end >= len(tree.tokens) or tree.token(end).is_space or tree.token(end).is_quote
    name = tree.trim(start, end)
    return name if ends_line and name[1] > name[0] else None


def _label(tree: Tree, colon: int, sources: SourceFinder) -> Tokens | None:
    """A speaker's name that fills a line up to its colon: in capitals, or an actor of the article."""
    start = colon
    while start > 0 and not tree.token(start - 1).is_space and colon - start < _LONGEST_NAME:
        start -= 1
    if start > 0 and not tree.token(start - 1).is_space:
        return None
    start, end = tree.trim(start, colon)
    names = range(start, end)
    if not names or any(tree.token(i).pos_ != "PROPN" and not tree.token(i).text.isupper() for i in names):
        return None
    name, table = tree.span_text(start, end), PlaceTable.load()
    if table.is_capital(name) and not (name.isupper() and _labels(tree) == 1):  # "ISLAMABAD: …", a dateline
        return start, end
    place = bool(table.country_of(name) or table.find(name))
    if place and not (name.isupper() and _labels(tree) > 1):
        return None  # "KABUL: …", "Colombia: …": where it happened, no speaker
    spoken = all(tree.token(i).text.isupper() and len(tree.token(i).text) > 1 for i in names)
    tells = any(tree.token(i).tag_ in _FINITE for i in range(colon + 1, _line_end(tree, colon)))
    return (start, end) if tells and (spoken or any(sources.actor(i) for i in names)) else None


def _labels(tree: Tree) -> int:
    """How many lines of a text begin with a name in capitals and a colon: a transcript has several."""
    lines = (line.partition(":")[0].strip() for line in tree.text.splitlines() if ":" in line)
    return len({name for name in lines if name.isupper() and len(name.split()) <= _LONGEST_NAME})


_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD", "VB"})


def _line_end(tree: Tree, i: int) -> int:
    while i < len(tree.tokens) and "\n" not in tree.token(i).text:
        i += 1
    return i


def _claims(
    tree: Tree, rule: Rule, mark: int, name: Tokens, pieces: list[Tokens], sources: SourceFinder, quote: QuoteKind
) -> list[ClaimDraft]:
    head = name[0]
    while tree.roles[head] in _INSIDE_NAME and name[0] <= tree.heads[head] < name[1] and tree.heads[head] != head:
        head = tree.heads[head]
    source, _ = sources.resolve(head)
    return claims_of_pieces(tree, rule, mark, pieces, source, tree.offsets(*name), quote)
