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
    from warextract.exports.claim_table import ClaimRow, claim_table
    from warextract.exports.event_row import EventRow
    from warextract.exports.event_table import event_table
    from warextract.exports.export import Exported, export
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
    from warextract.ledger_export import LedgerTableRow, ledger_table, write_ledger
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
    from warextract.writers import read_records

    __version__: str

__all__ = [
    "Actor",
    "Article",
    "ArticleError",
    "ArticleInfo",
    "ArticleRecord",
    "Casualties",
    "Claim",
    "ClaimRow",
    "Codes",
    "Dateline",
    "Event",
    "EventPlace",
    "EventRow",
    "Evidence",
    "Exported",
    "Extractor",
    "Failure",
    "GazetteerError",
    "LedgerActor",
    "LedgerParticipant",
    "LedgerPlace",
    "LedgerRow",
    "LedgerTableRow",
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
    "claim_table",
    "event_table",
    "export",
    "extract",
    "extract_folder",
    "ledger",
    "ledger_table",
    "load",
    "read_records",
    "write_ledger",
]

_HOMES = {
    "ledger_export": ("LedgerTableRow", "ledger_table", "write_ledger"),
    "api": ("extract", "extract_folder"),
    "article": ("Article",),
    "batch": ("Failure",),
    "errors": ("ArticleError", "GazetteerError", "ModelError", "RuleError", "WarextractError"),
    "exports.claim_table": ("ClaimRow", "claim_table"),
    "exports.event_row": ("EventRow",),
    "exports.event_table": ("event_table",),
    "exports.export": ("Exported", "export"),
    "extractor": ("Extractor", "load"),
    "writers": ("read_records",),
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
