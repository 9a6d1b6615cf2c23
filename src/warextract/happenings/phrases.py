"""A happening in a few words."""

from warextract.happenings.told import Told


def what_of(told: Told) -> str:
    """The type and the words of the telling, with what it was done to.

    "air strike: “bombed” market in Kabkabiya"
    """
    event = told.events[0]
    names = {actor.id: actor.name for actor in told.record.actors}
    names |= {place.id: place.name for place in told.record.places}
    targets = [names[key] for p in event.participants if p.role == "target" and (key := p.place or p.actor) in names]
    words = " ".join(event.trigger.text.split())
    return f"{label(event.type)}: “{words}”" + (f" {targets[0]}" if targets else "")


def label(event_type: str) -> str:
    """An event type for a reader.

    >>> label("missile_strike")
    'missile strike'
    """
    return event_type.replace("_", " ")
