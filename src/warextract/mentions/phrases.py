"""Bounds and names of descriptions: "some 40 soldiers of the brigade" is named "40 soldiers"."""

from warextract.mentions.candidate import is_counted, possessor
from warextract.mentions.survey import Survey


def phrase_bounds(survey: Survey, i: int) -> tuple[int, int]:
    """Bounds of a description: determiner to noun, without words of a verb before it that the parser hung in."""
    tree = survey.tree
    start, end = tree.base_phrase(i)
    while end - 1 > i and tree.token(end - 1).pos_ == "ADV":
        end -= 1  # "missing relatives | there"
    if is_counted(tree, i):
        loose = survey.gazetteer.people.quantities["bounds"]
        while start < i and tree.token(start).lower_ in loose:
            start += 1
    owner = possessor(tree, i)
    whose = tree.descendants(owner) if owner is not None else ()
    for at in range(i - 1, start - 1, -1):
        token = tree.token(at)
        if at in whose:
            continue
        if token.text in "()[]" or (at == start and (token.is_punct or token.pos_ == "ADV")):
            return at + 1, end
        verbal = token.tag_ in ("VBD", "VBZ", "VBP", "VB") or (token.tag_ == "VBG" and at == start)
        if verbal or token.pos_ in ("ADP", "SCONJ") or (token.pos_ == "CCONJ" and at == start):
            return at + 1, end
    return start, end


def phrase_name(survey: Survey, start: int, end: int) -> str:
    loose = survey.gazetteer.people.quantities["bounds"]
    while start + 1 < end:
        token = survey.tree.token(start)
        opening = token.lower_ in loose and start + 2 < end and token.pos_ not in ("NOUN", "PROPN")
        if (
            token.pos_ not in ("DET", "PUNCT", "SPACE")
            and not opening
            and token.lower_ not in ("whose", "which", "what")
        ):
            break
        start += 1
    return survey.tree.span_text(start, end)
