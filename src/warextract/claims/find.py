"""Claims of an article: every attributed statement with source, cue, content and stance."""

from dataclasses import dataclass
from typing import cast

from warextract.claims.anchors import adverb_claims, preposition_claims
from warextract.claims.beside import resumed
from warextract.claims.block import Tokens, cue_tokens
from warextract.claims.carried import with_carried_sources
from warextract.claims.channels import channel_of, passed_on_by
from warextract.claims.draft import ClaimDraft
from warextract.claims.extent import without_remark
from warextract.claims.floating import floating_claims
from warextract.claims.forms import content_tokens
from warextract.claims.inner import asked_content, beyond_request, inner_content, inner_cue
from warextract.claims.lead_in import led_in_claims
from warextract.claims.links import linked
from warextract.claims.punctuation import punctuation_claims
from warextract.claims.sequence import continued, numbered, summed_up
from warextract.claims.sources import SourceFinder
from warextract.claims.speech import (
    Quotation,
    direct_speech,
    introduced_paragraph,
    quotation_at,
    quotations,
    sentences_of,
    speaker_beside,
    speaker_marks,
)
from warextract.lexicon.claim_words import claim_words
from warextract.matching.conditions import EntityIndex
from warextract.matching.matches import RuleIndex, RuleMatch, ranked_matches
from warextract.mentions.entities import ActorEntity, Entities
from warextract.syntax import labels
from warextract.syntax.clauses import surface_subject
from warextract.syntax.frames import Argument, Frame
from warextract.syntax.labels import Role
from warextract.syntax.tree import Tree
from warextract.text.quotes import Quote
from warextract.vocabulary import QuoteKind, Stance


@dataclass(frozen=True, slots=True)
class Claims:
    """Claims in text order, and the speakers among them that no actor was known for."""

    drafts: tuple[ClaimDraft, ...]
    speakers: tuple[ActorEntity, ...]


@dataclass(frozen=True, slots=True)
class _Reading:
    tree: Tree
    found: tuple[Quotation, ...]
    sources: SourceFinder


def find_claims(
    tree: Tree,
    frames: tuple[Frame, ...],
    entities: Entities,
    quotes: tuple[Quote, ...],
    rules: RuleIndex,
) -> Claims:
    """All claims of an article.

    ``rules`` indexes the claim rules of a book (``RuleIndex(book, "claim")``).
    """
    index = EntityIndex(entities)
    reading = _Reading(tree, quotations(tree, quotes), SourceFinder(tree, index))
    drafts: list[ClaimDraft] = []
    ranked = [(frame, ranked_matches(frame, rules, tree, index)) for frame in frames]
    silent = _inside_silence(tree, [matches[0] for _, matches in ranked if matches])
    taken: set[int] = set()
    for frame, matches in ranked:
        if not matches or frame.head in silent or taken & set(frame.words) or _speaks_for_itself(reading, frame):
            continue
        if frame.kind == "noun" and tree.heads[frame.head] in taken and tree.preposition(frame.head) in _ON_PAPER:
            continue  # "said in a statement that …": one claim, told by the verb
        for match in matches:
            found = _frame_claims(reading, match, rules)
            if found:
                drafts += found
                taken |= set(frame.words)
                break
    drafts += preposition_claims(tree, rules, reading.sources, reading.found)
    drafts += [d for d in adverb_claims(tree, rules) if d.head is not None and tree.heads[d.head] not in taken]
    drafts += [d for d in punctuation_claims(tree, rules, reading.sources, reading.found) if not _told(d, drafts)]
    drafts += led_in_claims(tree, rules, reading.sources, reading.found, tuple(drafts))
    drafts += floating_claims(tree, reading.found, tuple(drafts))
    known = index.actors | {speaker.key: speaker for speaker in reading.sources.added.values()}
    found = numbered(summed_up(tree, with_carried_sources(tree, continued(tree, drafts), known)))
    sides = {head: key for key in {d.source for d in found if d.source} for head in index.mentions_of_side(key)}
    countries = {key: actor.country for key, actor in index.actors.items() if actor.country}
    return Claims(linked(tree, found, sides, countries), tuple(reading.sources.added.values()))


_ON_PAPER = frozenset({"in", "on", "via", "through", "during"})
_NOTHING: list[tuple[Tokens | None, str]] = [(None, "none")]
_RELATIVES = frozenset({"which", "that"})  # "a missile that it calls its latest version": named before
_SELF = frozenset({"i", "we", "you"})


