"""NewsML-G2: news items, alone or many in a message."""

from typing import Any
from xml.etree.ElementTree import Element

from warextract.errors import ArticleError, SkippedArticle
from warextract.readers.elements import LANGUAGE, attribute_of, paragraphs_of, words_of
from warextract.readers.fragments import text_of_fragment
from warextract.readers.nitf import nitf_values
from warextract.readers.wire import day_and_notes, refuse_withdrawn, version_of, with_dateline

ITEMS = frozenset({"newsItem", "packageItem", "conceptItem", "knowledgeItem", "planningItem", "catalogItem"})


def newsml_items(root: Element) -> list[Element] | None:
    """The items of a document: its root, or those of a message; None when it is no NewsML-G2."""
    if root.tag in ITEMS:
        return [root]
    if root.tag == "newsMessage":
        return [item for items in root.iterfind("itemSet") for item in items if item.tag in ITEMS]
    return None


def newsml_values(item: Element, where: str) -> dict[str, Any]:
    """The fields of the article that an item is; its dateline opens the text.

    Raises SkippedArticle when it is withdrawn or holds no text, ArticleError when its text is elsewhere.
    """
    if item.tag != "newsItem":
        raise SkippedArticle(f"{where}: a {item.tag}, which holds no article; left out")
    refuse_withdrawn(attribute_of(item, "itemMeta/pubStatus", "qcode", "literal"), where)
    text, inside = _content(item, where)
    stamp = words_of(item, "itemMeta/versionCreated", "contentMeta/contentCreated", "itemMeta/firstCreated")
    stamp = stamp or inside.get("published")
    return {
        "id": item.get("guid"),
        "text": with_dateline(text, words_of(item, "contentMeta/dateline")),
        "title": words_of(item, "contentMeta/headline", "itemMeta/title") or inside.get("title"),
        "source": _party(item, "contentMeta/infoSource")
        or _party(item, "itemMeta/provider")
        or words_of(item, "contentMeta/creditline"),
        "language": attribute_of(item, "contentMeta/language", "tag") or item.get(LANGUAGE),
        "version": version_of(item.get("version")),
        **day_and_notes(stamp),
    }


def _party(item: Element, path: str) -> str | None:
    """Who is named by an element: by its name, or by its code without the scheme."""
    named = words_of(item, f"{path}/name") or attribute_of(item, path, "literal")
    code = attribute_of(item, path, "qcode")
    return named or (code.rpartition(":")[2] if code else None)


def _content(item: Element, where: str) -> tuple[str, dict[str, Any]]:
    """The text of an item, and what mark-up inside it says besides."""
    for part in item.iterfind("contentSet/inlineXML"):
        nitf = part.find("nitf")
        if nitf is not None:
            values = nitf_values(nitf, where)
            return values["text"], values
        body = part.find(".//body")
        if text := paragraphs_of(part if body is None else body):
            return text, {}
    for part in item.iterfind("contentSet/inlineData"):
        text = "".join(part.itertext())
        if text.strip():
            return (text_of_fragment(text) if "html" in part.get("contenttype", "") else text), {}
    kind = attribute_of(item, "itemMeta/itemClass", "qcode") or ""
    if kind and not kind.endswith(":text"):
        raise SkippedArticle(f"{where}: an item of class {kind}, which holds no text; left out")
    raise ArticleError(f"{where}: there is no text inside this item; give items with inline content")
