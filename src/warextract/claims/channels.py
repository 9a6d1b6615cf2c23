"""Through what a claim reached the reader: the channel of the statement, and who passed it on."""

from warextract.lexicon.channels import load_channels
from warextract.matching.conditions import EntityIndex
from warextract.syntax.frames import Frame
from warextract.syntax.tree import Tree


def channel_of(tree: Tree, frame: Frame) -> str | None:
    """The phrase that says where a statement was made: "a statement", "Telegram"."""
    channels = load_channels()
    for preposition, head in frame.prepositions():
        word = tree.token(head)
        if preposition in channels.prepositions and {tree.lemma(head), word.lower_} & channels.nouns:
            return tree.span_text(*tree.base_phrase(head))
    return None


def passed_on_by(frame: Frame, index: EntityIndex) -> tuple[str, ...]:
    """Names of the media that were told it: "told Reuters", "said to the agency"."""
    out: list[str] = []
    for slot in ("recipient", "object", "to", "with"):
        for head in frame.fill(slot):
            actor = index.actor(head)
            if actor is not None and actor.kind == "media" and actor.name not in out:
                out.append(actor.name)
    return tuple(out)
