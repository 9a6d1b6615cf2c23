"""Event types and stances in the codings that conflict research uses: CAMEO, PLOVER and ACLED."""

import tomllib
from collections.abc import Iterable
from functools import lru_cache
from importlib.resources import files

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from warextract.errors import RuleError
from warextract.records import Codes
from warextract.vocabulary import ACTOR_KINDS, EVENT_TYPES, STANCES, ActorKind, EventStatus, EventType, Stance

_NAME = "codes.toml"


class _Change(BaseModel):
    """Codes that replace a type's own; None keeps its own."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    cameo: str | None = None
    plover: str | None = None
    acled: str | None = None


class _TypeCodes(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    cameo: str
    plover: str
    acled: str
    planned: _Change | None = None
    agent: dict[ActorKind, _Change] = Field(default_factory=dict)
    target: dict[ActorKind, _Change] = Field(default_factory=dict)


@lru_cache(maxsize=1)
def _load() -> tuple[dict[str, _TypeCodes], dict[str, str]]:
    data = tomllib.loads((files("warextract.lexicon") / _NAME).read_text("utf-8"))
    claims: dict[str, str] = data.pop("claims", {})
    unknown = (set(data) - set(EVENT_TYPES)) | (set(claims) - set(STANCES))
    missing = set(EVENT_TYPES) - set(data)
    if unknown or missing:
        raise RuleError(f"{_NAME}: unknown {sorted(unknown)}, missing {sorted(missing)}; one table for each event type")
    try:
        return {name: _TypeCodes.model_validate(entry) for name, entry in data.items()}, claims
    except ValidationError as error:
        raise RuleError(f"{_NAME}: {error}; kinds of actors are {', '.join(ACTOR_KINDS)}") from error


def event_codes(
    event_type: EventType,
    status: EventStatus = "reported",
    agents: Iterable[ActorKind] = (),
    targets: Iterable[ActorKind] = (),
) -> Codes:
    """Codes of an event by type, status and the kinds of those who take part.

    >>> event_codes("arms_transfer").cameo, event_codes("arms_transfer", "planned").cameo
    ('072', '0332')
    >>> event_codes("attack", targets=("population",)).acled
    'Violence against civilians / Attack'
    """
    return _codes(event_type, status in ("planned", "hypothetical"), tuple(agents), tuple(targets))


@lru_cache(maxsize=1024)
def _codes(
    event_type: EventType, planned: bool, agents: tuple[ActorKind, ...], targets: tuple[ActorKind, ...]
) -> Codes:
    found = _load()[0][event_type]
    changes = [found.planned] if planned else []
    changes += [found.agent.get(kind) for kind in agents]
    changes += [found.target.get(kind) for kind in targets]
    values = {"cameo": found.cameo, "plover": found.plover, "acled": found.acled}
    for change in changes:
        if change is not None:
            values |= change.model_dump(exclude_none=True)
    return Codes(**{name: value or None for name, value in values.items()})


def claim_code(stance: Stance) -> str | None:
    """CAMEO code of a claim by its stance, or None where CAMEO has none.

    >>> claim_code("denies")
    '016'
    """
    return _load()[1].get(stance)
