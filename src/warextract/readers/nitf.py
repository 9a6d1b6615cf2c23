"""NITF, the article mark-up of agencies, alone or inside an item of NewsML-G2."""

from typing import Any
from xml.etree.ElementTree import Element

from warextract.errors import ArticleError
from warextract.readers.elements import LANGUAGE, attribute_of, paragraphs_of, words_of
from warextract.readers.wire import day_and_notes, refuse_withdrawn, version_of, with_dateline


def nitf_values(root: Element, where: str) -> dict[str, Any]:
    """The fields of the article that a document of NITF is; its dateline opens the text.

    Raises SkippedArticle when it is withdrawn, ArticleError when there is no body.
    """
    refuse_withdrawn(attribute_of(root, "head/docdata", "management-status"), where)
    body = root.find("body/body.content")
    if body is None:
        raise ArticleError(f"{where}: there is no <body.content> in this NITF; give the full document")
    stamp = (
        attribute_of(root, "head/docdata/date.issue", "norm")
        or attribute_of(root, "head/docdata/date.release", "norm")
        or attribute_of(root, "head/pubdata", "date.publication")
        or attribute_of(root, "body/body.head/dateline/story.date", "norm")
    )
    return {
        "id": attribute_of(root, "head/docdata/doc-id", "id-string"),
        "text": with_dateline(paragraphs_of(body), _dateline(root)),
        "title": words_of(root, "body/body.head/hedline/hl1", "body/body.head/headline/hl1", "head/title"),
        "source": attribute_of(root, "head/pubdata", "name")
        or words_of(root, "body/body.head/distributor")
        or attribute_of(root, "head/docdata/doc-id", "regsrc")
        or attribute_of(root, "head/docdata/doc.copyright", "holder"),
        "url": attribute_of(root, "head/pubdata", "ex-ref"),
        "language": root.get(LANGUAGE) or attribute_of(root, "body", LANGUAGE, "lang"),
        "version": version_of(attribute_of(root, "head/docdata/du-key", "version")),
        **day_and_notes(stamp),
    }


def _dateline(root: Element) -> str | None:
    """The place of the dateline, and its day as printed."""
    place = words_of(root, "body/body.head/dateline/location", "body/body.head/dateline")
    day = words_of(root, "body/body.head/dateline/story.date")
    if place and day and day not in place:
        return f"{place}, {day}"
    return place
