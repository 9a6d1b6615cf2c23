"""Bodies that only the recogniser knows, their kind guessed from the words of their names."""

from collections.abc import Iterator
from typing import cast

from warextract.lexicon.name_index import fold
from warextract.lexicon.places import PlaceTable
from warextract.mentions.candidate import Candidate, is_argument, is_subject, without_article
from warextract.mentions.survey import Survey
from warextract.mentions.usage import head_of
from warextract.syntax.labels import EntityType, Role
from warextract.vocabulary import ActorKind

_BROAD_NAMES = frozenset({"international", "global", "world", "european", "african", "arab", "asian", "joint"})
_EXPLAINED = ("company", "armed_group", "ngo", "media")


def organisations(survey: Survey, used: frozenset[int]) -> Iterator[Candidate]:
    """Organisations of the recogniser where no longer name stands."""
    tree = survey.tree
    for ent in tree.names:
        if ent.kind is not EntityType.ORGANISATION or ent.start in survey.taken:
            continue
        start, end = without_article(tree, ent.start, ent.end), ent.end
        hit = survey.country_hit(start)
        if hit is not None and hit.end < end:
            start = hit.start
        if any(i in used for i in range(start, end)) or (hit is not None and hit.end >= end):
            continue
        head = head_of(tree, start, end)
        modifier = tree.roles[head] in (Role.COMPOUND, Role.ADJECTIVE) and tree.heads[head] >= end
        if modifier or not is_argument(tree, head) or tree.token(head).pos_ not in ("PROPN", "NOUN", "ADJ"):
            continue
        text = tree.span_text(start, end)
        if (
            _is_heading(survey, ent.start, end)
            or _is_place(survey, start, end, head)
            or _is_no_actor(survey, start, end, head)
        ):
            continue
        country_hit = survey.modifying(max(0, start - 3), end - 1) or survey.following(head)
        country = survey.code(country_hit) if country_hit is not None else _owner_country(survey, start, end)
        kind = kind_of(survey, start, end)
        if kind == "other" and end - start > 1 and _is_identified(survey, head):
            kind = "person"
        local = kind != "igo" and tree.token(start).lower_ not in _BROAD_NAMES
        yield Candidate(
            start, end, head, "name", "organisation", text, kind, key=f"name:{fold(text)}", country=country,
            lemma=tree.lemma(end - 1), local=local,
        )  # fmt: skip


def _is_identified(survey: Survey, head: int) -> bool:
    """ "the dead man was identified as Jaypee Galicha": a person that the recogniser took for a body."""
    tree = survey.tree
    return tree.preposition(head) == "as" and tree.lemma(tree.heads[head]) == "identify"


def _owner_country(survey: Survey, start: int, end: int) -> str | None:
    """The country of the known body whose name a longer one begins with: "Hamas Media Office"."""
    hit = survey.at.get(start)
    if hit is None or hit.use != "name" or hit.end >= end:
        return None
    return survey.allegiance(hit.id)


def explained_names(survey: Survey, used: frozenset[int]) -> Iterator[Candidate]:
    """Names that a noun before them explains, whatever the recogniser says: "activist fund Larch Capital"."""
    tree = survey.tree
    for token in tree.tokens:
        if token.pos_ != "NOUN" or tree.roles[token.i] is not Role.COMPOUND:
            continue
        lemma = survey.noun(token.i)
        kind = next((k for k in _EXPLAINED if lemma in survey.gazetteer.people.groups[k]), None)
        if kind is None:
            continue
        name = tree.heads[token.i]
        while tree.roles[name] in (Role.COMPOUND, Role.FLAT) and name < tree.heads[name] <= name + 2:
            name = tree.heads[name]  # the noun hangs on the first word of the name
        inside = range(token.i + 1, name + 1)
        if not inside or used & set(inside) or not all(tree.token(i).text[0].isupper() for i in inside):
            continue
        end = name + 1
        while end < len(tree.tokens) and tree.heads[end] in inside and tree.roles[end] is Role.FLAT:
            end += 1
        text = tree.span_text(token.i + 1, end)
        yield Candidate(
            token.i + 1, end, name, "name", "organisation", text, cast("ActorKind", kind), key=f"name:{fold(text)}",
            lemma=tree.lemma(name), local=True,
        )  # fmt: skip


def _is_heading(survey: Survey, start: int, end: int) -> bool:
    """Whether a name is a paragraph of its own: "Key Takeaways", "REGIONAL OVERVIEW"."""
    doc = survey.tree.tokens
    opens = start == 0 or "\n" in doc[start - 1].text
    return opens and end < len(doc) and "\n" in doc[end].text


def _is_place(survey: Survey, start: int, end: int, head: int) -> bool:
    """A place that the recogniser took for a body, unless it says something."""
    tree = survey.tree
    known = PlaceTable.load().find(tree.span_text(start, end))
    speaks = is_subject(tree, head) and tree.lemma(tree.heads[tree.first_conjunct(head)]) in ("say", "tell", "deny")
    return bool(known) and kind_of(survey, start, end) == "other" and not speaks


def _is_no_actor(survey: Survey, start: int, end: int, head: int) -> bool:
    """Networks, buildings and plain nouns that only stand where something is told or happens."""
    tree = survey.tree
    names = survey.gazetteer.people.names
    subject = is_subject(tree, head)
    if end - start > 1 and tree.token(end - 1).lower_ in names["occasions"]:
        return True
    if end - start == 1 and survey.country_hit(start) is not None:
        return True  # "An Australian, John Harding, …"
    if tree.span_text(start, end).lower() in names["channels"] and not subject:
        return True
    if tree.token(end - 1).lower_ in names["places"] and not subject:
        return True
    if tree.token(end - 1).text[0].islower() and kind_of(survey, start, end) == "other":
        return True  # "Key takeaway"
    nouns = {*survey.gazetteer.kinds, *survey.gazetteer.people.groups["government"]}
    return end - start == 1 and bool({tree.token(start).lower_, tree.lemma(start)} & nouns)


def kind_of(survey: Survey, start: int, end: int) -> ActorKind:
    """Kind of a body by its head word, then by its other words."""
    words = [survey.tree.token(i).lower_ for i in range(start, end)]
    if survey.tree.token(end - 1).lower_ == "union" and survey.tree.token(end - 1).text.islower():
        return "other"  # "the ACV union"
    of = words.index("of") if "of" in words[1:] else len(words)
    ordered = [words[of - 1], *reversed(words)]
    for word in ordered:
        for kind, heads in survey.gazetteer.people.heads.items():
            if word in heads:
                return cast("ActorKind", kind)
    return "other"
