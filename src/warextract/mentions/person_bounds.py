"""Where a person's name starts and ends, whatever part of it the recogniser saw."""

from warextract.mentions.survey import Survey
from warextract.syntax import labels
from warextract.syntax.labels import EntityType

_HYPHENS = frozenset("-‑‐")
PARTICLES = frozenset({"al", "el", "bin", "ibn", "de", "dela", "del", "da", "van", "von", "der", "abu", "ul"})


def name_start(survey: Survey, start: int, end: int) -> int:
    """Start of a name of which the recogniser saw only the surname ("Usman" Khan)."""
    tree = survey.tree
    while start > 0 and end - start < 3 and start - 1 not in survey.at:
        token = tree.token(start - 1)
        titled = (
            token.lower_.strip(".") in survey.gazetteer.people.titles["words"]
            or tree.lemma(start - 1) in survey.gazetteer.kinds
        )
        joined = start <= tree.heads[start - 1] < end or tree.heads[start] == start - 1
        if titled or not joined or token.pos_ != "PROPN" or token.ent_type_ or not token.is_title or not token.is_alpha:
            break
        start -= 1
    return start


def name_end(survey: Survey, start: int, end: int) -> int:
    """End of a name that the recogniser broke off ("Arnel dela" Vega) or ran on over punctuation."""
    doc = survey.tree.tokens
    while end > start + 1 and not _may_end(doc[end - 1].text):
        end -= 1
    if (
        end + 1 < len(doc)
        and doc[end].text in PARTICLES
        and labels.entity_type(doc[end + 1].ent_type_) is EntityType.PERSON
    ):
        end += 2  # "Arnel dela Vega", told apart by the recogniser
    while end < len(doc) and (
        doc[end - 1].lower_ in PARTICLES or doc[end - 1].text in _HYPHENS or doc[end].text in _HYPHENS
    ):
        if (
            not doc[end].text[0].isupper()
            and doc[end].text not in _HYPHENS
            and not _ends_given_name(survey, start, end)
        ):
            break
        end += 1
    while end > start + 1 and doc[end - 1].text in _HYPHENS:
        end -= 1
    return end


def _ends_given_name(survey: Survey, start: int, end: int) -> bool:
    """ "Chen Bin-hua", "Prayuth Chan-ocha": the small second half of a name, after a hyphen and before a verb."""
    doc = survey.tree.tokens
    joined = end - start > len(("Bin", "-")) and doc[end - 1].text in _HYPHENS and not doc[end - 1].whitespace_
    after = doc[end + 1] if end + 1 < len(doc) else None
    closes = after is not None and (labels.is_verb(after) or after.text in (",", "'s", "’s", "."))
    adjective = doc[end].lower_ in survey.gazetteer.people.units["foreign"] or doc[end].lower_.endswith("ed")
    return joined and closes and doc[end].is_alpha and not adjective


def _may_end(text: str) -> bool:
    return text[0].isupper() or joins(text)


def joins(text: str) -> bool:
    """Whether a word in a name wants another after it ("al", "dela", a hyphen)."""
    return text in _HYPHENS or text.lower() in PARTICLES
