"""The parse and the predicate–argument frames made of it."""
