"""Records as one HTML page for analysts and editors: articles marked up, ledger, timeline, map."""

from warextract.report.page import TITLE, make_page

__all__ = ["TITLE", "make_page"]
