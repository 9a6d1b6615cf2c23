"""One who holds an office told twice: "the head of the agency" and, later, by name as its chief, are one person."""

from dataclasses import replace

from warextract.mentions.entities import ActorEntity
from warextract.syntax import labels
from warextract.syntax.tree import Tree

_LEADERS = frozenset(
    {"head", "chief", "director", "leader", "boss", "president", "chairman", "chairwoman", "chair", "secretary-general",
     "commander", "commissioner"}
)  # fmt: skip


def joined_leaders(actors: tuple[ActorEntity, ...]) -> tuple[ActorEntity, ...]:
    """Actors with an unnamed head of a body joined to the one named head of the same body."""
    out = list(actors)
    for unnamed in actors:
        if not _leads(unnamed) or any(m.form == "name" for m in unnamed.mentions):
            continue
        named = [
            a
            for a in out
            if a.key != unnamed.key
            and a.affiliation == unnamed.affiliation
            and _leads(a)
            and any(m.form == "name" for m in a.mentions)
        ]
        if len(named) == 1:
            whole = named[0]
            mentions = tuple(sorted((*whole.mentions, *unnamed.mentions), key=lambda m: m.start))
            out[out.index(whole)] = replace(whole, mentions=mentions)
            out.remove(unnamed)
    return tuple(out)


def joined_titles(tree: Tree, actors: tuple[ActorEntity, ...]) -> tuple[ActorEntity, ...]:
    """Actors with "governor says" of a headline, "the state's governor", joined to the one governor named since."""
    out = list(actors)
    for unnamed in actors:
        if not _is_only_titled(tree, unnamed):
            continue
        title = (unnamed.role or "").lower()
        named = [a for a in out if a.key != unnamed.key and _bears(a, title) and _may_be_one(a, unnamed)]
        if len(named) == 1 and named[0].mentions[0].start > unnamed.mentions[0].start:
            whole = named[0]
            mentions = tuple(sorted((*whole.mentions, *unnamed.mentions), key=lambda m: m.start))
            out[out.index(whole)] = replace(whole, mentions=mentions)
            out.remove(unnamed)
    return tuple(out)


def _is_only_titled(tree: Tree, actor: ActorEntity) -> bool:
    if actor.kind != "person" or not actor.role or any(m.form == "name" for m in actor.mentions):
        return False
    first = actor.mentions[0]
    words = {tree.token(i).lower_ for i in range(first.start, first.head)}
    return tree.lemma(first.head) in _OFFICES and not words & _ANY and not labels.is_plural(tree.token(first.head))


def _bears(actor: ActorEntity, title: str) -> bool:
    """Whether a named person has a title, and no former or deputy one."""
    role = (actor.role or "").lower()
    named = actor.kind == "person" and any(m.form == "name" for m in actor.mentions)
    aside = set(role.split()) & _ASIDE - set(title.split())
    return named and not aside and (role == title or role.endswith(f" {title}"))


def _may_be_one(a: ActorEntity, b: ActorEntity) -> bool:
    return a.country is None or b.country is None or a.country == b.country


_OFFICES = frozenset(
    {"governor", "mayor", "president", "minister", "premier", "chief", "spokesman", "spokeswoman", "spokesperson",
     "commander", "prefect", "commissioner", "chancellor", "secretary", "director", "sheriff", "envoy", "ambassador"}
)  # fmt: skip
_ANY = frozenset({"a", "an", "another", "one", "former", "some", "any"})
_ASIDE = frozenset({"former", "deputy", "vice", "acting", "ex", "assistant", "late"})


def _leads(actor: ActorEntity) -> bool:
    words = (actor.role or "").lower().split()
    return actor.kind == "person" and actor.affiliation is not None and bool(_LEADERS & set(words[:2]))
