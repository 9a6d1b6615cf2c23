"""What commands print: data on standard output, everything else on standard error."""

import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING, NoReturn

import typer

from warextract.cli.controls import visible, visible_text

if TYPE_CHECKING:
    from rich.text import Text


def exit_with(message: str, code: int) -> NoReturn:
    """End the process with a line on standard error."""
    complain(message)
    sys.exit(code)


def exit_usage(message: str) -> NoReturn:
    """End the command: it was called in a wrong way."""
    complain(message)
    raise typer.Exit(2)


def complain(message: str) -> None:
    """A line on standard error."""
    print(f"warextract: {visible(' '.join(message.split()))}", file=sys.stderr)


def tell(lines: Iterable[str]) -> None:
    """Lines on standard error."""
    for line in lines:
        print(visible(line), file=sys.stderr)


def styled(text: str, style: str) -> "Text":
    """A text in one of rich's styles."""
    from rich.text import Text  # noqa: PLC0415

    return Text(text, style=style)


def print_line(indent: int, text: "Text") -> None:
    """A line wrapped to the terminal, or as it is when it goes to a file or a pipe."""
    text = visible_text(text)
    if not sys.stdout.isatty():
        print("  " * indent + text.plain)
        return
    from rich.console import Console  # noqa: PLC0415
    from rich.padding import Padding  # noqa: PLC0415

    Console(highlight=False).print(Padding(text, (0, 0, 0, 2 * indent), expand=False))


def print_table(header: tuple[str, ...], rows: list[tuple[str, ...]]) -> None:
    """A table on a terminal, else its rows with tabs between."""
    rows = [tuple(visible(" ".join(cell.split())) for cell in row) for row in rows]
    if not sys.stdout.isatty():
        for row in rows:
            print("\t".join(row))
        return
    from rich.console import Console  # noqa: PLC0415
    from rich.table import Table  # noqa: PLC0415
    from rich.text import Text  # noqa: PLC0415

    table = Table(*header, box=None, pad_edge=False)
    for row in rows:
        table.add_row(*map(Text, row))
    Console(highlight=False).print(table)

