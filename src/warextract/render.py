"""A record as lines for a reader: who said what, who denied it, what happened, where, with which weapons."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain

from rich.text import Text

from warextract.records import (
    Actor,
    ArticleRecord,
    Casualties,
    Claim,
    Event,
    NumberRange,
    Place,
    Span,
    Time,
    Weapon,
)
from warextract.vocabulary import SKEPTICAL

UNNAMED = "an unnamed source"


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the page and how far it is set in."""

    indent: int
    text: Text


def record_lines(record: ArticleRecord) -> Iterator[Line]:
    """All that the record says; a claim that answers another stands below it."""
    book = _Names(record)
    yield from _section("Who said what", _claim_lines(record, book))
    yield from _section(
        "What happened", chain.from_iterable(_event_lines(each, book) for each in record.events)
    )
    yield from _section("Weapons", (_weapon_line(weapon, book) for weapon in record.weapons))
    yield from _section("Actors", (Line(1, _actor_text(actor)) for actor in record.actors))
    yield from _section("Places", (Line(1, Text(_place_in_full(place))) for place in record.places))
    yield from _section("Warnings", (Line(1, Text(warning, style="yellow")) for warning in record.warnings))


class _Names:
    """What the ids of a record stand for."""

    def __init__(self, record: ArticleRecord) -> None:
        self._actors = {actor.id: actor.name for actor in record.actors}
        self._places = {place.id: place.name for place in record.places}
        self._weapons = {weapon.id: weapon.mentions[0].text for weapon in record.weapons if weapon.mentions}
        self._events = {event.id: event for event in record.events}

    def source(self, claim: Claim) -> str:
        return self._actors.get(claim.source or "", UNNAMED)

    def entity(self, actor: str | None, place: str | None = None) -> str:
        return self._actors.get(actor or "") or self._places.get(place or "") or "?"

    def place(self, place: str) -> str:
        return self._places.get(place, place)

    def weapons(self, ids: Iterable[str]) -> str:
        return _joined(self._weapons.get(each, each) for each in ids)

    def event(self, event: str) -> str:
        found = self._events.get(event)
        return f"{event} {found.type} ({found.status})" if found else event


def heading_lines(record: ArticleRecord) -> Iterator[Line]:
    """Which article it is."""
    article, book = record.article, _Names(record)
    dateline = article.dateline
    place = f"from {book.place(dateline.place)}" if dateline and dateline.place else None
    told = (article.source, article.published, place)
    yield Line(0, Text(article.id, style="bold").append(f"  {_joined(told)}", style="dim"))
    if article.title:
        yield Line(0, Text(article.title, style="italic"))


def _section(title: str, lines: Iterable[Line]) -> Iterator[Line]:
    for number, line in enumerate(lines):
        if number == 0:
            yield Line(0, Text(title, style="bold underline"))
        yield line


def _claim_lines(record: ArticleRecord, book: _Names) -> Iterator[Line]:
    known = {claim.id for claim in record.claims}
    answers: dict[str | None, list[Claim]] = {}
    for claim in record.claims:
        answered = claim.responds_to if claim.responds_to in known else None
        answers.setdefault(answered, []).append(claim)
    shown: set[str] = set()

    def thread(claim: Claim, depth: int) -> Iterator[Line]:
        if claim.id in shown:
            return
        shown.add(claim.id)
        yield from _claim(claim, depth, book)
        for answer in answers.get(claim.id, ()):
            yield from thread(answer, depth + 1)

    for claim in answers.get(None, ()):
        yield from thread(claim, 1)
    for claim in record.claims:  # claims that answer each other in a ring have no first
        yield from thread(claim, 1)


