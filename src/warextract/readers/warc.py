"""WARC archives of crawls: the pages that were fetched, and the plain text of WET files."""

import zlib
from collections.abc import Iterator
from typing import Any

from warextract.errors import ArticleError, SkippedArticle
from warextract.readers.articles import Draft
from warextract.readers.content import Content
from warextract.readers.extras import require
from warextract.readers.html_pages import page_values

_CUT = "cut short: the archive holds the beginning of the page only"
_PAGES = frozenset({"text/html", "application/xhtml+xml"})


def read_warc(content: Content) -> Iterator[Draft | ArticleError]:
    """An article or an error for each page; images, redirects, requests and the like are passed over.

    An article's identifier is its record's, its address the record's target; without a day of its own it gets
    the day of the crawl, and says so.
    """
    fastwarc = require("fastwarc.warc", "warc", content.where)
    kinds = fastwarc.WarcRecordType
    records = fastwarc.ArchiveIterator(
        _Positioned(content),
        record_types=kinds.response | kinds.resource | kinds.conversion,
        parse_http=False,
        stream_detect=False,
    )
    number = 0
    while (record := _next(records, content.where, number)) is not None:
        number += 1
        where = f"{content.where}, record {number}"
        try:
            values = _values(record, fastwarc, where, content.max_bytes)
            if values is not None:
                yield Draft(where, values, one_of_many=True)
        except ArticleError as error:
            yield error
    if number == 0:
        raise ArticleError(f"{content.where}: there is no page in it; give a whole WARC file")


def _next(records: Any, where: str, number: int) -> Any:
    """The next record, None at the end; raises ArticleError where the archive is damaged."""
    try:
        return next(records, None)
    except ArticleError:
        raise
    except BaseException as error:
        # fastwarc is Rust: what it did not foresee comes as a PanicException, which is no Exception.
        if not isinstance(error, Exception) and type(error).__name__ != "PanicException":
            raise
        if number == 0:
            raise ArticleError(f"{where}: no WARC archive ({error}); fetch it again") from error
        raise ArticleError(
            f"{where}: damaged after record {number} ({error}); what follows is not read, fetch it again"
        ) from error


def _values(record: Any, fastwarc: Any, where: str, most: int) -> dict[str, Any] | None:
    """The fields of the article of a record, or None when it holds no page."""
    headers = record.headers
    length = record.content_length
    payload = record.reader.read(most + 1)
    if length > most or len(payload) > most:
        raise ArticleError(f"{where}: larger than {most / 1024 / 1024:.3g} MB; leave it out, or allow more")
    if len(payload) < length:
        raise ArticleError(f"{where}: cut short; fetch the archive again")
    kind, body, charset = (headers.get("Content-Type") or "").partition(";")[0].strip().lower(), payload, None
    is_cut = bool(headers.get("WARC-Truncated"))
    if kind == "application/http":
        response = _response(payload, fastwarc, where, most)
        if response is None:
            return None
        kind, body, charset, is_whole = response
        is_cut = is_cut or not is_whole
    url, fetched = headers.get("WARC-Target-URI"), headers.get("WARC-Date")
    if kind == "text/plain" and record.record_type == fastwarc.WarcRecordType.conversion:
        values: dict[str, Any] | None = {"text": body.decode("utf-8", "replace"), "url": url}
    elif kind in _PAGES:
        values = page_values(_decoded(body, charset, where), where, url)
    else:
        return None
    if values is None:
        raise SkippedArticle(f"{where}: no article found on {url}; left out")
    identity = (headers.get("WARC-Record-ID") or "").strip("<>")
    day, notes = _day(values, fetched)
    notes = (*notes, _CUT) if is_cut else notes
    return {**values, "id": identity or None, "retrieved": fetched, "published": day, "notes": notes}


def _response(payload: bytes, fastwarc: Any, where: str, most: int) -> tuple[str, bytes, str | None, bool] | None:
    """Type, body and charset of an HTTP response and whether it is whole, None when it is no page that was found.

    It is parsed apart from its archive, so that a body which does not unpack costs this record and no other.
    """
    response = fastwarc.WarcRecord()
    response.init_headers(record_type=fastwarc.WarcRecordType.response)
    response.set_bytes_content(payload)
    response.is_http = True
    try:
        response.parse_http(auto_decode="all")
        if response.http_headers.status_code != 200 or response.http_content_type not in _PAGES:
            return None
        body = response.reader.read(most + 1)
    except OSError as error:
        raise ArticleError(f"{where}: its body does not unpack ({error}); fetch it again") from error
    if len(body) > most:
        raise ArticleError(f"{where}: unpacks to more than {most / 1024 / 1024:.3g} MB; leave it out, or allow more")
    return response.http_content_type, body, response.http_charset, _is_whole(payload, response.http_headers)


def _is_whole(payload: bytes, headers: Any) -> bool:
    """Whether the body is as long as its headers say, and its gzip stream ends."""
    body = payload.partition(b"\r\n\r\n")[2]
    told = headers.get("Content-Length") or ""
    if told.isdecimal() and len(body) < int(told):
        return False
    if not body.startswith(b"\x1f\x8b") or (headers.get("Transfer-Encoding") or "").lower() == "chunked":
        return True
    stream = zlib.decompressobj(zlib.MAX_WBITS | 16)
    while body and not stream.eof:
        stream.decompress(body, 1 << 20)
        body = stream.unconsumed_tail
    return stream.eof


def _decoded(body: bytes, charset: str | None, where: str) -> str:
    encoding = require("resiliparse.parse.encoding", "warc", where)
    guess = charset or encoding.detect_encoding(body, from_html_meta=True, html5_compatible=True)
    try:
        decoded: str = encoding.bytes_to_str(body, guess)
    except LookupError:
        decoded = encoding.bytes_to_str(body, "utf-8")
    return decoded


def _day(values: dict[str, Any], fetched: str | None) -> tuple[str | None, tuple[str, ...]]:
    if values.get("published") or not fetched:
        return values.get("published"), ()
    return fetched[:10], ("published is the day of the crawl: the page names none",)


class _Positioned:
    """What fastwarc asks of a stream: it reads on, and wants to know where it is."""

    def __init__(self, content: Content) -> None:
        self._stream = content.stream
        self._position = 0

    def read(self, size: int = -1) -> bytes:
        data = self._stream.read(size)
        self._position += len(data)
        return data

    def tell(self) -> int:
        return self._position

    def seek(self, offset: int, whence: int = 0) -> int:
        if (offset, whence) not in {(0, 1), (self._position, 0)}:
            raise OSError("an archive is read from its beginning to its end")
        return self._position