def _speaks_for_itself(reading: _Reading, frame: Frame) -> bool:
    """ "I think" inside a quotation is how its speaker talks, no statement of somebody else."""
    if quotation_at(reading.found, frame.head) is None:
        return False
    return not frame.fill("subject") or any(reading.tree.token(head).lower_ in _SELF for head in frame.fill("subject"))


def _told(draft: ClaimDraft, drafts: list[ClaimDraft]) -> bool:
    """Whether a cue outside a content already attributes its words."""
    start, end = draft.content or (0, 0)
    return any(
        d.content and d.content[0] < end and start < d.content[1] and d.cue and not start <= d.cue[0] < end
        for d in drafts
    )


def _inside_silence(tree: Tree, best: list[RuleMatch]) -> frozenset[int]:
    """Predicates inside a silence ("declined to say", "has yet to confirm"): they say nothing themselves."""
    out: set[int] = set()
    for match in best:
        if match.rule.type == "withholds" and "inner" in match.rule.roles.get("content", ()):
            for head in match.frame.fill("complement"):
                out.update(tree.descendants(head))
    return frozenset(out)


def _of_words(reading: _Reading, match: RuleMatch, piece: Tokens, rules: RuleIndex) -> tuple[str, str]:
    """Rule and stance of one quoted sentence: its predicate stands where a reported clause would."""
    tree = reading.tree
    head = next((i for i in range(*piece) if not piece[0] <= tree.heads[i] < piece[1] or tree.heads[i] == i), piece[0])
    arguments = tuple(a for a in match.frame.arguments if a.slot != "complement")
    frame = match.frame.with_arguments((*arguments, Argument("complement", head)))
    best = ranked_matches(frame, rules, tree, reading.sources.index)
    found = next((m.rule for m in best if "quote" in m.rule.roles.get("content", ())), match.rule)
    return found.id, found.type


def _frame_claims(reading: _Reading, match: RuleMatch, rules: RuleIndex) -> list[ClaimDraft]:
    tree, frame, rule = reading.tree, match.frame, match.rule
    negated = frame.has("negated") and rule.type != "withholds"
    stance = rule.type
    if negated:
        if rule.negated_type is None:
            return []
        stance = rule.negated_type
    forms = rule.roles.get("content", ())
    pieces = _contents(reading, frame, forms, stance)
    if rule.content_has:
        pieces = [p for p in pieces if any(tree.lemma(i) in rule.content_has for i in range(*p[0]))]
    if rule.content_starts:
        before = [c for c in tree.children(frame.head) if c < frame.head and tree.roles[c] is not Role.SUBJECT]
        named = all(tree.token(c).lower_ not in _RELATIVES for c in before)
        pieces = [p for p in pieces if named and _first_noun(tree, *p[0]) in rule.content_starts]
    heads = match.roles.get("source", ()) or _speaker_of_quote(reading, frame, pieces) or (-1,)
    heads = _able_to_speak(tree, frame, heads)
    if frame.kind == "noun":
        heads = tuple(h for h in heads if not _is_where(reading, frame, h)) or (-1,)
    if not heads:
        return []
    if any(_nobody(tree, head) for head in heads):
        if frame.lemma not in claim_words().admitting:
            return []  # "No group has claimed the attack": nobody says anything
        stance, heads = "withholds", (-1,)  # "Neither has confirmed this"
    if stance == "confirms" and frame.has("infinitive") and (heads == (-1,) or frame.has("purpose")):
        if tree.lemma(tree.heads[frame.head]) not in claim_words().hindered:
            return []
        stance = "withholds"  # "making it difficult to verify the reports"
    if not pieces and "none" not in forms and not (negated and stance == "withholds"):
        return []
    cue = inner_cue(tree, frame) if "inner" in forms else cue_tokens(tree, frame)
    channel = channel_of(tree, frame)
    via = passed_on_by(frame, reading.sources.index)
    if channel and channel not in via:
        via = (*via, channel)
    out: list[ClaimDraft] = []
    for head in heads:
        source, span = reading.sources.resolve(head) if head >= 0 else (None, None)
        for piece, marked in (*pieces, *(() if pieces else _NOTHING)):
            rule_id, told = rule.id, stance
            kind = "none" if stance == "withholds" else marked
            if piece and span and span[0] < tree.offsets(*piece)[0] < span[1]:
                span = tree.offsets(*tree.base_phrase(head))  # "by villagers | of looting": the content hung on it
            if kind == "direct" and piece:
                rule_id, told = _of_words(reading, match, piece, rules)
            out.append(
                ClaimDraft(
                    key=f"{frame.head}:{head}:{piece[0] if piece else ''}",
                    rule=rule_id,
                    stance=cast(Stance, told),
                    order=tree.token(frame.head).idx,
                    cue=tree.offsets(*cue),
                    head=frame.head,
                    source=source,
                    source_span=span,
                    content=tree.offsets(*piece) if piece else None,
                    quote=cast(QuoteKind, kind),
                    seen=rule.seen and _is_press(reading, source),
                    negated_cue=frame.has("negated") and rule.negated_type != stance,
                    channel=channel,
                    via=via,
                )
            )
    return out


