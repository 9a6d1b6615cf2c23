"""The ledger as files: a flat table for spreadsheets and data frames, or JSON lines with all that a row holds."""

from warextract.ledger_export.row import LedgerTableRow
from warextract.ledger_export.table import ledger_table
from warextract.ledger_export.write import SUFFIXES, check_ledger_suffix, write_ledger

__all__ = ["SUFFIXES", "LedgerTableRow", "check_ledger_suffix", "ledger_table", "write_ledger"]
