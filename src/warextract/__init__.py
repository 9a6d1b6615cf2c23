"""War reporting into records one can trust.

    import warextract

    record = warextract.extract(text, published="2025-02-07")
    for record in warextract.extract_folder("articles/", workers=2): ...
    extractor = warextract.load()

Nothing is loaded before it is asked for: spaCy only with the first text.
"""

from importlib import import_module
from importlib.metadata import version
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from warextract.api import extract, extract_folder
    from warextract.article import Article
    from warextract.batch import Failure
    from warextract.errors import ArticleError, GazetteerError, ModelError, RuleError, WarextractError
    from warextract.extractor import Extractor, load
    from warextract.happenings import (
        LedgerActor,
        LedgerParticipant,
        LedgerPlace,
        LedgerRow,
        LedgerTime,
        Standing,
        Telling,
        Toll,
        Voice,
        ledger,
    )
    from warextract.records import (
        Actor,
        ArticleInfo,
        ArticleRecord,
        Casualties,
        Claim,
        Codes,
        Dateline,
        Event,
        EventPlace,
        Evidence,
        NumberRange,
        Participant,
        Place,
        Revision,
        Span,
        Time,
        Weapon,
        WeaponAttributes,
    )

    __version__: str

__all__ = [
    "Actor",
    "Article",
    "ArticleError",
    "ArticleInfo",
    "ArticleRecord",
    "Casualties",
    "Claim",
    "Codes",
    "Dateline",
    "Event",
    "EventPlace",
    "Evidence",
    "Extractor",
    "Failure",
    "GazetteerError",
    "LedgerActor",
    "LedgerParticipant",
    "LedgerPlace",
    "LedgerRow",
    "LedgerTime",
    "ModelError",
    "NumberRange",
    "Participant",
    "Place",
    "Revision",
    "RuleError",
    "Span",
    "Standing",
    "Telling",
    "Time",
    "Toll",
    "Voice",
    "WarextractError",
    "Weapon",
    "WeaponAttributes",
    "__version__",
    "extract",
    "extract_folder",
    "ledger",
    "load",
]

_HOMES = {
    "api": ("extract", "extract_folder"),
    "article": ("Article",),
    "batch": ("Failure",),
    "errors": ("ArticleError", "GazetteerError", "ModelError", "RuleError", "WarextractError"),
    "extractor": ("Extractor", "load"),
    "happenings": (
        "LedgerActor", "LedgerParticipant", "LedgerPlace", "LedgerRow", "LedgerTime",
        "Standing", "Telling", "Toll", "Voice", "ledger",
    ),
}
_HOME_OF = {name: module for module, names in _HOMES.items() for name in names}


def _import(name: str) -> Any:
    """A public name, imported from its module when first used (PEP 562)."""
    if name == "__version__":
        return version("warextract")
    if name not in __all__:
        raise AttributeError(f"module 'warextract' has no attribute {name!r}")
    value = getattr(import_module(f"warextract.{_HOME_OF.get(name, 'records')}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)


if not TYPE_CHECKING:  # a type checker that saw it would let every misspelt name pass
    __getattr__ = _import