def _claim(claim: Claim, depth: int, book: _Names) -> Iterator[Line]:
    stance = f"not {claim.stance}" if claim.negated_cue and claim.stance not in SKEPTICAL else claim.stance
    text = Text("↳ " if depth > 1 else "").append(f"{claim.id} ", style="dim").append(book.source(claim), style="bold")
    text.append(" · ").append(stance, style="red" if claim.stance in SKEPTICAL else "green")
    if claim.content is not None:
        text.append(": ").append(_quoted(claim))
    yield Line(depth, text)
    about = _joined(book.event(event) for event in claim.events)
    details = (
        f"cue “{_flat(claim.cue)}”" if claim.cue else None,
        claim.quote if claim.quote != "none" else None,
        f"via {', '.join(claim.via)}" if claim.via else None,
        f"hedged by {', '.join(_flat(hedge) for hedge in claim.hedges)}" if claim.hedges else None,
        f"about {about}" if about else None,
        claim.rule,
    )
    yield Line(depth + 2, Text(_joined(details, "; "), style="dim"))


def _quoted(claim: Claim) -> str:
    content = _flat(claim.content)
    return f"“{content}”" if claim.quote == "direct" else content


def _event_lines(event: Event, book: _Names) -> Iterator[Line]:
    text = Text(f"{event.id} ", style="dim").append(event.type, style="bold")
    text.append(f" {event.status}", style=_status_style(event))
    text.append(f": “{_flat(event.trigger)}”")
    yield Line(1, text)
    roles: dict[str, list[str]] = {"agent": [], "target": [], "recipient": []}
    for participant in event.participants:
        roles[participant.role].append(book.entity(participant.actor, participant.place))
    details = (
        f"by {_joined(roles['agent'])}" if roles["agent"] else None,
        f"against {_joined(roles['target'])}" if roles["target"] else None,
        f"to {_joined(roles['recipient'])}" if roles["recipient"] else None,
        *(f"{_PLACE_WORDS[each.role]} {book.place(each.place)}" for each in event.places),
        f"with {book.weapons(event.weapons)}" if event.weapons else None,
        _time(event.time) if event.time else None,
        _casualties(event.casualties) if event.casualties else None,
    )
    if any(details):
        yield Line(3, Text(_joined(details, "; ")))
    yield Line(3, Text(f"{event.rule}, confidence {event.confidence:.2f}", style="dim"))


_PLACE_WORDS = {"location": "at", "origin": "from", "destination": "towards"}


def _status_style(event: Event) -> str:
    if event.status in ("denied", "disputed"):
        return "red"
    return "green" if event.status in ("reported", "confirmed") else "yellow"


def _weapon_line(weapon: Weapon, book: _Names) -> Line:
    attributes = weapon.attributes
    details = (
        weapon.class_,
        _count(weapon.quantity) if weapon.quantity else None,
        f"{attributes.mass_kg:,} kg" if attributes.mass_kg else None,
        f"{attributes.calibre_mm:g} mm" if attributes.calibre_mm else None,
        f"range {attributes.range_km:,} km" if attributes.range_km else None,
        f"held by {book.entity(weapon.operator)}" if weapon.operator else None,
        f"made in {weapon.origin}" if weapon.origin else None,
    )
    name = weapon.designation or (weapon.mentions[0].text if weapon.mentions else weapon.id)
    return Line(1, Text(" ".join(name.split())).append(f" ({_joined(details)})", style="dim"))


def _actor_text(actor: Actor) -> Text:
    return Text(actor.name).append(f" ({_joined((actor.kind, actor.country, actor.role))})", style="dim")


def _place_in_full(place: Place) -> str:
    where = f", {place.lat:.2f} {place.lon:.2f}" if place.lat is not None and place.lon is not None else ""
    return f"{place.name} ({_joined((place.kind, place.admin1, place.country))}{where})"


def _time(time: Time) -> str:
    return str(time.start) if time.start == time.end else f"{time.start} to {time.end}"


def _casualties(casualties: Casualties) -> str:
    told = ((casualties.killed, "killed"), (casualties.wounded, "wounded"), (casualties.captured, "captured"))
    return _joined(f"{_count(number)} {what}" for number, what in told if number is not None)


def _count(number: NumberRange) -> str:
    about = "about " if number.approximate else ""
    return f"{about}{number.min}" if number.min == number.max else f"{about}{number.min}–{number.max}"


def _flat(span: Span | None) -> str:
    """The words of a span on one line."""
    return " ".join(span.text.split()) if span else ""


def _joined(parts: Iterable[str | None], mark: str = ", ") -> str:
    return mark.join(part for part in parts if part)
