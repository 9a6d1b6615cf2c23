"""What stands beside an attribution: "The bridge fell, the governor said."."""

from warextract.claims.block import Tokens, attribution_block
from warextract.claims.extent import is_finite
from warextract.lexicon.claim_words import claim_words
from warextract.syntax.frames import Frame
from warextract.syntax.labels import Role
from warextract.syntax.tree import Tree

_RELATIVES = frozenset({"which", "who", "whom", "whose"})
_MIN_CONTENT = 2
_COMMAS = frozenset({",", "—", "–", "-", '"', "”", "'", "’", "“", "»", "''"})


def fronted(tree: Tree, frame: Frame) -> Tokens | None:
    """The clause before, or around, an attribution: "The bridge fell, the governor said."."""
    embedded = tree.roles[frame.head] in (Role.NOUN_CLAUSE, Role.RELATIVE_CLAUSE, Role.ADVERBIAL_CLAUSE)
    if embedded and (frame.has("passive") or _introduced(tree, frame.head)):
        return None  # "the truce, announced on Monday, held"; "online, where he posted pictures"
    found = beside_block(tree, attribution_block(tree, frame), tree.sentence(frame.head))
    if found and any(found[0] <= head < found[1] for head in frame.fill("subject")):
        return None  # "Reuters, citing two medics, reported": the source stands on that side
    if found and found[0] > frame.head and tree.token(found[0]).lower_ in _RELATIVES:
        return None  # "crews responding to the fire, which had spread": told of the fire
    return found


def _introduced(tree: Tree, head: int) -> bool:
    """Whether a relative word or a conjunction opens the clause of a predicate."""
    return any(tree.token(c).lower_ in claim_words().introducers for c in tree.children(head) if c < head)


def beside_block(tree: Tree, block: Tokens, bounds: Tokens) -> Tokens | None:
    """What stands beside an attribution that commas set off; of two sides the longer one."""
    first, last = block
    start, end = bounds
    left: Tokens | None = None
    right: Tokens | None = None
    if first - 1 >= start and tree.token(first - 1).text in _COMMAS:
        left = tree.trim(start, first - 1)
    if last < end and tree.token(last).text in _COMMAS:
        right = tree.trim(last + 1, end)
    if left is None and right is None and first == start:
        return None
    sides = [side for side in (left, right) if side and side[1] - side[0] >= _MIN_CONTENT]
    if not sides:
        return None
    if len(sides) > 1 and (tree.token(sides[1][0]).lower_ in claim_words().introducers or _tells(tree, *sides[0])):
        return sides[0]  # "The line broke, the brigade said, | as the push along the river began"
    return max(sides, key=lambda s: tree.offsets(*s)[1] - tree.offsets(*s)[0])


def resumed(tree: Tree, frame: Frame, told: Tokens) -> Tokens | None:
    """A second statement behind an attribution between two: "The mill burned, he wrote, but | the port was safe".

    None where it is no clause of its own, or what somebody else says ("…, but the hospital counted twelve").
    """
    block = attribution_block(tree, frame)
    end = tree.sentence(frame.head)[1]
    if told[1] > block[0] or block[1] + 2 >= end or tree.token(block[1]).text != ",":
        return None
    start = block[1] + 2
    if tree.token(start - 1).lower_ not in ("and", "but") or not _tells(tree, start, end):
        return None
    if any(tree.lemma(i) in claim_words().reporting for i in range(start, end) if _predicate(tree, i)):
        return None
    return tree.trim(start, end)


def _predicate(tree: Tree, i: int) -> bool:
    return tree.token(i).pos_ == "VERB" and tree.roles[i] not in _BESIDE_THE_POINT


_BESIDE_THE_POINT = (Role.RELATIVE_CLAUSE, Role.ADVERBIAL_CLAUSE, Role.NOUN_CLAUSE)


def _tells(tree: Tree, start: int, end: int) -> bool:
    """Whether a stretch is a clause of its own: "Nine people died, | the governor said, but doctors counted 12"."""
    for i in range(start, end):
        if is_finite(tree, i):
            verb = tree.heads[i] if tree.roles[i] in _SUPPORTING else i
            subject = tree.child(verb, Role.SUBJECT, Role.SUBJECT_PASSIVE, Role.EXPLETIVE)
            if subject is not None and start <= subject < end and tree.roles[verb] not in _BESIDE_THE_POINT:
                return True
    return False


_SUPPORTING = (Role.AUXILIARY, Role.AUXILIARY_PASSIVE, Role.COPULA)


def longer_rest(tree: Tree, whole: Tokens, block: Tokens) -> Tokens | None:
    """The longer rest of a clause around an attribution inside it."""
    left = tree.trim(whole[0], min(max(block[0], whole[0]), whole[1]))
    right = tree.trim(max(block[1], whole[0]), whole[1]) if block[1] < whole[1] else left
    best = max((left, right), key=lambda s: s[1] - s[0])
    return best if best[1] - best[0] >= _MIN_CONTENT else None
