"""``python -m warextract``: the command line."""

from warextract.cli import main

main()
