"""Every error that warextract raises on purpose.

WarextractError
├── RuleError          a rule file is malformed: names file, rule and sentence
├── GazetteerError     a gazetteer file is malformed: names file and line
├── ModelError         the spaCy pipeline is missing or lacks what the rules need
└── ArticleError       an article cannot be read: names the file and the remedy
    └── SkippedArticle     it is left out on purpose: withdrawn by its publisher, or no article at all
"""

from pathlib import Path


class WarextractError(Exception):
    """Base of all errors of this package; its message names what failed and what to do."""


class RuleError(WarextractError):
    """A rule of the rule book is malformed."""


class GazetteerError(WarextractError):
    """An entry of a gazetteer is malformed."""


class ModelError(WarextractError):
    """The spaCy pipeline cannot be loaded or does not fit the rules."""


class ArticleError(WarextractError):
    """An input article cannot be read.

    ``path`` and ``id`` say of which file and article, ``number`` which of the articles in the file, from 1, where that
    is known.
    """

    kind = "unreadable"
    path: Path | None = None
    id: str | None = None
    number: int | None = None


class SkippedArticle(ArticleError):  # noqa: N818 (nothing went wrong with it)
    """An input that is left out on purpose."""

    kind = "skipped"
