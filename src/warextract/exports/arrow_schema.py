"""The Arrow schema of a pydantic model, read off its fields: what Parquet files and clusters hold."""

from collections.abc import Mapping
from datetime import date
from typing import Any, Literal, get_args, get_origin

from pydantic import BaseModel

from warextract.errors import WarextractError
from warextract.exports.annotations import without_none


def import_pyarrow(extra: str) -> Any:
    """pyarrow, or WarextractError naming the extra that brings it."""
    try:
        import pyarrow  # noqa: PLC0415 (an extra, and heavy)
        import pyarrow.parquet  # noqa: PLC0415
    except ImportError as error:
        raise WarextractError(f'this needs pyarrow: pip install "warextract[{extra}]"') from error
    return pyarrow


def arrow_schema(model: type[BaseModel], extra: str = "parquet") -> Any:
    """The pyarrow schema of a model: columns under the names that its JSON has, every one of them nullable.

    A model in a model is a struct, a tuple a list, a closed vocabulary a string.

    >>> from warextract.records import Span
    >>> print(arrow_schema(Span))
    start: int64
    end: int64
    text: string
    """
    pyarrow = import_pyarrow(extra)
    return pyarrow.schema(_fields(model, pyarrow))


def _fields(model: type[BaseModel], pyarrow: Any) -> list[Any]:
    return [
        pyarrow.field(field.serialization_alias or field.alias or name, _type(field.annotation, pyarrow))
        for name, field in model.model_fields.items()
    ]


def _type(annotation: Any, pyarrow: Any) -> Any:
    annotation = without_none(annotation)
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is tuple:
        element, ellipsis = arguments
        assert ellipsis is ..., annotation
        return pyarrow.list_(_type(element, pyarrow))
    if origin is Literal:
        return _scalar(type(arguments[0]), pyarrow)
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return pyarrow.struct(_fields(annotation, pyarrow))
    return _scalar(annotation, pyarrow)


def _scalar(python: type, pyarrow: Any) -> Any:
    types: Mapping[type, Any] = {
        str: pyarrow.string(),
        int: pyarrow.int64(),
        float: pyarrow.float64(),
        bool: pyarrow.bool_(),
        date: pyarrow.date32(),
    }
    return types[python]
