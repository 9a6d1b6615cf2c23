"""Who says it: from the head of a source phrase to an actor of the article."""

from dataclasses import dataclass, field

from warextract.claims.draft import Chars
from warextract.lexicon.claim_words import claim_words
from warextract.matching.conditions import EntityIndex
from warextract.mentions.entities import ActorEntity, Mention
from warextract.syntax import labels
from warextract.syntax.clauses import surface_subject
from warextract.syntax.labels import Role
from warextract.syntax.repairs import DAYS
from warextract.syntax.tree import Tree
from warextract.vocabulary import ActorKind

_UNNAMED = frozenset({"it", "there", "one", "that", "this", "which", "what", "who", "you"})
_EVIDENCE_KIND: ActorKind = "other"
_TIMES = frozenset({"day", "week", "month", "year", "hour", "morning", "evening", "night", "weekend"})
_PARTS = frozenset({"one", "some", "several", "many", "another", "both", "two", "three", "most", "none"})


@dataclass(slots=True)
class SourceFinder:
    """Actors by the heads of source phrases; sources that no gazetteer or rule knew become actors of kind other."""

    tree: Tree
    index: EntityIndex
    added: dict[int, ActorEntity] = field(default_factory=dict)
    names: dict[int, str] = field(init=False)

    def __post_init__(self) -> None:
        mentions = ((m, a.key) for a in self.index.actors.values() for m in a.mentions if m.form == "name")
        self.names = {i: key for m, key in mentions for i in range(m.start, m.end)}

    def actor(self, head: int) -> str | None:
        """Key of the actor that a head speaks of, or None."""
        found = self.index.actor(head)
        if found is not None:
            return found.key
        for i in self.tree.children(head):
            # "a spokesman for the brigade" may head a mention that starts at its name or title.
            inner = self.index.actor(i)
            if inner is not None and self.tree.roles[i] in (labels.Role.FLAT, labels.Role.APPOSITION):
                return inner.key
        for i in range(*self.tree.base_phrase(head)):
            # "US Secretary of State Mike Pompeo", parsed with the title as its head
            inner = self.index.actor(i)
            if inner is not None and inner.kind == "person" and i > head:
                return inner.key
        if (own := self.names.get(head)) is not None:
            return own  # a name that another word heads: "spokeswoman Mao Ning"
        start, end = self.tree.noun_phrase(head)
        if self.tree.token(head).lower_ in _PARTS:
            # "one of them": whoever they are
            wholes = [self.index.actor(i) for i in self.tree.children(head) if self.tree.preposition(i) == "of"]
            whole = next((actor for actor in wholes if actor is not None), None)
            if whole is not None:
                return whole.key
        named = [self.index.actor(i) for i in range(head + 1, end) if self.tree.token(i).pos_ == "PROPN"]
        persons = [a for a in named if a is not None and a.kind == "person"]
        if persons and self.tree.token(head).text[:1].isupper() and not self._has_comma(start, end):
            return persons[-1].key
        last = self.index.actor(end - 1)  # "self-styled interim government", parsed with another head
        if last is not None and self.tree.token(head).pos_ not in ("PROPN", "PRON") and end - 1 > head:
            return last.key
        return self.added[head].key if head in self.added else None

    def _has_comma(self, start: int, end: int) -> bool:
        return any(self.tree.token(i).text == "," for i in range(start, end))

    def _issuer(self, head: int) -> int | None:
        """Who made a statement that speaks: "the coalition released a statement saying …"."""
        if self.tree.lemma(head) not in claim_words().documents:
            return None
        owner = self.tree.child(head, Role.POSSESSOR)
        if owner is not None:
            return owner
        verb = self.tree.heads[head]
        if self.tree.preposition(head) == "according_to":
            return None  # "was seized, according to the statement": what was seized issued none
        if self.tree.roles[head] not in (Role.OBJECT, Role.OBLIQUE) or not labels.is_verb(self.tree.token(verb)):
            return None
        if self.tree.lemma(verb) in claim_words().checking:
            return None  # "the BBC has verified a video that shows": the video shows it
        subjects = surface_subject(self.tree, verb).heads
        return subjects[0] if subjects else None

    def resolve(self, head: int) -> tuple[str | None, Chars | None]:
        """Actor key and characters of a source; an unknown speaker becomes an actor of the article."""
        token = self.tree.token(head)
        issuer = self._issuer(head)
        if issuer is not None:
            head, token = issuer, self.tree.token(issuer)
        span = self.tree.offsets(*self.tree.noun_phrase(head))
        key = self.actor(head)
        if key is not None:
            return key, span
        if token.lower_ in _UNNAMED or labels.is_pronoun(token) or not token.tag_.startswith("NN"):
            return None, span
        thing = self.index.place(head) is not None or self.index.weapon(head) is not None
        if token.pos_ == "NOUN" and (thing or self.tree.lemma(head) in _TIMES):
            return None, span  # nothing that speaks: "said the town remained calm"
        if token.lower_ in DAYS or token.is_space or not any(c.isalpha() for c in token.text):
            return None, span
        start, end = self.tree.base_phrase(head)
        while start < head and self.tree.token(start).pos_ == "DET":
            start += 1
        phrase = self.tree.noun_phrase(head)
        name = self.tree.span_text(start, end)
        mention = Mention(phrase[0], phrase[1], head, "nominal", "source.unknown-speaker")
        entity = ActorEntity(f"source:{head}", name, _EVIDENCE_KIND, None, (mention,))
        self.added[head] = entity
        return entity.key, span
