"""The rule book: what the rules are made of, and how they are read from TOML.

A rule stands on a predicate–argument frame (or a preposition, an adverb or a mark), says what it emits and which
slots fill which roles, and carries its own examples: sentences it must match with the words of each role marked, and
sentences it must not match with the reason. A malformed rule is refused when it is loaded.
"""

import tomllib
from collections.abc import Iterable, Sequence
from functools import lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Annotated, Any, Literal, Self

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError, model_validator

from warextract.errors import RuleError
from warextract.lexicon.examples import Example, Marked, parse_marked
from warextract.vocabulary import EVENT_TYPES, STANCES

Emits = Literal["event", "claim"]
Anchor = Literal["frame", "preposition", "adverb", "punctuation", "quotation"]
ROLES: dict[str, frozenset[str]] = {
    "event": frozenset(
        {"trigger", "agent", "target", "recipient", "place", "origin", "destination", "weapon", "killed", "wounded",
         "captured"}
    ),
    "claim": frozenset({"cue", "source", "content", "via"}),
}  # fmt: skip


def _listed(value: Any) -> Any:
    return (value,) if isinstance(value, str) else value


Words = Annotated[tuple[str, ...], BeforeValidator(_listed)]
WordSet = Annotated[frozenset[str], BeforeValidator(_listed)]


class Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Condition(Frozen):
    """What must fill a slot. Of ``place``, ``actor``, ``weapon`` and ``lemma`` one must hold (none given: anything).

    ``place`` and ``actor`` list kinds, ``weapon`` families (the class before the dot); ["any"] takes all.
    ``only_lemma`` must hold besides; ``negated`` asks for a filler that is itself negated ("insisted that no homes
    were hit"), ``imperative`` for one that is a command ("Do not touch it").
    """

    place: WordSet = frozenset()
    actor: WordSet = frozenset()
    weapon: WordSet = frozenset()
    lemma: WordSet = frozenset()
    only_lemma: WordSet = frozenset()
    not_lemma: WordSet = frozenset()
    negated: bool = False
    imperative: bool = False
    absent: bool = False

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if self.absent and (self.place or self.actor or self.weapon or self.lemma or self.only_lemma or self.not_lemma):
            raise ValueError("a condition is either absent or about what fills the slot")
        return self


class NoMatch(Frozen):
    text: str = Field(min_length=5)
    why: str = Field(min_length=5)


class Rule(Frozen):
    """One rule. ``type`` is an event type or a stance; ``file`` names where it stands.

    ``content_has`` lists lemmas of which a claim's content must hold one ("called the report | a lie"),
    ``content_starts`` those of which its first noun must be one ("called | that version a disgrace"). ``seen`` says
    that the source tells what it saw: what happens in the content counts as reported.
    """

    id: str = Field(pattern=r"^[a-z_]+(\.[a-z0-9_-]+)+$")
    emits: Emits
    type: str
    why: str = Field(min_length=10)
    file: str
    on: Anchor = "frame"
    kinds: tuple[Literal["verb", "noun", "adjective"], ...] = ("verb",)
    lemma: Words = Field(min_length=1)
    when: dict[str, Condition] = Field(default_factory=dict)
    unless: dict[str, Condition] = Field(default_factory=dict)
    flags: Words = ()
    not_flags: Words = ()
    context: Words = ()
    not_context: Words = ()
    roles: dict[str, Words] = Field(default_factory=dict)
    content_has: Words = ()
    content_starts: Words = ()
    negated_type: str | None = None
    seen: bool = False
    status: str | None = None
    group: str = "main"
    priority: int = 0
    match: tuple[Marked, ...] = Field(min_length=2)
    no_match: tuple[NoMatch, ...] = Field(min_length=1)
    gaps: tuple[Marked, ...] = ()

    @model_validator(mode="after")
    def _fits(self) -> Self:
        allowed = EVENT_TYPES if self.emits == "event" else STANCES
        for name in filter(None, (self.type, self.negated_type)):
            if name not in allowed:
                raise ValueError(f"{name!r} is no {'event type' if self.emits == 'event' else 'stance'}")
        known = ROLES[self.emits]
        for role in self.roles:
            if role not in known:
                raise ValueError(f"no role {role!r}; there are {', '.join(sorted(known))}")
        anchor = "trigger" if self.emits == "event" else "cue"
        for example in (*self.match, *self.gaps):
            used = {role for role, _, _ in example.roles}
            if anchor not in used:
                raise ValueError(f"example marks no <{anchor}>: {example.text!r}")
            if used - known:
                raise ValueError(f"example marks unknown roles {sorted(used - known)}: {example.text!r}")
        for bad in self.no_match:
            if parse_marked(bad.text).roles:
                raise ValueError(f"a no_match example marks roles: {bad.text!r}")
        return self

    @property
    def weight(self) -> int:
        """How specific a rule is: of two that match one predicate, the more specific one speaks."""
        of_content = bool(self.content_has) + bool(self.content_starts)
        return self.priority * 10 + len(self.when) + len(self.flags) + len(self.context) + of_content


