"""How a repair puts one word where another stood."""

from warextract.syntax.labels import Role


def put_over(new: int, old: int, role: Role, heads: list[int], roles: list[Role]) -> None:
    """Hang a word where another hung, and the other on it, as ``role``.

    >>> heads, roles = [0, 0], [Role.ROOT, Role.NOUN_CLAUSE]
    >>> put_over(1, 0, Role.SUBJECT, heads, roles)
    >>> heads, [each.value for each in roles]
    ([1, 1], ['nsubj', 'root'])
    """
    heads[new], roles[new] = (new if heads[old] == old else heads[old]), roles[old]
    heads[old], roles[old] = new, role
