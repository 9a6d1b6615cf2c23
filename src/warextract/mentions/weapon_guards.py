"""Which phrases mean no weapon: "think tank", "missile maker", "Tank Brigade", a striker's missile."""

import re
from functools import lru_cache

from warextract.lexicon.weapons import WeaponLexicon
from warextract.mentions.weapon_phrases import WeaponPhrase
from warextract.syntax import labels
from warextract.syntax.labels import EntityType, Role
from warextract.syntax.tree import Tree

_ARTICLE = 1000  # characters of a text that is a whole article
_UNDERGOING = (Role.OBJECT, Role.SUBJECT_PASSIVE)
_ACTING = (Role.SUBJECT, Role.SUBJECT_PASSIVE, Role.AGENT)


class WeaponGuard:
    """Judges the phrases of one article."""

    def __init__(self, tree: Tree, lexicon: WeaponLexicon, phrases: list[WeaponPhrase]) -> None:
        self.tree = tree
        self.text = tree.text
        self.words = lexicon.words
        self.phrases = phrases
        self.is_sport = self._is_about_sport()
        self.is_civil = self._is_about_no_war()

    def accepts(self, phrase: WeaponPhrase, head: int) -> bool:
        """Whether a phrase with this head token names a weapon."""
        if self.is_sport and (phrase.designation is None or phrase.doubtful):
            return False
        if self.is_civil and not self._is_sure(phrase):
            return False
        if phrase.noun is not None and phrase.designation is None and not self._is_noun(phrase, head):
            return False
        if phrase.designation is None and self._is_company(phrase, head):
            return False
        if self._followed(phrase) or self._guarded(phrase, head):
            return False
        if phrase.doubtful and not self._supported(phrase, head):
            return False
        if phrase.designation is not None and self._of_a_person(head, phrase):
            return False
        return not (phrase.noun and phrase.noun.weak and not phrase.designation) or self._warlike(phrase, head)

    def _is_company(self, phrase: WeaponPhrase, head: int) -> bool:
        """ "Shell reported record profits": one capitalised word that the recogniser takes for a body."""
        token = self.tree.token(head)
        named = token.pos_ == "PROPN" and token.is_title and self._entity(head) is EntityType.ORGANISATION
        return named and phrase.noun is not None and self.text[phrase.start : phrase.end] == token.text

    def _is_about_sport(self) -> bool:
        """Whether the article is about a game, so that its shots and missiles are none."""
        sport, text = self.words["sport"], self.text.lower()
        games = len(set(_any_of(tuple(sport["words"])).findall(text)))
        return games >= sport["least"] and len(set(_any_of(tuple(sport["unless"])).findall(text))) < 3

    def _is_about_no_war(self) -> bool:
        """Whether a whole article names no army, armed group or fighting: its tanks and weapons are figures."""
        words = tuple(self.words["sport"]["unless"]) + tuple(self.words["war"]["armed"])
        return len(self.text) > _ARTICLE and _any_of(words).search(self.text.lower()) is None

    def _is_sure(self, phrase: WeaponPhrase) -> bool:
        """Whether a phrase names a weapon whatever the article is about: "ballistic missile", "F-16 jets"."""
        if phrase.designation is not None:
            weak = phrase.noun is not None and phrase.noun.weak
            coded = any(c.isdigit() for c in self.text[phrase.core_start : phrase.core_end])
            return not phrase.doubtful and not weak and (coded or phrase.noun is not None)
        return phrase.noun is not None and " " in phrase.noun.name and not phrase.noun.weak

    def _is_noun(self, phrase: WeaponPhrase, head: int) -> bool:
        token = self.tree.tokens[head]
        if token.lower_ == "mine" and labels.is_pronoun(token):
            return False
        one_word = " " not in self.text[phrase.core_start : phrase.core_end]
        if one_word and labels.is_verb(token):
            return False
        noun = phrase.noun
        if noun is not None and not noun.exact and self._is_titled(phrase, head):
            return " " in noun.name and self._entity(head) is None
        if noun and noun.name in self.words["agents"]["words"] and labels.is_plural(token):
            return self.tree.roles[self.tree.first_conjunct(head)] not in _ACTING
        return True

    def _is_titled(self, phrase: WeaponPhrase, head: int) -> bool:
        """Whether a noun is written as part of a name ("Tank Brigade"), not at the start of its sentence."""
        word = self.text[phrase.core_start : phrase.core_end]
        opens = self.tree.sentence(head)[0] >= head - 1
        if not word[:1].isupper() or word.isupper() or opens:
            return False
        named = self._entity(head) in (EntityType.ORGANISATION, EntityType.PERSON)
        modified = phrase.start < phrase.core_start and self.text[phrase.start].isupper()
        return named or not modified

    def _followed(self, phrase: WeaponPhrase) -> bool:
        following = re.match(r"(?:[ \u00a0\-‑]|[\"”’] )([A-Za-z]+)", self.text[phrase.end : phrase.end + 30])
        words = self.words["followed"]
        if following is not None and following[1].lower() in words["words"]:
            return True
        shared = re.match(rf" (?:and|or) [\w -]{{2,25}}? (?:{'|'.join(words['shared'])})\b", self.text[phrase.end :])
        return shared is not None

    def _guarded(self, phrase: WeaponPhrase, head: int) -> bool:
        """Whether the neighbours or the sentence make the name another thing ("water tank", "coal mine")."""
        entry = phrase.designation or phrase.noun
        guard = self.words["guard"].get(entry.name.lower()) if entry else None
        if guard is None:
            return False
        left = " " + self.text[max(0, phrase.core_start - 30) : phrase.core_start].lower().rstrip("-‑ ")
        beside = " " + self.text[max(0, phrase.start - 30) : phrase.start].lower().rstrip("-‑ ")
        after = self.text[phrase.end : phrase.end + 30].lower().lstrip(" -‑")
        if any(left.endswith(" " + word) or beside.endswith(" " + word) for word in guard.get("before", ())):
            return True
        if any(re.match(rf"{re.escape(word)}(?!\w)", after) for word in guard.get("after", ())):
            return True
        sentence = self._sentence(head)
        return any(re.search(rf"(?<!\w){re.escape(w)}(?!\w)", sentence) for w in guard.get("near", ()))

    def _sentence(self, head: int) -> str:
        start, end = self.tree.sentence(head)
        return self.tree.span_text(start, end).lower()

    def _bounds(self, head: int) -> tuple[int, int]:
        start, end = self.tree.sentence(head)
        return self.tree.offsets(start, end)

    def _supported(self, phrase: WeaponPhrase, head: int) -> bool:
        """Whether another weapon stands in the sentence, or the same name, supported, elsewhere."""
        if self._is_handled(head):
            return True
        if self._entity(head) is EntityType.PERSON:
            return False
        start, end = self._bounds(head)
        others = [other for other in self.phrases if other is not phrase]
        if any(o.designation is phrase.designation and (not o.doubtful or o.noun) for o in others):
            return True
        beside = (o for o in others if start <= o.start < end and not o.doubtful)
        return any(not (o.noun and o.noun.weak) for o in beside)

    def _is_handled(self, head: int) -> bool:
        """ "Troops destroyed a Buk", "two Bradleys were lost by the army": one or several, in soldiers' hands."""
        tree, war = self.tree, self.words["war"]
        first = tree.first_conjunct(head)
        verb = tree.heads[first]
        if tree.roles[first] not in _UNDERGOING or not labels.is_verb(tree.token(verb)):
            return False
        if tree.lemma(verb) not in war["handled"] or not _any_of(tuple(war["forces"])).search(self._sentence(head)):
            return False
        one = head > 0 and tree.tokens[head - 1].lower_ in ("a", "an", "one")
        return one or labels.is_plural(tree.token(head)) or tree.child(head, Role.NUMERAL) is not None

    def _of_a_person(self, head: int, phrase: WeaponPhrase) -> bool:
        """Whether a name without a number stands inside a person's name ("Selcuk Bayraktar")."""
        named = phrase.noun is None and not any(c.isdigit() for c in self.text[phrase.core_start : phrase.core_end])
        return named and phrase.doubtful and self._entity(head) is EntityType.PERSON

    def _warlike(self, phrase: WeaponPhrase, head: int) -> bool:
        """Whether the sentence speaks of fighting, in words other than the phrase itself."""
        start, end = self._bounds(head)
        around = self.text[start : phrase.start].lower() + " | " + self.text[phrase.end : end].lower()
        if _any_of(tuple(self.words["war"]["words"])).search(around):
            return True
        others = (o for o in self.phrases if start <= o.start < end and o is not phrase and not o.doubtful)
        return any(not (other.noun and other.noun.weak) for other in others)

    def _entity(self, head: int) -> EntityType | None:
        label = self.tree.tokens[head].ent_type_
        return labels.entity_type(label) if label else None


@lru_cache(maxsize=8)
def _any_of(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, words))})(?!\w)")
