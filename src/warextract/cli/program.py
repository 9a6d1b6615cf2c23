"""The program: its commands, and how it ends.

Exit codes: 0 all done · 1 articles failed, or something could not be loaded · 2 wrong usage · 130 Ctrl-C.
"""

import errno
import os
import sys
from typing import Annotated

import typer

from warextract.cli.console import exit_with
from warextract.cli.export import export
from warextract.cli.extract import extract
from warextract.cli.inspect import list_rules, schema, try_sentence
from warextract.cli.ledger import ledger
from warextract.cli.report import report
from warextract.cli.show import show
from warextract.errors import WarextractError
from warextract.threads import with_one_thread

app = typer.Typer(
    name="warextract",
    help="War reporting into records: who claimed what, who denied it, what happened where, with what.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)
app.command()(extract)
app.command()(show)
app.command()(ledger)
app.command()(report)
app.command()(export)
app.command("try")(try_sentence)
app.command("rules")(list_rules)
app.command()(schema)


_UNWRITABLE = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO}  # what printing meets on a full disk


@app.callback(invoke_without_command=True)
def _options(
    version: Annotated[bool, typer.Option("--version", help="Print the version, and whether it is compiled.")] = False,
) -> None:
    if version:
        from warextract import __version__  # noqa: PLC0415
        from warextract.compiled import is_compiled  # noqa: PLC0415

        print(f"warextract {__version__} ({'compiled' if is_compiled() else 'from source'})")
        raise typer.Exit


def main() -> None:
    """Run the command line; whatever goes wrong ends in one line on standard error and an exit code."""
    os.environ.update(with_one_thread(os.environ))  # before anything loads numpy
    try:
        app(prog_name="warextract")
    except BrokenPipeError:
        _drop_output()  # nobody reads any more: say nothing
        sys.exit(1)
    except WarextractError as error:
        exit_with(str(error), 1)
    except OSError as error:
        if error.filename is not None or error.errno not in _UNWRITABLE:
            exit_with(_fault(error), 1)
        _drop_output()
        exit_with(f"output: cannot be written ({error.strerror}); make room or send it elsewhere", 1)
    except Exception as error:
        exit_with(_fault(error), 1)


def _fault(error: Exception) -> str:
    return f"a fault of warextract ({type(error).__name__}: {error}); please report it"


def _drop_output() -> None:
    """Let what is still to be printed vanish, or the interpreter would try again when it ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
