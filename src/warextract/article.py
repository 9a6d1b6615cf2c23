"""The input: one article as text with what is known about it."""

from datetime import date
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, field_validator


class Article(BaseModel):
    """One article to extract from.

    >>> Article(id="a", text="The bridge fell.", published="2025-02-07").published
    datetime.date(2025, 2, 7)
    """

    model_config = ConfigDict(frozen=True, extra="ignore")

    id: str
    text: str
    published: date | None = Field(default=None, description="Day of publication, against which dates are read.")
    source: str | None = None
    title: str | None = None
    url: str | None = None
    language: str | None = None
    path: Path | None = None
    number: int | None = Field(default=None, description="Which of the articles in its file, from 1.")
    version: int | None = Field(default=None, description="The publisher's own count of a news item's versions.")
    retrieved: str | None = Field(default=None, description="When an archive fetched it, as the archive says.")
    notes: tuple[str, ...] = Field(default=(), description="What its reader has to say; the record's warnings.")

    @field_validator("id", mode="before")
    @classmethod
    def _id_is_text(cls, value: Any) -> Any:
        return str(value) if isinstance(value, int) else value

    @field_validator("published", mode="before")
    @classmethod
    def _day_of_timestamp(cls, value: Any) -> Any:
        """Archives give "2025-02-07T10:00:00Z": only its day matters here."""
        if isinstance(value, str) and len(value) > 10 and value[10] in "T ":
            return value[:10]
        return value or None
