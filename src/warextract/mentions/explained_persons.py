"""Persons whom only the words after their name tell: "Aliou Barry, spokesman for the governor,"."""

from collections.abc import Iterator

from warextract.mentions.survey import Survey
from warextract.syntax.labels import Role

_FULL_NAME = 3


def explained_persons(survey: Survey) -> Iterator[tuple[int, int]]:
    """ "Aliou Barry, spokesman for the governor," where the recogniser saw nothing."""
    tree = survey.tree
    for token in tree.tokens:
        end = tree.heads[token.i] + 1
        office = token.pos_ == "NOUN" and token.lower_.strip(".") in survey.gazetteer.people.titles["words"]
        while end < token.i and _is_plain_name(survey, end):
            end += 1
        if not office or tree.roles[token.i] is not Role.APPOSITION or tree.token(end).text != ",":
            continue
        start = end
        while start > 0 and end - start < _FULL_NAME and _is_plain_name(survey, start - 1):
            start -= 1
        if end - start > 1:
            yield start, end


def _is_plain_name(survey: Survey, i: int) -> bool:
    token = survey.tree.token(i)
    return token.pos_ == "PROPN" and token.is_title and token.is_alpha and not token.ent_type_ and i not in survey.at
