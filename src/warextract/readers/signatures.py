"""What a content that has no telling suffix begins with."""

import json
import re

_ROOT = re.compile(rb"<(?:[\w.-]+:)?([\w.-]+)[\s>/]")
_DOCTYPE = re.compile(rb"<!doctype\s+([\w.:-]+)", re.I)
_MARKS = b"\xef\xbb\xbf\xff\xfe \t\r\n"
_HEADERS = re.compile(rb"(?im)^(from|to|date|subject|message-id|mime-version|content-type|received|return-path):\s")


def beginning(head: bytes) -> bytes:
    """The first bytes without marks and white space, and, of UTF-16, without the empty halves."""
    return head.replace(b"\0", b"").lstrip(_MARKS)


def root_of(start: bytes) -> str:
    """The name of the root element, in lower case and without its prefix; empty when there is none.

    >>> root_of(b'<?xml version="1.0"?><!-- a feed --><rss version="2.0">')
    'rss'
    """
    while start.startswith(b"<"):
        if start.startswith((b"<?", b"<!--")):
            _, end, start = start.partition(b"?>" if start.startswith(b"<?") else b"-->")
        elif doctype := _DOCTYPE.match(start):
            if doctype[1].lower() == b"html":
                return "html"
            end, start = _after_doctype(start)
        else:
            root = _ROOT.match(start)
            return root[1].decode("ascii").lower() if root else ""
        start = start.lstrip(_MARKS) if end else b""
    return ""


def is_json(start: bytes) -> bool:
    """Whether it can be JSON."""
    return start.startswith((b"{", b"["))


def is_json_lines(start: bytes) -> bool:
    """Whether the first line is a JSON object, and another follows."""
    first, _, rest = start.partition(b"\n")
    if not first.startswith(b"{") or not rest.strip():
        return False
    try:
        return isinstance(json.loads(first), dict)
    except (ValueError, RecursionError):
        return False


def is_mail(start: bytes) -> bool:
    """Whether it begins with the headers of a message."""
    headers, end, _ = start.replace(b"\r\n", b"\n").partition(b"\n\n")
    if not end or not re.match(rb"[\w-]+:\s", headers):
        return False
    return len({name.lower() for name in _HEADERS.findall(headers)}) >= 3


def _after_doctype(start: bytes) -> tuple[bytes, bytes]:
    """The end of a document type, and what comes after it; declarations of its own stand in brackets."""
    bracket, close = start.find(b"["), start.find(b">")
    if 0 <= bracket < close:
        _, end, start = start.partition(b"]")
        if not end:
            return b"", b""
    _, end, start = start.partition(b">")
    return end, start
