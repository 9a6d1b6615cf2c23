"""`warextract try`, `rules` and `schema`: what the rule book does and what a record looks like."""

import sys
from typing import Annotated

import typer

from warextract.cli.console import exit_usage, print_line, print_table, styled
from warextract.cli.options import Gazetteers, Model, Rules, settings_of


def try_sentence(
    sentence: Annotated[str, typer.Argument(metavar="SENTENCE", help="A sentence, in quotation marks.")],
    model: Model = None,
    rules: Rules = None,
    gazetteer: Gazetteers = None,
) -> None:
    """Show every rule that fires in a sentence, on which words, and the frames it stands on."""
    explanation = settings_of(model, rules, gazetteer).load().explain(sentence)
    for frame in explanation.frames:
        print_line(0, styled(frame, "dim"))
    if not explanation.firings:
        print_line(0, styled("No rule fires.", "yellow"))
    for firing in explanation.firings:
        print_line(0, styled(firing.rule_id, "bold"))
        for role, start, end, text in firing.roles:
            print_line(1, styled(f"{role:<12} {text}  [{start}:{end}]", ""))


def list_rules(
    type_: Annotated[
        str | None, typer.Option("--type", metavar="TYPE", help="Only rules of this event type or stance.")
    ] = None,
    rules: Rules = None,
) -> None:
    """List the rules of the book: id, what each emits, its type, and why it is there."""
    from warextract.lexicon.rulebook import Rulebook  # noqa: PLC0415

    book = Rulebook.load(extra=tuple(rules or ()))
    chosen = [rule for rule in book.rules if type_ in (None, rule.type)]
    if not chosen:
        types = ", ".join(sorted({rule.type for rule in book.rules}))
        exit_usage(f"no rule of type {type_!r}; there are {types}")
    print_table(
        ("rule", "emits", "type", "why"), [(rule.id, rule.emits, rule.type, rule.why) for rule in chosen]
    )


def schema() -> None:
    """Print the JSON Schema of a record."""
    from warextract.writers import json_schema  # noqa: PLC0415

    sys.stdout.write(json_schema())
