"""Loaders of the data that rules and linking stand on: gazetteers, place table, rule book. No spaCy here."""
