"""Pure text: datelines, quotations, numbers and dates. No spaCy here."""
