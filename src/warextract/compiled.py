"""Whether the modules that read articles run as machine code here: a wheel has them compiled, a checkout has not."""

from importlib.util import find_spec

_ONE = "warextract.syntax.tree"  # they are compiled all together, or none


def is_compiled() -> bool:
    """Whether this is a compiled installation, whose records are the same and come sooner.

    >>> is_compiled() in (True, False)
    True
    """
    spec = find_spec(_ONE)
    return spec is not None and not (spec.origin or "").endswith(".py")
