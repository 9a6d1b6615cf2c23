"""What the gazetteers know of an article's words: names of actors and countries, and where the story plays."""

from collections.abc import Iterator
from datetime import date

from warextract.lexicon.disputed import bodies_before
from warextract.lexicon.entries import ActorEntry
from warextract.lexicon.gazetteer import ActorGazetteer
from warextract.lexicon.name_index import Hit
from warextract.lexicon.places import PlaceTable
from warextract.lexicon.usage import load_usage
from warextract.mentions.headings import country_headings
from warextract.mentions.scene import Mark, Scene, hinted_countries, town_marks
from warextract.mentions.usage import acts, head_of, is_first_name
from warextract.syntax.labels import EntityType, Role
from warextract.syntax.tree import Tree

COUNTRY_USES = frozenset({"country", "country-later", "capital", "adjective", "territory", "people"})
_NO_OTHER = ("country", "country-later", "capital", "name", "later", "metonym")
_PLACES = ("country", "capital", "territory")
_REPORTING = frozenset({"reports", "says", "claims", "fears", "fear", "say", "report", "claim", "notes", "estimates"})
_ACRONYM = 5
_SHORT_KINDS = ("armed_group", "ngo", "other", "military", "company")
_BESIDE = (Role.APPOSITION, Role.COMPOUND, Role.FLAT, Role.CONJUNCT)
_HYPHENS = frozenset("-‑–")
_INSTALLED = frozenset({"backed", "installed", "appointed", "imposed", "controlled"})


def _surnames(tree: Tree) -> frozenset[str]:
    """Last words of full names that the recogniser marks as persons ("Amman" of a man of that name)."""
    return frozenset(
        ent[-1].text for ent in tree.names if ent.kind is EntityType.PERSON and len(ent) > 1 and ent[-1].is_title
    )


def _national(hits: tuple[Hit, ...], forms: tuple[Hit, ...], words: list[str]) -> frozenset[int]:
    """Starts of names that here are a body of one country: "the Kenyan Red Cross", "the local Red Cross"."""
    spans = {(form.start, form.end) for form in forms}
    ends = {h.end for h in hits if h.use in ("adjective", "country")}
    ends |= {end + 1 for end in ends if end < len(words) and words[end] in ("'s", "’s")}
    return frozenset(
        h.start
        for h in hits
        if h.use == "name"
        and (h.start, h.end) in spans
        and (h.start in ends or words[h.start - 1].lower() in ("local", "national"))
    )


def _voice(gazetteer: ActorGazetteer, agency: str) -> str | None:
    """The country of an agency that speaks for a state; to it "the defence ministry" is its own."""
    hits = gazetteer.names(agency.split())
    states = gazetteer.people.names["state_agencies"]
    return next((gazetteer.actors[hit.id].country for hit in hits if hit.id in states), None)


_SMALL_ARMS = frozenset({"rifle", "weapon", "arm", "arms", "ammunition", "grenade", "gun"})  # are sold everywhere


