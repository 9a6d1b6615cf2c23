"""The actors of an article while it is read: drafts that mentions join one after another."""

from collections.abc import Callable
from dataclasses import dataclass, field

from warextract.lexicon.entries import ActorEntry
from warextract.mentions.candidate import Candidate
from warextract.mentions.entities import Mention
from warextract.vocabulary import ActorKind


@dataclass(slots=True)
class Draft:
    """An actor with the mentions found so far; ``titles`` are words before its name ("Colonel")."""

    key: str
    name: str
    kind: ActorKind
    country: str | None
    entry: ActorEntry | None
    cameo: str | None
    local: bool
    plural: bool
    named: bool
    mentions: list[Mention] = field(default_factory=list)
    lemmas: set[str] = field(default_factory=set)
    words: set[str] = field(default_factory=set)
    titles: set[str] = field(default_factory=set)
    role: str | None = None
    affiliation: int | None = None
    institution: str | None = None
    counted: bool = False
    owner: int | None = None

    @property
    def last(self) -> int:
        """Token of the latest mention."""
        return self.mentions[-1].head

    def add(self, c: Candidate) -> None:
        self.mentions.append(Mention(c.start, c.end, c.head, c.form, c.rule))
        if c.form == "pronoun":
            return
        if c.lemma:
            self.lemmas.add(c.lemma)
        self.words |= c.modifiers
        if self.entry is None:
            self.country = self.country or c.country
        if c.form == "name" and not self.named:
            self.name, self.named = c.name, True
            if self.kind == "other" or c.entry is not None:
                self.kind = c.kind
        if c.entry is not None and self.entry is None:
            self.entry, self.cameo, self.country = c.entry, c.cameo, c.country
        self.role = self.role or c.role
        if self.owner is None and not self.named:
            self.owner = c.owner


class Cast:
    """All drafts in order of appearance, by key and by the token of each mention."""

    def __init__(self) -> None:
        self.drafts: list[Draft] = []
        self._by_key: dict[str, Draft] = {}
        self.at: dict[int, Draft] = {}

    def get(self, key: str | None) -> Draft | None:
        return self._by_key.get(key or "")

    def enter(self, c: Candidate, draft: Draft | None) -> Draft:
        """Join a mention to a draft, or to the one of its key, or to a new one."""
        draft = draft or self.get(c.key)
        if draft is None:
            key = c.key or f"{c.lemma or 'actor'}@{c.head}"
            draft = Draft(
                key, c.name, c.kind, c.country, c.entry, c.cameo, c.local, c.plural, c.form == "name",
                institution=c.institution, counted=c.counted,
            )  # fmt: skip
            self.drafts.append(draft)
        for each in (c.key, draft.key):  # its own too: "his men" come with the key of a force that had none
            if each is not None:
                self._by_key.setdefault(each, draft)
        draft.add(c)
        self.at[c.head] = draft
        return draft

    def latest(self, fits: Callable[[Draft], bool], before: int) -> Draft | None:
        """The fitting draft that was mentioned last before a token."""
        found = [d for d in self.drafts if fits(d)]
        return max(found, key=lambda d: max((m.head for m in d.mentions if m.head < before), default=-1), default=None)
