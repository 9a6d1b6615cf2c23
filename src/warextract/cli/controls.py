"""Text from articles as a terminal may have it: whatever would move its cursor or turn its text around is spelt out."""

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.text import Text

# C0 (but for tabs), DEL, C1, and the marks that lay text out from right to left over what follows (U+202A to U+202E,
# U+2066 to U+2069); line and paragraph separators break a line in two on some terminals.
_CONTROLS = re.compile("[\x00-\x08\x0a-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def visible(text: str) -> str:
    r"""The text with control characters as escapes.

    >>> visible("\x1b[2J gone")
    '\\x1b[2J gone'
    """
    return _CONTROLS.sub(lambda found: _escape(found[0]), text)


def visible_text(text: "Text") -> "Text":
    """The same for a text with styles, which stay where they are."""
    shown = text[:0]
    at = 0
    for found in _CONTROLS.finditer(text.plain):
        shown.append_text(text[at : found.start()]).append(_escape(found[0]), style="reverse")
        at = found.end()
    return shown.append_text(text[at:]) if at else text


def _escape(character: str) -> str:
    code = ord(character)
    return f"\\x{code:02x}" if code <= 0xFF else f"\\u{code:04x}"
