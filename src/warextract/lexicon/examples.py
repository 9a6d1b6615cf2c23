"""Example sentences with their roles marked: "<source>Kyiv</source> <cue>denied</cue> …"."""

import re

from pydantic import BaseModel, ConfigDict

_TAG = re.compile(r"<(/?)([a-z]+)>")

Example = tuple[str, int, int]
"""A role and the character bounds of its words."""


class Marked(BaseModel):
    """A sentence without its marks, and the roles that were marked."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    text: str
    roles: tuple[Example, ...]


def parse_marked(sentence: str) -> Marked:
    """Read the marks of an example; roles may nest, and a role may stand several times.

    Raises ValueError, which quotes the sentence, for a tag that is not opened or not closed.

    >>> parse_marked("<source>Kyiv</source> denied it.").roles
    (('source', 0, 4),)
    """
    text = ""
    open_tags: list[tuple[str, int]] = []
    roles: list[Example] = []
    position = 0
    for tag in _TAG.finditer(sentence):
        text += sentence[position : tag.start()]
        position = tag.end()
        closing, role = tag.groups()
        if not closing:
            open_tags.append((role, len(text)))
        elif open_tags and open_tags[-1][0] == role:
            start = open_tags.pop()[1]
            if start == len(text):
                raise ValueError(f"<{role}> marks nothing: {sentence!r}")
            roles.append((role, start, len(text)))
        else:
            raise ValueError(f"</{role}> closes nothing: {sentence!r}")
    if open_tags:
        raise ValueError(f"<{open_tags[-1][0]}> is not closed: {sentence!r}")
    return Marked(text=text + sentence[position:], roles=tuple(sorted(roles, key=lambda r: (r[1], r[2], r[0]))))
