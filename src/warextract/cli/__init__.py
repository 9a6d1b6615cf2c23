"""The command line: the only layer that prints or ends the process. One file a command."""

from warextract.cli.program import app, main

__all__ = ["app", "main"]
