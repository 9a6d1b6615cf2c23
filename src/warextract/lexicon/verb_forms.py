"""Verbs whose forms a small parser takes for nouns, as data: "denied shelling villages"."""

import tomllib
from functools import lru_cache
from importlib.resources import files
from typing import NamedTuple


class VerbForms(NamedTuple):
    """``gerunds`` and ``pasts`` map a form to its lemma; the other sets tell after and before what they stand."""

    gerunds: dict[str, str]
    gerunds_after: frozenset[str]
    prepositions: frozenset[str]
    not_before: frozenset[str]
    infinitives: frozenset[str]
    infinitives_after: frozenset[str]
    participles: frozenset[str]
    pasts: dict[str, str]


@lru_cache(maxsize=1)
def load_verb_forms() -> VerbForms:
    """The forms that travel with the package.

    >>> load_verb_forms().gerunds["using"], load_verb_forms().gerunds["shipping"]
    ('use', 'ship')
    """
    data = tomllib.loads((files("warextract.lexicon") / "verb_forms.toml").read_text("utf-8"))
    gerunds = data["gerunds"]
    doubled = frozenset(gerunds["doubled"])
    return VerbForms(
        gerunds={_gerund(verb, doubled=verb in doubled): verb for verb in gerunds["verbs"]},
        gerunds_after=frozenset(gerunds["after"]),
        prepositions=frozenset(gerunds["prepositions"]),
        not_before=frozenset(gerunds["not_before"]),
        infinitives=frozenset(data["infinitives"]["verbs"]),
        infinitives_after=frozenset(data["infinitives"]["after"]),
        participles=frozenset(data["participles"]["intransitive"]),
        pasts=data["pasts"],
    )


def _gerund(verb: str, *, doubled: bool) -> str:
    if doubled:
        return f"{verb}{verb[-1]}ing"
    return f"{verb[:-1]}ing" if verb.endswith("e") else f"{verb}ing"
