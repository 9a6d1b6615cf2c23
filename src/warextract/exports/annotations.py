"""Type annotations of models, taken apart."""

from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin


def without_none(annotation: Any) -> Any:
    """What stands in a field where something does; the annotation itself where it cannot be None.

    >>> without_none(int | None)
    <class 'int'>
    """
    if get_origin(annotation) not in (Union, UnionType):
        return annotation
    (inner,) = (each for each in get_args(annotation) if each is not NoneType)
    return inner
