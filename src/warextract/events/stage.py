"""Where the news of an article happens, for what it tells without a place."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from warextract.events.places import PlaceAt
from warextract.events.scene import Scene
from warextract.events.telling import Telling

_STAGED = frozenset({"casualties", "clash", "displacement", "capture", "detention", "killing", "hold", "deployment"})
_RECENT = 21  # days


def with_stage(scene: Scene, tellings: Sequence[Telling]) -> list[Telling]:
    """Tellings of the day's news that name no place, in paragraphs that name no town, with the place that the article
    names first and most often: "The governor put the toll at 30."

    On the annotated articles three of four places that are taken over so are right.
    """
    stage = _stage(scene, tellings)
    if stage is None:
        return list(tellings)
    towns = _paragraphs_with_towns(scene)
    return [
        replace(t, places=(stage._replace(head=t.head),)) if _is_placeless(scene, t) and t.paragraph not in towns else t
        for t in tellings
    ]


def _is_placeless(scene: Scene, t: Telling) -> bool:
    if t.places or t.type not in _STAGED or t.modality.mood not in ("actual", "attempted"):
        return False
    return t.time is None or scene.published is None or (scene.published - t.time.last).days <= _RECENT


def _stage(scene: Scene, tellings: Sequence[Telling]) -> PlaceAt | None:
    """The place that the first telling with a place names, if no other is named by more tellings."""
    named = [[p for p in t.places if scene.index.places[p.key].kind != "facility"] for t in tellings]
    first = next((places[0] for places in named if places), None)
    if first is None:
        return None
    counts = Counter(p.key for places in named for p in places)
    return first._replace(role="location") if counts[first.key] == max(counts.values()) else None


def _paragraphs_with_towns(scene: Scene) -> frozenset[int]:
    return frozenset(
        scene.paragraphs[m.head]
        for place in scene.index.entities.places
        if place.kind == "settlement"
        for m in place.mentions
    )
