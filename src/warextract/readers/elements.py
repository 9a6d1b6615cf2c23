"""Text and attributes of XML elements."""

from xml.etree.ElementTree import Element, tostring

from warextract.readers.fragments import text_of_fragment

LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


def words_of(root: Element, *paths: str) -> str | None:
    """The words of the first element under one of these paths that has any, on one line."""
    for path in paths:
        for element in root.iterfind(path):
            if words := " ".join("".join(element.itertext()).split()):
                return words
    return None


def attribute_of(root: Element, path: str, *names: str) -> str | None:
    """The first of these attributes that an element under the path has."""
    for element in root.iterfind(path):
        for name in names:
            if value := (element.get(name) or "").strip():
                return value
    return None


def paragraphs_of(element: Element) -> str:
    """The paragraphs of an element that holds HTML or NITF, or plain text with its own line breaks."""
    if len(element) == 0:
        return element.text or ""
    return text_of_fragment(tostring(element, encoding="unicode"))
