"""The place that a phrase lies in or by, as the grammar and the passage tell it."""

from collections import Counter
from collections.abc import Iterable

from warextract.mentions.place_draft import Draft
from warextract.syntax import labels
from warextract.syntax.labels import Role
from warextract.syntax.tree import Tree

_PHRASE = (Role.OBLIQUE, Role.NOMINAL_MODIFIER, Role.POSSESSOR)
_SAID = (Role.CLAUSE_COMPLEMENT, Role.PARATAXIS)


def place_around(
    tree: Tree, i: int, drafts: Iterable[Draft], *, sentence_only: bool = False, located: bool = False
) -> Draft | None:
    """The named place that token ``i`` is told to be in: by its own modifiers, those of what governs it,
    the same sentence, the paragraph before (a town or region, else a country); further back only in the country that
    most places lie in.

    ``located``: only one whose country is known.
    """
    at = {
        m.head: draft
        for draft in drafts
        if draft.named and (draft.country is not None or not located)
        for m in draft.mentions
    }
    at.pop(i, None)
    at = {head: draft for head, draft in at.items() if not is_origin(tree, head)}
    own = _below(tree, i, at)
    if own is not None:
        return own
    for governor in tree.ancestors(i):
        if (found := _below(tree, governor, at)) is not None:
            return found
        if labels.is_verb(tree.token(governor)):
            break
    start, end = tree.sentence(i)
    inside = [head for head in at if start <= head < end and not _is_where_said(tree, i, head)]
    if inside:
        return at[min(inside, key=lambda head: (abs(head - i), head))]
    if sentence_only:
        return None
    opening = tree.paragraphs[start]
    settled = [head for head in at if at[head].kind != "country"]
    before = [head for head in settled if opening <= head < start]
    if before:
        return at[max(before)]
    told = [head for head in at if opening <= head < start]
    if told:
        return at[max(told)]  # "invaded Ukraine. … used at the front"
    leading = leading_country([at[head] for head in settled])
    before = [head for head in settled if head < start and at[head].country == leading]
    return at[max(before)] if before and leading is not None else None


def place_of_owner(tree: Tree, i: int, drafts: Iterable[Draft]) -> Draft | None:
    """Where whose place it is was last told to be: "units of the brigade took Korda. … in the brigade's area"."""
    places = list(drafts)
    for owner in tree.children(i, Role.POSSESSOR):
        if not labels.is_noun(tree.token(owner)):
            continue
        word, start = tree.token(owner).lower_, tree.sentence(i)[0]
        for k in range(start - 1, -1, -1):
            if tree.token(k).lower_ == word:
                found = place_around(tree, k, places, sentence_only=True, located=True)
                if found is not None:
                    return found
    return None


def leading_country(places: list[Draft]) -> str | None:
    """The country that at least three in five of the mentions of towns and regions lie in."""
    counts = Counter(draft.country for draft in places if draft.country is not None)
    if not counts:
        return None
    country, count = counts.most_common(1)[0]
    return country if count >= 0.6 * counts.total() else None


def is_origin(tree: Tree, head: int) -> bool:
    """ "a howitzer made in the US": where a thing comes from, and nothing happens."""
    return tree.preposition(head) == "in" and tree.lemma(tree.heads[head]) in _MAKING


_MAKING = frozenset({"make", "manufacture", "produce", "build", "assemble", "design", "develop", "bear", "born"})


def _is_where_said(tree: Tree, i: int, head: int) -> bool:
    """Whether something is only said at a place, and token ``i`` is in what is said: "'They will come behind our
    posts,' he told deputies in Ankara"; not "the ministry in Kabul said".
    """
    chain = [head, *tree.ancestors(head)]
    below = i
    for above in tree.ancestors(i):
        if above in chain:
            at = chain.index(above)
            by_speaker = at > 0 and tree.roles[chain[at - 1]] in (Role.SUBJECT, Role.SUBJECT_PASSIVE)
            return tree.roles[below] in _SAID and not by_speaker
        below = above
    return False


def _below(tree: Tree, i: int, at: dict[int, Draft]) -> Draft | None:
    for child in tree.children(i):
        if tree.roles[child] not in _PHRASE:
            continue
        for member in (child, *tree.children(child, *_PHRASE)):
            if member in at:
                return at[member]
    return None
