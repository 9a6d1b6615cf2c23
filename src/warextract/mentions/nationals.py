"""The people of a country by its name: "Ukrainians", "the Israelis", "a 16-year-old Palestinian"."""

from warextract.mentions.candidate import PARTIES, Candidate, is_argument, is_counted, is_definite, modifiers
from warextract.mentions.phrases import phrase_bounds, phrase_name
from warextract.mentions.survey import Survey
from warextract.syntax.labels import Role


def nationals(survey: Survey, i: int) -> Candidate | None:
    """ "Ukrainians", "displaced Palestinians", "the Israelis"."""
    tree = survey.tree
    hit = survey.at.get(i)
    if hit is None or hit.end != i + 1 or not is_argument(tree, i):
        return None
    one = hit.use == "adjective" and _is_one_national(survey, i)
    if hit.use != "people" and not one:
        return None
    start, end = phrase_bounds(survey, i)
    if one:
        return Candidate(
            start, end, i, "nominal", "nationals", phrase_name(survey, start, end), "person", country=survey.code(hit),
            lemma=tree.lemma(i), definite=is_definite(tree, i), modifiers=modifiers(tree, i),
        )  # fmt: skip
    words = modifiers(tree, i)
    counted, definite = is_counted(tree, i), is_definite(tree, i)
    key = None if counted or definite else f"described:national:{' '.join(sorted(words))}:{hit.id}"
    return Candidate(
        start, end, i, "nominal", "nationals", phrase_name(survey, start, end), "population", key=key,
        country=survey.code(hit), lemma=tree.lemma(i), plural=True, definite=definite, counted=counted, modifiers=words,
    )  # fmt: skip


def _is_one_national(survey: Survey, i: int) -> bool:
    """ "a 16-year-old Palestinian", "an American": an adjective of a country that is the noun itself."""
    tree = survey.tree
    after = tree.token(i + 1) if i + 1 < len(tree.tokens) else None
    ends = after is not None and (after.pos_ in ("VERB", "AUX", "ADP", "SCONJ", "CCONJ") or after.text in ".,")
    one = any(
        tree.token(c).lower_ in ("a", "an", "another", "one") for c in tree.children(i, Role.DETERMINER, Role.NUMERAL)
    )
    role = tree.roles[tree.first_conjunct(i)]
    return ends and one and role in PARTIES