class Rulebook(Frozen):
    """All rules, unique by id."""

    rules: tuple[Rule, ...]

    @classmethod
    def load(cls, extra: Sequence[Path] = ()) -> "Rulebook":
        """The rules of the package and those of ``extra`` TOML files.

        Raises RuleError, which names file, rule and sentence.

        >>> len(Rulebook.load().rules) > 50
        True
        """
        rules = list(_bundled())
        for path in extra:
            try:
                text = path.read_text("utf-8")
            except OSError as error:
                raise RuleError(f"{path}: cannot be read ({error.strerror}); give a TOML file of rules") from error
            rules += read_rules(path.name, text)
        seen: dict[str, str] = {}
        for rule in rules:
            if rule.id in seen:
                raise RuleError(f"{rule.file}: {rule.id}: this id stands in {seen[rule.id]} too; choose another")
            seen[rule.id] = rule.file
        return cls(rules=tuple(rules))

    def rule(self, rule_id: str) -> Rule:
        """The rule of an id; KeyError when there is none."""
        for rule in self.rules:
            if rule.id == rule_id:
                return rule
        raise KeyError(rule_id)


@lru_cache(maxsize=1)
def _bundled() -> tuple[Rule, ...]:
    folder = files("warextract.lexicon") / "rules"
    out: list[Rule] = []
    for path in sorted(_toml_files(folder), key=lambda p: p.name):
        out += read_rules(path.name, path.read_text("utf-8"))
    return tuple(out)


def _toml_files(folder: Traversable) -> Iterable[Traversable]:
    return (path for path in folder.iterdir() if path.name.endswith(".toml"))


def read_rules(file: str, text: str) -> list[Rule]:
    """The rules of one TOML file; ``[classes]`` at its top names word lists, used as "@name" beside the shared ones."""
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise RuleError(f"{file}: no valid TOML: {error}") from error
    unknown = set(data) - {"rule", "classes", "defaults"}
    if unknown:
        raise RuleError(f"{file}: unknown tables {sorted(unknown)}; a rule file has [classes], [defaults], [[rule]]")
    classes = {**shared_classes(), **_widened(data.get("classes", {}), file)}
    defaults: dict[str, Any] = data.get("defaults", {})
    return [_rule(file, {**defaults, **entry}, classes) for entry in data.get("rule", [])]


@lru_cache(maxsize=1)
def shared_classes() -> dict[str, list[str]]:
    """The word lists that all rule files may use, by name (lexicon/classes.toml)."""
    return dict(tomllib.loads((files("warextract.lexicon") / "classes.toml").read_text("utf-8")))


def _widened(own: dict[str, list[str]], file: str) -> dict[str, list[str]]:
    """A file's own classes, shared ones in them spelt out."""
    try:
        return {name: _expanded(words, shared_classes()) for name, words in own.items()}
    except ValueError as error:
        raise RuleError(f"{file}: classes: {error}") from error


def _rule(file: str, entry: dict[str, Any], classes: dict[str, list[str]]) -> Rule:
    name = entry.get("id", "a rule without id")
    try:
        entry = _expanded(entry, classes)
        entry["file"] = file
        for key in ("match", "gaps"):
            entry[key] = tuple(parse_marked(sentence) for sentence in entry.get(key, ()))
        return Rule.model_validate(entry)
    except (ValidationError, ValueError) as error:
        raise RuleError(f"{file}: {name}: {_reason(error)}") from error


def _reason(error: Exception) -> str:
    if isinstance(error, ValidationError):
        return "; ".join(
            f"{'.'.join(map(str, e['loc']))}: {e['msg']}" if e["loc"] else e["msg"] for e in error.errors()
        )
    return str(error)


def _expanded(value: Any, classes: dict[str, list[str]]) -> Any:
    """Word lists with "@name" replaced by the class of that name."""
    if isinstance(value, dict):
        return {k: v if k in ("match", "no_match", "gaps") else _expanded(v, classes) for k, v in value.items()}
    if isinstance(value, list):
        out: list[Any] = []
        for item in value:
            out += _class(item, classes) if isinstance(item, str) and item.startswith("@") else [item]
        return out
    if isinstance(value, str) and value.startswith("@"):
        return _class(value, classes)
    return value


def _class(name: str, classes: dict[str, list[str]]) -> list[str]:
    if name[1:] not in classes:
        raise ValueError(f"no class {name}; the file's [classes] has {', '.join(sorted(classes)) or 'none'}")
    return classes[name[1:]]


__all__ = ["Condition", "Example", "Marked", "NoMatch", "Rule", "Rulebook", "read_rules"]
