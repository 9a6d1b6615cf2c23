"""E-mail messages: the text part, or else what the HTML part says."""

import email
import email.policy
from collections.abc import Iterator
from contextlib import suppress
from email.message import EmailMessage
from typing import Any

from warextract.errors import ArticleError
from warextract.readers.articles import Draft
from warextract.readers.content import Content
from warextract.readers.days import day_of
from warextract.readers.fragments import text_of_fragment
from warextract.readers.plain_text import decode


def read_mail(content: Content) -> Iterator[Draft]:
    """The one article of a message: its subject is the title, its sender the source."""
    message = email.message_from_bytes(content.read(), _class=EmailMessage, policy=email.policy.default)
    yield Draft(
        content.where,
        {
            "id": (_header(message, "Message-ID") or "").strip("<>") or None,
            "text": _text(message, content.where),
            "title": _header(message, "Subject"),
            "published": day_of(_header(message, "Date")),
            "source": _sender(message),
            "language": _header(message, "Content-Language"),
        },
    )


def _text(message: EmailMessage, where: str) -> str:
    part = message.get_body(preferencelist=("plain", "html"))
    if not isinstance(part, EmailMessage):
        raise ArticleError(f"{where}: there is no text in this message; save its attachment")
    text = _words(part, where)
    if part.get_content_subtype() == "html":
        return text_of_fragment(text)
    return _unfolded(text) if part.get_param("format") == "flowed" else text


def _words(part: EmailMessage, where: str) -> str:
    """The words of a part, in the encoding that it names if there is such a one."""
    payload = part.get_payload(decode=True)
    data = payload if isinstance(payload, bytes) else b""
    named = part.get_content_charset()
    if named:
        with suppress(LookupError, UnicodeDecodeError):
            return data.decode(named)
    return decode(data, where)


def _unfolded(text: str) -> str:
    """Paragraphs of "flowed" text as they were before they were wrapped: a blank at the end of a line says on."""
    return text.replace(" \r\n", " ").replace(" \n", " ")


def _header(message: EmailMessage, name: str) -> str | None:
    """A header's words; the parser of the standard library stumbles over some broken ones."""
    try:
        value: Any = message[name]
    except (ValueError, IndexError, AttributeError, TypeError):
        return None
    return " ".join(str(value).split()) or None if value is not None else None


def _sender(message: EmailMessage) -> str | None:
    try:
        first = message["From"].addresses[0]
    except (ValueError, IndexError, AttributeError, TypeError):
        return _header(message, "From")
    return first.display_name or first.addr_spec or None
