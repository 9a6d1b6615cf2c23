"""A body's head told twice: "the head of the agency" and, later, by name as its chief, are one person."""

from dataclasses import replace

from warextract.mentions.entities import ActorEntity

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


def _leads(actor: ActorEntity) -> bool:
    words = (actor.role or "").lower().split()
    return actor.kind == "person" and actor.affiliation is not None and bool(_LEADERS & set(words[:2]))