def _able_to_speak(tree: Tree, frame: Frame, heads: tuple[int, ...]) -> tuple[int, ...]:
    """The heads, but for happenings, the subject of the verb above: "told how the attack unfolded, stating …"."""
    if all(head < 0 or tree.lemma(head) not in claim_words().mute for head in heads):
        return heads
    if frame.kind != "verb" or frame.lemma in claim_words().showing:
        return heads
    if tree.token(frame.head).tag_ not in ("VBG", "VB"):
        return ()
    for verb in tree.ancestors(frame.head):
        found = surface_subject(tree, verb).heads if labels.is_verb(tree.token(verb)) else ()
        if found and tree.lemma(found[0]) not in claim_words().mute:
            return found
    return ()


def _is_where(reading: _Reading, frame: Frame, head: int) -> bool:
    """ "reports of looting in Damascus": where something happened says nothing; "a report in De Tijd" does."""
    if head < 0 or reading.tree.preposition(head) != "in" or reading.sources.index.place(head) is None:
        return False
    return any(content < head for content in frame.fill("of"))


def _is_press(reading: _Reading, source: str | None) -> bool:
    actor = reading.sources.index.actors.get(source or "")
    return actor is not None and actor.kind == "media"


def _first_noun(tree: Tree, start: int, end: int) -> str:
    return next((tree.lemma(i) for i in range(start, end) if tree.token(i).pos_ == "NOUN"), "")


def _nobody(tree: Tree, head: int) -> bool:
    if head < 0:
        return False
    return tree.token(head).lower_ in ("nobody", "none", "neither") or any(
        tree.token(c).lower_ in ("no", "neither") for c in tree.children(head, Role.DETERMINER)
    )


def _speaker_of_quote(reading: _Reading, frame: Frame, pieces: list[tuple[Tokens, str]]) -> tuple[int, ...]:
    if not pieces or pieces[0][1] != "direct":
        return ()
    quotation = quotation_at(reading.found, pieces[0][0][0])
    head = speaker_beside(reading.tree, frame, quotation) if quotation else None
    return () if head is None else (head,)


def _of_speaker(tree: Tree, verb: int) -> bool:
    """ "“…,” a doctor who asked not to be named said": a clause on the speaker before the verb of saying."""
    return (
        tree.roles[verb] is Role.RELATIVE_CLAUSE
        and labels.is_verb(tree.token(tree.heads[tree.heads[verb]]))
        and (tree.heads[tree.heads[verb]] > verb)
    )


def _contents(reading: _Reading, frame: Frame, forms: tuple[str, ...], stance: str) -> list[tuple[Tokens, str]]:
    """Content bounds with how they are quoted; a direct quotation gives one a sentence."""
    tree = reading.tree
    out: list[tuple[Tokens, str]] = []
    if "quote" in forms and stance != "withholds" and not _of_speaker(tree, frame.head):
        for quotation in direct_speech(tree, frame, reading.found):
            out += [(piece, "direct") for piece in sentences_of(tree, quotation.inner)]
        led = introduced_paragraph(tree, frame)
        if not out and led is not None:
            out = [(piece, "direct") for piece in sentences_of(tree, led)]
    if out:
        return out
    found = inner_content(tree, frame) if "inner" in forms else content_tokens(tree, frame, forms)
    if stance == "withholds":
        found = asked_content(tree, frame) or found
        if found is not None:
            found = beyond_request(tree, *found)
    if found is None:
        return []
    if stance in ("denies", "doubts", "accuses", "warns", "withholds"):
        found = without_remark(tree, frame, *found)
    own = quotation_at(reading.found, frame.head)
    others = tuple(q for q in reading.found if q is not own)
    bounds, kind = speaker_marks(tree, *found, others)
    if bounds[1] <= bounds[0]:
        return []
    second = resumed(tree, frame, bounds) if "fronted" in forms and kind == "indirect" else None
    return [(bounds, kind), *([(second, kind)] if second else [])]
