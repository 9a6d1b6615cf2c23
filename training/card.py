"""Write the figures of metrics.json into docs/model-card.md, between its two markers."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
CARD = HERE.parent / "docs" / "model-card.md"
BEGIN, END = "<!-- figures: begin -->", "<!-- figures: end -->"
NAMES = {"pud": "UD PUD (never trained on)", "gum": "UD GUM test, open genres", "ewt": "UD EWT test"}
ENTITY_NAMES = {"uner_pud": "UNER PUD (never trained on)", "uner_ewt_test": "UNER EWT test", "gum_test": "GUM test"}
SYNTAX = ("tokens", "tag", "upos", "uas", "las", "sentences", "lemma")
ENTITIES = ("f1", "precision", "recall", "PER", "ORG", "LOC", "spans")


def table(head: tuple[str, ...], rows: list[list[str]]) -> str:
    """A Markdown table."""
    lines = [list(head), ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def figures(metrics: dict[str, Any]) -> str:
    """The card's section of figures."""
    syntax = [[NAMES[k], *(f"{v[c]:.2f}" for c in SYNTAX)] for k, v in metrics["syntax"].items()]
    entities = [[ENTITY_NAMES[k], *(f"{v[c]:.2f}" for c in ENTITIES)] for k, v in metrics["entities"].items()]
    size, speed = metrics["size"], metrics["speed"]
    return "\n\n".join(
        (
            table(("test set", *SYNTAX), syntax),
            table(("test set", *ENTITIES), entities),
            f"Size: {size['packed_mb']} MB packed, {size['disk_mb']} MB on disk. Loads in {speed['load_s']} s, "
            f"reads {speed['words_per_cpu_s']:,.0f} words a second of one core.",
        )
    )


def filled(card: str, metrics: dict[str, Any]) -> str:
    """The card with its section of figures renewed."""
    before, _, rest = card.partition(BEGIN)
    _, _, after = rest.partition(END)
    return f"{before}{BEGIN}\n{figures(metrics)}\n{END}{after}"


if __name__ == "__main__":
    measured = json.loads((HERE / "metrics.json").read_text(encoding="utf-8"))
    CARD.write_text(filled(CARD.read_text(encoding="utf-8"), measured), encoding="utf-8")
