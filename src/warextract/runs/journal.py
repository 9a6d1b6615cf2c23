"""The journal of a run: its plan, then a line each time that what is written is safe on the disk."""

from dataclasses import dataclass
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from warextract.errors import WarextractError
from warextract.runs.plan import Plan


class Checkpoint(BaseModel):
    """How far the partial files are whole."""

    model_config = ConfigDict(frozen=True)

    at: int = 0  # articles that were done before these
    done: str = ""  # a letter an article: r for a record, f for a failure
    records: int = 0  # bytes of the partial file
    errors: int = 0
    digest: str = ""  # of all articles so far, as they were read
    whole: bool = False  # nothing is left to do but to put the files in their places


@dataclass(frozen=True, slots=True)
class Progress:
    """What a journal says: the outcomes of all articles that are done, and the last checkpoint."""

    plan: Plan
    done: str
    last: Checkpoint
    size: int  # bytes of the journal up to there; what follows is half a line


def read_journal(path: Path) -> Progress | None:
    """What the journal says; None when it does not even hold its plan.

    Raises WarextractError when it is no journal.
    """
    done, last, plan, size = bytearray(), Checkpoint(), None, 0
    with path.open("rb") as file:
        for number, line in enumerate(file, start=1):
            if not line.endswith(b"\n"):
                break
            try:
                if plan is None:
                    plan = Plan.model_validate_json(line)
                else:
                    last = Checkpoint.model_validate_json(line)
                    done[last.at :] = last.done.encode()  # an interrupted checkpoint may be there twice
            except ValidationError as error:
                raise WarextractError(
                    f"{path}, line {number}: no line of a journal; delete it and the .partial files beside it, and "
                    "start anew"
                ) from error
            size += len(line)
    return None if plan is None else Progress(plan, done.decode(), last, size)
