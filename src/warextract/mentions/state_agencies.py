"""Words beside a body of a state that tell whose it is: the agency that it talks to, the capital that it sits in."""

from warextract.mentions.candidate import is_subject
from warextract.mentions.survey import Survey
from warextract.syntax.labels import Role

_PARTY = 0.25  # share of the words for countries that makes one a party to the story


def own_agency(survey: Survey, head: int) -> str | None:
    """The country of the state agency that the noun ``head`` talks to ("law enforcement told TASS"), where that
    country is a party to the story.
    """
    tree = survey.tree
    verb = tree.heads[tree.first_conjunct(head)]
    if not is_subject(tree, head) or tree.lemma(verb) not in ("tell", "inform"):
        return None
    for told in tree.children(verb, Role.OBJECT, Role.RECIPIENT):
        hit = survey.at.get(told)
        if hit is not None and hit.id in survey.gazetteer.people.names["state_agencies"]:
            country = survey.gazetteer.actors[hit.id].country
            return country if survey.counts[country or ""] >= _PARTY * survey.counts.total() else None
    return None


def seat_before(survey: Survey, head: int) -> str | None:
    """The country of the capital that opens a sentence: "In Addis Ababa, the foreign ministry said"."""
    tree = survey.tree
    start, _ = tree.trim(*tree.sentence(head))
    hit = survey.at.get(start + 1) if tree.token(start).lower_ == "in" else None
    if hit is None or hit.use != "capital" or hit.end >= head or tree.token(hit.end).text != ",":
        return None
    return survey.code(hit)
