"""All rules of the date grammar, read from ``data/date_rules.toml``."""

import re
from functools import cache

from warextract.text.date_absolute import ABSOLUTE
from warextract.text.date_context import Rule, expand, fragments
from warextract.text.date_relative import RELATIVE
from warextract.text.wordlists import word_list


@cache
def rules() -> tuple[Rule, ...]:
    """The rules in order of preference."""
    resolvers = ABSOLUTE | RELATIVE
    return tuple(
        Rule(
            name=entry["name"],
            pattern=re.compile(rf"(?<![\w-]){expand(entry['pattern'], fragments())}(?![\w])"),
            resolve=resolvers[entry["resolve"]],
            anchored=entry.get("anchored", True),
            dateparser=entry.get("dateparser"),
        )
        for entry in word_list("date_rules")["rule"]
    )
