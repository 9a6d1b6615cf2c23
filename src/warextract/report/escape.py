"""What keeps untrusted text harmless in the page: JSON that no HTML parser can misread, and links to the web only."""

import json
import re
from typing import Any
from urllib.parse import urlsplit

# "<" and ">" end or open elements and comments, "&" entities; U+2028 and U+2029 were line ends to older scripts; half
# a surrogate pair cannot be written as UTF-8.
_UNSAFE = re.compile("[<>&\u2028\u2029\ud800-\udfff]")
_URL = re.compile(r"https?://[^\s\x00-\x1f\"'<>`\\{}|^\x7f]+", re.IGNORECASE)


def to_json(value: Any) -> str:
    """JSON for a script element, which means the same to JSON.parse and nothing to the HTML parser.

    >>> to_json({"title": "</script><!--"})
    '{"title":"\\\\u003c/script\\\\u003e\\\\u003c!--"}'
    """
    text = json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    return _UNSAFE.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def web_address(url: str | None) -> str | None:
    """The address if it leads to the web and to nothing else; None for ``javascript:`` and its like.

    >>> web_address("https://example.org/a?b=1"), web_address("javascript:alert(1)")
    ('https://example.org/a?b=1', None)
    """
    if url is None or not _URL.fullmatch(url.strip()):
        return None
    try:
        parts = urlsplit(url.strip())
        has_host = bool(parts.hostname) and (parts.port or 0) >= 0
    except ValueError:
        return None
    return url.strip() if has_host and "@" not in parts.netloc and url.isascii() else None
