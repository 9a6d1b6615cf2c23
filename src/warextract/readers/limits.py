"""How large an input may be."""

from dataclasses import dataclass

MAX_CHARS = 1_000_000  # spaCy refuses longer texts; no article of a newsroom comes near it
MAX_BYTES = 32 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class ReadingLimits:
    """What a document that is read whole (a page, a message, a line of JSON) and the text of an article may have."""

    max_bytes: int = MAX_BYTES
    max_chars: int = MAX_CHARS
