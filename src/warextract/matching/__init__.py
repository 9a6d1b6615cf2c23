"""Rules of the rule book, run over frames."""
