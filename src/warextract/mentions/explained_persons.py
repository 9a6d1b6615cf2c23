"""Persons whom only the words beside their name tell: "Aliou Barry, spokesman for the governor,", "Aliou Barry, 34,",
"another resident, Aliou Barry,".
"""

from collections.abc import Callable, Iterator

from warextract.mentions.survey import Survey
from warextract.syntax.labels import Role

_FULL_NAME = 3
_YOUNGEST, _OLDEST = 0, 110


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
        yield from _full_name(survey, end, _is_plain_name)
    yield from _aged(survey)
    yield from _described(survey)


def _described(survey: Survey) -> Iterator[tuple[int, int]]:
    """ "Another resident, Aliou Barry, said": one who is described between an article and a comma, and then named."""
    doc = survey.tree.tokens
    for i in range(1, len(doc) - _FULL_NAME):
        noun = doc[i - 1]
        if doc[i].text != "," or noun.tag_ != "NN" or not _is_person(survey, i - 1):
            continue
        article = next((k for k in range(i - 2, max(-1, i - _PHRASE), -1) if doc[k].pos_ not in ("ADJ", "NOUN")), None)
        if article is None or doc[article].lower_ not in _ONE:
            continue
        end = i + 1
        while end < len(doc) and end - i <= _FULL_NAME and _is_name_word(survey, end):
            end += 1
        if end < len(doc) and doc[end].text == "," and end - i > _FULL_NAME - 1:
            yield i + 1, end


_PHRASE = 6  # tokens of a description, from its article to the comma
_ONE = frozenset({"a", "an", "another", "one", "his", "her", "their"})


def _is_person(survey: Survey, i: int) -> bool:
    titles = survey.gazetteer.people.titles["words"]
    return survey.tree.lemma(i) in titles or survey.gazetteer.kinds.get(survey.tree.lemma(i)) == "population"


def _aged(survey: Survey) -> Iterator[tuple[int, int]]:
    """ "Aliou Barry, aged 34," and "Aliou Barry, 34," whatever the recogniser saw."""
    doc = survey.tree.tokens
    for i in range(2, len(doc) - 2):
        if doc[i].text != "," or not (doc[i - 1].is_title and doc[i - 1].is_alpha):
            continue
        number = i + 2 if doc[i + 1].lower_ == "aged" else i + 1
        if number + 1 >= len(doc) or not (doc[number].is_digit and _YOUNGEST < int(doc[number].text) < _OLDEST):
            continue
        if number == i + 1 and doc[number + 1].text != ",":
            continue
        yield from _full_name(survey, i, _is_name_word)


def _full_name(survey: Survey, end: int, fits: Callable[[Survey, int], bool]) -> Iterator[tuple[int, int]]:
    """The name of two words or three that ends before a token, if there is one."""
    start = end
    while start > 0 and end - start < _FULL_NAME and fits(survey, start - 1):
        start -= 1
    if end - start > 1:
        yield start, end


def _is_name_word(survey: Survey, i: int) -> bool:
    token = survey.tree.token(i)
    return token.pos_ == "PROPN" and token.is_title and token.is_alpha and i not in survey.at


def _is_plain_name(survey: Survey, i: int) -> bool:
    """A word of a name of which the recogniser saw nothing."""
    return _is_name_word(survey, i) and not survey.tree.token(i).ent_type_
