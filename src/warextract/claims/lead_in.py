"""Quotations that a sentence of any predicate leads in: "The mayor had one message for them: “…”"."""

from warextract.claims.draft import ClaimDraft
from warextract.claims.floating import is_taken, with_words
from warextract.claims.pieces import claims_of_pieces
from warextract.claims.sources import SourceFinder
from warextract.claims.speech import Quotation, quotation_at, sentences_of
from warextract.lexicon.rulebook import Rule
from warextract.matching.matches import RuleIndex
from warextract.syntax import labels
from warextract.syntax.clauses import surface_subject
from warextract.syntax.labels import Role
from warextract.syntax.tree import Tree

_SPEAKERS = frozenset({"person", "government", "military", "armed_group", "igo", "ngo", "company", "state"})
_LONG = 6
"""Words of a quotation that a comma may lead in: shorter ones are names and titles."""


def led_in_claims(
    tree: Tree, rules: RuleIndex, sources: SourceFinder, found: tuple[Quotation, ...], drafts: tuple[ClaimDraft, ...]
) -> list[ClaimDraft]:
    """Claims of quotations that no cue has taken, by the subject of the sentence that a colon or comma ends."""
    marks = rules.anchored("quotation")
    told = with_words(drafts)
    out: list[ClaimDraft] = []
    for q in found:
        rule = marks.get(tree.token(q.start - 1).text) if q.start else None
        if rule is None or not q.speech or is_taken(tree, q, told):
            continue
        if tree.token(q.start - 1).text == "," and q.inner[1] - q.inner[0] < _LONG:
            continue
        out += _claims(tree, rule, q, sources, found)
    return out


def _claims(
    tree: Tree, rule: Rule, q: Quotation, sources: SourceFinder, found: tuple[Quotation, ...]
) -> list[ClaimDraft]:
    verb = _predicate(tree, q.start - 1)
    if verb is None or quotation_at(found, verb) is not None:
        return []
    heads = [h for h in surface_subject(tree, verb).heads if h < q.start]
    actor = sources.index.actor(heads[0]) if heads else None
    if actor is None or actor.kind not in _SPEAKERS:
        return []
    source, span = sources.resolve(heads[0])
    return claims_of_pieces(tree, rule, verb, sentences_of(tree, q.inner), source, span, "direct")


def _predicate(tree: Tree, mark: int) -> int | None:
    """The main verb of the sentence that a mark stands in, before it."""
    start = tree.sentence(mark)[0]
    verbs = [i for i in range(start, mark) if labels.is_verb(tree.token(i))]
    main = [i for i in verbs if not start <= tree.heads[i] < mark or tree.heads[i] == i or tree.roles[i] is Role.ROOT]
    return main[0] if main else None
