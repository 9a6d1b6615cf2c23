"""Events joined across articles: one row a happening, with all who tell, claim, deny or will not say it."""

from warextract.happenings.ledger import ledger
from warextract.happenings.rows import (
    LedgerActor,
    LedgerParticipant,
    LedgerPlace,
    LedgerRow,
    LedgerTime,
    Standing,
    Telling,
    Toll,
    Voice,
)

__all__ = [
    "LedgerActor",
    "LedgerParticipant",
    "LedgerPlace",
    "LedgerRow",
    "LedgerTime",
    "Standing",
    "Telling",
    "Toll",
    "Voice",
    "ledger",
]
