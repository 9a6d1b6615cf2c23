"""Who "the enemy" is: the country or the armed group that the one whose voice is heard fights."""

from warextract.mentions.candidate import Candidate
from warextract.mentions.cast import Cast, Draft
from warextract.mentions.survey import Survey

_INVADERS = frozenset({"occupier", "invader", "aggressor"})


def enemy_group(survey: Survey, cast: Cast, c: Candidate, country: str | None) -> Draft | None:
    """The armed group that an army fights, where the article speaks of it more than of the forces of a state."""
    groups = [d for d in cast.drafts if d.kind == "armed_group" and d.named]
    near = survey.scene.near(c.head)
    local = [d for d in groups if d.country == near] or groups
    group = max(local, key=lambda d: (len(d.mentions), d.last), default=None)
    foes = [d for d in cast.drafts if d.kind in ("state", "military") and d.country == country]
    told = sum(len(d.mentions) for d in foes)
    return group if group is not None and len(group.mentions) >= max(told, 1) and group.country != country else None


def enemy_country(survey: Survey, cast: Cast, c: Candidate) -> str | None:
    """The country that fights the one whose voice is heard."""
    if c.lemma in _INVADERS and (home := survey.scene.near(c.head)) is not None:
        others = [(n, code) for code, n in survey.counts.items() if code != home]
        return max(others)[1] if others else None
    voice = cast.latest(lambda d: bool(d.country) and d.kind in ("military", "government", "person"), c.head)
    others = [(n, code) for code, n in survey.counts.items() if voice is None or code != voice.country]
    return max(others)[1] if others else None