class Survey:
    """Names found in an article, by token, with the countries they give.

    ``agency`` is the agency of the dateline, ``voice`` the country that it speaks for, if it does, ``seat`` that of the
    capital of the dateline; ``published`` is the day of the article.
    """

    def __init__(
        self,
        tree: Tree,
        gazetteer: ActorGazetteer,
        taken: frozenset[int],
        agency: str = "",
        published: date | None = None,
    ) -> None:
        self.tree = tree
        self.published = published
        self.earlier = bodies_before(published)
        self.gazetteer = gazetteer
        self.taken = taken
        self.voice = _voice(gazetteer, agency)
        words = [token.text for token in tree.tokens]
        people = _surnames(tree)
        hits = tuple(
            h
            for h in gazetteer.names(words)
            if (h.use != "capital" or tree.span_text(h.start, h.end) not in people)
            and not (h.use in _PLACES and h.end - h.start == 1 and is_first_name(tree, h.start))
        )
        named = {hit.id for hit in hits if "later" not in hit.use and hit.use != "adjective"}
        adjectives = {hit.id for hit in hits if hit.use == "adjective"}
        self.forms = gazetteer.forms(words)
        national = _national(hits, self.forms, words)
        self.hits = tuple(
            h for h in hits if ("later" not in h.use or h.id in named | adjectives) and h.start not in national
        )
        self.offices = {i: gazetteer.institutions[h.id] for h in self.forms for i in range(h.start, h.end)}
        self.at = {i: hit for hit in self.hits for i in range(hit.start, hit.end)}
        self.seat = next((self.code(h) for h in self.hits if h.use == "capital" and h.start in taken), None)
        self.settled = frozenset(i for hit in self.hits if hit.use in _NO_OTHER for i in range(hit.start, hit.end))
        headings = country_headings(tree, PlaceTable.load())
        countries = {i: self.code(self.at[i]) for i in headings if i in self.at}
        self.scene = Scene(tree, self._marks(), {i: code for i, code in countries.items() if code}, self._hints())
        self.marks = self.scene.marks
        self.counts = self.scene.counts

    def noun(self, i: int) -> str:
        """Lemma of a noun for people, also where the lemmatiser left the plural alone ("troops")."""
        lemma = self.tree.lemma(i)
        known = self.gazetteer.kinds
        return lemma[:-1] if lemma not in known and lemma.endswith("s") and lemma[:-1] in known else lemma

    def is_foreign_acronym(self, hit: Hit, entry: ActorEntry) -> bool:
        """An acronym that here is short for something else: of a group in a country that the article never names,
        while it names others.
        """
        short = self.tree.span_text(hit.start, hit.end)
        if not short.isupper() or len(short) > _ACRONYM or short == entry.name:
            return False
        if entry.country is None or entry.kind not in _SHORT_KINDS:
            return False
        spelt = any(h.id == hit.id and h.end - h.start > 1 for h in self.hits)
        return not spelt and not self.counts[entry.country] and any(self.counts.values())

    def is_trailing_speaker(self, i: int) -> bool:
        """ ", aid workers fear." at the end of a sentence: verbs that the parser takes for nouns."""
        doc = self.tree.tokens
        after = i + 1
        if after + 1 >= len(doc) or doc[after].lower_ not in _REPORTING or doc[after + 1].text not in ".,":
            return False
        return self.tree.heads[i] == after

    def allegiance(self, id_: str) -> str | None:
        """The country of a known actor on the day of the article."""
        return self.earlier.get(id_, self.gazetteer.actors[id_].country)

    def country_hit(self, i: int) -> Hit | None:
        """The name of a country, of its capital or people, or an adjective of it, at a token."""
        hit = self.at.get(i)
        return hit if hit is not None and hit.use in COUNTRY_USES else None

    def code(self, hit: Hit) -> str | None:
        country = self.gazetteer.country(hit.id)
        return country.code if country else None

    def modifying(self, start: int, head: int) -> Hit | None:
        """The country that stands before a noun in its phrase ("Russia's", "Ukrainian", "US")."""
        for i in range(head - 1, start - 1, -1):
            hit = self.country_hit(i)
            if hit is not None and not self._is_foreign(hit):
                ethnic = i > 0 and self.tree.tokens[i - 1].lower_ == "ethnic"  # "ethnic Armenian forces"
                return None if ethnic else hit
        return None

    def following(self, head: int) -> Hit | None:
        """The country in "of Ukraine" after a noun."""
        for c in self.tree.children(head, Role.NOMINAL_MODIFIER):
            if c > head and self.tree.preposition(c) == "of":
                hit = self.country_hit(c)
                return hit if hit is not None else self.following(c)
        return None

    def phrase_country(self, head: int) -> Hit | None:
        """The country that a noun phrase gives its noun, before or after it."""
        start = self.tree.base_phrase(head)[0]
        return self.modifying(start, head) or self.following(head)

    def is_of_several(self, head: int) -> bool:
        """Whether a phrase names several countries: "Qatari and U.S. mediators", "the leaders of Chad and Niger"."""
        start = self.tree.base_phrase(head)[0]
        first = self.tree.tokens[start - 1].lower_ if start else ""
        start -= 2 if first in ("and", "or") and start > 1 else 0
        hits = [hit for i in range(start, head) if (hit := self.country_hit(i)) is not None]
        joined = any(self.tree.tokens[i].lower_ in ("and", "or") for i in range(start, head))
        if joined and len({hit.id for hit in hits}) > 1:
            return True
        for c in self.tree.children(head, Role.NOMINAL_MODIFIER):
            if self.tree.preposition(c) == "of":
                found = {hit.id for k in self.tree.conjuncts(c) if (hit := self.country_hit(k)) is not None}
                return len(found) > 1
        return False

    def installed_by(self, head: int) -> str | None:
        """The country that put an official in place: "the Kremlin-backed governor", "Russian-installed authorities"."""
        doc = self.tree.tokens
        for i in range(self.tree.base_phrase(head)[0], head - 2):
            if doc[i + 1].text in _HYPHENS and doc[i + 2].lower_ in _INSTALLED and (hit := self.at.get(i)) is not None:
                return self.code(hit) if hit.use in COUNTRY_USES else self.allegiance(hit.id)
        return None

    def _is_foreign(self, hit: Hit) -> bool:
        """ "US-made shells", "Iranian rifles": a word for where things come from, not for where the story plays."""
        doc = self.tree.tokens
        hyphen = hit.end < len(doc) - 1 and doc[hit.end].text in ("-", "‑", "–")
        if hyphen and doc[hit.end + 1].lower_ in self.gazetteer.people.units["foreign"]:
            return True
        return hit.use == "adjective" and self.tree.lemma(self.tree.heads[hit.start]) in _SMALL_ARMS

    def _is_seat(self, hit: Hit) -> bool:
        """ "a Britain-based monitor": where it sits, not where the story plays."""
        doc = self.tree.tokens
        hyphen = hit.end + 1 < len(doc) and doc[hit.end].text in _HYPHENS
        return hyphen and doc[hit.end + 1].lower_ in ("based", "headquartered")

    def _marks(self) -> list[Mark]:
        out: list[Mark] = []
        for hit in self.hits:
            if hit.use in COUNTRY_USES:
                code = self.code(hit)
                if code is None or self._is_foreign(hit) or self._is_seat(hit):
                    continue
                place = hit.use in _PLACES and self._is_where(hit)
                out.append(Mark(hit.start, code, place, capital=hit.use == "capital"))
        return self._of_the_story(out + town_marks(self.tree, frozenset(mark.country for mark in out), self.at))

    def _of_the_story(self, marks: list[Mark]) -> list[Mark]:
        """Without the country of the dateline where nothing else is of that country and others are named: a bureau
        abroad ("BANGKOK - Myanmar's military …").
        """
        told = {mark.country for mark in marks if mark.token not in self.taken}
        told |= {self.allegiance(h.id) or "" for h in self.hits if h.use in ("name", "metonym")}
        return [mark for mark in marks if mark.token not in self.taken or mark.country in told or not told - {""}]

    def _hints(self) -> Iterator[str]:
        """Countries of the bodies that the article names."""
        yield from hinted_countries(self.tree)
        for hit in self.hits:
            actor = self.gazetteer.actors.get(hit.id) if hit.use == "name" else None
            if actor is not None and actor.country is not None and actor.kind != "person":
                yield actor.country

    def _heads_paragraph(self, hit: Hit) -> bool:
        """ "Somalia: …" at the start of a paragraph of a round-up."""
        doc = self.tree.tokens
        opens = hit.start == 0 or "\n" in doc[hit.start - 1].text
        return opens and hit.end < len(doc) and doc[hit.end].text == ":"

    def _is_where(self, hit: Hit) -> bool:
        """Whether a country or capital says where: "in Sudan", "Lebanon's Bekaa Valley", a dateline."""
        tree = self.tree
        if hit.start in self.taken or self._heads_paragraph(hit):
            return True
        head = head_of(tree, hit.start, hit.end)
        if tree.roles[head] is Role.POSSESSOR:
            return not acts(tree, hit.start, hit.end)
        while not tree.preposition(head) and tree.roles[head] in _BESIDE and tree.heads[head] != head:
            head = tree.heads[head]
        return tree.preposition(head) in load_usage().prepositions.place
