"""The model card quotes the measured figures."""

import importlib.util
import json
from pathlib import Path

ROOT = Path(__file__).parent.parent


def test_card_quotes_metrics() -> None:
    spec = importlib.util.spec_from_file_location("card", ROOT / "training" / "card.py")
    assert spec is not None
    assert spec.loader is not None
    card = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(card)
    text = (ROOT / "docs" / "model-card.md").read_text(encoding="utf-8")
    metrics = json.loads((ROOT / "training" / "metrics.json").read_text(encoding="utf-8"))
    assert card.filled(text, metrics) == text
    assert f"{metrics['syntax']['pud']['las']:.2f}" in text
