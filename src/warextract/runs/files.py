"""The files of a run: two that are its results, and three that are there only while it is not done."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class RunFiles:
    """Where a run writes.

    >>> files = RunFiles.beside(Path("out/records.jsonl"))
    >>> [path.name for path in (files.errors, files.journal)]
    ['records.jsonl.errors.jsonl', 'records.jsonl.journal']
    """

    records: Path
    errors: Path

    @classmethod
    def beside(cls, records: Path, errors: Path | None = None) -> "RunFiles":
        """The files of a run that writes its records to ``records``."""
        return cls(records, errors or _with_suffix(records, ".errors.jsonl"))

    @property
    def partial_records(self) -> Path:
        """The records so far."""
        return _with_suffix(self.records, ".partial")

    @property
    def partial_errors(self) -> Path:
        """The failures so far."""
        return _with_suffix(self.errors, ".partial")

    @property
    def journal(self) -> Path:
        """How far the partial files are whole."""
        return _with_suffix(self.records, ".journal")

    @property
    def all(self) -> tuple[Path, ...]:
        """All of them: none is ever an input of its own run."""
        return (self.records, self.errors, self.partial_records, self.partial_errors, self.journal)


def _with_suffix(path: Path, suffix: str) -> Path:
    return path.with_name(path.name + suffix)
