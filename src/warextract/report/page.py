"""Records as one HTML page that needs no network: template, style, script and data in a single file."""

import hashlib
import json
from base64 import b64encode
from collections.abc import Sequence
from functools import lru_cache
from importlib.metadata import version
from importlib.resources import files
from typing import Any

from warextract.happenings import ledger
from warextract.records import ArticleRecord
from warextract.report.articles import article_values
from warextract.report.escape import to_json
from warextract.report.labels import load_labels
from warextract.report.rows import Register, row_values, tables
from warextract.report.towns import country_names, towns_near

TITLE = "War reporting: who said what"
# Concatenated into one script in this order.
SCRIPTS = (
    "dom", "data", "words", "glyphs", "filters", "filter_bar",
    "cards", "marks", "article", "lists", "ledger", "ledger_row", "timeline", "outlines", "map", "markers",
    "routes", "main",
)  # fmt: skip


def make_page(articles: Sequence[tuple[ArticleRecord, str | None]], *, title: str = TITLE) -> str:
    """The page of these articles, each a record with its text, or with None when the text is not at hand.

    >>> import warextract
    >>> text = "Toretsk fell."
    >>> page = make_page([(warextract.extract(text), text)])
    >>> page.startswith("<!doctype html>")
    True
    """
    from jinja2 import Environment, StrictUndefined  # noqa: PLC0415 (only the page needs it)
    from markupsafe import Markup  # noqa: PLC0415

    style, script = read_style(), read_script()
    environment = Environment(autoescape=True, undefined=StrictUndefined, keep_trailing_newline=True)
    return environment.from_string(_read("page.html")).render(
        title=title.encode("utf-8", "replace").decode(),
        policy=policy(style, script),
        style=Markup(style),
        script=Markup(script),
        data=Markup(to_json(payload(articles, title))),
    )


def payload(articles: Sequence[tuple[ArticleRecord, str | None]], title: str = TITLE) -> dict[str, Any]:
    """All that the page's script knows."""
    records = [record for record, _ in articles]
    register = Register(records)
    rows = [row_values(row, register) for row in ledger(records)]
    points = [(place.lat, place.lon) for place in register.places if place.lat is not None and place.lon is not None]
    return {
        "title": title,
        "version": version("warextract"),
        "labels": load_labels(),
        "articles": [article_values(record, text) for record, text in articles],
        "rows": rows,
        **tables(register),
        "countries": country_names(records),
        "towns": towns_near(points),
        "outlines": _read_outlines(),
    }


def policy(style: str, script: str) -> str:
    """The Content-Security-Policy: this style and this script, nothing else, and no text ever becomes markup."""
    return "; ".join(
        (
            "default-src 'none'",
            f"script-src '{_digest(script)}'",
            f"style-src '{_digest(style)}'",
            "img-src data:",
            "base-uri 'none'",
            "form-action 'none'",
            "require-trusted-types-for 'script'",
            "trusted-types 'none'",
        )
    )


def read_style() -> str:
    """The page's style sheet."""
    return _read("page.css")


@lru_cache(maxsize=1)
def read_script() -> str:
    """The page's script: the files of page/js in one scope of their own."""
    parts = "\n".join(_read(f"js/{name}.js") for name in SCRIPTS)
    return f'(() => {{\n"use strict";\n{parts}}})();\n'


def _read_outlines() -> Any:
    return json.loads((files("warextract.report") / "data" / "outlines.json").read_text("utf-8"))


def _read(name: str) -> str:
    return (files("warextract.report") / "page" / name).read_text("utf-8").replace("\r\n", "\n")


def _digest(text: str) -> str:
    return "sha256-" + b64encode(hashlib.sha256(text.encode()).digest()).decode()
