"""XML of news agencies, NewsML-G2 and NITF, parsed without entities, document types or network."""

from collections.abc import Iterator
from html.entities import name2codepoint
from xml.etree.ElementTree import Element, ParseError

from warextract.errors import ArticleError
from warextract.readers.articles import Draft
from warextract.readers.content import Content
from warextract.readers.newsml import ITEMS, newsml_items, newsml_values
from warextract.readers.nitf import nitf_values

NEWS_ROOTS = frozenset({"nitf", "newsml", "newsmessage", *map(str.lower, ITEMS)})


def read_news_xml(content: Content) -> Iterator[Draft | ArticleError]:
    """The articles of an XML file, in its order."""
    root = parse_xml(content.read(), content.where)
    if root.tag == "nitf":
        yield Draft(content.where, nitf_values(root, content.where))
        return
    items = newsml_items(root)
    if items is None:
        raise ArticleError(
            f"{content.where}: XML of an unknown kind (its root is <{root.tag}>);"
            " NewsML-G2, NITF, RSS and Atom are read"
        )
    for number, item in enumerate(items, start=1):
        many = len(items) > 1
        where = f"{content.where}, item {number}" if many else content.where
        try:
            values = newsml_values(item, where)
            yield Draft(where, {**values, "id": values.get("id") or f"{content.name}-{number}"}, one_of_many=many)
        except ArticleError as error:
            yield error


def parse_xml(data: bytes, where: str) -> Element:
    """The root of an XML document, names of elements without their namespace.

    Nothing outside the document is read and no entity that it declares is expanded: ArticleError instead.

    >>> parse_xml(b'<a xmlns="urn:x">Kyiv</a>', "a.xml").tag
    'a'
    """
    from defusedxml import DefusedXmlException  # noqa: PLC0415 (few runs meet XML)
    from defusedxml.ElementTree import DefusedXMLParser  # noqa: PLC0415

    parser = DefusedXMLParser(forbid_dtd=False, forbid_entities=True, forbid_external=True)
    parser.entity.update({name: chr(code) for name, code in name2codepoint.items()})  # those of NITF's own DTD
    try:
        parser.feed(data)
        root: Element = parser.close()
    except DefusedXmlException as error:
        raise ArticleError(
            f"{where}: declares entities or refers to other files ({type(error).__name__}), which is not read,"
            " for it can blow up or give away files; take the declarations out"
        ) from error
    except (ParseError, LookupError, ValueError) as error:
        raise ArticleError(f"{where}: not well-formed XML ({error}); export it again") from error
    for element in root.iter():
        if isinstance(element.tag, str):
            element.tag = element.tag.rpartition("}")[2]
    return root
