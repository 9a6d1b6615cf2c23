"""What a person is and for whom, from the words beside the name."""

from warextract.mentions.cast import Cast, Draft
from warextract.mentions.entities import Mention
from warextract.syntax import labels
from warextract.syntax.labels import Role
from warextract.syntax.tree import Tree

_BEFORE = (Role.COMPOUND, Role.ADJECTIVE, Role.FLAT, Role.APPOSITION)
_OF = ("of", "for", "to", "at", "on")
_FOR = frozenset({"for", "of", "at", "in", "from", "with"})


def title_of(tree: Tree, mention: Mention) -> str | None:
    """The title before a name ("regional Gov."), or the description in apposition to it."""
    if mention.form == "nominal":
        start = mention.start
        end = _role_end(tree, mention)
        while start < end and (tree.token(start).pos_ == "DET" or labels.is_pronoun(tree.token(start))):
            start += 1
        return tree.span_text(start, end) or None
    start = mention.start
    phrase = tree.base_phrase(mention.head)[0]
    while (
        start > phrase
        and tree.token(start - 1).pos_ not in ("DET", "PUNCT", "PART")
        and tree.heads[start - 1] != start - 1
    ):
        if tree.roles[start - 1] is Role.POSSESSOR:
            break
        start -= 1
    while start > 0 and start < mention.start and tree.token(start).pos_ == "ADP":
        start -= 1  # "Minister of Information Moammar al-Eryani"
    while start < mention.start and _is_no_title(tree, start):
        start += 1
    if start < mention.start and tree.token(mention.start - 1).pos_ not in ("VERB", "AUX"):
        return tree.span_text(start, mention.start)
    return None


def _is_no_title(tree: Tree, i: int) -> bool:
    """Words that the parser hung before a name and that begin no title: "and", a verb with its preposition."""
    token = tree.token(i)
    verb = token.pos_ in ("VERB", "AUX") or token.tag_ in ("VBG", "VBN")
    preposed = token.pos_ in ("CCONJ", "ADP", "SCONJ", "PUNCT", "PRON", "ADV")
    return preposed or verb


def _role_end(tree: Tree, mention: Mention) -> int:
    """End of a description with its "of …" and "for …", short of clauses and further phrases."""
    end = max(mention.end, tree.noun_phrase(mention.head)[1])
    for i in range(mention.end, end):
        token = tree.token(i)
        joined = token.text in ("-", "‑") and not token.whitespace_ and not tree.token(i - 1).whitespace_
        if (token.pos_ in ("VERB", "AUX", "PUNCT", "SCONJ") and not joined) or token.tag_ in ("WP", "WDT"):
            return i
        if token.pos_ == "ADP" and token.lower_ not in _OF:
            return i
    return end


def affiliation_of(tree: Tree, mention: Mention, cast: Cast, person: Draft) -> int | None:
    """Token of the actor that a person speaks or works for ("spokesman for the 28th Brigade")."""
    if mention.form == "pronoun":
        return None
    nodes = [mention.head, *tree.children(mention.head, Role.APPOSITION, *_BEFORE)]
    if tree.roles[mention.head] is Role.APPOSITION:
        nodes.append(tree.heads[mention.head])
    for node in nodes:
        inner = (k for c in tree.children(node, Role.NOMINAL_MODIFIER) for k in tree.children(c, Role.NOMINAL_MODIFIER))
        for c in (*tree.children(node), *(k for k in inner if tree.preposition(k) == "for")):
            draft = cast.at.get(c)
            if draft is None or draft is person or draft.kind in ("person", "population", "state"):
                continue
            role = tree.roles[c]
            if role in (Role.POSSESSOR, Role.COMPOUND) or (
                role is Role.NOMINAL_MODIFIER and tree.preposition(c) in _FOR
            ):
                return c
    return None
