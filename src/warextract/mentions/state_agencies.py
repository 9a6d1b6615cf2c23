"""Agencies that speak for a state: to them its ministry is "the ministry", and its own officials talk to them."""

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
